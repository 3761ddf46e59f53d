"""All that secondary suppression works on: cells, their sums, reasons, costs, and which are exposed.

The true table is one feasible point of every outsider's problem, so whoever publishes can prove that a cell is safe by
moving from there, within a part of the sums if they are many.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .attack import Block, block_of, cyclic_parts, dense_size, truth_tableau
from .linear_bounds import LinearSystem, Neighbourhood, components, tighten
from .linear_bounds_simplex import Tableau
from .primary_protection import Reason
from .protection_rule import Needs, Rule, informed_bounds, limited_by_marks, needs_of

LARGE = 1_000_000  # entries of a tableau beyond which cells are proved safe in parts of it
_PARTS = (400, 4000)  # entries of such a part; the next for what could not be proved before
_EPSILON = 1e-6


@dataclass
class Problem:
    """Cells 0 to n-1 (arrays (n,)): true `values`, bounds, `reasons` (see primary_protection), `cost` of hiding.

    `absent` cells are known to nobody (not delivered); their values are a possible completion. `base` is the smallest
    base of a numerator. `marked` cells show why they are hidden, `whole` ones are counts. A cell with infinite cost
    cannot be hidden. `unsafe` collects cells that nothing protects, `given_away` those that the marks alone tell.
    """

    system: LinearSystem
    values: np.ndarray
    low: np.ndarray
    high: np.ndarray
    reasons: np.ndarray
    absent: np.ndarray
    base: np.ndarray
    cost: np.ndarray
    rule: Rule
    marked: np.ndarray
    whole: np.ndarray | bool = True
    tick: Callable[[], None] = lambda: None
    unsafe: set[int] = field(default_factory=set)
    given_away: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    _needs: Needs | None = None

    @property
    def hidden(self) -> np.ndarray:
        """Return which cells are unknown to outsiders."""
        return (self.reasons > 0) | self.absent

    def needs(self) -> Needs:
        """Return what the intervals must be; it depends on the primary reasons only."""
        if self._needs is None:
            primary = np.where(self.reasons == Reason.SECONDARY, Reason.SHOWN, self.reasons)
            bounds = informed_bounds(primary, self.marked, self.low, self.high, self.values, self.rule)
            known = tighten(self.system, *bounds, self.whole)
            self._needs, given_away = limited_by_marks(needs_of(self.reasons, self.base, self.rule), *known)
            self.given_away = np.flatnonzero(given_away)
        return self._needs

    def informed(self, cells: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Return the informed outsider's bounds of all or some cells."""
        given = (self.reasons, self.marked, self.low, self.high, self.values)
        return informed_bounds(*(array if cells is None else array[cells] for array in given), self.rule)


@dataclass(frozen=True)
class Verdict:
    """Exposed cells (k,) and what is known of their intervals: uninformed and informed (k,)."""

    cells: np.ndarray
    low: np.ndarray
    high: np.ndarray


def exposed(problem: Problem, dirty: np.ndarray | None = None) -> Verdict:
    """Return the cells whose interval is too narrow, only of the components with a `dirty` cell (n,) if given."""
    hidden = problem.hidden
    reduced = problem.system.of_unknown(hidden, problem.values)
    if dirty is not None:
        label = components(reduced)
        touched = np.zeros(reduced.size, dtype=bool)
        touched[label[dirty]] = True
        reduced = reduced.keep_rows(_first_cells(reduced, touched[label]))
    concerned = np.zeros(reduced.size, dtype=bool)
    concerned[reduced.cell] = True
    needs = problem.needs()
    low, high = tighten(reduced, problem.low, problem.high, problem.whole)
    informed_low, informed_high = tighten(reduced, *problem.informed(), problem.whole)
    failed = needs.failed(low, high, informed_low, informed_high) & concerned
    checked = concerned & np.isfinite(needs.width) & (needs.width > 0) & ~failed
    nowhere = np.zeros(reduced.size, dtype=bool)
    tight = (low, high), (informed_low, informed_high)
    for rest, entries in cyclic_parts(reduced, low, high, checked, nowhere):
        problem.tick()
        cells = np.unique(rest.cell[entries])
        wanted = cells[checked[cells]]
        if not len(wanted):
            continue
        proof = Proof(problem, needs, tight)
        if dense_size(rest, entries) <= LARGE:
            proof.whole(block_of(rest, entries, low, high), wanted)
        else:
            proof.in_parts(rest, wanted)
        for cell, (bottom, top) in proof.exposed.items():
            failed[cell] = True
            low[cell], high[cell] = bottom, top
    cells = np.flatnonzero(failed)
    return Verdict(cells, low[cells], high[cells])


def _first_cells(system: LinearSystem, of_cell: np.ndarray) -> np.ndarray:
    """Return for each row the value of `of_cell` at its first cell."""
    first = np.searchsorted(system.row, np.arange(system.rows))
    return of_cell[system.cell[np.minimum(first, len(system.cell) - 1)]]


class Proof:
    """Proves cells safe by moving from the true table; what cannot be proved is `exposed`, with its found interval.

    `tight` are the bounds (low, high) of the uninformed and of the informed outsider.
    """

    def __init__(self, problem: Problem, needs: Needs, tight: tuple[tuple[np.ndarray, np.ndarray], ...]) -> None:
        self.problem, self.needs, self.tight = problem, needs, tight
        self.exposed: dict[int, tuple[float, float]] = {}

    def whole(self, block: Block, wanted: np.ndarray) -> None:
        """Check the `wanted` cells of a block with all its sums."""
        tableau = truth_tableau(block, self.problem.values)
        truth = tableau.point.copy()
        columns = np.searchsorted(block.cells, wanted)
        self._uninformed(_Seen(tableau), wanted, columns)
        informed = np.isfinite(self.needs.up[wanted])
        if informed.any():
            size = len(block.cells)
            low, high = (
                np.concatenate([bound[block.cells], slack[size:]])
                for bound, slack in zip(self.tight[1], (block.low, block.high))
            )
            tableau.move_to(truth, low, high)
            self._informed(_Seen(tableau), wanted[informed], columns[informed])

    def _uninformed(self, seen: _Seen, wanted: np.ndarray, columns: np.ndarray) -> None:
        needs = self.needs
        for cell, column in zip(wanted.tolist(), columns.tolist()):
            width = needs.width[cell]
            top = seen.up_to(column, max(needs.reach[cell], seen.low[column] + width))
            bottom = seen.down_to(column, top - width)
            if top - bottom < width - _EPSILON:
                top = seen.up_to(column, bottom + width)
            if top < needs.reach[cell] - _EPSILON or top - bottom < width - _EPSILON:
                self.exposed[cell] = bottom, top

    def _informed(self, seen: _Seen, wanted: np.ndarray, columns: np.ndarray) -> None:
        needs = self.needs
        for cell, column in zip(wanted.tolist(), columns.tolist()):
            if cell in self.exposed:
                continue
            top = seen.up_to(column, needs.up[cell])
            if top < needs.up[cell] - _EPSILON or seen.down_to(column, needs.down[cell]) > needs.down[cell] + _EPSILON:
                self.exposed[cell] = seen.low[column], seen.high[column]

    def in_parts(self, system: LinearSystem, wanted: np.ndarray) -> None:
        """Check cells with the sums around each only, all else at its true value: what is safe so is safe."""
        near = Neighbourhood(system)
        for size in _PARTS:
            todo = dict.fromkeys(wanted.tolist())
            open_cells = []
            while todo:
                self.problem.tick()
                cell = next(iter(todo))
                entries = near.entries(self._rows_around(near, cell, size))
                bad = self._part(system, entries, todo)
                if cell in bad or cell in todo:
                    open_cells.append(cell)
                    todo.pop(cell, None)
            wanted = np.array(open_cells, dtype=np.int64)
        values = self.problem.values
        self.exposed.update({cell: (values[cell], values[cell]) for cell in wanted.tolist()})

    def _part(self, system: LinearSystem, entries: np.ndarray, todo: dict[int, None]) -> dict:
        """Check what of `todo` lies within some rows only, take out what is safe and return what is not."""
        cells, counts = np.unique(system.cell[entries], return_counts=True)
        inside = np.zeros(system.size, dtype=bool)
        inside[cells[counts == np.bincount(system.cell, minlength=system.size)[cells]]] = True
        part = LinearSystem(
            system.size, system.row[entries], system.cell[entries], system.coefficient[entries], system.low, system.high
        ).of_unknown(inside, self.problem.values)
        wanted = np.array([cell for cell in cells[inside[cells]].tolist() if cell in todo], dtype=np.int64)
        if not len(wanted) or not len(part.row):
            return {}
        proof = Proof(self.problem, self.needs, self.tight)
        proof.whole(block_of(part, np.arange(len(part.row)), *self.tight[0]), wanted)
        for cell in wanted.tolist():
            if cell not in proof.exposed:
                del todo[cell]
        return proof.exposed

    def _rows_around(self, near: Neighbourhood, cell: int, size: int) -> np.ndarray:
        rows = near.rows(np.array([cell]))
        while True:
            grown = near.rows(np.unique(near.system.cell[near.entries(rows)]))
            if len(grown) == len(rows) or near.weight(grown) > size:
                return rows
            rows = grown


class _Seen:
    """The smallest and largest value of each column over all points that the tableau has visited."""

    def __init__(self, tableau: Tableau) -> None:
        self.tableau = tableau
        self.low, self.high = tableau.point.copy(), tableau.point.copy()

    def up_to(self, column: int, target: float) -> float:
        """Return how large the column can be, searched up to the target only."""
        return self._search(column, 1, target)

    def down_to(self, column: int, target: float) -> float:
        """Return how small the column can be, searched down to the target only."""
        return self._search(column, -1, target)

    def _search(self, column: int, sign: int, target: float) -> float:
        best = self.high if sign > 0 else self.low
        if sign * (best[column] - target) < -_EPSILON:
            reached = self.tableau.extreme(column, sign, target)
            np.minimum(self.low, self.tableau.point, out=self.low)
            np.maximum(self.high, self.tableau.point, out=self.high)
            best[column] = sign * max(sign * best[column], sign * reached)
        return float(best[column])
