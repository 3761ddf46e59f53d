"""The shipped model runs the whole chain, from a project's layers to the profiles."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
from sample_runs import make_sample

from algorithms import run, table_of

COUNTS = ["einwohner", "e_u18", "e_65", "auslaender", "sgb2"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kette") / "kreis"
    assert make_sample(folder, "--addresses", 1500).returncode == 0
    addresses, _ = run(
        "importaddresses", {"INPUT": str(folder / "gebref.txt"), "FORMAT": "gebref_nrw", "OUTPUT": "memory:"}
    )
    counted, _ = run(
        "joincounts",
        {
            "INPUT": addresses["OUTPUT"],
            "TABLE": str(folder / "einwohner_je_adresse.csv"),
            "COMMUNE_FIELD": "AGS",
            "STREET_KEY_FIELD": "Strassenschluessel",
            "NUMBER_FIELD": "Hausnummer",
            "SUFFIX_FIELD": "Zusatz",
            "COUNT_FIELDS": COUNTS,
            "OUTPUT": "memory:",
        },
    )
    return folder, counted["OUTPUT"]


def test_from_layers_to_profiles(sample, tmp_path):
    folder, addresses = sample
    model = QgsApplication.processingRegistry().algorithmById("sozialraum:chain").create()
    targets = {
        definition.name(): str(tmp_path / f"{definition.description()}.gpkg")
        for definition in model.destinationParameterDefinitions()
        if definition.name() != "OUTPUT_FOLDER"
    }
    assert len(targets) == 4
    base = f"{folder}/geobasis.gpkg|layername="
    parameters = {
        "ADDRESSES": addresses,
        "STREETS": base + "strassen",
        "BARRIERS": base + "bahn",
        "BOUNDARY": base + "gemeinden",
        "COUNT_FIELDS": COUNTS,
        "VARIABLES": "E;E_u18;E_65;AUSL;LB",
        "STATUS_INDICATORS": "M01",
        "TOP_NAME": "Musterkreis",
        "OUTPUT_FOLDER": str(tmp_path / "profile"),
        **targets,
    }
    feedback = QgsProcessingFeedback(False)
    _, good = model.run(parameters, QgsProcessingContext(), feedback)
    assert good, feedback.textLog()
    areas = table_of(tmp_path / "gebiete.gpkg")
    inhabitants = table_of(addresses)["einwohner"].sum()
    assert areas.groupby("ebene")["einwohner"].sum().to_dict() == dict.fromkeys(
        ("quartier", "sozialraum", "gemeinde", "kreis"), inhabitants
    )
    profiles = list((tmp_path / "profile").glob("05999*.pdf"))
    assert len(profiles) == (areas["ebene"] == "sozialraum").sum() == len(table_of(tmp_path / "index.gpkg"))
    assert (table_of(tmp_path / "strassenverzeichnis.gpkg")["adressen"].sum()) == addresses.featureCount()
