"""Writes the web pages of profiles; a file appears only when it is whole."""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from ..messages import tr

UNFINISHED = "unfertig_"


def write_page(page: str, path: Path) -> None:
    """Write a page as UTF-8; raise InputError if its folder cannot be written."""
    unfinished = path.with_name(UNFINISHED + path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(page, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be written: {reason}. Is the folder write-protected?").format(
                path=path, reason=error.strerror
            )
        ) from error
