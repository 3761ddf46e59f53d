"""The parameters of the status and dynamics index, and the recipe that they make."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.fields import AREA, AREA_NAME
from ...core.indices.status.edition_years import EditionChoice
from ...core.indices.status.status_recipe import (
    DEFAULT_MIN_POPULATION,
    DYNAMICS_LIMITS,
    STATUS_LIMITS,
    Recipe,
    paired_start,
    read_limits,
    read_weights,
)
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm

POINTS, RELATIVE = CHANGES = ("points", "relative")


class StatusParameters(SozialraumAlgorithm):
    """Declares and reads the parameters."""

    INPUT = "INPUT"
    AREA_FIELD = "AREA_FIELD"
    STATUS_FIELDS = "STATUS_FIELDS"
    DYNAMICS_FIELDS = "DYNAMICS_FIELDS"
    POPULATION_FIELD = "POPULATION_FIELD"
    MIN_POPULATION = "MIN_POPULATION"
    EXCLUDE_FIELD = "EXCLUDE_FIELD"
    ZERO_ROWS_ARE_MISSING = "ZERO_ROWS_ARE_MISSING"
    START_FIELDS = "START_FIELDS"
    YEAR_FIELD = "YEAR_FIELD"
    YEAR = "YEAR"
    YEAR_BEFORE = "YEAR_BEFORE"
    INPUT_BEFORE = "INPUT_BEFORE"
    AREA_FIELD_BEFORE = "AREA_FIELD_BEFORE"
    FIELDS_BEFORE = "FIELDS_BEFORE"
    CHANGE = "CHANGE"
    FROZEN = "FROZEN"
    BASE_YEAR = "BASE_YEAR"
    STATUS_LIMITS = "STATUS_LIMITS"
    DYNAMICS_LIMITS = "DYNAMICS_LIMITS"
    STATUS_WEIGHTS = "STATUS_WEIGHTS"
    DYNAMICS_WEIGHTS = "DYNAMICS_WEIGHTS"

    def add_status_parameters(self) -> None:
        """Declare all inputs."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Areas with indicators"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("Table or layer with one row per area and one column per indicator. Numbers may be text, with comma."),
        )
        self._add_fields()
        self._add_rules()
        self._add_earlier_values()
        self._add_choices()

    def _add_fields(self) -> None:
        self.add(
            # QGIS 3.22 accepts a missing field parameter only if it is optional, even if it has a default.
            self._field(self.AREA_FIELD, tr("Field with the area code"), optional=True, default=AREA.name),
            tr("Code of the area; it stays text, with leading zeros. Default: gebiet."),
        )
        self.add(
            self._field(self.STATUS_FIELDS, tr("Status indicators"), several=True),
            tr("Fields that say how things are, such as shares of unemployed. Higher must mean more burden."),
        )
        self.add(
            self._field(self.DYNAMICS_FIELDS, tr("Dynamics indicators"), several=True, optional=True),
            tr("Fields that say how things changed, such as the change of a share in two years. May be empty."),
        )
        self.add(
            self._field(self.POPULATION_FIELD, tr("Field with the inhabitants"), optional=True),
            tr("Number of inhabitants, to leave out areas with too few. Not used as a weight."),
        )

    def _add_rules(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                self.MIN_POPULATION,
                tr("Smallest number of inhabitants"),
                QgsProcessingParameterNumber.Type.Integer,
                DEFAULT_MIN_POPULATION,
                minValue=0,
            ),
            tr("Areas with fewer inhabitants are left out. Berlin uses 300."),
        )
        self.add(
            self._field(self.EXCLUDE_FIELD, tr("Field that leaves areas out"), optional=True),
            tr("True leaves the area out (a home, an outlier). Takes booleans, 1/0, ja/nein, wahr/falsch, true/false."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.ZERO_ROWS_ARE_MISSING, tr("Rows of zeros mean “not computed”"), defaultValue=True
            ),
            tr(
                "Leaves out areas in which at least four indicators are all exactly 0: published tables mark areas "
                "without a result like that. Switch it off if your zeros are real."
            ),
            advanced=True,
        )

    def _add_earlier_values(self) -> None:
        self.add(
            self._field(self.START_FIELDS, tr("Status indicators some years before"), several=True, optional=True),
            tr(
                "The same indicators in an earlier year, in the order of the status indicators: the changes are "
                "computed. Names that differ only in the year (quote_2021, quote_2016) are put together."
            ),
        )
        self.add(
            self._field(self.YEAR_FIELD, tr("Field with the year"), optional=True),
            tr("For a table with one row per area and year (a year or a Stichtag): changes are computed between two."),
        )
        self._add_text(self.YEAR, tr("Year"), tr("The year of the status, such as 2021. Default: the latest."))
        self._add_text(
            self.YEAR_BEFORE,
            tr("Earlier year"),
            tr("The year from which the changes are computed, any number of years before. Default: the one before."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT_BEFORE, tr("Earlier table"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr(
                "Table or layer with the same indicators in an earlier year, if they are not in the first one. Fields "
                "for inhabitants and for leaving out areas have the same names as there."
            ),
        )
        self.add(
            self._field(
                self.AREA_FIELD_BEFORE, tr("Area code in the earlier table"), optional=True, parent=self.INPUT_BEFORE
            ),
            tr("Default: the same name as in the first table."),
        )
        self.add(
            self._field(
                self.FIELDS_BEFORE,
                tr("Status indicators in the earlier table"),
                optional=True,
                several=True,
                parent=self.INPUT_BEFORE,
            ),
            tr("In the order of the status indicators. Default: the same names."),
        )

    def _add_choices(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                self.CHANGE, tr("Change"), list(CHANGES), defaultValue=POINTS, usesStaticStrings=True
            ),
            tr(
                "points: value minus earlier value, as in Berlin. relative: in per cent of the earlier value; areas in "
                "which that was 0 are left out."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.FROZEN, tr("Frozen base year"), defaultValue=False),
            tr(
                "Measures the status by mean and standard deviation of the base year, and takes the difference of the "
                "status index now and then for the dynamics: so development of the whole town shows. Default: no, each "
                "edition by its own, as in Berlin."
            ),
            advanced=True,
        )
        self._add_text(
            self.BASE_YEAR,
            tr("Base year"),
            tr("A year of the table whose mean and standard deviation are frozen. Default: the earlier year."),
            advanced=True,
        )
        self._add_text(
            self.STATUS_LIMITS,
            tr("Limits of the status"),
            tr(
                "Three rising numbers between the four classes, in standard deviations. Default, as Berlin: -1; 1; 1,5."
            ),
            advanced=True,
        )
        self._add_text(
            self.DYNAMICS_LIMITS,
            tr("Limits of the dynamics"),
            tr("Two rising numbers between positive, stable and negative. Default, as Berlin: -1; 1."),
            advanced=True,
        )
        self._add_text(
            self.STATUS_WEIGHTS,
            tr("Weights of the status indicators"),
            tr("One number per status indicator, such as 2; 1; 1. Default 1 each, as Berlin."),
            advanced=True,
        )
        self._add_text(
            self.DYNAMICS_WEIGHTS,
            tr("Weights of the dynamics indicators"),
            tr("One number per change. Default: those of the status where changes are computed, else 1 each."),
            advanced=True,
        )

    def _field(
        self,
        name: str,
        title: str,
        optional: bool = False,
        several: bool = False,
        default: str | None = None,
        parent: str = INPUT,
    ) -> QgsProcessingParameterField:
        """Return a field parameter that takes any type: CSV columns are text until told otherwise."""
        return QgsProcessingParameterField(
            name, title, default, parent, QgsProcessingParameterField.DataType.Any, several, optional
        )

    def _add_text(self, name: str, title: str, help_text: str, advanced: bool = False) -> None:
        self.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced)

    # -- reading ----------------------------------------------------------------------------------------------------
    def status_recipe(self, parameters: dict[str, Any], context: QgsProcessingContext, available: list[str]) -> Recipe:
        """Return the recipe; raise InputError for texts that are no limits or weights, and for unequal fields."""
        area = self.one_field(parameters, self.AREA_FIELD, context) or AREA.name
        status = self.fields(parameters, self.STATUS_FIELDS, context)
        dynamics = self.fields(parameters, self.DYNAMICS_FIELDS, context)
        start = self.fields(parameters, self.START_FIELDS, context)
        base = self.text(parameters, self.BASE_YEAR, context)
        return Recipe(
            area,
            status,
            dynamics,
            self.one_field(parameters, self.POPULATION_FIELD, context),
            self.parameterAsInt(parameters, self.MIN_POPULATION, context),
            self.one_field(parameters, self.EXCLUDE_FIELD, context),
            AREA_NAME.name if AREA_NAME.name in available and area != AREA_NAME.name else None,
            self.parameterAsBoolean(parameters, self.ZERO_ROWS_ARE_MISSING, context),
            paired_start(status, start, self.START_FIELDS) if start else (),
            self.parameterAsEnumString(parameters, self.CHANGE, context) == RELATIVE,
            self.parameterAsBoolean(parameters, self.FROZEN, context) or bool(base),
            read_limits(self.text(parameters, self.STATUS_LIMITS, context), STATUS_LIMITS, self.STATUS_LIMITS),
            read_limits(self.text(parameters, self.DYNAMICS_LIMITS, context), DYNAMICS_LIMITS, self.DYNAMICS_LIMITS),
            read_weights(self.text(parameters, self.STATUS_WEIGHTS, context), len(status), self.STATUS_WEIGHTS),
            read_weights(
                self.text(parameters, self.DYNAMICS_WEIGHTS, context),
                len(dynamics or status),
                self.DYNAMICS_WEIGHTS,
            ),
        )

    def edition_choice(self, parameters: dict[str, Any], context: QgsProcessingContext) -> EditionChoice | None:
        """Return which years of a long table are meant, None without a year field.

        Raises InputError for years without a field to look for them, and for two sources of earlier values.
        """
        field = self.one_field(parameters, self.YEAR_FIELD, context)
        years = {name: self.text(parameters, name, context) for name in (self.YEAR, self.YEAR_BEFORE, self.BASE_YEAR)}
        if field is None:
            named = next((name for name, text in years.items() if text), None)
            if named:
                raise InputError(tr("{parameter} needs YEAR_FIELD: the field with the years.").format(parameter=named))
            return None
        if years[self.YEAR_BEFORE] and self.has_earlier_table(parameters):
            raise InputError(
                tr("Earlier values come from INPUT_BEFORE or from YEAR_BEFORE of the same table: give only one.")
            )
        return EditionChoice(field, *years.values())

    def has_earlier_table(self, parameters: dict[str, Any]) -> bool:
        """Tell whether INPUT_BEFORE is given."""
        return parameters.get(self.INPUT_BEFORE) not in (None, "")

    def fields(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> tuple[str, ...]:
        """Return the fields of a parameter, each once."""
        return tuple(dict.fromkeys(self.parameterAsFields(parameters, name, context)))

    def one_field(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str | None:
        """Return the field of a parameter, or None."""
        return next(iter(self.fields(parameters, name, context)), None)

    def text(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return a text without blanks around it."""
        return self.parameterAsString(parameters, name, context).strip()
