"""The offices' files in their own formats, built here, read by the algorithm in real QGIS."""

import openpyxl
import pytest
from osgeo import ogr

from algorithms import attempt, run, table_of

SCHOOL_HEADS = ["Übergänge insgesamt", "Gymnasium", "Gesamtschule", "Realschule", "Hauptschule"]


@pytest.fixture()
def school_file(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Übergänge"
    sheet["A1"] = "Übergänge in die Sekundarstufe I nach Wohngebiet"
    sheet["A3"], sheet["B3"] = "Gebiet", "Name"
    for group, year in enumerate(("2016/17", "2017/18")):
        first = 3 + 5 * group
        sheet.cell(3, first, f"Schuljahr {year}")
        sheet.merge_cells(start_row=3, start_column=first, end_row=3, end_column=first + 4)
        for offset, head in enumerate(SCHOOL_HEADS):
            sheet.cell(4, first + offset, head)
    sheet.append(["0599900101", "Altstadt", 40, 20, 10, 8, 2, 41, 21, 10, 8, 2])
    sheet.append(["0599900102", "Nord", 1234, 10, "x", 8, 2, 30, None, 10, 8, 2])
    sheet.append(["Insgesamt", None, *[9] * 10])
    sheet.append(["1) Ohne Förderschulen"])
    book.create_sheet("Hinweise").append(["nichts"])
    path = tmp_path / "schulamt_uebergaenge.xlsx"
    book.save(path)
    return path


def counts_of(results):
    return table_of(results["OUTPUT"]).set_index(["gebiet", "merkmal", "stichtag"])


def test_school_office_workbook(school_file):
    fields = "Übergänge insgesamt=UE_4; Gymnasium=UE_GY; Gesamtschule=UE_GE; Realschule=UE_REAL; Hauptschule=UE_HAUPT"
    parameters = {
        "INPUT": str(school_file),
        "VALUE_FIELDS": fields,
        "REFERENCE_DATE": "15.10.{jahr}",
        "SYMBOLS": "destatis",
        "SOURCE": "Schulamt",
    }
    results, log = run("importtable", {**parameters, "OUTPUT": "memory:", "REPORT": "memory:"})
    counts = counts_of(results)
    assert results["ROWS"] == 20 and len(counts) == 20
    assert counts.loc[("0599900101", "UE_GY", "2016-10-15"), "wert"] == 20
    assert counts.loc[("0599900101", "UE_4", "2017-10-15"), "wert"] == 41
    assert counts.loc[("0599900102", "UE_4", "2016-10-15"), "wert"] == 1234
    assert counts.loc[("0599900102", "UE_GE", "2016-10-15"), "kennzeichen"] == "entfaellt"
    assert counts.loc[("0599900102", "UE_GY", "2017-10-15"), "kennzeichen"] == "fehlt"
    assert set(counts["quelle"]) == {"Schulamt"}
    assert "Sheet: Übergänge" in log and "1  totals without a key, left out" in log
    assert results["PROBLEMS"] == 0 and table_of(results["REPORT"]).empty


def test_a_missing_sheet_is_named(school_file):
    _, log, good = attempt("importtable", {"INPUT": str(school_file), "SHEET": "Tabelle1", "OUTPUT": "memory:"})
    assert not good and "“Tabelle1” is missing" in log and "Übergänge, Hinweise" in log


def test_keys_that_a_workbook_made_numbers_are_repaired(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Gebiet", "E"], [5999001, 900], [5999002, 800]):
        book.active.append(row)
    book.save(tmp_path / "e.xlsx")
    results, log = run(
        "importtable", {"INPUT": str(tmp_path / "e.xlsx"), "REFERENCE_DATE": "31.12.2024", "OUTPUT": "memory:"}
    )
    assert set(table_of(results["OUTPUT"])["gebiet"]) == {"05999001", "05999002"}
    assert "leading zero" in log


def test_youth_office_ods(tmp_path):
    path = tmp_path / "jugendamt.ods"
    source = ogr.GetDriverByName("ODS").CreateDataSource(str(path))
    layer = source.CreateLayer("Jugendamt")
    kinds = {"Gebiet": ogr.OFTString, "Stichtag": ogr.OFTDate, "Betreute u3": ogr.OFTInteger, "HzE": ogr.OFTInteger}
    for name, kind in kinds.items():
        layer.CreateField(ogr.FieldDefn(name, kind))
    for code, year, places, cases in (("0599900101", 2023, 12, 7), ("0599900101", 2024, 14, 6)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["Gebiet"], feature["Betreute u3"], feature["HzE"] = code, places, cases
        feature.SetField("Stichtag", year, 3, 1, 0, 0, 0, 0)
        layer.CreateFeature(feature)
    del layer, source
    results, _ = run(
        "importtable", {"INPUT": str(path), "VALUE_FIELDS": "Betreute u3=KITA_u3;HzE=HZE", "OUTPUT": "memory:"}
    )
    assert counts_of(results).loc[("0599900101", "KITA_u3", "2024-03-01"), "wert"] == 14


def test_job_centre_csv_in_cp1252(tmp_path):
    path = tmp_path / "jobcenter.csv"
    text = (
        "Grundsicherung\nKreis\nBerichtsmonat;Gebietsschlüssel;Name;LB;Alo SGB II\n"
        "202412;0599900101;Süd;1.120;*\n202412;05999;Kreis;1.500;300\n;;keine Angabe;3;1\n____\nQuelle: BA\n"
    )
    path.write_bytes(text.encode("cp1252"))
    results, log = run(
        "importtable",
        {"INPUT": str(path), "SYMBOLS": "ba", "VALUE_FIELDS": "LB=LB;Alo SGB II=ALO_SGB2", "OUTPUT": "memory:"},
    )
    counts = counts_of(results)
    assert counts.loc[("0599900101", "LB", "2024-12-31"), "wert"] == 1120
    assert counts.loc[("0599900101", "ALO_SGB2", "2024-12-31"), "kennzeichen"] == "geheim"
    assert "Encoding: cp1252; delimiter: ;" in log


def test_bad_cells_are_in_the_report(tmp_path):
    path = tmp_path / "e.csv"
    path.write_text("Gebiet;E\n0501;abc\n0502;7\n", encoding="utf-8")
    results, log = run(
        "importtable", {"INPUT": str(path), "REFERENCE_DATE": "2024-12-31", "OUTPUT": "memory:", "REPORT": "memory:"}
    )
    assert table_of(results["REPORT"])[["zeile", "spalte", "inhalt"]].values.tolist() == [[2, "E", "abc"]]
    assert "Row 2, column “E”: “abc”" in log and results["PROBLEMS"] == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("leer.csv", "", "no row with numbers"),
        ("personen.csv", "Name;Vorname;Alter\nA;B;7\n", "single persons"),
        ("kaputt.xlsx", "kein Archiv", "cannot be read as a spreadsheet"),
    ],
)
def test_what_cannot_be_imported_ends_in_a_sentence(tmp_path, name, content, sentence):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    _, log, good = attempt("importtable", {"INPUT": str(path), "REFERENCE_DATE": "2024-12-31", "OUTPUT": "memory:"})
    assert not good and sentence in log


def test_a_missing_file_is_named(tmp_path):
    _, log, good = attempt("importtable", {"INPUT": str(tmp_path / "fehlt.csv"), "OUTPUT": "memory:"})
    assert not good and "fehlt.csv" in log


def test_a_workbook_with_a_sheet_a_year(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Deckblatt"
    book.active["A1"] = "Einwohner"
    for year, count in ((2022, 10), (2023, 11)):
        page = book.create_sheet(str(year))
        for row in (["Gebiet", "Name", "E"], ["0599900101", "Süd", count], ["0599900102", "Nord", count * 2]):
            page.append(row)
    book.save(tmp_path / "einwohner.xlsx")
    results, log = run("importtable", {"INPUT": str(tmp_path / "einwohner.xlsx"), "OUTPUT": "memory:"})
    counts = counts_of(results)
    assert counts.loc[("0599900102", "E", "2023-12-31"), "wert"] == 22 and len(counts) == 4
    assert "Sheets read: 2022, 2023" in log and "Deckblatt" in log
    results, _ = run("importtable", {"INPUT": str(tmp_path / "einwohner.xlsx"), "SHEET": "2022", "OUTPUT": "memory:"})
    assert results["ROWS"] == 2


def test_conclusions_and_areas_are_outputs(tmp_path):
    path = tmp_path / "e.csv"
    path.write_text("Titel 2023\n;Gebiet;E\n05;Stadt;900\n0501;  Süd;400\n0502;  Nord;500\n", encoding="utf-8")
    parameters = {"INPUT": str(path), "OUTPUT": "memory:", "LAYOUT": "memory:", "AREAS": "memory:"}
    results, _ = run("importtable", parameters)
    layout = table_of(results["LAYOUT"]).set_index("parameter")["schluss"]
    assert layout["REFERENCE_DATE"] == "2023-12-31" and layout["HEADER_ROWS"] == "1"
    areas = table_of(results["AREAS"]).set_index("gebiet")
    assert areas.loc["0502", "uebergeordnet"] == "05" and areas.loc["0502", "stufe"] == 1


def test_tables_that_ogr_knows(tmp_path):
    for driver, name in (("ESRI Shapefile", "e.dbf"), ("GPKG", "e.gpkg"), ("GeoJSON", "e.geojson")):
        source = ogr.GetDriverByName(driver).CreateDataSource(str(tmp_path / name))
        layer = source.CreateLayer("e", geom_type=ogr.wkbNone)
        for head, kind in (("gebiet", ogr.OFTString), ("wert1", ogr.OFTReal), ("zahl", ogr.OFTInteger)):
            layer.CreateField(ogr.FieldDefn(head, kind))
        for code, value in (("0501", 1.234), ("0502", 2.5)):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["gebiet"], feature["wert1"], feature["zahl"] = code, value, 7
            layer.CreateFeature(feature)
        del layer, source
        results, _ = run(
            "importtable", {"INPUT": str(tmp_path / name), "REFERENCE_DATE": "31.12.2024", "OUTPUT": "memory:"}
        )
        assert counts_of(results).loc[("0501", "wert1", "2024-12-31"), "wert"] == 1.234, name


def test_signs_of_the_users_own(tmp_path):
    (tmp_path / "zeichen.csv").write_text("zeichen;wert;kennzeichen\n<5;;geheim\n", encoding="utf-8")
    (tmp_path / "e_202412.csv").write_text("Gebiet;E\n0501;<5\n0502;7\n", encoding="utf-8")
    parameters = {"INPUT": str(tmp_path / "e_202412.csv"), "PROFILE_FILE": str(tmp_path / "zeichen.csv")}
    results, log = run("importtable", {**parameters, "OUTPUT": "memory:"})
    assert counts_of(results).loc[("0501", "E", "2024-12-31"), "kennzeichen"] == "geheim"
    assert "the name of the file" in log


def test_a_genuine_old_workbook(real_data):
    path = real_data / "gisd" / "INKAR_1998_2015" / "A_Bruttoverdienst.xls"
    results, _ = run("importtable", {"INPUT": str(path), "OUTPUT": "memory:"})
    assert counts_of(results).loc[("01001", "Bruttoverdienst", "2000-12-31"), "wert"] == 1971
