"""New counts into the table of counts so far: a Stichtag that is there is never overwritten unasked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from ...fields import AREA, FLAG, REFERENCE_DATE, VALUE, VARIABLE

PAIR = [VARIABLE.name, REFERENCE_DATE.name]
KEY = [AREA.name, *PAIR]


@dataclass(frozen=True)
class Pair:
    """What became of a variable at a Stichtag (ISO): numbers of values.

    `added` had no value in the table, `equal` and `different` were there; `replaced` of these were overwritten, and
    `held_back` are values of areas that the table lacks, but whose Stichtag is there with other values. `stale` are
    values of areas that a replacing file does not have.
    """

    variable: str
    day: str
    added: int
    equal: int
    different: int
    replaced: int
    held_back: int
    stale: int


@dataclass(frozen=True)
class Merge:
    """The table after a file, what became of each variable and Stichtag, and repetitions within the file.

    `repeated` counts values that came twice alike, `contradictory` holds those that came twice and differ: none of
    them is used.
    """

    table: pd.DataFrame
    pairs: list[Pair]
    repeated: int
    contradictory: pd.DataFrame


def merge_counts(table: pd.DataFrame, new: pd.DataFrame, replace_days: Collection[str] = ()) -> Merge:
    """Return the table with the new counts; both have the columns of `fields.COUNTS`, keys as text, dates as ISO.

    For each variable and Stichtag: values of areas that are not in the table are added, unless values of others that
    are there differ from the new ones. What is there stays, but at the Stichtage `replace_days`.
    """
    usable, repeated, contradictory = _once(new)
    there = table.drop_duplicates(KEY).set_index(KEY)
    place = there.index.get_indexer(pd.MultiIndex.from_frame(usable[KEY]))
    known = place >= 0
    different = pd.Series(False, index=usable.index)
    different[known] = _differ(usable[known], there.iloc[place[known]])
    usable = usable.assign(_known=known, _different=different)
    pairs, taken, dropped = [], [], []
    for (variable, day), group in usable.groupby(PAIR, sort=True):
        asked = day in replace_days
        revised = bool(group["_different"].any())
        fresh = group[~group["_known"]]
        stale = 0
        if asked and revised:
            old = table[(table[VARIABLE.name] == variable) & (table[REFERENCE_DATE.name] == day)]
            over = old[AREA.name].isin(group[AREA.name])
            taken.append(group)
            dropped.extend(old.index[over])
            stale = int((~over).sum())
        elif not revised:
            taken.append(fresh)
        pairs.append(
            Pair(
                variable,
                day,
                added=len(fresh) if asked or not revised else 0,
                equal=int((group["_known"] & ~group["_different"]).sum()),
                different=int(group["_different"].sum()),
                replaced=int(group["_known"].sum()) if asked and revised else 0,
                held_back=len(fresh) if revised and not asked else 0,
                stale=stale,
            )
        )
    parts = [table.drop(index=dropped), *(part.drop(columns=["_known", "_different"]) for part in taken)]
    return Merge(pd.concat(parts, ignore_index=True), pairs, repeated, contradictory)


def _once(new: pd.DataFrame) -> tuple[pd.DataFrame, int, pd.DataFrame]:
    """Return the counts with each area, variable and Stichtag once, the number left out, and the contradictions."""
    content = [*KEY, VALUE.name, FLAG.name]
    single = new[~new.duplicated(content)]
    contradictory = single.duplicated(KEY, keep=False)
    clash = new.merge(single.loc[contradictory, KEY].drop_duplicates(), on=KEY)
    kept = single[~contradictory].reset_index(drop=True)
    return kept, len(new) - len(kept) - len(clash), clash


def _differ(new: pd.DataFrame, old: pd.DataFrame) -> list[bool]:
    """Tell for each row whether value or mark differ; two missing values are equal."""
    values = zip(new[VALUE.name].astype(float), old[VALUE.name].astype(float))
    flags = zip(new[FLAG.name].fillna(""), old[FLAG.name].fillna(""))
    unequal = [abs(a - b) > 1e-9 * max(1.0, abs(a), abs(b)) if a == a and b == b else (a == a) != (b == b)
               for a, b in values]  # fmt: skip
    return [value or one != other for value, (one, other) in zip(unequal, flags)]
