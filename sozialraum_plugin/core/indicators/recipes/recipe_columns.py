"""Heads of columns over the years: {jahr} and {datum} stand for what changes; a file's columns against a recipe's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..imports.reference_dates import YEAR_MARK
from .recipe import Recipe
from .recipe_file_names import DATE_MARK

_YEAR = r"(?:19|20)\d{2}(?:\s?[/-]\s?\d{2}(?:\d{2})?)?"
_DATE = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}"
_TIME = re.compile(rf"(?<![\d.])(?:(?P<date>{_DATE})|(?P<year>{_YEAR}))(?![\d.]\d|\d)")
_NEAR_YEARS = 1


@dataclass(frozen=True)
class Value:
    """A column of counts in a file: its head, its variable, its Stichtag (ISO) where the head has one of its own."""

    head: str
    variable: str
    day: str = ""


@dataclass(frozen=True)
class Comparison:
    """Columns of a file against a recipe.

    `present` maps heads of the file to variables, `missing` are heads of the recipe whose variable no column gives,
    `new` are columns that neither the recipe nor the last file had, `gone` unused columns of the last file.
    """

    present: dict[str, str]
    missing: list[str]
    key: str | None
    date: str | None
    new: list[str]
    gone: list[str]


def plain(head: str) -> str:
    """Return a head as it is compared: blanks and capitals do not matter."""
    return " ".join(head.split()).casefold()


def head_pattern(head: str, years: Sequence[int]) -> str:
    """Return a head with {datum} and {jahr} for dates and years near to `years` (those of the Stichtage).

    Classes such as 1919-1948 are no years of a Stichtag and stay.

    >>> head_pattern("Schuljahr 2016/17 | Gymnasium", [2016]), head_pattern("Baujahr 1919-1948", [2022])
    ('Schuljahr {jahr} | Gymnasium', 'Baujahr 1919-1948')
    """

    def mark(match: re.Match[str]) -> str:
        near = _is_near(match.group(), years)
        return match.group() if not near else DATE_MARK if match.group("date") else YEAR_MARK

    return _TIME.sub(mark, head)


def _is_near(text: str, years: Sequence[int]) -> bool:
    """Tell whether a text is one date or year, or two years that follow each other (a school year), near to `years`."""
    numbers = [int(part) for part in re.findall(r"(?:19|20)\d{2}", text)]
    tail = re.search(r"[/-]\s?(\d{2})$", text) if "." not in text and len(re.findall(r"[/-]", text)) == 1 else None
    if len(numbers) == 2 and numbers[1] != numbers[0] + 1:
        return False
    if tail and len(numbers) == 1 and int(tail.group(1)) != (numbers[0] + 1) % 100:
        return False
    return any(abs(numbers[0] - year) <= _NEAR_YEARS for year in years)


def variables_by_pattern(values: Sequence[Value], years: Sequence[int]) -> dict[str, str]:
    """Return what a recipe says of the columns of counts: variable by head, years as marks where that is safe.

    Heads become one pattern only if they give one and the same variable; else they stay as they are.
    """
    groups: dict[str, list[Value]] = {}
    for value in values:
        own = [int(value.day[:4])] if value.day else years
        groups.setdefault(head_pattern(value.head, own), []).append(value)
    found = {}
    for pattern, group in groups.items():
        if len({value.variable for value in group}) == 1:
            own = [int(group[0].day[:4])] if group[0].day else years
            alone = len(group) == 1 and pattern != group[0].head
            found[pattern] = head_pattern(group[0].variable, own) if alone else group[0].variable
        else:
            found.update({value.head: value.variable for value in group})
    return found


def compare_columns(names: Sequence[str], recipe: Recipe) -> Comparison:
    """Return which columns of a file a recipe knows, and which it misses."""
    present: dict[str, str] = {}
    served = set()
    for pattern, variable in recipe.variables.items():
        for name in _matching(names, pattern):
            present.setdefault(name, _filled(variable, pattern, name))
            served.add(variable)
    missing = [pattern for pattern, variable in recipe.variables.items() if variable not in served]
    key = next(iter(_matching(names, recipe.key)), None) if recipe.key else None
    date = next(iter(_matching(names, recipe.date.column)), None) if recipe.date.column else None
    used = {*present, key, date}
    known = [pattern for pattern in recipe.seen.columns if pattern]
    new = [name for name in names if name not in used and not any(_matching([name], pattern) for pattern in known)]
    roles = [*recipe.variables, recipe.key, recipe.date.column]
    gone = [pattern for pattern in known if pattern not in roles and not _matching(names, pattern)]
    present = {name: present[name] for name in names if name in present}
    return Comparison(present, missing, key, date, new if known else [], gone)


def candidates(names: Sequence[str], comparison: Comparison, recipe: Recipe) -> list[str]:
    """Return the columns that may be a missing one under a new name: those that were not there last time."""
    if recipe.seen.columns:
        return comparison.new
    used = {*comparison.present, comparison.key, comparison.date}
    return [name for name in names if name not in used]


def _matching(names: Sequence[str], pattern: str) -> list[str]:
    exact = [name for name in names if plain(name) == plain(pattern)]
    if exact or "{" not in pattern:
        return exact
    return [name for name in names if _expression(pattern).fullmatch(plain(name))]


def _expression(pattern: str) -> re.Pattern[str]:
    text = re.escape(plain(pattern))
    return re.compile(text.replace(re.escape(DATE_MARK), f"({_DATE})").replace(re.escape(YEAR_MARK), f"({_YEAR})"))


def _filled(variable: str, pattern: str, name: str) -> str:
    """Return a variable with the year or date that the head has."""
    if "{" not in variable:
        return variable
    match = _expression(pattern).fullmatch(plain(name))
    for mark, text in zip(re.findall(r"\{jahr\}|\{datum\}", pattern), match.groups() if match else ()):
        variable = variable.replace(mark, text)
    return variable
