"""The offices' spreadsheets: the school office's XLSX with merged heads and the youth office's ODS."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Font
from osgeo import ogr

from .hierarchy import Hierarchy
from .office_csv import UNKNOWN, labels, matrix
from .tallies import YEARS, Tallies

SCHOOL_COLUMNS = ("Übergänge insgesamt", "Gymnasium", "Gesamtschule", "Realschule", "Hauptschule")
YOUTH_COLUMNS = ("Betreute u3", "Betreute 3 bis u6", "HzE")
WRITTEN = datetime.datetime(2026, 1, 15, 9, 0, 0)
ZIP_DATE = (2026, 1, 15, 9, 0, 0)


def write_sheets(folder: Path, tallies: Tallies, areas: Hierarchy) -> None:
    """Write the tables of the school office and the youth office."""
    _school(folder / "schulamt_uebergaenge.xlsx", tallies, areas)
    _youth(folder / "jugendamt.ods", tallies)


def _school(path: Path, tallies: Tallies, areas: Hierarchy) -> None:
    """Write the changes to secondary school: title, empty row, head of two rows, areas, total, footnote."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = WRITTEN
    book.properties.creator = "Schulamt Musterkreis"
    sheet = book.active
    sheet.title = "Übergänge"
    sheet["A1"] = "Übergänge von der Grundschule zur weiterführenden Schule nach Wohngebiet (Stichtag jeweils 15.10.)"
    sheet["A1"].font = Font(bold=True)
    _school_head(sheet)
    tables = [matrix(tallies, "schulamt", year, SCHOOL_COLUMNS) for year in YEARS]
    every = sum(tables)
    for row, code in labels(tallies, every):
        sheet.append([code, areas.name.get(code, UNKNOWN), *(int(n) for table in tables for n in table[row])])
    sheet.append(["Insgesamt", None, *(int(n) for table in tables for n in table.sum(axis=0))])
    sheet.append(["Ohne Förderschulen und Schulen außerhalb des Kreises. Alle Zahlen sind erfunden."])
    book.save(path)
    _same_bytes(path, WRITTEN.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _school_head(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    """Write the head: the school year merged over its five columns."""
    sheet["A3"], sheet["B3"] = "Gebiet", "Name"
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    for number, year in enumerate(YEARS):
        first = 3 + number * len(SCHOOL_COLUMNS)
        sheet.cell(3, first, f"Schuljahr {year}/{(year + 1) % 100:02d}").alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=3, end_row=3, start_column=first, end_column=first + len(SCHOOL_COLUMNS) - 1)
        for offset, name in enumerate(SCHOOL_COLUMNS):
            sheet.cell(4, first + offset, name)


def _youth(path: Path, tallies: Tallies) -> None:
    """Write the children in day care and the cases of help (HzE) by area and Stichtag."""
    path.unlink(missing_ok=True)
    source = ogr.GetDriverByName("ODS").CreateDataSource(str(path))
    layer = source.CreateLayer("Jugendamt")
    for name in ("Gebiet", "Stichtag"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for name in YOUTH_COLUMNS:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTInteger))
    for year in YEARS:
        counts = matrix(tallies, "jugendamt", year, YOUTH_COLUMNS)
        for row, code in labels(tallies, counts):
            feature = ogr.Feature(layer.GetLayerDefn())
            for index, value in enumerate((code, f"01.03.{year}", *map(int, counts[row]))):
                feature.SetField(index, value)
            layer.CreateFeature(feature)
    del feature, layer, source
    _same_bytes(path)


def _same_bytes(path: Path, modified: str = "") -> None:
    """Write a zipped document again with fixed dates, so that equal content gives equal files."""
    with zipfile.ZipFile(path) as archive:
        parts = [(entry.filename, archive.read(entry), entry.compress_type) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content, compression in parts:
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = compression
            archive.writestr(entry, _dated(content, modified) if name == "docProps/core.xml" else content)


def _dated(content: bytes, modified: str) -> bytes:
    """Return document properties with a fixed date of change (openpyxl writes the present time on saving)."""
    before, rest = content.split(b"<dcterms:modified", 1)
    opening, rest = rest.split(b">", 1)
    return before + b"<dcterms:modified" + opening + b">" + modified.encode() + b"<" + rest.split(b"<", 1)[1]
