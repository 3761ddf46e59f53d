"""Indicators carried over: counts by shares, rates from their parts, and nothing hidden comes out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.crosswalk import crosswalk, protected, with_shares
from sozialraum_plugin.core.delineation.crosswalk_values import Basis, carry_over
from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.protection.primary_protection import Thresholds

COLUMNS = [
    "gebiet", "indikator", "wert", "zaehler", "nenner", "indikator_name", "stichtag", "masseinheit", "kennzeichen",
]  # fmt: skip


def indicators(*rows):
    """Rows of (area, indicator, value, numerator, denominator[, unit[, flag]])."""
    padded = [(*row, *("%", "")[len(row) - 5 :]) for row in rows]
    full = [(*row[:5], row[1], "2025-12-31", *row[5:]) for row in padded]
    return pd.DataFrame(full, columns=COLUMNS, dtype=object)


def walk(*rows, threshold=0):
    old, new, people = zip(*rows)
    table = crosswalk(pd.Series(old, dtype=object), pd.Series(new, dtype=object), np.array(people, dtype=float))
    return with_shares(protected(table, threshold))


WALK = (("A", "X", 75), ("A", "Y", 25), ("B", "Y", 100))


def carried(table, rows=WALK, thresholds=None, comes_from=None, threshold=0):
    crossed = walk(*rows, threshold=threshold)
    new = sorted(set(crossed["gebiet_neu"]) - {""})
    old = sorted(set(crossed["gebiet_alt"]) - {""})
    origin = comes_from or {"X": "A", "Y": "B"}
    result = carry_over(table, crossed, origin, {code: code for code in new}, old, thresholds).table
    return result.set_index(["indikator", "gebiet_neu"])


def test_counts_go_by_shares_and_keep_their_sum():
    found = carried(indicators(("A", "E", 40, 40, None, "Personen"), ("B", "E", 60, 60, None, "Personen")))
    assert found["wert_nachher"].tolist() == [30, 70]
    assert found["wert_vorher"].tolist() == [40, 60]


def test_rates_come_from_their_parts_not_from_the_mean_of_rates():
    found = carried(indicators(("A", "R", 10.0, 40, 400), ("B", "R", 50.0, 50, 100)))
    assert found.at[("R", "Y"), "zaehler_nachher"] == 60
    assert found.at[("R", "Y"), "wert_nachher"] == pytest.approx(100 * 60 / 200)
    assert found.at[("R", "X"), "wert_nachher"] == pytest.approx(10.0)


@pytest.mark.parametrize("factor, decimals", [(100, 1), (1000, 2), (1, 4)])
def test_the_factor_of_a_rate_is_read_from_rounded_values(factor, decimals):
    rows = [(code, "R", round(factor * top / bottom, decimals), top, bottom) for code, top, bottom in
            (("A", 37, 411), ("B", 83, 299))]  # fmt: skip
    found = carried(indicators(*rows))
    assert found.at[("R", "Y"), "wert_nachher"] == pytest.approx(factor * (37 / 4 + 83) / (411 / 4 + 299))


def test_a_median_or_a_value_without_its_parts_is_not_carried_over():
    found = carried(indicators(("A", "M", 43.5, None, None), ("B", "M", 51.0, None, None),
                               ("A", "W", 5.0, 10, 20), ("B", "W", 7.0, 33, 70)))  # fmt: skip
    assert (found["grundlage"] == Basis.NONE).all()
    assert found["wert_nachher"].isna().all() and found["hinweis"].str.contains("Not carried over").all()
    assert found.at[("M", "X"), "wert_vorher"] == 43.5


def test_whole_areas_give_exact_values_and_parts_estimates():
    rows = (("A", "X", 10), ("B", "X", 20), ("C", "Y", 5), ("D", "Z", 5), ("D", "Y", 1))
    table = indicators(*((code, "E", 7, 7, None, "Personen") for code in "ABCD"))
    found = carried(table, rows, comes_from={})
    assert found.loc["E", "grundlage"].to_dict() == {"X": Basis.SUM, "Y": Basis.ESTIMATE, "Z": Basis.ESTIMATE}
    assert (
        carried(table, (("A", "X", 10), ("B", "Y", 1)), comes_from={}).loc["E", "grundlage"].tolist()
        == [Basis.SAME] * 2
    )


def test_a_hidden_part_hides_the_whole_and_a_missing_one_makes_it_incomplete():
    hidden = carried(indicators(("A", "R", None, None, 400, "%", "geheim"), ("B", "R", 50.0, 50, 100)))
    assert hidden["wert_nachher"].isna().all() and hidden["zaehler_nachher"].isna().all()
    assert hidden["kennzeichen_nachher"].tolist() == ["geheim", "geheim"]
    missing = carried(indicators(("B", "R", 50.0, 50, 100)))
    assert missing["kennzeichen_nachher"].tolist() == ["fehlt", "unvollstaendig"]


def test_small_results_are_hidden_for_publication_and_shown_inside():
    table = indicators(("A", "R", 0.9, 4, 440), ("B", "R", 0.0, 0, 500))
    inside, outside = carried(table), carried(table, thresholds=Thresholds(3, 30))
    assert inside.at[("R", "Y"), "zaehler_nachher"] == 1.0
    assert pd.isna(outside.at[("R", "Y"), "zaehler_nachher"]) and pd.isna(outside.at[("R", "Y"), "wert_nachher"])
    assert outside.at[("R", "Y"), "kennzeichen_nachher"] == "geheim"
    assert outside.at[("R", "X"), "zaehler_nachher"] == 3.0


def test_a_small_rest_and_a_small_base_are_hidden_for_publication():
    table = indicators(("A", "R", 99.0, 396, 400), ("B", "R", 100.0, 100, 100))
    assert carried(table, thresholds=Thresholds(3, 30)).at[("R", "Y"), "kennzeichen_nachher"] == "geheim"
    small = indicators(("A", "R", 50.0, 20, 40), ("B", "R", 50.0, 7, 14))
    found = carried(small, thresholds=Thresholds(3, 30))
    assert found.at[("R", "Y"), "kennzeichen_nachher"] == "nenner_zu_klein"


def test_a_table_with_small_counts_is_refused_for_publication():
    table = indicators(("A", "R", 0.5, 2, 400), ("B", "R", 50.0, 50, 100))
    with pytest.raises(InputError, match="1 counts below 3"):
        carried(table, thresholds=Thresholds(3, 30))
    carried(table)


def test_the_published_result_is_the_same_whether_one_or_two_people_move():
    """A reader who knows everything else cannot tell them apart."""
    results = []
    for people in (1, 2):
        rows = (("A", "X", 1000 - people), ("A", "Y", people), ("B", "Y", 500))
        table = indicators(("A", "E", 1000, 1000, None, "Personen"), ("B", "E", 500, 500, None, "Personen"))
        results.append(carried(table, rows, Thresholds(3, 30), threshold=3))
    pd.testing.assert_frame_equal(*results)


def test_an_indicator_twice_is_refused_and_unknown_areas_are_counted():
    table = indicators(("A", "E", 1, 1, None), ("A", "E", 2, 2, None))
    with pytest.raises(InputError, match="twice"):
        carried(table)
    one = carry_over(indicators(("K", "E", 1, 1, None)), walk(*WALK), {}, {"X": ""}, ["A", "B"], None)
    assert one.unknown == 1 and one.table.empty


def test_a_new_area_partly_from_nowhere_is_marked_unsafe():
    found = carried(indicators(("A", "E", 40, 40, None, "Personen")), (("A", "X", 40), ("", "X", 10)), comes_from={})
    assert found.at[("E", "X"), "kennzeichen_nachher"] == "unsicher"
    assert "no old area" in found.at[("E", "X"), "hinweis"] and found.at[("E", "X"), "wert_nachher"] == 40
