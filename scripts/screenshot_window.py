"""Runs inside QGIS (`qgis --code`): shows the toolbox of Sozialraum or a search, saves the window and quits."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLineEdit
from qgis.utils import iface

READY_MS = 4000  # until the project is drawn and all providers are listed
DRAWN_MS = 2500
FOUND_MS = 3000  # until the addresses are read and the results are listed
FLASH_MS = 250
LAYERS_WIDTH, TOOLBOX_WIDTH = 340, 430
SEARCH = os.environ.get("SOZIALRAUM_SEARCH", "")
CHOOSE = os.environ.get("SOZIALRAUM_CHOOSE", "") == "1"


def show_toolbox() -> None:
    """Open the Processing toolbox with nothing but our algorithms, all groups expanded."""
    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
    layers = window.findChild(QDockWidget, "Layers")
    toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
    toolbox.searchBox.setValue("sozialraum:")
    toolbox.algorithmTree.expandAll()
    window.resize(QApplication.primaryScreen().size())
    window.move(0, 0)
    window.resizeDocks([layers, toolbox], [LAYERS_WIDTH, TOOLBOX_WIDTH], Qt.Orientation.Horizontal)
    QTimer.singleShot(DRAWN_MS, save_picture)


def search() -> None:
    """Type into the locator bar; choose the first result if that is asked for."""
    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    window.resize(QApplication.primaryScreen().size())
    window.move(0, 0)
    window.resizeDocks([window.findChild(QDockWidget, "Layers")], [LAYERS_WIDTH], Qt.Orientation.Horizontal)
    iface.locatorSearch(SEARCH)
    QTimer.singleShot(FOUND_MS, choose if CHOOSE else save_picture)


def choose() -> None:
    """Press Enter in the locator bar, and take the picture while the place flashes."""
    boxes = iface.mainWindow().findChildren(QLineEdit)
    QTest.keyClick(next(box for box in boxes if box.text() == SEARCH), Qt.Key.Key_Return)
    iface.mapCanvas().waitWhileRendering()
    QTimer.singleShot(FLASH_MS, save_picture)


def save_picture() -> None:
    """Save the window once the map is drawn, and leave."""
    iface.mapCanvas().waitWhileRendering()
    iface.messageBar().clearWidgets()
    iface.mainWindow().grab().save(os.environ["SOZIALRAUM_PICTURE"])
    os._exit(0)  # without the question whether to save the project


QTimer.singleShot(READY_MS, search if SEARCH else show_toolbox)
