"""The addresses and areas of the open project: kept while their layers stay as they are, made anew when they change."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.messages import tr
from .address_layer import address_layer, area_layers
from .address_snapshot import Content, LayerSnapshot, layers_key

_RUNNING: set[ReadingTask] = set()  # Python must keep tasks that QGIS runs


class ReadingTask(QgsTask):
    """Reads a snapshot in the background."""

    def __init__(self, snapshot: LayerSnapshot, book: AddressBook) -> None:
        super().__init__(tr("Reading addresses"), QgsTask.Flag.CanCancel)
        self._snapshot, self._book = snapshot, book

    def run(self) -> bool:
        """Read; False if cancelled."""
        try:
            return self._snapshot.build(self.isCanceled) is not None
        finally:
            self._snapshot.awaited = False

    def finished(self, result: bool) -> None:
        """Tell the book, in the main thread."""
        self._snapshot.awaited = False  # a task that was cancelled before it began has not run
        _RUNNING.discard(self)
        self._book.changed.emit()


class AddressBook(QObject):
    """Holds a snapshot of the layers. Signals arrive in the main thread; `snapshot` may be read in any.

    `changed` says that there is another snapshot, or that one has been read.
    """

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.snapshot: LayerSnapshot | None = None
        self._layers: list[QgsVectorLayer] = []
        project = QgsProject.instance()
        self._project_signals = (project.layersAdded, project.layersRemoved, project.readProject, project.cleared)
        for signal in self._project_signals:
            signal.connect(self.look_again)
        self.renew()

    def look_again(self, *_: object) -> None:
        """Take a new snapshot if other layers or fields play the roles now."""
        layer, areas = self._chosen()
        found = layers_key(layer, areas) if layer or areas else None
        if found != (self.snapshot.key if self.snapshot else None):
            self.renew()

    def renew(self, *_: object) -> None:
        """Take a new snapshot; unsaved edits count once they are saved."""
        self._leave_layers()
        layer, areas = self._chosen()
        self._layers = [one for one in (layer, *areas) if one is not None]
        context = QgsProject.instance().transformContext()
        self._replace(LayerSnapshot(layer, areas, context) if self._layers else None)
        for signal in self._layer_signals():
            signal.connect(self.renew)
        self.changed.emit()

    def content(self) -> Content | None:
        """Return what the layers hold, read now if need be; in any thread. None without layers."""
        while True:
            snapshot = self.snapshot
            content = None if snapshot is None else snapshot.build()
            if content is not None or snapshot is self.snapshot:
                return content

    def start_reading(self) -> None:
        """Read in the background what is not read yet."""
        snapshot = self.snapshot
        if snapshot is None or snapshot.content is not None or snapshot.awaited:
            return
        snapshot.awaited = True
        task = ReadingTask(snapshot, self)
        _RUNNING.add(task)
        QgsApplication.taskManager().addTask(task)

    def close(self) -> None:
        """Let go of project and layers, and stop who reads."""
        for signal in self._project_signals:
            signal.disconnect(self.look_again)
        self._leave_layers()
        self._replace(None)

    def _chosen(self) -> tuple[QgsVectorLayer | None, list[QgsVectorLayer]]:
        project = QgsProject.instance()
        return address_layer(project), area_layers(project)

    def _replace(self, snapshot: LayerSnapshot | None) -> None:
        """Set the snapshot before the old one is closed: who waits for that one then turns to the new one."""
        old, self.snapshot = self.snapshot, snapshot
        if old is not None:
            old.close()

    def _leave_layers(self) -> None:
        for signal in self._layer_signals():
            signal.disconnect(self.renew)
        self._layers = []

    def _layer_signals(self) -> list:
        signals = []
        for layer in self._layers:
            if not sip.isdeleted(layer):
                signals += [layer.afterCommitChanges, layer.dataChanged, layer.updatedFields, layer.crsChanged,
                            layer.subsetStringChanged, layer.dataSourceChanged]  # fmt: skip
        return signals
