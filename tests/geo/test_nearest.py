"""The nearest features, against distances to all of them."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from sozialraum_plugin.geo.nearest import nearest


def index_of(shapes: list[QgsGeometry]) -> QgsSpatialIndex:
    """Return a spatial index of shapes by their place in the list."""
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for number, shape in enumerate(shapes):
        feature = QgsFeature(number)
        feature.setGeometry(shape)
        index.addFeature(feature)
    return index


@pytest.mark.parametrize("reach", [25.0, 80.0, 1e8])
def test_the_same_as_looking_at_all(qgis_app: object, reach: float) -> None:
    random = np.random.default_rng(3)
    ends = random.uniform(0, 3000, (60, 2))
    shapes = [
        QgsGeometry.fromPolylineXY([QgsPointXY(x, y), QgsPointXY(x + dx, y + dy)])
        for (x, y), (dx, dy) in zip(ends.tolist(), random.normal(0, 150, (60, 2)).tolist())
    ]
    index = index_of(shapes)
    found = 0
    for x, y in random.uniform(-500, 3500, (200, 2)).tolist():
        distances = [round(shape.distance(QgsGeometry.fromPointXY(QgsPointXY(x, y))), 3) for shape in shapes]
        least = min(distances)
        expected = [number for number, distance in enumerate(distances) if distance == least <= reach]
        assert nearest(index, QgsPointXY(x, y), reach) == expected
        found += len(expected)
    assert found


def test_equally_near_ones_all_come(qgis_app: object) -> None:
    shapes = [QgsGeometry.fromPointXY(QgsPointXY(x, 0)) for x in (30, -30, 31, 30)]
    assert nearest(index_of(shapes), QgsPointXY(0, 0)) == [0, 1, 3]


def test_none_in_an_empty_index(qgis_app: object) -> None:
    assert nearest(index_of([]), QgsPointXY(0, 0)) == []
