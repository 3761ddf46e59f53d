"""What a row that found no address may have meant: for the report, never for a match."""

from __future__ import annotations

from difflib import get_close_matches

import numpy as np
import pandas as pd

from .matching import Matches, MatchProblem, street_numbers

MOST = 3  # candidates a row
_LIKENESS = 0.8
_MOST_STREETS = 1000  # different unknown streets for which similar names are looked up; each takes milliseconds


def candidates(rows: pd.DataFrame, addresses: pd.DataFrame, matches: Matches) -> list[str]:
    """Return for each row (of `comparable`) up to three addresses or streets of the list, as one text.

    On a settled street these are the nearest numbers, else the streets of the same or a similar name.
    """
    on_street = dict(tuple(addresses.assign(strasse_nr=street_numbers(addresses)).groupby("strasse_nr")))
    similar = _similar_streets(rows[matches.problem == MatchProblem.STREET_UNKNOWN], addresses)
    named = addresses.drop_duplicates(["normal", "plz", "ortsteil", "schluessel"]).groupby("normal")
    result = []
    for row, (problem, street) in enumerate(zip(matches.problem, matches.street)):
        if problem == MatchProblem.NONE:
            result.append("")
        elif street >= 0:
            result.append(_nearest(rows.iloc[row], on_street[street]))
        else:
            result.append(_streets(rows["normal"].iloc[row], named, similar))
    return result


def _nearest(row: pd.Series, street: pd.DataFrame) -> str:
    """Return the numbers of the street nearest to the row's."""
    listed = street[street["hausnummer"].notna()]
    if not pd.isna(row["hausnummer"]):
        distance = (listed["hausnummer"] - row["hausnummer"]).abs().astype(float)
        listed = listed.iloc[np.argsort(distance.to_numpy(), kind="stable")]
    return "; ".join(listed["text"].drop_duplicates().head(MOST))


def _similar_streets(rows: pd.DataFrame, addresses: pd.DataFrame) -> dict[str, list[str]]:
    known = [name for name in addresses["normal"].unique() if name]
    asked = [name for name in rows["normal"].unique() if name][:_MOST_STREETS]
    return {name: get_close_matches(name, known, MOST, _LIKENESS) for name in asked}


def _streets(name: str, named: pd.core.groupby.DataFrameGroupBy, similar: dict[str, list[str]]) -> str:
    names = [name] if name in named.groups else similar.get(name, [])
    found = [_described(street) for form in names for _, street in named.get_group(form).iterrows()]
    return "; ".join(dict.fromkeys(found[:MOST]))


def _described(street: pd.Series) -> str:
    """Return a street with what tells it from others of its name."""
    marks = [mark for mark in (street["plz"], street["schluessel"]) if mark]
    return street["name"] + (f" ({', '.join(marks)})" if marks else "")
