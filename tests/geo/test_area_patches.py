"""Where polygons do not fit together, on shapes small enough to compute by hand."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.area_patches import gaps, lesser_parts, mended, outside, overlaps
from sozialraum_plugin.geo.barrier_bits import cut_off_bits, same_side_neighbour

NOWHERE = QgsGeometry()


def box(west, south, east, north):
    return QgsGeometry.fromWkt(f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))")


def sizes(patches):
    return sorted((round(patch.size, 3), patch.areas) for patch in patches)


def test_a_hole_is_a_gap_of_the_areas_around_it():
    ring = box(0, 0, 100, 100).difference(box(40, 40, 60, 60))
    west, east = ring.intersection(box(0, 0, 50, 100)), ring.intersection(box(50, 0, 100, 100))
    assert sizes(gaps([west, east], NOWHERE, 5)) == [(400, (0, 1))]


def test_a_narrow_gap_that_runs_to_the_outside_is_found_and_a_wide_one_only_with_a_region():
    narrow = [box(0, 0, 100, 100), box(102, 0, 200, 100)]
    wide = [box(0, 0, 100, 100), box(120, 0, 200, 100)]
    assert sizes(gaps(narrow, NOWHERE, 5)) == [(200, (0, 1))]
    assert gaps(wide, NOWHERE, 5) == []
    assert sizes(gaps(wide, box(0, 0, 200, 100), 5)) == [(2000, (0, 1))]


def test_neither_a_corner_nor_a_bay_of_one_area_is_a_gap():
    corner = [box(0, 0, 100, 100), box(100, 0, 200, 50)]
    bay = [box(0, 0, 100, 100).difference(box(50, 97, 52, 100))]
    assert gaps(corner, NOWHERE, 5) == []
    assert gaps(bay, NOWHERE, 5) == []


def test_areas_with_exact_borders_have_neither_gaps_nor_overlaps():
    grid = [box(x, y, x + 10, y + 10) for x in range(0, 50, 10) for y in range(0, 50, 10)]
    assert gaps(grid, box(0, 0, 50, 50), 5) == []
    assert overlaps(grid) == []


def test_every_part_of_an_overlap_is_told_with_both_areas():
    comb = QgsGeometry.unaryUnion([box(20, 0, 30, 10), box(8, 0, 22, 2), box(8, 8, 22, 10)])
    assert sizes(overlaps([box(0, 0, 10, 10), comb, box(100, 0, 110, 10)])) == [(4, (0, 1)), (4, (0, 1))]
    assert sizes(overlaps([box(0, 0, 10, 10), box(2, 2, 4, 4)])) == [(4, (0, 1))]


def test_the_width_of_a_strip_is_its_width():
    (strip,) = overlaps([box(0, 0, 10, 1000), box(9.5, 0, 20, 1000)])
    assert strip.width == pytest.approx(0.5, rel=0.01)


def test_all_parts_but_the_largest_are_named():
    area = QgsGeometry.unaryUnion([box(0, 0, 10, 10), box(20, 0, 22, 2), box(30, 0, 33, 1)])
    assert sizes(lesser_parts([box(0, 0, 1, 1), area])) == [(3, (1,)), (4, (1,))]


def test_ground_outside_the_holder_is_found_and_a_missing_holder_is_not_looked_at():
    assert sizes(outside([box(0, 0, 12, 10), box(50, 0, 60, 10)], [box(0, 0, 10, 10), None])) == [(20, (0,))]


def test_invalid_and_empty_polygons_are_mended_and_explained():
    bow = QgsGeometry.fromWkt("POLYGON((0 0,10 10,10 0,0 10,0 0))")
    shapes, reasons = mended([bow, QgsGeometry(), box(0, 0, 1, 1), QgsGeometry.fromWkt("POLYGON((0 0,1 0,0 0))")])
    assert shapes[0].isGeosValid() and shapes[0].area() == pytest.approx(50)
    assert shapes[1].isEmpty() and shapes[3].isEmpty()
    assert set(reasons) == {0, 3}


def rail(*corners):
    return QgsGeometry.fromWkt("LINESTRING(" + ",".join(f"{x} {y}" for x, y in corners) + ")")


def test_the_bit_with_fewer_people_is_cut_off_even_if_it_is_larger():
    area = box(0, 0, 1000, 100)
    points, people = np.array([[100.0, 50.0], [900.0, 50.0], [50.0, 50.0]]), np.array([500.0, 20.0, 1.0])
    (bit,) = cut_off_bits([area], [rail((300, -10), (300, 110))], 10, points, people)
    assert bit.geometry.contains(QgsGeometry.fromWkt("POINT(900 50)"))
    assert bit.size == pytest.approx(100 * (1000 - 305))


def test_a_passage_keeps_both_sides_together_and_a_strip_beside_the_border_is_no_bit():
    area, nobody = box(0, 0, 1000, 100), (np.empty((0, 2)), np.empty(0))
    open_line = [rail((300, -10), (300, 40)), rail((300, 60), (300, 110))]
    assert cut_off_bits([area], open_line, 10, *nobody) == []
    assert cut_off_bits([area], [rail((0, 10), (1000, 10))], 10, *nobody) == []
    assert len(cut_off_bits([area], [rail((0, 40), (1000, 40))], 10, *nobody)) == 1


def test_the_neighbour_on_the_same_side_takes_the_bit_not_the_one_across():
    west, east, south = box(0, 0, 100, 100), box(100, 0, 200, 100), box(0, -100, 100, 0)
    (bit,) = cut_off_bits([west], [rail((-10, 30), (110, 30))], 10, np.array([[50.0, 80.0]]), np.array([9.0]))
    assert same_side_neighbour(bit, [west, east, south]) == 2
    assert same_side_neighbour(bit, [west]) is None


def test_cancelling_stops():
    with pytest.raises(CancelledError):
        overlaps([box(0, 0, 1, 1)], lambda: True)
