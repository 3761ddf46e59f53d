"""The keys of areas in the used rows, as text; what a spreadsheet took away is put back or reported."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr
from ..keys.area_keys import clean_key, lost_zeros, whole_length
from .coded import Coded, objects
from .grid import indent_of
from .import_rows import total_names
from .number_cells import strip_footnote
from .table_body import Body
from .table_columns import Columns

PATH_JOINT = " / "
_CELL_SIZES = (10000, 1000, 100)


def keys_of(body: Body, rows: np.ndarray, columns: Columns, from_spreadsheet: bool, warnings: list[str]) -> np.ndarray:
    """Return the area key of each used row (object array of text)."""
    if columns.middle is not None:
        return _cells_from_middles(body, rows, columns.middle, warnings)
    column = body.column(columns.key)[rows]
    if column.filled().all():
        used, codes = np.unique(column.codes, return_inverse=True)
        texts = column.texts[used]
    else:
        codes, texts = pd.factorize(total_names(body, rows, columns.key))
    cleaned = [clean_key(text) for text in texts]
    keys = [strip_footnote(key) for key, _ in cleaned]
    numbers = int(np.isin(codes, [place for place, (_, made) in enumerate(cleaned) if made]).sum())
    if numbers:
        warnings.append(
            tr("{count} keys had been made numbers by a spreadsheet (such as {example}) and are text again.").format(
                count=numbers, example=next(text for text, (_, made) in zip(texts, cleaned) if made)
            )
        )
    head = body.layout.names[columns.key]
    if lost_zeros(keys, from_spreadsheet or numbers > 0):
        warnings.append(
            tr("All keys lacked the leading zero (such as {example}); it was put back.").format(example=keys[0])
        )
        keys = ["0" + key for key in keys]
    elif whole := whole_length(keys, head):
        short = [key for key in keys if len(key) < whole]
        warnings.append(
            tr("{count} keys lacked the leading zero (such as {example}); it was put back.").format(
                count=len(short), example=short[0]
            )
        )
        keys = [key.zfill(whole) for key in keys]
    else:
        _warn_of_lengths(keys, warnings)
    found = objects(keys)[codes]
    return _with_parents(body, rows, columns, found, warnings)


def _cells_from_middles(body: Body, rows: np.ndarray, middle: tuple[int, int], warnings: list[str]) -> np.ndarray:
    """Return the INSPIRE ids of grid cells whose middles are given; raise InputError if they lie in no grid."""
    x, y = (body.column(place)[rows].map(int, np.int64) for place in middle)
    for size in _CELL_SIZES:
        if ((x % size == size // 2) & (y % size == size // 2)).all():
            corners = zip((y - size // 2).tolist(), (x - size // 2).tolist())
            warnings.append(
                tr("The table has no id of the cells; it was made from x and y ({size} m).").format(size=size)
            )
            return objects(f"CRS3035RES{size}mN{north}E{east}" for north, east in corners)
    raise InputError(tr("The coordinates x and y are no middles of grid cells. Give KEY_FIELD."))


def indents_of(column: Coded) -> np.ndarray:
    """Return how many blanks stand before the text of each row."""
    found = np.array([indent_of(text) if isinstance(text, str) else 0 for text in column.raw], dtype=np.int32)
    return found[column.codes] if len(found) else np.zeros(len(column), dtype=np.int32)


def parents_of(indents: Sequence[int]) -> list[int]:
    """Return for each row the nearest row above that is indented less, or -1."""
    stack: list[tuple[int, int]] = []
    parents = []
    for row, indent in enumerate(indents):
        while stack and stack[-1][0] >= indent:
            stack.pop()
        parents.append(stack[-1][1] if stack else -1)
        stack.append((indent, row))
    return parents


def _with_parents(body: Body, rows: np.ndarray, columns: Columns, keys: np.ndarray, warnings: list[str]) -> np.ndarray:
    """Return names that serve as keys and come twice with the name above them, by which indentation tells apart."""
    if columns.date is not None or columns.variables or not pd.Series(keys).duplicated().any():
        return keys
    indents = indents_of(body.column(columns.key)[rows])
    if len(np.unique(indents)) < 2:
        return keys
    parents = parents_of(indents.tolist())
    repeated = pd.Series(keys).duplicated(keep=False).to_numpy()
    result = objects(
        f"{keys[parent]}{PATH_JOINT}{key}" if again and parent >= 0 else key
        for key, parent, again in zip(keys, parents, repeated)
    )
    if len(set(result)) < len(result):
        return keys
    warnings.append(
        tr("{count} names come more than once; the name above them by indentation was put before them.").format(
            count=int(repeated.sum())
        )
    )
    return result


def _warn_of_lengths(keys: Sequence[str], warnings: list[str]) -> None:
    """Say so if some keys are one digit shorter than those that begin with a zero: their zero may be lost."""
    with_zero = {len(key) for key in keys if key.startswith("0") and key.isdigit()}
    doubtful = sorted({key for key in keys if key.isdigit() and not key.startswith("0") and len(key) + 1 in with_zero})
    doubtful = [key for key in doubtful if len(key) not in with_zero]
    if doubtful:
        warnings.append(
            tr(
                "{count} keys are one digit shorter than others that begin with 0 (such as {example}): check them."
            ).format(count=len(doubtful), example=doubtful[0])
        )
