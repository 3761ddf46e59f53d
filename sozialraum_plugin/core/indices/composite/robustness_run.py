"""All variants of an index computed, and for each area what became of its class and rank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...messages import tr
from ...numbers import format_number
from .composite_recipe import CompositeRecipe
from .robustness_choices import (
    CHOICES,
    Plan,
    Variants,
    Wishes,
    combined_variants,
    single_variants,
    varied_recipe,
)
from .robustness_counts import Counts, rates, redrawn
from .robustness_engine import Areas, Outcome, compared, together

CELLS_AT_ONCE = 100_000
MOST_RANKS = 100_000_000  # areas times variants, two bytes each below 32,768 areas
MOST_DRAWS = 250
DRAWN_CELLS = 20_000_000
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True)
class Robust:
    """Of n areas: `variants` (n,) in which each takes part, `shares` (n, k) of them in each class 1 to k, `changed`
    (n,) how often the class is not that of the recipe, `rank_low`, `rank_middle`, `rank_high` (n,) at 5, 50 and 95 %.

    For each choice alone: `tried` its number of variants, `flips` (n,) in how many the class changes; `left_out` (n, m)
    the class without each indicator, 0 where that was not tried.
    """

    variants: np.ndarray
    shares: np.ndarray
    changed: np.ndarray
    rank_low: np.ndarray
    rank_middle: np.ndarray
    rank_high: np.ndarray
    tried: dict[str, int]
    flips: dict[str, np.ndarray]
    left_out: np.ndarray
    total: int


@dataclass(frozen=True)
class Question:
    """What is varied: n areas, which of them take part from each limit on (limits, n), their counts, class (n,) now."""

    areas: Areas
    taking_part: np.ndarray
    recipe: CompositeRecipe
    counts: Counts | None
    class_: np.ndarray


def robust(
    question: Question, plan: Plan, wishes: Wishes, poll: Callable[[float], None] = lambda share: None
) -> Robust:
    """Compute all variants. Raises InputError if there are too many for the memory."""
    recipe, count = question.recipe, len(question.areas.values)
    if count * wishes.variants > MOST_RANKS:
        raise InputError(
            tr("{areas} areas times {variants} VARIANTS are too many. Choose at most {most} VARIANTS.").format(
                areas=format_number(count),
                variants=format_number(wishes.variants),
                most=format_number(max(1, MOST_RANKS // count)),
            )
        )
    random = np.random.default_rng(wishes.seed)
    own = np.array([ingredient.weight for ingredient in recipe.ingredients], dtype=float)
    draws = _draws(question, plan, wishes)
    drawn = redrawn(question.counts, draws, random) if plan.redraw and question.counts else None
    names, alone = single_variants(plan, own, wishes, draws, random)
    mixed = combined_variants(plan, own, wishes, draws, random)
    most = max(recipe.rule.classes, len(recipe.rule.limits) + 1, int(question.class_.max(initial=0)))
    single_class = np.zeros((len(alone), count), dtype=np.int16)
    tally = _Tally(len(mixed), count, most, question.class_)
    whole = (len(alone) + len(mixed)) * count
    done = 0
    for variants, keep in ((alone, None), (mixed, tally)):
        for chosen, rows, outcome in outcomes(question, plan, variants, drawn):
            if keep is None:
                single_class[np.ix_(chosen, rows)] = outcome.class_
            else:
                keep.add(chosen, rows, outcome)
            done += len(chosen) * len(rows)
            poll(min(1.0, done / max(whole, 1)))
    return _summed(question, names, alone, single_class, tally, len(mixed))


def _draws(question: Question, plan: Plan, wishes: Wishes) -> int:
    if not plan.redraw or question.counts is None:
        return 1
    cells = max(1, question.counts.cases.shape[0] * len(question.counts.places))
    return max(1, min(MOST_DRAWS, wishes.variants, DRAWN_CELLS // cells))


def outcomes(
    question: Question, plan: Plan, variants: Variants, drawn: np.ndarray | None
) -> Iterator[tuple[np.ndarray, np.ndarray, Outcome]]:
    """Yield variants (b,), areas (k,) and their outcome (b, k), in portions that share recipe and areas."""
    key = np.column_stack([variants.scale, variants.limit, variants.shrunk, variants.draw >= 0])
    for scale, limit, shrunk, anew in np.unique(key, axis=0) if len(key) else ():
        same = np.flatnonzero((key == (scale, limit, shrunk, anew)).all(axis=1))
        same = same[np.argsort(variants.draw[same], kind="stable")]  # those of one draw share their comparable values
        recipe = varied_recipe(question.recipe, plan.scales[scale])
        rows = np.flatnonzero(question.taking_part[limit])
        if not len(rows):
            continue
        for group in together(question.areas.periods[rows], recipe):
            places = rows[group]
            areas = question.areas.chosen(places)
            size = max(1, CELLS_AT_ONCE // len(places))
            plain = _columns(question, areas, places, bool(shrunk), None)
            for first in range(0, len(same), size):
                chosen = same[first : first + size]
                columns, which = plain, None
                if drawn is not None and anew:
                    draws, which = np.unique(variants.draw[chosen], return_inverse=True)
                    columns = _columns(question, areas, places, bool(shrunk), drawn[:, draws][:, :, places])
                outcome = compared(areas, recipe, columns, variants.weights[chosen], which)
                yield chosen, places, _full(outcome, len(chosen))


def _full(outcome: Outcome, count: int) -> Outcome:
    """Return the outcome with one row a variant, where all of them were the same."""
    if len(outcome.index) == count:
        return outcome
    return Outcome(*(np.broadcast_to(part, (count, part.shape[1])) for part in vars(outcome).values()))


def _columns(
    question: Question, areas: Areas, rows: np.ndarray, shrunk: bool, cases: np.ndarray | None
) -> list[np.ndarray]:
    """Return the indicators, each (1, n), or (b, n) where they are made of counts drawn anew (indicators, b, n)."""
    columns = [areas.values[name].to_numpy(dtype=float)[None] for name in question.recipe.fields]
    if question.counts is None or not (shrunk or cases is not None):
        return columns
    counts = question.counts.chosen(rows)
    for number, place in enumerate(counts.places):
        drawn = counts.cases[None, :, place] if cases is None else cases[number]
        columns[place] = rates(counts, place, drawn, columns[place][0], shrunk, areas.periods)
    return columns


class _Tally:
    """Counts classes and keeps ranks of v variants and n areas."""

    def __init__(self, variants: int, count: int, classes: int, now: np.ndarray) -> None:
        self.ranks = np.zeros((count, variants), dtype=np.int16 if count < 2**15 else np.int32)
        self.classes = np.zeros((count, classes + 1), dtype=np.int64)
        self.changed = np.zeros(count, dtype=np.int64)
        self._now = now

    def add(self, chosen: np.ndarray, rows: np.ndarray, outcome: Outcome) -> None:
        self.ranks[np.ix_(rows, chosen)] = outcome.rank.T
        for number in range(1, self.classes.shape[1]):
            self.classes[rows, number] += (outcome.class_ == number).sum(axis=0)
        self.changed[rows] += ((outcome.class_ != self._now[rows]) & (outcome.rank > 0)).sum(axis=0)

    def interval(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Return in how many variants each area takes part, and its rank at 5, 50 and 95 % of them."""
        self.ranks.sort(axis=1)
        width = self.ranks.shape[1]
        count = (self.ranks > 0).sum(axis=1)
        last = np.maximum(count - 1, 0)
        spots = (np.floor(LOW * last), np.round(0.5 * last), np.ceil(HIGH * last))
        rows = np.arange(len(self.ranks))
        found = (self.ranks[rows, np.minimum(width - count + spot.astype(int), width - 1)] for spot in spots)
        low, middle, high = (np.where(count > 0, rank, 0) for rank in found)
        return count, low, middle, high


def _summed(
    question: Question, names: list[str], alone: Variants, single_class: np.ndarray, tally: _Tally, total: int
) -> Robust:
    count, low, middle, high = tally.interval()
    kinds = np.array(names, dtype=object)
    tried, flips = {}, {}
    differs = (single_class != question.class_[None]) & (single_class > 0) & (question.class_ > 0)[None]
    for name in CHOICES:
        mine = kinds == name if len(kinds) else np.zeros(0, dtype=bool)
        if mine.any():
            tried[name] = int(mine.sum())
            flips[name] = differs[mine].sum(axis=0)
    left_out = np.zeros((single_class.shape[1], len(question.recipe.fields)), dtype=int)
    for number in np.flatnonzero(alone.left_out >= 0):
        left_out[:, alone.left_out[number]] = single_class[number]
    with np.errstate(invalid="ignore"):
        shares = tally.classes[:, 1:] / np.maximum(count, 1)[:, None]
    return Robust(count, shares, tally.changed, low, middle, high, tried, flips, left_out, total)
