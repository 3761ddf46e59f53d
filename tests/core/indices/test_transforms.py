"""Transforms against numbers worked out by hand and against a second method."""

import math

import numpy as np
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.composite.transforms import Scale, transform

VALUES = np.array([10.0, 20.0, 20.0, 50.0, np.nan])


def done(kind: str, values: np.ndarray = VALUES, **options: object) -> list[float]:
    return [round(value, 6) for value in transform(values, Scale(kind, **options)).values.tolist()]


def test_z_values_by_hand():
    # mean 25, squares 225 + 25 + 25 + 625 = 900: sd 15 over 4, 17.320508 over 3
    assert done("zscore")[:4] == [-1.0, -0.333333, -0.333333, 1.666667]
    assert done("zscore", ddof=1)[:4] == [-0.866025, -0.288675, -0.288675, 1.443376]


def test_z_values_by_inhabitants():
    # weights 1, 1, 1, 7: mean 40, variance (900 + 400 + 400 + 7 * 100) / 10 = 240
    people = np.array([1.0, 1.0, 1.0, 7.0, 3.0])
    assert done("zscore", weights=people)[:4] == [round(x / math.sqrt(240), 6) for x in (-30, -20, -20, 10)]


def test_shares_and_ranks_by_hand():
    assert done("minmax")[:4] == [0.0, 0.25, 0.25, 1.0]
    assert done("rank")[:4] == [1.0, 2.5, 2.5, 4.0]
    assert done("percentile", decimals=4)[:4] == [0.0, 0.3333, 0.3333, 1.0]


def test_exponential_ends_at_0_and_100():
    values = np.arange(1000, dtype=float)
    result = transform(values, Scale("exponential")).values
    assert result[-1] == pytest.approx(100)
    # about a tenth of the areas gets more than 50 points: that is what the 23 was chosen for
    assert 0.1 <= (result > 50).mean() < 0.105
    assert 0 < result[0] < 0.03


def test_missing_values_stay_missing():
    for kind in ("none", "zscore", "minmax", "rank", "percentile", "exponential", "log"):
        result = transform(VALUES, Scale(kind)).values
        assert np.isnan(result).tolist() == [False] * 4 + [True], kind


def test_moments_of_a_base_year_only():
    reference = np.array([True, True, False, False, True])
    result = transform(VALUES, Scale("zscore"), reference)
    assert result.moments == (15.0, 5.0)
    assert result.values[:4].tolist() == [-1.0, 1.0, 1.0, 7.0]


def test_frozen_moments_of_another_edition():
    assert done("zscore", frozen=(20.0, 10.0))[:4] == [-1.0, 0.0, 0.0, 3.0]
    assert done("minmax", frozen=(0.0, 100.0))[:4] == [0.1, 0.2, 0.2, 0.5]


def test_what_does_not_vary_becomes_0():
    result = transform(np.array([0.1 + 0.2, 0.3]), Scale("zscore"))
    assert result.constant
    assert result.values.tolist() == [0.0, 0.0]


def test_no_logarithm_of_0():
    with pytest.raises(InputError, match="Row 2"):
        transform(np.array([1.0, 0.0]), Scale("log"))
