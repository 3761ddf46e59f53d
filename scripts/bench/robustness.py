"""Prints seconds and memory of a robustness run beside a plain loop over the index, and compares their classes.

Use: python scripts/bench/robustness.py [areas [indicators [variants [loop]]]], in the repository's root. The loop
computes the first `loop` variants by `composite_index`, one after the other; classes must be equal, or the run ends
with an error. Three runs: weights and recipe, with counts drawn anew as well, and the exact explanations.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.core.indices.composite.classification import Rule  # noqa: E402 - after the path is set
from sozialraum_plugin.core.indices.composite.composite import composite_index  # noqa: E402
from sozialraum_plugin.core.indices.composite.composite_recipe import CompositeRecipe, Ingredient  # noqa: E402
from sozialraum_plugin.core.indices.composite.explain import explain  # noqa: E402
from sozialraum_plugin.core.indices.composite.robustness_choices import (  # noqa: E402
    Wishes,
    combined_variants,
    plan_of,
    varied_recipe,
)
from sozialraum_plugin.core.indices.composite.robustness_counts import Counts  # noqa: E402
from sozialraum_plugin.core.indices.composite.robustness_engine import Areas, compared  # noqa: E402
from sozialraum_plugin.core.indices.composite.robustness_run import Question, robust  # noqa: E402


def town(areas: int, indicators: int) -> tuple[pd.DataFrame, Counts]:
    """Return shares in per cent that go together, and the counts they are made of."""
    random = np.random.default_rng(1)
    burden = random.normal(size=(areas, 1))
    base = random.integers(80, 3000, (areas, indicators)).astype(float)
    chance = 1 / (1 + np.exp(2 - 0.6 * burden - random.normal(0, 0.4, (areas, indicators))))
    cases = random.binomial(base.astype(int), chance).astype(float)
    values = pd.DataFrame(100 * cases / base, columns=[f"f{number}" for number in range(indicators)])
    ones = np.ones(indicators)
    return values, Counts(cases, base, 100 * ones, ones.astype(bool))


def loop_seconds(areas: Areas, recipe: CompositeRecipe, wishes: Wishes, count: int) -> float:
    """Return the seconds that a plain loop takes for each variant, after its classes were found equal."""
    plan = plan_of(recipe, wishes, False, False)
    own = np.array([ingredient.weight for ingredient in recipe.ingredients])
    variants = combined_variants(plan, own, wishes, 1, np.random.default_rng(wishes.seed))
    columns = [areas.values[name].to_numpy()[None] for name in recipe.fields]
    seconds, different = 0.0, 0
    for number in range(count):
        varied = varied_recipe(recipe, plan.scales[variants.scale[number]])
        kept = [place for place, weight in enumerate(variants.weights[number]) if weight > 0]
        ingredients = tuple(
            replace(varied.ingredients[place], weight=float(variants.weights[number][place])) for place in kept
        )
        start = time.perf_counter()
        found = composite_index(areas.values, replace(varied, ingredients=ingredients))
        seconds += time.perf_counter() - start
        ours = compared(areas, varied, columns, variants.weights[number : number + 1])
        different += int((found.class_ != ours.class_[0]).sum())
    print(f"plain loop: {count} variants, {different} of {count * len(areas.values):,} classes differ")
    if different:
        raise SystemExit(1)
    return seconds / count


def megabytes() -> float:
    """Return the largest memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run all ways and print."""
    areas, indicators, variants, loop = (int(text) for text in [*sys.argv[1:5], "500", "10", "10000", "200"][:4])
    values, counts = town(areas, indicators)
    ingredients = tuple(Ingredient(name) for name in values.columns)
    recipe = CompositeRecipe(ingredients, restandardise="zscore", rule=Rule("sd", 4, (-1.0, 1.0, 1.5)))
    everything = Areas(values, None, np.full(areas, "", dtype=object))
    wishes = Wishes(variants=variants)
    print(f"{areas} areas x {indicators} indicators x {variants:,} variants")
    for title, found in (("weights and recipe", None), ("with shrinkage and chance", counts)):
        question = Question(
            everything, np.ones((1, areas), bool), recipe, found, composite_index(values, recipe).class_
        )
        before, start = megabytes(), time.perf_counter()
        result = robust(question, plan_of(recipe, wishes, found is not None, False), wishes)
        stable = int((result.changed <= 0.05 * result.variants).sum())
        print(f"{title}: {time.perf_counter() - start:.1f} s, {megabytes() - before:.0f} MB more, "
              f"{stable} areas keep their class in 95 %")  # fmt: skip
    each = loop_seconds(everything, recipe, wishes, min(loop, variants))
    print(f"plain loop: {1000 * each:.1f} ms a variant, {each * variants:.0f} s for all, without shrinkage and chance")
    start = time.perf_counter()
    explain(everything, recipe, composite_index(values, recipe), np.arange(areas))
    print(f"explanations of all areas, every value tried: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
