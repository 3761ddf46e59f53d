"""Inhabitants of the areas of a street raster from a table: rows of one area are summed, none is guessed."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .. import fields
from ..messages import tr
from .address_columns import text_column
from .ba_area_file import inhabitant_counts


class CountProblem:
    """What became of a row of the table."""

    COUNTED = ""
    OTHER_LEVEL = "anderes_gebiet"
    UNKNOWN_AREA = "einwohner_gebiet_unbekannt"
    UNREADABLE = "einwohner_unlesbar"


def count_text(kind: str) -> str:
    """Return what became of a row, for the balance and the report."""
    return {
        CountProblem.COUNTED: tr("summed up in their area"),
        CountProblem.OTHER_LEVEL: tr("of an area on a higher level or in another commune: not needed"),
        CountProblem.UNKNOWN_AREA: tr("row of inhabitants whose area is not in the layer of areas: not counted"),
        CountProblem.UNREADABLE: tr("row whose inhabitants are no number: the area counts as without inhabitants"),
    }[kind]


def population_of(
    areas: pd.Series, counts: pd.Series, wanted: Collection[str], known: Collection[str]
) -> tuple[pd.Series, pd.Series]:
    """Return the inhabitants by area, and one of CountProblem per row.

    `areas` and `counts` are columns of the table, `wanted` the codes of the areas, `known` those of all areas of the
    layer. An area without a row is not in the result; one with an unreadable count has NaN.
    """
    code, count = text_column(areas), inhabitant_counts(counts)
    is_wanted = code.isin(set(wanted))
    sums = count.groupby(code).sum(min_count=1).where(count.notna().groupby(code).all())
    cases = {
        CountProblem.OTHER_LEVEL: ~is_wanted & code.isin(set(known)),
        CountProblem.UNKNOWN_AREA: ~is_wanted,
        CountProblem.UNREADABLE: count.isna(),
    }
    chosen = np.select([mask.to_numpy(dtype=bool) for mask in cases.values()], list(cases), CountProblem.COUNTED)
    return sums[sums.index.isin(set(wanted))], pd.Series(chosen, index=areas.index, dtype=object)


def count_lines(problem: pd.Series, areas: pd.Series) -> pd.DataFrame:
    """Return a report line for each row that could not be counted; rows are counted from 1."""
    bad = problem.isin((CountProblem.UNKNOWN_AREA, CountProblem.UNREADABLE))
    lines = pd.DataFrame(
        {
            fields.NOTE_KIND.name: problem[bad],
            fields.ROW.name: np.flatnonzero(bad) + 1,
            fields.AREA.name: text_column(areas)[bad],
            fields.NOTE.name: problem[bad].map(count_text),
        }
    )
    return lines.reindex(columns=[field.name for field in fields.DIRECTORY_REPORT]).reset_index(drop=True)
