"""How wide a text runs, so that it can be broken into lines before it reaches a layout.

The widths are those of Open Sans in em, rounded up to a fiftieth; other letters count as wide ones.
"""

from __future__ import annotations

import re
from functools import lru_cache

MILLIMETRES_PER_POINT = 25.4 / 72
_WIDE = 0.7
_WIDTHS = {
    0.18: "’", 0.24: "'", 0.26: " ,ijl\u00a0", 0.28: "!.:;IJ·", 0.3: "()", 0.34: "-[]f", 0.36: "t²“”", 0.38: "/{}",
    0.42: '"r„', 0.44: "?°", 0.46: "_", 0.48: "csz", 0.5: "–", 0.52: "FLvy§", 0.54: "kx", 0.56: "*EST^ag|äà",
    0.58: "$+0123456789<=>XYZ`e~−éèêë", 0.6: "V€", 0.62: "KPRbdhnopquöü", 0.64: "ACÄß", 0.66: "#B", 0.74: "&DGHUÜ",
    0.76: "N", 0.78: "OQwÖ", 0.8: "…", 0.84: "%", 0.9: "@", 0.92: "M", 0.94: "Wm",
}  # fmt: skip
_EM = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_BOLD = 1.09  # bold letters are wider by no more than this
_PIECES = re.compile(r"[^ /–-]*[/–-]+|[^ /–-]+| +")


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text of `size` points in millimetres, rather too wide than too narrow."""
    em = sum(_EM.get(letter, _WIDE) for letter in text)
    return em * size * MILLIMETRES_PER_POINT * (_BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """Return a text in lines of at most `room` millimetres, broken at blanks, hyphens and slashes.

    A word that is wider than a line is broken anywhere, for nothing may be cut off. An empty text is one empty line.
    """
    return list(_wrapped(text, room, size, bold))


@lru_cache(maxsize=10_000)
def _wrapped(text: str, room: float, size: float, bold: bool) -> tuple[str, ...]:
    lines = [""]
    for piece in _PIECES.findall(" ".join(re.split(r"[ \t\r\n]+", text.strip()))):
        for part in _fitting(piece, room, size, bold):
            if width((lines[-1] + part).rstrip(), size, bold) > room and lines[-1].strip():
                lines.append("")
            lines[-1] += part if lines[-1] else part.lstrip()
    return tuple(line.strip() for line in lines)


def shortened(text: str, room: float, size: float, bold: bool = False, lines: int = 1) -> str:
    """Return a text that fits into so many lines, with three dots at its end if it had to be cut."""
    found = wrapped(text, room, size, bold)
    if len(found) <= lines:
        return text
    kept, last = found[: lines - 1], found[lines - 1]
    rest = text[text.index(last, sum(map(len, kept))) :]
    while rest and width(f"{rest}…", size, bold) > room:
        rest = rest[:-1].rstrip()
    start = text[: text.index(last, sum(map(len, kept)))]
    return f"{start}{rest}…"


def _fitting(piece: str, room: float, size: float, bold: bool) -> list[str]:
    """Return a word in parts that fit into a line."""
    parts = [""]
    for letter in piece:
        if parts[-1] and width(parts[-1] + letter, size, bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts
