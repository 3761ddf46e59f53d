"""Types of areas: planted types are found, quality by hand and by a second method, nothing hangs on order or units."""

import numpy as np
import pytest

from sozialraum_plugin.core.indices.typologies.kmeans import kmeans, within_sum_of_squares
from sozialraum_plugin.core.indices.typologies.typology import TypeChoice, find_types
from sozialraum_plugin.core.indices.typologies.typology_names import Trait, traits_of, type_names
from sozialraum_plugin.core.indices.typologies.typology_quality import (
    adjusted_rand,
    best_by_gap,
    best_by_silhouette,
    candidates,
    silhouette,
)
from sozialraum_plugin.core.indices.typologies.typology_scale import scaled
from sozialraum_plugin.core.indices.typologies.typology_ward import ward_labels, ward_merges

CENTRES = np.array([[0.0, 0.0, 0.0], [8.0, 0.0, 4.0], [0.0, 9.0, -4.0], [7.0, 8.0, 0.0]])


def blobs(seed=1, per_type=20, centres=CENTRES):
    random = np.random.default_rng(seed)
    truth = np.repeat(np.arange(len(centres)), per_type)
    return centres[truth] + random.normal(0, 1, (len(truth), centres.shape[1])), truth


@pytest.mark.parametrize("seed", range(5))
def test_planted_types_are_found_by_both_methods(seed):
    values, truth = blobs(seed)
    assert adjusted_rand(kmeans(values, 4, 10, seed).labels, truth) == 1
    assert adjusted_rand(ward_labels(values, 4), truth) == 1


def test_no_row_can_change_its_cluster_for_a_nearer_centre():
    values = np.random.default_rng(2).normal(size=(200, 4))
    found = kmeans(values, 6, 5, 3)
    distances = ((values[:, None] - found.centres) ** 2).sum(-1)
    assert (distances.argmin(1) == found.labels).all()
    assert found.inertia == pytest.approx(distances.min(1).sum())
    assert found.inertia == pytest.approx(within_sum_of_squares(values, found.labels))


def test_more_clusters_than_different_rows_leave_none_empty():
    values = np.array([[0.0], [0.0], [0.0], [1.0], [1.0]])
    assert len(set(kmeans(values, 4, 3, 0).labels)) == 4
    with pytest.raises(ValueError, match="6 clusters of 5 rows"):
        kmeans(values, 6)


def naive_ward(values, clusters):
    """Join those two clusters whose union raises the sum of squares least, looking at all pairs each time."""
    parts = [[row] for row in range(len(values))]

    def cost(one, other):
        apart = values[one].mean(0) - values[other].mean(0)
        return len(one) * len(other) / (len(one) + len(other)) * (apart @ apart)

    while len(parts) > clusters:
        pairs = [(cost(parts[i], parts[j]), i, j) for i in range(len(parts)) for j in range(i + 1, len(parts))]
        _, first, second = min(pairs)
        parts[first] += parts.pop(second)
    labels = np.zeros(len(values), dtype=int)
    for number, rows in enumerate(parts):
        labels[rows] = number
    return labels


@pytest.mark.parametrize("clusters", [1, 2, 5, 11, 40])
def test_ward_is_the_same_as_looking_at_all_pairs(clusters):
    values = np.random.default_rng(7).normal(size=(40, 3))
    assert adjusted_rand(ward_labels(values, clusters), naive_ward(values, clusters)) == 1


def test_ward_heights_add_up_to_the_total_sum_of_squares():
    values = np.random.default_rng(5).normal(size=(60, 2))
    _, heights = ward_merges(values)
    assert heights.sum() / 2 == pytest.approx(((values - values.mean(0)) ** 2).sum())
    assert (np.diff(heights) >= 0).all()


def test_silhouette_by_hand():
    values = np.array([[0.0], [1.0], [10.0], [12.0], [30.0]])
    labels = np.array([0, 0, 1, 1, 2])
    # row 0: inside 1, outside (10 + 12) / 2 = 11; row 2: inside 2, outside (10 + 9) / 2 = 9.5; row 4 is alone
    assert silhouette(values, labels)[[0, 2, 4]] == pytest.approx([10 / 11, 7.5 / 9.5, 0])
    assert (silhouette(values, np.zeros(5, dtype=int)) == 0).all()


def test_adjusted_rand_by_hand():
    # Hubert and Arabie's formula: pairs together 1, rows 2, columns 2, expected 4 / 15 of 15 pairs
    one, other = np.array([0, 0, 1, 1, 2, 3]), np.array([0, 0, 1, 2, 1, 3])
    assert adjusted_rand(one, other) == pytest.approx((1 - 4 / 15) / (2 - 4 / 15))
    assert adjusted_rand(one, one + 1) == 1
    random = np.random.default_rng(0)
    chance = [adjusted_rand(random.integers(0, 4, 200), random.integers(0, 4, 200)) for _ in range(50)]
    assert abs(np.mean(chance)) < 0.01


def test_the_number_of_types_is_suggested():
    values, _ = blobs()
    tried = candidates(values, range(1, 8), "kmeans", 10, 1)
    assert best_by_silhouette(tried, 2, 6) == 4
    assert best_by_gap(tried) == 4
    even = np.random.default_rng(3).uniform(size=(120, 3))
    assert best_by_gap(candidates(even, range(1, 6), "kmeans", 5, 1)) == 1


def test_types_do_not_hang_on_order_units_or_turned_scales():
    values, _ = blobs()
    traits = [Trait("a", "a", "+"), Trait("b", "b", "0"), Trait("c", "c", "-")]
    first = find_types(values, traits, TypeChoice(4))
    turned = find_types(values * [100, 0.01, 3] + [5, -7, 1e4], traits, TypeChoice(4))
    assert (first.labels == turned.labels).all()
    order = np.random.default_rng(1).permutation(len(values))
    assert (find_types(values[order], traits, TypeChoice(4)).labels == first.labels[order]).all()


def test_the_first_type_is_the_most_burdened():
    values, truth = blobs()
    up = find_types(values, [Trait("a", "a", "+"), Trait("b", "b", "+"), Trait("c", "c", "0")], TypeChoice(4))
    assert (np.diff(up.burden) <= 0).all()
    assert set(up.labels[truth == 3]) == {0} and set(up.labels[truth == 0]) == {3}
    down = find_types(values, [Trait("a", "a", "-"), Trait("b", "b", "-"), Trait("c", "c", "0")], TypeChoice(4))
    assert set(down.labels[truth == 0]) == {0}
    none = find_types(values[5:], [Trait(name, name) for name in "abc"], TypeChoice(4))
    assert np.isnan(none.burden).all() and np.bincount(none.labels)[3] == 15


def test_planted_types_are_stable_and_noise_is_not():
    values, _ = blobs()
    traits = traits_of(["a", "b", "c"])
    found = find_types(values, traits, TypeChoice(4))
    assert found.over_seeds == 1 and found.over_areas == 1
    noise = find_types(np.random.default_rng(1).normal(size=(80, 6)), [*traits, *traits], TypeChoice(5, starts=1))
    assert noise.over_areas < 0.8


def test_robust_scale_is_not_moved_by_an_extreme_area():
    values = np.append(np.arange(20.0), 1e6)[:, None]
    plain, robust = scaled(values, ["x"], "zscore"), scaled(values, ["x"], "robust")
    assert np.ptp(plain.values[:20]) < 0.001 and np.ptp(robust.values[:20]) > 2
    assert robust.warnings and "deviations from the middle" in robust.warnings[0]


def test_constant_columns_and_equal_quartiles_are_told():
    values = np.column_stack([np.ones(9), [0, 0, 0, 0, 0, 0, 0, 0, 5]]).astype(float)
    made = scaled(values, ["same", "mostly"], "robust")
    assert (made.values[:, 0] == 0).all() and np.isfinite(made.values).all()
    assert "same in all areas" in made.warnings[0] and "half of the areas" in made.warnings[1]


def test_one_type_where_nothing_differs():
    for values in (np.ones((30, 2)), np.array([[1.0, 2.0]])):
        found = find_types(values, traits_of(["a", "b"]), TypeChoice())
        assert set(found.labels) == {0} and found.names == ["average throughout"]
        assert (found.second == -1).all()


def test_names_say_what_is_typical():
    traits = traits_of(["B08", "a08", "income", "M01_d"])
    assert [trait.polarity for trait in traits] == ["0", "+", "0", "0"]
    names = type_names(np.array([[0.9, 1.6, 0.1, 0.0], [-0.6, 0, 1.7, 0], [0.1, 0.2, 0.3, 0.4]]), traits)
    assert names == ["markedly high SGB II receipt, many children", "income very high, few children", names[2]]
    assert names[2] == "average throughout"


def test_no_name_twice():
    traits = traits_of(["x", "y", "z"])
    names = type_names(np.array([[1.0, 0.9, 0.6], [1.0, 0.9, -0.6], [0, 0, 0], [0.1, 0, 0]]), traits)
    assert len(set(names)) == 4
    assert names[0] == "x high, y high, z high" and names[1] == "x high, y high, z low"
