"""Addresses found while typing, and exactly."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.address_index import build_index
from sozialraum_plugin.core.addresses.address_search import search

ROWS = [
    ("Hauptstraße", "12", "a", "52511", "Geilenkirchen", "Q1", "S1"),
    ("Hauptstraße", "12", "", "52511", "Geilenkirchen", "Q1", "S1"),
    ("Hauptstraße", "2", "", "52511", "Geilenkirchen", "Q2", "S1"),
    ("Hauptstraße", "120", "", "52511", "Geilenkirchen", "Q1", "S1"),
    ("Hauptstraße", "12", "a", "52525", "Heinsberg", "Q9", "S9"),
    ("Albert-Einstein-Str.", "3", "", "52525", "Heinsberg", "Q9", "S9"),
    ("Straße des 17. Juni", "135", "", "52525", "Heinsberg", "Q8", "S9"),
    ("", "1", "", "52525", "Heinsberg", "Q8", "S9"),
]
COLUMNS = ["strasse", "hausnummer", "zusatz", "plz", "ort", "quartier", "sozialraum"]


@pytest.fixture
def index():
    xy = np.column_stack([np.arange(len(ROWS)), np.zeros(len(ROWS))])
    return build_index(pd.DataFrame(ROWS, columns=COLUMNS, dtype=object), xy, {("quartier", "Q1"): "Mitte"})


@pytest.mark.parametrize(
    "text",
    ["Haupts 12a", "12a Haupts", "hauptstr. 12 a", "HAUPTSTRASSE 12A, 52511 Geilenkirchen", "Haupts 12a Geilen",
     "Hauptstr 12a 52511", "Hauqtstr 12a"],
)  # fmt: skip
def test_ways_of_typing_find_the_address(index, text):
    hit = search(index, text)[0]
    assert (hit.street, hit.number, hit.place) == ("Hauptstraße", "12a", "Geilenkirchen")
    assert hit.areas == ("Mitte", "S1")
    assert hit.box == (0, 0, 0, 0)


def test_a_number_goes_before_those_that_continue_it(index):
    numbers = [hit.number for hit in search(index, "Haupts 12 Geilenkirchen")]
    assert numbers == ["12", "12a", "120"]


@pytest.mark.parametrize(("text", "street"), [("einst", "Albert-Einstein-Str."), ("17. juni 135", ROWS[6][0]),
                                              ("straße des 17", ROWS[6][0])])  # fmt: skip
def test_words_and_numerals_of_a_name_are_found(index, text, street):
    assert search(index, text)[0].street == street


def test_a_street_shows_all_its_areas_and_its_extent(index):
    hit = search(index, "Hauptstraße, Geilenkirchen")[0]
    assert (hit.number, hit.areas, hit.box) == ("", ("Mitte, Q2", "S1"), (0, 0, 3, 0))


VILLAGES = [("Buchenrath", "Buchenrath"), ("Buchenrath", "Osterdorf"), ("Kirchkamp", ""), ("Kirchkamp", "Osterdorf")]


@pytest.fixture
def villages():
    """Streets of one name in parts of communes."""
    rows = [("Hauptstraße", "2", town, part, f"G{place}") for place, (town, part) in enumerate(VILLAGES)]
    rows.append(("Hauptstraße", "4", "Buchenrath", "Osterdorf", "G1"))
    table = pd.DataFrame(rows, columns=["strasse", "hausnummer", "ort", "ortsteil", "gebiet"], dtype=object)
    return build_index(table, np.column_stack([np.arange(5), np.zeros(5)]))


@pytest.mark.parametrize(
    ("text", "found"),
    [("Haupts 2 Osterd", [1, 3]), ("Haupts 2, Buchenrath-Osterdorf", [1]), ("Haupts 2 Osterdorf Kirch", [3]),
     ("Haupts 2 Kirchkamp", [2, 3]), ("Haupts 2 Buchenrath", [0, 1])],
)  # fmt: skip
def test_parts_of_towns_are_shown_and_tell_streets_apart(villages, text, found):
    hits = [hit for hit in search(villages, text) if hit.number]
    assert sorted(int(hit.box[0]) for hit in hits) == found
    assert {hit.place for hit in hits} == {
        (town if part in ("", town) else f"{town}, {part}") for town, part in (VILLAGES[place] for place in found)
    }


def test_a_number_that_is_not_there_shows_neighbours_of_the_place_that_was_typed(villages):
    hits = [hit for hit in search(villages, "Haupts 3, Buchenrath-Osterdorf") if hit.number]
    assert [(hit.number, hit.place) for hit in hits] == [("2", "Buchenrath, Osterdorf"), ("4", "Buchenrath, Osterdorf")]


def test_a_place_tells_exactly_or_not_at_all(villages):
    assert villages.area_of("Hauptstraße", "2", place="Osterdorf, Buchenrath") == "G1"
    assert villages.area_of("Hauptstraße", "2", place="Buchenrath Buchenrath") == "G0"
    assert villages.area_of("Hauptstraße", "2", place="Buchenrath") == ""  # the commune or its part
    assert villages.area_of("Hauptstraße", "2", place="Oster") == ""
    assert villages.area_of("Hauptstraße", "4", place="Buchenrath") == "G1"


@pytest.mark.parametrize("text", ["", "12", "  ", "xyzxyz 3", "?", "52511", "0", "ÄÖÜ½½"])
def test_nonsense_finds_nothing(index, text):
    assert search(index, text) == []


def test_the_area_is_exact_or_none(index):
    assert index.area_of("Hauptstr.", "12 A", "52511") == "S1"
    assert index.area_of("Hauptstr.", "12 A", "52511", "quartier") == "Q1"
    assert index.area_of("Hauptstr.", "12a") == ""  # in two towns
    assert index.area_of("Hauptst", "12", "52511") == ""  # no near miss
    assert index.area_of("Hauptstr.", "12b", "52511") == ""
    assert index.area_of("Hauptstr.", "Hof", "52511") == ""
    assert index.area_of("albert einstein strasse") == "S9"


def test_every_address_of_essen_finds_itself(real_data):
    file = real_data / "essen" / "essen_hauskoordinaten.csv.gz"
    names = {"STRNAME": "strasse", "HSNR": "hausnummer", "HSNRZU": "zusatz"}
    table = pd.read_csv(file, dtype=str, keep_default_na=False).rename(columns=names)
    table = table[table["hausnummer"] != ""].iloc[::97].reset_index(drop=True)
    xy = table[["E", "N"]].to_numpy(dtype=float)
    index = build_index(table, xy)
    for row in table.index:
        text = f"{table.at[row, 'strasse']} {table.at[row, 'hausnummer']}{table.at[row, 'zusatz']}"
        assert tuple(xy[row]) * 2 in [hit.box for hit in search(index, text)], text


def test_an_empty_list_is_searched_in_vain():
    index = build_index(pd.DataFrame(columns=COLUMNS, dtype=object), np.empty((0, 2)))
    assert search(index, "Haupts 12a") == [] and index.area_of("Hauptstraße", "1") == ""
