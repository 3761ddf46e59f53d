"""Genuine series: five years of Berlin's planning areas in two editions, and tables of GENESIS a year later."""

import json
import re

import pandas as pd
import pytest

from algorithms import run, table_of

BERLIN = "berlin-lor-population-{}-t1-planning-areas.csv"


@pytest.fixture(scope="module")
def berlin(real_data, tmp_path_factory):
    """The update over all ten files, with recipes of the first file at 31.12. and the first at 30.06."""
    work, folder = tmp_path_factory.mktemp("berlin"), real_data / "berlin_population"
    if not folder.exists():
        pytest.skip("no series of Berlin")
    for name, half, day in (("dezember", "2019-02", "31.12.2019"), ("juni", "2021-01", "30.06.2021")):
        parameters = {"INPUT": str(folder / BERLIN.format(half)), "REFERENCE_DATE": day, "SOURCE": "AfS"}
        recipe, output = str(work / f"{name}.json"), str(work / f"{name}.gpkg")
        run("importtable", {**parameters, "OUTPUT": output, "RECIPE_OUTPUT": recipe})
    parameters = {"FOLDER": str(folder), "RECIPES": str(work), "EXISTING": str(work / "dezember.gpkg")}
    results, log = run("updateindicators", {**parameters, "OUTPUT": "memory:", "REPORT": "memory:"})
    return table_of(results["OUTPUT"]), table_of(results["REPORT"]), log, folder


def test_each_half_year_has_its_stichtag_and_its_values(berlin):
    counts, *_, folder = berlin
    halves = {"01": "{}-06-30", "02": "{}-12-31"}
    files = sorted(folder.glob(BERLIN.format("*")))
    assert counts["stichtag"].nunique() == len(files) == 10
    for file in files:
        year, half = re.search(r"(\d{4})-(\d\d)-t1", file.name).groups()
        truth = pd.read_csv(file, dtype={"id": str}).set_index("id")
        rows = counts[counts["stichtag"] == halves[half].format(year)]
        for variable in ("inhabitants", "inhabitants_foreigners"):
            own = rows[rows["merkmal"] == variable].set_index("gebiet")["wert"].astype(float)
            assert own.sort_index().tolist() == truth[variable].sort_index().astype(float).tolist()


def test_the_other_edition_of_the_areas_is_named_once(berlin):
    _, report, *_ = berlin
    lines = report[report["art"] == "gebiete"]
    assert lines["datei"].tolist() == [BERLIN.format("2021-01")]
    assert "31.12.2020 (0 in both, 448 only then, 542 only now)" in lines["hinweis"].iloc[0]
    assert set(report["art"]) == {"gebiete", "neu", "doppelt"}


@pytest.mark.parametrize(
    "name",
    [
        "berlin_mss/2017/2-1-planning-areas.csv",
        "berlin_mss/2021/mss_2021_indizes.csv",
        "flensburg/data/flensburg_sozialatlas.sql",
        "flensburg/static/details.json",
        "genesis/12411-01-01-4_00.csv",
        "gisd/INKAR_1998_2015/E_Schuldnerquote.xls",
        "kaiserslautern/zensus2011_1km.csv",
        "svi/2018svi_pa_co_cdc.csv",
    ],
)
def test_a_recipe_reads_its_own_file_again_as_the_import_did(real_data, tmp_path, name):
    file = real_data / name
    if not file.exists():
        pytest.skip(f"no {name}")
    recipe = str(tmp_path / "rezept.json")
    parameters = {"INPUT": str(file), "OUTPUT": "memory:"}
    if name.startswith(("berlin_mss/2017", "flensburg/static", "svi")):
        parameters["REFERENCE_DATE"] = "31.12.2017"
    first, _ = run("importtable", {**parameters, "RECIPE_OUTPUT": recipe})
    again, _ = run("importtable", {"INPUT": str(file), "OUTPUT": "memory:", "RECIPE": recipe})
    assert table_of(again["OUTPUT"]).equals(table_of(first["OUTPUT"]))


def a_year_later(text):
    """Return a table of GENESIS as next year's: each Stichtag in it is a year later, all counts as they are."""
    return re.sub(
        rb"(?m)((?:^|31\.12\.))((?:19|20)\d\d)(?=;)", lambda day: day[1] + str(int(day[2]) + 1).encode(), text
    )


@pytest.mark.parametrize("number", ["11111-01-01-4", "12411-01-01-4_00", "13211-02-05-4_00", "22811-01-01-4_00"])
def test_tables_of_genesis_a_year_later(real_data, tmp_path, number):
    file = real_data / "genesis" / f"{number}.csv"
    if not file.exists():
        pytest.skip("no tables of GENESIS")
    recipe, output = tmp_path / "rezepte" / "genesis.json", str(tmp_path / "alt.gpkg")
    recipe.parent.mkdir()
    parameters = {"INPUT": str(file), "SYMBOLS": "destatis", "OUTPUT": output, "RECIPE_OUTPUT": str(recipe)}
    run("importtable", parameters)
    new = tmp_path / "neu" / file.name
    new.parent.mkdir()
    new.write_bytes(a_year_later(file.read_bytes()))
    results, _ = run(
        "updateindicators",
        {"FOLDER": str(new.parent), "RECIPES": str(recipe.parent), "EXISTING": output, "OUTPUT": "memory:",
         "REPORT": "memory:"},
    )  # fmt: skip
    old, counts, report = table_of(output), table_of(results["OUTPUT"]), table_of(results["REPORT"])
    last = max(old["stichtag"])
    added = f"{int(last[:4]) + 1}{last[4:]}"
    shown = report[["art", "hinweis"]].values.tolist()
    assert not set(report["art"]) & {"fehler", "fehlt", "umbenannt", "neue_spalte", "ohne_rezept"}, shown
    assert set(counts["stichtag"]) - set(old["stichtag"]) == {added}
    by = ["gebiet", "merkmal"]
    before, after = (table[table["stichtag"] == day].set_index(by)["wert"].astype(float).sort_index()
                     for table, day in ((old, last), (counts, added)))  # fmt: skip
    assert before.equals(after)
    old = old.drop(columns="fid")
    untouched = counts[counts["stichtag"] != added].reset_index(drop=True)
    assert untouched.equals(old)
    texts = json.loads(recipe.read_text(encoding="utf-8"))
    assert texts["zuletzt"]["gebiete"] == old["gebiet"].nunique()
