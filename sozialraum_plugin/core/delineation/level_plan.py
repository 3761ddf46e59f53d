"""Levels of areas to be made in one run, written as ``sozialraum 8000-25000; quartier 1500-3000-5000``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..fields import Level
from ..messages import tr
from ..numbers import format_number

_NUMBER = r"\d[\d.\s]*"
_BETWEEN = r"\s*(?:-|–|bis|to)\s*"
_LEVEL = re.compile(rf"(.*?[^\s:])\s*:?\s+({_NUMBER}){_BETWEEN}({_NUMBER})(?:{_BETWEEN}({_NUMBER}))?")


@dataclass(frozen=True)
class LevelPlan:
    """One level: what `ebene` says, bounds and target of inhabitants; a level of whole communes has no bounds."""

    name: str
    minimum: float | None = None
    maximum: float | None = None
    target: float | None = None

    @property
    def is_commune(self) -> bool:
        """Whether the areas of this level are the communes themselves."""
        return self.name == Level.COMMUNE

    @property
    def title(self) -> str:
        """The level as a word in a sentence."""
        return self.name[:1].upper() + self.name[1:]


def parse_levels(text: str) -> list[LevelPlan]:
    """Return the levels that `text` names, from the largest areas to the smallest; none for an empty text.

    Raises InputError where a part cannot be read, or where the levels cannot lie within each other.
    """
    levels = [_parse_level(part.strip()) for part in text.split(";") if part.strip()]
    _check_order(levels)
    for above, below in zip(levels, levels[1:]):
        if not above.is_commune:
            _check_bounds(above, below)
    return levels


def _parse_level(part: str) -> LevelPlan:
    if part.lower() == Level.COMMUNE:
        return LevelPlan(Level.COMMUNE)
    match = _LEVEL.fullmatch(part)
    if match is None:
        raise InputError(
            tr(
                "LEVELS: “{part}” is no level. Write its name and the bounds of inhabitants, for example: sozialraum "
                "8000-25000; quartier 1500-5000"
            ).format(part=part)
        )
    name, *texts = match.groups()
    numbers = [float(re.sub(r"[.\s]", "", number)) for number in texts if number]
    if numbers != sorted(numbers) or numbers[-1] <= 0:
        raise InputError(
            tr(
                "LEVELS: “{part}” must name the minimum first, then the maximum (or minimum, target and maximum)."
            ).format(part=part)
        )
    if name.lower() in (Level.COMMUNE, Level.DISTRICT):
        raise InputError(
            tr(
                "LEVELS: “{level}” cannot be made within bounds, because areas never cross a commune. Write “gemeinde” "
                "without numbers for the communes themselves; “Build hierarchy of areas” adds the Kreis."
            ).format(level=name)
        )
    return LevelPlan(name, numbers[0], numbers[-1], numbers[1] if len(numbers) == 3 else None)


def _check_order(levels: Sequence[LevelPlan]) -> None:
    names = [level.name for level in levels]
    for number, name in enumerate(names):
        if name in names[:number]:
            raise InputError(tr("LEVELS: “{level}” occurs twice. Name each level once.").format(level=name))
    if levels and levels[-1].is_commune:
        raise InputError(tr("LEVELS: name a level within the communes, for example: gemeinde; quartier 700-8500"))
    known = [Level.ORDER.index(name) for name in names if name in Level.ORDER]
    if known != sorted(known, reverse=True):
        raise InputError(
            tr("LEVELS: begin with the largest areas: {order}.").format(
                order=", ".join(sorted((n for n in names if n in Level.ORDER), key=Level.ORDER.index, reverse=True))
            )
        )


def _check_bounds(above: LevelPlan, below: LevelPlan) -> None:
    for word, upper, lower in (
        (tr("minimum"), above.minimum, below.minimum),
        (tr("maximum"), above.maximum, below.maximum),
    ):
        if lower > upper:
            raise InputError(
                tr(
                    "LEVELS: the {word} of “{below}” ({lower}) is above that of “{above}” ({upper}), so the one cannot "
                    "lie within the other. Begin with the largest areas, or change the bounds."
                ).format(
                    word=word, below=below.name, above=above.name, lower=format_number(lower),
                    upper=format_number(upper),
                )
            )  # fmt: skip


def indivisible_sizes(above: LevelPlan, below: LevelPlan) -> list[tuple[int, int]]:
    """Return the ranges of inhabitants (whole numbers) an upper area may have that no number of lower areas adds up to.

    An area of 2,000 cannot be divided into areas of 1,400 to 1,600: one is too few, two are too many.
    """
    if above.is_commune or below.minimum <= 0:
        return []
    gaps = []
    count = max(1, int(above.minimum // below.maximum))
    while count * below.maximum < above.maximum:
        first = max(int(above.minimum), int(count * below.maximum) + 1)
        last = min(int(above.maximum), int((count + 1) * below.minimum) - 1)
        if first > last and (count + 1) * below.minimum <= count * below.maximum + 1:
            break
        if first <= last:
            gaps.append((first, last))
        count += 1
    return gaps


def nesting_notes(levels: Sequence[LevelPlan]) -> list[str]:
    """Return a sentence for each pair of levels whose bounds do not divide evenly, naming the first such range."""
    notes = []
    for above, below in zip(levels, levels[1:]):
        for first, last in indivisible_sizes(above, below)[:1]:
            notes.append(
                tr(
                    "An area of the level “{above}” with {first} to {last} inhabitants cannot be divided into areas of "
                    "{minimum} to {maximum} (“{below}”). Widen the bounds of “{below}” if this happens."
                ).format(
                    above=above.name, below=below.name, first=format_number(first), last=format_number(last),
                    minimum=format_number(below.minimum), maximum=format_number(below.maximum),
                )
            )  # fmt: skip
    return notes
