"""The 95 % interval of a value, as the indicator table has it."""

from __future__ import annotations

from ..numbers import format_number
from .observations import Observation


def interval_of(observation: Observation | None) -> tuple[float, float] | tuple[None, None]:
    """Return the ends of an interval that holds its value, else nothing."""
    if observation is None or observation.value is None or observation.lower is None or observation.upper is None:
        return None, None
    holds = observation.lower <= observation.value <= observation.upper
    return (observation.lower, observation.upper) if holds else (None, None)


def interval_text(lower: float, upper: float, decimals: int) -> str:
    """Return an interval as printed: ``10,8–13,9``."""
    return f"{format_number(lower, decimals)}–{format_number(upper, decimals)}"
