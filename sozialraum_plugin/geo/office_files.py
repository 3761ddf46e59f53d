"""The cells of a file that an office sends, whatever its format."""

from __future__ import annotations

from pathlib import Path

from ..core.errors import InputError
from ..core.indicators.grid import Grid
from ..core.indicators.number_cells import AUTO
from ..core.indicators.text_file import cut, decode, delimiter_of
from ..core.messages import tr
from .spreadsheets import is_spreadsheet, read_spreadsheet


def read_office_file(path: Path, sheet: str = "", encoding: str = AUTO, delimiter: str = AUTO) -> tuple[Grid, str]:
    """Return the cells of a file and a sentence on how it was read; raise InputError if it cannot be."""
    if not path.is_file():
        raise InputError(tr("INPUT: the file {file} does not exist.").format(file=path))
    if is_spreadsheet(path):
        grid, name = read_spreadsheet(path, sheet)
        return grid, tr("Sheet: {sheet}").format(sheet=name)
    text, used_encoding = decode(path.read_bytes(), encoding)
    sign = delimiter_of(text, delimiter)
    shown = {"\t": "tab"}.get(sign, sign)
    return cut(text, sign), tr("Encoding: {encoding}; delimiter: {sign}").format(encoding=used_encoding, sign=shown)
