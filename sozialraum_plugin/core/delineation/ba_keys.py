"""The nine-digit keys of areas in the labour agency's street raster: Distrikt, Bezirk, Viertel.

Codes of nine digits stay. Else the levels are numbered 001, 002 and on, in the order of the codes within the area
above; a level that is not subdivided is 000.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from .. import fields
from ..errors import InputError
from ..messages import tr
from .address_columns import text_column
from .ba_layout import KEY, RasterLayout
from .street_identity import codes_of

_UPPER_LEVELS = (fields.Level.COMMUNE, fields.Level.DISTRICT)
_STEPS = 3


def smallest_areas(areas: pd.DataFrame) -> pd.Series:
    """Return the (n,) mask of the areas that no other area names as the one above it, communes and the Kreis aside."""
    code = text_column(areas[fields.AREA.name])
    above = set(_column(areas, fields.PARENT.name)) - {""}
    return (code != "") & ~code.isin(above) & ~_column(areas, fields.LEVEL.name).str.casefold().isin(_UPPER_LEVELS)


def viertel_keys(areas: pd.DataFrame, layout: RasterLayout, chosen: Mapping[str, str] | None = None) -> pd.Series:
    """Return the key of each of the smallest areas, by their index.

    `areas` has `gebiet` and, as far as known, `uebergeordnet`, `ebene`, `gemeinde`. `chosen` names the columns that
    hold the key (`schluessel`) or its parts (`distrikt`, `bezirk`, `viertel`). Raises InputError if a code is no key,
    if there are more than three levels, or more areas than digits can number.
    """
    columns = chosen or {}
    leaves = areas[smallest_areas(areas)]
    if KEY in columns:
        return _given_keys(leaves, columns[KEY], layout)
    codes = text_column(leaves[fields.AREA.name])
    if not columns and len(codes) and codes.str.fullmatch(rf"\d{{{layout.key_width}}}").all():
        return codes
    if columns:
        parts = (fields.BA_DISTRIKT.name, fields.BA_BEZIRK.name, fields.BA_VIERTEL.name)
        paths = pd.DataFrame({step: _column(leaves, columns.get(part, "")) for step, part in enumerate(parts)})
    else:
        paths = _paths(areas, leaves)
    return _numbered(paths, layout)


def _column(table: pd.DataFrame, name: str) -> pd.Series:
    return text_column(table[name]) if name in table else pd.Series("", index=table.index, dtype=object)


def _given_keys(leaves: pd.DataFrame, column: str, layout: RasterLayout) -> pd.Series:
    keys = _column(leaves, column).str.replace(" ", "", regex=False)
    keys = keys.where(~keys.str.fullmatch(r"\d+").astype(bool), keys.str.zfill(layout.key_width))
    wrong = leaves.loc[~keys.str.fullmatch(rf"\d{{{layout.key_width}}}").astype(bool), fields.AREA.name]
    if len(wrong):
        raise InputError(
            tr("Area “{area}”: field “{field}” holds no key of {digits} digits.").format(
                area=wrong.iloc[0], field=column, digits=layout.key_width
            )
        )
    return keys


def _paths(areas: pd.DataFrame, leaves: pd.DataFrame) -> pd.DataFrame:
    """Return the codes from the topmost area down to each of the smallest, left-aligned, in three columns."""
    code, level = text_column(areas[fields.AREA.name]), _column(areas, fields.LEVEL.name).str.casefold()
    communes = set(_column(areas, fields.COMMUNE.name)) | set(code[level.isin(_UPPER_LEVELS)])
    parent = dict(zip(code, _column(areas, fields.PARENT.name)))
    paths = [_chain(leaf, parent, communes) for leaf in text_column(leaves[fields.AREA.name])]
    if len({path[0] for path in paths}) == 1 and len(paths) > 1 and all(path[0] not in parent for path in paths):
        paths = [path[1:] for path in paths]  # the town itself, of which the layer has no area
    return pd.DataFrame([path + [""] * (_STEPS - len(path)) for path in paths], index=leaves.index, dtype=object)


def _chain(code: str, parent: Mapping[str, str], communes: set[str]) -> list[str]:
    chain: list[str] = []
    while code and code not in communes and code not in chain:
        chain.insert(0, code)
        code = parent.get(code, "")
    if len(chain) > _STEPS:
        raise InputError(
            tr("The areas have more than three levels ({chain}). Leave out the smallest.").format(
                chain=" > ".join(chain)
            )
        )
    return chain


def _numbered(paths: pd.DataFrame, layout: RasterLayout) -> pd.Series:
    """Return the keys of paths: each level numbered in the order of its codes within the level above."""
    key = pd.Series("", index=paths.index, dtype=object)
    for step, digits in enumerate(layout.key_digits):
        codes = paths[step] if step in paths else pd.Series("", index=paths.index, dtype=object)
        numeric = codes[codes != ""].str.fullmatch(rf"0*\d{{1,{digits}}}").all()
        sortable = codes.str.zfill(digits) if numeric else codes
        number = pd.Series(0, index=paths.index)
        there = codes != ""
        group = codes_of(key[there])
        number[there] = sortable[there].groupby(group).rank(method="dense").astype(np.int64)
        if number.max() >= 10**digits:
            raise InputError(
                tr("There are {count} areas on one level, but the key has only {digits} digits for them.").format(
                    count=number.max(), digits=digits
                )
            )
        key = key + number.astype(str).str.zfill(digits)
    return key
