"""Moves carried out many at a time, and whether areas stay connected meanwhile."""

import numpy as np
import pytest
from regionalisation import connected, random_grid, triangulated_town, within_sum_of_squares

from sozialraum_plugin.core.delineation.anneal import Annealing
from sozialraum_plugin.core.delineation.atoms import build_atoms
from sozialraum_plugin.core.delineation.counts import wanted_counts
from sozialraum_plugin.core.delineation.problem import checked_problem
from sozialraum_plugin.core.delineation.rings import Rings
from sozialraum_plugin.core.delineation.standardise import standardised
from sozialraum_plugin.core.delineation.ward import capped_ward

TOWNS = {
    "triangles": triangulated_town(1, 30, 30),
    "edges missing": triangulated_town(2, 30, 30, missing=0.3),
    "a river with 70 neighbours": triangulated_town(3, 70, 12, hub=True),
    "a river with 20 neighbours": triangulated_town(4, 20, 12, hub=True),
    "squares": random_grid(5, 25, 25),
}


def started(town, minimum=0.0, maximum=8500.0, compactness=0.0, **options):
    """Return the atoms of a town and a first division of them, whatever the minimum."""
    problem = checked_problem(
        *town.arrays(), min_population=minimum, max_population=maximum, area_count=None, target_population=3000,
        group=None, barrier=None, fixed=options.get("fixed"),
    )  # fmt: skip
    atoms = build_atoms(problem, standardised(problem.attributes, None)[0], compactness)
    return atoms, np.unique(capped_ward(atoms, wanted_counts(problem, atoms)), return_inverse=True)[1]


def stays(town, label, unit):
    members = set(np.flatnonzero(label == label[unit]).tolist()) - {unit}
    return bool(members) and connected(members, town.edges)


@pytest.mark.parametrize("name", TOWNS)
def test_what_is_called_removable_never_tears_an_area(name):
    town = TOWNS[name]
    atoms, label = started(town)
    rings = Rings(atoms.graph)
    padded = np.append(label, -1)
    units = np.arange(len(label))
    removable = rings.removable(units, padded[rings.around] == label[:, None])
    truth = np.array([stays(town, label, unit) for unit in units])
    assert not (removable & ~truth).any()
    if name == "triangles":
        assert (removable == truth).mean() > 0.99


@pytest.mark.parametrize("name", TOWNS)
def test_the_search_through_the_area_tells_exactly_what_tears_it(name):
    town = TOWNS[name]
    atoms, label = started(town)
    rings = Rings(atoms.graph)
    padded = np.append(label, label.max() + 1)
    for place in range(12):
        members = [np.flatnonzero(label == area) for area in range(label.max() + 1)]
        units = np.array([some[place % len(some)] for some in members])
        units = units[rings.known[units]]
        found = rings.removable_at_last(units, padded)
        truth = np.array([stays(town, label, unit) for unit in units])
        assert not (found & ~truth).any()
        if "70" not in name:  # a way through what has too many neighbours is not looked for
            assert (found == truth).all()


@pytest.mark.parametrize("name", TOWNS)
def test_areas_stay_connected_and_within_the_bounds_at_any_temperature(name):
    town = TOWNS[name]
    atoms, label = started(town, minimum=0.0)
    people = np.bincount(label, town.population)
    atoms.minimum = float(people[people >= 700].min())
    annealing = Annealing(atoms, Rings(atoms.graph), label, np.random.default_rng(0))
    for temperature in (5.0, 1.0, 0.2, 0.0):
        before = annealing.label
        for _ in range(10):
            annealing.sweep(temperature)
        now = annealing.label
        assert temperature == 0.0 or (now != before).any()
        after = np.bincount(now, town.population)
        assert (after >= np.minimum(people, atoms.minimum)).all()
        assert (after <= np.maximum(people, atoms.maximum)).all()
        for area in range(now.max() + 1):
            assert connected(set(np.flatnonzero(now == area).tolist()), town.edges)


def test_without_patience_the_objective_only_falls():
    town = TOWNS["triangles"]
    z = (town.attributes - town.attributes.mean(axis=0)) / town.attributes.std(axis=0)
    atoms, label = started(town)
    annealing = Annealing(atoms, Rings(atoms.graph), label, np.random.default_rng(0))
    for _ in range(20):
        annealing.sweep(0.0)
    assert within_sum_of_squares(z, annealing.label) < 0.97 * within_sum_of_squares(z, label)


def test_a_price_of_borders_shortens_them():
    def border(label):
        apart = label[town.edges[:, 0]] != label[town.edges[:, 1]]
        return town.length[apart].sum()

    town = TOWNS["triangles"]
    lengths = []
    for compactness in (0.0, 1.0):
        atoms, label = started(town, compactness=compactness)
        annealing = Annealing(atoms, Rings(atoms.graph), label, np.random.default_rng(0))
        for _ in range(30):
            annealing.sweep(0.05)
        lengths.append(border(annealing.label))
    assert lengths[1] < 0.8 * lengths[0]


def test_given_units_never_move():
    town = TOWNS["triangles"]
    fixed = np.full(len(town.population), -1)
    fixed[[100, 500]] = [1, 2]
    atoms, label = started(town, fixed=fixed)
    given = np.flatnonzero(atoms.fixed >= 0)
    annealing = Annealing(atoms, Rings(atoms.graph), label, np.random.default_rng(0))
    for _ in range(20):
        annealing.sweep(3.0)
    assert (annealing.label[given] == label[given]).all()
    assert (annealing.label != label).any()
