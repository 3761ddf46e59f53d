"""Which addresses lie in one street: by key, else by name, postcode and Ortsteil as far as they are needed.

Two streets of one name must never be mixed. Where no key tells them apart, the parts of a name (its combinations of
postcode and Ortsteil) are one street only if they hang together by a shared postcode or Ortsteil and no house number
occurs in two of them; else the name is divided by postcode, by Ortsteil or by both, whichever keeps house numbers
apart and needs the fewest rows.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import fields
from .address_columns import plain_name
from .street_ranges import number_ranges

WITHOUT_STREET = -1


def codes_of(*columns: pd.Series | np.ndarray) -> np.ndarray:
    """Return one integer per distinct combination of columns, in order of first occurrence."""
    result = pd.factorize(columns[0])[0].astype(np.int64)
    for column in columns[1:]:
        further = pd.factorize(column)[0].astype(np.int64)
        result = pd.factorize(result * (further.max(initial=0) + 1) + further)[0].astype(np.int64)
    return result


def plain_names(names: pd.Series) -> pd.Series:
    """Return street names as they are compared."""
    codes, texts = pd.factorize(names)
    return pd.Series(np.array([plain_name(text) for text in texts] + [""], dtype=object)[codes], index=names.index)


def real_keys(keys: pd.Series) -> pd.Series:
    """Return street keys; one of zeros only is none."""
    return keys.where(keys.str.strip("0") != "", "")


def street_ids(addresses: pd.DataFrame, order: np.ndarray, numbered: np.ndarray, area: np.ndarray) -> np.ndarray:
    """Return the (n,) street of each address, WITHOUT_STREET where neither key nor name is given.

    `addresses` has the columns of `standard_addresses`; `order` is the order key along the street, `numbered` whether
    there is a house number, `area` the area's code.
    """
    key = real_keys(addresses[fields.STREET_KEY.name])
    name = plain_names(addresses[fields.STREET.name])
    keyed, named = (key != "").to_numpy(), (name != "").to_numpy()
    street = codes_of(addresses[fields.COMMUNE.name], keyed, key.where(key != "", name))
    rows = np.flatnonzero(named & ~keyed)
    if len(rows):
        table = pd.DataFrame({"name": street, "order": order, "numbered": numbered, "area": area}).iloc[rows]
        for column in (fields.POSTCODE.name, fields.DISTRICT_PART.name):
            table[column] = addresses[column].to_numpy()[rows]
        street[rows] = street.max() + 1 + _divide(table.reset_index(drop=True))
    street[~keyed & ~named] = WITHOUT_STREET
    return street


def _divide(table: pd.DataFrame) -> np.ndarray:
    """Return the street of each address of streets known by name only."""
    postcode, ortsteil = table[fields.POSTCODE.name], table[fields.DISTRICT_PART.name]
    table["part"] = codes_of(table["name"], postcode, ortsteil)
    street = table["part"].to_numpy(copy=True)
    rows = np.flatnonzero(table.groupby("name")["part"].transform("nunique") > 1)
    if not len(rows):
        return street
    table, postcode, ortsteil = table.iloc[rows].reset_index(drop=True), postcode.iloc[rows], ortsteil.iloc[rows]
    name = table["name"].to_numpy()
    divisions = np.array(
        [codes_of(name), codes_of(name, postcode), codes_of(name, ortsteil), codes_of(name, postcode, ortsteil)]
    )
    costs = np.array([_rows_needed(table, division) for division in divisions])
    costs[0, ~_hang_together(table)] = np.inf
    best = costs.argmin(axis=0)
    street[rows] = street.max() + 1 + codes_of(best, divisions[best, np.arange(len(rows))])
    return street


def _rows_needed(table: pd.DataFrame, street: np.ndarray) -> np.ndarray:
    """Return per address how many rows its name needs if divided so; infinite if a number occurs in two parts."""
    numbered = table.assign(street=street)[table["numbered"].to_numpy()]
    owners = numbered.groupby(["street", "order"])["part"].transform("nunique")
    mixed = numbered.loc[owners > 1, "name"].unique()
    single = numbered.drop_duplicates(["street", "order"])
    columns = (single[column].to_numpy() for column in ("street", "order", "area"))
    ranges = number_ranges(*columns, np.ones(len(single), dtype=np.int64))
    name_of_street = single.drop_duplicates("street").set_index("street")["name"]
    rows = name_of_street.reindex(ranges["street"]).value_counts()
    needed = table["name"].map(rows).fillna(0).to_numpy(dtype=float)
    return np.where(np.isin(table["name"], mixed), np.inf, needed)


def _hang_together(table: pd.DataFrame) -> np.ndarray:
    """Return per address whether all parts of its name are linked by shared postcodes or Ortsteile."""
    part, links = table["part"].to_numpy(), []
    for column in (fields.POSTCODE.name, fields.DISTRICT_PART.name):
        unknown = (table[column] == "").to_numpy()
        links.append(np.where(unknown, -1 - part, codes_of(table["name"], table[column])))
    group, before = pd.Series(part), None
    while before is None or not group.equals(before):
        before = group
        for link in links:
            group = group.groupby(link).transform("min")
    return (group.groupby(table["name"].to_numpy()).transform("nunique") == 1).to_numpy()
