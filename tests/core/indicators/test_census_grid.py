"""Census grid files of both editions, their ids, their marks, and files that are none."""

from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.errors import CancelledError, InputError
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.indicators.census.census_grid import read_census_grid
from sozialraum_plugin.core.indicators.census.grid_cells import corners_from_ids
from sozialraum_plugin.core.indicators.census.grid_values import grid_column

GRID_2022 = """GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner;Durchschnittsalter;werterlaeuternde_Zeichen
CRS3035RES100mN2689100E4337000;4337050;2689150;4;40,25;
CRS3035RES100mN2689100E4337100;4337150;2689150;–;–;KLAMMERN
CRS3035RES100mN2690800E4341200;4341250;2690850;1234;1.000,5;
"""


def read(folder, text, columns=(), selection=None, encoding="utf-8"):
    path = folder / "grid.csv"
    path.write_text(text, encoding=encoding)
    return read_census_grid(path, columns, selection, lambda: False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_grid_of_2022_is_read(tmp_path, encoding):
    grid = read(tmp_path, GRID_2022, encoding=encoding)
    assert grid.cells["gitter_id"].iloc[0] == "CRS3035RES100mN2689100E4337000"
    assert grid.cells[["east", "north", "zellgroesse"]].iloc[2].tolist() == [4341200, 2690800, 100]
    assert grid.cells["Einwohner"].tolist() == [4, None, 1234]
    assert grid.cells["Durchschnittsalter"].tolist() == [40.25, None, 1000.5]
    assert grid.cells["werterlaeuternde_Zeichen"].tolist() == [None, "KLAMMERN", None]
    assert [field.kind for field in grid.fields] == [Kind.INTEGER, Kind.REAL, Kind.TEXT]
    assert grid.marks == {"no value (dash)": 2}


@pytest.mark.parametrize(
    "text, corner",
    [
        ("CRS3035RES100mN2689100E4337000", (4337000, 2689100, 100)),
        ("100mN26891E43370", (4337000, 2689100, 100)),
        ("1kmN2689E4337", (4337000, 2689000, 1000)),
        ("CRS3035RES1000mN2689000E4337000", (4337000, 2689000, 1000)),
        ("10kmN268E433", (4330000, 2680000, 10000)),
    ],
)
def test_ids_of_both_editions_name_the_lower_left_corner(text, corner):
    assert tuple(corners_from_ids(pd.Series([text])).iloc[0][["east", "north", "size"]]) == corner


def test_middles_serve_where_there_is_no_id(tmp_path):
    grid = read(tmp_path, "x;y;Einwohner\n4151500;2920500;10\n4153500;2920500;-1\n4151500;2921500;-9\n")
    assert grid.cells["gitter_id"].tolist()[0] == "CRS3035RES1000mN2920000E4151000"
    assert grid.cells["Einwohner"].tolist() == [10, None, None]
    assert grid.marks == {"no value (-1)": 1, "no value (-9)": 1}


def test_the_name_of_the_coordinates_tells_the_size(tmp_path):
    grid = read(tmp_path, "x_mp_1km;y_mp_1km;n\n4151500;2920500;10\n")
    assert grid.cells[["east", "north", "zellgroesse"]].iloc[0].tolist() == [4151000, 2920000, 1000]


def test_chosen_columns_and_cells_only(tmp_path):
    grid = read(tmp_path, GRID_2022, ["Einwohner"], lambda corners: (corners["east"] < 4337100).to_numpy())
    assert grid.cells["Einwohner"].tolist() == [4]
    assert (grid.total, grid.outside, grid.marks) == (3, 2, {})


def test_marks_are_told_apart_and_points_are_read_by_context():
    values, field, marks = grid_column(pd.Series(["1.234", "", "·", "/", "-1,0", "5,5"], name="n"))
    assert values.tolist() == [1234.0, None, None, None, None, 5.5]
    assert field.kind is Kind.REAL
    assert sum(marks.values()) == 4
    assert len(marks) == 4
    assert grid_column(pd.Series(["1.5"], name="n"))[0].tolist() == [1.5]
    assert grid_column(pd.Series(["", "–"], name="n"))[0].tolist() == [None, None]


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "is empty"),
        ("a;b\n1;2\n", "no column with ids.*a, b"),
        (GRID_2022.replace(";4;40,25", ";vier;40,25"), "“Einwohner”, row 2: “vier” is no number"),
        (GRID_2022.replace("E4337100;", "E4337000;"), "occurs twice, in rows 2 and 3"),
        ("x;y;n\n1;2;3\n", "cell size is unclear"),
        ("x_mp_100m;y_mp_100m;n\n4151550;?;3\n", "Row 2: “\\?” in column “y_mp_100m”"),
        ("x;y;n\n4151500;2920500;10\n4152500;2920500;10;7;8\n", "no regular CSV"),
    ],
)
def test_bad_files_end_in_a_sentence(tmp_path, text, sentence):
    with pytest.raises(InputError, match=sentence):
        read(tmp_path, text)


def test_an_id_that_breaks_off_late_in_the_file_is_named(tmp_path):
    rows = "".join(f"CRS3035RES100mN2689100E{4337000 + 100 * k};1\n" for k in range(80))
    with pytest.raises(InputError, match="Row 82: “kaputt”"):
        read(tmp_path, "id;n\n" + rows + "kaputt;1\n")


def test_a_missing_column_is_named(tmp_path):
    with pytest.raises(InputError, match="“Alter”.*Einwohner"):
        read(tmp_path, GRID_2022, ["Alter"])


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="nichts.csv"):
        read_census_grid(tmp_path / "nichts.csv", [], None, lambda: False)


def test_it_can_be_cancelled(tmp_path):
    path = tmp_path / "grid.csv"
    path.write_text(GRID_2022, encoding="utf-8")
    with pytest.raises(CancelledError):
        read_census_grid(path, [], None, lambda: True)
