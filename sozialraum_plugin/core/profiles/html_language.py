"""German texts of the data on a page in another language, marked so that they are read aloud in German.

Source: WCAG 2.1, 3.1.2 (language of parts).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

DATA_LANGUAGE = "de"
_MARKED = Markup('<span lang="de">{}</span>')
_WORD = re.compile(r"[^\W\d_]{2}")
_SHORTEST = 3  # characters of a name within a sentence; shorter ones occur there by chance


class DataTexts:
    """Marks what comes from the data; `names` are those that may occur within our own sentences."""

    def __init__(self, language: str, names: Iterable[str] = ()) -> None:
        self._foreign = language != DATA_LANGUAGE
        self._names = frozenset(_markable(names))

    @property
    def attribute(self) -> Markup:
        """Return the attribute of an element, such as a link, that holds nothing but a name of the data."""
        return Markup(' lang="de"') if self._foreign else Markup()

    def whole(self, text: str) -> Markup:
        """Return a text of the data as markup; numbers and marks have no language."""
        return _MARKED.format(text) if self._foreign and _WORD.search(text) else escape(text)

    def parts(self, text: str, *more: str) -> Markup:
        """Return our own text as markup with the names in it marked, and `more` names that only this text has."""
        names = self._names.union(_markable(more))
        if not self._foreign or not names:
            return escape(text)
        pieces = _pattern(names).split(text)
        return Markup().join(_MARKED.format(piece) if odd % 2 else escape(piece) for odd, piece in enumerate(pieces))


def _markable(names: Iterable[str]) -> Iterable[str]:
    return (name for name in names if len(name) >= _SHORTEST and _WORD.search(name))


@lru_cache(maxsize=16)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
