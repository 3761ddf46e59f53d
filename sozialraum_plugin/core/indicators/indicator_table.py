"""The long table of indicators: value, numerator, denominator, both Stichtage and a mark, for every area at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..fields import (
    AREA,
    AREA_NAME,
    DENOMINATOR,
    DENOMINATOR_DATE,
    FLAG,
    INDICATOR,
    INDICATOR_NAME,
    INDICATORS,
    INTERVAL,
    LEVEL,
    LOWER,
    NUMERATOR,
    OWN_WEIGHT,
    POLARITY,
    REFERENCE_DATE,
    SMOOTHED,
    SMOOTHED_IN,
    SOURCE,
    TERRITORY,
    UNIT_OF_MEASURE,
    UPPER,
    VALUE,
)
from .count_cube import FLAGS, CountCube, join_sources
from .hierarchy import Hierarchy
from .indicator_numbers import Numbers
from .indicator_plan import Step
from .intervals import METHOD_OF_KIND, NO_INTERVAL


def indicator_table(
    cube: CountCube, hierarchy: Hierarchy, steps: Sequence[Step], numbers: Numbers, territories: Sequence[str]
) -> pd.DataFrame:
    """Return the table `fields.INDICATORS`, in the order of the steps, then of the areas.

    An area without a count is in the table, marked as missing, if another area of its level has one. `territories` are
    the areas' own editions, for counts that do not tell theirs.
    """
    names = [column.name for column in INDICATORS]
    if not steps:
        return pd.DataFrame(columns=names)
    shown = _shown(hierarchy, numbers.present)
    step_of, area_of = np.nonzero(shown.T)
    per_row = {name: array.T[shown.T] for name, array in _arrays(numbers).items()}
    groups = numbers.smoothed.groups.T[shown.T]
    lower = per_row[LOWER.name]
    return pd.DataFrame(
        {
            **{name: texts[area_of] for name, texts in _of_areas(hierarchy).items()},
            **{name: texts[step_of] for name, texts in _of_steps(cube, steps).items()},
            **per_row,
            FLAG.name: np.array(FLAGS, dtype=object)[numbers.flags.T[shown.T]],
            TERRITORY.name: _territories(cube, steps, territories, step_of, area_of),
            INTERVAL.name: np.where(np.isfinite(lower), _methods(steps)[step_of], NO_INTERVAL),
            SMOOTHED_IN.name: np.array([*numbers.smoothed.names, ""], dtype=object)[groups],
        }
    )[names]


def _shown(hierarchy: Hierarchy, present: np.ndarray) -> np.ndarray:
    """Return which areas are in the table at each step (areas, steps): all of a level that has a count there."""
    level_names, levels = np.unique(hierarchy.levels, return_inverse=True)
    has_count = np.array([present[levels == number].any(axis=0) for number in range(len(level_names))])
    return has_count[levels]


def _arrays(numbers: Numbers) -> dict[str, np.ndarray]:
    return {
        VALUE.name: numbers.values,
        NUMERATOR.name: numbers.numerators,
        DENOMINATOR.name: numbers.denominators,
        LOWER.name: numbers.lower,
        UPPER.name: numbers.upper,
        SMOOTHED.name: numbers.smoothed.values,
        OWN_WEIGHT.name: numbers.smoothed.weights,
    }


def _texts(values: Sequence[object]) -> np.ndarray:
    return np.array([*values, None], dtype=object)[:-1]  # the None keeps numpy from making an array of text


def _of_areas(hierarchy: Hierarchy) -> dict[str, np.ndarray]:
    return {AREA.name: _texts(hierarchy.codes), AREA_NAME.name: _texts(hierarchy.names), LEVEL.name: hierarchy.levels}


def _of_steps(cube: CountCube, steps: Sequence[Step]) -> dict[str, np.ndarray]:
    return {
        INDICATOR.name: _texts([step.indicator.code for step in steps]),
        INDICATOR_NAME.name: _texts([step.indicator.name for step in steps]),
        REFERENCE_DATE.name: _texts([step.date for step in steps]),
        DENOMINATOR_DATE.name: _texts([step.denominator_date for step in steps]),
        UNIT_OF_MEASURE.name: _texts([step.indicator.unit for step in steps]),
        POLARITY.name: _texts([step.indicator.polarity for step in steps]),
        SOURCE.name: _texts([_of_columns(cube.sources, step) or step.indicator.source for step in steps]),
    }


def _of_columns(texts: Sequence[str], step: Step) -> str:
    return join_sources([texts[column] for column in (step.numerator, step.denominator) if column >= 0])


def _territories(
    cube: CountCube, steps: Sequence[Step], areas: Sequence[str], step_of: np.ndarray, area_of: np.ndarray
) -> np.ndarray:
    """Return the edition of each row: the counts' own, else the area's."""
    own = _texts([_of_columns(cube.territories, step) for step in steps])[step_of]
    return np.where(own != "", own, _texts(areas)[area_of])


def _methods(steps: Sequence[Step]) -> np.ndarray:
    return _texts([METHOD_OF_KIND.get(step.indicator.kind, NO_INTERVAL) for step in steps])
