"""Translation of what users read, without Qt.

Source strings are English literals inside ``tr(...)``; `scripts/translations.py` collects them. The plugin installs
Qt's translation at start-up; in plain Python the English text is returned.
"""

from __future__ import annotations

from typing import Callable

CONTEXT = "Sozialraum"


def _untranslated(text: str) -> str:
    return text


_translate: Callable[[str], str] = _untranslated


def use_translation(translate: Callable[[str], str] | None) -> None:
    """Make `translate` the source of all texts; None goes back to English."""
    global _translate
    _translate = translate or _untranslated


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return _translate(text)
