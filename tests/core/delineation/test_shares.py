"""Shares of counts as a planner writes them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.shares import parse_shares
from sozialraum_plugin.core.errors import InputError

COUNTS = ["adressen", "einwohner", "e_65"]


def test_shares_are_read_and_computed():
    (share,) = parse_shares(" anteil_65 = e_65/einwohner ; ", COUNTS, ["block"])
    table = pd.DataFrame({"einwohner": [10, 0, None], "e_65": [4, 0, 1]})
    np.testing.assert_array_equal(share.of(table), [0.4, np.nan, np.nan])


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("anteil_65: e_65/einwohner", "no share"),
        ("a=e_66/einwohner", "no count “e_66”.*adressen, einwohner, e_65"),
        ("block=e_65/einwohner", "already in use"),
        ("e_65=e_65/einwohner", "already in use"),
        ("a=e_65/einwohner;a=e_65/adressen", "already in use"),
    ],
)
def test_a_wrong_share_is_named(text, sentence):
    with pytest.raises(InputError, match=sentence):
        parse_shares(text, COUNTS, ["block"])
