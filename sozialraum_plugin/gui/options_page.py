"""The page “Sozialraum” of QGIS's options: which layer holds the addresses of the open project."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QWidget

from ..core.messages import tr
from ..core.paths import resource
from ..geo.address_book import AddressBook
from ..geo.address_layer import LAYER_ENTRY, SCOPE, is_address_layer


class OptionsPage(QgsOptionsPageWidget):
    """Lets the user choose the address layer; none means that the first fitting one is taken."""

    def __init__(self, parent: QWidget | None, book: AddressBook) -> None:
        super().__init__(parent)
        self._book = book
        self.layers = QgsMapLayerComboBox(self)
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.PointLayer)
        project = QgsProject.instance()
        unfit = [layer for layer in project.mapLayers().values() if not is_address_layer(layer)]
        self.layers.setExceptedLayerList(unfit)
        self.layers.setAllowEmptyLayer(True, tr("Found by itself"))
        self.layers.setLayer(project.mapLayer(project.readEntry(SCOPE, LAYER_ENTRY, "")[0]))
        note = QLabel(tr("Point layers with “strasse” and “hausnummer” are offered; areas stand in “quartier”, "
                         "“sozialraum” or “gebiet”. The choice is stored in the project."))  # fmt: skip
        note.setWordWrap(True)
        form = QFormLayout(self)
        form.addRow(tr("Address layer of this project"), self.layers)
        form.addRow(note)

    def apply(self) -> None:
        """Store the choice in the project."""
        layer = self.layers.currentLayer()
        QgsProject.instance().writeEntry(SCOPE, LAYER_ENTRY, layer.id() if layer else "")
        self._book.renew()


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the options open."""

    def __init__(self, book: AddressBook) -> None:
        super().__init__("Sozialraum", QIcon(str(resource("icon.svg"))))
        self._book = book

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:  # noqa: N802 - QGIS's name
        """Return a new page."""
        return OptionsPage(parent, self._book)
