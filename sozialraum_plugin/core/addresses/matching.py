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
from .fuzzy import numerals
from .house_numbers import NumberProblem, parse_house_numbers
from .joins import agreement, codes_of, mapped, only, paired, pairs_of, plain_texts, shared_codes
from .keys import normal_ags_column, normal_street_keys, padded_postcodes
from .street_names import normal_street

# Where both sides say something, they must say the same.
AGREEING = ("gemeinde", "gemeinde_name", "plz", "ortsteil")
_TELLING = ["gemeinde", "gemeinde_name", "plz", "ortsteil", "schluessel", "name"]  # "normal" follows from "name"
_STREET_COLUMNS = [*_TELLING, "normal"]


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
    text = {role: plain_texts(table, name) for role, name in columns.items() if name in table.columns}
    return comparable_texts(text, len(table))


def comparable_texts(text: dict[str, pd.Series], rows: int) -> pd.DataFrame:
    """Return what `comparable` does, for text columns by their role, each of `rows` rows with the index 0 to n-1."""
    blank = pd.Series("", index=pd.RangeIndex(rows), dtype=object)
    number = _number_text(text, blank)
    readings = parse_house_numbers(number)
    commune = text.get("gemeinde", blank)
    ags = normal_ags_column(commune)
    commune_name = commune.where((ags == "") & (commune != ""), text.get("gemeinde_name", blank))
    name = mapped(text.get("strasse", blank), lambda name: " ".join(name.split()))
    key = text.get("strassenschluessel", blank)
    return pd.DataFrame(
        {
            "gemeinde": ags,
            "gemeinde_name": mapped(commune_name, normal_street),
            "plz": padded_postcodes(text.get("plz", blank)),
            "ortsteil": mapped(text.get("ortsteil", blank), normal_street),
            "schluessel": normal_street_keys(key),
            "name": name,
            "normal": mapped(name, normal_street),
            "nummer": readings["schluessel"].where(readings["problem"] == "", ""),
            "hausnummer": readings["hausnummer"],
            "zusatz": readings["zusatz"],
            "bis_nummer": readings["bis_nummer"],
            "bis_zusatz": readings["bis_zusatz"],
            "vermutet": readings["guess"],
            "problem": readings["problem"],
            "text": _joined(name.where(name != "", key), number),
        }
    )


def _joined(first: pd.Series, second: pd.Series) -> pd.Series:
    """Put two texts behind each other, with a blank where both say something."""
    both = ((first != "") & (second != "")).to_numpy()
    return first + np.where(both, " ", "") + second


def _number_text(text: dict[str, pd.Series], blank: pd.Series) -> pd.Series:
    """Put number, suffix and end of range together as a person would write them."""
    start = _together(text.get("hausnummer", blank), text.get("zusatz"), " ")
    if "bis_nummer" not in text and "bis_zusatz" not in text:
        return start
    end = _together(text.get("bis_nummer", blank), text.get("bis_zusatz"), " ")
    return _together(start, end, "-")


def _together(first: pd.Series, second: pd.Series | None, between: str) -> pd.Series:
    """Return both texts with `between`, which is left out where the second is empty."""
    if second is None:
        return first
    return paired(first, second, lambda start, end: (start + between + end).strip() if end else start)


def street_numbers(addresses: pd.DataFrame) -> np.ndarray:
    """Return for each row of `comparable` addresses the number of its street.

    A street is a key in a commune; without keys it is a normal name in a commune and district.
    """
    keyed = addresses["schluessel"] != ""
    identity = addresses["schluessel"].where(keyed, addresses["normal"])
    district = addresses["ortsteil"].where(~keyed, "")
    return codes_of([addresses["gemeinde"], addresses["gemeinde_name"], identity, district, keyed.to_numpy()])


@dataclass(frozen=True)
class AddressList:
    """`table`, the addresses of `comparable` with `strasse_nr` and `stelle` (the position), and `streets`, what is said
    of streets, each way of saying it once."""

    table: pd.DataFrame
    streets: pd.DataFrame


def address_list(addresses: pd.DataFrame) -> AddressList:
    """Return a list of addresses (result of `comparable`) ready for matching."""
    table = addresses.assign(strasse_nr=street_numbers(addresses), stelle=np.arange(len(addresses)))
    first = np.unique(codes_of([table[column] for column in _TELLING]), return_index=True)[1]
    return AddressList(table, table[[*_STREET_COLUMNS, "strasse_nr"]].iloc[first].reset_index(drop=True))


def match(rows: pd.DataFrame, addresses: pd.DataFrame) -> Matches:
    """Find the address of each row; both tables are results of `comparable`.

    Of an address that the list holds twice the first counts. A row without a number finds the one address of its
    street that has none either.
    """
    return match_in(rows, address_list(addresses))


def match_in(rows: pd.DataFrame, addresses: AddressList) -> Matches:
    """Do what `match` does, with a list that is ready."""
    street, match_class, problem = _settle_streets(rows, addresses.streets)
    address = np.full(len(rows), -1)
    said = rows["problem"].to_numpy()
    unreadable = (said != "") & (said != NumberProblem.EMPTY)
    problem = np.where((problem == "") & unreadable, said, problem)
    wanted = np.flatnonzero(problem == "")
    found = _find_numbers(rows.iloc[wanted], street[wanted], addresses.table)
    several = wanted[found == -2]
    address[wanted] = np.maximum(found, -1)
    unknown = wanted[found == -1]
    problem[unknown] = np.where(said[unknown] == NumberProblem.EMPTY, said[unknown], MatchProblem.NUMBER_UNKNOWN)
    problem[several] = MatchProblem.ADDRESS_AMBIGUOUS
    return Matches(address, np.where(address >= 0, match_class, MatchClass.NONE), problem, street)


def _settle_streets(rows: pd.DataFrame, streets: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return street number, match class and problem of each row, settling each different way of writing once."""
    codes = codes_of([rows[column] for column in _TELLING])
    asked = rows[_STREET_COLUMNS].iloc[np.unique(codes, return_index=True)[1]].reset_index(drop=True)
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
    here, there = shared_codes(asked, streets, [column])
    here[(asked[column] == "").to_numpy()] = -1
    left, right = pairs_of(here, there)
    agree = agreement(asked, streets, (left, right), AGREEING)
    if column == "schluessel":
        agree &= agreement(asked, streets, (left, right), ["normal"])
    # A key in the row that the list does not know cannot confirm a name that has another key there.
    else:
        keyed = (asked["schluessel"] != "").to_numpy()[left] & (streets["schluessel"] != "").to_numpy()[right]
        agree &= ~keyed
    if column == "normal":
        agree &= mapped(asked["name"], numerals).to_numpy()[left] == mapped(streets["name"], numerals).to_numpy()[right]
    street = only(left[agree], streets["strasse_nr"].to_numpy()[right[agree]], len(asked))
    problem = np.full(len(asked), MatchProblem.STREET_UNKNOWN, dtype=object)
    problem[left] = MatchProblem.CONTRADICTION
    problem[street == -2] = MatchProblem.STREET_AMBIGUOUS
    problem[street >= 0] = MatchProblem.NONE
    return np.maximum(street, -1), problem


def _find_numbers(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> np.ndarray:
    """Return the position of the address with the row's number on its street; -1 if none, -2 if several."""
    none = (listed["problem"] == NumberProblem.EMPTY).to_numpy()
    here, there = shared_codes(rows.assign(strasse_nr=streets), listed, ["nummer", "strasse_nr"])
    there[(listed["nummer"] == "").to_numpy() & ~none] = -1
    left, right = pairs_of(here, there)
    agree = agreement(rows, listed, (left, right), AGREEING)
    left, right = left[agree], right[agree]
    again = np.isin(left, left[1:][left[1:] == left[:-1]]) & ~none[right]
    same = codes_of([left[again], *(listed[column].to_numpy()[right[again]] for column in AGREEING)])
    keep = np.ones(len(left), dtype=bool)
    keep[np.flatnonzero(again)] = np.isin(np.arange(len(same)), np.unique(same, return_index=True)[1])
    return only(left[keep], right[keep], len(rows))


def address_columns() -> dict[str, str]:
    """Return the roles of `comparable` for a table in our own fields."""
    own = (
        fields.COMMUNE, fields.COMMUNE_NAME, fields.POSTCODE, fields.DISTRICT_PART, fields.STREET_KEY, fields.STREET,
        fields.HOUSE_NUMBER, fields.SUFFIX, fields.TO_NUMBER, fields.TO_SUFFIX,
    )  # fmt: skip
    return {field.name: field.name for field in own}
