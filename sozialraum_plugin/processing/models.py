"""Processing models that the plugin ships."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingModelAlgorithm

from ..core.paths import plugin_file


def shipped_models() -> Iterator[QgsProcessingModelAlgorithm]:
    """Yield each readable model of `resources/models/`, in the order of file names."""
    try:
        folder = plugin_file("resources", "models")
    except FileNotFoundError:
        return
    for path in sorted(folder.glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        if model.fromFile(str(path)):
            yield model
