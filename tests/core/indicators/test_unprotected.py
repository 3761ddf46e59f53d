"""A table that nobody protected: small numbers of people are hidden, nothing else."""

from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.indicators.protection.unprotected import flag_small_numbers
from sozialraum_plugin.core.publication import hide

COLUMNS = ["gebiet", "indikator", "wert", "zaehler", "nenner", "masseinheit", "kennzeichen"]


def table(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.mark.parametrize(
    "row, flag",
    [
        (("01", "M01", 0.5, 2, 400, "%", ""), "geheim"),
        (("01", "M01", 99.5, 398, 400, "%", ""), "geheim"),
        (("01", "M01", 50.0, 10, 20, "%", ""), "nenner_zu_klein"),
        (("01", "B01", 1, 1, None, "Personen", ""), "geheim"),
        (("01", "M01", 0.0, 0, 400, "%", ""), ""),
        (("01", "M01", 0.75, 3, 400, "%", ""), ""),
        (("01", "M01", 100.0, 400, 400, "%", ""), ""),
        (("01", "I01", 2, 2, None, "Anzahl", ""), ""),
        (("01", "B03", 0.5, 2, 400, "%", ""), ""),
        (("01", "W01", 1.5, None, None, "EUR/m²", ""), ""),
    ],
)
def test_primary_rules(row, flag):
    flagged, count = flag_small_numbers(table(row))
    assert flagged["kennzeichen"].tolist() == [flag] and count == bool(flag)
    assert hide(flagged)["wert"].isna().tolist() == [bool(flag)]


def test_a_change_is_known_by_a_negative_value_of_another_area():
    flagged, count = flag_small_numbers(table(("01", "X1", 0.5, 2, 400, "%", ""), ("02", "X1", -0.5, -2, 400, "%", "")))
    assert count == 0 and flagged["kennzeichen"].tolist() == ["", ""]


@pytest.mark.parametrize("flag", ["geheim", "geheim_sekundaer", "nenner_zu_klein", "nur_intern"])
def test_a_table_with_a_hidden_or_internal_row_has_been_protected(flag):
    rows = table(("01", "M01", None, None, 400, "%", flag), ("02", "M01", 0.5, 2, 400, "%", ""))
    assert flag_small_numbers(rows)[1] == 0


def test_columns_that_a_table_of_ones_own_lacks():
    rows = table(("01", "B01", 2, 2, None, "Personen", "")).drop(columns=["zaehler", "nenner", "kennzeichen"])
    flagged, count = flag_small_numbers(rows)
    assert count == 1 and flagged["kennzeichen"].tolist() == ["geheim"]
    bare = rows.drop(columns="masseinheit")
    assert flag_small_numbers(bare) == (bare, 0)
