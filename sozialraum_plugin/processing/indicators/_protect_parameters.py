"""What the tools of statistical confidentiality have in common: parameters, and reading their tables."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ...core.errors import MissingColumnError
from ...core.fields import AREA, AREA_NAME, INDICATOR, LEVEL, PARENT, REFERENCE_DATE, VALUE, VARIABLE
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm
from ..tables import read_table, require_columns

BREAKDOWNS = "BREAKDOWNS"
MIN_COUNT = "MIN_COUNT"
MIN_BASE = "MIN_BASE"
PROTECTION = "PROTECTION"
AREA_COLUMNS = [column.name for column in (AREA, AREA_NAME, LEVEL, PARENT)]


def add_breakdowns(algorithm: SozialraumAlgorithm) -> None:
    """Add the parameter BREAKDOWNS."""
    algorithm.add(
        QgsProcessingParameterFile(
            BREAKDOWNS, tr("Own breakdowns"), optional=True, fileFilter="JSON, CSV (*.json *.csv *.txt)"
        ),
        tr(
            "Which counts add up to which: JSON as resources/indicators/breakdowns.json (total: lists of parts), or "
            "CSV with total;parts. Empty: the shipped ones. A breakdown whose numbers do not add up in most areas is "
            "not used."
        ),
        advanced=True,
    )


def add_min_count(algorithm: SozialraumAlgorithm) -> None:
    """Add the parameter MIN_COUNT."""
    algorithm.add(
        QgsProcessingParameterNumber(
            MIN_COUNT, tr("Smallest count shown"), QgsProcessingParameterNumber.Type.Integer, 3, minValue=2
        ),
        tr(
            "Counts from 1 to below this number are hidden (usual: 3, 5 or 10). With 2 the mark itself says that the "
            "count is 1."
        ),
    )


def add_protection(algorithm: SozialraumAlgorithm) -> None:
    """Add the parameter PROTECTION."""
    algorithm.add(
        QgsProcessingParameterNumber(
            PROTECTION,
            tr("Width of the interval"),
            QgsProcessingParameterNumber.Type.Integer,
            0,
            minValue=0,
        ),
        tr(
            "How far apart the smallest and the largest value must lie that an outsider can deduce for a hidden count; "
            "0 takes the smallest count shown."
        ),
        advanced=True,
    )


def read_long_table(source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback) -> pd.DataFrame:
    """Return a table of counts or indicators; raise MissingColumnError if it is neither."""
    require_columns(source, [AREA.name, REFERENCE_DATE.name, VALUE.name])
    names = source.fields().names()
    if INDICATOR.name not in names and VARIABLE.name not in names:
        raise MissingColumnError(VARIABLE.name, source.sourceName(), names)
    return read_table(source, feedback)


def breakdowns_path(
    algorithm: SozialraumAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str | None:
    """Return the file of own breakdowns, if one is given."""
    return algorithm.parameterAsFile(parameters, BREAKDOWNS, context) or None
