"""Levels within each other: the upper level first, on whole pieces; the lower one inside each upper area."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..messages import tr
from ..numbers import format_number
from .area_counts import possible_counts
from .result import Delineation
from .unmet import Unmet, UnmetKind


@dataclass(frozen=True)
class Pieces:
    """n units joined to c pieces that must not be divided: `piece` (n,), numbered by first unit."""

    piece: np.ndarray

    @property
    def count(self) -> int:
        """The number of pieces, c."""
        return int(self.piece.max()) + 1

    @property
    def first(self) -> np.ndarray:
        """The first unit of each piece (c,)."""
        return np.unique(self.piece, return_index=True)[1]

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Return the sum of `values` (n,) over the units of each piece."""
        return np.bincount(self.piece, values, self.count)

    def means(self, values: np.ndarray) -> np.ndarray:
        """Return the means of `values` (n, m) over the units of each piece that have one; NaN where none has."""
        columns = []
        for column in values.T:
            known = ~np.isnan(column)
            units = np.bincount(self.piece[known], minlength=self.count)
            total = np.bincount(self.piece[known], column[known], self.count)
            columns.append(np.where(units > 0, total / np.maximum(units, 1), np.nan))
        return np.column_stack(columns) if columns else np.empty((self.count, 0))

    def unfolded(self, division: Delineation) -> Delineation:
        """Return a division of pieces as one of units."""
        first = self.first
        unmet = [
            replace(record, unit=None if record.unit is None else int(first[record.unit])) for record in division.unmet
        ]
        return replace(division, labels=division.labels[self.piece], unmet=unmet)


def counts_within(
    asked: Mapping[str, int],
    communes: Sequence[str],
    above: Sequence[str],
    population: np.ndarray,
    bounds: tuple[float, float],
) -> dict[str, int]:
    """Share the areas asked for a commune out among its upper areas, by inhabitants and within what each can hold.

    `communes`, `above` (codes of upper areas) and `population` are (n,) of the units. Where the upper areas cannot
    hold the number asked for, the nearest possible one results (see `count_notes`).
    """
    codes, areas = np.asarray(communes, dtype=object), np.asarray(above, dtype=object)
    result: dict[str, int] = {}
    for commune, wanted in asked.items():
        inside = codes == commune
        parts = sorted(set(areas[inside].tolist()))
        people = [population[inside & (areas == part)] for part in parts]
        limits = [possible_counts(units, *bounds) for units in people]
        shares = apportioned(wanted, [float(units.sum()) for units in people], limits)
        result.update(zip(parts, shares))
    return result


def apportioned(wanted: int, sizes: Sequence[float], limits: Sequence[tuple[int, int]]) -> list[int]:
    """Share `wanted` seats out by size (Sainte-Laguë), each from its least to its most within `limits`."""
    seats = [least for least, _ in limits]
    while sum(seats) < wanted:
        open_ones = [place for place, (_, most) in enumerate(limits) if seats[place] < most]
        if not open_ones:
            break
        seats[max(open_ones, key=lambda place: (sizes[place] / (2 * seats[place] + 1), -place))] += 1
    return seats


def count_notes(asked: Mapping[str, int], shared: Mapping[str, int], parent: Mapping[str, str]) -> list[str]:
    """Return a sentence for each commune whose upper areas cannot hold the number of areas asked for."""
    found: dict[str, int] = {}
    for part, count in shared.items():
        found[parent[part]] = found.get(parent[part], 0) + count
    return [
        tr("Commune {code}: {wanted} areas were asked for; its upper areas can be divided into {found}.").format(
            code=code, wanted=format_number(wanted), found=format_number(found[code])
        )
        for code, wanted in asked.items()
        if code in found and found[code] != wanted
    ]


def nested_sentence(
    record: Unmet,
    level: str,
    above: str,
    unit_name: Callable[[int], str],
    area_name: Callable[[int], str],
) -> str:
    """Return the sentence of a requirement that an upper area prevents; `above` is the level above in words."""
    if record.kind == UnmetKind.GROUP_BELOW_MINIMUM:
        return tr(
            "{above} {code} has only {population} inhabitants, fewer than the minimum of {limit} for the level "
            "“{level}”. It holds the one area {area}."
        ).format(
            above=above,
            code=record.group,
            population=format_number(record.values["whole"]),
            limit=format_number(record.values["limit"]),
            level=level,
            area=area_name(record.area),
        )
    return f"{above} {record.group}: " + replace(record, group=None).sentence(unit_name, area_name)
