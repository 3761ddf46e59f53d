"""Cases summed per area and variable, households counted once each, in the long form of `fields.COUNTS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ... import fields
from ..hierarchy import Hierarchy
from .case_ages import Ages
from .case_breakdowns import INHABITANTS

HOUSEHOLDS = "HH"
_CHILD, _SENIOR, _MANY_CHILDREN = 18, 65, 3


def sums_per_area(
    area: np.ndarray, areas: Sequence[str], masks: Mapping[str, np.ndarray], weight: np.ndarray
) -> pd.DataFrame:
    """Return the sums of `weight` (n,): one row per area (index: every code of `areas`), one column per variable.

    `area` is the (n,) code of each case, empty if it has none; `masks` tells which cases a variable counts.
    """
    position = pd.Series(np.arange(len(areas)), index=list(areas)).reindex(area).to_numpy(dtype=float)
    inside = ~np.isnan(position)
    at = position[inside].astype(np.int64)
    columns = {
        name: np.bincount(at[mask[inside]], weights=weight[inside][mask[inside]], minlength=len(areas))
        for name, mask in masks.items()
    }
    return pd.DataFrame(columns, index=pd.Index(areas, dtype=object))


def households_per_area(
    area: np.ndarray, areas: Sequence[str], households: np.ndarray, ages: Ages | None, prefix: str
) -> tuple[pd.DataFrame, int]:
    """Return the households of each area by size and by children, and how many have persons in several areas.

    `households` is the (n,) id of each case, empty if it has none. A household counts once, in the area of its first
    case that has one. Columns: HH, HH_1P, and if there are ages HH_KIND (a person under 18), HH_3K (three or more)
    and HH_SENIOREN (all 65 or older); other cases than inhabitants have their prefix before it.
    """
    used = np.flatnonzero((households != "") & (area != ""))
    frame = pd.DataFrame({"household": households[used], "area": area[used]})
    if ages is not None:
        years = ages.years[used]
        frame["child"] = (years >= 0) & (years < _CHILD)
        frame["senior"] = years >= _SENIOR
    groups = frame.groupby("household", sort=False)
    home = groups["area"].first().to_numpy(dtype=object)
    size = groups.size().to_numpy()
    head = HOUSEHOLDS if prefix == INHABITANTS else f"{prefix}_{HOUSEHOLDS}"
    masks = {head: np.ones(len(home), dtype=bool), f"{head}_1P": size == 1}
    if ages is not None:
        children = groups["child"].sum().to_numpy()
        masks[f"{head}_KIND"] = children > 0
        masks[f"{head}_3K"] = children >= _MANY_CHILDREN
        masks[f"{head}_SENIOREN"] = groups["senior"].all().to_numpy(dtype=bool)
    several = int((groups["area"].nunique() > 1).sum())
    return sums_per_area(home, areas, masks, np.ones(len(home))), several


def with_upper_areas(sums: pd.DataFrame, hierarchy: Hierarchy) -> pd.DataFrame:
    """Return the sums of all areas of the hierarchy; an upper area is the sum of those below it."""
    result = sums.reindex(hierarchy.codes)
    values = result.to_numpy(dtype=float, copy=True)
    for area in hierarchy.upward:
        values[area] = np.nansum(values[hierarchy.children[area]], axis=0)
    return pd.DataFrame(np.nan_to_num(values), index=result.index, columns=result.columns)


def long_table(sums: pd.DataFrame, flags: np.ndarray, stichtag: str, source: str) -> pd.DataFrame:
    """Return the sums with their flags (areas, variables) as a long table, by variable, then area; hidden: no value."""
    areas, variables = len(sums), len(sums.columns)
    values = np.where(flags != fields.Flag.NONE, np.nan, sums.to_numpy(dtype=float))
    table = pd.DataFrame(
        {
            fields.AREA.name: np.tile(sums.index.to_numpy(dtype=object), variables),
            fields.VARIABLE.name: np.repeat(sums.columns.to_numpy(dtype=object), areas),
            fields.REFERENCE_DATE.name: stichtag,
            fields.VALUE.name: values.T.ravel(),
            fields.FLAG.name: flags.T.ravel(),
            fields.SOURCE.name: source,
        }
    )
    return table[[column.name for column in fields.COUNTS]]
