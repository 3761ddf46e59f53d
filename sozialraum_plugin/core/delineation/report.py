"""Finding out what a division leaves unmet, so that nothing is violated without a word."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .atoms import Atoms
from .counts import Counts, asked_count
from .fixed import FREE
from .graph import components
from .problem import Problem
from .unmet import Unmet, UnmetKind


def unmet_requirements(problem: Problem, atoms: Atoms, counts: Counts, labels: np.ndarray) -> list[Unmet]:
    """Return a record for every requirement that the areas `labels` (n,), numbered by first unit, do not meet."""
    return [
        *_outside_bounds(problem, atoms, labels),
        *_crossed_barriers(problem, labels),
        *_split_fixed(problem, labels),
        *_missed_counts(problem, atoms, counts, labels),
    ]


def _outside_bounds(problem: Problem, atoms: Atoms, labels: np.ndarray) -> Iterator[Unmet]:
    people = np.bincount(labels, problem.population)
    first = np.unique(labels, return_index=True)[1]
    whole = np.bincount(problem.group, problem.population)
    for area in np.flatnonzero((people < problem.minimum) | (people > problem.maximum)).tolist():
        group = int(problem.group[first[area]])
        above = people[area] > problem.maximum
        units = np.flatnonzero(labels == area)
        kind = _kind_above(problem, units) if above else _kind_below(problem, atoms, units, whole[group])
        yield Unmet(
            kind,
            unit=int(first[area]),
            area=area,
            group=problem.group_names[group],
            population=float(people[area]),
            values={
                "limit": problem.maximum if above else problem.minimum,
                "whole": float(whole[group]),
                "fixed": int(problem.fixed[units].max()),
            },
        )


def _kind_above(problem: Problem, units: np.ndarray) -> str:
    if len(units) == 1:
        return UnmetKind.UNIT_ABOVE_MAXIMUM
    return UnmetKind.FIXED_ABOVE_MAXIMUM if problem.fixed[units].max() != FREE else UnmetKind.AREA_ABOVE_MAXIMUM


def _kind_below(problem: Problem, atoms: Atoms, units: np.ndarray, whole: float) -> str:
    if whole < problem.minimum:
        return UnmetKind.GROUP_BELOW_MINIMUM
    part = atoms.component[atoms.unit_atom[units[0]]]
    alone = problem.population[atoms.component[atoms.unit_atom] == part].sum() < problem.minimum
    return UnmetKind.PART_BELOW_MINIMUM if alone else UnmetKind.AREA_BELOW_MINIMUM


def _crossed_barriers(problem: Problem, labels: np.ndarray) -> Iterator[Unmet]:
    """Yield each area that hangs together only across a barrier, with all its parts but the most populous."""
    within = labels[problem.edges[:, 0]] == labels[problem.edges[:, 1]]
    part = components(problem.size, problem.edges[within & ~problem.barrier])
    first = np.unique(part, return_index=True)[1]
    people = np.bincount(part, problem.population)
    parts_of_area: dict[int, list[int]] = {}
    for number in np.lexsort((np.arange(len(people)), -people)).tolist():
        parts_of_area.setdefault(int(labels[first[number]]), []).append(number)
    ends = part[problem.edges]
    across = within & problem.barrier & (ends[:, 0] != ends[:, 1])
    length = np.bincount(labels[problem.edges[across, 0]], problem.border_length[across], len(parts_of_area))
    for area, (_, *parts) in sorted(parts_of_area.items()):
        if parts:
            yield Unmet(
                UnmetKind.BARRIER_CROSSED,
                unit=int(first[parts[0]]),
                area=area,
                group=problem.group_names[problem.group[first[parts[0]]]],
                population=float(people[parts].sum()),
                values={"length": float(length[area]), "parts": len(parts)},
            )


def _split_fixed(problem: Problem, labels: np.ndarray) -> Iterator[Unmet]:
    """Yield each given area whose units are in several areas, once for every area but the one with most units."""
    for label in np.unique(problem.fixed[problem.fixed != FREE]).tolist():
        units = np.flatnonzero(problem.fixed == label)
        areas, first, number = np.unique(labels[units], return_index=True, return_counts=True)
        main = int(np.argmax(number))
        for place in range(len(areas)):
            if place != main:
                unit = int(units[first[place]])
                yield Unmet(
                    UnmetKind.FIXED_SPLIT,
                    unit=unit,
                    area=int(areas[place]),
                    group=problem.group_names[problem.group[unit]],
                    population=float(problem.population[units[labels[units] == areas[place]]].sum()),
                    values={"fixed": label},
                )


def _missed_counts(problem: Problem, atoms: Atoms, counts: Counts, labels: np.ndarray) -> Iterator[Unmet]:
    bucket = counts.bucket[atoms.unit_atom]
    for number in range(len(counts.quota)):
        asked = asked_count(problem, number)
        found = len(np.unique(labels[bucket == number]))
        if asked is not None and asked != found:
            group = problem.group_names[number] if len(counts.quota) > 1 else None
            yield Unmet(UnmetKind.AREA_COUNT, group=group, values={"wanted": asked, "found": found})
