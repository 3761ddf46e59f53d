"""Typology as a user runs it: planted types, gaps with reasons, weak data with warnings."""

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsWkbTypes

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

FIELDS = ["A08", "B08", "W02"]
KINDS = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, **dict.fromkeys(FIELDS, Kind.REAL), "ew": Kind.INTEGER}
CENTRES = np.array([[25.0, 22.0, 5.0], [5.0, 20.0, 80.0], [9.0, 10.0, 10.0]])


def town(per_type=10):
    random = np.random.default_rng(1)
    rows = []
    for number in range(3 * per_type):
        values = CENTRES[number % 3] + random.normal(0, 1, 3)
        rows.append(
            {"gebiet": f"{number:03d}", "gebiet_name": f"Viertel {number}", "ew": 1000, **dict(zip(FIELDS, values))}
        )
    return rows


def compute(rows=None, geometry="NoGeometry", wkts=None, **parameters):
    layer = memory_layer(geometry, town() if rows is None else rows, KINDS, wkts)
    given = {"INPUT": layer, "FIELDS": FIELDS, "OUTPUT": "TEMPORARY_OUTPUT", "TYPE_TABLE": "TEMPORARY_OUTPUT"}
    return {**given, **parameters}


@pytest.mark.parametrize("method", ["kmeans", "ward"])
def test_planted_types_are_found_named_and_ordered(method):
    results, log = run("typology", compute(METHOD=method, POPULATION_FIELD="ew", CHOICE_TABLE="TEMPORARY_OUTPUT"))
    areas, types = table_of(results["OUTPUT"]), table_of(results["TYPE_TABLE"])
    # of the three fields only A08 has a polarity (+): 25, then 9, then 5
    assert areas["typ"].tolist() == [1, 3, 2] * 10
    assert types["anzahl_gebiete"].tolist() == [10, 10, 10]
    assert types["einwohner"].tolist() == [10000] * 3
    assert types["mittel_A08"].tolist() == pytest.approx([25, 9, 5], abs=1)
    assert types["typ_name"][0] == "high SGB II receipt, many children"
    assert areas["typ_name"][0] == types["typ_name"][0]
    assert (areas["silhouette"] > 0.5).all() and (areas["abstand"] < 1).all()
    assert areas["zweitnaechster_typ"][0] in (2, 3) and (areas["zweitnaechster_typ"] != areas["typ"]).all()
    choice = table_of(results["CHOICE_TABLE"])
    assert choice.loc[choice["gewaehlt"].astype(bool), "typen"].tolist() == [3]
    assert "suggested by the silhouette: 3" in log
    assert "Balance of areas: 30 read" in log


def test_areas_that_take_no_part_stay_with_their_reason_and_geometry():
    rows = town()
    rows[0]["B08"] = None
    rows[1]["ew"] = 0
    rows[2]["gebiet"] = None
    squares = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 1, {x} 0))" for x in range(30)]
    results, log = run("typology", compute(rows, "Polygon", squares, TYPES=3, POPULATION_FIELD="ew"))
    areas = table_of(results["OUTPUT"])
    assert areas["ausgeschlossen"].tolist()[:3] == ["no value in B08", "fewer than 1 inhabitants", "no area code"]
    assert areas["typ"].isna().tolist() == [True] * 3 + [False] * 27
    assert results["OUTPUT"].wkbType() == QgsWkbTypes.Type.Polygon
    assert (results["INCLUDED"], results["EXCLUDED"], results["TYPE_COUNT"]) == (27, 3, 3)
    assert "no value in B08" in log


def test_the_order_of_rows_changes_nothing():
    rows = town()
    first = table_of(run("typology", compute(rows, TYPES=4))[0]["OUTPUT"]).set_index("gebiet")["typ"]
    again = table_of(run("typology", compute(rows[::-1], TYPES=4))[0]["OUTPUT"]).set_index("gebiet")["typ"]
    assert (again.loc[first.index] == first).all()


def test_few_areas_one_area_and_equal_areas_are_warned_of():
    rows = town(3)
    assert "Only 9 areas" in run("typology", compute(rows, TYPES=3))[1]
    results, log = run("typology", compute(rows[:1]))
    assert table_of(results["OUTPUT"])["typ"].tolist() == [1] and "all areas are of one type" in log
    equal = [{**row, **dict.fromkeys(FIELDS, 4.0)} for row in town()]
    results, log = run("typology", compute(equal, TYPES=3))
    assert set(table_of(results["OUTPUT"])["typ"]) == {1}
    assert "same in all areas" in log and "Only 1 different areas" in log


def test_an_extreme_area_is_named_and_alone():
    rows = town()
    rows[4]["A08"] = 5000.0
    results, log = run("typology", compute(rows, TYPES=3))
    assert "may become a type of its own" in log and "an exception rather than a type" in log


def test_fields_outside_the_catalogue_say_what_is_taken():
    _, log = run("typology", compute(FIELDS=["ew", "A08"], TYPES=2))
    assert "taken for “more burden” in the order of the types: ew" in log
    _, log = run("typology", compute(FIELDS=["ew", "A08"], POLARITIES="0;-", TYPES=2))
    assert "more burden" not in log


def test_hidden_marks_are_no_values(tmp_path):
    table = pd.DataFrame(town()).astype({"A08": object})
    table.loc[3, "A08"] = "·"
    path = tmp_path / "t.csv"
    table.to_csv(path, index=False)
    results, log = run("typology", compute() | {"INPUT": str(path), "TYPES": 3})
    assert table_of(results["OUTPUT"])["ausgeschlossen"][3] == "no value in A08"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"rows": []}, "no rows"),
        ({"POLARITIES": "+;-"}, "2 signs for 3 indicators"),
        ({"POLARITIES": "+;-;x"}, "neither + nor - nor 0"),
        ({"MIN_TYPES": 6, "MAX_TYPES": 3}, "larger than MAX_TYPES"),
        ({"AREA_FIELD": "nix"}, "nix"),
        ({"rows": [{"gebiet": "1"}, {"gebiet": "2"}]}, "holds no number"),
    ],
)
def test_bad_input_ends_in_a_sentence(change, sentence):
    _, log, good = attempt("typology", compute(**change))
    assert not good and sentence in log
