"""XLSX workbooks (ECMA-376): the cells as a reader sees them, with true numbers, dates, percentages and indentation."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from ...errors import InputError
from ...messages import tr
from .sheet_cells import INDENT, NumberFormat, Sheet, grid_of, is_footnote_run, number_format, number_text

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TRUE = {"1", "true", "on"}


@dataclass
class _Book:
    archive: zipfile.ZipFile
    strings: list[str] = field(default_factory=list)
    formats: list[NumberFormat] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    from_1904: bool = False


def read_xlsx(data: bytes, name: str) -> list[Sheet]:
    """Return the sheets of a workbook in their order; raise InputError if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = _Book(archive)
            _read_strings(book)
            _read_styles(book)
            return [_sheet(book, *entry) for entry in _sheets(book)]
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError, IndexError, EOFError, OSError) as error:
        raise InputError(
            tr("{file} cannot be read as a spreadsheet. Save it anew, or as CSV.").format(file=name)
        ) from error


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _parts(book: _Book, path: str) -> Iterator[ElementTree.Element]:
    """Yield the elements of a part of the archive, each when it ends."""
    with book.archive.open(path) as stream:
        for _, element in ElementTree.iterparse(stream):
            yield element


def _sheets(book: _Book) -> list[tuple[str, str, bool]]:
    """Return name, path in the archive and hiddenness of each sheet."""
    paths = {}
    for element in _parts(book, "xl/_rels/workbook.xml.rels"):
        if _local(element.tag) == "Relationship":
            target = element.get("Target", "")
            paths[element.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    found = []
    for element in _parts(book, "xl/workbook.xml"):
        if _local(element.tag) == "workbookPr":
            book.from_1904 = element.get("date1904", "") in _TRUE
        if _local(element.tag) == "sheet":
            path = paths.get(element.get(_RELATION), "")
            if "worksheets" in path:
                found.append((element.get("name", ""), path, element.get("state", "visible") != "visible"))
    return found


def _read_strings(book: _Book) -> None:
    if "xl/sharedStrings.xml" not in book.archive.namelist():
        return
    for element in _parts(book, "xl/sharedStrings.xml"):
        if _local(element.tag) == "si":
            book.strings.append(_string(element))
            element.clear()


def _string(element: ElementTree.Element) -> str:
    """Return a text without phonetic hints and without the raised signs of footnotes."""
    parts = []
    for child in element:
        kind = _local(child.tag)
        if kind == "t":
            parts.append(child.text or "")
        elif kind == "r":
            text = "".join(part.text or "" for part in child if _local(part.tag) == "t")
            raised = any(_local(part.tag) == "vertAlign" and part.get("val") == "superscript" for part in child.iter())
            if not (raised and is_footnote_run(text)):
                parts.append(text)
    return "".join(parts)


def _read_styles(book: _Book) -> None:
    if "xl/styles.xml" not in book.archive.namelist():
        return
    codes: dict[int, str] = {}
    for element in _parts(book, "xl/styles.xml"):
        kind = _local(element.tag)
        if kind == "numFmt":
            codes[int(element.get("numFmtId", 0))] = element.get("formatCode", "")
        elif kind == "cellXfs":
            for style in element:
                number = int(style.get("numFmtId", 0))
                book.formats.append(number_format(number, codes.get(number, "")))
                aligned = next((child for child in style if _local(child.tag) == "alignment"), None)
                book.indents.append(int(aligned.get("indent", 0)) if aligned is not None else 0)


def _sheet(book: _Book, name: str, path: str, hidden: bool) -> Sheet:
    cells: dict[int, dict[int, str]] = {}
    row_number = -1
    with book.archive.open(path) as stream:
        for event, element in ElementTree.iterparse(stream, events=("start", "end")):
            kind = _local(element.tag)
            if kind != "row":
                continue
            if event == "start":
                row_number = int(element.get("r", row_number + 2)) - 1
                continue
            cells[row_number] = _row(book, element)
            element.clear()
    return Sheet(name, grid_of(cells), hidden)


def _row(book: _Book, row: ElementTree.Element) -> dict[int, str]:
    found, column = {}, -1
    for cell in row:
        if _local(cell.tag) != "c":
            continue
        address = _ADDRESS.fullmatch(cell.get("r", ""))
        column = _column(address.group(1)) if address else column + 1
        text = _cell(book, cell)
        if text:
            found[column] = text
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _cell(book: _Book, cell: ElementTree.Element) -> str:
    kind, style = cell.get("t", "n"), int(cell.get("s", 0))
    value = next((child.text or "" for child in cell if _local(child.tag) == "v"), "")
    if kind == "inlineStr":
        inner = next((child for child in cell if _local(child.tag) == "is"), None)
        return _indented(book, style, _string(inner)) if inner is not None else ""
    if kind == "s":
        return _indented(book, style, book.strings[int(value)]) if value else ""
    if kind == "n" and value:
        shown = book.formats[style] if style < len(book.formats) else NumberFormat()
        return number_text(float(value), shown, book.from_1904)
    return value


def _indented(book: _Book, style: int, text: str) -> str:
    return INDENT * (book.indents[style] if style < len(book.indents) else 0) + text
