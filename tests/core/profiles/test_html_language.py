"""What comes from the data is read aloud in German on English pages, and nothing else is."""

from __future__ import annotations

import re
from dataclasses import replace

from html_profiles import AREAS, AROUND, LOCAL, pages_in, profiles_of
from page_structure import page_tree, problems_of
from profile_data import indicators_frame

from sozialraum_plugin.core.profiles.html_language import DataTexts
from sozialraum_plugin.core.profiles.html_pages import Link

MARKED = re.compile(r'<span lang="de">(.*?)</span>')


def page_in(language: str, number: int = 0) -> str:
    profile = profiles_of(indicators_frame(AREAS), language=language)[number]
    pages = pages_in(language, credit="© Stadtvermessung")
    return pages.page(replace(profile, local=LOCAL), AROUND, Link("a.html", "Alt & Neu"), Link("b.html", "Berg"))


def test_data_are_marked_wherever_they_stand():
    html = page_in("en", 1)
    marked = set(MARKED.findall(html))
    data = {"Mühlenviertel", "Musterstadt", "Musterkreis", "Alt &amp; Neu", "Berg", "SGB II-Quote"}
    data |= {"Bevölkerung", "EMR", "BA AkG", "Kita Süd", "Kiosk", "Leben Sie gern hier?", "nein", "Diakonie", "Träger"}
    data |= {"Beratung", "Nachbarschaftsfest", "Der Markt wird umgebaut.", "© Stadtvermessung", "Stadt Müsterhausen"}
    assert data - marked == set()
    assert '<a href="am.html" lang="de">Am Hammer</a>' in html


def test_no_name_of_an_indicator_is_left_unmarked():
    html = re.sub(r"(?s)<svg.*?</svg>|<title>.*?</title>|<[^>]* (alt|content)=[^>]*>", "", page_in("en"))
    bare = MARKED.sub("", html)
    names = indicators_frame(AREAS)["indikator_name"].unique()
    assert [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", bare)] == []


def test_our_own_words_are_not_marked():
    ours = ("Commune", "Rank", "inhabitants", "Further indicators", "Sources", "Publisher", "over time", "and in")
    marked = " ".join(MARKED.findall(page_in("en")))
    assert [word for word in ours if word in marked] == []


def test_why_an_area_has_no_class_is_marked_on_its_page_and_in_the_index():
    profiles = profiles_of(indicators_frame(AREAS), language="en")
    index = pages_in("en").index([("sozialraum", profiles)])
    number = next(n for n, each in enumerate(profiles) if each.place.name == "Am Hammer")
    for html in (index, page_in("en", number)):
        assert "weniger als 3.000 Einwohner" in MARKED.findall(html)
    assert 'Without index class (<span lang="de">' in index
    assert re.search(r'<a href="[^"]+" lang="de">Mühlenviertel</a>', index)


def test_german_pages_mark_nothing():
    profiles = profiles_of(indicators_frame(AREAS))
    made = [page_in("de"), pages_in().document(profiles[0], AROUND), pages_in().index([("sozialraum", profiles)])]
    assert all(re.findall(r"<(?!html|body)[^>]* lang=", html) == [] for html in made)


def test_marks_do_not_change_what_is_read_or_the_structure():
    html = page_in("en")
    plain = MARKED.sub(r"\1", html)
    assert page_tree(html)[0].text(spoken=True) == page_tree(plain)[0].text(spoken=True)
    assert problems_of(html) == []


def test_names_are_marked_as_whole_words_the_longest_first_and_escaped():
    made = DataTexts("en", ["Anteil", "Anteil unter 18", "A", "<Tal>", ""])
    found = made.parts("In “Anteil unter 18” & <Tal> A; Anteile, Anteil 3", "Berg")
    assert found == (
        'In “<span lang="de">Anteil unter 18</span>” &amp; <span lang="de">&lt;Tal&gt;</span> A; Anteile, '
        '<span lang="de">Anteil</span> 3'
    )


def test_numbers_and_marks_have_no_language():
    made = DataTexts("en")
    assert [str(made.whole(text)) for text in ("·", "12.5", "%", "")] == ["·", "12.5", "%", ""]
    assert made.parts("a < b") == "a &lt; b"
