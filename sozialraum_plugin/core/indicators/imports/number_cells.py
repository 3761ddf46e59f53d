"""Numbers in text cells: German or English, with thousands marks, percent signs and footnote digits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .grid import Number

AUTO = "auto"
COMMA = "comma"
POINT = "point"

_SUPER = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_FOOTNOTE = re.compile(
    rf"(?<=\S)(?:\s+\(?\d{{1,2}}\)(?:\s*,?\s*\(?\d{{1,2}}\))*|\s*⁽?[{_SUPER}]+(?:\s*[,⁾)]\s*[{_SUPER}]*)*)$"
)
_LABEL_FOOTNOTE = re.compile(rf"(?<=\S)(?:\s*(?<![\d(])\d{{1,2}}\)(?:\s*,?\s*\d{{1,2}}\))*|(?<!m)⁽?[{_SUPER}]+[⁾)]?)$")
_NUMBER = {
    COMMA: re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:['’]\d{3})+|\d+)(?:,\d+)?"),
    POINT: re.compile(
        r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:['’]\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?"
    ),
}
_CODE = re.compile(r"0\d+")
_EITHER = re.compile(r"[+-]?\d{1,3}[.,]\d{3}")  # thousands to one reader, a broken number to the other
# what only one decimal sign can explain; {d} is the decimal sign, {t} the thousands mark
_PROOF = (
    r"[+-]?(?:[\d{t} ]*\d{d}(?!\d{{3}}$)\d+|0{d}\d+|\d{{4,}}{d}\d+"
    r"|\d{{1,3}}(?:{t}\d{{3}})+{d}\d+|\d{{1,3}}(?:{t}\d{{3}}){{2,}})"
)
_EVIDENCE = {
    COMMA: re.compile(_PROOF.format(d=",", t=r"\.")),
    POINT: re.compile(_PROOF.format(d=r"\.", t=",")),
}


def strip_marks(cell: str) -> str:
    """Return a cell without percent sign and footnote digits, and with a plain minus.

    >>> strip_marks("52,3 %"), strip_marks("123 1)"), strip_marks("−4²")
    ('52,3', '123', '-4')
    """
    text = _FOOTNOTE.sub("", cell.replace("−", "-"))
    return text[:-1].rstrip() if text.endswith(("%", "€")) else text


def strip_footnote(label: str) -> str:
    """Return a head or name without the digits of its footnotes; units such as m² and km² stay.

    >>> strip_footnote("Bevölkerung 1)"), strip_footnote("Altstadt²"), strip_footnote("Fläche in km²")
    ('Bevölkerung', 'Altstadt', 'Fläche in km²')
    """
    return _LABEL_FOOTNOTE.sub("", label).rstrip() or label


def parse_number(cell: str, decimal: str) -> float | None:
    """Return the number that a cell holds under the decimal sign ``comma`` or ``point``; None if it is none.

    Strict on purpose: ``12.5`` is no number where the comma is the decimal sign, so that it cannot become 125.
    """
    if isinstance(cell, Number):
        return float(cell)
    text = strip_marks(cell)
    if not _NUMBER[decimal].fullmatch(text):
        return None
    text = text.replace(" ", "").replace("'", "").replace("’", "")
    text = text.replace(".", "").replace(",", ".") if decimal == COMMA else text.replace(",", "")
    return float(text)


def is_code(cell: str) -> bool:
    """Tell whether a cell of digits begins with a zero: a key, no number."""
    return bool(_CODE.fullmatch(cell))


def is_either(cell: str) -> bool:
    """Tell whether a cell such as ``1.234`` is a number of four digits or a broken one, by the decimal sign."""
    return not isinstance(cell, Number) and bool(_EITHER.fullmatch(strip_marks(cell)))


def looks_numeric(cell: str) -> bool:
    """Tell whether a cell is a number under either decimal sign."""
    if isinstance(cell, Number):
        return True
    text = strip_marks(cell)
    return not is_code(text) and any(pattern.fullmatch(text) for pattern in _NUMBER.values())


def decimal_evidence(cells: Iterable[str]) -> dict[str, int]:
    """Count the cells that only one decimal sign explains: ``12,5`` and ``1.234.567`` do, ``1.234`` does not."""
    found = {COMMA: 0, POINT: 0}
    for cell in cells:
        if isinstance(cell, Number):
            continue
        text = strip_marks(cell)
        for sign, pattern in _EVIDENCE.items():
            found[sign] += bool(pattern.fullmatch(text))
    return found
