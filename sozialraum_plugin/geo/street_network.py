"""Street lines as a network of sections: cut where streets meet, not where one passes above or below another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsSpatialIndex

from ..core.delineation.dual_carriageways import breaks_beside_junctions, joined_carriageways, partners
from ..core.delineation.section_chains import NO_SECTION, linked_sections, nodes_of, sections_of
from ..core.errors import InputError
from ..core.messages import tr
from .line_segments import densified, line_segments
from .nearest import nearest

STEP = 15.0  # metres; longest segment
FRAME_REACH = 100.0  # metres around the boundary in which streets are looked at
_PER_METRE = 1000  # ends of segments are compared by millimetres
NO_NAME = -1


@dataclass(frozen=True)
class StreetLines:
    """Flat lines of n streets with what their layer says of each (n,): `street`, a number by name, NO_NAME if none;
    `above_or_below`: a bridge or tunnel; `below`: a tunnel; `minor`: an unnamed path or drive; `one_way`.
    """

    lines: list[QgsGeometry]
    street: np.ndarray
    above_or_below: np.ndarray
    below: np.ndarray
    minor: np.ndarray
    one_way: np.ndarray
    knows_one_way: bool

    def near(self, frames: Sequence[QgsGeometry]) -> StreetLines:
        """Return the lines whose boxes touch the surroundings of the frames.

        Raises InputError where there is none on the ground, mostly because of a wrong coordinate reference system.
        """
        box = QgsRectangle()
        for frame in frames:
            box.combineExtentWith(frame.boundingBox())
        box = box.buffered(FRAME_REACH)
        rows = np.array([line.boundingBox().intersects(box) for line in self.lines], dtype=bool)
        if not (rows & ~self.below).any():
            raise InputError(
                tr("No street line lies inside the boundary. Check the coordinate reference systems of the layers.")
            )
        lines = [self.lines[row] for row in np.flatnonzero(rows).tolist()]
        flags = (self.above_or_below[rows], self.below[rows], self.minor[rows], self.one_way[rows])
        return StreetLines(lines, self.street[rows], *flags, self.knows_one_way)


@dataclass(frozen=True)
class SectionNetwork:
    """Segments (s, 4) of at most 15 m with the section (s,) of each, NO_SECTION for paths; `below` (s,): in a tunnel.

    Of the k sections: `street` (k,) and `length` (k,) in metres, carriageways added up; `links` (p, 2): who meets whom;
    `double` is the number of sections that are several carriageways.
    """

    segments: np.ndarray
    section: np.ndarray
    below: np.ndarray
    street: np.ndarray
    length: np.ndarray
    links: np.ndarray
    double: int


def section_network(streets: StreetLines) -> SectionNetwork:
    """Return the sections of streets between junctions and dead ends.

    Lines meet wherever they cross, but bridges and tunnels only at their ends. Unnamed paths and drives are no
    junction. Carriageways of one street within 40 m of each other are one section; where the layer knows one-way
    streets, only those can be carriageways.
    """
    segments, line = _cut_segments(streets)
    segments, row = densified(segments, STEP)
    line = line[row]
    street, counted = streets.street[line], ~streets.minor[line]
    length = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
    nodes = nodes_of(segments, counted)
    eligible = counted & (streets.one_way[line] if streets.knows_one_way else street != NO_NAME)
    partner = partners(segments, street, eligible)
    broken = breaks_beside_junctions(nodes, partner)
    chain = sections_of(nodes, street, counted, broken)
    group = joined_carriageways(chain, length, partner)
    section = np.where(chain >= 0, group[np.maximum(chain, 0)] if len(group) else NO_SECTION, NO_SECTION)
    count, own = int(section.max(initial=-1)) + 1, section >= 0
    street_of = np.full(count, NO_NAME)
    street_of[section[own]] = street[own]
    total = np.bincount(section[own], weights=length[own], minlength=count)
    double = int((np.bincount(group, minlength=count) > 1).sum())
    links = linked_sections(nodes, section)
    return SectionNetwork(segments, section, streets.below[line], street_of, total, links, double)


def _cut_segments(streets: StreetLines) -> tuple[np.ndarray, np.ndarray]:
    """Return the segments (s, 4) of all lines, cut where they cross on the ground, and the line (s,) of each."""
    apart = streets.above_or_below
    ground = np.flatnonzero(~apart)
    passing = np.flatnonzero(apart)
    pieces, _ = line_segments([_noded([streets.lines[row] for row in ground.tolist()])]) if len(ground) else ([], [])
    kept, owner = line_segments([streets.lines[row] for row in passing.tolist()])
    if not len(ground):
        return kept, passing[owner]
    line = ground[_lines_of_pieces(pieces, [streets.lines[row] for row in ground.tolist()], streets.street[ground])]
    return np.vstack([pieces, kept]), np.concatenate([line, passing[owner]])


def _noded(lines: Sequence[QgsGeometry]) -> QgsGeometry:
    return QgsGeometry.unaryUnion(list(lines))


def _lines_of_pieces(pieces: np.ndarray, lines: Sequence[QgsGeometry], street: np.ndarray) -> np.ndarray:
    """Return the line (s,) that each piece (s, 4) was cut from; of lines upon each other the first with a name."""
    segments, owner = line_segments(lines)
    order = np.lexsort((owner, street[owner] == NO_NAME))
    keys, first = np.unique(_keys(segments[order]), return_index=True)
    wanted = _keys(pieces)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    found = keys[at] == wanted
    result = np.where(found, owner[order][first[at]], -1)
    rest = np.flatnonzero(~found)
    if len(rest):
        result[rest] = _nearest_lines(pieces[rest], lines, street)
    return result


def _keys(segments: np.ndarray) -> np.ndarray:
    """Return a comparable key (s,) of each segment, the same for both directions."""
    grid = np.round(segments * _PER_METRE).astype(np.int64)
    swap = (grid[:, 0] > grid[:, 2]) | ((grid[:, 0] == grid[:, 2]) & (grid[:, 1] > grid[:, 3]))
    grid[swap] = grid[swap][:, [2, 3, 0, 1]]
    return np.ascontiguousarray(grid).view([("", np.int64)] * 4).ravel()


def _nearest_lines(pieces: np.ndarray, lines: Sequence[QgsGeometry], street: np.ndarray) -> np.ndarray:
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for number, line in enumerate(lines):
        feature = QgsFeature(number)
        feature.setGeometry(line)
        index.addFeature(feature)
    result = []
    for x, y in ((pieces[:, :2] + pieces[:, 2:]) / 2).tolist():
        near = nearest(index, QgsPointXY(x, y))
        result.append(min(near, key=lambda number: (street[number] == NO_NAME, number)))
    return np.array(result, dtype=int)
