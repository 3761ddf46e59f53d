"""Rows of a messy list find their address: exact first, then ever more freely, and never to a doubtful street.

The steps build on `matching.match`. Only what a step leaves open goes on to the next one, and each different way of
writing a street is settled once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .abbreviations import Abbreviations
from .fuzzy import Slip, similar_names
from .house_numbers import NumberProblem
from .joins import agreement, codes_of, only, pairs_of, rows_at, shared_codes
from .match_numbers import (
    as_dates,
    in_ranges,
    is_open_date,
    nearest,
    on_streets,
    other_readings,
    without_building,
)
from .matching import (
    AddressList,
    MatchClass,
    Matches,
    MatchProblem,
    Settled,
    address_list,
    different,
    numbers_on_streets,
    same_numerals,
    settle_streets,
)

_SAID = ["gemeinde", "gemeinde_name", "plz", "ortsteil", "schluessel"]
_AMBIGUOUS = (MatchProblem.STREET_AMBIGUOUS, MatchProblem.ADDRESS_AMBIGUOUS)
_SCORES = {MatchClass.EXACT: 1.0, MatchClass.NORMALISED: 0.99, MatchClass.RANGE: 0.85, MatchClass.NEAREST: 0.6,
           "building": 0.9}  # fmt: skip
_DOUBT = 0.2  # share of unknown numbers from which on a correction is no correction
_STEP = 0.1  # what each wrong letter costs


@dataclass(frozen=True)
class Found:
    """`matches` of the rows (classes include `mehrdeutig` and `keiner`) and their `score` from 0 to 1."""

    matches: Matches
    score: np.ndarray


def find_addresses(rows: pd.DataFrame, addresses: pd.DataFrame, allow_nearest: bool = False) -> Found:
    """Find the address of each of the `messy_rows` in the list; the nearest number only if `allow_nearest`."""
    listing = address_list(addresses)
    kinds, asked = different(rows)
    settled, steps, normal = _settled(asked, listing.streets)
    settled = settled.of(kinds)
    if "fremd" in rows:
        settled.forbid(rows["fremd"].to_numpy())
    matches = numbers_on_streets(rows, settled, listing.table)
    state = _State(
        matches.address.copy(),
        settled.match_class.astype(object),
        matches.problem.copy(),
        matches.street.copy(),
        np.where(settled.match_class == MatchClass.EXACT, 1.0, _SCORES[MatchClass.NORMALISED] - _STEP * steps[kinds]),
    )
    _across_districts(state, rows, normal[kinds], listing)
    _by_number(state, rows, listing.table, allow_nearest)
    _doubt_corrections(state, rows["normal"])
    none = state.address < 0
    ambiguous = none & np.isin(state.problem, _AMBIGUOUS)
    kind = np.where(ambiguous, MatchClass.AMBIGUOUS, np.where(none, MatchClass.NO_MATCH, state.kind))
    return Found(Matches(state.address, kind, state.problem, state.street), np.where(none, 0.0, state.score))


def _settled(asked: pd.DataFrame, streets: pd.DataFrame) -> tuple[Settled, np.ndarray, np.ndarray]:
    """Return the street of each saying (of `different`), the wrong letters in it, and the normal name that is meant."""
    first = settle_streets(asked, streets)
    steps, normal = np.zeros(len(asked)), asked["normal"].to_numpy(copy=True)
    fixable = np.flatnonzero(np.isin(first.problem, [MatchProblem.STREET_UNKNOWN, MatchProblem.CONTRADICTION]))
    names, wrong = _corrected(asked.iloc[fixable].reset_index(drop=True), streets)
    meant = np.flatnonzero(names["normal"] != "")
    at = fixable[meant]
    renamed = {column: names[column].to_numpy()[meant] for column in ("name", "normal")}
    again = settle_streets(asked.iloc[at].assign(**renamed).reset_index(drop=True), streets)
    first.street[at], first.problem[at] = again.street, again.problem
    first.match_class[at] = np.where(wrong[meant] == 0, MatchClass.NORMALISED, MatchClass.CORRECTED)
    steps[at], normal[at] = wrong[meant], names["normal"].to_numpy()[meant]
    return first, steps, normal


@dataclass
class _State:
    """What is known of each row; the steps fill it in."""

    address: np.ndarray
    kind: np.ndarray
    problem: np.ndarray
    street: np.ndarray
    score: np.ndarray

    def settle(
        self, rows: np.ndarray, found: np.ndarray, kind: str | np.ndarray | None, score: np.ndarray | float
    ) -> None:
        """Book the addresses `found` (-1: none) for `rows`; `score` is a factor."""
        hit = found >= 0
        at = rows[hit]
        self.address[at] = found[hit]
        self.problem[at] = MatchProblem.NONE
        self.score[at] *= np.broadcast_to(score, hit.shape)[hit]
        if kind is not None:
            self.kind[at] = np.broadcast_to(kind, hit.shape)[hit]


def _corrected(asked: pd.DataFrame, streets: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the name that each saying means (`name`, `normal`; empty if not exactly one) and its wrong letters.

    `streets` is that of an `AddressList`.
    """
    known = set(streets["normal"]) - {""}
    asked_open = asked[(asked["normal"] != "") & ~asked["normal"].isin(known)]
    pairs = pd.DataFrame(_similar(asked_open, streets), columns=["normal", "gemeint", "schritte", "glaubhaft"])
    both = asked.assign(weise=np.arange(len(asked)))[["normal", "weise"]].merge(pairs, on="normal")
    there, here = shared_codes(streets, both.assign(normal=both["gemeint"]), ["normal"])
    left, right = pairs_of(here, there)
    way = both["weise"].to_numpy()[left]
    agree = agreement(asked, streets, (way, right), _SAID)
    agree[agree] = same_numerals(asked["name"].to_numpy()[way[agree]], streets["name"].to_numpy()[right[agree]])
    left, right, way = left[agree], right[agree], way[agree]
    steps = both["schritte"].to_numpy(dtype=float)[left]
    least = np.full(len(asked), np.inf)
    np.minimum.at(least, way, steps)
    best = steps == least[way]
    chosen = only(way[best], there[right[best]], len(asked))
    street = np.zeros(len(asked), dtype=np.int64)
    street[way[best]] = right[best]
    found = streets[["name", "normal"]].iloc[street].reset_index(drop=True)
    placed = np.zeros((2, len(asked)), dtype=bool)
    placed[:, way[best]] = (
        both["glaubhaft"].to_numpy(dtype=bool)[left[best]],
        _located(asked, streets, way, right)[best],
    )
    chosen[~placed.any(axis=0)] = -1
    found[chosen < 0] = ""
    return found, np.where(chosen >= 0, least, 0)


def _located(asked: pd.DataFrame, streets: pd.DataFrame, way: np.ndarray, street: np.ndarray) -> np.ndarray:
    """Tell for pairs that agree whether both say the postcode, the district or the key."""
    said = np.zeros(len(way), dtype=bool)
    for column in ("plz", "ortsteil", "schluessel"):
        said |= (asked[column] != "").to_numpy()[way] & (streets[column] != "").to_numpy()[street]
    return said


def _similar(asked: pd.DataFrame, streets: pd.DataFrame) -> list[Slip]:
    """Return what names asked may mean: without a wrong letter for an abbreviation."""
    names = dict(zip(asked["name"], asked["normal"]))
    abbreviations = Abbreviations(streets["name"].unique())
    slips = [
        Slip(names[name], form, 0, sure)
        for name in names
        for form, sure in sorted(abbreviations.readings(name).items())
    ]
    short = {slip.asked for slip in slips}
    known = sorted(set(streets["normal"]) - {""})
    return list(dict.fromkeys(slips)) + similar_names(sorted(set(asked["normal"]) - short), known)


def _across_districts(state: _State, rows: pd.DataFrame, normal: np.ndarray, listing: AddressList) -> None:
    """Settle rows whose street runs through several districts of one postcode, if the number is there only once.

    `normal` is the name that each row means, in its normal form.
    """
    several = (state.problem == MatchProblem.STREET_AMBIGUOUS) & (rows["plz"] != "").to_numpy()
    at = np.flatnonzero(several & rows["problem"].isin(["", NumberProblem.EXCEL_DATE]).to_numpy())
    if not len(at):
        return
    asked = rows_at(rows, at).assign(normal=normal[at])
    streets = listing.streets
    kinds, first = pd.factorize(asked["art"])[0], asked.drop_duplicates("art")
    left, right = _agreeing(first, streets, ["normal", "plz"])
    place = codes_of([streets["gemeinde"], streets["gemeinde_name"]])
    one_commune = (only(left, place[right], len(first)) >= 0)[kinds]
    near = on_streets(listing.table, streets["strasse_nr"].to_numpy()[right])
    found = _in_one_part(asked, near, asked["nummer"].to_numpy())
    found[~one_commune] = -1
    new = (found >= 0) & (state.kind[at] == MatchClass.NONE)
    same = rows["name"].to_numpy()[at[new]] == listing.table["name"].to_numpy()[found[new]]
    state.settle(at, found, None, 1.0)
    state.kind[at[new]] = np.where(same, MatchClass.EXACT, MatchClass.NORMALISED)
    state.score[at[new]] = np.where(same, _SCORES[MatchClass.EXACT], _SCORES[MatchClass.NORMALISED])
    for numbers in other_readings(asked):
        found = np.where(one_commune & (state.address[at] < 0), _in_one_part(asked, near, numbers), -1)
        state.settle(at, found, MatchClass.RANGE, _SCORES[MatchClass.RANGE])


def _in_one_part(asked: pd.DataFrame, near: pd.DataFrame, numbers: np.ndarray) -> np.ndarray:
    """Return the address with the number (as a key) if it is in one part of the town only, else -1."""
    wanted = asked.assign(nummer=np.where(numbers == "", "?", numbers))
    left, right = _agreeing(wanted, near, ["normal", "plz", "nummer"])
    part = codes_of([near["gemeinde"], near["gemeinde_name"], near["ortsteil"]])
    found = np.full(len(asked), -1)
    found[left[::-1]] = near["stelle"].to_numpy()[right][::-1]
    return np.where(only(left, part[right], len(asked)) >= 0, found, -1)


def _agreeing(asked: pd.DataFrame, listed: pd.DataFrame, on: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the positions of all pairs that agree in `on` and contradict each other in nothing else said."""
    pairs = pairs_of(*shared_codes(asked, listed, on))
    agree = agreement(asked, listed, pairs, ["gemeinde", "gemeinde_name", "ortsteil", "schluessel"])
    return pairs[0][agree], pairs[1][agree]


def _by_number(state: _State, rows: pd.DataFrame, listed: pd.DataFrame, allow_nearest: bool) -> None:
    """Settle rows on a known street whose number is not listed as written."""
    dates = np.flatnonzero(is_open_date(rows) & (state.street >= 0))
    at = np.flatnonzero((state.problem == MatchProblem.NUMBER_UNKNOWN) & (state.street >= 0))
    near = on_streets(listed, state.street[np.concatenate([dates, at])])
    if len(dates):
        found = as_dates(rows_at(rows, dates), state.street[dates], near)
        state.settle(dates, found, MatchClass.RANGE, _SCORES[MatchClass.RANGE])
    if len(at):
        found = in_ranges(rows_at(rows, at), state.street[at], near)
        state.settle(at, found, MatchClass.RANGE, _SCORES[MatchClass.RANGE])
        at = at[found < 0]
        found = without_building(rows_at(rows, at), state.street[at], near)
        kind = np.where(state.kind[at] == MatchClass.EXACT, MatchClass.NORMALISED, state.kind[at])
        state.settle(at, found, kind, _SCORES["building"])
        at = at[found < 0]
    # A corrected street is only believed if the number is there.
    at = at[state.kind[at] != MatchClass.CORRECTED]
    if allow_nearest and len(at):
        found, away = nearest(rows_at(rows, at), state.street[at], near)
        state.settle(at, found, MatchClass.NEAREST, _SCORES[MatchClass.NEAREST] / (1 + away / 10))


def _doubt_corrections(state: _State, names: pd.Series) -> None:
    """Take back the corrections of a name that more than one in five of its rows contradicts by an unknown number.

    Such a name is hardly a slip, but another street, which the list does not have.
    """
    corrected = np.flatnonzero((state.kind == MatchClass.CORRECTED) & (state.street >= 0))
    if not len(corrected):
        return
    readings = codes_of([names.iloc[corrected], state.street[corrected]])
    unknown = np.isin(state.problem[corrected], [MatchProblem.NUMBER_UNKNOWN])
    share = np.bincount(readings, unknown) / np.bincount(readings)
    back = corrected[(share > _DOUBT)[readings]]
    state.address[back], state.street[back] = -1, -1
    state.problem[back] = MatchProblem.STREET_UNKNOWN
