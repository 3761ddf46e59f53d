"""Crosswalks, long tables and the text of rates, as ways into a transfer."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from core.indicators.test_transfer import SMALL, carried

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.transfers.transfer_crosswalk import crosswalk_table, read_crosswalk
from sozialraum_plugin.core.indicators.transfers.transfer_rates import parse_rates
from sozialraum_plugin.core.indicators.transfers.transfer_run import Options, transfer
from sozialraum_plugin.core.indicators.transfers.transfer_tables import long_variables, wide_variables


def test_a_crosswalk_gives_the_same_values_again():
    table = pd.DataFrame({"n": [90, 10], "m": [3, 4]})
    values, result = carried(SMALL, table, ["n", "m"])
    written = crosswalk_table(SMALL, result.shares, result.variance, ["s0", "s1"], ["t0", "t1"])
    again, strange = read_crosswalk(written, ["s0", "s1"], ["t0", "t1"])
    repeated, _ = carried(again, table, ["n", "m"])
    assert strange == []
    for name in ("n", "m"):
        assert repeated[name].value[:, 0] == pytest.approx(values[name].value[:, 0])
        assert repeated[name].error[:, 0] == pytest.approx(values[name].error[:, 0])


def crosswalk(*rows):
    return pd.DataFrame(rows, columns=["gebiet_von", "gebiet_nach", "anteil"])


def test_what_a_crosswalk_lacks_lies_outside():
    pairs, strange = read_crosswalk(crosswalk(("s0", "t0", "0,4"), ("x", "t0", 1)), ["s0", "s1"], ["t0", "t1"])
    values, result = carried(pairs, pd.DataFrame({"n": [10, 3]}), ["n"])
    assert strange == ["x"]
    assert values["n"].value[0, 0] == pytest.approx(4)
    assert (result.totals["n", None].outside, result.totals["n", None].nowhere) == pytest.approx((6, 3))


@pytest.mark.parametrize(
    "rows, sentence",
    [
        ([("s0", "t0", 0.7), ("s0", "t1", 0.7)], "add up to 1.4"),
        ([("s0", "t0", -0.1)], "row 1.*from 0 to 1"),
        ([("s0", "t0", None)], "row 1.*from 0 to 1"),
        ([("s0", "t0", 0.1), ("s0", "t0", 0.1)], "the pair s0 and t0 twice"),
    ],
)
def test_a_bad_crosswalk_is_refused(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        read_crosswalk(crosswalk(*rows), ["s0"], ["t0", "t1"])


LONG = pd.DataFrame(
    [
        ("s0", "E", "2022-05-15", 90, ""), ("s1", "E", "2022-05-15", 10, ""), ("s0", "A", "2022-05-15", None, "geheim"),
        ("s1", "A", "2022-05-15", 4, ""), ("s0", "E", "2011-05-09", 30, ""), ("zz", "E", "2022-05-15", 5, ""),
    ],
    columns=["gebiet", "merkmal", "stichtag", "wert", "kennzeichen"],
)  # fmt: skip


def test_a_long_table_keeps_its_stichtage_and_tells_of_codes_without_area():
    variables = long_variables(LONG, LONG["gebiet"], ["s0", "s1"], [])
    assert variables.unknown == ["zz"]
    assert (variables.rows, variables.unknown_rows) == (6, 1)
    result = transfer(SMALL, variables, Options(threshold=3), np.zeros(2))
    assert result.values["E", "2022-05-15"].value[:, 0].tolist() == pytest.approx([60, 40])
    assert result.values["E", "2011-05-09"].flag[:, 0].tolist() == [Flag.NONE, Flag.INCOMPLETE]
    assert result.values["A", "2022-05-15"].high[:, 0].tolist() == pytest.approx([4 / 3, 4 + 2 / 3])


def test_a_value_that_is_there_twice_is_refused():
    twice = pd.concat([LONG, LONG.iloc[[0]]], ignore_index=True)
    with pytest.raises(InputError, match="area s0 twice .E 2022-05-15"):
        long_variables(twice, twice["gebiet"], ["s0", "s1"], [])
    with pytest.raises(InputError, match="area s0 twice"):
        wide_variables(pd.DataFrame({"n": [1, 2]}), pd.Series(["s0", "s0"]), ["s0"], ["n"], [])


def indicators(*rows):
    return pd.DataFrame(rows, columns=["gebiet", "indikator", "wert", "zaehler", "nenner", "kennzeichen"])


def test_indicators_go_as_numerator_and_denominator():
    table = indicators(
        ("s0", "M01", 10.0, 9, 90, ""), ("s1", "M01", 50.0, 5, 10, ""), ("s0", "B01", 90.0, 90, None, ""),
        ("s1", "B01", 10.0, 10, None, ""), ("s0", "ALTER", 30.0, None, None, ""), ("s1", "ALTER", 50.0, None, None, ""),
    )  # fmt: skip
    variables = long_variables(table, table["gebiet"], ["s0", "s1"], [])
    result = transfer(SMALL, variables, Options(), np.zeros(2))
    assert result.values["M01", None].value[:, 0].tolist() == pytest.approx([10, 20])
    assert result.values["B01", None].value[:, 0].tolist() == pytest.approx([60, 40])
    assert list(variables.left) == [("ALTER", None)]
    named = long_variables(table, table["gebiet"], ["s0", "s1"], parse_rates("ALTER : B01"))
    assert transfer(SMALL, named, Options(), np.zeros(2)).values["ALTER", None].value[1, 0] == pytest.approx(35)


@pytest.mark.parametrize(
    "text, sentence",
    [("a = b", "cannot be understood"), (": b", "cannot be understood"), ("a : b; a : c", "twice"), ("=a/b", "cannot")],
)
def test_rates_that_cannot_be_understood(text, sentence):
    with pytest.raises(InputError, match=sentence):
        parse_rates(text)


def test_rates_as_they_are_written():
    found = parse_rates("alter : E ; quote = 1000*a / b\nmiete;")
    assert [(r.name, r.base, r.numerator, r.denominator, r.factor) for r in found] == [
        ("alter", "E", "", "", 1.0), ("quote", "", "a", "b", 1000.0), ("miete", "", "", "", 1.0),
    ]  # fmt: skip
