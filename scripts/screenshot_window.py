"""Runs inside QGIS (`qgis --code`): shows the toolbox of Sozialraum, saves the window as a picture and quits."""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import iface

READY_MS = 4000  # until the project is drawn and all providers are listed
DRAWN_MS = 2500
LAYERS_WIDTH, TOOLBOX_WIDTH = 340, 430


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


def save_picture() -> None:
    """Save the window once the map is drawn, and leave."""
    iface.mapCanvas().waitWhileRendering()
    iface.messageBar().clearWidgets()
    iface.mainWindow().grab().save(os.environ["SOZIALRAUM_PICTURE"])
    os._exit(0)  # without the question whether to save the project


QTimer.singleShot(READY_MS, show_toolbox)
