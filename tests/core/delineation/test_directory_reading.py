from __future__ import annotations

import random

import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.address_columns import standard_addresses
from sozialraum_plugin.core.delineation.directory_layouts import Layout, lay_out
from sozialraum_plugin.core.delineation.directory_lookup import assign
from sozialraum_plugin.core.delineation.directory_reading import BA_RASTER, ODD_AND_EVEN, read_layout
from sozialraum_plugin.core.delineation.directory_rows import RowProblem
from sozialraum_plugin.core.delineation.directory_text import parse_parts, part_text
from sozialraum_plugin.core.delineation.street_directory import derive
from sozialraum_plugin.core.errors import InputError, MissingColumnError

from .test_street_directory import addresses_of, berlin, random_town, street  # noqa: F401 - a fixture

WHOLE_LAYOUTS = [layout for layout in Layout.ALL if layout != Layout.SPLIT_ONLY]


def as_file(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table as a CSV file gives it back: text everywhere, None where a cell is empty."""
    texts = table.astype(object).where(table.notna(), None)
    return texts.applymap(lambda cell: None if cell in (None, "") else str(cell))


def areas_by(table: pd.DataFrame, *addresses: str, area_column: str | None = None) -> list[str]:
    """Return the areas of addresses such as "Ring 12a" by a directory in any layout; "" where there is none."""
    pairs = [text.rpartition(" ") for text in addresses]
    rows = pd.DataFrame({"strasse": [pair[0] for pair in pairs], "hausnummer": [pair[2] for pair in pairs]})
    standard, _unreadable = standard_addresses(rows, {"strasse": "strasse", "hausnummer": "hausnummer"})
    return assign(standard, read_layout(table, area_column).rows).area.tolist()


def table(head: str, *rows: str) -> pd.DataFrame:
    cells = [[cell or None for cell in row.split("|")] for row in rows]
    return pd.DataFrame(cells, columns=head.split("|"), dtype=object)


@pytest.mark.parametrize("layout", WHOLE_LAYOUTS)
@pytest.mark.parametrize("seed", range(20))
def test_every_layout_gives_every_area_back(layout, seed):
    addresses = addresses_of(random_town(random.Random(seed)))
    made = derive(addresses)
    laid_out, columns = lay_out(made.rows, layout)
    assert list(laid_out[[field.name for field in columns]]) == [field.name for field in columns]
    read = read_layout(as_file(laid_out[[field.name for field in columns]]))
    assert assign(addresses, read.rows).area.tolist() == made.taken.tolist()


@pytest.mark.parametrize("seed", range(5))
def test_the_split_streets_alone_give_back_what_they_hold(seed):
    sure = [*street("Weg", numbers={1: "A", 2: "A"}), *street("Gasse", numbers={1: "A", 2: "B"})]
    addresses = addresses_of([*random_town(random.Random(seed)), *sure])
    made = derive(addresses)
    laid_out, _columns = lay_out(made.rows, Layout.SPLIT_ONLY)
    found = assign(addresses, read_layout(as_file(laid_out)).rows).area
    assert 0 < (found != "").sum() < len(found)
    assert (found[found != ""] == made.taken[found != ""]).all()


@pytest.mark.parametrize("layout", WHOLE_LAYOUTS)
def test_every_layout_of_berlin_is_lossless(berlin, layout):  # noqa: F811
    laid_out, columns = lay_out(derive(berlin).rows, layout)
    read = read_layout(as_file(laid_out[[field.name for field in columns]]))
    assert (assign(berlin, read.rows).area == berlin["gebiet"]).all()


@pytest.mark.parametrize("side", ["G", "U", "F"])
@pytest.mark.parametrize("start", [(None, ""), (1, ""), (2, ""), (7, "b"), (12, "1/2"), (12, "/1"), (30, "hh")])
@pytest.mark.parametrize("end", [(None, ""), (40, ""), (41, "c"), (44, "/2")])
def test_a_range_survives_as_text(side, start, end):
    (part,) = parse_parts(part_text(side, start, end))
    begins = {None: {None}, 1: {1, None}, 2: {2, None}}.get(start[0], {start[0]})
    assert (part.side, part.from_suffix, part.to_number, part.to_suffix) == (side, start[1], *end)
    assert part.from_number in begins or (start[0] is None and part.from_number == 1)


def test_the_text_of_the_trade():
    found = parse_parts("54-60 ger.,83-95 ung.,101-116,120")
    assert [(part.side, part.from_number, part.to_number) for part in found] == [
        ("G", 54, 60), ("U", 83, 95), ("F", 101, 116), ("F", 120, 120),
    ]  # fmt: skip
    assert [part.unmarked for part in found] == [False, False, True, True]


@pytest.mark.parametrize(
    "foreign",
    [
        table("Straße|von|Zusatz|G/U/F|bis|Zusatz_1|Bezirk", "Ring|2||G|12|a|01", "Ring|12|b|G|998||02",
              "Ring|1||U|||03"),
        table("Strassenname|Hnr_von|Hnr_bis|Seite|Stimmbezirk", "Ring|2|12a|gerade|01", "Ring|12b|Ende|gerade|02",
              "Ring|||ungerade|03"),
        table("STRASSE|HAUSNUMMERN|GEBIET", "Ring|2-12a ger.|01", "Ring|ab 12b gerade|02", "Ring|ungerade|03"),
        table("Straße|Hausnummer|Sozialraum", "Ring|2-12a gerade, alle ungeraden|x", "Ring|12b-Ende gerade|02")
        .replace("x", "01"),
        table("strasse|gebiete", "Ring|01 (2-12a ger.); 02 (12b-Ende ger.); 03 (ungerade)"),
        table("Straße|gerade von|gerade bis|ungerade von|ungerade bis|Quartier", "Ring|2|12a|||01", "Ring|12b|998|||02",
              "Ring|||1|997|03"),
        table("|".join(f"field_{place}" for place in range(1, 8)), "Ring|2||G|12|a|01", "Ring|12|b|G|||02",
              "Ring|||U|||03"),
    ],
)  # fmt: skip
def test_layouts_of_other_houses(foreign):
    found = areas_by(foreign, "Ring 2", "ring 12A", "Ring 12b", "Ring 400", "Ring 7")
    assert found[:4] == ["01", "01", "02", "02"]
    assert found[4] in ("03", "01")


def test_the_raster_of_the_labour_agency_is_a_directory():
    head = (
        "strasse|plz|schluessel|ungerade_von|ungerade_von_zusatz|ungerade_bis|ungerade_bis_zusatz|gerade_von|"
        "gerade_von_zusatz|gerade_bis|gerade_bis_zusatz"
    )
    raster = table(
        head, "Ring|52525|001001001|1||997||2||12|a", "Ring|52525|001001002|||||12|b|998|", "Weg|1|x|1||997||||"
    )
    read = read_layout(raster)
    assert read.layout == BA_RASTER
    assert read.problem.ne("").tolist() == [False, False, True]
    assert areas_by(raster, "Ring 12a", "Ring 12b", "Ring 99") == ["001001001", "001001002", "001001001"]


def test_ranges_without_a_side_mean_one_side_only_where_they_must():
    both = table("strasse|von|bis|gebiet", "Ring|1|9|01", "Ring|2|10|02", "Ring|11|19|03", "Weg|1|9|01", "Weg|11|19|02")
    read = read_layout(both)
    assert read.one_sided == 3
    assert areas_by(both, "Ring 4", "Ring 5", "Ring 12", "Weg 4", "Weg 12") == ["02", "01", "", "01", "02"]
    marked = both.assign(seite="F")
    assert read_layout(marked).one_sided == 0
    assert areas_by(marked, "Ring 5", "Ring 12") == ["", "03"]


def test_good_rows_are_kept_and_bad_ones_named_by_their_row():
    mixed = table("Straße|Hausnummern|Gebiet", "Ring|1-9, hinten links, 12|01", "|1|01", "Ring|20-30|", "Weg|9-3|02")
    read = read_layout(mixed)
    problem = assign(standard_addresses(pd.DataFrame({"s": []}), {"strasse": "s"})[0], read.rows).problem
    named = [(source, kind) for source, kind in zip(read.source, problem) if kind]
    assert named == [
        (0, RowProblem.NUMBER), (1, RowProblem.NO_STREET), (2, RowProblem.NO_AREA), (3, RowProblem.ORDER),
    ]  # fmt: skip
    assert areas_by(mixed, "Ring 5", "Ring 12") == ["01", "01"]


def test_an_unreadable_area_of_a_street_is_named_and_never_taken_for_another():
    mixed = table("strasse|gebiete", "Ring|01 (1-9) xyz; 02 (10-Ende); 03", "Weg|", "Gasse|01: 1-9; 02: 10-20")
    read = read_layout(mixed)
    problem = assign(standard_addresses(pd.DataFrame({"s": []}), {"strasse": "s"})[0], read.rows).problem
    assert [(source, kind) for source, kind in zip(read.source, problem) if kind] == [
        (0, RowProblem.NUMBER), (1, RowProblem.NO_AREA),
    ]  # fmt: skip
    assert read.rows["gebiet"].tolist()[1:3] == ["02", "03"]
    assert areas_by(mixed, "Gasse 5", "Gasse 12") == ["01", "02"]


@pytest.mark.parametrize(
    ("row", "problem", "doubtful"),
    [
        ("Ring|1|9|G|01", RowProblem.PARITY, False),
        ("Ring|3|3|G|01", RowProblem.PARITY, False),
        ("Ring|1|12|G|01", "", False),
        ("Ring|2|13|U|01", "", False),
        ("Ring|5|12|G|01", "", True),
        ("Ring|2|11|G|01", "", True),
        ("Ring|3|11|U|01", "", False),
        ("Ring|1|9|links|01", RowProblem.SIDE, False),
    ],
)
def test_sides_that_contradict_the_numbers(row, problem, doubtful):
    read = read_layout(table("strasse|von|bis|g/u|gebiet", row))
    found = assign(standard_addresses(pd.DataFrame({"s": []}), {"strasse": "s"})[0], read.rows)
    assert found.problem.tolist() == [problem]
    assert found.doubtful.tolist() == [doubtful]


def test_the_user_may_name_the_column_of_the_areas():
    two = table("strasse|bezirk|sprengel", "Ring|B1|S1", "Weg|B2|S2")
    assert areas_by(two, "Ring 1", "Weg 1") == ["B1", "B2"]
    assert areas_by(two, "Ring 1", "Weg 1", area_column="sprengel") == ["S1", "S2"]


def test_odd_and_even_columns_are_recognised():
    read = read_layout(table("Strasse|G von|G bis|U von|U bis|Schulbezirk", "Ring|2|10|1|9|7"))
    assert read.layout == ODD_AND_EVEN
    assert read.source.tolist() == [0, 0]


def test_what_is_no_directory_is_refused_with_a_sentence():
    with pytest.raises(InputError):
        read_layout(table("strasse|gebiet"))
    with pytest.raises(MissingColumnError):
        read_layout(table("name|wert", "a|b"))
