"""Segregation as a user runs it: values by hand, bad rows named, nothing lost."""

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

KINDS = {"gebiet": Kind.TEXT, "gemeinde": Kind.TEXT, "a": Kind.INTEGER, "b": Kind.INTEGER, "ew": Kind.INTEGER}


def layer(rows, kinds=KINDS):
    return memory_layer("NoGeometry", [dict(zip(kinds, row)) for row in rows], kinds)


TOWN = [
    ("01", "X", 10, 90, 100),
    ("02", "X", 30, 70, 100),
    ("03", "Y", 60, 140, 200),
    ("04", "Y", 0, 100, 100),
]


def compute(rows=TOWN, **parameters):
    given = {"INPUT": layer(rows), "GROUP_FIELDS": ["a"], "TOTAL_FIELD": "ew", "OUTPUT": "TEMPORARY_OUTPUT"}
    return {**given, "DRAWS": 200, **parameters}


def values(results, group="a", against="all others", place=None):
    table = table_of(results["OUTPUT"])
    table = table[(table["gruppe"] == group) & (table["gegenueber"] == against)]
    table = table[table["uebergeordnet"].isna() if place is None else table["uebergeordnet"] == place]
    return table.set_index("mass")


def test_values_by_hand_and_limits_around_them():
    results, log = run("segregation", compute())
    found = values(results)
    # shares of a: .1 .3 .6 0; of the others: .225 .175 .35 .25
    assert found.loc["dissimilarity", "wert"] == pytest.approx(0.375)
    assert found.loc["dissimilarity", "wert_100"] == pytest.approx(37.5)
    assert found.loc["isolation", "wert"] == pytest.approx(0.1 * 0.1 + 0.3 * 0.3 + 0.6 * 0.3)
    assert found.loc["exposure", "wert"] == pytest.approx(1 - 0.28)
    assert (found["untergrenze"] <= found["wert"]).all() and (found["wert"] <= found["obergrenze"]).all()
    assert 0 < found.loc["dissimilarity", "erwartet_zufall"] < 0.1
    assert found.loc["dissimilarity", "korrigiert"] < 0.375
    assert "37,5 %" in log and "would have to live in another area" in log
    assert "Only 4 areas" in log
    assert "Balance of areas: 4 read" in log


def test_groups_that_fill_the_total_are_compared_with_each_other():
    results, _ = run("segregation", compute(GROUP_FIELDS=["a", "b"]))
    pair = values(results, "a", "b")
    assert pair.loc["dissimilarity", "wert"] == pytest.approx(0.375)
    several = values(results, "all groups", "each other")
    assert set(several.index) == {"dissimilarity", "entropy", "gini"}
    # with two groups that fill the total, all at once is the same as one against the other
    assert several.loc["gini", "wert"] == pytest.approx(values(results).loc["gini", "wert"])


def test_overlapping_groups_are_not_compared_with_each_other_by_themselves():
    rows = [(code, place, a, a // 2, people) for code, place, a, _, people in TOWN]
    results, log = run("segregation", compute(rows, GROUP_FIELDS=["a", "b"]))
    assert set(table_of(results["OUTPUT"])["gegenueber"]) == {"all others"}
    assert "set DISJOINT to yes" in log


def test_each_commune_has_rows_of_its_own():
    results, log = run("segregation", compute(PARENT_FIELD="gemeinde"))
    assert values(results, place="X").loc["dissimilarity", "wert"] == pytest.approx(0.5 * (0.3125 + 0.3125))
    assert values(results, place="Y")["anzahl_gebiete"].tolist() == [2] * 6
    assert "lie in X, Y" in log


def test_areas_that_take_no_part_are_named():
    rows = [*TOWN, ("05", "Y", None, 5, 50), ("06", "Y", 0, 0, 0), ("07", "Y", 80, 0, 70), (None, "Y", 1, 1, 2)]
    results, log = run("segregation", compute(rows, REPORT="TEMPORARY_OUTPUT"))
    report = table_of(results["REPORT"]).set_index("zeile")["grund"].to_dict()
    assert report == {
        5: "number of the group unknown or hidden",
        6: "nobody lives there",
        7: "more people in the group than in all",
        8: "no area code",
    }
    assert values(results).loc["dissimilarity", "wert"] == pytest.approx(0.375)
    assert "Balance of areas: 8 read" in log and "2 of 8 areas" in log


def test_one_area_and_empty_groups_say_so():
    results, log = run("segregation", compute(TOWN[:1]))
    assert "One area" in values(results).loc["dissimilarity", "hinweis"]
    assert "one area only" in log
    results, log = run("segregation", compute([("1", "X", 0, 5, 5), ("2", "X", 0, 9, 9)]))
    assert values(results)["wert"].isna().all() and "not defined" in log


def test_counts_of_one_or_two_people_are_not_told():
    rows = [(code, place, number, 0, people) for (code, place, *_, people), number in zip(TOWN, (1, 1, 0, 0))]
    table = table_of(run("segregation", compute(rows))[0]["OUTPUT"])
    assert table[["wert", "personen_gruppe", "personen_gegenueber"]].isna().all(axis=None)
    assert table["hinweis"].str.contains("fewer than 3 people").all()
    rows = [("01", "X", 2, 0, 100), *TOWN[1:]]
    table = table_of(run("segregation", compute(rows, PARENT_FIELD="gemeinde"))[0]["OUTPUT"])
    assert table.loc[table["uebergeordnet"] == "X", "wert"].isna().all()
    assert table.loc[table["uebergeordnet"] == "Y", "wert"].notna().all()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"rows": [("01", "X", -1, 0, 10)]}, "“-1” is no number of people"),
        ({"rows": [("01", "X", 1, 0, 10), ("01", "X", 2, 0, 10)]}, "one row per area"),
        ({"rows": []}, "no rows"),
        ({"TOTAL_FIELD": None}, "Give TOTAL_FIELD"),
        ({"TOTAL_FIELD": "a"}, "Take it out"),
        ({"TOTAL_FIELD": "nix"}, "nix"),
    ],
)
def test_bad_input_ends_in_a_sentence(change, sentence):
    _, log, good = attempt("segregation", compute(**change))
    assert not good and sentence in log


def test_the_seed_decides():
    first, second, third = (
        values(run("segregation", compute(SEED=seed))[0])["untergrenze"].tolist() for seed in (5, 5, 6)
    )
    assert first == second != third
