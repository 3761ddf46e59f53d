"""An indicator's unit stands behind its name once, unbroken, and not alone on its line as far as there is room."""

from dataclasses import replace

import pytest
from html_profiles import AROUND, profiles_of
from profile_data import areas_frame, indicators_frame

from sozialraum_plugin.core.profiles.html_pages import HtmlPages, PageOptions
from sozialraum_plugin.core.profiles.indicator_pages import NAME_GAP, NAME_SIZE, NAME_WIDTH, indicator_pages
from sozialraum_plugin.core.profiles.model import Figure, IndicatorTheme, Profile, Standing
from sozialraum_plugin.core.profiles.text_measure import width
from sozialraum_plugin.core.profiles.texts import Texts
from sozialraum_plugin.core.profiles.unit_names import name_with_unit, tells_unit

AREAS = areas_frame([("1", "Aue", "sozialraum", None, None, 900)])
WORDS = "sonderpädagogischer Förderbedarf emotionale und soziale Entwicklung/Sprache und Lese-Rechtschreib-Förderung "
UNITS = ("je 1000 Einwohner", "EUR/m²", "je 1.000 unter 18-Jährige", "%", "Fälle–Monate")


def with_indicator(name: str, unit: str) -> Profile:
    row = Standing(Figure("X1", name, "12,3", unit, True, "", "", None))
    made = profiles_of(indicators_frame(AREAS), None, AREAS)[0]
    return replace(made, themes=(IndicatorTheme("Probe", (row,)),))


def lines_of(name: str, unit: str) -> list[str]:
    slots = [slot for page in indicator_pages(with_indicator(name, unit), Texts("de")) for slot in page]
    return [slot.cells[0] for slot in slots if slot.cells]


@pytest.mark.parametrize("unit", UNITS)
def test_no_unit_breaks_whatever_the_name_and_no_letter_gets_lost(unit):
    for length in range(4, len(WORDS)):
        name = WORDS[:length].strip()
        lines = lines_of(name, unit)
        assert lines[-1].replace("\u00a0", " ").endswith(unit)
        assert "".join("".join(lines).split()) == "".join(f"{name},{unit}".split())
        assert all(width(line, NAME_SIZE) <= NAME_WIDTH - NAME_GAP for line in lines)


@pytest.mark.parametrize("unit", ["je 1000 Einwohner", "%", "EUR/m²"])
def test_no_unit_stands_alone_behind_a_short_word(unit):
    for length in range(4, len(WORDS)):
        name = WORDS[:length].strip()
        if len(name.split()[-1]) < 8:
            assert lines_of(name, unit)[-1].replace("\u00a0", " ") != unit


def test_a_unit_wider_than_the_column_breaks_between_its_words():
    unit = "Plätze je 100 Kinder unter drei Jahren mit Hauptwohnsitz im Gebiet"
    lines = lines_of("Betreuung", unit)
    assert len(lines) > 1 and " ".join(lines) == f"Betreuung, {unit}"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("HzE-Dichte (je 1000 unter 18)", "je 1000"), ("HzE-Dichte je 1.000", "je 1000"), ("Quote in %", "%"),
        ("Miete [EUR/m²]", "EUR/m²"), ("Betreuungsquote (%)", "%"), ("Geburten, Je 1000", "je 1000"),
    ],
)  # fmt: skip
def test_a_unit_that_the_name_tells_is_not_repeated(name, unit):
    assert tells_unit(name, unit)
    assert " ".join(lines_of(name, unit)) == name == name_with_unit(name, unit)
    for make in ("page", "document"):
        html = getattr(HtmlPages(Texts("de"), PageOptions("Profil")), make)(with_indicator(name, unit), AROUND)
        assert f"{name}<" in html and f"{name}, {unit}" not in html


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Einkommen unter 60 %", "%"), ("Gewicht", "t"), ("Lage (m²)", "m"), ("Dichte (je 10000)", "je 1000"),
        ("Zahl je 1000 Kinder", "je 1000"), ("Miete über 1000 EUR", "EUR"),
    ],
)  # fmt: skip
def test_other_words_and_amounts_tell_no_unit(name, unit):
    assert not tells_unit(name, unit)
    assert name_with_unit(name, unit) == f"{name}, {unit}"
    assert " ".join(lines_of(name, unit)).replace("\u00a0", " ") == f"{name}, {unit}"
