"""Codes of new areas: text and a number that runs over the map from north-west to south-east."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from ..errors import InputError
from ..messages import tr
from ..numbers import format_number
from .code_pattern import ABOVE, COMMUNE, LEVEL, CodePattern


def pattern_codes(
    pattern: CodePattern,
    level: str,
    communes: Sequence[str],
    above: Sequence[str],
    centres: np.ndarray,
    given: Mapping[int, str],
    reserved: Collection[str] = (),
) -> list[str]:
    """Return a code for each of k areas by a pattern; `communes` (k,) and `above` (k,) are codes.

    `given` holds codes that areas keep; those in `reserved` go to no other area.
    Raises InputError for too few digits or if two codes are equal.
    """
    stems = [pattern.stem({COMMUNE: commune, ABOVE: parent, LEVEL: level}) for commune, parent in zip(communes, above)]
    digits = pattern.digits
    if pattern.at_least:
        digits = max(digits or 1, len(str(_highest_number(stems, {*given.values(), *reserved}))))
    codes = stem_codes(stems, centres, digits, given, reserved)
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise InputError(
                tr("Code “{code}” would be given to two areas. Give the number in CODE_PATTERN digits or a separator.")
                .format(code=code)
            )  # fmt: skip
        seen.add(code)
    return codes


def stem_codes(
    stems: Sequence[tuple[str, str]],
    centres: np.ndarray,
    digits: int | None,
    given: Mapping[int, str] | None = None,
    reserved: Collection[str] = (),
) -> list[str]:
    """Return a code for each of k areas: what stands before its number, the number, and what stands after it.

    Areas with equal `stems` (k,) are numbered together from 1, padded with zeros to `digits` (None: not padded), in
    rows from west to east, the northernmost row first; `centres` (k, 2) are x and y. Areas in `given` keep that code;
    neither that nor a `reserved` one goes to another area. Raises InputError if `digits` are too few.
    """
    codes = [(given or {}).get(area, "") for area in range(len(stems))]
    taken = {*codes, *reserved}
    for before, after in sorted(set(stems)):
        areas = [area for area, own in enumerate(stems) if own == (before, after) and not codes[area]]
        numbers = iter(range(1, len(areas) + len(taken) + 1))
        for place in reading_order(centres[areas]) if areas else []:
            codes[areas[place]] = _next_free(numbers, before, after, digits, taken, len(areas))
    return codes


def _next_free(numbers: Iterator[int], before: str, after: str, digits: int | None, taken: set[str], count: int) -> str:
    for number in numbers:
        if digits is not None and number >= 10**digits:
            raise InputError(
                tr("{count} areas of “{prefix}” cannot be numbered with {digits} digits. Raise the number of digits.")
                .format(count=format_number(count), prefix=before, digits=digits)
            )  # fmt: skip
        code = f"{before}{number:0{digits or 1}d}{after}"
        if code not in taken:
            return code
    raise AssertionError("there are more numbers than taken codes")


def _highest_number(stems: Sequence[tuple[str, str]], taken: Collection[str]) -> int:
    """Return the highest number that any stem may need: its areas, and the codes that begin alike and are taken."""
    counts = Counter(before for before, _ in stems)
    return max((count + sum(code.startswith(before) for code in taken) for before, count in counts.items()), default=1)


def reading_order(centres: np.ndarray) -> list[int]:
    """Return the order in which points (k, 2) are read: rows of equal number from north to south, each west to east."""
    rows = max(1, round(len(centres) ** 0.5))
    southward = np.lexsort((centres[:, 0], -centres[:, 1]))
    return [int(place) for row in np.array_split(southward, rows) for place in row[np.argsort(centres[row, 0])]]
