"""ODS spreadsheets (OASIS OpenDocument): the cells as a reader sees them, with true numbers, dates and percentages."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from ...errors import InputError
from ...messages import tr
from .sheet_cells import NumberFormat, Sheet, grid_of, number_text

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ANNOTATION = _OFFICE + "annotation"
_WIDEST = 16_384


def read_ods(data: bytes, name: str) -> list[Sheet]:
    """Return the sheets of a spreadsheet in their order; raise InputError if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as stream:
            sheets = []
            for _, element in ElementTree.iterparse(stream):
                if element.tag == _TABLE + "table":
                    sheets.append(_sheet(element))
                    element.clear()
            return sheets
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError, EOFError, OSError) as error:
        raise InputError(
            tr("{file} cannot be read as a spreadsheet. Save it anew, or as CSV.").format(file=name)
        ) from error


def _sheet(table: ElementTree.Element) -> Sheet:
    cells: dict[int, dict[int, str]] = {}
    number = 0
    for row in table.iter(_TABLE + "table-row"):
        repeated = int(row.get(_TABLE + "number-rows-repeated", 1))
        found = _row(row)
        if found:
            for copy in range(repeated):
                cells[number + copy] = found
        number += repeated
    return Sheet(table.get(_TABLE + "name", ""), grid_of(cells))


def _row(row: ElementTree.Element) -> dict[int, str]:
    found, column = {}, 0
    for cell in row:
        if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            continue
        repeated = int(cell.get(_TABLE + "number-columns-repeated", 1))
        text = _cell(cell)
        if text and column + repeated <= _WIDEST:
            found.update(dict.fromkeys(range(column, column + repeated), text))
        column += repeated
    return found


def _cell(cell: ElementTree.Element) -> str:
    kind = cell.get(_OFFICE + "value-type", "")
    shown = "\n".join(_paragraph(part) for part in cell if part.tag == _TEXT + "p")
    if kind == "date":
        return cell.get(_OFFICE + "date-value", shown)[:10]
    if kind in ("float", "percentage", "currency"):
        value = float(cell.get(_OFFICE + "value", "nan"))
        digits = len(shown) if shown.isdigit() and shown.startswith("0") and len(shown) > 1 else 0
        return number_text(value, NumberFormat(is_percent=kind == "percentage", digits=digits))
    return shown


def _paragraph(element: ElementTree.Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            parts.append(" " * int(child.get(_TEXT + "c", 1)))
        elif child.tag == _TEXT + "tab":
            parts.append("\t")
        elif child.tag != _ANNOTATION:
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)
