"""The composite index as a user runs it: from CSV files, with presets, weights as text, and faulty input."""

import gzip
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsWkbTypes

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

SQUARES = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 1, {x} 0))" for x in range(4)]
KINDS = {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "a": Kind.REAL, "b": Kind.REAL, "ew": Kind.INTEGER}
ROWS = [
    {"gebiet": "0101", "gebiet_name": "Altstadt", "a": 1.0, "b": 4.0, "ew": 900},
    {"gebiet": "0102", "gebiet_name": "Nord", "a": 2.0, "b": 0.0, "ew": 800},
    {"gebiet": "0103", "gebiet_name": "Süd", "a": 3.0, "b": 2.0, "ew": 700},
    {"gebiet": "0104", "gebiet_name": "Heim", "a": 80.0, "b": 2.0, "ew": 20},
]


def compute(**parameters):
    layer = memory_layer("Polygon", ROWS, KINDS, SQUARES)
    return {"INPUT": layer, "FIELDS": ["a", "b"], "OUTPUT": "TEMPORARY_OUTPUT", **parameters}


def test_index_rank_class_and_contributions():
    results, log = run(
        "compositeindex",
        compute(
            POLARITIES="+;-", WEIGHTS="2;0,5", TRANSFORM="none", AGGREGATION="sum", CLASSIFICATION="rank", CLASSES="4"
        ),
    )
    table = table_of(results["OUTPUT"])
    assert table["index"].tolist() == [0.0, 4.0, 5.0, 159.0]
    assert table["rang"].tolist() == [4, 3, 2, 1]
    assert table["klasse"].tolist() == [4, 3, 2, 1]
    assert table["beitrag_b"].tolist() == [-2.0, 0.0, -1.0, -1.0]
    assert table["gebiet"].tolist() == ["0101", "0102", "0103", "0104"]
    assert results["OUTPUT"].wkbType() == QgsWkbTypes.Type.Polygon
    assert "Balance of areas: 4 read" in log
    assert "Only 4 areas" in log


def test_small_areas_stay_in_the_table_with_the_reason():
    results, _ = run("compositeindex", compute(POPULATION_FIELD="ew", MIN_POPULATION=300))
    table = table_of(results["OUTPUT"])
    assert table.loc[3, "ausgeschlossen"] == "fewer than 300 inhabitants"
    assert pd.isna(table.loc[3, "index"])
    assert (results["INCLUDED"], results["EXCLUDED"]) == (3, 1)


def unpacked(packed: Path, folder: Path) -> str:
    """Return a gzipped CSV file as a plain one."""
    path = folder / packed.stem
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    return str(path)


def test_england_from_csv_with_a_preset(real_data, tmp_path):
    run(
        "compositeindex",
        {
            "INPUT": unpacked(real_data / "imd" / "imd2019_england_lsoa11.csv.gz", tmp_path),
            "AREA_FIELD": "lsoa11_code",
            "PRESET": "imd_england",
            "OUTPUT": str(tmp_path / "imd.gpkg"),
        },
    )
    table = table_of(tmp_path / "imd.gpkg").set_index("gebiet")
    published = pd.read_csv(real_data / "imd" / "imd2019_england_lsoa11.csv.gz").set_index("lsoa11_code")
    assert (table["klasse"] == published["IMD_decile"].loc[table.index]).all()


def test_the_same_without_the_preset(real_data, tmp_path):
    names = ["Income", "Employment", "Health", "Education", "Access", "Housing", "Crime", "Environment"]
    results, _ = run(
        "compositeindex",
        {
            "INPUT": unpacked(real_data / "imd" / "imd2019_wales_lsoa11.csv.gz", tmp_path),
            "AREA_FIELD": "lsoa11_code",
            "FIELDS": [f"{name}_rank" for name in names],
            "POLARITIES": "-",
            "WEIGHTS": "0.22,0.22,0.15,0.14,0.1,0.07,0.05,0.05",
            "TRANSFORM": "exponential",
            "CLASSIFICATION": "rank",
            "CLASSES": "10",
            "OUTPUT": "TEMPORARY_OUTPUT",
        },
    )
    table = table_of(results["OUTPUT"]).set_index("gebiet")
    published = pd.read_csv(real_data / "imd" / "imd2019_wales_lsoa11.csv.gz").set_index("lsoa11_code")
    assert np.abs(table["index"] - published["IMD_score"].loc[table.index]).max() < 1e-8


def test_parameters_win_over_the_preset():
    results, _ = run("compositeindex", compute(PRESET="rangsumme", CLASSES="2"))
    table = table_of(results["OUTPUT"])
    assert table["index"].tolist() == [5.0, 3.0, 5.5, 6.5]
    assert table["klasse"].tolist() == [2, 2, 1, 1]


def test_the_recipe_is_kept_and_can_be_used_again(tmp_path):
    path = tmp_path / "rezept.json"
    first, _ = run("compositeindex", compute(RECIPE=str(path)))
    assert json.loads(path.read_text(encoding="utf-8"))["fields"][0]["frozen"] == [21.5, pytest.approx(33.782392)]
    again, _ = run("compositeindex", {**compute(PRESET=str(path)), "FIELDS": []})
    assert table_of(first["OUTPUT"])["index"].tolist() == table_of(again["OUTPUT"])["index"].tolist()


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"POLARITIES": "+;-;+"}, "POLARITIES has 3 entries"),
        ({"POLARITIES": "auf;ab"}, "“auf” is not known"),
        ({"WEIGHTS": "viel;wenig"}, "no list of numbers"),
        ({"CLASSES": "fünf"}, "neither a number of classes"),
        ({"CLASSIFICATION": "fixed", "CLASSES": "4"}, "needs limits"),
        ({"PRESET": "gibtsnicht"}, "neither a preset"),
        ({"PRESET": "svi_2020", "FIELDS": []}, "The table lacks “EP_POV150”"),
        ({"FIELDS": []}, "No indicator is given"),
        ({"FIELDS": ["gebiet_name"]}, "holds no number"),
        ({"TRANSFORM": "log"}, "has no logarithm"),
        ({"AGGREGATION": "geometric"}, "0 or more"),
        ({"AGGREGATION": "pca", "WEIGHTS": "1;2"}, "finds its own weights"),
        ({"YEARS": "2019"}, "base year"),
    ],
)
def test_faulty_input_ends_in_a_sentence(parameters, sentence):
    _, log, good = attempt("compositeindex", compute(**parameters))
    assert not good
    assert sentence in log
    assert "Traceback" not in log
