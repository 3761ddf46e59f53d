"""The small signs of the report (bars, squares of legends) as one SVG a page: drawn in lines on every QGIS.

QGIS 3.22 prints a hatched fill as a picture; lines that are cut to their rectangle here stay lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, sqrt

from ..indices.class_colours import (
    DOTS,
    DYNAMICS,
    EXCLUDED,
    EXCLUDED_HATCH,
    OPACITY,
    PAPER,
    RISING,
    STATUS,
    Hatch,
    class_colours,
    hatch_colour,
)
from .colours import Theme, mixed
from .overview_flow import Sign

HIDDEN, MISSING, OUT = "hidden", "missing", "excluded"  # signs of areas without a class
HIDDEN_HATCH = Hatch(RISING, 1.2, 0.18)
LIGHTEST, DARKEST = 0.08, 0.92  # shares of the accent at the ends of a ramp
BORDER = 0.15
PAGE_SIZE = (210, 297)


@dataclass(frozen=True)
class Paint:
    """Fill, border (``#RRGGBB``; empty: none) and hatching of a sign."""

    fill: str
    border: str = ""
    hatch: Hatch | None = None
    hatch_colour: str = ""
    dotted: bool = False  # the border


def paint_of(sign: str, theme: Theme, classes: int) -> Paint:
    """Return how a sign is filled: ``ink``, ``rule``, ``hidden``, ``missing``, ``excluded``, ``class:4-``,
    ``class:k1`` of `classes` classes, or ``ramp:2:5`` (the second of five steps).
    """
    kind, _, rest = sign.partition(":")
    if kind in ("ink", "rule"):
        return Paint(getattr(theme, kind))
    if kind == HIDDEN:
        return Paint(PAPER, theme.muted, HIDDEN_HATCH, theme.muted)
    if kind == MISSING:
        return Paint(PAPER, theme.compare, dotted=True)
    if kind == "ramp":
        step, count = map(int, rest.split(":"))
        return Paint(ramp_colour(step, count, theme), theme.compare)
    if kind == "class" and rest.startswith("k"):
        return Paint(mixed(class_colours(classes)[int(rest[1:])], PAPER, OPACITY), theme.compare)
    if kind == "class":
        colour, hatch = STATUS[int(rest[0])], DYNAMICS.get(rest[1:])
        return Paint(mixed(colour, PAPER, OPACITY), theme.compare, hatch, hatch_colour(colour))
    return Paint(mixed(EXCLUDED, PAPER, OPACITY), theme.muted, EXCLUDED_HATCH, theme.muted, True)


def ramp_colour(step: int, count: int, theme: Theme) -> str:
    """Return one of `count` steps of the accent, evenly from light to dark, so that greyscale keeps them apart."""
    share = (step - 1) / (count - 1) if count > 1 else 0.5
    return mixed(theme.accent, PAPER, LIGHTEST + share * (DARKEST - LIGHTEST))


def signs_svg(signs: Sequence[Sign], theme: Theme, classes: int) -> str:
    """Return a page with all signs, in millimetres."""
    width, height = PAGE_SIZE
    drawn = "\n".join(part for sign in signs for part in _drawn(sign, paint_of(sign.sign, theme, classes)))
    size = f'width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{drawn}\n</svg>\n'


def _drawn(sign: Sign, paint: Paint) -> Iterator[str]:
    x, y, width, height = sign.x, sign.y, sign.width, sign.height
    yield f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{paint.fill}"/>'
    if paint.hatch is not None and paint.hatch.kind == DOTS:
        for dot_x, dot_y in dots(width, height, paint.hatch):
            radius = paint.hatch.width / 2
            yield f'<circle cx="{x + dot_x:.2f}" cy="{y + dot_y:.2f}" r="{radius:.2f}" fill="{paint.hatch_colour}"/>'
    elif paint.hatch is not None:
        path = " ".join(
            f"M{x + a:.2f} {y + b:.2f}L{x + c:.2f} {y + d:.2f}" for a, b, c, d in stripes(width, height, paint.hatch)
        )
        if path:
            yield f'<path d="{path}" fill="none" stroke="{paint.hatch_colour}" stroke-width="{paint.hatch.width}"/>'
    if paint.border:
        dashes = ' stroke-dasharray="0.3 0.5"' if paint.dotted else ""
        frame = f'x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="none"'
        yield f'<rect {frame} stroke="{paint.border}" stroke-width="{BORDER}"{dashes}/>'


def stripes(width: float, height: float, hatch: Hatch) -> list[tuple[float, float, float, float]]:
    """Return lines at 45 degrees through a rectangle, each from its lower to its upper end (y goes down)."""
    step = hatch.distance * sqrt(2)
    lines = []
    for number in range(1, floor((width + height) / step) + 1):
        along = number * step  # x + (distance from the bottom) of a falling line, mirrored for a rising one
        start = max(0.0, along - height)
        end = min(width, along)
        if end - start < 0.05:
            continue
        # on the line y from the top = along - x holds; it rises to the right
        low, high = (start, along - start), (end, along - end)
        if hatch.kind != RISING:
            low, high = (width - low[0], low[1]), (width - high[0], high[1])
        lines.append((*low, *high))
    return lines


def dots(width: float, height: float, hatch: Hatch) -> list[tuple[float, float]]:
    """Return the middles of the dots of a rectangle, every other row shifted by half a step."""
    step, inside = hatch.distance, hatch.width / 2
    found = []
    for row in range(int(height / step) + 1):
        y = step / 2 + row * step
        x = step / 2 + (step / 2 if row % 2 else 0.0)
        while x + inside <= width and y + inside <= height:
            found.append((x, y))
            x += step
    return found
