"""Values of census grids: German numbers, and the marks that stand where there is none."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...errors import InputError
from ...fields import Field, Flag, Kind
from ...messages import tr

_SENTINELS = (-1.0, -9.0)
_FLAGS = {
    "": Flag.MISSING, "–": Flag.MISSING, "-": Flag.MISSING, "—": Flag.MISSING, ".": Flag.SECRET, "·": Flag.SECRET,
    "*": Flag.SECRET, "/": Flag.UNSAFE, "x": Flag.NOT_APPLICABLE, "...": Flag.LATER,
}  # fmt: skip
_BRACKETS = r"^\(\s*(.*\d.*?)\s*\)$"  # (12): a value of limited use
_NUMBER = r"\d+(?:[.,]\d+)?\s*%?"
_CLASS = (
    rf"(?:unter|über|ueber|ab|bis|mehr als|weniger als|[<>]=?)?\s*{_NUMBER}"
    rf"(?:\s*(?:bis unter|bis|-|–)\s*{_NUMBER}|\s*und (?:mehr|älter))?"
)
CLASS_SUFFIX = "_klasse"
_LARGEST_INTEGER = 2**31 - 1


def _marks() -> dict[str, str]:
    """Return what the marks of the Zensus and of other grids mean, for the log."""
    dash = tr("no value (dash)")
    hidden = tr("unknown or secret (point, star)")
    return {
        "": tr("empty"),
        "–": dash,
        "-": dash,
        "—": dash,
        ".": hidden,
        "·": hidden,
        "*": hidden,
        "/": tr("statistically unsafe (/)"),
        "x": tr("not applicable (x)"),
        "...": tr("later (...)"),
    }


def grid_column(texts: pd.Series) -> tuple[pd.Series, Field, dict[str, int]]:
    """Return a column as numbers (None where there is none), its field, and how many values each mark took.

    A comma is the decimal mark; points are thousands marks if the column has commas, else decimal marks. -1 and -9
    mean no value. Whole numbers written without comma become integers.
    Raises InputError naming column and row (the index of `texts` plus 2, for the head) of anything else.
    """
    texts = _bare(texts)
    marks = texts.str.lower().map(_marks()).astype(object)
    numbers = texts[marks.isna()]
    german = bool(numbers.str.contains(",", regex=False).any())
    plain = numbers.str.replace(".", "", regex=False).str.replace(",", ".", regex=False) if german else numbers
    values = pd.to_numeric(plain, errors="coerce").astype(float)
    _require_numbers(texts, values)
    for sentinel in _SENTINELS:
        hit = values.index[values == sentinel]
        marks[hit] = tr("no value ({sentinel})").format(sentinel=int(sentinel))
        values = values.drop(hit)
    whole = not german and bool((values % 1 == 0).all()) and bool((values.abs() <= _LARGEST_INTEGER).all())
    result = values.reindex(texts.index).astype(object)
    field = Field(str(texts.name), Kind.INTEGER if whole else Kind.REAL)
    return result.where(result.notna(), None), field, marks.value_counts().to_dict()


def _bare(texts: pd.Series) -> pd.Series:
    """Return cells without blanks and brackets."""
    return texts.fillna("").str.strip().str.replace(_BRACKETS, r"\1", regex=True)


def is_classed(texts: pd.Series) -> bool:
    """Tell whether a column holds classes of values such as “3 bis 5” or “unter 10”, which are no numbers."""
    texts = _bare(texts)
    left = texts[~texts.str.lower().isin(_marks())].drop_duplicates()
    plain = left.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    strange = left[pd.to_numeric(plain, errors="coerce").isna()]
    return bool(len(strange)) and bool(strange.str.lower().str.fullmatch(_CLASS).all())


def grid_flags(texts: pd.Series) -> pd.Series:
    """Return the flag of each cell of a column that `grid_column` can read: why there is no value, or unsafe."""
    bare = _bare(texts)
    flags = bare.str.lower().map(_FLAGS).fillna(Flag.NONE).astype(object)
    numbers = pd.to_numeric(bare.str.replace(",", ".", regex=False), errors="coerce")
    flags[numbers == _SENTINELS[0]] = Flag.MISSING
    flags[numbers == _SENTINELS[1]] = Flag.SECRET
    flags[texts.fillna("").str.strip().str.fullmatch(_BRACKETS) & (flags == Flag.NONE)] = Flag.UNSAFE
    return flags


def _require_numbers(texts: pd.Series, values: pd.Series) -> None:
    wrong = ~np.isfinite(values)
    if wrong.any():
        row = wrong.idxmax()
        raise InputError(
            tr("Column “{column}”, row {row}: “{value}” is no number. Name the columns you need in FIELDS.").format(
                column=texts.name, row=row + 2, value=texts[row]
            )
        )
