"""The cells of a file that an office sends, whatever its format."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import InputError
from ..core.indicators.imports.grid import Grid
from ..core.indicators.imports.json_file import read_json
from ..core.indicators.imports.number_cells import AUTO
from ..core.indicators.imports.ods_file import read_ods
from ..core.indicators.imports.ole_file import MAGIC as OLE
from ..core.indicators.imports.sheet_cells import Sheet
from ..core.indicators.imports.sql_file import read_sql
from ..core.indicators.imports.text_file import cut, decode, delimiter_of
from ..core.indicators.imports.xls_file import read_xls
from ..core.indicators.imports.xlsx_file import read_xlsx
from ..core.indicators.text_encoding import remarks_on
from ..core.messages import tr
from .ogr_tables import OGR_SUFFIXES, read_ogr_tables

ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
_SPREADSHEETS: dict[str, Callable[[bytes, str], list[Sheet]]] = {"xlsx": read_xlsx, "ods": read_ods, "xls": read_xls}
_NAMED_SPREADSHEETS = {".xlsx": "xlsx", ".xlsm": "xlsx", ".ods": "ods", ".xls": "xls", ".xlsb": "xlsx"}
_UNPACKED_AT_MOST = 2_000_000_000


@dataclass(frozen=True)
class OfficeFile:
    """The sheets of a file, how it was read (a sentence), and whether a spreadsheet program wrote it."""

    sheets: list[Sheet]
    note: str
    from_spreadsheet: bool


def read_office_file(path: Path, sheet: str = "", encoding: str = AUTO, delimiter: str = AUTO) -> tuple[Grid, str]:
    """Return the cells of one table and a sentence on how it was read; raise InputError if it cannot be.

    Of several sheets the one named `sheet`, else the first with cells.
    """
    office = read_office_sheets(path, encoding, delimiter)
    found = [one for one in office.sheets if one.name == sheet] if sheet and len(office.sheets) > 1 else office.sheets
    if sheet and not found:
        names = ", ".join(one.name for one in office.sheets)
        raise InputError(
            tr("SHEET: “{sheet}” is missing in {file}. It has: {names}.").format(
                sheet=sheet, file=path.name, names=names
            )
        )
    chosen = next((one for one in found if len(one.grid.rows)), None)
    if chosen is None and found and not office.from_spreadsheet:
        chosen = found[0]
    if chosen is None:
        raise InputError(tr("{file} has no cells to read.").format(file=path.name))
    note = tr("Sheet: {sheet}").format(sheet=chosen.name) if office.from_spreadsheet else office.note
    return chosen.grid, note


def read_office_sheets(path: Path, encoding: str = AUTO, delimiter: str = AUTO) -> OfficeFile:
    """Return all sheets of a file; what it is tells its content, not only its name. Raises InputError."""
    if not path.is_file():
        raise InputError(tr("INPUT: the file {file} does not exist.").format(file=path))
    if path.suffix.lower() in OGR_SUFFIXES:
        note = tr("Read as a table of the format {format}").format(format=path.suffix.lower().lstrip(".").upper())
        return OfficeFile(read_ogr_tables(path, "" if encoding.lower() == AUTO else encoding), note, False)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(tr("INPUT: {file} cannot be read: {reason}").format(file=path, reason=error)) from error
    return _read(data, path.name, encoding, delimiter)


def _read(data: bytes, name: str, encoding: str, delimiter: str) -> OfficeFile:
    kind = _spreadsheet_kind(data, name)
    if kind:
        sheets = _SPREADSHEETS[kind](data, name)
        filled = [sheet for sheet in sheets if len(sheet.grid.rows)]
        if not filled:
            raise InputError(tr("{file} has no cells to read.").format(file=name))
        sentence = tr("Sheet: {sheet}").format(sheet=", ".join(sheet.name for sheet in filled))
        return OfficeFile(filled, sentence, True)
    if data.startswith((ZIP, GZIP)):
        return _unpacked(data, name, encoding, delimiter)
    text, used = decode(data, encoding)
    remarks = remarks_on(text, data, used)
    start = text[:200].lstrip("\ufeff \r\n\t")
    suffix = Path(name).suffix.lower()
    if suffix in (".json", ".geojson") or (start.startswith(("{", "[{")) and suffix != ".csv"):
        return OfficeFile(read_json(text, name), tr("Read as JSON; encoding: {encoding}").format(encoding=used), False)
    if suffix == ".sql":
        return OfficeFile(
            read_sql(text, name), tr("Read as SQL dump; encoding: {encoding}").format(encoding=used), False
        )
    if start.lower().startswith(("<!doctype", "<html", "<table", "<?xml")):
        raise InputError(
            tr("{file} is a web page or XML under another name. Open it in a spreadsheet and save it as XLSX.").format(
                file=name
            )
        )
    sign = delimiter_of(text, delimiter)
    grid = cut(text, sign, data if used == "utf-8" and "\ufffd" not in text else None)
    grid.remarks.extend(remarks)
    note = tr("Encoding: {encoding}; delimiter: {sign}").format(encoding=used, sign={"\t": "tab"}.get(sign, sign))
    return OfficeFile([Sheet("", grid)], note, False)


def _spreadsheet_kind(data: bytes, name: str) -> str:
    """Return xlsx, ods or xls by the content, else by the name where the content is no text; empty if it is none."""
    if data.startswith(OLE):
        return "xls"
    if data.startswith(ZIP):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = set(archive.namelist())
        except zipfile.BadZipFile:
            return _NAMED_SPREADSHEETS.get(Path(name).suffix.lower(), "")
        if "xl/workbook.xml" in members:
            return "xlsx"
        return "ods" if "content.xml" in members else ""
    named = _NAMED_SPREADSHEETS.get(Path(name).suffix.lower(), "")
    return "" if named == "xls" and _is_text(data) else named


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:4000]


def _unpacked(data: bytes, name: str, encoding: str, delimiter: str) -> OfficeFile:
    """Return the sheets of the one file inside an archive."""
    try:
        if data.startswith(GZIP):
            inner, title = gzip.decompress(data), name[:-3] if name.lower().endswith(".gz") else name
        else:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = [member for member in archive.infolist() if not member.is_dir()]
                if len(members) != 1 or members[0].file_size > _UNPACKED_AT_MOST:
                    raise InputError(
                        tr("{file} is an archive with {count} files. Unpack it and give the one to read.").format(
                            file=name, count=len(members)
                        )
                    )
                inner, title = archive.read(members[0]), members[0].filename
    except (OSError, EOFError, zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError) as error:
        raise InputError(
            tr("{file} is a damaged or locked archive: {reason}. Ask for it anew.").format(file=name, reason=error)
        ) from error
    if inner.startswith((ZIP, GZIP)) and not _spreadsheet_kind(inner, title):
        raise InputError(tr("{file} is an archive inside an archive. Unpack it first.").format(file=name))
    return _read(inner, Path(title).name, encoding, delimiter)
