"""The profile PDFs of the sample Kreis, as a reader sees and searches them."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from chain.conftest import ROOT
from chain.offices import ByHand, office_counts

HIDDEN_MARK, MISSING_MARK = "·", "–"
HIDDEN = ("geheim", "geheim_sekundaer", "nenner_zu_klein")
NUMBER = re.compile(r"−?\d+(?:\.\d{3})*(?:,\d+)?")
COLUMNS = {"wert": "gebiet", "gemeinde": "gemeinde", "kreis": "kreis"}


@pytest.fixture(scope="module")
def files(demo) -> dict[str, Path]:
    """The PDF of each Sozialraum by its code."""
    found = (demo.folder / "profile").glob("*.pdf")
    return {path.name.split("_")[0]: path for path in found if path.name != "profile_alle.pdf"}


@pytest.fixture(scope="module")
def texts(files) -> dict[str, str]:
    return {code: text_of(path) for code, path in files.items()}


@pytest.fixture(scope="module")
def pages(demo) -> dict[str, dict]:
    """The row of the table `profile` of each area: all that its layout may print."""
    rows = demo.table("profile").astype(object).where(lambda table: table.notna(), None).to_dict("records")
    return {row["gebiet"]: row for row in rows}


@pytest.fixture(scope="module")
def newest(demo) -> pd.DataFrame:
    """Each indicator of each area at the newest Stichtag of the Sozialräume."""
    table = demo.table("indikatoren")
    days = table[table["ebene"] == "sozialraum"].groupby("indikator")["stichtag"].max()
    return table[table["stichtag"] == table["indikator"].map(days)]


def text_of(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return unicodedata.normalize("NFKC", done.stdout)


def facts_of(path: Path) -> dict[str, str]:
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True, encoding="utf-8")
    return {key: value.strip() for key, _, value in (line.partition(":") for line in done.stdout.splitlines())}


def figures_of(row: dict) -> list[dict[str, str]]:
    """Return name and printed values of all tiles and table lines of a profile."""
    figures = []
    for tile in range(1, 9):
        if row[f"kachel{tile}_name"]:
            figures.append({part: row[f"kachel{tile}_{part}"] or "" for part in ("name", *COLUMNS)})
    parts = {part: (row[f"alle_{part}"] or "").split("\n") for part in ("name", *COLUMNS)}
    for at, value in enumerate(parts["wert"]):
        if value:
            figures.append({"name": whole_name(parts, at), **{part: parts[part][at] for part in COLUMNS}})
    return figures


def whole_name(parts: dict[str, list[str]], at: int) -> str:
    """Return a name without its unit; its lines may go on below."""
    lines = [parts["name"][at]]
    for name, value in zip(parts["name"][at + 1 :], parts["wert"][at + 1 :]):
        if value or not name:
            break
        lines.append(name)
    return " ".join(lines).rsplit(",\u00a0", 1)[0]


def means(printed: str, name: str) -> bool:
    """Tell whether a printed name, perhaps cut, is that of an indicator."""
    return printed == name or (printed.endswith("…") and name.startswith(printed[:-1].rstrip()))


def page_count(row: dict) -> int:
    """Return how many pages the sections of a profile need; without a chart there is no second one."""
    lists = [row[name] for name in ("alle_bild", "ort_bild") if row[name]]
    second = any(
        row[name] for name in ("pyramide_bild", "haushalte_bild", "herkunft_bild", "zeitreihe_bild", "feld_bild")
    )
    return 1 + second + sum(files.count("\n") + 1 for files in lists)


def test_one_pdf_for_each_sozialraum_and_one_for_all(demo, files, pages):
    areas = demo.table("sozialraeume")
    assert sorted(files) == sorted(areas["gebiet"]) == sorted(demo.table("profile")["gebiet"])
    counts = [int(facts_of(path)["Pages"]) for path in files.values()]
    assert counts == [page_count(pages[code]) for code in files] and max(counts) >= 4
    assert int(facts_of(demo.folder / "profile" / "profile_alle.pdf")["Pages"]) == sum(counts)
    for path in files.values():
        assert facts_of(path)["Page size"].endswith("(A4)"), path.name


def test_title_and_author_stand_in_each_pdf(demo, files):
    names = demo.table("sozialraeume").set_index("gebiet")["gebiet_name"]
    for code, path in files.items():
        facts = facts_of(path)
        assert names[code] in facts["Title"] and facts["Author"] == "Musterkreis", path.name
    assert facts_of(demo.folder / "profile" / "profile_alle.pdf")["Author"] == "Musterkreis"


def test_names_and_umlauts_can_be_searched(demo, texts):
    names = demo.table("sozialraeume").set_index("gebiet")["gebiet_name"]
    together = text_of(demo.folder / "profile" / "profile_alle.pdf")
    for code, text in texts.items():
        words = " ".join(text.split())
        assert names[code] in words and code in words, code
        assert "Einwohner (Hauptwohnsitz)" in words and "Ausländeranteil" in words and "Übergang Gymnasium" in words
        assert "\ufffd" not in text and "Ã" not in text and "\ufb01" not in text
        assert names[code] in " ".join(together.split())


def test_sources_and_stichtage_stand_in_the_footer(texts):
    for code, text in texts.items():
        words = " ".join(text.split())
        assert re.search(r"Einwohnermelderegister[^.]{0,40}31\.12\.2025", words), code
        assert "Statistik der Bundesagentur für Arbeit" in words and "Musterkreis" in words


def test_every_printed_figure_is_that_of_the_indicator_table(pages, newest):
    values = newest.set_index(["gebiet", "indikator_name"])
    names = newest["indikator_name"].unique()
    checked = 0
    for code, row in pages.items():
        places = {"gebiet": code, "gemeinde": row["gemeinde"], "kreis": row["gemeinde"][:5]}
        for figure in figures_of(row):
            (name,) = (name for name in names if means(figure["name"], name))
            for part, place in COLUMNS.items():
                value = values.loc[(places[place], name)]
                assert_printed(figure[part], value["wert"], value["kennzeichen"], f"{code} {name} {part}")
                checked += 1
    assert checked > 20 * len(pages)


def assert_printed(text: str, value: float, flag: str, where: str) -> None:
    if flag in HIDDEN:
        assert text == HIDDEN_MARK, where
    elif pd.isna(value):
        assert text == MISSING_MARK, where
    else:
        decimals = len(text.split(",")[1]) if "," in text else 0
        number = float(text.strip("()").replace(".", "").replace(",", ".").replace("−", "-"))
        assert abs(number - value) <= 0.5000001 * 10**-decimals, f"{where}: {text} for {value}"


def test_a_hidden_value_is_in_no_pdf_and_no_chart(demo, pages, texts, newest):
    counts = office_counts(demo.folder / "musterkreis" / "aemter_neu")
    by_hand = ByHand(counts, demo.table("gebiete"), ROOT / "resources" / "indicators" / "catalogue.csv")
    true = by_hand.table(newest[newest["kennzeichen"].isin(HIDDEN) & newest["gebiet"].isin(pages)])
    true = true[true["true_wert"].notna()]
    assert not true.empty
    for code, rows in true.groupby("gebiet"):
        allowed = {number for cell in pages[code].values() for number in NUMBER.findall(str(cell or ""))}
        printed = set(NUMBER.findall(texts[code]))
        for row in rows.to_dict("records"):
            secret = f"{row['true_wert']:.1f}".replace(".", ",")
            assert secret not in printed - allowed, f"{code} {row['indikator']}: {secret}"
            for chart in (demo.folder / "diagramme").glob(f"{code}_*.svg"):
                shown = re.findall(r">([^<]+)</text>", chart.read_text("utf-8"))
                drawn = {number for text in shown for number in NUMBER.findall(text)}
                assert secret not in drawn - allowed, f"{chart.name} {row['indikator']}: {secret}"


def test_the_mark_of_a_hidden_value_is_printed_in_its_place(pages, texts, newest):
    hidden = set(newest.loc[newest["kennzeichen"].isin(HIDDEN), "gebiet"]) & set(pages)
    assert hidden
    for code in hidden:
        marks = sum(text == HIDDEN_MARK for figure in figures_of(pages[code]) for text in figure.values())
        alone = re.findall(rf"(?<!\S){HIDDEN_MARK}(?!\S)", texts[code])
        assert len(alone) >= marks, code
        assert "Geheimhaltung" in texts[code], code
