"""Registers the provider of the built plugin in a real QGIS."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication, QgsProcessingProvider

from sozialraum_plugin.processing.provider import SozialraumProvider

ID = "sozialraum"


@pytest.fixture(scope="session")
def registry(qgis_app, qgis_processing) -> Iterator[object]:
    """QGIS's registry, without our provider in the end."""
    registry = QgsApplication.processingRegistry()
    yield registry
    if registry.providerById(ID) is not None:
        registry.removeProvider(ID)


@pytest.fixture(autouse=True)
def provider(registry) -> QgsProcessingProvider:
    """The provider; tests of the window take it away when they unload the plugin."""
    if registry.providerById(ID) is None:
        SozialraumProvider().register()
    return registry.providerById(ID)
