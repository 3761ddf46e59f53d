"""Attribute tables that GDAL knows (DBF, GeoPackage, Shapefile, ...), read as rows of text cells."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal, ogr

from ..core.errors import InputError
from ..core.indicators.imports.grid import Grid, Number
from ..core.indicators.imports.sheet_cells import Sheet
from ..core.messages import tr

OGR_SUFFIXES = {
    ".dbf", ".shp", ".gpkg", ".sqlite", ".gml", ".tab", ".mif", ".fgb", ".kml", ".mdb", ".gdb", ".db", ".parquet",
}  # fmt: skip
_WHOLE = (ogr.OFTInteger, ogr.OFTInteger64)
_TIMES = (ogr.OFTDate, ogr.OFTDateTime)


def read_ogr_tables(path: Path, encoding: str = "") -> list[Sheet]:
    """Return one sheet a layer: the names of the fields as head, then one row a feature, without geometries.

    `encoding` overrides that of a DBF or Shapefile. Raises InputError if GDAL cannot read the file.
    """
    options = [f"ENCODING={encoding}"] if encoding and path.suffix.lower() in (".dbf", ".shp") else []
    try:
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY, open_options=options)
    except RuntimeError:
        source = None
    if source is None:
        raise InputError(tr("{file} cannot be read as a table. Save it anew, or as CSV.").format(file=path.name))
    layers = [source.GetLayer(number) for number in range(source.GetLayerCount())]
    return [Sheet(layer.GetName(), _grid(layer)) for layer in layers]


def _grid(layer: ogr.Layer) -> Grid:
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(place) for place in range(definition.GetFieldCount())]
    heads = [field.GetName() for field in fields]
    kinds = [field.GetType() for field in fields]
    layer.ResetReading()
    rows = [heads, *([_cell(feature, place, kind) for place, kind in enumerate(kinds)] for feature in layer)]
    return Grid(rows, list(range(1, len(rows) + 1)), thousands_dot_likely=True)


def _cell(feature: ogr.Feature, place: int, kind: int) -> str:
    if not feature.IsFieldSetAndNotNull(place):
        return ""
    if kind in _WHOLE:
        return str(feature.GetFieldAsInteger64(place))
    if kind == ogr.OFTReal:
        value = feature.GetFieldAsDouble(place)
        if value != value:
            return ""
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else Number(f"{value:.15g}")
    text = feature.GetFieldAsString(place)
    return text[:10].replace("/", "-") if kind in _TIMES else text
