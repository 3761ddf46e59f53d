"""Indicators of a small Kreis, computed by hand."""

import time

import numpy as np
import pandas as pd
import pytest
from small_kreis import QUARTERS, TREE, areas, counts

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.catalogue import select, shipped_catalogue
from sozialraum_plugin.core.indicators.compute import compute_indicators, hidden_rows
from sozialraum_plugin.core.indicators.protection.primary_protection import Thresholds

CATALOGUE = shipped_catalogue()


def per_quarter(variable, date, values):
    return [(code, variable, date, value) for code, value in zip(QUARTERS, values)]


def compute(rows, codes=(), tree=TREE, thresholds=None):
    return compute_indicators(counts(rows), tree, select(CATALOGUE, codes), thresholds)


def cell(computed, area, code, date=None):
    rows = computed.table.query("gebiet == @area and indikator == @code")
    rows = rows if date is None else rows.query("stichtag == @date")
    assert len(rows) == 1
    return rows.iloc[0]


def test_every_level_is_the_sum_of_the_one_below():
    rows = per_quarter("E", "2024-12-31", [100, 200, 300, 400, 500]) + per_quarter(
        "AUSL", "2024-12-31", [10, 20, 60, 40, 50]
    )
    computed = compute(rows, ["B01", "M01"])
    assert cell(computed, "0599900101", "B01")["wert"] == 600
    assert cell(computed, "05999", "B01")["wert"] == 1500
    north = cell(computed, "0599900101", "M01")
    assert (north["wert"], north["zaehler"], north["nenner"]) == (15.0, 90, 600)
    assert cell(computed, "05999001", "M01")["wert"] == 12.0
    assert north["quelle"] == "Amt" and north["masseinheit"] == "%" and north["ebene"] == "sozialraum"


def test_a_count_of_an_area_itself_wins():
    rows = [*per_quarter("E", "2024-12-31", [100, 200, 300, 400, 500]), ("05999001", "E", "2024-12-31", 1510)]
    computed = compute(rows, ["B01"])
    assert cell(computed, "05999001", "B01")["wert"] == 1510
    assert cell(computed, "05999", "B01")["wert"] == 1510


def test_a_sum_is_never_a_sum_of_some():
    rows = per_quarter("E", "2024-12-31", [100, 200, 300, 400, 500])[1:4]
    computed = compute([*rows, ("05999001005", "E", "2024-12-31", None, "geheim")], ["B01"])
    north, south = cell(computed, "0599900101", "B01"), cell(computed, "0599900102", "B01")
    assert np.isnan(north["wert"]) and north["kennzeichen"] == Flag.INCOMPLETE
    assert np.isnan(south["wert"]) and south["kennzeichen"] == Flag.SECRET
    assert cell(computed, "05999001001", "B01")["kennzeichen"] == Flag.MISSING
    assert computed.without_counts == ["05999001001"]


def test_denominator_takes_the_same_year_then_the_nearest_within_400_days():
    population = [("05999", "E_u3", day, value) for day, value in (("2022-12-31", 100), ("2023-12-31", 200))]
    rows = [("05999", "KITA_u3", day, 50) for day in ("2023-03-01", "2024-03-01", "2026-03-01")]
    computed = compute(population + rows, ["K01"], tree=TREE[:1])
    same_year = cell(computed, "05999", "K01", "2023-03-01")
    assert (same_year["stichtag_nenner"], same_year["wert"]) == ("2023-12-31", 25.0)
    before = cell(computed, "05999", "K01", "2024-03-01")
    assert (before["stichtag_nenner"], before["wert"]) == ("2023-12-31", 25.0)
    too_far = cell(computed, "05999", "K01", "2026-03-01")
    assert too_far["stichtag_nenner"] is None and np.isnan(too_far["wert"]) and too_far["kennzeichen"] == Flag.MISSING


def test_change_over_years():
    rows = [("05999", "E", f"{year}-12-31", value) for year, value in ((2019, 1000), (2023, 1100), (2024, 1050))]
    computed = compute(rows, ["B03", "B04"], tree=TREE[:1])
    one, five = cell(computed, "05999", "B03"), cell(computed, "05999", "B04")
    assert (one["stichtag"], one["zaehler"], one["nenner"], one["stichtag_nenner"]) == (
        "2024-12-31",
        -50,
        1100,
        "2023-12-31",
    )
    assert one["wert"] == pytest.approx(-4.545454, abs=1e-6)
    assert (five["wert"], five["stichtag_nenner"]) == (5.0, "2019-12-31")


def test_sums_in_numerator_and_denominator():
    values = {"ALO_SGB2": 60, "ALO_SGB3": 20, "E_15_u65": 1000, "ELB": 90, "E_0_RAG": 1400, "E_u15": 200}
    computed = compute([("05999", name, "2024-12-31", value) for name, value in values.items()], tree=TREE[:1])
    assert cell(computed, "05999", "A04")["wert"] == 8.0
    assert cell(computed, "05999", "A09")["wert"] == 7.5
    assert computed.skipped["A06"] == ["ALO_u25", "E_u18", "E_18_u25"]


def test_every_count_is_accounted_for():
    rows = per_quarter("E", "2024-12-31", [100, 200, 300, 400, 500])
    rows += [rows[0], ("99", "E", "2024-12-31", 1), ("05999", "HUNDE", "2024-12-31", 5), ("05999", "E", None, 5)]
    computed = compute(rows, ["B01"])
    assert computed.counts.outcomes == {
        "without a Stichtag": 1,
        "of keys that match no area (see the list)": 1,
        "of variables that no chosen indicator needs": 1,
        "repetitions with the same value": 1,
        "used": 5,
    }
    assert computed.counts.unaccounted == 0 and computed.unmatched == ["99"]


def test_two_different_counts_are_an_error_that_names_them():
    rows = [("05999", "E", "2024-12-31", 5), ("05999", "E", "2024-12-31", 6)]
    with pytest.raises(InputError, match=r"05999, E, 2024-12-31: 5 \(Amt\) / 6 \(Amt\)"):
        compute(rows, ["B01"])
    with pytest.raises(InputError, match=r"5 \(Amt\) / –"):
        compute([rows[0], ("05999", "E", "2024-12-31", None, "fehlt")], ["B01"])


@pytest.mark.parametrize(
    ("rows", "tree", "sentence"),
    [
        ([], TREE, "COUNTS: the tables have no rows"),
        ([("99", "E", "2024-12-31", 1)], TREE, "the keys 99 match no area"),
        ([("05999", "HUNDE", "2024-12-31", 1)], TREE, "from the variables of COUNTS"),
        ([("05999", "E", "2024-12-31", "viele")], TREE, "“viele” .* is no number"),
        ([], TREE[:0], "no areas"),
        ([], pd.concat([TREE, TREE[:1]]), "the code 05999 is there 2 times"),
        ([], areas(("a", "A", "x", "b"), ("b", "B", "x", "a")), "lead back to itself"),
        ([], areas((None, "A", "x", None)), "1 areas have no code"),
    ],
)
def test_bad_input_is_said_in_a_sentence(rows, tree, sentence):
    with pytest.raises(InputError, match=sentence):
        compute(rows, ["B01"], tree=tree)


def test_an_area_above_that_is_not_there_is_reported():
    assert compute([("0599900101", "E", "2024-12-31", 9)], ["B01"], tree=TREE[2:3]).orphans == ["0599900101"]


def test_small_counts_remainders_and_bases_are_hidden():
    tree = areas(*[(code, code, "quartier", None) for code in "abcdef"])
    rows = [(code, "E", "2024-12-31", value) for code, value in zip("abcdef", (100, 100, 100, 29, 100, 0))]
    rows += [(code, "AUSL", "2024-12-31", value) for code, value in zip("abcdef", (2, 98, 3, 9, 0, 0))]
    computed = compute(rows, ["M01"], tree=tree, thresholds=Thresholds())
    shown = computed.table.set_index("gebiet")[["zaehler", "kennzeichen"]]
    assert list(shown["kennzeichen"]) == ["geheim", "geheim", "", "nenner_zu_klein", "", "entfaellt"]
    assert list(shown["zaehler"].isna()) == [True, True, False, True, False, False]
    assert computed.table["wert"].isna().tolist() == [True, True, False, True, False, True]
    assert hidden_rows(computed.table) == 3


def test_internal_use_hides_nothing():
    computed = compute([("05999", "E", "2024-12-31", 10), ("05999", "AUSL", "2024-12-31", 1)], ["M01"], tree=TREE[:1])
    assert cell(computed, "05999", "M01")["wert"] == 10.0


def test_speed_of_seventy_areas_all_indicators_ten_years():
    generator = np.random.default_rng(1)
    codes = [f"{number:03d}" for number in range(60)]
    above = [(f"s{number}", "", "sozialraum", "g") for number in range(10)]
    tree = areas(("g", "", "gemeinde", None), *above, *[(code, "", "quartier", f"s{int(code) % 10}") for code in codes])
    variables = sorted({variable for indicator in CATALOGUE for variable in indicator.variables})
    rows = [
        (code, variable, f"{year}-12-31", float(generator.integers(0, 60)))
        for code in codes for variable in variables for year in range(2015, 2025)
    ]  # fmt: skip
    table = counts(rows)
    start = time.process_time()
    computed = compute_indicators(table, tree, CATALOGUE, None)
    assert computed.table["indikator"].nunique() == len(CATALOGUE) and len(computed.table) > 80_000
    assert time.process_time() - start < 20
