"""Delimited text as offices send it: find out encoding and delimiter, cut it into cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from ..errors import InputError
from ..messages import tr
from .grid import Grid
from .number_cells import AUTO

DELIMITERS = {"semicolon": ";", "tab": "\t", "pipe": "|", "comma": ",", "\\t": "\t"}
_CANDIDATES = (";", "\t", "|", ",")  # the order decides where two cut the text equally well
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_ROWS = 300
_CELL_LIMIT = 10_000_000


def decode(data: bytes, encoding: str = AUTO) -> tuple[str, str]:
    """Return the text and the name of its encoding; ``auto`` tries a byte order mark, UTF-8, Windows-1252, Latin-1.

    Raises InputError if the bytes are no text in the wanted encoding.
    """
    if encoding.lower() != AUTO:
        return _decode_as(data, encoding), encoding
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name), name
    if b"\0" in data:
        raise InputError(tr("The file is no text table. Give a CSV, TXT, XLSX, ODS or XLS file."))
    for name in ("utf-8", "cp1252"):
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "iso-8859-1"


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise InputError(
            tr("ENCODING: “{encoding}” is no known encoding. Write auto, utf-8 or cp1252, for example.").format(
                encoding=encoding
            )
        ) from error
    except UnicodeError as error:
        line = data[: getattr(error, "start", 0)].count(b"\n") + 1
        raise InputError(
            tr("Line {line} is not valid in the encoding “{encoding}”. Set ENCODING to auto.").format(
                line=line, encoding=encoding
            )
        ) from error


def delimiter_of(text: str, wanted: str = AUTO) -> str:
    """Return the wanted delimiter (a sign or its English name), or the one that cuts most rows to the same width."""
    if wanted != AUTO:
        sign = DELIMITERS.get(wanted.strip().lower(), wanted)
        if len(sign) != 1:
            raise InputError(
                tr("DELIMITER: “{delimiter}” is no single sign. Write auto, ;, comma, tab or |.").format(
                    delimiter=wanted
                )
            )
        return sign
    sample = text[:200_000]
    return max(_CANDIDATES, key=lambda sign: (round(_evenness(sample, sign), 1), -_CANDIDATES.index(sign)))


def _evenness(sample: str, sign: str) -> float:
    """Return the share of the rows that are cut to the commonest width above one."""
    widths: Counter[int] = Counter()
    for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign):
        if any(row):
            widths[len(row)] += 1
        if sum(widths.values()) >= _SAMPLE_ROWS:
            break
    wide = [count for width, count in widths.items() if width > 1]
    return max(wide, default=0) / max(1, sum(widths.values()))


def cut(text: str, delimiter: str) -> Grid:
    """Return the cells of delimited text, each row with the number of its first line."""
    csv.field_size_limit(_CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, numbers, line = [], [], 1
    try:
        for row in reader:
            rows.append(row)
            numbers.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            tr("Line {line} cannot be cut into cells: {reason}. Check the quotation marks there.").format(
                line=reader.line_num, reason=error
            )
        ) from error
    return Grid(rows, numbers, thousands_dot_likely=delimiter != ",")
