"""Several sheets of one file in one table, and the formats whose cells the project reads itself."""

import gzip
import io
import zipfile

import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.imports.grid import Grid
from sozialraum_plugin.core.indicators.imports.import_sheets import ALL, date_of_file, date_of_name, import_sheets
from sozialraum_plugin.core.indicators.imports.json_file import read_json
from sozialraum_plugin.core.indicators.imports.ods_file import read_ods
from sozialraum_plugin.core.indicators.imports.own_profile import own_profile
from sozialraum_plugin.core.indicators.imports.sheet_cells import Sheet
from sozialraum_plugin.core.indicators.imports.sql_file import read_sql
from sozialraum_plugin.core.indicators.imports.table_import import ImportOptions
from sozialraum_plugin.core.indicators.imports.xls_file import read_xls
from sozialraum_plugin.core.indicators.imports.xlsx_file import read_xlsx

openpyxl = pytest.importorskip("openpyxl")


def sheet(name, rows, hidden=False):
    return Sheet(name, Grid(rows, list(range(1, len(rows) + 1))), hidden)


def table(*areas, head="E"):
    return [["Gebiet", head], *([area, str(count)] for area, count in areas)]


def values(result):
    return {(row.gebiet, row.merkmal, row.stichtag): row.wert for row in result.counts.itertuples()}


def test_sheets_called_by_years_are_stichtage():
    sheets = [
        sheet("Deckblatt", [["Bevölkerung"]]),
        sheet("2022", table(("0501", 10), ("0502", 20))),
        sheet("Stand 30.06.2023", table(("0501", 11), ("0502", 21))),
    ]
    result = import_sheets(sheets, ImportOptions())
    assert values(result)["0502", "E", "2022-12-31"] == 20 and values(result)["0501", "E", "2023-06-30"] == 11
    assert any("Sheets not read: Deckblatt" in note for note in result.notes)


def test_sheets_of_subjects_stand_before_the_variable():
    sheets = [sheet("Männer", table(("0501", 10))), sheet("Frauen", table(("0501", 12)))]
    given = ImportOptions(reference_date="31.12.2022")
    assert values(import_sheets(sheets, given)) == {
        ("0501", "Männer | E", "2022-12-31"): 10,
        ("0501", "Frauen | E", "2022-12-31"): 12,
    }
    one = import_sheets(sheets, given, "Frauen")
    assert values(one) == {("0501", "E", "2022-12-31"): 12}


def test_sheets_of_different_areas_need_no_prefix():
    sheets = [sheet("Alsdorf", table(("0501", 10))), sheet("Stolberg", table(("0502", 12)))]
    result = import_sheets(sheets, ImportOptions(reference_date="31.12.2022"))
    assert {key[1] for key in values(result)} == {"E"} and len(result.counts) == 2


def test_another_head_is_only_read_if_wanted():
    sheets = [sheet("A", table(("0501", 10))), sheet("B", table(("0501", 5), head="F")), sheet("H", [], True)]
    given = ImportOptions(reference_date="31.12.2022")
    assert len(import_sheets(sheets, given).counts) == 1
    assert {key[1] for key in values(import_sheets(sheets, given, ALL))} == {"E", "F"}
    with pytest.raises(InputError, match="“C” is missing .* A, B, H"):
        import_sheets(sheets, given, "A; C")


def test_person_rows_in_any_sheet_are_refused():
    sheets = [sheet("A", table(("0501", 10))), sheet("B", [["Name", "Vorname", "Alter"], ["X", "Y", "7"]])]
    with pytest.raises(InputError, match="single persons"):
        import_sheets(sheets, ImportOptions(reference_date="31.12.2022"))


def test_dates_of_names():
    assert date_of_name("2023") == "2023-12-31" and date_of_name("Tabelle1") == ""
    assert date_of_name("Schuljahr 2023/24") == ""
    assert date_of_file("GKZ_ALO_202412.csv") == ("2024-12-31", None)
    assert date_of_file("bevoelkerung-2024-02.csv") == ("", 2024)  # a month or a half-year: not for sure


def workbook(fill):
    book = openpyxl.Workbook()
    fill(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_xlsx_gives_what_a_reader_sees():
    def fill(book):
        page = book.active
        page.append(["Gebiet", "E", "Quote", "Text", "Tag"])
        page.append([5999001, 1.234, 0.523, "1.234", None])
        page["A2"].number_format = "00000000"
        page["C2"].number_format = "0.0%"
        page["E2"] = __import__("datetime").date(2023, 3, 1)
        page["A3"] = "Nord"
        page["A3"].alignment = openpyxl.styles.Alignment(indent=2)

    grid = read_xlsx(workbook(fill), "a.xlsx")[0].grid
    assert [str(cell) for cell in grid.rows[1]] == ["05999001", "1.234", "52.3", "1.234", "2023-03-01"]
    assert grid.raw[2][0] == "    Nord"
    result = import_sheets([Sheet("", grid)], ImportOptions(reference_date="31.12.2023", value_fields="E;Quote;Text"))
    assert list(result.counts["wert"][:3]) == [1.234, 52.3, 1234]  # a number is no text


@pytest.mark.parametrize("reader", [read_xlsx, read_ods, read_xls])
@pytest.mark.parametrize("damage", ["empty", "garbage", "cut"])
def test_damaged_workbooks_end_in_a_sentence(reader, damage):
    whole = workbook(lambda book: book.active.append(["Gebiet", "E"]))
    data = {"empty": b"", "garbage": bytes(range(256)) * 20, "cut": whole[: len(whole) // 2]}[damage]
    with pytest.raises(InputError, match="cannot be read as a spreadsheet"):
        reader(data, "kaputt")


def test_damaged_old_workbooks_never_end_in_a_traceback(real_data):
    whole = (real_data / "gisd" / "INKAR_1998_2015" / "E_Schuldnerquote.xls").read_bytes()
    random = __import__("random").Random(7)
    for _ in range(60):
        data = bytearray(whole[: random.randint(600, len(whole))])
        for _ in range(random.randint(0, 30)):
            data[random.randrange(len(data))] = random.randrange(256)
        try:
            read_xls(bytes(data), "kaputt.xls")
        except InputError as error:
            assert "kaputt.xls" in str(error)


def test_ods_with_repeated_cells():
    content = """<?xml version="1.0"?><office:document-content
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><table:table table:name="T">
      <table:table-row><table:table-cell office:value-type="string"><text:p>Gebiet</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p>E</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell office:value-type="float" office:value="501"><text:p>0501</text:p>
      </table:table-cell><table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5 %</text:p>
      </table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048574"><table:table-cell
      table:number-columns-repeated="1024"/></table:table-row></table:table></office:document-content>"""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("content.xml", content)
    rows = read_ods(target.getvalue(), "a.ods")[0].grid.rows
    assert [[str(cell) for cell in row] for row in rows] == [["Gebiet", "E"], ["0501", "12.5"]]


def test_json_with_nested_records_and_geojson():
    nested = (
        '{"daten": [{"gebiet": "0501", "alter": {"u18": 5, "ue65": null}}, {"gebiet": "0502", "alter": {"u18": 1.5}}]}'
    )
    rows = read_json(nested, "a.json")[0].grid.rows
    assert rows[0] == ["gebiet", "alter | u18", "alter | ue65"] and rows[1] == ["0501", "5", ""]
    geo = '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "01", "E": 3}}]}'
    assert read_json(geo, "a.geojson")[0].grid.rows == [["id", "E"], ["01", "3"]]
    for broken in ('{"a": [', "[]", '{"a": 1}'):
        with pytest.raises(InputError, match="a.json"):
            read_json(broken, "a.json")


def test_sql_insert_and_copy():
    text = (
        "CREATE TABLE public.t (gebiet text NOT NULL, name varchar(20), e numeric(5,1), PRIMARY KEY (gebiet));\n"
        "INSERT INTO public.t VALUES ('0501', 'O''Neill; (Süd)', 1.5), -- Anmerkung\n('0502', NULL, -3);\n"
        "COPY public.u (gebiet, e) FROM stdin;\n0501\t7\n0502\t\\N\n\\.\n"
    )
    one, other = read_sql(text, "a.sql")
    assert [list(map(str, row)) for row in one.grid.rows[1:]] == [["0501", "O'Neill; (Süd)", "1.5"], ["0502", "", "-3"]]
    assert one.grid.numbers[1:] == [2, 3] and other.grid.rows == [["gebiet", "e"], ["0501", "7"], ["0502", ""]]
    for broken in ("INSERT INTO t (a, b) VALUES (1, 2), (3", "INSERT INTO t (a, b) VALUES (1, 2, 3);", "SELECT 1;"):
        with pytest.raises(InputError):
            read_sql(broken, "a.sql")


@pytest.mark.parametrize(
    "text",
    [
        "zeichen;wert;kennzeichen\n*;;geheim\n-;0;\n-9;;fehlt\n( );;unsicher\n",
        '{"symbols": {"*": {"value": null, "flag": "geheim"}, "-": {"value": 0}}, "sentinels": {"-9": "fehlt"}, '
        '"parentheses": "unsicher"}',
    ],
)
def test_a_symbol_profile_of_ones_own(text):
    profile = own_profile(text.encode(), "p")
    read = [profile.read(cell, "comma") for cell in ("*", "-", "-9", "(7)")]
    assert [(cell.value, cell.flag) for cell in read] == [
        (None, Flag.SECRET), (0, Flag.NONE), (None, Flag.MISSING), (7, Flag.UNSAFE),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "{}x", "zeichen;wert;kennzeichen\n*;;quatsch\n", '{"symbols": 3}'])
def test_a_bad_profile_is_refused(text):
    with pytest.raises(InputError):
        own_profile(text.encode(), "p")


def test_archives_and_false_names(tmp_path):
    office_files = pytest.importorskip("sozialraum_plugin.geo.office_files")
    text = b"Gebiet;E\n0501;7\n0502;8\n"
    book = workbook(lambda book: [book.active.append(row) for row in (["Gebiet", "E"], ["0501", 7])])
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("a.csv", text)
    for name, data in {
        "a.csv.gz": gzip.compress(text), "b.csv": archive.getvalue(), "c.csv": book, "d.xls": text, "e.xls": book,
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
        sheets = office_files.read_office_sheets(tmp_path / name).sheets
        assert [str(cell) for cell in sheets[0].grid.rows[1]] == ["0501", "7"], name
    for name, data in {"f.csv": archive.getvalue()[:40], "g.csv": b"\x1f\x8b\x08", "h.xls": b"<html><table>"}.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match=name):
            office_files.read_office_sheets(tmp_path / name)
