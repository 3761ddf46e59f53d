"""Sums and majorities of addresses per unit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.unit_table import most_frequent, summed_counts
from sozialraum_plugin.core.errors import InputError


def test_counts_are_summed_and_addresses_outside_left_out():
    addresses = pd.DataFrame({"einwohner": [3, None, 4, 5], "u18": [1, 0, None, 2]}, dtype=object)
    table = summed_counts(addresses, np.array([0, 0, 2, -1]), 3, ["einwohner", "u18"])
    assert table.to_dict("list") == {"adressen": [2, 0, 1], "einwohner": [3, 0, 4], "u18": [1, 0, 0]}


def test_a_text_among_the_counts_is_named():
    with pytest.raises(InputError, match="einwohner.*row 2.*viele"):
        summed_counts(pd.DataFrame({"einwohner": [3, "viele"]}, dtype=object), np.zeros(2, dtype=int), 1, ["einwohner"])


def test_the_majority_wins_and_ties_go_by_alphabet():
    values = pd.Series(["Nord", "Nord", "Mitte", "West", "Ost", None, "Süd"], dtype=object)
    assert most_frequent(values, np.array([0, 0, 0, 1, 1, 2, -1]), 3).tolist() == ["Nord", "Ost", None]
