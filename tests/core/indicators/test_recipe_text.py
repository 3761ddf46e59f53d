"""Recipes as a clerk edits them: what is wrong is named with its place."""

import json

import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.recipes.recipe import DateKind, DateSource, Done, Recipe, Seen
from sozialraum_plugin.core.indicators.recipes.recipe_text import is_recipe, read_recipe, recipe_json

SMALLEST = """{
  "rezept": 1,
  "datei": {
    "muster": "jobcenter_*.csv"
  },
  "merkmale": {
    "SGB II": "SGB2"
  },
  "stichtag": {
    "art": "tabelle"
  }
}"""


def read(text):
    return read_recipe(text, "jobcenter", "jobcenter.json")


def test_the_smallest_recipe_by_hand():
    recipe = read(SMALLEST)
    assert recipe.name == "jobcenter" and recipe.variables == {"SGB II": "SGB2"}
    assert recipe.encoding == "auto" and recipe.skip_totals and recipe.symbols == "none"


def test_a_recipe_comes_back_as_it_was_written():
    recipe = Recipe(
        name="jobcenter",
        file_pattern="jobcenter_*.xlsx",
        variables={"Übergänge {jahr} | Größe": "UE", "alt": "B"},
        date=DateSource(DateKind.FILE_NAME, pattern="31.12.{jahr}", offset=-1),
        source="Jobcenter „Mitte“",
        sheet="Tabelle1",
        encoding="cp1252",
        delimiter=";",
        header_rows=2,
        first_row=4,
        decimal="comma",
        symbols="ba",
        key="Gebiet",
        row_filter="Wahl=Kommunalwahl",
        skip_totals=False,
        settings={"LAST_ROW": 12},
        seen=Seen("jobcenter_2024.xlsx", ("Gebiet", "alt"), 12, 11, 2, ("*", "-"), ("2024-12-31",), "abc"),
        done=(Done("jobcenter_2023.xlsx", "aaa"), Done("jobcenter_2024.xlsx", "abc")),
    )
    text = recipe_json(recipe)
    assert read(text) == recipe and recipe_json(read(text)) == text
    assert "Übergänge" in text and is_recipe(text)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"SGB2"', '"SGB2', "line 7"),
        ('},\n  "merkmale"', '}\n  "merkmale"', "line 6, sign 3"),
        ('"rezept": 1', '"rezept": 1,\n  "rezept": 1', "line 3: “rezept” stands there a second time"),
        ('"muster"', '"mustr"', "line 4: the entry “datei.mustr” is not known. Possible here: muster, tabellenblatt"),
        ('"merkmale"', '"merkmal"', "line 6: the entry “merkmal” is not known"),
        ('"SGB2"', "2", "line 6: “merkmale” may hold texts only"),
        ('"SGB2"', '""', "line 6: “merkmale”: each column needs a variable"),
        ('"SGB2"', '"A;B=C"', "each column needs a variable without ; and ="),
        ('"jobcenter_*.csv"', "7", "line 4: “datei.muster” must be a text in quotation marks"),
        ('"jobcenter_*.csv"', '"*"', "line 4: “datei.muster”: it must hold more than *"),
        ('"jobcenter_*.csv"', '"a*", "kopfzeilen": "2"', "“datei.kopfzeilen” must be a whole number without quotation"),
        ('"jobcenter_*.csv"', '"a*", "kopfzeilen": true', "“datei.kopfzeilen” must be a whole number"),
        ('"jobcenter_*.csv"', '"a*", "kopfzeilen": -1', "“datei.kopfzeilen” must not be negative"),
        ('"jobcenter_*.csv"', '"a*", "dezimalzeichen": ","', "may be auto, comma, point, not “,”"),
        ('"rezept": 1', '"rezept": 1, "zeichen": "quatsch"', "may be auto, destatis, ba"),
        ('"rezept": 1', '"rezept": 1, "weitere": {"X": [1]}', "“weitere” may hold texts, numbers, true and false only"),
        ('"art": "tabelle"', '"art": "irgendwo"', "may be fest, muster, spalte, tabelle, dateiname, not “irgendwo”"),
        ('"art": "tabelle"', '"art": "fest", "datum": "31.02.2024"', "“stichtag.datum”: give a day such as 31.12.2025"),
        ('"art": "tabelle"', '"art": "spalte"', "“stichtag.spalte”: give the head"),
        ('"art": "tabelle"', '"art": "muster", "muster": "31.12."', "“stichtag.muster”: give a pattern"),
        ('"art": "tabelle"', '"art": "dateiname", "muster": "31.12."', "“stichtag.muster”: give a pattern"),
        ('"rezept": 1', '"rezept": 9', "of version 9"),
        ('"rezept": 1', '"rezept": "1"', "“rezept” must be a whole number"),
        ('"stichtag": {\n    "art": "tabelle"\n  }', '"quelle": "x"', "the entry “stichtag” is missing"),
        ('"art": "tabelle"', '"datum": "1.1.2024"', "the entry “stichtag.art” is missing"),
        (SMALLEST, "[1]", "a recipe begins with {"),
        (SMALLEST, "", "line 1"),
    ],
)
def test_each_mistake_is_named_with_its_place(old, new, sentence):
    text = SMALLEST.replace(old, new, 1)
    assert text != SMALLEST
    with pytest.raises(InputError) as error:
        read(text)
    assert str(error.value).startswith("jobcenter.json") and sentence in str(error.value)


def test_every_single_entry_left_out_or_of_another_type_is_a_sentence_or_a_recipe():
    """No mistake of a hand, wherever it is, ends in a traceback."""
    full = json.loads(recipe_json(read(SMALLEST)))
    groups = [key for key, value in full.items() if isinstance(value, dict)]
    for place in [*((key,) for key in full), *((key, inner) for key in groups for inner in full[key])]:
        for wrong in (None, 3, -1, "x", [1], {"a": {"b": 1}}, True, "ENTFALLEN"):
            changed = json.loads(json.dumps(full))
            inner = changed if len(place) == 1 else changed[place[0]]
            if wrong == "ENTFALLEN":
                del inner[place[-1]]
            else:
                inner[place[-1]] = wrong
            try:
                read(json.dumps(changed))
            except InputError as error:
                assert "jobcenter.json" in str(error)


def test_json_that_is_no_recipe_is_not_taken_for_one():
    assert not is_recipe('{"type": "FeatureCollection"}')
