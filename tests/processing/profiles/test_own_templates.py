"""A municipality's own layout, charts, words and colours; the layout in the project needs no plugin."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from printed_town import base_parameters, info_of, text_of
from qgis.core import QgsExpression, QgsLayoutItemLabel, QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtGui import QColor, QImage

from algorithms import attempt, run
from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.own_templates import OwnTemplates
from sozialraum_plugin.core.profiles.texts import Texts

FIRST = "0599900101_muehlenviertel.pdf"


@pytest.fixture
def project_file(provider, tmp_path_factory) -> Path:
    """A project as buildproject makes it from the profile texts."""
    folder = tmp_path_factory.mktemp("projekt")
    store = folder / "store.gpkg"
    table = f"ogr:dbname='{store}' table=\"profile\" (geom)"
    given = base_parameters(
        folder / "pdf", DPI=72, FILES="each", OUTPUT_TABLE=table, CHART_FOLDER=str(folder / "diagramme")
    )
    run("areaprofiles", given)
    run("buildproject", {"GEOPACKAGE": str(store), "OUTPUT": str(folder / "projekt.qgz")})
    return folder / "projekt.qgz"


def saved_layout(project_file: Path, folder: Path, text: str) -> Path:
    """Open the project, add a label to its layout, move another, and save it as a template."""
    project = QgsProject()
    assert project.read(str(project_file))
    layout = project.layoutManager().printLayouts()[0]
    assert isinstance(layout, QgsPrintLayout)
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setId("eigenes")
    layout.addLayoutItem(label)
    label.attemptSetSceneRect(label.rect().adjusted(0, 0, 120, 10).translated(20, 262))
    folder.mkdir(exist_ok=True)
    path = folder / "unser_profil.qpt"
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path


def printed(tmp_path: Path, folder: Path, **changes) -> Path:
    given = base_parameters(
        tmp_path / "pdf", DPI=72, FILES="each", AREAS_CODES="0599900101", TEMPLATE_FOLDER=str(folder), **changes
    )
    run("areaprofiles", given)
    return tmp_path / "pdf" / FIRST


def test_an_own_layout_prints_with_our_maps_and_charts(provider, project_file, tmp_path):
    folder = tmp_path / "vorlagen"
    saved_layout(project_file, folder, 'Eigene Zeile [% "gebiet_name" %]')
    pdf = printed(tmp_path, folder)
    text = text_of(pdf, 1)
    assert "Eigene Zeile Mühlenviertel" in text
    assert info_of(pdf)["Pages"] == "3"
    ours = tmp_path / "ohne"
    run("areaprofiles", base_parameters(ours, DPI=72, FILES="each", AREAS_CODES="0599900101"))
    pages = [image_of(path, tmp_path, page) for path in (pdf, ours / FIRST) for page in (1, 2)]
    assert difference(pages[0], pages[1]) > 0.03
    assert difference(pages[0], pages[2]) < 0.01  # the own line only: maps and sparklines are there
    assert difference(pages[1], pages[3]) < 0.001


def image_of(pdf: Path, folder: Path, page: int) -> QImage:
    stem = folder / f"{pdf.parent.name}{page}"
    subprocess.run(["pdftoppm", "-r", "40", "-f", str(page), "-singlefile", "-png", str(pdf), str(stem)], check=True)
    return QImage(f"{stem}.png")


def difference(one: QImage, other: QImage) -> float:
    assert one.size() == other.size()
    pixels = [(x, y) for x in range(one.width()) for y in range(one.height())]
    grey = [abs(QColor(one.pixel(*at)).lightness() - QColor(other.pixel(*at)).lightness()) > 40 for at in pixels]
    return sum(grey) / len(grey)


def test_two_layouts_or_none_in_a_qpt_are_refused(provider, project_file, tmp_path):
    folder = tmp_path / "vorlagen"
    first = saved_layout(project_file, folder, "x")
    (folder / "zweite.qpt").write_bytes(first.read_bytes())
    _, log, good = attempt("areaprofiles", base_parameters(tmp_path / "a", TEMPLATE_FOLDER=str(folder)))
    assert not good and "several layouts (unser_profil.qpt, zweite.qpt)" in log
    (folder / "zweite.qpt").unlink()
    for content in ("", "<Layout/>", "kein XML"):
        first.write_text(content, encoding="utf-8")
        _, log, good = attempt("areaprofiles", base_parameters(tmp_path / "a", TEMPLATE_FOLDER=str(folder)))
        assert not good and "unser_profil.qpt is not a layout with pages" in log
        assert not list((tmp_path / "a").glob("*.pdf"))


def test_own_words_charts_and_colours_take_the_place_of_ours(provider, tmp_path):
    folder = tmp_path / "vorlagen"
    folder.mkdir()
    (folder / "texts_de.json").write_text(json.dumps({"heading_pyramid": "Alter hier"}), encoding="utf-8")
    (folder / "colours.json").write_text(json.dumps({"accent": "#7a1f5c", "pale": "#ffffff"}), encoding="utf-8")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm"><!-- {{ theme.accent }} --></svg>'
    (folder / "sparkline.svg.j2").write_text(svg, encoding="utf-8")
    (folder / "liesmich.txt").write_text("x", encoding="utf-8")
    charts = tmp_path / "svg"
    given = base_parameters(
        tmp_path / "pdf", DPI=72, FILES="each", TEMPLATE_FOLDER=str(folder), CHART_FOLDER=str(charts)
    )
    _, log = run("areaprofiles", given)
    assert "Alter hier" in text_of(tmp_path / "pdf" / FIRST) and "Altersaufbau" not in text_of(tmp_path / "pdf" / FIRST)
    assert "<!-- #7A1F5C -->" in (charts / "0599900101_kachel1.svg").read_text(encoding="utf-8")
    assert "Own templates: colours.json, sparkline.svg.j2, texts_de.json" in log
    assert "not used" in log and "liesmich.txt" in log


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("texts_de.json", '{"nirgends": "x"}', "no text “nirgends”"),
        ("texts_de.json", '{"rank": "{{ place"}', "texts_de.json, rank:1 cannot be used"),
        ("texts_de.json", '{"rank": "{{ platz }}"}', "texts_de.json, rank cannot be used: 'platz' is undefined"),
        ("texts_de.json", '{"rank": "{{ place.__class__.__mro__ }}"}', "texts_de.json, rank cannot be used"),
        ("texts_de.json", '{"levels": "x"}', "must have the form"),
        ("texts_de.json", "[1]", "between braces"),
        ("texts_de.json", "{", "cannot be read as JSON"),
        ("colours.json", '{"akzent": "#000000"}', "no colour “akzent”"),
        ("colours.json", '{"ink": "#eeeeee"}', "too pale"),
        ("colours.json", '{"accent": "#ffcc00"}', "contrast of 1.5"),
        ("colours.json", '{"rule": "red"}', "“red” is not a colour"),
        ("sparkline.svg.j2", "<svg>{% for %}", "sparkline.svg.j2:1 cannot be used"),
        ("sparkline.svg.j2", "<svg>", "sparkline.svg.j2 cannot be used"),
        ("sparkline.svg.j2", "<svg>{{ ''.__class__.__base__.__subclasses__() }}</svg>", "cannot be used"),
        ("sparkline.svg.j2", "{% include '/etc/passwd' %}", "cannot be used"),
        ("sparkline.svg.j2", '<svg><image href="https://example.org/x.png"/></svg>', "refers to another file"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(provider, tmp_path, name, content, words):
    (tmp_path / name).write_text(content, encoding="utf-8")
    _, log, good = attempt("areaprofiles", base_parameters(tmp_path / "pdf", TEMPLATE_FOLDER=str(tmp_path)))
    assert not good and words in log, log[-300:]
    assert not list((tmp_path / "pdf").glob("*.pdf"))


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="no folder"):
        OwnTemplates(tmp_path / "fehlt")


def test_without_a_folder_everything_is_ours():
    own = OwnTemplates()
    assert own.theme(Theme().accent) == Theme() and own.layout() is None
    assert type(own.texts("en")) is Texts and not own.unknown


def test_the_layout_in_the_project_needs_no_plugin(project_file):
    with zipfile.ZipFile(project_file) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))
    layout = text[text.index("<Layout") : text.rindex("</Layout>")]
    assert "sozialraum_plugin" not in text and "/resources/" not in layout
    for path in re.findall(r'(?:file|src|svgFile|name="name" value|k="name" v)="([^"]+\.(?:svg|png|ttf|j2))"', layout):
        assert path.startswith("base64:") or not Path(path).is_absolute(), path
    expressions = [one or other for one, other in re.findall(r'expression="([^"]*)"|\[%(.*?)%\]', layout, re.DOTALL)]
    called = set(re.findall(r"\b([a-z_]+)\(", " ".join(expressions))) - {"in", "and", "or", "not", "if"}
    native = {each.name() for each in QgsExpression.Functions() if type(each).__name__ == "QgsExpressionFunction"}
    assert called and called <= native, called - native
