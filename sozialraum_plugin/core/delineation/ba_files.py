"""Reading and writing the two files of the labour agency's street raster."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ..addresses.text_files import TextRow, decode, detect_delimiter, read_packed, split_rows
from ..csv_export import defuse
from ..errors import InputError
from ..messages import tr
from .address_columns import text_column
from .ba_layout import KEY, FileLayout

_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "ŧ": "t", "ø": "o"})


@dataclass(frozen=True)
class RasterFile:
    """The rows of a file by meaning (text, index 0 to n-1), their `lines`, the `broken` lines and the encoding."""

    table: pd.DataFrame
    lines: pd.Series
    broken: list[int]
    encoding: str


def read_raster_file(path: str | Path, layout: FileLayout) -> RasterFile:
    """Read a file by its head, in any order, or by position where it has none.

    A row with too few or too many cells is broken. Raises InputError and MissingColumnError.
    """
    file = Path(path)
    decoded = decode(read_packed(file))
    mark = layout.delimiter if layout.delimiter in decoded.text.split("\n", 1)[0] else detect_delimiter(decoded.text)
    rows = list(split_rows(decoded.text, mark))
    head = layout.heads
    if _is_head(rows[0], layout):
        head, rows = [cell.strip() for cell in rows[0].cells], rows[1:]
    whole = [row for row in rows if _fits(row, len(head))]
    broken = [row.line for row in rows if not _fits(row, len(head))]
    frame = pd.DataFrame([row.cells[: len(head)] for row in whole], columns=head, dtype=object)
    table = layout.by_meaning(frame, file.name)
    return RasterFile(table, pd.Series([row.line for row in whole], dtype="Int64"), broken, decoded.encoding)


def _is_head(row: TextRow, layout: FileLayout) -> bool:
    """Tell whether the first row is a head: where the key would stand by position, there is no number."""
    if layout.found_in(row.cells).keys() >= set(layout.needed):
        return True
    place = layout.fields.index(KEY)
    return len(row.cells) <= place or not row.cells[place].strip().isdigit()


def _fits(row: TextRow, width: int) -> bool:
    return len(row.cells) >= width and not any(cell.strip() for cell in row.cells[width:])


def write_raster_file(table: pd.DataFrame, path: Path, layout: FileLayout) -> list[tuple[str, str]]:
    """Write a table, whose columns are named by meaning, and return the texts that had to be spelled otherwise.

    These are pairs of the text and its spelling. Raises InputError if the file cannot be written.
    """
    respelled: dict[str, str] = {}
    cells = {}
    for place, field in enumerate(layout.fields):
        column = text_column(table[field]) if field in table else pd.Series("", index=table.index, dtype=object)
        cells[place] = column.map({text: _written(text, layout.encoding, respelled) for text in column.unique()})
    try:
        with path.open("w", encoding=layout.encoding, newline="") as stream:
            writer = csv.writer(stream, delimiter=layout.delimiter, lineterminator="\r\n")
            if layout.header:
                writer.writerow([_written(head, layout.encoding, respelled) for head in layout.heads])
            writer.writerows(zip(*(column.tolist() for column in cells.values())))
    except OSError as error:
        raise InputError(
            tr("{path} cannot be written ({reason}): close it in Excel or choose another folder.").format(
                path=path, reason=error.strerror
            )
        ) from error
    return sorted(respelled.items())


def _written(text: str, encoding: str, respelled: dict[str, str]) -> str:
    """Return a text as it can be written, and note it in `respelled` if that is another one."""
    safe = str(defuse(" ".join(text.split())))
    written = "".join(_sign(sign, encoding) for sign in safe)
    if written != safe:
        respelled[text] = written
    return written


def _sign(sign: str, encoding: str) -> str:
    """Return a sign, else its letter without accents, else a question mark."""
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
    for spelling in (sign, plain.translate(_LETTERS)):
        try:
            spelling.encode(encoding)
        except UnicodeEncodeError:
            continue
        return spelling
    return "?"
