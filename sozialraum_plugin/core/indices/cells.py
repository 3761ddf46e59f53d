"""Numbers and yes/no flags out of table cells as offices deliver them: text, German decimals, marks for missing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..errors import InputError
from ..messages import tr

SENTINELS = frozenset(-(10.0**digits - 1) for digits in range(3, 11))  # -999, -9999, ... stand for "no value"
MISSING_MARKS = frozenset(
    ("-", "–", "—", ".", "·", "•", "x", "/", "*", "...", "…", "na", "n/a", "nan", "null", "none", "k.a.")
)
TRUE_WORDS = frozenset(("1", "1.0", "-1", "ja", "j", "true", "t", "wahr", "w", "yes", "y"))
FALSE_WORDS = frozenset(("", "0", "0.0", "nein", "n", "false", "f", "falsch", "no", "gültig"))
INVALID = "ungültig"  # Berlin writes the reason behind it: "ungültig (Ausreißer)"

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_DIGITS = re.compile(r"[+-]?[\d.,]*\d[\d.,]*")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_DOT_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+")
_COMMA_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+")


@dataclass
class NumberColumn:
    """A column as floats, NaN where there is no value; what was read as missing; cells that are no numbers."""

    name: str
    values: np.ndarray
    marks: Counter[str] = field(default_factory=Counter)
    unreadable: dict[int, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Tell whether no cell holds a number."""
        return bool(np.isnan(self.values).all())


def number_column(name: str, cells: Sequence[Any], whole: bool = False) -> NumberColumn:
    """Read the cells of a column, numbers or text, as floats.

    Decimal mark and thousands mark are judged from the whole column; `whole` says that it counts something, so that
    ``1.234`` is 1234. Sentinels (-999, -9999, ...) and marks (``-``, ``·``, ``x``) are missing and counted in `marks`.
    """
    column = NumberColumn(name, np.full(len(cells), np.nan))
    texts = [_compact(cell) for cell in cells if isinstance(cell, str)]
    comma_is_decimal = _comma_is_decimal([text for text in texts if _DIGITS.fullmatch(text)], whole)
    for row, cell in enumerate(cells):
        if cell is None:
            continue
        number = _number_of_text(cell, comma_is_decimal) if isinstance(cell, str) else float(cell)
        if number is None or math.isinf(number):
            column.unreadable[row] = str(cell)
        elif number in SENTINELS:
            column.marks[f"{number:.0f}"] += 1
        elif not math.isnan(number):
            column.values[row] = number
        elif isinstance(cell, str) and _compact(cell):
            column.marks[cell.strip()] += 1
    return column


def _compact(text: str) -> str:
    """Return a cell without blanks of any kind, with a plain minus and without a percent sign."""
    return _SPACES.sub("", text).replace("−", "-").rstrip("%")


def _comma_is_decimal(texts: Sequence[str], whole: bool) -> bool:
    """Judge from all cells of a column whether the comma marks decimals and the dot thousands, or the reverse."""
    for text in texts:
        if "," in text and "." in text:
            return text.rindex(",") > text.rindex(".")
    with_comma = [text for text in texts if "," in text]
    if with_comma:
        grouped = all(_COMMA_GROUPS.fullmatch(text) for text in with_comma)
        return not (grouped and (whole or any(text.count(",") > 1 for text in with_comma)))
    with_dot = [text for text in texts if "." in text]
    grouped = bool(with_dot) and all(_DOT_GROUPS.fullmatch(text) for text in with_dot)
    return grouped and (whole or any(text.count(".") > 1 for text in with_dot))


def _number_of_text(cell: str, comma_is_decimal: bool) -> float | None:
    """Return the number of a text cell, NaN for an empty one or a mark, None for anything else."""
    text = _compact(cell)
    if not text or text.lower() in MISSING_MARKS:
        return math.nan
    if not comma_is_decimal:
        text = text.replace(",", "")
    elif "," in text or _DOT_GROUPS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    return float(text) if _PLAIN.fullmatch(text) else None


def flag_column(name: str, cells: Sequence[Any]) -> list[str | None]:
    """Read a yes/no column: None is no, a text is yes; the text is the cell's own reason or empty.

    Yes: true, 1, ja, wahr, ``ungültig (...)``; no: false, 0, nein, falsch, ``gültig``, empty.
    Raises InputError naming the row for anything else.
    """
    flags: list[str | None] = []
    for row, cell in enumerate(cells):
        word = "" if cell is None else str(cell).strip()
        if word.lower().startswith(INVALID):
            flags.append(word)
        elif word.lower() in TRUE_WORDS:
            flags.append("")
        elif word.lower() in FALSE_WORDS:
            flags.append(None)
        else:
            raise InputError(
                tr(
                    "Row {row}, column “{column}”: “{text}” says neither yes nor no. Use 1/0, ja/nein or true/false."
                ).format(row=row + 1, column=name, text=word)
            )
    return flags
