"""The zip that users install."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import build
import install


def test_equal_sources_give_equal_bytes(tmp_path):
    first = build.make_zip(build.assemble(tmp_path / "a")).read_bytes()
    second = build.make_zip(build.assemble(tmp_path / "b")).read_bytes()
    assert first == second


def test_the_zip_is_what_the_plugin_repository_wants(tmp_path):
    names = zipfile.ZipFile(build.make_zip(build.assemble(tmp_path))).namelist()
    assert {name.split("/")[0] for name in names} == {"sozialraum_plugin"}
    assert not [name for name in names if "__pycache__" in name or "/." in name]
    for needed in ("metadata.txt", "LICENSE", "__init__.py", "i18n/sozialraum_de.qm", "resources/icon.svg"):
        assert f"sozialraum_plugin/{needed}" in names


def test_installing_leaves_other_settings_alone(tmp_path):
    ini = tmp_path / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir()
    ini.write_text("[locale]\nuserLocale=de\n\n[PythonPlugins]\nprocessing=true\n", encoding="utf-8")
    install.switch_on(ini)
    text = ini.read_text(encoding="utf-8")
    assert "userLocale=de" in text and "processing=true" in text and "sozialraum_plugin=true" in text


def test_the_shipped_model_is_what_its_script_makes(tmp_path, qgis_app):
    made = tmp_path / "chain.model3"
    command = [sys.executable, str(build.ROOT / "scripts" / "make_model.py"), "--output", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    assert steps_of(made) == steps_of(build.ROOT / "resources" / "models" / "chain.model3")


def steps_of(path):
    """The ids and parameters of a model's steps; QGIS versions write the rest of the file differently."""
    from qgis.core import QgsProcessingModelAlgorithm

    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    return {
        name: (step.algorithmId(), {key: [str(s.toVariant()) for s in v] for key, v in step.parameterSources().items()})
        for name, step in model.childAlgorithms().items()
    }
