"""What `buildblocks` reads besides the addresses: lines that cut, and communes that frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.fields import AREA, COMMUNE
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.attributes import plain
from ...geo.cleaning import Cleaned, clean_lines, clean_polygons
from ..algorithm import log_balance
from ..tables import read_rows

_CODE_FIELDS = (AREA.name, "ags", COMMUNE.name)


@dataclass(frozen=True)
class Communes:
    """Polygons with their codes, sorted by code; the code is empty where the layer has none."""

    polygons: list[QgsGeometry]
    codes: np.ndarray


def read_lines(
    sources: Sequence[QgsProcessingFeatureSource],
    subject: str,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> list[QgsGeometry]:
    """Return the lines (outlines of polygons) of all sources in `crs`, and log what became of every row."""
    geometries: list[QgsGeometry] = []
    for source in sources:
        geometries += read_rows(source, feedback, [], crs, context, with_geometry=True)[1]
    cleaned = clean_lines(geometries)
    log_cleaned(feedback, subject, len(geometries), cleaned)
    return cleaned.geometries


def read_communes(
    source: QgsProcessingFeatureSource,
    code_field: str,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Communes:
    """Return the polygons of the boundary layer with the codes in `code_field`, or in a field that is known to hold it.

    Raises InputError if there is no usable polygon, MissingColumnError.
    """
    name = code_field or _known_code_field(source)
    table, geometries = read_rows(source, feedback, [name] if name else [], crs, context, with_geometry=True)
    cleaned = clean_polygons(geometries)
    log_cleaned(feedback, tr("boundary polygons"), len(geometries), cleaned)
    if not cleaned.geometries:
        raise InputError(tr("“{layer}” holds no usable polygon.").format(layer=source.sourceName()))
    codes = [plain(value) for value in table[name]] if name else [None] * len(geometries)
    texts = np.array(["" if code is None else str(code).strip() for code in codes], dtype=object)[cleaned.rows]
    order = np.argsort(texts.astype(str), kind="stable")
    return Communes([cleaned.geometries[row] for row in order], texts[order])


def _known_code_field(source: QgsProcessingFeatureSource) -> str:
    """Return the first field that is known to hold a commune's code, or an empty text."""
    by_lower = {name.lower(): name for name in source.fields().names()}
    return next((by_lower[name] for name in _CODE_FIELDS if name in by_lower), "")


def only_commune(addresses: pd.DataFrame, feedback: QgsProcessingFeedback) -> str:
    """Return the commune that all addresses without a boundary layer share; an empty text where there are several."""
    known = addresses[COMMUNE.name].dropna().unique() if COMMUNE.name in addresses else []
    if len(known) > 1:
        feedback.pushWarning(
            tr(
                "The addresses lie in {count} communes, but no boundary was given: blocks may cross commune borders "
                "and carry no commune."
            ).format(count=format_number(len(known)))
        )
    return str(known[0]) if len(known) == 1 else ""


def log_cleaned(feedback: QgsProcessingFeedback, subject: str, total: int, cleaned: Cleaned) -> None:
    """Write into the log what became of `total` geometries."""
    balance = Balance(subject, total)
    balance.add(tr("used"), len(cleaned.geometries) - cleaned.repaired)
    balance.add(tr("used after their geometry was repaired"), cleaned.repaired)
    balance.add(tr("without a usable geometry"), cleaned.missing)
    log_balance(feedback, balance)
    if cleaned.missing:
        feedback.pushWarning(
            tr("{count} of the {subject} have no usable geometry and were left out.").format(
                count=format_number(cleaned.missing), subject=subject
            )
        )
