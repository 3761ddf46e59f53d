from qgis.core import QgsProcessingAlgorithm, QgsProject
from store import write_basemap, write_store

from algorithms import attempt, run


def test_a_project_for_a_store(tmp_path, provider):
    store, basemap = tmp_path / "musterkreis.gpkg", tmp_path / "grundkarte.gpkg"
    write_store(store)
    write_basemap(basemap)
    results, log = run(
        "buildproject",
        {
            "GEOPACKAGE": str(store),
            "BASEMAP": str(basemap),
            "TITLE": "Muster",
            "OUTPUT": str(tmp_path / "neu" / "p.qgz"),
        },
    )
    project = QgsProject()
    assert project.read(results["OUTPUT"])
    assert all(layer.isValid() for layer in project.mapLayers().values())
    assert results["LAYERS"] == 7
    assert "Balance of layers: 18 read" in log
    assert "gebiete, merkmale" in log.replace("quartiere, ", "")
    assert provider.algorithm("buildproject").flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading


def test_a_missing_file_is_named(tmp_path):
    _, log, good = attempt("buildproject", {"GEOPACKAGE": str(tmp_path / "x.gpkg"), "OUTPUT": str(tmp_path / "p.qgz")})
    assert not good
    assert "GEOPACKAGE: there is no file" in log
