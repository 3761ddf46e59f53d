"""Where the plugin's resources lie: inside the built plugin, or at the top of the source tree."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def plugin_file(*parts: str) -> Path:
    """Return a file of `resources/`, `i18n/` or `metadata.txt`, built or not.

    Raises FileNotFoundError if neither place has it.
    """
    for base in (_PACKAGE, _PACKAGE.parent):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))


def resource(*parts: str) -> Path:
    """Return a file below `resources/`."""
    return plugin_file("resources", *parts)
