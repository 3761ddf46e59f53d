"""Levels of areas that lie within each other: their order, codes, communes and sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os.path import commonprefix

import numpy as np
import pandas as pd

from ..errors import InputError
from ..fields import AREA, COMMUNE, LEVEL, PARENT, Level
from ..messages import tr

_AGS_DIGITS = {Level.COMMUNE: 8, Level.DISTRICT: 5}


def level_order(levels: Sequence[str], size: Sequence[float]) -> list[str]:
    """Return the levels present, from the smallest areas to the largest.

    `levels` and `size` (square metres) hold one entry an area. Levels that `Level.ORDER` knows keep its order; others
    (`ortsteil`) come before the first known one whose areas are larger on average.
    """
    mean = pd.Series(np.asarray(size, dtype=float)).groupby(np.asarray(levels, dtype=object)).mean()
    order = [level for level in Level.ORDER if level in mean.index]
    for level in sorted((name for name in mean.index if name not in order), key=lambda name: (mean[name], name)):
        larger = [position for position, other in enumerate(order) if mean[other] > mean[level]]
        order.insert(larger[0] if larger else len(order), level)
    return order


def check_unique(codes: Sequence[str], places: Sequence[str]) -> None:
    """Raise InputError naming both `places` if two areas have the same code."""
    first: dict[str, str] = {}
    for code, place in zip(codes, places):
        if code in first:
            raise InputError(
                tr(
                    "Code “{code}” occurs twice: {first} and {second}. Codes must be unique over all levels; "
                    "change one."
                ).format(code=code, first=first[code], second=place)
            )
        first[code] = place


def top_code(commune_codes: Iterable[str], level: str) -> str:
    """Return what all commune codes begin with, at most the AGS digits of `level` (Kreis 5, Gemeinde 8).

    Raises InputError if they have nothing in common.
    """
    prefix = commonprefix(list(commune_codes))[: _AGS_DIGITS.get(level, 5)]
    if not prefix:
        raise InputError(
            tr("The topmost area needs a code, but the communes give none. Set TOP_CODE, or leave TOP_LEVEL empty.")
        )
    return prefix


def fill_communes(table: pd.DataFrame, order: Sequence[str]) -> pd.Series:
    """Return `gemeinde` of each area: a commune's own code, below it the area's own or else that of the area above.

    Areas above the commune have none.
    """
    commune = dict(zip(table[AREA.name], table[COMMUNE.name]))
    by_level = dict(list(table.groupby(LEVEL.name)))
    above_commune = Level.COMMUNE in order
    for level in reversed(order):
        rows = by_level[level]
        above_commune = above_commune and level != Level.COMMUNE
        for code, own, parent in zip(rows[AREA.name], rows[COMMUNE.name], rows[PARENT.name]):
            if level == Level.COMMUNE:
                commune[code] = code
            elif above_commune or level == Level.DISTRICT:
                commune[code] = None
            else:
                commune[code] = own if own is not None else commune.get(parent)
    return table[AREA.name].map(commune)


def sum_upward(table: pd.DataFrame, order: Sequence[str], column: str) -> tuple[pd.Series, list[tuple[str, float]]]:
    """Return `column` with the sum of the areas below wherever an area has no value of its own.

    An area of whose parts one has no value stays without. Also returns the areas whose own value is not the sum of
    their parts, with that sum. `table` needs `gebiet`, `ebene` and `uebergeordnet`.
    """
    values = pd.to_numeric(table[column]).astype(float)
    differing: list[tuple[str, float]] = []
    for below, level in zip(order, order[1:]):
        parts = table[LEVEL.name] == below
        sums = values[parts].groupby(table.loc[parts, PARENT.name]).agg(lambda part: part.sum(skipna=False))
        here = table[LEVEL.name] == level
        expected = table.loc[here, AREA.name].map(sums).astype(float)
        different = (values[here] - expected).abs() > 0.5
        codes = table.loc[here, AREA.name]
        differing += list(zip(codes[different], expected[different]))
        values[here] = values[here].fillna(expected)
    return values.astype(object).where(values.notna(), None), differing
