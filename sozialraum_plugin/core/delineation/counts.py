"""How many areas there are to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..messages import tr
from ..numbers import format_number
from .atoms import Atoms
from .problem import Problem


@dataclass(frozen=True)
class Counts:
    """`quota` (b,) areas are wanted in each bucket; `bucket` (a,) tells where an atom belongs.

    A bucket is a group; or, if one number was given for all, there is only one.
    """

    bucket: np.ndarray
    quota: np.ndarray


def wanted_counts(problem: Problem, atoms: Atoms) -> Counts:
    """Return the wanted number of areas: as asked for, else inhabitants over target (middle of the bounds).

    Numbers that the bounds rule out by simple division are moved to the nearest that they allow.
    """
    fewest, most, settled = _limits(atoms)
    part_group = _first_per(atoms.component, atoms.group)
    one_number = problem.area_count is not None and not isinstance(problem.area_count, Mapping)
    part_bucket = np.zeros_like(part_group) if one_number else part_group
    buckets = int(part_bucket.max()) + 1
    low = np.bincount(part_bucket, fewest, buckets).astype(int)
    high = np.bincount(part_bucket, most, buckets).astype(int)
    quota = _by_target(problem, atoms, part_bucket, settled, buckets)
    for bucket in range(buckets):
        asked = asked_count(problem, bucket)
        if asked is not None:
            quota[bucket] = asked
    return Counts(part_bucket[atoms.component], np.clip(quota, low, high))


def asked_count(problem: Problem, bucket: int) -> int | None:
    """Return the number of areas that the user asked for in a bucket, if any."""
    if isinstance(problem.area_count, Mapping):
        return problem.area_count.get(problem.group_names[bucket])
    return problem.area_count


def counts_without_units(problem: Problem) -> list[str]:
    """Return a note for each group that areas were asked for though no unit belongs to it."""
    asked = problem.area_count if isinstance(problem.area_count, Mapping) else {}
    text = tr("{count} areas were asked for “{group}”, but no unit belongs to it. Check how it is written.")
    known = set(problem.group_names)
    return [
        text.format(count=format_number(count), group=group) for group, count in asked.items() if group not in known
    ]


def _limits(atoms: Atoms) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return per part the fewest and most areas, and whether it is settled as one area outside the bounds."""
    people = np.bincount(atoms.component, atoms.population)
    size = np.bincount(atoms.component)
    settled = (size == 1) & ((people > atoms.maximum) | (people < atoms.minimum))
    fewest = np.maximum(np.ceil(people / atoms.maximum), 1)
    most = np.floor(people / atoms.minimum) if atoms.minimum > 0 else size
    most = np.minimum(np.maximum(most, fewest), size)
    return np.where(settled, 1, np.minimum(fewest, size)), np.where(settled, 1, most), settled


def _by_target(
    problem: Problem, atoms: Atoms, part_bucket: np.ndarray, settled: np.ndarray, buckets: int
) -> np.ndarray:
    target = problem.target or (problem.minimum + problem.maximum) / 2
    people = np.bincount(atoms.component, atoms.population)
    free = np.bincount(part_bucket, np.where(settled, 0, people), buckets)
    return np.floor(free / target + 0.5).astype(int) + np.bincount(part_bucket, settled, buckets).astype(int)


def _first_per(codes: np.ndarray, values: np.ndarray) -> np.ndarray:
    return values[np.unique(codes, return_index=True)[1]]
