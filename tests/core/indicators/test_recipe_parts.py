"""Names of files and columns over the years, likeness, and the table of counts that nothing overwrites."""

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.recipes.recipe import DateKind, DateSource, Recipe
from sozialraum_plugin.core.indicators.recipes.recipe_accept import parse_accept, parse_days, read_suggestions
from sozialraum_plugin.core.indicators.recipes.recipe_changes import area_change, last_values, unit_jump
from sozialraum_plugin.core.indicators.recipes.recipe_columns import (
    Value,
    compare_columns,
    head_pattern,
    variables_by_pattern,
)
from sozialraum_plugin.core.indicators.recipes.recipe_file_names import (
    best_fits,
    date_from_name,
    day_of_name,
    fits,
    pattern_of_name,
)
from sozialraum_plugin.core.indicators.recipes.recipe_merge import merge_counts
from sozialraum_plugin.core.indicators.recipes.recipe_names import name_similarity
from sozialraum_plugin.core.indicators.recipes.recipe_renames import LastValues, propose, value_similarity


@pytest.mark.parametrize(
    ("name", "day", "pattern", "next_name", "next_day"),
    [
        ("jobcenter_2024.csv", "2024-12-31", "jobcenter_*.csv", "jobcenter_2025.csv", "2025-12-31"),
        ("jobcenter_202412.csv", "2024-12-31", "jobcenter_*.csv", "jobcenter_202502.csv", "2025-02-28"),
        ("ew-2020-02-t1.csv", "2020-12-31", "ew-*-02-t1.csv", "ew-2021-02-t1.csv", "2021-12-31"),
        ("ew 31.12.2024.xlsx", "2024-12-31", "ew *.xlsx", "ew 30.06.2025.xlsx", "2025-06-30"),
        ("BA_2024_Q2.csv", "2024-06-30", "BA_*.csv", "BA_2024_Q3.csv", "2024-09-30"),
        ("schule_2025.csv", "2024-10-15", "schule_*.csv", "schule_2026.csv", "2025-10-15"),
        ("kita_2024-03.csv", "2024-03-01", "kita_*.csv", "kita_2025-05.csv", "2025-05-01"),
        ("05999001_ALO_202402.csv", "2024-02-29", "05999001_ALO_*.csv", "05999001_ALO_202502.csv", "2025-02-28"),
    ],
)
def test_the_year_in_a_files_name_gives_next_years_stichtag(name, day, pattern, next_name, next_day):
    found, source = date_from_name(name, day)
    assert found == pattern and source.kind == DateKind.FILE_NAME
    assert day_of_name(name, found, source) == day
    assert day_of_name(next_name, found, source) == next_day


def test_a_name_that_does_not_explain_the_stichtag_leaves_it_fixed():
    assert date_from_name("jobcenter.csv", "2024-12-31") == (
        "jobcenter.csv", DateSource(DateKind.FIXED, day="31.12.2024"),
    )  # fmt: skip
    assert date_from_name("stand_1999.csv", "2024-12-31")[1].kind == DateKind.FIXED


def test_half_year_files_are_not_mixed_up():
    pattern, source = date_from_name("ew-2020-02-t1.csv", "2020-12-31")
    assert not fits("ew-2021-01-t1.csv", pattern)
    with pytest.raises(InputError, match="no Stichtag"):
        day_of_name("ew-neu-02-t1.csv", pattern, source)


def test_the_more_exact_pattern_wins_and_a_tie_is_seen():
    patterns = {"a": "jobcenter_*.csv", "b": "jobcenter_kinder_*.csv", "c": "*_2025.csv"}
    assert best_fits("Jobcenter_Kinder_2025.CSV", patterns) == ["b"]
    assert best_fits("jobcenter_2025.csv", {"a": "jobcenter_*.csv", "b": "job*center_.csv"}) == ["a"]
    assert best_fits("x_2025.csv", {"a": "x_*.csv", "b": "*_2.csv", "c": "x_*.csv"}) == ["a", "c"]
    assert pattern_of_name("Statistik 2023 bis 31.12.2024.ods") == "Statistik * bis *.ods"


def recipe(variables, **more):
    return Recipe("r", "r_*.csv", variables, DateSource(DateKind.TABLE), key=more.pop("key", "Gebiet"), **more)


def test_heads_with_years_become_one_pattern_and_classes_of_years_stay():
    values = [Value(f"31.12.{year} | Insgesamt", "Insgesamt", f"{year}-12-31") for year in (2014, 2015)]
    assert variables_by_pattern(values, [2014, 2015]) == {"{datum} | Insgesamt": "Insgesamt"}
    classes = [Value("vor 1919", "vor 1919"), Value("1919-1948", "1919-1948"), Value("2020-2022", "2020-2022")]
    assert list(variables_by_pattern(classes, [2022])) == ["vor 1919", "1919-1948", "2020-2022"]
    assert head_pattern("Bestand 2022", [2022]) == "Bestand {jahr}"
    two = [Value("2021", "2021", "2021-12-31"), Value("2022", "2022", "2022-12-31")]
    assert list(variables_by_pattern(two, [2021, 2022])) == ["2021", "2022"]


def test_a_pattern_finds_next_years_columns():
    found = compare_columns(
        ["Gebiet", "31.12.2016 | Insgesamt", "31.12.2016 | männlich"], recipe({"{datum} | Insgesamt": "EW"})
    )
    assert found.present == {"31.12.2016 | Insgesamt": "EW"} and not found.missing
    found = compare_columns(["gebiet", "Wahl 2025"], recipe({"Wahl {jahr}": "WAHL {jahr}"}))
    assert found.present == {"Wahl 2025": "WAHL 2025"} and found.key == "gebiet"


def test_of_several_names_over_the_years_one_is_enough():
    names = {"SGB II": "SGB2", "SGB2_gesamt": "SGB2", "BG": "BG"}
    assert compare_columns(["Gebiet", "SGB2_gesamt"], recipe(names)).missing == ["BG"]
    assert compare_columns(["Gebiet", "BG"], recipe(names)).missing == ["SGB II", "SGB2_gesamt"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SGB II", "SGB2_gesamt"),
        ("Bevölkerung insgesamt", "BEVOELKERUNG 2025"),
        ("Übergänge", "Uebergänge"),
        ("Alo SGB III", "alo_sgb_3"),
        ("unter 6 Jahre", "Unter 06 Jahre"),
    ],
)
def test_other_spelling_is_the_same_name(one, other):
    assert name_similarity(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("unter 15", "unter 25"),
        ("männlich", "weiblich"),
        ("Alo SGB II", "Alo SGB III"),
        ("Deutsche", "Ausländer"),
        ("inhabitants", "inhabitants_germans"),
        ("mit Migrationshintergrund", "ohne Migrationshintergrund"),
    ],
)
def test_other_things_are_never_nearly_the_same_name(one, other):
    assert name_similarity(one, other) < 1 and name_similarity(other, one) < 1


def test_likeness_of_values():
    last = LastValues("2024-12-31", pd.Series(range(10, 20), index=list("abcdefghij"), dtype=float))
    assert value_similarity(last, last.values) == 1
    assert value_similarity(last, last.values * 0) == pytest.approx(0)
    assert value_similarity(last, last.values * 3) == pytest.approx(0.5)
    assert value_similarity(last, last.values[:4]) is None


def test_one_column_is_not_proposed_for_two():
    same = pd.Series(range(10, 20), index=list("abcdefghij"), dtype=float)
    last = {head: LastValues("2024-12-31", same) for head in ("A1", "B2")}
    assert [proposal.best for proposal in propose(["A1", "B2"], {"X": same}, last)] == ["", ""]
    assert [proposal.best for proposal in propose(["A1"], {"X": same}, last)] == ["X"]


def counts(rows):
    names = ["gebiet", "merkmal", "stichtag", "wert", "kennzeichen", "quelle"]
    return pd.DataFrame([(*row, "", "q") if len(row) == 4 else (*row, "q") for row in rows], columns=names)


OLD = counts([("a", "E", "2024-12-31", 5.0), ("b", "E", "2024-12-31", 7.0), ("a", "E", "2023-12-31", 4.0)])


def test_a_new_stichtag_is_added_and_the_old_rows_stay_first():
    merge = merge_counts(OLD, counts([("a", "E", "2025-12-31", 6.0)]))
    assert merge.table["wert"].tolist() == [5, 7, 4, 6] and merge.pairs[0].added == 1


def test_further_areas_are_added_only_beside_equal_values():
    more = ("c", "E", "2024-12-31", 9.0)
    merge = merge_counts(OLD, counts([("a", "E", "2024-12-31", 5.0), more]))
    assert len(merge.table) == 4 and merge.pairs[0].added == 1 and merge.pairs[0].equal == 1
    merge = merge_counts(OLD, counts([("a", "E", "2024-12-31", 5.5), more]))
    assert merge.table["wert"].tolist() == [5, 7, 4]
    assert merge.pairs[0].held_back == 1 and merge.pairs[0].different == 1


def test_only_the_named_stichtag_is_replaced_and_areas_without_a_new_value_stay():
    new = counts([("a", "E", "2024-12-31", 50.0), ("a", "E", "2023-12-31", 40.0), ("c", "E", "2024-12-31", 1.0)])
    merge = merge_counts(OLD, new, {"2024-12-31"})
    found = {(row.gebiet, row.stichtag): row.wert for row in merge.table.itertuples()}
    assert found == {("a", "2024-12-31"): 50, ("b", "2024-12-31"): 7, ("c", "2024-12-31"): 1, ("a", "2023-12-31"): 4}
    assert [pair.stale for pair in merge.pairs] == [0, 1]


def test_a_mark_that_changes_is_a_difference():
    hidden = counts([("a", "E", "2024-12-31", np.nan, "geheim")])
    assert merge_counts(OLD, hidden).pairs[0].different == 1
    assert merge_counts(hidden, hidden).pairs[0].equal == 1


def test_an_area_twice_is_used_once_if_alike_and_never_if_not():
    row = ("a", "E", "2025-12-31", 6.0)
    merge = merge_counts(OLD, counts([row, row]))
    assert merge.repeated == 1 and merge.pairs[0].added == 1
    merge = merge_counts(OLD, counts([row, (*row[:3], 8.0), row]))
    assert len(merge.contradictory) == 3 and not merge.pairs and len(merge.table) == 3


def test_accounts_of_a_merge_add_up_on_random_tables():
    random = np.random.default_rng(3)
    for _ in range(60):

        def table(size):
            return counts(
                [(str(random.integers(4)), "EF"[random.integers(2)], f"202{random.integers(3)}-12-31",
                  float(random.integers(3))) for _ in range(size)]
            )  # fmt: skip

        old = table(12).drop_duplicates(["gebiet", "merkmal", "stichtag"], ignore_index=True)
        new, asked = table(int(random.integers(15))), {"2021-12-31"} if random.integers(2) else set()
        merge = merge_counts(old, new, asked)
        pairs = merge.pairs
        booked = sum(pair.added + pair.equal + pair.different + pair.held_back for pair in pairs)
        assert booked + merge.repeated + len(merge.contradictory) == len(new)
        replaced = sum(pair.replaced for pair in pairs)
        assert len(merge.table) == len(old) + sum(pair.added for pair in pairs)
        assert not merge.table.duplicated(["gebiet", "merkmal", "stichtag"]).any()
        kept = merge.table.merge(old, how="inner").drop_duplicates()
        untouched = old[~old["stichtag"].isin(asked)]
        assert len(kept.merge(untouched)) == len(untouched) and replaced <= len(old)


def test_units_and_areas_beside_the_last_stichtag():
    last = last_values(OLD, "E", "2025-12-31")
    assert last.day == "2024-12-31" and last_values(OLD, "E", "2024-12-31").day == "2023-12-31"
    assert last_values(OLD, "F") is None
    values = pd.Series([10.0, 20, 30], index=list("abc"))
    assert unit_jump(LastValues("2024-12-31", values), values * 1000) == 1000
    assert unit_jump(LastValues("2024-12-31", values), values / 100) == 0.01
    assert unit_jump(LastValues("2024-12-31", values), values * 3) is None
    change = area_change(OLD, counts([("a", "E", "2025-12-31", 1.0), ("z", "E", "2025-12-31", 1.0)]), "2025-12-31")
    assert (change.missing, change.new, change.common, change.other_edition) == (["b"], ["z"], 1, False)
    change = area_change(OLD, counts([("x", "E", "2025-12-31", 1.0)]), "2025-12-31")
    assert change.other_edition


def test_accept_and_days_as_text():
    recipes = {"jobcenter": recipe({"SGB II": "SGB2", "a=b": "AB"}), "job": recipe({"x": "X"})}
    found = parse_accept("jobcenter: sgb  ii = SGB2_gesamt; JOBCENTER: a=b=c\njob: datei=neu 2025.csv", recipes)
    assert [(one.recipe, one.old, one.new) for one in found] == [
        ("jobcenter", "SGB II", "SGB2_gesamt"), ("jobcenter", "a=b", "c"), ("job", "datei", "neu 2025.csv"),
    ]  # fmt: skip
    assert parse_days("31.12.2024, job: 2023-12-31", list(recipes)) == {"": {"2024-12-31"}, "job": {"2023-12-31"}}
    with pytest.raises(InputError, match="REPLACE_DATES"):
        parse_days("schule: 31.12.2024", list(recipes))


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]",
     '{"vorschlaege": [1]}', '{"vorschlaege": [{"rezept": "job", "alt": "x", "neu": "y", "annehmen": 1}]}',
     '{"vorschlaege": [{"rezept": "job", "alt": "q", "neu": "y", "annehmen": true}]}'],
)  # fmt: skip
def test_a_list_of_suggestions_with_a_mistake_is_a_sentence(text):
    with pytest.raises(InputError, match="v.json"):
        read_suggestions(text, "v.json", {"job": recipe({"x": "X"})})
