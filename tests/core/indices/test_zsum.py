import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.indices.status.zsum import z_sum


def test_by_hand():
    # a: mean 2, sd sqrt(2/3); b: mean 20, sd sqrt(200/3). z = -1.2247, 0, 1.2247 in both; the sum has sd 2.
    result = z_sum(pd.DataFrame({"a": [1.0, 2, 3], "b": [10.0, 20, 30]}))
    assert result.contributions["a"].tolist() == pytest.approx([-(1.5**0.5), 0, 1.5**0.5])
    assert result.index.tolist() == pytest.approx([-(1.5**0.5), 0, 1.5**0.5])
    assert result.moments["b"].mean == 20
    assert result.moments["b"].sd == pytest.approx((200 / 3) ** 0.5)
    assert result.sum_moments.sd == pytest.approx(2)


def test_the_index_has_mean_0_and_population_sd_1():
    values = pd.DataFrame(np.random.default_rng(1).normal(size=(50, 3)), columns=list("abc"))
    index = z_sum(values).index
    assert index.mean() == pytest.approx(0, abs=1e-12)
    assert index.std(ddof=0) == pytest.approx(1)


def test_a_constant_field_adds_nothing():
    varying = pd.DataFrame({"a": [1.0, 5, 6]})
    result = z_sum(varying.assign(b=0.1 * 3))
    assert result.constant == ("b",)
    assert result.index.tolist() == z_sum(varying).index.tolist()


def test_no_variation_gives_zero_instead_of_noise():
    assert z_sum(pd.DataFrame({"a": [0.1] * 7})).index.tolist() == [0] * 7
    assert z_sum(pd.DataFrame({"a": [5.0]})).index.tolist() == [0]
    cancelling = z_sum(pd.DataFrame({"a": [0.1, 0.2, 0.7], "b": [-0.1, -0.2, -0.7]}))
    assert cancelling.index.tolist() == [0, 0, 0]
    assert not cancelling.varies
