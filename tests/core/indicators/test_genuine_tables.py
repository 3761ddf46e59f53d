"""Genuine exports of the statistical offices, Berlin, Köln and Flensburg.

Values are compared with an independent reading by pandas with the right options, single ones with those read by eye.
"""

import json
import re

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.indicators.imports.import_sheets import ALL, date_of_file, import_sheets
from sozialraum_plugin.core.indicators.imports.json_file import read_json
from sozialraum_plugin.core.indicators.imports.sql_file import read_sql
from sozialraum_plugin.core.indicators.imports.table_import import ImportOptions, import_table
from sozialraum_plugin.core.indicators.imports.text_file import cut, decode, delimiter_of
from sozialraum_plugin.core.indicators.imports.xls_file import read_xls
from sozialraum_plugin.core.indicators.imports.xlsx_file import read_xlsx

GENESIS = {
    "11111-01-01-4.csv": (526, [("01001", "Gebietsfläche", "2015-12-31", 56.74)]),
    "12111-01-01-4_00.csv": (526, [("16075", "Bevölkerung | Deutsche | weiblich", "2011-05-09", 43212)]),
    "12411-01-01-4_00.csv": (
        526,
        [("01001", "weiblich", "2013-12-31", 42627), ("DG", "Insgesamt", "2006-12-31", 82314906)],
    ),
    "13211-01-03-4_00.csv": (8416, [("01001", "Arbeitslose | und zwar | langzeitarbeitslos", "2001-12-31", 1236)]),
    "13211-02-05-4_00.csv": (8416, [("01002", "Arbeitslosenquote bez. abh. zivile Erwerbspers.", "2016-12-31", 10.7)]),
    "22811-01-01-4_00.csv": (
        3156,
        [
            (
                "01001",
                "Davon | Gesamtregelleistung (ALG II/Sozialgeld) n.d.SGB II | nicht erwerbsf. Leistungsb. (Sozialgeld)",
                "2015-12-31",
                2587,
            )
        ],
    ),
}
# encoding, rows above the body, position of the key, position of the first value
READING = {
    "11111-01-01-4.csv": ("latin-1", 6, 1, 3),
    "12111-01-01-4_00.csv": ("utf-8", 10, 0, 2),
    "12411-01-01-4_00.csv": ("utf-8", 8, 0, 2),
    "13211-01-03-4_00.csv": ("utf-8", 9, 1, 3),
    "13211-02-05-4_00.csv": ("utf-8", 8, 1, 3),
    "22811-01-01-4_00.csv": ("utf-8", 9, 1, 3),
}


def load(path, **options):
    text, _ = decode(path.read_bytes())
    return import_table(cut(text, delimiter_of(text)), ImportOptions(**options))


@pytest.mark.parametrize("name", GENESIS)
def test_genesis(real_data, name):
    rows, known = GENESIS[name]
    result = load(real_data / "genesis" / name)
    assert result.rows.outcomes["rows with the counts of an area"] == rows
    assert result.problems.empty
    assert result.rows.unaccounted == 0 and result.cells.unaccounted == 0
    counts = result.counts.set_index(["gebiet", "merkmal", "stichtag"])["wert"]
    for *key, number in known:
        assert list(counts.loc[[tuple(key)]]) == [number]


@pytest.mark.parametrize("name", READING)
def test_every_cell_of_genesis_is_what_pandas_reads(real_data, name):
    encoding, above, key, first = READING[name]
    lines = (real_data / "genesis" / name).read_bytes().decode(encoding).replace("\r\n", "\n").split("\n")
    body = [line.split(";") for line in lines[above : lines.index("__________")]]
    truth = pd.DataFrame(body)
    numbers = truth.iloc[:, first:].replace({"-": "0", ".": None, "x": None, "/": None, "...": None, "": None})
    expected = numbers.apply(lambda column: column.str.replace(",", ".", regex=False).astype(float)).to_numpy()
    result = load(real_data / "genesis" / name)
    assert np.array_equal(result.counts["wert"].to_numpy().reshape(expected.shape), expected, equal_nan=True)
    assert list(result.counts["gebiet"].to_numpy().reshape(expected.shape)[:, 0]) == list(truth[key])


def test_indented_names_give_the_hierarchy(real_data):
    areas = load(real_data / "genesis" / "12411-01-01-4_00.csv").areas.set_index("gebiet")
    assert areas.loc["01001", "uebergeordnet"] == "01" and areas.loc["01", "uebergeordnet"] == "DG"
    assert areas.loc["01001", "gebiet_name"] == "Flensburg, Kreisfreie Stadt"


@pytest.mark.parametrize("folder", ["berlin_mss/2015", "berlin_mss/2017", "berlin_mss/2021", "berlin_population"])
def test_every_number_of_berlin_is_what_pandas_reads(real_data, folder):
    files = sorted((real_data / folder).glob("*.csv"))
    assert files
    for file in files:
        key = "PLR_ID" if file.name.startswith("mss_") else "id"
        truth = pd.read_csv(file, dtype={key: str}).set_index(key)
        given = {} if file.name.startswith("mss_") else {"reference_date": "31.12.2020"}
        result = load(file, **given)
        listed = set(result.problems["inhalt"])  # a file of 2015 has a row called 00Nummer
        truth = truth[[key not in listed for key in truth.index]]
        assert result.rows.outcomes["rows with the counts of an area"] == len(truth) and len(listed) < 2, file
        read = result.counts.pivot_table(index="gebiet", columns="merkmal", values="wert", dropna=False, sort=False)
        assert len(read.columns) >= 2
        for head in read.columns:
            expected = pd.to_numeric(truth[head], errors="coerce").groupby(level=0).mean()
            both = read[head].align(expected, join="outer")
            assert np.allclose(*both, equal_nan=True, rtol=0, atol=1e-9), (file.name, head)


def test_berlin_register_has_no_codes_among_its_counts(real_data):
    file = real_data / "berlin_lor" / "EWR_L21_202512E_Matrix.csv"
    truth = pd.read_csv(file, sep=";", dtype={"RAUMID": str}).set_index("RAUMID")
    result = load(file)
    heads = set(result.counts["merkmal"])
    assert set(result.counts["stichtag"]) == {"2025-12-31"}
    assert heads == set(truth.columns) - {"ZEIT", "BEZ", "PGR", "BZR", "PLR", "BEZPGR"}
    assert result.counts["wert"].sum() == pytest.approx(truth[sorted(heads)].sum().sum())


def test_census_grid_of_2011(real_data):
    folder = real_data / "kaiserslautern"
    result = load(folder / "zensus2011_1km.csv", table_name="zensus2011_1km", reference_date="2011-05-09")
    truth = pd.read_csv(folder / "zensus2011_1km.csv", sep=";", decimal=",")
    people = result.counts.query("merkmal == 'Einwohner'")
    assert people["wert"].sum() == truth["Einwohner"][truth["Einwohner"] > 0].sum()
    assert set(people["kennzeichen"]) <= {"", "fehlt", "geheim"}
    assert people["gebiet"].iloc[0] == f"CRS3035RES1000mN{truth['y'][0] - 500}E{truth['x'][0] - 500}"
    cells = load(folder / "zensus2011_100m.csv", reference_date="2011-05-09")
    assert cells.counts["gebiet"].str.startswith("CRS3035RES100mN").all()
    assert not set(cells.counts["merkmal"]) & {"x_mp_100m", "y_mp_100m"}
    assert date_of_file("zensus2011_100m.csv")[0] == "2011-05-09"


@pytest.mark.parametrize("name", ["A_Bruttoverdienst.xls", "E_Schuldnerquote.xls", "B_SchulabgaengerohneAbschluss.xls"])
def test_inkar_workbooks(real_data, name):
    """The years stand below one repeated head; GISD's published inputs are the same figures."""
    sheets = read_xls((real_data / "gisd" / "INKAR_1998_2015" / name).read_bytes(), name)
    result = import_sheets(sheets, ImportOptions(from_spreadsheet=True))
    assert result.problems.empty and result.counts["merkmal"].nunique() == 1
    assert result.rows.outcomes["rows with the counts of an area"] == 402
    assert all(re.fullmatch(r"\d{4}-12-31", day) for day in result.counts["stichtag"].unique())
    assert result.counts["gebiet"].str.fullmatch(r"\d{5}").all()
    cell = sheets[0].grid.rows[2]
    first = result.counts.iloc[0]
    assert first["gebiet"] == cell[0] and first["wert"] == float(cell[3])


def test_inkar_values_read_by_eye(real_data):
    file = real_data / "gisd" / "INKAR_1998_2015" / "A_Bruttoverdienst.xls"
    result = import_sheets(read_xls(file.read_bytes(), file.name), ImportOptions())
    counts = result.counts.set_index(["gebiet", "stichtag"])["wert"]
    assert counts["01001", "2000-12-31"] == 1971
    assert counts["01002", "2003-12-31"] == 2286


def test_reference_workbook_against_openpyxl(real_data):
    openpyxl = pytest.importorskip("openpyxl")
    file = real_data / "gisd" / "Referenz_1998_2015.xlsx"
    sheets = {sheet.name: sheet.grid for sheet in read_xlsx(file.read_bytes(), file.name)}
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    assert list(sheets) == book.sheetnames
    for row, cells in zip(sheets["Kreise"].rows, book["Kreise"].iter_rows(values_only=True)):
        for text, cell in zip(row, cells):
            if isinstance(cell, (int, float)):
                assert float(text) == pytest.approx(cell)
            else:
                assert text == " ".join(str(cell or "").split())


def test_keys_of_all_states_get_their_zeros_back(real_data):
    result = load(real_data / "gisd" / "published_kreis_odd_years.csv")
    assert result.counts["gebiet"].str.fullmatch(r"\d{5}").all()
    assert {"01001", "16077"} <= set(result.counts["gebiet"])


def test_flensburg_json(real_data):
    file = real_data / "flensburg" / "static" / "details.json"
    sheets = read_json(file.read_text(encoding="utf-8"), file.name)
    result = import_sheets(sheets, ImportOptions(reference_date="31.12.2021"))
    counts = result.counts.set_index(["gebiet", "merkmal"])
    for record in json.loads(file.read_text(encoding="utf-8"))["detail"]:
        area = str(record["district_id"])
        assert counts.loc[(area, "residents"), "wert"] == record["residents"]
        for name, value in record["age_groups"].items():
            assert counts.loc[(area, f"age_groups | {name}"), "wert"] == value
        if record["risk_of_homelessness"] is None:
            assert counts.loc[(area, "risk_of_homelessness"), "kennzeichen"] == "fehlt"


def test_flensburg_sql(real_data):
    file = real_data / "flensburg" / "data" / "flensburg_sozialatlas.sql"
    text = file.read_text(encoding="utf-8")
    sheets = read_sql(text, file.name)
    tuples = sum(len(re.findall(r"^\s*\(", part, re.MULTILINE)) for part in re.split(r"VALUES", text)[1:])
    assert sum(len(sheet.grid.rows) - 1 for sheet in sheets) == tuples
    result = import_sheets(sheets, ImportOptions(), ALL)
    counts = result.counts.set_index(["gebiet", "merkmal", "stichtag"])["wert"]
    assert counts["1", "fl_residents_by_district | residents", "2011-12-31"] == 3323
    assert counts["2", "fl_residents_by_district | residents", "2021-12-31"] == 4850
    assert result.rows.unaccounted == 0


def test_koeln_election(real_data):
    folder = real_data / "koeln" / "data" / "elections" / "bundestag-2013" / "result_stimmbezirk"
    truth = pd.read_csv(folder / "result_stimmbezirk.csv", dtype={"Nr": str}).set_index("Nr")
    result = load(folder / "result_stimmbezirk.csv", reference_date="22.09.2013")
    counts = result.counts.pivot(index="gebiet", columns="merkmal", values="wert")
    assert counts["Wahlberechtigte"].sum() == truth["Wahlberechtigte"].sum()
    assert counts["SPD"].sum() == truth["SPD"].sum()
    assert np.allclose(counts["CDU_Proz"], truth["CDU_Proz"].reindex(counts.index), equal_nan=True)
