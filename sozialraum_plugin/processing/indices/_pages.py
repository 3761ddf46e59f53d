"""Pages that an algorithm writes: a text file, and a PDF with selectable text printed by Qt's text document."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QMarginsF
from qgis.PyQt.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ...core.errors import InputError
from ...core.messages import tr

CREATOR = "Sozialraum (QGIS)"
FONT, POINTS = "DejaVu Sans", 9


def write_page(path: str, text: str) -> str:
    """Write a text file and return its path. Raises InputError if it cannot be written."""
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(
            tr("The file {file} cannot be written: {reason}.").format(file=path, reason=error.strerror)
        ) from error
    return path


def write_pdf(path: str, html: str, title: str, landscape: bool = False) -> str:
    """Print HTML (the part that QTextDocument reads) on A4 and return the path.

    It needs no window and no QtWebKit, so it may run on a worker thread. Raises InputError if nothing was written.
    """
    target = Path(path)
    try:
        target.write_bytes(b"")
    except OSError as error:
        raise InputError(
            tr("The file {file} cannot be written: {reason}.").format(file=path, reason=error.strerror)
        ) from error
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator(CREATOR)
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(0, 0, 0, 0)  # the document has 2 cm of its own, with the number of the page in them
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    document.setDefaultFont(QFont(FONT, POINTS))
    document.setHtml(html)
    print_document = getattr(document, "print", None) or document.print_
    print_document(writer)
    del writer
    if not target.stat().st_size:
        raise InputError(tr("The file {file} cannot be written: {reason}.").format(file=path, reason="PDF"))
    return path
