"""Giving addresses their area by a street directory, or the reason why not.

A street is found by commune and key where both sides have a key, else by name, and then postcode and Ortsteil must not
contradict. Of several streets that fit, those win that agree in more columns; if they still disagree about the area,
the address gets none: a wrong street is worse than no match.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .. import fields
from .address_order import order_keys
from .directory_rows import STREET_COLUMNS, DirectoryRows, read_directory
from .directory_search import NO_NUMBER, NOT_FOUND, build_index, class_of, overlaps, search
from .street_identity import codes_of, plain_names, real_keys

_QUALIFIERS = tuple(field.name for field in STREET_COLUMNS if field is not fields.STREET)
_KEY_WEIGHT = 100  # a key outweighs all other columns


class Reason:
    """Why an address has no area; ASSIGNED if it has one."""

    ASSIGNED = ""
    NO_STREET = "ohne_strasse"
    UNKNOWN_STREET = "strasse_unbekannt"
    OTHER_PLACE = "strasse_nur_an_anderem_ort"
    AMBIGUOUS_STREET = "mehrere_strassen"
    OVERLAP = "ueberschneidung"
    GAP = "nummer_nicht_abgedeckt"
    NO_NUMBER = "ohne_hausnummer"


class Assignment(NamedTuple):
    """The result per address, and the faults of the directory itself.

    `area` is empty where `reason` (one of Reason) is not. `overlaps` lists pairs of directory rows (`row, other`, by
    the directory's index); `problem` says why a directory row could not be used (one of RowProblem); `doubtful` marks
    used rows one end of which lies on the other side of the street.
    """

    area: pd.Series
    reason: pd.Series
    overlaps: pd.DataFrame
    problem: pd.Series
    doubtful: pd.Series


def assign(addresses: pd.DataFrame, directory: pd.DataFrame) -> Assignment:
    """Return the areas of addresses (columns of `standard_addresses`) by a directory in our layout.

    Raises MissingColumnError if the directory has no area or no street column.
    """
    read = read_directory(directory, addresses[fields.SUFFIX.name])
    codes, areas = pd.factorize(read.rows["area"], sort=True)
    index = build_index(read.rows.assign(area_code=codes))
    table = street_columns(addresses)
    table["signature"] = codes_of(*(table[column] for column in table))
    streets = read.rows.drop_duplicates("street")
    fitting, known = _fitting_streets(table.drop_duplicates("signature"), streets)
    pairs = table[["signature"]].reset_index(drop=True).rename_axis("address").reset_index()
    pairs = pairs.merge(fitting, on="signature")
    keys, side = _address_keys(addresses, read)
    rows = pairs["address"].to_numpy()
    pairs["area"], pairs["overlap"] = search(index, class_of(pairs["street"].to_numpy(), side[rows]) + keys[rows])
    table["known"] = table["signature"].isin(known)
    table["placed"] = np.isin(np.arange(len(table)), rows)
    table["numbered"] = addresses[fields.HOUSE_NUMBER.name].notna()
    result = _agreement(pairs, len(table)).set_index(table.index)
    reason = _reasons(table.join(result))
    texts = np.append(np.asarray(areas, dtype=object), "")
    area = texts[np.where(reason == Reason.ASSIGNED, result["area"], NOT_FOUND)]
    return Assignment(pd.Series(area, index=table.index), reason, overlaps(index), read.problem, read.doubtful)


def last_numbers_elsewhere(addresses: pd.DataFrame, directory: pd.DataFrame, area: pd.Series) -> pd.Series:
    """Return the area of the last number of each address such as 12-14, where it is another than `area`; else empty."""
    ranged = addresses[addresses[fields.TO_NUMBER.name].notna() & (area != "")]
    last = ranged.assign(
        **{fields.HOUSE_NUMBER.name: ranged[fields.TO_NUMBER.name], fields.SUFFIX.name: ranged[fields.TO_SUFFIX.name]}
    )
    found = assign(last, directory).area if len(last) else ranged[fields.SUFFIX.name]
    other = found.where((found != "") & (found != area[ranged.index]), "")
    return other.reindex(addresses.index, fill_value="")


def street_columns(addresses: pd.DataFrame) -> pd.DataFrame:
    """Return what an address says about its street: the qualifying columns and the folded `name`."""
    table = addresses[list(_QUALIFIERS)].copy()
    table[fields.STREET_KEY.name] = real_keys(table[fields.STREET_KEY.name])
    table["name"] = plain_names(addresses[fields.STREET.name])
    return table


def _fitting_streets(wanted: pd.DataFrame, streets: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return the best streets of each signature (`signature, street`), and the signatures whose name or key occurs."""
    key = fields.STREET_KEY.name
    by_key = wanted[wanted[key] != ""].merge(streets, on=key, suffixes=("", "_other"))
    by_name = wanted[wanted["name"] != ""].merge(streets, on="name", suffixes=("", "_other"))
    by_name = by_name[(by_name[key] == "") | (by_name[f"{key}_other"] == "")]
    known = pd.concat([by_key["signature"], by_name["signature"]]).drop_duplicates()
    for column in (fields.COMMUNE.name, fields.POSTCODE.name, fields.DISTRICT_PART.name):
        by_name = by_name[_compatible(by_name, column)]
    by_key = by_key[_compatible(by_key, fields.COMMUNE.name)].assign(**{f"{key}_other": lambda table: table[key]})
    pairs = pd.concat([by_key, by_name], ignore_index=True)
    score = sum((pairs[column] == pairs[f"{column}_other"]).astype(int) for column in _QUALIFIERS)
    score += _KEY_WEIGHT * ((pairs[key] != "") & (pairs[key] == pairs[f"{key}_other"]))
    best = score == score.groupby(pairs["signature"]).transform("max")
    return pairs.loc[best, ["signature", "street"]], known


def _compatible(pairs: pd.DataFrame, column: str) -> pd.Series:
    ours, other = pairs[column], pairs[f"{column}_other"]
    return (ours == "") | (other == "") | (ours == other)


def _address_keys(addresses: pd.DataFrame, read: DirectoryRows) -> tuple[np.ndarray, np.ndarray]:
    """Return the order keys of addresses and their class: EVEN, ODD or NO_NUMBER."""
    number = addresses[fields.HOUSE_NUMBER.name].fillna(0).to_numpy(dtype=np.int64)
    numbered = addresses[fields.HOUSE_NUMBER.name].notna().to_numpy()
    keys = order_keys(number, read.suffixes.ranks(addresses[fields.SUFFIX.name]))
    return np.where(numbered, keys, 0), np.where(numbered, number % 2, NO_NUMBER)


def _agreement(pairs: pd.DataFrame, count: int) -> pd.DataFrame:
    """Return per address its `area` (code, NOT_FOUND if none or several), and why it has `several` or `overlap`."""
    found = pairs[pairs["area"] != NOT_FOUND].groupby("address")
    result = found.agg(area=("area", "min"), highest=("area", "max"), overlap=("overlap", "any"))
    result = result.reindex(np.arange(count))
    several = result["area"] != result["highest"].where(result["area"].notna(), result["area"])
    several &= result["area"].notna()
    area = result["area"].fillna(NOT_FOUND).astype(np.int64)
    return pd.DataFrame({"area": area, "several": several, "overlap": result["overlap"].eq(True)})


def _reasons(table: pd.DataFrame) -> pd.Series:
    """Return one of Reason per address."""
    lost = table["area"] == NOT_FOUND
    cases = {
        Reason.NO_STREET: (table["name"] == "") & (table[fields.STREET_KEY.name] == ""),
        Reason.OTHER_PLACE: ~table["placed"] & table["known"],
        Reason.UNKNOWN_STREET: ~table["placed"],
        Reason.OVERLAP: table["overlap"],
        Reason.AMBIGUOUS_STREET: table["several"],
        Reason.NO_NUMBER: lost & ~table["numbered"],
        Reason.GAP: lost,
    }
    chosen = np.select(list(cases.values()), list(cases), Reason.ASSIGNED)
    return pd.Series(chosen, index=table.index, dtype=object)
