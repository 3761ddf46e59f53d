"""What every division must hold, whatever the town looks like."""

import numpy as np
import pytest
from regionalisation import (
    can_be_divided,
    city,
    connected,
    least_sum_of_squares,
    random_grid,
    triangulated_town,
    unexplained,
    within_sum_of_squares,
)

from sozialraum_plugin.core.delineation.engine import delineate

MAXIMA = (1000, 1500, 3000, 8500)


@pytest.mark.parametrize("seed", range(200))
def test_bounds_contiguity_groups_and_barriers_hold_or_are_explained(seed):
    rng = np.random.default_rng(seed)
    width, height = rng.integers(1, 18, 2)
    town = random_grid(seed, int(width), int(height), groups=seed % 2 == 0, barriers=seed % 3 == 0)
    maximum = MAXIMA[seed % 4]
    division = delineate(
        *town.arrays(),
        min_population=700, max_population=maximum, group=town.group, barrier=town.barrier, seed=seed % 5,
        compactness=0.5 if seed % 5 == 0 else 0.0, effort="fast" if seed % 7 == 0 else "thorough",
    )  # fmt: skip
    assert len(division.labels) == len(town.population)
    assert unexplained(town, division, 700, maximum) == []
    assert all(record.text for record in division.unmet)


def test_a_division_within_the_bounds_is_found_wherever_brute_force_finds_one():
    possible = 0
    for seed in range(400):
        town = random_grid(seed, 3, 3)
        whole = set(range(len(town.population)))
        if not connected(whole, town.edges) or not can_be_divided(town, 700, MAXIMA[seed % 3]):
            continue
        possible += 1
        division = delineate(*town.arrays(), min_population=700, max_population=MAXIMA[seed % 3], seed=seed)
        assert division.unmet == [], f"seed {seed}: {division.unmet[0].text}"
    assert possible > 80


def test_equal_seeds_give_equal_results():
    town = random_grid(3, 15, 15, groups=True, barriers=True)
    runs = [
        delineate(*town.arrays(), min_population=700, max_population=1200, group=town.group, seed=seed)
        for seed in (4, 4)
    ]
    assert (runs[0].labels == runs[1].labels).all()
    assert runs[0].unmet == runs[1].unmet


def test_figures_agree_with_a_second_calculation():
    town = random_grid(5, 12, 12)
    division = delineate(*town.arrays(), min_population=700, max_population=8500)
    z = (town.attributes - town.attributes.mean(axis=0)) / town.attributes.std(axis=0)
    assert division.objective == pytest.approx(within_sum_of_squares(z, division.labels))
    assert division.share == pytest.approx(division.objective / z.size)
    assert division.population.sum() == town.population.sum()
    first_units = [int(np.flatnonzero(division.labels == area)[0]) for area in range(division.area_count)]
    assert first_units == sorted(first_units)
    one = int(np.argmax(division.population))
    spread = ((z[division.labels == one] - z[division.labels == one].mean(axis=0)) ** 2).sum(axis=1).mean()
    assert division.quality[one] == pytest.approx(1 - spread / z.shape[1])


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_a_town_of_triangles_with_a_river_is_divided_within_all_bounds(seed, missing):
    town = triangulated_town(seed, 40, 25, missing=missing, hub=True)
    options = {"min_population": 700, "max_population": 8500, "target_population": 2500, "seed": seed}
    division = delineate(*town.arrays(), group=town.group, barrier=town.barrier, **options)
    assert unexplained(town, division, 700, 8500) == []
    assert {record.kind for record in division.unmet} <= {"barrier_crossed", "part_below_minimum"}


def test_few_units_are_divided_at_best():
    compared = 0
    for seed in range(12):
        town = random_grid(seed, 4, 3)
        if not connected(set(range(len(town.population))), town.edges):
            continue
        for count in (2, 3, 4):
            least = least_sum_of_squares(town, count, 300, 4000)
            if np.isfinite(least):
                compared += 1
                division = delineate(*town.arrays(), min_population=300, max_population=4000, area_count=count)
                assert division.unmet == []
                assert division.share == pytest.approx(least)
    assert compared >= 5


def test_some_more_units_are_divided_almost_at_best():
    gaps = []
    for seed in range(8):
        town = triangulated_town(seed, 7, 2)
        least = least_sum_of_squares(town, 3, 200, 1200)
        division = delineate(*town.arrays(), min_population=200, max_population=1200, area_count=3, seed=seed)
        assert np.isfinite(least) and division.area_count == 3
        gaps.append(division.share / least - 1)
    assert min(gaps) >= -1e-9
    assert np.mean(gaps) < 0.02


def test_stopping_at_any_time_keeps_the_best_so_far():
    town = triangulated_town(1, 30, 30)
    town.barrier[:] = False
    town.group[:] = town.group[0]

    def run(calls, effort="thorough"):
        seen = []
        options = {"min_population": 700, "max_population": 8500, "effort": effort, "seed": 2}
        division = delineate(*town.arrays(), **options, progress=lambda done: seen.append(done) or len(seen) < calls)
        assert unexplained(town, division, 700, 8500) == [] and division.unmet == []
        assert seen == sorted(seen)
        return division

    shares = [run(calls).share for calls in (1, 3, 10, 40, 10**6)]
    assert max(shares) == shares[0] and min(shares) == shares[-1]
    assert run(10).stopped and not run(10**6).stopped


# To be reached: .94 and .93 of the WSS of pygeoda's redcap (full-order Ward with floor), which is .2799 on city2000 and
# .3048 on city10000 with 10 and 36 areas outside the bounds (scripts/bench/bench_delineation.py).
@pytest.mark.parametrize(
    ("size", "effort", "most"),
    [
        (500, "thorough", 0.365),
        (2000, "fast", 0.2687),
        (2000, "thorough", 0.2631),
        (10000, "fast", 0.2865),
        (10000, "thorough", 0.2835),
    ],
)
def test_cities_are_divided_better_than_by_known_engines_and_within_all_bounds(real_data, size, effort, most):
    town, settings = city(real_data, size)
    division = delineate(
        *town.arrays(), min_population=settings["lo"], max_population=settings["hi"], area_count=settings["k"],
        effort=effort,
    )  # fmt: skip
    town.barrier[:] = False
    town.group[:] = 0
    assert division.unmet == []
    assert unexplained(town, division, settings["lo"], settings["hi"]) == []
    assert division.area_count == settings["k"]
    assert division.share <= most


def test_improvement_pays_and_compactness_shortens_borders(real_data):
    town, settings = city(real_data, 500)

    def run(**options):
        return delineate(*town.arrays(), min_population=700, max_population=8500, area_count=settings["k"], **options)

    def border(division):
        apart = division.labels[town.edges[:, 0]] != division.labels[town.edges[:, 1]]
        return town.length[apart].sum()

    plain = run()
    assert np.mean([run(seed=seed).share for seed in range(3)]) < np.mean(
        [run(seed=seed, effort="fast").share for seed in range(3)]
    )
    assert border(run(compactness=1.0)) < 0.9 * border(plain)


def test_communes_and_barriers_of_a_city_hold(real_data):
    town, _ = city(real_data, 2000)
    division = delineate(*town.arrays(), min_population=700, max_population=8500, barrier=town.barrier)
    assert unexplained(town, division, 700, 8500) == []
    assert {record.kind for record in division.unmet} <= {"barrier_crossed"}
