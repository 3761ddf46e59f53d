"""Writes geobasis.gpkg layer by layer, one transaction for each part of the Kreis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from .ortsteile import to_polygon

WRITTEN = "2026-01-15T09:00:00.000Z"
TEXT, INTEGER = ogr.OFTString, ogr.OFTInteger
AREA_FIELDS = (("gebiet", TEXT), ("gebiet_name", TEXT), ("ebene", TEXT), ("uebergeordnet", TEXT))
LAYERS = {
    "gemeinden": (ogr.wkbPolygon, AREA_FIELDS),
    "ortsteile": (ogr.wkbPolygon, AREA_FIELDS),
    "strassen": (ogr.wkbLineString, (("strassenschluessel", TEXT), ("name", TEXT), ("klasse", TEXT))),
    "gebaeude": (
        ogr.wkbPolygon,
        (("typ", TEXT), ("wohnungen", INTEGER), ("geschosse", INTEGER), ("baujahr", INTEGER)),
    ),
    "bahn": (ogr.wkbLineString, (("art", TEXT),)),
    "gewaesser": (ogr.wkbPolygon, (("art", TEXT), ("name", TEXT))),
    "gruen": (ogr.wkbPolygon, (("art", TEXT),)),
    "einrichtungen": (ogr.wkbPoint, (("art", TEXT), ("name", TEXT), ("plaetze", INTEGER), ("gemeinde", TEXT))),
}
Row = tuple[ogr.Geometry, Sequence[object]]


class GeoPackage:
    """The file with its layers; a context manager, within which `add` takes rows."""

    def __init__(self, path: Path) -> None:
        gdal.SetConfigOption("OGR_CURRENT_DATE", WRITTEN)  # or two equal runs would differ in the time of writing
        self._source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        system = osr.SpatialReference()
        system.ImportFromEPSG(25832)
        self._layers = {}
        for name, (kind, fields) in LAYERS.items():
            layer = self._source.CreateLayer(name, system, kind, ["GEOMETRY_NAME=geom"])
            for field, field_type in fields:
                layer.CreateField(ogr.FieldDefn(field, field_type))
            self._layers[name] = layer

    def __enter__(self) -> GeoPackage:
        return self

    def __exit__(self, *_: object) -> None:
        self._layers.clear()
        self._source = None
        gdal.SetConfigOption("OGR_CURRENT_DATE", None)

    def add(self, tables: dict[str, Iterable[Row]]) -> None:
        """Add rows (geometry, attributes) to layers in one transaction."""
        self._source.StartTransaction()
        for name, rows in tables.items():
            layer = self._layers[name]
            definition = layer.GetLayerDefn()
            for geometry, values in rows:
                feature = ogr.Feature(definition)
                feature.SetGeometryDirectly(geometry)
                for index, value in enumerate(values):
                    if value is not None:
                        feature.SetField(index, value)
                layer.CreateFeature(feature)
        self._source.CommitTransaction()


def line(xy: np.ndarray) -> ogr.Geometry:
    """Return coordinates (n, 2) as a line, to the centimetre."""
    result = ogr.Geometry(ogr.wkbLineString)
    for x, y in xy.round(2).tolist():
        result.AddPoint_2D(x, y)
    return result


def polygon(xy: np.ndarray) -> ogr.Geometry:
    """Return a ring (n, 2) as a polygon, to the centimetre."""
    return to_polygon(xy.round(2))


def point(x: float, y: float) -> ogr.Geometry:
    """Return a point."""
    result = ogr.Geometry(ogr.wkbPoint)
    result.AddPoint_2D(x, y)
    return result
