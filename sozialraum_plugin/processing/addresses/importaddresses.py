"""Read official or other address files into the ADDRESSES table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.addresses.formats.delimited import read_delimited
from ...core.addresses.formats.official import read_official
from ...core.addresses.formats.raw import RawAddresses
from ...core.addresses.keys import normal_ags
from ...core.addresses.records import ADDRESS_FIELDS, REPORT_FIELDS, AddressTable, build_addresses
from ...core.errors import InputError
from ...core.messages import tr
from ...geo.address_points import AddressPoints, locate
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import write_rows
from ._tables import is_text, read_with_ogr

FORMATS = ("csv", "hk_de", "gebref_nrw")
DEFAULT_CRS = "EPSG:25832"


class ImportAddresses(SozialraumAlgorithm):
    """Addresses from a file, each row accounted for."""

    algorithm_id = "importaddresses"
    stage = "addresses"

    INPUT = "INPUT"
    FORMAT = "FORMAT"
    X_FIELD = "X_FIELD"
    Y_FIELD = "Y_FIELD"
    CRS = "CRS"
    STREET_FIELD = "STREET_FIELD"
    NUMBER_FIELD = "NUMBER_FIELD"
    SUFFIX_FIELD = "SUFFIX_FIELD"
    POSTCODE_FIELD = "POSTCODE_FIELD"
    DISTRICT_FIELD = "DISTRICT_FIELD"
    COMMUNE_FIELD = "COMMUNE_FIELD"
    STREET_KEY_FIELD = "STREET_KEY_FIELD"
    ID_FIELD = "ID_FIELD"
    COMMUNE = "COMMUNE"
    COMMUNE_NAME = "COMMUNE_NAME"
    ENCODING = "ENCODING"
    DELIMITER = "DELIMITER"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    COUNT = "COUNT"
    LEFT_OUT = "LEFT_OUT"

    ROLES = {
        X_FIELD: "x",
        Y_FIELD: "y",
        STREET_FIELD: "strasse",
        NUMBER_FIELD: "nummer",
        SUFFIX_FIELD: "zusatz",
        POSTCODE_FIELD: "plz",
        DISTRICT_FIELD: "ortsteil",
        COMMUNE_FIELD: "gemeinde",
        STREET_KEY_FIELD: "strassenschluessel",
        ID_FIELD: "quell_id",
    }

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import addresses")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Reads an address file into points with one set of fields: id, commune (AGS), street key, street, house "
            "number, suffix, postcode. For everyone who starts from official house coordinates (HK-DE), the open "
            "Gebäudereferenzen of Nordrhein-Westfalen (gebref.txt), or a list of the own office.\n\n"
            "Encoding, delimiter, decimal comma and the variants of the official layouts are recognised. House "
            "numbers such as “12 a”, “12-14”, “12 1/2” or “Nr. 5” are read; those that cannot be read stay in the "
            "result without a number and are listed in the report with the reason. Addresses of several UTM zones, or "
            "in degrees, come out in one metric CRS.\n\n"
            "Example: FORMAT “csv”, X_FIELD “E”, Y_FIELD “N”, STREET_FIELD “STRNAME”, NUMBER_FIELD “HSNR”, "
            "SUFFIX_FIELD “HSNRZU”, STREET_KEY_FIELD “STRSCHL”, COMMUNE “05113000”."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("Address file"), fileFilter=tr("All files (*)")),
            tr(
                "The file as delivered: delimited text, also packed (.gz, .zip), or for the format csv any table that "
                "QGIS opens (.xlsx, .ods, .gpkg; a certain layer as PATH|layername=NAME)."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.FORMAT, tr("Format"), list(FORMATS), defaultValue="csv", usesStaticStrings=True
            ),
            tr(
                "hk_de: Hauskoordinaten Deutschland. gebref_nrw: Gebäudereferenzen NRW. Both find the variant by "
                "themselves. csv: any table whose columns are chosen below."
            ),
        )
        self._add_columns()
        self._add_places()
        self._add_outputs()

    def _add_columns(self) -> None:
        """Declare the choice of columns for the format csv."""
        columns = {
            self.X_FIELD: (tr("Column of x (easting)"), tr("Empty if the file has no coordinates, or has points.")),
            self.Y_FIELD: (tr("Column of y (northing)"), tr("Empty if the file has no coordinates, or has points.")),
            self.STREET_FIELD: (tr("Column of the street name"), tr("Needed for the format csv.")),
            self.NUMBER_FIELD: (tr("Column of the house number"), tr("Number, with or without its suffix.")),
            self.SUFFIX_FIELD: (tr("Column of the suffix"), tr("The letter behind the number, if it stands apart.")),
            self.POSTCODE_FIELD: (tr("Column of the postcode"), tr("Tells streets of the same name apart.")),
            self.DISTRICT_FIELD: (tr("Column of the district"), tr("The Ortsteil of the address.")),
            self.COMMUNE_FIELD: (tr("Column of the commune"), tr("Its key (AGS, 8 digits) or its name.")),
            self.STREET_KEY_FIELD: (tr("Column of the street key"), tr("Kept as text with leading zeros.")),
            self.ID_FIELD: (tr("Column of the source's own id"), tr("Comes through as quell_id.")),
        }
        for name, (label, help_text) in columns.items():
            self.add(
                QgsProcessingParameterString(name, label, optional=True),
                help_text + " " + tr("Only for the format csv; the name as in the head of the file."),
            )

    def _add_places(self) -> None:
        """Declare what the file itself does not say."""
        self.add(
            QgsProcessingParameterCrs(self.CRS, tr("CRS of the coordinates"), defaultValue=DEFAULT_CRS, optional=True),
            tr("For coordinates that do not name their UTM zone. An easting of 8 digits carries it in front."),
        )
        self.add(
            QgsProcessingParameterString(self.COMMUNE, tr("AGS of the commune"), optional=True),
            tr("Key of the commune, 8 digits, for addresses of which the file does not give it."),
        )
        self.add(
            QgsProcessingParameterString(self.COMMUNE_NAME, tr("Name of the commune"), optional=True),
            tr("For addresses of which the file does not give it."),
        )
        self.add(
            QgsProcessingParameterString(self.ENCODING, tr("Encoding"), optional=True),
            tr("Empty: recognised. Else for example UTF-8, cp1252, ISO-8859-15."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(self.DELIMITER, tr("Delimiter"), optional=True),
            tr("Empty: recognised. Else ; , | or tab. Only for the format csv."),
            advanced=True,
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Addresses"), QgsProcessing.SourceType.TypeVectorPoint),
            tr("Points with the address fields, in metres. Addresses without coordinates have no point."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT,
                tr("Report"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=False,
            ),
            tr("Table of all rows with a problem: row of the file, reason, address, and whether it was kept."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of addresses")))
        self.addOutput(QgsProcessingOutputNumber(self.LEFT_OUT, tr("Number of rows left out")))

    def checkParameterValues(  # noqa: N802 - QGIS's name
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Accept the format by its place in the list as well, as older scripts give it."""
        return super().checkParameterValues({**parameters, self.FORMAT: self._format(parameters, context)}, context)

    def _format(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        text = self.parameterAsString(parameters, self.FORMAT, context)
        return FORMATS[int(text)] if text.isdigit() and int(text) < len(FORMATS) else text

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, put the addresses on the map, write, account."""
        raw, crs = self._read(parameters, context, feedback)
        feedback.setProgress(30)
        check_cancelled(feedback)
        table = self._build(raw, parameters, context)
        feedback.setProgress(50)
        points = locate(table.addresses, crs, context.transformContext())
        self._tell(raw, table, points, feedback)
        feedback.setProgress(60)
        output = write_rows(
            self, parameters, self.OUTPUT, context, feedback, table.addresses, ADDRESS_FIELDS,
            points.geometries, QgsWkbTypes.Type.Point, points.crs,
        )  # fmt: skip
        report = write_rows(self, parameters, self.REPORT, context, feedback, table.report, REPORT_FIELDS)
        log_balance(feedback, table.balance)
        count = len(table.addresses)
        return {self.OUTPUT: output, self.REPORT: report, self.COUNT: count, self.LEFT_OUT: raw.total - count}

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[RawAddresses, QgsCoordinateReferenceSystem]:
        """Return the rows of the file and the CRS of those that do not name their zone."""
        uri = self.parameterAsFile(parameters, self.INPUT, context)
        path = Path(uri.partition("|")[0])
        encoding = self.parameterAsString(parameters, self.ENCODING, context)
        crs = self.parameterAsCrs(parameters, self.CRS, context)
        crs = crs if crs.isValid() else QgsCoordinateReferenceSystem(DEFAULT_CRS)
        if not path.exists():
            raise InputError(tr("{parameter}: there is no file {path}.").format(parameter=self.INPUT, path=path))
        if self._format(parameters, context) != "csv":
            return read_official(path, encoding), crs
        columns = self._columns(parameters, context)
        if is_text(path):
            delimiter = self.parameterAsString(parameters, self.DELIMITER, context)
            return read_delimited(path, columns, encoding, delimiter), crs
        raw, own_crs = read_with_ogr(uri, columns, context, feedback)
        return raw, own_crs or crs

    def _columns(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Return the chosen column of each role; raise InputError if the choice cannot do."""
        columns = {role: self.parameterAsString(parameters, name, context).strip() for name, role in self.ROLES.items()}
        if not columns["strasse"] and not columns["strassenschluessel"]:
            raise InputError(
                tr("{parameter}: name the column of the street; the format csv needs it.").format(
                    parameter=self.STREET_FIELD
                )
            )
        if bool(columns["x"]) != bool(columns["y"]):
            raise InputError(tr("X_FIELD and Y_FIELD: name both columns, or none if there are no coordinates."))
        return columns

    def _build(self, raw: RawAddresses, parameters: dict[str, Any], context: QgsProcessingContext) -> AddressTable:
        """Return the address table; raise InputError if the commune given is no key."""
        given = self.parameterAsString(parameters, self.COMMUNE, context).strip()
        commune = normal_ags(given)
        if given and not commune:
            raise InputError(
                tr("{parameter}: “{key}” is no AGS of 8 digits, such as 05113000.").format(
                    parameter=self.COMMUNE, key=given
                )
            )
        name = self.parameterAsString(parameters, self.COMMUNE_NAME, context).strip()
        return build_addresses(raw, commune, name, with_coordinates=bool((raw.rows["x"] != "").any()))

    def _tell(
        self, raw: RawAddresses, table: AddressTable, points: AddressPoints, feedback: QgsProcessingFeedback
    ) -> None:
        """Say what was recognised and what looks wrong."""
        for note in raw.notes:
            feedback.pushInfo(note)
        if not len(table.addresses):
            feedback.pushWarning(tr("The file holds no address."))
        elif table.addresses["x"].isna().all():
            feedback.pushWarning(tr("No address has coordinates: all come through without a point."))
        if not points.in_germany:
            feedback.pushWarning(tr("The addresses lie outside Germany. Check X_FIELD, Y_FIELD (swapped?) and CRS."))
