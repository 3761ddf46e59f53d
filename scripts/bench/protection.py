"""Secondary suppression: ours beside the optimum and the naive rule, and our attack beside HiGHS, in one run.

Needs Python 3.9 or newer (no QGIS) with numpy and pandas, and scipy for the optimum and HiGHS:
    python3 -m venv /tmp/venv-protection
    /tmp/venv-protection/bin/pip install numpy pandas -r scripts/bench/requirements-protection.txt
    /tmp/venv-protection/bin/python scripts/bench/protection.py [--small 40] [--middle 200] [--large]
Every suppression is checked by the same attack. The optimum is exact: an integer program (HiGHS) chooses the cheapest
cells that hit every set found so far of which one must be hidden, until the attack fails. The naive rule hides the
smallest shown neighbour of an exposed count, in one of its sums, until the attack fails.
"""

from __future__ import annotations

import argparse
import copy
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.core.indicators.hierarchy import Hierarchy  # noqa: E402
from sozialraum_plugin.core.indicators.indicator_plan import Relation  # noqa: E402
from sozialraum_plugin.core.indicators.protection.attack import feasible_intervals  # noqa: E402 - after the path is set
from sozialraum_plugin.core.indicators.protection.linear_bounds import Neighbourhood  # noqa: E402
from sozialraum_plugin.core.indicators.protection.primary_protection import Reason  # noqa: E402
from sozialraum_plugin.core.indicators.protection.protection_cells import CellTable  # noqa: E402
from sozialraum_plugin.core.indicators.protection.protection_problem import Problem, exposed  # noqa: E402
from sozialraum_plugin.core.indicators.protection.protection_rule import Rule  # noqa: E402
from sozialraum_plugin.core.indicators.protection.secondary_protection import problem_of  # noqa: E402
from sozialraum_plugin.core.indicators.protection.suppression import suppress  # noqa: E402


def hierarchy(quarters: int, groups: int, communes: int) -> Hierarchy:
    """Return Quartiere in groups in communes in one Kreis; the Kreis is area 0."""
    above = [-1] + [0] * communes + [1 + group % communes for group in range(groups)]
    above += [1 + communes + quarter % groups for quarter in range(quarters)]
    parent = np.array(above)
    children = {int(number): np.flatnonzero(parent == number) for number in np.unique(parent[parent >= 0])}
    codes = [str(number) for number in range(len(parent))]
    levels = np.array(["x"] * len(parent), dtype=object)
    return Hierarchy(codes, codes, levels, parent, children, sorted(children, reverse=True), [])


def random_problem(seed: int, quarters: int, groups: int, communes: int, parts: int, singles: int) -> Problem:
    """Return counts of a random Kreis: a breakdown of `parts` with its total, a nested one, and single variables."""
    generator = np.random.default_rng(seed)
    tree = hierarchy(quarters, groups, communes)
    threshold = int(generator.choice([3, 3, 5]))
    mean = generator.choice([3.0, 8.0, 20.0])
    size = mean * generator.gamma(2, 0.5, (quarters, 1)) * generator.gamma(2, 0.5, (1, parts + singles))
    bottom = generator.poisson(size).astype(float)
    first = len(tree.codes) - quarters
    values = np.zeros((len(tree.codes), parts + singles))
    values[first:] = bottom
    for area in tree.upward:
        values[area] = values[tree.children[area]].sum(axis=0)
    relations = []
    if parts > 1:
        values = np.column_stack([values, values[:, :parts].sum(axis=1)])
        relations.append(Relation(values.shape[1] - 1, tuple(range(parts))))
    if parts > 3:
        values = np.column_stack([values, values[:, :2].sum(axis=1)])
        relations.append(Relation(values.shape[1] - 1, (0, 1)))
    reasons = np.where((values > 0) & (values < threshold), Reason.SMALL, Reason.SHOWN).astype(np.int8)
    return problem_of(CellTable(values, [tree], relations), reasons, np.ones(values.shape), Rule(threshold))


def fresh(problem: Problem) -> Problem:
    """Return a copy with the primary suppressions only."""
    other = copy.copy(problem)
    other.reasons, other.unsafe = problem.reasons.copy(), set()
    return other


def naive(problem: Problem) -> int:
    """Hide the smallest shown neighbour until the attack fails; return how many cells that took."""
    near = Neighbourhood(problem.system)
    count = 0
    given_up: set[int] = set()
    while True:
        open_cells = [cell for cell in exposed(problem).cells.tolist() if cell not in given_up]
        if not open_cells:
            return count
        cell = open_cells[0]
        beside = np.unique(problem.system.cell[near.entries(near.rows(np.array([cell])))])
        shown = beside[~problem.hidden[beside] & (problem.values[beside] > 0)]
        if not len(shown):
            more = np.unique(problem.system.cell[near.entries(near.rows(beside[problem.hidden[beside]]))])
            shown = more[~problem.hidden[more] & (problem.values[more] > 0)]
        if not len(shown):
            given_up.add(cell)
            continue
        problem.reasons[shown[np.argmin(problem.values[shown])]] = Reason.SECONDARY
        count += 1


def optimum(problem: Problem, seconds: float) -> int | None:
    """Return the least number of further cells to hide; None if that takes too long."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    primary = problem.reasons.copy()
    candidates = np.flatnonzero(~problem.hidden & (problem.cost < np.inf))
    cuts: list[np.ndarray] = []
    chosen = np.zeros(0, dtype=np.int64)
    stop = time.perf_counter() + seconds
    while time.perf_counter() < stop:
        if not _fails(problem, primary, chosen):
            return len(chosen)
        cuts.append(_must_hit(problem, primary, candidates, chosen))
        matrix = np.array([np.isin(candidates, cut) for cut in cuts], dtype=float)
        result = milp(
            np.ones(len(candidates)) + problem.cost[candidates] * 1e-4,
            constraints=LinearConstraint(matrix, lb=1.0),
            integrality=np.ones(len(candidates)),
            bounds=Bounds(0, 1),
        )
        if result.x is None:
            return None
        chosen = candidates[result.x > 0.5]
    return None


def _fails(problem: Problem, primary: np.ndarray, chosen: np.ndarray) -> bool:
    problem.reasons = primary.copy()
    problem.reasons[chosen] = Reason.SECONDARY
    return len(exposed(problem).cells) > 0


def _must_hit(problem: Problem, primary: np.ndarray, candidates: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """Return cells of which at least one must be hidden: all beyond a largest set that does not protect."""
    left = [cell for cell in candidates.tolist() if cell not in set(chosen.tolist())]
    hidden = chosen.tolist()
    needed = []
    for cell in left:
        if _fails(problem, primary, np.array([*hidden, cell], dtype=np.int64)):
            hidden.append(cell)
        else:
            needed.append(cell)
    return np.array(needed, dtype=np.int64)


def attack_with_highs(problem: Problem) -> float:
    """Return the largest difference between our intervals and those of HiGHS over all hidden cells."""
    from scipy.optimize import linprog

    hidden = problem.hidden
    ours = feasible_intervals(
        problem.system, np.where(hidden, np.nan, problem.values), problem.low, problem.high, whole=False
    )
    system = problem.system
    matrix = np.zeros((system.rows, system.size))
    np.add.at(matrix, (system.row, system.cell), system.coefficient)
    constant = system.low - matrix[:, ~hidden] @ problem.values[~hidden]
    worst = 0.0
    for number, cell in enumerate(np.flatnonzero(hidden)):
        cost = np.zeros(int(hidden.sum()))
        for sign, found in ((1.0, ours.low), (-1.0, ours.high)):
            cost[number] = sign
            result = linprog(
                cost,
                A_eq=matrix[:, hidden],
                b_eq=constant,
                bounds=(0, None),
                method="highs",
                options={"presolve": False},  # HiGHS 1.2 of scipy 1.10 finds some possible tables impossible with it
            )
            expected = sign * result.fun if result.status == 0 else -sign * np.inf
            if expected != found[cell]:
                worst = max(worst, abs(expected - found[cell]))
    return worst


def run(name: str, shapes: list[tuple[int, ...]], count: int, with_optimum: bool) -> None:
    """Print one line for a family of instances."""
    ours = other = best = ours_where_best = solved = 0
    exposed_cells = given_up = hidden = 0
    seconds = 0.0
    for seed in range(count):
        problem = random_problem(seed, *shapes[seed % len(shapes)])
        mine = fresh(problem)
        started = time.process_time()
        mine_count = len(suppress(mine))
        seconds += time.process_time() - started
        hidden += int((problem.reasons == Reason.SMALL).sum())
        exposed_cells += len(set(exposed(mine).cells.tolist()) - mine.unsafe)
        given_up += len(mine.unsafe)
        other += naive(fresh(problem))
        ours += mine_count
        least = optimum(fresh(problem), 60.0) if with_optimum else None
        if least is not None:
            best, ours_where_best, solved = best + least, ours_where_best + mine_count, solved + 1
    share = f"{ours_where_best / best:.3f} ({solved})" if best else "-"
    print(
        f"{name:>8} {count:>5} {hidden:>7} {exposed_cells:>8} {given_up:>8} {ours:>7} {other:>7} "
        f"{ours / max(other, 1):>9.3f} {share:>16} {seconds:>8.1f}",
        flush=True,
    )


def main() -> None:
    """Print a table of all families."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", type=int, default=40, help="instances whose optimum is computed")
    parser.add_argument("--middle", type=int, default=200, help="random hierarchies beside the naive rule")
    parser.add_argument("--large", action="store_true", help="600 areas x 60 variables, ours only")
    chosen = parser.parse_args()
    print(
        f"{'cases':>8} {'count':>5} {'primary':>7} {'exposed':>8} {'given up':>8} {'ours':>7} {'naive':>7} "
        f"{'to naive':>9} {'to optimum':>16} {'seconds':>8}"
    )
    run("small", [(6, 2, 1, 1, 2), (6, 2, 1, 3, 0), (8, 3, 1, 2, 1), (5, 2, 1, 4, 0)], chosen.small, True)
    run("middle", [(20, 5, 2, 1, 3), (16, 4, 2, 4, 2), (24, 6, 3, 3, 1), (12, 4, 2, 6, 0)], chosen.middle, False)
    if chosen.small:
        worst = 0.0
        for seed in range(chosen.small):
            problem = fresh(random_problem(seed, 8, 3, 1, 4, 1))
            suppress(problem)
            worst = max(worst, attack_with_highs(problem))
        print(f"largest difference of our intervals to those of HiGHS: {worst:g}")
    if chosen.large:
        large()


def large() -> None:
    """Print the time of suppression and attack for 600 areas and 60 variables."""
    problem = random_problem(1, 480, 100, 19, 18, 40)
    started = time.perf_counter()
    count = len(suppress(problem))
    middle = time.perf_counter()
    left = len(exposed(problem).cells)
    published = np.where(problem.hidden, np.nan, problem.values)
    found = feasible_intervals(problem.system, published, problem.low, problem.high)
    print(
        f"600 x 60: {int((problem.reasons == Reason.SMALL).sum())} primary, {count} secondary in "
        f"{middle - started:.1f} s; {left} exposed, {len(problem.unsafe)} given up; attack without the truth "
        f"{time.perf_counter() - middle:.1f} s, {len(found.unchecked)} unchecked"
    )


if __name__ == "__main__":
    main()
