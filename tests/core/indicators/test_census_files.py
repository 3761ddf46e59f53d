"""Grid files as downloaded: archives, long files of 2011, several files at once, classes, marks, absent cells."""

from __future__ import annotations

import time
import zipfile

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.census.census_files import GridFile, grid_files
from sozialraum_plugin.core.indicators.census.census_grid import read_census_grid
from sozialraum_plugin.core.indicators.census.census_join import read_census_grids, with_absent_cells
from sozialraum_plugin.core.indicators.census.census_long import column_name
from sozialraum_plugin.core.indicators.census.grid_cells import corners_from_ids, short_ids
from sozialraum_plugin.core.indicators.census.grid_values import grid_flags, is_classed

HEAD = "Gitter_ID_100m;Gitter_ID_100m_neu;Merkmal;Auspraegung_Code;Auspraegung_Text;Anzahl;Anzahl_q\n"
A, B = "100mN26865E43357;CRS3035RES100mN2686500E4335700", "100mN26865E43358;CRS3035RES100mN2686500E4335800"
LONG = (
    HEAD
    + f"{A}; INSGESAMT;0;Einheiten insgesamt;8;0\n"
    + f"{A};ALTER_KURZ;1;Unter 18;3;0\n"
    + f"{A};ALTER_KURZ;5;65 und älter;5;2\n"
    + f"{B}; INSGESAMT;0;Einheiten insgesamt;4;1\n"
)


def table(folder, text, name="grid.csv", encoding="utf-8"):
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def read(path, columns=(), selection=None):
    return read_census_grid(path, columns, selection, lambda: False)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("comma", [";", ","])
def test_a_long_file_of_2011_becomes_one_row_a_cell(tmp_path, encoding, comma):
    grid = read(table(tmp_path, LONG.replace(";", comma), encoding=encoding))
    assert grid.cells["gitter_id"].tolist() == ["CRS3035RES100mN2686500E4335700", "CRS3035RES100mN2686500E4335800"]
    assert [field.name for field in grid.fields] == ["insgesamt", "alter_kurz_unter_18", "alter_kurz_65_und_aelter"]
    assert grid.cells["insgesamt"].tolist() == [8, 4]
    assert grid.cells["alter_kurz_unter_18"].tolist() == [3, None]
    assert grid.flags["alter_kurz_65_und_aelter"].tolist() == ["unsicher", "fehlt"]
    assert (grid.total, grid.outside, grid.rows_used) == (4, 0, 4)


def test_of_a_long_file_whole_merkmale_or_single_values_are_taken(tmp_path):
    path = table(tmp_path, LONG)
    assert [f.name for f in read(path, ["ALTER_KURZ"]).fields] == ["alter_kurz_unter_18", "alter_kurz_65_und_aelter"]
    assert [f.name for f in read(path, ["insgesamt"]).fields] == ["insgesamt"]
    with pytest.raises(InputError, match="FAMSTAND.*insgesamt"):
        read(path, ["FAMSTAND"])


def test_rows_of_a_long_file_outside_are_counted(tmp_path):
    grid = read(table(tmp_path, LONG), (), lambda corners: (corners["east"] > 4335700).to_numpy())
    assert grid.cells["insgesamt"].tolist() == [4]
    assert (grid.total, grid.outside, grid.rows_used) == (4, 3, 1)
    assert len(read(table(tmp_path, LONG), (), lambda corners: np.zeros(len(corners), bool)).cells) == 0


def test_a_value_that_is_there_twice_is_named(tmp_path):
    with pytest.raises(InputError, match="alter_kurz_unter_18 twice, in rows 3 and 6"):
        read(table(tmp_path, LONG + f"{A};ALTER_KURZ;1;Unter 18;4;0\n"))


def test_names_of_columns_are_plain():
    assert column_name(" INSGESAMT", "0", "Einheiten insgesamt") == "insgesamt"
    assert column_name("STAATSANGE_KURZ", "2", "Ausland") == "staatsange_kurz_ausland"
    assert column_name("HHTYP_FAM", "3", "") == "hhtyp_fam_3"


WIDE = "GITTER_ID_{size};x_mp_{size};y_mp_{size};{name}\n"


def wide(size, name, *rows):
    metres = {"100m": 100, "1km": 1000}[size]
    lines = [
        f"CRS3035RES{metres}mN{2689000}E{4337000 + metres * n};{4337000 + metres * n + metres // 2};"
        f"{2689000 + metres // 2};{value}\n"
        for n, value in rows
    ]
    return WIDE.format(size=size, name=name) + "".join(lines)


def archive(folder, members, name="Zensus2022.zip"):
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for member, text in members.items():
            target.writestr(member, text)
    return path


def test_an_archive_gives_the_table_of_the_chosen_size(tmp_path):
    path = archive(
        tmp_path,
        {
            "Zensus2022_Bevoelkerungszahl_100m-Gitter.csv": wide("100m", "Einwohner", (0, 5), (1, "–")),
            "Zensus2022_Bevoelkerungszahl_1km-Gitter.csv": wide("1km", "Einwohner", (0, 77)),
            "Datensatzbeschreibung.xlsx": "x",
        },
    )
    files = grid_files([path], "1km")
    assert [file.name for file in files] == ["Zensus2022_Bevoelkerungszahl_1km-Gitter.csv"]
    assert read(files[0]).cells["Einwohner"].tolist() == [77]
    assert read(grid_files([path], "100m")[0]).cells["Einwohner"].tolist() == [5, None]
    with pytest.raises(InputError, match="several cell sizes .100m, 1km."):
        grid_files([path])
    with pytest.raises(InputError, match="no table of 10km"):
        grid_files([path], "10km")


def test_an_archive_without_tables_or_a_broken_one_is_named(tmp_path):
    with pytest.raises(InputError, match="holds no CSV table"):
        grid_files([archive(tmp_path, {"lies.txt.doc": "x"})])
    broken = tmp_path / "kaputt.zip"
    broken.write_bytes(b"PK nothing")
    with pytest.raises(InputError, match="kaputt.zip.*cannot be read"):
        grid_files([broken])


def joined(folder, *texts, columns=()):
    files = [GridFile(table(folder, text, f"datei{n}.csv")) for n, text in enumerate(texts)]
    return read_census_grids(files, columns, None, lambda: False)


def test_several_files_are_joined_by_cell_and_what_lacks_is_counted(tmp_path):
    result = joined(
        tmp_path, wide("100m", "Einwohner", (0, 5), (1, 7)), wide("100m", "Alter", (1, "40,5"), (2, "–")),
    )  # fmt: skip
    cells = result.grid.cells.set_index("east")
    assert cells["Einwohner"].tolist() == [5, 7, None]
    assert cells["Alter"].tolist() == [None, 40.5, None]
    assert result.grid.marks == {"no value (dash)": 1, "cell not in the file": 2}
    assert result.grid.flags["Einwohner"].tolist() == ["", "", "fehlt"]


def test_a_column_of_several_files_keeps_both(tmp_path):
    result = joined(tmp_path, wide("100m", "Einwohner", (0, 5)), wide("100m", "Einwohner", (0, 6)))
    assert [field.name for field in result.grid.fields] == ["Einwohner", "Einwohner_datei1"]
    assert result.renamed == {"datei1.csv: Einwohner": "Einwohner_datei1"}


def test_files_of_different_sizes_are_refused(tmp_path):
    with pytest.raises(InputError, match="different cell sizes .datei0.csv: 100 m; datei1.csv: 1000 m."):
        joined(tmp_path, wide("100m", "a", (0, 5)), wide("1km", "b", (0, 6)))


def test_chosen_columns_of_several_files(tmp_path):
    texts = wide("100m", "a", (0, 5)), wide("100m", "b", (1, 6))
    result = joined(tmp_path, *texts, columns=["b"])
    assert [field.name for field in result.grid.fields] == ["b"]
    assert result.grid.marks == {"without a number": 1}
    with pytest.raises(InputError, match="no file has the column “c”"):
        joined(tmp_path, *texts, columns=["c"])


@pytest.mark.parametrize("choice, value, flag", [("unknown", None, "fehlt"), ("zero", 0, "")])
def test_absent_cells_come_as_the_user_says(tmp_path, choice, value, flag):
    start = joined(tmp_path, wide("100m", "Einwohner", (0, 5), (2, 7)))
    box = (4337000.0, 2689000.0, 4337299.0, 2689099.0)
    result = with_absent_cells(start, box, lambda corners: np.ones(len(corners), bool), choice)
    added = result.grid.cells.set_index("east").loc[4337100]
    assert result.absent == 1
    assert added["Einwohner"] == value
    assert added["gitter_id"] == "CRS3035RES100mN2689000E4337100"
    assert result.grid.flags["Einwohner"].iloc[-1] == flag
    assert start.grid.cells.shape[0] == 2


def test_both_id_formats_turn_into_each_other():
    ids = pd.Series(["100mN26891E43370", "1kmN2689E4337", "10kmN268E433"])
    assert short_ids(corners_from_ids(ids)).tolist() == ids.tolist()
    assert short_ids(corners_from_ids(pd.Series(["CRS3035RES1000mN2689000E4337000"]))).tolist() == ["1kmN2689E4337"]


def test_brackets_and_klammern_make_a_value_unsafe_not_lost(tmp_path):
    text = wide("100m", "Einwohner;werterlaeuternde_Zeichen", (0, "(5);"), (1, "7;KLAMMERN"), (2, "-9;"), (3, "9;"))
    grid = read(table(tmp_path, text))
    assert grid.cells["Einwohner"].tolist() == [5, 7, None, 9]
    assert grid.flags["Einwohner"].tolist() == ["unsicher", "unsicher", "geheim", ""]


def test_flags_of_all_marks():
    flags = grid_flags(pd.Series(["5", "", "–", "-1,0", "-9", "*", "/", "x", "...", "(4)"]))
    assert flags.tolist() == ["", "fehlt", "fehlt", "fehlt", "geheim", "geheim", "unsicher", "entfaellt", "spaeter",
                              "unsicher"]  # fmt: skip


def test_classes_stay_text_and_are_not_numbers(tmp_path):
    grid = read(table(tmp_path, wide("1km", "Miete", (0, "5 bis unter 7"), (1, "unter 5"), (2, "–"), (3, "12"))))
    assert [field.name for field in grid.fields] == ["Miete_klasse"]
    assert grid.classed == ("Miete_klasse",)
    classed = read(table(tmp_path, wide("1km", "Einwohner", (0, 3), (1, -1)), "Zensus_klassierte_Werte_1km-Gitter.csv"))
    assert classed.cells["Einwohner_klasse"].tolist() == ["3", "-1"]


def test_what_is_a_class_and_what_a_slip():
    assert is_classed(pd.Series(["3 - 5", "ab 100", "<3", "100 und mehr"]))
    assert not is_classed(pd.Series(["3", "vier"]))
    assert not is_classed(pd.Series(["3", "1.000,5", "", "-1"]))


def test_a_million_rows_are_streamed_in_seconds(tmp_path):
    number = np.arange(1_000_000)
    north, east = (2689000 + 100 * (number // 1000)).tolist(), (4337000 + 100 * (number % 1000)).tolist()
    rows = [f"CRS3035RES100mN{y}E{x};7" for x, y in zip(east, north)]
    path = table(tmp_path, "GITTER_ID_100m;Einwohner\n" + "\n".join(rows) + "\n")
    started = time.process_time()
    grid = read(path, [], lambda corners: (corners["east"] < 4338000).to_numpy())
    assert time.process_time() - started < 8
    assert (grid.total, len(grid.cells), grid.outside) == (1_000_000, 10_000, 990_000)
    assert grid.cells["north"].tolist()[-1] == 2689000 + 99_900


def test_ids_that_are_written_alike_give_the_same_corners_as_mixed_ones():
    alike = pd.Series(["100mN26891E43370", "100mN30001E40000"])
    mixed = pd.concat([alike, pd.Series(["1kmN2689E4337"])], ignore_index=True)
    pd.testing.assert_frame_equal(corners_from_ids(alike), corners_from_ids(mixed).iloc[:2], check_dtype=False)
