"""XLS workbooks (Excel 95 to 2003, MS-XLS): the cells as a reader sees them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...errors import InputError
from ...messages import tr
from .ole_file import stream_of
from .sheet_cells import INDENT, NumberFormat, Sheet, grid_of, number_format, number_text

_BOF, _EOF, _SHEET, _STRINGS, _CONTINUE, _FORMAT, _STYLE, _DATE_MODE = 0x809, 0x0A, 0x85, 0xFC, 0x3C, 0x41E, 0xE0, 0x22
_LABEL_SST, _NUMBER, _RK, _MULTI_RK, _LABEL, _RICH, _FORMULA, _STRING, _BOOLEAN = (
    0xFD, 0x203, 0x27E, 0xBD, 0x204, 0xD6, 0x06, 0x207, 0x205,
)  # fmt: skip
_CELLS = {_LABEL_SST, _NUMBER, _RK, _MULTI_RK, _LABEL, _RICH, _FORMULA, _BOOLEAN}
_ENCRYPTED, _CODE_PAGE = 0x2F, 0x42
_NEW = 0x600  # BIFF8


@dataclass
class _Book:
    stream: bytes
    version: int = _NEW
    encoding: str = "cp1252"
    sheets: list[tuple[str, int, bool]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)
    from_1904: bool = False

    def shown(self, style: int) -> NumberFormat:
        """Return the number format of a style."""
        number = self.styles[style][0] if style < len(self.styles) else 0
        return number_format(number, self.codes.get(number, ""))

    def indent(self, style: int) -> str:
        """Return the blanks that the indentation of a style stands for."""
        return INDENT * (self.styles[style][1] if style < len(self.styles) else 0)


def read_xls(data: bytes, name: str) -> list[Sheet]:
    """Return the sheets of a workbook in their order; raise InputError if it is none, or locked by a password."""
    book = _Book(stream_of(data, ("Workbook", "Book"), name))
    try:
        _read_globals(book, name)
        return [Sheet(title, grid_of(_cells(book, start)), hidden) for title, start, hidden in book.sheets]
    except (struct.error, IndexError, UnicodeDecodeError, LookupError, ValueError, OverflowError) as error:
        raise InputError(
            tr("{file} cannot be read as a spreadsheet. Save it anew, or as CSV.").format(file=name)
        ) from error


def _records(stream: bytes, start: int) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the kind of each record up to the end of its part, and its content with all continuations."""
    at, waiting = start, None
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        content = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == _CONTINUE and waiting is not None:
            waiting[1].append(content)
            continue
        if waiting is not None:
            yield waiting
        waiting = (kind, [content])
        if kind == _EOF:
            break
    if waiting is not None:
        yield waiting


def _read_globals(book: _Book, name: str) -> None:
    for kind, parts in _records(book.stream, 0):
        content = parts[0]
        if kind == _ENCRYPTED:
            raise InputError(tr("{file} is locked by a password. Save it without one.").format(file=name))
        if kind == _STRINGS:
            book.strings = _shared_strings(parts)
        elif kind in _GLOBALS:
            _GLOBALS[kind](book, content)


def _note_version(book: _Book, content: bytes) -> None:
    book.version = struct.unpack_from("<H", content)[0]


def _note_code_page(book: _Book, content: bytes) -> None:
    page = struct.unpack_from("<H", content)[0]
    book.encoding = {1200: "cp1252", 32768: "mac_roman", 32769: "cp1252"}.get(page, f"cp{page}")


def _note_date_mode(book: _Book, content: bytes) -> None:
    book.from_1904 = content[0] == 1


def _note_sheet(book: _Book, content: bytes) -> None:
    start, state, sort = struct.unpack_from("<IBB", content)
    if sort == 0:
        book.sheets.append((_short_text(book, content[6:]), start, state & 3 != 0))


def _note_format(book: _Book, content: bytes) -> None:
    number = struct.unpack_from("<H", content)[0]
    book.codes[number] = (_long_text if book.version == _NEW else _short_text)(book, content[2:])


def _note_style(book: _Book, content: bytes) -> None:
    indent = content[8] & 15 if book.version == _NEW and len(content) > 8 else 0
    book.styles.append((struct.unpack_from("<H", content, 2)[0], indent))


_GLOBALS = {
    _BOF: _note_version,
    _CODE_PAGE: _note_code_page,
    _DATE_MODE: _note_date_mode,
    _SHEET: _note_sheet,
    _FORMAT: _note_format,
    _STYLE: _note_style,
}


def _short_text(book: _Book, content: bytes) -> str:
    """Return a text whose length is one byte."""
    length = content[0]
    if book.version != _NEW:
        return content[1 : 1 + length].decode(book.encoding, "replace")
    return _letters(content, 2, length, content[1] & 1)


def _long_text(book: _Book, content: bytes) -> str:
    """Return a text whose length is two bytes."""
    length = struct.unpack_from("<H", content)[0]
    if book.version != _NEW:
        return content[2 : 2 + length].decode(book.encoding, "replace")
    return _letters(content, 3, length, content[2] & 1)


def _letters(content: bytes, at: int, length: int, wide: int) -> str:
    raw = content[at : at + length * (2 if wide else 1)]
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")


def _shared_strings(parts: list[bytes]) -> list[str]:
    """Return the table of strings; a string may go on in the next part, which then begins with its width anew."""
    reader = _Parts(parts)
    reader.skip(4)
    count = struct.unpack("<I", reader.take(4))[0]
    return [reader.text() for _ in range(min(count, 10_000_000)) if not reader.at_end()]


class _Parts:
    """Reads over the borders of continued records."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = 0
        self._at = 0

    def at_end(self) -> bool:
        """Tell whether everything is read."""
        self._turn()
        return self._part >= len(self._parts)

    def _turn(self) -> None:
        while self._part < len(self._parts) and self._at >= len(self._parts[self._part]):
            self._part, self._at = self._part + 1, 0

    def take(self, count: int) -> bytes:
        """Return some bytes."""
        found = b""
        while len(found) < count:
            self._turn()
            part = self._parts[self._part]
            piece = part[self._at : self._at + count - len(found)]
            self._at += len(piece)
            found += piece
        return found

    def skip(self, count: int) -> None:
        """Leave out some bytes."""
        if count:
            self.take(count)

    def text(self) -> str:
        """Return the next string."""
        length, options = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if options & 8 else 0
        extra = struct.unpack("<I", self.take(4))[0] if options & 4 else 0
        wide, found = options & 1, []
        while length:
            if self._at >= len(self._parts[self._part]):
                self._turn()
                wide = self.take(1)[0] & 1
            room = (len(self._parts[self._part]) - self._at) // (2 if wide else 1)
            count = min(length, room)
            if not count:
                raise ValueError("broken string")
            found.append(_letters(self.take(count * (2 if wide else 1)), 0, count, wide))
            length -= count
        self.skip(4 * runs + extra)
        return "".join(found)


def _cells(book: _Book, start: int) -> dict[int, dict[int, str]]:
    """Return the texts of a sheet by row and column."""
    cells: dict[int, dict[int, str]] = {}
    waiting: tuple[int, int] | None = None
    depth = 0
    for kind, parts in _records(book.stream, start):
        depth += kind == _BOF
        if depth > 1:  # a chart inside the sheet
            continue
        if kind == _STRING and waiting is not None:
            cells.setdefault(waiting[0], {})[waiting[1]] = _long_text(book, parts[0])
            waiting = None
        elif kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", parts[0])
            found = cells.setdefault(row, {})
            if kind == _FORMULA:
                waiting = _formula(book, parts[0], found, row, column, style)
            else:
                found.update(_texts_of(book, kind, parts[0], column, style))
    return cells


def _texts_of(book: _Book, kind: int, content: bytes, column: int, style: int) -> dict[int, str]:
    """Return the texts that one record holds, by column."""
    if kind == _MULTI_RK:
        found = {}
        for place in range((len(content) - 6) // 6):
            own, packed = struct.unpack_from("<HI", content, 4 + 6 * place)
            found[column + place] = _number(book, _packed(packed), own)
        return found
    if kind == _LABEL_SST:
        return {column: book.indent(style) + book.strings[struct.unpack_from("<I", content, 6)[0]]}
    if kind in (_LABEL, _RICH):
        return {column: book.indent(style) + _long_text(book, content[6:])}
    if kind == _NUMBER:
        return {column: _number(book, struct.unpack_from("<d", content, 6)[0], style)}
    if kind == _RK:
        return {column: _number(book, _packed(struct.unpack_from("<I", content, 6)[0]), style)}
    return {column: str(content[6])} if content[7] == 0 else {}


def _formula(
    book: _Book, content: bytes, found: dict[int, str], row: int, column: int, style: int
) -> tuple[int, int] | None:
    """Note the result of a formula; a text follows in the next record, for whose cell this returns the place."""
    if content[12:14] == b"\xff\xff":
        if content[6] == 1:
            found[column] = str(content[8])
        elif content[6] == 2:
            found[column] = "#WERT!"
        return (row, column) if content[6] == 0 else None
    found[column] = _number(book, struct.unpack_from("<d", content, 6)[0], style)
    return None


def _number(book: _Book, value: float, style: int) -> str:
    return number_text(value, book.shown(style), book.from_1904) if value == value else ""


def _packed(raw: int) -> float:
    """Return the number of an RK cell: 30 bits of an integer or a float, perhaps in hundredths."""
    if raw & 2:
        value = float(raw >> 2) if not raw & 0x80000000 else float((raw >> 2) - (1 << 30))
    else:
        value = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", raw & 0xFFFFFFFC))[0]
    return value / 100 if raw & 1 else value
