"""The order of a profile's sections: what moves, what stays on its kind of page, and that nothing gets lost."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest
from html_profiles import AREAS, AROUND, LOCAL, pages_in, profiles_of
from page_structure import page_tree, problems_of
from profile_data import indicators_frame

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.profiles.flow import PAGE_BOTTOM, PAGE_TOP, page_flow
from sozialraum_plugin.core.profiles.local_pages import local_pages
from sozialraum_plugin.core.profiles.model import Profile
from sozialraum_plugin.core.profiles.own_templates import OwnTemplates
from sozialraum_plugin.core.profiles.sections import (
    SECTIONS,
    in_order,
    page_kinds,
    parts_in_order,
    with_sections,
)
from sozialraum_plugin.core.profiles.table import profile_table
from sozialraum_plugin.core.profiles.texts import Texts

TEXTS = Texts("de")
BRIEF = (
    "figures", "sentences", "index", "series", "ages", "households", "origin", "indicators", "notes", "actors",
    "survey", "facilities",
)  # fmt: skip


@pytest.fixture(scope="module")
def full() -> Profile:
    made = replace(profiles_of(indicators_frame(AREAS))[0], local=LOCAL)
    assert made.pyramid and made.households.bars and made.origin.bars and made.series and made.index_field
    return made


def tops(profile: Profile) -> list[str]:
    """Return the sections of page 2 from the top to the bottom."""
    flow = page_flow(profile)
    at = {
        "ages": flow.pyramid_y, "households": flow.households_y, "origin": flow.origin_y, "series": flow.series_y,
        "index": flow.field_y,
    }  # fmt: skip
    return sorted(at, key=at.get)


@pytest.mark.parametrize(
    ("named", "kinds"),
    [
        ((), ["people", "indicators", "local"]),
        (("class", "figures", "sentences"), ["people", "indicators", "local"]),
        (("indicators",), ["indicators", "people", "local"]),
        (("notes", "index"), ["local", "people", "indicators"]),
        (("sentences", "survey", "indicators", "ages", "actors"), ["local", "indicators", "people"]),
        (BRIEF, ["people", "indicators", "local"]),
    ],
)
def test_a_kind_of_page_stands_where_its_first_named_section_stands(named, kinds):
    assert page_kinds(named) == kinds


def test_sections_that_are_not_named_follow_in_our_order():
    assert parts_in_order("local", ("actors",)) == ["actors", "facilities", "survey", "notes"]
    assert parts_in_order("people", ("index", "origin")) == ["index", "origin", "ages", "households", "series"]


def test_every_order_of_page_two_has_room_and_nothing_over_another(full):
    """Whatever the order, each block begins below the end of the one above it, by heights measured from our order."""
    ours = page_flow(full)
    heights = {"upper": ours.series_y - PAGE_TOP, "series": ours.field_y - ours.series_y, "index": 56.3 + 8.0}
    for named in itertools.permutations(("ages", "households", "origin", "series", "index")):
        made = in_order(full, named)
        flow = page_flow(made)
        upper = min(flow.pyramid_y, flow.households_y, flow.origin_y)
        assert flow.pyramid_y == upper
        blocks = sorted([(upper, "upper"), (flow.series_y, "series"), (flow.field_y, "index")])
        assert blocks[0][0] == PAGE_TOP
        for (top, name), (below, _) in zip(blocks, blocks[1:]):
            assert below - top == pytest.approx(heights[name], abs=5)
        last_top, last = blocks[-1]
        assert last_top + heights[last] - 8.0 <= PAGE_BOTTOM + 2
        first_named = [("upper" if name in ("ages", "households", "origin") else name) for name in named]
        assert [name for _, name in blocks] == list(dict.fromkeys(first_named))
        bars = [name for name in named if name in ("households", "origin")]
        assert (flow.households_y < flow.origin_y) == (bars[0] == "households")


def test_a_section_left_out_takes_no_room_in_any_order(full):
    made = in_order(with_sections(full, [each for each in SECTIONS if each not in ("series", "origin")]), ("index",))
    flow = page_flow(made)
    assert flow.field_y == PAGE_TOP and flow.households_y == flow.pyramid_y > PAGE_TOP
    without = with_sections(in_order(full, ("index",)), ["ages"])
    assert page_flow(without).pyramid_y == PAGE_TOP


def test_our_order_is_as_it_was(full):
    assert tops(full) == ["ages", "households", "origin", "series", "index"]
    assert in_order(full, ()) == full
    assert page_flow(in_order(full, SECTIONS)) == page_flow(full)


def test_local_sections_stand_in_the_named_order(full):
    made = in_order(full, ("notes", "actors"))
    heads = [slot.head for page in local_pages(made, TEXTS) for slot in page if slot.head]
    ours = [slot.head for page in local_pages(full, TEXTS) for slot in page if slot.head]
    assert len(ours) == 4 and heads == [ours[3], ours[2], ours[0], ours[1]]


def test_what_a_span_is_stands_at_the_upper_bars(full):
    bars = full.households.bars[0]
    spans = replace(
        full,
        households=replace(full.households, bars=(replace(bars, interval="1–2"),)),
        origin=replace(full.origin, bars=(replace(bars, interval="1–2"),)),
    )
    for named, at, not_at in (((), "haushalte", "herkunft"), (("origin",), "herkunft", "haushalte")):
        row = profile_table([in_order(spans, named)], {}, {}, TEXTS).iloc[0]
        words = TEXTS.phrase("caption_interval_short")
        assert words in row[f"{at}_hinweis"] and words not in row[f"{not_at}_hinweis"]


def test_the_table_tells_the_order_only_where_there_is_one(full):
    table = profile_table([full, in_order(full, BRIEF)], {}, {}, TEXTS)
    assert table["reihenfolge"].tolist() == [None, "\n".join(BRIEF)]


def heads(html: str) -> list[str]:
    return [head.text() for head in page_tree(html)[0].all("h2", "h3")]


def test_the_web_page_and_its_contents_follow(full):
    pages = pages_in()
    ours = pages.page(full, AROUND)
    made = pages.page(in_order(full, ("notes", "indicators", "facilities", "series", "origin")), AROUND)
    assert problems_of(made) == []
    assert sorted(set(heads(made)) - set(heads(ours))) == [TEXTS.phrase("heading_facilities")]
    assert set(heads(ours)) <= set(heads(made))
    ids = [head.attributes["id"] for head in page_tree(made)[0].all("h2")]
    assert ids == [
        "kurz", "kennzahlen", "lage", "anmerkungen", "einrichtungen", "befragung", "akteure", "indikatoren",
        "zeitreihe", "verlauf", "bevoelkerung", "index", "hinweise",
    ]  # fmt: skip
    assert contents_of(made) == ids
    people = next(
        each for each in page_tree(made)[0].all("section") if each.attributes["aria-labelledby"] == "bevoelkerung"
    )
    names = ("heading_pyramid", "heading_origin", "heading_households")
    assert [head.text() for head in people.all("h3")] == [TEXTS.phrase(name) for name in names]


def contents_of(html: str) -> list[str]:
    nav = next(each for each in page_tree(html)[0].all("nav") if each.has_class("contents"))
    return [link.attributes["href"].lstrip("#") for link in nav.all("a")]


def test_our_web_page_is_as_it_was(full):
    html = pages_in().page(full, AROUND)
    ids = [head.attributes["id"] for head in page_tree(html)[0].all("h2")]
    assert ids == contents_of(html) == [
        "kurz", "kennzahlen", "lage", "bevoelkerung", "index", "zeitreihe", "verlauf", "indikatoren", "befragung",
        "akteure", "anmerkungen", "hinweise",
    ]  # fmt: skip
    assert html.count('id="tab-einrichtungen"') == 1


@pytest.mark.parametrize("named", [("index",), ("facilities",), BRIEF, tuple(reversed(SECTIONS))])
def test_no_word_of_the_web_page_or_document_gets_lost(full, named):
    pages = pages_in()
    for make in (pages.page, pages.document):
        ours, made = (page_tree(make(each, AROUND))[0].text().split() for each in (full, in_order(full, named)))
        more = [*made]
        for word in ours:
            more.remove(word)
        allowed = TEXTS.phrase("heading_facilities").split() * 2
        assert all(word in allowed for word in more)


def test_the_document_follows(full):
    words = pages_in().document(in_order(full, ("notes", "survey", "index")), AROUND)
    order = ["Bis 2027", "Leben Sie gern hier?", TEXTS.phrase("heading_pyramid"), "Anteil unter 18"]
    places = [words.rindex(each) if each == order[3] else words.index(each) for each in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('["index", "karte"]', "no section “karte”; there are class, figures"),
        ('["index", "Index"]', "no section “Index”"),
        ('["index", 3]', "no section “3”"),
        ('["index", ["series"]]', "no section"),
        ("[null]", "no section “None”"),
        ('["index", "series", "index"]', "“index” twice"),
        ('{"index": 1}', "must hold a list of sections"),
        ('"index"', "must hold a list of sections"),
        ("3", "must hold a list of sections"),
        ("null", "must hold a list of sections"),
        ("[", "cannot be read as JSON"),
        ("", "cannot be read as JSON"),
        ("[" * 100_000, "cannot be read as JSON"),
    ],
)
def test_a_bad_file_is_named_with_what_is_known(tmp_path: Path, content, words):
    (tmp_path / "sections.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="sections.json") as caught:
        OwnTemplates(tmp_path).order()
    assert words in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "sections.json").write_bytes(b'["\xff\xfe"]')
    with pytest.raises(InputError, match="sections.json cannot be read"):
        OwnTemplates(tmp_path).order()


def test_a_file_of_windows_is_read_and_no_file_is_no_order(tmp_path):
    assert OwnTemplates(tmp_path).order() == OwnTemplates().order() == ()
    (tmp_path / "sections.json").write_text(json.dumps(BRIEF), encoding="utf-8-sig")
    own = OwnTemplates(tmp_path)
    assert own.order() == BRIEF and own.used == ["sections.json"]
    (tmp_path / "sections.json").write_text("[]", encoding="utf-8")
    assert OwnTemplates(tmp_path).order() == ()
