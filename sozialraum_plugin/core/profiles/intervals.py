"""The 95 % interval of a value, as the indicator table has it."""

from __future__ import annotations

from .observations import Indicator, Observation


def interval_of(observation: Observation | None) -> tuple[float, float] | tuple[None, None]:
    """Return the ends of an interval that holds its value, else nothing."""
    if observation is None or observation.value is None or observation.lower is None or observation.upper is None:
        return None, None
    holds = observation.lower <= observation.value <= observation.upper
    return (observation.lower, observation.upper) if holds else (None, None)


def interval_text(indicator: Indicator, lower: float, upper: float) -> str:
    """Return an interval of an indicator as printed: ``10,8–13,9``."""
    ends = (indicator.numbers.number(end, indicator.decimals) for end in (lower, upper))
    return "–".join(ends)
