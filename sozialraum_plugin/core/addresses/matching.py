"""Rows of an office's table find their address: exactly or by the normal form of the name, never by a guess.

The street is settled first, then the number on it. A street is settled only if exactly one street of the address
list agrees in everything that the row says (key, name, commune, postcode, district), so that a number which happens
to exist on the wrong one of two streets of the same name draws nothing to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .. import fields
from .cells import text_column
from .house_numbers import NumberProblem, parse_house_numbers
from .keys import normal_ags_column, normal_street_keys, padded_postcodes
from .street_names import normal_streets

# Where both sides say something, they must say the same.
_AGREEING = ("gemeinde", "gemeinde_name", "plz", "ortsteil")
_STREET_COLUMNS = ["gemeinde", "gemeinde_name", "plz", "ortsteil", "schluessel", "name", "normal"]


class MatchProblem:
    """Why a row found no address, beside the codes of `NumberProblem`."""

    NONE = ""
    STREET_UNKNOWN = "strasse_unbekannt"
    STREET_AMBIGUOUS = "strasse_mehrdeutig"
    CONTRADICTION = "angaben_widersprechen_sich"
    NUMBER_UNKNOWN = "nummer_unbekannt"
    ADDRESS_AMBIGUOUS = "adresse_mehrdeutig"


class MatchClass:
    """How a row found its address."""

    NONE = ""
    EXACT = "exakt"
    NORMALISED = "normalisiert"
    CORRECTED = "strasse_korrigiert"
    RANGE = "nummer_im_bereich"
    NEAREST = "naechste_nummer"
    AMBIGUOUS = "mehrdeutig"
    NO_MATCH = "keiner"


@dataclass(frozen=True)
class Matches:
    """For each row: `address` (position in the address table, -1 if none), `match_class`, `problem`, and `street`
    (the number of the street it stands on, -1 if not settled)."""

    address: np.ndarray
    match_class: np.ndarray
    problem: np.ndarray
    street: np.ndarray


def comparable(table: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """Return what is compared, for an address list or for an office's table, with the index 0 to n-1.

    `columns` names the table's column for ``gemeinde``, ``plz``, ``ortsteil``, ``strassenschluessel``, ``strasse``,
    ``hausnummer``, ``zusatz``, ``bis_nummer``, ``bis_zusatz``; an absent one is empty.
    """
    text = {role: text_column(table, name).reset_index(drop=True) for role, name in columns.items()}
    return comparable_texts(text, len(table))


def comparable_texts(text: dict[str, pd.Series], rows: int) -> pd.DataFrame:
    """Return what `comparable` does, for text columns by their role, each of `rows` rows with the index 0 to n-1."""
    blank = pd.Series("", index=pd.RangeIndex(rows), dtype=object)
    number = _number_text(text, blank)
    readings = parse_house_numbers(number)
    commune = text.get("gemeinde", blank)
    ags = normal_ags_column(commune)
    name = text.get("strasse", blank).str.replace(r"\s+", " ", regex=True)
    return pd.DataFrame(
        {
            "gemeinde": ags,
            "gemeinde_name": normal_streets(commune.where(ags == "", text.get("gemeinde_name", blank))),
            "plz": padded_postcodes(text.get("plz", blank)),
            "ortsteil": normal_streets(text.get("ortsteil", blank)),
            "schluessel": normal_street_keys(text.get("strassenschluessel", blank)),
            "name": name,
            "normal": normal_streets(name),
            "nummer": readings["schluessel"].where(readings["problem"] == "", ""),
            "hausnummer": readings["hausnummer"],
            "zusatz": readings["zusatz"],
            "bis_nummer": readings["bis_nummer"],
            "bis_zusatz": readings["bis_zusatz"],
            "vermutet": readings["guess"],
            "problem": readings["problem"],
            "text": (name.where(name != "", text.get("strassenschluessel", blank)) + " " + number).str.strip(),
        }
    )


def _number_text(text: dict[str, pd.Series], blank: pd.Series) -> pd.Series:
    """Put number, suffix and end of range together as a person would write them."""
    start = (text.get("hausnummer", blank) + " " + text.get("zusatz", blank)).str.strip()
    end = (text.get("bis_nummer", blank) + " " + text.get("bis_zusatz", blank)).str.strip()
    return start.where(end == "", start + "-" + end)


def street_numbers(addresses: pd.DataFrame) -> np.ndarray:
    """Return for each row of `comparable` addresses the number of its street.

    A street is a key in a commune; without keys it is a normal name in a commune and district.
    """
    by_name = addresses["normal"] + "\t" + addresses["ortsteil"]
    identity = addresses["schluessel"].where(addresses["schluessel"] != "", by_name)
    return pd.factorize(addresses["gemeinde"] + "\t" + addresses["gemeinde_name"] + "\t" + identity)[0]


def match(rows: pd.DataFrame, addresses: pd.DataFrame) -> Matches:
    """Find the address of each row; both tables are results of `comparable`.

    Of an address that the list holds twice the first counts. A row without a number finds the one address of its
    street that has none either.
    """
    streets = street_numbers(addresses)
    street, match_class, problem = _settle_streets(rows, addresses[_STREET_COLUMNS].assign(strasse_nr=streets))
    address = np.full(len(rows), -1)
    said = rows["problem"].to_numpy()
    unreadable = (said != "") & (said != NumberProblem.EMPTY)
    problem = np.where((problem == "") & unreadable, said, problem)
    wanted = np.flatnonzero(problem == "")
    found = _find_numbers(rows.iloc[wanted].assign(strasse_nr=street[wanted]), addresses.assign(strasse_nr=streets))
    several = wanted[found == -2]
    address[wanted] = np.maximum(found, -1)
    unknown = wanted[found == -1]
    problem[unknown] = np.where(said[unknown] == NumberProblem.EMPTY, said[unknown], MatchProblem.NUMBER_UNKNOWN)
    problem[several] = MatchProblem.ADDRESS_AMBIGUOUS
    return Matches(address, np.where(address >= 0, match_class, MatchClass.NONE), problem, street)


def _settle_streets(rows: pd.DataFrame, addresses: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return street number, match class and problem of each row, settling each different way of writing once."""
    codes = rows.groupby(_STREET_COLUMNS, sort=False).ngroup().to_numpy()
    asked = rows[_STREET_COLUMNS].drop_duplicates().reset_index(drop=True)
    streets = addresses.drop_duplicates()
    street = np.full(len(asked), -1)
    match_class = np.full(len(asked), MatchClass.NONE, dtype=object)
    problem = np.full(len(asked), MatchProblem.STREET_UNKNOWN, dtype=object)
    open_rows = np.ones(len(asked), dtype=bool)
    for column, name in (
        ("schluessel", MatchClass.EXACT),
        ("name", MatchClass.EXACT),
        ("normal", MatchClass.NORMALISED),
    ):
        settled, verdict = _settle_by(asked[open_rows], streets, column)
        rows_here = np.flatnonzero(open_rows)
        street[rows_here] = settled
        match_class[rows_here[settled >= 0]] = name
        problem[rows_here] = verdict
        # A known key that contradicts the name is no reason to go by the name.
        final = (settled >= 0) | (verdict == MatchProblem.STREET_AMBIGUOUS)
        final |= (verdict == MatchProblem.CONTRADICTION) & (column == "schluessel")
        open_rows[rows_here[final]] = False
    return street[codes], match_class[codes], problem[codes]


def _settle_by(asked: pd.DataFrame, streets: pd.DataFrame, column: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the one street that agrees with each row (-1 if none or several) and the problem."""
    numbered = asked.assign(zeile=np.arange(len(asked)))
    pairs = numbered[numbered[column] != ""].merge(streets, on=column, suffixes=("", "_dort"))
    agree = _agreement(pairs)
    if column == "schluessel":
        agree &= (pairs["normal"] == "") | (pairs["normal_dort"] == "") | (pairs["normal"] == pairs["normal_dort"])
    # A key in the row that the list does not know cannot confirm a name that has another key there.
    elif "schluessel_dort" in pairs:
        agree &= (pairs["schluessel"] == "") | (pairs["schluessel_dort"] == "")
    counts = pairs[agree].groupby("zeile")["strasse_nr"].agg(["nunique", "first"])
    street = np.full(len(asked), -1)
    problem = np.full(len(asked), MatchProblem.STREET_UNKNOWN, dtype=object)
    problem[pairs["zeile"].unique()] = MatchProblem.CONTRADICTION
    problem[counts.index[counts["nunique"] > 1]] = MatchProblem.STREET_AMBIGUOUS
    single = counts[counts["nunique"] == 1]
    street[single.index] = single["first"]
    problem[single.index] = MatchProblem.NONE
    return street, problem


def _agreement(pairs: pd.DataFrame) -> pd.Series:
    """Tell for pairs of rows whether they differ in nothing that both say."""
    agree = pd.Series(True, index=pairs.index)
    for column in _AGREEING:
        here, there = pairs[column], pairs[f"{column}_dort"]
        agree &= (here == "") | (there == "") | (here == there)
    return agree


def _find_numbers(rows: pd.DataFrame, addresses: pd.DataFrame) -> np.ndarray:
    """Return the position of the address with the row's number on its street; -1 if none, -2 if several."""
    listed = addresses.assign(stelle=np.arange(len(addresses)))
    with_none = listed[listed["problem"] == NumberProblem.EMPTY]
    listed = listed[listed["nummer"] != ""].drop_duplicates([*_AGREEING, "strasse_nr", "nummer"])
    listed = pd.concat([listed, with_none])
    numbered = rows.assign(zeile=np.arange(len(rows)))
    pairs = numbered.merge(listed, on=["strasse_nr", "nummer"], suffixes=("", "_dort"))
    pairs = pairs[_agreement(pairs)]
    counts = pairs.groupby("zeile")["stelle"].agg(["size", "first"])
    result = np.full(len(rows), -1)
    result[counts.index] = np.where(counts["size"] == 1, counts["first"], -2)
    return result


def address_columns() -> dict[str, str]:
    """Return the roles of `comparable` for a table in our own fields."""
    own = (
        fields.COMMUNE, fields.COMMUNE_NAME, fields.POSTCODE, fields.DISTRICT_PART, fields.STREET_KEY, fields.STREET,
        fields.HOUSE_NUMBER, fields.SUFFIX, fields.TO_NUMBER, fields.TO_SUFFIX,
    )  # fmt: skip
    return {field.name: field.name for field in own}
