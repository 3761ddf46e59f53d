"""The recipe of a composite index: every choice on the way from indicators to classes, named and kept in a file.

A preset is a JSON file of `resources/indices/` or the user's own; see `read_recipe` for what it may say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...messages import tr
from ...paths import resource
from .classification import CLASSIFICATIONS, LESS, ON_LIMIT, Rule
from .combine import AGGREGATIONS, MEAN, PCA, SUM
from .missing_model import MissingModel
from .recipe_entries import (
    group_weights,
    missing_model,
    moments,
    number,
    one_of,
    refuse_unknown,
    rising,
    titles,
    whole,
    yes_or_no,
)
from .transforms import MINMAX, NONE, PERCENTILE, TRANSFORMS, ZSCORE

RESTANDARDISATIONS = (NONE, ZSCORE, MINMAX, PERCENTILE)
PER_YEAR, POOLED = "per_year", "pooled"  # or a year: the base year
MORE_BURDEN, LESS_BURDEN = "+", "-"
KEYS = frozenset(
    (
        "schema", "code", "name", "source", "method", "fields", "transform", "ddof", "weighted", "decimals",
        "aggregation", "normalise_weights", "restandardise", "index_decimals", "classification", "classes", "limits",
        "quantile_type", "required", "min_population", "years", "zero_rows_are_missing", "on_limit",
        "negative_is_missing", "missing_model", "group_aggregation", "group_restandardise", "group_weights",
        "orient_by", "level_restandardise", "level_decimals",
    )
)  # fmt: skip
GROUP_AGGREGATIONS = (SUM, MEAN, PCA)
FIELD_KEYS = frozenset(("field", "polarity", "weight", "name", "group", "frozen", "transform"))


@dataclass(frozen=True)
class Ingredient:
    """One indicator: its `field`, `polarity` (+ more, - less burden), `weight`, title and group, if any.

    `frozen` are moments (mean, sd) or (least, most) of another edition; `transform` differs from the recipe's, if set.
    """

    field: str
    polarity: str = MORE_BURDEN
    weight: float = 1.0
    title: Mapping[str, str] = field(default_factory=dict)
    group: str = ""
    frozen: tuple[float, float] | None = None
    transform: str = ""

    @property
    def sign(self) -> int:
        """Return 1 where more means more burden, else -1."""
        return -1 if self.polarity == LESS_BURDEN else 1


@dataclass(frozen=True)
class CompositeRecipe:
    """What `composite_index` does; see the module and the parameters of the algorithm.

    With `group_aggregation` the indicators of each group are combined first, `group_restandardise` makes the groups
    comparable, and `aggregation` combines these; a principal component rises with the column `orient_by`. In the end
    `level_restandardise` is applied within each year to the areas, and anew to the larger areas they make up.
    """

    ingredients: tuple[Ingredient, ...]
    transform: str = ZSCORE
    ddof: int = 0
    weighted: bool = False
    decimals: int | None = None
    aggregation: str = "sum"
    normalise_weights: bool = False
    restandardise: str = NONE
    index_decimals: int | None = None
    rule: Rule = Rule("quantile")
    required: int | None = None
    min_population: int = 0
    years: str = PER_YEAR
    zero_rows_are_missing: bool = False
    negative_is_missing: bool = False
    missing_model: MissingModel | None = None
    group_aggregation: str = ""
    group_restandardise: str = NONE
    group_weights: Mapping[str, float] = field(default_factory=dict)
    orient_by: str = ""
    level_restandardise: str = NONE
    level_decimals: int | None = None
    code: str = ""
    name: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    method: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> list[str]:
        """Return the fields of the indicators in their order."""
        return [ingredient.field for ingredient in self.ingredients]

    @property
    def helpers(self) -> list[str]:
        """Return the columns that the recipe needs beside the indicators: of the model for gaps, for the direction."""
        predictors = self.missing_model.predictors if self.missing_model else ()
        guide = (self.orient_by,) if self.orient_by else ()
        return [name for name in dict.fromkeys((*predictors, *guide)) if name not in self.fields]

    @property
    def groups(self) -> list[str]:
        """Return the groups (themes) in the order of their first indicator."""
        return list(dict.fromkeys(ingredient.group for ingredient in self.ingredients if ingredient.group))

    def with_fields(self, fields: Sequence[str]) -> CompositeRecipe:
        """Return the recipe with other field names: as many keep polarity and weight in order; else all start anew."""
        if len(fields) == len(self.ingredients):
            return self._renamed(dict(zip(self.fields, fields)))
        return replace(self, ingredients=tuple(Ingredient(name) for name in fields))

    def _renamed(self, names: Mapping[str, str]) -> CompositeRecipe:
        """Return the recipe with other names for its fields, wherever it speaks of them."""
        model = self.missing_model
        if model:
            model = replace(model, predictors=tuple(names.get(name, name) for name in model.predictors))
        return replace(
            self,
            ingredients=tuple(replace(known, field=names[known.field]) for known in self.ingredients),
            missing_model=model,
            orient_by=names.get(self.orient_by, self.orient_by),
        )

    def with_polarities(self, polarities: Sequence[str]) -> CompositeRecipe:
        """Return the recipe with one polarity for all indicators, or one each."""
        signs = [_polarity(text) for text in polarities]
        return self._with("polarity", signs, "POLARITIES")

    def with_weights(self, weights: Sequence[float]) -> CompositeRecipe:
        """Return the recipe with one weight for each indicator."""
        return self._with("weight", weights, "WEIGHTS")

    def _with(self, name: str, values: Sequence[Any], parameter: str) -> CompositeRecipe:
        count = len(self.ingredients)
        values = list(values) * count if len(values) == 1 else list(values)
        if len(values) != count:
            raise InputError(
                tr("{parameter} has {given} entries, but there are {count} FIELDS: {fields}.").format(
                    parameter=parameter, given=len(values), count=count, fields=", ".join(self.fields)
                )
            )
        pairs = zip(self.ingredients, values)
        return replace(self, ingredients=tuple(replace(known, **{name: value}) for known, value in pairs))

    def checked(self) -> CompositeRecipe:
        """Return the recipe itself. Raises InputError where it contradicts itself."""
        fields = self.fields
        twice = sorted({name for name in fields if fields.count(name) > 1})
        if not fields:
            raise InputError(tr("No indicator is given. Choose FIELDS, or a PRESET that names some."))
        if twice:
            raise InputError(tr("Field “{field}” is given twice.").format(field=twice[0]))
        if any(ingredient.weight < 0 for ingredient in self.ingredients):
            raise InputError(tr("A weight is below 0. Turn the polarity of the indicator round instead."))
        if not sum(ingredient.weight for ingredient in self.ingredients) > 0:
            raise InputError(tr("All weights are 0, so there is no index."))
        if self.required is not None and not 1 <= self.required <= len(fields):
            raise InputError(
                tr("{required} indicators are required, but there are 1 to {count}.").format(
                    required=self.required, count=len(fields)
                )
            )
        if self.group_aggregation:
            self._check_groups()
        own_weights = PCA in ((self.group_aggregation,) if self.group_aggregation else (self.aggregation,))
        if own_weights and len({ingredient.weight for ingredient in self.ingredients}) > 1:
            raise InputError(tr("A principal component finds its own weights. Leave WEIGHTS empty or equal."))
        return self

    def _check_groups(self) -> None:
        """Raise InputError if an indicator belongs to no group, or a weight to none that there is."""
        alone = [ingredient.field for ingredient in self.ingredients if not ingredient.group]
        if alone:
            raise InputError(
                tr(
                    "The preset combines its indicators by dimension, but “{field}” belongs to none. Give as many "
                    "FIELDS as the preset has, in its order, or name the group of each field in a preset of your own."
                ).format(field=alone[0])
            )
        strange = [group for group in self.group_weights if group not in self.groups]
        if strange:
            raise InputError(
                tr("No indicator belongs to the group “{group}” that has a weight.").format(group=strange[0])
            )


def _polarity(text: str) -> str:
    sign = {
        "+": MORE_BURDEN,
        "1": MORE_BURDEN,
        "+1": MORE_BURDEN,
        "-": LESS_BURDEN,
        "−": LESS_BURDEN,
        "-1": LESS_BURDEN,
    }
    if text.strip() not in sign:
        raise InputError(
            tr("Polarity “{text}” is not known. + means more burden the higher, - less burden.").format(text=text)
        )
    return sign[text.strip()]


def preset_names() -> list[str]:
    """Return the names of the shipped presets."""
    return sorted(path.stem for path in resource("indices").glob("*.json"))


def read_recipe(name_or_path: str) -> CompositeRecipe:
    """Return a shipped preset by its name, or one from a JSON file. Raises InputError that names the faulty key."""
    names = preset_names()
    path = resource("indices", f"{name_or_path}.json") if name_or_path in names else Path(name_or_path)
    if not path.is_file():
        raise InputError(
            tr("PRESET: “{name}” is neither a preset ({names}) nor a JSON file.").format(
                name=name_or_path, names=", ".join(names)
            )
        )
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, OSError) as error:
        raise InputError(tr("{file} cannot be read: {error}").format(file=path.name, error=error)) from error
    return recipe_of(content, path.name)


def recipe_of(content: Any, where: str) -> CompositeRecipe:
    """Return the recipe that a preset's content says. Raises InputError that names the faulty key."""
    if not isinstance(content, dict) or not isinstance(content.get("fields"), list):
        raise InputError(tr("{file}: a preset is an object with a list “fields”.").format(file=where))
    refuse_unknown(content, KEYS, where)
    ingredients = tuple(
        _ingredient(entry, f"{where}, fields[{place}]") for place, entry in enumerate(content["fields"], 1)
    )
    limits = rising(content, "limits", where)
    rule = Rule(
        one_of(content, "classification", CLASSIFICATIONS, "quantile", where),
        len(limits) + 1 if limits else whole(content, "classes", 5, where),
        limits,
        whole(content, "quantile_type", 7, where),
        one_of(content, "on_limit", ON_LIMIT, LESS, where),
    )
    return CompositeRecipe(
        ingredients,
        transform=one_of(content, "transform", TRANSFORMS, ZSCORE, where),
        ddof=whole(content, "ddof", 0, where),
        weighted=yes_or_no(content, "weighted", where),
        decimals=whole(content, "decimals", None, where),
        aggregation=one_of(content, "aggregation", AGGREGATIONS, "sum", where),
        normalise_weights=yes_or_no(content, "normalise_weights", where),
        restandardise=one_of(content, "restandardise", RESTANDARDISATIONS, NONE, where),
        index_decimals=whole(content, "index_decimals", None, where),
        rule=rule,
        required=whole(content, "required", None, where),
        min_population=whole(content, "min_population", 0, where),
        years=str(content.get("years", PER_YEAR)),
        zero_rows_are_missing=yes_or_no(content, "zero_rows_are_missing", where),
        negative_is_missing=yes_or_no(content, "negative_is_missing", where),
        missing_model=missing_model(content.get("missing_model"), where),
        group_aggregation=one_of(content, "group_aggregation", ("", *GROUP_AGGREGATIONS), "", where),
        group_restandardise=one_of(content, "group_restandardise", RESTANDARDISATIONS, NONE, where),
        group_weights=group_weights(content.get("group_weights", {}), where),
        orient_by=str(content.get("orient_by", "")),
        level_restandardise=one_of(content, "level_restandardise", RESTANDARDISATIONS, NONE, where),
        level_decimals=whole(content, "level_decimals", None, where),
        code=str(content.get("code", "")),
        name=titles(content, "name", where),
        source=str(content.get("source", "")),
        method=titles(content, "method", where),
    ).checked()


def _ingredient(entry: Any, where: str) -> Ingredient:
    if isinstance(entry, str):
        return Ingredient(entry)
    if not isinstance(entry, dict) or not isinstance(entry.get("field"), str):
        raise InputError(tr("{place}: an indicator needs a “field”.").format(place=where))
    refuse_unknown(entry, FIELD_KEYS, where)
    return Ingredient(
        entry["field"],
        _polarity(str(entry.get("polarity", MORE_BURDEN))),
        number(entry, "weight", 1.0, where),
        titles(entry, "name", where),
        str(entry.get("group", "")),
        moments(entry, "frozen", where),
        one_of(entry, "transform", ("", *TRANSFORMS), "", where),
    )
