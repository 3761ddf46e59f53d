"""The rows of an error protocol beside the address list: as they were written, and the address that each one means."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .. import fields
from ..addresses.house_numbers import NumberProblem
from ..addresses.matching import Matches, MatchProblem, address_columns, comparable, street_numbers
from ..addresses.messy_rows import messy_rows
from ..addresses.street_search import find_addresses
from .address_columns import standard_addresses, text_column
from .directory_rows import STREET_COLUMNS

STREET_NUMBER = "strasse_nr"  # of the address list: which street an address lies in
_NUMBER_COLUMNS = (fields.HOUSE_NUMBER.name, fields.SUFFIX.name, fields.TO_NUMBER.name, fields.TO_SUFFIX.name)
_ON_KNOWN_STREET = (NumberProblem.EMPTY, MatchProblem.NUMBER_UNKNOWN)


class Register(NamedTuple):
    """The address list: `standard` has the columns of `standard_addresses`, `gebiet` (empty if unknown) and
    STREET_NUMBER; `listed` is what the matcher compares. Both have the index 0 to n-1."""

    standard: pd.DataFrame
    listed: pd.DataFrame


class ProtocolRows(NamedTuple):
    """The rows of a protocol, with the index 0 to n-1.

    `written` has the columns of `standard_addresses`: what the agency looks for. `target` has a row for each row whose
    address is known, by its index, in the columns of `Register.standard`. `problem` says why the others have none (a
    MatchProblem or NumberProblem). `named` tells whether the cell of the street holds nothing but its name. `compared`
    and `matches` are what the matcher worked with and found.
    """

    written: pd.DataFrame
    target: pd.DataFrame
    problem: pd.Series
    named: pd.Series
    compared: pd.DataFrame
    matches: Matches


def register_of(table: pd.DataFrame, area_column: str = "") -> Register:
    """Return an address list in our own fields; `area_column` holds the area of each address."""
    table = table.reset_index(drop=True)
    parts = (*STREET_COLUMNS, fields.HOUSE_NUMBER, fields.SUFFIX)
    present = {field.name: field.name for field in parts if field.name in table.columns}
    standard, _unreadable = standard_addresses(table, present)
    listed = comparable(table, address_columns())
    area = text_column(table[area_column]) if area_column else pd.Series("", index=table.index, dtype=object)
    return Register(standard.assign(**{fields.AREA.name: area, STREET_NUMBER: street_numbers(listed)}), listed)


def protocol_rows(table: pd.DataFrame, register: Register) -> ProtocolRows:
    """Return the rows of a protocol (columns of `ba_protocol_file.ROLES`) with the addresses that they mean.

    The matcher is that of “Match addresses”, without nearest numbers. A row whose number is missing or not in the list
    still means its street if all of that street lies in one area: then the target is that street with the row's number.
    """
    rows = messy_rows(table, {role: role for role in table.columns}, register.listed)
    matches = find_addresses(rows, register.listed).matches
    cell = table[fields.STREET.name].map(lambda text: " ".join(str(text).split())).reset_index(drop=True)
    named = _named(table, cell, rows["name"])
    written = _written(table, rows, register.standard).assign(**{fields.STREET.name: rows["name"].where(named, cell)})
    on_street = np.where(matches.address < 0, _whole_streets(rows, register, matches), -1)
    position = np.where(on_street >= 0, on_street, matches.address)
    known, by_street = np.flatnonzero(position >= 0), np.flatnonzero(on_street >= 0)
    target = register.standard.iloc[position[known]].set_axis(known)
    for column in _NUMBER_COLUMNS:
        if column in target:
            target[column] = target[column].where(~np.isin(known, by_street), written[column].reindex(known))
    problem = pd.Series(matches.problem, dtype=object).where(position < 0, MatchProblem.NONE)
    return ProtocolRows(written, target, problem, named, rows, matches)


def _written(table: pd.DataFrame, rows: pd.DataFrame, standard: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in the columns of `standard_addresses`, as they are written."""

    def own(column: str) -> pd.Series:
        if column in table:
            return text_column(table[column].reset_index(drop=True))
        return pd.Series("", index=rows.index, dtype=object)

    columns = {
        **{column: own(column) for column in (fields.STREET_KEY.name, fields.DISTRICT_PART.name)},
        **{column: rows[column] for column in (fields.COMMUNE.name, fields.POSTCODE.name, *_NUMBER_COLUMNS)},
        fields.STREET.name: rows["name"],
    }
    left_out = (fields.AREA.name, STREET_NUMBER)
    return pd.DataFrame({column: columns[column] for column in standard.columns if column not in left_out})


def _whole_streets(rows: pd.DataFrame, register: Register, matches: Matches) -> np.ndarray:
    """Return for each row an address of its street if all of that street lies in one area, else -1.

    Only for rows whose street is certain and whose number is missing or not in the list.
    """
    standard, listed = register.standard, register.listed
    by_street = standard.groupby(STREET_NUMBER)[fields.AREA.name]
    in_one = (by_street.nunique() == 1) & (by_street.first() != "")
    names = set(zip(standard[STREET_NUMBER], listed["normal"]))
    here = listed.assign(street=standard[STREET_NUMBER], place=np.arange(len(listed)))
    first = here.drop_duplicates("street").set_index("street")["place"]
    in_postcode = here.drop_duplicates(["street", "plz"]).set_index(["street", "plz"])["place"]
    result = np.full(len(rows), -1)
    for row in np.flatnonzero((matches.street >= 0) & np.isin(matches.problem, _ON_KNOWN_STREET)):
        street = matches.street[row]
        if in_one[street] and (street, rows["normal"].iat[row]) in names:
            result[row] = in_postcode.get((street, rows["plz"].iat[row]), first[street])
    return result


def _named(table: pd.DataFrame, cell: pd.Series, name: pd.Series) -> pd.Series:
    """Tell for each row whether the street's cell holds its name only, or name and number where they share a cell."""
    number = table[fields.HOUSE_NUMBER.name].reset_index(drop=True) if fields.HOUSE_NUMBER.name in table else ""
    begins = pd.Series([text.startswith(own) for text, own in zip(cell, name)], index=name.index, dtype=bool)
    return (name != "") & ((cell == name) | (begins & (pd.Series(number, index=name.index) == "")))
