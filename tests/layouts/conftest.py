"""Layouts and projects need a running QGIS."""

from __future__ import annotations

from pathlib import Path

import pytest
from store import write_basemap, write_store


@pytest.fixture(autouse=True)
def _qgis(qgis_app):
    """Start QGIS."""


@pytest.fixture
def store(tmp_path) -> Path:
    """A made-up store in a GeoPackage."""
    file = tmp_path / "musterkreis.gpkg"
    write_store(file)
    return file


@pytest.fixture
def basemap(tmp_path) -> Path:
    """A made-up base map in a GeoPackage."""
    file = tmp_path / "grundkarte.gpkg"
    write_basemap(file)
    return file
