"""Several grid files joined by cell, and the cells that none of them has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...errors import InputError
from ...fields import CELL, CELL_SIZE, Field, Flag, Kind
from ...messages import tr
from .census_files import GridFile
from .census_grid import CensusGrid, Selection, read_census_grid
from .grid_cells import cell_ids

KEEP, UNKNOWN, ZERO = "leave", "unknown", "zero"
ABSENT_CHOICES = (KEEP, UNKNOWN, ZERO)
_PLACE = [CELL.name, CELL_SIZE.name, "east", "north"]
_MOST_ABSENT = 2_000_000


@dataclass(frozen=True)
class JoinedGrid:
    """`grid` with the cells of all files; `files` are the single grids by name; `absent` cells were added.

    `renamed` maps columns that several files have to what they are called now.
    """

    grid: CensusGrid
    files: dict[str, CensusGrid]
    absent: int = 0
    renamed: dict[str, str] | None = None


def read_census_grids(
    files: Sequence[GridFile], columns: Sequence[str], selection: Selection | None, is_cancelled: Callable[[], bool]
) -> JoinedGrid:
    """Return all files as one grid; with several files `columns` are looked for in each, and one must have it.

    Raises InputError if the files have different cell sizes, and as `read_census_grid`.
    """
    if len(files) == 1:
        grid = read_census_grid(files[0], columns, selection, is_cancelled)
        return JoinedGrid(grid, {files[0].name: grid}, renamed={})
    grids = {file: read_census_grid(file, [], selection, is_cancelled) for file in files}
    _refuse_sizes({file.name: grid for file, grid in grids.items()})
    joined, renamed = _joined(grids)
    if columns:
        joined = _only(joined, columns)
    return JoinedGrid(joined, {file.name: grid for file, grid in grids.items()}, renamed=renamed)


def _refuse_sizes(grids: dict[str, CensusGrid]) -> None:
    sizes = {name: set(grid.cells[CELL_SIZE.name]) for name, grid in grids.items() if len(grid.cells)}
    if len(set().union(*sizes.values()) if sizes else ()) > 1:
        told = "; ".join(f"{name}: {', '.join(str(size) for size in sorted(own))} m" for name, own in sizes.items())
        raise InputError(
            tr("The files have different cell sizes ({files}). Import each size by itself.").format(files=told)
        )


def _joined(grids: dict[GridFile, CensusGrid]) -> tuple[CensusGrid, dict[str, str]]:
    """Return the outer join by cell; a column that several files have is named after its file from the second on."""
    cells, flags, fields, classed = None, None, [], []
    marks: dict[str, int] = {}
    renamed: dict[str, str] = {}
    for file, grid in grids.items():
        taken = {field.name.lower() for field in fields}
        names = {field.name: field.name for field in grid.fields}
        for name in names:
            if name.lower() in taken:
                names[name] = renamed[f"{file.name}: {name}"] = f"{name}_{file.stem}"
        own = grid.cells.rename(columns=names)
        told = pd.concat([grid.cells[[CELL.name]], grid.flags.rename(columns=names)], axis=1)
        cells = own if cells is None else cells.merge(own, on=_PLACE, how="outer")
        flags = told if flags is None else flags.merge(told, on=CELL.name, how="outer")
        fields += [Field(names[field.name], field.kind) for field in grid.fields]
        classed += [names[name] for name in grid.classed]
        for mark, count in grid.marks.items():
            marks[mark] = marks.get(mark, 0) + count
    flags = cells[[CELL.name]].merge(flags, on=CELL.name, how="left").drop(columns=CELL.name).fillna(Flag.MISSING)
    cells = cells.astype(object).where(cells.notna(), None)
    numbers = sum(field.kind is not Kind.TEXT for grid in grids.values() for field in grid.fields)
    delivered = sum(
        len(grid.cells) * sum(field.kind is not Kind.TEXT for field in grid.fields) for grid in grids.values()
    )
    lacking = len(cells) * numbers - delivered
    if lacking:
        marks[tr("cell not in the file")] = lacking
    total, outside = (sum(getattr(grid, name) for grid in grids.values()) for name in ("total", "outside"))
    return CensusGrid(cells, fields, total, outside, marks, flags, tuple(classed)), renamed


def _only(grid: CensusGrid, columns: Sequence[str]) -> CensusGrid:
    """Return the grid with the chosen columns."""
    available = [field.name for field in grid.fields]
    for column in columns:
        if column not in available:
            raise InputError(
                tr("FIELDS: no file has the column “{column}”. They have: {available}.").format(
                    column=column, available=", ".join(available)
                )
            )
    chosen = [field for field in grid.fields if field.name in columns]
    names = [field.name for field in chosen]
    flags = grid.flags[[name for name in names if name in grid.flags]]
    marks: dict[str, int] = {}
    lacking = int(sum(grid.cells[field.name].isna().sum() for field in chosen if field.kind is not Kind.TEXT))
    if lacking:
        marks[tr("without a number")] = lacking
    return replace(grid, cells=grid.cells[[*_PLACE, *names]], fields=chosen, marks=marks, flags=flags)


def with_absent_cells(
    joined: JoinedGrid, box: tuple[float, float, float, float], selection: Selection, choice: str
) -> JoinedGrid:
    """Return the grid with a row for each selected cell within `box` (west, south, east, north) that no file has.

    `choice` UNKNOWN gives them no values, ZERO zero (for counts only if the source shows every inhabited cell). Raises
    InputError if there would be more than two million.
    """
    grid = joined.grid
    if choice == KEEP or not len(grid.cells):
        return joined
    size = int(grid.cells[CELL_SIZE.name].iloc[0])
    west, south, east, north = (int(np.floor(value / size)) for value in box)
    if (east - west + 1) * (north - south + 1) > _MOST_ABSENT:
        raise InputError(tr("The area has more than two million cells. Choose a smaller area, or ABSENT=leave."))
    x, y = np.meshgrid(np.arange(west, east + 1) * size, np.arange(south, north + 1) * size)
    corners = pd.DataFrame({"east": x.ravel(), "north": y.ravel(), "size": size})
    corners[CELL.name] = cell_ids(corners[["east", "north", "size"]])
    corners = corners[~corners[CELL.name].isin(grid.cells[CELL.name])]
    corners = corners[selection(corners)].rename(columns={"size": CELL_SIZE.name})
    numeric = [field.name for field in grid.fields if field.kind is not Kind.TEXT]
    added = corners.assign(**dict.fromkeys(numeric, 0 if choice == ZERO else None))
    cells = pd.concat([grid.cells.astype(object), added.astype(object)], ignore_index=True)
    cells = cells.where(cells.notna(), None)
    told = pd.DataFrame(Flag.MISSING if choice == UNKNOWN else Flag.NONE, index=added.index, columns=grid.flags.columns)
    marks = dict(grid.marks)
    if choice == UNKNOWN and len(added):
        marks[tr("cell in no file")] = len(added) * len(numeric)
    flags = pd.concat([grid.flags, told], ignore_index=True)
    return replace(joined, grid=replace(grid, cells=cells, marks=marks, flags=flags), absent=len(added))
