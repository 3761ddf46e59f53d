"""Any list with addresses finds the points of an address list."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...core import fields
from ...core.addresses.matching import address_columns, comparable
from ...core.addresses.messy_rows import messy_rows
from ...core.addresses.street_search import Found, find_addresses
from ...core.errors import InputError, MissingColumnError
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, check_cancelled
from ..tables import existing_fields, read_rows, read_table, require_columns, required_source, write_rows
from ._match_results import log_matches, match_report

_NO_POINTS = (QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
_ADDED = [fields.ADDRESS_ID, fields.MATCH, fields.MATCH_SCORE]


class MatchAddresses(SozialraumAlgorithm):
    """Rows of a table find their address, also where they are misspelt."""

    algorithm_id = "matchaddresses"
    stage = "addresses"

    INPUT = "INPUT"
    ADDRESSES = "ADDRESSES"
    STREET_FIELD = "STREET_FIELD"
    NUMBER_FIELD = "NUMBER_FIELD"
    SUFFIX_FIELD = "SUFFIX_FIELD"
    POSTCODE_FIELD = "POSTCODE_FIELD"
    DISTRICT_FIELD = "DISTRICT_FIELD"
    COMMUNE_FIELD = "COMMUNE_FIELD"
    STREET_KEY_FIELD = "STREET_KEY_FIELD"
    ALLOW_NEAREST = "ALLOW_NEAREST"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    MATCHED = "MATCHED"
    UNMATCHED = "UNMATCHED"

    ROLES = {
        STREET_FIELD: fields.STREET.name,
        NUMBER_FIELD: fields.HOUSE_NUMBER.name,
        SUFFIX_FIELD: fields.SUFFIX.name,
        POSTCODE_FIELD: fields.POSTCODE.name,
        DISTRICT_FIELD: fields.DISTRICT_PART.name,
        COMMUNE_FIELD: fields.COMMUNE.name,
        STREET_KEY_FIELD: fields.STREET_KEY.name,
    }

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Match addresses")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Gives each row of a list with addresses (schools, clubs, cases of an office) the point of its address. "
            "The work is done on this computer; no address goes to a web service.\n\n"
            "The field “treffer” says how: exakt; normalisiert (another way of writing the same name); "
            "strasse_korrigiert (one or two wrong letters, if only one street can be meant and the number is there); "
            "nummer_im_bereich (the number lies in a range such as 12-14, where 12-14 means the even numbers; or the "
            "addresses have only the first number of the row’s range, also of one that a spreadsheet turned into a "
            "date); naechste_nummer (only if allowed); mehrdeutig; keiner. “guete” is 1 for an exact match and less "
            "the more had to be assumed.\n\n"
            "A cell may hold more than the street: number, postcode, town, Ortsteil, floor, c/o, an institution; "
            "broken letters (StraÃŸe) are mended. Rows of another town are not placed: if the addresses do not name "
            "their commune, their own town is the one that stands beside their postcodes, or else the one that most "
            "rows name.\n\n"
            "A wrong address is worse than none: a row that fits several streets, or contradicts its postcode, "
            "Ortsteil or commune, is not placed. Without any of these only likely slips are corrected, and no name of "
            "which more than one in five numbers is unknown. The report names each row without an address with its "
            "reason and the best candidates.\n\n"
            "Example: INPUT vereine.csv, ADDRESSES adressen, STREET_FIELD “anschrift” (Hauptstr. 12a, 45127 Essen)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Table"), [vector]),
            tr("Table or layer whose rows look for their address."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [vector]),
            tr("Address points with the fields of “Import addresses”."),
        )
        self._add_place_fields()
        self.add(
            QgsProcessingParameterBoolean(self.ALLOW_NEAREST, tr("Allow the nearest house number"), False),
            tr(
                "Places a row whose number is missing on its street at the nearest number, up to 20 numbers away, on "
                "the same side if possible. Off: such rows are reported."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Rows with address"), vector),
            tr("All rows with all columns, the point (empty if none was found), “adresse_id”, “treffer” and “guete”."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.REPORT, tr("Report"), vector, optional=True, createByDefault=False),
            tr("Table of the rows that found no address, with the reason and up to three candidates."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.MATCHED, tr("Rows matched")))
        self.addOutput(QgsProcessingOutputNumber(self.UNMATCHED, tr("Rows without address")))

    def _add_place_fields(self) -> None:
        """Declare the columns of the table that say where a row belongs."""
        columns = {
            self.STREET_FIELD: (tr("Street name"), tr("It may hold number, postcode and town as well.")),
            self.NUMBER_FIELD: (tr("House number"), tr("Number, with or without suffix: 12, 0012, 12a, 12-14.")),
            self.SUFFIX_FIELD: (tr("Suffix"), tr("The letter behind the number, if it stands apart.")),
            self.POSTCODE_FIELD: (tr("Postcode"), tr("Tells streets of the same name apart.")),
            self.DISTRICT_FIELD: (tr("District"), tr("The Ortsteil; tells streets of the same name apart.")),
            self.COMMUNE_FIELD: (tr("Commune"), tr("AGS or name; needed if the addresses lie in several communes.")),
            self.STREET_KEY_FIELD: (tr("Street key"), tr("Key of the street; leading zeros do not matter.")),
        }
        for name, (label, help_text) in columns.items():
            parameter = QgsProcessingParameterField(name, label, parentLayerParameterName=self.INPUT, optional=True)
            self.add(parameter, tr("Column of the table.") + " " + help_text)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read both sides, match, write, account."""
        source = required_source(self, parameters, self.INPUT, context)
        columns = self._columns(source, parameters, context)
        listing = required_source(self, parameters, self.ADDRESSES, context)
        spatial = QgsWkbTypes.geometryType(listing.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
        addresses, points = read_rows(listing, feedback, with_geometry=spatial)
        _require_address_fields(addresses, listing.sourceName())
        table = read_table(source, feedback)
        feedback.setProgress(20)
        listed = comparable(addresses, address_columns())
        check_cancelled(feedback)
        rows = messy_rows(table, columns, listed)
        check_cancelled(feedback)
        feedback.setProgress(40)
        found = find_addresses(rows, listed, self.parameterAsBool(parameters, self.ALLOW_NEAREST, context))
        check_cancelled(feedback)
        feedback.setProgress(60)
        report = match_report(rows, listed, found.matches)
        check_cancelled(feedback)
        feedback.setProgress(70)
        shape = (listing.wkbType(), listing.sourceCrs()) if spatial else _NO_POINTS
        placed = [points[at] if at >= 0 else QgsGeometry() for at in found.matches.address] if spatial else None
        layout = [*_kept(source, feedback), *_ADDED]
        result = _with_address(table, addresses, found)
        output = write_rows(self, parameters, self.OUTPUT, context, feedback, result, layout, placed, *shape)
        report_id = write_rows(self, parameters, self.REPORT, context, feedback, report, fields.MATCH_REPORT)
        log_matches(found, feedback)
        return {
            self.OUTPUT: output,
            self.REPORT: report_id,
            self.MATCHED: len(rows) - len(report),
            self.UNMATCHED: len(report),
        }

    def _columns(
        self, source: QgsProcessingFeatureSource, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, str]:
        """Return the chosen column of each part of an address."""
        roles = {role: self.parameterAsString(parameters, name, context) for name, role in self.ROLES.items()}
        if not roles[fields.STREET.name] and not roles[fields.STREET_KEY.name]:
            raise InputError(tr("Name the column of the street key (STREET_KEY_FIELD) or street name (STREET_FIELD)."))
        chosen = {role: column for role, column in roles.items() if column}
        require_columns(source, chosen.values())
        return chosen


def _require_address_fields(addresses: pd.DataFrame, name: str) -> None:
    """Raise MissingColumnError unless there are id, house number and a street by name or key."""
    available = list(addresses.columns)
    for field in (fields.ADDRESS_ID, fields.HOUSE_NUMBER):
        if field.name not in available:
            raise MissingColumnError(field.name, name, available)
    if not {fields.STREET.name, fields.STREET_KEY.name} & set(available):
        raise MissingColumnError(fields.STREET.name, name, available)


def _kept(source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback) -> list[fields.Field]:
    """Return the table's fields beside the added ones; say which are replaced."""
    added = [field.name for field in _ADDED]
    for name in source.fields().names():
        if name.lower() in added:
            feedback.pushWarning(tr("The column “{column}” of the table is replaced.").format(column=name))
    return existing_fields(source, without=added)


def _with_address(table: pd.DataFrame, addresses: pd.DataFrame, found: Found) -> pd.DataFrame:
    """Return the table with id of the address (None without), class and score."""
    ids = addresses[fields.ADDRESS_ID.name].reindex(found.matches.address)
    values = (ids.where(ids.notna(), None).to_numpy(dtype=object), found.matches.match_class, found.score)
    return table.assign(**{field.name: value for field, value in zip(_ADDED, values)})
