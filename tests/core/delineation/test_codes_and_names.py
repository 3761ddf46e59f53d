"""Codes in reading order, names by the compass, figures of areas."""

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.area_table import means_by_area, sums_by_area, unit_table
from sozialraum_plugin.core.delineation.codes import stem_codes
from sozialraum_plugin.core.delineation.names import heaviest_values, unique_names
from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import AREA, AREA_NAME, PARENT, Field, Kind

SQUARE = np.array([[0.0, 0], [10, 0], [0, 10], [10, 9]])  # south-west, south-east, north-west, north-east


def area_codes(prefixes, centres, digits):
    return stem_codes([(prefix, "") for prefix in prefixes], centres, digits)


def test_numbers_run_in_rows_from_the_north_west():
    assert area_codes(["05999001"] * 4, SQUARE, 3) == ["05999001003", "05999001004", "05999001001", "05999001002"]


def test_each_prefix_has_its_own_numbers():
    assert area_codes(["05", "06", "05", "06"], SQUARE, 2) == ["0502", "0602", "0501", "0601"]


def test_too_few_digits_are_refused():
    with pytest.raises(InputError, match="10 areas of “A” cannot be numbered with 1 digits"):
        area_codes(["A"] * 10, np.zeros((10, 2)), 1)


def test_an_area_is_called_what_most_inhabitants_call_it():
    values = ["Nordstadt", "Hof", "Hof", None, "Au", "Bad", "Bad"]
    weights = np.array([100.0, 40, 50, 900, 0, 0, 0])
    assert heaviest_values(values, weights, np.array([0, 0, 0, 0, 1, 1, 1]), 3) == ["Nordstadt", "Bad", None]


def test_equal_names_get_a_point_of_the_compass_then_a_number():
    assert unique_names(["Hof", "Hof"], ["a", "a"], np.array([[0.0, 0], [1, 5]])) == ["Hof Süd", "Hof Nord"]
    assert unique_names(["Hof", "Hof"], ["a", "b"], np.array([[0.0, 0], [1, 5]])) == ["Hof", "Hof"]
    cross = np.array([[0.0, 0], [0, 9], [9, 0], [0, -9], [-9, 0], [1, 9]])
    assert unique_names(["Hof"] * 6, ["a"] * 6, cross) == [
        "Hof Mitte", "Hof Nord 1", "Hof Ost", "Hof Süd", "Hof West", "Hof Nord 2",
    ]  # fmt: skip


def test_counts_are_summed_and_shares_weighted_by_inhabitants():
    labels = np.array([0, 0, 1, 1, 2])
    assert sums_by_area(pd.Series([1, None, 2, 3, None], dtype=object), labels, 3) == [1.0, 5.0, None]
    shares = pd.Series([0.1, 0.4, 0.2, 0.4, None], dtype=object)
    means = means_by_area(shares, np.array([300.0, 100, 0, 0, 50]), labels, 3)
    assert means == [pytest.approx(0.175), pytest.approx(0.3), None]


def test_areas_of_a_lower_level_become_units():
    table = pd.DataFrame({"gebiet": ["1"], "gebiet_name": ["A"], "uebergeordnet": ["x"], "einheit": ["old"]})
    layout = [AREA, AREA_NAME, PARENT, Field("einheit"), Field("kinder", Kind.INTEGER)]
    units, names = unit_table(table.assign(kinder=3), layout, ["S1"])
    assert [field.name for field in names] == ["gebiet", "einheit", "einheit_name", "kinder"]
    assert units.loc[0, ["gebiet", "einheit", "einheit_name", "kinder"]].tolist() == ["S1", "1", "A", 3]
