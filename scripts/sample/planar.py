"""A planar subdivision: faces that share nodes and edges exactly, so that streets are noded and blocks close."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SNAP = 8.0  # metres: a crossing this near to a node takes the node
OUTSIDE = -1


class PlanarMap:
    """Nodes, edges that belong to streets, and faces (counter-clockwise rings of nodes) with a zone each."""

    def __init__(self, outline: np.ndarray, street: int, zone: str) -> None:
        self.points: list[tuple[float, float]] = [(float(x), float(y)) for x, y in outline]
        ring = list(range(len(outline)))
        self.faces: dict[int, list[int]] = {0: ring}
        self.zone: dict[int, str] = {0: zone}
        self.street: dict[tuple[int, int], int] = {}
        self.neighbours: list[set[int]] = [set() for _ in ring]
        self._left: dict[tuple[int, int], int] = {}
        self._next_face = 1
        for a, b in zip(ring, ring[1:] + ring[:1]):
            self._connect(a, b, street)
            self._left[a, b] = 0

    def polygon(self, face: int) -> np.ndarray:
        """Return the plan coordinates (n, 2) of a face, not closed."""
        return np.array([self.points[node] for node in self.faces[face]])

    def split_edge(self, a: int, b: int, xy: tuple[float, float]) -> int:
        """Put a new node on the edge a-b and return it; both faces and the street keep the edge's two parts."""
        node = self._add_node(xy)
        street = self.street.pop(_edge(a, b))
        self.neighbours[a].discard(b)
        self.neighbours[b].discard(a)
        for start, end in ((a, b), (b, a)):
            face = self._left.pop((start, end), OUTSIDE)
            if face != OUTSIDE:
                ring = self.faces[face]
                ring.insert(ring.index(start) + 1, node)
                self._left[start, node] = self._left[node, end] = face
        self._connect(a, node, street)
        self._connect(node, b, street)
        return node

    def split_face(self, face: int, start: int, end: int, between: Sequence[tuple[float, float]], street: int) -> int:
        """Lay a street through a face from node to node; return the new face (on the street's right)."""
        chain = [start, *(self._add_node(xy) for xy in between), end]
        ring = self.faces[face]
        i, j = ring.index(start), ring.index(end)
        left = _arc(ring, j, i) + chain[1:-1]
        right = _arc(ring, i, j) + chain[-2:0:-1]
        other = self._next_face
        self._next_face += 1
        self.zone[other] = self.zone[face]
        for a, b in zip(chain[:-1], chain[1:]):
            self._connect(a, b, street)
        for name, nodes in ((face, left), (other, right)):
            self.faces[name] = nodes
            for a, b in zip(nodes, nodes[1:] + nodes[:1]):
                self._left[a, b] = name
        return other

    def hang_node(self, a: int, b: int, xy: tuple[float, float], snap: float = SNAP) -> int:
        """Return the node on edge a-b where a line meets it: an end of the edge if it is near, else a new node."""
        for node in (a, b):
            if np.hypot(self.points[node][0] - xy[0], self.points[node][1] - xy[1]) < snap:
                return node
        return self.split_edge(a, b, xy)

    def carve(self, line: np.ndarray, street: int, start: int | None = None, closed: bool = False) -> list[int]:
        """Lay a street along a polyline across as many faces as it meets; return the nodes where it meets edges.

        What lies before the first or after the last meeting is left out, unless the line starts at node `start`.
        """
        stations = self._stations(line, start, closed)
        meetings = [index for index, (_, node) in enumerate(stations) if node is not None]
        for first, last in zip(meetings[:-1], meetings[1:]):
            between = [xy for xy, _ in stations[first + 1 : last]]
            self._lay(stations[first][1], stations[last][1], between, street)
        return [stations[index][1] for index in meetings]

    def _lay(self, start: int, end: int, between: list[tuple[float, float]], street: int) -> None:
        """Split the face in which a chain from node to node runs, if it runs in one."""
        if start == end or (not between and end in self.neighbours[start]):
            return
        target = between[0] if between else self.points[end]
        a = np.array(self.points[start])
        probe = a + (np.array(target) - a) * 0.5
        for face, ring in self.faces.items():
            if start in ring and end in ring and inside(probe[None], self.polygon(face))[0]:
                self.split_face(face, start, end, between, street)
                return

    def _stations(
        self, line: np.ndarray, start: int | None, closed: bool
    ) -> list[tuple[tuple[float, float], int | None]]:
        """Return the line's vertices and meetings with edges in order: (xy, node or None for a plain vertex)."""
        line = np.asarray(line, dtype=float)
        if closed:
            line = np.vstack([line, line[:1]])
        stations: list[tuple[tuple[float, float], int | None]] = []
        for number, (p, q) in enumerate(zip(line[:-1], line[1:])):
            stations.append((tuple(p), start if number == 0 else None))
            skip = start if number == 0 else None
            stations += [(self.points[node], node) for node in self._meet(p, q, skip)]
        stations.append((tuple(line[-1]), None))
        if closed:
            stations.pop()
            first = next((i for i, (_, node) in enumerate(stations) if node is not None), 0)
            stations = stations[first:] + stations[: first + 1]
        return stations

    def _meet(self, p: np.ndarray, q: np.ndarray, skip: int | None) -> list[int]:
        """Make nodes where segment p-q crosses edges (not those at node `skip`) and return them along it."""
        edges = [edge for edge in self.street if skip is None or skip not in edge]
        ends = np.array(self.points)[np.array(edges)]
        a, d, e = ends[:, 0], ends[:, 1] - ends[:, 0], q - p
        with np.errstate(divide="ignore", invalid="ignore"):
            cross = e[0] * d[:, 1] - e[1] * d[:, 0]
            t = ((a[:, 0] - p[0]) * d[:, 1] - (a[:, 1] - p[1]) * d[:, 0]) / cross
            u = ((a[:, 0] - p[0]) * e[1] - (a[:, 1] - p[1]) * e[0]) / cross
        hits = np.flatnonzero((t >= 0) & (t < 1) & (u >= 0) & (u <= 1))
        nodes: list[int] = []
        for hit in hits[np.argsort(t[hits], kind="stable")]:
            node = self.hang_node(*edges[hit], tuple(p + t[hit] * e))
            if node not in nodes:
                nodes.append(node)
        return nodes

    def _add_node(self, xy: tuple[float, float]) -> int:
        self.points.append((float(xy[0]), float(xy[1])))
        self.neighbours.append(set())
        return len(self.points) - 1

    def _connect(self, a: int, b: int, street: int) -> None:
        self.street[_edge(a, b)] = street
        self.neighbours[a].add(b)
        self.neighbours[b].add(a)


def inside(points: np.ndarray, polygon: np.ndarray) -> np.ndarray:
    """Tell which points (n, 2) lie in a polygon (m, 2)."""
    a, b = polygon, np.roll(polygon, -1, axis=0)
    x, y = points[:, :1], points[:, 1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        meets = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    straddles = (a[:, 1] > y) != (b[:, 1] > y)
    return (straddles & (x < meets)).sum(axis=1) % 2 == 1


def area(polygon: np.ndarray) -> float:
    """Return the signed area of a polygon (positive when counter-clockwise)."""
    x, y = polygon[:, 0], polygon[:, 1]
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def walks(edges: list[tuple[int, int]]) -> list[list[int]]:
    """Return edges as node chains, each edge used once; open ends first."""
    links: dict[int, list[int]] = {}
    for a, b in sorted(edges):
        links.setdefault(a, []).append(b)
        links.setdefault(b, []).append(a)
    found = []
    for start in sorted(links, key=lambda node: (len(links[node]) != 1, node)):
        while links[start]:
            walk = [start]
            while links[walk[-1]]:
                here = walk[-1]
                following = links[here].pop(0)
                links[following].remove(here)
                walk.append(following)
            found.append(walk)
    return found


def _edge(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _arc(ring: list[int], first: int, last: int) -> list[int]:
    """Return the ring's nodes from position first to position last, both included."""
    return ring[first : last + 1] if first <= last else ring[first:] + ring[: last + 1]
