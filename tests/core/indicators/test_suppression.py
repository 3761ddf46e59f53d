"""The attack against enumeration, the suppression against the attack, the optimum and the naive rule."""

import itertools

import numpy as np
import pytest
from small_kreis import areas

from sozialraum_plugin.core.indicators.hierarchy import hierarchy_of
from sozialraum_plugin.core.indicators.indicator_plan import Relation
from sozialraum_plugin.core.indicators.protection.attack import feasible_intervals
from sozialraum_plugin.core.indicators.protection.linear_bounds import linear_system
from sozialraum_plugin.core.indicators.protection.primary_protection import Reason
from sozialraum_plugin.core.indicators.protection.protection_cells import CellTable
from sozialraum_plugin.core.indicators.protection.protection_problem import exposed
from sozialraum_plugin.core.indicators.protection.protection_rule import Rule
from sozialraum_plugin.core.indicators.protection.secondary_protection import problem_of
from sozialraum_plugin.core.indicators.protection.suppression import suppress


def system_of(rows, size):
    """`rows`: ({cell: coefficient}, low, high)."""
    entries = [(number, cell, weight) for number, (row, _, _) in enumerate(rows) for cell, weight in row.items()]
    row, cell, weight = (np.array(column) for column in zip(*entries))
    low, high = (np.array([float(line[at]) for line in rows]) for at in (1, 2))
    return linear_system(size, [(row, cell, weight.astype(float), low, high)])


def random_sums(seed):
    """A table of 2 x 3 counts with its sums, a difference and a bound; about half of it hidden."""
    generator = np.random.default_rng(seed)
    inner = generator.poisson(generator.choice([1.0, 2.5]), (2, 3)).astype(float)
    values = [*inner.ravel(), *inner.sum(axis=1), *inner.sum(axis=0), inner.sum()]
    rows = [({3 * r: 1, 3 * r + 1: 1, 3 * r + 2: 1, 6 + r: -1}, 0, 0) for r in range(2)]
    rows += [({c: 1, 3 + c: 1, 8 + c: -1}, 0, 0) for c in range(3)]
    rows += [({6: 1, 7: 1, 11: -1}, 0, 0)]
    rows += [({0: 1, 4: 1, 12: -1}, 0, 0), ({5: 1, 7: -1}, -np.inf, 0)]
    values.append(values[0] + values[4])
    return system_of(rows, 13), np.array(values), generator.random(13) < 0.55


def enumerated(system, values, hidden, largest=9):
    """Smallest and largest value of each hidden cell over all whole tables that keep the sums (inner cells 0 to 9)."""
    inner = np.stack(np.meshgrid(*[np.arange(largest + 1.0)] * int(hidden[:6].sum()), indexing="ij"), axis=-1)
    inner = inner.reshape(-1, inner.shape[-1])
    table = np.tile(values, (len(inner), 1))
    table[:, np.flatnonzero(hidden[:6])] = inner
    for row in range(2):
        table[:, 6 + row] = table[:, 3 * row : 3 * row + 3].sum(axis=1)
    for column in range(3):
        table[:, 8 + column] = table[:, column] + table[:, 3 + column]
    table[:, 11], table[:, 12] = table[:, 6] + table[:, 7], table[:, 0] + table[:, 4]
    possible = (np.abs(table[:, ~hidden] - values[~hidden]) < 1e-9).all(axis=1) & (table[:, 5] <= table[:, 7])
    return table[possible].min(axis=0), table[possible].max(axis=0)


@pytest.mark.parametrize("seed", range(40))
def test_intervals_are_those_of_enumeration(seed):
    system, values, hidden = random_sums(seed)
    hidden[:6] &= np.cumsum(hidden[:6]) <= 5
    found = feasible_intervals(system, np.where(hidden, np.nan, values), np.zeros(13), np.full(13, np.inf))
    low, high = enumerated(system, values, hidden)
    limited = hidden & (found.high < 9)
    assert (found.low[hidden] == low[hidden]).all()
    assert (found.high[limited] == high[limited]).all()
    assert (high[hidden & ~limited] >= 9).all()
    assert (found.low <= values).all() and (values <= found.high).all()


def test_intervals_are_those_of_highs():
    linprog = pytest.importorskip("scipy.optimize").linprog
    for seed in range(25):
        system, values, hidden = random_sums(1000 + seed)
        if not hidden.any():
            continue
        found = feasible_intervals(
            system, np.where(hidden, np.nan, values), np.zeros(13), np.full(13, np.inf), whole=False
        )
        matrix = np.zeros((system.rows, 13))
        np.add.at(matrix, (system.row, system.cell), system.coefficient)
        known = matrix[:, ~hidden] @ values[~hidden]
        exact = system.low == system.high
        for number, cell in enumerate(np.flatnonzero(hidden)):
            for sign, ours in ((1, found.low[cell]), (-1, found.high[cell])):
                cost = np.eye(int(hidden.sum()))[number] * sign
                result = linprog(
                    cost, A_ub=matrix[np.ix_(~exact, hidden)], b_ub=(system.high - known)[~exact],
                    A_eq=matrix[np.ix_(exact, hidden)], b_eq=(system.low - known)[exact],
                    method="highs", options={"presolve": False},
                )  # fmt: skip
                assert ours == pytest.approx(sign * result.fun if result.status == 0 else -sign * np.inf)


def test_sums_that_contradict_each_other_are_named():
    system = system_of([({0: 1, 1: 1, 2: -1}, 0, 0), ({0: 1, 1: 1, 3: -1}, 0, 0)], 4)
    found = feasible_intervals(system, np.array([np.nan, np.nan, 5, 7]), np.zeros(4), np.full(4, np.inf))
    assert set(found.contradictory) == {0, 1}


def random_table(seed, quarters=(4, 13), parts=(1, 5)):
    generator = np.random.default_rng(seed)
    groups = int(generator.integers(2, 4))
    count, width = int(generator.integers(*quarters)), int(generator.integers(*parts))
    above = [("k", "", "kreis", None), *[(f"s{n}", "", "sozialraum", "k") for n in range(groups)]]
    tree = hierarchy_of(areas(*above, *[(f"q{n}", "", "quartier", f"s{n % groups}") for n in range(count)]))
    values = np.zeros((len(tree.codes), width + 1))
    mean = generator.choice([3, 9]) * generator.gamma(2, 0.5, (count, width))
    values[1 + groups :, :width] = generator.poisson(mean)
    values[:, width] = values[:, :width].sum(axis=1)
    for area in tree.upward:
        values[area] = values[tree.children[area]].sum(axis=0)
    table = CellTable(values, [tree], [Relation(width, tuple(range(width)))])
    threshold = int(generator.choice([3, 5]))
    reasons = np.where((values > 0) & (values < threshold), Reason.SMALL, Reason.SHOWN).astype(np.int8)
    return problem_of(table, reasons, np.ones(values.shape), Rule(threshold))


def independent_check(problem):
    """Return which cells are too narrow, attacked without the true table."""
    published = np.where(problem.hidden, np.nan, problem.values)
    plain = feasible_intervals(problem.system, published, problem.low, problem.high)
    informed = feasible_intervals(problem.system, published, *problem.informed())
    for found in (plain, informed):
        assert (found.low <= problem.values).all() and (problem.values <= found.high).all()
        assert not len(found.contradictory) and not len(found.unchecked)
    failed = problem.needs().failed(plain.low, plain.high, informed.low, informed.high)
    return set(np.flatnonzero(failed).tolist())


@pytest.mark.parametrize("seed", range(200))
def test_no_hidden_count_of_random_hierarchies_is_exposed(seed):
    problem = random_table(seed)
    suppress(problem)
    assert independent_check(problem) == problem.unsafe
    everything = random_table(seed)
    everything.reasons[~everything.hidden] = Reason.SECONDARY
    assert problem.unsafe <= independent_check(everything)  # only what not even hiding all would protect


@pytest.mark.parametrize("seed", range(12))
def test_no_partner_can_be_taken_back(seed):
    problem = random_table(seed)
    for cell in suppress(problem):
        problem.reasons[cell] = Reason.SHOWN
        assert set(exposed(problem).cells.tolist()) - problem.unsafe
        problem.reasons[cell] = Reason.SECONDARY


def least(problem, most):
    """Return the smallest number of further cells that protect, tried in order of their number; None if over `most`."""
    candidates = np.flatnonzero(~problem.hidden & (problem.values > 0))
    primary = problem.reasons.copy()
    for count in range(most):
        for chosen in itertools.combinations(candidates.tolist(), count):
            problem.reasons = primary.copy()
            problem.reasons[list(chosen)] = Reason.SECONDARY
            if not len(exposed(problem).cells):
                return count
    return None


def test_near_the_optimum_of_all_subsets():
    ours = best = 0
    for seed in range(60):
        problem = random_table(seed, quarters=(3, 6), parts=(1, 3))
        count = len(suppress(problem))
        if problem.unsafe or not 0 < count <= 4:
            continue
        fewer = least(random_table(seed, quarters=(3, 6), parts=(1, 3)), count)
        ours, best = ours + count, best + (count if fewer is None else fewer)
    assert best > 20 and ours <= 1.3 * best


def naive_count(problem):
    """Hide the smallest shown neighbour of an exposed count until the attack fails."""
    count, given_up = 0, set()
    while True:
        found = [cell for cell in exposed(problem).cells.tolist() if cell not in given_up]
        if not found:
            return count
        near = {found[0]}
        for _ in range(2):
            rows = np.unique(problem.system.row[np.isin(problem.system.cell, list(near))])
            near = set(problem.system.cell[np.isin(problem.system.row, rows)].tolist())
            shown = [cell for cell in near if not problem.hidden[cell] and problem.values[cell] > 0]
            if shown:
                break
        if shown:
            problem.reasons[min(shown, key=lambda cell: problem.values[cell])] = Reason.SECONDARY
            count += 1
        else:
            given_up.add(found[0])


def test_fewer_than_the_naive_rule():
    ours = sum(len(suppress(random_table(seed))) for seed in range(40))
    assert ours <= 0.8 * sum(naive_count(random_table(seed)) for seed in range(40))


def test_what_nothing_protects_ends_and_is_said():
    tree = hierarchy_of(areas(("k", "", "kreis", None), ("a", "", "x", "k"), ("b", "", "x", "k"), ("c", "", "x", "k")))
    values = np.array([[2.0], [1.0], [1.0], [0.0]])
    table = CellTable(values, [tree], [])
    reasons = np.where(values > 0, Reason.SMALL, Reason.SHOWN).astype(np.int8)
    problem = problem_of(table, reasons, np.ones(values.shape), Rule(3))
    suppress(problem)
    assert problem.hidden[0] and len(problem.given_away)  # 1 + 1 = 2 if all three are marked as small
