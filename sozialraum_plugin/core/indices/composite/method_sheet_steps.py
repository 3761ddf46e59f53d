"""The steps of a composite index in words and formulas, as a method sheet states them.

Formulas are plain HTML with letters, sub- and superscripts, which browsers, screen readers and Qt's printer all read.
i is the area, j the indicator, n the number of areas, m that of the indicators.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...messages import tr
from ...numbers import format_number
from . import classification as rules
from . import transforms as steps
from .combine import GEOMETRIC, MEAN, PCA
from .composite_recipe import PER_YEAR, POOLED, CompositeRecipe
from .taking_part import Columns

X, Z, W, R, N, M = (
    Markup(text)
    for text in (
        "<i>x</i><sub><i>ij</i></sub>",
        "<i>t</i><sub><i>ij</i></sub>",
        "<i>w</i><sub><i>j</i></sub>",
        "<i>R</i><sub><i>i</i></sub>",
        "<i>n</i>",
        "<i>m</i>",
    )
)
_SUM = Markup("&sum;<sub><i>j</i></sub> ")
TRANSFORM_FORMULAS = {
    steps.NONE: Markup("{t} = {x}"),
    steps.ZSCORE: Markup("{t} = ({x} &minus; <i>mean</i><sub><i>j</i></sub>) / <i>sd</i><sub><i>j</i></sub>"),
    steps.MINMAX: Markup(
        "{t} = ({x} &minus; <i>min</i><sub><i>j</i></sub>) / (<i>max</i><sub><i>j</i></sub> &minus; "
        "<i>min</i><sub><i>j</i></sub>)"
    ),
    steps.RANK: Markup("{t} = <i>rank</i>({x})"),
    steps.PERCENTILE: Markup("{t} = (<i>rank</i>({x}) &minus; 1) / ({n} &minus; 1)"),
    steps.EXPONENTIAL: Markup(
        "{t} = &minus;23 &middot; ln(1 &minus; <i>s</i><sub><i>ij</i></sub> &middot; (1 &minus; "
        "<i>e</i><sup>&minus;100/23</sup>)), <i>s</i><sub><i>ij</i></sub> = ({n} &minus; <i>rank</i>({x}) + 1) / {n}"
    ),
    steps.LOG: Markup("{t} = ln({x})"),
}
AGGREGATION_FORMULAS = {
    "sum": Markup("{r} = {s}{w} &middot; {t}"),
    MEAN: Markup("{r} = {s}{w} &middot; {t} / {s}{w}"),
    GEOMETRIC: Markup("{r} = exp({s}{w} &middot; ln({t}) / {s}{w})"),
    PCA: Markup("{r} = {s}<i>a</i><sub><i>j</i></sub> &middot; ({t} &minus; <i>mean</i>({t})) / <i>sd</i>({t})"),
}


@dataclass(frozen=True)
class Step:
    """One step: its `title`, what is done in words, and formulas, if any."""

    title: str
    texts: tuple[str, ...]
    formulas: tuple[Markup, ...] = ()


def method_steps(recipe: CompositeRecipe, columns: Columns) -> list[Step]:
    """Return the steps in their order."""
    return [
        Step(tr("Leave areas out"), (*_population_rule(recipe, columns), *_missing_rule(recipe))),
        Step(
            tr("Turn the indicators"),
            (tr("More shall mean more burden: an indicator of polarity − is multiplied by −1 (see below for ranks)."),),
        ),
        Step(tr("Make them comparable"), _transform_words(recipe), _transform_formulas(recipe)),
        Step(tr("Weight and combine"), _aggregation_words(recipe), _aggregation_formulas(recipe)),
        Step(tr("Standardise the index"), _restandardise_words(recipe), _restandardise_formulas(recipe)),
        Step(tr("Rank"), (tr("Rank 1 is the most burdened area; equal values share the better rank."),)),
        Step(tr("Classify"), _class_words(recipe)),
    ]


def _population_rule(recipe: CompositeRecipe, columns: Columns) -> list[str]:
    texts = []
    if columns.population and recipe.min_population > 0:
        text = tr("Areas with fewer than {minimum} inhabitants (field “{field}”) are left out.")
        texts.append(text.format(minimum=format_number(recipe.min_population), field=columns.population))
    if columns.exclude:
        texts.append(tr("Areas that the field “{field}” flags are left out.").format(field=columns.exclude))
    return texts or [tr("No area is left out for its size or by hand.")]


def _missing_rule(recipe: CompositeRecipe) -> list[str]:
    count = len(recipe.ingredients)
    if recipe.missing_model:
        text = tr(
            "Missing values are estimated by a regression on year, the area's own mean and {predictors}; the fitted "
            "models are given below, and estimated values are marked with *."
        )
        texts = [text.format(predictors=", ".join(recipe.missing_model.predictors) or "–")]
    elif recipe.required is None or recipe.required == count:
        texts = [tr("An area with a missing value in any indicator is left out. Nothing is filled in.")]
    else:
        text = tr(
            "An area with fewer than {required} of {count} values is left out. Otherwise its index rests on the "
            "indicators that it has: a mean is taken over them, a sum is scaled up to the weight of all. Nothing is "
            "filled in."
        )
        texts = [text.format(required=recipe.required, count=count)]
    if recipe.negative_is_missing:
        texts.append(tr("Values below 0 count as missing."))
    if recipe.zero_rows_are_missing:
        texts.append(tr("Areas with 0 in all indicators count as missing."))
    return texts


def _kinds(recipe: CompositeRecipe) -> list[str]:
    return list(dict.fromkeys(ingredient.transform or recipe.transform for ingredient in recipe.ingredients))


def _transform_words(recipe: CompositeRecipe) -> tuple[str, ...]:
    words = {
        steps.NONE: tr("none: the values are used as they are."),
        steps.ZSCORE: tr(
            "zscore: the value less the mean of the areas, divided by their standard deviation (divisor {divisor})."
        ).format(divisor=_divisor(recipe)),
        steps.MINMAX: tr("minmax: the share of the way from the least to the largest value, 0 to 1."),
        steps.RANK: tr(
            "rank: the place among the areas, 1 = least burden; equal values share the mean of their places."
        ),
        steps.PERCENTILE: tr(
            "percentile: the place less 1 as a share of the places there are, 0 = lowest value; equal values share the "
            "lowest place. With polarity − the result is taken from 1."
        ),
        steps.EXPONENTIAL: tr(
            "exponential: the rank (1 = most burdened, equal values share the best rank) on an exponential scale from "
            "0 to 100, as the English IMD does."
        ),
        steps.LOG: tr("log: the natural logarithm; with polarity − it is multiplied by −1 afterwards."),
    }
    texts = [words[kind] for kind in _kinds(recipe)]
    texts.append(_years_words(recipe))
    if recipe.weighted:
        texts.append(tr("Mean and standard deviation count every area by its inhabitants."))
    if any(ingredient.frozen for ingredient in recipe.ingredients):
        texts.append(tr("The moments are those of another edition, frozen in the recipe."))
    if recipe.decimals is not None:
        texts.append(tr("The results are rounded to {count} decimals.").format(count=recipe.decimals))
    texts.append(tr("An indicator that is the same in all areas becomes 0."))
    return tuple(texts)


def _divisor(recipe: CompositeRecipe) -> str:
    return f"n − {recipe.ddof}" if recipe.ddof else "n"


def _years_words(recipe: CompositeRecipe) -> str:
    if recipe.years == PER_YEAR:
        return tr("Each year is standardised by itself.")
    if recipe.years == POOLED:
        return tr("All years are standardised together.")
    return tr("All years are standardised by the base year {year}.").format(year=recipe.years)


def _transform_formulas(recipe: CompositeRecipe) -> tuple[Markup, ...]:
    return tuple(TRANSFORM_FORMULAS[kind].format(t=Z, x=X, n=N) for kind in _kinds(recipe))


def _aggregation_words(recipe: CompositeRecipe) -> tuple[str, ...]:
    words = {
        "sum": tr("sum: the comparable values, each times its weight, are added."),
        MEAN: tr("mean: the weighted mean of the comparable values."),
        GEOMETRIC: tr("geometric: the weighted geometric mean; an area with a 0 has the index 0."),
        PCA: tr(
            "pca: the first principal component of the comparable values; the loadings a are given below, mean and sd "
            "are those of the comparable values (divisor {divisor})."
        ).format(divisor=_divisor(recipe)),
    }
    texts = []
    if recipe.group_aggregation:
        text = tr(
            "First the indicators of each dimension are combined: {words} Each dimension is then rescaled: {scale}."
        )
        texts.append(text.format(words=words[recipe.group_aggregation], scale=recipe.group_restandardise))
        groups = ", ".join(
            f"{group} ({format_number(recipe.group_weights.get(group, 1.0), 2)})" for group in recipe.groups
        )
        text = tr("Then the dimensions (weights in brackets) are combined in the same way: {groups}.")
        texts.append(text.format(groups=groups))
    texts.append(words[recipe.aggregation])
    if recipe.orient_by:
        texts.append(
            tr("A principal component is turned so that it rises with “{field}”.").format(field=recipe.orient_by)
        )
    if recipe.normalise_weights:
        texts.append(tr("The weights are divided by their sum first."))
    else:
        texts.append(tr("The weights are used as they are."))
    return tuple(texts)


def _aggregation_formulas(recipe: CompositeRecipe) -> tuple[Markup, ...]:
    def formula(kind: str, result: Markup, total: Markup, weight: Markup, part: Markup) -> Markup:
        return AGGREGATION_FORMULAS[kind].format(r=result, s=total, w=weight, t=part)

    if not recipe.group_aggregation:
        return (formula(recipe.aggregation, R, _SUM, W, Z),)
    dimension, weight = Markup("<i>D</i><sub><i>ig</i></sub>"), Markup("<i>w</i><sub><i>g</i></sub>")
    over_groups = Markup("&sum;<sub><i>g</i></sub> ")
    return (
        formula(recipe.group_aggregation, dimension, _SUM, W, Z),
        formula(recipe.aggregation, R, over_groups, weight, dimension),
    )


def _restandardise_words(recipe: CompositeRecipe) -> tuple[str, ...]:
    texts = []
    if recipe.restandardise == steps.NONE:
        texts.append(tr("The index stays as it is."))
    else:
        texts.append(tr("The combined value R is standardised: {kind}.").format(kind=recipe.restandardise))
    if recipe.index_decimals is not None:
        texts.append(tr("The results are rounded to {count} decimals.").format(count=recipe.index_decimals))
    if recipe.level_restandardise != steps.NONE:
        text = tr("At last, within each year: {kind}.")
        texts.append(text.format(kind=recipe.level_restandardise))
    if recipe.level_decimals is not None:
        texts.append(tr("The results are rounded to {count} decimals.").format(count=recipe.level_decimals))
    return tuple(texts)


def _restandardise_formulas(recipe: CompositeRecipe) -> tuple[Markup, ...]:
    kinds = [kind for kind in (recipe.restandardise, recipe.level_restandardise) if kind != steps.NONE]
    index = Markup("<i>index</i><sub><i>i</i></sub>")
    formulas = {
        steps.ZSCORE: Markup("{t} = ({x} &minus; <i>mean</i>) / <i>sd</i>"),
        steps.MINMAX: Markup("{t} = ({x} &minus; <i>min</i>) / (<i>max</i> &minus; <i>min</i>)"),
        steps.PERCENTILE: Markup("{t} = (<i>rank</i>({x}) &minus; 1) / ({n} &minus; 1)"),
    }
    return tuple(formulas[kind].format(t=index, x=R, n=N) for kind in dict.fromkeys(kinds))


def _class_words(recipe: CompositeRecipe) -> tuple[str, ...]:
    rule = recipe.rule
    words = {
        rules.SD: tr("sd: limits in standard deviations (divisor n) around the mean of the index."),
        rules.QUANTILE: tr("quantile: limits at equal shares of the areas (R's type {kind}).").format(
            kind=rule.quantile_type
        ),
        rules.RANK: tr("rank: the class is the number of classes times rank / n, rounded up."),
        rules.EQUAL: tr("equal: steps of equal width from the least to the largest index."),
        rules.FIXED: tr("fixed: limits given by the method."),
        rules.NATURAL: tr("natural: the limits with the least differences within the classes (Fisher)."),
        rules.NONE: tr("none: there are no classes."),
    }
    texts = [words[rule.kind]]
    if rule.kind not in (rules.NONE, rules.RANK):
        texts.append(_on_limit(recipe))
    if rule.kind != rules.NONE:
        texts.append(tr("Class 1 is the most burdened."))
    return tuple(texts)


def _on_limit(recipe: CompositeRecipe) -> str:
    if recipe.rule.on_limit == rules.MORE:
        return tr("A value on a limit belongs to the more burdened class.")
    if recipe.rule.kind in (rules.SD, rules.FIXED):
        return tr(
            "A value on a limit belongs to the less burdened class; on a limit below 0, to the more burdened one."
        )
    return tr("A value on a limit belongs to the less burdened class.")
