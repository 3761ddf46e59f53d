"""Profiles from tables to a PDF, and where each word of it stands."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsGeometry,
    QgsLayoutExporter,
    QgsPrintLayout,
    QgsProject,
)

from sozialraum_plugin.core.profiles.chart_files import write_charts
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.local import LocalTables
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.table import profile_table
from sozialraum_plugin.core.profiles.texts import Texts
from sozialraum_plugin.layouts.export import pdf_settings
from sozialraum_plugin.layouts.options import LayoutOptions, chart_folder_expression
from sozialraum_plugin.layouts.profile_layout import add_profile_layout
from sozialraum_plugin.layouts.profile_project import areas_layer, locator_extents, profile_layer

POINTS_PER_MILLIMETRE = 72 / 25.4


class Word(NamedTuple):
    """A word with its box in millimetres from the top left of its page."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def print_profiles(
    folder: Path,
    areas: pd.DataFrame,
    shapes: Sequence[QgsGeometry],
    indicators: pd.DataFrame,
    index: pd.DataFrame | None = None,
    local: LocalTables | None = None,
    options: ProfileOptions | None = None,
    language: str = "de",
    keep: Callable[[QgsPrintLayout, QgsProject], None] | None = None,
) -> tuple[Path, pd.DataFrame]:
    """Print all profiles into one PDF; return it and the table of their texts. `keep` is given the layout."""
    texts, crs = Texts(language), QgsCoordinateReferenceSystem("EPSG:25832")
    by_code = dict(zip(areas["gebiet"], shapes))
    sizes = {code: shape.area() for code, shape in by_code.items()}
    builder = ProfileBuilder(areas, indicators, index, sizes, options or ProfileOptions(), texts, local)
    profiles = list(builder.profiles())
    charts = {p.place.code: write_charts(p, Charts(Theme(), texts), folder / "svg") for p in profiles}
    table = profile_table(profiles, charts, locator_extents(builder.places, builder.targets, by_code), texts)
    coverage = profile_layer(table, [by_code[code] for code in table["gebiet"]], crs)
    everywhere = areas_layer(areas, shapes, crs)
    project = QgsProject()
    project.addMapLayers([coverage, everywhere])
    look = LayoutOptions(charts=chart_folder_expression(str(folder / "svg")), texts=texts, place="Städteregion Aachen")
    layout = add_profile_layout(project, coverage, everywhere, {}, look)
    print_atlas(layout, folder / "alle.pdf")
    if keep:
        keep(layout, project)
    return folder / "alle.pdf", table


def print_atlas(layout: QgsPrintLayout, path: Path) -> None:
    """Print the pages of all areas into one file, as a user does by hand."""
    result, _ = QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), pdf_settings(72), QgsFeedback())
    assert result == QgsLayoutExporter.ExportResult.Success


def page_texts(pdf: Path) -> list[str]:
    """Return the text of each page."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return unicodedata.normalize("NFKC", text).split("\f")[:-1]


def words_of(pdf: Path) -> list[Word]:
    """Return all words with their places."""
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = []
    for page, part in enumerate(text.split("<page ")[1:], start=1):
        for box, word in re.findall(r"<word ([^>]*)>(.*?)</word>", part):
            edges = [float(number) / POINTS_PER_MILLIMETRE for number in re.findall(r'"([-\d.]+)"', box)]
            found.append(Word(unicodedata.normalize("NFKC", unescape(word)), page, *edges))
    return found
