"""The plan of the Kreis: parts, communes, Ortsteile and settlements with their sizes, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

import numpy as np

from . import template
from .randomness import stream

DISTRICT = "05999"
DISTRICT_NAME = "Musterkreis"
ORIGIN = (350_000.0, 5_640_000.0)  # EPSG:25832
LARGEST_PART_COUNT = 83  # three communes each, AGS in steps of four up to 996
Position = Union[tuple[float, float], Sequence[tuple[float, float]]]
RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "addresses"
TOWN_SECTORS = ("Oststadt", "Nordstadt", "Bahnhofsviertel", "Weststadt", "Südstadt", "Auenviertel")


@dataclass(frozen=True)
class Part:
    """An Ortsteil: its code (AGS + 2 digits) and name."""

    code: str
    name: str


@dataclass
class Settlement:
    """A built-up place: plan centre (m), kind, wanted number of addresses and the Ortsteile it consists of."""

    key: str
    kind: str
    name: str
    centre: np.ndarray
    addresses: int
    parts: list[Part]


@dataclass
class Commune:
    """A commune with its settlements; the first one is the main one."""

    ags: str
    name: str
    kind: str
    letter: str
    postcodes: tuple[str, str]
    settlements: list[Settlement] = field(default_factory=list)


@dataclass
class Tile:
    """One part of the Kreis: its number, place in the checkerboard, size and communes."""

    number: int
    column: int
    row: int
    scale: float  # metres per kilometre of the template
    origin: np.ndarray
    communes: list[Commune]
    last_column: bool

    def place(self, position: Position) -> np.ndarray:
        """Return the plan coordinates of a position (or several) of the template."""
        return self.origin + self.scale * np.asarray(position, dtype=float)

    def line(self, points: Sequence[tuple[float, float]]) -> np.ndarray:
        """Return plan points of a west-east line of the template, longer where the Kreis ends."""
        (x0, y0), (x1, y1) = points[0], points[-1]
        before = [(x0 - template.BEYOND, y0)] if self.column == 0 else []
        after = [(x1 + template.BEYOND, y1)] if self.last_column else []
        return self.place([*before, *points, *after])


@dataclass
class Plan:
    """The whole Kreis."""

    seed: int
    tiles: list[Tile]

    def areas(self) -> list[dict[str, str]]:
        """Return all Ortsteile, communes and the Kreis as rows of gebiet, gebiet_name, ebene, uebergeordnet."""
        rows = []
        for commune in (commune for tile in self.tiles for commune in tile.communes):
            for part in (part for settlement in commune.settlements for part in settlement.parts):
                rows.append(area_row(part.code, part.name, "ortsteil", commune.ags))
            rows.append(area_row(commune.ags, commune.name, "gemeinde", DISTRICT))
        rows.append(area_row(DISTRICT, DISTRICT_NAME, "kreis", ""))
        return rows


def area_row(code: str, name: str, level: str, parent: str) -> dict[str, str]:
    """Return one row of the hierarchy."""
    return {"gebiet": code, "gebiet_name": name, "ebene": level, "uebergeordnet": parent}


def make_plan(seed: int, addresses: int) -> Plan:
    """Return the plan of a Kreis with that many addresses: one part for each 12,000, at most 83."""
    count = int(np.clip(round(addresses / template.REFERENCE_ADDRESSES), 1, LARGEST_PART_COUNT))
    shares = np.diff(np.linspace(0, addresses, count + 1).round().astype(int))
    scale = template.METRES * np.sqrt(addresses / count / template.REFERENCE_ADDRESSES)
    names = iter(_place_names(seed))
    return Plan(seed, [_tile(n, count, scale, int(shares[n]), names) for n in range(count)])


def _tile(number: int, count: int, scale: float, addresses: int, names: Iterator[str]) -> Tile:
    """Return one part with its communes and settlements."""
    columns = int(np.ceil(np.sqrt(count)))
    row, column = divmod(number, columns)
    origin = np.array(ORIGIN) + scale * np.array([column * template.WIDTH, row * template.HEIGHT])
    tile = Tile(number, column, row, scale, origin, [], column == columns - 1 or number == count - 1)
    sizes = _sizes(addresses)
    for position, letter in enumerate("ABC"):
        index = 3 * number + position
        ags = f"{DISTRICT}{4 * (index + 1):03d}"
        name = "Musterstadt" if index == 0 else next(names)
        codes = (f"05{3 * index + 1:03d}", f"05{3 * index + 2:03d}")
        commune = Commune(ags, name, template.KINDS_OF_COMMUNE[letter], letter, codes)
        for site in (site for site in template.SITES if site.commune == letter):
            commune.settlements.append(_settlement(site, tile, commune, sizes[site.key], names))
        tile.communes.append(commune)
    return tile


def _settlement(site: template.Site, tile: Tile, commune: Commune, addresses: int, names: Iterator[str]) -> Settlement:
    """Return one settlement with the next free Ortsteil codes of its commune."""
    used = sum(len(settlement.parts) for settlement in commune.settlements)
    main = not commune.settlements
    name = commune.name if main else next(names)
    labels = [name]
    if site.kind == "town":
        labels = ["Innenstadt", *TOWN_SECTORS]
    parts = [Part(f"{commune.ags}{used + i + 1:02d}", label) for i, label in enumerate(labels)]
    return Settlement(site.key, site.kind, name, tile.place(site.place), addresses, parts)


def _sizes(addresses: int) -> dict[str, int]:
    """Return the addresses of each settlement; they add up."""
    shares = np.array([site.share for site in template.SITES])
    sizes = np.diff(np.concatenate([[0], (np.cumsum(shares) / shares.sum() * addresses).round()])).astype(int)
    return {site.key: int(size) for site, size in zip(template.SITES, sizes)}


def _place_names(seed: int) -> list[str]:
    """Return all place names that first and last syllables make, in an order of the seed."""
    lines = (RESOURCES / "sample_place_names.csv").read_text(encoding="utf-8").split()
    pairs = [line.split(";") for line in lines[1:]]
    first = [text for kind, text in pairs if kind == "anfang"]
    last = [text for kind, text in pairs if kind == "ende"]
    names = [a + b for a in first for b in last if a.lower() != b]
    order = stream(seed, "place names").permutation(len(names))
    return [names[index] for index in order]
