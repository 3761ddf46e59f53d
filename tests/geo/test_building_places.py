"""Buildings: addresses in them, rows of houses, their units; and their types against the census."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from sozialraum_plugin.core.delineation.building_rules import Buildings, building_type, floor_space, is_house
from sozialraum_plugin.core.delineation.building_types import Use, building_uses
from sozialraum_plugin.geo.attributes import plain
from sozialraum_plugin.geo.building_places import buildings_of_addresses, rows_of_houses, units_of_buildings


def box(x, y, width=10.0, height=10.0):
    return QgsGeometry.fromRect(QgsRectangle(x, y, x + width, y + height))


def test_an_address_is_in_its_building_or_within_ten_metres_of_it():
    points = np.array([[5.0, 5], [5, -8], [5, -12], [np.nan, np.nan], [18, 5]])
    found = buildings_of_addresses(points, [box(0, 0), QgsGeometry(), box(20, 0)], lambda: False)
    assert found.tolist() == [0, 0, -1, -1, 2]


def test_houses_that_touch_are_a_row_corners_and_garages_do_not_count():
    buildings = [box(0, 0), box(10, 0), box(20.1, 2), box(40, 0), box(50, 10), box(30.1, 0, 5)]
    house = np.array([True, True, True, True, True, False])
    assert rows_of_houses(buildings, house, lambda: False).tolist() == [3, 3, 3, 1, 1, 1]


def test_a_building_lies_where_most_of_its_addresses_are_else_where_it_stands():
    units = [box(0, 0, 50, 50), box(50, 0, 50, 50)]
    buildings = [box(40, 0, 15), box(60, 20), box(200, 0), QgsGeometry()]
    of_address, unit = np.array([0, 0, 0, -1]), np.array([1, 1, 0, 0])
    assert units_of_buildings(buildings, of_address, unit, units).tolist() == [1, 1, -1, -1]


def test_types_without_any_storeys_come_near_the_census(real_data):
    """Kaiserslautern's 100 m cells of 2011 with 10 dwellings or more; of 15,120 buildings 17 have storeys."""
    town = f"{real_data}/kaiserslautern"
    features = list(QgsVectorLayer(f"{town}/osm.gpkg|layername=gebaeude", "", "ogr").getFeatures())
    places = [
        f.geometry().asPoint() for f in QgsVectorLayer(f"{town}/osm.gpkg|layername=adressen", "", "ogr").getFeatures()
    ]
    buildings = [feature.geometry() for feature in features]
    use, strange = building_uses(pd.Series([plain(feature["art"]) for feature in features], dtype=object))
    assert not strange
    of_address = buildings_of_addresses(np.array([(p.x(), p.y()) for p in places]), buildings, lambda: False)
    addresses = np.bincount(of_address[of_address >= 0], minlength=len(buildings))
    row = rows_of_houses(buildings, is_house(use, addresses), lambda: False)
    footprint, unknown = np.array([b.area() for b in buildings]), np.full(len(buildings), np.nan)
    kind = building_type(Buildings(use, footprint, unknown, unknown, addresses, row))

    target = QgsCoordinateReferenceSystem("EPSG:3035")
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:25832"), target, QgsProject.instance())
    centres = [transform.transform(b.centroid().asPoint()) for b in buildings]
    cells = [f"CRS3035RES100mN{int(p.y() // 100) * 100}E{int(p.x() // 100) * 100}" for p in centres]
    ours = pd.DataFrame({"cell": cells, "kind": kind, "space": floor_space(footprint, unknown, kind)})
    ours = ours[(kind >= 0) & (kind < Use.NON_RESIDENTIAL)]
    ours = ours.pivot_table(index="cell", columns="kind", values="space", aggfunc="sum", fill_value=0)
    small, rows = ["whg_efh_dhh", "whg_efh_rh", "whg_zfh_frei"], "whg_efh_rh"
    large = ["whg_mfh_3_6", "whg_mfh_7_12", "whg_mfh_13plus"]
    census = pd.read_csv(f"{town}/zensus2011_100m.csv", sep=";").set_index("gitter_id_100m")[[*small, *large]].fillna(0)
    census = census[census.sum(axis=1) >= 10]
    cells = census.index.intersection(ours.index)
    ours, census = ours.loc[cells], census.loc[cells]
    share = (ours[0] + ours[1]) / ours.sum(axis=1)
    told = census[small].sum(axis=1) / census.sum(axis=1)
    assert len(cells) > 500
    assert abs(share.mean() - told.mean()) < 0.04
    assert ((share > 0.5) == (told > 0.5)).mean() > 0.85
    assert np.corrcoef(ours[1] / ours.sum(axis=1), census[rows] / census.sum(axis=1))[0, 1] > 0.7
