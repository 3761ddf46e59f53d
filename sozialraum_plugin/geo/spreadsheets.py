"""Spreadsheets: read as rows of text cells, by GDAL without guessing at heads and types; written with typed cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
from osgeo import gdal, ogr

from ..core.csv_export import defuse
from ..core.errors import InputError
from ..core.fields import Field, Kind
from ..core.indicators.imports.grid import Grid
from ..core.messages import tr
from ..core.publication import require_publishable
from .office_files import read_office_sheets

SUFFIXES = {".xlsx": "XLSX", ".xlsm": "XLSX", ".ods": "ODS", ".xls": "XLS"}


def is_spreadsheet(path: Path) -> bool:
    """Tell whether a file is a spreadsheet by its name."""
    return path.suffix.lower() in SUFFIXES


def read_spreadsheet(path: Path, sheet: str = "") -> tuple[Grid, str]:
    """Return the cells of a sheet (the first one with cells if none is named) and the sheet's name.

    Merged cells hold their text in the first cell only. Dates come as ISO-like text, numbers with a decimal point.
    Raises InputError if the file or the sheet cannot be read.
    """
    with _everything_as_text():
        try:
            source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        except RuntimeError:
            source = None
        if source is None:
            return _read_by_ourselves(path, sheet)
        layer = _sheet(source, sheet, path)
        rows = {feature.GetFID(): _cells(feature) for feature in layer}
        name = layer.GetName()
    last = max(rows, default=0)
    # GDAL leaves out empty rows at the end of some formats, never the number of a row
    return Grid([rows.get(number, []) for number in range(1, last + 1)], list(range(1, last + 1))), name


def _read_by_ourselves(path: Path, sheet: str) -> tuple[Grid, str]:
    """Return what `read_spreadsheet` does of a workbook that GDAL cannot open."""
    sheets = read_office_sheets(path).sheets
    found = [one for one in sheets if one.name == sheet] if sheet else sheets
    if not found:
        raise InputError(
            tr("SHEET: “{sheet}” is missing in {file}. It has: {names}.").format(
                sheet=sheet, file=path.name, names=", ".join(one.name for one in sheets)
            )
        )
    return found[0].grid, found[0].name


@contextmanager
def _everything_as_text() -> Iterator[None]:
    """Keep GDAL from taking the first row for a head and from guessing types, for this thread only."""
    options = [f"OGR_{driver}_{option}" for driver in set(SUFFIXES.values()) for option in ("HEADERS", "FIELD_TYPES")]
    for option in options:
        gdal.SetThreadLocalConfigOption(option, "DISABLE" if option.endswith("HEADERS") else "STRING")
    try:
        yield
    finally:
        for option in options:
            gdal.SetThreadLocalConfigOption(option, None)


def _sheet(source: gdal.Dataset, sheet: str, path: Path) -> ogr.Layer:
    layers = [source.GetLayer(number) for number in range(source.GetLayerCount())]
    names = [layer.GetName() for layer in layers]
    if sheet and sheet not in names:
        raise InputError(
            tr("SHEET: “{sheet}” is missing in {file}. It has: {names}.").format(
                sheet=sheet, file=path.name, names=", ".join(names)
            )
        )
    wanted = [layer for layer in layers if layer.GetName() == sheet] if sheet else layers
    for layer in wanted:
        if layer.GetFeatureCount():
            return layer
    raise InputError(tr("{file} has no cells to read.").format(file=path.name))


def _cells(feature: ogr.Feature) -> list[str]:
    return [feature.GetFieldAsString(position) for position in range(feature.GetFieldCount())]


_OGR_TYPES = {Kind.INTEGER: ogr.OFTInteger64, Kind.REAL: ogr.OFTReal}


def write_spreadsheet(table: pd.DataFrame, columns: Sequence[Field], path: Path, sheet: str) -> None:
    """Write columns of a table as XLSX with one sheet; codes stay text, no cell can run as a formula.

    Raises InputError if the file cannot be written, or if the table must not leave the office.
    """
    require_publishable(table[[field.name for field in columns]], path.name)
    try:
        path.unlink(missing_ok=True)
        target = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
        layer = target.CreateLayer(sheet)
        for field in columns:
            layer.CreateField(ogr.FieldDefn(field.name, _OGR_TYPES.get(field.kind, ogr.OFTString)))
        for cells in table[[field.name for field in columns]].itertuples(index=False, name=None):
            feature = ogr.Feature(layer.GetLayerDefn())
            for place, cell in enumerate(cells):
                if not (pd.isna(cell) or cell == ""):
                    feature.SetField(place, _cell(cell, columns[place].kind))
            layer.CreateFeature(feature)
        target = layer = None  # writes the file
    except (AttributeError, OSError, RuntimeError) as error:
        raise InputError(_unwritable(path)) from error
    if not path.exists():
        raise InputError(_unwritable(path))


def _cell(cell: object, kind: Kind) -> int | float | str:
    if kind is Kind.INTEGER:
        return int(cell)
    return float(cell) if kind is Kind.REAL else str(defuse(str(cell)))


def _unwritable(path: Path) -> str:
    return tr("{file} cannot be written. Is it open in another program, or the folder missing?").format(file=path)
