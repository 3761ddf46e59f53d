"""What would have to change for an area to be in the next class, found by computing the whole index anew.

Nothing is solved by a formula: with ranks and quantiles there is none, and with z values an area moves mean and
deviation of all. One value of one area moves step by step to the end of its range; where the class changes first, the
step is halved until the place is known to the decimals that the indicator has. Every value that is given was tried.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .composite_recipe import CompositeRecipe
from .robustness_engine import Areas, class_of_one, combined, compared, is_stackable, oriented
from .transforms import LOG

LESS_BURDENED, MORE_BURDENED = 1, -1  # class 1 is the most burdened
OBSERVED_STEPS, BEYOND_STEPS = 8, 4
TOGETHER_STEP = 0.001  # all values together are moved by tenths of a per cent
CELLS_AT_ONCE = 100_000
MOST_AREAS = 1000  # as many comparisons as areas squared
MOST_SLOW_SEARCHES = 500  # areas times indicators, where the index is computed one by one
DIMENSIONS_COST = 5  # times as long
MOST_DECIMALS = 6
STEPS_BACK = 3


@dataclass(frozen=True)
class Change:
    """For k areas: the class `target` (k,) to reach, 0 if there is none; the value `needed` (k, m) of each indicator
    alone, NaN if none does it; `seen` (k, m), whether it lies within what was observed; `together` (k,), the share by
    which all values must move in that direction, NaN if even all of it is not enough.
    """

    target: np.ndarray
    needed: np.ndarray
    seen: np.ndarray
    together: np.ndarray


class NextClass:
    """Finds changes of class for n areas that are computed together, `class_` (n,) being theirs now."""

    def __init__(self, areas: Areas, recipe: CompositeRecipe, class_: np.ndarray) -> None:
        self.areas, self.recipe, self.class_ = areas, recipe, class_
        self.columns = [areas.values[name].to_numpy(dtype=float) for name in recipe.fields]
        self.decimals = [decimals_of(column) for column in self.columns]
        self._weights = np.array([[ingredient.weight for ingredient in recipe.ingredients]])
        self._comparable = None
        if is_stackable(recipe):
            self._comparable = [
                oriented(areas, recipe, place, column[None]) for place, column in enumerate(self.columns)
            ]

    def change(self, rows: np.ndarray, direction: int, most: int, poll: Callable[[], None] = lambda: None) -> Change:
        """Return what brings the areas `rows` (k,) into the next class; there are `most` classes."""
        target = self.class_[rows] + direction
        target = np.where((self.class_[rows] > 0) & (target >= 1) & (target <= most), target, 0)
        shape = (len(rows), len(self.columns))
        needed, seen = np.full(shape, np.nan), np.zeros(shape, dtype=bool)
        together = np.full(len(rows), np.nan)
        some = np.flatnonzero(target > 0)
        if not len(some):
            return Change(target, needed, seen, together)
        for place in range(len(self.columns)):
            poll()
            needed[some, place], seen[some, place] = self._alone(rows[some], place, direction)
        together[some] = self._together(rows[some], direction)
        return Change(target, needed, seen, together)

    def reached(self, rows: np.ndarray, place: int, values: np.ndarray, direction: int) -> np.ndarray:
        """Return which of k areas change their class if their own value of an indicator is `values` (k,)."""
        good = np.zeros(len(rows), dtype=bool)
        for part in _parts(len(rows), len(self.class_)):
            chosen = rows[part]
            column = np.tile(self.columns[place], (len(chosen), 1))
            column[np.arange(len(chosen)), chosen] = values[part]
            good[part] = self._moved(chosen, {place: column}, direction)
        return good

    def reached_together(self, rows: np.ndarray, shares: np.ndarray, direction: int) -> np.ndarray:
        """Return which of k areas change their class if all their values move by `shares` (k,) of themselves."""
        good = np.zeros(len(rows), dtype=bool)
        for part in _parts(len(rows), len(self.class_)):
            chosen = rows[part]
            moved = {}
            for place, values in enumerate(self.columns):
                column = np.tile(values, (len(chosen), 1))
                sign = -direction * self.recipe.ingredients[place].sign
                column[np.arange(len(chosen)), chosen] += sign * shares[part] * np.abs(values[chosen])
                moved[place] = column
            good[part] = self._moved(chosen, moved, direction)
        return good

    def _moved(self, rows: np.ndarray, moved: dict[int, np.ndarray], direction: int) -> np.ndarray:
        if self._comparable is None:
            columns = [moved.get(place, column[None]) for place, column in enumerate(self.columns)]
            outcome = compared(self.areas, self.recipe, columns, self._weights)
            now = outcome.class_[np.arange(len(rows)), rows]
        else:
            parts = [
                oriented(self.areas, self.recipe, place, moved[place]) if place in moved else known
                for place, known in enumerate(self._comparable)
            ]
            raw = combined(parts, self._weights, self.recipe.aggregation, self.recipe.normalise_weights)
            now = class_of_one(self.areas, self.recipe, raw, rows)
        return (now > 0) & ((now - self.class_[rows]) * direction >= 1)

    def _alone(self, rows: np.ndarray, place: int, direction: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the values (k,) that an indicator alone would need, and which of them were observed."""
        column = self.columns[place]
        start = column[rows]
        falls = direction * self.recipe.ingredients[place].sign > 0
        end, beyond = self._bounds(place, falls)
        unit = 10.0 ** -self.decimals[place]

        def good(some: np.ndarray, values: np.ndarray) -> np.ndarray:
            return self.reached(rows[some], place, values, direction)

        found = first_success(start, np.full(len(rows), end), OBSERVED_STEPS, unit, good)
        seen = ~np.isnan(found)
        rest = np.flatnonzero(~seen & ~np.isnan(start))
        if len(rest) and beyond != end:
            onward = np.where(falls, np.minimum(start[rest], end), np.maximum(start[rest], end))
            found[rest] = first_success(
                onward, np.full(len(rest), beyond), BEYOND_STEPS, unit, lambda some, values: good(rest[some], values)
            )
        return found, seen

    def _bounds(self, place: int, falls: bool) -> tuple[float, float]:
        """Return the end of what was observed, and that of what is tried beyond: as far again, not through 0."""
        column = self.columns[place]
        low, high = float(np.nanmin(column)), float(np.nanmax(column))
        width = (high - low) or max(abs(high), 1.0)
        if not falls:
            return high, high + width
        kind = self.recipe.ingredients[place].transform or self.recipe.transform
        if low >= 0:
            return low, low / 2 if kind == LOG else max(0.0, low - width)
        return low, low - width

    def _together(self, rows: np.ndarray, direction: int) -> np.ndarray:
        start, end = np.zeros(len(rows)), np.ones(len(rows))
        return first_success(
            start,
            end,
            OBSERVED_STEPS,
            TOGETHER_STEP,
            lambda some, shares: self.reached_together(rows[some], shares, direction),
        )


def first_success(
    start: np.ndarray,
    end: np.ndarray,
    steps: int,
    unit: float,
    good: Callable[[np.ndarray, np.ndarray], np.ndarray],
) -> np.ndarray:
    """Return for k searches the value nearest to `start` (k,) on the way to `end` (k,) that is good, else NaN.

    `good` takes the searches (j,) and their values (j,). The way is walked in `steps`; the first good step is halved
    until it is shorter than `unit`, and the value is a multiple of the unit unless none is good.
    """
    low, high = start.copy(), np.full(len(start), np.nan)
    open_ = np.flatnonzero(~np.isnan(start) & (start != end))
    for step in range(1, steps + 1):
        if not len(open_):
            break
        values = end[open_] if step == steps else start[open_] + (end[open_] - start[open_]) * step / steps
        success = good(open_, values)
        high[open_[success]] = values[success]
        open_ = open_[~success]
        low[open_] = values[~success]
    while True:
        wide = np.flatnonzero(np.abs(high - low) > unit)
        if not len(wide):
            break
        middle = (low[wide] + high[wide]) / 2
        success = good(wide, middle)
        high[wide[success]] = middle[success]
        low[wide[~success]] = middle[~success]
    found = _on_the_grid(low, high, end, unit, good)
    return _nearer(found, start, unit, good)


def _on_the_grid(
    low: np.ndarray,
    high: np.ndarray,
    end: np.ndarray,
    unit: float,
    good: Callable[[np.ndarray, np.ndarray], np.ndarray],
) -> np.ndarray:
    """Return the first multiple of the unit beyond `low` that is good and not beyond `end`, else finer ones."""
    result = np.where(np.isnan(high), np.nan, high)
    open_ = np.flatnonzero(~np.isnan(high))
    upward = end >= low
    for fineness, base, further in ((1, low, 1), (1, high, 0), (100, high, 0), (10_000, high, 0)):
        if not len(open_):
            break
        scale = round(fineness / unit)
        place = np.where(upward[open_], np.floor(base[open_] * scale), np.ceil(base[open_] * scale))
        on_grid = np.isclose(base[open_] * scale, np.round(base[open_] * scale), rtol=0, atol=1e-9 * scale)
        place = np.where(on_grid, np.round(base[open_] * scale), place + np.where(upward[open_], 1, -1))
        place = np.where(on_grid & (further > 0), place + np.where(upward[open_], 1, -1), place)
        values = place / scale
        inside = np.where(upward[open_], values <= end[open_], values >= end[open_])
        success = inside.copy()
        success[inside] = good(open_[inside], values[inside])
        result[open_[success]] = values[success]
        open_ = open_[~success]
    return result


def _nearer(
    found: np.ndarray, start: np.ndarray, unit: float, good: Callable[[np.ndarray, np.ndarray], np.ndarray]
) -> np.ndarray:
    """Return the values moved a few units back towards `start` while they stay good: ties can open a gap behind."""
    result, scale = found.copy(), round(1 / unit)
    open_ = np.flatnonzero(~np.isnan(found))
    for _ in range(STEPS_BACK):
        back = np.sign(start[open_] - result[open_])
        values = np.round(result[open_] * scale + back) / scale
        inside = (start[open_] - values) * back > 0
        open_, values = open_[inside], values[inside]
        if not len(open_):
            break
        success = good(open_, values)
        open_, values = open_[success], values[success]
        result[open_] = values
    return result


def decimals_of(values: np.ndarray) -> int:
    """Return the decimals that tell the values apart: those they have, but not more than a thousandth of their range.

    >>> decimals_of(np.array([12.0, 900.0])), decimals_of(np.array([3.25, 21.5])), decimals_of(np.array([1 / 3, 20]))
    (0, 2, 2)
    """
    known = values[~np.isnan(values)]
    width = float(np.ptp(known)) if len(known) else 0.0
    most = MOST_DECIMALS if width <= 0 else int(np.clip(np.ceil(3 - np.log10(width)), 0, MOST_DECIMALS))
    for decimals in range(most):
        if np.allclose(known, np.round(known, decimals), rtol=0, atol=1e-9):
            return decimals
    return most


def _parts(count: int, width: int) -> list[slice]:
    size = max(1, CELLS_AT_ONCE // max(width, 1))
    return [slice(first, first + size) for first in range(0, count, size)]
