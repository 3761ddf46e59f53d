"""The algorithm with real QGIS, on small sections and on those of Köln (skipped where there is no such data)."""

from __future__ import annotations

import csv
import re

import pandas as pd
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core import fields
from sozialraum_plugin.core.fields import Kind

FIELDS = {
    "STREET_FIELD": "name", "FROM_LEFT_FIELD": "vl", "TO_LEFT_FIELD": "bl", "FROM_RIGHT_FIELD": "vr",
    "TO_RIGHT_FIELD": "br",
}  # fmt: skip
KINDS = {"name": Kind.TEXT, "vl": Kind.TEXT, "bl": Kind.TEXT, "vr": Kind.TEXT, "br": Kind.TEXT}
EAST, WEST = "LineString(0 0, 100 0)", "LineString(100 0, 0 0)"


def sections(*rows, crs="EPSG:25832"):
    """Return a layer of (line, street, from left, to left, from right, to right)."""
    return memory_layer("LineString", [dict(zip(KINDS, row[1:])) for row in rows], KINDS, [row[0] for row in rows], crs)


def made(layer, **more):
    return run("addressesfromsections", {"INPUT": layer, **FIELDS, "OUTPUT": "memory:", "REPORT": "memory:", **more})


def places(layer):
    """Return x and y by house number."""
    points = [feature.geometry().asPoint() for feature in layer.getFeatures()]
    return dict(zip(table_of(layer)["hausnummer"], [(round(point.x(), 6), round(point.y(), 6)) for point in points]))


def test_numbers_stand_on_their_side_in_the_direction_of_the_line():
    results, log = made(sections((EAST, "Am Markt", "1", "7", "8", "2")), COMMUNE="05315000", COMMUNE_NAME="Köln")
    assert results["OUTPUT"].fields().names() == [field.name for field in fields.ADDRESSES]
    found = places(results["OUTPUT"])
    assert {number: place for number, place in found.items() if number % 2} == {
        1: (12.5, 10), 3: (37.5, 10), 5: (62.5, 10), 7: (87.5, 10),
    }  # fmt: skip
    assert {number: place for number, place in found.items() if number % 2 == 0} == {
        8: (12.5, -10), 6: (37.5, -10), 4: (62.5, -10), 2: (87.5, -10),
    }  # fmt: skip
    assert (results["COUNT"], results["LEFT_OUT"]) == (8, 0)
    assert table_of(results["OUTPUT"])["gemeinde_name"].unique().tolist() == ["Köln"]
    assert table_of(results["REPORT"]).empty
    assert "2 read" in log and "2  with addresses" in log


def test_a_line_drawn_the_other_way_swaps_the_sides():
    results, _ = made(sections((WEST, "Am Markt", "1", "1", "2", "2")), OFFSET=5)
    assert places(results["OUTPUT"]) == {1: (50, -5), 2: (50, 5)}


def test_what_has_no_addresses_stands_in_the_report():
    layer = sections(
        (EAST, "A", "1", "18", "2", "4"),
        ("LineString(0 0, 0 0)", "B", "1", "5", "", ""),
        (EAST, "", "1", "5", "", ""),
        (EAST, "D", None, None, None, None),
        (EAST, "E", "1", "x", "0", "12"),
        (EAST, "F", "1", "1999", "0", "0"),
    )
    results, log = made(layer)
    report = table_of(results["REPORT"])
    assert report[["zeile", "grund"]].values.tolist() == [
        [1, "gerade_und_ungerade"],
        [2, "ohne_linie"],
        [3, "ohne_strasse"],
        [4, "ohne_nummern"],
        [5, "nummer_nicht_lesbar"],
        [5, "ende_fehlt"],
        [6, "zu_viele_nummern"],
        [6, "nummer_null"],
    ]
    assert report["hausnummern"][0] == "1–18" and all(report["hinweis"].str.len() > 20)
    assert (results["COUNT"], results["LEFT_OUT"]) == (2, 11)
    assert "12 read" in log
    results, _ = made(layer, CONSECUTIVE=True)
    assert results["COUNT"] == 20


def test_repeated_numbers_and_sides_in_several_areas_are_told_apart():
    west = "Polygon((-50 -50, 90 -50, 90 50, -50 50, -50 -50))"
    east = "Polygon((90 -50, 400 -50, 400 50, 90 50, 90 -50))"
    areas = memory_layer("Polygon", [{"gebiet": "02"}, {"gebiet": "01"}], {"gebiet": Kind.TEXT}, [west, east])
    layer = sections(
        (EAST, "Am Markt", "1", "9", "2", "20"),  # 20 stands 5 m beyond the border, 9 on it
        ("LineString(200 0, 300 0)", "Am Markt", "7", "11", "", ""),
        ("LineString(0 0, 300 0)", "Lange Zeile", "1", "5", "", ""),
        ("LineString(0 20, 50 20)", "Am Markt", "3", "3", "", ""),
    )
    results, log = made(layer, AREAS=areas)
    report = table_of(results["REPORT"])
    assert report[["zeile", "strassenseite", "grund", "adressen"]].values.tolist() == [
        [1, "left", "mehrere_gebiete_knapp", 5],
        [1, "right", "mehrere_gebiete_knapp", 10],
        [2, "left", "nummer_mehrfach", 1],
        [2, "left", "nummer_mehrfach_verschiedene_gebiete", 1],
        [3, "left", "mehrere_gebiete", 3],
        [4, "left", "nummer_mehrfach", 1],
    ]
    assert "02 (2–18), 01 (20)" in report["hinweis"][1] and report["abstand"][1] == 5
    assert "02 (1), 01 (3–5)" in report["hinweis"][4] and report["abstand"][4] == 40
    assert report["hinweis"][3].startswith("7 also on section 1 (row 1, left), there in area 02, here in 01")
    assert (results["REPEATED"], results["SEVERAL_AREAS"]) == (3, 3)
    assert table_of(made(layer, AREAS=areas, TOLERANCE=4)[0]["REPORT"])["grund"].tolist()[1] == "mehrere_gebiete"


def test_degrees_come_out_in_metres():
    results, _ = made(sections(("LineString(7 51, 7 51.001)", "A", "1", "1", "2", "2"), crs="EPSG:4326"))
    assert results["OUTPUT"].crs().authid() == "EPSG:25832"
    (x1, _), (x2, _) = places(results["OUTPUT"])[1], places(results["OUTPUT"])[2]
    assert x2 - x1 == pytest.approx(20, abs=0.1)  # left is west of a line to the north


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"STREET_FIELD": ""}, "STREET_FIELD"),
        ({"TO_LEFT_FIELD": ""}, "both fields"),
        ({"FROM_LEFT_FIELD": "", "TO_LEFT_FIELD": "", "FROM_RIGHT_FIELD": "", "TO_RIGHT_FIELD": ""}, "first and last"),
        ({"COMMUNE": "Köln"}, "no AGS"),
        ({"TO_LEFT_FIELD": "nix"}, "nix"),
    ],
)
def test_a_wrong_choice_is_refused_with_what_to_do(change, words):
    layer = sections((EAST, "A", "1", "1", "", ""))
    parameters = {"INPUT": layer, **FIELDS, "OUTPUT": "memory:", **change}
    _, log, good = attempt("addressesfromsections", parameters)
    assert not good and words in log


# -- Köln: 15,846 sections against 800 Stimmbezirke ---------------------------------------------------------------
KOELN = {
    "STREET_FIELD": "STRASSE", "STREET_KEY_FIELD": "NUMMER", "STREET_KEY_LENGTH": 5, "ID_FIELD": "NUMMER",
    "FROM_LEFT_FIELD": "HSNR_V_L", "TO_LEFT_FIELD": "HSNR_B_L", "FROM_RIGHT_FIELD": "HSNR_V_R",
    "TO_RIGHT_FIELD": "HSNR_B_R", "COMMUNE": "05315000", "AREA_CODE_FIELD": "NUMMER",
}  # fmt: skip
KOELN_TWICE = {"00509220", "03999010", "04519010", "06021020"}  # keys of two sections each


@pytest.fixture(scope="module")
def koeln(real_data):
    """Sections, Stimmbezirke, and the points made of the sections with their report."""
    folder = real_data / "koeln" / "data" / "geo-base"
    files = {
        "INPUT": folder / "strassenabschnitte/_source/Strassenabschnitt/Strassenabschnitt.shp",
        "AREAS": folder / "stimmbezirke/_source/Stimmbezirk/Shape Stimmbezirk/Stimmbezirk.shp",
    }
    if not all(path.exists() for path in files.values()):
        pytest.skip("no sections of Köln")
    layers = {name: QgsVectorLayer(str(path), name, "ogr") for name, path in files.items()}
    for layer in layers.values():
        layer.setProviderEncoding("ISO-8859-1")
    results, log = run("addressesfromsections", {**layers, **KOELN, "OUTPUT": "memory:", "REPORT": "memory:"})
    made_of_koeln = {**layers, **results, "LOG": log, "FOLDER": folder}
    yield made_of_koeln
    made_of_koeln.clear()  # pytest holds the fixture until after QGIS has ended, which layers do not survive


def test_koeln_every_section_is_in_the_addresses_or_in_the_report(koeln):
    report = table_of(koeln["REPORT"])
    addresses = table_of(koeln["OUTPUT"])
    assert "31.692 read" in koeln["LOG"]
    sides = pd.to_numeric(re.findall(r"^ +([\d.]+)  ", koeln["LOG"], re.M)[0].replace(".", ""))
    assert sides + koeln["LEFT_OUT"] == 2 * 15_846
    ids = table_of(koeln["INPUT"])["NUMMER"]
    ids = ids.fillna(pd.Series((ids.index + 1).astype(str)))
    assert set(ids) == set(addresses["quell_id"]) | set(report["quell_id"])
    without = report["grund"].isin(["ohne_nummern", "ohne_strasse"])
    assert not set(report.loc[without, "quell_id"]) & set(addresses["quell_id"]) - KOELN_TWICE
    assert {"gerade_und_ungerade", "ende_fehlt", "nummer_null", "mehrere_gebiete"} <= set(report["grund"])


def test_koeln_polling_stations_lie_on_the_side_that_the_sections_give_their_address(koeln):
    """909 polling stations with address and place, from another source: a swap of sides or ends would show here."""
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3857"), koeln["OUTPUT"].crs(), QgsCoordinateTransformContext()
    )
    table = table_of(koeln["OUTPUT"])
    points = [feature.geometry() for feature in koeln["OUTPUT"].getFeatures()]
    where = dict(zip(zip(table["strasse"], table["hausnummer"]), zip(points, table["quell_id"])))
    line = {feature["NUMMER"]: feature.geometry() for feature in koeln["INPUT"].getFeatures()}
    same_side = []
    with (koeln["FOLDER"] / "wahllokale" / "wahllokale.csv").open(encoding="utf-8") as file:
        stations = {row["WLK_ADRESSE"]: (row["KOORX"], row["KOORY"]) for row in csv.DictReader(file)}
    for address, (x, y) in stations.items():
        found = re.fullmatch(r"(.*) (\d+)", address)
        point, section = where.get((found[1], int(found[2])), (None, "")) if found else (None, "")
        if point is None:
            continue
        station = to_map.transform(float(f"{x[:6]}.{x[6:]}"), float(f"{y[:7]}.{y[7:]}"))
        if line[section].distance(QgsGeometry.fromPointXY(QgsPointXY(station))) > 150:
            continue  # a street of the same name elsewhere, or far back from the street
        sides = [line[section].closestSegmentWithContext(place)[3] for place in (QgsPointXY(station), point.asPoint())]
        same_side.append(sides[0] == sides[1])
    assert len(same_side) > 150
    assert sum(same_side) / len(same_side) > 0.9


def test_koeln_street_directory_gives_every_address_its_own_area_back(koeln):
    made = run(
        "streetdirectory",
        {
            "ADDRESSES": koeln["OUTPUT"], "AREAS": koeln["AREAS"], "AREA_CODE_FIELD": "NUMMER",
            "OUTPUT": "memory:", "REPORT": "memory:", "OUTPUT_ADDRESSES": "memory:",
        },
    )[0]  # fmt: skip
    report = table_of(made["REPORT"])
    assert set(report["art"]) == {"widerspruch", "ausserhalb"}
    parameters = {"DIRECTORY": made["OUTPUT"], "ADDRESSES": koeln["OUTPUT"], "OUTPUT": "memory:"}
    back = table_of(run("assignbydirectory", parameters)[0]["OUTPUT"])["gebiet"]
    given = table_of(made["OUTPUT_ADDRESSES"])
    listed = given.index.difference(report["zeile"].astype(int) - 1)
    assert len(listed) + len(report) == len(given) == koeln["COUNT"]
    assert (given["gebiet"] == back)[listed].all()
    contradicting = given.loc[report.loc[report["art"] == "widerspruch", "zeile"].astype(int) - 1, "strasse"]
    told = table_of(koeln["REPORT"]).query("grund == 'nummer_mehrfach_verschiedene_gebiete'")["strasse"]
    assert set(contradicting) <= set(told)  # both reports know the same contradictions
