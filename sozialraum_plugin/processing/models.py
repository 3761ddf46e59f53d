"""Processing models that the plugin ships."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingModelAlgorithm

from ..core.messages import tr
from ..core.paths import plugin_file


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model whose id is its name in the file and whose title in the toolbox speaks the user's language."""

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return the title in the toolbox."""
        return {"chain": tr("The whole chain, from layers to profiles")}.get(self.name(), self.name())

    def group(self) -> str:
        """Return the group below the five stages."""
        return tr("All stages")


def shipped_models() -> Iterator[ShippedModel]:
    """Yield each readable model of `resources/models/`, in the order of file names."""
    try:
        folder = plugin_file("resources", "models")
    except FileNotFoundError:
        return
    for path in sorted(folder.glob("*.model3")):
        model = ShippedModel()
        if model.fromFile(str(path)):
            yield model
