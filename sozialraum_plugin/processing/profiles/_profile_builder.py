"""What areaprofiles and profilepages share: reading the tables through the gate, and the builder of the profiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ...core.errors import InputError, MissingColumnError
from ...core.fields import AREA, CONFIDENTIALITY, STATUS, Field
from ...core.messages import tr
from ...core.profiles import accounts, observations, places
from ...core.profiles.footer import Imprint
from ...core.profiles.local import LocalTables
from ...core.profiles.model import Profile
from ...core.profiles.places import Place
from ...core.profiles.profiles import INDEX_COLUMNS, ProfileBuilder, ProfileOptions
from ...core.profiles.texts import Texts
from ...core.publication import INTERNAL
from ...layouts.profile_layout import FACILITY_KIND
from ...layouts.profile_project import multipart
from ..algorithm import log_balance
from ..tables import metric_crs, read_rows, read_table, required_source
from ._confidentiality import for_publication
from ._profile_parameters import ProfileParameters

Tables = tuple[pd.DataFrame, "pd.DataFrame | None"]


class ProfileInputs(ProfileParameters):
    """Reads what `ProfileParameters` asks for; what is made of the profiles is in the subclasses."""

    def _read_areas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[pd.DataFrame, dict[str, QgsGeometry], QgsCoordinateReferenceSystem]:
        """Return the areas, their polygons by code and the metric CRS of these."""
        source = required_source(self, parameters, self.AREAS, context)
        crs = metric_crs(source)
        columns = _columns(source, places.REQUIRED, places.OPTIONAL)
        areas, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
        return areas, dict(zip(areas[AREA.name].map(str), map(multipart, geometries))), crs

    def _read_tables(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Tables:
        """Return the indicators and the index (or None), for publication without what is hidden or internal."""
        source = required_source(self, parameters, self.INDICATORS, context)
        columns = _columns(source, observations.REQUIRED, observations.OPTIONAL)
        indicators = read_table(source, feedback, columns)
        index = self._read_index(parameters, context, feedback)
        if self._use(parameters, context) != INTERNAL:
            indicators = for_publication(indicators, index, feedback)
        return indicators, index

    def _read_index(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> pd.DataFrame | None:
        source = self.parameterAsSource(parameters, self.INDEX, context)
        if source is None:
            return None
        wanted = (*INDEX_COLUMNS, CONFIDENTIALITY)
        columns = _columns(source, (AREA, STATUS), wanted[2:])
        return read_table(source, feedback, columns).reindex(columns=[field.name for field in wanted])

    def _profile_options(
        self, parameters: dict[str, Any], context: QgsProcessingContext, level: str | None = None
    ) -> ProfileOptions:
        """Return the user's choices, for one of several levels if it is given."""
        tiles = self.parameterAsString(parameters, self.TILES, context).replace(";", ",").split(",")
        return ProfileOptions(
            level=level or self.parameterAsString(parameters, self.LEVEL, context).strip(),
            tiles=[code.strip() for code in tiles if code.strip()],
            imprint=Imprint(
                self.parameterAsString(parameters, self.AUTHOR, context).strip(),
                self.parameterAsString(parameters, self.EDITION, context).strip(),
            ),
            use=self._use(parameters, context),
        )

    def _use(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return self.parameterAsEnumString(parameters, self.MODE, context)

    def _background(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, QgsVectorLayer]:
        """Return the background layers that were chosen, by their kind."""
        found = {name.lower(): self.parameterAsVectorLayer(parameters, name, context) for name in self.BACKGROUND}
        background = {kind: layer for kind, layer in found.items() if layer is not None}
        facilities = background.get("facilities")
        if facilities is not None:
            position = facilities.fields().indexFromName(FACILITY_KIND)
            if position < 0:
                raise MissingColumnError(FACILITY_KIND, facilities.name(), facilities.fields().names())
            log_balance(feedback, accounts.facility_balance(f[position] for f in facilities.getFeatures()))
        return background


def profile_builder(
    areas: pd.DataFrame,
    shapes: dict[str, QgsGeometry],
    tables: Tables,
    options: ProfileOptions,
    texts: Texts,
    feedback: QgsProcessingFeedback,
    local: LocalTables | None = None,
) -> ProfileBuilder:
    """Return what makes the profiles of a level, and log what becomes of all rows."""
    indicators, index = tables
    sizes = {code: shape.area() for code, shape in shapes.items() if not shape.isEmpty()}
    builder = ProfileBuilder(areas, indicators, index, sizes, options, texts, local)
    log_balance(feedback, accounts.area_balance(builder.places, options.level))
    log_balance(feedback, accounts.indicator_balance(indicators, builder.places))
    if index is not None:
        log_balance(feedback, accounts.index_balance(index, [place.code for place in builder.targets]))
    absent = accounts.missing_indicators(indicators, options.tiles)
    if absent:
        feedback.pushInfo(tr("Key figures without values, replaced by others: {codes}").format(codes=", ".join(absent)))
    return builder


def _columns(source: QgsProcessingFeatureSource, required: Sequence[Field], optional: Sequence[Field]) -> list[str]:
    """Return the names of all required columns and of those optional ones that the source has."""
    there = source.fields().names()
    return [*(field.name for field in required), *(field.name for field in optional if field.name in there)]


def refuse_empty(targets: Sequence[Place], shapes: dict[str, QgsGeometry]) -> None:
    """Raise InputError naming the first area that has no polygon."""
    for place in targets:
        if shapes[place.code].isEmpty():
            raise InputError(
                tr(
                    "Area “{name}” ({code}) has no polygon, so no map can be drawn. Add it or leave the area out."
                ).format(name=place.name, code=place.code)
            )


def head_place(profiles: Sequence[Profile]) -> str:
    """Return the name of the one Kreis, or else of the one commune, that all profiles lie in."""
    for names in (
        {p.district.name if p.district else "" for p in profiles},
        {p.commune.name if p.commune else "" for p in profiles},
    ):
        if len(names) == 1 and "" not in names:
            return names.pop()
    return ""
