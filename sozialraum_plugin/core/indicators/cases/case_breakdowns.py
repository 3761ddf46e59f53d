"""The breakdowns of cases: which case belongs to which group, what the groups are called, and which add up to which."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr
from .case_ages import Ages
from .case_columns import refuse_many_categories
from .case_groups import AgeGroup, crossed_name, group_name, smallest_groups
from .case_values import (
    DIVERSE,
    FEMALE,
    FOREIGN,
    GERMAN,
    MALE,
    NO_NATIONALITY,
    UNSTATED,
    as_variable,
    nationalities,
    sexes,
    texts_once,
)

AGE, SEX, NATIONALITY = "alter", "geschlecht", "staat"
INHABITANTS, FOREIGNERS = "E", "AUSL"
NONE = -1
_NO_AGE, _OTHERS = "ALTER_OHNE", "SONSTIGE"
_BETWEEN = (" x ", "*", "×")


@dataclass(frozen=True)
class Breakdown:
    """Groups of cases: `names` behind the prefix, `crossed` the same beside another breakdown.

    `atoms` (n,) each are masks that hold every case exactly once; `groups` tells which atoms a group is made of.
    """

    key: str
    names: list[str]
    crossed: list[str]
    atoms: list[np.ndarray]
    groups: list[tuple[int, ...]]

    def mask(self, group: int) -> np.ndarray:
        """Return the (n,) cases of a group."""
        return np.any([self.atoms[atom] for atom in self.groups[group]], axis=0)

    def group_of(self, atom: int) -> int:
        """Return the group that is this atom alone; NONE if there is none."""
        return self.groups.index((atom,)) if (atom,) in self.groups else NONE

    def within(self) -> list[tuple[int, int]]:
        """Return pairs of groups the first of which lies in the second."""
        sets = [frozenset(group) for group in self.groups]
        every = range(len(sets))
        return [(part, whole) for part in every for whole in every if sets[part] < sets[whole]]


@dataclass(frozen=True)
class Variables:
    """`masks` (n,) by the name of the variable, `hidden` those of variables that are only there for the sums.

    `sums` holds a total and its parts, `within` a part and what holds it.
    """

    masks: dict[str, np.ndarray] = field(default_factory=dict)
    hidden: dict[str, np.ndarray] = field(default_factory=dict)
    sums: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    within: list[tuple[str, str]] = field(default_factory=list)


def age_breakdown(ages: Ages, groups: Sequence[AgeGroup], variables: Collection[str]) -> Breakdown:
    """Return the age groups; cases without an age, if any, are a group of their own."""
    names = [group_name(group, variables) for group in groups]
    crossed = [crossed_name(group, variables) for group in groups]
    parts = smallest_groups(groups)
    atoms = [part.holds(ages) for part in parts]
    unions = [tuple(place for place, part in enumerate(parts) if part.lies_in(group)) for group in groups]
    if ages.unknown.any():
        atoms.append(ages.unknown)
        unions.append((len(parts),))
        names.append(_NO_AGE)
        crossed.append(_NO_AGE)
    return Breakdown(AGE, names, crossed, atoms, unions)


def sex_breakdown(cells: pd.Series) -> Breakdown:
    """Return male and female, and diverse and not stated if they occur."""
    return _partition(SEX, sexes(cells), [MALE, FEMALE], [DIVERSE, UNSTATED])


def nationality_breakdown(cells: pd.Series) -> Breakdown:
    """Return Germans and foreigners, and those without a nationality stated if they occur."""
    return _partition(NATIONALITY, nationalities(cells), [GERMAN, FOREIGN], [NO_NATIONALITY])


def category_breakdown(column: str, cells: pd.Series, least: int) -> Breakdown:
    """Return a group for each value of a column; values of fewer than `least` cases are put together.

    Raises InputError if there are so many values that the column is no category.
    """
    codes, texts = texts_once(cells)
    refuse_many_categories(column, len(texts))
    names = np.array([as_variable(text) for text in texts], dtype=object)
    counts = pd.Series(names[codes]).value_counts()
    rare = set(counts.index[counts < least])
    values = np.array([_OTHERS if name in rare else name for name in names], dtype=object)[codes]
    head = as_variable(column)
    found = _partition(column, values, sorted(set(values)), [])
    named = [f"{head}_{name}" for name in found.names]
    return replace(found, names=named, crossed=named)


def _partition(key: str, values: np.ndarray, usual: Sequence[str], if_any: Sequence[str]) -> Breakdown:
    names = [*usual, *(name for name in if_any if (values == name).any())]
    atoms = [values == name for name in names]
    return Breakdown(key, names, list(names), atoms, [(place,) for place in range(len(names))])


def parse_crossings(text: str, breakdowns: Sequence[Breakdown]) -> list[tuple[Breakdown, Breakdown]]:
    """Return the pairs of a text such as `alter x geschlecht; staat x alter`, the breakdown by age second.

    Raises InputError if a part names no breakdown.
    """
    known = {breakdown.key.lower(): breakdown for breakdown in breakdowns}
    pairs = []
    for part in text.split(";"):
        if not part.strip():
            continue
        words = part.lower()
        for sign in _BETWEEN[1:]:
            words = words.replace(sign, _BETWEEN[0])
        keys = [word.strip() for word in words.split(_BETWEEN[0])]
        if len(keys) != 2 or keys[0] == keys[1] or not set(keys) <= set(known):
            raise InputError(
                tr(
                    "CROSSINGS: “{text}” is no crossing of two of these breakdowns: {known}. Write alter x geschlecht."
                ).format(text=part.strip(), known=", ".join(known) or "–")
            )
        first, second = (known[key] for key in keys)
        pairs.append((second, first) if first.key == AGE else (first, second))
    return pairs


def variables_of(
    prefix: str,
    cases: int,
    breakdowns: Sequence[Breakdown],
    crossings: Sequence[tuple[Breakdown, Breakdown]],
) -> Variables:
    """Return all variables: the total, the groups of each breakdown and of each crossing, and their sums."""
    result = Variables({prefix: np.ones(cases, dtype=bool)})
    for breakdown in breakdowns:
        _add_breakdown(result, prefix, breakdown)
    for first, second in crossings:
        _add_crossing(result, prefix, first, second)
    return result


def _add_breakdown(result: Variables, prefix: str, breakdown: Breakdown) -> None:
    names = [_single_name(prefix, breakdown.key, name) for name in breakdown.names]
    _refuse_repeated(names, result)
    result.masks.update({name: breakdown.mask(group) for group, name in enumerate(names)})
    atoms = _atom_names(prefix, breakdown)
    result.hidden.update({name: mask for name, mask in zip(atoms, breakdown.atoms) if name not in result.masks})
    result.sums.append((prefix, tuple(atoms)))
    result.sums.extend(
        (name, tuple(atoms[atom] for atom in group)) for name, group in zip(names, breakdown.groups) if len(group) > 1
    )
    result.within.extend((name, prefix) for name in names)
    result.within.extend((names[part], names[whole]) for part, whole in breakdown.within())


def _atom_names(prefix: str, breakdown: Breakdown) -> list[str]:
    """Return the names of the atoms: that of the group, else one that no variable can have."""
    groups = [breakdown.group_of(atom) for atom in range(len(breakdown.atoms))]
    return [
        f"{prefix} {breakdown.key} {atom}"
        if group == NONE
        else _single_name(prefix, breakdown.key, breakdown.names[group])
        for atom, group in enumerate(groups)
    ]


def _refuse_repeated(names: Sequence[str], result: Variables) -> None:
    """Raise InputError if a variable would get the name of another one."""
    repeated = [name for name in names if name in result.masks]
    if repeated:
        raise InputError(
            tr("Two breakdowns would both give “{name}”. Rename one of the columns, or leave it out.").format(
                name=repeated[0]
            )
        )


def _single_name(prefix: str, key: str, name: str) -> str:
    if prefix == INHABITANTS and key == NATIONALITY and name == FOREIGN:
        return FOREIGNERS
    return f"{prefix}_{name}"


def _add_crossing(result: Variables, prefix: str, first: Breakdown, second: Breakdown) -> None:
    """Add the variables of two breakdowns together; each is a sum of crossed atoms, and so is each atom of the two."""
    for one, name in enumerate(first.crossed):
        for other, crossed in enumerate(second.crossed):
            both = f"{prefix}_{name}_{crossed}"
            _refuse_repeated([both], result)
            result.masks[both] = first.mask(one) & second.mask(other)
            result.within.append((both, _single_name(prefix, first.key, first.names[one])))
            result.within.append((both, _single_name(prefix, second.key, second.names[other])))
    cells = _crossed_atoms(prefix, first, second)
    for row, names in enumerate(cells):
        for column, name in enumerate(names):
            if name not in result.masks:
                result.hidden[name] = first.atoms[row] & second.atoms[column]
    _add_crossed_sums(result, prefix, first, second, cells)


def _crossed_atoms(prefix: str, first: Breakdown, second: Breakdown) -> list[list[str]]:
    """Return the name of each atom of the first breakdown (row) in each of the second (column)."""

    def name(row: int, column: int) -> str:
        one, other = first.group_of(row), second.group_of(column)
        if NONE in (one, other):
            return f"{prefix} {first.key} {row} {second.key} {column}"
        return f"{prefix}_{first.crossed[one]}_{second.crossed[other]}"

    return [[name(row, column) for column in range(len(second.atoms))] for row in range(len(first.atoms))]


def _add_crossed_sums(
    result: Variables, prefix: str, first: Breakdown, second: Breakdown, cells: list[list[str]]
) -> None:
    for name, rows in zip(first.crossed, first.groups):
        for crossed, columns in zip(second.crossed, second.groups):
            if len(rows) * len(columns) > 1:
                parts = tuple(cells[row][column] for row in rows for column in columns)
                result.sums.append((f"{prefix}_{name}_{crossed}", parts))
    result.sums.extend((name, tuple(cells[row])) for row, name in enumerate(_atom_names(prefix, first)))
    result.sums.extend(
        (name, tuple(row[column] for row in cells)) for column, name in enumerate(_atom_names(prefix, second))
    )
