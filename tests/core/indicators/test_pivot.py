import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.pivot import notes, pivot


def long(*rows):
    names = ["gebiet", "gebiet_name", "ebene", "indikator", "stichtag", "wert"]
    return pd.DataFrame([(row[0], f"Name {row[0]}", *row[1:]) for row in rows], columns=names, dtype=object)


TABLE = long(
    ("01", "sozialraum", "B01", "2024-12-31", 1000.0),
    ("02", "sozialraum", "B01", "2024-12-31", 800.0),
    ("01", "sozialraum", "A08", "2022-12-31", 8.0),
    ("02", "sozialraum", "A08", "2022-12-31", None),
    ("01", "sozialraum", "A08", "2024-12-31", 10.5),
    ("02", "sozialraum", "A08", "2024-12-31", 12.0),
    ("01", "sozialraum", "K05", "2023-10-15", 40.0),
    ("01", "sozialraum", "K05", "2024-10-15", None),
    ("1", "gemeinde", "B01", "2024-12-31", 1800.0),
)


def test_each_indicator_stands_at_its_newest_date_with_a_value():
    wide = pivot(TABLE, "sozialraum")
    assert list(wide.table.columns) == ["gebiet", "gebiet_name", "ebene", "einwohner", "B01", "A08", "K05"]
    assert wide.table["A08"].tolist() == [10.5, 12.0]
    assert wide.table["einwohner"].tolist() == [1000, 800]
    assert wide.table["K05"].tolist()[0] == 40.0 and np.isnan(wide.table["K05"].tolist()[1])
    assert wide.dates == {"B01": "2024-12-31", "A08": "2024-12-31", "K05": "2023-10-15"}


def test_change_over_years():
    wide = pivot(TABLE, "sozialraum", ["A08", "K05"], change_years=2)
    assert list(wide.table.columns)[4:] == ["A08", "K05", "A08_d", "K05_d"]
    assert wide.table["A08_d"].tolist()[0] == 2.5 and np.isnan(wide.table["A08_d"].tolist()[1])
    assert wide.table["K05_d"].isna().all()
    assert "A08: 31.12.2024 (_d: 31.12.2022)" in notes(wide)


def test_a_date_limits_and_what_has_none_is_named():
    wide = pivot(TABLE, "sozialraum", ["A08", "K05"], until="2022-12-31")
    assert wide.table["A08"].tolist()[0] == 8.0
    assert wide.left_out == ["K05"] and "K05" not in wide.table


@pytest.mark.parametrize(
    ("table", "level", "wanted", "sentence"),
    [
        (TABLE, "stadtteil", [], "no areas of the level “stadtteil”. It has: gemeinde, sozialraum"),
        (TABLE[:0], "sozialraum", [], "no rows"),
        (TABLE, "sozialraum", ["Z1"], "“Z1” is not in the table"),
        (pd.concat([TABLE, TABLE[:1]]), "sozialraum", [], "01, B01, 2024-12-31 is there twice"),
    ],
)
def test_bad_input(table, level, wanted, sentence):
    with pytest.raises(InputError, match=sentence):
        pivot(table, level, wanted)
