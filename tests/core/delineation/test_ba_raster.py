from __future__ import annotations

import json
import random

import numpy as np
import pandas as pd
import pytest
from core.delineation.test_street_directory import (  # noqa: F401 - berlin is a fixture
    addresses_of,
    berlin,
    random_town,
    street,
)

from sozialraum_plugin.core.delineation.ba_checks import area_faults, cures
from sozialraum_plugin.core.delineation.ba_files import read_raster_file, write_raster_file
from sozialraum_plugin.core.delineation.ba_keys import viertel_keys
from sozialraum_plugin.core.delineation.ba_layout import load_layout
from sozialraum_plugin.core.delineation.ba_raster import (
    RasterProblem,
    directory_from_raster,
    is_raster,
    raster_directory,
    raster_rows,
)
from sozialraum_plugin.core.delineation.directory_lookup import assign
from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.paths import resource

KEYS = {"A": "001001001", "B": "001001002", "C": "001002001"}
LAYOUT = load_layout()
BOUNDS = LAYOUT.ra.fields[5:]


def keyed(rows):
    addresses = addresses_of(rows)
    return addresses.assign(gebiet=addresses["gebiet"].map(KEYS).fillna(""))


@pytest.mark.parametrize("seed", range(40))
def test_every_numbered_address_comes_back_from_the_raster(seed):
    addresses = keyed(random_town(random.Random(seed)))
    made = raster_directory(addresses, LAYOUT)
    back = directory_from_raster(raster_rows(made.rows, LAYOUT), None, LAYOUT)
    assert (back.problem == "").all()
    found = assign(addresses, back.rows)
    numbered = addresses["hausnummer"].notna() & made.outcome.isin(("", "widerspruch"))
    assert found.area[numbered].tolist() == made.taken[numbered].tolist()
    assert found.overlaps.empty


def test_berlin_comes_back_whole(berlin, tmp_path):  # noqa: F811 - the fixture
    addresses = berlin.assign(gebiet="0" + berlin["gebiet"])
    records = raster_rows(raster_directory(addresses, LAYOUT).rows, LAYOUT)
    write_raster_file(records, tmp_path / "ra.csv", LAYOUT.ra)
    read = read_raster_file(tmp_path / "ra.csv", LAYOUT.ra)
    back = directory_from_raster(read.table, None, LAYOUT)
    assert (assign(addresses, back.rows).area == addresses["gebiet"]).all()
    assert len(addresses) == 219_794


def test_records_pair_both_sides_and_are_never_empty():
    rows = street(numbers={"1": "A", "2": "B", "12": "B", "12a": "A", "3": "A"}) + street("Allee", numbers={4: "C"})
    records = raster_rows(raster_directory(keyed(rows), LAYOUT).rows, LAYOUT)
    got = {(row["strasse"], row["schluessel"]): [row[name] for name in BOUNDS] for _i, row in records.iterrows()}
    assert got == {
        ("Allee", KEYS["C"]): ["1", "", "997", "", "2", "", "998", ""],
        ("Hauptstraße", KEYS["A"]): ["1", "", "997", "", "12", "a", "998", ""],
        ("Hauptstraße", KEYS["B"]): ["", "", "", "", "2", "", "12", ""],
    }


def test_broken_records_are_told_apart():
    base = dict.fromkeys(LAYOUT.ra.fields, "") | {"strasse": "Ring", "schluessel": "1001001"}
    odd = dict(zip(BOUNDS[:4], ("1", "", "997", "")))
    bad = {
        RasterProblem.NONE: odd,
        RasterProblem.NO_STREET: odd | {"strasse": ""},
        RasterProblem.KEY: odd | {"schluessel": "x"},
        RasterProblem.NUMBER: odd | {"ungerade_von": "1-3"},
        RasterProblem.EMPTY: {},
        RasterProblem.INCOMPLETE: odd | {"ungerade_bis": ""},
        RasterProblem.SIDE: odd | {"ungerade_von": "4"},
        RasterProblem.ORDER: odd | {"ungerade_von": "9", "ungerade_bis": "7"},
    }
    made = directory_from_raster(pd.DataFrame([base | change for change in bad.values()]), None, LAYOUT)
    assert made.problem.tolist() == list(bad)
    assert made.rows["gebiet"].tolist() == ["001001001"]
    assert made.rows["bis_nummer"].isna().all()


def test_another_layout_and_signs_that_the_encoding_lacks(tmp_path):
    content = json.loads(resource("addresses", "ba_raster.json").read_text("utf-8"))
    content["ra"]["columns"].reverse()
    content["ra"]["header"] = False
    (tmp_path / "layout.json").write_text(json.dumps(content), "utf-8")
    layout = load_layout(tmp_path / "layout.json")
    records = raster_rows(raster_directory(keyed(street("Łódź-Ring", numbers={1: "A"})), layout).rows, layout)
    assert write_raster_file(records, tmp_path / "ra.csv", layout.ra) == [("Łódź-Ring", "Lódz-Ring")]
    back = read_raster_file(tmp_path / "ra.csv", layout.ra)
    assert back.table["strasse"].tolist() == ["Lódz-Ring"]
    assert back.table["schluessel"].tolist() == [KEYS["A"]]
    assert is_raster(LAYOUT.ra.heads, LAYOUT) and not is_raster(["strasse", "gebiet"], LAYOUT)
    content["ra"]["columns"].pop(8)
    (tmp_path / "layout.json").write_text(json.dumps(content), "utf-8")
    with pytest.raises(InputError, match="schluessel"):
        load_layout(tmp_path / "layout.json")
    (tmp_path / "layout.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match="ba_raster.json"):
        load_layout(tmp_path / "layout.json")


def test_keys_follow_the_levels():
    areas = pd.DataFrame(
        [("Q1", "S1"), ("Q2", "S1"), ("S1", "05999001"), ("S2", "05999001"), ("05999001", None)],
        columns=["gebiet", "uebergeordnet"],
    ).assign(ebene=["quartier", "quartier", "sozialraum", "sozialraum", "gemeinde"])
    assert viertel_keys(areas, LAYOUT).tolist() == ["001001000", "001002000", "002000000"]
    own = pd.DataFrame({"gebiet": ["001001001", "001001002"]})
    assert viertel_keys(own, LAYOUT).tolist() == own["gebiet"].tolist()


def test_small_areas_are_named_with_the_neighbour_that_cures_them():
    zu = pd.DataFrame(
        {
            "gebiet": list("ABCD"),
            "schluessel": ["001001001", "001001002", "001002001", "001001002"],
            "name": ["Nord", "Mitte", "Süd", "West"],
            "einwohner": [400, 5000, 700, np.nan],
        }
    )
    zu["heilung"] = cures(zu, np.array([[0, 1], [0, 2], [1, 3]]), LAYOUT)
    report = area_faults(zu, pd.DataFrame({"schluessel": zu["schluessel"]}), LAYOUT)
    assert report[["art", "gebiet"]].values.tolist() == [
        ["schluessel_doppelt", "B"],
        ["schluessel_doppelt", "D"],
        ["ohne_einwohner", "D"],
        ["zu_wenig_einwohner", "A"],
        ["zu_wenig_einwohner", "C"],
    ]
    assert "Mitte" in report["hinweis"][3] and "5.400" in report["hinweis"][3]
    assert "Nord" in report["hinweis"][4] and "1.100" in report["hinweis"][4]
