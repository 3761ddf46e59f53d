"""Rounding and cell key: what a reader may rely on."""

import numpy as np
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.protection.cell_key import (
    LARGEST,
    VARIANCE,
    check_key,
    perturbed,
    uniform_numbers,
)
from sozialraum_plugin.core.indicators.protection.rounding import rounded, rounding_bounds


def test_rounding_and_its_bounds_belong_together():
    counts = np.arange(0, 60.0)
    low, high = rounding_bounds(rounded(counts))
    assert (low <= counts).all() and (counts <= high).all() and (high - low <= 4).all()
    assert rounded(np.array([-7.0, np.nan]))[0] == -5


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 17, 1000])
def test_cell_key_is_fair_and_bounded(count):
    uniform = (np.arange(60000) + 0.5) / 60000
    shown = perturbed(np.full(60000, float(count)), uniform)
    assert shown.mean() == pytest.approx(count, abs=1e-3)
    assert shown.var() == pytest.approx(VARIANCE, abs=1e-2)
    assert np.abs(shown - count).max() <= LARGEST
    assert shown.min() >= 0 and not np.isin(shown, [1, 2]).any()


def test_zero_stays_zero_and_missing_missing():
    shown = perturbed(np.array([0.0, np.nan]), np.array([0.99, 0.5]))
    assert shown[0] == 0 and np.isnan(shown[1])


def test_key_decides_and_is_spread_evenly():
    cells = [(str(area), "E", "2024-12-31") for area in range(4000)]
    one, other = uniform_numbers("ein Geheimnis", cells), uniform_numbers("ein anderes", cells)
    assert (one == uniform_numbers("ein Geheimnis", cells)).all()
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.06
    assert np.histogram(one, 10, (0, 1))[0].min() > 320
    with pytest.raises(InputError, match="secret text"):
        check_key("kurz   ")
