"""The pages of the overview report before they are drawn: nothing overlaps, is lost, or tells what is hidden."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from overview_data import codes, composite_index, overview, status_index

from sozialraum_plugin.core.paths import resource
from sozialraum_plugin.core.profiles.flow import LEFT, PAGE_BOTTOM, PAGE_TOP, RIGHT
from sozialraum_plugin.core.profiles.overview_back import Attached
from sozialraum_plugin.core.profiles.overview_flow import (
    Column,
    Flow,
    Grid,
    MapBox,
    Sign,
    Words,
    text_width,
)
from sozialraum_plugin.core.profiles.overview_report import Report, overview_report

COVER = 0
CASES = {
    "four areas": lambda: overview(4, status_index(4)),
    "eighty areas": lambda: overview(80, status_index(80)),
    "classes, English": lambda: overview(30, composite_index(30), "en"),
    "no index": lambda: overview(12),
    "codes of 40 digits": lambda: overview(5, status_index(5, 32), digits=32),
    "one area": lambda: overview(1),
    "ten classes": lambda: overview(25, composite_index(25, 10)),
    "a hundred classes and robust ranks": lambda: overview(
        120, composite_index(120, 100).assign(rang_von=1, rang_bis=99)
    ),
    "nothing but areas": lambda: overview(4, without_indicators=True),
    "long title": lambda: overview(6, title="Sozialbericht der Stadt " + "Müsterhausen-Nordwest " * 5, use="internal"),
}


@pytest.fixture(scope="module", params=CASES, ids=list(CASES))
def report(request) -> Report:
    return overview_report(CASES[request.param]())


def told(report: Report) -> str:
    lines = []
    for item in report.items:
        if isinstance(item.thing, Words):
            lines.append(" ".join(item.thing.lines))
        if isinstance(item.thing, Grid):
            lines += [" ".join(" ".join(cell).strip() for cell in row) for row in item.thing.rows]
    return "\n".join(lines)


def box(thing) -> tuple[float, float, float, float]:
    if isinstance(thing, Grid):
        return thing.x, thing.y, thing.x + sum(column.width for column in thing.columns), thing.y + thing.height
    return thing.x, thing.y, thing.x + thing.width, thing.y + thing.height


def test_everything_stands_inside_the_margins(report):
    for item in report.items:
        left, top, right, bottom = box(item.thing)
        lowest = 290.0 if item.page == COVER else PAGE_BOTTOM + 0.2
        assert left >= LEFT - 0.01 and right <= RIGHT + 0.01, item
        assert top >= PAGE_TOP - 0.01 and bottom <= lowest, item
        assert 0 <= item.page < report.pages


def test_no_text_table_or_map_lies_over_another(report):
    for page in range(report.pages):
        things = [item.thing for item in report.items if item.page == page and not isinstance(item.thing, Sign)]
        for one, other in combinations(things, 2):
            a, b = box(one), box(other)
            apart = a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01
            assert apart, (page, one, other)


def test_every_line_fits_into_its_width(report):
    for item in report.items:
        if isinstance(item.thing, Words):
            assert all(text_width(line, item.thing.style) <= item.thing.width + 0.01 for line in item.thing.lines)
        if isinstance(item.thing, Grid):
            for number, row in enumerate(item.thing.rows):
                for cell, column in zip(row, item.thing.columns):
                    style = column.style if number else "table_head"
                    assert all(text_width(line, style) <= column.width for line in cell), (item.thing.name, cell)


def test_no_page_is_empty_and_every_chapter_is_in_the_contents(report):
    assert {item.page for item in report.items} == set(range(report.pages))
    for entry in report.entries:
        found = [i for i in report.items if i.page == entry.page and isinstance(i.thing, (Words, MapBox))]
        start = entry.title.split()[0].rstrip(",")
        assert any(start in " ".join(i.thing.lines) for i in found if isinstance(i.thing, Words)), entry
    listed = [i.thing for i in report.items if i.page == 1 and isinstance(i.thing, Words) and i.thing.align == "right"]
    assert [int(thing.lines[0]) for thing in listed] == [entry.page + 1 for entry in report.entries][: len(listed)]


def test_a_hidden_value_is_nowhere(report):
    assert "987" not in told(report).replace(",", "").replace(".", "")


def test_all_areas_are_in_the_table_once_with_repeated_heads():
    report = overview_report(overview(80, status_index(80)))
    grids = [item.thing for item in report.items if isinstance(item.thing, Grid) and item.thing.name == "gebiete"]
    assert len(grids) > 1 and len({grid.rows[0] for grid in grids}) == 1
    printed = ["".join(row[1]) for grid in grids for row in grid.rows[1:]]
    assert printed[:80] == codes(80)
    assert printed[80:] == ["05999001"]  # the commune, for comparison


def test_classes_alone_make_no_ranking():
    table = status_index(20).drop(columns=["status_index"])
    text = told(overview_report(overview(20, table)))
    assert "Rangfolge nach dem Index" not in text and "Ohne Index" in text


def test_the_ranking_goes_down_and_names_who_is_left_out():
    report = overview_report(overview(80, status_index(80)))
    grids = [item.thing for item in report.items if isinstance(item.thing, Grid)]
    rows = [row for grid in grids if grid.name == "rangfolge" for row in grid.rows[1:]]
    values = [float(row[4][0].replace("−", "-").replace(",", ".")) for row in rows]
    assert len(rows) == 79 and values == sorted(values, reverse=True)
    left_out = [row for grid in grids if grid.name == "ohne_index" for row in grid.rows[1:]]
    assert [row[0][0] for row in left_out] == ["80"]
    assert "weniger als 300 Einwohner" in " ".join(left_out[0][2])


def test_bars_begin_at_zero_and_are_as_long_as_their_values():
    report = overview_report(overview(30, composite_index(30)))
    bars = [i.thing for i in report.items if isinstance(i.thing, Sign) and i.thing.sign.startswith("class:")]
    bars = [bar for bar in bars if bar.height == 3.0]
    assert len(bars) == 30 and len({round(bar.x, 6) for bar in bars}) == 1
    assert bars[0].width / bars[-1].width == pytest.approx(90.0 / 61.0)


def test_without_an_index_its_chapters_are_missing_and_the_report_says_so():
    text = told(overview_report(overview(12)))
    assert "Dieser Bericht enthält keinen Index" in text
    assert "Rangfolge nach dem Index" not in text and "Belastete Gebiete" not in text
    assert "Glossar der Indikatoren" in text and "Quellen und Stichtage" in text


def test_the_burdened_areas_have_sentences_and_further_ones_are_named():
    source = overview(80, status_index(80), briefs=3)
    report = overview_report(source)
    burdened = source.index.burdened()
    names = source.names()
    briefs = {i.thing.name for i in report.items if isinstance(i.thing, Grid) and i.thing.name.startswith("kurz_")}
    assert briefs == {f"kurz_{each.code}" for each in burdened[:3]}
    text = told(report)
    assert f"{len(burdened) - 3} weitere Gebiete gehören dazu" in text
    assert all(names[each.code] in text for each in burdened)
    assert "leben" in text


def test_each_map_counts_every_area():
    source = overview(80, status_index(80))
    for drawn in source.choropleths():
        counted = sum(each.count for each in drawn.classes)
        others = sum(value in ("hidden", "missing") for value in drawn.of_area.values())
        assert counted + others == 80
    assert source.choropleths()[0].indicator.code == "A08"
    assert source.choropleths()[0].of_area[codes(80)[0]] == "hidden"


def test_chosen_maps_are_drawn_in_their_order_and_unknown_ones_are_told():
    source = overview(12, maps=["K05", "X99", "B10"])
    assert [each.indicator.code for each in source.choropleths()] == ["K05", "B10"]
    assert source.unknown_maps() == ["X99"]


def test_the_glossary_has_every_indicator_with_its_definition():
    source = overview(4)
    report = overview_report(source)
    grids = [item.thing for item in report.items if isinstance(item.thing, Grid) and item.thing.name == "glossar"]
    rows = {row[0][0]: row for grid in grids for row in grid.rows[1:]}
    assert set(rows) == {indicator.code for indicator in source.builder.indicators}
    definition = " ".join(rows["B01"][4])
    assert "Hauptwohnsitz am Stichtag" in definition and "Zu beachten: " in definition


def test_an_indicator_that_no_catalogue_knows_is_said_to_be_undefined():
    source = overview(4)
    source.catalogue.pop("W05", None)
    assert "Keine Definition im Katalog." in told(overview_report(source))


def test_the_list_of_profiles_tells_where_each_begins():
    report = overview_report(overview(4), [Attached("Nord", 2), Attached("Süd", 3), Attached("West", 2)])
    grid = next(item.thing for item in report.items if isinstance(item.thing, Grid) and item.thing.name == "profile")
    begins = [int(row[1][0]) for row in grid.rows[1:]]
    assert begins == [report.pages + 1, report.pages + 3, report.pages + 6]


def test_a_table_longer_than_its_page_goes_on_and_loses_no_row():
    flow = Flow()
    flow.table("t", [Column(20.0), Column(60.0)], ["a", "b"], [[str(n), "Wort " * (n % 40)] for n in range(200)])
    grids = [item.thing for item in flow.items if isinstance(item.thing, Grid)]
    assert [row[0][0] for grid in grids for row in grid.rows[1:]] == [str(n) for n in range(200)]
    assert all(grid.y + grid.height <= PAGE_BOTTOM + 0.2 for grid in grids)


def test_both_languages_have_the_same_phrases():
    read = {
        language: json.loads(resource("profiles", "overview", f"texts_{language}.json").read_text("utf-8"))
        for language in ("de", "en")
    }
    assert set(read["de"]) == set(read["en"])
    for name, text in read["de"].items():
        if isinstance(text, dict):
            assert set(text) == set(read["en"][name]), name


def test_an_english_report_has_no_german_words_of_ours():
    source = overview(30, composite_index(30), "en")
    source.catalogue.clear()  # its cautions are German in any language, and said to be
    text = told(overview_report(source))
    assert "Burdened areas in brief" in text and "Class 1 of 5" in text and "index rank 1 of 30" in text
    assert not any(word in text for word in ("Gebiete", "Rangfolge", "Stichtag ", "Impressum"))
