"""Robustness as a user runs it."""

import numpy as np
import pytest
from qgis.core import QgsWkbTypes
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from algorithms import algorithm, attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

KINDS = {
    "gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "a": Kind.REAL, "b": Kind.REAL, "c": Kind.REAL,
    "ew": Kind.INTEGER, "z": Kind.INTEGER, "n": Kind.INTEGER,
}  # fmt: skip


def layer(count: int = 30, **more):
    random = np.random.default_rng(2)
    rows = []
    for number in range(count):
        base = int(random.integers(50, 900))
        cases = int(random.binomial(base, random.uniform(0.05, 0.3)))
        rows.append(
            {
                "gebiet": f"{number:04}",
                "gebiet_name": f"Größe {number}",
                "a": 100 * cases / base,
                "z": cases,
                "n": base,
                "b": float(random.normal(2000, 200)),
                "c": float(random.gamma(2, 3)),
                "ew": 100 + 50 * number,
                **more,
            }  # fmt: skip
        )
    squares = [f"Polygon(({x} 0, {x + 1} 0, {x + 1} 1, {x} 1, {x} 0))" for x in range(count)]
    return memory_layer("Polygon", rows, {**KINDS, **{name: Kind.TEXT for name in more}}, squares)


def settings(**parameters):
    return {
        "INPUT": layer(), "FIELDS": ["a", "b", "c"], "POLARITIES": "+;-;+", "CLASSES": "4", "VARIANTS": 200,
        "OUTPUT": "TEMPORARY_OUTPUT", **parameters,
    }  # fmt: skip


def test_beside_the_index_of_the_same_parameters(tmp_path):
    paths = {"SVG": str(tmp_path / "robust.svg"), "HTML": str(tmp_path / "robust.html")}
    counts = {"NUMERATORS": "z;-;-", "DENOMINATORS": "n;-;-"}
    limits = {"POPULATION_FIELD": "ew", "MIN_POPULATION": 200, "TRY_POPULATIONS": "0;500"}
    results, log = run("robustness", settings(**paths, **counts, **limits))
    table = table_of(results["OUTPUT"])
    index, _ = run(
        "compositeindex",
        {name: value for name, value in settings(**limits).items() if name not in ("VARIANTS", "TRY_POPULATIONS")},
    )
    assert table["klasse"].tolist() == table_of(index["OUTPUT"])["klasse"].tolist()
    assert table["rang"].tolist() == table_of(index["OUTPUT"])["rang"].tolist()
    assert results["OUTPUT"].wkbType() == QgsWkbTypes.Type.Polygon
    assert results["COMPUTED"] == 200 and results["INCLUDED"] == 28
    assert results["STABLE"] == (table["anteil_gleich"].astype(float) >= 95).sum()
    assert "class flips in " in log and " variants" in log
    assert "Balance of areas in the robustness run: 30 read" in log
    assert "Größe 5: class" in (tmp_path / "robust.html").read_text(encoding="utf-8")
    assert drawn(paths["SVG"])


def drawn(path: str) -> bool:
    """Tell whether Qt's own reader draws something of the picture, as a layout would."""
    renderer = QSvgRenderer(path)
    assert renderer.isValid()
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return len({image.pixel(x, y) for x in range(0, 400, 3) for y in range(0, 400, 3)}) > 4


def test_everything_off_is_the_index_itself():
    off = {
        name: False
        for name in ("TRY_TRANSFORMS", "TRY_DDOF", "TRY_LEAVE_OUT", "TRY_WEIGHTS", "TRY_SHRINKAGE", "TRY_CHANCE")
    }
    results, _ = run("robustness", settings(**off))
    assert results["COMPUTED"] == 1 and results["STABLE"] == 30
    assert set(table_of(results["OUTPUT"])["wechsel"]) == {0}


def test_internal_tables_stay_internal(tmp_path):
    results, _ = run(
        "robustness",
        settings(INPUT=layer(vermerk="intern"), SVG=str(tmp_path / "a.svg"), HTML=str(tmp_path / "a.html")),
    )
    assert set(table_of(results["OUTPUT"])["vermerk"]) == {"intern – nicht weitergeben"}
    for name in ("a.svg", "a.html"):
        assert "intern – nicht weitergeben" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"NUMERATORS": "z", "DENOMINATORS": "n"}, "NUMERATORS has 1 entries"),
        ({"NUMERATORS": "z;-;-"}, "DENOMINATORS has 0 entries"),
        ({"NUMERATORS": "z;-;-", "DENOMINATORS": "ew;-;-"}, "numerator / denominator is"),
        ({"TRY_POPULATIONS": "viele"}, "no list of whole numbers"),
        ({"FIELDS": ["gebiet_name"], "POLARITIES": ""}, "holds no number"),
        ({"SVG": "/nirgends/a.svg"}, "a.svg"),
    ],
)
def test_faulty_input_ends_in_a_sentence(parameters, sentence):
    _, log, good = attempt("robustness", settings(**parameters))
    assert not good
    assert sentence in log
    assert "Traceback" not in log


def test_every_parameter_of_the_index_but_the_larger_areas_is_there():
    kept = {name: algorithm(name) for name in ("compositeindex", "robustness")}
    names = {name: {definition.name() for definition in found.parameterDefinitions()} for name, found in kept.items()}
    outputs = {"OUTPUT", "LARGER", "RECIPE", "EXPLAIN", "EXPLAIN_AREAS", "METHOD_HTML", "METHOD_PDF"}
    assert names["compositeindex"] - names["robustness"] == outputs - {"OUTPUT"} | {"LARGER_FIELD"}
