"""Names of files that any system accepts and no two areas share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

LONGEST = 120
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def safe_name(text: str) -> str:
    """Return a text as the stem of a file; empty if nothing of it can stand in one.

    >>> safe_name("  Nord/Süd: 1. Auflage.pdf "), safe_name("con"), safe_name("../")
    ('Nord-Süd- 1. Auflage', 'con_', '')
    """
    name = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", text.strip()))
    name = re.sub(r"\.pdf$", "", name, flags=re.IGNORECASE)
    name = name[:LONGEST].strip(" .-")
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def unique_names(stems: Mapping[str, str], suffixes: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """Return the stem of each area by its code; those that are equal, whatever their case, get their suffix.

    `taken` are stems that other files have. A suffix is unique to its area.

    >>> unique_names({"1": "Mitte", "2": "mitte", "3": "Alle"}, {"1": "1", "2": "2", "3": "3"}, ["alle"])
    {'1': 'Mitte_1', '2': 'mitte_2', '3': 'Alle_3'}
    """
    counts: dict[str, int] = {name.casefold(): 1 for name in taken}
    for stem in stems.values():
        counts[stem.casefold()] = counts.get(stem.casefold(), 0) + 1
    used = {stem.casefold() for stem in stems.values() if counts[stem.casefold()] == 1} | {t.casefold() for t in taken}
    names = {}
    for code, stem in stems.items():
        if counts[stem.casefold()] > 1:
            stem = f"{stem}_{suffixes[code]}"
            while stem.casefold() in used:
                stem += "_"
            used.add(stem.casefold())
        names[code] = stem
    return names
