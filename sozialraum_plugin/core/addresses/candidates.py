"""What a row that found no address may have meant: for the report, never for a match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

import numpy as np
import pandas as pd

from .joins import rows_at
from .match_numbers import on_streets
from .matching import Matches, MatchProblem, different, street_numbers

MOST = 3  # candidates a row
_LIKENESS = 0.8
_MOST_STREETS = 20_000  # different unknown streets for which similar names are looked up
_CLOSER_LOOK = 12  # names sharing most sequences of letters, which are compared letter by letter


def candidates(rows: pd.DataFrame, addresses: pd.DataFrame, matches: Matches) -> list[str]:
    """Return for each row (of `comparable`) up to three addresses or streets of the list, as one text.

    On a settled street these are the nearest numbers, else the streets of the same or a similar name.
    """
    result = np.full(len(rows), "", dtype=object)
    settled = np.flatnonzero((matches.problem != MatchProblem.NONE) & (matches.street >= 0))
    result[settled] = _nearest(rows_at(rows, settled), matches.street[settled], addresses)
    unsettled = np.flatnonzero((matches.problem != MatchProblem.NONE) & (matches.street < 0))
    names, kinds = rows["normal"].to_numpy()[unsettled], different(addresses)[1]
    streets = kinds.drop_duplicates(["normal", "plz", "ortsteil", "schluessel"])
    described = _described(streets)
    unknown = dict.fromkeys(names[matches.problem[unsettled] == MatchProblem.STREET_UNKNOWN])
    similar = _similar_names([name for name in unknown if name and name not in described], described)
    result[unsettled] = [_joined(name, described, similar) for name in names]
    return result.tolist()


def _nearest(rows: pd.DataFrame, streets: np.ndarray, addresses: pd.DataFrame) -> list[str]:
    """Return the numbers of the row's street nearest to the row's number; the first ones if it has none."""
    if not len(rows):
        return []
    near = on_streets(addresses.assign(strasse_nr=street_numbers(addresses)), streets)
    near = rows_at(near, np.flatnonzero(near["hausnummer"].notna()))
    order = np.argsort(near["strasse_nr"].to_numpy(), kind="stable")
    start = np.searchsorted(near["strasse_nr"].to_numpy()[order], streets, "left")
    end = np.searchsorted(near["strasse_nr"].to_numpy()[order], streets, "right")
    numbers, texts = near["hausnummer"].to_numpy(np.int64)[order], near["text"].to_numpy()[order]
    result = []
    for first, last, number in zip(start, end, rows["hausnummer"].fillna(-1).to_numpy(np.int64)):
        away = np.abs(numbers[first:last] - number) if number >= 0 else np.zeros(last - first)
        # A text may stand in the list more than once.
        closest = texts[first:last][np.argsort(away, kind="stable")]
        result.append("; ".join(_first_different(closest)))
    return result


def _first_different(texts: Iterable[str]) -> list[str]:
    """Return the first `MOST` different texts."""
    found: dict[str, None] = {}
    for text in texts:
        found[text] = None
        if len(found) == MOST:
            break
    return list(found)


def _described(streets: pd.DataFrame) -> dict[str, list[str]]:
    """Return by their normal name the streets, each with what tells it from others of its name."""
    result: dict[str, list[str]] = defaultdict(list)
    for normal, name, *marks in zip(*(streets[column] for column in ("normal", "name", "plz", "schluessel"))):
        said = ", ".join(mark for mark in marks if mark)
        result[normal].append(f"{name} ({said})" if said else name)
    return dict(result)


def _similar_names(asked: list[str], known: Iterable[str]) -> dict[str, list[str]]:
    """Return for each name those of the list that are most like it, the likeliest first."""
    names = [name for name in known if name]
    places: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        for sequence in _sequences(name):
            places[sequence].append(place)
    arrays = {sequence: np.array(found) for sequence, found in places.items()}
    lengths = np.array([len(_sequences(name)) for name in names] or [0])
    result = {}
    for name in asked[:_MOST_STREETS]:
        shared = [arrays[sequence] for sequence in _sequences(name) if sequence in arrays]
        counts = np.bincount(np.concatenate(shared), minlength=len(names)) if shared else np.zeros(len(names))
        likeness = counts / (lengths + len(_sequences(name)))
        best = np.argsort(-likeness, kind="stable")[:_CLOSER_LOOK] if len(names) else []
        result[name] = get_close_matches(name, [names[place] for place in best], MOST, _LIKENESS)
    return result


def _sequences(name: str) -> set[str]:
    """Return the pairs of letters in a name, with its beginning and end."""
    fenced = f"^{name}$"
    return {fenced[at : at + 2] for at in range(len(fenced) - 1)}


def _joined(name: str, described: dict[str, list[str]], similar: dict[str, list[str]]) -> str:
    names = [name] if name in described else similar.get(name, [])
    return "; ".join(_first_different(street for form in names for street in described[form]))
