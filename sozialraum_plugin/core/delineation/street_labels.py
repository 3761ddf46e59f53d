"""How streets are named in the directory, and the order of its rows."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd

from .. import fields
from .street_identity import codes_of, plain_names, real_keys

_SIDE_ORDER = {"F": 0, "G": 1, "U": 2, "": 3}


def label_streets(addresses: pd.DataFrame, street: np.ndarray) -> pd.DataFrame:
    """Return one row per street: `street, gemeinde, strassenschluessel, strasse, plz, ortsteil`.

    The name is the most frequent spelling. A postcode or Ortsteil stands there if all of the street lies in it and no
    other street of that name is partly in it: an empty cell holds for any, so it must not lose against a full one.
    """
    table = addresses.assign(street=street)
    table[fields.STREET_KEY.name] = real_keys(table[fields.STREET_KEY.name])
    labels = table.drop_duplicates("street")[["street", fields.COMMUNE.name, fields.STREET_KEY.name]]
    labels = labels.merge(_most_frequent(table, fields.STREET.name), on="street")
    names = codes_of(labels[fields.COMMUNE.name], plain_names(labels[fields.STREET.name]))
    for column in (fields.POSTCODE.name, fields.DISTRICT_PART.name):
        values = table.drop_duplicates(["street", column])[["street", column]]
        values["name"] = pd.Series(names, index=labels["street"]).reindex(values["street"]).to_numpy()
        values["spans"] = values["street"].duplicated(keep=False)
        values["partly"] = values.groupby(["name", column])["spans"].transform("any")
        certain = values[~values["partly"]].set_index("street")[column]
        labels[column] = certain.reindex(labels["street"]).fillna("").to_numpy()
    return labels


def _most_frequent(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the most frequent text per street; of equally frequent ones the first in the alphabet."""
    counts = table.groupby(["street", column], sort=True).size().rename("count").reset_index()
    counts = counts.sort_values(["street", "count"], ascending=[True, False], kind="stable")
    return counts.drop_duplicates("street")[["street", column]]


def _sortable(name: str) -> str:
    """Return a name as DIN 5007-1 sorts it: ä as a, é as e, ß as ss."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))


def sorted_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Return directory rows from A to Z (DIN 5007-1), within a street by side and number."""
    keys = pd.DataFrame(index=rows.index)
    codes, names = pd.factorize(rows[fields.STREET.name])
    sortable = np.array([_sortable(name) for name in names] + [""], dtype=object)
    keys["sortable"] = sortable[codes]
    for field in (fields.STREET, fields.COMMUNE, fields.POSTCODE, fields.DISTRICT_PART, fields.STREET_KEY):
        keys[field.name] = rows[field.name]
    keys["side"] = rows[fields.SIDE.name].map(_SIDE_ORDER)
    keys["number"] = rows[fields.FROM_NUMBER.name].fillna(0).astype(int)
    keys["suffix"] = rows[fields.FROM_SUFFIX.name].str.len()
    keys["suffix_text"] = rows[fields.FROM_SUFFIX.name].str.casefold()
    return rows.loc[keys.sort_values(list(keys.columns), kind="stable").index].reset_index(drop=True)
