import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.cells import read_counts, text_column
from sozialraum_plugin.core.addresses.coordinates import read_coordinates
from sozialraum_plugin.core.addresses.keys import normal_ags
from sozialraum_plugin.core.errors import InputError


def test_counts_as_they_arrive():
    column = pd.Series(["12", "12,0", "1.234", "1 234", "1.234.567", 7, 8.0, None, "", "-1", "-9,0", "*", "–", "(5)"])
    counts = read_counts(column.rename("n"), "tabelle")
    assert counts.values.tolist() == [12, 12, 1234, 1234, 1234567, 7, 8, 0, 0, 0, 0, 0, 0, 0]
    assert counts.missing.tolist() == [False] * 7 + [True] * 2 + [False] * 5
    assert counts.hidden.tolist() == [False] * 9 + [True] * 5


@pytest.mark.parametrize("cell", ["12,5", "1.5", "abc", "inf", "nan"])
def test_what_is_no_count_is_named(cell):
    with pytest.raises(InputError, match="“tabelle”, row 2, column “n”"):
        read_counts(pd.Series(["1", cell], name="n"), "tabelle")


def test_an_absent_column_is_empty():
    table = pd.DataFrame({"a": [1.0, None, "05"]}, dtype=object)
    assert text_column(table, "a").tolist() == ["1", "", "05"]
    assert text_column(table, "b").tolist() == text_column(table, "").tolist() == ["", "", ""]


def test_coordinates_as_they_arrive():
    east = pd.Series(["32310123,456", "33400000.5", "310123,456", "310.123,456", "", "0", "3456789", "x"])
    north = pd.Series(["5660000,5"] * 4 + ["5660000"] + ["0"] + ["5660000", "1"])
    points = read_coordinates(east, north, pd.Series(["", "", "32", "", "32", "", "", ""]))
    assert points["x"].round(3).fillna(-1).tolist() == [
        310123.456,
        400000.5,
        310123.456,
        310123.456,
        -1,
        -1,
        3456789,
        -1,
    ]
    assert points["zone"].tolist() == [32, 33, 32, 0, 0, 0, 0, 0]
    assert points["y"].isna().tolist() == points["x"].isna().tolist()


def test_keys_of_communes():
    keys = ["5113000", "05113000", "051130000000", "053700004004", "05113", "Essen", "", "123"]
    found = [normal_ags(key) for key in keys]
    assert found == ["05113000", "05113000", "05113000", "05370004", "05113000", "", "", ""]
