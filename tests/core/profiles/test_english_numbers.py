"""Numbers and dates of English profiles are English, and the same as in German ones."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest
from english_numbers import german_numbers
from html_profiles import AREAS, AROUND, pages_in
from overview_data import composite_index, overview, status_index
from profile_data import indicator_row, indicators_frame

from sozialraum_plugin.core.numbers import ENGLISH, GERMAN
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.footer import Imprint
from sozialraum_plugin.core.profiles.html_pages import Link
from sozialraum_plugin.core.profiles.local import LocalTables
from sozialraum_plugin.core.profiles.model import Profile
from sozialraum_plugin.core.profiles.overview_flow import Grid, Words
from sozialraum_plugin.core.profiles.overview_report import overview_report
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.table import profile_table
from sozialraum_plugin.core.profiles.texts import Texts

INDEX = pd.DataFrame(
    [("0599900101", 3, "+/-", "3+/-", None, 0.875), ("0599900201", None, None, None, "zu wenige Einwohner", None)],
    columns=["gebiet", "status", "dynamik", "gesamt", "ausgeschlossen", "stabil"], dtype=object,
)  # fmt: skip
SURVEY = pd.DataFrame(
    [("0599900101", "Leben Sie gern hier?", answer, share, 1234) for answer, share in (("ja", 45.3), ("nein", 54.7))],
    columns=["gebiet", "frage", "antwort", "anteil", "n"], dtype=object,
)  # fmt: skip
DAYS = ("01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31")
NUMERIC = re.compile(r"kachel\d_(wert|gemeinde|kreis)|(haushalte|herkunft)_wert|zeitreihe_zeile\d|alle_(wert|gemeinde)")


def indicators() -> pd.DataFrame:
    """With intervals, marks, a change of boundaries, and numbers of people above a thousand and a million."""
    frame = indicators_frame(AREAS)
    frame["untergrenze"], frame["obergrenze"] = frame["wert"] * 0.9, frame["wert"] * 1.1
    frame["gebietsstand"] = frame["stichtag"].map(lambda day: "2022-01-01" if day > "2022" else "2015-01-01")
    for step, flag in ((7, "unsicher"), (11, "geschaetzt"), (13, "geheim")):
        frame.loc[frame.index % step == 0, "kennzeichen"] = flag
    money = {"masseinheit": "EUR", "indikator_name": "Steuern"}
    rows = [indicator_row(code, "Z1", "2025-12-31", 12345678.9, **money) for code in AREAS["gebiet"]]
    return pd.concat([frame, pd.DataFrame(rows, dtype=object)], ignore_index=True)


def profiles_in(language: str, frame: pd.DataFrame) -> list[Profile]:
    sizes = {code: 12_345_000.0 * number for number, code in enumerate(AREAS["gebiet"], start=1)}
    options = ProfileOptions(imprint=Imprint("Stadt Müsterhausen", "01.01.2026"))
    local = LocalTables(survey=SURVEY)
    return list(ProfileBuilder(AREAS, frame, INDEX, sizes, options, Texts(language), local).profiles())


def table_in(language: str, frame: pd.DataFrame) -> pd.DataFrame:
    return profile_table(profiles_in(language, frame), {}, {}, Texts(language))


def shown(html: str) -> str:
    """Return what a page shows and tells, blanks between its elements."""
    seamless = re.sub(r"(?s)<style>.*?</style>|</?span[^>]*>", "", html)
    return unescape(re.sub(r"<[^>]+>", " ", seamless))


def test_the_finder_finds_german_numbers_and_no_english_ones():
    german = "4.310 14,7 1.234.567,89 31.12.2025 12,5–13,9 +1,3 (22,8) 7 % 31.12."
    assert len(german_numbers(german)) == 10
    english = "4,310 14.7% 1,234,567.89 31 Dec 2025 2025-12-31 12.5–13.9 A1, 2 and 0.1.0 2016, 2017 12. B08 % 18, %"
    assert german_numbers(english) == []


@pytest.fixture(scope="module")
def english() -> list[Profile]:
    return profiles_in("en", indicators())


def test_no_text_of_the_table_has_a_german_number(english):
    table = profile_table(english, {}, {}, Texts("en"))
    texts = [str(text) for name in table for text in table[name] if not name.endswith(("_y", "_x"))]
    assert [text for text in texts if german_numbers(text)] == []
    assert any(re.search(r"\d,\d{3}", text) for text in texts) and any(re.search(r"\d\.\d", text) for text in texts)


def test_no_chart_has_a_german_number(english):
    labels = []
    for profile in english:
        for svg in Charts(Theme(), Texts("en")).of_profile(profile).values():
            labels += re.findall(r"<text[^>]*>(.*?)</text>", svg)
    assert [label for label in labels if german_numbers(label)] == []
    assert any(label.endswith("%") for label in labels)
    assert "boundaries as of 1 Jan 2022" in labels


def test_no_page_and_no_document_has_a_german_number(english):
    pages = pages_in("en")
    made = [pages.page(profile, AROUND, Link("a.html", "A"), Link("b.html", "B")) for profile in english]
    made += [pages.document(profile, AROUND) for profile in english]
    made.append(pages.index([("sozialraum", english)], Texts("en").phrase("footer_edition", edition="01.01.2026")))
    for html in made:
        assert german_numbers(shown(html)) == []
    assert "(1,234 answers)" in made[0] and "Boundaries as of 1 January 2026." in made[-1]


@pytest.mark.parametrize("index", [None, status_index(14), composite_index(14)])
def test_no_line_of_the_report_has_a_german_number(index):
    source = overview(14, index, "en", edition="01.01.2026")
    source.catalogue.clear()  # its cautions are German in any language, and said to be
    lines = []
    for item in overview_report(source).items:
        if isinstance(item.thing, Words):
            lines.append(" ".join(item.thing.lines))
        if isinstance(item.thing, Grid):
            lines += [" ".join(cell) for row in item.thing.rows for cell in row]
    ours = [line for line in lines if not line.startswith("weniger als")]
    assert [line for line in ours if german_numbers(line)] == []
    assert any("Boundaries as of 1 January 2026" in line for line in ours) and "Made on 1 February 2026" in ours


@pytest.mark.parametrize("frame", [indicators(), indicators_frame(AREAS)], ids=["marks", "plain"])
def test_both_languages_print_the_same_values(frame):
    german, english = (table_in(language, frame) for language in ("de", "en"))
    columns = [name for name in german.columns if NUMERIC.fullmatch(name)]
    compared = 0
    for name in columns:
        for one, other in zip(german[name].fillna(""), english[name].fillna("")):
            for left, right in zip(one.split("\n"), other.split("\n"), strict=True) if name else ():
                left, right = (text.rstrip("%*\u00a0").strip("()") for text in (left, right))
                if left[-1:].isdigit():
                    compared += 1
                    assert GERMAN.parsed(left) == ENGLISH.parsed(right), name
                elif "Mio." not in left:
                    assert left == right, name
    assert compared > 200


def test_a_number_too_wide_for_its_column_becomes_millions_in_either_language():
    found = {language: table_in(language, indicators())["alle_wert"][0].split("\n") for language in ("de", "en")}
    assert "12,3\u00a0Mio." in found["de"] and "12.3\u00a0m" in found["en"]


def test_several_dates_in_a_year_fit_their_column_and_keep_their_day():
    rows = [indicator_row("0599900101", "A08", f"2025-{day}", 10.0 + n) for n, day in enumerate(DAYS)]
    series = {language: profiles_in(language, pd.DataFrame(rows, dtype=object))[0].series for language in ("de", "en")}
    assert series["de"].labels[0] == "31.01.2025" and series["en"].labels[0] == "2025-01-31"
    assert all(len(label) == 10 for each in series.values() for label in each.labels)


def test_the_day_that_all_dates_share_is_named_once():
    subtitles = [profiles_in(language, indicators())[0].series.subtitle for language in ("de", "en")]
    assert subtitles == ["Angaben in %, jeweils 31.12.", "in %, each on 31 December"]


def test_counts_within_english_phrases_are_grouped_and_german_ones_are_not():
    assert Texts("en").phrase("rank", place=3, count=1200) == "Rank 3 of 1,200"
    assert Texts("de").phrase("rank", place=3, count=1200) == "Rang 3 von 1200"


@pytest.mark.parametrize(("count", "words"), [(1, "is 1 inhabitant "), (1001, "are 1,001 inhabitants ")])
def test_the_english_sentence_agrees_with_its_number(count, words):
    rows = [indicator_row("0599900101", "B01", "2025-12-31", count, masseinheit="Personen")]
    sentence = profiles_in("en", pd.DataFrame(rows, dtype=object))[0].sentences[0]
    assert f"there {words}(31 December 2025)." in sentence
