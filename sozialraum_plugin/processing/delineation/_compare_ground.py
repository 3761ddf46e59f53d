"""The ground of `compareareas`: what each pair of an old and a new area shares, and the layer of changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsProcessingFeedback

from ...core.delineation.area_changes import Matching
from ...core.delineation.crosswalk import GROUND_SHARED, NEW, NEW_NAME, NOWHERE, OLD, OLD_NAME, PAIR
from ...core.fields import ADDRESS_COUNT, FLAG, GROUND, NOTE, POPULATION, Flag
from ...core.messages import tr
from ...core.numbers import HIDDEN_MARK, format_number
from ...geo.area_changes import pieces, without_slivers
from ...geo.point_in_polygon import PointIndex
from ._compare_inputs import Division

CHANGES = (OLD, OLD_NAME, NEW, NEW_NAME, ADDRESS_COUNT, POPULATION, FLAG, GROUND, NOTE)


@dataclass(frozen=True)
class SharedGround:
    """`table` has the columns of PAIR and `flaeche`, `shapes` the polygon of each pair; slivers are only summed up."""

    table: pd.DataFrame
    shapes: dict[tuple[str, str], QgsGeometry]
    slivers: float


def shared_ground(
    old: Division, new: Division, points: np.ndarray, width: float, feedback: QgsProcessingFeedback
) -> SharedGround:
    """Return the ground of each pair of areas; strips narrower than `width` metres only if an address lies there."""
    places = PointIndex(points)
    rows, shapes, slivers = [], {}, 0.0
    for piece in pieces(old.polygons, new.polygons, feedback.isCanceled):
        kept = without_slivers(piece, width, lambda part: _holds(part, places))
        slivers += piece.ground - kept.ground
        if kept.parts:
            pair = _code(old, piece.old), _code(new, piece.new)
            shapes[pair] = kept.geometry
            rows.append((*pair, kept.ground))
    return SharedGround(pd.DataFrame(rows, columns=[*PAIR, GROUND_SHARED.name]), shapes, slivers)


def _code(division: Division, number: int) -> str:
    return NOWHERE if number < 0 else division.codes[number]


def _holds(part: QgsGeometry, places: PointIndex) -> bool:
    """Tell whether an address lies in a piece of ground."""
    box = part.boundingBox()
    near = places.within(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return any(part.contains(_point(*places.points[number])) for number in near)


def _point(x: float, y: float) -> QgsGeometry:
    return QgsGeometry.fromWkt(f"POINT({float(x)!r} {float(y)!r})")


def change_rows(
    table: pd.DataFrame, moved: np.ndarray, ground: SharedGround, counted: bool
) -> tuple[pd.DataFrame, list[QgsGeometry]]:
    """Return the pairs of the crosswalk (with names and marks) that mean a change, and their polygons.

    A pair without ground of its own (addresses on a border or in overlaps) has an empty polygon.
    """
    rows = table[moved].copy()
    hidden = (rows[FLAG.name] != Flag.NONE).to_numpy()
    rows[NOTE.name] = [_note(row, secret, counted) for row, secret in zip(rows.to_dict("records"), hidden.tolist())]
    rows[POPULATION.name] = rows[POPULATION.name].astype(object).where(~hidden, None)
    shapes = [ground.shapes.get((old, new), QgsGeometry()) for old, new in zip(rows[OLD.name], rows[NEW.name])]
    rows[GROUND.name] = rows[GROUND_SHARED.name]
    return rows, shapes


def _note(row: dict[str, object], hidden: bool, counted: bool) -> str:
    """Return who moves from where to where, in a sentence."""
    nowhere = tr("no area")
    values = {
        "old": row[OLD.name] or nowhere,
        "new": row[NEW.name] or nowhere,
        "count": format_number(row[ADDRESS_COUNT.name]),
        "people": HIDDEN_MARK if hidden else format_number(row[POPULATION.name]),
    }
    if not row[ADDRESS_COUNT.name]:
        return tr("From {old} (before) to {new} (after): ground without addresses.").format(**values)
    if not counted:
        return tr("From {old} (before) to {new} (after): {count} addresses.").format(**values)
    return tr("From {old} (before) to {new} (after): {count} addresses with {people} inhabitants.").format(**values)


def changed_ground(ground: SharedGround, matching: Matching) -> set[str]:
    """Return the new areas that share ground with another old area, or whose predecessor does with another new one."""
    pairs = ground.table[PAIR]
    moved = matching.moved(pairs[OLD.name], pairs[NEW.name])
    changed = set(pairs.loc[moved, NEW.name])
    losing = set(pairs.loc[moved, OLD.name])
    return (changed | {new for old, new in matching.continued_by.items() if old in losing}) - {NOWHERE}
