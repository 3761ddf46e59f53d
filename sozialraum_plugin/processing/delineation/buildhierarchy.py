"""One layer of all levels of areas, each with the area above it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.balance import Balance
from ...core.delineation.hierarchy import check_unique, fill_communes, level_order, sum_upward, top_code
from ...core.errors import InputError
from ...core.fields import (
    ADDRESS_COUNT,
    AREA,
    AREA_NAME,
    AREAS,
    COMMUNE,
    LEVEL,
    NOTE,
    PARENT,
    POPULATION,
    Level,
)
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.nesting import NESTED_SHARE, nest
from ..algorithm import SozialraumAlgorithm, log_balance
from ..layers import layer_sources
from ..tables import metric_crs, write_rows
from ._hierarchy_inputs import PLACE, Areas, count_field, read_areas


class BuildHierarchy(SozialraumAlgorithm):
    """Put Quartiere, Sozialräume, communes and the Kreis into one nested layer."""

    algorithm_id = "buildhierarchy"
    stage = "delineation"

    LAYERS = "LAYERS"
    TOP_NAME = "TOP_NAME"
    TOP_LEVEL = "TOP_LEVEL"
    TOP_CODE = "TOP_CODE"
    OUTPUT = "OUTPUT"
    AREAS = "AREAS"
    NOT_NESTED = "NOT_NESTED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Build hierarchy of areas")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Puts the areas of all levels (Quartiere, Sozialräume, communes, Kreis) into one layer, in which every "
            "area names the one above it. Indicators and profiles work on this layer.\n\n"
            "An area belongs to the area of the next level that holds most of its surface. Where that is less than "
            "99 %, the area does not fit: log, field “hinweis” and the number NOT_NESTED say so. Inhabitants and "
            "addresses of an area without own figures are the sum of its parts. The topmost area is the union of the "
            "level below.\n\n"
            "Example: LAYERS = quartiere, sozialraeume, gemeinden and TOP_NAME = Musterkreis give the layer “gebiete”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, tr("Layers of areas"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr(
                "Polygon layers in any order, each with “gebiet” and “ebene” and, where there are, “gebiet_name”, "
                "“gemeinde”, “einwohner” and “adressen”. Codes are unique over all levels. A level that the plugin "
                "does not know, such as “ortsteil”, is ranked by the mean size of its areas."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.TOP_NAME, tr("Name of the topmost area"), optional=True),
            tr("For example “Musterkreis”. Left empty, its code is its name."),
        )
        self.add(
            QgsProcessingParameterString(
                self.TOP_LEVEL, tr("Level of the topmost area"), Level.DISTRICT, optional=True
            ),
            tr("“kreis”, or “gemeinde” for a single town. Left empty, or if a layer has this level, none is made."),
        )
        self.add(
            QgsProcessingParameterString(self.TOP_CODE, tr("Code of the topmost area"), optional=True),
            tr("Left empty, what all commune codes begin with: at most 5 digits for a Kreis, 8 for a commune."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Areas of all levels"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr("Multipolygons of all areas, the smallest level first, with “uebergeordnet”, sums and “hinweis”."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.AREAS, tr("Number of areas")))
        self.addOutput(QgsProcessingOutputNumber(self.NOT_NESTED, tr("Areas that do not fit into one area above")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, order, nest, sum and write."""
        sources = layer_sources(self, parameters, self.LAYERS, context)
        if not sources:
            raise InputError(tr("{parameter}: choose at least one layer.").format(parameter=self.LAYERS))
        crs = metric_crs(sources[0])
        areas = read_areas(sources, crs, context, feedback)
        order = level_order(areas.table[LEVEL.name], [polygon.area() for polygon in areas.polygons])
        table, polygons, order = self._with_top(parameters, areas, order, context)
        check_unique(table[AREA.name], table[PLACE])
        feedback.setProgress(20)

        findings = _nest_levels(table, polygons, order, feedback)
        table[COMMUNE.name] = fill_communes(table, order)
        for field in (POPULATION, ADDRESS_COUNT):
            table[field.name], differing = sum_upward(table, order, field.name)
            _warn_of_sums(feedback, field.name, differing)
        table["_rank"] = table[LEVEL.name].map(order.index)
        table = table.sort_values(["_rank", AREA.name])
        _log(feedback, table, areas, order)

        fields = [count_field(sources, field) for field in AREAS] + [NOTE]
        ordered = [polygons[row].convertToType(QgsWkbTypes.GeometryType.PolygonGeometry, True) for row in table.index]
        wkb_type = QgsWkbTypes.Type.MultiPolygon
        output = write_rows(self, parameters, self.OUTPUT, context, feedback, table, fields, ordered, wkb_type, crs)
        return {self.OUTPUT: output, self.AREAS: len(table), self.NOT_NESTED: findings}

    def _with_top(
        self, parameters: dict[str, Any], areas: Areas, order: list[str], context: QgsProcessingContext
    ) -> tuple[pd.DataFrame, list[QgsGeometry], list[str]]:
        """Return table, polygons and levels with the topmost area added, if one is wanted."""
        level = self.parameterAsString(parameters, self.TOP_LEVEL, context).strip()
        if not level or level in order:
            return areas.table, areas.polygons, order
        table = areas.table
        communes = table.loc[table[LEVEL.name] == Level.COMMUNE, AREA.name].tolist()
        code = self.parameterAsString(parameters, self.TOP_CODE, context).strip()
        code = code or top_code(communes or table[COMMUNE.name].dropna(), level)
        name = self.parameterAsString(parameters, self.TOP_NAME, context).strip() or code
        row = {AREA.name: code, AREA_NAME.name: name, LEVEL.name: level, PLACE: tr("the topmost area")}
        below = np.flatnonzero(table[LEVEL.name] == order[-1])
        union = QgsGeometry.unaryUnion([areas.polygons[position] for position in below])
        table = pd.concat([table, pd.DataFrame([row], dtype=object)], ignore_index=True)
        return table.where(table.notna(), None), [*areas.polygons, union], [*order, level]


def _nest_levels(
    table: pd.DataFrame, polygons: list[QgsGeometry], order: list[str], feedback: QgsProcessingFeedback
) -> int:
    """Fill `uebergeordnet` and `hinweis`; return the number of areas that do not fit."""
    table[PARENT.name] = None
    table[NOTE.name] = None
    findings = 0
    for step, (below, above) in enumerate(zip(order, order[1:])):
        children = np.flatnonzero(table[LEVEL.name] == below)
        parents = np.flatnonzero(table[LEVEL.name] == above)
        index, share = nest(
            [polygons[row] for row in children], [polygons[row] for row in parents], feedback.isCanceled
        )
        for child, parent, part in zip(children, index, share):
            code = table.at[parents[parent], AREA.name] if parent >= 0 else None
            table.at[child, PARENT.name] = code
            if part < NESTED_SHARE:
                findings += 1
                table.at[child, NOTE.name] = _finding(above, code, part)
                feedback.pushWarning(f"{table.at[child, AREA.name]}: {table.at[child, NOTE.name]}")
        feedback.setProgress(20 + 60 * (step + 1) / len(order))
    return findings


def _finding(level: str, code: str | None, share: float) -> str:
    if code is None:
        return tr("not nested: in no area of the level “{level}”").format(level=level)
    return tr("not nested: only {share} % of the area lie in {code}").format(
        share=format_number(100 * share, 1), code=code
    )


def _warn_of_sums(feedback: QgsProcessingFeedback, column: str, differing: list[tuple[str, float]]) -> None:
    for code, expected in differing:
        feedback.pushWarning(
            tr("{code}: its own “{column}” is kept, but its parts sum up to {sum}.").format(
                code=code, column=column, sum=format_number(expected)
            )
        )


def _log(feedback: QgsProcessingFeedback, table: pd.DataFrame, areas: Areas, order: list[str]) -> None:
    balance = Balance(tr("areas"), len(areas.table))
    balance.add(tr("in the hierarchy"), len(areas.table) - areas.repaired)
    balance.add(tr("in the hierarchy after their geometry was repaired"), areas.repaired)
    log_balance(feedback, balance)
    for level in order:
        count = int((table[LEVEL.name] == level).sum())
        feedback.pushInfo(tr("Level “{level}”: {count} areas").format(level=level, count=format_number(count)))
