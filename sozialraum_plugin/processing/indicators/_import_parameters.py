"""The parameters of `importtable`: what to read and what it means, and how to read it."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.indicators.number_cells import AUTO, COMMA, POINT
from ...core.indicators.symbol_profiles import PROFILES
from ...core.messages import tr


class ImportParameters:
    """Declares the input parameters; the algorithm inherits them."""

    INPUT = "INPUT"
    SHEET = "SHEET"
    KEY_FIELD = "KEY_FIELD"
    VALUE_FIELDS = "VALUE_FIELDS"
    REFERENCE_DATE = "REFERENCE_DATE"
    DATE_FIELD = "DATE_FIELD"
    SYMBOLS = "SYMBOLS"
    SOURCE = "SOURCE"
    SKIP_TOTALS = "SKIP_TOTALS"
    FILTER = "FILTER"
    ENCODING = "ENCODING"
    DELIMITER = "DELIMITER"
    DECIMAL = "DECIMAL"
    HEADER_ROWS = "HEADER_ROWS"
    FIRST_ROW = "FIRST_ROW"

    def add_content_parameters(self) -> None:
        """Declare what to read and what it means."""
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("File")),
            tr("The office's file: CSV, TXT, XLSX, ODS or XLS. It is read as it is; do not clean it by hand."),
        )
        self._add_text(
            self.SHEET, tr("Sheet"), tr("Name of the sheet of a spreadsheet. Empty: the first sheet with cells.")
        )
        self._add_text(
            self.KEY_FIELD,
            tr("Column with the area code"),
            tr(
                "Head of the column with the code of the area, or its number from 1. Codes stay text with leading "
                "zeros. Empty: found by its head (Gebiet, Schlüssel, AGS, ...) or its cells."
            ),
        )
        self._add_text(
            self.VALUE_FIELDS,
            tr("Columns with counts"),
            tr(
                "Which columns to read under which variable: Spaltenname=MERKMAL; Spaltenname=MERKMAL. A name after "
                "the last “ | ” of a head of several rows applies to every group (each school year). Empty: every "
                "column of numbers under its own head."
            ),
        )
        self._add_meaning()
        self._add_text(
            self.SOURCE, tr("Source"), tr("Text for the column “quelle”, as it will stand below tables and maps.")
        )

    def _add_meaning(self) -> None:
        """Declare when the counts were taken and what symbols mean."""
        self._add_text(
            self.REFERENCE_DATE,
            tr("Stichtag"),
            tr(
                "31.12.2025 or 2025-12-31 for all rows, or a pattern such as 15.10.{jahr} whose year is taken from "
                "the group in the head (Schuljahr 2016/17 gives 2016) or from the column with the Stichtag. Empty: "
                "found in a column, the heads or the title."
            ),
        )
        self._add_text(
            self.DATE_FIELD,
            tr("Column with the Stichtag"),
            tr(
                "Head or number of the column with the Stichtag: TT.MM.JJJJ, ISO, JJJJMM (last day of the month), JJJJ."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.SYMBOLS, tr("Symbol profile"), list(PROFILES), defaultValue="none", usesStaticStrings=True
            ),
            tr(
                "What -, ., *, /, x and sentinels such as -9 mean depends on the sender: destatis (0 is less than "
                "half a unit), ba (labour agency: * is below 10), zensus2011, zensus2022, or none."
            ),
        )

    def add_layout_parameters(self) -> None:
        """Declare how to read it; all of it is found out if nothing is set."""
        self.add(
            QgsProcessingParameterBoolean(self.SKIP_TOTALS, tr("Leave out totals without a key"), defaultValue=True),
            tr(
                "Rows called Insgesamt, Summe or Gesamt without an area code are counted and left out. "
                "Sums with a code stay."
            ),
            advanced=True,
        )
        self._add_text(
            self.FILTER,
            tr("Only rows with"),
            tr("Condition Spalte=Wert for the rows to read, such as Wahl=Kommunalwahl. Empty: all rows."),
            advanced=True,
        )
        self._add_reading()

    def _add_reading(self) -> None:
        """Declare how to cut the file into cells and rows."""
        self._add_text(
            self.ENCODING,
            tr("Encoding"),
            tr("auto, utf-8, cp1252, iso-8859-15 or another name. auto tries UTF-8, then Windows-1252."),
            advanced=True,
            default=AUTO,
        )
        self._add_text(
            self.DELIMITER,
            tr("Delimiter"),
            tr("auto, or the sign between the cells: ;, comma, tab, |."),
            advanced=True,
            default=AUTO,
        )
        self.add(
            QgsProcessingParameterEnum(
                self.DECIMAL, tr("Decimal sign"), [AUTO, COMMA, POINT], defaultValue=AUTO, usesStaticStrings=True
            ),
            tr(
                "auto takes the sign that the cells prove; 1.234 alone is read as one thousand two hundred thirty-four."
            ),
            advanced=True,
        )
        self._add_number(
            self.HEADER_ROWS,
            tr("Rows of the head"),
            tr(
                "Number of rows of the head; 0 finds out. Merged groups are repeated over their columns and "
                "joined by “ | ”."
            ),
        )
        self._add_number(
            self.FIRST_ROW,
            tr("First row of the head"),
            tr("Number of the row in the file where the head begins; 0 finds out."),
        )

    def _add_text(self, name: str, title: str, help_text: str, advanced: bool = False, default: str = "") -> None:
        self.add(
            QgsProcessingParameterString(name, title, defaultValue=default or None, optional=True), help_text, advanced
        )

    def _add_number(self, name: str, title: str, help_text: str) -> None:
        kind = QgsProcessingParameterNumber.Type.Integer
        self.add(QgsProcessingParameterNumber(name, title, kind, 0, minValue=0), help_text, advanced=True)
