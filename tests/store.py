"""A little made-up store and base map, as the chain would fill them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

from algorithms import memory_layer
from sozialraum_plugin.core.fields import ADDRESSES, AREAS, BLOCKS, INDEX, STREET_DIRECTORY
from sozialraum_plugin.core.profiles.table import profile_fields

GROUPS = ("1+", "2+/-", "3-", "4-", None)
SIDE = 1000


def square(column: int, row: int = 0, side: float = SIDE) -> str:
    """Return a square of the made-up town as WKT."""
    x, y = 400_000 + column * side, 5_600_000 + row * side
    return f"POLYGON(({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, {x} {y}))"


def write_layer(file: Path, layer: QgsVectorLayer, name: str) -> None:
    """Add a layer to a GeoPackage."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    if file.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), QgsCoordinateTransformContext(), options)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error


def kinds(fields) -> dict:
    """Return the columns of a table of the chain as `memory_layer` wants them."""
    return {field.name: field.kind for field in fields}


def write_store(file: Path) -> None:
    """Write five Sozialräume with blocks, addresses, a street directory and an index table."""
    codes = [f"059990010{number}" for number in range(1, 6)]
    areas = [
        {"gebiet": code, "gebiet_name": f"Raum {code[-1]}", "ebene": "sozialraum", "gemeinde": "05999001"}
        for code in codes
    ]
    squares = [square(column) for column in range(5)]
    blocks = [{"block": str(column)} for column in range(10)]
    halves = [square(column, side=SIDE / 2) for column in range(10)]
    addresses = [{"adresse_id": str(column)} for column in range(50)]
    points = [f"POINT({400_050 + column * 100} 5600500)" for column in range(50)]
    index = [
        {"gebiet": code, "gesamt": group, "status": group and int(group[0]), "dynamik": group and group[1:]}
        for code, group in zip(codes, GROUPS)
    ]
    for name, kind, rows, fields, wkts in (
        ("sozialraeume", "Polygon", areas, AREAS, squares),
        ("bloecke", "Polygon", blocks, BLOCKS, halves),
        ("adressen", "Point", addresses, ADDRESSES, points),
        ("strassenverzeichnis", "NoGeometry", [{"strasse": "Hauptstraße"}], STREET_DIRECTORY, None),
        ("index", "NoGeometry", index, INDEX, None),
    ):
        write_layer(file, memory_layer(kind, rows, kinds(fields), wkts), name)


def write_profiles(file: Path) -> None:
    """Add the areas of all levels and the texts of two profiles."""
    areas = [
        {"gebiet": "0599900101", "gebiet_name": "Raum 1", "ebene": "sozialraum"},
        {"gebiet": "05999", "gebiet_name": "Musterkreis", "ebene": "kreis"},
    ]
    shapes = [square(0), square(0, side=5 * SIDE)]
    write_layer(file, memory_layer("Polygon", areas, kinds(AREAS), shapes), "gebiete")
    texts = [{"gebiet": f"059990010{number}", "titel": f"Raum {number}"} for number in (1, 2)]
    profiles = memory_layer("Polygon", texts, kinds(profile_fields()), [square(0), square(1)])
    write_layer(file, profiles, "profile")


def write_basemap(file: Path) -> None:
    """Write a street and a lake."""
    write_layer(file, memory_layer("LineString", [{}], {}, ["LINESTRING(400000 5600300, 405000 5600300)"]), "strassen")
    write_layer(file, memory_layer("Polygon", [{}], {}, [square(1, -1)]), "gewaesser")
