"""What `aggregatecases` asks: the columns of the cases, where their addresses lie, what is counted and shown."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.fields import AREA
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm

PUBLICATION, INTERNAL = "publication", "internal"
MAIN, SECONDARY, ALL = "main", "secondary", "all"


class CaseParameters(SozialraumAlgorithm):
    """Declares what `aggregatecases` asks."""

    INPUT = "INPUT"
    SHEET = "SHEET"
    IGNORE_FIELDS = "IGNORE_FIELDS"
    STREET_FIELD = "STREET_FIELD"
    NUMBER_FIELD = "NUMBER_FIELD"
    SUFFIX_FIELD = "SUFFIX_FIELD"
    STREET_KEY_FIELD = "STREET_KEY_FIELD"
    POSTCODE_FIELD = "POSTCODE_FIELD"
    DISTRICT_FIELD = "DISTRICT_FIELD"
    COMMUNE_FIELD = "COMMUNE_FIELD"
    ADDRESSES = "ADDRESSES"
    ADDRESS_AREA_FIELD = "ADDRESS_AREA_FIELD"
    AREAS = "AREAS"
    AREA_CODE_FIELD = "AREA_CODE_FIELD"
    DIRECTORY = "DIRECTORY"
    DIRECTORY_AREA_FIELD = "DIRECTORY_AREA_FIELD"
    REFERENCE_DATE = "REFERENCE_DATE"
    VARIABLE = "VARIABLE"
    BIRTH_FIELD = "BIRTH_FIELD"
    AGE_FIELD = "AGE_FIELD"
    AGE_GROUPS = "AGE_GROUPS"
    SEX_FIELD = "SEX_FIELD"
    NATIONALITY_FIELD = "NATIONALITY_FIELD"
    CATEGORY_FIELDS = "CATEGORY_FIELDS"
    CROSSINGS = "CROSSINGS"
    RENAME = "RENAME"
    RESIDENCE_FIELD = "RESIDENCE_FIELD"
    RESIDENCE = "RESIDENCE"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    HOUSEHOLD_FIELD = "HOUSEHOLD_FIELD"
    SOURCE = "SOURCE"
    POPULATION = "POPULATION"
    POPULATION_VARIABLE = "POPULATION_VARIABLE"
    FACTOR = "FACTOR"
    MODE = "MODE"
    MIN_COUNT = "MIN_COUNT"
    MIN_BASE = "MIN_BASE"
    ALL_LEVELS = "ALL_LEVELS"

    def add_cases(self) -> None:
        """Add the table of cases and the columns with their addresses."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("Table of cases"), [vector]),
            tr(
                "One row per person, household or case. Choose the file itself (CSV, TXT, XLSX, ODS, XLS): it is read "
                "straight into memory and never becomes a layer. A layer works too."
            ),
        )
        self._text(self.SHEET, tr("Sheet"), tr("Sheet of a spreadsheet. Empty: the first one with cells."))
        self._columns(
            self.IGNORE_FIELDS,
            tr("Columns to drop"),
            tr(
                "Columns that tell who a person is (name, religion, bank, telephone, ...) make the run end. The ones "
                "named here are dropped while the table is read; better still, the office does not send them."
            ),
        )
        for name, label, help_text in (
            (self.STREET_FIELD, tr("Street name"), tr("It may hold number, postcode and town as well.")),
            (self.NUMBER_FIELD, tr("House number"), tr("Number, with or without suffix: 12, 0012, 12a, 12-14.")),
            (self.SUFFIX_FIELD, tr("Suffix"), tr("The letter behind the number, if it stands apart.")),
            (self.STREET_KEY_FIELD, tr("Street key"), tr("Key of the street; leading zeros do not matter.")),
            (self.POSTCODE_FIELD, tr("Postcode"), tr("Tells streets of the same name apart.")),
            (self.DISTRICT_FIELD, tr("District"), tr("The Ortsteil; tells streets of the same name apart.")),
            (self.COMMUNE_FIELD, tr("Commune"), tr("AGS or name; needed if the addresses lie in several communes.")),
        ):
            self._column(name, label, tr("Column of the table.") + " " + help_text)

    def add_places(self) -> None:
        """Add what leads from an address to its area."""
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource(self.ADDRESSES, tr("Addresses"), [vector], optional=True),
            tr(
                "Address list with the fields of “Import addresses”, by which each case is placed: in the area that "
                "the address names (“gebiet”), or in the polygon of AREAS where its point lies."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.ADDRESS_AREA_FIELD, tr("Area of the address"), AREA.name, self.ADDRESSES, optional=True
            ),
            tr("Field of the addresses with the code of their area. Used unless AREAS has polygons."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [vector], optional=True),
            tr(
                "The areas: every one is in the result, with 0 where no case is. If the layer has several levels "
                "(“uebergeordnet”), the smallest areas count."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.AREA_CODE_FIELD, tr("Code of the area"), AREA.name, self.AREAS, optional=True
            ),
            tr("Field of the areas with their code."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.DIRECTORY, tr("Street directory"), [vector], optional=True),
            tr(
                "Instead of ADDRESSES: a street directory in any layout that “Assign addresses by street directory” "
                "reads."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.DIRECTORY_AREA_FIELD, tr("Area in the directory"), None, self.DIRECTORY, optional=True
            ),
            tr("Column of the directory with the area's code. Empty: found by its name (gebiet, bezirk, ...)."),
            advanced=True,
        )

    def add_counting(self) -> None:
        """Add what is counted, for which day, and by which breakdowns."""
        self.add(
            QgsProcessingParameterString(self.REFERENCE_DATE, tr("Stichtag")),
            tr("The day that the counts hold for, as 31.12.2025 or 2025-12-31. Ages are those of this day."),
        )
        self.add(
            QgsProcessingParameterString(self.VARIABLE, tr("Name of the count"), "E"),
            tr("Name of the total in “merkmal”, and beginning of all others: E for inhabitants, HZE, ALO_SGB2, ..."),
        )
        self._column(
            self.BIRTH_FIELD,
            tr("Birth date or year"),
            tr(
                "Column with birth dates (31.12.1980, 1980-12-31, 00.00.1980) or years; it becomes an age in full "
                "years at once. Without day and month it is the age reached in the year of the Stichtag."
            ),
        )
        self._column(self.AGE_FIELD, tr("Age"), tr("Column with ages in full years, instead of BIRTH_FIELD."))
        self._text(
            self.AGE_GROUPS,
            tr("Age groups"),
            tr(
                "Groups as text: 0-2, 3-5, 6-9, 10-14, 15-17, 18-24, 25-64, 65-79, 80+. Also katalog (all groups of "
                "the indicators' catalogue, such as E_u3, E_18_64 and 0-RAG, up to the standard retirement age) and "
                "pyramide (0-4, 5-9, ..., 85+; crossed with the sex: E_M_00)."
            ),
        )
        self._column(self.SEX_FIELD, tr("Sex"), tr("Column with m, w, d or words; it gives E_M, E_W, E_D, E_X."))
        self._column(
            self.NATIONALITY_FIELD,
            tr("Nationality"),
            tr("Column with nationalities; who is German beside another is German. It gives E_DEUTSCH and AUSL."),
        )
        self._columns(
            self.CATEGORY_FIELDS,
            tr("Other categories"),
            tr("Columns with few different values (marital status, kind of help); they give E_COLUMN_VALUE."),
        )
        self._text(
            self.CROSSINGS,
            tr("Crossings"),
            tr("Two breakdowns at a time: alter x geschlecht; staat x alter; Hilfeart x geschlecht."),
        )
        self._text(
            self.RENAME,
            tr("Other names"),
            tr("Names that the catalogue uses for a variable: E_RECHTSKREIS_SGB_II=ALO_SGB2; E_ART_GY=UE_GY."),
        )
        self.add(
            QgsProcessingParameterString(self.SOURCE, tr("Source"), "", optional=True),
            tr("Who delivered the counts, as it shall stand in “quelle” and below the figures of the profiles."),
        )

    def add_choice_of_cases(self) -> None:
        """Add which rows count, and how much."""
        self._column(self.RESIDENCE_FIELD, tr("Kind of residence"), tr("Column with H/N, HW/NW or words."))
        self.add(
            QgsProcessingParameterEnum(
                self.RESIDENCE,
                tr("Residences that count"),
                [MAIN, SECONDARY, ALL],
                defaultValue=MAIN,
                usesStaticStrings=True,
            ),
            tr("main: main and sole residences (the usual inhabitants); secondary: others; all. Needs the column."),
            advanced=True,
        )
        self._column(
            self.WEIGHT_FIELD,
            tr("Weight"),
            tr("Column with the number that a row counts for, such as persons of a household. Empty: 1."),
        )
        self._column(
            self.HOUSEHOLD_FIELD,
            tr("Household"),
            tr(
                "Column with the number of the household. It gives HH, HH_1P and, with ages, HH_KIND, HH_3K and "
                "HH_SENIOREN; each household counts once, in the area of its first person."
            ),
        )

    def add_publication(self) -> None:
        """Add what is shown, and the inhabitants that rates are based on."""
        self.add(
            QgsProcessingParameterEnum(
                self.MODE, tr("Use"), [PUBLICATION, INTERNAL], defaultValue=PUBLICATION, usesStaticStrings=True
            ),
            tr(
                "publication hides small counts and what they could be computed from: this table may leave the office. "
                "internal shows all counts, as “Compute indicators” needs them (it hides by itself): its output must "
                "not leave the office."
            ),
        )
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(self.MIN_COUNT, tr("Smallest count shown"), integer, 3, minValue=0),
            tr("Counts from 1 to below this number are hidden (usual: 3, 5 or 10), and so are remainders of a total."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.MIN_BASE, tr("Smallest base of a rate"), integer, 30, minValue=0),
            tr("Rates with a denominator below this number are hidden; 0 shows all."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.ALL_LEVELS, tr("Sums of the upper areas too"), False),
            tr(
                "Adds the areas above as AREAS names them (“uebergeordnet”). Not needed for “Compute indicators”, "
                "which sums by itself."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.POPULATION, tr("Inhabitants"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr(
                "Counts of inhabitants (gebiet, merkmal, wert) as bases of the rates: HZE_u18 per E_u18. Empty: rates "
                "are shares of all cases of the area."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(self.POPULATION_VARIABLE, tr("Variable of the inhabitants"), "E"),
            tr("Name of the total in POPULATION; its groups are called E_u18 and so on."),
            advanced=True,
        )
        double = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber(self.FACTOR, tr("Rates per"), double, 100, minValue=1),
            tr("100 for percent, 1000 for cases per 1,000 inhabitants."),
            advanced=True,
        )

    def _column(self, name: str, label: str, help_text: str) -> None:
        parameter = QgsProcessingParameterField(name, label, parentLayerParameterName=self.INPUT, optional=True)
        self.add(parameter, help_text)

    def _columns(self, name: str, label: str, help_text: str) -> None:
        parameter = QgsProcessingParameterField(
            name, label, parentLayerParameterName=self.INPUT, allowMultiple=True, optional=True
        )
        self.add(parameter, help_text)

    def _text(self, name: str, label: str, help_text: str) -> None:
        self.add(QgsProcessingParameterString(name, label, "", optional=True), help_text)
