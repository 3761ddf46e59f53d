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


@pytest.fixture(scope="session")
def provider(registry) -> QgsProcessingProvider:
    """The provider, for fixtures that outlive a test."""
    return registered(registry)


@pytest.fixture(autouse=True)
def provider_of_test(registry) -> QgsProcessingProvider:
    """The provider, back again if a test of the window took it away by unloading the plugin."""
    return registered(registry)


def registered(registry) -> QgsProcessingProvider:
    """Return our provider as QGIS knows it, registered if need be."""
    if registry.providerById(ID) is None:
        SozialraumProvider().register()
    return registry.providerById(ID)
