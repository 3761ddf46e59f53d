"""The published classes of Berlin, small cases by hand, and bad input."""

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.status.status_dynamics import (
    Recipe,
    dynamics_classes,
    status_classes,
    status_dynamics,
)

OLD_STATUS = (
    "s1_percentage_unemployed",
    "s2_percentage_long_term_unemployed",
    "s3_percentage_transfer_payments_recipients",
    "s4_percentage_transfer_payments_recipients_below_15_years",
)
OLD_DYNAMICS = tuple("d" + name[1:] for name in OLD_STATUS)


def read(path):
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig").astype(object)


def areas(**columns):
    count = len(next(iter(columns.values())))
    return pd.DataFrame({"gebiet": [f"{row:04d}" for row in range(count)], **columns}, dtype=object)


def reasons(result):
    return result.table.set_index("gebiet")["ausgeschlossen"].to_dict()


@pytest.mark.parametrize("year", [2015, 2017])
def test_berlin_with_four_indicators(real_data, year):
    folder = real_data / "berlin_mss" / str(year)
    recipe = Recipe("id", OLD_STATUS, OLD_DYNAMICS, "inhabitants")
    result = status_dynamics(read(folder / "2-1-planning-areas.csv"), recipe)
    both = result.table.merge(read(folder / "1-planning-areas.csv"), left_on="gebiet", right_on="id")
    assert len(both) == len(result.table) == 447
    left_out = both["ausgeschlossen"].notna()
    assert (left_out == (both["status_index_y"] == "0")).all()
    valid = both[~left_out]
    assert (valid["status"].astype(str) == valid["status_index_y"]).all()
    assert (valid["dynamik"] == valid["dynamic_index"]).all()
    assert result.included == len(valid) == {2015: 435, 2017: 436}[year]


@pytest.mark.parametrize("year", [2015, 2017])
def test_berlin_index_values(real_data, year):
    folder = real_data / "berlin_mss" / str(year)
    recipe = Recipe("id", OLD_STATUS, OLD_DYNAMICS, "inhabitants")
    result = status_dynamics(read(folder / "2-1-planning-areas.csv"), recipe)
    published = read(folder / "3-zscores-planning-areas.csv").set_index("id")
    valid = result.table[result.table["ausgeschlossen"].isna()].set_index("gebiet")
    published = published.reindex([code for code in valid.index if code in published.index])
    valid = valid.loc[published.index]
    # The published table is shifted behind S4: D2 holds the status index.
    expected = published["z_d2_percentage_long_term_unemployed"].astype(float)
    assert np.abs(valid["status_index"].astype(float) - expected).max() < 1.6e-5
    first = published["z_s1_percentage_unemployed"].astype(float)
    assert np.abs(valid["z_s1_percentage_unemployed"].astype(float) - first).max() < 1.6e-5


@pytest.mark.parametrize("exclude", [None, "KOM"])
def test_berlin_2021_with_three_indicators(real_data, exclude):
    folder = real_data / "berlin_mss" / "2021"
    recipe = Recipe("PLR_ID", ("S1", "S3", "S4"), ("D1", "D3", "D4"), "EW", exclude=exclude)
    result = status_dynamics(read(folder / "mss_2021_index_indikatoren.csv"), recipe)
    both = result.table.merge(read(folder / "mss_2021_indizes.csv"), left_on="gebiet", right_on="PLR_ID")
    assert len(both) == 542
    left_out = both["ausgeschlossen"].notna()
    assert (left_out == (both["SI_N"] == "-9999")).all()
    assert (both["gesamt"][~left_out] == both["SDI"][~left_out]).all()
    assert result.included == 536
    assert result.balance.unaccounted == 0


def test_limits_belong_to_the_middle():
    assert status_classes(np.array([-1.01, -1, 1, 1.01, 1.5, 1.51])).tolist() == [1, 2, 2, 3, 3, 4]
    assert dynamics_classes(np.array([-1.01, -1, 1, 1.01])).tolist() == ["+", "+/-", "+/-", "-"]


@pytest.mark.parametrize("values", [[0.1, 0.3], [1 / 3, 0.7, 1 / 3, 0.7], [7.77, 1e-3]])
def test_a_tie_at_the_limit_is_no_matter_of_rounding(values):
    result = status_dynamics(areas(a=values, b=[value * 0.7 for value in values]), Recipe("gebiet", ("a", "b")))
    assert np.abs(result.table["status_index"].astype(float)).tolist() == [1.0] * len(values)
    assert set(result.table["status"]) == {2}


def test_every_reason_is_given_and_the_account_adds_up():
    table = areas(
        s=[1, 2, 3, 4, None, "-9999", 7],
        d=[1, 2, 3, None, 5, 6, 7],
        einwohner=["1.200", "299", "300", "5.000", "900", "", "800"],
        weg=["nein", "nein", "nein", "nein", "nein", "nein", "ja"],
    )
    result = status_dynamics(table, Recipe("gebiet", ("s",), ("d",), "einwohner", exclude="weg"))
    assert reasons(result) == {
        "0000": None,
        "0001": "fewer than 300 inhabitants",
        "0002": None,
        "0003": "no value in d",
        "0004": "no value in s",
        "0005": "number of inhabitants unknown",
        "0006": "flagged by the user",
    }
    assert result.balance.lines()[0] == "Balance of areas: 7 read"
    assert sum(result.balance.outcomes.values()) == 7
    left_out = result.table[result.table["ausgeschlossen"].notna()]
    assert left_out.drop(columns=["gebiet", "ausgeschlossen"]).isna().all(axis=None)


def test_an_area_left_out_changes_nothing_for_the_others():
    base = areas(s=[1, 2, 4, 9, 3], d=[0, 1, 1, 2, 5])
    extra = pd.concat([base, pd.DataFrame([{"gebiet": "9", "s": 1000, "d": None}])], ignore_index=True).astype(object)
    extra = extra.where(extra.notna(), None)
    recipe = Recipe("gebiet", ("s",), ("d",))
    assert status_dynamics(extra, recipe).table.iloc[:5].equals(status_dynamics(base, recipe).table)


def test_without_dynamics_the_group_is_the_status():
    result = status_dynamics(areas(s=[1, 2, 3, 20]), Recipe("gebiet", ("s",)))
    assert result.table["gesamt"].tolist() == ["2", "2", "2", "4"]
    assert result.table["dynamik"].isna().all()


def test_junk_rows_are_left_out():
    table = areas(s=[1, 2, 3, "", "Anteil in %"], einwohner=[500, 600, 700, "", "Anzahl"])
    table.loc[3, "gebiet"] = "00000000"
    table.loc[4, "gebiet"] = "00Nummer"
    for population in (None, "einwohner"):
        result = status_dynamics(table, Recipe("gebiet", ("s",), population=population))
        assert result.included == 3
        assert all(reasons(result)[code] for code in ("00000000", "00Nummer"))


def test_rows_of_zeros_are_placeholders_unless_the_user_says_otherwise():
    rows = {name: [0, 3, 5, number] for number, name in enumerate("abcd")}
    result = status_dynamics(areas(**rows), Recipe("gebiet", tuple("abcd")))
    assert reasons(result)["0000"] == "all values are 0 (placeholder)"
    assert any("ZERO_ROWS_ARE_MISSING" in warning for warning in result.warnings)
    kept = status_dynamics(areas(**rows), Recipe("gebiet", tuple("abcd"), zero_rows_are_missing=False))
    assert kept.included == 4


def test_the_log_lets_anyone_recompute():
    result = status_dynamics(areas(s=[1, 2, 3], d=["-9999", "1", "4"]), Recipe("gebiet", ("s",), ("d",)))
    log = "\n".join(result.log)
    assert "status, s: mean 2,500000, standard deviation 0,500000" in log
    assert "dynamics, d: mean 2,500000, standard deviation 1,500000" in log
    assert "Column “d”: 1 x “-9999” read as missing." in log


@pytest.mark.parametrize("count", [1, 3])
def test_areas_that_do_not_differ_are_all_in_the_middle_and_warned_about(count):
    result = status_dynamics(areas(s=[0.1] * count), Recipe("gebiet", ("s",)))
    assert result.table["status_index"].tolist() == [0] * count
    assert result.table["status"].tolist() == [2] * count
    assert any("do not differ in status" in warning for warning in result.warnings)
    assert any(f"Only {count} areas" in warning for warning in result.warnings)


def test_twenty_areas_are_enough():
    assert status_dynamics(areas(s=list(range(20))), Recipe("gebiet", ("s",))).warnings == []


def test_codes_stay_text():
    table = pd.DataFrame({"id": ["01011101", 1100102.0, 7, None], "s": [1, 2, 4, 5]}, dtype=object)
    result = status_dynamics(table, Recipe("id", ("s",)))
    assert result.table["gebiet"].tolist() == ["01011101", "1100102", "7", None]
    assert result.table["ausgeschlossen"].tolist() == [None, None, None, "no area code"]


def test_a_repeated_row_counts_once_and_a_contradiction_is_refused():
    table = areas(s=[1, 2, 3, 2])
    table.loc[3, "gebiet"] = "0001"
    result = status_dynamics(table, Recipe("gebiet", ("s",)))
    assert result.table["ausgeschlossen"].tolist() == [None, None, None, "the same row again"]
    table.loc[3, "s"] = 9
    with pytest.raises(InputError, match="0001 stands in rows 2 and 4"):
        status_dynamics(table, Recipe("gebiet", ("s",)))


@pytest.mark.parametrize(
    ("columns", "recipe", "message"),
    [
        ({"s": [1, 2, "1O,5"], "t": [1, 2, 3]}, Recipe("gebiet", ("s", "t")), "Row 3 .area 0002., column “s”: “1O,5”"),
        ({"s": ["mittel", "hoch"], "t": [1, 2]}, Recipe("gebiet", ("s", "t")), "Column “s” holds no number"),
        ({"s": [1, 2]}, Recipe("gebiet", ("s",), ("s",)), "“s” is given for status and for dynamics"),
        ({"s": []}, Recipe("gebiet", ("s",)), "no rows"),
        ({"s": [1], "e": [5]}, Recipe("gebiet", ("s",), population="e"), "No area is left.*1  fewer than 300"),
    ],
)
def test_bad_input_is_named(columns, recipe, message):
    with pytest.raises(InputError, match=message):
        status_dynamics(areas(**columns), recipe)
