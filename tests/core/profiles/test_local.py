"""Page 4: facilities, survey, actors and notes of an area, each row printed or accounted for."""

import pandas as pd
import pytest
from profile_data import areas_frame, indicators_frame

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.profiles import local
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.local import LocalTables, actor_balance, as_percent, note_balance, number
from sozialraum_plugin.core.profiles.local_pages import SLOTS, local_pages
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.table import profile_table
from sozialraum_plugin.core.profiles.texts import Texts

AREAS = areas_frame([("1", "Aue", "sozialraum", None, None, 900), ("2", "Berg", "sozialraum", None, None, 900)])
TEXTS = Texts("de")


def profile(use: str = "publication", area: int = 0, language: str = "de", **tables: list[tuple]):
    columns = {"facilities": local.FACILITIES, "actors": local.ACTORS, "notes": local.NOTES}
    frames = {
        name: pd.DataFrame(rows, columns=[field.name for field in columns[name]], dtype=object)
        for name, rows in tables.items()
        if name != "survey"
    }
    if "survey" in tables:
        names = ["gebiet", "frage", "antwort", "anteil", "n", "kennzeichen"]
        frames["survey"] = as_percent(pd.DataFrame(tables["survey"], columns=names, dtype=object))
    made = ProfileBuilder(
        AREAS, indicators_frame(AREAS).iloc[:0], None, {}, ProfileOptions(use=use), Texts(language),
        LocalTables(**frames),
    )  # fmt: skip
    return list(made.profiles())[area]


def lines_of(made) -> list[str]:
    return [" | ".join(filter(None, slot.cells)) for page in local_pages(made, TEXTS) for slot in page if slot.cells]


def heads_of(made) -> list[str]:
    return [slot.head for page in local_pages(made, TEXTS) for slot in page if slot.head]


def answers(*rows: tuple) -> list[tuple]:
    return [("1", "Sicher?", text, share, count, flag) for text, share, count, flag in rows]


def test_facilities_are_counted_and_named_by_kind_in_the_legends_order():
    rows = [
        ("1", "bus_stop", "Markt"), ("1", "Haltestelle", "Markt"), ("1", "Kita", "Kita 10"), ("1", "Kita", "Kita 9"),
        ("1", "Denkmal", None), ("1", "Kita", None), ("2", "Schule", "Fern"),
    ]  # fmt: skip
    found = profile(facilities=rows).local.facilities
    assert [(group.letter, group.count, group.names) for group in found] == [
        ("K", 3, ("Kita 9", "Kita 10")), ("H", 2, ("Markt (2)",)), ("", 1, ()),
    ]  # fmt: skip
    assert found[2].name == "Denkmal"
    assert profile(facilities=rows, language="en").local.facilities[0].name == "Day-care centre"


def test_sections_without_data_disappear_and_an_area_without_any_has_no_page():
    rows = [("1", "Achtung")]
    assert heads_of(profile(notes=rows)) == ["Hinweise"]
    assert local_pages(profile(notes=rows, area=1), TEXTS) == []
    assert not any(name.startswith("ort") for name in Charts(Theme(), TEXTS).of_profile(profile(notes=rows, area=1)))


def test_few_answers_are_hidden_for_publication_and_shown_in_the_office():
    rows = answers(("ja", 61.0, 29, ""), ("nein", 39.0, 29, ""))
    assert [each.share_text for each in profile(survey=rows).local.survey[0].answers] == ["·", "·"]
    assert "·" in profile(survey=rows).footer
    shown = profile(use="internal", survey=rows).local.survey[0].answers
    assert [each.share_text for each in shown] == ["61\u00a0%", "39\u00a0%"]


def test_a_single_hidden_answer_takes_a_second_one_with_it():
    rows = answers(("a", 50.0, 400, ""), ("b", 30.5, 400, ""), ("c", 19.5, 400, "geheim"))
    texts = [each.share_text for each in profile(survey=rows).local.survey[0].answers]
    assert texts == ["50,0\u00a0%", "·", "·"]
    assert "30,5" not in repr(profile(survey=rows)) and "30.5" not in repr(profile(survey=rows))
    assert "30.5" not in Charts(Theme(), TEXTS).of_profile(profile(survey=rows))["ort1"]


def test_internal_answers_stay_in_the_office():
    rows = answers(("a", 50.0, 400, "nur_intern"), ("b", 50.0, 400, "nur_intern"))
    assert {each.share_text for each in profile(survey=rows).local.survey[0].answers} == {"·"}
    assert {each.share for each in profile(use="internal", survey=rows).local.survey[0].answers} == {50.0}


@pytest.mark.parametrize(
    ("cell", "value"),
    [("45,3", 45.3), ("45.3 %", 45.3), ("1.234", 1234.0), (" 12 %", 12.0), ("x", None), (None, None), (True, None)],
)
def test_shares_are_read_as_people_write_them(cell, value):
    assert number(cell) == value


def test_parts_of_one_become_percent_and_nonsense_is_named():
    rows = answers(("ja", 0.25, 400, ""), ("nein", 0.75, 400, ""))
    assert [each.share for each in profile(survey=rows).local.survey[0].answers] == [25.0, 75.0]
    with pytest.raises(InputError, match="row 2: “viel”"):
        profile(survey=answers(("ja", "45,3", 400, ""), ("nein", "viel", 400, "")))
    missing = profile(survey=answers(("ja", "45,3", 400, ""), ("nein", None, 400, ""), ("weiß nicht", 120, 400, "")))
    assert [each.share_text for each in missing.local.survey[0].answers] == ["45,3\u00a0%", "–", "–"]


def test_every_word_of_a_long_list_is_on_a_page_once():
    actors = [("1", f"Art {number}", f"Verein {number}", "Hilfe " * (number % 60)) for number in range(120)]
    made = profile(actors=actors)
    words = " ".join(lines_of(made)).replace("|", " ").split()
    wanted = " ".join(f"{kind} {name}{': ' if task else ''}{task}" for _, kind, name, task in actors).split()
    assert sorted(words) == sorted(wanted)
    pages = local_pages(made, TEXTS)
    assert len(pages) > 3 and all(len(page) == SLOTS and page[0].head for page in pages)


def test_the_table_has_a_line_for_each_slot_and_a_chart_for_each_page():
    made = profile(notes=[("1", "Absatz. " * 900)], survey=answers(("ja", 25.0, 400, ""), ("nein", 75.0, 400, "")))
    drawn = Charts(Theme(), TEXTS).of_profile(made)
    row = profile_table([made], {"1": set(drawn)}, {}, TEXTS).iloc[0]
    pages = len(row["ort_bild"].split("\n"))
    assert pages == len([name for name in drawn if name.startswith("ort")]) > 1
    assert len(row["ort_titel"].split("\n")) == len(row["ort_absatz"].split("\n")) == pages * SLOTS
    assert drawn["ort1"].count('class="bar"') == 2


def test_every_row_is_accounted_for():
    columns = ["gebiet", "art", "name", "aufgabe"]
    actors = pd.DataFrame([("1", "a", "b", "c"), ("1", "a", None, None), ("9", "a", "b", "c")], columns=columns)
    assert list(actor_balance(actors, ["1"]).outcomes.values()) == [1, 1, 1]
    notes = pd.DataFrame({"gebiet": ["1", "1", "7"], "text": ["x", " ", "y"]})
    assert list(note_balance(notes, ["1"]).outcomes.values()) == [1, 1, 1]
