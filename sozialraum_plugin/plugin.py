"""What QGIS loads. Every register has its unregister beside it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTranslator

from .processing.provider import SozialraumProvider
from .translation import install_translation, remove_translation


class SozialraumPlugin:
    """Wires the toolbox provider and the translation into QGIS."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: SozialraumProvider | None = None
        self._translator: QTranslator | None = install_translation(QgsApplication.locale())

    def initProcessing(self) -> None:  # noqa: N802 - QGIS's name
        """Register the toolbox; called alone by qgis_process, where there is no window."""
        self.provider = SozialraumProvider()
        self.provider.register()

    def initGui(self) -> None:  # noqa: N802 - QGIS's name
        """Register all that the window shows."""
        self.initProcessing()

    def unload(self) -> None:
        """Take back all that was registered."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translation(self._translator)
        self._translator = None
