"""The numbers of the sample Kreis: indicators from the offices' files by hand, confidentiality, index by numpy."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from chain.conftest import ROOT
from chain.offices import ByHand, office_counts

LEVELS = {"kreis", "gemeinde", "sozialraum", "quartier"}
HIDDEN = ("geheim", "geheim_sekundaer", "nenner_zu_klein")
SMALL, SMALLEST_BASE = 3, 30
STATUS, DYNAMICS = ["A04", "A08", "A12"], ["A04_d", "A08_d", "A12_d"]


@pytest.fixture(scope="module")
def indicators(demo) -> pd.DataFrame:
    return demo.table("indikatoren")


@pytest.fixture(scope="module")
def by_hand(demo) -> ByHand:
    counts = office_counts(demo.folder / "musterkreis" / "aemter_neu")
    return ByHand(counts, demo.table("gebiete"), ROOT / "resources" / "indicators" / "catalogue.csv")


@pytest.fixture(scope="module")
def checked(indicators, by_hand) -> pd.DataFrame:
    return by_hand.table(indicators)


def test_every_level_and_area_has_every_indicator_once_a_stichtag(demo, indicators):
    assert set(indicators["ebene"]) == LEVELS
    assert set(indicators["gebiet"]) == set(demo.table("gebiete")["gebiet"])
    assert not indicators.duplicated(["gebiet", "indikator", "stichtag"]).any()
    per_area = indicators.groupby("gebiet").size()
    assert per_area.nunique() == 1
    assert indicators["indikator"].nunique() >= 40


def test_every_shown_value_is_that_of_the_offices(checked):
    shown = checked[checked["wert"].notna()]
    assert len(shown) > 10_000
    assert {"B08", "A08", "K02", "K05", "V01", "PM00"} <= set(shown["indikator"])
    for ours, theirs in (("wert", "true_wert"), ("zaehler", "true_zaehler"), ("nenner", "true_nenner")):
        different = shown[~np.isclose(shown[ours], shown[theirs], rtol=1e-9, equal_nan=True)]
        assert different.empty, different.iloc[0].to_dict()


def test_a_changing_denominator_date_stays_within_its_year(checked):
    rates = checked[checked["stichtag_nenner"].notna()]
    assert (rates["stichtag"].str[:4] == rates["stichtag_nenner"].str[:4]).all()
    assert (rates["stichtag"] != rates["stichtag_nenner"]).any()


def test_a_hidden_row_has_neither_value_nor_numerator(demo, indicators):
    hidden = indicators[indicators["kennzeichen"].isin(HIDDEN)]
    assert len(hidden) > 100
    assert hidden[["wert", "zaehler"]].isna().all(axis=None)
    exported = demo.csv("indikatoren")
    exported = exported[exported["kennzeichen"].isin(HIDDEN)]
    assert len(exported) == len(hidden)
    assert (exported[["wert", "zaehler"]] == "").all(axis=None)
    assert indicators.loc[indicators["wert"].isna(), "kennzeichen"].ne("").all()


def test_no_count_of_one_or_two_is_published(demo, checked, by_hand):
    assert not checked["zaehler"].between(0.5, SMALL - 0.5).any()
    rows = demo.csv("indikatoren")
    lagged = [code for code, row in by_hand.catalogue.items() if "[" in row["zaehler"]]
    assert not rows.loc[~rows["indikator"].isin(lagged), "zaehler"].isin(["1", "2"]).any()
    wide = demo.table("indikatortabelle")
    counts = [code for code in wide if by_hand.catalogue.get(code, {}).get("nenner") == ""]
    assert {"B01", "PM00", "PW85"} <= set(counts)
    assert not wide[counts].isin([1, 2]).any(axis=None)


def test_every_small_count_small_rest_and_small_base_is_hidden(checked):
    rate = checked["true_nenner"].notna()
    share = rate & (checked["masseinheit"] == "%")
    rest = checked["true_nenner"] - checked["true_zaehler"]
    for rule, must_hide in {
        "small count": checked["true_zaehler"].isin(range(1, SMALL)),
        "small rest": share & rest.isin(range(1, SMALL)),
        "small base": rate & checked["true_nenner"].between(1, SMALLEST_BASE - 1),
    }.items():
        assert must_hide.any(), rule
        shown = checked[must_hide & checked["wert"].notna()]
        assert shown.empty, f"{rule}: {shown.iloc[0].to_dict()}"


def test_no_hidden_count_is_the_only_unknown_of_a_sum_over_areas(demo, indicators, by_hand):
    plain = [code for code, row in by_hand.catalogue.items() if not row["nenner"] and "[" not in row["zaehler"]]
    table = indicators[indicators["indikator"].isin(plain)]
    parent = demo.table("gebiete").set_index("gebiet")["uebergeordnet"]
    table = table.assign(parent=table["gebiet"].map(parent), lost=table["wert"].isna())
    unknown = table.groupby(["parent", "indikator", "stichtag"])["lost"].sum()
    total = table.set_index(["gebiet", "indikator", "stichtag"])["lost"].rename_axis(unknown.index.names)
    exposed = unknown[(unknown == 1) & ~total.reindex(unknown.index)]
    assert (unknown > 1).any()
    assert exposed.empty, exposed.index[0]


def test_what_is_hidden_is_hidden_in_the_wide_table_too(demo, indicators):
    wide = demo.table("indikatortabelle").set_index("gebiet")
    areas = indicators[indicators["ebene"] == "sozialraum"]
    assert set(wide.index) == set(areas["gebiet"])
    for code, rows in areas.groupby("indikator"):
        newest = rows[rows["stichtag"] == rows.loc[rows["wert"].notna(), "stichtag"].max()].set_index("gebiet")["wert"]
        same = wide[code].reindex(newest.index)
        assert np.array_equal(same, newest, equal_nan=True), code
        if f"{code}_d" in wide:
            assert wide.loc[wide[code].isna(), f"{code}_d"].isna().all(), code


def test_status_and_dynamics_are_those_of_the_berlin_method(demo):
    table = demo.table("indikatortabelle").set_index("gebiet")
    index = demo.table("index").set_index("gebiet").loc[table.index]
    valid = table[STATUS + DYNAMICS].notna().all(axis=1) & (table["einwohner"] >= 300)
    assert valid.sum() >= 3
    assert (index["ausgeschlossen"].isna() == valid).all()
    assert index.loc[~valid, ["status_index", "status", "dynamik_index", "dynamik", "gesamt"]].isna().all(axis=None)
    status, dynamics = (z_sum(table.loc[valid, columns].to_numpy()) for columns in (STATUS, DYNAMICS))
    found = index[valid]
    assert np.allclose(found["status_index"], status, atol=1e-9)
    assert np.allclose(found["dynamik_index"], dynamics, atol=1e-9)
    classes = np.digitize(status, [-1, 1, 1.5]) + 1
    signs = np.array(["+", "+/-", "-"])[np.digitize(dynamics, [-1, 1])]
    assert found["status"].tolist() == classes.tolist()
    assert found["dynamik"].tolist() == signs.tolist()
    assert found["gesamt"].tolist() == [f"{number}{sign}" for number, sign in zip(classes, signs)]


def z_sum(columns: np.ndarray) -> np.ndarray:
    total = ((columns - columns.mean(axis=0)) / columns.std(axis=0)).sum(axis=1)
    return (total - total.mean()) / total.std()
