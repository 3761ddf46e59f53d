"""Types of areas: areas of a kind, with names and numbers by burden."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.fields import AREA, AREA_NAME, CONFIDENTIALITY
from ...core.indices.typologies.typology import CRITERIA, SILHOUETTE, TypeChoice
from ...core.indices.typologies.typology_quality import KMEANS, METHODS
from ...core.indices.typologies.typology_scale import SCALES, ZSCORE
from ...core.indices.typologies.typology_table import CHOICE_TABLE, TypeColumns, TypologyTable, typology_table
from ...core.messages import tr
from ...core.publication import mark_internal
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..tables import read_rows, required_source, write_rows
from ._composite_reading import signs

_ANY = QgsProcessingParameterField.DataType.Any


class Typology(SozialraumAlgorithm):
    """Indicators of areas to types of areas."""

    algorithm_id = "typology"
    stage = "indices"

    INPUT = "INPUT"
    AREA_FIELD = "AREA_FIELD"
    FIELDS = "FIELDS"
    POLARITIES = "POLARITIES"
    TYPES = "TYPES"
    METHOD = "METHOD"
    SCALE = "SCALE"
    MIN_TYPES = "MIN_TYPES"
    MAX_TYPES = "MAX_TYPES"
    CRITERION = "CRITERION"
    STARTS = "STARTS"
    SEED = "SEED"
    POPULATION_FIELD = "POPULATION_FIELD"
    MIN_POPULATION = "MIN_POPULATION"
    EXCLUDE_FIELD = "EXCLUDE_FIELD"
    OUTPUT = "OUTPUT"
    TYPE_TABLE = "TYPE_TABLE"
    CHOICE_TABLE = "CHOICE_TABLE"
    TYPE_COUNT = "TYPE_COUNT"
    INCLUDED = "INCLUDED"
    EXCLUDED = "EXCLUDED"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Types of areas (typology)")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Puts areas of a kind together: the “Raumtypen” of a social report, such as “many children, high SGB II "
            "receipt”. It takes the indicators, makes them comparable, and finds types by k-means++ or Ward. Type 1 is "
            "the most burdened.\n\n"
            "The number of types is given, or suggested by silhouette or gap statistic; the log has both. It also says "
            "whether the types come out again with other seeds, and with a few areas left out. Each area gets its "
            "distance to the middle of its type, its silhouette (below 0: nearer to another type), and the next type."
            "\n\n"
            "Names are proposals from what is typical; change them. Areas with missing values stay in the table with "
            "the reason, but have no type.\n\n"
            "Example: INPUT = the indicator table, FIELDS = B08, B10, A08, M01, W02, TYPES = 5."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_columns()
        self._add_choices()
        self._add_rules()
        self._add_outputs()

    def _add_columns(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Areas with indicators"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("Table or layer with one row per area and one column per indicator. Numbers may be text, with comma."),
        )
        self.add(
            self._field(self.AREA_FIELD, tr("Field with the area code"), AREA.name),
            tr("Code of the area; it stays text, with leading zeros. Default: gebiet."),
        )
        self.add(
            QgsProcessingParameterField(self.FIELDS, tr("Indicators"), None, self.INPUT, _ANY, True),
            tr("Fields by which areas are of a kind. Shares and rates, not counts: else large areas become a type."),
        )
        self.add(
            QgsProcessingParameterString(self.POLARITIES, tr("Polarities"), optional=True),
            tr(
                "One +, - or 0 per indicator, in their order, such as +;+;-;0: + means the more, the more burden; 0 "
                "does not count in the order of types. Empty: as the catalogue says, and + for other fields."
            ),
        )

    def _add_choices(self) -> None:
        self._add_number(self.TYPES, tr("Number of types"), 0, 0, tr("0: as suggested by CRITERION."), False)
        self._add_choice(
            self.METHOD,
            tr("Method"),
            METHODS,
            KMEANS,
            tr(
                "kmeans: k-means++, compact types; ward: joins areas step by step so that types stay as even as can be."
            ),
        )
        self._add_choice(
            self.SCALE,
            tr("Scale"),
            SCALES,
            ZSCORE,
            tr(
                "zscore: (value - mean) / standard deviation; robust: (value - median) / (interquartile range / "
                "1.349), which extreme areas do not move."
            ),
        )
        self._add_number(self.MIN_TYPES, tr("At least"), 2, 2, tr("Smallest number of types that may be suggested."))
        self._add_number(self.MAX_TYPES, tr("At most"), 8, 2, tr("Largest number of types that may be suggested."))
        self._add_choice(
            self.CRITERION,
            tr("Suggested by"),
            CRITERIA,
            SILHOUETTE,
            tr(
                "silhouette: types that stand apart best (Rousseeuw 1987); gap: fewest types that say as much more "
                "than chance (Tibshirani et al. 2001)."
            ),
        )
        self._add_number(self.STARTS, tr("Starts"), 20, 1, tr("Of k-means; the best is taken."))
        self._add_number(self.SEED, tr("Seed"), 1, 0, tr("The same seed gives the same types."))

    def _add_rules(self) -> None:
        self.add(
            self._field(self.POPULATION_FIELD, tr("Field with the inhabitants")),
            tr("Number of inhabitants: to leave out areas with too few, and for the table of types."),
            advanced=True,
        )
        self._add_number(
            self.MIN_POPULATION, tr("Smallest number of inhabitants"), 1, 0, tr("Areas with fewer are left out.")
        )
        self.add(
            self._field(self.EXCLUDE_FIELD, tr("Field that leaves areas out")),
            tr("True leaves the area out (a home, an outlier). Takes booleans, 1/0, ja/nein, wahr/falsch, true/false."),
            advanced=True,
        )

    def _add_outputs(self) -> None:
        table = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Areas with types"), table),
            tr(
                "One row per area: typ, typ_name, abstand (to the middle of the type, in deviations), silhouette, "
                "zweitnaechster_typ, why an area is left out, and the deviation (z_...) of each indicator."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(self.TYPE_TABLE, tr("Types"), table, optional=True),
            tr(
                "One row per type: name, number of areas, inhabitants, burden, mean silhouette, and of each indicator "
                "the mean over its areas (mittel_...) and its deviation (z_...)."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.CHOICE_TABLE, tr("Numbers of types tried"), table, optional=True, createByDefault=False
            ),
            tr("One row per number of types: sum of squares, silhouette, gap and its error. Empty if TYPES is given."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.TYPE_COUNT, tr("Number of types")))
        self.addOutput(QgsProcessingOutputNumber(self.INCLUDED, tr("Number of areas with a type")))
        self.addOutput(QgsProcessingOutputNumber(self.EXCLUDED, tr("Number of areas left out")))

    def _field(self, name: str, title: str, default: str | None = None) -> QgsProcessingParameterField:
        return QgsProcessingParameterField(name, title, default, self.INPUT, _ANY, False, True)

    def _add_choice(self, name: str, title: str, choices: tuple[str, ...], default: str, help_text: str) -> None:
        parameter = QgsProcessingParameterEnum(name, title, list(choices), False, default, usesStaticStrings=True)
        self.add(parameter, help_text, advanced=name == self.CRITERION)

    def _add_number(
        self, name: str, title: str, default: int, least: int, help_text: str, advanced: bool = True
    ) -> None:
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(QgsProcessingParameterNumber(name, title, integer, default, minValue=least), help_text, advanced)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the areas, find the types, report, write."""
        source = required_source(self, parameters, self.INPUT, context)
        available = source.fields().names()
        columns = self._columns(parameters, context, available)
        mark = CONFIDENTIALITY.name if CONFIDENTIALITY.name in available else None
        wanted = (columns.area, *columns.fields, columns.name, columns.population, columns.exclude, mark)
        names = list(dict.fromkeys(name for name in wanted if name))
        table, geometries = read_rows(source, feedback, names, with_geometry=True)
        choice = self._choice(parameters, context)
        made = typology_table(table, columns, choice, lambda: check_cancelled(feedback))
        feedback.setProgress(80)
        _report(made, feedback)
        areas, fields = mark_internal(made.areas, made.area_fields, table)
        results = {
            self.OUTPUT: write_rows(
                self, parameters, self.OUTPUT, context, feedback, areas, fields, geometries, source.wkbType(),
                source.sourceCrs(),
            ),
            self.TYPE_COUNT: len(made.types),
            self.INCLUDED: len(made.found.labels),
            self.EXCLUDED: len(table) - len(made.found.labels),
        }  # fmt: skip
        types, type_fields = mark_internal(made.types, made.type_fields, table)
        for name, rows, layout in (
            (self.TYPE_TABLE, types, type_fields), (self.CHOICE_TABLE, made.choice, CHOICE_TABLE),
        ):  # fmt: skip
            target = write_rows(self, parameters, name, context, feedback, rows, layout)
            if target:
                results[name] = target
        return results

    def _columns(self, parameters: dict[str, Any], context: QgsProcessingContext, available: list[str]) -> TypeColumns:
        def field(name: str) -> str | None:
            return next(iter(self.parameterAsFields(parameters, name, context)), None)

        area = field(self.AREA_FIELD) or AREA.name
        if area not in available:
            raise InputError(
                tr("AREA_FIELD: field “{field}” is missing. There is: {available}.").format(
                    field=area, available=", ".join(available)
                )
            )
        return TypeColumns(
            area,
            tuple(dict.fromkeys(self.parameterAsFields(parameters, self.FIELDS, context))),
            AREA_NAME.name if AREA_NAME.name in available and area != AREA_NAME.name else None,
            field(self.POPULATION_FIELD),
            field(self.EXCLUDE_FIELD),
            self.parameterAsInt(parameters, self.MIN_POPULATION, context),
            tuple(signs(self.parameterAsString(parameters, self.POLARITIES, context).strip())),
        )

    def _choice(self, parameters: dict[str, Any], context: QgsProcessingContext) -> TypeChoice:
        def number(name: str) -> int:
            return self.parameterAsInt(parameters, name, context)

        def text(name: str) -> str:
            return self.parameterAsEnumString(parameters, name, context)

        least, most = number(self.MIN_TYPES), number(self.MAX_TYPES)
        if least > most:
            raise InputError(
                tr("MIN_TYPES ({least}) is larger than MAX_TYPES ({most}).").format(least=least, most=most)
            )
        return TypeChoice(
            number(self.TYPES), least, most, text(self.CRITERION), text(self.METHOD), text(self.SCALE),
            number(self.STARTS), number(self.SEED),
        )  # fmt: skip


def _report(made: TypologyTable, feedback: QgsProcessingFeedback) -> None:
    for line in made.log:
        feedback.pushInfo(line)
    log_balance(feedback, made.balance)
    for warning in made.warnings:
        feedback.pushWarning(warning)
