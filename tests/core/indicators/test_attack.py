"""An attacker with the published table, the hierarchy and the formulas, and linear algebra as the only tool."""

import numpy as np
import pandas as pd
import pytest
from small_kreis import QUARTERS, TREE, areas, counts

from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.catalogue import select, shipped_catalogue
from sozialraum_plugin.core.indicators.compute import compute_indicators
from sozialraum_plugin.core.indicators.protection.primary_protection import Thresholds

CATALOGUE = {indicator.code: indicator for indicator in shipped_catalogue()}
DAY = "2024-12-31"


class Attacker:
    """Knows what is published; the unknowns are all counts (area, variable), on one Stichtag."""

    def __init__(self, published, tree, variables):
        self.unknown = {
            (area, variable): number
            for number, (area, variable) in enumerate((a, v) for a in tree["gebiet"] for v in variables)
        }
        self.equations = []
        for area, group in tree.dropna(subset=["uebergeordnet"]).groupby("uebergeordnet")["gebiet"]:
            for variable in variables:
                row = np.zeros(len(self.unknown))
                row[self.unknown[area, variable]] = -1
                row[[self.unknown[child, variable] for child in group]] = 1
                self.equations.append(row)
        for row in published.itertuples():
            indicator = CATALOGUE[row.indikator]
            numerator, denominator = row.zaehler, row.nenner
            if row.wert == row.wert and indicator.denominator:
                numerator = row.wert * denominator if numerator != numerator else numerator
                denominator = numerator / row.wert if denominator != denominator and row.wert else denominator
            if numerator == numerator:
                self.equations.append(self.functional(row.gebiet, indicator.numerator))
            if indicator.denominator and denominator == denominator:
                self.equations.append(self.functional(row.gebiet, indicator.denominator))

    def functional(self, area, formula):
        row = np.zeros(len(self.unknown))
        for term in formula.terms:
            row[self.unknown[area, term.variable]] += term.sign
        return row

    def computes(self):
        """Return a function that tells whether a linear functional of the unknowns is determined exactly."""
        _, singular, directions = np.linalg.svd(np.array(self.equations))
        null_space = directions[(singular > 1e-9).sum() :]
        return lambda functional: bool(np.abs(null_space @ functional).max(initial=0) < 1e-9)


def protected(tree, table, codes):
    published = compute_indicators(table, tree, select(list(CATALOGUE.values()), codes), Thresholds()).table
    variables = sorted({variable for code in codes for variable in CATALOGUE[code].variables})
    attacker = Attacker(published, tree, variables)
    computes = attacker.computes()
    hidden = published[published["zaehler"].isna()]
    broken = [
        (row.gebiet, row.indikator)
        for row in hidden.itertuples()
        if row.kennzeichen != Flag.SECONDARY
        and computes(attacker.functional(row.gebiet, CATALOGUE[row.indikator].numerator))
    ]
    return published, hidden, broken


def test_one_small_count_takes_the_next_smallest_with_it():
    values = {"AUSL": [2, 15, 40, 50, 60], "E": [200, 300, 400, 500, 600]}
    table = counts([(code, name, DAY, v) for name, column in values.items() for code, v in zip(QUARTERS, column)])
    published, hidden, broken = protected(TREE, table, ["B01", "M01"])
    marks = published[published["indikator"] == "M01"].set_index("gebiet")["kennzeichen"]
    assert marks[QUARTERS[0]] == Flag.SECRET and marks[QUARTERS[1]] == Flag.SECONDARY
    assert (marks.drop(QUARTERS[:2]) == "").all()
    assert not broken and len(hidden) == 2


def test_two_ones_that_add_up_to_two_are_no_protection():
    values = {"AUSL": [1, 1, 40, 50, 60], "E": [200, 300, 400, 500, 600]}
    table = counts([(code, name, DAY, v) for name, column in values.items() for code, v in zip(QUARTERS, column)])
    marks = protected(TREE, table, ["M01"])[0].set_index("gebiet")["kennzeichen"]
    assert list(marks[QUARTERS[:3]]) == [Flag.SECRET, Flag.SECRET, Flag.SECONDARY]


def test_what_the_source_hides_in_one_child_is_not_computed_from_the_parent():
    rows = [(code, "AUSL", DAY, value) for code, value in zip(QUARTERS[1:], [15, 40, 50, 60])]
    rows += [(QUARTERS[0], "AUSL", DAY, None, Flag.SECRET), ("0599900101", "AUSL", DAY, 61)]
    rows += [(code, "E", DAY, 500) for code in QUARTERS]
    _, hidden, broken = protected(TREE, counts(rows), ["M01"])
    assert not broken
    assert {QUARTERS[0], QUARTERS[1]} <= set(hidden["gebiet"])


def test_a_hidden_count_is_hidden_in_every_indicator_that_uses_it():
    rows = [("05999", name, DAY, v) for name, v in {"HH_KIND": 2, "HH": 100, "HH_ALLEINERZ": 1}.items()]
    published = protected(TREE[:1], counts(rows), ["H03", "H04"])[0].set_index("indikator")
    assert np.isnan(published.loc["H03", "zaehler"]) and np.isnan(published.loc["H04", "nenner"])
    assert published.loc["H03", "kennzeichen"] == published.loc["H04", "kennzeichen"] == Flag.SECRET


def test_the_parts_of_a_published_sum_stay_hidden():
    values = {"ALO_SGB2": 60, "ALO_SGB3": 2, "E_15_u65": 1000}
    published, _, broken = protected(
        TREE[:1], counts([("05999", name, DAY, v) for name, v in values.items()]), ["A04", "A05"]
    )
    assert published["zaehler"].isna().sum() == 1  # ALO_SGB3 = 2 would be the difference of the two
    assert not broken


def random_kreis(generator):
    above = [("k", "", "kreis", None), *[(f"g{n}", "", "gemeinde", "k") for n in range(2)]]
    above += [(f"s{n}", "", "sozialraum", f"g{n % 2}") for n in range(int(generator.integers(2, 6)))]
    social = [row[0] for row in above if row[2] == "sozialraum"]
    quarters = [(f"q{n}", "", "quartier", social[n % len(social)]) for n in range(int(generator.integers(4, 14)))]
    return areas(*above, *quarters), [row[0] for row in quarters]


@pytest.mark.parametrize("seed", range(200))
def test_random_hierarchies_withstand_the_attack(seed):
    generator = np.random.default_rng(seed)
    tree, quarters = random_kreis(generator)
    rows = []
    for code in quarters:
        population = int(generator.integers(20, 900))
        single = {"E": population, "AUSL": generator.binomial(population, generator.choice([0.01, 0.2]))}
        single["HH"] = population // 2
        single["HH_KIND"] = generator.binomial(single["HH"], 0.2)
        single["HH_ALLEINERZ"] = generator.binomial(single["HH_KIND"], 0.2)
        single["HH_3K"] = generator.binomial(single["HH_KIND"], 0.1)
        single["E_15_u65"] = population * 2 // 3
        single["ALO_SGB2"] = generator.binomial(single["E_15_u65"], 0.03)
        single["ALO_SGB3"] = generator.binomial(single["E_15_u65"], 0.01)
        rows += [(code, name, DAY, float(value)) for name, value in single.items()]
    published, hidden, broken = protected(tree, counts(rows), ["B01", "M01", "H03", "H04", "H06", "A04", "A05"])
    assert not broken
    assert len(hidden) < len(published)


def test_no_hidden_number_is_in_any_column():
    rows = [(code, "AUSL", DAY, value) for code, value in zip(QUARTERS, (2, 7, 40, 50, 60))]
    rows += [(code, "E", DAY, 500) for code in QUARTERS]
    published = protected(TREE, counts(rows), ["M01"])[0]
    hidden = published[published["gebiet"] == QUARTERS[0]]
    assert hidden[["wert", "zaehler"]].isna().all(axis=None)
    assert not pd.Series([2.0, 0.4]).isin(hidden[["wert", "zaehler", "nenner"]].to_numpy().ravel()).any()
