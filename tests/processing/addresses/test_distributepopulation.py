"""Inhabitants of census cells come to addresses, and none is lost."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind


def square(x, y, size):
    return f"POLYGON(({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


def address_layer(points, ids=None, crs="EPSG:25832"):
    rows = [{"adresse_id": ids[n] if ids else f"a{n:03}", "strasse": "Weg"} for n in range(len(points))]
    wkts = ["POINT EMPTY" if point is None else f"POINT({point[0]} {point[1]})" for point in points]
    return memory_layer("Point", rows, {"adresse_id": Kind.TEXT, "strasse": Kind.TEXT}, wkts, crs=crs)


def cell_layer(cells, kinds=None, crs="EPSG:25832", size=100):
    kinds = kinds or {"n": Kind.INTEGER}
    rows = [dict(zip(kinds, values)) for _, _, *values in cells]
    return memory_layer("Polygon", rows, kinds, [square(x, y, size) for x, y, *_ in cells], crs=crs, name="zellen")


BASE = {"COUNT_FIELDS": ["n"], "OUTPUT": "memory:", "REPORT": "memory:"}


def test_one_town_with_every_kind_of_cell():
    addresses = address_layer([(10, 10), (20, 20), (30, 30), (110, 10), (1000, 1000), None])
    cells = cell_layer([(0, 0, 10), (100, 0, -1), (200, 0, 4), (0, 200, 0), (5000, 5000, 6), (300, 0, None)])
    results, log = run("distributepopulation", {"ADDRESSES": addresses, "CELLS": cells, "MAX_DISTANCE": 200, **BASE})
    table = table_of(results["OUTPUT"])
    assert table.columns.tolist() == ["adresse_id", "strasse", "einwohner"]
    # 10 among three; the 4 of the third cell go to the four addresses within 200 m of its centre at 250, 50.
    assert table["einwohner"].tolist() == [4, 3, 3, 4, None, None]
    report = table_of(results["REPORT"])
    assert report["grund"].tolist() == [
        "verteilt",
        "geheim",
        "naechste_adressen",
        "unbewohnt",
        "keine_adresse",
        "ohne_wert",
    ]
    assert report["verteilt"].tolist() == [10, 0, 4, 0, 0, 0]
    assert report["unverteilt"].tolist() == [0, 0, 0, 0, 6, 0]
    assert report["adressen"].tolist() == [3, 1, 0, 0, 0, 0]
    assert (results["DISTRIBUTED"], results["UNDISTRIBUTED"], results["WITHOUT_VALUE"]) == (14, 6, 2)
    assert "Balance of the count einwohner: 20 read" in log
    assert "2  outside all cells or without a point: unknown (NULL), not 0" in log


def test_an_address_in_a_cell_without_a_number_is_unknown_and_not_empty():
    addresses = address_layer([(10, 10), (110, 10), (210, 10), (310, 10)])
    cells = cell_layer([(0, 0, 10), (100, 0, -1), (200, 0, None), (300, 0, 0)])
    results, log = run("distributepopulation", {"ADDRESSES": addresses, "CELLS": cells, **BASE})
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [10, None, None, 0]
    assert "2  in a cell without a number: unknown (NULL), not 0" in log


def test_an_address_outside_all_cells_has_a_number_only_if_a_cell_borrows_it():
    results, log = run(
        "distributepopulation",
        {
            "ADDRESSES": address_layer([(10, 10), (250, 10)]),
            "CELLS": cell_layer([(0, 0, 3), (150, 0, 4)]),
            "MAX_DISTANCE": 90,
            **BASE,
        },
    )
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [3, 4]
    results, log = run(
        "distributepopulation",
        {
            "ADDRESSES": address_layer([(10, 10), (300, 10)]),
            "CELLS": cell_layer([(0, 0, 3), (150, 0, 4)]),
            "MAX_DISTANCE": 120,
            **BASE,
        },
    )
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [3, 4]
    assert "1  outside all cells, with a share of a cell without addresses" in log
    assert results["DISTRIBUTED"] == 7


def test_borrowed_addresses_can_be_refused():
    addresses = address_layer([(10, 10)])
    cells = cell_layer([(100, 0, 4)])
    results, _ = run("distributepopulation", {"ADDRESSES": addresses, "CELLS": cells, "MAX_DISTANCE": 0, **BASE})
    assert (results["DISTRIBUTED"], results["UNDISTRIBUTED"]) == (0, 4)


def test_ties_go_by_address_id():
    addresses = address_layer([(10, 10), (20, 20), (30, 30)], ids=["c", "a", "b"])
    results, _ = run("distributepopulation", {"ADDRESSES": addresses, "CELLS": cell_layer([(0, 0, 2)]), **BASE})
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [0, 1, 1]


def test_buildings_weigh_by_area_and_storeys():
    addresses = address_layer([(5, 5), (55, 5)])
    buildings = memory_layer(
        "Polygon",
        [{"geschosse": "1"}, {"geschosse": "4,0"}],
        {"geschosse": Kind.TEXT},
        [square(0, 0, 10), square(50, 0, 10)],
    )
    parameters = {"ADDRESSES": addresses, "CELLS": cell_layer([(0, 0, 50)]), "BUILDINGS": buildings, **BASE}
    assert table_of(run("distributepopulation", parameters)[0]["OUTPUT"])["einwohner"].tolist() == [25, 25]
    parameters["BUILDING_WEIGHT_FIELD"] = "geschosse"
    assert table_of(run("distributepopulation", parameters)[0]["OUTPUT"])["einwohner"].tolist() == [10, 40]


def test_a_second_grid_adds_its_counts():
    addresses = address_layer([(10, 10), (20, 20)])
    first = run("distributepopulation", {"ADDRESSES": addresses, "CELLS": cell_layer([(0, 0, 5)]), **BASE})[0]["OUTPUT"]
    kinds = {"id": Kind.TEXT, "u18": Kind.TEXT, "einwohner": Kind.INTEGER}
    second = cell_layer([(0, 0, "z1", "3,0", 7)], kinds)
    results, log = run(
        "distributepopulation",
        {
            "ADDRESSES": first, "CELLS": second, "COUNT_FIELDS": ["u18", "einwohner"], "CELL_FIELD": "id",
            "OUTPUT": "memory:", "REPORT": "memory:",
        },
    )  # fmt: skip
    table = table_of(results["OUTPUT"])
    assert table.columns.tolist() == ["adresse_id", "strasse", "einwohner", "u18"]
    assert table[["einwohner", "u18"]].values.tolist() == [[4, 2], [3, 1]]
    assert "“einwohner” of the addresses is replaced" in log
    assert table_of(results["REPORT"])["zelle"].unique().tolist() == ["z1"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_cell_is_conserved_on_random_towns(seed):
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, 1000, (600, 2))
    cells = [(x, y, int(rng.integers(0, 200))) for x in range(0, 1000, 100) for y in range(0, 1000, 100)]
    results, _ = run("distributepopulation", {"ADDRESSES": address_layer(points), "CELLS": cell_layer(cells), **BASE})
    shares = table_of(results["OUTPUT"])["einwohner"].to_numpy()
    report = table_of(results["REPORT"])
    borrowed = report.loc[report["grund"] == "naechste_adressen", "verteilt"].sum()
    own = sum(n for _, _, n in cells) - borrowed
    assert shares.sum() == own + borrowed == results["DISTRIBUTED"]
    if not borrowed:
        for x, y, n in cells:
            inside = ((points >= (x, y)) & (points < (x + 100, y + 100))).all(axis=1)
            assert shares[inside].sum() == n


def test_addresses_in_degrees_come_out_in_metres():
    addresses = address_layer([(7.75, 49.44)], crs="EPSG:4326")
    cells = memory_layer("Polygon", [{"n": 3}], {"n": Kind.INTEGER}, [square(7.7, 49.4, 0.1)], crs="EPSG:4326")
    results, _ = run("distributepopulation", {"ADDRESSES": addresses, "CELLS": cells, **BASE})
    assert results["OUTPUT"].crs().authid() == "EPSG:25832"
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [3]


@pytest.mark.parametrize(
    ("kinds", "value", "parameters", "sentence"),
    [
        ({"n": Kind.REAL}, 1.75, {}, "row 1, column “n”: “1.75” is no count"),
        ({"n": Kind.INTEGER}, 1, {"COUNT_FIELDS": ["m"]}, "field “m” is missing in “zellen”"),
        ({"plz": Kind.INTEGER, "n": Kind.INTEGER}, 1, {"COUNT_FIELDS": ["n", "plz"]}, "cannot be named “plz”"),
    ],
)
def test_a_wrong_choice_is_said_in_a_sentence(kinds, value, parameters, sentence):
    cells = cell_layer([(0, 0, value, value)], kinds)
    _, log, good = attempt(
        "distributepopulation", {"ADDRESSES": address_layer([(1, 1)]), "CELLS": cells, **BASE, **parameters}
    )
    assert not good
    assert sentence in log


def test_empty_layers():
    results, _ = run("distributepopulation", {"ADDRESSES": address_layer([]), "CELLS": cell_layer([(0, 0, 5)]), **BASE})
    assert results["UNDISTRIBUTED"] == 5
    results, _ = run("distributepopulation", {"ADDRESSES": address_layer([(1, 1)]), "CELLS": cell_layer([]), **BASE})
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [None]


def test_kaiserslautern_from_the_kilometre_grid(real_data):
    folder = real_data / "kaiserslautern"
    with (folder / "zensus2011_1km.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    cells = memory_layer(
        "Polygon",
        rows,
        {"Einwohner": Kind.TEXT},
        [square(float(row["x"]) - 500, float(row["y"]) - 500, 1000) for row in rows],
        crs="EPSG:3035",
    )
    results, _ = run(
        "distributepopulation",
        {
            "ADDRESSES": f"{folder / 'osm.gpkg'}|layername=adressen", "CELLS": cells, "COUNT_FIELDS": ["Einwohner"],
            "BUILDINGS": f"{folder / 'osm.gpkg'}|layername=gebaeude", "OUTPUT": "memory:", "REPORT": "memory:",
        },
    )  # fmt: skip
    inhabitants = [int(float(row["Einwohner"].replace(",", "."))) for row in rows]
    assert results["DISTRIBUTED"] + results["UNDISTRIBUTED"] == sum(n for n in inhabitants if n > 0)
    assert results["WITHOUT_VALUE"] == sum(n < 0 for n in inhabitants)
    table = table_of(results["OUTPUT"])
    assert len(table) == 11_144
    assert table["einwohner"].sum() == results["DISTRIBUTED"]
    _assert_cells_conserved(results, rows, inhabitants)


def _assert_cells_conserved(results, rows, inhabitants):
    """A second method: bring the addresses to the grid's CRS and look up their cell by integer division."""
    layer = results["OUTPUT"]
    to_grid = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("EPSG:3035"), QgsProject.instance().transformContext()
    )
    report = table_of(results["REPORT"])
    lent = {n for n, code in enumerate(report["grund"]) if code == "naechste_adressen"}
    found = dict.fromkeys(((float(r["x"]) // 1000, float(r["y"]) // 1000) for r in rows), 0)
    for feature in layer.getFeatures():
        point = to_grid.transform(QgsPointXY(feature.geometry().asPoint()))
        key = (point.x() // 1000, point.y() // 1000)
        found[key] += feature["einwohner"]
    difference = sum(
        found[(float(row["x"]) // 1000, float(row["y"]) // 1000)] - report["verteilt"][n]
        for n, row in enumerate(rows)
        if n not in lent
    )
    assert difference == sum(report["verteilt"][n] for n in lent)
    for n, row in enumerate(rows):
        if report["grund"][n] == "verteilt":
            assert report["verteilt"][n] == inhabitants[n]
            assert found[(float(row["x"]) // 1000, float(row["y"]) // 1000)] >= inhabitants[n]


def test_a_second_run_leaves_the_inhabitants_of_the_first_alone():
    cells = cell_layer([(0, 0, 10)])
    first = run("distributepopulation", {"ADDRESSES": address_layer([(10, 10), (20, 20)]), "CELLS": cells, **BASE})
    homes = cell_layer([(0, 0, 4)], {"wohnungen": Kind.INTEGER})
    second = {"ADDRESSES": first[0]["OUTPUT"], "CELLS": homes, **BASE, "COUNT_FIELDS": ["wohnungen"]}
    table = table_of(run("distributepopulation", second)[0]["OUTPUT"])
    assert table["einwohner"].tolist() == [5, 5]
    assert table["wohnungen"].tolist() == [2, 2]
