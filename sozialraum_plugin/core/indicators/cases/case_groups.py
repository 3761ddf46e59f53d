"""Age groups as text (`0-2, 3-5, 80+`) and under the names that the catalogue's formulas use (`E_u3`, `E_3_u6`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...messages import tr
from .case_ages import Ages

OPEN_END = 999
ANY, BELOW, ABOVE = 0, 1, 2
_EARLIEST_RETIREMENT, _LATEST_RETIREMENT = 65, 67
CATALOGUE = "katalog"
FIVE_YEARS = "pyramide"
_LAST_OF_PYRAMID = 85
_PREFIX_OF_CATALOGUE = "E"
_RETIREMENT = "RAG"
_GROUP = re.compile(r"(\d{1,3})\s*(?:-|–|bis)\s*(\d{1,3})")
_OPEN = re.compile(
    r"(?:ab\s*)?(\d{1,3})\s*(?:\+|und älter|und aelter|u\.\s?ä\.|and over)|ab\s*(\d{1,3})", re.IGNORECASE
)
_UNDER = re.compile(r"(?:u|unter|<)\s*(\d{1,3})", re.IGNORECASE)
_UNTIL = re.compile(r"(\d{1,3})\s*(?:-|–|bis)\s*(?:u|unter|<)\s*(\d{1,3})", re.IGNORECASE)
_NAMES = (
    (re.compile(r"u(\d+)"), lambda number: (0, number - 1)),
    (re.compile(r"ab(\d+)"), lambda number: (number, OPEN_END)),
    (re.compile(r"(\d+)"), lambda number: (number, OPEN_END)),
)
_NAMED_SPAN = re.compile(r"(\d+)_(u?)(\d+)")


@dataclass(frozen=True, order=True)
class AgeGroup:
    """Ages from `first` to `last` in full years, both included; only those BELOW or ABOVE the Regelaltersgrenze."""

    first: int
    last: int
    side: int = ANY

    @property
    def retirement(self) -> bool:
        """Tell whether the group ends at the Regelaltersgrenze."""
        return self.side == BELOW

    @property
    def text(self) -> str:
        """Return the group as a reader writes it."""
        if self.retirement:
            return f"{self.first}-{_RETIREMENT}"
        return f"{self.first}+" if self.last >= OPEN_END else f"{self.first}-{self.last}"

    def holds(self, ages: Ages) -> np.ndarray:
        """Return which persons belong to the group."""
        inside = (ages.years >= self.first) & (ages.years <= self.last)
        return inside if self.side == ANY else inside & (ages.below_retirement == (self.side == BELOW))

    def lies_in(self, other: AgeGroup) -> bool:
        """Tell whether another group holds this one, which is one of its `smallest_groups`."""
        inside = other.first <= self.first and self.last <= other.last
        if other.side != BELOW:
            return inside
        return inside and (self.side == BELOW or (self.side == ANY and self.last < _EARLIEST_RETIREMENT))


def parse_age_groups(text: str, variables: Collection[str]) -> list[AgeGroup]:
    """Return the groups of a text such as `0-2, 3-5, 80+`, `katalog` or `pyramide`, each once, in order.

    `katalog` stands for all groups that the variables of the catalogue name. Raises InputError naming what is no group.
    """
    groups: list[AgeGroup] = []
    for part in re.split(r"[;,]", text):
        word = part.strip()
        if word.lower() in (CATALOGUE, "catalogue"):
            groups += catalogue_groups(variables)
        elif word.lower() in (FIVE_YEARS, "pyramid"):
            groups += five_year_groups()
        elif word:
            groups.append(_group(word))
    return list(dict.fromkeys(groups))


def _group(word: str) -> AgeGroup:
    if re.fullmatch(r"0\s*[-–]\s*RAG", word, re.IGNORECASE):
        return AgeGroup(0, OPEN_END, side=BELOW)
    if match := _GROUP.fullmatch(word):
        group = AgeGroup(int(match[1]), int(match[2]))
    elif match := _UNTIL.fullmatch(word):
        group = AgeGroup(int(match[1]), int(match[2]) - 1)
    elif match := _OPEN.fullmatch(word):
        group = AgeGroup(int(match[1] or match[2]), OPEN_END)
    elif match := _UNDER.fullmatch(word):
        group = AgeGroup(0, int(match[1]) - 1)
    elif word.isdigit():
        group = AgeGroup(int(word), int(word))
    else:
        group = AgeGroup(1, 0)
    if group.first > group.last:
        raise InputError(
            tr("AGE_GROUPS: “{group}” is no age group. Write 0-2, 3-5, 65-79, 80+, katalog or pyramide.").format(
                group=word
            )
        )
    return group


def five_year_groups() -> list[AgeGroup]:
    """Return the groups of the age pyramid: 0-4, 5-9, ..., 85+."""
    closed = [AgeGroup(first, first + 4) for first in range(0, _LAST_OF_PYRAMID, 5)]
    return [*closed, AgeGroup(_LAST_OF_PYRAMID, OPEN_END)]


def catalogue_groups(variables: Collection[str]) -> list[AgeGroup]:
    """Return the groups that the catalogue's variables name, from the youngest."""
    return sorted(group for group, _name in _catalogue_names(variables))


def _catalogue_names(variables: Iterable[str]) -> list[tuple[AgeGroup, str]]:
    """Return group and name behind the prefix (`u3`, `18_64`) of the variables that are age groups of inhabitants."""
    found = []
    for variable in sorted(variables):
        prefix, _, rest = variable.partition("_")
        group = _named_group(rest) if prefix == _PREFIX_OF_CATALOGUE else None
        if group is not None:
            found.append((group, rest))
    return found


def _named_group(name: str) -> AgeGroup | None:
    if name == f"0_{_RETIREMENT}":
        return AgeGroup(0, OPEN_END, side=BELOW)
    if match := _NAMED_SPAN.fullmatch(name):
        return AgeGroup(int(match[1]), int(match[3]) - bool(match[2]))
    for pattern, group_of in _NAMES:
        if match := pattern.fullmatch(name):
            return AgeGroup(*group_of(int(match[1])))
    return None


def group_name(group: AgeGroup, variables: Iterable[str]) -> str:
    """Return the name of a group behind the prefix: the catalogue's own where it has one, else `u3`, `3_u6`, `65`."""
    own = dict(_catalogue_names(variables))
    if group in own:
        return own[group]
    if group.retirement:
        return f"0_{_RETIREMENT}"
    if group.last >= OPEN_END:
        return f"{group.first}"
    return f"u{group.last + 1}" if group.first == 0 else f"{group.first}_u{group.last + 1}"


def crossed_name(group: AgeGroup, variables: Iterable[str]) -> str:
    """Return the name of a group behind another breakdown: those of five years as in the age pyramid (`00`, `85`).

    An open group is `ab65`, so that nobody takes it for the pyramid's 65 to 69.
    """
    if group in five_year_groups():
        return f"{group.first:02d}"
    if group.last >= OPEN_END and not group.retirement:
        return f"ab{group.first}"
    return group_name(group, variables)


def smallest_groups(groups: Collection[AgeGroup]) -> list[AgeGroup]:
    """Return the groups without overlap, over all ages, that each of `groups` is made of.

    The Regelaltersgrenze lies between 65 and 67 years: there each is cut into those below it and the others.
    """
    bounds = {0, *(bound for group in groups for bound in (group.first, group.last + 1))}
    if any(group.retirement for group in groups):
        bounds |= {_EARLIEST_RETIREMENT, _LATEST_RETIREMENT}
    steps = [*sorted(bound for bound in bounds if bound <= OPEN_END), OPEN_END + 1]
    parts = []
    for first, after in zip(steps, steps[1:]):
        cut = any(group.retirement for group in groups) and _EARLIEST_RETIREMENT <= first < _LATEST_RETIREMENT
        parts += [AgeGroup(first, after - 1, side) for side in ((BELOW, ABOVE) if cut else (ANY,))]
    return parts
