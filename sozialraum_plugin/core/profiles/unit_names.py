"""An indicator's name with its unit behind it, which is told once."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_THOUSANDS = re.compile(r"(?<=\d)[. \u202f’'](?=\d{3}(?!\d))")


def name_with_unit(name: str, unit: str, between: str = ", ") -> str:
    """Return the name and the unit; a unit that the name tells itself is not repeated."""
    return f"{name}{between}{unit}" if unit and not tells_unit(name, unit) else name


def tells_unit(name: str, unit: str) -> bool:
    """Tell whether a name ends with the unit, or has it in brackets: ``HzE-Dichte (je 1000 unter 18)``.

    An amount of the unit tells none: ``Einkommen unter 60 %`` may be counted in per cent or in persons.
    """
    plain, wanted = _plain(name), re.escape(_plain(unit))
    word = rf"(?<!\w)(?<!\d ){wanted}"
    in_brackets = any(re.search(rf"{word}(?!\w)", inner) for inner in _BRACKETS.findall(plain))
    return in_brackets or re.search(rf"{word}$", plain) is not None


def _plain(text: str) -> str:
    """Return a text in small letters, with single blanks and without marks between thousands."""
    return _THOUSANDS.sub("", " ".join(text.split())).lower()
