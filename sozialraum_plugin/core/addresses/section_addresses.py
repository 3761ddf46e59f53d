"""Addresses of street sections: one for each number of a side, and which of them the sections give twice."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import fields
from .joins import codes_of
from .keys import address_ids, normal_ags_column, normal_street_keys, padded_postcodes
from .section_sides import NUMBERS, PLACE, SECTION
from .street_names import normal_streets

SIDE_ROW, FRACTION, AREA_CODE = "side_row", "fraction", "area"


def expand(sections: pd.DataFrame, sides: pd.DataFrame, commune: str = "", commune_name: str = "") -> pd.DataFrame:
    """Return the addresses: the columns of `fields.ADDRESSES`, the row of their side, and FRACTION.

    FRACTION is where a number stands along the line: of n numbers, the i-th (from 0) at (i + 0.5) / n. `commune` (AGS)
    and its name fill sections that name none; a commune that is no key is taken for a name.
    """
    count = sides[NUMBERS].map(len).to_numpy(dtype=int)
    row = np.repeat(np.arange(len(sides)), count)
    position = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    numbers = [number for found in sides[NUMBERS] for number in found]
    places = _places(sections, commune, commune_name)
    result = places.iloc[sides[SECTION].to_numpy()[row]].reset_index(drop=True)
    result[fields.HOUSE_NUMBER.name] = np.array([number for number, _suffix in numbers], dtype=int)
    result[fields.SUFFIX.name] = np.array([suffix for _number, suffix in numbers], dtype=object)
    key = result[fields.HOUSE_NUMBER.name].astype(str).str.zfill(4) + result[fields.SUFFIX.name].astype(str)
    result[fields.ADDRESS_ID.name] = address_ids(result, key)
    result[SIDE_ROW], result[FRACTION] = row, (position + 0.5) / count[row]
    return result


def _places(sections: pd.DataFrame, commune: str, commune_name: str) -> pd.DataFrame:
    """Return what all addresses of a section have in common."""
    result = sections[[field.name for field in PLACE]].copy()
    given = result[fields.COMMUNE.name]
    ags = normal_ags_column(given)
    result[fields.COMMUNE.name] = ags.where(ags != "", commune)
    result[fields.COMMUNE_NAME.name] = given.where((ags == "") & (given != ""), commune_name)
    result[fields.STREET.name] = result[fields.STREET.name].str.replace(r"\s+", " ", regex=True)
    result[fields.POSTCODE.name] = padded_postcodes(result[fields.POSTCODE.name])
    result[fields.QUALITY.name] = ""
    return result


def repeated(addresses: pd.DataFrame) -> np.ndarray:
    """Return for each address (n,) the first row of the same address, -1 where it stands once or is the first.

    A street is known by commune and key, without a key by its name in postcode and Ortsteil.
    """
    key = normal_street_keys(addresses[fields.STREET_KEY.name])
    named = [normal_streets(addresses[fields.STREET.name])]
    named += [addresses[field.name] for field in (fields.POSTCODE, fields.DISTRICT_PART)]
    street = [key, *(column.where(key == "", "") for column in named)]
    commune = [addresses[field.name] for field in (fields.COMMUNE, fields.COMMUNE_NAME)]
    code = codes_of([*commune, *street, addresses[fields.HOUSE_NUMBER.name], addresses[fields.SUFFIX.name]])
    _, first = np.unique(code, return_index=True)
    return np.where(first[code] == np.arange(len(code)), -1, first[code]) if len(code) else np.empty(0, dtype=int)


def strays(addresses: pd.DataFrame) -> pd.Series:
    """Return the main area of the side of each address that lies in another area; its index are the addresses' rows.

    The main area of a side has most of its addresses, of equally many the lower code. A side that lies outside every
    area as a whole has none.
    """
    table = addresses[[SIDE_ROW, AREA_CODE]]
    votes = table[table[AREA_CODE] != ""].groupby([SIDE_ROW, AREA_CODE]).size().rename("count").reset_index()
    votes = votes.sort_values([SIDE_ROW, "count", AREA_CODE], ascending=[True, False, True], kind="stable")
    main = votes.drop_duplicates(SIDE_ROW).set_index(SIDE_ROW)[AREA_CODE].reindex(table[SIDE_ROW])
    main.index = table.index
    return main[main.notna() & (main != table[AREA_CODE])]
