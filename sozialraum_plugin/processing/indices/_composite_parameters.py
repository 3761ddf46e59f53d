"""Parameters of a composite index: the table, the indicators, and every step as a choice. What is given wins over a
preset; so a choice has no default of its own, and its help names the default.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from ...core.indices.composite.classification import CLASSIFICATIONS
from ...core.indices.composite.combine import AGGREGATIONS
from ...core.indices.composite.composite_recipe import RESTANDARDISATIONS, preset_names
from ...core.indices.composite.transforms import TRANSFORMS
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm


class CompositeParameters(SozialraumAlgorithm):
    """Declares what makes up a `CompositeRecipe` and the columns of its table."""

    INPUT = "INPUT"
    AREA_FIELD = "AREA_FIELD"
    FIELDS = "FIELDS"
    POLARITIES = "POLARITIES"
    WEIGHTS = "WEIGHTS"
    NORMALISE_WEIGHTS = "NORMALISE_WEIGHTS"
    TRANSFORM = "TRANSFORM"
    AGGREGATION = "AGGREGATION"
    CLASSIFICATION = "CLASSIFICATION"
    CLASSES = "CLASSES"
    PRESET = "PRESET"
    RESTANDARDISE = "RESTANDARDISE"
    DDOF = "DDOF"
    QUANTILE_TYPE = "QUANTILE_TYPE"
    REQUIRED = "REQUIRED"
    POPULATION_FIELD = "POPULATION_FIELD"
    MIN_POPULATION = "MIN_POPULATION"
    POPULATION_WEIGHTED = "POPULATION_WEIGHTED"
    EXCLUDE_FIELD = "EXCLUDE_FIELD"
    YEAR_FIELD = "YEAR_FIELD"
    YEARS = "YEARS"
    LARGER_FIELD = "LARGER_FIELD"

    def add_composite_parameters(self) -> None:
        """Declare all parameters of the index."""
        self._add_table()
        self._add_indicators()
        self._add_steps()
        self._add_rules()

    def _add_table(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Areas with indicators"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("Table or layer with one row per area and one column per indicator. Numbers may be text, with comma."),
        )
        self.add(
            self._field(self.AREA_FIELD, tr("Field with the area code"), default=AREA.name),
            tr("Code of the area; it stays text, with leading zeros. Default: gebiet."),
        )
        self.add(
            QgsProcessingParameterString(self.PRESET, tr("Preset"), optional=True),
            tr(
                "Name of a shipped method ({names}) or a JSON file of your own. It names the indicators and all steps; "
                "whatever is set here wins over it."
            ).format(names=", ".join(preset_names())),
        )

    def _add_indicators(self) -> None:
        self.add(
            self._field(self.FIELDS, tr("Indicators"), several=True),
            tr(
                "Fields that make up the index. With a preset: as many as it has, in its order, if yours have other "
                "names; other fields start anew with polarity + and weight 1."
            ),
        )
        self._add_text(
            self.POLARITIES,
            tr("Polarities"),
            tr(
                "One + or - per indicator, in their order, such as +;+;-. + means the more, the more burden. Default +."
            ),
        )
        self._add_text(
            self.WEIGHTS,
            tr("Weights"),
            tr("One number per indicator, in their order, such as 22,5;22,5;13,5. Default 1 each."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.NORMALISE_WEIGHTS, tr("Weights add up to 1"), None, optional=True),
            tr(
                "Divides the weights by their sum first. Default: no, they are used as they are. (With “mean” that "
                "makes no difference.)"
            ),
        )

    def _add_steps(self) -> None:
        self._add_choice(
            self.TRANSFORM,
            tr("Transform"),
            TRANSFORMS,
            tr(
                "What makes the indicators comparable: zscore (value - mean) / standard deviation, minmax (share of "
                "the range), rank (least burden = 1), percentile (rank - 1) / (n - 1), exponential (of the rank, as "
                "the English IMD), log (natural logarithm), none. Default: zscore."
            ),
        )
        self._add_choice(
            self.AGGREGATION,
            tr("Aggregation"),
            AGGREGATIONS,
            tr(
                "How the indicators become one number: sum, mean, geometric (mean; one good value cannot make up for a "
                "bad one), pca (first principal component, finds its own weights). Default: sum."
            ),
        )
        self._add_choice(
            self.CLASSIFICATION,
            tr("Classification"),
            CLASSIFICATIONS,
            tr(
                "sd (steps of one standard deviation around the mean), quantile (limits at shares of the areas), rank "
                "(ceil(classes * rank / n)), equal (steps of equal width), fixed (the limits in CLASSES), natural "
                "(natural breaks), none. Default: quantile."
            ),
        )
        self._add_text(
            self.CLASSES,
            tr("Classes"),
            tr(
                "Number of classes (default 5), or limits from low to high, such as -1; 1; 1,5: in units of the index "
                "with fixed, in standard deviations with sd."
            ),
        )

    def _add_rules(self) -> None:
        self._add_choice(
            self.RESTANDARDISE,
            tr("Standardise the index"),
            RESTANDARDISATIONS,
            tr("What is done with the index in the end: none, zscore (as Berlin), minmax, percentile. Default: none."),
            advanced=True,
        )
        self._add_number(
            self.DDOF, tr("Standard deviation: n - ddof"), 0, 1, tr("0 (population, default) or 1 (sample).")
        )
        self._add_number(
            self.QUANTILE_TYPE, tr("Type of the quantiles"), 1, 9, tr("R's types 1 to 9; default 7 (Excel's).")
        )
        self._add_number(
            self.REQUIRED,
            tr("Indicators required"),
            1,
            None,
            tr(
                "An area with fewer values is left out. Default: all are required. With fewer, an area's index rests "
                "on the indicators that it has; nothing is filled in, unless the preset states a model for missing "
                "values."
            ),
        )
        self.add(
            self._field(self.POPULATION_FIELD, tr("Field with the inhabitants")),
            tr("Number of inhabitants, to leave out areas with too few, and for means by inhabitants."),
            advanced=True,
        )
        self._add_number(
            self.MIN_POPULATION, tr("Smallest number of inhabitants"), 0, None, tr("Areas with fewer are left out.")
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.POPULATION_WEIGHTED, tr("Mean and standard deviation by inhabitants"), None, optional=True
            ),
            tr("Default: every area counts the same."),
            advanced=True,
        )
        self.add(
            self._field(self.EXCLUDE_FIELD, tr("Field that leaves areas out")),
            tr("True leaves the area out (a home, an outlier). Takes booleans, 1/0, ja/nein, wahr/falsch, true/false."),
            advanced=True,
        )
        self.add(
            self._field(self.YEAR_FIELD, tr("Field with the year")),
            tr("For a table with several years: one row per area and year."),
            advanced=True,
        )
        self._add_text(
            self.YEARS,
            tr("Standardised over"),
            tr(
                "per_year (each year by its own mean, default), pooled (all years together), or a year such as 2019: "
                "the frozen base year, so that the index shows development."
            ),
            advanced=True,
        )
        self.add(
            self._field(self.LARGER_FIELD, tr("Field with the larger area")),
            tr(
                "Code of the larger area that the area lies in, such as the Kreis: the output LARGER gives these the "
                "mean of the index by inhabitants, with rank and class of their own."
            ),
            advanced=True,
        )

    def _field(
        self, name: str, title: str, several: bool = False, default: str | None = None
    ) -> QgsProcessingParameterField:
        """Return an optional field parameter that takes any type: CSV columns are text until told otherwise."""
        return QgsProcessingParameterField(
            name, title, default, self.INPUT, QgsProcessingParameterField.DataType.Any, several, True
        )

    def _add_text(self, name: str, title: str, help_text: str, advanced: bool = False) -> None:
        self.add(QgsProcessingParameterString(name, title, optional=True), help_text, advanced)

    def _add_choice(
        self, name: str, title: str, choices: Sequence[str], help_text: str, advanced: bool = False
    ) -> None:
        parameter = QgsProcessingParameterEnum(name, title, list(choices), optional=True, usesStaticStrings=True)
        self.add(parameter, help_text, advanced)

    def _add_number(self, name: str, title: str, least: int, most: int | None, help_text: str) -> None:
        integer = QgsProcessingParameterNumber.Type.Integer
        parameter = QgsProcessingParameterNumber(name, title, integer, None, optional=True)
        parameter.setMinimum(least)
        if most is not None:
            parameter.setMaximum(most)
        self.add(parameter, help_text, advanced=True)
