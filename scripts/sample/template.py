"""Where things lie in one part of the Kreis, in kilometres from its south-west: a town and two smaller communes.

The Kreis is a checkerboard of such parts; what leaves a part on one side enters the next one at the same height.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 15.0, 11.0  # of a part with REFERENCE_ADDRESSES addresses; a larger one grows in proportion
REFERENCE_ADDRESSES = 12_000
METRES = 800.0  # that a kilometre of the template measures on the ground in a part of that size
BEYOND = 1.6  # kilometres by which lines go on where the Kreis ends
TOWN_EDGE = 9.0  # the town's commune lies west of this line
COMMUNE_EDGE = (5.2, 5.0)  # north-east and south-east commune meet here (at TOWN_EDGE and at the part's east side)
GATES = {"west": (0.0, 5.6), "east": (15.0, 5.6), "motorway": (5.6, 0.68)}
RIVER = (
    (0, 4.2), (1.2, 4.35), (2.8, 4.62), (4.2, 4.8), (5.3, 4.88), (6.6, 4.7), (7.8, 4.42), (9, 4.2), (10.6, 3.62),
    (12, 3.32), (13.2, 3.25), (14.2, 3.75), (15, 4.2),
)  # fmt: skip
RAILWAY = (
    (0, 6.6), (1.6, 6.42), (3.2, 6.12), (5.3, 5.98), (7.4, 6.3), (9.6, 7.3), (12, 8.14), (13.4, 7.75), (15, 6.6),
)  # fmt: skip
MOTORWAY = ((0, 0.6), (3.8, 0.78), (8, 0.5), (12, 0.72), (15, 0.6))


@dataclass(frozen=True)
class Site:
    """A settlement of the template: its commune's letter, kind, place (km) and share of the part's addresses."""

    key: str
    commune: str
    kind: str  # town, small_town, village
    place: tuple[float, float]
    share: float


SITES = (
    Site("A", "A", "town", (5.3, 5.4), 0.500),
    Site("a1", "A", "village", (1.7, 9.0), 0.040),
    Site("a2", "A", "village", (1.9, 2.3), 0.032),
    Site("a3", "A", "village", (7.3, 9.3), 0.028),
    Site("B", "B", "small_town", (12.0, 7.9), 0.125),
    Site("b1", "B", "village", (10.4, 9.5), 0.030),
    Site("b2", "B", "village", (13.3, 9.3), 0.038),
    Site("b3", "B", "village", (13.8, 6.1), 0.027),
    Site("C", "C", "small_town", (12.0, 2.9), 0.095),
    Site("c1", "C", "village", (10.3, 1.7), 0.030),
    Site("c2", "C", "village", (13.3, 1.9), 0.025),
    Site("c3", "C", "village", (10.3, 4.35), 0.030),
)
ROADS = (
    ("A", "west"), ("A", "a1"), ("A", "a2"), ("A", "a3"), ("A", "B"), ("A", "c3"), ("A", "motorway"),
    ("B", "b1"), ("B", "b2"), ("B", "b3"), ("b3", "east"), ("B", "C"),
    ("C", "c1"), ("C", "c2"), ("C", "c3"),
)  # fmt: skip
KINDS_OF_COMMUNE = {"A": "Stadt", "B": "Gemeinde", "C": "Gemeinde"}
