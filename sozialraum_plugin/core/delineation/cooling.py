"""From hot to cold: annealing in steps, with exchanges of whole areas between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from .anneal import Annealing
from .exchange import exchange
from .partition import Partition
from .rings import Rings

SWEEPS_PER_CHECK = 10  # after which the caller is asked whether to go on
FEW = 3000  # atoms below which the best division is warmed up again and again
QUENCHING = 12  # sweeps without any patience at the end


@dataclass(frozen=True)
class Schedule:
    """`sweeps` from temperature `hot` to `cold`, in `steps` with exchanges between them.

    Temperatures are multiples of the within sum of squares per unit of the division that the annealing starts from.
    """

    sweeps: int
    steps: int
    hot: float
    cold: float

    def temperatures(self, step: int) -> np.ndarray:
        """Return the temperature of each sweep of a step; the last step ends at 0."""
        part = np.array_split(np.geomspace(self.hot, self.cold, self.sweeps), self.steps)[step]
        return np.append(part, np.zeros(QUENCHING)) if step == self.steps - 1 else part


def schedules(size: int, effort: str) -> list[Schedule]:
    """Return what to run one after the other for `size` atoms; few atoms get more sweeps, since those are cheap."""
    more = min(2.0, max(1.0, (10000 / size) ** 0.5))
    if effort == "fast":
        if size < FEW:
            return [Schedule(sweeps=min(480, 20 + size), steps=6, hot=0.9, cold=0.15)]
        return [Schedule(sweeps=270, steps=4, hot=0.9, cold=0.2)]
    sweeps = int(950 * more)
    cooling = Schedule(sweeps=min(sweeps, 20 + 2 * size), steps=12, hot=1.1, cold=0.13)
    warming = Schedule(sweeps=min(500, 20 + size), steps=5, hot=0.5, cold=0.13)
    return [cooling] + [warming] * (2 if size < FEW else 0)


def anneal(
    partition: Partition, schedule: Schedule, random: np.random.Generator, goes_on: Callable[[float], bool]
) -> Partition:
    """Return the best division found while cooling down; `goes_on` gets the fraction done and ends it early."""
    atoms = partition.atoms
    scale = partition.sum_of_squares() / atoms.count.sum()
    if not len(atoms.graph.edges) or scale <= 0:
        return partition
    rings = Rings(atoms.graph)
    best = partition
    for step in range(schedule.steps):
        temperatures = schedule.temperatures(step) * scale
        annealing = Annealing(atoms, rings, partition.compact_label(), random)
        going = _cool(annealing, temperatures, lambda done, step=step: goes_on((step + done) / schedule.steps))
        partition = Partition(atoms, annealing.label, partition.bucket_of_atom)
        if going and step < schedule.steps - 1:
            exchange(partition)
        if partition.objective() < best.objective():
            best = partition
        if not going:
            break
    return best


def _cool(annealing: Annealing, temperatures: np.ndarray, goes_on: Callable[[float], bool]) -> bool:
    """Sweep at each of the temperatures; return whether the caller wants to go on."""
    for number, temperature in enumerate(temperatures.tolist()):
        if number % SWEEPS_PER_CHECK == 0 and not goes_on(number / len(temperatures)):
            return False
        annealing.sweep(temperature)
    return True
