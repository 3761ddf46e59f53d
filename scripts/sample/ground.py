"""The streets and blocks of a settlement on the ground: bent lines, noded at junctions, and the fronts of blocks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .planar import area, inside, walks
from .skeleton import OUTLINE, Sketch
from .terrain import Warp, densified


@dataclass
class Block:
    """A block on the ground: outline (n, 2), zone, neighbourhood, Ortsteil code and the fronts that houses may line.

    A front is (street, line, side, offset): the block lies to the left of the line; `side` is +1 if the line runs
    with the street and -1 if against it; `offset` is the position of the line's start along the street.
    """

    outline: np.ndarray
    zone: str
    neighbourhood: int
    part: str
    fronts: list[tuple[int, np.ndarray, int, float]]
    obstacles: list[np.ndarray]


class Ground:
    """The streets and blocks of a sketch in ground coordinates."""

    def __init__(self, sketch: Sketch, neighbourhoods: dict[int, int], warp: Warp) -> None:
        self.sketch = sketch
        self.neighbourhoods = neighbourhoods
        self._lines = _bent_edges(sketch, warp)
        self._tips = [warp.line(line) for _, _, line, _ in sketch.dead_ends]
        self._feet = {node for *_, node in sketch.dead_ends}
        self.chains = self._chains()

    def street_lines(self) -> list[tuple[int, np.ndarray]]:
        """Return every street cut at its junctions, as (street, line)."""
        lines = []
        for street, nodes in self.chains:
            start = 0
            for index in range(1, len(nodes)):
                if index == len(nodes) - 1 or self._is_junction(nodes[index]):
                    edges = zip(nodes[start:index], nodes[start + 1 : index + 1])
                    lines.append((street, _joined([self._line(a, b) for a, b in edges])))
                    start = index
        return lines + [(street, tip) for (_, street, _, _), tip in zip(self.sketch.dead_ends, self._tips)]

    def blocks(self, part_of: dict[int, str]) -> list[Block]:
        """Return all blocks with the fronts of their streets."""
        offsets = self._offsets()
        tips: dict[int, list[tuple[int, np.ndarray]]] = {}
        for (face, street, _, _), tip in zip(self.sketch.dead_ends, self._tips):
            tips.setdefault(face, []).append((street, tip))
        result = []
        for face, ring in self.sketch.plan.faces.items():
            fronts = self._fronts(ring, offsets)
            for street, tip in tips.get(face, []):
                length = float(np.hypot(*np.diff(tip, axis=0).T).sum())
                fronts += [(street, tip, 1, 0.0), (street, tip[::-1], -1, length)]
            outline = _joined([self._line(a, b) for a, b in zip(ring, ring[1:] + ring[:1])])[:-1]
            zone = self.sketch.plan.zone[face]
            number = self.neighbourhoods.get(face, -1)
            obstacles = [tip for _, tip in tips.get(face, [])]
            result.append(Block(outline, zone, number, part_of[face], fronts, obstacles))
        return result

    def _fronts(
        self, ring: list[int], offsets: dict[tuple[int, int], float]
    ) -> list[tuple[int, np.ndarray, int, float]]:
        """Return the fronts of a ring of nodes: runs along one street, broken at corners."""
        edges = list(zip(ring, ring[1:] + ring[:1]))
        keys = [self._front_key(edge, offsets) for edge in edges]
        begin = next((i for i in range(len(edges)) if keys[i] != keys[i - 1]), 0)
        edges, keys = edges[begin:] + edges[:begin], keys[begin:] + keys[:begin]
        fronts, start = [], 0
        for index in range(1, len(edges) + 1):
            if index == len(edges) or keys[index] != keys[start] or self._turns(edges[index - 1], edges[index]):
                street, side = keys[start]
                if street != OUTLINE:
                    line = _joined([self._line(a, b) for a, b in edges[start:index]])
                    fronts.append((street, line, side, offsets[edges[start]]))
                start = index
        return fronts

    def _front_key(self, edge: tuple[int, int], offsets: dict[tuple[int, int], float]) -> tuple[int, int]:
        """Return street and side of a directed edge; +1 if it runs with its street."""
        street = self.sketch.plan.street[min(edge), max(edge)]
        here, back = offsets.get(edge, 0.0), offsets.get(edge[::-1], 0.0)
        return street, 1 if here < back else -1

    def _turns(self, first: tuple[int, int], second: tuple[int, int]) -> bool:
        """Tell whether two edges that follow each other make a corner."""
        a, b = self._line(*first), self._line(*second)
        u, v = a[-1] - a[-2], b[1] - b[0]
        return float(u @ v) < 0.85 * float(np.hypot(*u) * np.hypot(*v))

    def _line(self, a: int, b: int) -> np.ndarray:
        line = self._lines[min(a, b), max(a, b)]
        return line if a < b else line[::-1]

    def _is_junction(self, node: int) -> bool:
        return node in self._feet or len(self.sketch.plan.neighbours[node]) != 2

    def _offsets(self) -> dict[tuple[int, int], float]:
        """Return for each directed edge the position of its start along its street (m)."""
        offsets = {}
        for _, nodes in self.chains:
            position = 0.0
            for a, b in zip(nodes[:-1], nodes[1:]):
                offsets[a, b] = position
                position += float(np.hypot(*np.diff(self._line(a, b), axis=0).T).sum())
                offsets[b, a] = position
        return offsets

    def _chains(self) -> list[tuple[int, list[int]]]:
        """Return each street as a chain of nodes from its inner end outwards; a second piece is a new street."""
        by_street: dict[int, list[tuple[int, int]]] = {}
        for edge, street in self.sketch.plan.street.items():
            by_street.setdefault(street, []).append(edge)
        chains = []
        for street, edges in sorted(by_street.items()):
            for number, nodes in enumerate(walks(edges)):
                if number and street != OUTLINE:
                    street = self._sibling(street, nodes)
                ends = [
                    np.hypot(*(np.array(self.sketch.plan.points[n]) - self.sketch.settlement.centre)) for n in nodes
                ]
                chains.append((street, nodes if ends[0] <= ends[-1] else nodes[::-1]))
        return chains

    def _sibling(self, street: int, nodes: list[int]) -> int:
        """Register the second piece of a street as a street of its own."""
        kind = self.sketch.streets[street]
        other = self.sketch.new_street(kind.klass, kind.role, kind.target)
        for a, b in zip(nodes[:-1], nodes[1:]):
            self.sketch.plan.street[min(a, b), max(a, b)] = other
        return other


def part_of_faces(sketch: Sketch, wedges: list[tuple[str, np.ndarray]]) -> dict[int, str]:
    """Return the Ortsteil code of each face by the plan polygons of the Ortsteile (first match; else the last)."""
    result = {}
    for face in sketch.plan.faces:
        polygon = sketch.plan.polygon(face)
        probe = inner_point(polygon)[None]
        result[face] = next((code for code, wedge in wedges if inside(probe, wedge)[0]), wedges[-1][0])
    return result


def inner_point(polygon: np.ndarray) -> np.ndarray:
    """Return the centroid of a polygon if it lies inside, else a point near its first side."""
    x, y = polygon.T
    cross = x * np.roll(y, -1) - np.roll(x, -1) * y
    centre = ((polygon + np.roll(polygon, -1, axis=0)) * cross[:, None]).sum(axis=0) / (6 * area(polygon))
    if inside(centre[None], polygon)[0]:
        return centre
    side = polygon[1] - polygon[0]
    return (polygon[0] + polygon[1]) / 2 + np.array([-side[1], side[0]]) / np.hypot(*side)


def _bent_edges(sketch: Sketch, warp: Warp) -> dict[tuple[int, int], np.ndarray]:
    """Return the ground line of each edge, all bent in one go."""
    edges = sorted(sketch.plan.street)
    straight = [densified(np.array([sketch.plan.points[a], sketch.plan.points[b]]), 22.0) for a, b in edges]
    bent = warp(np.concatenate(straight))
    return dict(zip(edges, np.split(bent, np.cumsum([len(line) for line in straight])[:-1])))


def _joined(lines: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])
