"""Areas from units, as a planner runs it in QGIS."""

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsGeometry, QgsProcessing, QgsVectorLayer

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT
KINDS = {
    "block": Kind.TEXT,
    "gemeinde": Kind.TEXT,
    "ortsteil": Kind.TEXT,
    "adressen": Kind.INTEGER,
    "einwohner": Kind.INTEGER,
    "kinder": Kind.INTEGER,
    "leerstand": Kind.REAL,
}


def square(x, y, size=100.0):
    return f"Polygon(({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


def blocks(width=12, height=8, change=None, crs="EPSG:25832", scale=100.0, origin=(300000.0, 5600000.0)):
    """A town of square blocks: the west is one commune, the east another; vacancy falls from north to south."""
    rows, wkts = [], []
    rng = np.random.default_rng(7)
    for y in range(height):
        for x in range(width):
            people = int(rng.integers(0, 400))
            rows.append({
                "block": f"B{len(rows):03d}", "gemeinde": "05999001" if x < width // 2 else "05999002",
                "ortsteil": "Altstadt" if y >= height // 2 else "Neustadt", "adressen": people // 10,
                "einwohner": people, "kinder": people // 7, "leerstand": 0.1 * y + float(rng.normal(0, 0.05)),
            })  # fmt: skip
            wkts.append(square(origin[0] + x * scale, origin[1] + y * scale, scale))
    for row, values in (change or {}).items():
        wkts[row] = values.pop("wkt", wkts[row])
        rows[row].update(values)
    return memory_layer("Polygon", rows, KINDS, wkts, crs, "bloecke")


def delineated(layer, **parameters):
    outputs, log = run("delineateareas", {**standard(layer), **parameters})
    return outputs, log


def standard(layer):
    return {
        "INPUT": layer, "ATTRIBUTES": ["leerstand"], "COMMUNE_FIELD": "gemeinde", "TARGET_POPULATION": 2500,
        "NAME_FIELD": "ortsteil", "OUTPUT": TEMPORARY, "OUTPUT_UNITS": TEMPORARY,
    }  # fmt: skip


def shapes(layer):
    return [feature.geometry() for feature in layer.getFeatures()]


def test_areas_hold_bounds_communes_and_totals():
    layer = blocks()
    outputs, log = delineated(layer)
    given, areas, units = table_of(layer), table_of(outputs["OUTPUT"]), table_of(outputs["OUTPUT_UNITS"])
    assert list(areas.columns[:9]) == [
        "gebiet", "gebiet_name", "ebene", "uebergeordnet", "gemeinde", "adressen", "einwohner", "einheiten", "kinder",
    ]  # fmt: skip
    assert outputs["AREAS"] == len(areas) and outputs["UNMET"] == 0 and 0 < outputs["WSS_SHARE"] < 1
    assert areas["einwohner"].between(700, 8500).all()
    for column in ("einwohner", "adressen", "kinder"):
        assert areas[column].sum() == given[column].sum()
    assert areas["einheiten"].sum() == len(units) == 96
    assert set(areas["ebene"]) == {"quartier"}
    assert (areas["uebergeordnet"] == areas["gemeinde"]).all()
    assert areas["gebiet_name"].is_unique or areas.groupby("gemeinde")["gebiet_name"].nunique().sum() == len(areas)
    per_unit = units.merge(areas[["gebiet", "gemeinde", "leerstand"]], on="gebiet", suffixes=("", "_area"))
    assert (per_unit["gemeinde"] == per_unit["gemeinde_area"]).all()
    first = per_unit[per_unit["gebiet"] == areas["gebiet"].iloc[0]]
    mean = np.average(first["leerstand"].astype(float), weights=first["einwohner"].astype(float))
    assert first["leerstand_area"].iloc[0] == pytest.approx(mean)
    assert "96 read" in log and "96  in an area" in log


def test_codes_are_the_commune_and_a_number_from_north_west_to_south_east():
    areas = table_of(delineated(blocks())[0]["OUTPUT"])
    for commune, part in areas.groupby("gemeinde"):
        assert part["gebiet"].tolist() == [f"{commune}{number:03d}" for number in range(1, len(part) + 1)]
    outputs, _ = delineated(blocks(), CODE_PREFIX="Q", CODE_DIGITS=2)
    assert table_of(outputs["OUTPUT"])["gebiet"].tolist()[:2] == ["Q01", "Q02"]
    first, last = shapes(outputs["OUTPUT"])[0].centroid().asPoint(), shapes(outputs["OUTPUT"])[-1].centroid().asPoint()
    assert first.y() > last.y()


def test_polygons_are_whole_do_not_overlap_and_cover_the_input():
    layer = blocks()
    outlines = shapes(delineated(layer)[0]["OUTPUT"])
    assert all(outline.isMultipart() and len(outline.asMultiPolygon()) == 1 for outline in outlines)
    union = QgsGeometry.unaryUnion(outlines)
    whole = QgsGeometry.unaryUnion(shapes(layer))
    assert sum(outline.area() for outline in outlines) == pytest.approx(union.area())
    assert union.symDifference(whole).area() == pytest.approx(0, abs=1e-6)


def test_a_railway_divides():
    railway = memory_layer("LineString", [{}], {}, ["LineString(299900 5600402, 301300 5600405)"])
    outputs, log = delineated(blocks(), BARRIERS=railway)
    assert "12 of 172 common borders run along a barrier" in log
    assert outputs["UNMET"] == 0
    for outline in shapes(outputs["OUTPUT"]):
        box = outline.boundingBox()
        assert box.yMaximum() <= 5600400.5 or box.yMinimum() >= 5600399.5
    far = memory_layer("LineString", [{}], {}, ["LineString(299900 5600430, 301300 5600430)"])
    assert "0 of 172" in delineated(blocks(), BARRIERS=far)[1]


def test_a_river_as_polygon_and_a_cut_off_corner():
    river = memory_layer(
        "Polygon",
        [{}],
        {},
        ["Polygon((300095 5599900, 300105 5599900, 300105 5600105, 300095 5600105, 300095 5599900))"],
    )
    side = memory_layer(
        "Polygon",
        [{}],
        {},
        ["Polygon((299900 5600095, 300100 5600095, 300100 5600103, 299900 5600103, 299900 5600095))"],
    )
    both = memory_layer("Polygon", [{}, {}], {}, [shapes(river)[0].asWkt(), shapes(side)[0].asWkt()])
    outputs, log = delineated(blocks(), BARRIERS=both)
    assert outputs["UNMET"] == 1
    assert "crosses a barrier around unit “B000” (200 m of common border)" in log


def test_two_levels_by_the_same_algorithm():
    quarters, _ = delineated(blocks(24, 16))
    lower = table_of(quarters["OUTPUT"])
    outputs, _ = run("delineateareas", {
        "INPUT": quarters["OUTPUT"], "ATTRIBUTES": ["leerstand"], "COMMUNE_FIELD": "gemeinde", "LEVEL": "sozialraum",
        "MIN_POPULATION": 7000, "MAX_POPULATION": 30000, "CODE_DIGITS": 2, "OUTPUT": TEMPORARY,
        "OUTPUT_UNITS": TEMPORARY,
    })  # fmt: skip
    areas, units = table_of(outputs["OUTPUT"]), table_of(outputs["OUTPUT_UNITS"])
    assert areas["einwohner"].between(7000, 30000).all() and set(areas["ebene"]) == {"sozialraum"}
    assert all(len(code) == 10 for code in areas["gebiet"])
    assert sorted(units["einheit"]) == sorted(lower["gebiet"]) and set(units["einheit_ebene"]) == {"quartier"}
    assert set(units["gebiet"]) == set(areas["gebiet"])
    assert "uebergeordnet" not in units.columns and "ebene" not in units.columns
    assert areas["einwohner"].sum() == lower["einwohner"].sum()
    assert areas["kinder"].sum() == lower["kinder"].sum()
    assert areas["einheiten"].sum() == len(lower)
    for code, part in units.groupby("gebiet"):
        assert areas.set_index("gebiet").loc[code, "einwohner"] == part["einwohner"].sum()


def test_equal_seed_gives_equal_areas_and_names_say_where():
    first, second = (table_of(delineated(blocks())[0]["OUTPUT"]) for _ in range(2))
    pd.testing.assert_frame_equal(first, second)
    assert set(first["gebiet_name"].str.split().str[0]) <= {"Altstadt", "Neustadt"}


def test_without_attributes_areas_are_compact_and_without_names_numbered():
    outputs, log = delineated(blocks(), ATTRIBUTES=[], NAME_FIELD=None)
    for outline in shapes(outputs["OUTPUT"]):
        assert 4 * np.pi * outline.area() / outline.length() ** 2 > 0.3
    assert table_of(outputs["OUTPUT"])["gebiet_name"].iloc[0] == "Quartier 001"


def test_communes_are_crossed_only_if_the_user_does_not_name_the_field():
    _, log = delineated(blocks(), COMMUNE_FIELD=None)
    assert "no commune field is chosen" in log


def test_degrees_are_measured_in_metres():
    layer = blocks(crs="EPSG:4326", scale=0.001, origin=(7.0, 50.8))
    outputs, _ = delineated(layer)
    assert outputs["OUTPUT"].crs().authid() == "EPSG:25832"
    assert outputs["UNMET"] == 0


def test_missing_population_geometry_and_attributes_are_counted():
    layer = blocks(change={0: {"einwohner": None}, 1: {"wkt": ""}, 2: {"leerstand": None}, 5: {"gemeinde": None}})
    outputs, log = delineated(layer)
    assert "1 units have no value in “einwohner” and count as uninhabited, first unit “B000”" in log
    assert "1  left out, without a polygon" in log
    assert "Attribute 1 is missing in 1 of 95 units" in log
    assert "1 units have no commune" in log
    assert len(table_of(outputs["OUTPUT_UNITS"])) == 95


def test_what_prevents_the_bounds_is_named():
    layer = blocks(change={40: {"einwohner": 9500}, 3: {"gemeinde": "05999003", "einwohner": 210}})
    outputs, log = delineated(layer)
    assert outputs["UNMET"] == 2
    assert "Unit “B040” alone has 9.500 inhabitants" in log
    assert "Commune 05999003: all its units together have 210 inhabitants" in log


def test_an_island_stays_alone():
    layer = blocks(change={95: {"wkt": square(310000, 5600000), "einwohner": 30}})
    outputs, log = delineated(layer)
    assert outputs["UNMET"] == 1 and "around unit “B095” has 30 inhabitants" in log


def test_an_invalid_outline_is_repaired():
    bow = "Polygon((300000 5600000, 300100 5600100, 300100 5600000, 300000 5600100, 300000 5600000))"
    _, log = delineated(blocks(change={0: {"wkt": bow}}))
    assert "1 invalid outlines were repaired" in log


def test_one_unit_is_one_area():
    layer = blocks(1, 1, change={0: {"einwohner": 900}})
    assert delineated(layer)[0]["AREAS"] == 1


@pytest.mark.parametrize(
    ("change", "parameters", "words"),
    [
        ({}, {"MIN_POPULATION": 9000}, "minimum of 9.000 inhabitants is above the maximum of 8.500"),
        ({}, {"POPULATION_FIELD": "bewohner"}, "“bewohner” is missing in “bloecke”"),
        ({}, {"COMMUNE_FIELD": "ags"}, "“ags” is missing"),
        ({1: {"wkt": square(300060, 5600000)}}, {}, "Units “B000” and “B001” overlap by 4.000 m²"),
        ({1: {"einwohner": -4}}, {}, "Unit “B001”: “einwohner” is −4"),
        ({row: {"einwohner": 0} for row in range(96)}, {}, "No unit has any inhabitants"),
        ({row: {"wkt": ""} for row in range(96)}, {}, "has no polygon"),
    ],
)
def test_input_that_cannot_be_used_is_refused_in_one_sentence(change, parameters, words):
    _, log, good = attempt("delineateareas", {**standard(blocks(change=change)), **parameters})
    assert not good and words in log


def test_an_empty_layer_is_refused():
    _, log, good = attempt("delineateareas", standard(memory_layer("Polygon", [], KINDS, [], name="leer")))
    assert not good and "“leer” has no polygon" in log


# the algorithm finds neighbours itself, so its result may differ a little from that on the benchmark's own edges
@pytest.mark.parametrize(("size", "most"), [(500, 0.37), (10000, 0.2938)])
def test_a_city_is_divided_homogeneously(real_data, tmp_path, size, most):
    source = tmp_path / f"city{size}.gpkg"
    source.write_bytes((real_data / "regionalisation" / f"city{size}.gpkg").read_bytes())
    outputs, log = run("delineateareas", {
        "INPUT": QgsVectorLayer(f"{source}|layername=units", "units", "ogr"), "POPULATION_FIELD": "pop",
        "ATTRIBUTES": [f"z{number}" for number in range(5)], "COMPACTNESS": 0, "OUTPUT": TEMPORARY,
        "OUTPUT_UNITS": TEMPORARY,
    })  # fmt: skip
    assert outputs["UNMET"] == 0 and outputs["WSS_SHARE"] < most
    assert all(len(outline.asMultiPolygon()) == 1 for outline in shapes(outputs["OUTPUT"]))
