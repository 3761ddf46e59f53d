"""A town of three areas with its tables, and what poppler tells of the printed files."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from pathlib import Path

from profile_data import COLUMNS, areas_frame, indicators_frame

from algorithms import memory_layer
from sozialraum_plugin.core.fields import Kind

LONG_NAME = "Oberhausen-Schmachtendorf/Walsumermark-Süd"
AREAS = areas_frame(
    [
        ("0599900101", "Mühlenviertel", "sozialraum", "05999001", "05999001", 4310),
        ("0599900102", LONG_NAME, "sozialraum", "05999001", "05999001", 5200),
        ("0599900201", "Am Hammer", "sozialraum", "05999002", "05999002", 2100),
        ("05999001", "Musterstadt", "gemeinde", "05999", "05999001", 9510),
        ("05999002", "Neudorf", "gemeinde", "05999", "05999002", 2100),
        ("05999", "Musterkreis", "kreis", None, None, 11610),
    ]
)
SQUARES = [
    "0 0,500 0,500 800,0 800,0 0",
    "500 0,1200 0,1200 800,500 800,500 0",
    "0 800,1200 800,1200 1500,0 1500,0 800",
    "0 0,1200 0,1200 800,0 800,0 0",
    "0 800,1200 800,1200 1500,0 1500,0 800",
    "0 0,1200 0,1200 1500,0 1500,0 0",
]
AREA_KINDS = dict.fromkeys(AREAS.columns, Kind.TEXT) | {"einwohner": Kind.INTEGER}
INDICATOR_KINDS = dict.fromkeys(COLUMNS, Kind.TEXT) | {
    "wert": Kind.REAL, "zaehler": Kind.REAL, "nenner": Kind.REAL, "stichtag": Kind.DATE,
}  # fmt: skip


def base_parameters(folder: Path, **changes) -> dict:
    wkts = [f"POLYGON(({square}))" for square in SQUARES]
    rows = indicators_frame(AREAS).to_dict("records")
    return {
        "AREAS": memory_layer("MultiPolygon", AREAS.to_dict("records"), AREA_KINDS, wkts, name="gebiete"),
        "INDICATORS": memory_layer("NoGeometry", rows, INDICATOR_KINDS, name="indikatoren"),
        "OUTPUT_FOLDER": str(folder),
        **changes,
    }


def poppler(*command: str) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return unicodedata.normalize("NFKC", result.stdout)


def text_of(pdf: Path, page: int | None = None) -> str:
    pages = ["-f", str(page), "-l", str(page)] if page else []
    return poppler("pdftotext", *pages, "-layout", str(pdf), "-")


def info_of(pdf: Path) -> dict[str, str]:
    return dict(re.findall(r"^([^:]+): +(.*)$", poppler("pdfinfo", str(pdf)), re.MULTILINE))
