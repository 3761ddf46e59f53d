"""Between QGIS's attributes and plain Python, on Qt 5 and Qt 6."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import NULL, Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QDate, QDateTime, QVariant

from ..core.fields import Field, Kind

if Qgis.QGIS_VERSION_INT >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    _TYPES = {
        Kind.TEXT: QMetaType.Type.QString,
        Kind.INTEGER: QMetaType.Type.Int,
        Kind.REAL: QMetaType.Type.Double,
        Kind.DATE: QMetaType.Type.QDate,
        Kind.BOOLEAN: QMetaType.Type.Bool,
    }
else:
    _TYPES = {
        Kind.TEXT: QVariant.String,
        Kind.INTEGER: QVariant.Int,
        Kind.REAL: QVariant.Double,
        Kind.DATE: QVariant.Date,
        Kind.BOOLEAN: QVariant.Bool,
    }


def is_null(value: Any) -> bool:
    """Tell whether an attribute is NULL, which is a QVariant on Qt 5 and None on Qt 6; NaN counts as NULL."""
    if value is None or value == NULL or (isinstance(value, QVariant) and value.isNull()):
        return True
    return isinstance(value, (float, np.floating)) and bool(np.isnan(value))


def plain(value: Any) -> Any:
    """Return an attribute as plain Python: NULL as None, dates as ISO text."""
    if is_null(value):
        return None
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    return value


def attribute(value: Any, kind: Kind) -> Any:
    """Return a plain value as an attribute of the kind; a missing one as NULL."""
    if value is pd.NA or value is pd.NaT or is_null(value):
        return NULL
    if kind is Kind.TEXT:
        return str(value)
    if kind is Kind.INTEGER:
        return int(value)
    if kind is Kind.REAL:
        return float(value)
    if kind is Kind.BOOLEAN:
        return bool(value)
    return QDate.fromString(str(value)[:10], "yyyy-MM-dd")


def qgs_field(field: Field) -> QgsField:
    """Return a QGIS field for one of our columns."""
    return QgsField(field.name, _TYPES[field.kind])


def qgs_fields(fields: Iterable[Field]) -> QgsFields:
    """Return QGIS fields for the columns of a table."""
    result = QgsFields()
    for field in fields:
        result.append(qgs_field(field))
    return result


def field_kind(field: QgsField) -> Kind:
    """Return the kind of an existing QGIS field; what we do not know is text."""
    if field.isNumeric():
        return Kind.INTEGER if field.typeName().lower().startswith(("int", "short", "long")) else Kind.REAL
    if field.isDateOrTime() and field.typeName().lower() in ("date", "datetime"):
        return Kind.DATE
    return Kind.BOOLEAN if field.typeName().lower() in ("bool", "boolean") else Kind.TEXT
