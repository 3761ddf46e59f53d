"""Symbols of official statistics: what ``-``, ``.``, ``*`` or ``-9`` in a cell means depends on who sent the table.

Sources: Destatis, Zeichenerklärung; Bundesagentur für Arbeit, Statistik-Hinweise; Zensus 2011 and 2022, data set
descriptions of the grid tables. The profiles stand in resources/indicators/symbols.json.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...errors import InputError
from ...fields import Flag
from ...messages import tr
from ...paths import resource
from .number_cells import parse_number, strip_marks

PROFILES = ("destatis", "ba", "zensus2011", "zensus2022", "none")
_ANY_SYMBOL = {"-", "–", "—", ".", "·", "•", "x", "X", "/", "...", "…", "*", "**"}
_NOTHING_SAID = {
    "na",
    "n/a",
    "nan",
    "null",
    "none",
    "#nv",
    "#n/a",
    "k.a.",
    "k. a.",
    "keine angabe",
    "n.a.",
    "n. a.",
    "<na>",
}
_PARENTHESES = re.compile(r"\(\s*(.+?)\s*\)")
_SUFFIX = re.compile(r"(.*\d)\s*([a-z])")


@dataclass(frozen=True)
class Cell:
    """What a text cell means: a number or None, and why it is missing or uncertain."""

    value: float | None
    flag: str = Flag.NONE
    readable: bool = True


@dataclass(frozen=True)
class SymbolProfile:
    """The symbols of one sender: whole cells, sentinel numbers, parentheses and trailing letters."""

    name: str
    symbols: dict[str, Cell]
    sentinels: dict[float, str]
    parentheses: str
    suffixes: dict[str, str]

    def read(self, text: str, decimal: str) -> Cell:
        """Return the meaning of a tidy cell; what cannot be read is missing and marked so, never a guess."""
        if not text:
            return Cell(None, Flag.MISSING)
        symbol = self.symbols.get(strip_marks(text)) or self.symbols.get(text.lower())
        if symbol is not None:
            return symbol
        if text.lower() in _NOTHING_SAID:
            return Cell(None, Flag.MISSING)
        inner, flag = self._unwrap(text)
        value = parse_number(inner, decimal)
        if value is None:
            return Cell(None, Flag.MISSING, readable=False)
        if value in self.sentinels:
            return Cell(None, self.sentinels[value])
        return Cell(value, flag)

    def _unwrap(self, text: str) -> tuple[str, str]:
        """Return a number without parentheses or trailing letter, and the flag that these mean."""
        wrapped = _PARENTHESES.fullmatch(text)
        if wrapped and self.parentheses:
            return wrapped.group(1), self.parentheses
        lettered = _SUFFIX.fullmatch(text)
        if lettered and lettered.group(2) in self.suffixes:
            return lettered.group(1), self.suffixes[lettered.group(2)]
        return text, Flag.NONE


@cache
def symbol_profile(name: str) -> SymbolProfile:
    """Return a profile of resources/indicators/symbols.json by its name."""
    entries = json.loads(resource("indicators", "symbols.json").read_text(encoding="utf-8"))
    if name not in entries:
        raise InputError(
            tr("SYMBOLS: there is no profile “{name}”. There are: {names}.").format(name=name, names=", ".join(entries))
        )
    return profile_of(name, entries[name])


def profile_of(name: str, entry: dict[str, Any]) -> SymbolProfile:
    """Return the profile that an entry of symbols.json describes."""
    return SymbolProfile(
        name,
        {sign: Cell(meaning["value"], meaning["flag"]) for sign, meaning in entry["symbols"].items()},
        {float(number): flag for number, flag in entry.get("sentinels", {}).items()},
        entry.get("parentheses", ""),
        entry.get("suffixes", {}),
    )


def looks_like_symbol(cell: str) -> bool:
    """Tell whether a cell is a symbol of any sender."""
    return cell in _ANY_SYMBOL or cell.lower() in _NOTHING_SAID
