"""What QGIS writes into a project file and nobody else should read."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_USER = re.compile(rb'\s(?:saveUser|saveUserFull)="[^"]*"')


def remove_user_name(path: Path) -> None:
    """Take the login and the full name of the user, which QGIS notes in the root element, out of a .qgz file."""
    with zipfile.ZipFile(path) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries:
            archive.writestr(entry.filename, _anonymous(content) if entry.filename.endswith(".qgs") else content)


def _anonymous(document: bytes) -> bytes:
    start = document.index(b"<qgis")
    end = document.index(b"<homePath", start)
    return document[:start] + _USER.sub(b"", document[start:end]) + document[end:]
