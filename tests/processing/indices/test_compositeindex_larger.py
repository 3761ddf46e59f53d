"""The composite index with years, estimated values and larger areas, as a user runs it."""

import numpy as np
import pandas as pd
import pytest

from algorithms import attempt, run, table_of
from sozialraum_plugin.core.indices.composite.composite_recipe import read_recipe

FIELDS = read_recipe("gisd").fields


def table() -> pd.DataFrame:
    """Return 40 communes in 4 Kreise over 5 years, with gaps in the first two and one commune without inhabitants."""
    random = np.random.default_rng(8)
    rows = pd.MultiIndex.from_product([range(40), range(2011, 2016)], names=["n", "Jahr"]).to_frame(index=False)
    burden = random.normal(size=40)[rows["n"]] + random.normal(0, 0.2, len(rows))
    data = {
        "AGS": [f"0{1 + n // 10}00{n:03d}"[:8] for n in rows["n"]],
        "Kreis": [f"0{1 + n // 10}001" for n in rows["n"]],
        "Jahr": rows["Jahr"],
        "Einwohner": [0 if n == 39 else 1000 + 10 * n for n in rows["n"]],
    }
    for ingredient in read_recipe("gisd").ingredients:
        data[ingredient.field] = (50 + 5 * ingredient.sign * burden + random.normal(0, 1, len(rows))).round(3)
    made = pd.DataFrame(data)
    made.loc[made["Jahr"] < 2013, ["Schuldnerquote", "BeschaeftigtemitakadAbschluss"]] = None
    return made


def settings(folder, made: pd.DataFrame, **parameters):
    path = folder / "lang.csv"
    made.to_csv(path, index=False)
    return {
        "INPUT": str(path),
        "AREA_FIELD": "AGS",
        "PRESET": "gisd",
        "YEAR_FIELD": "Jahr",
        "POPULATION_FIELD": "Einwohner",
        "LARGER_FIELD": "Kreis",
        "OUTPUT": "TEMPORARY_OUTPUT",
        "LARGER": "TEMPORARY_OUTPUT",
        **parameters,
    }


def test_gisd_of_kreise_from_a_long_csv_file(tmp_path):
    results, log = run("compositeindex", settings(tmp_path, table()))
    larger = table_of(results["LARGER"])
    assert larger["gebiet"].tolist() == [f"0{n}001" for n in range(1, 5) for _ in range(5)]
    for _, year in larger.groupby("jahr"):
        assert sorted(year["rang"]) == [1, 2, 3, 4]
        assert (year["index"].min(), year["index"].max()) == (0, 1)
    assert larger["index"].tolist() == larger["index"].astype(float).round(6).tolist()
    small = table_of(results["OUTPUT"])
    assert (small["ausgeschlossen"] == "fewer than 1 inhabitants").sum() == 5
    marks = small.loc[small["ausgeschlossen"].isna()].groupby("jahr")["geschaetzte_felder"].first()
    assert marks["2011"] == "Schuldnerquote, BeschaeftigtemitakadAbschluss"
    assert marks[["2013", "2014", "2015"]].isna().all()
    assert "Schuldnerquote 78 of 195" in log
    assert "Principal components rise with Arbeitslosigkeit" in log
    assert "Balance of areas in larger ones: 200 read" in log


def test_own_names_for_the_presets_fields(tmp_path):
    names = {name: f"x{number}" for number, name in enumerate(FIELDS)}
    renamed = settings(tmp_path, table().rename(columns=names), FIELDS=list(names.values()))
    first = table_of(run("compositeindex", renamed)[0]["LARGER"])
    second = table_of(run("compositeindex", settings(tmp_path, table()))[0]["LARGER"])
    assert first["index"].tolist() == second["index"].tolist()


def test_without_the_larger_areas_nothing_is_written_for_them(tmp_path):
    results, _ = run("compositeindex", {**settings(tmp_path, table()), "LARGER": None, "LARGER_FIELD": None})
    assert "LARGER" not in results


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"LARGER_FIELD": None}, "LARGER needs LARGER_FIELD"),
        ({"POPULATION_FIELD": None}, "LARGER_FIELD needs POPULATION_FIELD"),
        ({"YEAR_FIELD": None}, "If it has several years, give YEAR_FIELD"),
        ({"YEAR_FIELD": "Kreis"}, "(01001) stands in rows 1 and 2"),
        ({"FIELDS": ["Schuldnerquote"]}, "belongs to none"),
    ],
)
def test_faulty_input_ends_in_a_sentence(tmp_path, parameters, sentence):
    _, log, good = attempt("compositeindex", {**settings(tmp_path, table()), **parameters})
    assert not good
    assert sentence in log
    assert "Traceback" not in log
