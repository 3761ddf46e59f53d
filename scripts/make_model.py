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

MODEL = ROOT / "resources" / "models" / "chain.model3"
RESULTS = ("gebiete", "strassenverzeichnis", "indikatoren", "index")  # what a user keeps; the rest passes through
Source = QgsProcessingModelChildParameterSource
INTEGER = QgsProcessingParameterNumber.Type.Integer
LINES = [QgsProcessing.SourceType.TypeVectorLine]
POINTS = [QgsProcessing.SourceType.TypeVectorPoint]
POLYGONS = [QgsProcessing.SourceType.TypeVectorPolygon]


class Given:
    """An input of the model as the value of a step's parameter."""

    def __init__(self, name: str) -> None:
        self.source = Source.fromModelParameter(name)


class Default:
    """An input of the model that counts with its default where a user leaves it out.

    QGIS's window fills defaults in, qgis_process does not, so the step takes them by an expression.
    """

    def __init__(self, name: str) -> None:
        value = next(definition.defaultValue() for definition in inputs() if definition.name() == name)
        literal = f"'{value}'" if isinstance(value, str) else str(value)
        self.source = Source.fromExpression(f"coalesce(@{name}, {literal})")


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
        QgsProcessingParameterString("SOURCE", "Quelle der Zählwerte", "Einwohnermelderegister"),
        QgsProcessingParameterString("SHARES", "Anteile der Blöcke (name=teil/ganzes; ...)", optional=True),
        QgsProcessingParameterString("ATTRIBUTES", "Anteile, in denen Gebiete homogen sein sollen", optional=True),
        QgsProcessingParameterString("STATUS_INDICATORS", "Indikatoren des Statusindex", "A08"),
        *(
            QgsProcessingParameterNumber(name, text, INTEGER, value, minValue=1)
            for name, text, value in (
                ("QUARTER_MINIMUM", "Quartiere: mindestens Einwohner", 600),
                ("QUARTER_TARGET", "Quartiere: angestrebt", 900),
                ("QUARTER_MAXIMUM", "Quartiere: höchstens Einwohner", 1400),
                ("AREA_MINIMUM", "Sozialräume: mindestens Einwohner", 1500),
                ("AREA_TARGET", "Sozialräume: angestrebt", 2700),
                ("AREA_MAXIMUM", "Sozialräume: höchstens Einwohner", 4500),
            )
        ),
        QgsProcessingParameterString("TOP_NAME", "Name des ganzen Gebiets", "Kreis"),
        QgsProcessingParameterFolderDestination("OUTPUT_FOLDER", "Ordner der Profile"),
    ]


def steps() -> list[tuple[str, str, dict[str, Any]]]:
    """Return the chain: name of the step, id of its algorithm, its parameters. Plain values are fixed."""
    traits = {
        "POPULATION_FIELD": "einwohner",
        "COMMUNE_FIELD": "gemeinde",
        "BARRIERS": Given("BARRIERS"),
        "SEED": 1,
    }
    return [
        (
            "bloecke",
            "sozialraum:buildblocks",
            {
                "STREETS": Given("STREETS"),
                "ADDRESSES": Given("ADDRESSES"),
                "BARRIERS": Given("BARRIERS"),
                "BOUNDARY": Given("BOUNDARY"),
                "COUNT_FIELDS": Given("COUNT_FIELDS"),
                "SHARES": Given("SHARES"),
            },
        ),
        (
            "quartiere",
            "sozialraum:delineateareas",
            {
                **traits,
                **bounds("QUARTER"),
                "INPUT": From("bloecke"),
                "ATTRIBUTES": Given("ATTRIBUTES"),
                "LEVEL": "quartier",
                "CODE_DIGITS": 3,
                "NAME_FIELD": "ortsteil",
            },
        ),
        (
            "sozialraeume",
            "sozialraum:delineateareas",
            {
                **traits,
                **bounds("AREA"),
                "INPUT": From("quartiere"),
                "ATTRIBUTES": Given("ATTRIBUTES"),
                "LEVEL": "sozialraum",
                "CODE_DIGITS": 2,
                "NAME_FIELD": "ortsteil",
            },
        ),
        (
            "gebiete",
            "sozialraum:buildhierarchy",
            {"LAYERS": [From("quartiere"), From("sozialraeume"), Given("BOUNDARY")], "TOP_NAME": Default("TOP_NAME")},
        ),
        (
            "strassenverzeichnis",
            "sozialraum:streetdirectory",
            {"ADDRESSES": Given("ADDRESSES"), "AREAS": From("quartiere")},
        ),
        (
            "merkmale",
            "sozialraum:aggregatecounts",
            {
                "INPUT": Given("ADDRESSES"),
                "AREAS": From("quartiere"),
                "COUNT_FIELDS": Given("COUNT_FIELDS"),
                "VARIABLES": Given("VARIABLES"),
                "REFERENCE_DATE": Default("REFERENCE_DATE"),
                "SOURCE": Default("SOURCE"),
            },
        ),
        (
            "indikatoren",
            "sozialraum:computeindicators",
            {"COUNTS": [From("merkmale")], "AREAS": From("gebiete")},
        ),
        (
            "indikatortabelle",
            "sozialraum:pivotindicators",
            {"INPUT": From("indikatoren"), "LEVEL": "sozialraum"},
        ),
        (
            "index",
            "sozialraum:statusdynamics",
            {
                "INPUT": From("indikatortabelle"),
                "STATUS_FIELDS": Default("STATUS_INDICATORS"),
                "POPULATION_FIELD": "einwohner",
            },
        ),
        (
            "profile",
            "sozialraum:areaprofiles",
            {
                "AREAS": From("gebiete"),
                "INDICATORS": From("indikatoren"),
                "INDEX": From("index"),
                "LEVEL": "sozialraum",
                "STREETS": Given("STREETS"),
                "OUTPUT_FOLDER": Given("OUTPUT_FOLDER"),
            },
        ),
    ]


def bounds(prefix: str) -> dict[str, Default]:
    """Return the three population parameters of a level."""
    return {
        "MIN_POPULATION": Default(f"{prefix}_MINIMUM"),
        "TARGET_POPULATION": Default(f"{prefix}_TARGET"),
        "MAX_POPULATION": Default(f"{prefix}_MAXIMUM"),
    }


def build() -> QgsProcessingModelAlgorithm:
    """Return the model; raise SystemExit if a step's algorithm or parameter does not exist."""
    model = QgsProcessingModelAlgorithm("chain", "Sozialraum", "sozialraum")
    for row, definition in enumerate(inputs()):
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(120, 60 + 60 * row))
        model.addModelParameter(definition, component)
    for row, (name, algorithm, values) in enumerate(steps()):
        model.addChildAlgorithm(child(name, algorithm, values, QPointF(480 + 60 * (row % 2), 60 + 90 * row)))
    model.setHelpContent(HELP)
    return model


def child(name: str, algorithm: str, values: dict[str, Any], position: QPointF) -> QgsProcessingModelChildAlgorithm:
    """Return one step; its layer is a result of the model if it is one of RESULTS."""
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(name)
    step.setDescription(name)
    step.setPosition(position)
    if step.algorithm() is None:
        raise SystemExit(f"{algorithm} does not exist")
    for parameter, value in values.items():
        if step.algorithm().parameterDefinition(parameter) is None:
            raise SystemExit(f"{algorithm} has no parameter {parameter}")
        step.addParameterSources(parameter, [source(one) for one in (value if isinstance(value, list) else [value])])
    if name in RESULTS:
        output = QgsProcessingModelOutput(name, name)
        output.setChildId(name)
        output.setChildOutputName("OUTPUT")
        output.setPosition(QPointF(position.x() + 300, position.y()))
        step.setModelOutputs({name: output})
    return step


def source(value: Any) -> QgsProcessingModelChildParameterSource:
    """Return a plain value, an input or an earlier output as the model's source."""
    return value.source if isinstance(value, (Given, Default, From)) else Source.fromStaticValue(value)


HELP = {
    "ALG_DESC": "Die ganze Kette von den Layern eines Projekts bis zu den Profilen: Blöcke, Quartiere, Sozialräume, "
    "Gebietshierarchie, Straßenverzeichnis, Merkmale, Indikatoren, Status und Profile als PDF.\n\n"
    "The whole chain from a project's layers to the profiles: blocks, Quartiere, Sozialräume, hierarchy, street "
    "directory, counts, indicators, status and profile PDFs.",
}


def main() -> int:
    """Write the model as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=MODEL)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    from sozialraum_plugin.processing.provider import SozialraumProvider

    provider = SozialraumProvider()
    provider.register()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    build().toFile(str(options.output))
    sys.stdout.write(f"{options.output}\n")
    application.exitQgis()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
