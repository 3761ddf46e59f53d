"""What the user has chosen for a delineation, read from the parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core import fields
from ...core.delineation.attribute_weights import parse_weights
from ...core.delineation.code_pattern import CodePattern, numbered_pattern, patterns_of_levels
from ...core.delineation.level_plan import LevelPlan, nesting_notes, parse_levels
from ...core.errors import InputError
from ...core.messages import tr
from ...core.numbers import format_number
from ._parameters import DelineationParameters

DIGITS_OF_NESTED = 2


@dataclass(frozen=True)
class AreaOptions:
    """The user's choice of fields, levels (largest areas first), codes and effort; `nested` if LEVELS was given."""

    population_field: str
    attributes: list[str]
    weights: np.ndarray | None
    commune_field: str | None
    name_field: str | None
    fixed_field: str | None
    fixed_name_field: str | None
    levels: list[LevelPlan]
    nested: bool
    patterns: list[CodePattern]
    prefix: str
    area_count: int | None
    compactness: float
    seed: int
    effort: str


def read_options(
    algorithm: DelineationParameters,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> AreaOptions:
    """Return the user's choice; raise InputError where it contradicts itself."""

    def field(name: str) -> str | None:
        return next((value for value in algorithm.parameterAsFields(parameters, name, context) if value), None)

    def text(name: str) -> str:
        return algorithm.parameterAsString(parameters, name, context).strip()

    attributes = [name for name in algorithm.parameterAsFields(parameters, algorithm.ATTRIBUTES, context) if name]
    levels = parse_levels(text(algorithm.LEVELS))
    for note in nesting_notes(levels):
        feedback.pushWarning(note)
    nested = bool(levels)
    levels = levels or [_single_level(algorithm, parameters, context, feedback)]
    prefix = text(algorithm.CODE_PREFIX)
    digits = algorithm.parameterAsInt(parameters, algorithm.CODE_DIGITS, context)
    made = [level.name for level in levels if not level.is_commune]
    options = AreaOptions(
        population_field=field(algorithm.POPULATION_FIELD) or fields.POPULATION.name,
        attributes=attributes,
        weights=parse_weights(text(algorithm.WEIGHTS), attributes),
        commune_field=field(algorithm.COMMUNE_FIELD),
        name_field=field(algorithm.NAME_FIELD),
        fixed_field=field(algorithm.FIXED_FIELD),
        fixed_name_field=field(algorithm.FIXED_NAME_FIELD),
        levels=levels,
        nested=nested,
        patterns=patterns_of_levels(text(algorithm.CODE_PATTERN), made)
        or _usual_patterns(len(made), nested, prefix, digits),
        prefix=prefix,
        area_count=_area_count(algorithm, parameters, context),
        compactness=algorithm.parameterAsDouble(parameters, algorithm.COMPACTNESS, context),
        seed=algorithm.parameterAsInt(parameters, algorithm.SEED, context),
        effort=algorithm.parameterAsEnumString(parameters, algorithm.EFFORT, context),
    )
    if levels[0].is_commune and options.commune_field is None:
        raise InputError(tr("LEVELS begins with “gemeinde”. Choose the commune field too, or leave that level out."))
    return options


def _single_level(
    algorithm: DelineationParameters,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> LevelPlan:
    low = algorithm.parameterAsDouble(parameters, algorithm.MIN_POPULATION, context)
    high = algorithm.parameterAsDouble(parameters, algorithm.MAX_POPULATION, context)
    name = algorithm.parameterAsString(parameters, algorithm.LEVEL, context).strip() or fields.Level.QUARTER
    return LevelPlan(name, low, high, _target(algorithm, parameters, context, feedback, (low, high)))


def _target(
    algorithm: DelineationParameters,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    bounds: tuple[float, float],
) -> float | None:
    """Return the target if it lies within the bounds; else None, which stands for their middle."""
    if algorithm.TARGET_POPULATION in parameters and parameters[algorithm.TARGET_POPULATION] is None:
        return None
    target = algorithm.parameterAsDouble(parameters, algorithm.TARGET_POPULATION, context)
    if bounds[0] <= target <= bounds[1]:
        return target
    feedback.pushInfo(
        tr("The target of {target} inhabitants lies outside the bounds; their middle is used.").format(
            target=format_number(target)
        )
    )
    return None


def _area_count(
    algorithm: DelineationParameters, parameters: dict[str, Any], context: QgsProcessingContext
) -> int | None:
    if parameters.get(algorithm.AREA_COUNT) in (None, ""):
        return None
    return algorithm.parameterAsInt(parameters, algorithm.AREA_COUNT, context)


def _usual_patterns(count: int, nested: bool, prefix: str, digits: int) -> list[CodePattern]:
    """Return the prefix (else the code above) and a number for the first level; the code above for those within it."""
    first = numbered_pattern(prefix or None, DIGITS_OF_NESTED if nested else digits, at_least=nested)
    return [first, *[numbered_pattern(None, DIGITS_OF_NESTED, at_least=True)] * (count - 1)]
