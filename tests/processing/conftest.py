"""Registers the provider of the built plugin in a real QGIS."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication

from sozialraum_plugin.processing.provider import SozialraumProvider


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_app, qgis_processing) -> Iterator[SozialraumProvider]:
    """The provider, for the whole session."""
    made = SozialraumProvider()
    made.register()
    yield made
    QgsApplication.processingRegistry().removeProvider(made)
