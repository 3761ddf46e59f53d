"""Any address table with chosen columns, from delimited text or as a frame read elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ...errors import InputError, MissingColumnError
from ...messages import tr
from ..cells import cell_text
from ..text_files import TextRow, decode, detect_delimiter, read_packed, split_rows
from .raw import RawAddresses, broken_rows, frame_of_roles, replaced_note

_DELIMITER_NAMES = {"tab": "\t", "\\t": "\t", "semicolon": ";", "comma": ",", "pipe": "|"}


def read_delimited(path: Path, columns: Mapping[str, str], encoding: str = "", delimiter: str = "") -> RawAddresses:
    """Read a text file with a head; `columns` names the column of each role, empty where there is none.

    Raises InputError if the file cannot be read and MissingColumnError if it lacks a chosen column.
    """
    decoded = decode(read_packed(path), encoding)
    mark = _delimiter(delimiter) or detect_delimiter(decoded.text)
    rows = list(split_rows(decoded.text, mark))
    if not rows:
        raise InputError(tr("The file {path} is empty.").format(path=path))
    head = [name.strip() for name in rows[0].cells]
    whole, broken = _whole_and_broken(rows[1:], len(head))
    frame = pd.DataFrame([row.cells[: len(head)] for row in whole], columns=head, dtype=object)
    shown = {"\t": "TAB"}.get(mark, mark)
    notes = [
        tr("Encoding {encoding}, delimiter “{delimiter}”.").format(encoding=decoded.encoding, delimiter=shown),
        *replaced_note(decoded),
    ]
    picked = pick_columns(frame, columns, path.name)
    return RawAddresses(frame_of_roles(picked, [row.line for row in whole]), broken_rows(broken), notes)


def _delimiter(chosen: str) -> str:
    """Return the one sign that a user means by ``tab``, ``;`` and so on; an empty text is: detect it."""
    mark = _DELIMITER_NAMES.get(chosen.strip().lower(), chosen)
    if len(mark) > 1:
        raise InputError(tr("The delimiter “{delimiter}” is not one sign. Use ; , | or tab.").format(delimiter=chosen))
    return mark


def _whole_and_broken(rows: list[TextRow], width: int) -> tuple[list[TextRow], list[tuple[int, str]]]:
    """Part the rows with as many cells as the head; empty cells at the end do not count as too many.

    Of a broken row only the line is kept: which of its cells is an address, and which personal, nobody can tell.
    """
    whole: list[TextRow] = []
    broken: list[tuple[int, str]] = []
    for row in rows:
        if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
            broken.append((row.line, ""))
        else:
            whole.append(row)
    return whole, broken


def raw_from_frame(frame: pd.DataFrame, columns: Mapping[str, str], name: str) -> RawAddresses:
    """Take a table that was read elsewhere (OGR); rows are counted from 1. Raises MissingColumnError."""
    picked = pick_columns(frame.apply(lambda column: column.map(cell_text)), columns, name)
    return RawAddresses(frame_of_roles(picked, list(range(1, len(frame) + 1))), broken_rows([]))


def pick_columns(frame: pd.DataFrame, columns: Mapping[str, str], name: str) -> dict[str, pd.Series]:
    """Return the column of each role; raise MissingColumnError, naming what there is, for one that is absent."""
    available = list(frame.columns)
    for column in columns.values():
        if column and column not in available:
            raise MissingColumnError(column, name, available)
    # iloc: a name that occurs twice means its first column.
    return {role: frame.iloc[:, available.index(column)] for role, column in columns.items() if column}
