"""Keys of places and addresses: text, with their leading zeros."""

from __future__ import annotations

import pandas as pd

from .joins import mapped
from .street_names import normal_streets

_AGS_DIGITS = 8


def normal_ags(text: str) -> str:
    """Return the 8 digits of the Amtlicher Gemeindeschlüssel; an empty text if `text` is no key.

    A lost leading zero is put back, a key of 12 digits (ARS) loses its Gemeindeverband, and the 5 digits of a
    kreisfreie Stadt get ``000``.

    >>> normal_ags("5113000"), normal_ags("053700004004"), normal_ags("05113"), normal_ags("Essen")
    ('05113000', '05370004', '05113000', '')
    """
    key = text.replace(" ", "")
    if not key.isdigit():
        return ""
    if len(key) in (11, 12):
        ars = key.zfill(12)
        return ars[:5] + ars[9:]
    if len(key) in (4, 5):
        return key.zfill(5) + "000"
    return key.zfill(_AGS_DIGITS) if len(key) in (7, _AGS_DIGITS) else ""


def normal_ags_column(texts: pd.Series) -> pd.Series:
    """Return `normal_ags` of each text, working on each different text once."""
    return mapped(texts, normal_ags)


def normal_street_key(key: str) -> str:
    """Return a street key as it is compared: without blanks and leading zeros, upper case."""
    return key.strip().upper().lstrip("0")


def normal_street_keys(keys: pd.Series) -> pd.Series:
    """Return `normal_street_key` of each text (a missing one is empty), working on each different text once."""
    return mapped(keys.fillna("").astype(str), normal_street_key)


def padded_postcode(code: str) -> str:
    """Return a postcode with five digits; what is no number stays as it is."""
    return code.zfill(5) if len(code) == 4 and code.isdecimal() else code


def padded_postcodes(postcodes: pd.Series) -> pd.Series:
    """Return `padded_postcode` of each text, working on each different text once."""
    return mapped(postcodes, padded_postcode)


def address_ids(addresses: pd.DataFrame, number_keys: pd.Series) -> pd.Series:
    """Return ids such as ``05999004-00123-0012a``: commune, street key and number.

    Without a street key its place is taken by postcode and normal street name. An id that occurs again gets ``#2``,
    ``#3`` and so on, in the order of the rows.
    """
    by_name = _joined(addresses["plz"], normal_streets(addresses["strasse"]))
    key = addresses["strassenschluessel"]
    street = key.where(key != "", by_name)
    plain = _joined(_joined(addresses["gemeinde"], street), number_keys)
    occurrence = plain.groupby(plain).cumcount() + 1
    return plain.where(occurrence == 1, plain + "#" + occurrence.astype(str))


def _joined(first: pd.Series, second: pd.Series) -> pd.Series:
    both = (first != "") & (second != "")
    return first + pd.Series("-", index=first.index).where(both, "") + second
