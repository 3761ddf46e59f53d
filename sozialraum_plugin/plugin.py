"""What QGIS loads. Every register has its unregister beside it."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsExpression
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTranslator

from .geo.address_book import AddressBook
from .gui.address_filter import AddressFilter
from .gui.area_function import NAME as AREA_FUNCTION
from .gui.area_function import AreaFunction
from .gui.options_page import OptionsFactory
from .processing.provider import SozialraumProvider
from .translation import install_translation, remove_translation


class SozialraumPlugin:
    """Wires the toolbox provider, the search for addresses and the translation into QGIS."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: SozialraumProvider | None = None
        self.book: AddressBook | None = None
        self._function: AreaFunction | None = None
        self._filter: AddressFilter | None = None
        self._options: OptionsFactory | None = None
        self._translator: QTranslator | None = install_translation(QgsApplication.locale())

    def initProcessing(self) -> None:  # noqa: N802 - QGIS's name
        """Register toolbox and expression function; called alone by qgis_process, where there is no window."""
        self.book = AddressBook()
        self._function = AreaFunction(self.book, headless=self.iface is None)
        QgsExpression.registerFunction(self._function)
        self.provider = SozialraumProvider()
        self.provider.register()

    def initGui(self) -> None:  # noqa: N802 - QGIS's name
        """Register all that the window shows."""
        self.initProcessing()
        self._filter = AddressFilter(self.iface, self.book)
        self.iface.registerLocatorFilter(self._filter)
        self._options = OptionsFactory(self.book)
        self.iface.registerOptionsWidgetFactory(self._options)

    def unload(self) -> None:
        """Take back all that was registered."""
        if self._options is not None:
            self.iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        if self._filter is not None:
            self.iface.deregisterLocatorFilter(self._filter)
            self._filter = None
        if self._function is not None:
            QgsExpression.unregisterFunction(AREA_FUNCTION)
            self._function = None
        if self.book is not None:
            self.book.close()
            self.book = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translation(self._translator)
        self._translator = None
