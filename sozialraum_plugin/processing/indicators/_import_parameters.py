"""The parameters of `importtable`: what to read and what it means, and how to read it."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.indicators.imports.import_sheets import MEANINGS
from ...core.indicators.imports.number_cells import AUTO, COMMA, POINT
from ...core.indicators.imports.symbol_profiles import PROFILES
from ...core.indicators.imports.table_body import NO, YES
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
    LAST_ROW = "LAST_ROW"
    SHEET_MEANING = "SHEET_MEANING"
    VARIABLE_FIELD = "VARIABLE_FIELD"
    PROFILE_FILE = "PROFILE_FILE"
    FILL_DOWN = "FILL_DOWN"
    PAD_ROWS = "PAD_ROWS"

    def add_content_parameters(self) -> None:
        """Declare what to read and what it means."""
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("File")),
            tr(
                "The office's file: CSV, TXT, XLSX, ODS, XLS, DBF, JSON, SQL dump, GeoPackage or another table that "
                "OGR knows. It is read as it is; do not clean it by hand."
            ),
        )
        self._add_text(
            self.SHEET,
            tr("Sheet"),
            tr(
                "Name of the sheet (layer, table) to read, several names apart by ;, or * for all. Empty: the first "
                "sheet with a table and all sheets with the same head. A sheet called by a year or date gives the "
                "Stichtag."
            ),
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
        self._add_text(
            self.VARIABLE_FIELD,
            tr("Columns that name the variable"),
            tr(
                "For long tables: the column that says what each row counts, several apart by ; (age group; sex). "
                "Their texts become the variable, and VALUE_FIELDS may rename them (weiblich=E_W). Empty: found where "
                "an area has several rows at one Stichtag."
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
                self.SYMBOLS, tr("Symbol profile"), [AUTO, *PROFILES], defaultValue=AUTO, usesStaticStrings=True
            ),
            tr(
                "What -, ., *, /, x and sentinels such as -9 mean depends on the sender: destatis (- is exactly zero, "
                "0 is less than half a unit), ba (labour agency: * is below 10), zensus2011 (-9 is secret), zensus2022 "
                "(– is no value), or none. auto takes the sender that the table names, else none."
            ),
        )
        self.add(
            QgsProcessingParameterFile(self.PROFILE_FILE, tr("Own symbol profile"), optional=True),
            tr(
                "File with the signs of another sender, instead of the symbol profile: CSV with the columns "
                "zeichen;wert;kennzeichen (such as *;;geheim), or JSON as in resources/indicators/symbols.json."
            ),
            advanced=True,
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
        self.add(
            QgsProcessingParameterEnum(
                self.SHEET_MEANING, tr("Meaning of sheets"), list(MEANINGS), defaultValue=AUTO, usesStaticStrings=True
            ),
            tr(
                "merkmal: the sheet's name stands before each variable; nothing: it does not. auto puts it there only "
                "where the same areas come in several sheets at the same Stichtag."
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
        self._add_number(
            self.LAST_ROW,
            tr("Last row of the table"),
            tr("Number of the last row in the file that belongs to the table; 0 finds the notes below it."),
        )
        self._add_damage()

    def _add_damage(self) -> None:
        """Declare what to do about rows that are not whole."""
        self.add(
            QgsProcessingParameterEnum(
                self.FILL_DOWN,
                tr("Fill empty codes from above"),
                [AUTO, YES, NO],
                defaultValue=AUTO,
                usesStaticStrings=True,
            ),
            tr(
                "Merged cells leave the code of the area only in the first of several rows. yes repeats it downwards; "
                "auto does so only where all groups have the same number of rows."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.PAD_ROWS, tr("Accept short rows"), defaultValue=False),
            tr(
                "Rows with fewer cells than the others are left out and listed, since a lost cell shifts all others. "
                "Tick this if the program that wrote the file leaves out empty cells at the end of a row."
            ),
            advanced=True,
        )

    def _add_text(self, name: str, title: str, help_text: str, advanced: bool = False, default: str = "") -> None:
        self.add(
            QgsProcessingParameterString(name, title, defaultValue=default or None, optional=True), help_text, advanced
        )

    def _add_number(self, name: str, title: str, help_text: str) -> None:
        kind = QgsProcessingParameterNumber.Type.Integer
        self.add(QgsProcessingParameterNumber(name, title, kind, 0, minValue=0), help_text, advanced=True)
