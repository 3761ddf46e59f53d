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


class LiveProvider:
    """Our provider as QGIS knows it at the moment, for a fixture that outlives its being taken away."""

    def __init__(self, registry) -> None:
        self._registry = registry

    def __getattr__(self, name: str) -> object:
        return getattr(registered(self._registry), name)


@pytest.fixture(scope="session")
def provider(registry) -> LiveProvider:
    """The provider."""
    registered(registry)
    return LiveProvider(registry)


@pytest.fixture(autouse=True)
def provider_of_test(registry) -> None:
    """Register the provider again if a test of the window took it away by unloading the plugin."""
    registered(registry)


def registered(registry) -> QgsProcessingProvider:
    """Return our provider, registered if need be."""
    if registry.providerById(ID) is None:
        SozialraumProvider().register()
    return registry.providerById(ID)
