"""The pieces into which two divisions cut each other add up to both."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry

from sozialraum_plugin.core.errors import CancelledError
from sozialraum_plugin.geo.area_changes import NOWHERE, Piece, pieces, vanished_borders, without_slivers


def box(west, south, east, north):
    return QgsGeometry.fromWkt(f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))")


OLD = [box(0, 0, 10, 10), box(10, 0, 20, 10), box(100, 0, 110, 10)]
NEW = [box(0, 0, 15, 10), box(15, 0, 25, 10)]


def test_every_pair_and_what_lies_in_one_division_only():
    found = {(piece.old, piece.new): piece.ground for piece in pieces(OLD, NEW)}
    assert found == pytest.approx({(0, 0): 100, (1, 0): 50, (1, 1): 50, (2, NOWHERE): 100, (NOWHERE, 1): 50})


def test_the_pieces_of_random_divisions_add_up():
    generator = np.random.default_rng(3)
    cuts = [np.sort(generator.uniform(0, 1000, 6)) for _ in range(2)]
    old, new = ([box(a, 0, b, 100) for a, b in zip([0, *cut], [*cut, 1000])] for cut in (c.tolist() for c in cuts))
    found = pieces(old, new)
    assert sum(piece.ground for piece in found) == pytest.approx(100_000)
    for number, polygon in enumerate(old):
        assert sum(piece.ground for piece in found if piece.old == number) == pytest.approx(polygon.area())
    assert all(piece.geometry.isMultipart() for piece in found)


def test_narrow_parts_go_unless_somebody_wants_them():
    piece = Piece(0, 1, [box(0, 0, 0.4, 100), box(5, 0, 15, 10)])
    assert without_slivers(piece, 1.0, lambda part: False).ground == pytest.approx(100)
    assert without_slivers(piece, 1.0, lambda part: True).ground == pytest.approx(140)


def test_only_borders_that_no_new_one_follows_vanish():
    lines = vanished_borders([box(0, 0, 10, 100), box(10, 0, 20, 100)], [box(0, 0, 20, 100)])
    assert lines.length() == pytest.approx(96, abs=0.5)
    assert vanished_borders(OLD[:2], OLD[:2]).isEmpty()
    moved = [box(0, 0, 11, 100), box(11, 0, 20, 100)]
    assert vanished_borders([box(0, 0, 10, 100), box(10, 0, 20, 100)], moved).isEmpty()


def test_cancelling_stops():
    with pytest.raises(CancelledError):
        pieces(OLD, NEW, lambda: True)
