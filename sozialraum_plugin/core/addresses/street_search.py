"""Rows of a messy list find their address: exact first, then ever more freely, and never to a doubtful street.

The steps build on `matching.match`. Only what a step leaves open goes on to the next one, and each different way of
writing a street is settled once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .fuzzy import numerals, similar_names
from .joins import agreement, codes_of, mapped, only, pairs_of, plain_texts, shared_codes
from .match_numbers import as_dates, in_ranges, is_open_date, nearest, numbers_behind_dates
from .matching import MatchClass, Matches, MatchProblem, address_list, comparable_texts, match_in
from .one_cell import mended, once, split_cells
from .street_names import normal_street, readings_of_abbreviations

_SAID = ["gemeinde", "gemeinde_name", "plz", "ortsteil", "schluessel"]
_AMBIGUOUS = (MatchProblem.STREET_AMBIGUOUS, MatchProblem.ADDRESS_AMBIGUOUS)
_SCORES = {MatchClass.EXACT: 1.0, MatchClass.NORMALISED: 0.99, MatchClass.RANGE: 0.85, MatchClass.NEAREST: 0.6}
_TOWN_END = re.compile(r"[\s(/-]")
_STEP = 0.1  # what each wrong letter costs


@dataclass(frozen=True)
class Found:
    """`matches` of the rows (classes include `mehrdeutig` and `keiner`) and their `score` from 0 to 1."""

    matches: Matches
    score: np.ndarray


def messy_rows(table: pd.DataFrame, columns: dict[str, str], addresses: pd.DataFrame) -> pd.DataFrame:
    """Return what is compared, as `comparable` does, for a table whose street cells may hold more than the street.

    `addresses` is the list, a result of `comparable`. A number, postcode or town in the street's cell fills an empty
    cell of its own.
    """
    text = {role: plain_texts(table, name) for role, name in columns.items() if name in table.columns}
    blank = pd.Series("", index=pd.RangeIndex(len(table)), dtype=object)
    cell = text.get("strasse", blank)
    number = text.get("hausnummer", blank)
    known = set(addresses["normal"].unique())
    bare = (number == "").to_numpy()
    split = np.flatnonzero(bare | ~mapped(cell.where(~bare, ""), normal_street).isin(known).to_numpy())
    parts = split_cells(cell.iloc[split], known)
    same = _is_number_of(parts["hausnummer"], number.iloc[split])
    parts.loc[~same, "strasse"] = mapped(cell.iloc[split][~same], lambda text: once(mended(text)))
    filled = {**text, "strasse": cell.copy(), "hausnummer": number.copy(), "plz": text.get("plz", blank).copy()}
    filled["strasse"].iloc[split] = parts["strasse"]
    filled["hausnummer"].iloc[split] = number.iloc[split].where(number.iloc[split] != "", parts["hausnummer"])
    filled["plz"].iloc[split] = filled["plz"].iloc[split].where(filled["plz"].iloc[split] != "", parts["plz"])
    rows = comparable_texts(filled, len(table))
    rows["vermutet"] = numbers_behind_dates(filled["hausnummer"], rows["vermutet"])
    return _with_towns(rows, split, parts["ort"], addresses)


def _is_number_of(read: pd.Series, said: pd.Series) -> pd.Series:
    """Tell whether the number in the street's cell does not contradict the cell of the number."""
    here, there = (mapped(texts, lambda text: "".join(text.lower().split()).lstrip("0")) for texts in (read, said))
    return (here == "") | (there == "") | (here == there)


def _with_towns(rows: pd.DataFrame, split: np.ndarray, towns: pd.Series, addresses: pd.DataFrame) -> pd.DataFrame:
    """Fill empty communes and districts with the towns that stood in the street's cell.

    A town that the list does not know is no less a town: it contradicts every address, unless the postcode is known.
    """
    communes, districts, codes = (set(addresses[name].unique()) - {""} for name in ("gemeinde_name", "ortsteil", "plz"))
    named = mapped(towns, lambda town: _known_town(town, communes, districts)).to_numpy()
    values = {column: rows[column].to_numpy(copy=True) for column in ("gemeinde_name", "ortsteil")}
    known_code = rows["plz"].isin(codes).to_numpy()[split]
    is_district = np.isin(named, list(districts - communes))
    foreign = ~is_district & ~np.isin(named, list(communes)) & known_code
    for column, here in (("gemeinde_name", ~is_district & ~foreign), ("ortsteil", is_district)):
        here = here & (named != "") & (values[column][split] == "")
        values[column][split[here]] = named[here]
    return rows.assign(**values)


def _known_town(town: str, communes: set[str], districts: set[str]) -> str:
    """Return the normal name of a town in the list's way (`Essen-Steele` and `Essen (Ruhr)` are `essen`)."""
    whole = normal_street(town)
    if not whole or whole in communes or whole in districts:
        return whole
    first = normal_street(_TOWN_END.split(town)[0])
    return first if first in communes else whole


def find_addresses(rows: pd.DataFrame, addresses: pd.DataFrame, allow_nearest: bool = False) -> Found:
    """Find the address of each of the `messy_rows` in the list; the nearest number only if `allow_nearest`."""
    listing = address_list(addresses)
    first = match_in(rows, listing)
    address, kind = first.address.copy(), first.match_class.copy().astype(object)
    problem, street = first.problem.copy(), first.street.copy()
    score = np.array([_SCORES.get(name, 0.0) for name in kind])
    asked = rows
    fixable = np.flatnonzero(np.isin(problem, [MatchProblem.STREET_UNKNOWN, MatchProblem.CONTRADICTION]))
    corrected, steps = _corrected(rows.iloc[fixable], listing.streets)
    meant = np.flatnonzero(corrected["normal"] != "")
    if len(meant):
        at = fixable[meant]
        names = {column: rows[column].to_numpy(copy=True) for column in ("name", "normal")}
        for column in names:
            names[column][at] = corrected[column].to_numpy()[meant]
        asked = rows.assign(**names)
        again = match_in(asked.iloc[at].reset_index(drop=True), listing)
        address[at], problem[at], street[at] = again.address, again.problem, again.street
        kind[at] = np.where(steps[meant] == 0, MatchClass.NORMALISED, MatchClass.CORRECTED)
        score[at] = _SCORES[MatchClass.NORMALISED] - _STEP * steps[meant]
    state = _State(address, kind, problem, street, score)
    _across_districts(state, asked, listing.table)
    _by_number(state, asked, listing.table, allow_nearest)
    none = state.address < 0
    ambiguous = none & np.isin(state.problem, _AMBIGUOUS)
    kind = np.where(ambiguous, MatchClass.AMBIGUOUS, np.where(none, MatchClass.NO_MATCH, state.kind))
    return Found(Matches(state.address, kind, state.problem, state.street), np.where(none, 0.0, state.score))


@dataclass
class _State:
    """What is known of each row; the steps fill it in."""

    address: np.ndarray
    kind: np.ndarray
    problem: np.ndarray
    street: np.ndarray
    score: np.ndarray

    def settle(self, rows: np.ndarray, found: np.ndarray, kind: str | None, score: np.ndarray | float) -> None:
        """Book the addresses `found` (-1: none) for `rows`; `score` is a factor."""
        hit = found >= 0
        at = rows[hit]
        self.address[at] = found[hit]
        self.problem[at] = MatchProblem.NONE
        self.score[at] = np.where(self.score[at] > 0, self.score[at], 1.0) * np.broadcast_to(score, hit.shape)[hit]
        if kind is not None:
            self.kind[at] = kind


def _corrected(rows: pd.DataFrame, streets: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the name that each row means (`name`, `normal`; empty if not exactly one) and its number of wrong letters.

    `streets` is that of an `AddressList`.
    """
    kinds = rows[["name", "normal", *_SAID]]
    codes, asked = _different(kinds)
    known = set(streets["normal"]) - {""}
    asked_open = asked[(asked["normal"] != "") & ~asked["normal"].isin(known)]
    pairs = pd.DataFrame(_similar(asked_open, known), columns=["normal", "gemeint", "schritte"])
    both = asked.assign(weise=np.arange(len(asked)))[["normal", "weise"]].merge(pairs, on="normal")
    there, here = shared_codes(streets, both.assign(normal=both["gemeint"]), ["normal"])
    left, right = pairs_of(here, there)
    way = both["weise"].to_numpy()[left]
    agree = agreement(asked, streets, (way, right), _SAID)
    agree &= mapped(asked["name"], numerals).to_numpy()[way] == mapped(streets["name"], numerals).to_numpy()[right]
    left, right, way = left[agree], right[agree], way[agree]
    steps = both["schritte"].to_numpy(dtype=float)[left]
    least = np.full(len(asked), np.inf)
    np.minimum.at(least, way, steps)
    best = steps == least[way]
    chosen = only(way[best], there[right[best]], len(asked))
    street = np.zeros(len(asked), dtype=np.int64)
    street[way[best]] = right[best]
    found = streets[["name", "normal"]].iloc[street].reset_index(drop=True)
    found[chosen < 0] = ""
    return found.iloc[codes].reset_index(drop=True), np.where(chosen >= 0, least, 0)[codes]


def _different(rows: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Return for each row the number of its kind, and the different kinds."""
    codes = codes_of([rows[column] for column in rows])
    return codes, rows.iloc[np.unique(codes, return_index=True)[1]].reset_index(drop=True)


def _similar(asked: pd.DataFrame, known: set[str]) -> list[tuple[str, str, int]]:
    """Return normal name asked, known name that may be meant, and wrong letters: none for an abbreviation."""
    names = asked["name"].unique()
    pairs = [(normal_street(name), form, 0) for name in names for form in readings_of_abbreviations(name) & known]
    short = {name for name, _, _ in pairs}
    return list(dict.fromkeys(pairs)) + similar_names(sorted(set(asked["normal"]) - short), sorted(known))


def _across_districts(state: _State, rows: pd.DataFrame, listed: pd.DataFrame) -> None:
    """Settle rows whose street runs through several districts of one postcode, if the number is there only once."""
    several = (state.problem == MatchProblem.STREET_AMBIGUOUS) & (rows["plz"] != "").to_numpy()
    at = np.flatnonzero(several & (rows["problem"] == "").to_numpy())
    if not len(at):
        return
    asked = rows.iloc[at]
    there = listed[listed["plz"].isin(asked["plz"].unique()) & listed["normal"].isin(asked["normal"].unique())]
    pairs = pairs_of(*shared_codes(asked, there, ["normal", "plz"]))
    agree = agreement(asked, there, pairs, ["gemeinde", "gemeinde_name", "ortsteil", "schluessel"])
    left, right = pairs[0][agree], pairs[1][agree]
    place = codes_of([there["gemeinde"], there["gemeinde_name"]])
    one_commune = only(left, place[right], len(at)) >= 0
    number = asked["nummer"].to_numpy()[left] == there["nummer"].to_numpy()[right]
    parts = codes_of([place, there["ortsteil"]])
    one_part = only(left[number], parts[right[number]], len(at)) >= 0
    found = np.full(len(at), -1)
    found[left[number][::-1]] = there["stelle"].to_numpy()[right[number]][::-1]
    found[~(one_commune & one_part)] = -1
    new = (found >= 0) & (state.kind[at] == MatchClass.NONE)
    state.settle(at, found, None, 1.0)
    same = rows["name"].to_numpy()[at[new]] == listed["name"].to_numpy()[found[new]]
    state.kind[at[new]] = np.where(same, MatchClass.EXACT, MatchClass.NORMALISED)


def _by_number(state: _State, rows: pd.DataFrame, listed: pd.DataFrame, allow_nearest: bool) -> None:
    """Settle rows on a known street whose number is not listed as written."""
    dates = np.flatnonzero(is_open_date(rows) & (state.street >= 0))
    if len(dates):
        found = as_dates(rows.iloc[dates], state.street[dates], listed)
        state.settle(dates, found, MatchClass.RANGE, _SCORES[MatchClass.RANGE])
    at = np.flatnonzero((state.problem == MatchProblem.NUMBER_UNKNOWN) & (state.street >= 0))
    if len(at):
        found = in_ranges(rows.iloc[at], state.street[at], listed)
        state.settle(at, found, MatchClass.RANGE, _SCORES[MatchClass.RANGE])
    at = at[state.address[at] < 0]
    corrected = state.kind[at] == MatchClass.CORRECTED
    # A corrected street is only believed if the number is there.
    at = at[~corrected]
    if allow_nearest and len(at):
        found, away = nearest(rows.iloc[at], state.street[at], listed)
        state.settle(at, found, MatchClass.NEAREST, _SCORES[MatchClass.NEAREST] / (1 + away / 10))
