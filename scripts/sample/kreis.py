"""The two runs: write the Kreis, or let its offices deliver for new areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr

from . import geopackage
from .address_files import append_gebref, described, write_hk
from .cases import Snapshot, snapshot
from .countryside import Country
from .directory import Directory, read_directory
from .facilities import facilities_of
from .hierarchy import Hierarchy, hierarchy_of, read_hierarchy
from .office_csv import write_text_tables
from .office_sheets import write_sheets
from .plan import DISTRICT, RESOURCES, Plan, Tile, area_row, make_plan
from .population import Dwellings, dwellings_of, live
from .randomness import stream
from .register_files import append_counts, append_persons
from .tallies import Tallies
from .tiles import DrawnCommune, draw_tiles

WRITTEN_FILES = (
    "geobasis.gpkg", "gebref.txt", "hauskoordinaten_hk.csv", "einwohner_je_adresse.csv", "melderegister.csv",
)  # fmt: skip


def write_kreis(folder: Path, seed: int, addresses: int) -> Iterator[str]:
    """Write all files of the Kreis; yield a line of progress after each part."""
    _prepare(folder)
    plan = make_plan(seed, addresses)
    areas = hierarchy_of(plan.areas())
    tallies = Tallies(areas.finest)
    first_object, first_household = 1, 1
    with geopackage.GeoPackage(folder / "geobasis.gpkg") as package:
        for tile, communes, country in draw_tiles(plan):
            table = described(_addresses(communes), first_object, stream(seed, "survey", tile.number))
            first_object += len(table)
            package.add(_layers(communes, country, table, stream(seed, "facilities", tile.number)))
            _write_addresses(folder, table, tile)
            coded = tallies.positions(table["ortsteil"].to_numpy())
            state, dwellings = _run_years(plan, tile, table, coded, tallies)
            append_counts(folder, table, state, dwellings)
            rng = stream(seed, "register", tile.number)
            first_household = append_persons(folder, table, state, dwellings, first_household, rng)
            yield f"{tile.number + 1}/{len(plan.tiles)}: {len(table)} addresses, {len(state.people)} inhabitants"
    _write_offices(folder / "aemter", tallies, areas)
    (folder / "LIESMICH.txt").write_bytes((RESOURCES / "sample_liesmich.txt").read_bytes())


def deliver(folder: Path, seed: int, addresses: int, directory: Path, areas_file: Path) -> Iterator[str]:
    """Let each office code its cases of the same Kreis by a Straßenverzeichnis and write OUT/aemter_neu/.

    Raises ValueError if the two tables do not fit: a missing column, an area without a row.
    """
    streets, areas = read_directory(directory), read_hierarchy(areas_file)
    plan = make_plan(seed, addresses)
    tallies = Tallies(areas.finest)
    _prepare(folder, fresh=False)
    for tile, communes, _ in draw_tiles(plan):
        table = _addresses(communes)
        coded = tallies.positions(_by_directory(streets, table))
        _run_years(plan, tile, table, coded, tallies)
        yield f"{tile.number + 1}/{len(plan.tiles)}: {int((coded < len(tallies.codes)).sum())} of {len(table)} placed"
    _write_offices(folder / "aemter_neu", tallies, areas)


def _prepare(folder: Path, fresh: bool = True) -> None:
    """Make the folder and take away what an earlier run wrote."""
    gdal.UseExceptions()
    ogr.UseExceptions()
    folder.mkdir(parents=True, exist_ok=True)
    for name in WRITTEN_FILES if fresh else ():
        (folder / name).unlink(missing_ok=True)


def _addresses(communes: list[DrawnCommune]) -> pd.DataFrame:
    """Return the addresses of a part with their commune."""
    return pd.concat(
        [drawn.addresses.assign(gemeinde=drawn.commune.ags, gemeinde_name=drawn.commune.name) for drawn in communes],
        ignore_index=True,
    )


def _by_directory(streets: Directory, table: pd.DataFrame) -> np.ndarray:
    """Return the area code of each address of a part."""
    return np.concatenate([streets.areas(ags, rows) for ags, rows in table.groupby("gemeinde", sort=False)])


def _run_years(
    plan: Plan, tile: Tile, table: pd.DataFrame, coded: np.ndarray, tallies: Tallies
) -> tuple[Snapshot, Dwellings]:
    """Live through the years, count the offices' cases and return the state of the last year."""
    dwellings = dwellings_of(table, stream(plan.seed, "dwellings", tile.number))
    for year, people in live(dwellings, stream(plan.seed, "people", tile.number)):
        state = snapshot(year, people, dwellings)
        tallies.add(state, coded, dwellings)
    return state, dwellings


def _write_addresses(folder: Path, table: pd.DataFrame, tile: Tile) -> None:
    """Append the addresses of all communes, and write the first small one's in the other format too."""
    append_gebref(folder, table)
    if tile.number == 0:
        write_hk(folder, table[table["gemeinde"] == tile.communes[1].ags])


def _write_offices(folder: Path, tallies: Tallies, areas: Hierarchy) -> None:
    folder.mkdir(exist_ok=True)
    write_text_tables(folder, tallies, areas)
    write_sheets(folder, tallies, areas)


def _layers(
    communes: list[DrawnCommune], country: Country, table: pd.DataFrame, rng: np.random.Generator
) -> dict[str, Iterable[geopackage.Row]]:
    """Return the rows of all layers of a part."""
    corners = np.concatenate([drawn.corners for drawn in communes])
    houses = table[["typ", "wohnungen", "geschosse", "baujahr"]].astype(object).to_numpy().tolist()
    streets = [street for drawn in communes for street in drawn.streets]
    streets += [("", name, klass, line) for name, klass, line in country.roads]
    found = [row for drawn in communes for row in _facilities(drawn, table, rng)]
    parks = [(outline, "park") for drawn in communes for outline in drawn.parks]
    return {
        "gemeinden": [_area(d.polygon, d.commune.ags, d.commune.name, "gemeinde", DISTRICT) for d in communes],
        "ortsteile": [_area(*row) for drawn in communes for row in _parts(drawn)],
        "strassen": ((geopackage.line(line), (key, name, klass)) for key, name, klass, line in streets),
        "gebaeude": ((geopackage.polygon(xy), values) for xy, values in zip(corners, houses)),
        "bahn": [(geopackage.line(country.railway), ("eisenbahn",))],
        "gewaesser": [(geopackage.polygon(country.river), ("fluss", "Muster"))],
        "gruen": [
            (geopackage.polygon(xy), (art,)) for xy, art in [*parks, *((wood, "wald") for wood in country.woods)]
        ],
        "einrichtungen": [(geopackage.point(x, y), values) for *values, x, y in found],
    }


def _facilities(drawn: DrawnCommune, table: pd.DataFrame, rng: np.random.Generator) -> list[tuple]:
    return facilities_of(table[table["gemeinde"] == drawn.commune.ags], drawn.streets, rng)


def _parts(drawn: DrawnCommune) -> list[tuple[ogr.Geometry, str, str, str, str]]:
    """Return the Ortsteile of a commune as rows of the layer."""
    names = {part.code: part.name for settlement in drawn.commune.settlements for part in settlement.parts}
    return [(polygon, code, names[code], "ortsteil", drawn.commune.ags) for code, polygon in drawn.parts]


def _area(polygon: ogr.Geometry, code: str, name: str, level: str, parent: str) -> geopackage.Row:
    return polygon.Clone(), tuple(area_row(code, name, level, parent).values())
