"""Explanations and method sheets of the composite index, as a user runs it."""

import subprocess
import threading
import unicodedata

import numpy as np
import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.processing.indices._pages import write_pdf

KINDS = {
    "gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT, "a": Kind.REAL, "b": Kind.REAL, "ew": Kind.INTEGER,
    "stichtag": Kind.DATE,
}  # fmt: skip


def layer(count: int = 30, **more):
    random = np.random.default_rng(2)
    rows = [
        {
            "gebiet": f"{n:04}", "gebiet_name": f"Größe {n}", "a": round(random.gamma(3, 4), 1),
            "b": round(random.normal(2000, 200), 0), "ew": 100 + 50 * n, "stichtag": "2024-12-31", **more,
        }
        for n in range(count)
    ]  # fmt: skip
    return memory_layer("NoGeometry", rows, {**KINDS, **{name: Kind.TEXT for name in more}})


def compute(source, **parameters):
    return {
        "INPUT": source, "FIELDS": ["a", "b"], "POLARITIES": "+;-", "OUTPUT": "TEMPORARY_OUTPUT", **parameters,
    }  # fmt: skip


def test_explanations_beside_the_index():
    results, log = run(
        "compositeindex",
        compute(layer(), EXPLAIN="TEMPORARY_OUTPUT", POPULATION_FIELD="ew", MIN_POPULATION=200),
    )
    index, found = table_of(results["OUTPUT"]), table_of(results["EXPLAIN"])
    assert found["gebiet"].tolist() == index["gebiet"].tolist()
    assert found["klasse"].tolist() == index["klasse"].tolist()
    assert found["erklaerung"].isna().tolist() == index["index"].isna().tolist()
    assert "Größe 7 is class" in found.loc[7, "erklaerung"]
    assert "Balance of areas to explain: 30 read" in log
    # what it says about one value, tried by running the algorithm again
    row = int(np.flatnonzero(found["guenstiger_a_hinweis"] == "possible")[0])
    changed = layer()
    changed.startEditing()
    feature = list(changed.getFeatures())[row]
    changed.changeAttributeValue(feature.id(), changed.fields().indexOf("a"), found.loc[row, "guenstiger_a"])
    changed.commitChanges()
    again, _ = run("compositeindex", compute(changed, POPULATION_FIELD="ew", MIN_POPULATION=200))
    assert table_of(again["OUTPUT"]).loc[row, "klasse"] == found.loc[row, "guenstiger_klasse"]


def test_only_the_areas_asked_for():
    results, log = run("compositeindex", compute(layer(), EXPLAIN="TEMPORARY_OUTPUT", EXPLAIN_AREAS="0003; 0012"))
    assert table_of(results["EXPLAIN"])["gebiet"].tolist() == ["0003", "0012"]
    assert "28  not asked for in EXPLAIN_AREAS" in log
    _, log, good = attempt("compositeindex", compute(layer(), EXPLAIN="TEMPORARY_OUTPUT", EXPLAIN_AREAS="77"))
    assert not good and "no area has the code “77”" in log and "Traceback" not in log


def test_internal_tables_stay_internal(tmp_path):
    page = tmp_path / "blatt.html"
    results, _ = run(
        "compositeindex",
        compute(layer(vermerk="intern"), EXPLAIN="TEMPORARY_OUTPUT", METHOD_HTML=str(page)),
    )
    assert set(table_of(results["EXPLAIN"])["vermerk"]) == {"intern – nicht weitergeben"}
    assert "intern – nicht weitergeben" in page.read_text(encoding="utf-8")


def test_method_sheets_as_page_and_pdf(tmp_path):
    page, document = tmp_path / "blatt.html", tmp_path / "blatt.pdf"
    results, _ = run("compositeindex", compute(layer(), METHOD_HTML=str(page), METHOD_PDF=str(document)))
    assert results["METHOD_HTML"] == str(page) and results["METHOD_PDF"] == str(document)
    assert "31.12.2024" in page.read_text(encoding="utf-8")
    text = pdf_text(document)
    for part in ("Method sheet: own recipe", "Größe 7", "0007", "standard deviation", "31.12.2024", "Class 1 is the"):
        assert part in text, part


def test_without_them_nothing_is_written():
    results, _ = run("compositeindex", compute(layer()))
    assert not {"EXPLAIN", "METHOD_HTML", "METHOD_PDF"} & set(results)


@pytest.mark.parametrize("name", ["METHOD_HTML", "METHOD_PDF"])
def test_a_file_that_cannot_be_written_ends_in_a_sentence(name, tmp_path):
    (tmp_path / "blatt").mkdir()
    _, log, good = attempt("compositeindex", compute(layer(), **{name: str(tmp_path / "blatt")}))
    assert not good
    assert "cannot be written" in log and "Traceback" not in log


def test_the_pdf_can_be_printed_on_a_worker_thread(tmp_path):
    path = tmp_path / "thread.pdf"
    worker = threading.Thread(target=write_pdf, args=(str(path), "<h1>Überschrift</h1><p>Text</p>", "Titel"))
    worker.start()
    worker.join()
    assert "Überschrift" in pdf_text(path)


@pytest.mark.parametrize(("count", "warning"), [(1, "Only one area has an index"), (12, "Only 12 areas have an index")])
def test_few_areas(count, warning):
    _, log = run("compositeindex", compute(layer(count), EXPLAIN="TEMPORARY_OUTPUT"))
    assert warning in log


def pdf_text(path) -> str:
    found = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFKC", found.stdout.decode())
