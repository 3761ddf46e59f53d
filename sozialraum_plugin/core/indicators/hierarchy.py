"""The tree of areas: Quartier in Sozialraum in Gemeinde in Kreis."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..fields import AREA, AREA_NAME, LEVEL, PARENT
from ..messages import tr


@dataclass(frozen=True)
class Hierarchy:
    """Areas 0 to n-1 in the order of the table; `parent` is -1 for a root.

    `upward` lists the areas that have children, each after all areas below it. `orphans` are codes of areas whose
    parent is not in the table.
    """

    codes: list[str]
    names: list[str]
    levels: np.ndarray
    parent: np.ndarray
    children: dict[int, np.ndarray]
    upward: list[int]
    orphans: list[str]


def hierarchy_of(areas: pd.DataFrame) -> Hierarchy:
    """Return the tree of a table with `gebiet`, `gebiet_name`, `ebene`, `uebergeordnet`.

    Raises InputError if it is empty, a code is missing or twice, or the areas above lead back to an area.
    """
    codes = [_text(code) for code in areas[AREA.name]]
    _check_codes(codes)
    position = {code: number for number, code in enumerate(codes)}
    above = [_text(code) for code in areas[PARENT.name]]
    parent = np.array([position.get(code, -1) for code in above], dtype=np.int64)
    orphans = [code for code, up in zip(codes, above) if up and up not in position]
    depth = _depths(parent, codes)
    children = {
        int(number): np.flatnonzero(parent == number) for number in np.unique(parent[parent >= 0])
    }  # an area without children is no key
    upward = sorted(children, key=lambda number: -depth[number])
    levels = np.array([_text(level) for level in areas[LEVEL.name]], dtype=object)
    return Hierarchy(codes, [_text(name) for name in areas[AREA_NAME.name]], levels, parent, children, upward, orphans)


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()


def _check_codes(codes: list[str]) -> None:
    if not codes:
        raise InputError(tr("AREAS: the layer has no areas."))
    if "" in codes:
        raise InputError(
            tr("AREAS: {count} areas have no code in the field “{field}”.").format(
                count=codes.count(""), field=AREA.name
            )
        )
    repeated = [code for code, count in Counter(codes).items() if count > 1]
    if repeated:
        raise InputError(
            tr(
                "AREAS: the code {code} is there {count} times ({others} codes are repeated). Each area needs its own."
            ).format(code=repeated[0], count=codes.count(repeated[0]), others=len(repeated))
        )


def _depths(parent: np.ndarray, codes: list[str]) -> np.ndarray:
    """Return how many areas lie above each area."""
    depth = np.zeros(len(parent), dtype=np.int64)
    current = parent.copy()
    while (current >= 0).any():
        depth += current >= 0
        if depth.max() > len(parent):
            raise InputError(
                tr("AREAS: the areas above {code} lead back to itself. Check the field “{field}”.").format(
                    code=codes[int(depth.argmax())], field=PARENT.name
                )
            )
        current = np.where(current >= 0, parent[current], -1)
    return depth
