"""PDF files of a profile layout: text stays text, charts stay vector, title and author stand in every file."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout

from ..core.errors import InputError
from ..core.messages import tr

UNFINISHED = "unfertig_"


def pdf_settings(dpi: int) -> QgsLayoutExporter.PdfExportSettings:
    """Return settings for vector pages with selectable text."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.exportMetadata = True
    settings.appendGeoreference = True
    return settings


def export_current(layout: QgsPrintLayout, path: Path, dpi: int, title: str, author: str) -> None:
    """Write the pages of the atlas's current feature; the file appears only when it is whole.

    Raises InputError if the file cannot be written.
    """
    _describe(layout, title, author)
    unfinished = path.with_name(UNFINISHED + path.name)
    result = QgsLayoutExporter(layout).exportToPdf(str(unfinished), pdf_settings(dpi))
    _finish(result, unfinished, path)


def _describe(layout: QgsPrintLayout, title: str, author: str) -> None:
    """Put title and author where the exporter looks for them: the layout's project."""
    metadata = layout.project().metadata()
    metadata.setTitle(title)
    metadata.setAuthor(author)
    layout.project().setMetadata(metadata)


def _finish(result: QgsLayoutExporter.ExportResult, unfinished: Path, path: Path) -> None:
    if result != QgsLayoutExporter.ExportResult.Success:
        unfinished.unlink(missing_ok=True)
        raise InputError(
            tr("{path} cannot be written. Is it open in another program, or the folder write-protected?").format(
                path=path
            )
        )
    unfinished.replace(path)
