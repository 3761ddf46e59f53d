"""Can every class be told from every other, by every eye and in print?"""

from itertools import combinations

import numpy as np
import pytest
from colour_vision import DICHROMATS, EYES, ciede2000, distance, lightness

from sozialraum_plugin.core.indices import class_colours as colours
from sozialraum_plugin.core.indices.class_colours import CLUSTERS, EXCLUDED, NEUTRAL, OPACITY, STATUS

BESIDE = {"status": [*STATUS.values(), EXCLUDED], "clusters": [*CLUSTERS.values(), NEUTRAL, EXCLUDED]}
SEEN = [eyes for eyes in EYES if eyes != "greyscale"]


def on_paper(colour):
    """The colour as it looks on a map, where white paper shines through."""
    channels = [round(255 - OPACITY * (255 - int(colour[place : place + 2], 16))) for place in (1, 3, 5)]
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def nearest(found, eyes):
    return min(distance(on_paper(one), on_paper(other), eyes) for one, other in combinations(found, 2))


def test_the_measure_is_the_published_one():
    """Pairs 1, 17 and 21 of the table of Sharma, Wu and Dalal."""
    for one, other, expected in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)


def test_the_measure_would_find_red_and_green():
    assert distance("#C00000", "#3F7F00") > 40
    assert distance("#A05A00", "#6E6E00", "deuteranopia") < 8


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("found", BESIDE)
def test_status_and_clusters_differ_for_all_eyes(found, eyes):
    assert nearest(BESIDE[found], eyes) > 10


@pytest.mark.parametrize("found", BESIDE)
def test_status_and_clusters_differ_in_greyscale(found):
    shades = sorted(lightness(on_paper(colour)) for colour in BESIDE[found])
    assert min(np.diff(shades)) > 6


def test_status_darkens_with_burden():
    shades = [lightness(STATUS[status]) for status in (1, 2, 3, 4)]
    assert shades == sorted(shades, reverse=True)


@pytest.mark.parametrize("classes", range(3, 11))
def test_classes_differ_for_all_eyes_and_darken_evenly(classes):
    found = colours.class_colours(classes)
    assert list(found) == list(range(1, classes + 1))
    shades = [lightness(colour) for colour in found.values()]
    assert np.diff(shades) == pytest.approx([66 / (classes - 1)] * (classes - 1), abs=1.5)  # 1 is the darkest
    for eyes in SEEN:
        assert nearest(found.values(), eyes) > 4.5
    assert all(distance(EXCLUDED, colour, eyes) > 8 for colour in found.values() for eyes in SEEN)


def test_few_and_many_classes_have_colours():
    assert len(colours.class_colours(1)) == 1
    assert len(set(colours.class_colours(2).values())) == 2
    assert len(colours.class_colours(100)) == 100


def test_lightness_is_the_other_measures():
    for colour in ("#000000", "#FFFFFF", *STATUS.values(), *CLUSTERS.values()):
        assert colours.lightness(colour) == pytest.approx(lightness(colour), abs=0.01)


def test_hatching_stands_out_from_its_ground():
    for ground in (*STATUS.values(), *CLUSTERS.values(), NEUTRAL, EXCLUDED):
        assert abs(lightness(colours.hatch_colour(ground)) - lightness(ground)) > 35


def test_the_three_dynamics_differ_without_colour():
    rising, falling = colours.DYNAMICS["+"], colours.DYNAMICS["-"]
    assert rising.kind != falling.kind
    ink = [hatch.width / hatch.distance for hatch in (rising, falling)]
    assert ink[1] > 2 * ink[0]  # the turn for the worse is darker, too
    assert colours.EXCLUDED_HATCH.kind not in (rising.kind, falling.kind)


def test_the_simulated_eyes_keep_white_white():
    for eyes in DICHROMATS:
        assert distance("#FFFFFF", "#FEFEFE", eyes) < 1
