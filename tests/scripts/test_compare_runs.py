"""Two runs are compared by what is in their files, not by when these were written."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "compare_runs.py"
PROJECT = (
    '<qgis version="3" saveDateTime="{time}"><source>{folder}/a.gpkg</source>'
    '<individual-layer-settings><layer-setting id="{first}"/><layer-setting id="{second}"/></individual-layer-settings>'
    '\n<Option value="&lt;style {style}/&gt;"/>\n<title>{title}</title></qgis>'
)
IDS = ("B_11111111_2222_3333_4444_555555555555", "A_99999999_2222_3333_4444_555555555555")
ATTRIBUTES = ("a=&quot;1&quot; b=&quot;2&quot;", "b=&quot;2&quot; a=&quot;1&quot;")


def compare(*arguments: object) -> subprocess.CompletedProcess:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def write_run(folder: Path, number: int) -> Path:
    (folder / "protokoll").mkdir(parents=True)
    (folder / "protokoll" / f"{number}.log").write_text(f"run {number}", encoding="utf-8")
    (folder / "gebiete.csv").write_text("gebiet;einwohner\n01;10\n", encoding="utf-8")
    with closing(sqlite3.connect(folder / "a.gpkg")) as store, store:
        store.execute("CREATE TABLE gpkg_contents (table_name, data_type, srs_id, last_change)")
        store.execute("INSERT INTO gpkg_contents VALUES ('gebiete', 'features', 25832, ?)", (str(number),))
        store.execute("CREATE TABLE gebiete (fid INTEGER PRIMARY KEY, geom BLOB, einwohner INTEGER)")
        store.executemany("INSERT INTO gebiete (geom, einwohner) VALUES (?, ?)", [(b"\x01", 10), (b"\x02", 20)])
    write_project(folder, number, "Musterkreis")
    return folder


def write_project(folder: Path, number: int, title: str) -> None:
    """QGIS writes other times, ids, orders of attributes and of what it holds in hash tables."""
    first, second = (name.replace("2222", f"222{number}") for name in IDS[:: 1 - 2 * number])
    text = PROJECT.format(time=number, folder=folder, first=first, second=second, style=ATTRIBUTES[number], title=title)
    with zipfile.ZipFile(folder / "a.qgz", "w") as archive:
        archive.writestr("a.qgs", text)


@pytest.fixture
def runs(tmp_path) -> tuple[Path, Path]:
    return write_run(tmp_path / "eins", 0), write_run(tmp_path / "zwei", 1)


def test_two_equal_runs_are_equal(runs):
    done = compare(*runs)
    assert done.returncode == 0, done.stdout
    assert done.stdout == "3 files compared, 0 differences\n"


def test_a_changed_csv_is_named_with_its_line(runs):
    (runs[1] / "gebiete.csv").write_text("gebiet;einwohner\n01;11\n", encoding="utf-8")
    done = compare(*runs)
    assert done.returncode == 1
    assert "gebiete.csv: differs from line 2 on" in done.stdout


@pytest.mark.parametrize(
    "change, said",
    [
        (
            "UPDATE gebiete SET einwohner = 21 WHERE fid = 2",
            "table gebiete: 1 rows differ, the first: einwohner 20",
        ),
        ("UPDATE gebiete SET geom = x'03'", "table gebiete: 2 rows differ, the first: geom"),
        ("DELETE FROM gebiete WHERE fid = 2", "table gebiete: 1 rows differ, the first: missing in one"),
        ("ALTER TABLE gebiete ADD COLUMN name", "table gebiete: columns differ: ['name']"),
        ("UPDATE gpkg_contents SET srs_id = 25833", "table gebiete: kind or coordinate system differs"),
        ("DELETE FROM gpkg_contents", "table gebiete: only in"),
    ],
)
def test_a_changed_table_is_named(runs, change, said):
    with closing(sqlite3.connect(runs[1] / "a.gpkg")) as store, store:
        store.execute(change)
    done = compare(*runs)
    assert done.returncode == 1 and f"a.gpkg: {said}" in done.stdout, done.stdout


def test_a_changed_project_is_named(runs):
    write_project(runs[1], 1, "Anderer Kreis")
    done = compare(*runs)
    assert done.returncode == 1 and "a.qgz: 1 lines differ" in done.stdout and "Anderer Kreis" in done.stdout


def test_a_missing_file_is_named(runs):
    (runs[1] / "gebiete.csv").unlink()
    done = compare(*runs)
    assert done.returncode == 1 and f"gebiete.csv: only in {runs[0]}" in done.stdout


def test_pdfs_are_compared_by_their_text(runs):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing (apt-get install poppler-utils)")
    for folder, text in zip(runs, ("Musterkreis", "Anderer Kreis")):
        (folder / "a.pdf").write_bytes(pdf_of(text))
    done = compare(*runs)
    assert done.returncode == 1 and "a.pdf: text differs, first: 'Musterkreis' and 'Anderer Kreis'" in done.stdout


def pdf_of(text: str) -> bytes:
    """Return a page with one line."""
    content = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 {font}>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    ]
    body = "%PDF-1.4\n" + "".join(f"{number} 0 obj{one}endobj\n" for number, one in enumerate(objects, start=1))
    return (body + "trailer<</Root 1 0 R>>\n%%EOF").encode()


def test_help_and_a_missing_folder(tmp_path):
    assert "usage" in compare("--help").stdout
    done = compare(tmp_path, tmp_path / "fehlt")
    assert done.returncode == 2 and "is no folder" in done.stderr
