#!/usr/bin/python3
"""Write a table of a GeoPackage, without its geometry, as CSV that Excel opens right."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd
from osgeo import ogr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.core.csv_export import write_csv  # noqa: E402

ogr.UseExceptions()


def main() -> int:
    """Export as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("geopackage", type=Path)
    parser.add_argument("table")
    parser.add_argument("csv", type=Path)
    options = parser.parse_args()
    write_csv(read_table(options.geopackage, options.table), options.csv)
    return 0


def read_table(geopackage: Path, name: str) -> pd.DataFrame:
    """Return the attributes of a layer; whole numbers stay whole, dates become TT.MM.JJJJ, booleans ja or nein."""
    source = ogr.Open(str(geopackage))
    layer = source.GetLayerByName(name)
    if layer is None:
        raise SystemExit(f"{geopackage} has no table {name}")
    table = pd.DataFrame([feature.items() for feature in layer])
    for field in layer.schema:
        if field.type == ogr.OFTDate:
            table[field.name] = pd.to_datetime(table[field.name]).dt.strftime("%d.%m.%Y")
        elif field.GetSubType() == ogr.OFSTBoolean:
            table[field.name] = table[field.name].map({1: "ja", 0: "nein"})
        elif field.type in (ogr.OFTInteger, ogr.OFTInteger64):
            table[field.name] = table[field.name].astype("Int64")
    return table


if __name__ == "__main__":
    raise SystemExit(main())
