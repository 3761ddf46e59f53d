"""The toolbox provider `sozialraum`: one algorithm a module, grouped by stage."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..core.messages import tr
from ..core.paths import resource
from .algorithm import STAGES, SozialraumAlgorithm
from .models import shipped_models


def algorithm_classes() -> Iterator[type[SozialraumAlgorithm]]:
    """Yield the algorithm of every module below `processing/<stage>/`, in the order of the stages."""
    for stage in STAGES:
        package = importlib.import_module(f".{stage}", __package__)
        for module in pkgutil.iter_modules(package.__path__):
            if module.name.startswith("_"):
                continue
            loaded = importlib.import_module(f".{module.name}", package.__name__)
            for value in vars(loaded).values():
                if (
                    isinstance(value, type)
                    and issubclass(value, SozialraumAlgorithm)
                    and value.__module__ == loaded.__name__
                ):
                    yield value


class SozialraumProvider(QgsProcessingProvider):
    """Offers all algorithms and shipped models in the toolbox and to qgis_process."""

    def id(self) -> str:
        """Return the id before the colon: ``sozialraum:delineateareas``."""
        return "sozialraum"

    def name(self) -> str:
        """Return the provider's name in the toolbox."""
        return "Sozialraum"

    def longName(self) -> str:  # noqa: N802 - QGIS's name
        """Return the name with its purpose."""
        return tr("Sozialraum: small-area social planning")

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(resource("icon.svg")))

    def loadAlgorithms(self) -> None:  # noqa: N802 - QGIS's name
        """Add every algorithm, and once QGIS knows them the models that chain them (see `register`)."""
        for algorithm in algorithm_classes():
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for model in shipped_models():
                self.addAlgorithm(model)

    def register(self) -> None:
        """Make QGIS know the provider, then its models: a model that loads before its steps has no outputs.

        One that an earlier load of the plugin left behind goes first, since QGIS deletes a second one of the same id.
        """
        registry = QgsApplication.processingRegistry()
        if registry.providerById(self.id()) is not None:
            registry.removeProvider(self.id())
        registry.addProvider(self)
        self.refreshAlgorithms()
