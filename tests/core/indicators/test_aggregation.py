from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.aggregation import area_counts, count_column, iso_date


@pytest.mark.parametrize("text", ["31.12.2025", "2025-12-31", " 31.12.2025 "])
def test_both_ways_of_writing_a_date(text):
    assert iso_date(text) == "2025-12-31"


@pytest.mark.parametrize("text", ["", "2025", "31.02.2025", "12/31/2025"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(InputError, match="no date"):
        iso_date(text)


def test_sums_conserve_the_total_and_name_every_area():
    rng = np.random.default_rng(1)
    area = pd.Series(rng.choice(["", "1", "2", "03"], 1000), dtype=object)
    values = rng.integers(0, 9, 1000).astype(float)
    table = area_counts(area, {"w": values}, ["2", "leer"], "2025-12-31", "wir")
    assert table["gebiet"].tolist() == ["03", "1", "2", "leer"]
    assert table["wert"].sum() == values[area != ""].sum()
    assert table["wert"].iloc[-1] == 0


def test_counts_as_text_are_read_and_a_word_is_named():
    column = pd.Series(["3", None, 4], name="w", dtype=object)
    values, missing = count_column(column, "liste")
    assert (values.tolist(), missing) == ([3.0, 0.0, 4.0], 1)
    with pytest.raises(InputError, match="row 2.*viele"):
        count_column(pd.Series(["3", "viele"], name="w", dtype=object), "liste")
