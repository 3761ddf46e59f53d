"""Rows of a messy list find their address: exact first, then ever more freely, and never to a doubtful street.

The steps build on `matching.match`. Only what a step leaves open goes on to the next one, and each different way of
writing a street is settled once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .cells import text_column
from .fuzzy import similar_names
from .match_numbers import as_dates, in_ranges, is_open_date, nearest, numbers_behind_dates
from .matching import MatchClass, Matches, MatchProblem, comparable_texts, match, street_numbers
from .one_cell import mended, once, split_cells
from .street_names import normal_street, normal_streets, readings_of_abbreviations

_SAID = ["gemeinde", "gemeinde_name", "plz", "ortsteil", "schluessel"]
_AMBIGUOUS = (MatchProblem.STREET_AMBIGUOUS, MatchProblem.ADDRESS_AMBIGUOUS)
_SCORES = {MatchClass.EXACT: 1.0, MatchClass.NORMALISED: 0.99, MatchClass.RANGE: 0.85, MatchClass.NEAREST: 0.6}
_STEP = 0.1  # what each wrong letter costs


@dataclass(frozen=True)
class Found:
    """`matches` of the rows (classes include `mehrdeutig` and `keiner`) and their `score` from 0 to 1."""

    matches: Matches
    score: np.ndarray


def messy_rows(table: pd.DataFrame, columns: dict[str, str], addresses: pd.DataFrame) -> pd.DataFrame:
    """Return what is compared, as `comparable` does, for a table whose street cells may hold more than the street.

    `addresses` is the list, a result of `comparable`. A number, postcode or town in the street's cell fills an empty
    cell of its own; a town counts only if the list knows it.
    """
    text = {role: text_column(table, name).reset_index(drop=True) for role, name in columns.items()}
    blank = pd.Series("", index=pd.RangeIndex(len(table)), dtype=object)
    cell = text.get("strasse", blank)
    number = text.get("hausnummer", blank)
    known = set(addresses["normal"])
    split = np.flatnonzero((number == "") | ~normal_streets(cell).isin(known))
    parts = split_cells(cell.iloc[split], known)
    same = _is_number_of(parts["hausnummer"], number.iloc[split])
    parts.loc[~same, "strasse"] = cell.iloc[split][~same].map(lambda text: once(mended(text)))
    filled = {**text, "strasse": cell.copy(), "hausnummer": number.copy(), "plz": text.get("plz", blank).copy()}
    filled["strasse"].iloc[split] = parts["strasse"]
    filled["hausnummer"].iloc[split] = number.iloc[split].where(number.iloc[split] != "", parts["hausnummer"])
    filled["plz"].iloc[split] = filled["plz"].iloc[split].where(filled["plz"].iloc[split] != "", parts["plz"])
    rows = comparable_texts(filled, len(table))
    rows["vermutet"] = numbers_behind_dates(filled["hausnummer"], rows["vermutet"])
    return _with_towns(rows, split, parts["ort"], addresses)


def _is_number_of(read: pd.Series, said: pd.Series) -> pd.Series:
    """Tell whether the number in the street's cell does not contradict the cell of the number."""
    here, there = (texts.str.lower().str.replace(r"\s+", "", regex=True).str.lstrip("0") for texts in (read, said))
    return (here == "") | (there == "") | (here == there)


def _with_towns(rows: pd.DataFrame, split: np.ndarray, towns: pd.Series, addresses: pd.DataFrame) -> pd.DataFrame:
    """Fill empty commune names and districts with the towns that stood in the street's cell."""
    named = normal_streets(towns).to_numpy()
    for column in ("gemeinde_name", "ortsteil"):
        values = rows[column].to_numpy(copy=True)
        known = np.isin(named, list(set(addresses[column]) - {""})) & (values[split] == "")
        values[split[known]] = named[known]
        named = np.where(known, "", named)
        rows[column] = values
    return rows


def find_addresses(rows: pd.DataFrame, addresses: pd.DataFrame, allow_nearest: bool = False) -> Found:
    """Find the address of each of the `messy_rows` in the list; the nearest number only if `allow_nearest`."""
    first = match(rows, addresses)
    address, kind = first.address.copy(), first.match_class.copy().astype(object)
    problem, street = first.problem.copy(), first.street.copy()
    score = np.array([_SCORES.get(name, 0.0) for name in kind])
    asked = rows
    fixable = np.flatnonzero(np.isin(problem, [MatchProblem.STREET_UNKNOWN, MatchProblem.CONTRADICTION]))
    corrected, steps = _corrected(rows.iloc[fixable], addresses)
    meant = np.flatnonzero(corrected != "")
    if len(meant):
        at = fixable[meant]
        asked = rows.copy()
        for column in ("name", "normal"):
            asked.iloc[at, asked.columns.get_loc(column)] = corrected[meant]
        again = match(asked.iloc[at].reset_index(drop=True), addresses)
        address[at], problem[at], street[at] = again.address, again.problem, again.street
        kind[at] = np.where(steps[meant] == 0, MatchClass.NORMALISED, MatchClass.CORRECTED)
        score[at] = _SCORES[MatchClass.NORMALISED] - _STEP * steps[meant]
    state = _State(address, kind, problem, street, score)
    listed = addresses.assign(strasse_nr=street_numbers(addresses), stelle=np.arange(len(addresses)))
    _across_districts(state, asked, listed)
    _by_number(state, asked, listed, allow_nearest)
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


def _corrected(rows: pd.DataFrame, addresses: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the normal name that each row means (empty if not exactly one) and its number of wrong letters."""
    ways = rows[["name", "normal", *_SAID]].drop_duplicates().reset_index(drop=True)
    listed = addresses[["normal", *_SAID]].drop_duplicates()
    known = set(listed["normal"]) - {""}
    ways = ways[(ways["normal"] != "") & ~ways["normal"].isin(known)]
    pairs = [(name, form, 0) for name in ways["name"].unique() for form in readings_of_abbreviations(name) & known]
    short = {normal_street(name) for name, _, _ in pairs}
    pairs = [(normal_street(name), form, 0) for name, form, _ in pairs]
    pairs += similar_names(set(ways["normal"]) - short, known)
    table = pd.DataFrame(pairs, columns=["normal", "gemeint", "schritte"])
    asked = ways.drop(columns="name").drop_duplicates().reset_index(drop=True)
    asked["weise"] = np.arange(len(asked))
    both = asked.merge(table, on="normal").merge(listed, left_on="gemeint", right_on="normal", suffixes=("", "_dort"))
    agree = pd.Series(True, index=both.index)
    for column in _SAID:
        here, there = both[column], both[f"{column}_dort"]
        agree &= (here == "") | (there == "") | (here == there)
    both = both[agree].drop_duplicates(["weise", "gemeint"])
    least = both.groupby("weise")["schritte"].transform("min")
    both = both[both["schritte"] == least]
    both = both[~both.duplicated("weise", keep=False)]
    keys = ["normal", *_SAID]
    chosen = rows[keys].merge(asked.merge(both[["weise", "gemeint", "schritte"]], on="weise"), on=keys, how="left")
    return chosen["gemeint"].fillna("").to_numpy(dtype=object), chosen["schritte"].fillna(0).to_numpy(dtype=float)


def _across_districts(state: _State, rows: pd.DataFrame, listed: pd.DataFrame) -> None:
    """Settle rows whose street runs through several districts of one postcode, if the number is there only once."""
    several = (state.problem == MatchProblem.STREET_AMBIGUOUS) & (rows["plz"] != "").to_numpy()
    at = np.flatnonzero(several & (rows["problem"] == "").to_numpy())
    if not len(at):
        return
    keys = ["normal", "plz", "nummer"]
    there = listed[listed["nummer"] != ""].drop_duplicates([*keys, "ortsteil", "gemeinde", "gemeinde_name"])
    asked = rows.iloc[at].assign(zeile=np.arange(len(at)))
    pairs = asked[[*keys, *_SAID[:2], "ortsteil", "schluessel", "zeile"]].merge(there, on=keys, suffixes=("", "_dort"))
    agree = pd.Series(True, index=pairs.index)
    for column in ("gemeinde", "gemeinde_name", "ortsteil", "schluessel"):
        here, other = pairs[column], pairs[f"{column}_dort"]
        agree &= (here == "") | (other == "") | (here == other)
    pairs = pairs[agree]
    communes = there.groupby(["normal", "plz"])[["gemeinde", "gemeinde_name"]].nunique().max(axis=1)
    one = pairs[~pairs.duplicated("zeile", keep=False)]
    one = one[communes.reindex(pd.MultiIndex.from_frame(one[["normal", "plz"]])).to_numpy() == 1]
    found = np.full(len(at), -1)
    found[one["zeile"]] = one["stelle"]
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
