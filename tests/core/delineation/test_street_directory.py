from __future__ import annotations

import random

import pandas as pd
import pytest

from sozialraum_plugin.core import fields
from sozialraum_plugin.core.delineation.address_columns import standard_addresses
from sozialraum_plugin.core.delineation.directory_lookup import assign
from sozialraum_plugin.core.delineation.street_directory import Outcome, derive

COLUMNS = ("gemeinde", "strassenschluessel", "strasse", "plz", "ortsteil", "hausnummer", "zusatz")


def addresses_of(rows):
    """Return standard addresses with `gebiet` of rows of dicts."""
    table = pd.DataFrame(rows, columns=[*COLUMNS, "gebiet"])
    standard, unreadable = standard_addresses(table, {column: column for column in COLUMNS})
    assert not unreadable.any()
    return standard.assign(gebiet=table["gebiet"].fillna(""))


def street(name="Hauptstraße", **rest):
    """Return addresses of one street: areas by house numbers such as "12a"."""
    numbers = rest.pop("numbers")
    return [{"strasse": name, "hausnummer": number, "gebiet": area, **rest} for number, area in numbers.items()]


def written(rows):
    """Return directory rows as a clerk reads them: "G 2-12a A"."""

    def bound(number, suffix):
        return "" if pd.isna(number) else f"{number}{suffix}"

    return [
        f"{row.seite} {bound(row.von_nummer, row.von_zusatz)}-{bound(row.bis_nummer, row.bis_zusatz)} {row.gebiet}"
        for row in rows.itertuples()
    ]


def directory_of(rows):
    return derive(addresses_of(rows)).rows


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ({3: "A", 7: "A", 8: "A"}, ["F 1- A"]),
        ({3: "A", 7: "A"}, ["F 1- A"]),
        ({1: "A", 3: "A", 2: "B", 4: "B"}, ["G 2- B", "U 1- A"]),
        # suffixes are cut right; the side without addresses follows
        ({"10": "A", "12": "A", "12a": "A", "12b": "B", "14": "B"}, ["F 1-12a A", "F 12b- B"]),
        ({"12a": "A", "12b": "B", "14": "B", "1": "C", "13": "C"}, ["G 2-12a A", "G 12b- B", "U 1- C"]),
        # the gap from 9 to 19 belongs to the lower neighbour
        ({1: "A", 7: "A", 2: "A", 8: "A", 20: "B", 21: "B"}, ["F 1-19 A", "F 20- B"]),
        ({1: "A", 7: "A", 21: "B", 2: "C", 40: "C"}, ["G 2- C", "U 1-19 A", "U 21- B"]),
        # the last suffix of a range stays within it although the next begins at the next number
        ({"12c": "A", "14": "B", "1": "B"}, ["G 2-12c A", "G 14- B", "U 1- B"]),
        # a common range saves a row
        ({1: "A", 2: "A", 11: "B", 12: "C", 21: "D", 22: "D"}, ["F 1-10 A", "F 21- D", "G 12-20 C", "U 11-19 B"]),
        # two short common ranges around another are fewer than one long range of the other side
        ({1: "A", 2: "A", 4: "B", 11: "A", 12: "A"}, ["F 1-3 A", "F 4-10 B", "F 11- A"]),
        # z comes before aa
        ({"2z": "A", "2aa": "B", "1": "C"}, ["G 2-2z A", "G 2aa- B", "U 1- C"]),
        ({"2A": "A", "2b": "B", "1": "C"}, ["G 2-2A A", "G 2b- B", "U 1- C"]),
    ],
)
def test_ranges_of_a_street(numbers, expected):
    assert written(directory_of(street(numbers=numbers))) == expected


def test_addresses_without_a_number_get_a_row_of_their_own_where_they_differ():
    split = street(numbers={1: "A", 2: "B"})
    whole = street("Am Markt", numbers={1: "A", 2: "A"})
    lone = street("Wehr", numbers={None: "C"})
    without = [{"strasse": name, "gebiet": "A"} for name in ("Hauptstraße", "Am Markt")]
    rows = directory_of(split + whole + lone + without)
    assert written(rows[rows["strasse"] == "Hauptstraße"]) == ["G 2- B", "U 1- A", " - A"]
    assert written(rows[rows["strasse"] == "Am Markt"]) == ["F 1- A"]
    assert written(rows[rows["strasse"] == "Wehr"]) == [" - C"]
    assert rows["adressen"].sum() == 7


def test_a_contradiction_goes_to_the_more_frequent_area_then_to_the_lower_code():
    found = derive(addresses_of(street(numbers={1: "B"}) + street(numbers={1: "A"}) + street(numbers={1: "B"})))
    assert written(found.rows) == ["F 1- B"]
    assert found.outcome.tolist() == [Outcome.LISTED, Outcome.CONTRADICTION, Outcome.LISTED]
    assert found.taken.tolist() == ["B", "B", "B"]
    tie = derive(addresses_of(street(numbers={"1a": "B"}) + street(numbers={"1A": "A"})))
    assert written(tie.rows) == ["F 1- A"]


def test_every_address_is_accounted_for():
    rows = street(numbers={1: "A", 2: None}) + [{"hausnummer": 5, "gebiet": "A"}]
    found = derive(addresses_of(rows))
    assert found.outcome.tolist() == [Outcome.LISTED, Outcome.NO_AREA, Outcome.NO_STREET]
    assert found.rows["adressen"].sum() == 1


def test_the_columns_are_those_of_the_seam_and_names_come_along():
    found = derive(addresses_of(street(numbers={1: "A"}, gemeinde="05999001")), {"A": "Altstadt"})
    assert list(found.rows.columns) == [field.name for field in fields.STREET_DIRECTORY]
    assert found.rows[["gemeinde", "gebiet", "gebiet_name"]].iloc[0].tolist() == ["05999001", "A", "Altstadt"]
    assert derive(addresses_of([])).rows.empty


def test_two_streets_of_one_name_are_never_mixed():
    here = street(numbers={1: "A", 2: "A"}, plz="52525", ortsteil="Dremmen")
    there = street(numbers={1: "B", 2: "B"}, plz="52525", ortsteil="Porselen")
    rows = directory_of(here + there)
    assert rows[["plz", "ortsteil", "gebiet"]].values.tolist() == [
        ["52525", "Dremmen", "A"],
        ["52525", "Porselen", "B"],
    ]
    far = street(numbers={1: "A"}, plz="12109", ortsteil="Mariendorf") + street(
        numbers={2: "A"}, plz="12589", ortsteil="Rahnsdorf"
    )
    assert len(directory_of(far)) == 2  # nothing links the two, so not even equal areas join them


def test_one_street_through_two_postcodes_is_one_row():
    rows = directory_of(
        street(numbers={1: "A"}, plz="10707", ortsteil="Halensee")
        + street(numbers={3: "A"}, plz="10709", ortsteil="Halensee")
    )
    assert rows[["plz", "ortsteil"]].values.tolist() == [["", "Halensee"]]


def test_the_key_decides_where_there_is_one():
    rows = directory_of(
        street("Ring", numbers={1: "A"}, strassenschluessel="00010")
        + street("Ring", numbers={1: "B"}, strassenschluessel="00020")
        + street("RING", numbers={3: "A"}, strassenschluessel="00010")
        + street("Ring", numbers={1: "C"}, strassenschluessel="00000", gemeinde="05999002")
    )
    assert rows[["strassenschluessel", "gebiet"]].values.tolist() == [["00010", "A"], ["00020", "B"], ["", "C"]]


def test_rows_run_from_a_to_z_as_germans_sort():
    names = ["Zoo", "Äckerweg", "Adlerweg", "Ostring", "Öderweg"]
    rows = directory_of([row for name in names for row in street(name, numbers={1: "A"})])
    assert rows["strasse"].tolist() == ["Äckerweg", "Adlerweg", "Öderweg", "Ostring", "Zoo"]


def random_town(rng):
    """Return addresses of few names in places that may be unknown, so that streets are hard to tell apart."""
    rows = []
    for _street in range(rng.randint(1, 5)):
        place = {
            "strasse": rng.choice(("Ring", "ring", "Am Bach")),
            "plz": rng.choice(("1", "2", None)),
            "ortsteil": rng.choice(("X", "Y", "Z", None)),
            "gemeinde": rng.choice(("05999001", "05999001", "05999002")),
            "strassenschluessel": rng.choice((None, None, None, "00001", "00002")),
        }
        for _address in range(rng.randint(1, 6)):
            number = rng.choice((None, 1, 2, 3, 4, 5, 6, "6a", "6b"))
            rows.append({**place, "hausnummer": number, "gebiet": rng.choice("AABC")})
    return rows


@pytest.mark.parametrize("seed", range(60))
def test_directory_then_assignment_gives_every_area_back(seed):
    addresses = addresses_of(random_town(random.Random(seed)))
    found = derive(addresses)
    result = assign(addresses, found.rows)
    assert result.area.tolist() == found.taken.tolist(), addresses.assign(area=result.area, why=result.reason)
    assert found.rows["adressen"].sum() == (found.outcome == Outcome.LISTED).sum()
    assert result.overlaps.empty
    assert (result.problem == "").all()


@pytest.fixture(scope="module")
def berlin(real_data):
    path = real_data / "berlin_addresses" / "addresses_bezirke_07_12.csv.gz"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    names = {"strasse": "str_name", "plz": "plz", "ortsteil": "ort_name", "hausnummer": "hnr", "zusatz": "hnr_zusatz"}
    addresses, unreadable = standard_addresses(table, names)
    assert not unreadable.any()
    return addresses.assign(gebiet=table["PLR_ID"])


def test_berlin_is_lossless(berlin):
    found = derive(berlin)
    assert (found.outcome == Outcome.LISTED).all()
    assert found.rows["adressen"].sum() == 219_794
    result = assign(berlin, found.rows)
    assert (result.area == berlin["gebiet"]).all()
    assert result.overlaps.empty


def test_berlin_needs_fewer_rows_than_runs(berlin):
    """A second method: one row per street and postcode and Ortsteil in one area, else one per run and side."""
    numbered = berlin[berlin["hausnummer"].notna()].copy()
    numbered["side"] = numbered["hausnummer"] % 2
    place = ["strasse", "plz", "ortsteil"]
    numbered = numbered.sort_values([*place, "side", "hausnummer", "zusatz"])
    whole = numbered.groupby(place)["gebiet"].transform("nunique") == 1
    changes = numbered[[*place, "side", "gebiet"]].ne(numbered[[*place, "side", "gebiet"]].shift()).any(axis=1)
    runs = changes[~whole].sum() + len(numbered[whole].drop_duplicates(place))
    assert len(derive(numbered.reset_index(drop=True)).rows) < runs == 7424
