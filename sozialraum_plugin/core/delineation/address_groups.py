"""Groups of addresses along one street: what hangs together where no street border tells blocks apart."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import fields
from .address_columns import text_column
from .graph import components
from .street_identity import codes_of, plain_names, real_keys

# Half of the cells around a cell that can hold a point within reach, when the diagonal of a cell is the reach.
_STEPS = [(0, 1), (0, 2), *((column, row) for column in (1, 2) for row in (-2, -1, 0, 1, 2))]


def street_codes(addresses: pd.DataFrame) -> np.ndarray:
    """Return an integer per street (n,): its `strassenschluessel`, else its `strasse`; all without either share one."""
    key = real_keys(_texts(addresses, fields.STREET_KEY.name))
    name = plain_names(_texts(addresses, fields.STREET.name))
    return codes_of(key, name.where(key == "", ""))


def ortsteil_codes(addresses: pd.DataFrame) -> np.ndarray:
    """Return an integer per `ortsteil` (n,), -1 where it is not known."""
    names = _texts(addresses, fields.DISTRICT_PART.name)
    return pd.factorize(names.where(names != "", None))[0].astype(np.int64)


def _texts(addresses: pd.DataFrame, column: str) -> pd.Series:
    return text_column(addresses[column]) if column in addresses else pd.Series("", index=addresses.index, dtype=object)


def linked_groups(points: np.ndarray, code: np.ndarray, reach: float) -> np.ndarray:
    """Return group numbers (n,): points (n, 2) of one `code` (n,), joined by steps of at most `reach` metres.

    Exact single linkage. Points are sorted into cells whose members all lie within reach of each other, so that only
    cells near each other have to be compared.
    """
    if not len(points):
        return np.empty(0, dtype=int)
    cell = np.floor((points - points.min(axis=0)) / (reach / np.sqrt(2))).astype(np.int64)
    height, width = cell[:, 1].max() + 5, cell[:, 0].max() + 5  # steps beyond the edge meet no other row or code
    key = (np.unique(code, return_inverse=True)[1].ravel() * width + cell[:, 0]) * height + cell[:, 1]
    keys, cell_of_point = np.unique(key, return_inverse=True)
    cell_of_point = cell_of_point.ravel()
    order = np.argsort(cell_of_point, kind="stable")
    members = np.split(points[order], np.cumsum(np.bincount(cell_of_point))[:-1])
    number = {key: position for position, key in enumerate(keys.tolist())}
    pairs = [
        (one, number[key + column * height + row])
        for one, key in enumerate(keys.tolist())
        for column, row in _STEPS
        if key + column * height + row in number
    ]
    linked = [pair for pair in pairs if _gap(members[pair[0]], members[pair[1]]) <= reach]
    return components(len(keys), np.array(linked, dtype=int).reshape(-1, 2))[cell_of_point]


def _gap(first: np.ndarray, second: np.ndarray) -> float:
    """Return the least distance between two sets of points."""
    return float(np.hypot(*(first[:, None] - second[None]).T).min())
