#!/usr/bin/python3
"""Write resources/models/chain.model3, the Processing model that runs the whole chain from a project's layers.

The model is made by QGIS's own API on the built plugin, so that a renamed parameter shows here and not at the user's.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, os.environ.get("SOZIALRAUM_BUILD", str(ROOT / "build")))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF  # noqa: E402

Source = QgsProcessingModelChildParameterSource
INTEGER = QgsProcessingParameterNumber.Type.Integer
LINES = [QgsProcessing.SourceType.TypeVectorLine]
POINTS = [QgsProcessing.SourceType.TypeVectorPoint]
POLYGONS = [QgsProcessing.SourceType.TypeVectorPolygon]


class Given:
    """An input of the model as the value of a step's parameter."""

    def __init__(self, name: str) -> None:
        self.source = Source.fromModelParameter(name)


class From:
    """An output of an earlier step as the value of a step's parameter."""

    def __init__(self, step: str, output: str = "OUTPUT") -> None:
        self.source = Source.fromChildOutput(step, output)


def inputs() -> list[QgsProcessingParameterDefinition]:
    """Return what a user gives the model."""
    return [
        QgsProcessingParameterFeatureSource("ADDRESSES", "Adressen mit Einwohnern und Zählwerten", POINTS),
        QgsProcessingParameterFeatureSource("STREETS", "Straßen", LINES),
        QgsProcessingParameterFeatureSource("BARRIERS", "Barrieren (Bahn, Fluss)", optional=True),
        QgsProcessingParameterFeatureSource("BOUNDARY", "Gemeinden (Felder gebiet, gebiet_name, ebene)", POLYGONS),
        QgsProcessingParameterField(
            "COUNT_FIELDS", "Zählwerte an den Adressen", parentLayerParameterName="ADDRESSES", allowMultiple=True
        ),
        QgsProcessingParameterString("VARIABLES", "Merkmale dazu, in gleicher Reihenfolge (E;E_u18;AUSL)"),
        QgsProcessingParameterString("REFERENCE_DATE", "Stichtag der Zählwerte", "31.12.2025"),
        QgsProcessingParameterString("STATUS_INDICATORS", "Indikatoren des Statusindex", "A08"),
        *(
            QgsProcessingParameterNumber(name, text, INTEGER, value, minValue=1)
            for name, text, value in (
                ("QUARTER_MINIMUM", "Quartiere: mindestens Einwohner", 700),
                ("QUARTER_TARGET", "Quartiere: angestrebt", 1000),
                ("QUARTER_MAXIMUM", "Quartiere: höchstens Einwohner", 1600),
                ("AREA_MINIMUM", "Sozialräume: mindestens Einwohner", 2000),
                ("AREA_TARGET", "Sozialräume: angestrebt", 3000),
                ("AREA_MAXIMUM", "Sozialräume: höchstens Einwohner", 4500),
            )
        ),
        QgsProcessingParameterString("TOP_NAME", "Name des ganzen Gebiets", "Kreis"),
        QgsProcessingParameterFolderDestination("OUTPUT_FOLDER", "Ordner der Profile"),
    ]
