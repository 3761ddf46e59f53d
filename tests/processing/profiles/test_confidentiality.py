"""What areaprofiles and buildproject do with tables that are unprotected, internal or hidden."""

from __future__ import annotations

import pandas as pd
import pytest
from profile_data import areas_frame, indicator_row, indicators_frame
from qgis.core import QgsProcessingFeedback

from algorithms import memory_layer
from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts
from sozialraum_plugin.core.publication import INTERNAL, INTERNAL_NOTE
from sozialraum_plugin.layouts.internal_layers import is_internal, mark_internal_layers
from sozialraum_plugin.processing.profiles._confidentiality import chart_folder, for_publication, pdf_title

AREAS = areas_frame(
    [
        ("01", "Insel", "sozialraum", "0", "0", 2),
        ("02", "Hafen", "sozialraum", "0", "0", 4310),
        ("0", "Stadt", "gemeinde", None, "0", 4312),
    ]
)


def small_table() -> pd.DataFrame:
    rows = [
        indicator_row("01", "M01", "2025-12-31", 0.7, 2, 290),
        indicator_row("02", "M01", "2025-12-31", 12.5, 500, 4000),
        indicator_row("0", "M01", "2025-12-31", 11.7, 502, 4290),
    ]
    return pd.DataFrame(rows)


def test_an_unprotected_table_loses_its_small_numbers_and_the_log_says_so():
    feedback = QgsProcessingFeedback(False)
    table = for_publication(small_table(), None, feedback)
    assert table["kennzeichen"].tolist() == ["geheim", "", ""]
    assert table.loc[0, ["wert", "zaehler"]].isna().all() and table.loc[1, "wert"] == 12.5
    assert "1 values" in feedback.textLog() and "unprotected" in feedback.textLog()


def test_a_protected_table_is_left_as_it_is_without_a_word():
    feedback = QgsProcessingFeedback(False)
    table = small_table()
    table.loc[0, ["wert", "zaehler", "kennzeichen"]] = [None, None, "geheim_sekundaer"]
    pd.testing.assert_frame_equal(for_publication(table, None, feedback), table)
    assert "unprotected" not in feedback.textLog()


def test_an_index_of_internal_values_is_refused():
    index = pd.DataFrame({"gebiet": ["01"], "status": [3], "vermerk": [INTERNAL_NOTE]})
    with pytest.raises(InputError, match="INDEX"):
        for_publication(small_table(), index, QgsProcessingFeedback(False))


def printed(indicators: pd.DataFrame, use: str) -> tuple[str, dict]:
    builder = ProfileBuilder(AREAS, indicators, None, {}, ProfileOptions(use=use), Texts("de"))
    profile = builder.profile(builder.targets[0])
    figures = {tile.figure.code: tile.figure for tile in profile.tiles}
    return repr(profile), figures


def test_a_profile_knows_what_is_internal_only_if_it_is_internal_itself():
    table = small_table()
    table.loc[0, "kennzeichen"] = "nur_intern"
    text, figures = printed(table, "publication")
    assert figures["M01"].value == "·" and figures["M01"].rank is None and "confidentiality=''" in text
    text, figures = printed(table, INTERNAL)
    assert figures["M01"].value == "0,7" and figures["M01"].rank == (2, 2)
    assert "intern – nicht weitergeben" in text


def test_few_inhabitants_are_in_no_sentence():
    indicators = indicators_frame(AREAS[AREAS["gebiet"] != "01"])
    assert "2 Menschen" not in printed(indicators, "publication")[0]
    assert "2 Menschen" in printed(indicators, INTERNAL)[0]


def test_a_temporary_folder_of_charts_goes_and_a_chosen_one_stays(tmp_path):
    with chart_folder("") as folder:
        (folder / "pyramide.svg").write_text("<svg/>")
    assert not folder.exists()
    with chart_folder(str(tmp_path / "diagramme")) as folder:
        folder.mkdir()
    assert folder.exists()


def test_the_title_of_an_internal_pdf_says_so():
    assert pdf_title("Profil", INTERNAL) == "Profil (intern – nicht weitergeben)"
    assert pdf_title("Profil", "publication") == "Profil"


@pytest.mark.parametrize(
    "row, internal",
    [
        ({"gebiet": "01", "wert": 2.0, "kennzeichen": "nur_intern"}, True),
        ({"gebiet": "01", "wert": 2.0, "kennzeichen": ""}, False),
        ({"gebiet": "01", "status": 3, "vermerk": INTERNAL_NOTE}, True),
        ({"gebiet": "01", "status": 3, "vermerk": None}, False),
        ({"gebiet": "01", "merkmal": "LB", "wert": 2.0}, True),
        ({"adresse_id": "1", "einwohner": 2}, True),
        ({"adresse_id": "1", "einwohner": None}, False),
        ({"block": "B1", "adressen": 2}, False),
        ({"gebiet": "01", "einwohner": 4310}, False),
    ],
)
def test_internal_layers_of_a_project_are_known_and_named(row, internal):
    numbers = {"wert": Kind.REAL, "status": Kind.INTEGER, "einwohner": Kind.INTEGER, "adressen": Kind.INTEGER}
    layer = memory_layer("NoGeometry", [row], {name: numbers.get(name, Kind.TEXT) for name in row}, name="Titel")
    assert is_internal(layer) == internal
    assert mark_internal_layers({"tabelle": layer}) == (["tabelle"] if internal else [])
    assert layer.name() == ("Titel (intern – nicht weitergeben)" if internal else "Titel")
