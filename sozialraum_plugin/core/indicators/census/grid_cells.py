"""Where the cells of a census grid lie: from their ids, or from the coordinates of their middle (EPSG:3035, metres).

Ids name the lower-left corner, north before east: ``CRS3035RES100mN2689100E4337000`` (INSPIRE, Zensus 2022) or
``100mN26891E43370`` (Zensus 2011, counted in cells).
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr

ID_PATTERN = r"(?:CRS3035RES)?(\d+)(k?m)N(\d+)E(\d+)"
MIDDLE_PATTERN = re.compile(r"([xy])(?:_mp)?(?:_(\d+)(k?m))?", re.IGNORECASE)
_IN_METRES_FROM = 500_000  # in Europe a northing counted in cells of 10 m or more stays below, one in metres above


def corners_from_ids(ids: pd.Series) -> pd.DataFrame:
    """Return `east`, `north` (lower-left corner) and `size` of each cell in metres, integers.

    Raises InputError naming the file's row (the index of `ids` plus 2, for the head) of an id that cannot be read.
    """
    alike = _alike_corners(ids)
    if alike is not None:
        return alike
    parts = ids.str.strip().str.extract(f"^{ID_PATTERN}$")
    wrong = parts[0].isna()
    if wrong.any():
        row = wrong.idxmax()
        raise InputError(
            tr("Row {row}: “{id}” is no id of a grid cell such as CRS3035RES100mN2689100E4337000.").format(
                row=row + 2, id=ids[row]
            )
        )
    size = parts[0].astype(np.int64) * np.where(parts[1] == "km", 1000, 1)
    north, east = parts[2].astype(np.int64), parts[3].astype(np.int64)
    in_cells = north < _IN_METRES_FROM
    return pd.DataFrame(
        {"east": east.where(~in_cells, east * size), "north": north.where(~in_cells, north * size), "size": size}
    )


def _alike_corners(ids: pd.Series) -> pd.DataFrame | None:
    """Return the corners of ids that are all written alike, or None; a grid of Germany has three million of them."""
    first = re.fullmatch(ID_PATTERN, ids.iloc[0]) if len(ids) else None
    if first is None or not bool((ids.str.len() == len(first[0])).all()):
        return None
    codes = ids.to_numpy(dtype="U").view(np.uint32).reshape(len(ids), -1)
    north, east = slice(*first.span(3)), slice(*first.span(4))
    numbers = {}
    fixed = np.ones(codes.shape[1], dtype=bool)
    for name, part in (("east", east), ("north", north)):
        fixed[part] = False
        digits = codes[:, part].astype(np.int64) - ord("0")
        if ((digits < 0) | (digits > 9)).any():
            return None
        numbers[name] = digits @ 10 ** np.arange(digits.shape[1] - 1, -1, -1)
    if (codes[:, fixed] != codes[0, fixed]).any():
        return None
    size = int(first[1]) * (1000 if first[2] == "km" else 1)
    in_cells = numbers["north"] < _IN_METRES_FROM
    for name, values in numbers.items():
        numbers[name] = np.where(in_cells, values * size, values)
    return pd.DataFrame({**numbers, "size": size}, index=ids.index)


def corners_from_middles(x: pd.Series, y: pd.Series, size: int) -> pd.DataFrame:
    """Return `east`, `north` (lower-left corner) and `size` of each cell from its middle, text in metres.

    Raises InputError naming the file's row of a coordinate that is no number.
    """
    result = {}
    for name, column in (("east", x), ("north", y)):
        values = pd.to_numeric(column.str.replace(",", ".", regex=False), errors="coerce")
        if values.isna().any():
            row = values.isna().idxmax()
            raise InputError(
                tr("Row {row}: “{value}” in column “{column}” is no coordinate.").format(
                    row=row + 2, value=column[row], column=column.name
                )
            )
        result[name] = np.round(values - size / 2).astype(np.int64)
    return pd.DataFrame({**result, "size": size}, index=x.index)


def size_from_name(column: str) -> int | None:
    """Return the cell size in metres that the name of a coordinate column tells (``x_mp_100m``), or None."""
    match = MIDDLE_PATTERN.fullmatch(column)
    if match is None or match[2] is None:
        return None
    return int(match[2]) * (1000 if match[3].lower() == "km" else 1)


def smallest_spacing(coordinates: np.ndarray) -> int | None:
    """Return the smallest distance between two different coordinates in metres, None if there is no second one."""
    steps = np.diff(np.unique(coordinates))
    return int(round(float(steps.min()))) if len(steps) else None


def cell_ids(corners: pd.DataFrame) -> pd.Series:
    """Return the INSPIRE ids of cells given by `east`, `north` and `size`."""
    text = corners.astype(str)
    return "CRS3035RES" + text["size"] + "mN" + text["north"] + "E" + text["east"]


def short_ids(corners: pd.DataFrame) -> pd.Series:
    """Return the ids of the Zensus 2011 (``100mN26891E43370``) of cells given by `east`, `north` and `size`."""
    size = corners["size"]
    label = size.map(lambda metres: f"{metres // 1000}km" if metres % 1000 == 0 else f"{metres}m").astype(str)
    return label + "N" + (corners["north"] // size).astype(str) + "E" + (corners["east"] // size).astype(str)
