"""Where units grow from: the places of addresses, points along streets, and one point in a block that has neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry

from ..core.delineation.address_groups import linked_groups
from .blocks import Blocks
from .point_in_area import areas_and_hits
from .unit_areas import Sites, UnitAreas, divide_blocks, off_borders

NO_SITE = -1
_PER_METRE = 1000  # places are told apart by millimetres


@dataclass(frozen=True)
class Placed:
    """n addresses on the ground: `block` (n,), -1 for none; `inside` (n,): in their block, not only near it."""

    points: np.ndarray
    block: np.ndarray
    inside: np.ndarray


@dataclass(frozen=True)
class Divided:
    """The blocks divided: `ground` with the units, the block (u,) of each, the label that each unit stands for (u,)
    or -1. `loose` parts joined a neighbour.
    """

    ground: Blocks
    label_of_unit: np.ndarray
    loose: int


def placed_addresses(points: np.ndarray, ground: Blocks) -> Placed:
    """Return the addresses (n, 2) with their block; those on a border are moved into theirs by 5 mm."""
    block = np.array([found[0] if found else -1 for found in ground.candidates], dtype=int)
    hits = areas_and_hits(points, ground.polygons)[1]
    moved = points.copy()
    rows = np.flatnonzero((hits > 1) & (block >= 0))
    moved[rows] = off_borders(points[rows], block[rows], ground.polygons)
    return Placed(moved, block, hits > 0)


def cell_labels(placed: Placed, reach: float) -> np.ndarray:
    """Return a label (n,) per place: addresses of one block that hang together by steps of `reach` metres; -1: none."""
    label = np.full(len(placed.block), -1)
    rows = np.flatnonzero(placed.inside)
    label[rows] = linked_groups(placed.points[rows], placed.block[rows], reach)
    return label


def divide(
    ground: Blocks,
    placed: Placed,
    label: np.ndarray,
    further: tuple[np.ndarray, np.ndarray, np.ndarray],
    one_site: bool,
    is_cancelled: Callable[[], bool],
) -> Divided:
    """Divide the blocks among the labels (n,) of their addresses, -1 for none.

    `further` are points (m, 2) without addresses, their block (m,) and label (m,). With `one_site` the first address
    of a label stands for all. An address near its block goes with the nearest site of its label in it, where there is
    none with the nearest of all. Raises CancelledError.
    """
    rows = np.flatnonzero(placed.inside & (label >= 0))
    place = np.unique(label[rows], return_inverse=True)[1].ravel() if one_site else _places(placed.points[rows])
    first, site_label, weight = _majority(place, label[rows])
    points = [placed.points[rows[first]], further[0]]
    block = [placed.block[rows[first]], further[1]]
    labels = [site_label, further[2]]
    empty = np.setdiff1d(np.arange(len(ground.polygons)), np.concatenate(block))
    points.append(_inner_points([ground.polygons[number] for number in empty.tolist()]))
    block.append(empty)
    labels.append(int(label.max(initial=-1)) + 1 + np.arange(len(empty)))
    count = np.concatenate([weight, np.zeros(len(further[0]) + len(empty))])
    sites = Sites(np.vstack(points), np.concatenate(block), np.concatenate(labels), count)
    sites, number = _distinct(sites)
    areas = divide_blocks(ground.polygons, ground.commune, sites, is_cancelled)
    site = np.full(len(label), NO_SITE)
    site[rows] = number[place]
    near = np.flatnonzero((placed.block >= 0) & (site == NO_SITE))
    site[near] = _nearest_in_block(placed.points[near], placed.block[near], label[near], sites)
    known = np.where(np.isin(areas.label, np.concatenate(labels[:2])), areas.label, -1)
    return Divided(_as_blocks(ground, areas, site), known, areas.loose)


def _places(points: np.ndarray) -> np.ndarray:
    """Return the place (n,) of each point; those within the same millimetre are one."""
    grid = np.round(points * _PER_METRE).astype(np.int64)
    return np.unique(grid, axis=0, return_inverse=True)[1].ravel()


def _majority(place: np.ndarray, label: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each place its first row, the label of most of its rows (of equally many the lower), their number."""
    table = pd.DataFrame({"place": place, "label": label})
    counts = table.value_counts(sort=False).rename("count").reset_index()
    counts = counts.sort_values(["place", "count", "label"], ascending=[True, False, True]).drop_duplicates("place")
    first = np.unique(place, return_index=True)[1]
    return first, counts["label"].to_numpy(dtype=int), np.bincount(place).astype(float)


def _inner_points(polygons: Sequence[QgsGeometry]) -> np.ndarray:
    found = [polygon.pointOnSurface().asPoint() for polygon in polygons]
    return np.array([(point.x(), point.y()) for point in found]).reshape(-1, 2)


def _distinct(sites: Sites) -> tuple[Sites, np.ndarray]:
    """Return the sites without those at the place of an earlier one, and the new number (m,) of each."""
    grid = np.round(sites.points * _PER_METRE).astype(np.int64)
    _, first, position = np.unique(grid, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.argsort(order)
    rows = first[order]
    kept = Sites(sites.points[rows], sites.block[rows], sites.label[rows], sites.addresses[rows])
    return kept, rank[position.ravel()]


def _nearest_in_block(points: np.ndarray, block: np.ndarray, label: np.ndarray, sites: Sites) -> np.ndarray:
    found = []
    for point, number, own in zip(points, block.tolist(), label.tolist()):
        in_block = sites.block == number
        rows = np.flatnonzero(in_block & (sites.label == own))
        rows = rows if len(rows) else np.flatnonzero(in_block)
        found.append(rows[np.hypot(*(sites.points[rows] - point).T).argmin()])
    return np.array(found, dtype=int)


def _as_blocks(ground: Blocks, areas: UnitAreas, site: np.ndarray) -> Blocks:
    unit = np.where(site >= 0, areas.unit_of_site[np.maximum(site, 0)], -1)
    return Blocks(
        polygons=areas.polygons,
        commune=ground.commune[areas.block],
        candidates=[[number] if number >= 0 else [] for number in unit.tolist()],
        slivers=ground.slivers,
        outside_matched=ground.outside_matched,
        divided=0,
        parts=0,
    )
