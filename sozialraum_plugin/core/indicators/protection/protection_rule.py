"""What the interval of a hidden count has to be, and what outsiders are assumed to know.

Two outsiders attack everything that is published together. Both know all sums.

* The *uninformed* one knows only that counts are whole and not negative, and that a share is at most its denominator.
  The interval of a small count must be at least `width` wide and reach the threshold: nobody can tell that the count is
  small, nor narrow it down.
* The *informed* one also knows the rule and reads the marks: a count marked as small lies between 1 and the threshold
  minus 1, a count hidden for the sake of others is at least the threshold. Every number from 1 to the threshold minus
  1 must stay possible, as far as the marks alone leave it (three small parts of a small sum below 5 are 1 or 2 each):
  the published counts tell nothing that the marks themselves do not.

A count that the source has hidden needs the width, with no rule known. A numerator on too small a base needs the width
as far as its base allows. A small remainder (denominator minus numerator) is a small count of its own.
A threshold of 2 hides ones only, so the mark says it all; then only the uninformed outsider counts.
Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 4.2.2 (sliding protection) and 4.3.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .primary_protection import Reason

SENSITIVE = (Reason.SMALL, Reason.SOURCE, Reason.BASE)  # a remainder is a cell of its own: see protection_cells


@dataclass(frozen=True)
class Rule:
    """Counts from 1 to below `threshold` are small; an interval must be `width` wide (0: the threshold)."""

    threshold: int = 3
    width: int = 0

    @property
    def least_width(self) -> int:
        """Return the width that an interval must have."""
        return self.width or max(self.threshold, 1)


@dataclass(frozen=True)
class Needs:
    """What the intervals of all cells must be, arrays (cells,); cells that need nothing have 0, -inf, inf, -inf.

    `width` and `reach` are for the uninformed outsider (high - low and high at least), `down` and `up` for the
    informed one (low at most, high at least).
    """

    width: np.ndarray
    reach: np.ndarray
    down: np.ndarray
    up: np.ndarray

    def failed(
        self, low: np.ndarray, high: np.ndarray, informed_low: np.ndarray, informed_high: np.ndarray
    ) -> np.ndarray:
        """Return which cells (cells,) have too narrow an interval."""
        with np.errstate(invalid="ignore"):
            wide = ~(high - low < self.width - 1e-6)
        open_up = (high >= self.reach - 1e-6) & (informed_high >= self.up - 1e-6)
        return ~(wide & open_up & (informed_low <= self.down + 1e-6))


def needs_of(reasons: np.ndarray, base: np.ndarray, rule: Rule) -> Needs:
    """Return what each cell needs by its reason (cells,); `base` is its smallest known base (or infinite)."""
    sensitive = np.isin(reasons, SENSITIVE)
    small = reasons == Reason.SMALL
    informed = small & (rule.threshold > 2)
    allowed = np.where(base < rule.threshold, np.where(small, np.inf, base), base)
    return Needs(
        np.where(sensitive, np.minimum(rule.least_width, allowed), 0.0),
        np.where(small, np.minimum(rule.threshold, allowed), -np.inf),
        np.where(informed, 1.0, np.inf),
        np.where(informed, rule.threshold - 1.0, -np.inf),
    )


def limited_by_marks(needs: Needs, low: np.ndarray, high: np.ndarray) -> tuple[Needs, np.ndarray]:
    """Return the needs without what the marks alone rule out, and which cells the marks alone give away.

    `low` and `high` (cells,) are the informed outsider's bounds if every count were hidden. No suppression can protect
    a count from its own mark, so what is given away needs protection from the uninformed only.
    """
    informed = np.isfinite(needs.up)
    possible = high > low + 0.5
    down = np.where(possible, np.maximum(needs.down, low), np.inf)
    up = np.where(possible, np.minimum(needs.up, high), -np.inf)
    return Needs(needs.width, needs.reach, down, up), informed & ~possible


def informed_bounds(
    reasons: np.ndarray, marked: np.ndarray, low: np.ndarray, high: np.ndarray, values: np.ndarray, rule: Rule
) -> tuple[np.ndarray, np.ndarray]:
    """Return the bounds (cells,) that the informed outsider starts from; `marked` cells show their mark.

    `values` is the true table, or NaN where it is not known: a count hidden for others that is really 0 is no surprise
    to whoever made the table, but nobody else can tell.
    """
    small = marked & (reasons == Reason.SMALL)
    others = marked & (reasons == Reason.SECONDARY) & ~(values < rule.threshold)
    least = np.where(values < 1, 0.0, 1.0)  # a mean of years may lie between the whole numbers
    most = np.where(values > rule.threshold - 1, float(rule.threshold), rule.threshold - 1.0)
    informed_low = np.where(small, least, np.where(others & (low == 0), float(rule.threshold), low))
    return np.maximum(informed_low, low), np.where(small, np.minimum(most, high), high)
