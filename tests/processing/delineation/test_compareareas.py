"""Baesweiler's case in small: six areas of a proposal become seven, one of them from parts of three."""

from __future__ import annotations

import re
import subprocess

import pandas as pd
import pytest
from qgis.core import QgsGeometry

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

AREA_KINDS = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "ebene": Kind.TEXT}
ADDRESS_KINDS = {"strasse": Kind.TEXT, "hausnummer": Kind.TEXT, "plz": Kind.TEXT, "einwohner": Kind.INTEGER}
SINKS = ("CHANGES", "STREETS", "CROSSWALK", "AREAS_COMPARED", "VALUES_COMPARED", "REPORT")
NAMES = ("Nordwest", "Nordmitte", "Nordost", "Südwest", "Südmitte", "Südost")


def box(west, south, east, north):
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def layer(rows, name, crs="EPSG:25832"):
    """Rows of (code, name, polygon)."""
    table = [{"gebiet": code, "gebiet_name": title, "ebene": "sozialraum"} for code, title, _ in rows]
    return memory_layer("Polygon", table, AREA_KINDS, [wkt for *_, wkt in rows], crs, name)


def proposal():
    return [(f"0{n + 1}", NAMES[n], box(n % 3 * 300, 300 - n // 3 * 300, n % 3 * 300 + 300, 600 - n // 3 * 300))
            for n in range(6)]  # fmt: skip


CORE = box(200, 200, 700, 400)  # the seventh area


def revised():
    core = QgsGeometry.fromWkt(CORE)
    rest = [(code, name, QgsGeometry.fromWkt(wkt).difference(core).asWkt()) for code, name, wkt in proposal()]
    return [*rest, ("07", "Mitte", CORE)]


def addresses(people=4, inhabited=True):
    """A house every 50 m: one street for each row of houses, numbers from the west."""
    rows, wkts = [], []
    for y in range(25, 600, 50):
        for number, x in enumerate(range(25, 900, 50), 1):
            street = f"{y}. Straße"
            rows.append({"strasse": street, "hausnummer": str(number), "plz": "52499", "einwohner": people})
            wkts.append(f"POINT({x} {y})")
    kinds = ADDRESS_KINDS if inhabited else {key: kind for key, kind in ADDRESS_KINDS.items() if key != "einwohner"}
    return memory_layer("Point", rows, kinds, wkts, name="adressen")


def compare(old=None, new=None, points=None, **parameters):
    results, log = run(
        "compareareas",
        {
            "OLD": old or layer(proposal(), "vorschlag"),
            "NEW": new or layer(revised(), "überarbeitet"),
            "ADDRESSES": points or addresses(),
            **{name: "memory:" for name in SINKS},
            **parameters,
        },
    )
    return {name: table_of(results[name]) for name in SINKS}, results, log


def test_the_seventh_area_is_new_and_takes_from_all_six():
    tables, results, log = compare()
    areas = tables["AREAS_COMPARED"].set_index("gebiet_neu")
    assert areas.at["07", "aenderung"] == "neu" and areas.at["07", "gebiet_alt"] is None
    assert "02 (48)" in areas.at["07", "hinweis"] and "goes to" not in areas.at["07", "hinweis"]
    assert (areas.drop("07")["aenderung"] == "grenze_geaendert").all()
    assert (areas.drop("07")["gebiet_alt"] == areas.drop("07").index).all()
    inside = 10 * 4  # houses of the grid in the core
    assert areas.at["07", "adressen_nachher"] == inside == results["MOVED_ADDRESSES"]
    assert results["MOVED_INHABITANTS"] == inside * 4 == areas.at["07", "einwohner_nachher"]
    assert results["CHANGED_AREAS"] == 7
    assert f"{inside * 4} of 864 inhabitants" in log and "216 read" in log


def test_changes_are_the_ground_that_moves_with_what_stands_on_it():
    tables, results, _ = compare()
    changes = tables["CHANGES"]
    assert (changes["gebiet_neu"] == "07").all() and set(changes["gebiet_alt"]) == {f"0{n}" for n in range(1, 7)}
    ground = sum(feature.geometry().area() for feature in results["CHANGES"].getFeatures())
    assert ground == pytest.approx(500 * 200) == changes["flaeche"].sum()
    assert changes["adressen"].sum() == 40
    assert "inhabitants" in changes["hinweis"].iloc[0]


def test_the_crosswalk_and_the_streets_have_the_same_sums():
    tables, _, _ = compare()
    walk, streets = tables["CROSSWALK"], tables["STREETS"]
    assert walk["einwohner"].sum() == 864 and walk["adressen"].sum() == 216
    assert walk.groupby("gebiet_alt")["anteil_alt"].sum().tolist() == pytest.approx([1.0] * 6)
    moved = walk[walk["wechselt"]].set_index(["gebiet_alt", "gebiet_neu"])["adressen"]
    listed = streets.groupby(["gebiet_alt", "gebiet_neu"])["adressen"].sum()
    assert listed.to_dict() == moved.to_dict()
    assert set(streets["strasse"]) == {f"{y}. Straße" for y in (225, 275, 325, 375)}


def test_a_street_range_really_moves():
    tables, _, _ = compare()
    row = tables["STREETS"].query("strasse == '225. Straße' and gebiet_alt == '04'").iloc[0]
    assert row["hausnummern"] == "5 bis 6"


def test_without_inhabitants_each_address_counts_one_and_the_log_says_so():
    tables, results, log = compare(points=addresses(inhabited=False))
    assert "each address counts 1" in log
    assert results["MOVED_INHABITANTS"] == 40
    assert tables["STREETS"]["einwohner"].isna().all()
    assert (tables["CROSSWALK"]["kennzeichen"].fillna("") == "").all()


def one_moves(people):
    """A house with few people goes from area 1 to 2; everybody else stays."""
    old = layer([("1", "A", box(0, 0, 100, 100)), ("2", "B", box(100, 0, 200, 100))], "alt")
    new = layer([("1", "A", box(0, 0, 80, 100)), ("2", "B", box(80, 0, 200, 100))], "neu")
    rows = [{"strasse": "Ring", "hausnummer": str(n), "einwohner": count} for n, count in
            enumerate((100 - people, people, 50), 1)]  # fmt: skip
    points = memory_layer("Point", rows, ADDRESS_KINDS, ["POINT(10 50)", "POINT(90 50)", "POINT(150 50)"])
    indicators = memory_layer(
        "NoGeometry",
        [{"gebiet": "1", "indikator": "E", "wert": 100.0, "zaehler": 100.0, "stichtag": "2025-12-31"},
         {"gebiet": "2", "indikator": "E", "wert": 50.0, "zaehler": 50.0, "stichtag": "2025-12-31"}],
        {"gebiet": Kind.TEXT, "indikator": Kind.TEXT, "wert": Kind.REAL, "zaehler": Kind.REAL, "nenner": Kind.REAL,
         "stichtag": Kind.DATE},
    )  # fmt: skip
    return {"old": old, "new": new, "points": points, "INDICATORS": indicators}


def test_a_published_comparison_is_the_same_for_one_and_for_two_people(tmp_path):
    outcomes = []
    for people in (1, 2):
        path = tmp_path / f"{people}.pdf"
        tables, results, log = compare(**one_moves(people), PDF=str(path))
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
        numbers = {name: value for name, value in results.items() if isinstance(value, (int, float))}
        outcomes.append((tables, text.stdout, numbers, log))
    (first, text, numbers, log), (second, *rest) = outcomes
    for name in SINKS:
        pd.testing.assert_frame_equal(first[name], second[name])
    assert rest == [text, numbers, log]
    assert "·" in text and first["CHANGES"]["kennzeichen"].tolist() == ["geheim"]


def test_inside_the_office_the_exact_numbers_are_shown():
    tables, _, _ = compare(**one_moves(2), MODE="internal")
    assert tables["CHANGES"]["einwohner"].tolist() == [2]
    assert tables["STREETS"]["einwohner"].tolist() == [2]
    values = tables["VALUES_COMPARED"].set_index("gebiet_neu")
    assert values["wert_nachher"].to_dict() == pytest.approx({"1": 98.0, "2": 52.0})


def test_fractions_of_inhabitants_are_not_cut_off():
    kinds = {**ADDRESS_KINDS, "einwohner": Kind.REAL}
    rows = [
        {"strasse": "Ring", "hausnummer": str(n), "einwohner": count} for n, count in ((1, 7.5), (3, 4.75), (2, 20))
    ]
    points = memory_layer("Point", rows, kinds, ["POINT(450 350)", "POINT(10 10)", "POINT(450 590)"])
    tables, _, _ = compare(points=points)
    assert tables["CROSSWALK"].query("adressen > 0")["einwohner"].tolist() == [20.0, 7.5, 4.75]
    assert tables["STREETS"]["einwohner"].tolist() == [7.5]


def test_the_page_shows_both_maps_and_all_areas(tmp_path):
    path = tmp_path / "neuer ordner" / "vergleich.pdf"
    _, results, _ = compare(
        PDF=str(path), TITLE="Baesweiler", OLD_TITLE="Vorschlag", NEW_TITLE="Nach den Gesprächen", AUTHOR="Stadt"
    )
    assert results["PDF"] == str(path)
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    for word in ("Baesweiler", "Vorschlag: 6 areas", "Nach den Gesprächen: 7 areas", "160 of 864", *NAMES, "Mitte"):
        assert word in text, word
    information = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages: +1\n", information), information
    assert "Stadt" in information and "842 x 595" in information


def test_slivers_of_redrawn_borders_are_no_change_but_a_house_on_one_is():
    shifted = [(c, n, QgsGeometry.fromWkt(w).buffer(0.0, 1).asWkt()) for c, n, w in proposal()]
    shifted[0] = ("01", NAMES[0], box(0, 300, 300.4, 600))
    shifted[1] = ("02", NAMES[1], box(300.4, 300, 600, 600))
    tables, results, log = compare(new=layer(shifted, "neu"))
    assert results["CHANGED_AREAS"] == 0 and tables["CHANGES"].empty
    assert "Slivers of 120 m²" in log
    places = ["POINT(300.2 450)", "POINT(10 450)", "POINT(450 450)"]
    house = memory_layer("Point", [{"einwohner": 9}] * 3, {"einwohner": Kind.INTEGER}, places)
    tables, results, log = compare(new=layer(shifted, "neu"), points=house)
    assert results["MOVED_ADDRESSES"] == 1 and len(tables["CHANGES"]) == 1
    assert "no fields" in log and tables["STREETS"].empty


def test_addresses_in_one_division_only_are_reported_and_in_the_crosswalk():
    fewer = revised()[:-1]
    tables, _, log = compare(new=layer(fewer, "neu"))
    report = tables["REPORT"]
    assert (report["art"] == "nur_bisher").sum() == len(report) == 40
    walk = tables["CROSSWALK"]
    assert walk[walk["gebiet_neu"].fillna("") == ""]["adressen"].sum() == 40
    assert "216 read" in log


def test_invalid_codeless_and_empty_areas_are_reported():
    rows = proposal()
    rows[0] = ("01", NAMES[0], "POLYGON((0 300,300 300,300 600,0 600,0 300,0 600,0 300))")
    rows += [(None, "x", box(0, 0, 1, 1)), ("99", "leer", "POLYGON EMPTY")]
    tables, _, log = compare(old=layer(rows, "alt"))
    assert sorted(tables["REPORT"]["art"]) == ["ohne_code", "ohne_flaeche", "ungueltig"]
    assert "8 read" in log


def test_overlapping_areas_are_warned_about_and_addresses_count_for_the_lower_code():
    rows = proposal()
    rows[1] = ("02", NAMES[1], box(200, 300, 600, 600))
    tables, _, log = compare(old=layer(rows, "alt"))
    assert "areas overlap, most of all 01 and 02" in log
    assert (tables["REPORT"]["art"] == "in_mehreren_gebieten").sum() == 12
    assert tables["CROSSWALK"]["adressen"].sum() == 216


def test_layers_of_another_reference_system_are_brought_together():
    import processing

    moved = processing.run(
        "native:reprojectlayer",
        {"INPUT": layer(revised(), "neu"), "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"},
    )["OUTPUT"]
    tables, results, _ = compare(new=moved)
    assert results["MOVED_ADDRESSES"] == 40
    assert results["CHANGES"].crs().authid() == "EPSG:25832"
    assert len(tables["AREAS_COMPARED"]) == 7


def test_one_of_several_levels_is_chosen():
    rows = [*proposal(), ("0", "Stadt", box(0, 0, 900, 600))]
    table = [{"gebiet": c, "gebiet_name": n, "ebene": "gemeinde" if c == "0" else "sozialraum"} for c, n, _ in rows]
    old = memory_layer("Polygon", table, AREA_KINDS, [wkt for *_, wkt in rows], name="gebiete")
    tables, _, log = compare(old=old, LEVEL="sozialraum")
    assert len(tables["AREAS_COMPARED"]) == 7 and "of another level" in log
    _, log, good = attempt("compareareas", {"OLD": old, "NEW": old, "ADDRESSES": addresses(), "CHANGES": "memory:"})
    assert not good and "several levels" in log


def far():
    return layer([("1", "fern", box(90000, 90000, 90100, 90100))], "fern")


@pytest.mark.parametrize(
    "parameters, word",
    [
        (lambda: {"NEW": far()}, "no ground in common"),
        (lambda: {"OLD": far(), "NEW": far()}, "No address lies"),
        (lambda: {"NEW": layer([], "leer")}, "holds no area"),
        (lambda: {"NEW_CODE_FIELD": "schluessel"}, "schluessel"),
        (lambda: {"LEVEL": "quartier"}, "Check the field"),
    ],
)
def test_bad_input_ends_with_a_sentence(parameters, word):
    base = {"OLD": layer(proposal(), "a"), "NEW": layer(revised(), "b"), "ADDRESSES": addresses(), "CHANGES": "memory:"}
    _, log, good = attempt("compareareas", {**base, **parameters()})
    assert not good and word in log, log
