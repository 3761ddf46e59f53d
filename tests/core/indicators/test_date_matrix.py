"""The Stichtag matrix: every state from rows made for it, and a picture and a page that say the same."""

import re
from xml.etree import ElementTree

import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import DATE_MATRIX
from sozialraum_plugin.core.indicators.date_matrix import State, date_matrix
from sozialraum_plugin.core.indicators.date_matrix_page import LOOKS, counts_of, matrix_html, matrix_svg, state_names

COLUMNS = [
    "gebiet", "ebene", "indikator", "indikator_name", "stichtag", "wert", "kennzeichen", "stichtag_nenner",
    "gebietsstand",
]  # fmt: skip
NAMES = {"B01": "Einwohner", "A08": "SGB II-Quote", "K01": "Betreuungsquote <u3> & mehr"}


def rows(code, day, values, flags=("", ""), base=None, edition="2025", level="sozialraum"):
    return [
        (f"0{n}", level, code, NAMES[code], day, value, flag, base, edition)
        for n, (value, flag) in enumerate(zip(values, flags), 1)
    ]


TABLE = pd.DataFrame(
    [
        *rows("B01", "2022-12-31", (900.0, 800.0), edition="2022"),
        *rows("B01", "2023-12-31", (1000.0, 800.0)),
        *rows("B01", "2024-12-31", (1010.0, 790.0), ("", "geschaetzt")),
        *rows("A08", "2023-12-31", (10.0, None), ("", "geheim")),
        *rows("A08", "2024-12-31", (10.0, None), ("", "fehlt")),
        *rows("K01", "2024-03-01", (30.0, 40.0), base="2023-12-31"),
        *rows("B01", "2024-12-31", (5000.0,), level="gemeinde"),
    ],
    columns=COLUMNS,
    dtype=object,
)


def states(matrix):
    return {(row.indikator, row.jahr): row.zustand for row in matrix.table.itertuples()}


def test_every_state_is_told_apart():
    matrix = date_matrix(TABLE, "sozialraum")
    assert states(matrix) == {
        ("B01", 2022): State.OTHER, ("B01", 2023): State.PRESENT, ("B01", 2024): State.ESTIMATED,
        ("A08", 2022): State.MISSING, ("A08", 2023): State.PRESENT, ("A08", 2024): State.PARTIAL,
        ("K01", 2022): State.MISSING, ("K01", 2023): State.MISSING, ("K01", 2024): State.PRESENT,
    }  # fmt: skip
    assert list(matrix.table.columns) == [field.name for field in DATE_MATRIX]
    assert counts_of(matrix)[State.MISSING] == 3 and sum(counts_of(matrix).values()) == len(matrix.table)


def test_numbers_and_sentences_of_a_cell():
    cells = date_matrix(TABLE, "sozialraum").table.set_index(["indikator", "jahr"])
    hidden = cells.loc["A08", 2023]
    assert (hidden["anzahl_gebiete"], hidden["mit_wert"], hidden["geheim"], hidden["ohne_wert"]) == (2, 1, 1, 0)
    assert "1 of 2 values are hidden" in hidden["hinweis"]
    assert "1 of 2 areas have no value: 02." in cells.loc["A08", 2024]["hinweis"]
    assert "Denominator of 31.12.2023." in cells.loc["K01", 2024]["hinweis"]
    assert cells.loc["K01", 2024]["stichtage"] == "01.03.2024"
    assert "Only for the edition 2022." in cells.loc["B01", 2022]["hinweis"]


def test_the_edition_asked_decides_what_is_another():
    matrix = date_matrix(TABLE, "sozialraum", territory="2022")
    assert states(matrix)["B01", 2022] == State.PRESENT and states(matrix)["B01", 2023] == State.OTHER


def test_without_editions_nothing_is_another():
    matrix = date_matrix(TABLE.drop(columns=["gebietsstand", "kennzeichen", "stichtag_nenner"]), "sozialraum")
    assert State.OTHER not in states(matrix).values() and states(matrix)["B01", 2022] == State.PRESENT


def test_a_rate_of_nobody_is_no_gap_and_a_later_value_is_said():
    table = TABLE.copy()
    table.loc[table["kennzeichen"] == "fehlt", "kennzeichen"] = "entfaellt"
    assert states(date_matrix(table, "sozialraum"))["A08", 2024] == State.PRESENT
    late = TABLE[TABLE["indikator"] == "A08"].assign(wert=None, kennzeichen="spaeter")
    assert "come later" in date_matrix(late, "sozialraum").table["hinweis"].iloc[0]


def test_wanted_indicators_and_years_without_a_row_are_missing():
    matrix = date_matrix(TABLE, "sozialraum", [("S01", "Grundsicherung"), ("B01", "Einwohner")], first=2021, last=2025)
    assert [code for code, _ in matrix.indicators] == ["S01", "B01"] and matrix.years == [2021, 2022, 2023, 2024, 2025]
    assert {states(matrix)["S01", year] for year in matrix.years} == {State.MISSING}
    assert states(matrix)["B01", 2025] == State.MISSING


@pytest.mark.parametrize(
    ("table", "arguments", "sentence"),
    [
        (TABLE, {"level": "kreis"}, "no areas of the level “kreis”. It has: gemeinde, sozialraum"),
        (TABLE[:0], {"level": "sozialraum"}, "no rows"),
        (TABLE.assign(stichtag=None), {"level": "sozialraum"}, "no rows"),
        (TABLE, {"level": "sozialraum", "first": 2025, "last": 2020}, "no years in order"),
        (TABLE, {"level": "sozialraum", "first": 1, "last": 2020}, "more than 60"),
    ],
)
def test_bad_input(table, arguments, sentence):
    with pytest.raises(InputError, match=sentence):
        date_matrix(table, **arguments)


def test_the_picture_has_a_sign_for_every_cell_and_differs_in_greyscale():
    matrix = date_matrix(TABLE, "sozialraum")
    svg = ElementTree.fromstring(matrix_svg(matrix))
    space = "{http://www.w3.org/2000/svg}"
    shades = [element.get("fill") for element in svg.iter(f"{space}rect")][1:]
    for state, count in counts_of(matrix).items():
        assert shades.count(LOOKS[state].shade) == count + 1, state  # and one in the legend
    assert svg.find(f"{space}title").text and svg.find(f"{space}desc").text
    assert "K01 Betreuungsquote <u3> & mehr" in [element.text for element in svg.iter(f"{space}text")]
    grey = sorted(
        sum(weight * int(look.shade[at : at + 2], 16) for weight, at in ((0.299, 1), (0.587, 3), (0.114, 5)))
        for look in LOOKS.values()
    )
    assert min(b - a for a, b in zip(grey, grey[1:])) > 15 and len({look.symbol for look in LOOKS.values()}) == 5


def test_ink_stands_out_from_its_shade():
    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for look in LOOKS.values():
        dark, light = sorted((luminance(look.ink), luminance(look.shade)))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, look


def test_the_page_says_every_cell_in_words():
    matrix = date_matrix(TABLE, "sozialraum")
    page = matrix_html(matrix)
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    cells = re.findall(r"<td>(.*?)</td>", body)
    assert len(cells) == len(matrix.table)
    for cell, row in zip(cells, matrix.table.itertuples()):
        assert cell.startswith(state_names()[row.zustand][0])
    assert "&lt;u3&gt; &amp; mehr" in body and "<u3>" not in page
    assert 'lang="' in page and page.count('scope="row"') == 3 and page.count('scope="col"') == 4
