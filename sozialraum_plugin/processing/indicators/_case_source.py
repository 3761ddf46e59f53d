"""Rows about persons are read straight into memory: from a file without any layer, or from a layer as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core.addresses.cells import cell_text
from ...core.addresses.text_files import DELIMITERS, decode, detect_delimiter, read_packed, split_rows
from ...core.errors import InputError
from ...core.messages import tr
from ...geo.attributes import plain
from ...geo.spreadsheets import is_spreadsheet, read_spreadsheet
from ..algorithm import SozialraumAlgorithm
from ..tables import read_table, require_columns, required_source

_TEXT_FILES = {".csv", ".txt", ".tsv", ".asc", ".dat", ".gz", ".zip"}
_ROWS_WITH_HEAD = 15
_SAMPLE = 300


@dataclass(frozen=True)
class CaseTable:
    """The wanted columns of all good rows as text, a `sample` of the cells of every column, and what was left out.

    `broken` counts rows with another number of cells than the head; `name` is that of the file or layer.
    """

    table: pd.DataFrame
    sample: dict[str, list[str]]
    broken: int
    name: str


def file_of(value: Any) -> Path | None:
    """Return the path if a parameter's value is a text file or spreadsheet, which QGIS need not open."""
    if not isinstance(value, str) or "|" in value:
        return None
    path = Path(value)
    readable = path.suffix.lower() in _TEXT_FILES or is_spreadsheet(path)
    return path if readable and path.is_file() else None


def read_cases(
    algorithm: SozialraumAlgorithm,
    parameters: dict[str, Any],
    name: str,
    columns: Sequence[str],
    sheet: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> CaseTable:
    """Return the wanted columns of a table of persons.

    Raises InputError if the source cannot be read or a column is missing; no message quotes a cell.
    """
    path = file_of(parameters.get(name))
    if path is not None:
        return _from_file(path, columns, sheet, feedback)
    if isinstance(parameters.get(name), str) and Path(parameters[name]).suffix.lower() in _TEXT_FILES:
        raise InputError(tr("INPUT: the file {file} does not exist.").format(file=parameters[name]))
    source = required_source(algorithm, parameters, name, context)
    require_columns(source, columns)
    table = read_table(source, feedback, list(columns))
    return CaseTable(table, _sample_of(source), 0, source.sourceName())


def _sample_of(source: QgsProcessingFeatureSource) -> dict[str, list[str]]:
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setLimit(_SAMPLE)
    rows = [[cell_text(plain(value)) for value in feature.attributes()] for feature in source.getFeatures(request)]
    return {name: [row[place] for row in rows] for place, name in enumerate(source.fields().names())}


def _from_file(path: Path, columns: Sequence[str], sheet: str, feedback: QgsProcessingFeedback) -> CaseTable:
    for rows in _readings(path, sheet, feedback):
        place = _head(rows, columns)
        if place is not None:
            return _cut(rows, place, columns, path.name, bool(is_spreadsheet(path)))
    raise InputError(
        tr(
            "{file}: none of the first {count} rows is a head with the columns {columns}. Check how they are written "
            "there, and the sheet."
        ).format(file=path.name, count=_ROWS_WITH_HEAD, columns=", ".join(f"“{name}”" for name in columns))
    )


def _readings(path: Path, sheet: str, feedback: QgsProcessingFeedback) -> Iterator[list[list[str]]]:
    """Yield the rows of cells: of a spreadsheet, or of a text by the likeliest delimiter and then by the others."""
    if is_spreadsheet(path):
        yield read_spreadsheet(path, sheet)[0].rows
        return
    text = decode(read_packed(path))
    feedback.pushInfo(tr("{file} is read in the encoding {encoding}.").format(file=path.name, encoding=text.encoding))
    if text.replaced:
        feedback.pushWarning(tr("{count} signs cannot be read in this encoding.").format(count=text.replaced))
    likely = detect_delimiter(text.text)
    for delimiter in (likely, *(sign for sign in DELIMITERS if sign != likely)):
        yield [[cell.strip() for cell in row.cells] for row in split_rows(text.text, delimiter)]


def _head(rows: Sequence[Sequence[str]], columns: Iterable[str]) -> int | None:
    wanted = set(columns)
    return next((place for place, row in enumerate(rows[:_ROWS_WITH_HEAD]) if wanted <= set(row)), None)


def _cut(rows: list[list[str]], place: int, columns: Sequence[str], name: str, padded: bool) -> CaseTable:
    """Return the rows below the head; a row of another width is broken, unless the reader fills rows up itself."""
    head = rows[place]
    repeated = [column for column in columns if head.count(column) > 1]
    if repeated:
        raise InputError(
            tr("{file}: the column “{column}” is there more than once. Rename one of them.").format(
                file=name, column=repeated[0]
            )
        )
    width = len(head)
    below = [row for row in rows[place + 1 :] if any(row)]
    good = below if padded else [row for row in below if _fits(row, width)]
    at = [head.index(column) for column in columns]
    table = pd.DataFrame({column: [row[spot] if spot < len(row) else "" for row in good]
                          for column, spot in zip(columns, at)}, dtype=object)  # fmt: skip
    sample = {
        column: [row[spot] for row in good[:_SAMPLE] if spot < len(row)] for spot, column in enumerate(head) if column
    }
    return CaseTable(table, sample, len(below) - len(good), name)


def _fits(row: Sequence[str], width: int) -> bool:
    """Tell whether a row has as many cells as the head, or some empty ones more."""
    return len(row) == width or (len(row) > width and not any(row[width:]))
