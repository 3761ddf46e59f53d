"""QGIS for the tests of layouts."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def qgis(qgis_app):
    """A running QGIS."""
    return qgis_app
