"""Do the parts of a delivery add up to its sum rows? Checked only where nothing among them is hidden or missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...fields import IMPORT_REPORT
from ...messages import tr
from ...numbers import format_number
from .ba_delivery import UNPLACED, Delivery
from .ba_keys import BEZIRK, COMMUNE, DISTRIKT, VIERTEL

_GROUP = ["monat", "gemeinde", "prefix"]
_TOLERANCE = 1e-6
_PREFIX_LENGTH = {BEZIRK: 6, DISTRIKT: 3, COMMUNE: 0}


@dataclass(frozen=True)
class SumCheck:
    """`differences` has the columns of `fields.IMPORT_REPORT`; `checked` and `unchecked` count cells of sum rows."""

    differences: pd.DataFrame
    checked: int
    unchecked: int


def check_sums(delivery: Delivery) -> SumCheck:
    """Compare each sum row with its parts: the rows of the next lower level that exist, for the commune also the cases
    without an address.

    A hidden figure is never worked out: a sum with a hidden or missing part is not checked. Features that are not
    whole numbers (shares, means) do not add up and are passed over.
    """
    whole = _whole_features(delivery.values)
    table = pd.DataFrame(delivery.values[:, whole])
    table = pd.concat([delivery.rows[[*_GROUP, "level", "zeile"]], table], axis=1)
    features = [name for name, counts in zip(delivery.features, whole) if counts]
    lower = _summed(table[table["level"] == VIERTEL], len(features))
    lines, checked, unchecked = [], 0, 0
    for level in (BEZIRK, DISTRIKT, COMMUNE):
        parts = lower.reset_index()
        parts["prefix"] = parts["prefix"].str[: _PREFIX_LENGTH[level]]
        if level == COMMUNE:
            parts = pd.concat([parts, table[table["level"] == UNPLACED][parts.columns]], ignore_index=True)
        expected = _summed(parts, len(features))
        own = table[table["level"] == level].drop_duplicates(_GROUP).set_index(_GROUP)
        compared = expected.reindex(own.index)
        said, found = own[compared.columns].to_numpy(dtype=float), compared.to_numpy(dtype=float)
        comparable = ~np.isnan(said) & ~np.isnan(found)
        checked += int(comparable.sum())
        unchecked += int((~comparable).sum())
        wrong = comparable & (np.abs(said - found) > _TOLERANCE)
        lines += [
            _line(own["zeile"].iloc[row], features[c], said[row, c], found[row, c]) for row, c in np.argwhere(wrong)
        ]
        sums = own[compared.columns]
        lower = pd.concat([sums, expected[~expected.index.isin(sums.index)]])
    return SumCheck(pd.DataFrame(lines, columns=[field.name for field in IMPORT_REPORT]), checked, unchecked)


def _whole_features(values: np.ndarray) -> np.ndarray:
    return np.array([bool(np.all(np.mod(column[~np.isnan(column)], 1) == 0)) for column in values.T], dtype=bool)


def _summed(table: pd.DataFrame, features: int) -> pd.DataFrame:
    """Return the sums per month, commune and prefix; NaN where a part is NaN."""
    columns = list(range(features))
    groups = table[columns].groupby([table[name] for name in _GROUP])
    return groups.sum().where(groups.count().eq(groups.size(), axis=0))


def _line(row: int, feature: str, said: float, found: float) -> tuple[int, str, str, str]:
    sentence = tr("The sum row says {said}, its parts give {found} (difference {difference}).")
    text = sentence.format(said=format_number(said), found=format_number(found), difference=format_number(said - found))
    return int(row), feature, format_number(said), text
