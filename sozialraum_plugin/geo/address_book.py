"""The address index of the open project: kept while the layer stays as it is, made anew when it changes."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from .address_layer import LayerSnapshot, address_layer


class AddressBook(QObject):
    """Holds a snapshot of the address layer. Signals arrive in the main thread; `snapshot` may be read in any."""

    def __init__(self) -> None:
        super().__init__()
        self.snapshot: LayerSnapshot | None = None
        self._layer: QgsVectorLayer | None = None
        project = QgsProject.instance()
        self._project_signals = (project.layersAdded, project.layersRemoved, project.readProject, project.cleared)
        for signal in self._project_signals:
            signal.connect(self.renew)
        self.renew()

    def renew(self, *_: object) -> None:
        """Take a new snapshot; unsaved edits count once they are saved."""
        self._leave()
        self._layer = address_layer(QgsProject.instance())
        self.snapshot = None if self._layer is None else LayerSnapshot(self._layer)
        for signal in self._layer_signals():
            signal.connect(self.renew)

    def close(self) -> None:
        """Let go of project and layer."""
        for signal in self._project_signals:
            signal.disconnect(self.renew)
        self._leave()
        self.snapshot = None

    def _leave(self) -> None:
        for signal in self._layer_signals():
            signal.disconnect(self.renew)
        self._layer = None

    def _layer_signals(self) -> tuple:
        layer = self._layer
        if layer is None or sip.isdeleted(layer):
            return ()
        return layer.afterCommitChanges, layer.dataChanged, layer.updatedFields, layer.crsChanged
