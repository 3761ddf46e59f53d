"""Parameters of the neighbourhood statistics: the values, the neighbours, the tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ...core.errors import InputError
from ...core.fields import AREA, AREA_NAME
from ...core.indices.spatial.autocorrelation_local import MORAN, STATISTICS
from ...core.indices.spatial.autocorrelation_significance import BONFERRONI, FDR, NO_CORRECTION
from ...core.indices.spatial.autocorrelation_table import Choices
from ...core.indices.spatial.autocorrelation_values import ValueColumns
from ...core.indices.spatial.permutation_tests import ALTERNATIVES, TWO_SIDED
from ...core.indices.spatial.spatial_weights import ROW_STANDARDISED, STANDARDISATIONS
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm
from ._autocorrelation_neighbours import CENTROID, KINDS, PLACES, QUEEN, Neighbourhood

_NUMBER = QgsProcessingParameterNumber.Type


class AutocorrelationParameters(SozialraumAlgorithm):
    """Declares and reads what is compared, who is a neighbour, and how it is tested."""

    INPUT = "INPUT"
    FIELD = "FIELD"
    NUMERATOR = "NUMERATOR"
    DENOMINATOR = "DENOMINATOR"
    ADJUST_RATES = "ADJUST_RATES"
    AREA_FIELD = "AREA_FIELD"
    NAME_FIELD = "NAME_FIELD"
    STATISTIC = "STATISTIC"
    WEIGHTS = "WEIGHTS"
    K = "K"
    DISTANCE = "DISTANCE"
    MIN_BORDER = "MIN_BORDER"
    STANDARDISATION = "STANDARDISATION"
    PLACE = "PLACE"
    TOLERANCE = "TOLERANCE"
    PERMUTATIONS = "PERMUTATIONS"
    SEED = "SEED"
    SIGNIFICANCE = "SIGNIFICANCE"
    FDR = "FDR"
    BONFERRONI = "BONFERRONI"
    ALTERNATIVE = "ALTERNATIVE"

    def add_values(self) -> None:
        """Declare the layer and what is compared."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Areas"), [QgsProcessing.SourceType.TypeVectorAnyGeometry]
            ),
            tr("Layer with one row per area. Polygons; points do for “knearest” and “distance”."),
        )
        self.add(
            self._field(self.FIELD, tr("Field to analyse")),
            tr("An indicator or index, such as the SGB II rate; no plain counts. Numbers may be text, with comma."),
        )
        self.add(
            self._field(self.NUMERATOR, tr("Numerator")),
            tr("Instead of FIELD: the number of cases, such as people with SGB II. Needs DENOMINATOR."),
        )
        self.add(
            self._field(self.DENOMINATOR, tr("Denominator")),
            tr("The number of people the cases are among. Areas with 0 are left out."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.ADJUST_RATES, tr("Adjust rates for the size of areas"), True),
            tr(
                "Empirical Bayes (Assunção and Reis 1999): rates of small areas vary by chance, so each is measured by "
                "its own standard error. Only with NUMERATOR and DENOMINATOR."
            ),
            advanced=True,
        )
        self.add(
            self._field(self.AREA_FIELD, tr("Field with the area code"), AREA.name),
            tr("Code of the area; it stays text, with leading zeros. Default: gebiet, if there is one."),
            advanced=True,
        )
        self.add(
            self._field(self.NAME_FIELD, tr("Field with the area name"), AREA_NAME.name),
            tr("Name of the area, for the log. Default: gebiet_name, if there is one."),
            advanced=True,
        )

    def add_neighbours(self) -> None:
        """Declare who is a neighbour."""
        self._add_choice(
            self.WEIGHTS,
            tr("Neighbours"),
            KINDS,
            QUEEN,
            tr(
                "queen: areas that touch, in a point too. rook: areas that share a border. knearest: the K nearest "
                "areas. distance: all areas within DISTANCE."
            ),
        )
        self._add_number(
            self.K, tr("Number of nearest areas"), 6, 1, tr("For “knearest”: how many. Other choices ignore it."), True
        )
        self._add_number(
            self.DISTANCE,
            tr("Distance (m)"),
            0.0,
            0,
            tr("For “distance”: metres between the places of two areas. 0: so far that each area has one."),
        )
        self._add_number(
            self.MIN_BORDER,
            tr("Shortest shared border (m)"),
            0.0,
            0,
            tr("For “rook”: areas that share less than so many metres are no neighbours."),
            advanced=True,
        )
        self._add_choice(
            self.STANDARDISATION,
            tr("Weights of neighbours"),
            STANDARDISATIONS,
            ROW_STANDARDISED,
            tr(
                "row: each area is compared with the mean of its neighbours. binary: with their sum, so areas with "
                "many neighbours count more. p-values of single areas are the same."
            ),
            advanced=True,
        )
        self._add_choice(
            self.PLACE,
            tr("Place of an area"),
            PLACES,
            CENTROID,
            tr("For “knearest” and “distance”: centroid, or surface for a point that is surely inside the area."),
            advanced=True,
        )
        self._add_number(
            self.TOLERANCE,
            tr("Tolerance of drawing (m)"),
            0.5,
            0,
            tr("For “queen” and “rook”: gaps and overlaps between neighbours up to so many metres are bridged."),
            advanced=True,
        )

    def add_tests(self) -> None:
        """Declare statistic and tests."""
        self._add_choice(
            self.STATISTIC,
            tr("Local statistic"),
            STATISTICS,
            MORAN,
            tr(
                "moran: clusters and outliers. gi: high or low values around the area. gistar: the same with the area "
                "itself. geary: areas like or unlike each of their neighbours."
            ),
        )
        self._add_number(
            self.PERMUTATIONS,
            tr("Permutations"),
            999,
            99,
            tr(
                "How often values are dealt anew to see what chance makes. The smallest p-value is 2 / (PERMUTATIONS + "
                "1); many areas with FDR need more, 9999 or 99999."
            ),
            True,
        )
        self._add_number(self.SEED, tr("Seed"), 1, 0, tr("The same seed gives the same p-values."), True, advanced=True)
        self._add_number(
            self.SIGNIFICANCE,
            tr("Level of significance"),
            0.05,
            0.0001,
            tr("Areas whose corrected p-value is at most so large are significant."),
            most=0.5,
        )
        self.add(
            QgsProcessingParameterBoolean(self.FDR, tr("Control false discoveries"), True),
            tr(
                "With 100 areas, 5 are “significant” at 0.05 by chance alone. On: of the areas reported, at most that "
                "share is expected to be false (Benjamini-Hochberg). Off: each area by its own p-value."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(self.BONFERRONI, tr("Bonferroni instead"), False),
            tr("Stricter than false discovery control, and wins over it: hardly any false area in the whole map."),
            advanced=True,
        )
        self._add_choice(
            self.ALTERNATIVE,
            tr("Tails of the p-value"),
            ALTERNATIVES,
            TWO_SIDED,
            tr(
                "two-sided: twice the smaller tail. directed: the smaller tail only, which is what GeoDa and esda (by "
                "default) print; its p-values are half as large."
            ),
            advanced=True,
        )

    def value_columns(
        self, parameters: dict[str, Any], context: QgsProcessingContext, available: Sequence[str]
    ) -> ValueColumns:
        """Return the columns. Raises InputError unless either FIELD or both counts are given."""
        value, numerator, denominator, area, name = (
            (self.parameterAsFields(parameters, parameter, context) or [""])[0]
            for parameter in (self.FIELD, self.NUMERATOR, self.DENOMINATOR, self.AREA_FIELD, self.NAME_FIELD)
        )
        if value and (numerator or denominator):
            raise InputError(tr("Give either FIELD, or NUMERATOR and DENOMINATOR, not both."))
        if not value and not (numerator and denominator):
            raise InputError(tr("Nothing to analyse: give FIELD, or both NUMERATOR and DENOMINATOR."))
        return ValueColumns(
            area if area in available else None,
            name if name in available else None,
            value or None,
            numerator or None,
            denominator or None,
            self.parameterAsBoolean(parameters, self.ADJUST_RATES, context),
        )

    def neighbourhood(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Neighbourhood:
        """Return who is a neighbour."""
        return Neighbourhood(
            self.parameterAsEnumString(parameters, self.WEIGHTS, context),
            self.parameterAsInt(parameters, self.K, context),
            self.parameterAsDouble(parameters, self.DISTANCE, context),
            self.parameterAsDouble(parameters, self.MIN_BORDER, context),
            self.parameterAsDouble(parameters, self.TOLERANCE, context),
            self.parameterAsEnumString(parameters, self.PLACE, context),
            self.parameterAsEnumString(parameters, self.STANDARDISATION, context) == ROW_STANDARDISED,
        )

    def choices(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Choices:
        """Return statistic and tests."""
        corrected = FDR if self.parameterAsBoolean(parameters, self.FDR, context) else NO_CORRECTION
        if self.parameterAsBoolean(parameters, self.BONFERRONI, context):
            corrected = BONFERRONI
        return Choices(
            self.parameterAsEnumString(parameters, self.STATISTIC, context),
            self.parameterAsInt(parameters, self.PERMUTATIONS, context),
            self.parameterAsInt(parameters, self.SEED, context),
            self.parameterAsDouble(parameters, self.SIGNIFICANCE, context),
            corrected,
            self.parameterAsEnumString(parameters, self.ALTERNATIVE, context),
        )

    def _field(self, name: str, title: str, default: str | None = None) -> QgsProcessingParameterField:
        """Return an optional field parameter that takes any type: CSV columns are text until told otherwise."""
        return QgsProcessingParameterField(
            name, title, default, self.INPUT, QgsProcessingParameterField.DataType.Any, False, True
        )

    def _add_choice(
        self, name: str, title: str, options: Sequence[str], default: str, help_text: str, advanced: bool = False
    ) -> None:
        self.add(
            QgsProcessingParameterEnum(name, title, list(options), defaultValue=default, usesStaticStrings=True),
            help_text,
            advanced,
        )

    def _add_number(
        self,
        name: str,
        title: str,
        default: float,
        least: float,
        help_text: str,
        whole: bool = False,
        advanced: bool = False,
        most: float | None = None,
    ) -> None:
        bounds = {"minValue": least, **({} if most is None else {"maxValue": most})}
        kind = _NUMBER.Integer if whole else _NUMBER.Double
        self.add(QgsProcessingParameterNumber(name, title, kind, default, **bounds), help_text, advanced)
