"""The recipe of a composite index: every choice on the way from indicators to classes, named and kept in a file.

A preset is a JSON file of `resources/indices/` or the user's own; see `read_recipe` for what it may say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..messages import tr
from ..paths import resource
from .classification import CLASSIFICATIONS, Rule
from .combine import AGGREGATIONS
from .transforms import MINMAX, NONE, PERCENTILE, TRANSFORMS, ZSCORE

RESTANDARDISATIONS = (NONE, ZSCORE, MINMAX, PERCENTILE)
PER_YEAR, POOLED = "per_year", "pooled"  # or a year: the base year
MORE_BURDEN, LESS_BURDEN = "+", "-"
KEYS = frozenset(
    (
        "schema", "code", "name", "source", "method", "fields", "groups", "transform", "ddof", "weighted", "decimals",
        "aggregation", "normalise_weights", "restandardise", "index_decimals", "classification", "classes", "limits",
        "quantile_type", "required", "min_population", "years", "zero_rows_are_missing",
    )
)  # fmt: skip
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
    """What `composite_index` does; see the module and the parameters of the algorithm."""

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
    code: str = ""
    name: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    method: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> list[str]:
        """Return the fields of the indicators in their order."""
        return [ingredient.field for ingredient in self.ingredients]

    @property
    def groups(self) -> list[str]:
        """Return the groups (themes) in the order of their first indicator."""
        return list(dict.fromkeys(ingredient.group for ingredient in self.ingredients if ingredient.group))

    def with_fields(self, fields: Sequence[str]) -> CompositeRecipe:
        """Return the recipe with other field names: as many keep polarity and weight in order; else all start anew."""
        if len(fields) == len(self.ingredients):
            pairs = zip(self.ingredients, fields)
            return replace(self, ingredients=tuple(replace(known, field=name) for known, name in pairs))
        return replace(self, ingredients=tuple(Ingredient(name) for name in fields))

    def with_polarities(self, polarities: Sequence[str]) -> CompositeRecipe:
        """Return the recipe with one polarity for all indicators, or one each."""
        signs = [_polarity(text) for text in polarities]
        return self._with("polarity", signs, tr("POLARITIES"))

    def with_weights(self, weights: Sequence[float]) -> CompositeRecipe:
        """Return the recipe with one weight for each indicator."""
        return self._with("weight", weights, tr("WEIGHTS"))

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
        if self.aggregation == "pca" and len({ingredient.weight for ingredient in self.ingredients}) > 1:
            raise InputError(tr("A principal component finds its own weights. Leave WEIGHTS empty or equal."))
        return self


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
    _refuse_unknown(content, KEYS, where)
    ingredients = tuple(
        _ingredient(entry, f"{where}, fields[{place}]") for place, entry in enumerate(content["fields"], 1)
    )
    limits = tuple(float(limit) for limit in content.get("limits", ()))
    rule = Rule(
        _one_of(content, "classification", CLASSIFICATIONS, "quantile", where),
        len(limits) + 1 if limits else _whole(content, "classes", 5, where),
        limits,
        _whole(content, "quantile_type", 7, where),
    )
    return CompositeRecipe(
        ingredients,
        transform=_one_of(content, "transform", TRANSFORMS, ZSCORE, where),
        ddof=_whole(content, "ddof", 0, where),
        weighted=bool(content.get("weighted", False)),
        decimals=_whole(content, "decimals", None, where),
        aggregation=_one_of(content, "aggregation", AGGREGATIONS, "sum", where),
        normalise_weights=bool(content.get("normalise_weights", False)),
        restandardise=_one_of(content, "restandardise", RESTANDARDISATIONS, NONE, where),
        index_decimals=_whole(content, "index_decimals", None, where),
        rule=rule,
        required=_whole(content, "required", None, where),
        min_population=_whole(content, "min_population", 0, where),
        years=str(content.get("years", PER_YEAR)),
        zero_rows_are_missing=bool(content.get("zero_rows_are_missing", False)),
        code=str(content.get("code", "")),
        name=content.get("name", {}),
        source=str(content.get("source", "")),
        method=content.get("method", {}),
    ).checked()


def _ingredient(entry: Any, where: str) -> Ingredient:
    if isinstance(entry, str):
        return Ingredient(entry)
    if not isinstance(entry, dict) or not isinstance(entry.get("field"), str):
        raise InputError(tr("{place}: an indicator needs a “field”.").format(place=where))
    _refuse_unknown(entry, FIELD_KEYS, where)
    frozen = entry.get("frozen")
    return Ingredient(
        entry["field"],
        _polarity(str(entry.get("polarity", MORE_BURDEN))),
        _number(entry, "weight", 1.0, where),
        entry.get("name", {}),
        str(entry.get("group", "")),
        (float(frozen[0]), float(frozen[1])) if frozen else None,
        _one_of(entry, "transform", ("", *TRANSFORMS), "", where),
    )


def _refuse_unknown(content: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = sorted(set(content) - known)
    if unknown:
        raise InputError(
            tr("{place}: “{key}” is not known. Known: {known}.").format(
                place=where, key=unknown[0], known=", ".join(sorted(known))
            )
        )


def _one_of(content: Mapping[str, Any], key: str, choices: Sequence[str], default: str, where: str) -> str:
    value = content.get(key, default)
    if value not in choices:
        raise InputError(
            tr("{place}: “{key}” is “{value}”, but may be {choices}.").format(
                place=where, key=key, value=value, choices=", ".join(choice for choice in choices if choice)
            )
        )
    return value


def _whole(content: Mapping[str, Any], key: str, default: int | None, where: str) -> int | None:
    value = content.get(key, default)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise InputError(tr("{place}: “{key}” must be a whole number.").format(place=where, key=key))
    return value


def _number(content: Mapping[str, Any], key: str, default: float, where: str) -> float:
    value = content.get(key, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InputError(tr("{place}: “{key}” must be a number.").format(place=where, key=key))
    return float(value)
