"""The sample Kreis after `bash scripts/demo.sh`: files, areas, inhabitants and street directory."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from chain.areas import (
    assert_bounds_held_or_named,
    assert_every_address_in_exactly_one,
    assert_levels_nest,
    assert_no_gap_and_no_overlap,
    assert_one_part_each,
    union_of,
)
from chain.conftest import ROOT
from chain.directory import assert_directory_counts_every_address, assert_directory_is_lossless
from osgeo import ogr

LAYERS = {
    "adressen", "bloecke", "quartiere", "sozialraeume", "gebiete", "strassenverzeichnis", "indikatoren",
    "indikatortabelle", "index", "profile",
}  # fmt: skip
INTERNAL = "intern/intern.gpkg"
LEVELS = ("kreis", "gemeinde", "sozialraum", "quartier")
REGISTER_KEY = ["AGS", "Strassenschluessel", "Hausnummer", "Zusatz"]
BORN = re.compile(r"\b(?:\d{2}\.\d{2}\.(?:19\d\d|200\d)|(?:19\d\d|200\d)-\d{2}-\d{2})\b")


@pytest.fixture(scope="module")
def register(demo) -> pd.DataFrame:
    path = demo.folder / "musterkreis" / "einwohner_je_adresse.csv"
    return pd.read_csv(path, sep=";", encoding="cp1252", dtype=dict.fromkeys(REGISTER_KEY, str), keep_default_na=False)


def test_every_file_that_the_readme_lists_is_there(demo):
    rows = re.findall(r"^\| [^|]+ \| ((?:`[^`]+`(?:, )?)+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    patterns = [name for row in rows for name in re.findall("`([^`]+)`", row)]
    assert {"sozialraum.gpkg", "sozialraum.qgz", "profile/*.pdf", "protokoll/"} <= set(patterns)
    for pattern in patterns:
        found = [demo.folder / pattern] if pattern.endswith("/") else list(demo.folder.glob(pattern))
        assert found and all(file.exists() for file in found), pattern
        assert all(file.is_dir() or file.stat().st_size > 100 for file in found), pattern


def test_the_store_has_all_layers_in_one_metric_crs(demo):
    assert set(demo.tables) >= LAYERS
    source = ogr.Open(str(demo.store))
    for name in ("adressen", "bloecke", "quartiere", "sozialraeume", "gebiete", "profile"):
        assert source.GetLayerByName(name).GetSpatialRef().GetAuthorityCode(None) == "25832", name


def test_every_csv_opens_in_excel(demo):
    for path in demo.folder.glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path.name
        assert len(demo.csv(path.stem).columns) > 3, path.name


def test_csv_tables_equal_the_store(demo):
    for name in ("gebiete", "indikatortabelle", "index", "indikatoren"):
        stored, exported = demo.table(name), demo.csv(name)
        assert list(exported) == list(stored), name
        assert len(exported) == len(stored), name
        for column in stored.select_dtypes("number"):
            numbers = pd.to_numeric(exported[column].str.replace(",", "."))
            assert ((numbers - stored[column]).abs() < 6e-5).eq(stored[column].notna()).all(), f"{name} {column}"


@pytest.mark.parametrize("layer", ["bloecke", "quartiere", "sozialraeume"])
def test_every_address_lies_in_exactly_one_area(demo, layer):
    assert_every_address_in_exactly_one(demo, layer)
    assert demo.table(layer)["adressen"].sum() == len(demo.table("adressen"))


@pytest.mark.parametrize("layer, level", [("quartiere", "quartier"), ("sozialraeume", "sozialraum")])
def test_areas_hold_the_bounds_and_are_of_one_piece_or_are_named(demo, layer, level):
    assert_bounds_held_or_named(demo, layer, level)
    assert_one_part_each(demo, layer, level)


def test_areas_nest_from_kreis_to_quartier(demo):
    assert_levels_nest(demo, LEVELS)


def test_blocks_make_the_quartiere(demo):
    blocks: dict[str, list] = {}
    for row, shape in demo.shapes("bloecke"):
        blocks.setdefault(row["gebiet"], []).append(shape)
    quarters = {row["gebiet"]: shape for row, shape in demo.shapes("quartiere")}
    assert set(blocks) == set(quarters)
    for code, shapes in blocks.items():
        assert_no_gap_and_no_overlap(shapes, quarters[code])


def test_all_levels_fill_the_communes_of_the_base_map(demo):
    communes = [shape for _, shape in demo.shapes("gemeinden", "musterkreis/geobasis.gpkg")]
    whole = union_of(communes)
    assert len(communes) >= 3
    for name in ("bloecke", "quartiere", "sozialraeume"):
        assert_no_gap_and_no_overlap([shape for _, shape in demo.shapes(name)], whole)


def test_no_area_leaves_its_commune(demo):
    communes = {row["gebiet"]: shape for row, shape in demo.shapes("gebiete") if row["ebene"] == "gemeinde"}
    for name in ("bloecke", "quartiere", "sozialraeume"):
        for row, shape in demo.shapes(name):
            assert shape.Difference(communes[row["gemeinde"]]).Area() < 1, f"{name} {row['gebiet']}"


def test_every_address_has_the_inhabitants_of_the_register(demo, register):
    addresses = demo.table("adressen_einwohner", INTERNAL)
    addresses["nummer"] = addresses["hausnummer"].map(lambda number: "" if pd.isna(number) else f"{number:04.0f}")
    keys = ["gemeinde", "strassenschluessel", "nummer", "zusatz"]
    ours = addresses.fillna({"zusatz": ""}).groupby(keys)["einwohner"].sum()
    theirs = register.groupby(REGISTER_KEY)["einwohner"].sum().rename_axis(keys)  # uninhabited addresses are not in it
    assert theirs.index.isin(ours.index).all()
    assert ours.equals(theirs.reindex(ours.index, fill_value=0))


def test_the_store_has_no_register_counts_of_a_few_persons(demo):
    for name in ("adressen", "bloecke", "quartiere", "sozialraeume", "gebiete"):
        assert not {"e_u18", "e_65", "auslaender", "sgb2"} & set(demo.table(name).columns), name
    for name in ("adressen", "bloecke"):
        assert "einwohner" not in demo.table(name).columns, name


def test_no_inhabitant_is_lost_at_any_level(demo, register):
    people = register["einwohner"].sum()
    for name in ("adressen_einwohner", "bloecke_einwohner"):
        assert demo.table(name, INTERNAL)["einwohner"].sum() == people, name
    for name in ("quartiere", "sozialraeume"):
        assert demo.table(name)["einwohner"].sum() == people, name
    areas = demo.table("gebiete")
    assert areas.groupby("ebene")["einwohner"].sum().to_dict() == dict.fromkeys(LEVELS, people)
    by_commune = register.groupby("AGS")["einwohner"].sum().to_dict()
    assert areas[areas["ebene"] == "gemeinde"].set_index("gebiet")["einwohner"].to_dict() == by_commune


def test_the_street_directory_gives_back_the_quartier_of_every_address(demo):
    assert_directory_is_lossless(demo)
    assert_directory_counts_every_address(demo)


def test_no_person_of_the_register_is_in_anything_that_was_made(demo):
    text = {path.name: path.read_text("utf-8") for path in (demo.folder / "protokoll").glob("*.log")}
    text |= {path.name: path.read_text("utf-8") for path in demo.folder.glob("*.csv")}
    text |= {name: demo.table(name).to_csv() for name in demo.tables}
    for name, content in text.items():
        assert not BORN.search(content), f"{name}: {BORN.search(content).group()}"
        assert not re.search("Geburtsdatum|Haushaltsnummer|Einzugsdatum", content), name
