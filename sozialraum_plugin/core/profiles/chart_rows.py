"""Where the deviation bar and the dot strip of one indicator lie, in tenths of a millimetre."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .model import Standing

WIDEST_DEVIATION = 3.0  # standard deviations; what is farther out ends in a tip
DOT_DISTANCE = 5.0  # dots that are nearer than this fall into one: a thousand areas must not cost a thousand dots
DOT_ROOM = 12.0
LAYERS = 3


@dataclass(frozen=True)
class Placement:
    """Left edge, width and middle height of a drawing."""

    left: float
    width: float
    y: float


@dataclass(frozen=True)
class DeviationBar:
    """A bar from the mean (`middle`) to the right, or to the left where `higher` is false; `tip` says it goes on."""

    left: float
    right: float
    middle: float
    x: float
    length: float
    y: float
    higher: bool
    tip: float | None


@dataclass(frozen=True)
class DotStrip:
    """The areas as dots, this one, the commune's tick and the interval's ends; a whisker's cap is left out if cut."""

    left: float
    right: float
    y: float
    dots: tuple[float, ...]
    own: float
    commune: float | None
    whisker: tuple[float, float] | None
    caps: tuple[float, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """The dots as SVG paths around y = 0, to be drawn with round ends, one over the other."""
        return _layers(self.dots)


def deviation_bar(row: Standing, place: Placement) -> DeviationBar | None:
    """Return the bar of an indicator, or None where nothing can be compared."""
    if row.deviation is None:
        return None
    half = place.width / 2
    middle = place.left + half
    reach = half * min(abs(row.deviation), WIDEST_DEVIATION) / WIDEST_DEVIATION
    higher = row.deviation >= 0
    cut = abs(row.deviation) > WIDEST_DEVIATION
    tip = (place.left + place.width if higher else place.left) if cut else None
    start = middle if higher else middle - reach
    return DeviationBar(place.left, place.left + place.width, middle, start, reach, place.y, higher, tip)


def dot_strip(row: Standing, place: Placement) -> DotStrip | None:
    """Return the strip from the lowest to the highest area; None where the area's own value is not shown."""
    if row.value is None or len(row.all_values) < 2 or row.all_values[0] == row.all_values[-1]:
        return None
    low, high = row.all_values[0], row.all_values[-1]
    left, right = place.left + DOT_ROOM, place.left + place.width - DOT_ROOM

    def x_of(value: float) -> float:
        return left + (right - left) * _share(value, low, high)

    whisker = None if row.lower is None or row.upper is None else (x_of(row.lower), x_of(row.upper))
    ends = () if whisker is None else ((row.lower, whisker[0]), (row.upper, whisker[1]))
    return DotStrip(
        left=place.left,
        right=place.left + place.width,
        y=place.y,
        dots=_dots(row.all_values, left, right),
        own=x_of(row.value),
        commune=None if row.commune is None or not low <= row.commune <= high else x_of(row.commune),
        whisker=whisker,
        caps=tuple(x for value, x in ends if low <= value <= high),
    )


def _share(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))


@lru_cache(maxsize=1024)
def _dots(values: tuple[float, ...], left: float, right: float) -> tuple[float, ...]:
    """Return the places of the values, which are in order; the same for all areas of a level."""
    low, high = values[0], values[-1]
    places = [left + (right - left) * _share(value, low, high) for value in values]
    return tuple({round((place - left) / DOT_DISTANCE): place for place in places}.values())


@lru_cache(maxsize=1024)
def _layers(dots: tuple[float, ...]) -> tuple[str, ...]:
    """Return every third dot in a path of its own: within a path no dots overlap, so that each keeps its outline.

    A dot is a line of no visible length; circles would take five times the time and room in a PDF.
    """
    return tuple("".join(f"M{x:.1f} 0h.01" for x in dots[first::LAYERS]) for first in range(min(LAYERS, len(dots))))
