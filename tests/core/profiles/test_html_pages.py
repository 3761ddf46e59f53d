"""The accessible twin: what a screen reader finds on the page of an area, and that it is what the printed page says."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest
from html_profiles import AREAS, AROUND, EMPTY, LOCAL, LONG_NAME, pages_in, profiles_of
from page_structure import page_tree, problems_of
from profile_data import areas_frame, indicator_row, indicators_frame

from sozialraum_plugin.core.numbers import GERMAN
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.html_pages import Link, page_links, page_name, page_texts
from sozialraum_plugin.core.profiles.html_values import age_labels
from sozialraum_plugin.core.profiles.model import IndexField, Profile
from sozialraum_plugin.core.profiles.table import profile_table
from sozialraum_plugin.core.profiles.texts import Texts
from sozialraum_plugin.core.publication import INTERNAL, PUBLICATION

SAME_ON_PAPER = re.compile(
    r"kachel\d_(wert|name|gemeinde|kreis)|satz|klasse|fusszeile|untertitel|zeitreihe_zeile\d|(haushalte|herkunft)_wert"
)


def hidden_indicators() -> pd.DataFrame:
    frame = indicators_frame(AREAS)
    cells = (frame["gebiet"] == "0599900101") & frame["indikator"].isin(["A08", "PM80", "H02"])
    frame.loc[cells & (frame["stichtag"] == "2025-12-31"), ["wert", "kennzeichen"]] = [987.654, "geheim"]
    older = (frame["gebiet"] == "0599900102") & (frame["indikator"] == "M01") & (frame["stichtag"] == "2019-12-31")
    frame.loc[older, ["wert", "kennzeichen"]] = [987.654, "geheim"]
    return frame


def many_indicators(count: int) -> pd.DataFrame:
    rows = []
    for number in range(count):
        name = f"Anteil der Bedarfsgemeinschaften mit Kindern unter {number} Jahren an allen Haushalten"
        for area in AREAS["gebiet"]:
            for year in (2022, 2023, 2024, 2025):
                value = (number * 7 + int(area[-3:]) + year) % 90 + 0.5
                rows.append(indicator_row(area, f"X{number:03d}", f"{year}-12-31", value, indikator_name=name))
    return pd.DataFrame(rows, dtype=object)


@pytest.fixture(scope="module")
def hidden() -> dict[str, Profile]:
    return {profile.place.code: profile for profile in profiles_of(hidden_indicators())}


def table_named(html: str, part: str) -> list[list[str]]:
    """Return the cells of the table whose caption holds `part`, as they are read aloud."""
    root, _ = page_tree(html)
    captions = [table.all("caption")[0].text() for table in root.all("table")]
    best = part if part in captions else next(caption for caption in captions if part in caption)
    table = root.all("table")[captions.index(best)]
    return [[cell.text(spoken=True) for cell in row.all("th", "td")] for row in table.all("tr")]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("use", [PUBLICATION, INTERNAL])
@pytest.mark.parametrize("indicators", ["all", "hidden", "none", "3", "300", "no measure"])
def test_the_structure_has_no_fault(language, use, indicators):
    frame = {
        "all": lambda: indicators_frame(AREAS),
        "hidden": hidden_indicators,
        "none": lambda: EMPTY,
        "3": lambda: many_indicators(3),
        "300": lambda: many_indicators(300),
        "no measure": lambda: indicators_frame(AREAS)[lambda rows: rows["ebene"] == "sozialraum"],
    }[indicators]()
    profiles = profiles_of(frame, language=language, use=use)
    pages = pages_in(language, use=use)
    links = list(page_links(profiles, use).values())
    for number, profile in enumerate(profiles):
        before, after = (links[number - 1] if number else None), (links[2] if number == 1 else None)
        html = pages.page(profile if number else replace(profile, local=LOCAL), AROUND, before, after)
        assert problems_of(html) == []
        assert f'<html lang="{language}">' in html
    assert problems_of(pages.index([("sozialraum", profiles)])) == []


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (("<h2 id", "<h4 id"), "level left out"),
        ((' scope="row"', ""), "th without scope"),
        (('<html lang="de">', "<html>"), "no lang"),
        (('role="img"', ""), "svg neither"),
        ((' alt="Karte', ' title="Karte'), "without alt"),
        (('href="#kurz"', 'href="#weg"'), "no id weg"),
        (("</caption>", "</caption><caption></caption>"), "captions"),
        (("</style>", "p { background: url(http://x) }</style>"), "url(http://x)"),
        (("</body>", "<script>1</script></body>"), "<script>"),
        (('id="kennzahlen"', 'id="kurz"'), "id kurz twice"),
        (('href="#inhalt"', 'href="weg.html"'), "skip"),
        (("</section>", ""), "closes"),
    ],
)
def test_the_check_of_the_structure_finds_faults(hidden, fault, words):
    html = pages_in().page(hidden["0599900101"], AROUND)
    assert fault[0] in html
    assert any(words in problem for problem in problems_of(html.replace(*fault)))


def test_the_page_says_what_the_printed_page_says(hidden):
    """Every text of the table from which the layout prints is on the page, but for what only paper needs."""
    texts = Texts("de")
    for profile in hidden.values():
        drawn = set(Charts(Theme(), texts).of_profile(profile))
        row = profile_table([profile], {profile.place.code: drawn}, {}, texts).iloc[0].dropna()
        told = page_tree(pages_in().page(profile))[0].text()
        for column, text in row.items():
            wanted = re.fullmatch(
                r"(kachel\d_(wert|name|gemeinde|kreis)|satz|klasse|fusszeile|untertitel|zeitreihe_zeile\d)", column
            )
            for line in str(text).split("\n") if wanted else ():
                assert re.sub(r"[\s]+", " ", line).strip() in re.sub(r"\s+", " ", told), column


def test_every_value_of_the_table_is_the_profiles(hidden):
    profile = hidden["0599900102"]
    html = pages_in().page(profile, AROUND)
    series = table_named(html, profile.series.heading)
    assert [row[1] for row in series[1:]] == list(profile.series.lines[0].texts)
    assert [row[0] for row in series[1:]][0] == "31.12.2016"
    ages = table_named(html, "Altersaufbau")
    assert ages[1][0] == "85 und älter" and ages[-1][0] == "0 bis 4"
    assert [row[1] for row in ages[1:]] == [GERMAN.number(value, 1) for value in profile.pyramid.men][::-1]
    assert [row[4] for row in ages[1:]] == [GERMAN.number(value, 1) for value in profile.pyramid.commune_women][::-1]
    bars = table_named(html, "Haushalte")
    printed = [[bar.name, bar.text, bar.commune_text] for bar in profile.households.bars]
    assert bars[1:] == [[text.replace("\u00a0", " ") for text in row] for row in printed]


def test_every_indicator_is_on_the_page_however_many(hidden):
    (profile, *_) = profiles_of(many_indicators(300))
    told = page_tree(pages_in().page(profile))[0].text()
    assert sum(f"unter {number} Jahren" in told for number in range(300)) == 300


def test_the_courses_stand_in_a_table_with_their_stichtage(hidden):
    profile = hidden["0599900102"]
    rows = table_named(pages_in().page(profile), "Kennzahlen nach Stichtag")
    tiles = [tile for tile in profile.tiles if tile.course]
    assert [name.split(",")[0] for name in rows[0][1:]] == [tile.figure.name for tile in tiles]
    assert [row[0] for row in rows[1:]] == [f"31.12.{year}" for year in range(2016, 2026)]
    for column, tile in enumerate(tiles, start=1):
        assert rows[-1][column] == tile.figure.value
        assert len(tile.texts) == len(tile.dates) == len(tile.course)


def test_a_hidden_value_is_said_and_nowhere_told(hidden):
    html = pages_in().page(hidden["0599900101"], AROUND)
    assert not re.search(r"987[.,]?6", html)
    root, _ = page_tree(html)
    (tile,) = [each for each in root.all("li") if each.all("h3") and each.all("h3")[0].text() == "SGB II-Quote"]
    assert "nicht veröffentlicht" in tile.text(spoken=True) and "·" not in tile.text(spoken=True)
    assert "Rang" not in tile.text()
    ages = {row[0]: row[1:] for row in table_named(html, "Altersaufbau")}
    assert ages["80 bis 84"][0] == "nicht veröffentlicht"
    assert "· = aus Gründen der statistischen Geheimhaltung" in root.text()


def test_a_mark_that_only_the_courses_have_is_explained_too(hidden):
    profile = hidden["0599900102"]
    assert "· =" not in profile.footer
    assert "· = aus Gründen" in pages_in().page(profile)
    assert "· =" not in pages_in().page(hidden["0599900201"])


def test_unsafe_and_missing_values_are_read_in_words():
    rows = [
        indicator_row("0599900101", "A08", "2025-12-31", 12.3, kennzeichen="unsicher"),
        indicator_row("0599900102", "A08", "2025-12-31", 14.0),
        indicator_row("0599900102", "A04", "2025-12-31", 4.0),
    ]
    html = pages_in().page(profiles_of(pd.DataFrame(rows, dtype=object))[1])
    values = [each.text(spoken=True) for each in page_tree(html)[0].all("p") if each.has_class("value")]
    assert any(value.startswith("unsicher: (12,3)") for value in values)
    assert "kein Wert" in values
    assert "( ) = unsicherer Wert." in html and "– = kein Wert." in html


def test_charts_are_named_and_tell_where_their_numbers_are(hidden):
    root, _ = page_tree(pages_in().page(hidden["0599900102"], AROUND))
    named = [svg.text(spoken=True) for svg in root.all("svg") if svg.attributes.get("role") == "img"]
    assert any(text.startswith(f"Alterspyramide: {LONG_NAME}, 31.12.2025") for text in named)
    assert all("Tabelle" in text for text in named)
    assert any("Verlauf „Ausländeranteil“" in text and "am 31.12.2016" in text for text in named)


def test_the_text_of_the_map_names_neighbours_and_facilities(hidden):
    root, _ = page_tree(pages_in().page(replace(hidden["0599900101"], local=LOCAL), AROUND))
    (picture,) = root.all("img")
    assert picture.attributes["alt"] == (
        "Karte des Gebiets Mühlenviertel mit dem Nachbargebiet Am Hammer. "
        "Buchstaben zeigen die Einrichtungen, die in der Tabelle unter der Karte stehen."
    )
    assert picture.attributes["src"].startswith("data:image/png;base64,iVBO")
    assert "Kita Süd" in root.text()
    alone = page_tree(pages_in().page(hidden["0599900101"]))[0]
    assert not alone.all("img") and "Lage und Einrichtungen" not in alone.text()


def test_pages_lead_to_their_neighbours_in_order(hidden):
    html = pages_in().page(hidden["0599900101"], AROUND, Link("a.html", "Am Hammer"), Link("b.html", LONG_NAME))
    links = {a.text(): a.attributes["href"] for a in page_tree(html)[0].all("a")}
    assert links["Alle Gebiete"] == "index.html"
    assert links["Voriges Gebiet: Am Hammer"] == "a.html"
    assert links[f"Nächstes Gebiet: {LONG_NAME}"] == "b.html"


def test_the_index_is_sorted_by_name_and_words_the_classes():
    profiles = profiles_of(hidden_indicators())
    rows = table_named(pages_in().index([("sozialraum", profiles)]), "Sozialräume")
    assert [row[0] for row in rows[1:]] == ["Am Hammer", "Mühlenviertel", LONG_NAME]
    assert rows[1] == ["Am Hammer", "0599900201", "2.100", "Ohne Indexklasse (weniger als 3.000 Einwohner)"]
    assert rows[2][2:] == ["4.310", "Status niedrig · Dynamik stabil"]
    assert rows[3][3] == "kein Wert"
    assert "Geheimhaltung" not in pages_in().index([("sozialraum", profiles)])


def test_umlauts_are_sorted_as_in_a_german_directory():
    names = ("Zoo", "Öde", "Ost", "Ähre", "Am Tor", "Über", "Ufer", "am Bach")
    rows = [(f"{n}", name, "sozialraum", None, None, 10) for n, name in enumerate(names)]
    areas = areas_frame(rows)
    found = [each.place.name for each in profiles_of(EMPTY, None, areas)]
    assert found == ["Ähre", "am Bach", "Am Tor", "Öde", "Ost", "Über", "Ufer", "Zoo"]


def test_hidden_inhabitants_are_hidden_in_the_index_too():
    frame = indicators_frame(AREAS)
    cells = (frame["gebiet"] == "0599900201") & (frame["indikator"] == "B01")
    frame.loc[cells, "kennzeichen"] = "geheim"
    html = pages_in().index([("sozialraum", profiles_of(frame))])
    assert table_named(html, "Sozialräume")[1][2] == "nicht veröffentlicht"
    assert "2.100" not in html and "· = aus Gründen" in html


def test_areas_of_one_name_are_told_apart():
    areas = AREAS.assign(gebiet_name=AREAS["gebiet_name"].replace({"Am Hammer": "Mühlenviertel"}))
    links = page_links(profiles_of(EMPTY, None, areas), PUBLICATION)
    assert sorted(link.name for link in links.values())[:2] == [
        "Mühlenviertel (0599900101)",
        "Mühlenviertel (0599900201)",
    ]
    assert len({link.href for link in links.values()}) == 3


def test_internal_pages_say_so_in_title_text_and_name():
    profile = profiles_of(indicators_frame(AREAS), use=INTERNAL)[0]
    html = pages_in(use=INTERNAL).page(profile)
    root, _ = page_tree(html)
    assert "(intern – nicht weitergeben)" in root.all("title")[0].text()
    assert root.all("main")[0].text().startswith("intern – nicht weitergeben")
    assert page_name(profile, INTERNAL) == "0599900201_am-hammer_intern.html"
    assert 'href="index_intern.html"' in html
    index = pages_in(use=INTERNAL).index([("sozialraum", [profile])])
    assert "intern – nicht weitergeben" in index and "am-hammer_intern.html" in index
    assert "intern" not in pages_in().page(replace(profile, confidentiality="")).replace("internal", "")


def test_foreign_signs_in_names_stay_text():
    name = '<script>alert(1)</script> & "Süd"'
    areas = AREAS.assign(gebiet_name=AREAS["gebiet_name"].replace({"Am Hammer": name}))
    frame = indicators_frame(AREAS)
    frame["indikator_name"] = frame["indikator_name"].replace({"Ausländeranteil": "<b onclick=x>A</b>{{ 7*7 }}"})
    profile = profiles_of(frame, areas=areas)[0]
    html = pages_in().page(profile, AROUND)
    assert problems_of(html) == []
    assert "<script" not in html and "<b on" not in html
    assert "{{ 7*7 }}" in page_tree(html)[0].text()
    assert len(page_name(profile, PUBLICATION)) < 120


def test_forty_digits_and_a_very_long_name_make_a_file_name():
    code, name = "1234567890" * 4, "Ein sehr langer Name " * 30
    areas = areas_frame([(code, name, "sozialraum", None, None, 1)])
    (profile,) = profiles_of(EMPTY, None, areas)
    assert len(page_name(profile, INTERNAL)) <= 40 + 1 + 80 + len("_intern.html")
    assert problems_of(pages_in().page(profile)) == []


@pytest.mark.parametrize(
    ("ages", "labels"),
    [((0, 3, 6, 85), ["0 bis 2", "3 bis 5", "6 bis 84", "85 und älter"]), ((0, 1, 2), ["0", "1", "2 und älter"])],
)
def test_age_groups_are_named_by_their_ends(ages, labels):
    assert age_labels(ages, page_texts("de")) == labels


def test_the_document_has_the_texts_and_tables_and_no_picture(hidden):
    profile = hidden["0599900101"]
    html = pages_in().document(replace(profile, local=LOCAL), AROUND)
    root, problems = page_tree(html)
    assert not problems and not root.all("svg", "img", "script", "nav")
    told = root.text()
    for sentence in profile.sentences:
        assert sentence.replace("\u00a0", " ") in told.replace("\u00a0", " ")
    assert "aria-hidden" not in html and "nicht veröffentlicht" not in told
    captions = [caption.text() for caption in root.all("caption")]
    assert len(captions) == len(set(captions)) >= 7
    assert "Kita Süd" in told and "· = aus Gründen" in told


def test_english_pages_have_no_german_words_of_ours(hidden):
    profile = profiles_of(indicators_frame(AREAS), language="en")[0]
    html = pages_in("en").page(profile, AROUND, Link("a.html", "A"), Link("b.html", "B"))
    told = page_tree(html)[0].text(spoken=True)
    german = ("Gemeinde", "Gebiet", "Rang", "Wert", "Einwohner ", "Quellen", "Tabelle", "Nachbar", "Männer", "Stichtag")
    names = " ".join(figure.name for theme in profile.themes for figure in (row.figure for row in theme.rows))
    assert [word for word in german if word in told and word not in names] == []
    assert "there are 2,100 inhabitants (31 December 2025)" in told


def test_both_languages_have_the_same_texts():
    german, english = (pages_in(language)._words._phrases for language in ("de", "en"))
    assert german.keys() == english.keys()
    for name in german:
        placeholders = [set(re.findall(r"\{\{ (\w+)", each[name])) for each in (german, english)]
        assert placeholders[0] == placeholders[1], name


def test_breaks_and_estimates_of_a_series_are_told_in_words(hidden):
    profile = hidden["0599900102"]
    line = replace(profile.series.lines[0], texts=("(8,8)*", "8,4*", *profile.series.lines[0].texts[2:]))
    lines = (line, *profile.series.lines[1:])
    series = replace(profile.series, breaks=((3, "Gebietsstand 2019"),), note="* = geschätzt.", lines=lines)
    html = pages_in().page(replace(profile, series=series))
    rows = table_named(html, series.heading)
    assert [row[0] for row in rows[1:]][2:5] == ["31.12.2018", "31.12.2019 – Gebietsstand 2019", "31.12.2020"]
    assert [row[1] for row in rows[1:3]] == ["unsicher: (8,8) geschätzt", "8,4 geschätzt"]
    assert "* = geschätzt." in page_tree(html)[0].text() and problems_of(html) == []


def test_intervals_stand_in_the_tables_where_there_are_some(hidden):
    profile = hidden["0599900102"]
    assert "95-%-Intervall" not in pages_in().page(profile)
    first, *others = profile.households.bars
    bars = replace(profile.households, bars=(replace(first, lower=30.0, upper=36.0, interval="30,0–36,0"), *others))
    row = profile.themes[0].rows[1]
    theme = replace(profile.themes[0], rows=(replace(row, lower=12.0, upper=17.0, interval="12,0–17,0"),))
    html = pages_in().page(replace(profile, households=bars, themes=(theme,)))
    assert table_named(html, "Haushalte")[0] == ["Indikator", "Wert", "95-%-Intervall", "Gemeinde"]
    assert table_named(html, "Haushalte")[1][2] == "30,0–36,0"
    assert table_named(html, f"{theme.name}, jeweils")[1][2] == "12,0–17,0"
    assert problems_of(html) == []


@pytest.mark.parametrize("dynamics", [("Dynamik positiv", "Dynamik stabil"), ()])
def test_the_place_in_the_index_is_a_table_that_marks_the_area(hidden, dynamics):
    counts = ((1, 2), (3, 4)) if dynamics else ((1,), (7,))
    field = IndexField(("Status hoch", "Status niedrig"), dynamics, counts, 2, (1, 0), "3+")
    html = pages_in().page(replace(hidden["0599900101"], index_field=field))
    rows = table_named(html, "je Klasse des Index")
    assert rows[2][:2] == ["Status niedrig", f"{counts[1][0]} dieses Gebiet"]
    assert len(rows[0]) == 1 + len(counts[0]) and "2 Gebiete sind ohne Klasse." in page_tree(html)[0].text()
    assert problems_of(html) == []
    without = pages_in().page(replace(hidden["0599900101"], index_field=replace(field, own=None, outside=0)))
    assert "dieses Gebiet" not in without.split('<h2 id="index">')[1].split("</section>")[0]
    assert "ohne Klasse" not in without


def test_facilities_survey_actors_and_notes_have_their_sections(hidden):
    profile = replace(hidden["0599900201"], local=LOCAL)
    html = pages_in().page(profile)
    told = page_tree(html)[0].text()
    assert table_named(html, "Einrichtungen im Gebiet")[1:] == [
        ["K Kindertageseinrichtung", "3", "Kita Süd"], ["Kiosk", "1", ""],
    ]  # fmt: skip
    answers = table_named(html, "Leben Sie gern hier? (120 Antworten)")
    assert answers[1:] == [["ja", "81 %"], ["nein", "nicht veröffentlicht"]]
    assert table_named(html, "Akteure")[1:] == [["Diakonie", "Träger", "Beratung"], ["Nachbarschaftsfest", "", ""]]
    assert "<p>Der Markt wird umgebaut.</p>\n<p>Bis 2027.</p>" in html
    assert "· = aus Gründen" in told
    document = page_tree(pages_in().document(profile))[0].text()
    for words in ("Leben Sie gern hier?", "Nachbarschaftsfest", "Bis 2027.", "Kiosk"):
        assert words in document
    bare = page_tree(pages_in().page(hidden["0599900201"]))[0].text()
    for heading in ("Befragung", "Akteure", "Anmerkungen"):
        assert heading in told and heading not in bare


def test_the_heading_of_the_series_is_never_shortened():
    profile = profiles_of(many_indicators(3))[0]
    root, _ = page_tree(pages_in().page(profile))
    headings = [heading.text() for heading in root.all("h2")]
    assert f"{profile.series.indicator} im Zeitverlauf" in headings and len(profile.series.indicator) > 60
    assert "…" not in root.text() and ".." not in root.text()
