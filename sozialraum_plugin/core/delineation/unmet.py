"""What could not be satisfied, as records that a log, a table or a map can show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable

from ..messages import tr
from ..numbers import format_number


class UnmetKind:
    """Values of `Unmet.kind`."""

    UNIT_ABOVE_MAXIMUM = "unit_above_maximum"
    GROUP_BELOW_MINIMUM = "group_below_minimum"
    PART_BELOW_MINIMUM = "part_below_minimum"  # an island, or cut off by units above the maximum
    BARRIER_CROSSED = "barrier_crossed"
    AREA_BELOW_MINIMUM = "area_below_minimum"
    AREA_ABOVE_MAXIMUM = "area_above_maximum"
    FIXED_SPLIT = "fixed_split"
    FIXED_ABOVE_MAXIMUM = "fixed_above_maximum"
    AREA_COUNT = "area_count"


@dataclass(frozen=True)
class Unmet:
    """One requirement that could not be met.

    `unit` is an index into the units, `area` a label of the result, `group` the caller's own value; what does not
    apply is None. `values` holds the other figures of the sentence (limit, wanted, found, fixed).
    """

    kind: str
    unit: int | None = None
    area: int | None = None
    group: object | None = None
    population: float | None = None
    values: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The sentence for the user; units and areas are named by their numbers, counted from 1."""
        return self.sentence(lambda unit: str(unit + 1), lambda area: str(area + 1))

    def sentence(self, unit_name: Callable[[int], str], area_name: Callable[[int], str]) -> str:
        """Return the sentence for the user with the caller's names of units and areas."""
        text = _template(self.kind).format(
            unit="–" if self.unit is None else unit_name(self.unit),
            area="–" if self.area is None else area_name(self.area),
            group=_group_phrase(self.group),
            population=format_number(self.population),
            **{key: _shown(value) for key, value in self.values.items()},
        )
        return text[0].upper() + text[1:]


def _shown(value: object) -> str:
    return format_number(value) if isinstance(value, (int, float)) else str(value)


def _group_phrase(group: object | None) -> str:
    return "" if group in (None, "") else tr("Commune {code}: ").format(code=group)


def _template(kind: str) -> str:
    return {
        UnmetKind.UNIT_ABOVE_MAXIMUM: tr(
            "{group}Unit {unit} alone has {population} inhabitants, more than the maximum of {limit}. It stays area "
            "{area} by itself; divide the unit or raise the maximum."
        ),
        UnmetKind.GROUP_BELOW_MINIMUM: tr(
            "{group}all its units together have {whole} inhabitants, fewer than the minimum of {limit}. Area {area} "
            "with {population} inhabitants is its own; lower the minimum or treat the commune with a neighbour."
        ),
        UnmetKind.PART_BELOW_MINIMUM: tr(
            "{group}the part around unit {unit} has {population} inhabitants, fewer than the minimum of {limit}, and "
            "no neighbour that it could join. It stays area {area} by itself."
        ),
        UnmetKind.BARRIER_CROSSED: tr(
            "{group}area {area} crosses a barrier around unit {unit} ({length} m of common border). Parts that it "
            "joins there: {parts}, with {population} inhabitants in all, which cannot hold the bounds by themselves."
        ),
        UnmetKind.AREA_BELOW_MINIMUM: tr(
            "{group}area {area} around unit {unit} has {population} inhabitants, fewer than the minimum of {limit}: "
            "no division was found that holds both bounds here. Widen the bounds or divide large units."
        ),
        UnmetKind.AREA_ABOVE_MAXIMUM: tr(
            "{group}area {area} around unit {unit} has {population} inhabitants, more than the maximum of {limit}."
        ),
        UnmetKind.FIXED_SPLIT: tr(
            "{group}the units that were fixed to area “{fixed}” do not touch within the bounds, barriers and "
            "communes. Unit {unit} with {population} inhabitants is in area {area}, apart from the others."
        ),
        UnmetKind.FIXED_ABOVE_MAXIMUM: tr(
            "{group}the units that were fixed to area “{fixed}” have {population} inhabitants, more than the maximum "
            "of {limit}. They stay together as area {area}."
        ),
        UnmetKind.AREA_COUNT: tr(
            "{group}{wanted} areas were asked for; {found} are possible within bounds, barriers and communes."
        ),
    }[kind]
