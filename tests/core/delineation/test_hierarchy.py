"""Levels, codes, communes and sums of nested areas."""

from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.hierarchy import (
    check_unique,
    fill_communes,
    level_order,
    sum_upward,
    top_code,
)
from sozialraum_plugin.core.errors import InputError


def test_known_levels_keep_their_order_and_others_go_by_size():
    assert level_order(["kreis", "quartier", "gemeinde", "ortsteil"], [900, 5, 90, 30]) == [
        "quartier",
        "ortsteil",
        "gemeinde",
        "kreis",
    ]
    assert level_order(["quartier", "region"], [5, 30]) == ["quartier", "region"]


def test_a_duplicate_code_names_both_places():
    with pytest.raises(InputError, match="“01”.*quartiere, row 3.*gemeinden, row 1"):
        check_unique(["01", "02", "01"], ["quartiere, row 3", "x", "gemeinden, row 1"])


def test_the_top_code_is_what_communes_share():
    assert top_code(["05999004", "05999008"], "kreis") == "05999"
    assert top_code(["07312000"], "kreis") == "07312"
    assert top_code(["07312000", "07312000"], "gemeinde") == "07312000"
    with pytest.raises(InputError, match="TOP_CODE"):
        top_code([], "kreis")


TABLE = pd.DataFrame(
    [
        ("q1", "quartier", "s1", None, 10),
        ("q2", "quartier", "s1", "05999001", 20),
        ("q3", "quartier", "s2", None, None),
        ("s1", "sozialraum", "05999001", None, None),
        ("s2", "sozialraum", "05999001", None, None),
        ("05999001", "gemeinde", "05999", None, 99),
        ("05999", "kreis", None, None, None),
    ],
    columns=["gebiet", "ebene", "uebergeordnet", "gemeinde", "einwohner"],
    dtype=object,
)
ORDER = ["quartier", "sozialraum", "gemeinde", "kreis"]


def test_communes_are_filled_up_to_the_commune():
    assert fill_communes(TABLE, ORDER).tolist() == ["05999001"] * 6 + [None]


def test_sums_go_upward_and_gaps_do_not_pass_for_zero():
    values, differing = sum_upward(TABLE, ORDER, "einwohner")
    assert values.tolist() == [10, 20, None, 30, None, 99, 99]
    assert differing == []


def test_an_own_value_that_is_not_the_sum_of_its_parts_is_reported():
    table = TABLE.copy()
    table.loc[2, "einwohner"] = 5
    values, differing = sum_upward(table, ORDER, "einwohner")
    assert values.tolist() == [10, 20, 5, 30, 5, 99, 99]
    assert differing == [("05999001", 35.0)]
