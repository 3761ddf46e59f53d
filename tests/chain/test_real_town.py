"""Kaiserslautern after `bash scripts/real_town.sh`: what must hold on real data."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from chain.areas import (
    assert_bounds_held_or_named,
    assert_every_address_in_exactly_one,
    assert_levels_nest,
    assert_no_gap_and_no_overlap,
    assert_one_part_each,
)
from chain.directory import assert_directory_counts_every_address, assert_directory_is_lossless
from osgeo import osr

CELL = 1000  # metres
COUNTS = {"einwohner": "Einwohner", "e_u18": "e_u18", "e_65": "e_65", "auslaender": "auslaender"}


@pytest.fixture(scope="module")
def cells(town, real_data) -> pd.DataFrame:
    """The inhabitants of each 1 km cell as the census tells them, by the cell's lower-left corner in EPSG:3035."""
    table = pd.read_csv(real_data / "kaiserslautern" / "zensus2011_1km.csv", sep=";", decimal=",")
    table = table[table["Einwohner"] > 0]
    return table.assign(east=table["x"] // CELL * CELL, north=table["y"] // CELL * CELL).set_index(["east", "north"])


@pytest.fixture(scope="module")
def addresses(town) -> pd.DataFrame:
    """The addresses, by the corner of the cell that PROJ puts them in."""
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(25832)
    target.ImportFromEPSG(3035)
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    points = [(point.GetX(), point.GetY()) for _, point in town.shapes("adressen")]
    moved = np.array(osr.CoordinateTransformation(source, target).TransformPoints(points))[:, :2]
    east, north = (np.floor(moved / CELL) * CELL).astype(int).T
    return town.table("adressen").assign(east=east, north=north).set_index(["east", "north"])


@pytest.fixture(scope="module")
def report(town) -> pd.DataFrame:
    """What became of the inhabitants of each cell, by the corner that its id names."""
    table = town.table("zellen_1km_bericht", "zellen_1km_bericht.gpkg")
    table = table[table["merkmal"] == "einwohner"]
    corners = table["zelle"].str.extract(r"^CRS3035RES1000mN(?P<north>\d+)E(?P<east>\d+)$").astype(int)
    return table.join(corners).set_index(["east", "north"])


@pytest.mark.parametrize("layer", ["bloecke", "quartiere", "sozialraeume"])
def test_every_address_lies_in_exactly_one_area(town, layer):
    assert_every_address_in_exactly_one(town, layer)
    assert town.table(layer)["adressen"].sum() == len(town.table("adressen"))


@pytest.mark.parametrize("layer, level", [("quartiere", "quartier"), ("sozialraeume", "sozialraum")])
def test_areas_hold_the_bounds_and_are_of_one_piece_or_are_named(town, layer, level):
    assert_bounds_held_or_named(town, layer, level)
    assert_one_part_each(town, layer, level)


def test_areas_nest_and_blocks_do_not_overlap(town):
    assert_levels_nest(town, ("gemeinde", "sozialraum", "quartier"))
    assert_no_gap_and_no_overlap([shape for _, shape in town.shapes("bloecke")])


def test_each_census_cell_keeps_its_inhabitants(addresses, cells, report):
    found = addresses.groupby(level=[0, 1])["einwohner"].sum()
    gain = found - cells["Einwohner"].reindex(found.index, fill_value=0)
    moved = report.loc[report["adressen"] == 0, "verteilt"].sum()  # of cells without addresses, to the nearest ones
    assert len(found) > 20
    assert gain.sum() == moved
    assert (gain >= 0).all()
    assert moved or (gain == 0).all()


def test_the_report_accounts_for_every_inhabitant_of_the_census(addresses, cells, report):
    assert report["verteilt"].sum() == addresses["einwohner"].sum() > 50_000
    told = report["verteilt"] + report["unverteilt"]
    assert (told == cells["Einwohner"].reindex(told.index, fill_value=0)).all()
    assert report.index.is_unique
    inhabited = cells.index[cells.index.isin(addresses.index)]
    assert inhabited.isin(report.index).all()


def test_no_count_is_lost_between_addresses_and_areas(town, addresses):
    for layer in ("bloecke", "sozialraeume"):
        table = town.table(layer)
        for name in COUNTS:
            assert table[name].sum() == addresses[name].sum(), f"{layer} {name}"
    areas = town.table("gebiete").groupby("ebene")["einwohner"].sum()
    assert (areas == addresses["einwohner"].sum()).all()


def test_the_street_directory_gives_back_the_quartier_of_every_address(town):
    assert_directory_is_lossless(town)
    assert_directory_counts_every_address(town)


def test_indicators_of_every_area_are_those_of_its_addresses(town):
    indicators = town.table("indikatoren")
    quarters = town.table("quartiere").set_index("gebiet")["einwohner"]
    people = indicators[(indicators["indikator"] == "B01") & (indicators["ebene"] == "quartier")].set_index("gebiet")
    assert people["wert"].reindex(quarters.index).equals(quarters.astype(float))
    assert set(indicators["ebene"]) == {"gemeinde", "sozialraum", "quartier"}
    assert not indicators["zaehler"].isin([1, 2]).any()


def test_every_sozialraum_has_a_profile(town):
    codes = sorted(town.table("sozialraeume")["gebiet"])
    files = [path.name for path in (town.folder / "profile").glob("*.pdf") if path.name != "profile_alle.pdf"]
    assert sorted(name.split("_")[0] for name in files) == codes
    assert (town.folder / "profile" / "profile_alle.pdf").stat().st_size > 10_000
