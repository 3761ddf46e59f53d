"""The choices that a robustness run varies, and the variants made of them.

Every variant is one combination of choices: how the indicators are transformed, by which divisor the standard deviation
is taken, which indicator is left out, from how many inhabitants on areas take part, whether small numbers are drawn to
the mean; with weights and counts drawn at random. Sources: OECD/JRC (2008), Handbook on Constructing Composite
Indicators, ch. 7 (uncertainty and sensitivity analysis); M. Saisana, A. Saltelli, S. Tarantola (2005), JRSS A 168.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ...messages import tr
from ...numbers import format_number
from . import transforms as kinds
from .classification import FIXED
from .combine import GEOMETRIC, PCA
from .composite_recipe import PER_YEAR, POOLED, CompositeRecipe
from .robustness_engine import is_stackable

TRANSFORM, DDOF, LEAVE_OUT, SHRINKAGE, LIMIT, WEIGHTS, REDRAW = CHOICES = (
    "transformation", "ddof", "weglassen", "glaettung", "grenze", "gewichte", "zufall",
)  # fmt: skip
TRANSFORMS_TRIED = (kinds.ZSCORE, kinds.MINMAX, kinds.RANK, kinds.PERCENTILE)
SINGLE_DRAWS = 200  # of weights or counts alone
FEWEST_INDICATORS = 3  # that leaving one out makes sense


@dataclass(frozen=True)
class Wishes:
    """What the user wants varied; `limits` are other smallest numbers of inhabitants."""

    variants: int = 1000
    seed: int = 0
    weights: bool = True
    concentration: float = 10.0
    ddof: bool = True
    leave_out: bool = True
    transforms: bool = True
    shrinkage: bool = True
    redraw: bool = True
    limits: tuple[int, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The levels of each choice, the recipe's own first; `off` says in sentences what is not varied and why.

    `keep_sum`: weights must keep their sum; `slow`: variants cannot be computed many at a time.
    """

    scales: list[tuple[str, int]]
    limits: list[int]
    left_out: list[int]
    shrunk: list[bool]
    weights: bool
    redraw: bool
    off: list[str]
    keep_sum: bool = True
    slow: bool = False

    @property
    def combinations(self) -> int:
        """Return the number of combinations of what is not drawn at random."""
        return len(self.scales) * len(self.limits) * len(self.left_out) * len(self.shrunk)


@dataclass(frozen=True)
class Variants:
    """v variants: positions in the levels of the plan, `left_out` (-1: none), `weights` (v, m), `draw` (-1: none)."""

    scale: np.ndarray
    limit: np.ndarray
    left_out: np.ndarray
    shrunk: np.ndarray
    weights: np.ndarray
    draw: np.ndarray

    def __len__(self) -> int:
        return len(self.scale)


def choice_title(choice: str) -> str:
    """Return how a reader calls a choice."""
    return {
        TRANSFORM: tr("another transform"),
        DDOF: tr("the other divisor of the standard deviation"),
        LEAVE_OUT: tr("one indicator left out"),
        SHRINKAGE: tr("small numbers drawn to the mean"),
        LIMIT: tr("another smallest number of inhabitants"),
        WEIGHTS: tr("other weights"),
        REDRAW: tr("other counts by chance"),
    }[choice]


def plan_of(recipe: CompositeRecipe, wishes: Wishes, has_counts: bool, has_population: bool) -> Plan:
    """Return what can sensibly be varied for a recipe."""
    off: list[str] = []
    count = len(recipe.ingredients)
    left_out = [-1]
    if wishes.leave_out and count >= FEWEST_INDICATORS:
        left_out += list(range(count))
    elif wishes.leave_out:
        off.append(tr("No indicator is left out: there are fewer than {count}.").format(count=FEWEST_INDICATORS))
    weights = wishes.weights and count > 1 and PCA not in (recipe.aggregation, recipe.group_aggregation)
    if wishes.weights and not weights:
        off.append(tr("Weights are not varied: a principal component, or a single indicator, has none."))
    if (wishes.shrinkage or wishes.redraw) and not has_counts:
        off.append(tr("Neither shrinkage nor chance is tried: NUMERATORS and DENOMINATORS are empty."))
    limits = _limits(recipe, wishes, has_population, off)
    return Plan(
        _scales(recipe, wishes, off),
        limits,
        left_out,
        [False, True] if wishes.shrinkage and has_counts else [False],
        weights,
        wishes.redraw and has_counts,
        off,
        sum_matters(recipe),
        not is_stackable(recipe),
    )


def _limits(recipe: CompositeRecipe, wishes: Wishes, has_population: bool, off: list[str]) -> list[int]:
    own = recipe.min_population
    others = [limit for limit in dict.fromkeys(wishes.limits) if limit != own]
    if others and not has_population:
        off.append(tr("The smallest number of inhabitants is not varied: POPULATION_FIELD is empty."))
        return [own]
    if others and recipe.missing_model:
        off.append(tr("The smallest number of inhabitants is not varied: the model of missing values depends on it."))
        return [own]
    return [own, *others]


def _scales(recipe: CompositeRecipe, wishes: Wishes, off: list[str]) -> list[tuple[str, int]]:
    """Return pairs of transform and ddof; the divisor matters only where z values are made."""
    names = [recipe.transform]
    if wishes.transforms:
        names += [name for name in TRANSFORMS_TRIED if name != recipe.transform and _fits(recipe, name)]
        if len(names) == 1:
            off.append(tr("No other transform is tried: the class limits or the base year go with this one only."))
    divisors = [recipe.ddof, *([1 - recipe.ddof] if wishes.ddof and recipe.ddof in (0, 1) else [])]
    return [
        (name, divisor) for name in names for divisor in divisors if divisor == recipe.ddof or _divides(recipe, name)
    ]


def _fits(recipe: CompositeRecipe, name: str) -> bool:
    if recipe.rule.kind == FIXED and recipe.restandardise == recipe.level_restandardise == kinds.NONE:
        return False  # the limits are in units of this transform
    if recipe.aggregation == GEOMETRIC and name == kinds.ZSCORE:
        return False
    return name not in kinds.BY_PLACE or recipe.years in (PER_YEAR, POOLED)


def _divides(recipe: CompositeRecipe, name: str) -> bool:
    steps = (name, recipe.restandardise, recipe.level_restandardise, recipe.group_restandardise)
    own = (ingredient.transform for ingredient in recipe.ingredients)
    return kinds.ZSCORE in (*steps, *own) or PCA in (recipe.aggregation, recipe.group_aggregation)


def varied_recipe(recipe: CompositeRecipe, scale: tuple[str, int]) -> CompositeRecipe:
    """Return the recipe with another transform and divisor; frozen moments are those of one transform only."""
    name, divisor = scale
    ingredients = recipe.ingredients
    if name != recipe.transform:
        ingredients = tuple(
            replace(known, frozen=None if not known.transform else known.frozen) for known in ingredients
        )
    return replace(recipe, ingredients=ingredients, transform=name, ddof=divisor)


def combined_variants(plan: Plan, own: np.ndarray, wishes: Wishes, draws: int, random: np.random.Generator) -> Variants:
    """Return variants in which all choices vary: each combination equally often, or each once if nothing is random."""
    total = plan.combinations
    wanted = wishes.variants if plan.weights or plan.redraw else min(wishes.variants, total)
    rest = random.permutation(total)[: wanted % total] if total <= 10 * wanted else _some(total, wanted, random)
    chosen = np.concatenate([np.tile(np.arange(total), wanted // total), rest]) if total <= wanted else rest[:wanted]
    shape = (len(plan.scales), len(plan.limits), len(plan.left_out), len(plan.shrunk))
    scale, limit, place, shrunk = np.unravel_index(chosen.astype(np.int64), shape)
    left_out = np.array(plan.left_out)[place]
    weights = drawn_weights(own, len(chosen), wishes.concentration, random) if plan.weights else None
    return Variants(
        scale,
        limit,
        left_out,
        np.array(plan.shrunk)[shrunk],
        without(np.tile(own, (len(chosen), 1)) if weights is None else weights, left_out, plan.keep_sum),
        np.arange(len(chosen)) % draws if plan.redraw else np.full(len(chosen), -1),
    )


def _some(total: int, wanted: int, random: np.random.Generator) -> np.ndarray:
    return random.choice(total, wanted, replace=False)


def single_variants(
    plan: Plan, own: np.ndarray, wishes: Wishes, draws: int, random: np.random.Generator
) -> tuple[list[str], Variants]:
    """Return variants in which one choice alone differs from the recipe, and the name of this choice for each."""
    names: list[str] = []
    rows: list[tuple[int, int, int, bool, int]] = []
    for name, row in _single_rows(plan, draws):
        names.append(name)
        rows.append(row)
    scale, limit, left_out, shrunk, draw = (np.array(column) for column in zip(*rows)) if rows else [np.zeros(0)] * 5
    weights = np.tile(own, (len(rows), 1)).astype(float)
    of_weights = [number for number, name in enumerate(names) if name == WEIGHTS]
    if of_weights:
        weights[of_weights] = drawn_weights(own, len(of_weights), wishes.concentration, random)
    left = left_out.astype(int)
    return names, Variants(
        scale.astype(int),
        limit.astype(int),
        left,
        shrunk.astype(bool),
        without(weights, left, plan.keep_sum),
        draw.astype(int),
    )


def _single_rows(plan: Plan, draws: int) -> Iterator[tuple[str, tuple[int, int, int, bool, int]]]:
    own = plan.scales[0]
    for number, (name, divisor) in enumerate(plan.scales):
        if name != own[0] and divisor == own[1]:
            yield TRANSFORM, (number, 0, -1, False, -1)
        elif name == own[0] and divisor != own[1]:
            yield DDOF, (number, 0, -1, False, -1)
    for place in plan.left_out[1:]:
        yield LEAVE_OUT, (0, 0, place, False, -1)
    if True in plan.shrunk:
        yield SHRINKAGE, (0, 0, -1, True, -1)
    for number in range(1, len(plan.limits)):
        yield LIMIT, (0, number, -1, False, -1)
    for _ in range(SINGLE_DRAWS if plan.weights else 0):
        yield WEIGHTS, (0, 0, -1, False, -1)
    for number in range(min(SINGLE_DRAWS, draws) if plan.redraw else 0):
        yield REDRAW, (0, 0, -1, False, number)


def drawn_weights(own: np.ndarray, count: int, concentration: float, random: np.random.Generator) -> np.ndarray:
    """Return Dirichlet draws (count, m) around the own weights (m,), with their sum; a weight of 0 stays 0.

    With a concentration of 1 and equal weights all mixtures are equally likely; the larger, the nearer to the own.
    """
    shape = concentration * len(own) * own / own.sum()
    drawn = random.standard_gamma(np.where(shape > 0, shape, 1.0), (count, len(own))) * (shape > 0)
    return drawn / drawn.sum(axis=1, keepdims=True) * own.sum()


def without(weights: np.ndarray, left_out: np.ndarray, keep_sum: bool = True) -> np.ndarray:
    """Return weights (v, m) with 0 for the indicator left out (v,), the others scaled up to the same sum.

    Where the sum does not matter, scaling would only part equal values by rounding: `keep_sum` false.
    """
    total = weights.sum(axis=1, keepdims=True)
    result = weights.astype(float).copy()
    rows = np.flatnonzero(left_out >= 0)
    result[rows, left_out[rows]] = 0.0
    rest = result.sum(axis=1, keepdims=True)
    scaled = result / np.where(rest > 0, rest, 1.0) * total if keep_sum else result
    return np.where(rest > 0, scaled, weights)


def sum_matters(recipe: CompositeRecipe) -> bool:
    """Tell whether an index of another size would be classified or rounded differently."""
    absolute = recipe.rule.kind == FIXED or recipe.index_decimals is not None or recipe.level_decimals is not None
    return absolute and recipe.restandardise == kinds.NONE


def described(plan: Plan, wishes: Wishes, names: list[str]) -> list[str]:
    """Return in sentences what is varied and what is not."""
    lines = []
    transforms = list(dict.fromkeys(name for name, _ in plan.scales))
    if len(transforms) > 1:
        lines.append(tr("Transforms: {names}.").format(names=", ".join(transforms)))
    divisors = sorted({divisor for _, divisor in plan.scales})
    if len(divisors) > 1:
        lines.append(tr("Divisor of the standard deviation: n and n − 1."))
    if len(plan.left_out) > 1:
        lines.append(tr("Left out in turn: none, {names}.").format(names=", ".join(names)))
    if len(plan.shrunk) > 1:
        lines.append(tr("Small numbers: as they are, and drawn to the mean (empirical Bayes)."))
    if len(plan.limits) > 1:
        limits = ", ".join(format_number(limit) for limit in plan.limits)
        lines.append(tr("Smallest number of inhabitants: {limits}.").format(limits=limits))
    if plan.weights:
        text = tr("Weights: drawn at random around the own ones (Dirichlet, concentration {concentration}).")
        lines.append(text.format(concentration=format_number(wishes.concentration, 1)))
    if plan.redraw:
        lines.append(tr("Counts: drawn at random as if other people had been counted (binomial or Poisson)."))
    if plan.slow:
        lines.append(tr("Dimensions and principal components are computed one variant at a time, which takes long."))
    return [*lines, *plan.off]
