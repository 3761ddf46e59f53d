"""Delimited text as offices send it: any of the usual encodings and delimiters, packed or not."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..messages import tr

DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_LINES = 50
_WINDOWS_SIGNS = bytes(range(0x80, 0xA0))  # printable in cp1252 only: € „ “ – and the like
_LATIN9_EURO = b"\xa4"  # in cp1252 the general currency sign, which nobody writes


@dataclass(frozen=True)
class DecodedText:
    """Text with the encoding it had; `replaced` counts the signs that the encoding could not read."""

    text: str
    encoding: str
    replaced: int = 0


@dataclass(frozen=True)
class TextRow:
    """The cells of one record and the line of the file on which it begins, counted from 1."""

    line: int
    cells: list[str]


def read_packed(path: Path) -> bytes:
    """Return the bytes of a file, unpacking ``.gz`` and ``.zip`` (of which the largest member counts).

    Raises InputError if the file is absent, broken or empty.
    """
    try:
        data = path.read_bytes()
        if data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        elif data.startswith(b"PK\x03\x04"):
            data = _largest_member(data)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        raise InputError(tr("The file {path} cannot be read: {reason}.").format(path=path, reason=error)) from error
    if not data.strip():
        raise InputError(tr("The file {path} is empty.").format(path=path))
    return data


def _largest_member(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(max(archive.infolist(), key=lambda member: member.file_size))


def decode(data: bytes, encoding: str = "") -> DecodedText:
    """Return the text of `data` in `encoding`, or in the encoding its bytes show.

    Detection knows UTF-8 with and without BOM, UTF-16 with BOM, cp1252 and ISO-8859-15. A UTF-8 file with a few
    broken signs stays UTF-8. Raises InputError if `encoding` is unknown.
    """
    chosen = encoding.strip() or detect_encoding(data)
    try:
        text = data.decode(chosen, errors="replace")
    except LookupError as error:
        raise InputError(
            tr("The encoding “{encoding}” is unknown. Use UTF-8, cp1252 or ISO-8859-15.").format(encoding=encoding)
        ) from error
    return DecodedText(text.lstrip("\ufeff").replace("\0", ""), chosen, text.count("\ufffd"))


def detect_encoding(data: bytes) -> str:
    """Return the Python name of the encoding that the bytes show."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    if broken * 10 <= beyond_ascii:
        return "utf-8"
    if data.translate(None, delete=_WINDOWS_SIGNS) != data:
        return "cp1252"
    return "iso-8859-15" if _LATIN9_EURO in data else "cp1252"


def detect_delimiter(text: str) -> str:
    """Return the delimiter that splits the first line into most cells and most of the first lines into as many."""
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    best, most = ";", 1
    for delimiter in DELIMITERS:
        counts = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        head = counts[0] if counts else 0
        if head > most and counts.count(head) * 2 >= len(counts):
            best, most = delimiter, head
    return best


def split_rows(text: str, delimiter: str, quoted: bool = True) -> Iterator[TextRow]:
    """Yield the records of a text with the line each begins on; empty lines are passed over.

    Raises InputError at a record that cannot be split, naming its line.
    """
    quoting = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield TextRow(line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            tr("The file cannot be split into columns at line {line}: {reason}.").format(line=line, reason=error)
        ) from error
