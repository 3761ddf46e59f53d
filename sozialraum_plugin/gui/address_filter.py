"""The locator filter `sr`: street and number, or an area, typed anywhere in QGIS show the place and its areas."""

from __future__ import annotations

import json
import time

from qgis.core import QgsCoordinateReferenceSystem, QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.gui import QgisInterface

from ..core.addresses.address_search import LIMIT, Hit, search
from ..core.addresses.area_search import Area, search_areas
from ..core.messages import tr
from ..geo.address_book import AddressBook
from ..geo.address_snapshot import LayerSnapshot
from .address_status import level_title
from .options_page import PAGE
from .show_place import Place, show_place

PREFIX = "sr"
_SHORTEST_WITHOUT_PREFIX = 3
_MOST_AREAS = 8
_WAIT = 0.05  # seconds between two looks at an index that is being built
_PATIENCE = 0.3  # seconds until the user is told


class AddressFilter(QgsLocatorFilter):
    """Finds addresses and areas of the project."""

    def __init__(self, iface: QgisInterface, book: AddressBook) -> None:
        super().__init__()
        self._iface, self._book = iface, book
        self._snapshot: LayerSnapshot | None = None
        self.setUseWithoutPrefix(True)

    def clone(self) -> AddressFilter:
        """Return the copy that one search uses."""
        return AddressFilter(self._iface, self._book)

    def name(self) -> str:
        """Return the id in the settings."""
        return "sozialraum_addresses"

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return the name in the options."""
        return tr("Sozialraum: addresses and areas")

    def prefix(self) -> str:
        """Return what limits a search to this filter."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Return where the results stand."""
        return QgsLocatorFilter.Priority.High

    def prepare(self, string: str, context: QgsLocatorContext) -> list[str]:
        """Take hold of the layers, in the main thread, and start to read them if that is still to do."""
        self._book.start_reading()
        self._snapshot = self._book.snapshot
        return []

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: N802
        """Report what is found; runs outside the main thread."""
        text = string.strip()
        # QGIS passes prefixes of plugins that are shorter than three letters on as part of the text.
        prefixed = text.lower().startswith(f"{PREFIX} ")
        text = text[len(PREFIX) :].strip() if prefixed else text
        meant = prefixed or context.usingPrefix
        if not text or (len(text) < _SHORTEST_WITHOUT_PREFIX and not meant):
            return
        if self._snapshot is None:
            if meant:
                self._tell(tr("No layer of addresses or areas: choose it under Settings > Options > Sozialraum"), PAGE)
        elif self._wait(self._snapshot, feedback):
            self._report(text, self._snapshot, feedback)

    def _report(self, text: str, snapshot: LayerSnapshot, feedback: QgsFeedback) -> None:
        content = snapshot.content
        results = [self._area(area, score, snapshot.crs) for area, score in
                   search_areas(content.areas, text, _MOST_AREAS)]  # fmt: skip
        results += [self._address(hit, snapshot.crs) for hit in search(content.index, text, LIMIT)]
        for result in results:
            if feedback.isCanceled():
                return
            self.resultFetched.emit(result)

    def _wait(self, snapshot: LayerSnapshot, feedback: QgsFeedback) -> bool:
        """Wait until the layers are read; False if the user typed on or the layers are gone."""
        start, told = time.monotonic(), False
        while snapshot.content is None:
            if feedback.isCanceled() or not snapshot.awaited:
                return snapshot.content is not None
            if not told and time.monotonic() - start > _PATIENCE:
                told = True
                self._tell(tr("Addresses are being read…"))
            time.sleep(_WAIT)
        return True

    def _tell(self, sentence: str, opens: str = "") -> None:
        """Show a sentence among the results; choosing it opens a page of the options, if one is named."""
        result = QgsLocatorResult(self, sentence, opens)
        result.score = 0.0  # below what is found later
        self.resultFetched.emit(result)

    def _address(self, hit: Hit, crs: QgsCoordinateReferenceSystem) -> QgsLocatorResult:
        place = " ".join(part for part in (hit.postcode, hit.place) if part)
        shown = f"{hit.street} {hit.number}".strip()
        shown = f"{shown}, {place}" if place else shown
        return self._result(shown, " · ".join(hit.areas), hit.score, Place(hit.box, _wkt(crs)))

    def _area(self, area: Area, score: float, crs: QgsCoordinateReferenceSystem) -> QgsLocatorResult:
        place = Place(area.box, _wkt(crs), (area.level, area.code))
        return self._result(area.name or area.code, f"{level_title(area.level)} {area.code}", score, place)

    def _result(self, shown: str, description: str, score: float, place: Place) -> QgsLocatorResult:
        # Text, not a Python object: in QGIS 3.22 Python objects in a result outlive their memory.
        result = QgsLocatorResult(self, shown, json.dumps(place))
        result.description = description
        result.score = score
        return result

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802 - QGIS's name
        """Show the place on the map and flash it."""
        written = _user_data(result)
        if written == PAGE:
            self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)
        elif written:
            self._show(result.displayString, Place(*json.loads(written)))

    def _show(self, name: str, place: Place) -> None:
        snapshot = self._book.snapshot
        shapes = snapshot.content.shapes if snapshot is not None and snapshot.content is not None else {}
        if not show_place(self._iface.mapCanvas(), place, shapes.get(tuple(place.area), [])):
            sentence = tr("{place} has no position that the map can show.").format(place=name)
            self._iface.messageBar().pushWarning("Sozialraum", sentence)


def _user_data(result: QgsLocatorResult) -> str:
    """Return what we put into the result: a method in QGIS 3.22, an attribute in 3.40."""
    data = result.getUserData if hasattr(result, "getUserData") else result.userData
    return data() if callable(data) else data


def _wkt(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019)
