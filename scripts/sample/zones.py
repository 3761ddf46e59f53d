"""The kinds of neighbourhood: how large their blocks are and what stands in them.

The sizes are those of German towns as one measures them on any city map; they are inventions, not statistics.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class House:
    """A type of building: ranges of width, depth, storeys and dwellings; `group` houses stand in a row without gap."""

    width: tuple[float, float]
    depth: tuple[float, float]
    storeys: tuple[int, int]
    dwellings: tuple[int, int]
    group: tuple[int, int] = (1, 1)
    gap: float = 7.0


HOUSES = {
    "efh": House((9, 13), (9, 12), (1, 2), (1, 1), gap=8.0),
    "rh": House((6.0, 7.5), (10, 11.5), (2, 2), (1, 1), (3, 7), gap=8.0),
    "zfh": House((10, 14), (10, 12), (2, 2), (2, 2), gap=8.0),
    "mfh_3_6": House((12, 16), (11, 13), (2, 3), (3, 6), gap=9.0),
    "mfh_7plus": House((15, 20), (12, 14), (3, 5), (7, 15), (1, 4), gap=14.0),
    "hochhaus": House((20, 28), (15, 19), (7, 13), (26, 56), (1, 2), gap=34.0),
    "gewerbe": House((14, 24), (12, 20), (1, 3), (0, 0), gap=9.0),
}


@dataclass(frozen=True)
class Zone:
    """A kind of neighbourhood: largest block (m), setback from the street's centre line, mix of houses, years built.

    `closed` zones build wall to wall; `social` is what the zone adds to the field of social burden, `drift` to its
    change in ten years.
    """

    length: float
    width: float
    setback: float
    mix: dict[str, float]
    built: tuple[int, int]
    social: float
    drift: float = 0.0
    closed: bool = False
    dead_ends: float = 0.0
    irregular: float = 0.08
    vacant: float = 0.03  # share of plots without a house


ZONES = {
    "altstadt": Zone(
        105, 75, 6.0, {"mfh_3_6": 0.55, "mfh_7plus": 0.12, "zfh": 0.13, "gewerbe": 0.20}, (1780, 1912), 0.35, -0.3,
        closed=True, irregular=0.2,
    ),
    "gruenderzeit": Zone(
        165, 105, 9.5, {"mfh_3_6": 0.46, "mfh_7plus": 0.44, "gewerbe": 0.10}, (1880, 1914), 0.75, -0.5, closed=True,
    ),
    "zeile": Zone(
        230, 130, 15.0, {"mfh_7plus": 0.45, "mfh_3_6": 0.46, "rh": 0.03, "gewerbe": 0.04}, (1950, 1967), 0.8, 0.4,
        dead_ends=0.35,
    ),
    "grosssiedlung": Zone(
        300, 210, 21.0, {"hochhaus": 0.34, "mfh_7plus": 0.62, "gewerbe": 0.04}, (1967, 1979), 1.9, 0.6, dead_ends=0.6,
    ),
    "siedlung": Zone(
        210, 88, 11.0, {"efh": 0.40, "zfh": 0.26, "rh": 0.04, "mfh_3_6": 0.25, "gewerbe": 0.01}, (1925, 1972), -0.25,
        0.1, dead_ends=0.3,
    ),
    "efh": Zone(
        200, 82, 11.5, {"efh": 0.70, "zfh": 0.17, "rh": 0.035, "mfh_3_6": 0.06}, (1962, 1998), -0.9,
        dead_ends=0.55, irregular=0.12,
    ),
    "neubau": Zone(
        170, 78, 10.0, {"efh": 0.66, "rh": 0.07, "zfh": 0.07, "mfh_3_6": 0.13}, (1996, 2024), -1.2, -0.1, dead_ends=0.5,
    ),
    "dorfkern": Zone(
        150, 95, 9.0, {"efh": 0.36, "zfh": 0.34, "mfh_3_6": 0.18, "gewerbe": 0.12}, (1840, 1960), -0.1, 0.1,
        irregular=0.22, vacant=0.1,
    ),
    "gewerbe": Zone(
        330, 200, 24.0, {"gewerbe": 1.0}, (1960, 2020), 0.6, irregular=0.05, vacant=0.12,
    ),
}  # fmt: skip
COMMERCIAL_HOUSE = House((28, 66), (24, 46), (1, 3), (0, 0), gap=20.0)
UNBUILT = ("fluss", "bahn", "park")


def house_of(kind: str, zone: str) -> House:
    """Return the sizes of a type of building in a zone: halls in a commercial area, shops elsewhere."""
    return COMMERCIAL_HOUSE if kind == "gewerbe" and zone == "gewerbe" else HOUSES[kind]
