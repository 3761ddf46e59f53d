"""PDF files of a profile layout: text stays text, charts stay vector, title and author stand in every file."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import Qgis, QgsFeedback, QgsLayoutExporter, QgsPrintLayout

from ..core.errors import CancelledError, InputError
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


def export_all(layout: QgsPrintLayout, path: Path, dpi: int, title: str, author: str, feedback: QgsFeedback) -> None:
    """Write the pages of all features into one file; it appears only when it is whole.

    Raises InputError if the file cannot be written and CancelledError if the user stopped.
    """
    _describe(layout, title, author)
    unfinished = path.with_name(UNFINISHED + path.name)
    result, _ = QgsLayoutExporter.exportToPdf(layout.atlas(), str(unfinished), pdf_settings(dpi), feedback)
    if feedback.isCanceled():
        unfinished.unlink(missing_ok=True)
        raise CancelledError
    if result == QgsLayoutExporter.ExportResult.Success:
        write_metadata(unfinished, title, author)
    _finish(result, unfinished, path)


def write_metadata(path: Path, title: str, author: str) -> None:
    """Write title and author into a PDF: QGIS 3.22 leaves them out of a file of many atlas pages.

    GDAL's update mode appends them and leaves the pages untouched; QGIS does the same for single files.
    """
    try:
        document = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_RASTER)
    except RuntimeError:  # where GDAL is set to raise instead of returning None
        document = None
    if document is None:
        raise InputError(tr("Title and author cannot be written into {path}.").format(path=path))
    document.SetMetadataItem("TITLE", title)
    document.SetMetadataItem("AUTHOR", author)
    del document  # closing writes


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
