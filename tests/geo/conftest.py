"""Geometry tests need QGIS's geometry library, nothing of Processing."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def qgis(qgis_app):
    """A running QgsApplication."""
    return qgis_app
