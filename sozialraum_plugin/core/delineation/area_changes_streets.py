"""The streets and number ranges that change their area."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .. import fields
from ..messages import tr
from .crosswalk import NEW, OLD, PAIR, hide_small_parts
from .directory_lookup import assign
from .directory_text import part_text
from .street_directory import derive

STREETS = (
    OLD, NEW, fields.COMMUNE, fields.STREET_KEY, fields.STREET, fields.POSTCODE, fields.DISTRICT_PART, fields.NUMBERS,
    fields.SIDE, fields.FROM_NUMBER, fields.FROM_SUFFIX, fields.TO_NUMBER, fields.TO_SUFFIX, fields.ADDRESS_COUNT,
    fields.POPULATION, fields.FLAG, fields.NOTE,
)  # fmt: skip
_BETWEEN = "\x1f"  # stands in no code


def moved_streets(
    addresses: pd.DataFrame,
    old: pd.Series,
    new: pd.Series,
    people: np.ndarray,
    moved: np.ndarray,
    threshold: float = 0,
    blurred: Sequence[tuple[str, str]] = (),
) -> pd.DataFrame:
    """Return the ranges of house numbers whose addresses move from an old area to another, with the columns STREETS.

    `addresses` has the columns of `standard_addresses`, the others (n,) belong to it; `moved` marks who moves.
    Addresses that no range can name (without street, contradicting, ...) stand in one row per pair of areas, so that
    the sums are those of the crosswalk. Inhabitants that would tell a number below `threshold` are hidden (0: none);
    `blurred` are the pairs of areas whose sum in the crosswalk is not exact (see `crosswalk.protected`).
    """
    listed = ((old != "") | (new != "")).to_numpy()
    if not (moved & listed).any():
        return pd.DataFrame(columns=[field.name for field in STREETS], dtype=object)
    standard = addresses[listed].reset_index(drop=True)
    pair = (old + _BETWEEN + new)[listed].reset_index(drop=True)
    people, moved = people[listed], moved[listed]
    rows = derive(standard.assign(**{fields.AREA.name: pair})).rows
    held = _range_of(standard, rows, pair, moved)
    table = _moved_rows(rows, set(pair[moved]))
    inside = moved & (held >= 0)
    sums = pd.DataFrame({"row": held[inside], "people": people[inside]}).groupby("row")["people"].agg(["size", "sum"])
    table[fields.ADDRESS_COUNT.name] = sums["size"].reindex(table.index).fillna(0).astype(int)
    table[fields.POPULATION.name] = sums["sum"].reindex(table.index).fillna(0.0)
    table[fields.NOTE.name] = None
    table = table[table[fields.ADDRESS_COUNT.name] > 0]
    rest = _without_range(pair[moved & (held < 0)], people[moved & (held < 0)])
    hidden = _hidden(pd.concat([table, rest], ignore_index=True), threshold, blurred)
    return hidden[[field.name for field in STREETS]]


def _range_of(standard: pd.DataFrame, rows: pd.DataFrame, pair: pd.Series, moved: np.ndarray) -> np.ndarray:
    """Return for each moved address the row of the directory that names it with its own areas, -1 for none."""
    numbered = rows.assign(**{fields.AREA.name: rows.index.astype(str)})
    found = assign(standard[moved], numbered).area
    held = np.full(len(standard), -1)
    held[moved] = pd.to_numeric(found.replace("", "-1")).to_numpy(dtype=int)
    own = rows[fields.AREA.name].to_numpy(dtype=object)
    wrong = (held >= 0) & (own[np.maximum(held, 0)] != pair.to_numpy())
    return np.where(wrong, -1, held)


def _moved_rows(rows: pd.DataFrame, pairs: set[str]) -> pd.DataFrame:
    table = rows[rows[fields.AREA.name].isin(pairs)].copy()
    parts = table[fields.AREA.name].str.split(_BETWEEN, expand=True)
    table[OLD.name], table[NEW.name] = parts[0], parts[1]
    ends = ((fields.FROM_NUMBER, fields.FROM_SUFFIX), (fields.TO_NUMBER, fields.TO_SUFFIX))
    starts, stops = (
        [(None if pd.isna(n) else int(n), s) for n, s in zip(table[number.name], table[suffix.name])]
        for number, suffix in ends
    )
    sides = table[fields.SIDE.name]
    table[fields.NUMBERS.name] = [part_text(side, start, stop) for side, start, stop in zip(sides, starts, stops)]
    return table


def _without_range(pair: pd.Series, people: np.ndarray) -> pd.DataFrame:
    """Return a row for each pair of areas with addresses that no range names."""
    groups = pd.DataFrame({"pair": pair.to_numpy(), "people": people}).groupby("pair")["people"].agg(["size", "sum"])
    parts = [code.split(_BETWEEN) for code in groups.index]
    return pd.DataFrame(
        {
            OLD.name: [old for old, _ in parts],
            NEW.name: [new for _, new in parts],
            fields.ADDRESS_COUNT.name: groups["size"].to_numpy(),
            fields.POPULATION.name: groups["sum"].to_numpy(),
            fields.NOTE.name: tr("Addresses without a street or number of their own, or that contradict another."),
        }
    ).reindex(columns=[field.name for field in STREETS])


def _hidden(table: pd.DataFrame, threshold: float, blurred: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """Return the rows without the inhabitants that would tell a small number."""
    pair = table[PAIR[0]] + _BETWEEN + table[PAIR[1]]
    people = table[fields.POPULATION.name].astype(float)
    small_sum = people.groupby(pair).transform("sum").lt(threshold) & (people > 0)
    hidden = hide_small_parts(people, pair, threshold, {_BETWEEN.join(codes) for codes in blurred}) | (
        small_sum & (threshold > 0)
    )
    table[fields.FLAG.name] = np.where(hidden, fields.Flag.SECRET, fields.Flag.NONE)
    table[fields.POPULATION.name] = people.astype(object).where(~hidden, None)
    return table
