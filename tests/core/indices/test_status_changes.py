"""Changes since an earlier edition: the published classes of Berlin, invariants, areas that are not in both."""

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.status.earlier_edition import Edition
from sozialraum_plugin.core.indices.status.status_dynamics import Recipe, status_dynamics

OLD_STATUS = (
    "s1_percentage_unemployed",
    "s2_percentage_long_term_unemployed",
    "s3_percentage_transfer_payments_recipients",
    "s4_percentage_transfer_payments_recipients_below_15_years",
)
RANDOM = np.random.default_rng(7)


def read(path):
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig").astype(object)


def areas(**columns):
    count = len(next(iter(columns.values())))
    return pd.DataFrame({"gebiet": [f"{row:04d}" for row in range(count)], **columns}, dtype=object)


def town(count=40):
    """Two editions of two indicators."""
    then = pd.DataFrame({"a": RANDOM.gamma(4, 3, count), "b": RANDOM.gamma(4, 5, count)})
    now = then + RANDOM.normal(0.5, 1.5, (count, 2))
    return areas(**{name: now[name].tolist() for name in now}), areas(**{name: then[name].tolist() for name in then})


def edition(table, label="2015", fields=("a", "b"), **columns):
    return Edition(label, table, "gebiet", tuple(fields), **columns)


def shares_before(table):
    """The shares of the earlier edition: what is published now, less the published change."""
    before = table[["id", "inhabitants"]].copy()
    for name in OLD_STATUS:
        change = pd.to_numeric(table["d" + name[1:]], errors="coerce")
        before[name] = (pd.to_numeric(table[name], errors="coerce") - change).astype(object)
    return before


@pytest.mark.parametrize("year", [2015, 2017])
def test_berlins_classes_come_from_two_editions(real_data, year):
    folder = real_data / "berlin_mss" / str(year)
    table = read(folder / "2-1-planning-areas.csv")
    recipe = Recipe("id", OLD_STATUS, population="inhabitants")
    earlier = Edition(str(year - 2), shares_before(table), "id", OLD_STATUS)
    result = status_dynamics(table, recipe, earlier)
    both = result.table.merge(read(folder / "1-planning-areas.csv"), left_on="gebiet", right_on="id")
    left_out = both["ausgeschlossen"].notna()
    assert (left_out == (both["status_index_y"] == "0")).all()
    valid = both[~left_out]
    assert len(valid) == {2015: 435, 2017: 436}[year]
    assert (valid["status"].astype(str) == valid["status_index_y"]).all()
    assert (valid["dynamik"] == valid["dynamic_index"]).all()


def test_a_published_change_of_berlin_is_the_difference_of_the_published_shares(real_data):
    """From 2015 to 2017 Berlin revised the other indicators, and one area of this one."""
    tables = {year: read(real_data / "berlin_mss" / str(year) / "2-1-planning-areas.csv") for year in (2015, 2017)}
    followed = OLD_STATUS[1]
    recipe = Recipe("id", (followed,), population="inhabitants")
    earlier = Edition("2015", tables[2015], "id", (followed,), "inhabitants")
    found = status_dynamics(tables[2017], recipe, earlier).table.set_index("gebiet")
    published = tables[2017].set_index("id")
    # Berlin left it out, too.
    assert found.loc["04020314", "ausgeschlossen"] == "in the earlier edition (2015): fewer than 300 inhabitants"
    valid = found[found["ausgeschlossen"].isna()]
    assert len(valid) > 420
    change = published.loc[valid.index, "d" + followed[1:]].astype(float)
    assert ((valid[f"aenderung_{followed}"].astype(float) - change).abs() > 2e-5).sum() <= 1


def test_areas_of_2021_that_2017_did_not_have_are_named(real_data):
    folder = real_data / "berlin_mss"
    recipe = Recipe("PLR_ID", ("S1", "S3", "S4"), population="EW")
    earlier = Edition(
        "2017",
        read(folder / "2017" / "2-1-planning-areas.csv"),
        "id",
        (OLD_STATUS[0], OLD_STATUS[2], OLD_STATUS[3]),
        "inhabitants",
    )
    with pytest.raises(InputError, match="No area is left.*another edition of the areas.*crosswalk"):
        status_dynamics(read(folder / "2021" / "mss_2021_index_indikatoren.csv"), recipe, earlier)


def test_the_three_ways_to_give_changes_are_one():
    now, then = town()
    wide = now.assign(a0=then["a"], b0=then["b"], da=now["a"] - then["a"], db=now["b"] - then["b"])
    ready = status_dynamics(wide, Recipe("gebiet", ("a", "b"), ("da", "db"))).table
    beside = status_dynamics(wide, Recipe("gebiet", ("a", "b"), start=("a0", "b0"))).table
    apart = status_dynamics(now, Recipe("gebiet", ("a", "b")), edition(then.sample(frac=1, random_state=1))).table
    shared = ["gebiet", "status_index", "status", "dynamik_index", "dynamik", "gesamt", "ausgeschlossen"]
    pd.testing.assert_frame_equal(ready[shared], beside[shared])
    pd.testing.assert_frame_equal(beside, apart)
    assert apart["aenderung_a"].tolist() == pytest.approx((now["a"] - then["a"]).tolist())
    assert ready["z_da"].tolist() == pytest.approx(apart["z_aenderung_a"].tolist())


def test_the_span_of_years_does_not_matter_for_the_classes():
    now, then = town()
    tenfold = then.copy()
    tenfold[["a", "b"]] = now[["a", "b"]] - 10 * (now[["a", "b"]] - then[["a", "b"]])
    recipe = Recipe("gebiet", ("a", "b"))
    short, long = (status_dynamics(now, recipe, edition(table)).table for table in (then, tenfold))
    assert long["gesamt"].tolist() == short["gesamt"].tolist()
    assert long["aenderung_b"].astype(float).tolist() == pytest.approx((10 * short["aenderung_b"]).tolist())


def test_relative_changes_by_hand():
    table = areas(s=[2, 3, 8, 5], t=[1, 2, 4, 0])
    result = status_dynamics(table, Recipe("gebiet", ("s",), start=("t",), relative=True))
    assert result.table["aenderung_s"].tolist() == [100, 50, 100, None]
    assert result.table["ausgeschlossen"].tolist()[3] == "no relative change, because s was 0 or less"
    assert any("in per cent" in line for line in result.log)


def test_every_area_of_both_editions_is_accounted_for():
    now = areas(a=[1, 2, 3, 4, 5, 6.0], b=[1, 4, 2, 5, 3, 3.0])
    then = areas(a=[1, 1, "x", 4, 1, 9.0], b=[1, 2, 2, 2, 2, 2.0], ew=[500, 500, 500, 9, 500, 500])
    then["gebiet"] = ["0000", "0001", "0002", "0003", "9998", "9999"]
    result = status_dynamics(now, Recipe("gebiet", ("a", "b")), edition(then, population="ew"))
    assert result.table["ausgeschlossen"].tolist() == [
        None,
        None,
        "in the earlier edition (2015): no value in a (2015)",
        "in the earlier edition (2015): fewer than 300 inhabitants",
        "not in the earlier edition (2015)",
        "not in the earlier edition (2015)",
    ]
    assert result.balance.unaccounted == 0
    assert result.earlier_balance.outcomes == {
        "valid, among the areas of now": 2,
        "valid, but not among the areas of now": 2,
        "no value in a (2015)": 1,
        "fewer than 300 inhabitants": 1,
    }
    assert "Only in 2015, not among the areas of now (2): 9998, 9999" in result.log
    warning = next(text for text in result.warnings if "not in the earlier edition" in text)
    assert warning.startswith("2 of 6 areas are not in the earlier edition (2015) and are left out: 0004, 0005.")
    assert "Compare old and new areas" in warning


def test_lost_leading_zeros_are_named_as_the_cause():
    now, then = (table.assign(gebiet="0535400" + table["gebiet"]) for table in town(25))
    then["gebiet"] = [code[1:] for code in then["gebiet"]]
    with pytest.raises(InputError, match="leading zero is lost"):
        status_dynamics(now, Recipe("gebiet", ("a", "b")), edition(then))


def test_zeros_in_one_edition_are_placeholders_too():
    names = tuple("abcd")
    now = areas(**{name: [1, 2, 3 + place, 4] for place, name in enumerate(names)})
    then = areas(**{name: [0, 2, 3, 5 + place] for place, name in enumerate(names)})
    result = status_dynamics(now, Recipe("gebiet", names), edition(then, fields=names))
    assert "placeholder" in result.table["ausgeschlossen"][0]
    beside = now.assign(**{f"{name}0": then[name] for name in names})
    result = status_dynamics(beside, Recipe("gebiet", names, start=tuple(f"{name}0" for name in names)))
    assert "placeholder" in result.table["ausgeschlossen"][0]
    kept = Recipe("gebiet", names, start=tuple(f"{name}0" for name in names), zero_rows_are_missing=False)
    assert status_dynamics(beside, kept).included == 4


# -- a frozen base year ---------------------------------------------------------------------------------------------
def test_nothing_changed_by_a_frozen_base_year():
    now, _ = town()
    plain = status_dynamics(now, Recipe("gebiet", ("a", "b"))).table
    frozen = status_dynamics(now, Recipe("gebiet", ("a", "b"), frozen=True), edition(now))
    assert frozen.table["status_index"].tolist() == pytest.approx(plain["status_index"].tolist())
    assert frozen.table["dynamik_index"].tolist() == [0] * len(now)
    assert set(frozen.table["dynamik"]) == {"+/-"}
    assert any("All areas are stable" in warning for warning in frozen.warnings)


def test_a_rise_everywhere_shows_by_a_frozen_base_year_only():
    now, then = town()
    risen = now.assign(a=now["a"] + 30, b=now["b"] + 50)
    plain, plain_risen = (status_dynamics(t, Recipe("gebiet", ("a", "b")), edition(then)).table for t in (now, risen))
    assert plain_risen["gesamt"].tolist() == plain["gesamt"].tolist()
    frozen = status_dynamics(risen, Recipe("gebiet", ("a", "b"), frozen=True), edition(then)).table
    assert set(frozen["status"]) == {4}
    assert set(frozen["dynamik"]) == {"-"}


def test_the_frozen_index_of_the_base_year_is_the_published_one(real_data):
    folder = real_data / "berlin_mss"
    tables = {year: read(folder / str(year) / "2-1-planning-areas.csv") for year in (2015, 2017)}
    earlier = Edition("2015", tables[2015], "id", OLD_STATUS, "inhabitants")
    recipe = Recipe("id", OLD_STATUS, population="inhabitants", frozen=True, dynamics_limits=(-0.25, 0.25))
    found = status_dynamics(tables[2017], recipe, earlier).table.set_index("gebiet")
    valid = found[found["ausgeschlossen"].isna()].astype({"status_index": float, "dynamik_index": float})
    assert len(valid) > 420
    published = read(folder / "2015" / "3-zscores-planning-areas.csv").set_index("id")
    valid = valid.loc[[code for code in valid.index if code in published.index]]
    index_2015 = pd.to_numeric(published.loc[valid.index, "z_d2_percentage_long_term_unemployed"])
    assert (valid["status_index"] - valid["dynamik_index"] - index_2015).abs().max() < 2e-5
    assert set(valid["dynamik"]) == {"+", "+/-", "-"}


def test_frozen_moments_are_those_of_all_areas_of_the_base_year():
    now, then = areas(a=[1, 2, 3.0]), areas(a=[0, 2, 4, 10.0])
    result = status_dynamics(now, Recipe("gebiet", ("a",), frozen=True), edition(then, fields=("a",)))
    sd = np.std([0, 2, 4, 10])
    assert result.table["status_index"].tolist() == pytest.approx([(value - 4) / sd for value in (1, 2, 3)])
    assert result.table["dynamik_index"].tolist() == pytest.approx([1 / sd, 0, -1 / sd])
    assert any("mean 4,000000" in line for line in result.log)


def test_a_third_year_may_be_the_base():
    now, then, base = areas(a=[5, 6, 7.0]), areas(a=[4, 6, 8.0]), areas(a=[1, 3, 5.0])
    recipe = Recipe("gebiet", ("a",), frozen=True)
    result = status_dynamics(now, recipe, edition(then, fields=("a",)), edition(base, "2009", ("a",)))
    sd = np.std([1, 3, 5])
    assert result.table["status_index"].tolist() == pytest.approx([2 / sd, 3 / sd, 4 / sd])
    assert result.table["dynamik_index"].tolist() == pytest.approx([1 / sd, 0, -1 / sd])
    assert any("base year (2009)" in line for line in result.log)


def test_a_base_year_without_spread_is_warned_about():
    now, then = areas(a=[1, 2, 3.0], b=[1, 3, 2.0]), areas(a=[2, 2, 2.0], b=[1, 2, 3.0])
    result = status_dynamics(now, Recipe("gebiet", ("a", "b"), frozen=True), edition(then))
    assert result.table["z_a"].tolist() == [0, 0, 0]
    assert any("“a” is the same in all areas" in warning for warning in result.warnings)


# -- weights and limits ---------------------------------------------------------------------------------------------
def test_weights_by_hand():
    now, then = areas(a=[1, 2, 3.0], b=[3, 1, 2.0]), areas(a=[1, 1, 1.0], b=[1, 1, 1.0])
    only_a = status_dynamics(now, Recipe("gebiet", ("a", "b"), status_weights=(1, 0)), edition(then)).table
    plain_a = status_dynamics(now, Recipe("gebiet", ("a",)), edition(then, fields=("a",))).table
    assert only_a["status_index"].tolist() == plain_a["status_index"].tolist()
    assert only_a["dynamik_index"].tolist() == plain_a["dynamik_index"].tolist()
    doubled = status_dynamics(now, Recipe("gebiet", ("a", "b"), status_weights=(4, 2))).table
    halved = status_dynamics(now, Recipe("gebiet", ("a", "b"), status_weights=(2, 1))).table
    assert doubled["status_index"].tolist() == pytest.approx(halved["status_index"].tolist())


def test_limits_are_choices():
    table = areas(s=[1, 2, 3, 10.0], d=[0, 0, 0, 8.0])
    recipe = Recipe("gebiet", ("s",), ("d",), status_limits=(-0.6, 0.1, 2), dynamics_limits=(-2, 2))
    result = status_dynamics(table, recipe)
    # s: mean 4, sd sqrt(12.5): z -0.85, -0.57, -0.28, 1.70; d: z -0.58 and 1.73
    assert result.table["gesamt"].tolist() == ["1+/-", "2+/-", "2+/-", "3+/-"]
    assert "Limits: status −0,6; 0,1; 2, dynamics −2; 2" in result.log


# -- bad input ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("recipe", "earlier", "message"),
    [
        (Recipe("gebiet", ("a",), ("b",), frozen=True), None, "leave DYNAMICS_FIELDS empty"),
        (Recipe("gebiet", ("a",), frozen=True), None, "needs the values of that year"),
        (Recipe("gebiet", ("a",), frozen=True, relative=True), "then", "cannot be relative"),
        (Recipe("gebiet", ("a",), ("b",)), "then", "given more than once"),
        (Recipe("gebiet", ("a",), start=("b",)), "then", "given more than once"),
        (Recipe("gebiet", ("a",), status_weights=(1, 2)), None, "STATUS_WEIGHTS: there are 2 weights for 1"),
        (Recipe("gebiet", ("a",), status_weights=(-1,)), None, "weights are 0 or more"),
        (Recipe("gebiet", ("a",)), "empty", "2015: the table has no rows"),
        (Recipe("gebiet", ("a",)), "texts", "2015: Column “a .2015.” holds no number"),
        (Recipe("gebiet", ("a",)), "twice", "2015: Area 0000 stands in rows 1 and 2"),
        (Recipe("gebiet", ("a",)), "minors", "2015: no area has values to compare with"),
    ],
)
def test_contradictions_and_useless_editions_are_refused(recipe, earlier, message):
    now = areas(a=[1, 2, 3.0], b=[1, 2, 4.0])
    tables = {
        "then": areas(a=[1, 3, 2.0]),
        "empty": areas(a=[1.0]).iloc[:0],
        "texts": areas(a=["hoch", "tief"]),
        "twice": areas(a=[1, 3.0]).assign(gebiet="0000"),
        "minors": areas(a=[1, 3.0], ew=[5, 6]),
    }
    given = None
    if earlier:
        given = edition(tables[earlier], fields=("a",), population="ew" if earlier == "minors" else None)
    with pytest.raises(InputError, match=message):
        status_dynamics(now, recipe, given)


@pytest.mark.parametrize("count", [1, 5, 19])
def test_few_areas_are_warned_about(count):
    now, then = town(count)
    result = status_dynamics(now, Recipe("gebiet", ("a", "b")), edition(then))
    assert any(f"Only {count} areas have an index" in warning for warning in result.warnings)
    assert result.included == count
    if count == 1:
        assert result.table["gesamt"].tolist() == ["2+/-"]
