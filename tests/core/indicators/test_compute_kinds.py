"""Means, measures, pooled years and other formulas; intervals, smoothed values and editions; what publication shows."""

import numpy as np
import pandas as pd
import pytest
from small_kreis import QUARTERS, TREE, areas, counts

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import INDICATORS, Flag
from sozialraum_plugin.core.indicators.catalogue import read_catalogue, select, shipped_catalogue
from sozialraum_plugin.core.indicators.compute import compute_indicators
from sozialraum_plugin.core.indicators.protection.primary_protection import Thresholds
from sozialraum_plugin.core.publication import hide, leaks

CATALOGUE = shipped_catalogue()
DAY = "2024-12-31"
FLAT = areas(*[(f"{n}", f"Q{n}", "quartier", None) for n in range(8)])


def per_quarter(variable, values, day=DAY, codes=QUARTERS):
    return [(code, variable, day, value) for code, value in zip(codes, values)]


def compute(rows, codes, tree=TREE, thresholds=None, **options):
    return compute_indicators(counts(rows), tree, select(CATALOGUE, codes), thresholds, **options).table


def own(tmp_path, *rows):
    path = tmp_path / "eigene.csv"
    path.write_text("code;name;zaehler;nenner;faktor;masseinheit;art\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return read_catalogue(path)


def of(table, area, code, day=DAY):
    return table[(table["gebiet"] == area) & (table["indikator"] == code) & (table["stichtag"] == day)].iloc[0]


def test_the_old_columns_stand_first_and_the_new_ones_follow():
    names = [field.name for field in INDICATORS]
    assert names[13] == "kennzeichen"
    assert names[14:] == [
        "gebietsstand", "untergrenze", "obergrenze", "intervall", "wert_geglaettet", "eigengewicht", "geglaettet_in",
    ]  # fmt: skip


def test_a_mean_as_delivered_is_not_divided_and_not_added_up():
    rows = per_quarter("ALTER_MEDIAN", [40, 45, 50, 41, 42]) + per_quarter("E", [100, 200, 300, 400, 500])
    rows.append(("05999", "ALTER_MEDIAN", DAY, 43.5))
    table = compute(rows, ["B13"])
    assert of(table, QUARTERS[0], "B13")["wert"] == 40 and of(table, QUARTERS[0], "B13")["nenner"] == 100
    assert of(table, "05999", "B13")["wert"] == 43.5
    assert "0599900101" not in set(table["gebiet"])  # a median of medians is none


def test_a_measure_adds_up():
    rows = per_quarter("ALTER_SUMME", [4000, 9000, 15000, 16400, 21000]) + per_quarter("E", [100, 200, 300, 400, 500])
    table = compute(rows, ["B12"])
    assert of(table, "0599900101", "B12")["wert"] == pytest.approx(28000 / 600)
    assert of(table, "05999", "B12")["wert"] == pytest.approx(65400 / 1500)


def test_a_small_measure_is_no_small_count():
    rows = per_quarter("HA_SIEDLUNG", [2, 2, 10, 20, 20]) + per_quarter("E", [100, 200, 300, 400, 500])
    table = compute(rows, ["B02"], thresholds=Thresholds())
    assert table["wert"].notna().all() and of(table, QUARTERS[0], "B02")["wert"] == 50


def test_a_hidden_count_is_hidden_in_every_formula(tmp_path):
    rows = per_quarter("HA_SIEDLUNG", [2, 2, 10, 20, 20]) + per_quarter("E", [2, 200, 300, 400, 500])
    catalogue = [*select(CATALOGUE, ["B01", "B02"]), *own(tmp_path, "X1;Je ha im Quadrat;E * E;;1;;anzahl")]
    table = compute_indicators(counts(rows), TREE, catalogue, Thresholds()).table
    for code in ("B01", "B02", "X1"):
        row = of(table, QUARTERS[0], code)
        assert np.isnan(row["wert"]) and np.isnan(row["zaehler"]) and row["kennzeichen"].startswith("geheim"), code
    assert of(table, QUARTERS[4], "X1")["wert"] == 250000


def test_a_mean_of_few_is_hidden_and_cannot_be_worked_out_from_the_others():
    rows = per_quarter("ALTER_SUMME", [800, 9000, 15000, 16400, 21000]) + per_quarter("E", [20, 200, 300, 400, 500])
    table = compute(rows, ["B12"], thresholds=Thresholds())
    flags = table.set_index("gebiet")["kennzeichen"]
    assert flags[QUARTERS[0]] == Flag.TOO_SMALL_BASE
    north = ["0599900101", *QUARTERS[:3]]
    assert (flags[north] != "").sum() >= 2  # else 1 unknown of a known sum
    assert table.loc[table["kennzeichen"] != "", ["wert", "zaehler"]].isna().all(axis=None)


def test_a_survey_of_few_is_hidden():
    rows = per_quarter("ZUFRIEDENHEIT", [6.5, 7, 7.5, 8, 5]) + per_quarter("BEFRAGTE", [29, 31, 60, 80, 90])
    table = compute(rows, ["V03"], thresholds=Thresholds())
    shown = table.set_index("gebiet")["wert"]
    assert np.isnan(shown[QUARTERS[0]]) and shown[QUARTERS[3]] == 8


def test_pooled_years_need_all_years():
    rows = []
    for year, ill in ((2022, 3), (2023, 6), (2024, 9)):
        rows += [("05999", "SEU_SPRACHE", f"{year}-12-31", ill), ("05999", "SEU_SPRACHE_UNT", f"{year}-12-31", 60)]
    table = compute(rows, ["G01"], tree=TREE[:1])
    assert len(table) == 1
    assert (table["zaehler"][0], table["nenner"][0], table["wert"][0]) == (18, 180, 10.0)


def test_a_balance_rests_on_the_mean_of_two_years():
    rows = [("05999", name, DAY, value) for name, value in {"ZUZUG": 70, "FORTZUG": 40, "E": 1100}.items()]
    rows.append(("05999", "E", "2023-12-31", 900))
    row = of(compute(rows, ["B18"], tree=TREE[:1]), "05999", "B18")
    assert (row["wert"], row["nenner"], row["stichtag_nenner"]) == (30.0, 1000, DAY)
    assert row["intervall"] == "" and np.isnan(row["untergrenze"])


def test_a_formula_of_products(tmp_path):
    catalogue = own(tmp_path, "X1;Last;(ALO / E_15_u65) * 100 + LB / E;E_15_u65;1;;verhaeltnis")
    values = {"ALO": 10, "E_15_u65": 200, "LB": 30, "E": 300}
    rows = [("05999", name, DAY, value) for name, value in values.items()]
    row = of(compute_indicators(counts(rows), TREE[:1], catalogue, None).table, "05999", "X1")
    assert row["zaehler"] == pytest.approx(5.1) and row["wert"] == pytest.approx(5.1 / 200)


def test_a_variable_is_a_count_everywhere_or_nowhere(tmp_path):
    catalogue = [*select(CATALOGUE, ["B01"]), *own(tmp_path, "X1;E als Wert;value(E);;1;;mittel")]
    with pytest.raises(InputError, match="“E” is written differently in B01 and X1"):
        compute_indicators(counts(per_quarter("E", [1, 2, 3, 4, 5])), TREE, catalogue, None)


def test_intervals_of_share_rate_and_quotient():
    values = {"E": 263, "AUSL": 81, "E_u18": 50, "E_18_64": 150, "HZE": 10}
    table = compute([("05999", name, DAY, value) for name, value in values.items()], ["M01", "B14", "J01"], TREE[:1])
    share, young, rate = (of(table, "05999", code) for code in ("M01", "B14", "J01"))
    assert (share["intervall"], rate["intervall"]) == ("wilson", "byar")
    assert [share["untergrenze"], share["obergrenze"]] == pytest.approx([25.53, 36.62], abs=5e-3)
    assert rate["untergrenze"] < rate["wert"] == 200 < rate["obergrenze"]
    assert young["untergrenze"] < young["wert"] < young["obergrenze"]


def test_more_in_the_numerator_is_said_and_has_no_interval():
    rows = [("05999", "KITA_u3", DAY, 12), ("05999", "E_u3", DAY, 10)]
    computed = compute_indicators(counts(rows), TREE[:1], select(CATALOGUE, ["K01"]), None)
    assert computed.above == {"K01": 1} and computed.table["untergrenze"].isna().all()
    assert computed.table["wert"][0] == 120


def test_editions_come_from_the_counts_else_from_the_areas_else_from_the_parameter():
    rows = [("05999", "E", "2023-12-31", 9), ("05999", "E", DAY, 9), ("05999001", "E", DAY, 9)]
    table = counts(rows).assign(gebietsstand=["2023", None, None])
    tree = TREE[:2].assign(gebietsstand=["2025", None])
    computed = compute_indicators(table, tree, select(CATALOGUE, ["B01"]), None, territory="sonst").table
    found = {(row.gebiet, row.stichtag): row.gebietsstand for row in computed.itertuples()}
    assert [found["05999", "2023-12-31"], found["05999", DAY], found["05999001", DAY]] == ["2023", "2025", "sonst"]


RATES = [(code, 40 + 5 * n, 200 + 10 * n) for n, code in enumerate(FLAT["gebiet"])]


def flat_rows(secret=None):
    rows = [(code, "E", DAY, float(base)) for code, _, base in RATES]
    rows += [(code, "AUSL", DAY, float(cases)) for code, cases, _ in RATES]
    return [(*row[:3], secret) if secret and row[:2] == ("3", "AUSL") else row for row in rows]


def test_no_new_column_tells_a_hidden_number():
    tables = [compute(flat_rows(secret), ["M01"], FLAT, Thresholds()) for secret in (1.0, 2.0)]
    pd.testing.assert_frame_equal(*tables)
    hidden = tables[0][tables[0]["gebiet"] == "3"].iloc[0]
    for column in ("wert", "zaehler", "untergrenze", "obergrenze", "wert_geglaettet", "eigengewicht"):
        assert np.isnan(hidden[column]), column
    assert hidden["intervall"] == hidden["geglaettet_in"] == ""
    others = tables[0][tables[0]["gebiet"] != "3"]
    assert others[["untergrenze", "wert_geglaettet", "eigengewicht"]].notna().all(axis=None)
    assert set(others["geglaettet_in"]) == {"alle"} and not leaks(tables[0])


def test_internal_use_marks_what_publication_hides_and_taking_it_out_gives_the_published_table():
    internal = compute(flat_rows(2.0), ["B01", "M01"], FLAT, Thresholds(), publish=False)
    published = compute(flat_rows(2.0), ["B01", "M01"], FLAT, Thresholds())
    marked = internal["kennzeichen"] == Flag.INTERNAL
    assert marked.sum() == 1 and internal.loc[marked, "wert"].notna().all()
    columns = ["wert", "zaehler", "untergrenze", "obergrenze", "wert_geglaettet", "eigengewicht"]
    pd.testing.assert_frame_equal(hide(internal)[columns], published[columns])


def test_what_was_delivered_for_internal_use_is_not_published():
    table = counts([(*row, "nur_intern") if row[:2] == ("3", "AUSL") else row for row in flat_rows()])
    published = compute_indicators(table, FLAT, select(CATALOGUE, ["M01"]), Thresholds()).table.set_index("gebiet")
    assert published.loc["3", "kennzeichen"] == Flag.SECRET and np.isnan(published.loc["3", "wert"])
    internal = compute_indicators(table, FLAT, select(CATALOGUE, ["M01"]), Thresholds(), publish=False).table
    assert internal.set_index("gebiet").loc["3", "kennzeichen"] == Flag.INTERNAL
    assert internal["wert"].notna().all()


def test_an_estimate_stays_marked_up_to_the_rate():
    rows = [("05999001001", "E", DAY, 100, "geschaetzt"), *per_quarter("E", [200, 300], codes=QUARTERS[1:3])]
    table = compute(rows, ["B01"]).set_index("gebiet")
    assert table.loc["0599900101", "kennzeichen"] == Flag.ESTIMATED == table.loc[QUARTERS[0], "kennzeichen"]
    assert table.loc[QUARTERS[1], "kennzeichen"] == ""


def test_all_indicators_of_the_catalogue_are_computed_and_the_order_is_the_catalogues():
    variables = sorted({variable for indicator in CATALOGUE for variable in indicator.variables})
    rows = [
        (code, variable, f"{year}-12-31", 50.0) for code in QUARTERS for variable in variables
        for year in range(2018, 2025)
    ]  # fmt: skip
    computed = compute_indicators(counts(rows), TREE, CATALOGUE, None)
    assert list(dict.fromkeys(computed.table["indikator"])) == [indicator.code for indicator in CATALOGUE]
    assert not computed.skipped and computed.rows.unaccounted == 0
