"""What became of each area: which new area continues which old one, and how it changed.

An old and a new area continue each other if each holds more of the other's inhabitants than any other area does. Where
nobody lives, addresses decide, and without addresses the ground.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..fields import ADDRESS_COUNT, FLAG, NOTE, POPULATION, Field, Flag, Kind
from ..messages import tr
from ..numbers import HIDDEN_MARK, format_number
from .crosswalk import GROUND_SHARED, NEW, NEW_NAME, NOWHERE, OLD, OLD_NAME

CHANGE = Field("aenderung")
ADDRESSES_BEFORE = Field("adressen_vorher", Kind.INTEGER)
ADDRESSES_AFTER = Field("adressen_nachher", Kind.INTEGER)
POPULATION_BEFORE = Field("einwohner_vorher", Kind.INTEGER)
POPULATION_AFTER = Field("einwohner_nachher", Kind.INTEGER)
AREAS_COMPARED = (
    OLD, OLD_NAME, NEW, NEW_NAME, CHANGE, ADDRESSES_BEFORE, ADDRESSES_AFTER, POPULATION_BEFORE, POPULATION_AFTER, NOTE,
)  # fmt: skip
_MAJORITY = 0.5
_FLOWS_SHOWN = 6


class Change:
    """Values of `aenderung`."""

    UNCHANGED = "unveraendert"
    BORDER = "grenze_geaendert"
    SPLIT = "geteilt"
    MERGED = "zusammengelegt"
    NEW = "neu"
    ABSORBED = "aufgegangen"  # an old area that another one continues
    GONE = "entfallen"  # an old area without a place in the new division
    ALL = (UNCHANGED, BORDER, SPLIT, MERGED, NEW, ABSORBED, GONE)


def change_text(kind: str) -> str:
    """Return a kind of change in the user's language."""
    return {
        Change.UNCHANGED: tr("unchanged"),
        Change.BORDER: tr("changed border"),
        Change.SPLIT: tr("split"),
        Change.MERGED: tr("merged"),
        Change.NEW: tr("new"),
        Change.ABSORBED: tr("absorbed"),
        Change.GONE: tr("gone"),
    }[kind]


@dataclass(frozen=True)
class Matching:
    """`goes_to`: the new area that holds most of each old one; `comes_from`: the other way round; `continued_by`: the
    pairs for which both hold. Areas without any overlap are not in them."""

    goes_to: dict[str, str]
    comes_from: dict[str, str]
    continued_by: dict[str, str]

    def moved(self, old: pd.Series, new: pd.Series) -> np.ndarray:
        """Return whether each pair (n,) of an old and a new area means a change of area."""
        return np.array([self.continued_by.get(o, None) != n for o, n in zip(old, new)], dtype=bool)


def match_areas(table: pd.DataFrame) -> Matching:
    """Return the matching of a crosswalk with `flaeche`."""
    inside = table[(table[OLD.name] != NOWHERE) & (table[NEW.name] != NOWHERE)]
    goes_to, comes_from = _largest(inside, OLD.name, NEW.name), _largest(inside, NEW.name, OLD.name)
    mutual = {old: new for old, new in goes_to.items() if comes_from.get(new) == old}
    return Matching(goes_to, comes_from, mutual)


def _largest(table: pd.DataFrame, one: str, other: str) -> dict[str, str]:
    """Return for each code of column `one` the code of `other` with most inhabitants, addresses, ground, or its own."""
    table = table.assign(same=table[one] == table[other])
    order = [POPULATION.name, ADDRESS_COUNT.name, GROUND_SHARED.name, "same", other]
    ranked = table.sort_values(order, ascending=[False, False, False, False, True], kind="stable")
    best = ranked.drop_duplicates(one)
    return dict(zip(best[one], best[other]))


def areas_compared(
    table: pd.DataFrame,
    matching: Matching,
    old_names: Mapping[str, str],
    new_names: Mapping[str, str],
    changed_ground: set[str],
) -> pd.DataFrame:
    """Return every new area with the old one it comes from, then every old one that none of these comes from.

    `table` is the crosswalk (see `protected`), the names are of all areas by code, `changed_ground` holds the new areas
    whose polygon differs from that of the area they continue. The columns are AREAS_COMPARED.
    """
    flows = _Flows(table)
    kinds = _kinds(table, matching, new_names, changed_ground)
    origins = {new: matching.comes_from.get(new) for new in new_names if kinds[new] != Change.NEW}
    rows = [
        (old, new, kinds[new], old is not None and matching.continued_by.get(old) == new)
        for new, old in ((new, origins.get(new)) for new in new_names)
    ]
    for old in old_names:
        if old not in origins.values():
            new = matching.goes_to.get(old)
            rows.append((old, new, Change.GONE if new is None else Change.ABSORBED, False))
    cells = [
        (old, old_names.get(old), new, new_names.get(new), kind, *flows.counts(old, new, kind), note)
        for old, new, kind, goes_on in rows
        for note in [flows.note(old, new, kind, goes_on)]
    ]
    return pd.DataFrame(cells, columns=[field.name for field in AREAS_COMPARED], dtype=object)


def _kinds(
    table: pd.DataFrame, matching: Matching, new_codes: Sequence[str], changed_ground: set[str]
) -> dict[str, str]:
    """Return what happened to each new area."""
    continues = {new: old for old, new in matching.continued_by.items()}
    ended = pd.Series(matching.goes_to, dtype=object).value_counts().to_dict()
    majority = _majorities(table)
    children = pd.Series(majority, dtype=object).value_counts().to_dict()
    inhabited = table[table[ADDRESS_COUNT.name] > 0]
    sources = inhabited.groupby(NEW.name)[OLD.name].nunique()
    targets = inhabited.groupby(OLD.name)[NEW.name].nunique()
    kinds = {}
    for new in new_codes:
        old, origin = continues.get(new), majority.get(new)
        if matching.comes_from.get(new) is None:
            kinds[new] = Change.NEW
        elif ended.get(new, 0) > 1:
            kinds[new] = Change.MERGED
        elif origin is not None and (children[origin] > 1 or old is None):
            kinds[new] = Change.SPLIT
        elif old is None:
            kinds[new] = Change.NEW
        elif new in changed_ground or sources.get(new, 0) > 1 or targets.get(old, 0) > 1:
            kinds[new] = Change.BORDER
        else:
            kinds[new] = Change.UNCHANGED
    return kinds


def _majorities(table: pd.DataFrame) -> dict[str, str]:
    """Return for each new area the old one that more than half of it comes from, if there is one."""
    inside = table[table[NEW.name] != NOWHERE].copy()
    for measure in (POPULATION.name, ADDRESS_COUNT.name, GROUND_SHARED.name):
        inside[measure] = inside[measure].astype(float)
        inside[f"of_{measure}"] = inside.groupby(NEW.name)[measure].transform("sum")
    known = inside[f"of_{POPULATION.name}"] > 0
    by_address = inside[f"of_{ADDRESS_COUNT.name}"] > 0
    share = inside[GROUND_SHARED.name] / inside[f"of_{GROUND_SHARED.name}"].replace(0, np.nan)
    share = share.where(~by_address, inside[ADDRESS_COUNT.name] / inside[f"of_{ADDRESS_COUNT.name}"].replace(0, np.nan))
    share = share.where(~known, inside[POPULATION.name] / inside[f"of_{POPULATION.name}"].replace(0, np.nan))
    most = inside[(share > _MAJORITY) & (inside[OLD.name] != NOWHERE)]
    return dict(zip(most[NEW.name], most[OLD.name]))


class _Flows:
    """The pairs of a crosswalk with addresses, by old and by new area."""

    def __init__(self, table: pd.DataFrame) -> None:
        inhabited = table[table[ADDRESS_COUNT.name] > 0]
        self._by_old, self._by_new = (dict(list(inhabited.groupby(code.name))) for code in (OLD, NEW))
        self._none = inhabited.iloc[:0]

    def counts(self, old: str | None, new: str | None, kind: str) -> tuple[float | None, ...]:
        """Return addresses before and after, inhabitants before and after.

        None where there is no such area, and for inhabitants where they are hidden as a whole.
        """
        before = None if old is None else self._by_old.get(old, self._none)
        after = None if new is None or kind == Change.ABSORBED else self._by_new.get(new, self._none)
        sides = (before, after)
        addresses = (None if pairs is None else int(pairs[ADDRESS_COUNT.name].sum()) for pairs in sides)
        return (*addresses, *(None if pairs is None else _people(pairs) for pairs in sides))

    def note(self, old: str | None, new: str | None, kind: str, goes_on: bool) -> str:
        """Return in a sentence who comes and who goes; an area that does not go on in `new` only gives."""
        if kind == Change.ABSORBED:
            return tr("Most of {old} is now part of {new}.").format(old=old, new=new)
        if kind == Change.GONE:
            return tr("No new area covers {old}.").format(old=old)
        coming, going = self._by_new.get(new, self._none), self._none
        if goes_on:
            coming = coming[coming[OLD.name] != old]
            going = self._by_old.get(old, self._none)
            going = going[going[NEW.name] != new]
        parts = [change_text(kind)]
        if len(coming):
            parts.append(tr("comes from: {flows}").format(flows=_flow_text(coming, OLD.name)))
        if len(going):
            parts.append(tr("goes to: {flows}").format(flows=_flow_text(going, NEW.name)))
        if len(parts) == 1 and kind == Change.BORDER:
            parts.append(tr("only uninhabited ground changes"))
        return "; ".join(parts)


def _people(pairs: pd.DataFrame) -> float | None:
    """Return the inhabitants of some pairs; None if they are hidden and nobody else is there."""
    people = float(pairs[POPULATION.name].sum())
    return None if people == 0 and (pairs[FLAG.name] != Flag.NONE).any() else people


def _flow_text(flow: pd.DataFrame, column: str) -> str:
    """Return areas with the inhabitants that come from or go to them, the most first."""
    ranked = flow.sort_values([POPULATION.name, ADDRESS_COUNT.name], ascending=False)
    hidden = ranked[FLAG.name] != Flag.NONE
    texts = [
        f"{code or tr('no area')} ({HIDDEN_MARK if secret else format_number(people)})"
        for code, people, secret in zip(ranked[column], ranked[POPULATION.name], hidden)
    ]
    return ", ".join(texts[:_FLOWS_SHOWN]) + (", ..." if len(texts) > _FLOWS_SHOWN else "")
