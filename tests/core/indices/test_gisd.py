"""The German Index of Socioeconomic Deprivation from its raw inputs, against the published scores of all Kreise."""

import numpy as np
import pandas as pd
import pytest
from gisd_data import communes_and_years

from sozialraum_plugin.core.indices.composite.classification import classify
from sozialraum_plugin.core.indices.composite.combine import combine
from sozialraum_plugin.core.indices.composite.composite_recipe import read_recipe
from sozialraum_plugin.core.indices.composite.composite_table import composite_table
from sozialraum_plugin.core.indices.composite.taking_part import Columns

COLUMNS = Columns("Gemeinde", population="Bevoelkerung", year="Jahr", larger="Kreis")


@pytest.fixture(scope="module")
def communes(real_data):
    if not (real_data / "gisd").exists():
        pytest.skip("no raw inputs of the GISD")
    return communes_and_years(real_data / "gisd")


@pytest.fixture(scope="module")
def computed(communes):
    return composite_table(communes, read_recipe("gisd"), COLUMNS)


@pytest.fixture(scope="module")
def kreise(computed, real_data):
    """Published and computed rows of all Kreise in odd years, side by side."""
    published = pd.read_csv(real_data / "gisd" / "published_kreis_odd_years.csv", dtype={"Kreiskennziffer": str})
    published["gebiet"] = published["Kreiskennziffer"].str.zfill(5)
    published["jahr"] = published["Jahr"].astype(str)
    both = published.merge(computed.larger.table, on=["gebiet", "jahr"])
    assert len(both) == len(published) == 402 * 9
    return both


def test_scores_of_all_kreise_in_odd_years_to_six_decimals(kreise):
    assert (kreise["index"].astype(float) == kreise["GISD_Score"]).all()
    assert (kreise["einwohner"] == kreise["Bevölkerung"]).all()


def test_fifths_of_all_kreise(kreise):
    assert (6 - kreise["klasse"].astype(int) == kreise["GISD_5"]).all()


def test_tenths_of_all_kreise_from_the_same_scores(kreise):
    recipe = read_recipe("gisd")
    for _, year in kreise.groupby("jahr"):
        rule = type(recipe.rule)("quantile", 10, (), 9, "more")
        assert (11 - classify(year["index"].to_numpy(dtype=float), rule).classes == year["GISD_10"]).all()


def test_loadings_as_the_institutes_own_program_printed_them(computed, communes):
    """The annotated program of revision 2020 prints them for the same inputs, but with other fields for education."""
    loadings = computed.result.loadings
    printed = {
        "Beschaeftigtenquote": 0.4827883, "Arbeitslosigkeit": 0.5931929, "Bruttoverdienst": 0.6442342,
        "Einkommenssteuer": 0.6368996, "Haushaltseinkommen": 0.6268504, "Schuldnerquote": 0.4487957,
    }  # fmt: skip
    assert {name: round(loadings[name], 7) for name in printed} == printed
    other = communes["SchulabgaengermitHochschulreife"].to_numpy(dtype=float)[computed.rows]
    found = computed.result.transformed[["BeschaeftigtemitakadAbschluss", "SchulabgaengerohneAbschluss"]].to_numpy()
    education = combine(np.column_stack([found, -other]), np.ones(3), "pca", 1).loadings
    assert np.round(np.abs(education), 7).tolist() == [0.6478416, 0.4383535, 0.6230148]


def test_contributions_add_up_and_every_row_is_accounted_for(computed, communes):
    total = computed.result.contributions.sum(axis=1)
    assert np.allclose(total, computed.result.raw, atol=1e-12)
    assert computed.balance.total == len(communes) == 11166 * 18
    assert computed.balance.outcomes == {"with an index": 11092 * 18, "fewer than 1 inhabitants": 74 * 18}


def test_what_is_estimated_and_what_is_upside_down_is_said(computed):
    text = " ".join(computed.warnings)
    assert "BeschaeftigteohneAbschluss 155.288 of 199.656" in text
    assert "Dimension “Bildung”" in text
    assert "Dimension “Einkommen”" not in text
    flensburg = computed.table.iloc[0]
    assert flensburg["geschaetzte_felder"].startswith("Beschaeftigtenquote, Bruttoverdienst")
