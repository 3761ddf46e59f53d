"""The words around the figures: size, reason without a class, footer, and groups of bars that have nothing to show."""

import pandas as pd
import pytest
from profile_data import areas_frame, indicator_row, indicators_frame

from sozialraum_plugin.core.numbers import ENGLISH, GERMAN
from sozialraum_plugin.core.profiles.badge_notes import with_names
from sozialraum_plugin.core.profiles.model import Profile
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions, size_text
from sozialraum_plugin.core.profiles.table import profile_table
from sozialraum_plugin.core.profiles.texts import Texts

AREAS = areas_frame(
    [
        ("1", "Aue", "sozialraum", "G", "G", 900),
        ("2", "Berg", "sozialraum", "G", "G", 900),
        ("3", "Leer", "sozialraum", "H", "H", 0),
        ("G", "Musterstadt", "gemeinde", None, "G", 1800),
        ("H", "Neudorf", "gemeinde", None, "H", 0),
    ]
)
BARS = ("H02", "H03", "H04", "M01", "B21")


def profiles(frame: pd.DataFrame, index: pd.DataFrame | None = None, language: str = "de") -> list[Profile]:
    return list(ProfileBuilder(AREAS, frame, index, {}, ProfileOptions(), Texts(language)).profiles())


def shares(*more: dict) -> pd.DataFrame:
    """Return shares of the first two areas and their commune, none of the third and its commune."""
    rows = [indicator_row(area, code, "2025-12-31", 20.0 + n) for code in BARS for n, area in enumerate("12G")]
    return pd.DataFrame([*rows, *more], dtype=object)


@pytest.mark.parametrize(
    ("square_metres", "german", "english"),
    [
        (4_120_000, "412 ha", "412 ha"), (99_000, "9,9 ha", "9.9 ha"), (10_000, "1,0 ha", "1.0 ha"),
        (4_000, "0,4 ha", "0.4 ha"), (4_560, "0,46 ha", "0.46 ha"), (400, "0,04 ha", "0.04 ha"),
        (152, "0,015 ha", "0.015 ha"), (100, "0,01 ha", "0.01 ha"), (9_999, "1,0 ha", "1.0 ha"),
        (99, "99 m²", "99 m²"), (7.4, "7 m²", "7 m²"), (0, "0 m²", "0 m²"),
    ],
)  # fmt: skip
def test_the_size_has_two_digits_however_small_the_area(square_metres, german, english):
    assert size_text(square_metres, GERMAN) == german.replace(" ", "\u00a0")
    assert size_text(square_metres, ENGLISH) == english.replace(" ", "\u00a0")


def test_the_size_stands_in_the_subtitle():
    made = ProfileBuilder(AREAS, shares(), None, {"1": 400.0, "2": 80.0}, ProfileOptions(), Texts("de"))
    assert [profile.subtitle.replace("\u00a0", " ") for profile in made.profiles()][:2] == [
        "Sozialraum 1 · Musterstadt · 0,04 ha", "Sozialraum 2 · Musterstadt · 80 m²",
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), [("de", "Rang 1 ist"), ("en", "rank 1 is")])
def test_the_footer_explains_ranks_only_where_there_is_one(language, words):
    first, _, third = profiles(shares(), language=language)
    assert words in first.footer and first.tiles[0].figure.rank
    assert words not in third.footer and "Sozialraum" in third.footer
    alone = profiles(shares().iloc[:0], language=language)
    assert not any(words in profile.footer or "()" in profile.footer for profile in alone)


def test_an_area_that_alone_has_values_is_not_ranked():
    rows = [indicator_row("1", "A08", "2025-12-31", 3.0)]
    assert "Rang 1" not in profiles(pd.DataFrame(rows, dtype=object))[0].footer


def test_bars_without_any_value_of_area_or_commune_are_left_out():
    first, _, third = profiles(shares())
    assert len(first.households.bars) == 3 and len(first.origin.bars) == 2
    assert third.households.bars == third.origin.bars == ()
    row = profile_table([third], {}, {}, Texts("de")).iloc[0]
    assert row["haushalte_titel"] is None and row["herkunft_titel"] is None


def test_the_communes_value_keeps_the_bars():
    third = profiles(shares(indicator_row("H", "H03", "2025-12-31", 31.0)))[2]
    assert [bar.commune for bar in third.households.bars] == [None, 31.0, None]
    assert third.origin.bars == ()


@pytest.mark.parametrize("area", ["3", "H"])
def test_a_hidden_value_keeps_the_bars(area):
    third = profiles(shares(indicator_row(area, "M01", "2025-12-31", 5.0, kennzeichen="geheim")))[2]
    assert "·" in [text for bar in third.origin.bars for text in (bar.text, bar.commune_text)]
    assert third.households.bars == ()


@pytest.mark.parametrize("area", ["3", "H"])
def test_an_empty_value_does_not_keep_them(area):
    assert profiles(shares(indicator_row(area, "M01", "2025-12-31", None)))[2].origin.bars == ()


NAMES = {"A04": "Arbeitslosenanteil", "B10": "Anteil 65+", "S03": "Hilfe, laufende", "X_d": "Eigene Veränderung"}


@pytest.mark.parametrize(
    ("reason", "german", "english"),
    [
        ("kein Wert in A04", "kein Wert in Arbeitslosenanteil", "kein Wert in Arbeitslosenanteil"),
        (
            "kein Wert in A04, B10",
            "kein Wert in Arbeitslosenanteil, Anteil 65+",
            "kein Wert in Arbeitslosenanteil, Anteil 65+",
        ),
        (
            "kein Wert in A04, A04_d",
            "kein Wert in Arbeitslosenanteil; Arbeitslosenanteil, Veränderung",
            "kein Wert in Arbeitslosenanteil; Arbeitslosenanteil, change",
        ),
        ("no value in S03, Q9", "no value in Hilfe, laufende; Q9", "no value in Hilfe, laufende; Q9"),
        ("kein Wert in X_d", "kein Wert in Eigene Veränderung", "kein Wert in Eigene Veränderung"),
        ("kein Wert in Q9, Q9_d", "kein Wert in Q9, Q9_d", "kein Wert in Q9, Q9_d"),
        (
            "kein Wert in Q1, B10, Q2, A04, A04_d",
            "kein Wert in Q1, Anteil 65+, Q2 und 2 weitere",
            "kein Wert in Q1, Anteil 65+, Q2 and 2 more",
        ),
        (
            "in der früheren Ausgabe (2023): kein Wert in B10, A04",
            "in der früheren Ausgabe (2023): kein Wert in Anteil 65+, Arbeitslosenanteil",
            "in der früheren Ausgabe (2023): kein Wert in Anteil 65+, Arbeitslosenanteil",
        ),
        (
            "keine relative Veränderung, weil B10 0 oder kleiner war",
            "keine relative Veränderung, weil Anteil 65+ 0 oder kleiner war",
            "keine relative Veränderung, weil Anteil 65+ 0 oder kleiner war",
        ),
        ("weniger als 300 Einwohner", "weniger als 300 Einwohner", "weniger als 300 Einwohner"),
        ("ausgenommen: A04a, A0", "ausgenommen: A04a, A0", "ausgenommen: A04a, A0"),
    ],
)
def test_codes_in_a_reason_become_names(reason, german, english):
    assert with_names(reason, NAMES, Texts("de")) == german
    assert with_names(reason, NAMES, Texts("en")) == english


def test_the_badge_names_indicators_and_keeps_to_its_room():
    frame = indicators_frame(AREAS)
    codes = ["A04", "A04_d", "A08", "H02"]
    rows = [
        {"gebiet": "1", "ausgeschlossen": "kein Wert in A04, A04_d"},
        {"gebiet": "2", "ausgeschlossen": f"kein Wert in {', '.join(codes)}"},
    ]
    index = pd.DataFrame(rows, columns=["gebiet", "status", "dynamik", "gesamt", "ausgeschlossen"], dtype=object)
    first, second, _ = profiles(frame, index)
    assert first.badge.note == "kein Wert in Arbeitslosenanteil; Arbeitslosenanteil, Veränderung"
    told = "kein Wert in Arbeitslosenanteil; Arbeitslosenanteil, Veränderung; SGB II-Quote und 1 weiterer"
    assert second.badge.note == told
    long = frame.assign(indikator_name=frame["indikator_name"].map(lambda name: f"{name} " + "sehr lang " * 30))
    note = profile_table([profiles(long, index)[1]], {}, {}, Texts("de")).iloc[0]["klasse_hinweis"]
    assert note.startswith("kein Wert in Arbeitslosenanteil sehr lang") and note.endswith("…") and len(note) < 260
