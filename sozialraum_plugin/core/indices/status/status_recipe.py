"""What status and dynamics are made of: columns, limits and weights, each checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...indicators.imports.reference_dates import year_in
from ...messages import tr

STATUS_LIMITS = (-1.0, 1.0, 1.5)  # < -1 hoch (1), to 1 mittel (2), to 1.5 niedrig (3), above sehr niedrig (4)
DYNAMICS_LIMITS = (-1.0, 1.0)  # < -1 positiv, to 1 stabil, above negativ
DEFAULT_MIN_POPULATION = 300
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True)
class Recipe:
    """Which columns of a table mean what, and how they are combined.

    `dynamics` are ready-made changes and may be empty; `population`, `exclude` and `name` may be absent. `start` are
    the status indicators some years before, in the order of `status`, in the same rows. `relative` takes changes in
    per cent of the earlier value, not in points. `frozen` measures by the moments of the base year. Weights are one an
    indicator, 1 each if empty; those of the dynamics are by default the status's if the changes are computed.
    """

    area: str
    status: tuple[str, ...]
    dynamics: tuple[str, ...] = ()
    population: str | None = None
    min_population: int = DEFAULT_MIN_POPULATION
    exclude: str | None = None
    name: str | None = None
    zero_rows_are_missing: bool = True
    start: tuple[str, ...] = ()
    relative: bool = False
    frozen: bool = False
    status_limits: tuple[float, ...] = STATUS_LIMITS
    dynamics_limits: tuple[float, ...] = DYNAMICS_LIMITS
    status_weights: tuple[float, ...] = ()
    dynamics_weights: tuple[float, ...] = ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """Return the fields of both indices."""
        return self.status + self.dynamics

    def checked(self) -> Recipe:
        """Return the recipe. Raises InputError for choices that contradict each other."""
        both = set(self.status) & set(self.dynamics)
        if both:
            raise InputError(
                tr("Field “{field}” is given for status and for dynamics. It can only be one.").format(field=min(both))
            )
        _check_weights("STATUS_WEIGHTS", self.status_weights, len(self.status))
        _check_weights("DYNAMICS_WEIGHTS", self.dynamics_weights, len(self.dynamics or self.status))
        if self.frozen and self.dynamics:
            raise InputError(
                tr(
                    "With a frozen base year the dynamics are the difference of the status index now and then: leave "
                    "DYNAMICS_FIELDS empty and give the earlier values."
                )
            )
        if self.relative and self.frozen:
            raise InputError(
                tr(
                    "With a frozen base year the dynamics are the difference of two indices: CHANGE cannot be relative "
                    "to the earlier value."
                )
            )
        if self.frozen and self.dynamics_weights and self.dynamics_weights != self.status_weights:
            raise InputError(
                tr(
                    "With a frozen base year the dynamics are the difference of two status indices and have their "
                    "weights: leave DYNAMICS_WEIGHTS empty."
                )
            )
        return self


def read_limits(text: str, default: tuple[float, ...], parameter: str) -> tuple[float, ...]:
    """Return the limits of a text such as ``-1; 1; 1,5``, as many as the default has; the default for an empty text."""
    limits = _numbers(text, len(default), parameter, "; ".join(f"{limit:g}" for limit in default))
    if not limits:
        return default
    if sorted(set(limits)) != list(limits):
        raise InputError(tr("{parameter}: the limits {text} must rise.").format(parameter=parameter, text=text))
    return limits


def read_weights(text: str, count: int, parameter: str) -> tuple[float, ...]:
    """Return the weights of a text such as ``2; 1; 1``, one an indicator; none for an empty text."""
    return _numbers(text, count, parameter, "; ".join(["1"] * count))


def _numbers(text: str, count: int, parameter: str, example: str) -> tuple[float, ...]:
    """Read numbers; a comma parts them only where that gives the wanted count and semicolons do not."""
    if not text.strip():
        return ()
    parts = [part for part in re.split(r"[;\s]+", text.replace("−", "-")) if part]
    by_comma = [part for part in re.split(r"[,;\s]+", text.replace("−", "-")) if part]
    parts = by_comma if len(parts) != count and len(by_comma) == count else parts
    try:
        numbers = tuple(float(part.replace(",", ".")) for part in parts)
    except ValueError:
        numbers = ()
    if len(numbers) != count or not np.isfinite(numbers).all():
        raise InputError(
            tr("{parameter}: “{text}” is not what is needed: {count} numbers such as {example}.").format(
                parameter=parameter, text=text, count=count, example=example
            )
        )
    return numbers


def _check_weights(parameter: str, weights: Sequence[float], count: int) -> None:
    if not weights:
        return
    if len(weights) != count:
        raise InputError(
            tr("{parameter}: there are {given} weights for {count} indicators.").format(
                parameter=parameter, given=len(weights), count=count
            )
        )
    if min(weights) < 0 or not any(weights):
        raise InputError(tr("{parameter}: weights are 0 or more, and not all 0.").format(parameter=parameter))


def paired_start(status: Sequence[str], start: Sequence[str], parameter: str) -> tuple[str, ...]:
    """Return the earlier fields in the order of the status fields.

    Names that differ only in the year are put together; else the order counts. Raises InputError if the numbers differ,
    or if every earlier field has a later year in its name than the field it is the start of.
    """
    if len(status) != len(start):
        raise InputError(
            tr(
                "{parameter}: {count} fields for {wanted} status indicators. Give the same indicators some years "
                "before, in the same order."
            ).format(parameter=parameter, count=len(start), wanted=len(status))
        )
    by_stem = {_stem(name): name for name in start}
    stems = [_stem(name) for name in status]
    if len(set(stems)) == len(stems) and set(stems) == set(by_stem) and len(by_stem) == len(start):
        start = [by_stem[stem] for stem in stems]
    years = [(year_in(now), year_in(then)) for now, then in zip(status, start)]
    if all(now is not None and then is not None and then > now for now, then in years):
        raise InputError(
            tr("“{start}” is later than “{status}”: swap STATUS_FIELDS and {parameter}.").format(
                start=start[0], status=status[0], parameter=parameter
            )
        )
    return tuple(start)


def _stem(name: str) -> str:
    """Return a name without year and the marks around it, in small letters."""
    return re.sub(r"[\W_]+", "_", _YEAR.sub("", name)).strip("_").lower()
