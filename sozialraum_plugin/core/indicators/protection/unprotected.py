"""A table of indicators that nobody has protected, such as one from another program: its small numbers are hidden.

Only the primary rules (see `primary_protection`), for shares and numbers of people: a hidden value may then still be
computed from others, so whoever calls this must say so. A table with any hidden or internal row has been through
`computeindicators` and is left as it is. Facilities, amounts of money and changes over time are no counts of people.
"""

from __future__ import annotations

import pandas as pd

from ...fields import DENOMINATOR, FLAG, INDICATOR, NUMERATOR, UNIT_OF_MEASURE, VALUE, Flag
from ...publication import hidden_rows, internal_rows
from .primary_protection import Thresholds

_DEFAULT = Thresholds()
_SHARE = "%"
_PEOPLE = frozenset({"Personen", "Pers."})
_CHANGES = frozenset({"B03", "B04"})  # of the catalogue, in percent of the inhabitants before


def flag_small_numbers(table: pd.DataFrame, thresholds: Thresholds = _DEFAULT) -> tuple[pd.DataFrame, int]:
    """Return a long table with small numbers flagged as hidden, and how many were flagged.

    `publication.hide` then empties the rows. Needs the columns `indikator`, `wert` and `masseinheit`; without numerator
    and denominator only numbers of people can be judged.
    """
    if UNIT_OF_MEASURE.name not in table or hidden_rows(table).any() or internal_rows(table).any():
        return table, 0
    unit = table[UNIT_OF_MEASURE.name]
    counts = ~_changes(table)
    share, people = unit.eq(_SHARE) & counts, unit.isin(list(_PEOPLE)) & counts
    above, below = _numbers(table, NUMERATOR.name), _numbers(table, DENOMINATOR.name)
    small = (share & (_few(above, thresholds) | _few(below - above, thresholds))) | (
        people & _few(_numbers(table, VALUE.name), thresholds)
    )
    base = share & ~small & (below > 0) & (below < thresholds.base)
    flags = table[FLAG.name] if FLAG.name in table else pd.Series(Flag.NONE, index=table.index, dtype=object)
    flags = flags.mask(small, Flag.SECRET).mask(base, Flag.TOO_SMALL_BASE)
    return table.assign(**{FLAG.name: flags}), int((small | base).sum())


def _changes(table: pd.DataFrame) -> pd.Series:
    """Return the rows of indicators that count no cases: with values below 0, or known as a rate of change."""
    negative = table.loc[_numbers(table, VALUE.name) < 0, INDICATOR.name]
    return table[INDICATOR.name].isin({*negative, *_CHANGES})


def _few(counts: pd.Series, thresholds: Thresholds) -> pd.Series:
    return (counts > 0) & (counts < thresholds.count)


def _numbers(table: pd.DataFrame, column: str) -> pd.Series:
    if column not in table:
        return pd.Series(float("nan"), index=table.index)
    return pd.to_numeric(table[column], errors="coerce")
