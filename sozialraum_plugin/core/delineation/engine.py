"""Dividing small units into areas that are alike inside, connected and within population bounds.

Capped Ward, then simulated annealing of single units with exchanges of whole areas, then what still improves, each
keeping bounds, contiguity, groups and barriers. A few units are divided at best. Where the input makes that impossible,
`Delineation.unmet` says what gave way, and why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Callable

import numpy as np

from ..errors import InputError
from ..messages import tr
from .atoms import build_atoms
from .cooling import Schedule, anneal, schedules
from .counts import counts_without_units, wanted_counts
from .crossing import cross_barriers
from .exchange import Recombination, exchange
from .feasibility import divide_small_buckets_best, lift_small_areas, meet_counts
from .moves import improve_by_moves
from .partition import Partition
from .problem import checked_problem
from .report import unmet_requirements
from .result import Delineation, number_by_first_unit, summarise
from .standardise import standardised
from .ward import capped_ward

EFFORTS = ("fast", "thorough")
ROUNDS = 12


def delineate(
    population: Sequence[float] | np.ndarray,
    attributes: Sequence[Sequence[float]] | np.ndarray,
    edges: Sequence[Sequence[int]] | np.ndarray,
    border_length: Sequence[float] | np.ndarray,
    *,
    min_population: float,
    max_population: float,
    area_count: int | Mapping[object, int] | None = None,
    target_population: float | None = None,
    weights: Sequence[float] | np.ndarray | None = None,
    compactness: float = 0.0,
    group: Sequence[object] | np.ndarray | None = None,
    barrier: Sequence[bool] | np.ndarray | None = None,
    fixed: Sequence[int] | np.ndarray | None = None,
    seed: int = 0,
    effort: str = "thorough",
    progress: Callable[[float], bool] | None = None,
) -> Delineation:
    """Divide n units into areas with the least within sum of squares of the standardised attributes.

    `population` (n,) inhabitants, also 0; `attributes` (n, m), standardised here (see `standardised`; NaN = no
    information) and multiplied in the sum by `weights` (m,); `edges` (e, 2) pairs of neighbours, `border_length` (e,)
    metres. `group` (n,): units of different groups never share an area. `barrier` (e,): edges that may not join two
    units. `fixed` (n,): -1 or the label of a given area; equal labels end in one area, different ones never.

    The number of areas is `area_count` (for all, or a mapping from group to number), else per group the inhabitants
    over `target_population`, else over the middle of the bounds. `compactness` 0 to about 1 adds the price of borders
    to the objective that steers the search. `effort` "fast" takes about a fifth of the time of "thorough" and leaves
    some 2 % more of the sum of squares.

    `progress` gets a fraction of 1 and returns False to stop: the best division so far is returned; a first one that
    holds the bounds is always completed. Equal input and `seed` give equal results.

    Rules where the bounds cannot be held, each reported in `Delineation.unmet`: a unit above the maximum stays an
    area of its own; a group below the minimum becomes one area; a part below the minimum joins across the barrier
    with the longest common border, and without any neighbour stays alone; groups are never crossed.

    Raises InputError for input that has no meaning.
    """
    if effort not in EFFORTS:
        raise InputError(tr("“{effort}” is no effort. Choose fast or thorough.").format(effort=effort))
    problem = checked_problem(
        population, attributes, edges, border_length,
        min_population=min_population, max_population=max_population, area_count=area_count,
        target_population=target_population, group=group, barrier=barrier, fixed=fixed,
    )  # fmt: skip
    values, notes = standardised(problem.attributes, weights)
    atoms = build_atoms(problem, values, max(0.0, compactness))
    counts = wanted_counts(problem, atoms)
    going = Progress(progress)
    going.on(0.05)
    partition = Partition(atoms, capped_ward(atoms, counts), counts.bucket)
    rng = Random(seed)
    lift_small_areas(partition, rng, lambda: going.on(0.4) or True)
    meet_counts(partition, counts, rng)
    partition = cool(partition, going, schedules(atoms.size, effort), seed)
    improve(partition, going, effort)
    divide_small_buckets_best(partition, counts)
    cross_barriers(partition, rng, lambda: going.on(0.96) or True)
    labels = number_by_first_unit(partition.label[atoms.unit_atom])
    unmet = unmet_requirements(problem, atoms, counts, labels)
    going.on(1.0)
    return summarise(problem, values, labels, unmet, [*notes, *counts_without_units(problem)], going.stopped)


class Progress:
    """Tells the caller how far the work is and remembers whether to stop."""

    def __init__(self, callback: Callable[[float], bool] | None) -> None:
        self._callback = callback
        self.stopped = False

    def on(self, fraction: float) -> bool:
        """Report a fraction of 1; return whether to go on."""
        if self._callback is not None and self._callback(fraction) is False:
            self.stopped = True
        return not self.stopped


def cool(partition: Partition, going: Progress, plan: list[Schedule], seed: int) -> Partition:
    """Return the best division found by annealing with one schedule after the other, each from the best so far."""
    random = np.random.default_rng(seed % 2**32)
    for number, schedule in enumerate(plan):
        start = 0.4 + 0.4 * number / len(plan)
        partition = anneal(
            partition, schedule, random, lambda done, start=start: going.on(start + 0.4 * done / len(plan))
        )
        if going.stopped:
            break
    return partition


def improve(partition: Partition, going: Progress, effort: str) -> None:
    """Lower the objective by moves, exchanges and recombinations in turn until none of them helps.

    With the effort "fast" that is done only once and without recombinations.
    """
    recombination = Recombination(partition)
    steps = [improve_by_moves, exchange, lambda _: recombination.run(), improve_by_moves]
    rounds = ROUNDS
    if effort == "fast":
        steps, rounds = [improve_by_moves, exchange, improve_by_moves], 1
    for turn in range(rounds):
        changed = False
        for number, step in enumerate(steps):
            if not going.on(0.8 + 0.15 * (turn + number / len(steps)) / rounds):
                return
            changed |= step(partition)
        if not changed:
            return
