"""Patterns of codes, such as ``{gemeinde}{nummer:02}`` or ``{oben}-{nummer}``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from ..errors import InputError
from ..messages import tr

COMMUNE, ABOVE, LEVEL, NUMBER = "gemeinde", "oben", "ebene", "nummer"
_PLACES = (COMMUNE, ABOVE, LEVEL, NUMBER)


@dataclass(frozen=True)
class CodePattern:
    """Pieces of text and places to fill in; `digits` of the number, None for as many as it has.

    With `at_least` there are more digits where the areas of one stem need them.
    """

    pieces: tuple[tuple[str, str | None], ...]
    digits: int | None
    at_least: bool = False

    def stem(self, values: dict[str, str]) -> tuple[str, str]:
        """Return what stands before and after the number."""
        before, after, seen = "", "", False
        for literal, place in self.pieces:
            filled = literal + (values[place] if place not in (None, NUMBER) else "")
            before, after = (before, after + filled) if seen else (before + filled, after)
            seen = seen or place == NUMBER
        return before, after


def numbered_pattern(prefix: str | None, digits: int, at_least: bool = False) -> CodePattern:
    """Return the pattern of a prefix (None: the code of the area above) and a number."""
    first = ("", ABOVE) if prefix is None else (prefix, None)
    return CodePattern((first, ("", NUMBER)), digits, at_least)


def parse_pattern(text: str) -> CodePattern:
    """Return the pattern that `text` writes; raise InputError where it cannot be read or has no number."""
    try:
        parsed = list(Formatter().parse(text))
    except ValueError as error:
        raise _unreadable(text) from error
    pieces, digits, numbers = [], None, 0
    for literal, place, form, conversion in parsed:
        if place is not None and (place not in _PLACES or conversion or (form and place != NUMBER)):
            raise _unreadable(text)
        if place == NUMBER:
            numbers += 1
            digits = _digits(text, form or "")
        pieces.append((literal, place))
    if numbers != 1:
        raise InputError(
            tr("CODE_PATTERN: “{text}” must hold the number once, for example {example}.").format(
                text=text, example="{gemeinde}{nummer:02}"
            )
        )
    return CodePattern(tuple(pieces), digits)


def _digits(text: str, form: str) -> int | None:
    if not form:
        return None
    if not form.isdigit() or not 1 <= int(form) <= 9:
        raise _unreadable(text)
    return int(form)


def _unreadable(text: str) -> InputError:
    return InputError(
        tr("CODE_PATTERN: “{text}” cannot be read. Use {places} and plain text, for example {example}.").format(
            text=text,
            places=", ".join(f"{{{place}}}" for place in _PLACES),
            example="{gemeinde}{nummer:02}",
        )
    )


def patterns_of_levels(text: str, levels: Sequence[str]) -> list[CodePattern] | None:
    """Return one pattern a level from a text of patterns separated by semicolons; one pattern serves all levels.

    Returns None for an empty text. Raises InputError if their number is another.
    """
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if not parts:
        return None
    if len(parts) not in (1, len(levels)):
        raise InputError(
            tr("CODE_PATTERN has {count} patterns for {levels} levels ({names}). Give one for each, or one for all.")
            .format(count=len(parts), levels=len(levels), names=", ".join(levels))
        )  # fmt: skip
    patterns = [parse_pattern(part) for part in parts]
    return patterns * len(levels) if len(patterns) == 1 else patterns
