from __future__ import annotations

import numpy as np
import pandas as pd

from sozialraum_plugin.core.delineation.address_columns import standard_addresses
from sozialraum_plugin.core.delineation.area_changes_streets import STREETS, moved_streets

ADDRESSES = [
    ("Ring", "1", "A", "X", 10),
    ("Ring", "3", "A", "X", 20),
    ("Ring", "5", "A", "Y", 30),
    ("Ring", "7", "A", "Y", 2),
    ("Ring", "2", "A", "X", 40),
    ("Weg", "1", "B", "Y", 50),
    ("Weg", "2", "B", "Y", 60),
    ("Hof", "1", "B", "X", 70),
    ("Hof", None, "B", "X", 5),
    (None, "4", "A", "Y", 9),
]
CONTINUED = {("A", "X"), ("B", "Y")}


def streets(threshold=0, blurred=()):
    table = pd.DataFrame(ADDRESSES, columns=["strasse", "hausnummer", "old", "new", "people"], dtype=object)
    standard, _ = standard_addresses(table, {"strasse": "strasse", "hausnummer": "hausnummer"})
    moved = np.array([pair not in CONTINUED for pair in zip(table["old"], table["new"])])
    people = table["people"].to_numpy(dtype=float)
    return moved_streets(standard, table["old"], table["new"], people, moved, threshold, blurred)


def test_only_what_moves_is_listed_by_ranges():
    found = streets()
    assert found[["gebiet_alt", "gebiet_neu", "strasse", "hausnummern", "adressen", "einwohner"]].values.tolist() == [
        ["B", "X", "Hof", "alle", 2, 75.0],
        ["A", "Y", "Ring", "5-Ende", 2, 32.0],
        ["A", "Y", found["strasse"].iloc[2], found["hausnummern"].iloc[2], 1, 9.0],
    ]
    assert "Addresses without a street" in found["hinweis"].iloc[2]


def test_the_sums_are_those_of_the_crosswalk():
    counts = streets().astype({"adressen": int, "einwohner": float})
    found = counts.groupby(["gebiet_alt", "gebiet_neu"])[["adressen", "einwohner"]].sum()
    assert found.values.tolist() == [[3, 41.0], [2, 75.0]]


def test_a_small_number_is_hidden_with_a_second_one_or_the_whole_group():
    found = streets(threshold=10)
    assert found["einwohner"].tolist() == [75.0, None, None]
    assert found["kennzeichen"].tolist() == ["", "geheim", "geheim"]
    assert streets(threshold=3, blurred=[("B", "X")])["einwohner"].tolist() == [None, 32.0, 9.0]


def test_nothing_moves_is_an_empty_table():
    nobody = np.zeros(len(ADDRESSES), dtype=bool)
    table = pd.DataFrame(ADDRESSES, columns=["strasse", "hausnummer", "old", "new", "people"], dtype=object)
    standard, _ = standard_addresses(table, {"strasse": "strasse", "hausnummer": "hausnummer"})
    found = moved_streets(standard, table["old"], table["new"], table["people"].to_numpy(float), nobody)
    assert found.empty and list(found.columns) == [field.name for field in STREETS]
