"""Street sections as areas: both sides of a street between two junctions, with borders at the rear of the plots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..core.delineation.section_chains import without_short
from .blocks import Blocks
from .place_sites import Divided, Placed, divide, placed_addresses
from .point_in_area import areas_of_points
from .section_search import FoundSections, sections_of_points
from .street_network import SectionNetwork

_SHORTEST_SAMPLE = 2.0  # metres; shorter segments are no place of their own


@dataclass(frozen=True)
class SectionUnits:
    """`divided` ground; of each unit (u,) its section, -1 for none; of each address (n,) its own section and whether
    it is of its own street; of each section (k,) the one it was joined to.
    """

    divided: Divided
    section_of_unit: np.ndarray
    found: FoundSections
    joined: np.ndarray


def section_units(
    ground: Blocks,
    points: np.ndarray,
    street: np.ndarray,
    network: SectionNetwork,
    is_cancelled: Callable[[], bool],
) -> SectionUnits:
    """Divide the ground (blocks between barriers) among the street sections of the addresses in it.

    `points` (n, 2), NaN where missing, with their `street` (n,) as in the network. An address belongs to the nearest
    section of its street within 300 m, else to the nearest of all. Each place goes with the nearest address or point
    on the line of a section with addresses; a section on both sides of a barrier is two units. Raises CancelledError.
    """
    found = sections_of_points(points, street, network, is_cancelled)
    count = len(network.street)
    addresses = np.bincount(found.section[found.section >= 0], minlength=count)
    joined = without_short(network.length, network.street, addresses, network.links)
    section = np.where(found.section >= 0, joined[np.maximum(found.section, 0)], -1)
    placed = placed_addresses(points, ground)
    label, keys = _labels(section, placed, count)
    divided = divide(ground, placed, label, _along(network, joined, ground, keys, count), False, is_cancelled)
    own = divided.label_of_unit
    section_of_unit = np.append(keys % count, -1)[own]
    return SectionUnits(divided, section_of_unit, found, joined)


def _labels(section: np.ndarray, placed: Placed, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the label (n,) of each address by block and section, -1 for none, and what each label stands for.

    Only addresses inside their block make a label; one near it has the label of the others of its section.
    """
    usable = (placed.block >= 0) & (section >= 0)
    key = np.where(usable, placed.block.astype(np.int64) * count + section, -1)
    keys = np.unique(key[usable & placed.inside])
    return np.where(np.isin(key, keys), np.searchsorted(keys, key), -1), keys


def _along(
    network: SectionNetwork, joined: np.ndarray, ground: Blocks, keys: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return points (m, 2) along the sections with addresses, their block (m,) and label (m,)."""
    vector = network.segments[:, 2:] - network.segments[:, :2]
    usable = (network.section >= 0) & ~network.below & (np.hypot(*vector.T) >= _SHORTEST_SAMPLE)
    section = joined[network.section[usable]]
    middle = network.segments[usable, :2] + vector[usable] / 2
    inhabited = np.isin(section, keys % count)
    section, middle = section[inhabited], middle[inhabited]
    block = areas_of_points(middle, ground.polygons)
    key = block.astype(np.int64) * count + section
    at = np.searchsorted(keys, key)
    known = (block >= 0) & np.isin(key, keys)
    return middle[known], block[known], at[known]
