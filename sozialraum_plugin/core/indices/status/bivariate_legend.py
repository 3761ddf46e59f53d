"""The legend of status and dynamics as an SVG: four rows by three columns, each cell as it looks on the map.

Lines and dots are drawn one by one, because QGIS's SVG renderer knows neither patterns nor clipping. The unit of the
drawing is a tenth of a millimetre, so hatching has the density that it has on the map.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from ...messages import tr
from ...numbers import format_number
from ...paths import resource
from ..class_colours import (
    DOTS,
    DYNAMICS,
    EXCLUDED,
    EXCLUDED_HATCH,
    INK,
    OPACITY,
    PAPER,
    RISING,
    STATUS,
    Hatch,
    hatch_colour,
)
from .class_names import DYNAMICS_CLASSES, STATUS_CLASSES, dynamics_name, excluded_name, status_name

WIDTH, HEIGHT = 800, 584  # tenths of a millimetre
MUTED = "#5F6B72"
UNITS = 10.0  # a millimetre
_LEFT, _GRID_LEFT, _GRID_TOP = 12.0, 250.0, 118.0
_CELL_WIDTH, _CELL_HEIGHT, _GAP = 172.0, 82.0, 8.0
_EXCLUDED_TOP = 488.0
_DIGIT_WIDTH, _LABEL_EDGE = 13.0, 16.0


def legend_svg(counts: Mapping[str, int] | None = None, excluded: int | None = None) -> str:
    """Return the legend in the user's language.

    `counts` are the numbers of areas by group (``2+/-``), `excluded` that of the areas left out; both may be absent.
    """
    cells = [
        _cell(row, column, f"{status}{dynamics}", counts)
        for row, status in enumerate(STATUS_CLASSES)
        for column, dynamics in enumerate(DYNAMICS_CLASSES)
    ]
    left_out = _look(_GRID_LEFT, _EXCLUDED_TOP, EXCLUDED, EXCLUDED_HATCH)
    number = "" if excluded is None else f" ({format_number(excluded)})"
    notes = _column_notes()
    return _template().render(
        width=WIDTH,
        height=HEIGHT,
        ink=INK,
        paper=PAPER,
        muted=MUTED,
        opacity=OPACITY,
        left=_LEFT,
        grid_left=_GRID_LEFT,
        title=tr("Status and dynamics"),
        description=tr(
            "Legend in four rows and three columns. Colour says the status, from pale blue (high, little burden) to "
            "dark brown (very low, much burden); thin rising lines say positive, heavy falling lines negative "
            "dynamics, no lines stable ones. Excluded areas are grey and dotted."
        ),
        status_title=tr("Status"),
        dynamics_title=tr("Dynamics"),
        columns=[
            {"x": _column_left(place) + _CELL_WIDTH / 2, "name": dynamics_name(dynamics), "note": notes[dynamics]}
            for place, dynamics in enumerate(DYNAMICS_CLASSES)
        ],
        rows=[
            {"y": _row_top(place) + _CELL_HEIGHT / 2, "name": status_name(status), "note": _row_note(status)}
            for place, status in enumerate(STATUS_CLASSES)
        ],
        cells=[*cells, {**left_out, "label": ""}],
        excluded={
            "x": _GRID_LEFT + _CELL_WIDTH + 16,
            "y": _EXCLUDED_TOP + 0.5 * _CELL_HEIGHT,
            "name": f"{excluded_name()}{number}",
        },
    )


def _cell(row: int, column: int, group: str, counts: Mapping[str, int] | None) -> dict[str, Any]:
    label = group if counts is None else f"{group} · {format_number(counts.get(group, 0))}"
    look = _look(_column_left(column), _row_top(row), STATUS[int(group[0])], DYNAMICS.get(group[1:]))
    return {
        **look,
        "label": label,
        "label_width": min(_DIGIT_WIDTH * len(label) + _LABEL_EDGE, _CELL_WIDTH - _LABEL_EDGE),
    }


def _look(left: float, top: float, colour: str, hatch: Hatch | None) -> dict[str, Any]:
    """Return a cell with its colour and the strokes of its hatching."""
    box = left, top, left + _CELL_WIDTH, top + _CELL_HEIGHT
    dotted = hatch is not None and hatch.kind == DOTS
    return {
        "left": left,
        "top": top,
        "width": _CELL_WIDTH,
        "height": _CELL_HEIGHT,
        "x": left + _CELL_WIDTH / 2,
        "y": top + _CELL_HEIGHT / 2,
        "colour": colour,
        "ink": hatch_colour(colour),
        "stroke": hatch.width * UNITS if hatch else 0.0,
        "lines": hatch_lines(box, hatch.distance * UNITS, hatch.kind == RISING) if hatch and not dotted else [],
        "dots": _hatch_dots(box, hatch.distance * UNITS) if hatch and dotted else [],
    }


def hatch_lines(
    box: tuple[float, float, float, float], distance: float, rising: bool
) -> list[tuple[float, float, float, float]]:
    """Return lines at 45 degrees, `distance` apart, that end at the edges of a box (left, top, right, bottom)."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    step = distance * np.sqrt(2)  # along an edge
    lines = []
    for start in np.arange(step / 2, width + height, step):  # where the line would cross the lower or upper edge
        first, last = max(0.0, start - width), min(float(start), height)  # height above that edge
        xs = left + start - first, left + start - last
        ys = (top + first, top + last) if rising else (bottom - first, bottom - last)
        lines.append((xs[0], ys[0], xs[1], ys[1]))
    return lines


def _hatch_dots(box: tuple[float, float, float, float], distance: float) -> list[tuple[float, float]]:
    left, top, right, bottom = box
    rows = np.arange(top + distance / 2, bottom - distance / 4, distance)
    return [
        (float(x), float(y))
        for number, y in enumerate(rows)
        for x in np.arange(left + distance * (0.5 + 0.5 * (number % 2)), right - distance / 4, distance)
    ]


def _column_notes() -> dict[str, str]:
    return {"+": tr("burden falls"), "+/-": "", "-": tr("burden grows")}


def _row_note(status: int) -> str:
    return {STATUS_CLASSES[0]: tr("little burden"), STATUS_CLASSES[-1]: tr("much burden")}.get(status, "")


def _column_left(column: int) -> float:
    return _GRID_LEFT + column * (_CELL_WIDTH + _GAP)


def _row_top(row: int) -> float:
    return _GRID_TOP + row * (_CELL_HEIGHT + _GAP)


def _template() -> Template:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(str(resource("indices"))), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["n"] = lambda number: f"{number:.1f}".rstrip("0").rstrip(".")
    return environment.get_template("bivariate_legend.svg.j2")
