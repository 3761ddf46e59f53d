"""Columns of census grids under the names of the catalogue."""

from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.indicators.catalogue import shipped_catalogue
from sozialraum_plugin.core.indicators.census.census_variables import (
    catalogue_names,
    census_variables,
    known_columns,
    shares_as_counts,
)


def test_every_variable_of_the_list_is_one_of_the_catalogue():
    known = {variable for indicator in shipped_catalogue() for variable in indicator.variables}
    assert {entry.variable for entry in census_variables() if entry.variable} <= known


@pytest.mark.parametrize(
    "column, variable",
    [
        ("Einwohner", "E"),
        ("a65undaelter", "E_65"),
        ("alter_kurz_unter_18", "E_u18"),
        ("staatsange_kurz_ausland", "AUSL"),
        ("whg_leer", "WHG_LEER"),
    ],
)
def test_counts_get_the_name_of_what_they_mean(column, variable):
    assert catalogue_names([column]) == {column: variable}


def test_columns_that_only_look_alike_keep_their_names():
    assert catalogue_names(["Einwohner_maennlich", "alter_u10", "staatsange_kurz_deutschland"]) == {}


def test_counts_and_rates_are_told_apart():
    counts, rates = known_columns(["Einwohner", "AnteilUeber65", "Durchschnittsalter", "Flaeche"])
    assert counts == ["Einwohner"]
    assert [(rate.name, rate.base) for rate in rates] == [
        ("AnteilUeber65", "Einwohner"),
        ("Durchschnittsalter", "Einwohner"),
    ]
    assert known_columns(["AnteilUeber65"]) == ([], [])


def test_shares_of_the_inhabitants_become_counts():
    table = pd.DataFrame({"Einwohner": [200, 0, 50, None], "unter18_A": ["12,5", "-1,0", "-9,0", "20,0"]})
    counted, added = shares_as_counts(table)
    assert added == ["E_u18"]
    assert counted["E_u18"].tolist()[:2] == [25.0, 0.0]
    assert counted["E_u18"].isna().tolist() == [False, False, True, True]
    assert counted["E_u18_kz"].tolist() == ["", "", "geheim", "fehlt"]


def test_a_count_that_is_there_is_not_made_again():
    table = pd.DataFrame({"Einwohner": [200], "Unter18": [30], "AnteilUnter18": [15.0]})
    assert shares_as_counts(table)[1] == []
