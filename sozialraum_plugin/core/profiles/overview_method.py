"""How the index was made, in the words of the report's language."""

from __future__ import annotations

from ..indices.composite.composite_recipe import CompositeRecipe
from ..indices.composite.transforms import NONE
from ..indices.status.status_report import FEW_AREAS
from .overview_data import Overview, is_status, joined
from .overview_index import STATUS_DYNAMICS, IndexTable
from .texts import Texts


def index_paragraphs(overview: Overview) -> list[str]:
    """Return the paragraphs on the index, or the one that there is none."""
    index, texts = overview.index, overview.words
    if index is None:
        return [texts.phrase("method_index_none")]
    if is_status(index):
        paragraphs = [texts.phrase("method_status")]
        paragraphs += [texts.phrase("method_dynamics")] if index.kind == STATUS_DYNAMICS else []
    else:
        paragraphs = [texts.phrase("method_composite"), *_recipe_paragraphs(overview.recipe, texts)]
    paragraphs.append(_components(overview, index))
    paragraphs.append(_counts(overview, index))
    if any(each.stable is not None or each.ranks for each in index.areas.values()):
        paragraphs.append(texts.phrase("method_stable"))
    return [text for text in paragraphs if text]


def _recipe_paragraphs(recipe: CompositeRecipe | None, texts: Texts) -> list[str]:
    if recipe is None:
        return [texts.phrase("method_no_recipe")]
    name, method = recipe.name.get(texts.language, ""), recipe.method.get(texts.language, "")
    steps = [
        texts.phrase("method_recipe_name", recipe=name) if name else "",
        method,
        texts.phrase("method_recipe_source", source=recipe.source) if recipe.source else "",
    ]
    return [text for text in (joined(steps, " "), joined(_steps(recipe, texts), " ")) if text]


def _steps(recipe: CompositeRecipe, texts: Texts) -> list[str]:
    """Return a sentence for each step that the recipe takes."""
    steps = []
    if recipe.min_population > 0:
        steps.append(texts.phrase("method_step_exclude", count=texts.numbers.number(recipe.min_population)))
    kinds = dict.fromkeys(each.transform or recipe.transform for each in recipe.ingredients)
    transforms = joined((texts.option("transforms", kind) for kind in kinds), "; ")
    steps.append(texts.phrase("method_step_transform", step=transforms))
    ways = dict.fromkeys(way for way in (recipe.group_aggregation, recipe.aggregation) if way)
    combined = joined((texts.option("aggregations", way) for way in ways), "; ")
    steps.append(texts.phrase("method_step_combine", step=combined))
    again = [way for way in (recipe.restandardise, recipe.level_restandardise) if way != NONE]
    steps += [texts.phrase("method_step_again", step=texts.option("restandardisations", way)) for way in again]
    steps.append(texts.phrase("method_step_classes", step=texts.option("classifications", recipe.rule.kind)))
    return steps


def _components(overview: Overview, index: IndexTable) -> str:
    """Return the indicators of the index by name; with weights if the recipe tells them."""
    texts, recipe = overview.words, overview.recipe
    if recipe is not None and not is_status(index):
        parts = [
            f"{each.title.get(texts.language) or component_name(overview, each.field)} "
            f"({texts.numbers.number(each.weight, 2)}, {each.polarity.replace('-', '−')})"
            for each in recipe.ingredients
        ]
        return texts.phrase("method_components_weighted", names=joined(parts)) if parts else ""
    names = joined(component_name(overview, code) for code in index.components)
    return texts.phrase("method_components", names=names) if names else ""


def component_name(overview: Overview, code: str) -> str:
    """Return ``SGB II-Quote (A08)`` for a code that the table or the catalogue knows, else the code."""
    known = overview.builder.comparison.observations.indicators.get(code)
    entry = overview.catalogue.get(code)
    name = known.name if known else entry.name if entry else ""
    return f"{name} ({code})" if name and name != code else code


def _counts(overview: Overview, index: IndexTable) -> str:
    texts = overview.words
    ranked, count = len(index.ranked()), len(overview.targets)
    parts = [
        texts.phrase("method_year", year=index.year) if index.year else "",
        texts.phrase("method_index_counts", ranked=ranked, count=count, left_out=count - ranked),
        texts.phrase("method_few", count=ranked) if ranked < FEW_AREAS else "",
    ]
    return joined(parts, " ")
