"""Whatever writes a file or a layer is known here, with how it passes the gate of core/publication.py.

A new place that writes turns this test red. Send its tables through `write_rows` or `write_csv`, or what it draws
through `hide`; then add it with the reason why nothing hidden can be in it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sozialraum_plugin

PACKAGE = Path(sozialraum_plugin.__file__).parent
SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
WRITING = re.compile(
    r"""\.addFeatures?\(\s*feature|dataProvider\(\)\.addFeatures\(|parameterAsSink\(|createVectorLayer\(
    |QgsVectorFileWriter|QgsVectorLayerExporter|\.to_(?:csv|excel|json|html|xml|parquet|pickle|sql|string)\(
    |write_text\(|write_bytes\(|open\([^()]*["'][wax][bt+]*["']|csv\.(?:writer|DictWriter)\(|json\.dump\(
    |\.writestr\(|exportTo\w+\(|QPdfWriter\(|project\.write\(|\.image\(\)\.save\(|\.save\(|CreateDataSource\(|CreateLayer\(""",
    re.VERBOSE,
)

# What refuses a table itself, before it writes: the test below reads that it does.
GATES = {
    "processing/tables.py": "refuse_leaks(",  # every layer and table of every algorithm
    "core/csv_export.py": "require_publishable(",  # every CSV
    "geo/spreadsheets.py": "require_publishable(",  # every XLSX
}
# What writes something else, and why no hidden value can be in it.
BEHIND = {
    "core/profiles/chart_files.py": "draws profiles, which ProfileBuilder makes of `hide`",
    "core/profiles/html_files.py": "pages of profiles, which ProfileBuilder makes of `hide`",
    "processing/profiles/_office_documents.py": "the same pages, for LibreOffice to read; they are gone afterwards",
    "layouts/map_pictures.py": "a picture in memory of shapes and names",
    "layouts/profile_project.py": "a layer in memory of the same texts, and areas without their inhabitants",
    "layouts/overview_layers.py": "a layer in memory of classes and running numbers, made behind `hide`",
    "processing/profiles/_overview_pdf.py": "the printed report with bookmarks, which ProfileBuilder makes of `hide`",
    "layouts/export.py": "prints a layout over such a layer",
    "processing/profiles/_profile_files.py": "the same layout, each area by itself, then all in one file",
    "layouts/printing/atlas_printer.py": "draws the same layout, whose layer holds what `hide` left",
    "core/profiles/pdf_files.py": "copies printed pages and says who made them",
    "layouts/pdf_archive.py": "lets Ghostscript copy printed pages; the profile of colours and its note are ours",
    "core/profiles/manifest.py": "names of files and fingerprints of what is printed in them",
    "layouts/comparison_layout.py": "a layer in memory of shapes and names; its table comes from hidden counts",
    "layouts/project.py": "a project holds no values; internal layers are named so (layouts/internal_layers.py)",
    "layouts/project_file.py": "takes names and paths out of a project that is written",
    "core/delineation/ba_files.py": "the files that the labour agency asks for: areas from 1,000 inhabitants on",
    "processing/indicators/_recipe_files.py": "how a table is read, without a value of it",
    "processing/indicators/datematrix.py": "for how many areas there are values, and none of them",
    "processing/indices/_pages.py": "method sheets and robustness pages of a table that is written too, with its mark",
    "core/indices/composite/recipe_file.py": "how an index is computed, without a value of it",
}


def writers() -> dict[str, list[str]]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        lines = [line.strip() for line in path.read_text("utf-8").splitlines() if WRITING.search(line)]
        lines = [line for line in lines if "index.addFeature" not in line]  # a spatial index in memory
        if lines:
            found[path.relative_to(PACKAGE).as_posix()] = lines
    return found


def test_every_place_that_writes_is_a_gate_or_behind_one():
    unknown = {path: lines for path, lines in writers().items() if path not in {**GATES, **BEHIND}}
    assert not unknown, "\n".join(f"{path}: {line}" for path, lines in unknown.items() for line in lines)


def test_every_place_named_here_still_writes():
    assert {*GATES} <= set(writers())
    gone = [path for path in BEHIND if (PACKAGE / path).exists() and path not in writers()]
    assert not gone


@pytest.mark.parametrize("path, call", GATES.items())
def test_a_gate_refuses_before_it_writes(path, call):
    text = (PACKAGE / path).read_text("utf-8")
    assert text.index(call, text.index("def write_")) < WRITING.search(text, text.index("def write_")).start()


def test_profiles_are_made_of_published_rows_only():
    """Observations, on which all of a profile rests, are made in one place, behind `hide`."""
    makers = [path for path in PACKAGE.rglob("*.py") if re.search(r"[^s]Observations\(\w", path.read_text("utf-8"))]
    assert [path.name for path in makers] == ["profiles.py"]
    text = makers[0].read_text("utf-8")
    assert text.index("hide(indicators)") < text.index("Observations(indicators")


def test_scripts_write_tables_through_the_gate_too():
    text = (SCRIPTS / "export_csv.py").read_text("utf-8")
    assert "write_csv(" in text and not WRITING.search(text)


@pytest.mark.parametrize(
    "line",
    [
        'with path.open("w", encoding="utf-8") as file:', "open(path, 'wb')", "sink.addFeature(feature)",
        "layer.dataProvider().addFeatures(features)", "table.to_csv(path)", "path.write_text(svg)",
        "algorithm.parameterAsSink(parameters, name, context)", "QgsVectorFileWriter.writeAsVectorFormatV3(",
        "exporter.exportToPdf(path, settings)", "picture.save(path)",
    ],
)  # fmt: skip
def test_the_search_knows_the_ways_to_write(line):
    assert WRITING.search(line)


@pytest.mark.parametrize("line", ["path.open(encoding='utf-8')", "index.insertFeature(f)", "source.getFeatures()"])
def test_the_search_leaves_reading_alone(line):
    assert not WRITING.search(line)
