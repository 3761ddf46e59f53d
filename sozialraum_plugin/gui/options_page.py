"""The page “Sozialraum” of QGIS's options: which layers hold the addresses and areas of the open project, and how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Callable

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from ..core.messages import tr
from ..core.paths import resource
from ..geo.address_book import AddressBook
from ..geo.address_layer import AREA_ENTRY, LAYER_ENTRY, SCOPE, address_layer, area_layers, chosen_layer
from ..geo.address_roles import ADDRESS_ROLES, AREA_ROLES, choose_roles, layer_roles
from .address_status import status_text

PAGE = "sozialraumOptions"  # what QGIS calls the page when it is asked to open it


class LayerChoice(QGroupBox):
    """A layer and which of its fields play which role. `found` says what is taken while no layer is chosen."""

    def __init__(
        self,
        title: str,
        labels: Mapping[str, str],
        entry: str,
        roles: Mapping[str, tuple[str, ...]],
        filters: QgsMapLayerProxyModel.Filter,
        found: Callable[[], QgsVectorLayer | None],
    ) -> None:
        super().__init__(title)
        self._entry, self._roles, self._found = entry, roles, found
        form = QFormLayout(self)
        self.layers = QgsMapLayerComboBox(self)
        self.layers.setFilters(filters)
        self.layers.setAllowEmptyLayer(True, tr("Found by itself"))
        form.addRow(tr("Layer"), self.layers)
        self.fields: dict[str, QgsFieldComboBox] = {}
        for role, label in labels.items():
            self.fields[role] = QgsFieldComboBox(self)
            self.fields[role].setAllowEmptyFieldName(True)
            form.addRow(label, self.fields[role])
        chosen = chosen_layer(QgsProject.instance(), entry)
        if chosen is None:
            self.layers.setCurrentIndex(0)
        else:
            self.layers.setLayer(chosen)
        self.layers.layerChanged.connect(self.show_fields)
        self.show_fields()

    def layer(self) -> QgsVectorLayer | None:
        """Return the layer whose fields are shown."""
        return self.layers.currentLayer() or self._found()

    def show_fields(self, *_: object) -> None:
        """Offer the fields of the layer, each role with the one that is chosen or guessed."""
        layer = self.layer()
        roles = {} if layer is None else layer_roles(layer, self._roles)
        for role, box in self.fields.items():
            box.setLayer(layer)
            box.setField(roles.get(role, ""))
            box.setEnabled(layer is not None)

    def missing(self, *needed: str) -> bool:
        """Tell whether a chosen layer lacks a field for a role that it must have."""
        return self.layers.currentLayer() is not None and not all(self.fields[role].currentField() for role in needed)

    def store(self) -> bool:
        """Store the choice in the project; return whether anything changed."""
        project, chosen = QgsProject.instance(), self.layers.currentLayer()
        name = chosen.id() if chosen else ""
        changed = project.readEntry(SCOPE, self._entry, "")[0] != name
        if changed:
            project.writeEntry(SCOPE, self._entry, name)
        layer = self.layer()
        if layer is not None:
            fields = {role: box.currentField() for role, box in self.fields.items()}
            if choose_roles(layer, self._roles, fields):
                project.setDirty(True)
                changed = True
        return changed


class OptionsPage(QgsOptionsPageWidget):
    """Lets the user choose address layer, area layer and their fields; shows how much is read from them."""

    def __init__(self, parent: QWidget | None, book: AddressBook) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._book = book
        self.addresses = _address_choice()
        self.areas = _area_choice()
        self.status = QLabel()
        self.status.setWordWrap(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(_wrapped(_note()))
        for part in (self.addresses, self.areas, self.status):
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        for choice in (self.addresses, self.areas):
            choice.layers.layerChanged.connect(self.show_status)
            for box in choice.fields.values():
                box.fieldChanged.connect(self.show_status)
        book.changed.connect(self.show_status)
        self.show_status()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Start to read, so that the page can say what is there."""
        super().showEvent(event)
        self._book.start_reading()
        self.show_status()

    def show_status(self, *_: object) -> None:
        """Say what is read, or what is still to be chosen."""
        if self.addresses.missing("strasse", "hausnummer"):
            text = tr("Choose the fields of street and house number: without them no address is found.")
        elif self.areas.missing("gebiet"):
            text = tr("Choose the field with the code of the area: without it no area is found.")
        else:
            text = status_text(self._book.snapshot)
        self.status.setText(text)

    def apply(self) -> None:
        """Store the choices in the project and read the layers anew if they changed."""
        changed = [choice.store() for choice in (self.addresses, self.areas)]
        if any(changed):
            self._book.look_again()
            self._book.start_reading()
        self.show_status()


def _address_choice() -> LayerChoice:
    labels = {
        "strasse": tr("Street"),
        "hausnummer": tr("House number"),
        "zusatz": tr("Suffix"),
        "plz": tr("Postcode"),
        "ort": tr("Town"),
        "ortsteil": tr("Ortsteil"),
        "quartier": tr("Quartier"),
        "sozialraum": tr("Sozialraum"),
        "gebiet": tr("Other area"),
    }
    return LayerChoice(
        tr("Address layer of this project"),
        labels,
        LAYER_ENTRY,
        ADDRESS_ROLES,
        QgsMapLayerProxyModel.Filter.PointLayer,
        lambda: address_layer(QgsProject.instance()),
    )


def _area_choice() -> LayerChoice:
    labels = {"gebiet": tr("Code of the area"), "gebiet_name": tr("Name of the area"), "ebene": tr("Level")}
    return LayerChoice(
        tr("Area layer of this project"),
        labels,
        AREA_ENTRY,
        AREA_ROLES,
        QgsMapLayerProxyModel.Filter.PolygonLayer,
        _only_area_layer,
    )


def _only_area_layer() -> QgsVectorLayer | None:
    """Return the area layer found by itself; None where there are several, as each has its own fields."""
    layers = area_layers(QgsProject.instance())
    return layers[0] if len(layers) == 1 else None


def _note() -> str:
    return tr(
        "The search for addresses (prefix sr) and the function gebiet_von() use these layers. A level of areas for "
        "which the addresses have no field is taken from the polygons that they lie in. The choice is stored in the "
        "project."
    )


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the options open."""

    def __init__(self, book: AddressBook) -> None:
        super().__init__("Sozialraum", QIcon(str(resource("icon.svg"))))
        self._book = book

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:  # noqa: N802 - QGIS's name
        """Return a new page."""
        return OptionsPage(parent, self._book)
