"""Messy rows find their address, and never a doubtful one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.fuzzy import similar_names
from sozialraum_plugin.core.addresses.matching import address_columns, comparable
from sozialraum_plugin.core.addresses.messy_rows import messy_rows
from sozialraum_plugin.core.addresses.one_cell import CellReader, mended
from sozialraum_plugin.core.addresses.spelling import distances, letter_counts, letters, may_be_near
from sozialraum_plugin.core.addresses.street_search import find_addresses

LIST = [
    ("Bergstraße", "1", "", "10001"), ("Burgstraße", "1", "", "10001"), ("Straße 12", "5", "", "10001"),
    ("Straße 13", "5", "", "10001"), ("Albert-Einstein-Straße", "7", "", "10001"), ("Große Gasse", "3", "", "10001"),
    ("Lindenweg", "12", "", "10001"), ("Lindenweg", "15", "", "10001"), ("Lindenweg", "1-2", "", "10001"),
    ("Lindenweg", "20-24", "", "10001"), ("Müllerstraße", "4", "a", "10002"), ("Kirchplatz", "3", "", "10001"),
    ("Kirchplatz", "3", "", "10002"), ("Schulstraße", "8", "a-c", "10001"), ("Rosenallee", "2", "", "10001"),
]  # fmt: skip


@pytest.fixture(scope="module")
def listed():
    table = pd.DataFrame(LIST, columns=["strasse", "hausnummer", "zusatz", "plz"])
    return comparable(table, address_columns())


def outcome(listed, street, number="", postcode="", allow_nearest=False):
    table = pd.DataFrame([[street, number, postcode]], columns=["s", "n", "p"], dtype=object)
    rows = messy_rows(table, {"strasse": "s", "hausnummer": "n", "plz": "p"}, listed)
    found = find_addresses(rows, listed, allow_nearest)
    address = found.matches.address[0]
    return found.matches.match_class[0], " ".join(LIST[address][:2]) if address >= 0 else None


@pytest.mark.parametrize(
    ("street", "number", "kind", "address"),
    [
        ("Bergstraße", "1", "exakt", "Bergstraße 1"),
        ("BURGSTR. ", "1", "normalisiert", "Burgstraße 1"),
        ("Bürgstraße", "1", "mehrdeutig or keiner", None),
        ("Rosenalee", "2", "strasse_korrigiert", "Rosenallee 2"),
        ("Brgstraße", "1", "mehrdeutig or keiner", None),
        ("Borgstraße", "1", "mehrdeutig or keiner", None),
        ("Straße 12", "5", "exakt", "Straße 12 5"),
        ("Straße 12 5", "", "exakt", "Straße 12 5"),
        ("Straße 14", "5", "keiner", None),
        ("Albert-Einstien-Str.", "7", "strasse_korrigiert", "Albert-Einstein-Straße 7"),
        ("Albert Einstein Strase", "8", "keiner", None),
        ("Gr. Gasse", "3", "normalisiert", "Große Gasse 3"),
        ("Muellerstr. 4a, 10002 Stadt", "", "normalisiert", "Müllerstraße 4"),
        ("MÃ¼llerstraÃŸe", "4a", "exakt", "Müllerstraße 4"),
        ("Rosenallee Rosenallee 2", "", "exakt", "Rosenallee 2"),
        ("Lindenweg", "01. Feb", "nummer_im_bereich", "Lindenweg 1-2"),
        ("Lindenweg", "44958", "nummer_im_bereich", "Lindenweg 1-2"),
        ("Lindenweg", "2023-02-01", "nummer_im_bereich", "Lindenweg 1-2"),
        ("Lindenweg", "03. Apr", "keiner", None),
        ("Lindenweg", "22", "nummer_im_bereich", "Lindenweg 20-24"),
        ("Lindenweg", "21", "keiner", None),
        ("Lindenweg", "12-14", "nummer_im_bereich", "Lindenweg 12"),
        ("Schulstraße", "8b", "nummer_im_bereich", "Schulstraße 8"),
        ("Schulstraße", "8d", "keiner", None),
        ("Kirchplatz", "3", "mehrdeutig", None),
        ("Nirgendwo", "3", "keiner", None),
        ("", "", "keiner", None),
    ],
)
def test_each_habit(listed, street, number, kind, address):
    found = outcome(listed, street, number)
    assert found[1] == address
    assert found[0] in kind.split(" or ")


def test_a_postcode_decides_or_forbids(listed):
    assert outcome(listed, "Kirchplatz", "3", "10002") == ("exakt", "Kirchplatz 3")
    assert outcome(listed, "Rosenalee", "2", "10002") == ("keiner", None)


def test_nearest_number_prefers_its_side(listed):
    assert outcome(listed, "Lindenweg", "14", allow_nearest=True) == ("naechste_nummer", "Lindenweg 12")
    assert outcome(listed, "Lindenweg", "12a", allow_nearest=True) == ("naechste_nummer", "Lindenweg 12")
    assert outcome(listed, "Lindenweg", "99", allow_nearest=True) == ("keiner", None)


def test_distance_counts_swapped_letters_once():
    others = list(("abcd", "abdc", "abd", "abxcd", "xbcy", "wxyz"))
    assert distances(letters(["abcd"] * len(others)), letters(others), 2).tolist() == [0, 1, 1, 1, 2, 3]


def test_counts_of_letters_never_rule_out_a_near_text():
    draw = np.random.default_rng(4)
    texts = ["".join(draw.choice(list("abcä"), draw.integers(3, 9))) for _ in range(3000)]
    first, second = letters(texts[:1500]), letters(texts[1500:])
    width = min(first.shape[1], second.shape[1])
    first, second = first[:, :width], second[:, :width]
    possible = may_be_near(letter_counts(first), letter_counts(second), 2)
    near = distances(first, second, 2) <= 2
    assert near.any() and not possible.all() and possible[near].all()


def test_names_that_differ_in_a_numeral_or_are_names_themselves_are_no_slips():
    known = ["strasse13", "burgweg", "bergstrasse", "gartenwegb"]
    assert similar_names(["strasse12", "burgstrasse", "gartenwega"], known) == []


def test_cells():
    read = CellReader().read
    assert read("45127 Essen, Hauptstr. 12 - 14") == ("Hauptstr.", "12 - 14", "45127", "Essen")
    assert read("Straße des 17. Juni 135") == ("Straße des 17. Juni", "135", "", "")
    assert read("Am Markt") == ("Am Markt", "", "", "")
    assert mended("StraÃ\x9fe") == mended("StraÃŸe") == mended("Stra?e") == "Straße"


def test_roman_numerals_and_unknown_towns_are_never_guessed():
    table = pd.DataFrame(
        [("Aach", "II. Schnieringstraße", "1", "10001"), ("Aach", "Viktoriastraße", "1", "10001")],
        columns=["gemeinde_name", "strasse", "hausnummer", "plz"],
    )
    listed = comparable(table, address_columns())
    cells = ["I.iSchnieringstr. 1", "II.Schnieringstr. 1", "Vitkoriastr. 1", "Uiktoriastraße 1"]
    cells += ["Viktoriastraße 1, Bedorf", "Viktoriastraße 1, Aach-Mitte", "Viktoriastraße 1, 10001 Ach"]
    rows = messy_rows(pd.DataFrame({"s": cells}), {"strasse": "s"}, listed)
    found = find_addresses(rows, listed).matches
    assert found.address.tolist() == [-1, 0, 1, 1, -1, 1, 1]
    assert found.problem[4] == "angaben_widersprechen_sich"
