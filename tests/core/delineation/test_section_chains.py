"""Chains of segments between junctions, and carriageways side by side."""

from __future__ import annotations

import numpy as np

from sozialraum_plugin.core.delineation.dual_carriageways import (
    breaks_beside_junctions,
    joined_carriageways,
    partners,
)
from sozialraum_plugin.core.delineation.section_chains import linked_sections, nodes_of, sections_of, without_short


def chain(*places):
    return [[*begin, *end] for begin, end in zip(places, places[1:])]


def sections(segments, street, counted=None):
    segments = np.array(segments, dtype=float)
    counted = np.ones(len(segments), dtype=bool) if counted is None else np.array(counted)
    nodes = nodes_of(segments, counted)
    section = sections_of(nodes, np.array(street), counted, np.zeros(len(nodes.degree), dtype=bool))
    return nodes, section


def test_a_bend_does_not_end_a_section_a_junction_and_another_name_do():
    segments = chain((0, 0), (50, 10), (100, 0), (200, 0)) + chain((100, 0), (100, 80)) + chain((200, 0), (300, 0))
    _, section = sections(segments, [0, 0, 0, 1, 2])
    assert section.tolist() == [0, 0, 1, 2, 3]
    _, section = sections(segments, [0, 0, 0, 1, 0])
    assert section.tolist() == [0, 0, 1, 2, 1]


def test_what_does_not_count_is_no_junction_and_no_section():
    segments = chain((0, 0), (100, 0), (200, 0)) + chain((100, 0), (100, 80))
    _, section = sections(segments, [0, 0, -1], [True, True, False])
    assert section.tolist() == [0, 0, -1]


def test_a_closed_loop_is_one_section():
    _, section = sections(chain((0, 0), (100, 0), (100, 100), (0, 0)), [0, 0, 0])
    assert section.tolist() == [0, 0, 0]


def test_a_short_section_joins_the_longest_of_its_street_unless_it_has_addresses():
    segments = chain((0, 0), (200, 0)) + chain((200, 0), (215, 0)) + chain((215, 0), (500, 0))
    segments += chain((200, -90), (200, 0)) + chain((200, 0), (200, 90)) + chain((215, -90), (215, 0), (215, 90))
    nodes, section = sections(segments, [0, 0, 0, 1, 1, 2, 2])
    links = linked_sections(nodes, section)
    length, street = np.array([200.0, 15, 285, 90, 90, 90, 90]), np.array([0, 0, 0, 1, 1, 2, 2])
    few = np.array([5, 2, 5, 5, 5, 5, 5])
    assert without_short(length, street, few, links).tolist() == [0, 2, 2, 3, 4, 5, 6]
    assert without_short(length, street, few + 1, links).tolist() == list(range(7))


def dual(crossing):
    """Two carriageways 20 m apart, 300 m long in steps of 15 m; a side street meets the first in the middle."""
    steps = np.arange(0, 301, 15.0)
    first, second = chain(*[(x, 0.0) for x in steps]), chain(*[(x, 20.0) for x in steps])
    side = chain((150, 0), (150, -100)) if crossing else []
    segments = np.array(first + second + side)
    street = np.array([0] * 40 + [1] * len(side))
    return segments, street


def test_carriageways_are_one_section_and_both_end_at_a_side_street_of_one():
    segments, street = dual(crossing=True)
    everything = np.ones(len(segments), dtype=bool)
    nodes = nodes_of(segments, everything)
    partner = partners(segments, street, everything)
    assert (partner[:40] >= 0).all()
    assert partner[40] == -1
    section = sections_of(nodes, street, everything, breaks_beside_junctions(nodes, partner))
    group = joined_carriageways(section, np.hypot(*(segments[:, 2:] - segments[:, :2]).T), partner)[section]
    assert len(set(group[:10])) == 1
    assert set(group[:10]) == set(group[20:30])
    assert set(group[10:20]) == set(group[30:40])
    assert set(group[:10]) != set(group[10:20])


def test_lines_of_different_streets_or_far_apart_or_across_are_no_carriageways():
    segments, _ = dual(crossing=False)
    everything = np.ones(40, dtype=bool)
    assert (partners(segments, np.repeat([0, 1], 20), everything) == -1).all()
    far = segments.copy()
    far[20:, [1, 3]] += 25
    assert (partners(far, np.zeros(40, dtype=int), everything) == -1).all()
    across = np.array(chain((0, 0), (15, 0)) + chain((7, 10), (7, 25)), dtype=float)
    assert (partners(across, np.zeros(2, dtype=int), np.ones(2, dtype=bool)) == -1).all()
