"""The locator filter `sr`: street and number typed anywhere in QGIS show the address and its areas."""

from __future__ import annotations

import json
import math
import time

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeedback,
    QgsGeometry,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsTask,
)
from qgis.gui import QgisInterface

from ..core.addresses.address_search import Hit, search
from ..core.messages import tr
from ..geo.address_book import AddressBook
from ..geo.address_layer import LayerSnapshot

PREFIX = "sr"
_SHORTEST_WITHOUT_PREFIX = 3
_SCALE = 1000
_AROUND = 1e-3  # map units
_WAIT = 0.05  # seconds between two looks at an index that is being built
_PATIENCE = 0.3  # seconds until the user is told


class ReadingTask(QgsTask):
    """Reads the addresses in the background."""

    def __init__(self, snapshot: LayerSnapshot) -> None:
        super().__init__(tr("Reading addresses"), QgsTask.Flag.CanCancel)
        self.snapshot = snapshot

    def run(self) -> bool:
        """Build the index; False if cancelled."""
        return self.snapshot.build(self.isCanceled) is not None


class AddressFilter(QgsLocatorFilter):
    """Finds addresses of the project's address layer."""

    def __init__(self, iface: QgisInterface, book: AddressBook) -> None:
        super().__init__()
        self._iface, self._book = iface, book
        self._snapshot: LayerSnapshot | None = None
        self._task: ReadingTask | None = None
        self.setUseWithoutPrefix(True)

    def clone(self) -> AddressFilter:
        """Return the copy that one search uses."""
        return AddressFilter(self._iface, self._book)

    def name(self) -> str:
        """Return the id in the settings."""
        return "sozialraum_addresses"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return the name in the options."""
        return tr("Sozialraum: addresses")

    def prefix(self) -> str:
        """Return what limits a search to this filter."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Return where the results stand."""
        return QgsLocatorFilter.Priority.High

    def prepare(self, string: str, context: QgsLocatorContext) -> list[str]:
        """Take hold of the layer, in the main thread, and start to read it if that is still to do."""
        self._snapshot = self._book.snapshot
        if self._snapshot is not None and self._snapshot.index is None and not self._book.property("reading"):
            self._start_reading(self._snapshot)
        return []

    def _start_reading(self, snapshot: LayerSnapshot) -> None:
        task, book = ReadingTask(snapshot), self._book
        book.task = task  # Python must keep it
        book.setProperty("reading", True)
        for signal in (task.taskCompleted, task.taskTerminated):
            signal.connect(lambda: book.setProperty("reading", False))
        QgsApplication.taskManager().addTask(task)

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: N802
        """Report what is found; runs outside the main thread."""
        text = string.strip()
        # QGIS passes prefixes of plugins that are shorter than three letters on as part of the text.
        prefixed = text.lower().startswith(f"{PREFIX} ")
        text = text[len(PREFIX) :].strip() if prefixed else text
        snapshot = self._snapshot
        if snapshot is None or (len(text) < _SHORTEST_WITHOUT_PREFIX and not prefixed and not context.usingPrefix):
            return
        if not self._wait(snapshot, feedback):
            return
        for hit in search(snapshot.index, text):
            if feedback.isCanceled():
                return
            self.resultFetched.emit(self._result(hit, snapshot.crs))

    def _wait(self, snapshot: LayerSnapshot, feedback: QgsFeedback) -> bool:
        """Wait for the index; False if the user typed on."""
        start, told = time.monotonic(), False
        while snapshot.index is None:
            if feedback.isCanceled():
                return False
            if not told and time.monotonic() - start > _PATIENCE:
                told = True
                self.resultFetched.emit(QgsLocatorResult(self, tr("Addresses are being read…"), ""))
            time.sleep(_WAIT)
        return True

    def _result(self, hit: Hit, crs: QgsCoordinateReferenceSystem) -> QgsLocatorResult:
        place = " ".join(part for part in (hit.postcode, hit.place) if part)
        shown = f"{hit.street} {hit.number}".strip()
        data = {"box": list(hit.box), "crs": crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019)}
        # Text, not a dict: in QGIS 3.22 Python objects in a result outlive their memory.
        result = QgsLocatorResult(self, f"{shown}, {place}" if place else shown, json.dumps(data))
        result.description = " · ".join(hit.areas)
        result.score = hit.score
        return result

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802 - QGIS's name
        """Show the address on the map and flash it."""
        written = result.getUserData() if hasattr(result, "getUserData") else result.userData()
        data = json.loads(written) if written else None
        if data is None or any(math.isnan(value) for value in data["box"]):
            return
        canvas, box = self._iface.mapCanvas(), QgsRectangle(*data["box"])
        crs = QgsCoordinateReferenceSystem.fromWkt(data["crs"])
        shape = QgsGeometry.fromRect(box) if box.width() or box.height() else _point(box)
        target = canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(crs, target, QgsProject.instance())
        shown = transform.transformBoundingBox(box) if crs.isValid() and target.isValid() else box
        if box.width() or box.height():
            canvas.zoomToFeatureExtent(shown)
        else:
            canvas.setExtent(shown.buffered(_AROUND))  # a canvas without extent has no centre to move
            canvas.zoomScale(_SCALE)
        canvas.flashGeometries([shape], crs)
        canvas.refresh()


def _point(box: QgsRectangle) -> QgsGeometry:
    return QgsGeometry.fromPointXY(QgsPointXY(box.xMinimum(), box.yMinimum()))
