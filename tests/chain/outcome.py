"""What a run of the chain left behind, read without QGIS and without the plugin."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd
from osgeo import ogr

ogr.UseExceptions()
Shapes = list[tuple[dict, ogr.Geometry]]
ENVELOPE_BYTES = (0, 32, 48, 48, 64)  # of a geometry in a GeoPackage, by the kind in its flags


@dataclass
class Outcome:
    """The output folder of scripts/demo.sh or scripts/real_town.sh."""

    folder: Path
    _shapes: dict[tuple[str, str], Shapes] = field(default_factory=dict)

    @property
    def store(self) -> Path:
        return self.folder / "sozialraum.gpkg"

    @cached_property
    def tables(self) -> list[str]:
        """The layers and tables of the store."""
        return [row["table_name"] for row in query(self.store, "SELECT table_name FROM gpkg_contents")]

    def table(self, name: str, file: str = "sozialraum.gpkg") -> pd.DataFrame:
        """Return the attributes of a layer."""
        rows = pd.DataFrame(query(self.folder / file, f'SELECT * FROM "{name}"'))
        return rows.drop(columns=["fid", "geom"], errors="ignore")

    def shapes(self, name: str, file: str = "sozialraum.gpkg") -> Shapes:
        """Return attributes and geometry of each feature of a layer."""
        if (name, file) not in self._shapes:
            rows = query(self.folder / file, f'SELECT * FROM "{name}"')
            self._shapes[name, file] = [(row, geometry_of(row.pop("geom"))) for row in rows]
        return self._shapes[name, file]

    def csv(self, name: str) -> pd.DataFrame:
        """Return a CSV as text cells; empty ones are empty."""
        path = self.folder / f"{name}.csv"
        return pd.read_csv(path, sep=";", encoding="utf-8-sig", dtype=str, keep_default_na=False)

    def logs(self, algorithm: str) -> list[str]:
        """Return the logs of an algorithm's runs, in their order."""
        found = sorted((self.folder / "protokoll").glob(f"*-{algorithm}.log"))
        return [path.read_text(encoding="utf-8") for path in found]

    def delineation_log(self, level: str) -> str:
        """Return the log of the delineation of a level."""
        (log,) = (log for log in self.logs("delineateareas") if setting(log, "LEVEL") == level)
        return log


def query(file: Path, sql: str) -> list[dict]:
    """Return the rows that an SQL query finds in a GeoPackage."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


def geometry_of(blob: bytes) -> ogr.Geometry:
    """Return the geometry of a GeoPackage cell: eight bytes and an envelope stand before its WKB."""
    return ogr.CreateGeometryFromWkb(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :])


def setting(log: str, name: str) -> str:
    """Return a parameter or a result as qgis_process tells it in its log."""
    return re.search(rf"^{name}:\t(.*)$", log, re.MULTILINE).group(1)


def warnings(log: str) -> str:
    """Return the warnings of a log."""
    return "\n".join(line for line in log.splitlines() if line.startswith("WARNING"))
