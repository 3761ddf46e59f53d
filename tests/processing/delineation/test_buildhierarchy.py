"""All levels in one layer: parents, sums, the topmost area, and what does not fit."""

from __future__ import annotations

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

KINDS = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "ebene": Kind.TEXT, "einwohner": Kind.INTEGER}


def box(x1, y1, x2, y2):
    return f"POLYGON(({x1} {y1},{x2} {y1},{x2} {y2},{x1} {y2},{x1} {y1}))"


def layer(level, areas, name="", crs="EPSG:25832"):
    """A layer of one level; `areas` are (code, inhabitants, wkt)."""
    rows = [{"gebiet": code, "gebiet_name": f"Name {code}", "ebene": level, "einwohner": n} for code, n, _ in areas]
    return memory_layer("Polygon", rows, KINDS, [wkt for *_, wkt in areas], crs, name or level)


def quarters(last="POLYGON((300 0, 400 0, 400 100, 300 100, 300 0))"):
    places = [box(0, 0, 100, 100), box(100, 0, 200, 100), box(200, 0, 300, 100), last]
    return layer("quartier", [(f"0599900{1 + k // 2}{k:03d}", 100 + k, wkt) for k, wkt in enumerate(places)])


def social_areas():
    return layer("sozialraum", [("0599900101", None, box(0, 0, 200, 100)), ("0599900201", None, box(200, 0, 400, 100))])


def communes():
    return layer("gemeinde", [("05999001", None, box(0, 0, 200, 100)), ("05999002", None, box(200, 0, 400, 100))])


def hierarchy(layers, **parameters):
    results, log = run("buildhierarchy", {"LAYERS": layers, "OUTPUT": "TEMPORARY_OUTPUT", **parameters})
    return results, table_of(results["OUTPUT"]).set_index("gebiet"), log


def test_four_levels_are_nested_and_summed():
    results, table, log = hierarchy([communes(), quarters(), social_areas()], TOP_NAME="Musterkreis")
    assert results["AREAS"] == 9
    assert results["NOT_NESTED"] == 0
    assert table["ebene"].tolist() == ["quartier"] * 4 + ["sozialraum"] * 2 + ["gemeinde"] * 2 + ["kreis"]
    assert table["uebergeordnet"].tolist() == [
        "0599900101", "0599900101", "0599900201", "0599900201", "05999001", "05999002", "05999", "05999", None,
    ]  # fmt: skip
    assert table["einwohner"].tolist() == [100, 101, 102, 103, 201, 205, 201, 205, 406]
    assert table["gemeinde"].tolist() == ["05999001"] * 2 + ["05999002"] * 2 + ["05999001", "05999002"] * 2 + [None]
    assert table.at["05999", "gebiet_name"] == "Musterkreis"
    top = [feature.geometry() for feature in results["OUTPUT"].getFeatures()][-1]
    assert top.area() == pytest.approx(40_000)
    assert "8  in the hierarchy" in log


def test_an_area_across_a_border_is_reported():
    results, table, log = hierarchy([quarters(box(150, 0, 350, 100)), social_areas()], TOP_LEVEL="")
    assert results["NOT_NESTED"] == 1
    assert table.at["05999002003", "uebergeordnet"] == "0599900201"
    assert "75,0 %" in table.at["05999002003", "hinweis"]
    assert "05999002003: not nested: only 75,0 % of the area lie in 0599900201" in log


def test_an_area_outside_all_others_is_reported():
    results, table, _ = hierarchy([quarters(box(900, 0, 950, 100)), social_areas()], TOP_LEVEL="")
    assert results["NOT_NESTED"] == 1
    assert table.at["05999002003", "uebergeordnet"] is None
    assert table.at["0599900201", "einwohner"] == 102


def test_a_single_town_gets_its_commune_on_top():
    kinds = {**KINDS, "gemeinde": Kind.TEXT}
    rows = [{"gebiet": f"0731200000{k}", "ebene": "quartier", "einwohner": 9, "gemeinde": "07312000"} for k in (1, 2)]
    town = memory_layer("Polygon", rows, kinds, [box(0, 0, 1, 1), box(1, 0, 2, 1)])
    _, table, _ = hierarchy([town], TOP_LEVEL="gemeinde", TOP_NAME="Kaiserslautern")
    assert table.loc["07312000", ["gebiet_name", "ebene", "einwohner", "gemeinde"]].tolist() == [
        "Kaiserslautern", "gemeinde", 18, "07312000",
    ]  # fmt: skip


def test_a_level_that_is_already_there_is_not_made_again():
    district = layer("kreis", [("05999", 7, box(0, 0, 400, 100))])
    results, table, log = hierarchy([communes(), district])
    assert results["AREAS"] == 3
    assert table.at["05999", "einwohner"] == 7
    assert set(table["uebergeordnet"]) == {"05999", None}


def test_invalid_polygons_are_repaired_and_counted():
    loop = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0, 50 0, 0 0))"
    _, table, log = hierarchy([layer("quartier", [("1", 5, loop)]), communes()], TOP_LEVEL="")
    assert table.at["1", "uebergeordnet"] == "05999001"
    assert "1  in the hierarchy after their geometry was repaired" in log


@pytest.mark.parametrize(
    "layers, sentence",
    [
        (lambda: [], "LAYERS"),
        (lambda: [layer("quartier", [])], "hold no area"),
        (
            lambda: [communes(), layer("quartier", [("05999001", 1, box(0, 0, 9, 9))])],
            "occurs twice: “gemeinde”, row 1",
        ),
        (lambda: [communes(), layer("quartier", [("05999", 1, box(0, 0, 9, 9))])], "the topmost area"),
        (lambda: [layer("quartier", [(None, 1, box(0, 0, 9, 9))])], "“quartier”, row 1: field “gebiet” is empty"),
        (lambda: [layer(None, [("1", 1, box(0, 0, 9, 9))], "ohne")], "“ohne”, row 1: field “ebene” is empty"),
        (lambda: [layer("quartier", [("1", 1, "")])], "“1” has no polygon"),
        (lambda: [layer("quartier", [("1", 1, box(0, 0, 9, 9))])], "Set TOP_CODE"),
        (lambda: [memory_layer("Polygon", [], {"name": Kind.TEXT}, [])], "“gebiet” is missing"),
    ],
)
def test_bad_input_ends_in_a_sentence(layers, sentence):
    _, log, good = attempt("buildhierarchy", {"LAYERS": layers(), "OUTPUT": "TEMPORARY_OUTPUT"})
    assert not good
    assert sentence in log
