"""Codes and names of the areas of one level."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessingFeedback

from ...core import fields
from ...core.delineation.code_pattern import CodePattern
from ...core.delineation.codes import pattern_codes
from ...core.delineation.names import heaviest_values, proposed_names, unique_names
from ...core.delineation.result import Delineation
from ...geo.area_places import longest_streets, middle_landmarks
from ._delineation_options import AreaOptions
from ._delineation_tables import NameSources
from ._levels import Basis, DividedLevel
from ._units import Units


def level_codes(basis: Basis, level: DividedLevel, pattern: CodePattern | None) -> list[str]:
    """Return the code of each area of a level; a commune bears its own, a fixed area the one it was given."""
    first = level.first_units
    communes = [basis.communes[unit] for unit in first]
    if pattern is None:
        return communes
    above = [level.above[unit] for unit in first]
    reserved = basis.fixed.codes if basis.fixed is not None else ()
    return pattern_codes(pattern, level.plan.name, communes, above, level.centres, level.kept.codes, reserved)


def level_names(
    basis: Basis, level: DividedLevel, codes: Sequence[str], options: AreaOptions, feedback: QgsProcessingFeedback
) -> list[str]:
    """Return a name for each area, unique within its commune unless someone gave two areas the same."""
    communes = [basis.communes[unit] for unit in level.first_units]
    if level.plan.is_commune:
        found = _places(basis.units, level.division, fields.COMMUNE_NAME.name)
        names, kept = [name or code for name, code in zip(found, codes)], {}
    else:
        names, kept = _proposals(basis, level, codes, communes, options, feedback), dict(level.kept.names)
    kept.update({area: basis.names.by_hand[code] for area, code in enumerate(codes) if code in basis.names.by_hand})
    names = [kept.get(area, name) for area, name in enumerate(names)]
    if not _tells_apart(basis.units, options, basis.names) and not kept:
        return names
    return unique_names(names, communes, level.centres, kept)


def _tells_apart(units: Units, options: AreaOptions, sources: NameSources) -> bool:
    """Whether names may be equal; the number of an area is not, so without other sources they are left alone."""
    return options.name_field is not None or sources.landmarks is not None or sources.streets is not None


def _proposals(
    basis: Basis,
    level: DividedLevel,
    codes: Sequence[str],
    communes: Sequence[str],
    options: AreaOptions,
    feedback: QgsProcessingFeedback,
) -> list[str]:
    """Return the place most inhabitants name, else landmark or street, else commune or level and number."""
    numbers = [_number(code, commune, options.prefix) for code, commune in zip(codes, communes)]
    by_commune = _places(basis.units, level.division, fields.COMMUNE_NAME.name) if options.name_field is None else []
    firsts = by_commune or [None] * len(codes)
    numbered = [f"{first or level.plan.title} {number}" for first, number in zip(firsts, numbers)]
    places = _places(basis.units, level.division, options.name_field)
    sources = basis.names
    nothing: list[str | None] = [None] * len(codes)
    landmarks, streets = nothing, nothing
    if sources.landmarks is not None:
        marks = sources.landmarks
        landmarks = middle_landmarks(level.shapes, level.centres, marks.geometries, marks.names)
    if sources.streets is not None:
        lines = sources.streets
        streets = longest_streets(level.shapes, lines.geometries, lines.names, feedback.isCanceled)
    return proposed_names(places, landmarks, streets, numbered, communes)


def _number(code: str, commune: str, prefix: str) -> str:
    """Return the part of a code that tells it from others of its commune."""
    for beginning in (prefix, commune):
        if beginning and code.startswith(beginning) and len(code) > len(beginning):
            return code[len(beginning) :]
    return code


def _places(units: Units, division: Delineation, column: str | None) -> list[str | None]:
    """Return per area the place that most of its inhabitants name, None where there is none."""
    if column is None or column not in units.table.columns:
        return [None] * division.area_count
    values = [None if value is None else str(value) for value in units.table[column]]
    return heaviest_values(values, units.population, division.labels, division.area_count)
