"""A wrong town is worse than no match, and a slip in a name is not another name."""

from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.abbreviations import Abbreviations
from sozialraum_plugin.core.addresses.fuzzy import similar_names
from sozialraum_plugin.core.addresses.matching import address_columns, comparable
from sozialraum_plugin.core.addresses.messy_rows import messy_rows
from sozialraum_plugin.core.addresses.street_search import find_addresses

COLUMNS = ["strasse", "hausnummer", "zusatz", "plz", "ortsteil", "gemeinde_name"]
CITY = [
    ("Seestraße", "5", "", "13467", "Hermsdorf", ""), ("Seestraße", "5", "", "12589", "Rahnsdorf", ""),
    ("Karl-Marx-Straße", "83", "", "12043", "Neukölln", ""), ("Klara-Zetkin-Weg", "2", "", "12043", "Neukölln", ""),
    ("Marktstraße", "1", "", "12043", "Neukölln", ""), ("Marktstraße", "3", "", "12043", "Neukölln", ""),
    ("Lange Allee", "12", "", "12055", "Rixdorf", ""), ("Lange Allee", "20", "", "12055", "Britz", ""),
    ("Wörlitzer Straße", "4", "", "12043", "Neukölln", ""), ("Mühlenweg", "7", "a", "12043", "Neukölln", ""),
    ("Gördener Weg", "1", "", "12043", "Neukölln", ""),
]  # fmt: skip


def places(rows: list[tuple[str, ...]], listed: list[tuple[str, ...]] = CITY) -> list[int]:
    """Return the position of the address of each row (street, number, postcode, district)."""
    table = comparable(pd.DataFrame(listed, columns=COLUMNS), address_columns())
    names = ["strasse", "hausnummer", "plz", "ortsteil", "gemeinde"]
    asked = pd.DataFrame([[*row, *[""] * (len(names) - len(row))] for row in rows], columns=names)
    return find_addresses(messy_rows(asked, {name: name for name in names}, table), table).matches.address.tolist()


def test_towns_in_the_cell_decide_or_forbid():
    own = [("Marktstr. 1, 12043 Berlin",)] * 5
    here = [("Seestr. 5, Berlin-Hermsdorf",), ("Seestr. 5 (Rahnsdorf)",), ("Seestr. 5, Berlin",)]
    assert places([*own, *here])[5:] == [0, 1, -1]
    elsewhere = [("Marktstr. 1, Potsdam",), ("Potsdam, Marktstr. 1",), ("Marktstr. 1, 14467 Potsdam",)]
    assert places([*own, *elsewhere])[5:] == [-1, -1, -1]
    assert places([*own, ("Marktstr. 1", "", "", "", "Potsdam"), ("Marktstr. 1", "", "", "", "Berlin")])[5:] == [-1, 4]


def test_the_town_that_most_rows_name_is_the_lists_own_without_postcodes():
    bare = [(*row[:3], "", "", "") for row in CITY[2:]]
    rows = [("Marktstr. 1, Essen",), ("Marktstr. 3, Essen",), ("Karl-Marx-Str. 83, Bochum",)]
    assert places(rows, bare) == [2, 3, -1]


def test_postcodes_and_districts_as_offices_write_them():
    rows = [("Marktstraße", "1", plz) for plz in ("12043 Berlin", "D-12043", "12 043", "k.A.", "0", "12055", "1204")]
    assert places(rows) == [4, 4, 4, 4, 4, -1, -1]
    rows = [
        ("Seestraße", "5", "", part) for part in ("OT Hermsdorf", "Berlin-Hermsdorf", "02 Hermsdorf", "Rudow", "k.A.")
    ]
    assert places(rows) == [0, 0, 0, -1, -1]
    assert places([("Marktstr. 1, 12043 Berlin", "", "12055")]) == [-1]


def test_ranges_on_a_street_that_runs_through_two_districts():
    rows = [("Lange Allee", number, "12055") for number in ("12-14", "20 u. 22", "10/12", "12 HH", "16")]
    assert places(rows) == [6, 7, 6, 6, -1]


@pytest.mark.parametrize(
    ("number", "place"),
    [("1-3", 4), ("01. Mai", 4), ("1.5.", 4), ("45047", 4), ("2023-03-01 00:00:00", 4), ("2023/05/01", 4),
     ("3 HH", 5), ("3ff", 5), ("1, 3 u. 5", 4), ("05. Mai", -1), ("2-4", -1), ("3a", -1)],
)  # fmt: skip
def test_numbers_that_the_list_has_in_part(number, place):
    assert places([("Marktstraße", number, "12043")]) == [place]


def test_a_suffix_of_its_own_column_may_be_a_floor():
    table = comparable(pd.DataFrame(CITY, columns=COLUMNS), address_columns())
    asked = pd.DataFrame(
        [("Mühlenweg", "7", suffix) for suffix in ("a", "A ", "3. OG", "EG", "b")],
        columns=["strasse", "hausnummer", "zusatz"],
    )
    rows = messy_rows(asked, {name: name for name in asked}, table)
    assert find_addresses(rows, table).matches.address.tolist() == [9, 9, -1, -1, -1]
    asked["strasse"], asked["hausnummer"] = "Marktstraße", "1"
    rows = messy_rows(asked, {name: name for name in asked}, table)
    assert find_addresses(rows, table).matches.address.tolist() == [-1, -1, 4, 4, -1]


def test_without_a_postcode_only_likely_slips_are_believed():
    assert places([("Görlitzer Straße", "4"), ("Xörlitzer Straße", "4"), ("Wörliter Straße", "4")]) == [-1, 8, 8]
    assert places([("Görlitzer Straße", "4", "12043")]) == [8]
    assert places([("K.-Marx-Str.", "83"), ("K.-Marx-Str.", "83", "12043"), ("Kar.-Marx-Str.", "83")]) == [-1, 2, 2]


def test_a_correction_that_the_numbers_contradict_is_none():
    assert places([("Marktstrasze", "1"), ("Marktstrasze", "3")]) == [4, 5]
    assert places([("Marktsraße", "1"), ("Marktsraße", "99")]) == [-1, -1]


def test_slips_that_keyboards_make():
    known = ["muehlenweg", "seestrasse", "hauptstrasse", "strasse6", "bergerstrasse"]
    asked = {
        "mueuehlenweg": "muehlenweg", "mhlenweg": "muehlenweg", "seestraess": "seestrasse",
        "seestrssae": "seestrasse", "straess6": "strasse6", "straess7": "", "hauptsrt": "hauptstrasse",
        "hauptst": "hauptstrasse", "bergersanktr": "bergerstrasse", "bergterrasse": "",
    }  # fmt: skip
    found = {slip.asked: slip.meant for slip in similar_names(asked, known)}
    assert found == {name: meant for name, meant in asked.items() if meant}


def test_abbreviations_that_only_the_list_can_read():
    readings = Abbreviations(
        ["Karl-Marx-Straße", "Klara-Marx-Straße", "Große Gasse", "II. Weg", "III. Weg", "An der Aa"]
    )
    assert set(readings.readings("K.-Marx-Str.")) == {"karlmarxstrasse", "klaramarxstrasse"}
    assert readings.readings("Kla.-Marx-Str.") == {"klaramarxstrasse": True}
    assert readings.readings("Gr. G.") == {"grossegasse": True}
    assert readings.readings("A. d. Aa") == {"anderaa": True}
    assert readings.readings("II. Weg") == readings.readings("Marx") == {}
