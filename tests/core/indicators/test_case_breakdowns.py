from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.cases.case_ages import ages_as_given, ages_of_births
from sozialraum_plugin.core.indicators.cases.case_breakdowns import (
    age_breakdown,
    category_breakdown,
    nationality_breakdown,
    parse_crossings,
    sex_breakdown,
    variables_of,
)
from sozialraum_plugin.core.indicators.cases.case_columns import content_kind, personal_kind, refuse_personal_columns
from sozialraum_plugin.core.indicators.cases.case_counts import with_upper_areas
from sozialraum_plugin.core.indicators.cases.case_groups import (
    OPEN_END,
    group_name,
    parse_age_groups,
    smallest_groups,
)
from sozialraum_plugin.core.indicators.cases.case_protection import flags_of_counts
from sozialraum_plugin.core.indicators.cases.case_report import case_report, streets_only
from sozialraum_plugin.core.indicators.cases.case_values import as_variable, nationalities, residences, sexes, weights
from sozialraum_plugin.core.indicators.catalogue import shipped_catalogue
from sozialraum_plugin.core.indicators.hierarchy import hierarchy_of

CATALOGUE = {name for indicator in shipped_catalogue() for name in indicator.variables}


def test_groups_of_the_issue_and_other_spellings():
    groups = parse_age_groups("0-2, 3-5, 6-9, 10-14, 15-17, 18-24, 25-64, 65-79, 80+", CATALOGUE)
    assert [(group.first, group.last) for group in groups] == [
        (0, 2), (3, 5), (6, 9), (10, 14), (15, 17), (18, 24), (25, 64), (65, 79), (80, OPEN_END),
    ]  # fmt: skip
    same = parse_age_groups("u3; 3 bis unter 6; 6–9; 10 bis 14; ab 80; 80 und älter", CATALOGUE)
    assert same == [*groups[:4], groups[-1]]
    with pytest.raises(InputError, match="9-3"):
        parse_age_groups("9-3", CATALOGUE)
    with pytest.raises(InputError, match="Kinder"):
        parse_age_groups("0-2, Kinder", CATALOGUE)


def test_names_are_those_of_the_catalogue():
    for text, name in {
        "0-2": "u3",
        "3-5": "3_u6",
        "18-64": "18_64",
        "65+": "65",
        "5+": "ab5",
        "0-RAG": "0_RAG",
    }.items():
        (group,) = parse_age_groups(text, CATALOGUE)
        assert group_name(group, CATALOGUE) == name
        assert f"E_{name}" in CATALOGUE
    named = {f"E_{group_name(group, CATALOGUE)}" for group in parse_age_groups("katalog", CATALOGUE)}
    assert named <= CATALOGUE and {"E_u3", "E_u18", "E_15_u65", "E_0_RAG"} <= named


def test_the_age_pyramid_has_the_names_of_the_catalogue():
    rng = np.random.default_rng(1)
    ages = ages_as_given(pd.Series(rng.integers(0, 100, 500)), "2025-12-31")
    by_age = age_breakdown(ages, parse_age_groups("pyramide, 65+", CATALOGUE), CATALOGUE)
    by_sex = sex_breakdown(pd.Series(rng.choice(["m", "w"], 500)))
    made = variables_of("E", 500, [by_age, by_sex], [(by_sex, by_age)])
    pyramid = {name for name in CATALOGUE if name.startswith(("E_M_", "E_W_")) and name[4:].isdigit()}
    assert len(pyramid) == 36 and pyramid <= set(made.masks)
    assert "E_M_ab65" in made.masks
    assert made.masks["E_M_65"].sum() < made.masks["E_M_ab65"].sum()


def test_smallest_groups_hold_every_age_once():
    rng = np.random.default_rng(2)
    days, months, years = rng.integers(1, 29, 900), rng.integers(1, 13, 900), rng.integers(1930, 2026, 900)
    births = pd.Series([f"{day:02d}.{month:02d}.{year}" for day, month, year in zip(days, months, years)])
    ages = ages_of_births(births, "2025-12-31")
    groups = parse_age_groups("katalog, pyramide, 0-5, 64-66", CATALOGUE)
    parts = smallest_groups(groups)
    assert (sum(part.holds(ages).astype(int) for part in parts) == 1).all()
    for group in groups:
        union = sum(part.holds(ages).astype(int) for part in parts if part.lies_in(group))
        assert (union == group.holds(ages)).all(), group


def random_variables(seed: int):
    rng = np.random.default_rng(seed)
    count = 400
    years = rng.integers(-1, 100, count)
    ages = ages_as_given(pd.Series([value if value >= 0 else "?" for value in years]), "2025-12-31")
    groups = "0-2,3-5,0-5,6-17,18-64,65+,80+,0-17,65-79" if seed % 2 else "katalog"
    by_age = age_breakdown(ages, parse_age_groups(groups, CATALOGUE), CATALOGUE)
    by_sex = sex_breakdown(pd.Series(rng.choice(["m", "w", "d", ""], count, p=[0.5, 0.45, 0.03, 0.02])))
    by_state = nationality_breakdown(pd.Series(rng.choice(["deutsch", "türkisch", ""], count, p=[0.8, 0.18, 0.02])))
    by_kind = category_breakdown("Hilfeart", pd.Series(rng.choice(["§ 31", "§ 34", "§ 35a"], count)), 3)
    every = [by_age, by_sex, by_state, by_kind]
    crossings = parse_crossings("alter x geschlecht; staat * alter; Hilfeart × geschlecht", every)
    return variables_of("HZE", count, every, crossings), rng.integers(0, 6, count)


@pytest.mark.parametrize("seed", range(6))
def test_every_stated_sum_and_part_holds_case_by_case(seed):
    made, _area = random_variables(seed)
    masks = {**made.masks, **made.hidden}
    assert made.sums and made.within and not set(made.masks) & set(made.hidden)
    for total, parts in made.sums:
        assert (sum(masks[part].astype(int) for part in parts) == masks[total]).all(), (total, parts)
    for part, whole in made.within:
        assert not (masks[part] & ~masks[whole]).any(), (part, whole)


def integer_solutions(sums, totals, hidden):
    """Every way to fill the hidden cells of one area with whole numbers that keeps the sums, by trial."""
    rows = [[*parts, total] for total, parts in totals]
    free = sorted(hidden)
    largest = int(max(sums.values()))
    for choice in product(range(largest + 1), repeat=len(free)):
        table = {**sums, **dict(zip(free, choice))}
        if all(sum(table[name] for name in row[:-1]) == table[row[-1]] for row in rows):
            yield table


@pytest.mark.parametrize("seed", range(12))
def test_no_hidden_count_follows_from_those_shown(seed):
    rng = np.random.default_rng(seed)
    years = pd.Series(rng.choice([1, 10, 16, 40, 70], 26, p=[0.1, 0.1, 0.1, 0.4, 0.3]))
    groups = parse_age_groups("0-14, 0-17, 18-64, 65+", CATALOGUE)
    by_age = age_breakdown(ages_as_given(years, "2025-12-31"), groups, CATALOGUE)
    made = variables_of("E", 26, [by_age], [])
    masks = {**made.masks, **made.hidden}
    sums = pd.DataFrame({name: [float(mask.sum())] for name, mask in masks.items()}, index=["01"])
    flags, unsafe = flags_of_counts(sums, made.hidden, made.sums, made.within, None, 3)
    assert not unsafe
    flags = flags[0]
    truth = {name: int(value) for name, value in sums.iloc[0].items()}
    hidden = {name for name, flag in zip(sums.columns, flags) if flag}
    small = {name for name in masks if 0 < truth[name] < 3}
    assert small <= hidden
    found = list(integer_solutions(truth, made.sums, hidden))
    for name in small:
        assert len({table[name] for table in found}) > 1, (name, truth, hidden)


def determined(equations, unknown):
    """Which unknowns the equations fix, by linear algebra alone: those that no solution of A x = 0 moves."""
    matrix = np.array([[row.get(cell, 0.0) for cell in unknown] for row in equations])
    _, values, right = np.linalg.svd(matrix)
    free = right[(values > 1e-9).sum() :]
    return {cell for cell, moves in zip(unknown, np.abs(free).max(axis=0, initial=0)) if moves < 1e-9}


@pytest.mark.parametrize("seed", range(4))
def test_areas_above_do_not_give_a_hidden_count_away(seed):
    rng = np.random.default_rng(seed)
    years, area = rng.integers(0, 95, 600), rng.integers(0, 6, 600)
    by_age = age_breakdown(
        ages_as_given(pd.Series(years), "2025-12-31"),
        parse_age_groups("0-5, 6-17, 0-20, 18-64, 65-79, 80+", CATALOGUE),
        [],
    )
    by_sex = sex_breakdown(pd.Series(rng.choice(["m", "w"], 600)))
    made = variables_of("E", 600, [by_age, by_sex], [(by_sex, by_age)])
    masks, codes = {**made.masks, **made.hidden}, [f"{number}" for number in range(6)]
    tree = hierarchy_of(
        pd.DataFrame(
            {
                "gebiet": [*codes, "A", "B", "Z"],
                "gebiet_name": "",
                "ebene": "",
                "uebergeordnet": [*"AAABBB", "Z", "Z", ""],
            }
        )
    )
    leaves = pd.DataFrame({name: np.bincount(area[mask], minlength=6) for name, mask in masks.items()}, index=codes)
    sums = with_upper_areas(leaves.astype(float), tree)
    flags = flags_of_counts(sums, made.hidden, made.sums, made.within, tree, 3).flags
    hidden = pd.DataFrame(flags != "", index=sums.index, columns=sums.columns)
    unknown = [(code, name) for code in sums.index for name in masks if hidden.loc[code, name]]
    rows = [
        {(code, total): -1.0, **{(code, part): 1.0 for part in parts}}
        for code in sums.index
        for total, parts in made.sums
    ]
    for above in tree.upward:
        parts = [tree.codes[place] for place in tree.children[above]]
        rows += [{(tree.codes[above], name): -1.0, **{(code, name): 1.0 for code in parts}} for name in masks]
    small = {cell for cell in unknown if 0 < sums.loc[cell[0], cell[1]] < 3}
    assert small and not small & determined(rows, unknown)


@pytest.mark.parametrize("seed", [1, 3])
def test_no_small_count_is_shown_and_the_total_stays(seed):
    made, area = random_variables(seed)
    codes = [f"{number}" for number in range(2)]
    masks = {**made.masks, **made.hidden}
    sums = pd.DataFrame(
        {name: np.bincount(area[mask] % 2, minlength=2) for name, mask in masks.items()}, index=codes, dtype=float
    )
    flags = flags_of_counts(sums, made.hidden, made.sums, made.within, None, 3).flags
    shown = pd.DataFrame(flags == "", index=codes, columns=sums.columns)[list(made.masks)]
    counts = sums[list(made.masks)]
    assert not ((counts > 0) & (counts < 3) & shown).any().any()
    for part, whole in made.within:
        rest = counts[whole] - counts[part]
        assert not ((rest > 0) & (rest < 3) & shown[part] & shown[whole]).any(), (part, whole)
    assert shown["HZE"].any()


def test_rare_categories_are_put_together_and_free_text_is_refused():
    cells = pd.Series(["a"] * 5 + ["b"] * 5 + ["Zzunique1", "Zzunique2"])
    made = category_breakdown("art", cells, 3)
    assert sorted(made.names) == ["ART_A", "ART_B", "ART_SONSTIGE"]
    assert sorted(category_breakdown("art", cells, 0).names)[-1] == "ART_ZZUNIQUE2"
    with pytest.raises(InputError, match="300") as error:
        category_breakdown("bemerkung", pd.Series([f"Text {number}" for number in range(300)]), 3)
    assert "Text 1" not in str(error.value)


def test_words_of_registers():
    assert sexes(pd.Series(["m", "W", "weiblich", "Divers", "x", None, "1"])).tolist() == list("MWWDXXM")
    states = pd.Series(["deutsch", "000", "D", "türkisch/deutsch", "polnisch", "", "staatenlos"])
    assert nationalities(states).tolist() == [
        "DEUTSCH", "DEUTSCH", "DEUTSCH", "DEUTSCH", "AUSL", "STAAT_OHNE", "AUSL",
    ]  # fmt: skip
    kinds = pd.Series(["H", "n", "Hauptwohnung", "Nebenwohnung", "alleinige Wohnung", "?", None])
    assert residences(kinds).tolist() == [
        "H", "N", "H", "N", "H", "", "",
    ]  # fmt: skip
    assert np.array_equal(
        weights(pd.Series(["2", "1,5", "1.234,5", "x", "-1", None])), [2, 1.5, 1234.5] + [np.nan] * 3, True
    )
    assert as_variable("§ 35a SGB VIII – ambulant") == "35A_SGB_VIII_AMBULANT"


@pytest.mark.parametrize(
    "name",
    ["Name", "Vorname", "FAMILIENNAME", "Fam.-Name", "geb_dat", "Geburtsdatum", "Geb.-Datum", "GebDatum", "Religion",
     "Religionszugehörigkeit", "Steuer-ID", "Sozialversicherungsnummer", "IBAN", "Telefonnummer", "E-Mail", "idnr"],
)  # fmt: skip
def test_personal_columns_are_known(name):
    assert personal_kind(name)


@pytest.mark.parametrize(
    "name",
    ["Straßenname", "Ortsname", "Geburtsjahr", "Alter", "Hausnummer", "Familienstand", "Staatsangehoerigkeit",
     "Haushaltsnummer", "Wohnungsstatus", "Einzugsdatum", "Kita_Name", "Name der Straße"],
)  # fmt: skip
def test_other_columns_are_not(name):
    assert not personal_kind(name)


def test_contents_give_personal_columns_away():
    assert content_kind(["a@b.de", "c.d@e.org", ""], 2025) == "kontakt"
    assert content_kind(["DE02120300000000202051", "DE02 5001 0517 0137 0750 30"], 2025) == "bank"
    assert content_kind(["01.02.1938", "03.04.1999", "05.06.2011"], 2025) == "geburtsdatum"
    assert content_kind(["01.02.2018", "03.04.1999", "05.06.2011"], 2025) == ""
    assert content_kind(["00010", "00012"], 2025) == ""


def test_refusal_names_the_columns_but_no_cell():
    contents = {"Name": ["Qxzmueller"], "x": ["q@xz.de"], "Geburtsdatum": ["01.01.1930"], "plz": ["52428"]}
    with pytest.raises(InputError, match="“Name”, “x”, “Geburtsdatum”") as error:
        refuse_personal_columns(contents, "", [], [], 2025)
    assert "Qxz" not in str(error.value) and "IGNORE_FIELDS" in str(error.value)
    refuse_personal_columns(contents, "Geburtsdatum", [], ["Name", "x"], 2025)
    refuse_personal_columns({"Name": ["Hauptstraße"]}, "", ["Name"], [], 2025)
    with pytest.raises(InputError):  # a place may be called name, a religion is none
        refuse_personal_columns({"Religion": ["x"]}, "", ["Religion"], [], 2025)


def test_streets_lose_numbers_and_persons():
    names = pd.Series(["Hauptstr. 12a", "Weg 3 bei Qxz", "Am Markt, c/o Qxz", "Kirchplatz", "", ""])
    assert streets_only(names, pd.Series(["", "", "", "", "00017", ""])).tolist() == [
        "Hauptstr.", "Weg", "Am Markt", "Kirchplatz", "key 00017", "",
    ]  # fmt: skip


def test_report_puts_rare_streets_together_only_for_publication():
    streets = np.array(["A"] * 4 + ["B"] * 2 + ["C"], dtype=object)
    reasons = np.array(["r"] * 7, dtype=object)
    table = case_report(streets, reasons, {"r": "why"}, True)
    assert table[["strasse", "faelle"]].values.tolist() == [["A", 4], ["other streets", 3]]
    table = case_report(streets, reasons, {"r": "why"}, False)
    assert table[["strasse", "faelle"]].values.tolist() == [["A", 4], ["B", 2], ["C", 1]]
    assert case_report(streets[:0], reasons[:0], {}, True).empty
