"""What QGIS writes into a project file and nobody else should read."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

_USER = re.compile(rb'\s(?:saveUser|saveUserFull)="[^"]*"')


def remove_traces(path: Path) -> None:
    """Take the user's login and full name and the absolute path of the folder out of a .qgz file.

    QGIS notes the names in the root element, and with each layer that a layout uses (in its maps, as coverage of its
    atlas) the absolute path of its source, even in a project with relative paths; it finds these layers by their ids.
    """
    folder = escape(path.resolve().parent.as_posix(), {'"': "&quot;"}).encode()
    with zipfile.ZipFile(path) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries:
            if entry.filename.endswith(".qgs"):
                content = _anonymous(content).replace(b'="' + folder + b"/", b'="./')
            archive.writestr(entry.filename, content)


def _anonymous(document: bytes) -> bytes:
    start = document.index(b"<qgis")
    end = document.index(b"<homePath", start)
    return document[:start] + _USER.sub(b"", document[start:end]) + document[end:]
