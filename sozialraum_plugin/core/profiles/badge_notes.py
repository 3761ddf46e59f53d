"""Why an area has no class, in a reader's words: names of indicators instead of codes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .texts import Texts

MOST_NAMES = 3
CHANGE = "_d"  # what “Indicators side by side” adds to the code of an indicator's change
_LISTED = re.compile(r"[^\s,;:()“”„\"]+(?:, [^\s,;:()“”„\"]+)*")


def with_names(reason: str, names: Mapping[str, str], texts: Texts) -> str:
    """Return a reason of the index (``kein Wert in A04, A04_d``) with the names of the codes that `names` has.

    A list names at most three and counts the others. Words and codes that are unknown stay as they are.
    """
    return _LISTED.sub(lambda found: _named(found.group(), names, texts), reason)


def _named(listed: str, names: Mapping[str, str], texts: Texts) -> str:
    """Return a list of codes by their names, and any other words as they are."""
    codes = listed.split(", ")
    items = [_name(code, names, texts) for code in codes]
    if items == codes:
        return listed
    shown, rest = items[:MOST_NAMES], len(items) - MOST_NAMES
    separator = "; " if any("," in item for item in shown) else ", "
    told = separator.join(shown)
    return texts.phrase("badge_more", names=told, count=rest) if rest > 0 else told


def _name(code: str, names: Mapping[str, str], texts: Texts) -> str:
    if code in names:
        return names[code]
    stem = code[: -len(CHANGE)]
    is_change = code.endswith(CHANGE) and stem in names
    return texts.phrase("badge_change", indicator=names[stem]) if is_change else code
