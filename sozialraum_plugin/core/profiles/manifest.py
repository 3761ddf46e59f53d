"""What a folder of profiles was made from, so that a run can go on where another one stopped.

The file holds names of files and fingerprints, no number of any area. A fingerprint covers all that is printed on
the pages of an area and how, so a file is as new as its inputs if, and only if, the two are equal.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError
from ..messages import tr

FILE = "profile_stand.json"
_BESIDE = ".neu"


def fingerprint(parts: Iterable[object]) -> str:
    """Return a hash of texts, bytes and what can be written as text; their order matters, and their borders."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode()
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


class Manifest:
    """The fingerprints of the files of one folder, by the files' names. A file that cannot be read counts as none."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        try:
            known = json.loads(self.path.read_text(encoding="utf-8"))["dateien"]
            self._known = {str(name): str(mark) for name, mark in known.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._known = {}

    def has(self, file: Path, mark: str) -> bool:
        """Tell whether a file is there, was made by us with this fingerprint and was not touched since by a writer."""
        size = file.stat().st_size if file.is_file() else 0
        return size > 0 and self._known.get(file.name) == _entry(mark, size)

    def book(self, file: Path, mark: str) -> None:
        """Note a finished file at once, so that it counts even if the run ends here."""
        self._known[file.name] = _entry(mark, file.stat().st_size)
        beside = self.path.with_name(self.path.name + _BESIDE)
        try:
            beside.write_text(json.dumps({"dateien": self._known}, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self.path)
        except OSError as error:
            raise InputError(
                tr("{path} cannot be written: {reason}.").format(path=self.path, reason=error.strerror)
            ) from error

    def remove(self) -> None:
        """Delete the manifest."""
        self.path.unlink(missing_ok=True)


def _entry(mark: str, size: int) -> str:
    return fingerprint([mark, size])
