"""Hidden counts of six digits, sent through indicators, index, profiles, project and CSV, and looked for everywhere.

The threshold is half a million, so that what is hidden is unlike anything else: 348271 is found in any file, in every
way of writing it, packed or not.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hidden_numbers import Forbidden

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import COUNTS, Kind

ROOT = Path(__file__).resolve().parents[3]
THRESHOLD = 500_000
YEARS = range(2021, 2026)
COMMUNES, AREAS_EACH = ("05999001", "05999002"), 4
SHARES = ("AUSL", "LB", "ALO_SGB2", "ALO_SGB3", "E_u18", "E_65")
AGES = [f"E_{sex}_{age:02d}" for sex in "MW" for age in range(0, 86, 5)]
COUNT = "Z01"  # an indicator of our own: a number of people


def areas() -> list[dict]:
    rows = [{"gebiet": "05999", "gebiet_name": "Musterkreis", "ebene": "kreis", "uebergeordnet": None}]
    for commune in COMMUNES:
        rows.append({"gebiet": commune, "gebiet_name": f"Stadt {commune[-1]}", "ebene": "gemeinde"})
        rows[-1] |= {"uebergeordnet": "05999", "gemeinde": commune}
        for number in range(1, AREAS_EACH + 1):
            area = {"gebiet": f"{commune}{number:02d}", "gebiet_name": f"Raum {commune[-1]}{number}"}
            rows.append({**area, "ebene": "sozialraum", "uebergeordnet": commune, "gemeinde": commune})
    return rows


def square(row: dict) -> str:
    """A column for each commune, a cell for each Sozialraum."""
    code = row["gebiet"]
    west, east = (0, 2000) if len(code) == 5 else (1000 * (int(code[7]) - 1), 1000 * int(code[7]))
    south, north = (0, 1000 * AREAS_EACH) if len(code) < 10 else (1000 * (int(code[8:]) - 1), 1000 * int(code[8:]))
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def counts(seed: int = 7) -> list[dict]:
    """Six-digit counts, some of them below the threshold, of a country's size so that rates are no oddities."""
    random = np.random.default_rng(seed)
    rows = []
    for area in (row["gebiet"] for row in areas() if row["ebene"] == "sozialraum"):
        for year in YEARS:
            ages = {name: int(random.integers(600_000, 900_000)) for name in AGES}
            if random.random() < 0.3:
                ages[AGES[int(random.integers(len(AGES)))]] = int(random.integers(120_000, 480_000))
            people = sum(ages.values())
            few = {name: random.random() < 0.06 for name in SHARES}
            few["LB"] |= area.endswith("01")
            cases = {
                name: int(random.integers(120_000, 480_000) if few[name] else random.integers(600_000, 3_000_000))
                for name in SHARES
            }
            base = {"E": people, "E_15_u65": people // 2, "E_0_RAG": 4 * people // 5, "E_18_64": people // 2}
            for name, count in {**ages, **cases, **base}.items():
                rows.append({"gebiet": area, "merkmal": name, "stichtag": f"{year}-12-31", "wert": count})
                rows[-1] |= {"kennzeichen": "", "quelle": "Amt"}
    return rows


def catalogue(folder: Path) -> tuple[str, str]:
    """Write a catalogue with a count of people that profiles print; return it and the codes that are computed."""
    with (ROOT / "resources" / "indicators" / "catalogue.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    own = {**rows[0], "code": COUNT, "zaehler": "LB"}
    assert rows[0]["code"] == "B01"
    with (folder / "katalog.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerow({**own, "name": "Leistungsberechtigte"})
    ages = [row["code"] for row in rows if re.fullmatch(r"P[MW]\d\d", row["code"])]
    return str(folder / "katalog.csv"), ",".join(["B01", "B08", "B10", "M01", "A04", "A08", COUNT, *ages])


def chain(folder: Path, mode: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, str]:
    """Run everything into a folder; return the three tables and all logs."""
    store, logs = folder / "sozialraum.gpkg", []
    rows = areas()
    kinds = dict.fromkeys(("gebiet", "gebiet_name", "ebene", "uebergeordnet", "gemeinde"), Kind.TEXT)
    shapes = memory_layer("Polygon", rows, kinds, [square(row) for row in rows], name="gebiete")

    def step(algorithm: str, **parameters) -> dict:
        results, log = run(algorithm, parameters)
        logs.append(log)
        return results

    def stored(name: str) -> str:
        return f"{store}|layername={name}"

    def target(name: str) -> str:
        return f"ogr:dbname='{store}' table=\"{name}\""

    own, codes = catalogue(folder)
    table = memory_layer("NoGeometry", counts(), {field.name: field.kind for field in COUNTS}, name="zahlen")
    step(
        "computeindicators", COUNTS=[table], AREAS=shapes, CATALOGUE=own, INDICATORS=codes, MODE=mode,
        MIN_COUNT=THRESHOLD, MIN_BASE=THRESHOLD,
        OUTPUT=target("indikatoren"),
    )  # fmt: skip
    step(
        "pivotindicators", INPUT=stored("indikatoren"), LEVEL="sozialraum", CHANGE_YEARS=2, MODE=mode,
        OUTPUT=target("indikatortabelle"),
    )  # fmt: skip
    step(
        "statusdynamics", INPUT=stored("indikatortabelle"), STATUS_FIELDS=["M01", "A08"], DYNAMICS_FIELDS=["M01_d"],
        OUTPUT=target("index"),
    )  # fmt: skip
    step(
        "areaprofiles", AREAS=shapes, INDICATORS=stored("indikatoren"), INDEX=stored("index"), MODE=mode, TILES=COUNT,
        OUTPUT_FOLDER=str(folder / "profile"), CHART_FOLDER=str(folder / "diagramme"),
        OUTPUT_TABLE=target("profile") + " (geom)",
    )  # fmt: skip
    step(
        "overviewreport", AREAS=shapes, INDICATORS=stored("indikatoren"), INDEX=stored("index"), MODE=mode, TILES=COUNT,
        MAPS=f"{COUNT},M01,A08", PROFILES_FOLDER=str(folder / "profile"),
        OUTPUT=str(folder / "bericht" / "sozialbericht.pdf"),
    )  # fmt: skip
    step("buildproject", GEOPACKAGE=str(store), TITLE="Musterkreis", OUTPUT=str(folder / "sozialraum.qgz"))
    tables = [table_of(stored(name)) for name in ("indikatoren", "indikatortabelle", "index")]
    return (*tables, "\n".join(logs))


def export(folder: Path, name: str, *options: str) -> subprocess.CompletedProcess:
    """Run export_csv.py as scripts do."""
    command = [sys.executable, str(ROOT / "scripts" / "export_csv.py"), str(folder / "sozialraum.gpkg"), name]
    return subprocess.run(
        [*command, str(folder / f"{name}.csv"), *options], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def published(provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("veroeffentlichung")
    before = set(Path(tempfile.gettempdir()).glob("sozialraum_*"))
    result = chain(folder, "publication")
    for name in ("indikatoren", "indikatortabelle", "index"):
        done = export(folder, name)
        assert done.returncode == 0, done.stderr
    left = set(Path(tempfile.gettempdir()).glob("sozialraum_*")) - before
    return folder, result, left


@pytest.fixture(scope="module")
def internal(provider, tmp_path_factory):
    folder = tmp_path_factory.mktemp("buero")
    return folder, chain(folder, "internal")


@pytest.fixture(scope="module")
def forbidden(provider, published, internal) -> Forbidden:
    """All numbers of the internal tables that the published ones do not show."""
    secret: set[float] = set()
    shown: set[float] = set()
    for told, known in zip(published[1][:3], internal[1][:3]):
        shown |= numbers_of(told)
        secret |= numbers_of(known)
    table, hidden = internal[1][0], published[1][0]["wert"].isna().to_numpy()
    assert hidden.sum() > 100
    assert len({value for value in table.loc[hidden, "zaehler"].dropna() if 1e5 < value < THRESHOLD} - shown) > 20
    unlikely = {
        number for number in secret - shown
        if abs(number) >= 1e5 or (not float(number).is_integer() and abs(number) >= 0.01)
    }  # fmt: skip
    return Forbidden(unlikely, shown)


def numbers_of(table: pd.DataFrame) -> set[float]:
    cells = pd.to_numeric(table.drop(columns="gebiet").to_numpy().ravel().tolist(), errors="coerce")
    return set(cells[~np.isnan(cells)].tolist())


def test_no_hidden_number_is_in_any_file(published, forbidden):
    folder = published[0]
    kinds = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert {".gpkg", ".csv", ".pdf", ".svg", ".qgz"} <= kinds
    assert forbidden.in_folder(folder) == {}


def test_no_hidden_number_is_in_a_log(published, forbidden):
    assert forbidden.in_text(published[1][3]) == set()


def test_no_file_is_left_in_the_temporary_folder(published):
    assert published[2] == set()


def test_the_same_search_finds_them_in_the_internal_files(internal, forbidden):
    """Else the search would prove nothing."""
    folder = internal[0]
    found = forbidden.in_folder(folder)
    assert len(found["sozialraum.gpkg"]) > 100
    assert any(name.endswith(".pdf") for name in found)
    for name in ("indikatoren", "indikatortabelle", "index"):
        assert export(folder, name, "--internal").returncode == 0
    assert {"indikatoren_intern.csv", "indikatortabelle_intern.csv"} <= set(forbidden.in_folder(folder))


@pytest.mark.parametrize(
    "form", ["348271", "348.271", "348,271", "348 271", "348\u00a0271", "348\u202f271", "348271.0"]
)
def test_the_search_finds_a_planted_number_in_every_container(form, tmp_path):
    search = Forbidden([348271.0, 12.345678])
    for name in ("a.csv", "a.svg", "a.json"):
        (tmp_path / name).write_text(f'x;"{form}";y', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.qgz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.qgs", f"<label>{form}</label>")
    with closing(sqlite3.connect(tmp_path / "a.gpkg")) as connection, connection:
        connection.execute("CREATE TABLE t (whole REAL, share REAL)")
        connection.execute("INSERT INTO t VALUES (348271.0, 12.345678)")
    (tmp_path / f"raum_{form}.txt").write_text(json.dumps({"z": 12.345678}), encoding="utf-8")
    found = search.in_folder(tmp_path)
    assert set(found) == {path.name for path in tmp_path.iterdir()}
    assert found["a.gpkg"] == {348271.0, 12.345678}
    assert search.in_text("1348271 348272 3482.71 12.3999 0x348271f") == set()


def test_internal_profiles_say_so_on_every_page_and_in_their_names(internal):
    folder = internal[0] / "profile"
    files = list(folder.glob("*.pdf"))
    assert len(files) == len(COMMUNES) * AREAS_EACH + 1
    for path in files:
        assert path.stem.endswith("_intern")
        told = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
        pages = told.split("\f")[:-1]
        assert pages and all("intern – nicht weitergeben" in page for page in pages), path.name
        facts = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        assert "nicht weitergeben" in facts.split("Title:")[1].splitlines()[0]


def test_published_profiles_do_not(published):
    for path in (published[0] / "profile").glob("*.pdf"):
        told = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert "nicht weitergeben" not in told and "intern" not in path.name


def marked(table: pd.DataFrame, hidden: np.ndarray) -> pd.DataFrame:
    return table.assign(kennzeichen=table["kennzeichen"].mask(hidden, "nur_intern"))


@pytest.fixture(scope="module")
def marked_store(provider, published, internal, tmp_path_factory) -> Path:
    """A store whose table of indicators is for internal use and says in each row what publication would hide."""
    folder = tmp_path_factory.mktemp("vermerkt")
    shutil.copy(internal[0] / "sozialraum.gpkg", folder)
    hidden = published[1][0]["wert"].isna() & internal[1][0]["wert"].notna()
    with closing(sqlite3.connect(folder / "sozialraum.gpkg")) as connection, connection:
        for row in published[1][0][hidden].itertuples():
            connection.execute(
                "UPDATE indikatoren SET kennzeichen = 'nur_intern' WHERE gebiet = ? AND indikator = ? AND stichtag = ?",
                (row.gebiet, row.indikator, row.stichtag),
            )
    return folder


def test_an_internal_table_is_published_without_its_internal_rows(marked_store, forbidden, tmp_path):
    """Pivot, index, profiles and CSV default to publication, whatever the table before was for."""
    indicators = f"{marked_store}/sozialraum.gpkg|layername=indikatoren"
    wide, log = run("pivotindicators", {"INPUT": indicators, "CHANGE_YEARS": 2, "OUTPUT": str(tmp_path / "wide.gpkg")})
    rows = areas()
    kinds = dict.fromkeys(("gebiet", "gebiet_name", "ebene", "uebergeordnet", "gemeinde"), Kind.TEXT)
    shapes = memory_layer("Polygon", rows, kinds, [square(row) for row in rows], name="gebiete")
    parameters = {"AREAS": shapes, "INDICATORS": indicators, "OUTPUT_FOLDER": str(tmp_path / "profile")}
    parameters["LEVEL"] = "gemeinde"
    run("areaprofiles", {**parameters, "CHART_FOLDER": str(tmp_path / "diagramme")})
    done = export(marked_store, "indikatoren")
    assert done.returncode == 0, done.stderr
    shutil.copy(marked_store / "indikatoren.csv", tmp_path)
    assert forbidden.in_folder(tmp_path) == {}
    assert forbidden.in_text(log) == set()
    assert "vermerk" not in table_of(wide["OUTPUT"])


def test_what_comes_from_an_internal_table_for_internal_use_is_marked_and_stays_in(marked_store, tmp_path):
    indicators = f"{marked_store}/sozialraum.gpkg|layername=indikatoren"
    parameters = {"INPUT": indicators, "CHANGE_YEARS": 2, "MODE": "internal", "OUTPUT": str(tmp_path / "wide.gpkg")}
    wide, _ = run("pivotindicators", parameters)
    assert table_of(wide["OUTPUT"])["vermerk"].eq("intern – nicht weitergeben").all()
    parameters = {"INPUT": wide["OUTPUT"], "STATUS_FIELDS": ["M01", "A08"], "OUTPUT": str(tmp_path / "index.gpkg")}
    index, _ = run("statusdynamics", parameters)
    assert table_of(index["OUTPUT"])["vermerk"].eq("intern – nicht weitergeben").all()
    rows = areas()
    kinds = dict.fromkeys(("gebiet", "gebiet_name", "ebene", "uebergeordnet", "gemeinde"), Kind.TEXT)
    shapes = memory_layer("Polygon", rows, kinds, [square(row) for row in rows], name="gebiete")
    parameters = {"AREAS": shapes, "INDICATORS": indicators, "INDEX": index["OUTPUT"]}
    _, log, good = attempt("areaprofiles", {**parameters, "OUTPUT_FOLDER": str(tmp_path / "profile")})
    assert not good and "INDEX" in log and "internal use" in log
    assert not (tmp_path / "profile").exists()


def test_a_project_with_internal_layers_says_so(marked_store):
    results, log = run(
        "buildproject",
        {"GEOPACKAGE": f"{marked_store}/sozialraum.gpkg", "TITLE": "Probe", "OUTPUT": f"{marked_store}/p.qgz"},
    )
    assert "indikatoren" in log and "internal" in log
    with zipfile.ZipFile(results["OUTPUT"]) as archive:
        document = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))
    assert "Probe (intern – nicht weitergeben)" in document


@pytest.mark.parametrize("mode", ["publication", "internal"])
def test_no_hidden_number_is_in_a_web_page(published, internal, forbidden, tmp_path, mode):
    """Made of what was published, and of the internal table for internal use, where the search must find them."""
    folder = published[0] if mode == "publication" else internal[0]
    rows = areas()
    kinds = dict.fromkeys(("gebiet", "gebiet_name", "ebene", "uebergeordnet", "gemeinde"), Kind.TEXT)
    shapes = memory_layer("Polygon", rows, kinds, [square(row) for row in rows], name="gebiete")
    store = f"{folder}/sozialraum.gpkg|layername="
    parameters = {"AREAS": shapes, "INDICATORS": f"{store}indikatoren", "INDEX": f"{store}index", "MODE": mode}
    parameters |= {"TILES": COUNT, "LEVEL": "sozialraum,gemeinde,kreis", "OUTPUT_FOLDER": str(tmp_path)}
    _, log = run("profilepages", parameters)
    assert len(list(tmp_path.glob("*.html"))) == len(COMMUNES) * (AREAS_EACH + 1) + 1 + 1
    found = forbidden.in_folder(tmp_path)
    assert bool(found) == (mode == "internal")
    assert forbidden.in_text(log) == set()


def test_an_internal_table_becomes_web_pages_without_its_internal_rows(marked_store, forbidden, tmp_path):
    rows = areas()
    kinds = dict.fromkeys(("gebiet", "gebiet_name", "ebene", "uebergeordnet", "gemeinde"), Kind.TEXT)
    shapes = memory_layer("Polygon", rows, kinds, [square(row) for row in rows], name="gebiete")
    indicators = f"{marked_store}/sozialraum.gpkg|layername=indikatoren"
    parameters = {"AREAS": shapes, "INDICATORS": indicators, "OUTPUT_FOLDER": str(tmp_path)}
    parameters["LEVEL"] = "sozialraum,gemeinde"
    _, log = run("profilepages", parameters)
    assert "nicht veröffentlicht" in "".join(path.read_text("utf-8") for path in tmp_path.glob("*.html"))
    assert forbidden.in_folder(tmp_path) == {}
    assert forbidden.in_text(log) == set()


def test_the_overview_report_says_so_too(published, internal):
    report = internal[0] / "bericht" / "sozialbericht_intern.pdf"
    told = subprocess.run(["pdftotext", "-layout", str(report), "-"], capture_output=True, text=True, check=True).stdout
    assert all("intern – nicht weitergeben" in page for page in told.split("\f")[:-1])
    report = published[0] / "bericht" / "sozialbericht.pdf"
    told = subprocess.run(["pdftotext", "-layout", str(report), "-"], capture_output=True, text=True, check=True).stdout
    assert "nicht weitergeben" not in told and "Die Gebiete im Überblick" in told
