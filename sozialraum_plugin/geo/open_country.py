"""Open country: faces so large and empty that they encircle settlements; the blocks at their edge share them.

Left as they are, they would become rings around whole towns. Shared among the adjoining blocks, every settlement gets
the land around it, as a Gemarkung does. A railway, river or other barrier is not crossed, nor a commune's border.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np
from qgis.core import QgsGeometry

from ..core.delineation.slivers import merge_slivers
from .adjacency import adjacency
from .barrier_edges import BARRIER_WIDTH, barrier_edges

AREA_PER_GROUP = 1_000_000.0  # square metres for each group of addresses, from which on a face is open country
FEWEST_IN_GROUP = 3  # addresses; fewer are scattered houses


def is_open_country(area: np.ndarray, face: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Tell for each face (f,) whether it has more than 100 ha for each group of addresses in it.

    `area` (f,) square metres; `face` and `group` (n,) belong to the addresses.
    """
    size = np.bincount(group)
    settled = size[group] >= FEWEST_IN_GROUP
    pairs = np.unique(np.column_stack([face[settled], group[settled]]), axis=0)
    groups = np.bincount(pairs[:, 0], minlength=len(area))
    return area > AREA_PER_GROUP * np.maximum(groups, 1)


def adjoining_blocks(
    faces: Sequence[QgsGeometry],
    is_open: np.ndarray,
    inhabited: np.ndarray,
    commune: np.ndarray,
    barriers: Sequence[QgsGeometry],
    is_cancelled: Callable[[], bool],
) -> np.ndarray:
    """Return pairs (p, 2) of open country and a block with addresses at its edge, in one commune, without barrier."""
    if not is_open.any():
        return np.empty((0, 2), dtype=int)
    edges = adjacency(faces, 0.0, is_cancelled)[0]
    pairs = np.vstack([edges, edges[:, ::-1]])
    country, block = pairs.T
    pairs = pairs[is_open[country] & ~is_open[block] & inhabited[block] & (commune[country] == commune[block])]
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return pairs[~barrier_edges(faces, pairs, barriers, BARRIER_WIDTH, is_cancelled)]


def shared_country(
    into: np.ndarray,
    face: np.ndarray,
    settled: np.ndarray,
    edges: np.ndarray,
    border: np.ndarray,
    adjoining: np.ndarray,
) -> np.ndarray:
    """Return the piece (p,) that each piece is merged into, those of open country attached to adjoining blocks.

    `into` (p,) is the merging so far, `face` (p,) the face of each piece; `settled` (p,) pieces stay. The others join
    the adjoining block with the longest common border; what touches none joins its neighbour in the same face.
    """
    result = into.copy()
    is_open = np.isin(face, adjoining[:, 0])
    loose = is_open & ~settled
    for piece, target in _longest_borders(into, face, loose, edges, border, adjoining):
        result[piece] = target
        loose[piece] = False
    siblings = np.where(is_open, face, -1 - np.arange(len(face)))
    inner = merge_slivers((~loose).astype(float), ~loose, edges, border, siblings, 1.0)
    return result[inner]


def _longest_borders(
    into: np.ndarray,
    face: np.ndarray,
    loose: np.ndarray,
    edges: np.ndarray,
    border: np.ndarray,
    adjoining: np.ndarray,
) -> list[tuple[int, int]]:
    """Return loose pieces and the adjoining block that each has the longest common border with."""
    count = int(face.max()) + 1
    piece, other = np.vstack([edges, edges[:, ::-1]]).T
    allowed = loose[piece] & np.isin(face[piece] * count + face[other], adjoining @ [count, 1])
    piece, block, length = piece[allowed], into[other[allowed]], np.tile(border, 2)[allowed]
    pairs, position = np.unique(np.column_stack([piece, block]), axis=0, return_inverse=True)
    total = np.bincount(position.ravel(), weights=length, minlength=len(pairs))
    order = np.lexsort((pairs[:, 1], -total, pairs[:, 0]))
    best = order[np.unique(pairs[order, 0], return_index=True)[1]]
    return pairs[best].tolist()
