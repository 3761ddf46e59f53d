"""From the cells of an address file to the ADDRESSES table, with an account of every row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .. import fields
from ..balance import Balance
from ..messages import tr
from .coordinates import read_coordinates
from .formats.raw import LINE, RawAddresses
from .house_numbers import NumberProblem, parse_house_numbers
from .keys import address_ids, normal_ags_column, padded_postcodes
from .problems import KEPT_WITH, AddressProblem, outcome, sentence

# After the fields of the seam: the end of a number range such as 12-14.
ADDRESS_FIELDS = (*fields.ADDRESSES, fields.TO_NUMBER, fields.TO_SUFFIX)
REPORT_FIELDS = (fields.ROW, fields.REASON, fields.NOTE, fields.ADDRESS_TEXT, fields.KEPT)


@dataclass(frozen=True)
class AddressTable:
    """`addresses`: columns of ADDRESS_FIELDS and `x`, `y`, `zone`; `report`: columns of REPORT_FIELDS, one row for each
    problem of a row; `balance`: the account of all rows."""

    addresses: pd.DataFrame
    report: pd.DataFrame
    balance: Balance


def build_addresses(
    raw: RawAddresses, commune: str = "", commune_name: str = "", with_coordinates: bool = True
) -> AddressTable:
    """Return the addresses of a file.

    `commune` (AGS) and `commune_name` fill rows that name none. A commune that is no key is taken for a name. Rows
    without coordinates are a problem only `with_coordinates`.
    """
    rows = raw.rows
    numbers = parse_house_numbers(rows["nummer"], rows["zusatz"])
    points = read_coordinates(rows["x"], rows["y"], rows["zone"])
    problems = _problems(rows, numbers, points, with_coordinates)
    left_out = problems[AddressProblem.DELETED] | problems[AddressProblem.NOTHING]
    table = _address_columns(rows, numbers, commune, commune_name).join(points)[~left_out].copy()
    table[fields.ADDRESS_ID.name] = address_ids(table, numbers["schluessel"][~left_out])
    again = table[fields.ADDRESS_ID.name].str.contains("#", regex=False) & (numbers["problem"][~left_out] == "")
    problems[AddressProblem.DUPLICATE] = again.reindex(rows.index, fill_value=False)
    balance = _balance(raw, problems, left_out)
    return AddressTable(table.reset_index(drop=True), _report(raw, problems, left_out), balance)


def _problems(
    rows: pd.DataFrame, numbers: pd.DataFrame, points: pd.DataFrame, with_coordinates: bool
) -> dict[str, pd.Series]:
    """Return for each code which rows have the problem; a row may have several."""
    no_street = (rows["strasse"] == "") & (rows["strassenschluessel"] == "")
    no_point = points["x"].isna()
    no_number = numbers["problem"] == NumberProblem.EMPTY
    result = {
        AddressProblem.DELETED: rows["kennung"].str.upper() == "L",
        AddressProblem.NOTHING: no_street & no_number & no_point,
        AddressProblem.NO_COORDINATES: no_point & with_coordinates,
        AddressProblem.NO_STREET: no_street,
        AddressProblem.INTERNAL: rows["qualitaet"].str.upper() == "C",
    }
    for code in (NumberProblem.EMPTY, NumberProblem.EXCEL_DATE, NumberProblem.REVERSED, NumberProblem.UNREADABLE):
        result[code] = numbers["problem"] == code
    return result


def _address_columns(rows: pd.DataFrame, numbers: pd.DataFrame, commune: str, commune_name: str) -> pd.DataFrame:
    ags = normal_ags_column(rows["gemeinde"])
    name = rows["gemeinde_name"].where(rows["gemeinde_name"] != "", rows["gemeinde"].where(ags == "", ""))
    key = rows["strassenschluessel"]
    columns = {
        fields.COMMUNE: ags.where(ags != "", commune),
        fields.COMMUNE_NAME: name.where(name != "", commune_name),
        fields.DISTRICT_PART: rows["ortsteil"],
        fields.STREET_KEY: key.where(~key.str.fullmatch(r"\d{1,4}"), key.str.zfill(5)),
        fields.STREET: rows["strasse"].str.replace(r"\s+", " ", regex=True),
        fields.HOUSE_NUMBER: numbers["hausnummer"],
        fields.SUFFIX: numbers["zusatz"],
        fields.POSTCODE: padded_postcodes(rows["plz"]),
        fields.QUALITY: rows["qualitaet"].str.upper(),
        fields.SOURCE_ID: rows["quell_id"],
        fields.TO_NUMBER: numbers["bis_nummer"],
        fields.TO_SUFFIX: numbers["bis_zusatz"],
    }
    return pd.DataFrame({field.name: values for field, values in columns.items()})


def _balance(raw: RawAddresses, problems: dict[str, pd.Series], left_out: pd.Series) -> Balance:
    balance = Balance(tr("addresses"), raw.total)
    named = pd.Series("", index=raw.rows.index)
    for code in reversed((AddressProblem.DELETED, AddressProblem.NOTHING, *KEPT_WITH)):
        named = named.mask(problems[code], code)
    counts = named.value_counts()
    balance.add(tr("in the result"), counts.get("", 0))
    for code in (*KEPT_WITH, AddressProblem.DELETED, AddressProblem.NOTHING):
        balance.add(outcome(code), counts.get(code, 0))
    balance.add(outcome(AddressProblem.BROKEN), len(raw.broken))
    return balance


def _report(raw: RawAddresses, problems: dict[str, pd.Series], left_out: pd.Series) -> pd.DataFrame:
    """Return one row for each problem of a row, in the order of the file."""
    rows = raw.rows
    text = (rows["strasse"] + " " + (rows["nummer"] + " " + rows["zusatz"]).str.strip()).str.strip()
    parts = [
        _report_part(code, rows.loc[mask, LINE], text[mask], ~left_out[mask])
        for code, mask in problems.items()
        if mask.any()
    ]
    if len(raw.broken):
        kept = pd.Series(False, index=raw.broken.index)
        parts.append(_report_part(AddressProblem.BROKEN, raw.broken[LINE], raw.broken["adresse"], kept))
    names = [field.name for field in REPORT_FIELDS]
    if not parts:
        return pd.DataFrame(columns=names)
    return pd.concat(parts).sort_values(LINE, kind="stable")[names].reset_index(drop=True)


def _report_part(code: str, lines: pd.Series, text: pd.Series, kept: pd.Series) -> pd.DataFrame:
    columns = [lines, np.full(len(lines), code), np.full(len(lines), sentence(code)), text, kept]
    return pd.DataFrame({field.name: np.asarray(column) for field, column in zip(REPORT_FIELDS, columns)})
