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
from .coded import Coded, blank, coded_column, coded_pairs, first_or_second
from .fuzzy import numerals
from .house_numbers import NumberProblem, parse_house_numbers
from .joins import agreement, codes_of, first_of_each, mapped, only, pairs_of, shared_codes
from .keys import normal_ags, normal_street_key, padded_postcode
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
    ``hausnummer``, ``zusatz``, ``bis_nummer``, ``bis_zusatz``; an absent one is empty. Rows of the same ``art`` say the
    same of place and street.
    """
    text = {role: coded_column(table, name) for role, name in columns.items() if name in table.columns}
    return comparable_texts(text, len(table))


def comparable_texts(text: dict[str, Coded], rows: int) -> pd.DataFrame:
    """Return what `comparable` does, for columns of texts by their role, each of `rows` rows."""
    empty = blank(rows)
    number = _number_text(text, empty)
    commune = text.get("gemeinde", empty)
    ags = commune.mapped(normal_ags)
    named = ags.has("") & ~commune.has("")
    name = text.get("strasse", empty).mapped(_with_single_blanks)
    key = text.get("strassenschluessel", empty)
    said = {
        "gemeinde": ags,
        "gemeinde_name": first_or_second(named, commune, text.get("gemeinde_name", empty)).mapped(normal_street),
        "plz": text.get("plz", empty).mapped(padded_postcode),
        "ortsteil": text.get("ortsteil", empty).mapped(normal_street),
        "schluessel": key.mapped(normal_street_key),
        "name": name,
    }
    columns = {role: column.column() for role, column in said.items()}
    columns["normal"] = name.mapped(normal_street).column()
    columns["art"] = codes_of(list(said.values()))
    columns.update(_number_columns(number))
    columns["text"] = _address_texts(first_or_second(name.has(""), key, name), number)
    # Without a copy each column stays an array of its own; a block of all texts would be copied at every step.
    return pd.DataFrame(columns, index=pd.RangeIndex(rows), copy=False)


def _number_columns(number: Coded) -> dict[str, np.ndarray | pd.api.extensions.ExtensionArray]:
    """Return what `parse_house_numbers` reads in each number, with the key empty where there is none."""
    read = parse_house_numbers(pd.Series(number.texts, dtype=object))
    read["nummer"] = read["schluessel"].where(read["problem"] == "", "")
    names = {"nummer": "nummer", "hausnummer": "hausnummer", "zusatz": "zusatz", "bis_nummer": "bis_nummer",
             "bis_zusatz": "bis_zusatz", "vermutet": "guess", "problem": "problem"}  # fmt: skip
    return {role: read[column].array.take(number.codes) for role, column in names.items()}


def _with_single_blanks(name: str) -> str:
    single = " ".join(name.split())
    return name if single == name else single


def _address_texts(street: Coded, number: Coded) -> np.ndarray:
    """Return street and number of each row as one text."""
    with_blank = street.mapped(lambda name: f"{name} " if name else "")
    return first_or_second(number.has(""), street, with_blank).column() + number.column()


def _number_text(text: dict[str, Coded], empty: Coded) -> Coded:
    """Put number, suffix and end of range together as a person would write them."""
    start = _together(text.get("hausnummer", empty), text.get("zusatz"), " ")
    if "bis_nummer" not in text and "bis_zusatz" not in text:
        return start
    end = _together(text.get("bis_nummer", empty), text.get("bis_zusatz"), " ")
    return _together(start, end, "-")


def _together(first: Coded, second: Coded | None, between: str) -> Coded:
    """Return both texts with `between`, which is left out where the second is empty."""
    if second is None:
        return first
    return coded_pairs(first, second, lambda start, end: (start + between + end).strip() if end else start)


def street_numbers(addresses: pd.DataFrame) -> np.ndarray:
    """Return for each row of `comparable` addresses the number of its street.

    A street is a key in a commune; without keys it is a normal name in a commune and district.
    """
    kinds, asked = different(addresses)
    keyed = asked["schluessel"] != ""
    identity = asked["schluessel"].where(keyed, asked["normal"])
    district = asked["ortsteil"].where(~keyed, "")
    streets = codes_of([asked["gemeinde"], asked["gemeinde_name"], identity, district, keyed.to_numpy()])
    return streets[kinds]


def different(rows: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Return for each row of `comparable` the number of what it says of place and street, and each saying once."""
    kinds = pd.factorize(rows["art"])[0]
    first = first_of_each(kinds)
    return kinds, pd.DataFrame({column: rows[column].to_numpy()[first] for column in _STREET_COLUMNS}, copy=False)


@dataclass(frozen=True)
class AddressList:
    """`table`, the addresses of `comparable` with `strasse_nr` and `stelle` (the position), and `streets`, what is said
    of streets, each way of saying it once, with `strasse_nr`."""

    table: pd.DataFrame
    streets: pd.DataFrame


def address_list(addresses: pd.DataFrame) -> AddressList:
    """Return a list of addresses (result of `comparable`) ready for matching."""
    table = addresses.copy(deep=False)
    table["strasse_nr"] = street_numbers(addresses)
    table["stelle"] = np.arange(len(addresses))
    kinds, streets = different(addresses)
    streets["strasse_nr"] = table["strasse_nr"].to_numpy()[first_of_each(kinds)]
    return AddressList(table, streets)


@dataclass(frozen=True)
class Settled:
    """For each way of naming a street: its number (-1 if none can be meant), `MatchClass` and `MatchProblem`."""

    street: np.ndarray
    match_class: np.ndarray
    problem: np.ndarray

    def of(self, kinds: np.ndarray) -> Settled:
        """Return the verdict for rows of these kinds."""
        return Settled(self.street[kinds], self.match_class[kinds], self.problem[kinds])

    def forbid(self, rows: np.ndarray) -> None:
        """Let `rows` (a mask) mean no street, because what they say contradicts the list."""
        self.street[rows] = -1
        self.match_class[rows] = MatchClass.NONE
        self.problem[rows] = MatchProblem.CONTRADICTION


def match(rows: pd.DataFrame, addresses: pd.DataFrame) -> Matches:
    """Find the address of each row; both tables are results of `comparable`.

    Of an address that the list holds twice the first counts. A row without a number finds the one address of its
    street that has none either.
    """
    listing = address_list(addresses)
    kinds, asked = different(rows)
    return numbers_on_streets(rows, settle_streets(asked, listing.streets).of(kinds), listing.table)


def numbers_on_streets(rows: pd.DataFrame, settled: Settled, listed: pd.DataFrame) -> Matches:
    """Return the address of each row with its number on the street that is `settled` for it."""
    address = np.full(len(rows), -1)
    said = rows["problem"].to_numpy()
    unreadable = (said != "") & (said != NumberProblem.EMPTY)
    problem = np.where((settled.problem == "") & unreadable, said, settled.problem)
    wanted = np.flatnonzero(problem == "")
    found = _find_numbers(rows, wanted, settled.street, listed)
    several = wanted[found == -2]
    address[wanted] = np.maximum(found, -1)
    unknown = wanted[found == -1]
    problem[unknown] = np.where(said[unknown] == NumberProblem.EMPTY, said[unknown], MatchProblem.NUMBER_UNKNOWN)
    problem[several] = MatchProblem.ADDRESS_AMBIGUOUS
    return Matches(address, np.where(address >= 0, settled.match_class, MatchClass.NONE), problem, settled.street)


def settle_streets(asked: pd.DataFrame, streets: pd.DataFrame) -> Settled:
    """Return the street of each saying of `different`; `streets` is that of an `AddressList`."""
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
    return Settled(street, match_class, problem)


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
        agree[agree] = same_numerals(asked["name"].to_numpy()[left[agree]], streets["name"].to_numpy()[right[agree]])
    street = only(left[agree], streets["strasse_nr"].to_numpy()[right[agree]], len(asked))
    problem = np.full(len(asked), MatchProblem.STREET_UNKNOWN, dtype=object)
    problem[left] = MatchProblem.CONTRADICTION
    problem[street == -2] = MatchProblem.STREET_AMBIGUOUS
    problem[street >= 0] = MatchProblem.NONE
    return np.maximum(street, -1), problem


def same_numerals(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Tell which pairs of names have the same Roman and Arabic numerals."""
    return (mapped(pd.Series(first), numerals) == mapped(pd.Series(second), numerals)).to_numpy()


def _find_numbers(rows: pd.DataFrame, wanted: np.ndarray, streets: np.ndarray, listed: pd.DataFrame) -> np.ndarray:
    """Return for each of the rows `wanted` the position of the address with its number on its street.

    It is -1 if there is none, -2 if there are several.
    """
    asked = pd.DataFrame({name: rows[name].to_numpy()[wanted] for name in ("nummer", *AGREEING)}, copy=False)
    none = (listed["problem"] == NumberProblem.EMPTY).to_numpy()
    here, there = shared_codes(asked.assign(strasse_nr=streets[wanted]), listed, ["nummer", "strasse_nr"])
    there[(listed["nummer"] == "").to_numpy() & ~none] = -1
    left, right = pairs_of(here, there)
    agree = agreement(asked, listed, (left, right), AGREEING)
    left, right = left[agree], right[agree]
    again = np.isin(left, left[1:][left[1:] == left[:-1]]) & ~none[right]
    same = codes_of([left[again], *(listed[column].to_numpy()[right[again]] for column in AGREEING)])
    keep = np.ones(len(left), dtype=bool)
    keep[np.flatnonzero(again)] = np.isin(np.arange(len(same)), np.unique(same, return_index=True)[1])
    return only(left[keep], right[keep], len(wanted))


def address_columns() -> dict[str, str]:
    """Return the roles of `comparable` for a table in our own fields."""
    own = (
        fields.COMMUNE, fields.COMMUNE_NAME, fields.POSTCODE, fields.DISTRICT_PART, fields.STREET_KEY, fields.STREET,
        fields.HOUSE_NUMBER, fields.SUFFIX, fields.TO_NUMBER, fields.TO_SUFFIX,
    )  # fmt: skip
    return {field.name: field.name for field in own}
