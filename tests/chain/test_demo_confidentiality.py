"""Nothing that the demo publishes holds a value that its indicators hide, and what must not leave lies apart.

Truth is what the offices sent, read and computed without the plugin. Numbers are short here (1, 2), so each is looked
for where it would stand; tests/processing/profiles/test_hidden_numbers.py looks for unlikely numbers everywhere.
"""

from __future__ import annotations

import html
import re
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from chain.conftest import ROOT
from chain.offices import ByHand, office_counts
from chain.outcome import query

HIDDEN = ("geheim", "geheim_sekundaer", "nenner_zu_klein")
BESIDE = {"nenner", "fid"}  # a count with a row of its own
SMALL = 3
INTERNAL_NOTE = "nicht weitergeben"


@pytest.fixture(scope="module")
def by_hand(demo) -> ByHand:
    counts = office_counts(demo.folder / "musterkreis" / "aemter_neu")
    return ByHand(counts, demo.table("gebiete"), ROOT / "resources" / "indicators" / "catalogue.csv")


@pytest.fixture(scope="module")
def indicators(demo) -> pd.DataFrame:
    return demo.table("indikatoren")


@pytest.fixture(scope="module")
def hidden(indicators, by_hand) -> pd.DataFrame:
    """The rows whose value the office knows and the published table does not show."""
    rows = by_hand.table(indicators)
    rows = rows[rows["kennzeichen"].isin(HIDDEN) & (rows["true_wert"].notna() | rows["true_zaehler"].notna())]
    assert len(rows) > 500 and rows["true_zaehler"].isin(range(1, SMALL)).sum() > 100
    return rows


@pytest.fixture(scope="module")
def pages(demo) -> dict[str, dict]:
    rows = demo.table("profile").astype(object).where(lambda table: table.notna(), None).to_dict("records")
    return {row["gebiet"]: row for row in rows}


def published(demo) -> list[Path]:
    """The files of the output folder that are neither the sample's inputs nor internal nor a log."""
    apart = {"musterkreis", "intern", "protokoll"}
    files = [path for path in demo.folder.rglob("*") if path.is_file()]
    return [path for path in files if path.relative_to(demo.folder).parts[0] not in apart and path.name[0] != "."]


def numbers_in(row: dict) -> set[str]:
    """The columns of a row that hold a number, as one or as text; codes, words and dates hold none."""
    words = {"gebiet", "gebiet_name", "indikator", "indikator_name", "masseinheit", "polaritaet", "quelle", "stichtag"}
    return {
        name for name, cell in row.items()
        if name not in words | BESIDE | {"ebene", "stichtag_nenner", "kennzeichen", "gebietsstand", "geglaettet_in"}
        and re.fullmatch(r"[−+-]?\d[\d.,]*\s*%?", str(cell).strip())
    }  # fmt: skip


def test_no_table_of_the_store_has_a_number_in_a_hidden_row(demo):
    checked = 0
    for name in demo.tables:
        for row in query(demo.store, f'SELECT * FROM "{name}"'):
            if row.get("kennzeichen") in HIDDEN:
                checked += 1
                assert not numbers_in(row), f"{name} {row['gebiet']} {row.get('indikator')}"
    assert checked > 500


def test_no_csv_has_a_number_in_a_hidden_row(demo):
    rows = demo.csv("indikatoren").to_dict("records")
    hidden = [row for row in rows if row["kennzeichen"] in HIDDEN]
    assert len(hidden) > 500
    for row in hidden:
        assert not numbers_in(row), f"{row['gebiet']} {row['indikator']} {row['stichtag']}"


def test_a_count_that_is_hidden_in_one_row_is_shown_in_no_other(indicators, hidden, by_hand):
    """The same numerator serves several indicators, and is the denominator of others."""
    formula = {code: (row["zaehler"], row["nenner"]) for code, row in by_hand.catalogue.items()}
    lost = hidden[hidden["zaehler"].isna() & hidden["true_zaehler"].between(1, SMALL - 1)]
    secret = {(row.gebiet, formula[row.indikator][0], row.stichtag) for row in lost.itertuples()}
    assert len(secret) > 100
    for row in indicators.itertuples():
        above, below = formula[row.indikator]
        if pd.notna(row.zaehler):
            assert (row.gebiet, above, row.stichtag) not in secret, f"{row.gebiet} {row.indikator} {row.stichtag}"
        if pd.notna(row.nenner):
            assert (row.gebiet, below, row.stichtag_nenner) not in secret, f"{row.gebiet} {row.indikator}"


def test_a_rate_is_shown_only_with_its_numerator(indicators):
    rate = indicators["nenner"].notna()
    assert indicators.loc[rate & indicators["wert"].notna(), "zaehler"].notna().all()


def test_the_areas_do_not_tell_inhabitants_that_are_hidden(demo, indicators):
    people = indicators[(indicators["indikator"] == "B01") & indicators["kennzeichen"].isin(HIDDEN)]
    for name in ("gebiete", "sozialraeume", "quartiere"):
        table = demo.table(name)
        told = table[table["gebiet"].isin(people["gebiet"]) & table["einwohner"].notna()]
        assert told.empty, name
        assert not table["einwohner"].between(1, SMALL - 1).any(), name


def test_the_wide_table_and_the_index_are_empty_where_a_value_is_hidden(demo, hidden):
    wide, index = (demo.table(name).set_index("gebiet") for name in ("indikatortabelle", "index"))
    newest = hidden[hidden["ebene"] == "sozialraum"]
    days = demo.table("indikatoren").dropna(subset=["wert"]).groupby(["ebene", "indikator"])["stichtag"].max()
    newest = newest[newest["stichtag"] == newest["indikator"].map(days["sozialraum"])]
    assert not newest.empty
    for row in newest.itertuples():
        assert pd.isna(wide.at[row.gebiet, row.indikator]), f"{row.gebiet} {row.indikator}"
        assert pd.isna(wide.at[row.gebiet, f"{row.indikator}_d"]), f"{row.gebiet} {row.indikator}_d"
        if f"z_{row.indikator}" in index:
            assert index.loc[row.gebiet].drop(["gebiet_name", "ausgeschlossen"], errors="ignore").isna().all()
    for name, table in (("indikatortabelle", wide), ("index", index)):
        shown = demo.csv(name).set_index("gebiet")
        empty = table.select_dtypes("number").isna()
        assert (shown[empty.columns].eq("") == empty).all(axis=None), name


def test_ranks_are_those_of_the_shown_values_only(demo, pages, indicators):
    level = indicators[indicators["ebene"] == "sozialraum"]
    newest = level[level["stichtag"] == level["indikator"].map(level.groupby("indikator")["stichtag"].max())]
    checked = 0
    for code, row in pages.items():
        for tile in range(1, 9):
            rank = re.search(r"(\d+) von (\d+)", row[f"kachel{tile}_rang"] or "")
            values = newest[newest["indikator_name"] == row[f"kachel{tile}_name"]].set_index("gebiet")["wert"]
            if pd.isna(values.get(code)):
                assert rank is None, f"{code} {row[f'kachel{tile}_name']}"
                continue
            assert rank, f"{code} {row[f'kachel{tile}_name']}"
            assert int(rank.group(1)) == 1 + (values > values[code]).sum()
            assert int(rank.group(2)) == values.notna().sum()
            checked += 1
    assert checked > 10


def test_a_hidden_age_group_has_a_mark_instead_of_a_bar(demo, pages, indicators):
    ages = indicators[indicators["indikator"].str.fullmatch(r"P[MW]\d\d") & (indicators["ebene"] == "sozialraum")]
    ages = ages[ages["stichtag"] == ages["stichtag"].max()]
    drawn = 0
    for code in pages:
        path = demo.folder / "diagramme" / f"{code}_pyramide.svg"
        rows = ages[ages["gebiet"] == code]
        if not path.exists():
            continue
        svg = path.read_text("utf-8")
        assert svg.count('class="man"') + svg.count('class="woman"') == rows["wert"].notna().sum(), code
        assert svg.count(">·</text>") == rows["wert"].isna().sum(), code
        drawn += 1
    assert drawn


def test_the_time_series_breaks_where_a_value_is_hidden(pages, indicators):
    checked = 0
    for code, row in pages.items():
        if not row["zeitreihe_bild"]:
            continue
        name = row["zeitreihe_titel"].removesuffix(" im Zeitverlauf")
        values = indicators[(indicators["gebiet"] == code) & (indicators["indikator_name"] == name)]
        flags = dict(zip(values["stichtag"].str[:4], values["kennzeichen"]))
        for year, text in zip(row["zeitreihe_kopf"].split("\n"), row["zeitreihe_zeile1"].split("\n")):
            assert (text == "·") == (flags[year] in HIDDEN), f"{code} {year}"
            checked += 1
    assert checked


def test_no_hidden_number_stands_in_the_line_of_its_indicator(demo, indicators):
    """In the text of a PDF the line that names the indicator starts with the area's own value."""
    checked = 0
    for code, rows in hidden_of_social_areas(indicators).groupby("gebiet"):
        (path,) = (demo.folder / "profile").glob(f"{code}_*.pdf")
        lines = text_of(path).splitlines()
        for row in rows.itertuples():
            # two columns of the table may share a line of text, so each is read from its name on
            tails = [line.split(row.indikator_name, 1)[1] for line in lines if row.indikator_name in line]
            for tail in tails:
                value = re.match(r"(?:, \S+)?\s+(\S+)", tail)
                if value and not re.search(r"[A-Za-zÄÖÜ]", value.group(1)):
                    assert value.group(1) == "·", f"{code} {row.indikator_name}: {tail}"
                    checked += 1
    assert checked


def test_no_hidden_number_stands_in_the_row_of_its_indicator_on_a_page(demo, indicators):
    checked = 0
    for code, rows in hidden_of_social_areas(indicators).groupby("gebiet"):
        (path,) = (demo.folder / "seiten").glob(f"{code}_*.html")
        text = path.read_text("utf-8")
        for name in rows["indikator_name"]:
            start = rf'<tr><th scope="row">{re.escape(html.escape(name))}(?:, [^<]*)?</th><td[^>]*>'
            for cell in re.findall(start + "(.*?)</td>", text):
                assert re.sub("<[^>]*>", "", cell) == "·nicht veröffentlicht", f"{code} {name}: {cell}"
                checked += 1
    assert checked


def hidden_of_social_areas(indicators) -> pd.DataFrame:
    """The hidden rows of the newest Stichtag; by the offices, too, who do not tell the truth."""
    level = indicators[indicators["ebene"] == "sozialraum"]
    newest = level[level["stichtag"] == level["indikator"].map(level.groupby("indikator")["stichtag"].max())]
    return newest[newest["kennzeichen"].isin(HIDDEN)]


def test_no_pdf_is_called_internal(demo):
    for path in (demo.folder / "profile").glob("*.pdf"):
        assert INTERNAL_NOTE not in text_of(path) and "_intern" not in path.name


def test_what_must_not_leave_lies_in_the_folder_intern(demo):
    assert INTERNAL_NOTE in (demo.folder / "intern" / "LIESMICH.txt").read_text("utf-8")
    people = {"adressen_einwohner": "adresse_id", "bloecke_einwohner": "block"}
    assert {
        row["table_name"] for row in query(demo.folder / "intern" / "intern.gpkg", "SELECT * FROM gpkg_contents")
    } == set(people)
    for name in demo.tables:
        columns = set(demo.table(name).columns)
        assert not {"merkmal", "vermerk"} & columns or demo.table(name)["vermerk"].isna().all(), name
        assert "einwohner" not in columns or not columns & {"adresse_id", "hausnummer", "block"}, name
    for path in demo.folder.glob("*.csv"):
        assert not {"merkmal", "vermerk"} & set(demo.csv(path.stem)), path.name


def test_the_project_leads_to_nothing_internal(demo):
    with zipfile.ZipFile(demo.folder / "sozialraum.qgz") as archive:
        document = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))
    assert "intern.gpkg" not in document and INTERNAL_NOTE not in document and "merkmale" not in document


def test_nothing_else_is_published(demo):
    kinds = {".gpkg", ".qgz", ".csv", ".pdf", ".svg", ".html"}
    assert {path.suffix for path in published(demo)} == kinds
    assert [path.name for path in published(demo) if path.suffix == ".gpkg"] == ["sozialraum.gpkg"]


def text_of(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return unicodedata.normalize("NFKC", done.stdout)
