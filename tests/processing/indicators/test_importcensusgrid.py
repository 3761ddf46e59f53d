"""Census grids as polygons: the real files of a town, a tiny file of 2022, and bad input."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject, QgsRectangle

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

TINY = """GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner
CRS3035RES1000mN2920000E4151000;4151500;2920500;120
CRS3035RES1000mN2920000E4152000;4152500;2920500;–
CRS3035RES1000mN2920000E4160000;4160500;2920500;77
"""


def grid(path, **parameters):
    return run("importcensusgrid", {"INPUT": str(path), "OUTPUT": "TEMPORARY_OUTPUT", **parameters})


@pytest.fixture
def tiny(tmp_path):
    path = tmp_path / "tiny.csv"
    path.write_text(TINY, encoding="utf-8")
    return path


def area(rectangle, crs):
    """A layer with one rectangle, given in EPSG:3035, in another CRS."""
    geometry = QgsGeometry.fromRect(rectangle)
    there = QgsCoordinateReferenceSystem(crs)
    geometry.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:3035"), there, QgsProject.instance()))
    return memory_layer("Polygon", [{}], {"name": Kind.TEXT}, [geometry.asWkt(9)], crs)


def test_the_hundred_metre_grid_of_a_town(real_data):
    results, log = grid(real_data / "kaiserslautern" / "zensus2011_100m.csv")
    layer = results["OUTPUT"]
    assert results["CELLS"] == layer.featureCount() == 1425
    assert layer.crs().authid() == "EPSG:3035"
    first = next(layer.getFeatures())
    assert first["gitter_id"] == "CRS3035RES100mN2926300E4150000"
    assert first.geometry().boundingBox() == QgsRectangle(4150000, 2926300, 4150100, 2926400)
    assert first["alter_u10"] == 3
    assert {feature.geometry().area() for feature in layer.getFeatures()} == {10_000.0}
    assert "Balance of values in these cells" in log


def test_the_kilometre_grid_keeps_the_published_inhabitants(real_data):
    path = real_data / "kaiserslautern" / "zensus2011_1km.csv"
    rows = [line.split(";") for line in path.read_text().splitlines()[1:]]
    published = sum(int(row[4]) for row in rows if int(row[4]) > 0)
    results, log = grid(path)
    table = table_of(results["OUTPUT"])
    assert len(table) == len(rows)
    assert set(table["zellgroesse"]) == {1000}
    assert sum(table["Einwohner"].dropna()) == published
    assert "no value (-1)" in log
    assert "no value (-9)" in log


def test_only_cells_that_touch_the_area_are_taken_whatever_its_crs(tiny):
    results, log = grid(tiny, AREA_OF_INTEREST=area(QgsRectangle(4151200, 2920100, 4152100, 2920200), "EPSG:25832"))
    assert table_of(results["OUTPUT"])["Einwohner"].tolist() == [120, None]
    assert "1  outside the area of interest" in log
    assert "1  no value (dash)" in log


def test_an_area_without_cells_gives_an_empty_layer_and_says_so(tiny):
    results, log = grid(tiny, AREA_OF_INTEREST=area(QgsRectangle(4000000, 2800000, 4000100, 2800100), "EPSG:25832"))
    assert results["CELLS"] == 0
    assert "No cell of the grid touches" in log


def test_columns_can_be_chosen(tiny):
    results, _ = grid(tiny, FIELDS=" Einwohner ,")
    assert results["OUTPUT"].fields().names() == ["gitter_id", "zellgroesse", "Einwohner"]


@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"INPUT": "/nirgends/gitter.csv"}, "gitter.csv"),
        ({"FIELDS": "Alter"}, "“Alter” is missing"),
        ({"AREA_OF_INTEREST": lambda: memory_layer("Polygon", [], {"name": Kind.TEXT}, [])}, "holds no usable polygon"),
    ],
)
def test_bad_input_ends_in_a_sentence(tiny, change, sentence):
    change = {name: value() if callable(value) else value for name, value in change.items()}
    _, log, good = attempt("importcensusgrid", {"INPUT": str(tiny), "OUTPUT": "TEMPORARY_OUTPUT", **change})
    assert not good
    assert sentence in log


def test_points_short_ids_and_flags(tiny):
    results, _ = grid(tiny, GEOMETRY="points", ID_FORMAT="both", FLAGS=True)
    first = next(results["OUTPUT"].getFeatures())
    assert (first.geometry().asPoint().x(), first.geometry().asPoint().y()) == (4151500, 2920500)
    table = table_of(results["OUTPUT"])
    assert table["gitter_id_kurz"].tolist()[0] == "1kmN2920E4151"
    assert table["Einwohner_kz"].tolist()[1] == "fehlt"
    short = table_of(grid(tiny, ID_FORMAT="short")[0]["OUTPUT"])
    assert short["gitter_id"].tolist() == table["gitter_id_kurz"].tolist()


def test_extent_and_buffer_choose_cells(tiny):
    inside = "4151200,4151300,2920100,2920200 [EPSG:3035]"
    assert table_of(grid(tiny, EXTENT=inside)[0]["OUTPUT"])["Einwohner"].tolist() == [120]
    assert table_of(grid(tiny, EXTENT=inside, BUFFER=800)[0]["OUTPUT"])["Einwohner"].tolist() == [120, None]


def test_absent_cells_are_added_for_an_area_only(tiny):
    extent = "4151200,4153300,2920100,2920200 [EPSG:3035]"
    results, log = grid(tiny, EXTENT=extent, ABSENT="unknown")
    assert table_of(results["OUTPUT"])["Einwohner"].tolist() == [120, None, None]
    assert "3 cells in the result, 1 of them in no file" in log
    assert table_of(grid(tiny, EXTENT=extent, ABSENT="zero")[0]["OUTPUT"])["Einwohner"].tolist() == [120, None, 0]
    _, log, good = attempt("importcensusgrid", {"INPUT": str(tiny), "ABSENT": "zero", "OUTPUT": "memory:"})
    assert not good
    assert "ABSENT needs an area" in log


def test_further_files_are_joined(tiny, tmp_path):
    other = tmp_path / "alter.csv"
    other.write_text(TINY.replace("Einwohner", "Alter").replace(";77", ";41,5"), encoding="utf-8")
    results, log = grid(tiny, MORE_FILES=[str(other)])
    table = table_of(results["OUTPUT"])
    assert table["Alter"].tolist() == [120, None, 41.5]
    assert "Balance of grid cells of alter.csv: 3 read" in log


def test_the_grids_of_a_town_come_to_areas_as_a_table_of_counts(real_data):
    cells = grid(real_data / "kaiserslautern" / "zensus2011_1km.csv", FLAGS=True)[0]["OUTPUT"]
    whole = area(QgsRectangle(4140000, 2910000, 4180000, 2940000), "EPSG:25832")
    whole = memory_layer(
        "Polygon", [{"gebiet": "1"}], {"gebiet": Kind.TEXT}, [f.geometry().asWkt() for f in whole.getFeatures()]
    )
    results, log = run(
        "transfer",
        {
            "SOURCE": cells, "TARGET": whole, "FORMAT": "counts", "REFERENCE_DATE": "09.05.2011", "MISSING": "zero",
            "THRESHOLD": 3, "OUTPUT": "memory:", "DETAILS": "memory:",
        },
    )  # fmt: skip
    table = table_of(results["OUTPUT"]).set_index("merkmal")
    known = table_of(cells)["Einwohner"].dropna().sum()
    assert set(table.index) == {"E", "E_u18", "E_65", "AUSL"}
    assert set(table["stichtag"]) == {"2011-05-09"}
    assert table.loc["E", "wert"] == pytest.approx(known)
    assert table.loc["E_65", "wert"] is None or table.loc["E_65", "wert"] < known
    assert "Check of totals" in log
