"""Draws one part of the Kreis: its settlements at the right size, its addresses, borders and countryside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from osgeo import ogr

from . import template
from .borders import Borders
from .countryside import Country, bearings, centreline, draw_country
from .ground import Block, Ground, part_of_faces
from .houses import address_table
from .names import StreetNames
from .numbering import number_houses
from .ortsteile import border_lines, ground_polygons, plan_polygons, to_polygon, town_polygons
from .plan import Commune, Plan, Settlement, Tile
from .plots import Houses, houses_of, joined
from .randomness import stream
from .settlement import Land, draw_settlement, make_land
from .skeleton import Sketch

HOUSES_PER_HECTARE = {"town": 11.0, "small_town": 10.0, "village": 9.0}
TRIES = 6
MOST_SURPLUS = 0.12  # houses too many are taken away and leave vacant plots


@dataclass
class Place:
    """One settlement on the ground; `address_house` are the corners (n, 4, 2) of the addresses' houses."""

    sketch: Sketch
    ground: Ground
    blocks: list[Block]
    addresses: pd.DataFrame
    corners: np.ndarray


@dataclass
class DrawnCommune:
    """A commune on the ground. `streets` has one row per street line: key, name, class and the line."""

    commune: Commune
    polygon: ogr.Geometry
    parts: list[tuple[str, ogr.Geometry]]
    addresses: pd.DataFrame
    corners: np.ndarray
    streets: list[tuple[str, str, str, np.ndarray]]
    parks: list[np.ndarray]


def draw_tiles(plan: Plan) -> Iterator[tuple[Tile, list[DrawnCommune], Country]]:
    """Yield the parts of the Kreis one after the other; only one of them is in memory."""
    land, borders = make_land(plan.seed), Borders(plan)
    for tile in plan.tiles:
        rings = borders.communes(tile)
        places = {s.key: _place(plan, tile, s, land) for commune in tile.communes for s in commune.settlements}
        sketches = {key: place.sketch for key, place in places.items()}
        drawn = [_commune(plan, commune, places, rings[commune.letter], land) for commune in tile.communes]
        yield tile, drawn, draw_country(plan, tile, sketches, land.warp)


def _place(plan: Plan, tile: Tile, settlement: Settlement, land: Land) -> Place:
    """Return a settlement with exactly its wanted number of addresses (fewer only if no try reaches it)."""
    radius = 100.0 * np.sqrt(max(settlement.addresses, 8) / HOUSES_PER_HECTARE[settlement.kind] / np.pi)
    best = None
    for attempt in range(TRIES):
        found = _attempt(plan, tile, settlement, radius, land, attempt)
        surplus = len(found[2]) / max(settlement.addresses, 1) - 1
        if best is None or _badness(surplus) < best[0]:
            best = (_badness(surplus), found)
        if 0 <= surplus <= MOST_SURPLUS:
            break
        radius *= np.sqrt(np.clip(1.05 / (1 + surplus), 0.4, 2.5))
    return _finished(plan, tile, settlement, best[1], land)


def _badness(surplus: float) -> float:
    """Return how far a try misses; too few houses are worse than too many."""
    return surplus if surplus >= 0 else 10 - surplus


def _attempt(
    plan: Plan, tile: Tile, settlement: Settlement, radius: float, land: Land, attempt: int
) -> tuple[Ground, list[Block], Houses, np.ndarray]:
    """Draw a settlement of a radius; return its ground, blocks, houses and the block of each house."""
    site = [site.key for site in template.SITES].index(settlement.key)
    rng = stream(plan.seed, "settlement", tile.number, site, attempt)
    lines = (centreline(tile, template.RIVER), centreline(tile, template.RAILWAY))
    sketch, hoods = draw_settlement(settlement, radius, (bearings(tile, settlement.key), *lines), land, rng)
    wedges = town_polygons(sketch) if sketch.core is not None else []
    ground = Ground(sketch, hoods, land.warp)
    whole = dict.fromkeys(sketch.plan.faces, settlement.parts[0].code)
    blocks = ground.blocks(part_of_faces(sketch, wedges) if wedges else whole)
    rows = [houses_of(block, rng) for block in blocks]
    houses = joined([row for row in rows if len(row)])
    return ground, blocks, houses, np.repeat(np.arange(len(rows)), [len(row) for row in rows])


def _finished(
    plan: Plan, tile: Tile, settlement: Settlement, found: tuple[Ground, list[Block], Houses, np.ndarray], land: Land
) -> Place:
    """Number the houses, take the surplus away and describe the rest."""
    ground, blocks, houses, block = found
    site = [site.key for site in template.SITES].index(settlement.key)
    rng = stream(plan.seed, "addresses", tile.number, site)
    numbers = number_houses(houses, rng)
    kept = np.sort(rng.permutation(len(houses))[: settlement.addresses])
    houses, block = houses.take(kept), block[kept]
    numbers.number, numbers.suffix = numbers.number[kept], numbers.suffix[kept]
    zone = np.array([b.zone for b in blocks], dtype=object)[block]
    part = np.array([b.part for b in blocks], dtype=object)[block]
    table = address_table(houses, numbers, zone, part, settlement.kind, land, rng)
    table["neighbourhood"] = np.array([b.neighbourhood for b in blocks])[block]
    return Place(ground.sketch, ground, blocks, table, houses.corners())


def _commune(plan: Plan, commune: Commune, places: dict[str, Place], ring: np.ndarray, land: Land) -> DrawnCommune:
    """Name the streets of a commune and join its settlements."""
    own = [places[s.key] for s in commune.settlements]
    names = StreetNames(stream(plan.seed, "street names", int(commune.ags)))
    labels = _street_labels(commune, own, names, {key: place.sketch.settlement.name for key, place in places.items()})
    tables, streets = [], []
    for place, label in zip(own, labels):
        keys = place.addresses["street"].map(label)
        tables.append(place.addresses.assign(strassenschluessel=keys.str[0], strasse=keys.str[1]))
        for street, line in place.ground.street_lines():
            streets.append((*label.get(street, ("", "")), place.sketch.streets[street].klass, line))
    polygon = to_polygon(land.warp.line(np.vstack([ring, ring[:1]])))
    sketches = {place.sketch.settlement.key: place.sketch for place in own}
    parts = ground_polygons(polygon, plan_polygons(commune, sketches), border_lines(commune, sketches), land.warp)
    parks = [block.outline for place in own for block in place.blocks if block.zone in ("park", "fluss")]
    corners = np.concatenate([place.corners for place in own])
    return DrawnCommune(commune, polygon, parts, *_sorted(commune, tables, corners), streets, parks)


def _sorted(commune: Commune, tables: list[pd.DataFrame], corners: np.ndarray) -> tuple[pd.DataFrame, np.ndarray]:
    """Return all addresses of a commune in the order of street key and house number, and their corners."""
    table = pd.concat(tables, ignore_index=True)
    parts = {part.code: (part.name, i) for i, part in enumerate(p for s in commune.settlements for p in s.parts)}
    table["ortsteil_name"] = [parts[code][0] for code in table["ortsteil"]]
    main = len(commune.settlements[0].parts)
    second = [main > 1 and main / 2 < parts[code][1] < main for code in table["ortsteil"]]
    table["plz"] = np.where(second, commune.postcodes[1], commune.postcodes[0])
    order = table.sort_values(["strassenschluessel", "hausnummer", "zusatz"], kind="stable").index
    return table.loc[order].reset_index(drop=True), corners[order]


def _street_labels(
    commune: Commune, places: list[Place], names: StreetNames, place_names: dict[str, str]
) -> list[dict[int, tuple[str, str]]]:
    """Return for each settlement its streets' keys and names; keys follow the alphabet, as in a register."""
    found = []
    for index, place in enumerate(places):
        names.new_settlement()
        found += [(name, index, street) for street, name in _named(place, names, place_names).items()]
    found.sort()
    step = max(1, min(10, 99_990 // max(len(found), 1)))
    labels: list[dict[int, tuple[str, str]]] = [{} for _ in places]
    for rank, (name, index, street) in enumerate(found):
        labels[index][street] = (f"{(rank + 1) * step:05d}", name)
    return labels


def _named(place: Place, names: StreetNames, place_names: dict[str, str]) -> dict[int, str]:
    """Return a name for each street of a settlement but its outline."""
    hoods = place.addresses.groupby("street")["neighbourhood"].first().to_dict()
    result = {}
    for street in sorted(set(place.sketch.streets) - {0}):
        kind = place.sketch.streets[street]
        role, target = kind.role, ""
        if role in ("haupt", "radial") and place.sketch.settlement.kind == "town":
            target = _destination(place, street, place_names)
            role = "fern"
        elif role == "radial":
            target = place_names.get(kind.target, "")
        elif role == "offen" and place.sketch.settlement.kind != "town":
            role = "dorfkern"
        result[street] = names.name(role, hoods.get(street, -1), target)
    return result


def _destination(place: Place, street: int, place_names: dict[str, str]) -> str:
    """Return the place that a road out of town leads to, by the direction of its outer end."""
    nodes = next(nodes for number, nodes in place.ground.chains if number == street)
    sketch = place.sketch
    way = np.array(sketch.plan.points[nodes[-1]]) - sketch.settlement.centre
    known = {key: ray[-1] - sketch.settlement.centre for key, ray in sketch.rays.items() if key in place_names}
    if not known:
        return ""
    best = max(known, key=lambda key: float(known[key] @ way / np.hypot(*known[key])))
    close = float(known[best] @ way / np.hypot(*known[best]) / np.hypot(*way))
    return place_names[best] if close > 0.985 else ""
