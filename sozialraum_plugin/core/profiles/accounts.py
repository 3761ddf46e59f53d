"""What became of the rows that went into the profiles."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ..balance import Balance
from ..fields import AREA, FLAG, INDICATOR
from ..messages import tr
from ..publication import HIDING
from .facilities import facility_kinds, normal_kind
from .people import PYRAMID_CODE
from .places import Places


def area_balance(places: Places, level: str) -> Balance:
    """Return the account of the areas: with a profile, or of another level."""
    balance = Balance(tr("areas"), len(places.all))
    printed = sum(place.level == level for place in places.all)
    balance.add(tr("with a profile"), printed)
    balance.add(tr("of other levels"), len(places.all) - printed)
    return balance


def indicator_balance(table: pd.DataFrame, places: Places) -> Balance:
    """Return the account of the indicator rows: read, hidden, or of an area that the layer does not have."""
    balance = Balance(tr("indicator rows"), len(table))
    known = table[AREA.name].map(lambda code: str(code) in places)
    flags = table[FLAG.name] if FLAG.name in table else pd.Series("", index=table.index)
    hidden = flags.isin(HIDING) & known
    balance.add(tr("with a value or mark to print"), int((known & ~hidden).sum()))
    balance.add(tr("hidden, printed as ·"), int(hidden.sum()))
    balance.add(tr("of areas that the layer does not have"), int((~known).sum()))
    return balance


def index_balance(table: pd.DataFrame, codes: Iterable[str]) -> Balance:
    """Return the account of the index rows."""
    balance = Balance(tr("index rows"), len(table))
    used = int(table[AREA.name].map(str).isin(set(codes)).sum())
    balance.add(tr("printed as a class"), used)
    balance.add(tr("of areas without a profile"), len(table) - used)
    return balance


def facility_balance(kinds: Iterable[object]) -> Balance:
    """Return the account of the facilities by whether the map has a letter for their kind."""
    values = [normal_kind(kind) for kind in kinds]
    lettered = frozenset().union(*(group.kinds for group in facility_kinds()))
    balance = Balance(tr("facilities"), len(values))
    drawn = sum(value in lettered for value in values)
    balance.add(tr("of a kind that has a letter on the map"), drawn)
    balance.add(tr("of other kinds, not drawn"), len(values) - drawn)
    return balance


def missing_indicators(table: pd.DataFrame, wanted: Iterable[str]) -> list[str]:
    """Return the wanted codes of key figures that the table does not have."""
    there = {str(code) for code in table[INDICATOR.name].unique() if not PYRAMID_CODE.fullmatch(str(code))}
    return [code for code in wanted if code not in there]
