"""Cells of real lists: whatever else they hold, street, number, postcode and town are read, or nothing is guessed."""

from __future__ import annotations

import time

import pytest

from sozialraum_plugin.core.addresses.one_cell import CellReader, mended, number_alone

KNOWN = ["hauptstrasse", "lindenweg", "strasse12", "strasse659", "strasse6", "amrotenhaus", "beidenwoerden",
         "strassea(hokaiii)", "platzdes4juli"]  # fmt: skip


@pytest.fixture(scope="module")
def read():
    return CellReader({name.replace("(", "").replace(")", "") for name in KNOWN}).read


@pytest.mark.parametrize(
    "cell",
    [
        "Hauptstr. 12a, 45127 Essen",
        "Hauptstr. 12 a , 45127 Essen",
        "Hauptstr.12a,45127 Essen",
        "Hauptstr. 12a 45127 Essen",
        "Hauptstr. 12a - 45127 Essen",
        "Hauptstr. 12a / D-45127 Essen",
        "Hauptstr. 12a; DE-45127 Essen",
        "Hauptstr., 12a, 45127, Essen",
        "45127 Essen, Hauptstr. 12a",
        "45127 Essen Hauptstr. 12a",
        "Hauptstr. Nr. 12a, 45127 Essen",
        "Hauptstr. Hausnr. 12a, 45127 Essen",
        "Hauptstr. 12a/EG, 45127 Essen",
        "Hauptstr. 12a, 3. OG links, 45127 Essen",
        "Hauptstr. 12a Whg. 5, 45127 Essen",
        "Hauptstr. 12a HH, 45127 Essen",
        "Hauptstr. 12a (Hinterhaus), 45127 Essen",
        "Hauptstr. 12a Haus 3, 45127 Essen",
        "Hauptstr. 12a, Haus B, 45127 Essen",
        "Hauptstr. 12a c/o Meier, 45127 Essen",
        "c/o Meier, Hauptstr. 12a, 45127 Essen",
        "Hauptstr. 12a, 45127 Essen, c/o Meier",
        "Hauptstr. 12a Ecke Ring, 45127 Essen",
        "Hauptstr. 12a (Eingang Ring), 45127 Essen",
        "Kita Sonnenschein, Hauptstr. 12a, 45127 Essen",
        "Hauptstr. 12a, 45127 Essen, Deutschland",
        "Hauptstr.\u00a012a,\u00a045127\u00a0Essen",
        "Hauptstr.&nbsp;12a,&nbsp;45127 Essen",
        "Hauptstr. 12a<br/>45127 Essen",
        "Hauptstr.\t12a\t45127\tEssen",
        "Hauptstr. 12a\n45127 Essen",
        "Hauptstr.  12a,  45127  Essen",
        "Hauptstr. 12a Hauptstr. 12a, 45127 Essen",
    ],
)
def test_one_address_in_many_forms(read, cell):
    parts = read(cell)
    assert parts.street == "Hauptstr."
    assert parts.number.replace(" ", "") == "12a"
    assert (parts.postcode, parts.town) == ("45127", "Essen")


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Hauptstr. 12, 14 u. 16", ("Hauptstr.", "12, 14 u. 16", "", "")),
        ("Hauptstr. 12 a-c", ("Hauptstr.", "12 a-c", "", "")),
        ("Hauptstr. 12 bis 14", ("Hauptstr.", "12 bis 14", "", "")),
        ("Hauptstr. 5 Essen", ("Hauptstr.", "5", "", "Essen")),
        ("Hauptstr. 5 (Steele)", ("Hauptstr.", "5", "", "Steele")),
        ("Hauptstr. (Steele) 5", ("Hauptstr.", "5", "", "Steele")),
        ("Steele, Hauptstr. 5", ("Hauptstr.", "5", "", "Steele")),
        ("5 Hauptstr.", ("Hauptstr.", "5", "", "")),
        ("Am Roten Haus 5", ("Am Roten Haus", "5", "", "")),
        ("Bei den Wörden 5", ("Bei den Wörden", "5", "", "")),
        ("Straße 12", ("Straße 12", "", "", "")),
        ("Straße 12 5", ("Straße 12", "5", "", "")),
        ("Str. 6 59", ("Str. 6", "59", "", "")),
        ("Str. A (HOKA III) 5, EG", ("Str. A (HOKA III)", "5", "", "")),
        ("Platz des 4. Juli 5", ("Platz des 4. Juli", "5", "", "")),
    ],
)
def test_what_a_cell_says(read, cell, parts):
    assert tuple(read(cell)) == parts


@pytest.mark.parametrize(
    "cell", ["Hauptstr. 5, Lindenweg 7", "Postfach 12 34 56", "Hauptstr./Ecke Lindenweg", "OFW", "-"]
)
def test_no_single_address_is_no_address(read, cell):
    assert read(cell).street not in {"Hauptstr.", "Lindenweg"}


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("StraÃŸe", "Straße"), ("StraÃ\x9fe", "Straße"), ("MÃƒÂ¼llerstraÃƒÅ¸e", "Müllerstraße"),
        ("Stra\ufffde", "Straße"), ("Stra?e", "Straße"), ("M\x81llerstr.", "Müllerstr."), ("Straáe", "Straße"),
        ("M&uuml;llerstra&szlig;e", "Müllerstraße"), ("M&#252;llerstr.", "Müllerstr."),
        ("Ring\u200bweg\ufeff", "Ringweg"),
        ("Ângelaweg", "Ângelaweg"), ("„Am Hof“", "„Am Hof“"),
    ],
)  # fmt: skip
def test_broken_letters(cell, meant):
    assert mended(cell) == meant


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12, 3. OG links", "12"), ("12/EG", "12"), ("12a Hinterhaus", "12a"), ("12a HH", "12a"), ("12, HH", "12"),
        ("12 (Kita)", "12"), ("Hs.-Nr. 12", "12"), ("#12", "12"), ("12ff.", "12"), ("12/", "12"),
        ("12 45127 Essen", "12"),
        ("12 c/o Meier", "12"), ("12 WE 7", "12"), ("&nbsp;12", "12"), ("12-14", "12-14"), ("12 a", "12 a"),
        ("01. Mai", "01. Mai"), ("45047", "45047"), ("12/14", "12/14"), ("12 1/2", "12 1/2"), ("12 HH", "12 HH"),
    ],
)  # fmt: skip
def test_a_number_without_the_inside_of_the_house(cell, number):
    assert number_alone(cell) == number


@pytest.mark.parametrize("sign", ["1 ", "a, ", "12a", "c/o ", "- ", "EG ", "(", "Ã", "12345 "])
def test_a_cell_full_of_nonsense_takes_no_time(read, sign):
    start = time.perf_counter()
    read("Hauptstr. 5 " + sign * 300 + "!")
    assert time.perf_counter() - start < 1
