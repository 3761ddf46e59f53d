"""Helpers for tests of the generated sample."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
from osgeo import ogr

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "make_sample.py"
ADDRESSES = 1500
ogr.UseExceptions()


def make_sample(*arguments: object) -> subprocess.CompletedProcess:
    """Run the script as a user does."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def coordinates(geometry: ogr.Geometry) -> np.ndarray:
    """Return the points (n, 2) of a line, or of a polygon's outer ring."""
    return np.array((geometry.GetGeometryRef(0) if geometry.GetGeometryCount() else geometry).GetPoints())[:, :2]
