"""Which type of building most dwellings of an area are in, if the units say so."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np

from ...core.delineation.area_portraits import dominant_types
from ...core.delineation.area_table import numbers_of
from ...core.messages import tr
from ._units import Units

_COUNTS = re.compile(r"(?:wohnungen|whg)_(\w+)", re.IGNORECASE)
_TYPE_FIELDS = ("gebaeudetyp", "bautyp")
_PATTERNS = {
    "terraced": r"rh|reh|rmh|.*_rh|reihen.*|terrace.*",
    "high_rise": r"hh|hochh.*|high.*",
    "single": r"efh.*|ezfh.*|zfh.*|dhh|ein.*famil.*|ein_zwei.*|zwei.*famil.*|single.*|detached|semi.*",
    "multi": r"mfh.*|mehrfam.*|multi.*|apartments",
    "other": r"nw|nwg|nichtwohn.*|nicht_wohn.*|non.*res.*|nwohn.*",
}


def dominant_buildings(units: Units, labels: np.ndarray, count: int) -> list[str | None]:
    """Return per area the type that most of its dwellings have, in words; None where there is none or none is known.

    Dwellings by type are fields such as `wohnungen_mfh` or `whg_mfh_3_6`; a field that others refine (`whg_efh` beside
    `whg_efh_rh`) is their sum and left out. Without such fields the units' `gebaeudetyp` counts, by inhabitants.
    """
    weights = _dwellings(units) or _types(units)
    kinds = list(weights)
    table = np.column_stack(list(weights.values())) if weights else np.empty((len(labels), 0))
    return [None if kind is None else _words(kinds[kind]) for kind in dominant_types(table, labels, count)]


def _dwellings(units: Units) -> dict[str, np.ndarray]:
    """Return the dwellings (n,) of each known type."""
    fields = {match[1].lower(): name for name in units.table.columns for match in [_COUNTS.fullmatch(name)] if match}
    result: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(units.names)))
    for key, name in fields.items():
        kind = _kind(key)
        if kind is not None and not any(other.startswith(f"{key}_") for other in fields):
            result[kind] = result[kind] + np.nan_to_num(numbers_of(units.table[name]))
    return dict(result) if sum(numbers.sum() for numbers in result.values()) > 0 else {}


def _types(units: Units) -> dict[str, np.ndarray]:
    """Return the inhabitants (n,) of the units of each type."""
    column = next((name for name in _TYPE_FIELDS if name in units.table.columns), None)
    if column is None:
        return {}
    values = np.array(["" if value is None else str(value).strip() for value in units.table[column]], dtype=object)
    kinds = {value: _kind(value.lower()) or value for value in sorted(set(values.tolist()) - {""})}
    result: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(values)))
    for value, kind in kinds.items():
        result[kind] = result[kind] + np.where(values == value, np.maximum(units.population, 1), 0.0)
    return dict(result)


def _kind(key: str) -> str | None:
    return next((kind for kind, pattern in _PATTERNS.items() if re.fullmatch(pattern, key)), None)


def _words(kind: str) -> str:
    known = {
        "terraced": tr("terraced houses"),
        "high_rise": tr("high-rise buildings"),
        "single": tr("single and two-family houses"),
        "multi": tr("multi-family houses"),
        "other": tr("non-residential buildings"),
    }
    return known.get(kind, f"“{kind}”")
