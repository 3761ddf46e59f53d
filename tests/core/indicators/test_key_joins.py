from __future__ import annotations

import sqlite3

import pandas as pd
import pytest

from sozialraum_plugin.core.indicators.keys.key_joins import diagnose

AREAS = ["05111000", "05113000", "05370004", "05370016", "05334002"]
NAMES = ["Düsseldorf, Stadt", "Essen, Stadt", "Erkelenz, Stadt", "Geilenkirchen, Stadt", "Aachen, Stadt"]


def causes(keys, areas=AREAS, names=NAMES, editions=None):
    found = diagnose(keys, areas, names, editions)
    return {finding.key: (finding.cause, finding.area) for finding in found.unmatched}


@pytest.mark.parametrize(
    ("key", "cause", "area"),
    [
        ("5111000", "null_verloren", "05111000"),
        ("5111000.0", "zahl_statt_text", ""),
        ("05113000.0", "zahl_statt_text", "05113000"),
        ("5.113.000", "null_verloren", "05113000"),
        (" 05113000", "schreibweise", "05113000"),
        ("05113000\xa0", "schreibweise", "05113000"),
        ("05 113 000", "schreibweise", "05113000"),
        ("'05113000", "schreibweise", "05113000"),
        ("05-113-000", "schreibweise", "05113000"),
        ("053700004004", "andere_laenge", "05370004"),
        ("53700004004", "andere_laenge", "05370004"),
        ("05113", "andere_laenge", "05113000"),
        ("5,11E+06", "zahl_gerundet", ""),
        ("5,334002E+06", "zahl_gerundet", "05334002"),
        ("Essen", "name_statt_schluessel", "05113000"),
        ("Stadt Essen", "name_statt_schluessel", "05113000"),
        ("DUESSELDORF", "name_statt_schluessel", "05111000"),
        ("Geilenkirchn", "aehnlicher_name", "05370016"),
        ("05113000 Essen", "schluessel_mit_name", "05113000"),
        ("Essen (05113000)", "schluessel_mit_name", "05113000"),
        ("05370", "obere_ebene", ""),
        ("Summe", "summenzeile", ""),
        ("Stadt insgesamt", "summenzeile", ""),
        ("SUMSUMSUM", "summenzeile", ""),
        ("keine Angabe", "ohne_zuordnung", ""),
        ("", "leer", ""),
        (None, "leer", ""),
        ("Atlantis", "unbekannt", ""),
        ("05999999", "unbekannt", ""),
    ],
)
def test_each_key_gets_its_cause_and_no_other_area(key, cause, area):
    found = causes([key, *AREAS[:3]])
    (only,) = found.values()
    if cause == "zahl_statt_text" and not area:
        assert only == ("null_verloren", "05111000")  # number and lost zero: the zero is what must come back
        return
    assert only == (cause, area)


def test_numbers_as_spreadsheets_give_them():
    found = diagnose([5111000, 5113000.0, float("nan")], AREAS)
    assert found.proposals == {"5111000": "05111000", "5113000": "05113000"}
    assert not found.matched


def test_a_code_and_a_name_that_contradict_are_no_proposal():
    assert causes(["05113000 Aachen"])["05113000 Aachen"] == ("unbekannt", "")


def test_a_name_of_two_areas_is_ambiguous():
    found = causes(["Mitte"], ["0101", "0202"], ["Mitte", "Mitte"])
    assert found["Mitte"] == ("name_mehrdeutig", "")


def test_a_lost_zero_that_fits_two_codes_is_no_proposal():
    assert causes(["11"], ["011", "0011"], None)["11"] == ("null_verloren", "")


def test_zeros_lost_in_the_areas():
    assert causes(["0101", "0102"], ["101", "102"], None)["0101"] == ("null_in_gebieten_verloren", "101")


def test_smaller_areas_are_summed_up():
    found = causes(["010101", "010102", "020101"], ["0101", "0201"], None)
    assert found == {
        "010101": ("untere_ebene", "0101"), "010102": ("untere_ebene", "0101"), "020101": ("untere_ebene", "0201"),
    }  # fmt: skip
    assert causes(["999101", "888102", "010101"], ["0101"], None)["999101"] == ("unbekannt", "")


def test_both_sides_are_accounted_for():
    keys = ["05111000", "05111000", "5113000", "Summe"]
    found = diagnose(keys, [*AREAS, "05111000"], [*NAMES, "Düsseldorf"])
    assert found.matched == {"05111000": 2} and found.repeated_keys == {"05111000": 2}
    assert found.repeated_areas == {"05111000": 2}
    assert found.without_row == AREAS[1:]
    assert sum(found.matched.values()) + sum(finding.rows for finding in found.unmatched) == len(keys)
    table = found.table()
    assert table["zeilen"].sum() == len(keys)
    assert (table["befund"] == "gebiet_ohne_zeile").sum() == 4
    walk = found.crosswalk()
    assert walk[["schluessel", "gebiet"]].values.tolist() == [["05111000", "05111000"], ["5113000", "05113000"]]
    first, *others = found.sentences()
    assert first.startswith("1 of 3 different keys") and any("5113000" in sentence for sentence in others)
    assert all(table["hinweis"][table["befund"] != "passt"])


def test_codes_that_both_editions_have_are_doubtful():
    old, new = [f"01{number:02d}" for number in range(30)], [f"01{number:02d}" for number in range(25, 60)]
    found = diagnose(old, new, editions={"bis 2020": old})
    assert set(found.matched) == {"0125", "0126", "0127", "0128", "0129"}
    assert found.doubtful == 5 and "other areas" in " ".join(found.sentences())
    assert not diagnose(new, new, editions={"bis 2020": old}).doubtful


def test_single_slips_are_no_edition():
    areas = [f"01{number:02d}" for number in range(30)]
    assert causes([*areas[:28], "0177"], areas, None)["0177"] == ("unbekannt", "")


def lor(real_data, file, table, code, name):
    with sqlite3.connect(real_data / "berlin_lor" / file) as store:
        return pd.read_sql(f"select {code} code, {name} name from {table}", store)


@pytest.fixture(scope="module")
def editions(real_data):
    return (
        lor(real_data, "lor_until_2020.gpkg", "planning_areas", "id", "name"),
        lor(real_data, "lor_2021_simplified.gpkg", "planning_areas", "plr_id", "plr_name"),
    )


def population(real_data, year):
    file = real_data / "berlin_population" / f"berlin-lor-population-{year}-02-t1-planning-areas.csv"
    return pd.read_csv(file, dtype=str)["id"]


def test_berlin_tables_tell_their_edition(real_data, editions):
    old, new = editions
    for year, own, other in (("2020", old, new), ("2021", new, old)):
        keys = population(real_data, year)
        right = diagnose(keys, list(own["code"]), list(own["name"]))
        assert len(right.matched) >= len(set(keys)) - 1  # one id of 2020 is not in the old layer
        wrong = diagnose(keys, list(other["code"]), list(other["name"]))
        assert {finding.cause for finding in wrong.unmatched} == {"anderer_gebietsstand"} and not wrong.proposals
        named = diagnose(keys, list(other["code"]), list(other["name"]), {"andere": own["code"]})
        assert named.edition_share["andere"] > 0.99
        assert sum(finding.edition == "andere" for finding in named.unmatched) >= len(set(keys)) - 1


def test_berlin_names_and_lost_zeros_come_back_right(real_data, editions):
    _old, new = editions
    truth = dict(zip(new["name"], new["code"]))
    twice = set(new["name"][new["name"].duplicated()])
    by_name = diagnose(new["name"].str.replace("straße", "str."), list(new["code"]), list(new["name"]))
    for finding in by_name.unmatched:
        name = finding.key.replace("str.", "straße")
        assert finding.area == ("" if name in twice else truth[name]), finding
    numbers = diagnose([float(code) for code in new["code"]], list(new["code"]))
    assert len(numbers.matched) + len(numbers.proposals) == len(new)
    assert all(area.lstrip("0") == key for key, area in numbers.proposals.items())
