"""The -zu file of the labour agency's street raster: which of its rows name an area, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from .. import fields
from ..messages import tr
from .address_columns import text_column
from .ba_layout import INHABITANTS, KEY, NAME, RasterLayout
from .ba_raster import normal_keys

_COUNT = r"^(\d+|\d{1,3}(?:[.\s]\d{3})+)(?:[.,]0{1,2})?$"
_REPORT = [field.name for field in fields.DIRECTORY_REPORT]


class AreaRowProblem:
    """What is wrong with a row of a -zu file; a row with a strange count is used all the same."""

    NONE = ""
    BROKEN = "zu_zeile_zerbrochen"
    KEY = "zu_schluessel_unlesbar"
    DUPLICATE_KEY = "zu_schluessel_doppelt"
    COUNT = "zu_einwohner_unlesbar"


def area_row_text(kind: str) -> str:
    """Return the sentence for a row of the -zu file."""
    return {
        AreaRowProblem.BROKEN: tr("-zu file: row with too few or too many columns: not used"),
        AreaRowProblem.KEY: tr("-zu file: row whose area key is missing or no number: not used"),
        AreaRowProblem.DUPLICATE_KEY: tr("-zu file: row whose key stands in an earlier row: not used"),
        AreaRowProblem.COUNT: tr("-zu file: inhabitants that are no number: area used without them"),
    }[kind]


def inhabitant_counts(values: pd.Series) -> pd.Series:
    """Return inhabitants as floats, NaN where there is no count.

    Texts must be whole numbers: 1200, 1.200, 1 200 and 1200,0 are the same. Numbers may be estimates with decimals.
    """
    is_number = values.map(lambda value: isinstance(value, (int, float, np.number)) and not isinstance(value, bool))
    numbers = pd.to_numeric(values.where(is_number.astype(bool)), errors="coerce")
    digits = text_column(values).str.extract(_COUNT)[0].str.replace(r"\D", "", regex=True)
    read = pd.to_numeric(digits, errors="coerce")
    return read.where(numbers.isna(), numbers.where((numbers >= 0) & np.isfinite(numbers))).astype(float)


def area_row_problems(table: pd.DataFrame, layout: RasterLayout) -> pd.Series:
    """Return one of AreaRowProblem per row of a -zu file, whose columns are named by meaning."""
    key = normal_keys(table[KEY], layout)
    counted = text_column(table[INHABITANTS]) if INHABITANTS in table else pd.Series("", index=table.index)
    cases = {
        AreaRowProblem.KEY: key == "",
        AreaRowProblem.DUPLICATE_KEY: key.duplicated(),
        AreaRowProblem.COUNT: (counted != "") & inhabitant_counts(counted).isna(),
    }
    chosen = np.select([mask.to_numpy(dtype=bool) for mask in cases.values()], list(cases), AreaRowProblem.NONE)
    return pd.Series(chosen, index=table.index, dtype=object)


def area_row_lines(problem: pd.Series, table: pd.DataFrame, lines: pd.Series, broken: Iterable[int]) -> pd.DataFrame:
    """Return a report line for each row with a problem, with its line in the -zu file and what stands there.

    `problem` and `lines` are by row of `table`, `broken` are lines of the file.
    """
    bad = problem != AreaRowProblem.NONE
    found = pd.DataFrame({fields.ROW.name: lines[bad], fields.NOTE_KIND.name: problem[bad]})
    found[fields.AREA.name] = text_column(table.loc[bad, KEY])
    sentence = tr("{what} (key “{key}”, name “{name}”)")
    names = text_column(table.loc[bad, NAME])
    found[fields.NOTE.name] = [
        sentence.format(what=area_row_text(kind), key=key, name=name)
        for kind, key, name in zip(problem[bad], found[fields.AREA.name], names)
    ]
    apart = pd.DataFrame({fields.ROW.name: pd.Series(list(broken), dtype="Int64")})
    apart = apart.assign(
        **{
            fields.NOTE_KIND.name: AreaRowProblem.BROKEN,
            fields.NOTE.name: area_row_text(AreaRowProblem.BROKEN),
        }
    )
    result = pd.concat([found, apart], ignore_index=True).astype(object).reindex(columns=_REPORT)
    return result.sort_values(fields.ROW.name, kind="stable", ignore_index=True)
