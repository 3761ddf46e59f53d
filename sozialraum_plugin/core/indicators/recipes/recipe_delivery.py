"""One delivered file on its way: opened, compared with its recipe, read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from ...balance import Balance
from ...fields import REFERENCE_DATE
from .recipe import DateKind, Recipe
from .recipe_accept import Accepted
from .recipe_columns import Comparison, compare_columns, plain
from .recipe_facts import Facts, Shape
from .recipe_file_names import ANY, day_of_name, pattern_of_name


@dataclass(frozen=True)
class Opened:
    """The cells of a file (for the reader only), their shape, and the number of rows of the file."""

    cells: Any
    shape: Shape
    rows: int


@dataclass(frozen=True)
class Reading:
    """What the import made of a file."""

    counts: pd.DataFrame
    facts: Facts
    rows: Balance
    problems: pd.DataFrame
    warnings: Sequence[str]


class Reader(Protocol):
    """Opens and reads files by a recipe; both raise InputError if that cannot be done."""

    def open(self, path: Path, recipe: Recipe | None) -> Opened:
        """Return the cells of a file, cut as a recipe says, or as they are found."""

    def read(self, path: Path, opened: Opened, recipe: Recipe, variables: Mapping[str, str], day: str) -> Reading:
        """Return the counts of some columns (variable by head); `day` (ISO) is the Stichtag where the file has none."""

    def cells(self, opened: Opened, head: str) -> set[str]:
        """Return the distinct cells of a column."""


@dataclass(frozen=True)
class Delivery:
    """A file with the recipe as it stands for this file, and what was read."""

    name: str
    path: Path
    recipe: Recipe
    opened: Opened
    comparison: Comparison
    accepted: Sequence[Accepted]
    reading: Reading

    @property
    def days(self) -> list[str]:
        """The Stichtage (ISO) of the counts."""
        return sorted(set(self.reading.counts[REFERENCE_DATE.name]))


def recipe_of_file(recipe: Recipe, name: str) -> Recipe:
    """Return the recipe for a file that the user has named for it although its pattern does not fit."""
    pattern = pattern_of_name(name)
    if recipe.date.kind == DateKind.FILE_NAME and ANY not in pattern:
        return recipe
    return replace(recipe, file_pattern=pattern)


def with_accepted(recipe: Recipe, names: Sequence[str], accepted: Sequence[Accepted]) -> tuple[Recipe, list[Accepted]]:
    """Return the recipe with the accepted heads that this file needs and has, and which they were."""
    used = []
    heads = {plain(name): name for name in names}
    for entry in accepted:
        found = compare_columns(names, recipe)
        absent = {*found.missing, *([] if found.key else [recipe.key]), *([] if found.date else [recipe.date.column])}
        if entry.recipe == recipe.name and entry.old in absent and plain(entry.new) in heads:
            recipe = recipe.with_column(entry.old, heads[plain(entry.new)])
            used.append(entry)
    return recipe, used


def stichtag_of(recipe: Recipe, name: str) -> str:
    """Return the Stichtag (ISO) that the file's name gives; an empty text where the recipe looks elsewhere."""
    if recipe.date.kind != DateKind.FILE_NAME:
        return ""
    return day_of_name(name, recipe.file_pattern, recipe.date)
