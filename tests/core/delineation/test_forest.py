"""Many areas cut at the same time, checked against trying every edge of a spanning tree found otherwise."""

import numpy as np
import pytest
from regionalisation import connected, triangulated_town, within_sum_of_squares

from sozialraum_plugin.core.delineation.atoms import build_atoms
from sozialraum_plugin.core.delineation.forest import best_cuts, spanning_forest
from sozialraum_plugin.core.delineation.problem import checked_problem
from sozialraum_plugin.core.delineation.standardise import standardised


def atoms_of(town, minimum, maximum, compactness):
    problem = checked_problem(
        *town.arrays(), min_population=minimum, max_population=maximum, area_count=None, target_population=None,
        group=None, barrier=None, fixed=None,
    )  # fmt: skip
    return build_atoms(problem, standardised(problem.attributes, None)[0], compactness)


def kruskal(edges):
    """Return the edges, the shortest first, that join what is still apart."""
    parts = {node: {node} for node in np.unique(edges).tolist()}
    chosen = []
    for one, other in edges.tolist():
        if parts[one] is not parts[other]:
            parts[one] |= parts[other]
            for node in parts[other]:
                parts[node] = parts[one]
            chosen.append((one, other))
    return chosen


@pytest.mark.parametrize("compactness", [0.0, 0.5])
@pytest.mark.parametrize(("minimum", "maximum"), [(0, 10**6), (700, 3000)])
def test_the_best_cut_of_each_area_is_found(compactness, minimum, maximum):
    town = triangulated_town(7, 12, 12)
    z = (town.attributes - town.attributes.mean(axis=0)) / town.attributes.std(axis=0)
    atoms = atoms_of(town, minimum, maximum, compactness)
    label = np.arange(144) % 12 // 4 + np.arange(144) // 12 // 4 * 3
    label[label == 8] = -1
    cuts = best_cuts(atoms, label, 8)
    gaps = ((z[town.edges[:, 0]] - z[town.edges[:, 1]]) ** 2).sum(axis=1)
    by_gap = town.edges[np.argsort(gaps, kind="stable")]
    found = 0
    for area in range(8):
        members = np.flatnonzero(label == area)
        tree = kruskal(by_gap[np.isin(by_gap, members).all(axis=1)])
        gains = [gain(town, z, atoms, members, tree, cut, compactness) for cut in tree]
        assert cuts.gain[area] == pytest.approx(max(gains))
        part = np.flatnonzero((label == area) & cuts.cut_off)
        if np.isfinite(cuts.gain[area]):
            found += 1
            rest = np.setdiff1d(members, part)
            assert connected(set(part.tolist()), town.edges) and connected(set(rest.tolist()), town.edges)
            assert all(minimum <= town.population[side].sum() <= maximum for side in (part, rest))
        else:
            assert not len(part)
    assert found > 2
    assert not cuts.cut_off[label == -1].any()


def gain(town, z, atoms, members, tree, cut, compactness):
    left = {members[0]}
    front = {members[0]}
    while front:
        front = {b for edge in tree if edge != cut for a, b in (edge, edge[::-1]) if a in front and b not in left}
        left |= front
    part = np.isin(members, list(left))
    sides = [members[part], members[~part]]
    if not all(atoms.minimum <= town.population[side].sum() <= atoms.maximum for side in sides):
        return -np.inf
    crossing = np.isin(town.edges, sides[0]).any(axis=1) & np.isin(town.edges, sides[1]).any(axis=1)
    price = compactness * z.size / town.length.sum() * town.length[crossing].sum()
    return within_sum_of_squares(z[members], np.zeros(len(members))) - within_sum_of_squares(z[members], part) - price


def test_a_forest_spans_each_part():
    edges = np.array([[0, 1], [2, 3], [1, 2], [0, 2], [4, 5], [0, 3]])
    assert sorted(spanning_forest(7, edges).tolist()) == [0, 1, 2, 4]
    assert spanning_forest(3, np.empty((0, 2), dtype=int)).tolist() == []


def test_nothing_to_cut_is_no_error():
    atoms = atoms_of(triangulated_town(1, 3, 3), 0, 10**6, 0.0)
    cuts = best_cuts(atoms, np.arange(9), 9)
    assert np.isneginf(cuts.gain).all() and not cuts.cut_off.any()
    assert len(best_cuts(atoms, np.full(9, -1), 0).gain) == 0
