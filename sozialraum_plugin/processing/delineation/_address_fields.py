"""Which columns of a table are the parts of an address: the parameters and their reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...core import fields
from ...core.delineation.address_columns import standard_addresses, text_column
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm
from ..tables import existing_fields, read_rows, require_columns, required_source, write_rows

_COLUMNS = {
    "STREET_FIELD": fields.STREET,
    "NUMBER_FIELD": fields.HOUSE_NUMBER,
    "SUFFIX_FIELD": fields.SUFFIX,
    "STREET_KEY_FIELD": fields.STREET_KEY,
    "POSTCODE_FIELD": fields.POSTCODE,
    "DISTRICT_FIELD": fields.DISTRICT_PART,
    "COMMUNE_FIELD": fields.COMMUNE,
}
_REQUIRED = ("STREET_FIELD", "NUMBER_FIELD")


@dataclass(frozen=True)
class AddressTable:
    """Addresses as they were read: `table` with all columns, `geometries` (empty without), and `standard` columns.

    `unreadable` marks rows whose house number was not understood, `written` is that number as it stands there.
    """

    source: QgsProcessingFeatureSource
    table: pd.DataFrame
    geometries: list[QgsGeometry]
    standard: pd.DataFrame
    unreadable: np.ndarray
    written: pd.Series


class AddressAlgorithm(SozialraumAlgorithm):
    """Base of algorithms that read addresses from any table or point layer."""

    ADDRESSES = "ADDRESSES"

    def add_address_fields(self) -> None:
        """Add one field parameter per part of an address."""
        for name, title, help_text in _field_texts():
            # QGIS 3.22 refuses a required field that is left at its default, so all are optional; see _REQUIRED
            parameter = QgsProcessingParameterField(name, title, _COLUMNS[name].name, self.ADDRESSES, optional=True)
            self.add(parameter, help_text, advanced=True)

    def read_addresses(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> AddressTable:
        """Return the addresses with all their columns, and points if the layer has any."""
        source = required_source(self, parameters, self.ADDRESSES, context)
        spatial = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
        table, geometries = read_rows(source, feedback, with_geometry=spatial)
        chosen = {field.name: self.parameterAsString(parameters, name, context) for name, field in _COLUMNS.items()}
        require_columns(source, [chosen[_COLUMNS[name].name] for name in _REQUIRED])
        present = {ours: theirs for ours, theirs in chosen.items() if theirs in table.columns}
        standard, unreadable = standard_addresses(table, present)
        written = text_column(table[present[fields.HOUSE_NUMBER.name]])
        if fields.SUFFIX.name in present:
            written = written + text_column(table[present[fields.SUFFIX.name]])
        return AddressTable(source, table, geometries, standard, unreadable, written)


def write_addresses(
    algorithm: SozialraumAlgorithm,
    parameters: dict[str, Any],
    name: str,
    addresses: AddressTable,
    area: pd.Series,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str | None:
    """Write the addresses as they came, with the code of their area (NULL if none) in `gebiet`."""
    layout = [*existing_fields(addresses.source, without=[fields.AREA.name]), fields.AREA]
    table = addresses.table.assign(**{fields.AREA.name: area.where(area != "", None)})
    if not addresses.geometries:
        return write_rows(algorithm, parameters, name, context, feedback, table, layout)
    source = addresses.source
    return write_rows(
        algorithm,
        parameters,
        name,
        context,
        feedback,
        table,
        layout,
        addresses.geometries,
        source.wkbType(),
        source.sourceCrs(),
    )


def _field_texts() -> tuple[tuple[str, str, str], ...]:
    """Return name, title and help of each field parameter."""
    return (
        ("STREET_FIELD", tr("Street name"), tr("Field of the addresses with the street's name.")),
        (
            "NUMBER_FIELD",
            tr("House number"),
            tr("Field of the addresses with the house number: 12, or 12a with the suffix. Anything else is reported."),
        ),
        (
            "SUFFIX_FIELD",
            tr("Suffix of the house number"),
            tr("Field of the addresses with the suffix (a, b, ...). Not used if the table does not have it."),
        ),
        (
            "STREET_KEY_FIELD",
            tr("Street key"),
            tr(
                "Field of the addresses with the key of the street, which is unique within a commune. It decides "
                "before the name. Not used if the table does not have it; a key of zeros only counts as none."
            ),
        ),
        (
            "POSTCODE_FIELD",
            tr("Postcode"),
            tr("Field of the addresses with the postcode, which tells streets of one name apart. May be absent."),
        ),
        (
            "DISTRICT_FIELD",
            tr("Ortsteil"),
            tr("Field of the addresses with the Ortsteil, which tells streets of one name apart. May be absent."),
        ),
        (
            "COMMUNE_FIELD",
            tr("Commune"),
            tr("Field of the addresses with the commune's key (AGS, 8 digits). May be absent if there is one commune."),
        ),
    )
