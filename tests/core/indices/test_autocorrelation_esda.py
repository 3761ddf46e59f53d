"""Our numbers beside esda's, on a map and values of our own making.

scripts/bench/localautocorrelation.py --fixture made them; esda itself is not needed here.
"""

import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from sozialraum_plugin.core.indices.spatial.autocorrelation import (
    geary_c,
    geary_variance,
    getis_ord_g,
    global_measures,
    moran_i,
    moran_variance,
)
from sozialraum_plugin.core.indices.spatial.autocorrelation_local import local_measures
from sozialraum_plugin.core.indices.spatial.permutation_tests import DIRECTED
from sozialraum_plugin.core.indices.spatial.rate_adjustment import standardised_rates
from sozialraum_plugin.core.indices.spatial.spatial_weights import distance_band, from_links, k_nearest

NUMBERS = Path(__file__).with_name("esda_numbers.json")
KINDS = ("queen", "rook", "knearest", "distance")
CLUSTERS = {1: "HH", 2: "LH", 3: "LL", 4: "HL"}
PERMUTATIONS = 9999
P_ERROR = 5 * 0.5 / np.sqrt(PERMUTATIONS)  # five standard errors of a p-value of 1/2


@lru_cache(maxsize=1)
def esda():
    return json.loads(NUMBERS.read_text(encoding="utf-8"))


def values():
    return np.array(esda()["values"])


def weights(kind, standardised):
    neighbours = esda()["weights"][kind]["neighbours"]
    links = np.array([(i, j) for i, others in enumerate(neighbours) for j in others])
    return from_links(links, len(neighbours), standardised)


def close(ours, theirs):
    return np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("transform", ["r", "b"])
def test_global_statistics(kind, transform):
    theirs, neighbours, y = esda()["weights"][kind][transform], weights(kind, transform == "r"), values()
    i, c = moran_i(y, neighbours), geary_c(y, neighbours)
    variances = moran_variance(y, neighbours), geary_variance(y, neighbours)
    expected = -1 / (len(y) - 1)
    close([i, expected, (i - expected) / np.sqrt(variances[0]), variances[0]], theirs["moran"])
    close([c, (c - 1) / np.sqrt(variances[1]), variances[1]], theirs["geary"])
    close(getis_ord_g(y, neighbours), esda()["weights"][kind]["g"])


@pytest.mark.parametrize("kind", KINDS)
def test_global_measures_as_a_whole(kind):
    theirs, neighbours = esda()["weights"][kind], weights(kind, True)
    ours = global_measures(values(), neighbours, PERMUTATIONS, 1, DIRECTED)
    close([ours.moran.value, ours.moran.z, ours.geary.z], [*theirs["r"]["moran"][:3:2], theirs["r"]["geary"][1]])
    close(ours.getis.expected, theirs["g_expected"])
    assert [ours.moran.p, ours.geary.p, ours.getis.p] == pytest.approx(theirs["p_global"], abs=0.02)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("transform", ["r", "b"])
def test_local_statistics(kind, transform):
    theirs, neighbours, y = esda()["weights"][kind][transform], weights(kind, transform == "r"), values()
    linked = neighbours.counts > 0
    moran, gi, star = (local_measures(y, neighbours, name, 99) for name in ("moran", "gi", "gistar"))
    close(moran.value[linked], np.array(theirs["local_moran"])[linked])
    close(gi.value[linked], np.array(theirs["gi"])[linked])
    close(star.value[linked], np.array(theirs["gistar"])[linked])
    assert moran.cluster[linked].tolist() == [CLUSTERS[q] for q in np.array(theirs["quadrant"])[linked]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("transform", ["r", "b"])
def test_z_of_local_moran_is_sokals(kind, transform):
    theirs, neighbours = esda()["weights"][kind][transform], weights(kind, transform == "r")
    linked = neighbours.counts > 0
    size = len(linked)
    scaled = np.array(theirs["local_moran"]) * size / (size - 1)  # esda's moments belong to z_i lag_i / m2
    expected, variance = (np.array(theirs[f"local_moran_{name}"])[linked] for name in ("expected", "variance"))
    ours = local_measures(values(), neighbours, "moran", 99)
    close(ours.z[linked], (scaled[linked] - expected) / np.sqrt(variance))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("statistic", ["gi", "gistar"])
def test_z_of_gi_with_binary_weights(kind, statistic):
    """With row-standardised weights esda's formula takes 1 for the sum of squared weights; ours is the exact one."""
    neighbours = weights(kind, False)
    linked = neighbours.counts > 0
    binary = local_measures(values(), neighbours, statistic, 99).z
    close(binary[linked], np.array(esda()["weights"][kind]["b"][f"{statistic}_z"])[linked])
    close(local_measures(values(), weights(kind, True), statistic, 99).z[linked], binary[linked])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("statistic", ["moran", "gi", "gistar"])
def test_p_values(kind, statistic):
    neighbours = weights(kind, True)
    linked = neighbours.counts > 0
    ours = local_measures(values(), neighbours, statistic, PERMUTATIONS, 1, DIRECTED).p
    np.testing.assert_allclose(
        ours[linked], np.array(esda()["weights"][kind][f"p_{statistic}"])[linked], rtol=0, atol=P_ERROR
    )


@pytest.mark.parametrize("kind", KINDS)
def test_local_geary_without_islands(kind):
    theirs, neighbours = esda()["weights"][kind]["local_geary"], weights(kind, True)
    alone = neighbours.counts == 0
    ours = local_measures(values()[~alone], neighbours.without(alone), "geary", PERMUTATIONS, 1, DIRECTED)
    assert np.flatnonzero(~alone).tolist() == theirs["areas"]
    close(ours.value, theirs["value"])
    np.testing.assert_allclose(ours.p, theirs["p"], rtol=0, atol=P_ERROR)


def test_adjusted_rates():
    ours = standardised_rates(np.array(esda()["numerator"]), np.array(esda()["denominator"]))
    close(ours, esda()["rates"])
    close(moran_i(ours, weights("queen", True)), esda()["weights"]["queen"]["r"]["moran_of_rates"])


def test_neighbours_by_distance_and_by_number():
    points = np.array(esda()["points"])
    for made, kind in ((k_nearest(points, 4), "knearest"), (distance_band(points, 900.0), "distance")):
        ours = [made.indices[made.starts[i] : made.starts[i + 1]].tolist() for i in range(made.size)]
        assert ours == esda()["weights"][kind]["neighbours"]
