"""The optional tables and layers of a delineation: numbers of areas, names, landmarks, streets."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProviderRegistry,
)

from ...core import fields
from ...core.delineation.address_columns import as_text
from ...core.delineation.area_counts import check_counts, counts_by_commune, target_note
from ...core.delineation.names import names_by_code
from ...core.errors import InputError
from ...core.messages import tr
from ...core.numbers import format_number
from ..encoding import readable_source
from ..tables import read_rows, read_table
from ._delineation_options import AreaOptions
from ._parameters import DelineationParameters

Asked = dict[str, "int | dict[str, int]"]


@dataclass(frozen=True)
class NamedPlaces:
    """Geometries with their names, None where one has none."""

    geometries: list[QgsGeometry]
    names: list[str | None]


@dataclass(frozen=True)
class NameSources:
    """Where names come from besides the units; `by_hand` maps codes to names."""

    landmarks: NamedPlaces | None = None
    streets: NamedPlaces | None = None
    by_hand: dict[str, str] = field(default_factory=dict)


class TableReader:
    """Reads the optional inputs of one run."""

    def __init__(
        self,
        algorithm: DelineationParameters,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback

    def source(self, name: str) -> QgsProcessingFeatureSource | None:
        """Return the source of an optional layer, None where none is chosen; raise InputError if it is unreadable."""
        if self._parameters.get(name) in (None, ""):
            return None
        source = readable_source(self._algorithm, self._parameters, name, self._context)
        if source is None:
            raise InputError(tr("{parameter}: the layer or table cannot be read.").format(parameter=name))
        return source

    def layer_name(self, name: str) -> str:
        """Return what an optional layer is called: the table of a file, which QGIS calls by its file, else its name."""
        layer = self._algorithm.parameterAsVectorLayer(self._parameters, name, self._context)
        if layer is None:
            return ""
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        return (parts.get("layerName") if layer.name() == Path(parts.get("path") or "").stem else "") or layer.name()

    def columns(self, name: str) -> list[str]:
        """Return the fields chosen in a parameter."""
        return [value for value in self._algorithm.parameterAsFields(self._parameters, name, self._context) if value]

    def _column(self, name: str, source: QgsProcessingFeatureSource) -> str:
        """Return the one field of a parameter; raise InputError if none is chosen or the usual one is missing."""
        available = source.fields().names()
        chosen = [value for value in self.columns(name) if value in available]
        if not chosen:
            raise InputError(
                tr("{parameter}: choose a field of “{layer}”. It has: {available}.").format(
                    parameter=name, layer=source.sourceName(), available=", ".join(available) or "–"
                )
            )
        return chosen[0]

    def asked_counts(self, options: AreaOptions, communes: list[str], population: np.ndarray) -> Asked:
        """Return the number of areas asked for per level: one for all, or by commune.

        Raises InputError where it contradicts bounds, inhabitants or the other number.
        """
        asked: Asked = {}
        if options.area_count is not None:
            asked[options.levels[-1].name] = options.area_count
        source = self.source(self._algorithm.COUNTS)
        if source is not None:
            self._add_table(asked, source, options, communes)
        for plan in options.levels:
            wanted = asked.get(plan.name)
            if wanted is not None and plan.minimum <= plan.maximum:
                check_counts(wanted, population, communes, plan.minimum, plan.maximum)
                note = target_note(wanted, population, plan.target)
                if note:
                    self._feedback.pushInfo(note)
        return asked

    def _add_table(
        self, asked: Asked, source: QgsProcessingFeatureSource, options: AreaOptions, communes: list[str]
    ) -> None:
        if options.commune_field is None:
            raise InputError(tr("COUNTS gives numbers per commune. Choose the commune field of the units too."))
        algorithm = self._algorithm
        code = self._column(algorithm.COUNTS_COMMUNE_FIELD, source)
        number = self._column(algorithm.COUNTS_NUMBER_FIELD, source)
        table = read_table(source, self._feedback)
        if table.empty:
            raise InputError(
                tr("{parameter}: “{layer}” has no row.").format(parameter="COUNTS", layer=source.sourceName())
            )
        made = [plan.name for plan in options.levels if not plan.is_commune]
        has_level = fields.LEVEL.name in table.columns
        levels = (
            [as_text(value) or made[-1] for value in table[fields.LEVEL.name]] if has_level else [made[-1]] * len(table)
        )
        others = [level for level in levels if level not in made]
        if others:
            self._feedback.pushWarning(
                tr("COUNTS: {count} rows are of a level that is not made here (“{level}”); not used.").format(
                    count=format_number(len(others)), level=others[0]
                )
            )
        for name in made:
            rows = [row for row, level in enumerate(levels) if level == name]
            if not rows:
                continue
            counts = counts_by_commune(
                [as_text(table[code].iloc[row]) for row in rows], table[number].iloc[rows].tolist(), set(communes)
            )
            for note in counts.notes:
                self._feedback.pushWarning(note)
            _refuse_other_sum(asked.get(name), counts.by_commune)
            asked[name] = counts.by_commune

    def name_sources(self, crs: QgsCoordinateReferenceSystem) -> NameSources:
        """Return landmarks, streets and names by hand, as far as they were chosen."""
        algorithm = self._algorithm
        return NameSources(
            landmarks=self._named_places(algorithm.LANDMARKS, algorithm.LANDMARK_FIELD, crs),
            streets=self._named_places(algorithm.STREETS, algorithm.STREET_FIELD, crs),
            by_hand=self._names_by_hand(),
        )

    def _named_places(self, layer: str, column: str, crs: QgsCoordinateReferenceSystem) -> NamedPlaces | None:
        source = self.source(layer)
        if source is None:
            return None
        name = self._column(column, source)
        table, geometries = read_rows(source, self._feedback, [name], crs, self._context, with_geometry=True)
        return NamedPlaces(geometries, [as_text(value) or None for value in table[name]])

    def _names_by_hand(self) -> dict[str, str]:
        source = self.source(self._algorithm.NAMES)
        if source is None:
            return {}
        code = self._column(self._algorithm.NAMES_CODE_FIELD, source)
        name = self._column(self._algorithm.NAMES_NAME_FIELD, source)
        table = read_table(source, self._feedback, [code, name])
        return names_by_code([as_text(value) for value in table[code]], table[name].tolist())


def _refuse_other_sum(total: object, by_commune: dict[str, int]) -> None:
    found = sum(by_commune.values())
    if isinstance(total, int) and total != found:
        raise InputError(
            tr("AREA_COUNT asks for {total} areas, but COUNTS adds up to {found}. Give one of the two.").format(
                total=format_number(total), found=format_number(found)
            )
        )
