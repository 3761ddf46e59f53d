#!/usr/bin/python3
"""Write a table of a GeoPackage, without its geometry, as CSV that Excel opens right and that may leave the office."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd
from osgeo import ogr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.core.csv_export import write_csv  # noqa: E402
from sozialraum_plugin.core.errors import InputError  # noqa: E402
from sozialraum_plugin.core.publication import (  # noqa: E402
    INTERNAL,
    PUBLICATION,
    file_name,
    hide,
    without_hidden_population,
)

ogr.UseExceptions()


def main() -> int:
    """Export as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("geopackage", type=Path)
    parser.add_argument("table")
    parser.add_argument("csv", type=Path, help="file to write; with --internal its name ends in _intern")
    parser.add_argument(
        "--like", metavar="INDICATORS", help="table of indicators: inhabitants that it hides are hidden here too"
    )
    parser.add_argument("--internal", action="store_true", help="for internal use: with everything that the table has")
    options = parser.parse_args()
    use = INTERNAL if options.internal else PUBLICATION
    table = read_table(options.geopackage, options.table)
    if use == PUBLICATION:
        like = read_table(options.geopackage, options.like) if options.like else None
        table = without_hidden_population(hide(table), like)
    try:
        write_csv(table, options.csv.with_name(file_name(options.csv.stem, options.csv.suffix, use)), use)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 1
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
