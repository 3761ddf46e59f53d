"""Next year's delivery, as a clerk gets it: made small, run in real QGIS."""

import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from algorithms import algorithm, attempt, run, table_of

AREAS = [f"059990{number:02d}" for number in range(1, 13)]


def write_csv(path: Path, heads, columns, areas=AREAS, encoding="utf-8"):
    lines = [";".join(heads)]
    for place, area in enumerate(areas):
        lines.append(";".join([area, *(str(column[place]) for column in columns)]))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


SGB = [120, 85, 301, 44, 77, 210, 18, 95, 160, 33, 402, 61]
BG = [70, 44, 160, 25, 40, 115, 9, 51, 88, 17, 220, 30]
SCHOOL = [30, 12, 44, 8, 19, 25, 40, 9, 15, 21, 13, 28]


def grown(values, percent=4):
    return [round(value * (1 + percent / 100)) + 1 for value in values]


@pytest.fixture()
def office(tmp_path):
    """Last year's import with its recipe: folder, recipes, table of counts."""
    file = write_csv(tmp_path / "2024" / "jobcenter_2024.csv", ["Gebiet", "SGB II", "BG"], [SGB, BG])
    recipe = tmp_path / "rezepte" / "jobcenter.json"
    recipe.parent.mkdir()
    run(
        "importtable",
        {
            "INPUT": str(file),
            "REFERENCE_DATE": "31.12.2024",
            "SOURCE": "Jobcenter",
            "SYMBOLS": "ba",
            "VALUE_FIELDS": "SGB II=SGB2; BG=BG",
            "OUTPUT": str(tmp_path / "merkmale.gpkg"),
            "RECIPE_OUTPUT": str(recipe),
        },
    )
    return tmp_path


def update(folder, **more):
    parameters = {
        "FOLDER": str(folder / "2025"),
        "RECIPES": str(folder / "rezepte"),
        "EXISTING": str(folder / "merkmale.gpkg"),
        "OUTPUT": "memory:",
        "REPORT": "memory:",
        **more,
    }
    results, log = run("updateindicators", parameters)
    counts, report = table_of(results["OUTPUT"]), table_of(results["REPORT"])
    return counts, report, results, log


def kinds(report):
    return sorted(report["art"])


def note(report, kind):
    rows = report[report["art"] == kind]
    assert len(rows) == 1, report[["art", "hinweis"]].values.tolist()
    return rows.iloc[0]["hinweis"]


def values(counts, variable, day):
    rows = counts[(counts["merkmal"] == variable) & (counts["stichtag"] == day)]
    return rows.sort_values("gebiet")["wert"].tolist()


def test_recipe_says_how_the_file_was_read_and_holds_no_figure(office):
    text = (office / "rezepte" / "jobcenter.json").read_text(encoding="utf-8")
    recipe = json.loads(text)
    assert recipe["datei"]["muster"] == "jobcenter_*.csv"
    assert recipe["merkmale"] == {"SGB II": "SGB2", "BG": "BG"}
    assert recipe["stichtag"] == {"art": "dateiname", "muster": "31.12.{jahr}"}
    assert recipe["schluessel"] == "Gebiet" and recipe["zeichen"] == "ba" and recipe["quelle"] == "Jobcenter"
    assert recipe["zuletzt"]["zeilen"] == 12 and recipe["zuletzt"]["spalten"] == ["Gebiet", "SGB II", "BG"]
    assert not any(str(value) in text.replace(recipe["zuletzt"]["fingerabdruck"], "") for value in (301, 402, AREAS[0]))


def test_the_same_file_next_year_is_added(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    counts, report, results, log = update(office)
    assert values(counts, "SGB2", "2024-12-31") == SGB
    assert values(counts, "SGB2", "2025-12-31") == grown(SGB) and values(counts, "BG", "2025-12-31") == grown(BG)
    assert set(counts["quelle"]) == {"Jobcenter"} and len(counts) == 48
    assert kinds(report) == ["neu"] and results["ADDED"] == 24 and results["QUESTIONS"] == 0
    assert "24  in the table so far, kept" in log and "24  new, added" in log


def test_columns_in_another_order_and_encoding_are_the_same(office):
    file = office / "2025" / "Jobcenter_2025.csv"
    write_csv(file, ["Gebiet", "BG", "Größe", "SGB II"], [grown(BG), BG, grown(SGB)], encoding="cp1252")
    counts, report, *_ = update(office)
    assert values(counts, "SGB2", "2025-12-31") == grown(SGB)
    assert note(report, "neue_spalte").startswith("The column “Größe” is new and was not read.")


def test_a_renamed_column_is_proposed_not_taken_then_accepted(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB2_gesamt", "BG"], [grown(SGB), grown(BG)])
    counts, report, results, log = update(office, SUGGESTIONS_OUTPUT=str(office / "vorschlaege.json"))
    assert values(counts, "SGB2", "2025-12-31") == [] and values(counts, "BG", "2025-12-31") == grown(BG)
    sentence = note(report, "umbenannt")
    assert "ACCEPT=“jobcenter: SGB II=SGB2_gesamt”" in sentence and "31.12.2024" in sentence and sentence in log
    assert results["QUESTIONS"] == 1

    accepted, report, *_ = update(office, ACCEPT="jobcenter: SGB II=SGB2_gesamt", RECIPES_OUTPUT=str(office / "neu"))
    assert values(accepted, "SGB2", "2025-12-31") == grown(SGB)
    assert "umbenannt" not in kinds(report) and "angenommen" in kinds(report)
    recipe = json.loads((office / "neu" / "jobcenter.json").read_text(encoding="utf-8"))
    assert recipe["merkmale"] == {"SGB II": "SGB2", "BG": "BG", "SGB2_gesamt": "SGB2"}
    assert recipe["zuletzt"]["datei"] == "jobcenter_2025.csv" and len(recipe["verarbeitet"]) == 2
    untouched = json.loads((office / "rezepte" / "jobcenter.json").read_text(encoding="utf-8"))
    assert "SGB2_gesamt" not in untouched["merkmale"]

    file = office / "vorschlaege.json"
    suggestions = json.loads(file.read_text(encoding="utf-8"))
    assert [entry["neu"] for entry in suggestions["vorschlaege"]] == ["SGB2_gesamt"]
    suggestions["vorschlaege"][0]["annehmen"] = True
    file.write_text(json.dumps(suggestions), encoding="utf-8")
    by_file, *_ = update(office, SUGGESTIONS=str(file))
    pd.testing.assert_frame_equal(by_file, accepted)

    write_csv(office / "2026" / "jobcenter_2026.csv", ["Gebiet", "SGB2_gesamt", "BG"], [SGB, BG])
    next_year, *_ = update(office, FOLDER=str(office / "2026"), RECIPES=str(office / "neu"))
    assert values(next_year, "SGB2", "2026-12-31") == SGB


def test_a_name_that_says_nothing_is_found_by_its_values(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "X17", "X18", "BG"], [grown(SGB), SCHOOL, grown(BG)])
    _, report, *_ = update(office)
    sentence = note(report, "umbenannt")
    assert "“X17”" in sentence and "“X18”" not in sentence


def test_two_likely_columns_are_both_named(office):
    write_csv(
        office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB 2", "SGB2 insg.", "BG"],
        [grown(SGB), grown(SGB, 3), grown(BG)],
    )  # fmt: skip
    counts, report, *_ = update(office)
    sentence = note(report, "umbenannt")
    assert "2 new columns" in sentence and "“SGB 2”" in sentence and "“SGB2 insg.”" in sentence
    assert values(counts, "SGB2", "2025-12-31") == []


def test_a_column_that_is_gone_is_missing_not_replaced_by_another(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "Schulkinder", "BG"], [SCHOOL, grown(BG)])
    counts, report, *_ = update(office)
    assert kinds(report) == ["fehlt", "neu", "neue_spalte"]
    assert set(counts["merkmal"]) == {"SGB2", "BG"}


def test_a_renamed_key_column_stops_the_file_until_it_is_accepted(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Raum", "SGB II", "BG"], [grown(SGB), grown(BG)])
    counts, report, *_ = update(office)
    assert len(counts) == 24 and kinds(report) == ["fehler", "umbenannt"]
    assert "ACCEPT=“jobcenter: Gebiet=Raum”" in note(report, "umbenannt")
    counts, *_ = update(office, ACCEPT="jobcenter: Gebiet=Raum")
    assert values(counts, "SGB2", "2025-12-31") == grown(SGB)


def test_a_stichtag_that_is_there_is_never_overwritten_unasked(office):
    write_csv(office / "2025" / "jobcenter_2024.csv", ["Gebiet", "SGB II", "BG"], [[121, *SGB[1:]], BG])
    counts, report, results, _ = update(office)
    assert values(counts, "SGB2", "2024-12-31") == SGB and results["ADDED"] == 0
    assert "1 of 24 values are others in the file (SGB2)" in note(report, "geaendert")
    assert "REPLACE_DATES=31.12.2024" in note(report, "geaendert")

    counts, report, results, log = update(office, MODE="replace", REPLACE_DATES="31.12.2024")
    assert values(counts, "SGB2", "2024-12-31") == [121, *SGB[1:]] and len(counts) == 24
    assert results["REPLACED"] == 12 and "12  in the table so far, replaced" in log
    assert "ersetzt" in kinds(report)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"REPLACE_DATES": "31.12.2024"}, "needs MODE=replace"),
        ({"MODE": "replace"}, "needs REPLACE_DATES"),
        ({"MODE": "replace", "REPLACE_DATES": "Silvester"}, "“Silvester” is no Stichtag"),
        ({"ACCEPT": "schulamt: a=b"}, "names no recipe"),
        ({"ACCEPT": "jobcenter: SGB III=b"}, "names no column of the recipe “jobcenter”. It has: “SGB II”, “BG”"),
        ({"FOLDER": "/nirgends"}, "FOLDER: the folder /nirgends does not exist"),
        ({"RECIPES": "/tmp/nirgends"}, "RECIPES: the folder"),
    ],
)
def test_wrong_wishes_end_in_a_sentence(office, more, sentence):
    (office / "2025").mkdir()
    parameters = {"FOLDER": str(office / "2025"), "RECIPES": str(office / "rezepte"), "OUTPUT": "memory:", **more}
    _, log, good = attempt("updateindicators", parameters)
    assert not good and sentence in log


def test_the_same_file_twice_and_the_one_of_last_year(office):
    write_csv(office / "2025" / "jobcenter_2024.csv", ["Gebiet", "SGB II", "BG"], [SGB, BG], encoding="cp1252")
    for name in ("jobcenter_2025.csv", "jobcenter_2025-12.csv"):
        write_csv(office / "2025" / name, ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    counts, report, *_ = update(office)
    twice = report[report["art"] == "doppelt"].set_index("datei")["hinweis"]
    assert "taken before" in twice["jobcenter_2024.csv"]
    assert "same content as jobcenter_2025-12.csv" in twice["jobcenter_2025.csv"]
    assert len(counts) == 48


def test_files_without_recipe_and_recipes_without_file(office):
    write_csv(office / "2025" / "schulamt_2025.csv", ["Gebiet", "Kinder"], [SCHOOL])
    write_csv(office / "2025" / "Lieferung JC 2025.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    (office / "2025" / "brief.pdf").write_bytes(b"%PDF")
    counts, report, *_ = update(office)
    without = report[report["art"] == "ohne_rezept"].set_index("datei")["hinweis"]
    assert set(without.index) == {"schulamt_2025.csv", "Lieferung JC 2025.csv", "brief.pdf"}
    assert "RECIPE_OUTPUT" in without["schulamt_2025.csv"] and "no table" in without["brief.pdf"]
    assert "jobcenter_*.csv" in note(report, "ohne_datei") and len(counts) == 24
    wish = "jobcenter: datei=Lieferung JC 2025.csv"
    assert wish in without["Lieferung JC 2025.csv"]
    counts, *_ = update(office, ACCEPT=wish)
    assert values(counts, "SGB2", "2025-12-31") == grown(SGB)


def test_older_stichtag_other_areas_unit_and_symbols_are_named(office):
    areas = [*AREAS[:10], "05999099"]
    write_csv(
        office / "2025" / "jobcenter_2023.csv", ["Gebiet", "SGB II", "BG"],
        [[value * 1000 for value in SGB[:11]], ["*", *BG[1:11]]], areas,
    )  # fmt: skip
    counts, report, *_ = update(office)
    assert kinds(report) == ["aelter", "einheit", "gebiete", "neu", "zeichen"]
    assert "about 1.000 times those of 31.12.2024" in note(report, "einheit")
    assert "of 31.12.2024 that are missing: 2 (05999011, 05999012)" in note(report, "gebiete")
    assert "not there on 31.12.2024: 1 (05999099)" in note(report, "gebiete")
    assert "did not have: *" in note(report, "zeichen")
    assert len(counts) == 24 + 22


def test_a_broken_file_and_a_broken_recipe_do_not_stop_the_others(office):
    (office / "2025").mkdir()
    (office / "2025" / "jobcenter_2026.csv").write_text("", encoding="utf-8")
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    text = (office / "rezepte" / "jobcenter.json").read_text(encoding="utf-8")
    (office / "rezepte" / "schulamt.json").write_text(
        text.replace('"muster": "job', '"mutser": "job'), encoding="utf-8"
    )
    counts, report, *_ = update(office)
    failed = report[report["art"] == "fehler"].set_index("datei")["hinweis"]
    assert set(failed.index) == {"jobcenter_2026.csv", "schulamt.json"}
    assert "line 5: the entry “datei.mutser” is not known" in failed["schulamt.json"]
    assert "Is “muster” meant?" in failed["schulamt.json"]
    assert values(counts, "BG", "2025-12-31") == grown(BG)


def test_unreadable_cells_are_listed_by_place_without_content(office):
    broken = ["Müller", *grown(SGB)[1:]]
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB II", "BG"], [broken, grown(BG)])
    _, report, *_ = update(office)
    rows = report[report["art"] == "nicht_lesbar"]
    assert rows[["zeile", "spalte"]].values.tolist() == [[2, "SGB II"]]
    assert "Müller" not in str(report.values.tolist())


def test_two_runs_are_equal(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB2_gesamt", "BG"], [grown(SGB), grown(BG)])
    runs = [update(office, RECIPES_OUTPUT=str(office / f"lauf{number}")) for number in (1, 2)]
    for place in (0, 1):
        pd.testing.assert_frame_equal(runs[0][place], runs[1][place])
    texts = [(office / f"lauf{number}" / "jobcenter.json").read_bytes() for number in (1, 2)]
    assert texts[0] == texts[1]


def test_the_table_so_far_is_not_written_over(office):
    (office / "2025").mkdir()
    own = str(office / "merkmale.gpkg")
    parameters = {"FOLDER": str(office / "2025"), "RECIPES": str(office / "rezepte"), "EXISTING": own, "OUTPUT": own}
    _, log, good = attempt("updateindicators", parameters)
    assert not good and "Write to a new file" in log and len(table_of(own)) == 24


class CancelAfter(QgsProcessingFeedback):
    """Is cancelled when the progress reaches a share."""

    def __init__(self, share):
        super().__init__(False)
        self.share = share
        self.progressChanged.connect(lambda value: self.cancel() if value >= share else None)


@pytest.mark.parametrize("share", [0, 30, 63])
def test_a_cancelled_run_leaves_nothing(office, share):
    for year in (2023, 2025, 2026):
        write_csv(office / "2025" / f"jobcenter_{year}.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB, year % 9), BG])
    outputs = {
        "OUTPUT": office / "neu.gpkg",
        "REPORT": office / "bericht.gpkg",
        "RECIPES_OUTPUT": office / "neue_rezepte",
        "SUGGESTIONS_OUTPUT": office / "vorschlaege.json",
    }
    context, feedback = QgsProcessingContext(), CancelAfter(share)
    context.setProject(QgsProject.instance())
    parameters = {
        "FOLDER": str(office / "2025"),
        "RECIPES": str(office / "rezepte"),
        "EXISTING": str(office / "merkmale.gpkg"),
        **{name: str(path) for name, path in outputs.items()},
    }
    _, good = algorithm("updateindicators").run(parameters, context, feedback)
    assert not good and feedback.isCanceled()
    assert not any(path.exists() for path in outputs.values())


def test_importtable_reads_next_years_file_with_the_recipe(office):
    file = write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "BG", "SGB II", "Neu"], [BG, SGB, SGB])
    recipe = str(office / "rezepte" / "jobcenter.json")
    results, _ = run("importtable", {"INPUT": str(file), "RECIPE": recipe, "OUTPUT": "memory:"})
    counts = table_of(results["OUTPUT"])
    assert set(counts["merkmal"]) == {"SGB2", "BG"} and set(counts["stichtag"]) == {"2025-12-31"}
    assert values(counts, "SGB2", "2025-12-31") == SGB
    wishes = {"REFERENCE_DATE": "30.06.2025", "VALUE_FIELDS": "Neu=NEU", "SOURCE": "JC"}
    results, _ = run("importtable", {"INPUT": str(file), "RECIPE": recipe, "OUTPUT": "memory:", **wishes})
    counts = table_of(results["OUTPUT"])
    assert set(counts["merkmal"]) == {"NEU"} and set(counts["stichtag"]) == {"2025-06-30"}
    assert set(counts["quelle"]) == {"JC"}


def test_a_recipe_written_with_a_recipe_keeps_what_it_knew(office):
    recipe = office / "rezepte" / "jobcenter.json"
    content = json.loads(recipe.read_text(encoding="utf-8"))
    content["merkmale"]["Regelleistung"] = "SGB2"
    recipe.write_text(json.dumps(content), encoding="utf-8")
    file = write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "Regelleistung", "BG"], [SGB, BG])
    new = office / "neu.json"
    run("importtable", {"INPUT": str(file), "RECIPE": str(recipe), "OUTPUT": "memory:", "RECIPE_OUTPUT": str(new)})
    found = json.loads(new.read_text(encoding="utf-8"))
    assert found["merkmale"] == content["merkmale"] and found["datei"] == content["datei"]
    assert found["stichtag"] == content["stichtag"] and len(found["verarbeitet"]) == 2
    assert found["zuletzt"]["datei"] == "jobcenter_2025.csv"


def test_a_recipe_by_hand_and_a_table_kept_as_csv(office):
    recipe = {"rezept": 1, "datei": {"muster": "schule *.csv"}, "merkmale": {"Kinder": "K"},
              "stichtag": {"art": "dateiname", "muster": "15.10.{jahr}"}, "schluessel": "Gebiet"}  # fmt: skip
    (office / "rezepte" / "schule.json").write_text("\ufeff" + json.dumps(recipe), encoding="utf-8")
    write_csv(office / "2025" / "schule 2025.csv", ["Gebiet", "Kinder"], [SCHOOL])
    old = table_of(office / "merkmale.gpkg").drop(columns="fid").assign(bemerkung="alt")
    old["wert"] = [f"{int(value)},5" for value in old["wert"]]
    old.to_csv(office / "merkmale.csv", sep=";", index=False)
    counts, report, *_ = update(office, EXISTING=str(office / "merkmale.csv"))
    assert kinds(report) == ["neu", "ohne_datei"]
    assert values(counts, "K", "2025-10-15") == SCHOOL
    assert values(counts, "SGB2", "2024-12-31") == [value + 0.5 for value in SGB]
    assert (counts["bemerkung"] == "alt").sum() == 24


def test_no_recipe_holds_names_of_persons(office):
    persons = [(area, f"Person {place * 3 + number}") for place, area in enumerate(AREAS) for number in range(3)]
    file = office / "liste.csv"
    lines = ["Gebiet;Stichtag;Merkmal;Anzahl", *(f"{area};31.12.2024;{person};1" for area, person in persons)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    recipe = office / "liste.json"
    parameters = {"INPUT": str(file), "OUTPUT": "memory:", "RECIPE_OUTPUT": str(recipe)}
    for wish in ({}, {"VARIABLE_FIELD": "Merkmal"}):
        _, log, _ = attempt("importtable", {**parameters, **wish})
        assert not recipe.exists() or "Person" not in recipe.read_text(encoding="utf-8")
        recipe.unlink(missing_ok=True)
    assert "No recipe was written" in log


def test_a_recipe_that_cannot_be_used_says_so_when_it_is_written(office):
    file = write_csv(office / "2024" / "x_2024.csv", ["Gebiet", "SGB II (=ALG II)", "BG"], [SGB, BG])
    parameters = {"INPUT": str(file), "REFERENCE_DATE": "31.12.2024", "OUTPUT": "memory:"}
    parameters["RECIPE_OUTPUT"] = str(office / "x.json")
    _, log = run("importtable", parameters)
    assert "The recipe cannot be used as it is" in log and "“SGB II (=ALG II)”" in log
    _, log = run("importtable", {**parameters, "VALUE_FIELDS": "SGB II (=ALG II)=SGB2; BG=BG"})
    assert "cannot be used" not in log
    again, _ = run("importtable", {"INPUT": str(file), "OUTPUT": "memory:", "RECIPE": str(office / "x.json")})
    assert values(table_of(again["OUTPUT"]), "SGB2", "2024-12-31") == SGB


def test_importtable_names_what_the_recipe_misses(office):
    file = write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB2_gesamt", "BG"], [SGB, BG])
    recipe = str(office / "rezepte" / "jobcenter.json")
    _, log, good = attempt("importtable", {"INPUT": str(file), "RECIPE": recipe, "OUTPUT": "memory:"})
    assert not good and "no column “SGB II”" in log and "SGB2_gesamt" in log


def test_two_files_for_one_stichtag_are_named_with_both_files(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    write_csv(office / "2025" / "jobcenter_2025-12.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB, 6), grown(BG)])
    counts, report, *_ = update(office)
    sentence = note(report, "geaendert")
    assert "are from jobcenter_2025-12.csv, read in this run" in sentence and "REPLACE_DATES" not in sentence
    assert values(counts, "SGB2", "2025-12-31") == grown(SGB, 6) and len(counts) == 48


def test_a_recipe_with_a_fixed_stichtag_does_not_ask_to_replace_last_year(office):
    file = write_csv(office / "2024" / "sozialamt.csv", ["Gebiet", "HzL"], [SCHOOL])
    parameters = {"INPUT": str(file), "REFERENCE_DATE": "31.12.2024", "OUTPUT": str(office / "merkmale.gpkg")}
    _, log = run("importtable", {**parameters, "RECIPE_OUTPUT": str(office / "rezepte" / "sozialamt.json")})
    assert "fixed Stichtag 31.12.2024" in log
    write_csv(office / "2025" / "sozialamt.csv", ["Gebiet", "HzL"], [grown(SCHOOL)])
    counts, report, *_ = update(office)
    sentence = note(report, "geaendert")
    assert "stichtag.datum" in sentence and "REPLACE_DATES" not in sentence
    assert values(counts, "HzL", "2024-12-31") == SCHOOL and len(counts) == 12


def test_a_wish_that_no_file_needs_is_named(office):
    write_csv(office / "2025" / "jobcenter_2025.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    counts, report, *_ = update(office, ACCEPT="jobcenter: SGB II=SGB2_gesamt")
    assert "Not needed" in note(report, "hinweis") and values(counts, "SGB2", "2025-12-31") == grown(SGB)


def test_columns_without_a_head_and_dates_in_a_column(office):
    lines = [f"31.12.{{}};{area};Ort {place};{value}" for place, (area, value) in enumerate(zip(AREAS, SCHOOL))]
    for year in (2024, 2025):
        text = "\n".join([";;;Kinder", *lines]).replace("{}", str(year)) + "\n"
        (office / str(year)).mkdir(exist_ok=True)
        (office / str(year) / "kinder.csv").write_text(text, encoding="utf-8")
    parameters = {"INPUT": str(office / "2024" / "kinder.csv"), "OUTPUT": str(office / "merkmale.gpkg")}
    run("importtable", {**parameters, "RECIPE_OUTPUT": str(office / "rezepte" / "kinder.json")})
    counts, report, *_ = update(office)
    assert kinds(report) == ["neu", "ohne_datei"]
    assert values(counts, "Kinder", "2025-12-31") == SCHOOL and len(counts) == 24


def test_a_long_table_finds_its_variables_again(office):
    for year in (2024, 2025):
        rows = [f"{area};31.12.{year};{what};{value}" for area, value in zip(AREAS, SCHOOL)
                for what in ("Kita", "Hort", *(["Tagespflege"] if year == 2025 else []))]  # fmt: skip
        text = "\n".join(["Gebiet;Stichtag;Merkmal;Wert", *rows]) + "\n"
        (office / str(year)).mkdir(exist_ok=True)
        (office / str(year) / "jugendamt.csv").write_text(text, encoding="utf-8")
    parameters = {"INPUT": str(office / "2024" / "jugendamt.csv"), "OUTPUT": str(office / "merkmale.gpkg")}
    run("importtable", {**parameters, "RECIPE_OUTPUT": str(office / "rezepte" / "jugendamt.json")})
    counts, report, *_ = update(office)
    assert kinds(report) == ["neu", "neue_spalte", "ohne_datei"], report["hinweis"].tolist()
    assert values(counts, "Kita", "2025-12-31") == SCHOOL and "Tagespflege" not in set(counts["merkmal"])
    assert "Tagespflege" in note(report, "neue_spalte")


def test_years_side_by_side_grow_by_one(office):
    def write(years):
        heads = ["Gebiet", *(f"31.12.{year}" for year in years)]
        return write_csv(office / str(years[-1]) / "ew.csv", heads, [grown(SGB, year - 2020) for year in years])

    parameters = {"INPUT": str(write(range(2020, 2025))), "OUTPUT": str(office / "merkmale.gpkg")}
    run("importtable", {**parameters, "RECIPE_OUTPUT": str(office / "rezepte" / "ew.json")})
    write(range(2021, 2026))
    counts, report, *_ = update(office)
    assert kinds(report) == ["neu", "ohne_datei", "schon_da"]
    assert counts["merkmal"].nunique() == 1 and counts["stichtag"].nunique() == 6 and len(counts) == 72
    variable = counts["merkmal"].iloc[0]
    assert values(counts, variable, "2025-12-31") == grown(SGB, 5)


def test_a_workbook_that_gets_a_sheet_a_year(office):
    def write(years):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for year in years:
            sheet = book.create_sheet(str(year))
            sheet.append(["Gebiet", "Kinder", "Plätze"])
            for row in zip(AREAS, grown(SCHOOL, year - 2020), SCHOOL):
                sheet.append(row)
        file = office / str(years[-1]) / "Kita-Bedarf.xlsx"
        file.parent.mkdir(exist_ok=True)
        book.save(file)
        return file

    parameters = {"INPUT": str(write([2023, 2024])), "OUTPUT": str(office / "merkmale.gpkg")}
    run("importtable", {**parameters, "RECIPE_OUTPUT": str(office / "rezepte" / "kita.json")})
    write([2023, 2024, 2025])
    counts, report, *_ = update(office)
    assert set(kinds(report)) == {"hinweis", "neu", "ohne_datei", "schon_da"}, report["hinweis"].tolist()
    assert values(counts, "Kinder", "2025-12-31") == grown(SCHOOL, 5) and len(counts) == 72
    assert values(counts, "Kinder", "2023-12-31") == grown(SCHOOL, 3)


def test_a_file_in_another_encoding_or_format_is_still_the_same(office):
    book = openpyxl.Workbook()
    for row in [["Gebiet", "SGB II", "BG"], *zip(AREAS, SGB, BG)]:
        book.active.append(row)
    (office / "2025").mkdir()
    book.save(office / "2025" / "jobcenter_2024.xlsx")
    counts, report, *_ = update(office, ACCEPT="jobcenter: datei=jobcenter_2024.xlsx")
    assert kinds(report) == ["doppelt"] and len(counts) == 24


def test_files_in_folders_below_and_notes_of_programs(office):
    write_csv(office / "2025" / "JC" / "jobcenter_2025.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    (office / "2025" / "JC" / "~$jobcenter_2025.xlsx").write_bytes(b"x")
    (office / "2025" / ".~lock.jobcenter_2025.csv#").write_bytes(b"x")
    counts, report, *_ = update(office)
    assert report["datei"].tolist() == ["JC/jobcenter_2025.csv"] and len(counts) == 48


def test_recipes_may_lie_beside_the_files_and_no_table_is_needed_so_far(office):
    folder = office / "alles"
    write_csv(folder / "jobcenter_2025.csv", ["Gebiet", "SGB II", "BG"], [grown(SGB), grown(BG)])
    (folder / "jobcenter.rezept.json").write_bytes((office / "rezepte" / "jobcenter.json").read_bytes())
    parameters = {"FOLDER": str(folder), "OUTPUT": str(folder / "merkmale.gpkg"), "REPORT": str(folder / "b.gpkg")}
    more = {"RECIPES_OUTPUT": str(folder / "neu"), "SUGGESTIONS_OUTPUT": str(folder / "vorschlaege.json")}
    for _ in range(2):
        run("updateindicators", {**parameters, **more})
        counts, report = table_of(folder / "merkmale.gpkg"), table_of(folder / "b.gpkg")
        assert len(counts) == 24 and kinds(report) == ["neu"], report["hinweis"].tolist()
    assert (folder / "neu" / "jobcenter.rezept.json").is_file()
