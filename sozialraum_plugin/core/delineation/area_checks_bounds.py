"""Bounds of inhabitants per level: how they are written, and which areas do not keep them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import InputError
from ..messages import tr
from ..numbers import format_number
from .area_checks import INHABITANTS, Check, Finding

_NUMBER = r"\d[\d.]*"
_ENTRY = re.compile(rf"(?P<level>[^=:]+?)\s*[=:]\s*(?P<low>{_NUMBER})?\s*(?:-|–|bis)\s*(?P<high>{_NUMBER})?")


@dataclass(frozen=True)
class Bounds:
    """Fewest and most inhabitants of an area; None where there is no such bound."""

    minimum: float | None = None
    maximum: float | None = None

    def __post_init__(self) -> None:
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise InputError(
                tr("The minimum of {minimum} inhabitants is above the maximum of {maximum}. Exchange the two.").format(
                    minimum=format_number(self.minimum), maximum=format_number(self.maximum)
                )
            )

    @property
    def given(self) -> bool:
        """Tell whether there is any bound."""
        return self.minimum is not None or self.maximum is not None


def parse_bounds(text: str) -> dict[str, Bounds]:
    """Return the bounds of each level of a text such as ``quartier=700-2500; sozialraum=2500-8500``.

    Raises InputError for what is not understood.

    >>> parse_bounds("quartier=700-; kreis: -300.000")["kreis"].maximum
    300000.0
    """
    result = {}
    for entry in (part.strip() for part in re.split(r"[;\n]", text)):
        if not entry:
            continue
        match = _ENTRY.fullmatch(entry)
        if match is None:
            raise InputError(
                tr("“{entry}” are no bounds. Write the level and both numbers: quartier=700-2500.").format(entry=entry)
            )
        result[match["level"].strip()] = Bounds(_number(match["low"]), _number(match["high"]))
    return result


def _number(text: str | None) -> float | None:
    return float(text.replace(".", "")) if text else None


def bounds_findings(
    level: str, codes: Sequence[str], people: np.ndarray, rows: Sequence[int], shapes: Sequence[Any], bounds: Bounds
) -> list[Finding]:
    """Return the areas outside the bounds and those whose inhabitants (n,) are unknown (NaN)."""
    findings = []
    for code, count, row, shape in zip(codes, people.tolist(), rows, shapes):
        kind, limit = _violation(count, bounds)
        if not kind:
            continue
        note = _sentences()[kind].format(
            area=code, count=format_number(count), limit=format_number(limit), off=format_number(abs(count - limit))
        )
        known = None if np.isnan(count) else count
        findings.append(
            Finding(kind, level, note, code, row=row, size=known, unit=INHABITANTS, shape=shape, inhabitants=known)
        )
    return findings


def _violation(count: float, bounds: Bounds) -> tuple[str, float]:
    if np.isnan(count):
        return Check.NO_POPULATION, np.nan
    if bounds.minimum is not None and count < bounds.minimum:
        return Check.TOO_SMALL, bounds.minimum
    if bounds.maximum is not None and count > bounds.maximum:
        return Check.TOO_LARGE, bounds.maximum
    return "", np.nan


def _sentences() -> Mapping[str, str]:
    return {
        Check.NO_POPULATION: tr("The inhabitants of {area} are not known, so that its size cannot be checked."),
        Check.TOO_SMALL: tr("{area} has {count} inhabitants, {off} fewer than the minimum of {limit}."),
        Check.TOO_LARGE: tr("{area} has {count} inhabitants, {off} more than the maximum of {limit}."),
    }
