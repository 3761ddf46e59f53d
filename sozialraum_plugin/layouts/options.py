"""What a profile layout is built with."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..core.profiles.colours import Theme
from ..core.profiles.texts import Texts

LAYOUT_NAME = "Sozialraumprofil"
PROJECT_CHARTS = "@project_folder || '/diagramme/'"


@dataclass(frozen=True)
class LayoutOptions:
    """Name of the layout, head line, map credit, theme, language, and where the charts lie.

    `charts` is a QGIS expression for the folder of the SVG files, with a slash at its end: by default the folder
    ``diagramme`` beside the project. `place` is what stands beside the title, such as the name of the Kreis.
    """

    name: str = LAYOUT_NAME
    title: str = "Sozialraumprofil"
    place: str = ""
    credit: str = ""
    charts: str = PROJECT_CHARTS
    theme: Theme = field(default_factory=Theme)
    texts: Texts = field(default_factory=Texts)

    def chart(self, column: str) -> str:
        """Return the expression for the file of a chart whose name is in a column."""
        return f'{self.charts} || "{column}"'


def chart_folder_expression(folder: str) -> str:
    """Return an expression for a fixed folder."""
    return "'" + folder.replace("\\", "/").rstrip("/").replace("'", "''") + "/'"
