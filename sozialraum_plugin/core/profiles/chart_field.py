"""One cell of the field of status and dynamics: the colour and hatching that the group has on the maps."""

from __future__ import annotations

from dataclasses import dataclass

from ..indices.class_colours import DYNAMICS, EXCLUDED, EXCLUDED_HATCH, RISING, STATUS, hatch_colour
from .chart_geometry import Point, Segment, hatched
from .colours import mixed
from .overview_signs import dots

OPACITY = 0.82  # as on the maps
TENTHS = 10.0  # of a millimetre in a millimetre


@dataclass(frozen=True)
class FieldCell:
    """A rectangle with its fill and the lines that hatch it, all in tenths of a millimetre."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    lines: list[Segment]
    line_colour: str
    line_width: float


def field_cell(x: float, y: float, width: float, height: float, status: int, dynamics: str) -> FieldCell:
    """Return the cell of a group; `dynamics` is ``+``, ``+/-``, ``-`` or empty."""
    hatch = DYNAMICS.get(dynamics)
    lines = hatched(x, y, width, height, hatch.distance * TENTHS, hatch.kind == RISING) if hatch else []
    colour = STATUS[status]
    line_width = hatch.width * TENTHS if hatch else 0.0
    return FieldCell(x, y, width, height, mixed(colour, "#FFFFFF", OPACITY), lines, hatch_colour(colour), line_width)


def excluded_cell(size: float) -> tuple[FieldCell, list[Point]]:
    """Return the square of an excluded area and the middles of its dots, whose width is that of its lines."""
    middles = dots(size / TENTHS, size / TENTHS, EXCLUDED_HATCH)
    fill, width = mixed(EXCLUDED, "#FFFFFF", OPACITY), EXCLUDED_HATCH.width * TENTHS
    cell = FieldCell(0, 0, size, size, fill, [], hatch_colour(EXCLUDED), width)
    return cell, [(x * TENTHS, y * TENTHS) for x, y in middles]
