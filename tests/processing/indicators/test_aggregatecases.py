from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import numpy as np
import pandas as pd
import processing
import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback, QgsProcessingUtils

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.csv_export import write_csv
from sozialraum_plugin.core.fields import Field, Kind
from sozialraum_plugin.geo.spreadsheets import write_spreadsheet

ADDRESS_KINDS = {
    "adresse_id": Kind.TEXT, "strassenschluessel": Kind.TEXT, "strasse": Kind.TEXT, "hausnummer": Kind.INTEGER,
    "zusatz": Kind.TEXT, "plz": Kind.TEXT, "gebiet": Kind.TEXT,
}  # fmt: skip
STREETS = (("00010", "Hauptstraße"), ("00012", "Kirchplatz"), ("00120", "Straße des 17. Juni"))
HEAD = "Strassenschluessel;Hausnummer;Zusatz;Wohnungsstatus;Geburtsdatum;Geschlecht;Staatsangehoerigkeit;Haushalt"
COLUMNS = {
    "STREET_KEY_FIELD": "Strassenschluessel", "NUMBER_FIELD": "Hausnummer", "SUFFIX_FIELD": "Zusatz",
    "BIRTH_FIELD": "Geburtsdatum", "SEX_FIELD": "Geschlecht", "NATIONALITY_FIELD": "Staatsangehoerigkeit",
    "RESIDENCE_FIELD": "Wohnungsstatus", "HOUSEHOLD_FIELD": "Haushalt",
}  # fmt: skip


def addresses(with_area=True):
    rows, points = [], []
    for place, (key, street) in enumerate(STREETS):
        for number in range(1, 41):
            area = f"0{1 + (number > 20)}" if with_area else None
            rows.append({"adresse_id": f"{key}-{number}", "strassenschluessel": key, "strasse": street,
                         "hausnummer": number, "zusatz": "", "gebiet": area})  # fmt: skip
            points.append(f"Point({number - 0.5} {place + 0.5})")
    return memory_layer("Point", rows, ADDRESS_KINDS, points, name="adressen")


def areas():
    wkts = [f"POLYGON(({x} 0,{x + 20} 0,{x + 20} 10,{x} 10,{x} 0))" for x in (0, 20, 40)] + [
        "POLYGON((0 0,60 0,60 10,0 10,0 0))"
    ]
    rows = [{"gebiet": code, "uebergeordnet": "0"} for code in ("01", "02", "03")] + [{"gebiet": "0"}]
    return memory_layer("Polygon", rows, {"gebiet": Kind.TEXT, "uebergeordnet": Kind.TEXT}, wkts, name="gebiete")


def register(count=3000, seed=5):
    """Made-up persons as a registry writes them, as a table of texts."""
    rng = np.random.default_rng(seed)
    day = pd.to_datetime("2025-12-31") - pd.to_timedelta(rng.integers(0, 33_000, count), unit="D")
    return pd.DataFrame(
        {
            "Strassenschluessel": rng.choice([key for key, _ in STREETS], count),
            "Hausnummer": [f"{number:04d}" for number in rng.integers(1, 41, count)],
            "Zusatz": "",
            "Wohnungsstatus": rng.choice(["H", "N"], count, p=[0.95, 0.05]),
            "Geburtsdatum": day.strftime("%d.%m.%Y"),
            "Geschlecht": rng.choice(["m", "w"], count),
            "Staatsangehoerigkeit": rng.choice(["deutsch", "türkisch", "polnisch"], count, p=[0.8, 0.15, 0.05]),
            "Haushalt": [f"{number:07d}" for number in rng.integers(1, 1400, count)],
        }
    )


def write(table, path, encoding="cp1252"):
    path.write_bytes(table.to_csv(index=False, sep=";").encode(encoding))
    return str(path)


def parameters(source, **more):
    return {
        "INPUT": source, "ADDRESSES": addresses(), "REFERENCE_DATE": "31.12.2025", **COLUMNS, "OUTPUT": "memory:",
        "MODE": "internal", **more,
    }  # fmt: skip


def counts_of(layer):
    return table_of(layer).set_index(["gebiet", "merkmal"])["wert"]


def expected(table):
    """The same counts by plain pandas."""
    main = table[table["Wohnungsstatus"] == "H"].copy()
    main["gebiet"] = np.where(main["Hausnummer"].astype(int) > 20, "02", "01")
    birth = pd.to_datetime(main["Geburtsdatum"], format="%d.%m.%Y")
    main["age"] = 2025 - birth.dt.year  # at 31 December
    return main


def test_counts_equal_those_of_pandas(tmp_path):
    table = register()
    results, log = run(
        "aggregatecases",
        parameters(
            write(table, tmp_path / "melderegister.csv"),
            AGE_GROUPS="0-2, 3-5, 6-9, 10-14, 15-17, 18-24, 25-64, 65-79, 80+",
            CROSSINGS="alter x geschlecht",
        ),
    )
    counts, main = counts_of(results["OUTPUT"]), expected(table)
    for area, part in main.groupby("gebiet"):
        assert counts[area, "E"] == len(part)
        assert counts[area, "E_u3"] == (part["age"] <= 2).sum()
        assert counts[area, "E_3_u6"] == part["age"].between(3, 5).sum()
        assert counts[area, "E_18_u25"] == part["age"].between(18, 24).sum()
        assert counts[area, "E_80"] == (part["age"] >= 80).sum()
        assert counts[area, "E_W"] == (part["Geschlecht"] == "w").sum()
        assert counts[area, "AUSL"] == (part["Staatsangehoerigkeit"] != "deutsch").sum()
        assert counts[area, "E_M_u3"] == ((part["age"] <= 2) & (part["Geschlecht"] == "m")).sum()
    first = main.drop_duplicates("Haushalt")
    assert counts[:, "HH"].to_dict() == first["gebiet"].value_counts().to_dict()
    second = int((table["Wohnungsstatus"] == "N").sum())
    assert f"{second}  left out: secondary residences" in log
    assert results["COUNTED"] == len(main) and results["UNMATCHED"] == 0
    assert "persons in several areas" in log


def test_text_spreadsheet_and_layer_give_the_same(tmp_path):
    table = register(400)
    csv = counts_of(run("aggregatecases", parameters(write(table, tmp_path / "a.csv")))[0]["OUTPUT"])
    utf8 = write(table, tmp_path / "b.txt", "utf-8-sig")
    write_spreadsheet(table, [Field(name) for name in table.columns], tmp_path / "c.xlsx", "Personen")
    titled = tmp_path / "d.csv"
    titled.write_text("Auszug aus dem Melderegister\n\n" + table.to_csv(index=False, sep="\t"), encoding="utf-8")
    layer = memory_layer("NoGeometry", table.to_dict("records"), {name: Kind.TEXT for name in table.columns})
    for source in (utf8, str(tmp_path / "c.xlsx"), str(titled), layer):
        other = counts_of(run("aggregatecases", parameters(source))[0]["OUTPUT"])
        assert other.to_dict() == csv.to_dict(), source


def test_areas_by_polygon_with_empty_ones_and_upper_sums(tmp_path):
    source = write(register(500), tmp_path / "a.csv")
    by_field = counts_of(run("aggregatecases", parameters(source))[0]["OUTPUT"])
    more = {"ADDRESSES": addresses(with_area=False), "AREAS": areas(), "AGE_GROUPS": "0-17"}
    results, _log = run("aggregatecases", parameters(source, **more))
    counts = counts_of(results["OUTPUT"])
    assert set(counts.index.get_level_values(0)) == {"01", "02", "03"}
    assert counts["03", "E"] == 0 and counts["01", "E"] == by_field["01", "E"]
    upper = counts_of(run("aggregatecases", parameters(source, **more, ALL_LEVELS=True))[0]["OUTPUT"])
    assert upper["0", "E_u18"] == counts["01", "E_u18"] + counts["02", "E_u18"]


def test_by_street_directory(tmp_path):
    rows = [
        {"strassenschluessel": key, "strasse": street, "von": start, "bis": end, "guf": "F", "gebiet": area}
        for key, street in STREETS[:2]
        for start, end, area in ((1, 20, "01"), (21, 40, "02"))
    ]
    kinds = {"strassenschluessel": Kind.TEXT, "strasse": Kind.TEXT, "von": Kind.INTEGER, "bis": Kind.INTEGER,
             "guf": Kind.TEXT, "gebiet": Kind.TEXT}  # fmt: skip
    table = register(800)
    source = write(table, tmp_path / "a.csv")
    more = {"ADDRESSES": None, "DIRECTORY": memory_layer("NoGeometry", rows, kinds), "REPORT": "memory:"}
    results, _log = run("aggregatecases", parameters(source, **more))
    main = expected(table)
    lost = main["Strassenschluessel"] == "00120"
    assert counts_of(results["OUTPUT"])[:, "E"].to_dict() == main[~lost]["gebiet"].value_counts().to_dict()
    report = table_of(results["REPORT"])
    assert report[["strasse", "faelle"]].values.tolist() == [["key 00120", int(lost.sum())]]


def test_other_cases_have_their_own_names_and_rates_per_inhabitant(tmp_path):
    source = write(register(2500), tmp_path / "a.csv")
    inhabitants = run("aggregatecases", parameters(source, AGE_GROUPS="katalog"))[0]["OUTPUT"]
    cases = pd.DataFrame(
        {"Strasse": "Hauptstr.", "Nr": ["1", "2", "3", "22", "23"], "Alter": ["4", "16", "17", "3", "20"],
         "Hilfe": ["§ 31", "§ 31", "§ 34", "§ 31", "§ 34"], "Zahl": ["1", "2", "1", "1,0", "x"]}
    )  # fmt: skip
    results, log = run(
        "aggregatecases",
        {
            "INPUT": write(cases, tmp_path / "hze.csv"), "ADDRESSES": addresses(), "REFERENCE_DATE": "31.12.2025",
            "STREET_FIELD": "Strasse", "NUMBER_FIELD": "Nr", "AGE_FIELD": "Alter", "AGE_GROUPS": "0-17",
            "CATEGORY_FIELDS": ["Hilfe"], "WEIGHT_FIELD": "Zahl", "VARIABLE": "HZE", "RENAME": "HZE_HILFE_31=HZE_SPFH",
            "MODE": "internal", "POPULATION": inhabitants, "FACTOR": 1000, "OUTPUT": "memory:", "RATES": "memory:",
        },
    )  # fmt: skip
    counts = counts_of(results["OUTPUT"])
    assert counts["01", "HZE"] == 4 and counts["02", "HZE"] == 1 and counts["01", "HZE_SPFH"] == 3
    assert "1  left out: the weight is no number" in log
    rates = table_of(results["RATES"]).set_index(["gebiet", "merkmal"])
    below = counts_of(inhabitants)["01", "E_u18"]
    assert rates.loc[("01", "HZE_u18"), "wert"] == pytest.approx(1000 * 4 / below)
    assert "HZE_SPFH" not in rates.index.get_level_values(1)


def test_publication_hides_small_counts_and_what_gives_them_away(tmp_path):
    table = register(300)
    source = write(table, tmp_path / "a.csv")
    more = {"AGE_GROUPS": "0-2, 3-17, 18-64, 65+", "CROSSINGS": "alter x geschlecht", "RATES": "memory:"}
    shown = counts_of(run("aggregatecases", parameters(source, **more))[0]["OUTPUT"])
    results, _log = run("aggregatecases", parameters(source, **{**more, "MODE": "publication"}))
    assert results["HIDDEN"] > 0
    public = table_of(results["OUTPUT"]).set_index(["gebiet", "merkmal"])
    hidden = public["kennzeichen"] != ""
    assert public.loc[hidden, "wert"].isna().all() and set(public.loc[hidden, "kennzeichen"]) <= {
        "geheim", "geheim_sekundaer",
    }  # fmt: skip
    small = (shown > 0) & (shown < 3)
    assert small.any() and (public.loc[small[small].index, "kennzeichen"] == "geheim").all()
    assert public.loc[~hidden, "wert"].astype(float).equals(shown[~hidden].astype(float))
    rates = table_of(results["RATES"]).set_index(["gebiet", "merkmal"])
    gone = hidden[hidden].index.intersection(rates.index)
    assert len(gone) and rates.loc[gone, ["wert", "zaehler", "nenner"]].isna().all().all()


def test_the_default_is_publication():
    from algorithms import algorithm

    assert algorithm("aggregatecases").parameterDefinition("MODE").defaultValue() == "publication"


RUN = "".join(sign for sign in uuid4().hex if sign.isalpha())  # other runs at the same time have their own
FAMILY, FIRST, HOST, KIND, WEIGHT = (f"Qxz{word}{RUN}" for word in ("familie", "vorname", "bei", "art", "gewicht"))
BIRTHS = ("17.03.1911", "1911-03-17", "1911/03/17")
TOKENS = (FAMILY, FIRST, HOST, KIND, WEIGHT, *BIRTHS)


def marked():
    table = register(200)
    table.insert(0, "Familienname", FAMILY)
    table.insert(1, "Vorname", FIRST)
    table["Strasse"] = [dict(STREETS)[key] for key in table["Strassenschluessel"]]
    table["Hilfe"] = ["a", "b"] * 100
    table["Zahl"] = "1"
    table.loc[0, ["Hilfe", "Geburtsdatum", "Wohnungsstatus"]] = [KIND, BIRTHS[0], "H"]
    table.loc[1, "Zahl"] = WEIGHT
    table.loc[2:9, "Strasse"] = [f"Nirgendweg {number} bei {HOST}" for number in range(2, 10)]
    table.loc[2:9, "Wohnungsstatus"] = "H"
    return table.drop(columns="Strassenschluessel")


def without_key(source, tmp_path, **more):
    chosen = {name: column for name, column in COLUMNS.items() if name != "STREET_KEY_FIELD"}
    return {
        "INPUT": source, "ADDRESSES": addresses(), "REFERENCE_DATE": "31.12.2025", **chosen, "STREET_FIELD": "Strasse",
        "CATEGORY_FIELDS": ["Hilfe"], "WEIGHT_FIELD": "Zahl", "IGNORE_FIELDS": ["Familienname", "Vorname"],
        "OUTPUT": str(tmp_path / "zahlen.gpkg"), "REPORT": str(tmp_path / "bericht.gpkg"),
        "RATES": str(tmp_path / "anteile.csv"), **more,
    }  # fmt: skip


def files_with(tokens, folders, since, without):
    """Return the files changed since then that hold a token, in any folder below those given."""
    forms = [form for token in tokens for form in (token.encode(), token.encode("utf-16-le"))]
    found = set()
    for folder in folders:
        for place, _folders, names in os.walk(folder):
            for path in (Path(place) / name for name in names):
                try:
                    fresh = path.is_file() and path not in without and path.stat().st_mtime >= since
                    data = path.read_bytes() if fresh else b""
                except OSError:  # of another program, and gone again
                    continue
                if any(form in data for form in forms):
                    found.add(path)
    return found


class Log(QgsProcessingFeedback):
    """A feedback that keeps all that was said."""

    def __init__(self):
        super().__init__(False)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "layer"])
def test_no_person_row_is_left_anywhere(tmp_path, kind):
    table = marked()
    inside, outside = tmp_path / "personen", tmp_path / "ausgabe"
    inside.mkdir()
    outside.mkdir()
    source = write(table, inside / "register.csv")
    if kind == "xlsx":
        write_spreadsheet(table, [Field(name) for name in table.columns], inside / "register.xlsx", "Personen")
        source = str(inside / "register.xlsx")
    if kind == "layer":
        source = memory_layer("NoGeometry", table.to_dict("records"), {name: Kind.TEXT for name in table.columns})
    since = time.time() - 1
    feedback = Log()
    processing.run("sozialraum:aggregatecases", without_key(source, outside), feedback=feedback)
    log = feedback.textLog() + feedback.htmlLog()
    for token in TOKENS:
        assert token not in log
    own = set(inside.rglob("*"))
    assert files_with(TOKENS, [inside], 0, set()) == {inside / "register.csv"}  # the search finds what is there
    folders = {
        tempfile.gettempdir(), QgsProcessingUtils.tempFolder(), QgsApplication.qgisSettingsDirPath(),
        os.environ.get("XDG_RUNTIME_DIR", outside),
    }  # fmt: skip
    assert not files_with(TOKENS[:5], folders, since, own)
    assert not files_with(TOKENS, [outside, QgsProcessingUtils.tempFolder()], 0, own)
    report = table_of(outside / "bericht.gpkg")
    assert report["strasse"].tolist() == ["Nirgendweg"] and report["faelle"].tolist() == [8]
    merkmale = set(table_of(outside / "zahlen.gpkg")["merkmal"])
    assert "E_HILFE_SONSTIGE" in merkmale or "E_HILFE_A" in merkmale


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"IGNORE_FIELDS": ["Vorname"]}, "“Familienname”"),
        ({"IGNORE_FIELDS": []}, "“Familienname”, “Vorname”"),
        ({"BIRTH_FIELD": None}, "“Geburtsdatum”"),
        ({"CATEGORY_FIELDS": ["Familienname"]}, "“Familienname”"),
        ({"CATEGORY_FIELDS": ["Geburtsdatum"]}, "AGE_GROUPS"),
        ({"STREET_FIELD": "Anschrift"}, "“Anschrift”"),
        ({"STREET_FIELD": None}, "STREET_KEY_FIELD"),
        ({"BIRTH_FIELD": "Geschlecht", "IGNORE_FIELDS": ["Familienname", "Vorname", "Geburtsdatum"]}, "as an age"),
        ({"ADDRESSES": None}, "DIRECTORY"),
        ({"REFERENCE_DATE": "Ende 2025"}, "no date"),
        ({"AGE_GROUPS": "jung"}, "jung"),
        ({"CROSSINGS": "alter x schuhgroesse"}, "alter x schuhgroesse"),
        ({"RENAME": "E_XY=Z"}, "E_XY"),
        ({"VARIABLE": "1 E"}, "VARIABLE"),
        ({"RESIDENCE": "secondary", "RESIDENCE_FIELD": None}, "RESIDENCE_FIELD"),
        ({"AGE_FIELD": "Zahl"}, "not both"),
        ({"INPUT": "/nowhere/register.csv"}, "register.csv"),
    ],
)
def test_bad_input_ends_in_a_sentence_without_a_person(tmp_path, change, message):
    source = write(marked(), tmp_path / "register.csv")
    _results, log, good = attempt("aggregatecases", {**without_key(source, tmp_path), **change})
    assert not good
    assert message in log and "Traceback" not in log
    assert not [token for token in TOKENS if token in log]


def test_a_file_without_a_head_does_not_leak_its_first_row(tmp_path):
    path = tmp_path / "ohne_kopf.csv"
    path.write_text("Qxzfamilie;Qxzvorname;Hauptstraße;1\nQxzfamilie;Qxzvorname;Hauptstraße;2\n", encoding="utf-8")
    _results, log, good = attempt("aggregatecases", without_key(str(path), tmp_path))
    assert not good and "head" in log and "Qxz" not in log


def test_rows_that_do_not_count_are_in_the_balance(tmp_path):
    lines = [
        HEAD,
        "00010;0001;;H;01.01.1980;m;deutsch;1",
        "10;1;;H;01.01.2026;m;deutsch;1",
        "00010;0001;;;01.01.1980;m;deutsch;1",
        "00010;0001;H;01.01.1980;m;deutsch;1",
        "00010;0099;;H;;w;;2",
        "00010;0002;;H;;w;;2",
        "",
    ]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), encoding="cp1252")
    results, log = run("aggregatecases", parameters(str(path), REPORT="memory:", AGE_GROUPS="0-17,18+"))
    for line in (
        "6 read",
        "1  left out: another number of cells than the head",
        "1  left out: born after the Stichtag",
        "1  left out: the kind of residence is empty or not understood",
        "2  counted in an area",
        "1  without an area: The street has no such house number.",
    ):
        assert line in log
    counts = counts_of(results["OUTPUT"])
    assert counts["01", "E"] == 2 and counts["01", "E_18"] == 1 and counts["01", "E_ALTER_OHNE"] == 1
    assert counts["01", "E_STAAT_OHNE"] == 1
    assert table_of(results["REPORT"])[["strasse", "faelle"]].values.tolist() == [["key 10", 1]]


def test_counts_feed_computeindicators(tmp_path):
    source = write(register(2000), tmp_path / "a.csv")
    counts = run("aggregatecases", parameters(source, AGE_GROUPS="katalog", AREAS=areas()))[0]["OUTPUT"]
    rows = [{"gebiet": code, "uebergeordnet": "0", "ebene": "quartier"} for code in ("01", "02", "03")]
    rows.append({"gebiet": "0", "ebene": "gemeinde"})
    kinds = {name: Kind.TEXT for name in ("gebiet", "gebiet_name", "ebene", "uebergeordnet")}
    layer = memory_layer("NoGeometry", rows, kinds)
    results, _log = run(
        "computeindicators", {"COUNTS": [counts], "AREAS": layer, "MODE": "internal", "OUTPUT": "memory:"}
    )
    table = table_of(results["OUTPUT"]).set_index(["gebiet", "indikator"])
    total = counts_of(counts)
    assert table.loc[("0", "B08"), "zaehler"] == total[:, "E_u18"].sum()
    assert {"B01", "B05", "B14", "B15", "M01", "H02"} <= set(table.index.get_level_values(1))


def test_a_hundred_thousand_persons_on_twenty_thousand_addresses(tmp_path):
    rng = np.random.default_rng(3)
    keys = [f"{number:05d}" for number in range(1, 501)]
    listed = pd.DataFrame(
        [{"adresse_id": f"{key}-{number}", "strassenschluessel": key, "strasse": f"Weg {key}",
          "hausnummer": f"{number}",
          "zusatz": "", "gebiet": f"{int(key) % 50:03d}"} for key in keys for number in range(1, 41)]
    )  # fmt: skip
    write_csv(listed, tmp_path / "adressen.csv")
    persons = register(100_000)
    persons["Strassenschluessel"] = rng.choice(keys, len(persons))
    source = write(persons, tmp_path / "register.csv")
    more = {"ADDRESSES": str(tmp_path / "adressen.csv"), "CROSSINGS": "alter x geschlecht"}
    groups = {"internal": "katalog, pyramide", "publication": "0-2, 3-5, 6-9, 10-14, 15-17, 18-24, 25-64, 65-79, 80+"}
    for mode, text in groups.items():
        start = time.process_time()
        results, _log = run("aggregatecases", parameters(source, **more, MODE=mode, AGE_GROUPS=text))
        assert time.process_time() - start < 30
        assert results["COUNTED"] == (persons["Wohnungsstatus"] == "H").sum()
