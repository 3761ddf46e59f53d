"""Where lines, bars and labels of the charts lie, in tenths of a millimetre; the templates only draw."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Segment:
    """A straight line from (x1, y1) to (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float


def nice_ticks(low: float, high: float, about: int = 4) -> list[float]:
    """Return about `about` round numbers (1, 2, 2.5 or 5 times a power of ten apart) that enclose low and high."""
    if high <= low:
        low, high = low - 0.5, high + 0.5
    rough = (high - low) / about
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(float(number * step), 10) for number in range(first, last + 1)]


def broken_lines(points: Sequence[Point | None], breaks: Sequence[int] = ()) -> list[list[Point]]:
    """Split a course at its gaps, and before the positions in `breaks`; a single point by itself is a line of one."""
    lines: list[list[Point]] = [[]]
    for position, point in enumerate(points):
        if point is None or position in breaks:
            lines.append([])
        if point is not None:
            lines[-1].append(point)
    return [line for line in lines if line]


def spread(wanted: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """Return label positions as near to `wanted` as may be, at least `distance` apart and, if they fit, in bounds."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    previous = low - distance
    for index in order:
        placed[index] = previous = max(wanted[index], previous + distance)
    limit = high + distance
    for index in reversed(order):
        placed[index] = limit = min(placed[index], limit - distance)
    return placed


def hatched(x: float, y: float, width: float, height: float, distance: float, rising: bool) -> list[Segment]:
    """Return 45 degree lines, `distance` apart at right angles, that fill a rectangle and are cut at its edges."""
    lines, step = [], distance * math.sqrt(2)
    offset = step / 2
    while offset < width + height:  # where the line meets the upper edge, or would
        x1, y1 = min(offset, width), max(0.0, offset - width)
        x2, y2 = max(0.0, offset - height), min(offset, height)
        ends = ((x1, y1), (x2, y2)) if rising else ((width - x1, y1), (width - x2, y2))
        lines.append(Segment(x + ends[0][0], y + ends[0][1], x + ends[1][0], y + ends[1][1]))
        offset += step
    return lines


def outline(values: Sequence[float | None], scale: float, width: float, bottom: float, pitch: float) -> list[str]:
    """Return the stepped outline of one side of a pyramid as SVG path data; gaps break it.

    x grows from the axis (0) by `width` for `scale`; the youngest group stands on `bottom`.
    """
    steps = [
        None if value is None else (width * value / scale, bottom - pitch * number)
        for number, value in enumerate(values)
    ]
    paths = []
    for line in broken_lines(steps):
        corners = [f"{x:.1f} {y:.1f} L{x:.1f} {y - pitch:.1f}" for x, y in line]
        paths.append("M" + " L".join(corners))
    return paths
