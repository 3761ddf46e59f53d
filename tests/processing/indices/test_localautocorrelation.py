"""Neighbourhood clusters as a user runs them: gaps, hidden values, islands, rates, doubtful and faulty input."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsWkbTypes,
)

from algorithms import algorithm, attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

ESDA = json.loads((Path(__file__).parents[2] / "core" / "indices" / "esda_numbers.json").read_text(encoding="utf-8"))
KINDS = {
    "gebiet": Kind.TEXT,
    "gebiet_name": Kind.TEXT,
    "quote": Kind.REAL,
    "faelle": Kind.INTEGER,
    "einwohner": Kind.INTEGER,
}


def polygon(corners):
    return "Polygon((" + ",".join(f"{x} {y}" for x, y in [*corners, corners[0]]) + "))"


SHAKEN = [polygon(corners) for corners in ESDA["quarters"]]


def shaken(**changes):
    """The map of the esda numbers; `changes` map a row to what is different in it."""
    rows = [
        {"gebiet": f"{row:03d}", "gebiet_name": f"Quartier {row}", "quote": quote, "faelle": cases, "einwohner": people}
        for row, (quote, cases, people) in enumerate(zip(ESDA["values"], ESDA["numerator"], ESDA["denominator"]))
    ]
    for row, change in changes.items():
        rows[int(row.strip("r"))].update(change)
    return memory_layer("Polygon", rows, KINDS, SHAKEN)


def lattice(values, columns, crs="EPSG:25832", side=100.0, kind="Polygon"):
    rows, wkts = [], []
    for number, value in enumerate(values):
        x, y = (number % columns) * side, (number // columns) * side
        rows.append({"gebiet": f"{number:03d}", "quote": value})
        corner = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
        wkts.append(polygon(corner) if kind == "Polygon" else f"Point({x} {y})")
    return memory_layer(kind, rows, {"gebiet": Kind.TEXT, "quote": Kind.REAL}, wkts, crs)


def compute(layer, **parameters):
    return run("localautocorrelation", {"INPUT": layer, "FIELD": "quote", "OUTPUT": "TEMPORARY_OUTPUT", **parameters})


@pytest.mark.parametrize("kind", ["queen", "rook", "knearest", "distance"])
def test_the_numbers_are_esdas(kind):
    results, log = compute(shaken(), WEIGHTS=kind, K=4, DISTANCE=900)
    table, theirs = table_of(results["OUTPUT"]), ESDA["weights"][kind]
    assert results["MORAN_I"] == pytest.approx(theirs["r"]["moran"][0])
    assert results["GEARY_C"] == pytest.approx(theirs["r"]["geary"][0])
    assert results["GETIS_ORD_G"] == pytest.approx(theirs["g"])
    counts = [len(others) for others in theirs["neighbours"]]
    assert table["nachbarn"].tolist() == counts
    linked = np.array(counts) > 0
    assert table["i_lokal"][linked].tolist() == pytest.approx(np.array(theirs["r"]["local_moran"])[linked].tolist())
    assert "Neighbouring areas are alike" in log
    assert "Balance of areas: 56 read" in log


def test_significance_and_cluster_follow_the_corrected_p():
    results, log = compute(shaken(), PERMUTATIONS=9999)
    table = table_of(results["OUTPUT"])
    tested = table[table["p_wert"].notna()]
    assert tested["signifikant"].map(bool).tolist() == (tested["p_korrigiert"].astype(float) <= 0.05).tolist()
    assert ((tested["cluster"] == "ns") == ~tested["signifikant"].map(bool)).all()
    assert (tested["p_korrigiert"].astype(float) >= tested["p_wert"].astype(float) - 1e-12).all()
    assert results["SIGNIFICANT"] == int(tested["signifikant"].map(bool).sum()) > 0
    assert set(table["cluster"]) <= {"HH", "LL", "HL", "LH", "ns", "ausgeschlossen"}
    found = {kind: compute(shaken(), PERMUTATIONS=9999, **options)[0]["SIGNIFICANT"] for kind, options in (
        ("none", {"FDR": False}), ("bonferroni", {"BONFERRONI": True}))}  # fmt: skip
    assert found["bonferroni"] <= results["SIGNIFICANT"] <= found["none"]
    assert "Benjamini-Hochberg" in log


def test_an_island_is_named_and_not_tested():
    results, log = compute(shaken())
    island = table_of(results["OUTPUT"]).iloc[-1]
    assert island["cluster"] == "ausgeschlossen"
    assert island["ausgeschlossen"] == "no neighbour with a value"
    assert island[["i_lokal", "p_wert", "z_wert", "signifikant"]].isna().all()
    assert "1 areas have no neighbour with a value and are not tested: Quartier 55" in log
    assert results["EXCLUDED"] == 1


def test_missing_values_leave_as_if_the_area_were_not_there():
    gaps = {"r3": {"quote": None}, "r20": {"quote": float("nan")}}
    results, log = compute(shaken(**gaps), WEIGHTS="knearest", K=4)
    table = table_of(results["OUTPUT"])
    assert table["ausgeschlossen"][[3, 20]].tolist() == ["no value in quote"] * 2
    assert "2  left out: no value in quote" in log
    layer = shaken()
    layer.dataProvider().deleteFeatures([feature.id() for feature in layer.getFeatures() if feature["gebiet"] in
                                         ("003", "020")])  # fmt: skip
    without = table_of(compute(layer, WEIGHTS="knearest", K=4)[0]["OUTPUT"])
    kept = table.drop([3, 20]).reset_index(drop=True)
    pd.testing.assert_frame_equal(kept[["gebiet", "i_lokal", "z_wert"]], without[["gebiet", "i_lokal", "z_wert"]])


def test_an_area_whose_neighbours_have_no_value_becomes_an_island():
    results, _ = compute(lattice([1, 2, None, 3, None, None, 5, 6, 4], 3), WEIGHTS="rook")
    table = table_of(results["OUTPUT"])
    assert table["nachbarn"].tolist() == [2, 1, None, 2, None, None, 2, 2, 1]
    results, _ = compute(lattice([1, None, 3, None, 4, 5, 6, 7, 8], 3), WEIGHTS="rook")
    assert table_of(results["OUTPUT"])["ausgeschlossen"].tolist()[:4:3] == [
        "no neighbour with a value", "no value in quote",
    ]  # fmt: skip


def test_hidden_values_are_left_out_and_never_come_back():
    rows = [
        {"gebiet": f"{row}", "wert": None if row == 4 else float(row), "kennzeichen": "geheim" if row == 4 else ""}
        for row in range(25)
    ]
    kinds = {"gebiet": Kind.TEXT, "wert": Kind.REAL, "kennzeichen": Kind.TEXT}
    squares = [f.geometry().asWkt() for f in lattice(range(25), 5).getFeatures()]
    results, log = compute(memory_layer("Polygon", rows, kinds, squares), FIELD="wert")
    table = table_of(results["OUTPUT"])
    assert table.loc[4, "ausgeschlossen"] == "the value is hidden"
    assert table.loc[4, ["wert", "i_lokal", "nachbarn_mittel", "p_wert", "z_wert"]].isna().all()
    assert "vermerk" not in table
    rows[4]["wert"] = 2.0
    parameters = {"INPUT": memory_layer("Polygon", rows, kinds, squares), "FIELD": "wert", "OUTPUT": "TEMPORARY_OUTPUT"}
    _, log, good = attempt("localautocorrelation", parameters)
    assert not good
    assert "hidden rows" in log


def test_internal_values_mark_the_result():
    rows = [{"gebiet": f"{row}", "quote": float(row), "vermerk": "intern" if row == 3 else None} for row in range(9)]
    kinds = {"gebiet": Kind.TEXT, "quote": Kind.REAL, "vermerk": Kind.TEXT}
    squares = [f.geometry().asWkt() for f in lattice(range(9), 3).getFeatures()]
    results, _ = compute(memory_layer("Polygon", rows, kinds, squares))
    assert table_of(results["OUTPUT"])["vermerk"].str.contains("intern").all()


def test_rates_are_adjusted_as_esda_does():
    results, _ = compute(shaken(), FIELD=None, NUMERATOR="faelle", DENOMINATOR="einwohner")
    table = table_of(results["OUTPUT"])
    assert results["MORAN_I"] == pytest.approx(ESDA["weights"]["queen"]["r"]["moran_of_rates"])
    assert table["wert"].tolist() == pytest.approx(ESDA["rates"])
    assert table["rate"].tolist() == pytest.approx((np.array(ESDA["numerator"]) / ESDA["denominator"]).tolist())
    plain, _ = compute(shaken(), FIELD=None, NUMERATOR="faelle", DENOMINATOR="einwohner", ADJUST_RATES=False)
    assert table_of(plain["OUTPUT"])["wert"].tolist() == pytest.approx(table["rate"].tolist())


def test_rates_without_people_are_left_out_with_their_number():
    odd = {"r2": {"einwohner": 0}, "r9": {"faelle": -1}, "r7": {"faelle": 9000, "einwohner": 100}}
    results, log = compute(shaken(**odd), FIELD=None, NUMERATOR="faelle", DENOMINATOR="einwohner")
    table = table_of(results["OUTPUT"])
    assert table["ausgeschlossen"][[2, 9]].tolist() == ["0 in the denominator", "a negative count"]
    assert "1 areas have 0 in the denominator" in log
    assert "In 1 areas the numerator is larger" in log


def test_counts_below_the_threshold_make_the_result_internal():
    few = shaken(r4={"faelle": 2})
    marked, log = compute(few, FIELD=None, NUMERATOR="faelle", DENOMINATOR="einwohner")
    assert table_of(marked["OUTPUT"])["vermerk"].notna().all()
    assert "must not leave the office" in log


@pytest.mark.parametrize(
    ("values", "columns", "sentence"),
    [
        ([5.0] * 25, 5, "All 25 areas have the same value, 5,00"),
        ([7.0], 1, "Only 1 areas have a value"),
        ([1.0, 2.0, 3.0], 3, "Only 3 areas have a value"),
        (list(range(9)), 3, "Only 9 areas take part"),
        ([*range(24), 5000], 5, "1 areas have extreme values: 024"),
        ([*[0] * 20, 1, 2, 3, 4, 5], 5, "20 of 25 areas have the same value"),
        ([*[None] * 10, *range(15)], 5, "10 of 25 areas have no value"),
    ],
)
def test_doubts_are_told(values, columns, sentence):
    results, log = compute(lattice(values, columns))
    assert sentence in log
    assert len(table_of(results["OUTPUT"])) == len(values)


def test_what_cannot_be_computed_stays_empty():
    for values in ([5.0] * 25, [7.0], [0.1 + 0.2, 0.3] * 8):
        results, log = compute(lattice(values, 5))
        assert "stay empty" in log
        assert not {"MORAN_I", "P_VALUE", "GEARY_C"} & set(results)
        assert table_of(results["OUTPUT"])[["i_lokal", "p_wert", "z_wert"]].isna().all(axis=None)


def test_many_islands_and_no_neighbours_at_all():
    apart = memory_layer(
        "Polygon",
        [{"gebiet": f"{row}", "quote": float(row)} for row in range(12)],
        {"gebiet": Kind.TEXT, "quote": Kind.REAL},
        [polygon([(x, 0), (x + 5, 0), (x + 5, 5), (x, 5)]) for x in [0, 5, 10, 15, 20, *range(100, 800, 100)]],
    )
    results, log = compute(apart)
    assert "more than a tenth" in log
    assert results["EXCLUDED"] == 7
    results, log = compute(apart, WEIGHTS="distance", DISTANCE=1)
    assert "No area has a neighbour with a value" in log
    assert (table_of(results["OUTPUT"])["cluster"] == "ausgeschlossen").all()
    results, log = compute(apart, WEIGHTS="distance", DISTANCE=0)
    assert "Distance: 100,0 m, the smallest at which every area has a neighbour." in log
    assert results["EXCLUDED"] == 0


def test_too_few_permutations_for_the_correction_are_told():
    values = np.random.default_rng(1).normal(size=225)
    _, log = compute(lattice(values, 15), PERMUTATIONS=99)
    assert "unless at least 90 have it" in log
    _, log = compute(lattice(values, 15), BONFERRONI=True)
    assert "Use PERMUTATIONS = 8999." in log


def test_a_short_border_does_not_count_and_queens_meet_in_a_point():
    layer = lattice([1, 2, 3, 4, 5, 6, 7, 8, 9], 3)
    count = {kind: table_of(compute(layer, WEIGHTS=kind, **options)[0]["OUTPUT"])["nachbarn"][4] for kind, options in (
        ("queen", {}), ("rook", {"MIN_BORDER": 100}))}  # fmt: skip
    assert count == {"queen": 8, "rook": 4}
    results, log = compute(layer, WEIGHTS="rook", MIN_BORDER=100.5)
    assert (table_of(results["OUTPUT"])["nachbarn"] == 0).all()
    assert "12 pairs share a border shorter than 100,5 m" in log


def test_points_serve_for_distances_but_touch_nobody():
    points = lattice(range(25), 5, kind="Point")
    results, _ = compute(points, WEIGHTS="knearest", K=4)
    assert results["OUTPUT"].wkbType() == QgsWkbTypes.Type.Point
    assert (table_of(results["OUTPUT"])["nachbarn"] == 4).all()
    parameters = {"INPUT": points, "FIELD": "quote", "OUTPUT": "TEMPORARY_OUTPUT"}
    _, log, good = attempt("localautocorrelation", parameters)
    assert not good
    assert "needs polygons" in log


def test_degrees_are_measured_in_metres():
    layer = lattice(range(25), 5, crs="EPSG:4326", side=0.01)
    _, log = compute(layer, WEIGHTS="distance", DISTANCE=1200)
    assert "Neighbours: 2 to 4 per area" in log  # 1.1 km each way on the equator


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"FIELD": None}, "Nothing to analyse"),
        ({"FIELD": None, "NUMERATOR": "quote"}, "Nothing to analyse"),
        ({"NUMERATOR": "quote", "DENOMINATOR": "quote"}, "not both"),
        ({"FIELD": "gibtsnicht"}, "gibtsnicht"),
        ({"PERMUTATIONS": 5}, "PERMUTATIONS"),
    ],
)
def test_faulty_choices_are_refused_with_what_to_do(parameters, sentence):
    layer = lattice(range(25), 5)
    _, log, good = attempt(
        "localautocorrelation", {"INPUT": layer, "FIELD": "quote", "OUTPUT": "TEMPORARY_OUTPUT", **parameters}
    )
    assert not good
    assert sentence in log


def test_faulty_tables_are_refused_naming_the_area():
    squares = [f.geometry().asWkt() for f in lattice(range(4), 2).getFeatures()]
    rows = [{"gebiet": f"0{row}", "quote": text} for row, text in enumerate(["1,5", "2,5", "viel", "3"])]
    kinds = {"gebiet": Kind.TEXT, "quote": Kind.TEXT}
    parameters = {"FIELD": "quote", "OUTPUT": "TEMPORARY_OUTPUT"}
    _, log, good = attempt(
        "localautocorrelation", {"INPUT": memory_layer("Polygon", rows, kinds, squares), **parameters}
    )
    assert not good
    assert "Row 3 (area 02)" in log
    rows[2] = {"gebiet": "01", "quote": "4"}
    _, log, good = attempt(
        "localautocorrelation", {"INPUT": memory_layer("Polygon", rows, kinds, squares), **parameters}
    )
    assert not good
    assert "Area 01 stands in rows 2 and 3" in log


def test_cancelling_ends_the_run():
    class Impatient(QgsProcessingFeedback):
        def setProgress(self, value):  # noqa: N802 - QGIS's name
            self.cancel()

    feedback = Impatient(False)
    context = QgsProcessingContext()
    parameters = {"INPUT": shaken(), "FIELD": "quote", "OUTPUT": "TEMPORARY_OUTPUT"}
    _, good = algorithm("localautocorrelation").run(parameters, context, feedback)
    assert not good
    assert "Cancelled by the user" in feedback.textLog()


@pytest.mark.parametrize(("statistic", "high"), [("gi", "HH"), ("gistar", "HH"), ("geary", "HH")])
def test_other_statistics_find_the_hot_corner(statistic, high):
    values = np.random.default_rng(1).normal(10, 1, 100).reshape(10, 10)
    values[:4, :4] += 12
    results, _ = compute(lattice(values.ravel(), 10), STATISTIC=statistic, PERMUTATIONS=9999)
    table = table_of(results["OUTPUT"])
    assert table["cluster"][[0, 1, 10, 11, 12, 21, 22]].tolist() == [high] * 7
    assert (table["cluster"] != high)[50:].all()


def test_a_table_without_shapes_and_an_empty_layer():
    table = memory_layer("NoGeometry", [{"gebiet": "1", "quote": 1.0}], {"gebiet": Kind.TEXT, "quote": Kind.REAL})
    parameters = {"INPUT": table, "FIELD": "quote", "OUTPUT": "TEMPORARY_OUTPUT"}
    _, log, good = attempt("localautocorrelation", parameters)
    assert not good
    assert "has no shapes" in log
    for kind in ("queen", "rook", "knearest", "distance"):
        results, log = compute(lattice([], 5), WEIGHTS=kind)
        assert "Only 0 areas have a value" in log
        assert results["OUTPUT"].featureCount() == 0


def test_areas_without_or_with_broken_shapes():
    layer = lattice(range(25), 5)
    rows = [{"gebiet": f"{row}", "quote": float(row)} for row in range(27)]
    shapes = [f.geometry().asWkt() for f in layer.getFeatures()]
    bow_tie = "Polygon((500 0, 600 100, 600 0, 500 100, 500 0))"
    kinds = {"gebiet": Kind.TEXT, "quote": Kind.REAL}
    results, log = compute(memory_layer("Polygon", rows, kinds, [*shapes, "Polygon EMPTY", bow_tie]))
    table = table_of(results["OUTPUT"])
    assert table["ausgeschlossen"][25] == "no geometry"
    assert table["nachbarn"][26] > 0
    assert "1 geometries were invalid and were repaired" in log
    assert len(table) == 27


@pytest.mark.parametrize(("statistic", "name"), [("moran", "High among high (HH)"), ("gi", "Hot spot")])
def test_the_map_is_styled_when_qgis_loads_it(statistic, name):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    sink = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    sink.destinationName = "Cluster"
    parameters = {"INPUT": shaken(), "FIELD": "quote", "STATISTIC": statistic, "OUTPUT": sink}
    feedback = QgsProcessingFeedback(False)
    results, good = algorithm("localautocorrelation").run(parameters, context, feedback)
    assert good, feedback.textLog()
    layer = context.getMapLayer(results["OUTPUT"])
    context.layerToLoadOnCompletionDetails(results["OUTPUT"]).postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.renderer().classAttribute() == "cluster"
    assert any(category.label().startswith(name) for category in layer.renderer().categories())
