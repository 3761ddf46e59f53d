"""Values of cells and old areas come to new areas; the log says whether totals are kept and what is uncertain."""

from __future__ import annotations

import shutil
import time

import numpy as np
import pandas as pd
import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

N = {"gebiet": Kind.TEXT, "n": Kind.INTEGER, "alter": Kind.REAL}


def box(x, y, width, height=None):
    height = width if height is None else height
    return f"POLYGON(({x} {y}, {x + width} {y}, {x + width} {y + height}, {x} {y + height}, {x} {y}))"


def source(rows=((90, 30.0), (10, 50.0)), kinds=None):
    kinds = kinds or N
    names = [name for name in kinds if name != "gebiet"]
    table = [{"gebiet": f"s{n}", **dict(zip(names, row))} for n, row in enumerate(rows)]
    return memory_layer("Polygon", table, kinds, [box(100 * n, 0, 100) for n in range(len(rows))], name="alt")


def target(boxes=((0, 0, 50, 100), (50, 0, 150, 100))):
    kinds = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "ebene": Kind.TEXT}
    rows = [{"gebiet": f"0{n}", "gebiet_name": f"Gebiet {n}", "ebene": "sozialraum"} for n in range(len(boxes))]
    return memory_layer("Polygon", rows, kinds, [box(*one) for one in boxes], name="neu")


def addresses(points=((10, 10), (20, 20), (70, 10), (150, 50)), weights=None):
    rows = [{"e": None if weights is None else weights[n]} for n in range(len(points))]
    return memory_layer("Point", rows, {"e": Kind.INTEGER}, [f"POINT({x} {y})" for x, y in points], name="adressen")


def move(**parameters):
    given = {"SOURCE": source(), "TARGET": target(), "COUNT_FIELDS": "n", "OUTPUT": "memory:", "DETAILS": "memory:",
             "REPORT": "memory:", "OUTPUT_CROSSWALK": "memory:"}  # fmt: skip
    return run("transfer", {**given, **parameters})


def test_counts_are_shared_by_addresses_and_rates_averaged_with_their_base():
    results, log = move(WEIGHTS=addresses(), RATES="alter : n")
    table = table_of(results["OUTPUT"])
    assert table["gebiet"].tolist() == ["00", "01"]
    assert table["n"].tolist() == pytest.approx([60, 40])
    assert table["alter"].tolist() == pytest.approx([30, 35])
    assert (table["n_fehler"] > 0).all()
    assert "n: 100 in the sources = 100 in the targets + 0 outside" in log


def test_weights_are_taken_from_a_field():
    results, _ = move(WEIGHTS=addresses(weights=[1, 0, 8, 3]), WEIGHT_FIELD="e")
    assert table_of(results["OUTPUT"])["n"].tolist() == pytest.approx([10, 90])


def test_without_weights_ground_counts_and_the_result_says_so():
    results, log = move()
    assert table_of(results["OUTPUT"])["n"].tolist() == pytest.approx([45, 55])
    assert "by ground, as if people lived evenly" in log
    details = table_of(results["DETAILS"])
    assert details["verfahren"].tolist() == ["flaeche", "flaeche"]
    assert details["anteil_flaeche"].tolist() == pytest.approx([1, 45 / 55])


def test_buildings_weigh_by_floor_space_and_use():
    houses = memory_layer(
        "Polygon",
        [{"art": "yes", "stock": 1}, {"art": "yes", "stock": 1}, {"art": "yes", "stock": 3}, {"art": "school"}],
        {"art": Kind.TEXT, "stock": Kind.INTEGER},
        [box(5, 5, 10), box(15, 15, 10), box(65, 5, 10), box(140, 40, 20)],
    )
    results, log = move(
        WEIGHTS=addresses(), BUILDINGS=houses, BUILDING_TYPE_FIELD="art", LEVELS_FIELD="stock", CALIBRATE=False
    )
    table = table_of(results["OUTPUT"])
    assert table["n"].tolist() == pytest.approx([90 * 2 / 5, 90 * 3 / 5 + 10])
    assert "1 in buildings where nobody lives" in log
    only = move(BUILDINGS=houses, BUILDING_TYPE_FIELD="art", LEVELS_FIELD="stock", CALIBRATE=False)[0]
    assert table_of(only["OUTPUT"])["n"].tolist() == pytest.approx(table["n"].tolist())


def test_a_cell_without_address_goes_by_ground_and_is_reported():
    results, log = move(WEIGHTS=addresses([(150, 50)]))
    assert table_of(results["OUTPUT"])["n"].tolist() == pytest.approx([45, 55])
    report = table_of(results["REPORT"])
    assert report.loc[report["art"] == "nach_flaeche", "gebiet_von"].tolist() == ["s0"]
    assert "1 source areas hold no weight" in log


def test_what_lies_outside_is_told():
    results, log = move(TARGET=target([(0, 0, 50, 100)]), WEIGHTS=addresses())
    assert results["OUTSIDE"] == pytest.approx(40)
    assert "= 60 in the targets + 40 outside" in log
    report = table_of(results["REPORT"])
    assert report.loc[report["art"] == "ausserhalb", "wert"].tolist() == pytest.approx([40])


def test_an_area_beyond_the_grid_is_incomplete_and_has_a_reason():
    points = [(10, 10), (20, 20), (70, 10), (150, 50), (250, 50)]
    results, log = move(TARGET=target([(0, 0, 50, 100), (50, 0, 250, 100)]), WEIGHTS=addresses(points))
    table = table_of(results["OUTPUT"])
    assert table["n"].tolist() == [pytest.approx(60), None]
    assert table["n_kz"].tolist() == [None, "unvollstaendig"] or table["n_kz"].tolist() == ["", "unvollstaendig"]
    assert "1 areas wanted reach beyond the source areas" in log
    assert results["INCOMPLETE"] == 1


def test_hidden_cells_give_a_range_or_an_estimate():
    kinds = {"gebiet": Kind.TEXT, "n": Kind.TEXT}
    hidden = source((("*",), ("10",)), kinds)
    details = table_of(move(SOURCE=hidden, WEIGHTS=addresses(), THRESHOLD=4)[0]["DETAILS"])
    assert details["wert"].tolist() == [None, None]
    assert details["kennzeichen"].tolist() == ["unvollstaendig"] * 2
    assert details["wert_von"].tolist() == pytest.approx([2 / 3, 10 + 1 / 3])
    assert details["wert_bis"].tolist() == pytest.approx([2, 11])
    results, log = move(SOURCE=hidden, WEIGHTS=addresses(), THRESHOLD=4, HIDDEN="estimate")
    table = table_of(results["OUTPUT"])
    assert 11 <= table["n"].sum() <= 13
    assert table["n_kz"].tolist() == ["unsicher"] * 2
    assert "were estimated for them" in log


def test_absent_rows_of_a_table_are_unknown_not_zero():
    values = memory_layer("NoGeometry", [{"gebiet": "s1", "n": 10}, {"gebiet": "q", "n": 3}], N, name="werte")
    results, log = move(TABLE=values, WEIGHTS=addresses())
    assert table_of(results["OUTPUT"])["n"].tolist() == [None, None]
    report = table_of(results["REPORT"]).set_index("art")
    assert report.loc["ohne_zeile", "gebiet_von"] == "s0"
    assert report.loc["unbekannter_schluessel", "gebiet_von"] == "q"
    assert "Balance of rows of the table: 2 read" in log


LONG = {"gebiet": Kind.TEXT, "merkmal": Kind.TEXT, "stichtag": Kind.DATE, "wert": Kind.REAL, "kennzeichen": Kind.TEXT,
        "quelle": Kind.TEXT}  # fmt: skip


def long_table():
    rows = [
        {"gebiet": code, "merkmal": name, "stichtag": "2022-05-15", "wert": value, "kennzeichen": "", "quelle": "Amt"}
        for name, values in (("E", (90, 10)), ("AUSL", (9, 5))) for code, value in zip(("s0", "s1"), values)
    ]  # fmt: skip
    return memory_layer("NoGeometry", rows, LONG, name="merkmale")


def test_a_long_table_comes_out_long_and_goes_on_to_the_indicators():
    results, _ = move(TABLE=long_table(), COUNT_FIELDS="", WEIGHTS=addresses())
    table = table_of(results["OUTPUT"])
    assert table.columns[:6].tolist() == ["gebiet", "merkmal", "stichtag", "wert", "kennzeichen", "quelle"]
    assert table.loc[table["merkmal"] == "E", "wert"].tolist() == pytest.approx([60, 40])
    assert set(table["quelle"]) == {"Amt"}
    kinds = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "ebene": Kind.TEXT, "uebergeordnet": Kind.TEXT}
    areas = memory_layer("NoGeometry", table_of(target()).assign(uebergeordnet=None).to_dict("records"), kinds)
    computed = run(
        "computeindicators",
        {"COUNTS": [results["OUTPUT"]], "AREAS": areas, "INDICATORS": "M01", "MODE": "internal", "OUTPUT": "memory:"},
    )[0]
    assert table_of(computed["OUTPUT"])["wert"].tolist() == pytest.approx([10, 20])


def test_a_census_grid_becomes_a_table_of_counts_with_the_names_of_the_catalogue():
    kinds = {"gitter_id": Kind.TEXT, "Einwohner": Kind.INTEGER, "AnteilUnter18": Kind.REAL, "Alter_D": Kind.REAL}
    rows = [
        {"gitter_id": "a", "Einwohner": 90, "AnteilUnter18": 10.0, "Alter_D": 40.0},
        {"gitter_id": "b", "Einwohner": 10, "AnteilUnter18": 50.0, "Alter_D": 50.0},
    ]
    grid = memory_layer("Polygon", rows, kinds, [box(0, 0, 100), box(100, 0, 100)])
    results, log = move(
        SOURCE=grid, COUNT_FIELDS="", WEIGHTS=addresses(), FORMAT="counts", REFERENCE_DATE="15.05.2022",
        SOURCE_NAME="Zensus 2022",
    )  # fmt: skip
    table = table_of(results["OUTPUT"])
    assert set(table["stichtag"]) == {"2022-05-15"}
    assert set(table["quelle"]) == {"Zensus 2022"}
    values = table.set_index(["merkmal", "gebiet"])["wert"]
    assert values["E"].tolist() == pytest.approx([60, 40])
    assert values["E_u18"].tolist() == pytest.approx([6, 8])
    assert set(table["merkmal"]) == {"E", "E_u18"}
    assert "rates AnteilUnter18, Alter_D" in log


def test_indicators_go_as_numerator_and_denominator():
    kinds = {"gebiet": Kind.TEXT, "indikator": Kind.TEXT, "wert": Kind.REAL, "zaehler": Kind.REAL, "nenner": Kind.REAL,
             "masseinheit": Kind.TEXT}  # fmt: skip
    rows = [
        {"gebiet": "s0", "indikator": "M01", "wert": 10, "zaehler": 9, "nenner": 90, "masseinheit": "%"},
        {"gebiet": "s1", "indikator": "M01", "wert": 50, "zaehler": 5, "nenner": 10, "masseinheit": "%"},
        {"gebiet": "s0", "indikator": "MIETE", "wert": 7},
        {"gebiet": "s1", "indikator": "MIETE", "wert": 9},
    ]
    results, log = move(TABLE=memory_layer("NoGeometry", rows, kinds), COUNT_FIELDS="", WEIGHTS=addresses())
    table = table_of(results["OUTPUT"])
    assert table["wert"].tolist() == pytest.approx([10, 20])
    assert table["zaehler"].tolist() == pytest.approx([6, 8])
    assert table["nenner"].tolist() == pytest.approx([60, 40])
    assert table["gebiet_name"].tolist() == ["Gebiet 0", "Gebiet 1"]
    assert "1 variables cannot be carried over" in log


def test_a_crosswalk_serves_other_tables():
    first = move(WEIGHTS=addresses())[0]
    again, _ = move(CROSSWALK=first["OUTPUT_CROSSWALK"])
    assert table_of(again["OUTPUT"])["n"].tolist() == pytest.approx([60, 40])


def test_layers_in_other_reference_systems_meet():
    grid = memory_layer(
        "Polygon", [{"gebiet": "z", "n": 12}], {"gebiet": Kind.TEXT, "n": Kind.INTEGER},
        [box(4155000, 2927000, 1000)], crs="EPSG:3035",
    )  # fmt: skip
    areas = memory_layer("Polygon", [{"gebiet": "1"}], {"gebiet": Kind.TEXT}, [box(7.6, 49.3, 0.4)], crs="EPSG:4326")
    results, _ = move(SOURCE=grid, TARGET=areas, MISSING="zero")
    assert table_of(results["OUTPUT"])["n"].tolist() == pytest.approx([12])


@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"COUNT_FIELDS": ""}, "COUNT_FIELDS"),
        ({"COUNT_FIELDS": "m"}, "“m” is missing"),
        ({"RATES": "a = b"}, "cannot be understood"),
        ({"TARGET": lambda: target([(0, 0, 150), (50, 0, 150)])}, "TARGET: areas overlap"),
        ({"TARGET": lambda: target([(0, 0, 150), (50, 0, 150)]), "WEIGHTS": addresses}, "TARGET: areas overlap"),
        ({"WEIGHTS": lambda: addresses([(9e5, 9e5)])}, "No weight lies in a source area"),
        ({"WEIGHTS": lambda: addresses(weights=[-1, 2, 3, 4]), "WEIGHT_FIELD": "e"}, "is no weight"),
        ({"FORMAT": "counts"}, "REFERENCE_DATE"),
        ({"FORMAT": "counts", "REFERENCE_DATE": "gestern"}, "“gestern” is no date"),
        ({"MISSING": "small", "THRESHOLD": 0}, "THRESHOLD"),
        ({"CROSSWALK": long_table}, "“gebiet_von” is missing"),
    ],
)
def test_a_wrong_choice_ends_in_a_sentence(change, sentence):
    given = {"SOURCE": source(), "TARGET": target(), "COUNT_FIELDS": "n", "OUTPUT": "memory:"}
    given.update({name: value() if callable(value) else value for name, value in change.items()})
    _, log, good = attempt("transfer", given)
    assert not good
    assert sentence in log


def test_a_city_is_carried_over_in_seconds():
    rng = np.random.default_rng(1)
    kinds = {"gebiet": Kind.TEXT, **{f"v{n}": Kind.INTEGER for n in range(20)}}
    cells = [(x, y) for x in range(30) for y in range(30)]
    rows = [{"gebiet": f"{x}_{y}", **{f"v{n}": int(v) for n, v in enumerate(rng.integers(0, 500, 20))}}
            for x, y in cells]  # fmt: skip
    grid = memory_layer("Polygon", rows, kinds, [box(1000 * x, 1000 * y, 1000) for x, y in cells])
    areas = [(x, y) for x in range(45) for y in range(45)]
    side = 30_000 / 45
    wanted = memory_layer(
        "Polygon", [{"gebiet": f"{x}-{y}"} for x, y in areas], {"gebiet": Kind.TEXT},
        [box(x * side, y * side, side) for x, y in areas],
    )  # fmt: skip
    points = addresses(rng.uniform(0, 30_000, (100_000, 2)).tolist())
    quiet = {"DETAILS": None, "REPORT": None, "OUTPUT_CROSSWALK": None}
    started = time.process_time()
    results, _ = move(SOURCE=grid, TARGET=wanted, COUNT_FIELDS=",".join(list(kinds)[1:]), WEIGHTS=points, **quiet)
    assert time.process_time() - started < 20
    table = table_of(results["OUTPUT"])
    for n in range(20):
        assert table[f"v{n}"].sum() == pytest.approx(sum(row[f"v{n}"] for row in rows))


@pytest.fixture(scope="module")
def town(real_data, tmp_path_factory):
    """Kaiserslautern: dwellings of 100 m cells in square kilometres that its buildings cover, and their sums."""
    folder = real_data / "kaiserslautern"
    file = tmp_path_factory.mktemp("town") / "osm.gpkg"
    shutil.copy(folder / "osm.gpkg", file)
    table = pd.read_csv(folder / "zensus2011_100m.csv", sep=";")
    homes = table[[name for name in table if name.startswith(("whg_efh", "whg_zfh", "whg_mfh"))]].sum(axis=1)
    true = dict(zip(zip(table["x_mp_100m"] - 50, table["y_mp_100m"] - 50), homes))
    blocks = [(x, y) for x in range(4156000, 4160000, 1000) for y in range(2926000, 2929000, 1000)]
    inner = range(0, 1000, 100)
    cells = {(x, y): [(x + dx, y + dy) for dx in inner for dy in inner] for x, y in blocks}
    rows = [{"gebiet": f"{x}_{y}", "n": int(sum(true.get(c, 0) for c in cells[x, y]))} for x, y in blocks]
    kinds = {"gebiet": Kind.TEXT, "n": Kind.INTEGER}
    coarse = memory_layer("Polygon", rows, kinds, [box(x, y, 1000) for x, y in blocks], crs="EPSG:3035")
    small = [cell for block in blocks for cell in cells[block]]
    codes = [{"gebiet": f"{x}_{y}"} for x, y in small]
    fine = memory_layer("Polygon", codes, {"gebiet": Kind.TEXT}, [box(x, y, 100) for x, y in small], crs="EPSG:3035")
    return file, coarse, fine, np.array([true.get(cell, 0) for cell in small], dtype=float)


def test_hidden_values_of_a_real_town_are_met_far_better_than_by_ground(town):
    file, coarse, fine, truth = town
    base = {"SOURCE": coarse, "TARGET": fine, "COUNT_FIELDS": "n", "OUTPUT": "memory:", "MISSING": "zero"}
    by_ground = table_of(run("transfer", base)[0]["OUTPUT"])["n"].fillna(0).to_numpy(float)
    layers = {"WEIGHTS": f"{file}|layername=adressen", "BUILDINGS": f"{file}|layername=gebaeude"}
    results, log = run("transfer", {**base, **layers})
    assert "Fields of the buildings: use art, storeys geschosse." in log
    table = table_of(results["OUTPUT"])
    ours, error = (table[name].fillna(0).to_numpy(float) for name in ("n", "n_fehler"))
    assert ours.sum() == pytest.approx(truth.sum())
    misplaced = [np.abs(values - truth).sum() / 2 / truth.sum() for values in (ours, by_ground)]
    assert misplaced[0] < 0.33
    assert misplaced[1] > 0.48
    assert np.sqrt(np.mean((ours - truth) ** 2)) < 0.87 * np.sqrt(np.mean((by_ground - truth) ** 2))
    held = np.abs(ours - truth)[error > 0] <= 1.96 * error[error > 0]
    assert 0.85 < held.mean() < 0.99
