"""Parameters of a robustness run: those of the composite index, and which choices are varied."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
)

from ...core.errors import InputError
from ...core.indices.composite.robustness_choices import Wishes
from ...core.messages import tr
from ._composite_reading import CompositeReading


class RobustnessParameters(CompositeReading):
    """Declares and reads `Wishes` and the counts behind the indicators."""

    VARIANTS = "VARIANTS"
    SEED = "SEED"
    TRY_TRANSFORMS = "TRY_TRANSFORMS"
    TRY_DDOF = "TRY_DDOF"
    TRY_LEAVE_OUT = "TRY_LEAVE_OUT"
    TRY_WEIGHTS = "TRY_WEIGHTS"
    CONCENTRATION = "CONCENTRATION"
    TRY_POPULATIONS = "TRY_POPULATIONS"
    NUMERATORS = "NUMERATORS"
    DENOMINATORS = "DENOMINATORS"
    TRY_SHRINKAGE = "TRY_SHRINKAGE"
    TRY_CHANCE = "TRY_CHANCE"

    def add_robustness_parameters(self) -> None:
        """Declare what is varied, and take back what only the index itself has an output for."""
        self.removeParameter(self.LARGER_FIELD)
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(self.VARIANTS, tr("Variants"), integer, 1000, False, 1, 100_000),
            tr("Number of variants. If nothing is drawn at random, each combination is computed once."),
        )
        self.add(
            QgsProcessingParameterNumber(self.SEED, tr("Seed"), integer, 0, False, 0),
            tr("The same seed gives the same draws, so that a result can be repeated."),
            advanced=True,
        )
        for name, title, help_text in (
            (self.TRY_TRANSFORMS, tr("Try other transforms"), tr("zscore, minmax, rank and percentile.")),
            (self.TRY_DDOF, tr("Try n and n − 1"), tr("The divisor of the standard deviation.")),
            (self.TRY_LEAVE_OUT, tr("Leave out one indicator"), tr("Each in turn, if there are three or more.")),
            (self.TRY_WEIGHTS, tr("Vary the weights"), tr("Drawn at random around the given ones (Dirichlet).")),
            (
                self.TRY_SHRINKAGE,
                tr("Draw small numbers to the mean"),
                tr("Empirical Bayes (Marshall); needs NUMERATORS and DENOMINATORS."),
            ),
            (
                self.TRY_CHANCE,
                tr("Draw the counts at random"),
                tr("Binomial or Poisson, as if other people had been counted; needs NUMERATORS and DENOMINATORS."),
            ),
        ):
            self.add(QgsProcessingParameterBoolean(name, title, True), help_text)
        number = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber(
                self.CONCENTRATION, tr("Concentration of the weights"), number, 10.0, False, 0.1
            ),
            tr(
                "1: with equal weights any mixture is equally likely; 10: a weight varies by about a third of itself; "
                "the larger, the nearer to the given weights."
            ),
            advanced=True,
        )
        self._add_text(
            self.NUMERATORS,
            tr("Numerators"),
            tr("Fields with the cases of each indicator, in the order of FIELDS, such as sgb2;-;kinder; - for none."),
        )
        self._add_text(
            self.DENOMINATORS,
            tr("Denominators"),
            tr("Fields with what the cases are divided by, in the same order; - for none."),
        )
        self._add_text(
            self.TRY_POPULATIONS,
            tr("Other smallest numbers of inhabitants"),
            tr("Numbers such as 100;500 that are tried beside MIN_POPULATION; needs POPULATION_FIELD."),
        )

    def wishes(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Wishes:
        """Return what shall be varied."""

        def wanted(name: str) -> bool:
            return self.parameterAsBool(parameters, name, context)

        return Wishes(
            self.parameterAsInt(parameters, self.VARIANTS, context),
            self.parameterAsInt(parameters, self.SEED, context),
            wanted(self.TRY_WEIGHTS),
            self.parameterAsDouble(parameters, self.CONCENTRATION, context),
            wanted(self.TRY_DDOF),
            wanted(self.TRY_LEAVE_OUT),
            wanted(self.TRY_TRANSFORMS),
            wanted(self.TRY_SHRINKAGE),
            wanted(self.TRY_CHANCE),
            _whole_numbers(self._text(parameters, self.TRY_POPULATIONS, context)),
        )

    def count_fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[list[str], list[str]]:
        """Return the fields of numerators and denominators, one for each indicator; none if nothing is given."""
        above, below = (
            [part.strip() for part in self._text(parameters, name, context).split(";")]
            for name in (self.NUMERATORS, self.DENOMINATORS)
        )
        return ([] if above == [""] else above), ([] if below == [""] else below)


def _whole_numbers(text: str) -> tuple[int, ...]:
    parts = [part for part in re.split(r"[;\s]+", text) if part]
    if not all(re.fullmatch(r"\d+|\d{1,3}(\.\d{3})+", part) for part in parts):
        raise InputError(tr("TRY_POPULATIONS: “{text}” is no list of whole numbers such as 100;500.").format(text=text))
    return tuple(int(part.replace(".", "")) for part in parts)
