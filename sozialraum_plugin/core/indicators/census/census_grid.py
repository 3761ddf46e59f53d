"""Census grid files: CSV with one row a cell (Zensus 2011 and 2022, 100 m, 1 km, 10 km)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np
import pandas as pd
from pandas.errors import EmptyDataError, ParserError

from ...errors import CancelledError, InputError, MissingColumnError
from ...fields import CELL, CELL_SIZE, Field, Flag
from ...messages import tr
from .census_files import GridFile
from .census_long import is_long_grid, pivoted
from .grid_cells import (
    ID_PATTERN,
    MIDDLE_PATTERN,
    cell_ids,
    corners_from_ids,
    corners_from_middles,
    size_from_name,
    smallest_spacing,
)
from .grid_values import CLASS_SUFFIX, grid_column, grid_flags, is_classed

Selection = Callable[[pd.DataFrame], np.ndarray]  # corners (n rows: east, north, size) to a mask (n,)
_ROWS_AT_ONCE = 200_000
_SAMPLE_ROWS = 50
_EXPLANATION = "werterl"  # werterlaeuternde_Zeichen: words such as KLAMMERN, which stay text


@dataclass(frozen=True)
class CensusGrid:
    """The cells of a grid file.

    `cells` has `gitter_id`, `zellgroesse`, `east`, `north` (lower-left corner, EPSG:3035) and the columns of
    `fields`; `total` rows were read, `outside` of them were not selected; `marks` counts the values that are
    none, by kind. `flags` has the same rows and for each column with numbers why there is none, or that it is unsafe;
    `classed` names the columns that hold classes instead of numbers. Of a long file, `rows_used` rows make the cells.
    """

    cells: pd.DataFrame
    fields: list[Field]
    total: int
    outside: int
    marks: dict[str, int]
    flags: pd.DataFrame | None = None
    classed: tuple[str, ...] = ()
    rows_used: int | None = None


@dataclass(frozen=True)
class _Layout:
    path: Path | GridFile
    encoding: str
    delimiter: str
    id_column: str | None
    middle_columns: tuple[str, str] | None
    size: int | None
    value_columns: list[str]
    long: bool = False


def read_census_grid(
    path: Path | GridFile, columns: Sequence[str], selection: Selection | None, is_cancelled: Callable[[], bool]
) -> CensusGrid:
    """Return the cells of a census grid file that `selection` takes (None: all) with `columns` (empty: all).

    A file with one row per cell and value (Zensus 2011) is turned to one row a cell.
    The file is read in pieces, so that of a grid of Germany only the selected cells stay in memory.
    Raises InputError naming row and column of what cannot be read, MissingColumnError, CancelledError.
    """
    layout = _layout(path, columns)
    kept: list[pd.DataFrame] = []
    total = 0
    for piece in _pieces(layout, _position_columns(layout) + layout.value_columns):
        if is_cancelled():
            raise CancelledError
        total += len(piece)
        corners = _corners(layout, piece)
        taken = np.ones(len(corners), dtype=bool) if selection is None else selection(corners)
        kept.append(pd.concat([corners[taken], piece.loc[taken, layout.value_columns]], axis=1))
    cells = pd.concat(kept) if kept else pd.DataFrame(columns=["east", "north", "size", *layout.value_columns])
    if not layout.long:
        return _with_values(cells, layout.value_columns, total, layout.path.name)
    wide, quality = pivoted(cells, columns, layout.path.name)
    for name in ("east", "north", "size"):
        if name not in wide:
            wide[name] = pd.Series(dtype=np.int64)
    names = [name for name in wide.columns if name not in ("east", "north", "size")]
    wide = wide.astype(dict.fromkeys(names, object))  # without any row pandas 2 takes them for numbers
    quality = quality.astype(object)
    grid = _with_values(wide, names, total, layout.path.name)
    for name in names:
        if name in quality and grid.flags is not None:
            doubtful = quality[name].str.strip().isin(["", "0"]) | (grid.flags[name] != Flag.NONE)
            grid.flags[name] = grid.flags[name].where(doubtful, Flag.UNSAFE)
    return replace(grid, outside=total - len(cells), rows_used=len(cells))


def _with_values(cells: pd.DataFrame, value_columns: Sequence[str], total: int, file: str) -> CensusGrid:
    """Turn the kept rows of text into cells with numbers."""
    result = cells[["east", "north"]].copy()
    result[CELL.name] = cell_ids(cells[["east", "north", "size"]])
    result[CELL_SIZE.name] = cells["size"]
    _require_unique(result[CELL.name])
    fields: list[Field] = []
    marks: dict[str, int] = {}
    flags: dict[str, pd.Series] = {}
    classed: list[str] = []
    all_classed = "klassiert" in file.lower()
    limited = pd.Series(False, index=cells.index)
    for column in value_columns:
        if column.lower().startswith(_EXPLANATION):
            result[column] = cells[column].where(cells[column].str.strip() != "", None)
            fields.append(Field(column))
            limited |= cells[column].str.upper().str.contains("KLAMMER", regex=False)
            continue
        if all_classed or is_classed(cells[column]):
            name = f"{column}{CLASS_SUFFIX}"
            result[name] = cells[column].where(cells[column].str.strip() != "", None)
            fields.append(Field(name))
            classed.append(name)
            continue
        result[column], field, found = grid_column(cells[column])
        fields.append(field)
        flags[column] = grid_flags(cells[column])
        for mark, count in found.items():
            marks[mark] = marks.get(mark, 0) + int(count)
    for column, told in flags.items():
        flags[column] = told.where(~limited | (told != Flag.NONE), Flag.UNSAFE)
    return CensusGrid(
        result.reset_index(drop=True), fields, total, total - len(result), marks,
        pd.DataFrame(flags, index=cells.index).reset_index(drop=True), tuple(classed),
    )  # fmt: skip


def _require_unique(ids: pd.Series) -> None:
    twice = ids[ids.duplicated(keep=False)]
    if len(twice):
        raise InputError(
            tr("Cell {id} occurs twice, in rows {first} and {second}. Remove one of them.").format(
                id=twice.iloc[0], first=twice.index[0] + 2, second=twice.index[twice == twice.iloc[0]][1] + 2
            )
        )


def _layout(path: Path | GridFile, columns: Sequence[str]) -> _Layout:
    """Find out how the file is written and what its columns are."""
    encoding = _encoding(path)
    delimiter = _delimiter(path, encoding)
    draft = _Layout(path, encoding, delimiter, None, None, None, [])
    sample = next(_pieces(draft, None, _SAMPLE_ROWS), pd.DataFrame())
    ids = [name for name in sample if len(sample) and sample[name].str.strip().str.fullmatch(ID_PATTERN).all()]
    middles = _middle_columns(sample.columns)
    values = [name for name in sample if name not in ids and name not in (middles or ())]
    long = is_long_grid(values)
    for column in [] if long else columns:
        if column not in values:
            raise MissingColumnError(column, path.name, values)
    if not ids and middles is None:
        raise InputError(
            tr(
                "“{file}”: no column with ids of grid cells and no columns x and y. It has: {available}. "
                "A census grid has one row a cell."
            ).format(file=path.name, available=", ".join(sample.columns) or "–")
        )
    taken = values if long else list(columns) or values
    layout = _Layout(path, encoding, delimiter, ids[0] if ids else None, middles, None, taken, long)
    if ids or middles is None:
        return layout
    return replace(layout, size=_cell_size(layout, middles))


def _middle_columns(names: Sequence[str]) -> tuple[str, str] | None:
    """Return the columns of x and y, None if there are none."""
    found = {match[1].lower(): name for name in names if (match := MIDDLE_PATTERN.fullmatch(name))}
    return (found["x"], found["y"]) if len(found) == 2 else None


def _cell_size(layout: _Layout, middles: tuple[str, str]) -> int:
    """Return the cell size from the name of x, else the smallest spacing of all cells; raise InputError if unclear."""
    named = size_from_name(middles[0])
    if named is not None:
        return named
    texts = pd.concat(list(_pieces(layout, list(middles))))
    spacings = [smallest_spacing(pd.to_numeric(texts[name], errors="coerce").dropna()) for name in middles]
    known = [spacing for spacing in spacings if spacing]
    if not known:
        raise InputError(
            tr("“{file}”: the cell size is unclear, because there is only one cell and no id.").format(
                file=layout.path.name
            )
        )
    return min(known)


def _position_columns(layout: _Layout) -> list[str]:
    return [layout.id_column] if layout.id_column else list(layout.middle_columns or ())


def _corners(layout: _Layout, piece: pd.DataFrame) -> pd.DataFrame:
    if layout.id_column:
        return corners_from_ids(piece[layout.id_column])
    x, y = layout.middle_columns or ("", "")
    return corners_from_middles(piece[x], piece[y], layout.size or 0)


def _pieces(layout: _Layout, columns: Sequence[str] | None, rows: int = _ROWS_AT_ONCE) -> Iterator[pd.DataFrame]:
    """Yield the file's rows as text; the index counts the rows below the head from 0."""
    try:
        with layout.path.open("rb") as stream, pd.read_csv(
            stream, sep=layout.delimiter, encoding=layout.encoding, usecols=columns, chunksize=rows,
            dtype=str, keep_default_na=False, index_col=False,
        ) as reader:  # fmt: skip
            yield from reader
    except EmptyDataError as error:
        raise InputError(tr("“{file}” is empty.").format(file=layout.path.name)) from error
    except ParserError as error:
        raise InputError(
            tr("“{file}” is no regular CSV table: {reason}").format(file=layout.path.name, reason=error)
        ) from error


def _encoding(path: Path | GridFile) -> str:
    """Return utf-8-sig if the whole file is UTF-8, else cp1252; raise InputError if there is no such file."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except OSError as error:
        raise InputError(tr("“{file}” cannot be read: {reason}").format(file=path, reason=error.strerror)) from error
    return "utf-8-sig"


def _delimiter(path: Path | GridFile, encoding: str) -> str:
    """Return the most frequent of semicolon, tab and comma in the head; the semicolon, if there is none."""
    with path.open("r", encoding=encoding) as file:
        head = file.readline()
    return max(";\t,", key=lambda mark: len(re.findall(re.escape(mark), head)))
