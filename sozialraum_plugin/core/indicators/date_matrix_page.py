"""The Stichtag matrix as a picture (SVG) and as a page (HTML) that says the same in words.

Each state has a symbol and a shade of its own, so that it can be told apart in greyscale and without seeing colours.
The page has every cell as text in a table, which is the alternative of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ..fields import AREA_COUNT, DATES, INDICATOR, NOTE, STATE, WITH_VALUE, YEAR
from ..messages import tr
from ..paths import resource
from .date_matrix import Matrix, State

MARGIN, CELL_WIDTH, CELL_HEIGHT = 12, 40, 18
NAME_WIDTH, HEAD_HEIGHT, LEGEND_STEP = 300, 54, 22
LONGEST_NAME = 50


@dataclass(frozen=True)
class Look:
    """Symbol, shade of the cell and ink of one state."""

    symbol: str
    shade: str
    ink: str


LOOKS = {
    State.PRESENT: Look("full", "#2f4f6f", "#ffffff"),
    State.PARTIAL: Look("half", "#7d97b0", "#10202f"),
    State.ESTIMATED: Look("wave", "#b4c4d3", "#10202f"),
    State.OTHER: Look("diamond", "#dfe5eb", "#10202f"),
    State.MISSING: Look("dash", "#f7f7f7", "#5a5a5a"),
}


def state_names() -> dict[str, tuple[str, str]]:
    """Return name and meaning of each state in the user's language."""
    return {
        State.PRESENT: (tr("present"), tr("every area has a value, or a hidden one")),
        State.PARTIAL: (tr("partial"), tr("some areas have no value")),
        State.ESTIMATED: (tr("estimated"), tr("every area has a value, but some are estimated or unsafe")),
        State.OTHER: (tr("other edition"), tr("values only for another edition of the areas")),
        State.MISSING: (tr("missing"), tr("no area has a value")),
    }


def title_of(matrix: Matrix) -> str:
    """Return the heading of picture and page."""
    title = tr("Stichtag matrix: {level}, {first} to {last}").format(
        level=matrix.level, first=matrix.years[0], last=matrix.years[-1]
    )
    edition = tr("edition {edition}").format(edition=matrix.territory) if matrix.territory else ""
    return f"{title} ({edition})" if edition else title


def counts_of(matrix: Matrix) -> dict[str, int]:
    """Return the number of cells of each state."""
    counts = matrix.table[STATE.name].value_counts()
    return {state: int(counts.get(state, 0)) for state in State.ALL}


def summary(matrix: Matrix) -> str:
    """Return the matrix in one sentence."""
    names = state_names()
    counts = ", ".join(f"{names[state][0]} {count}" for state, count in counts_of(matrix).items())
    return tr("{indicators} indicators in {years} years for {areas} areas: {counts}.").format(
        indicators=len(matrix.indicators), years=len(matrix.years), areas=matrix.areas, counts=counts
    )


def matrix_svg(matrix: Matrix) -> str:
    """Return the picture: a row for each indicator, a column for each year, a legend below."""
    names = state_names()
    rows = len(matrix.indicators)
    bottom = HEAD_HEIGHT + rows * CELL_HEIGHT + 14
    width = max(MARGIN + NAME_WIDTH + len(matrix.years) * CELL_WIDTH + MARGIN, 620)
    return _template("date_matrix.svg.j2").render(
        width=width,
        height=bottom + LEGEND_STEP * len(State.ALL) + MARGIN,
        margin=MARGIN,
        title=title_of(matrix),
        title_y=24,
        head_y=HEAD_HEIGHT - 6,
        description=summary(matrix),
        years=[
            {"x": MARGIN + NAME_WIDTH + (number + 0.5) * CELL_WIDTH, "text": year}
            for number, year in enumerate(matrix.years)
        ],
        rows=[
            {"y": HEAD_HEIGHT + number * CELL_HEIGHT + 13, "text": _short(f"{code} {name}")}
            for number, (code, name) in enumerate(matrix.indicators)
        ],
        cells=list(_cells(matrix)),
        legend=[
            {
                "cell": _drawn(state, MARGIN, bottom + number * LEGEND_STEP),
                "x": MARGIN + CELL_WIDTH + 8,
                "y": bottom + number * LEGEND_STEP + 13,
                "text": f"{names[state][0]}: {names[state][1]}",
            }
            for number, state in enumerate(State.ALL)
        ],
    )


def matrix_html(matrix: Matrix) -> str:
    """Return the page: the picture, what its signs mean, and every cell in words."""
    names, counts = state_names(), counts_of(matrix)
    return _template("date_matrix.html.j2").render(
        language=tr("language of this text: en").rsplit(":", 1)[-1].strip(),
        title=title_of(matrix),
        summary=summary(matrix),
        picture=Markup(matrix_svg(matrix)),  # made by our own template, which escapes every text
        states=[{"name": names[state][0], "meaning": names[state][1], "count": counts[state]} for state in State.ALL],
        words={
            "states": tr("What the signs mean"),
            "table": tr("State of each indicator in each year: areas with a value of all areas, Stichtage, remarks"),
            "indicator": tr("Indicator"),
        },
        years=matrix.years,
        rows=list(_words(matrix)),
    )


def _cells(matrix: Matrix) -> Iterator[dict[str, object]]:
    row_of = {code: number for number, (code, _) in enumerate(matrix.indicators)}
    for code, year, state in zip(*(matrix.table[column.name] for column in (INDICATOR, YEAR, STATE))):
        left = MARGIN + NAME_WIDTH + (year - matrix.years[0]) * CELL_WIDTH
        yield _drawn(state, left, HEAD_HEIGHT + row_of[code] * CELL_HEIGHT)


def _drawn(state: str, left: float, top: float) -> dict[str, object]:
    look = LOOKS[state]
    return {
        "left": left,
        "top": top,
        "width": CELL_WIDTH,
        "height": CELL_HEIGHT,
        "x": left + CELL_WIDTH / 2,
        "y": top + CELL_HEIGHT / 2,
        "symbol": look.symbol,
        "shade": look.shade,
        "ink": look.ink,
    }


def _words(matrix: Matrix) -> Iterator[dict[str, object]]:
    names = state_names()
    by_code = dict(iter(matrix.table.groupby(INDICATOR.name, sort=False)))
    for code, name in matrix.indicators:
        cells = [
            {
                "state": names[row[STATE.name]][0],
                "share": f"{row[WITH_VALUE.name]}/{row[AREA_COUNT.name]}" if row[STATE.name] != State.MISSING else "",
                "dates": row[DATES.name],
                "note": row[NOTE.name],
            }
            for row in by_code[code].to_dict("records")
        ]
        yield {"name": f"{code} {name}", "cells": cells}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rstrip() + "…"


def _template(name: str):  # noqa: ANN202 - jinja2's Template
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(str(resource("indicators"))), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["n"] = lambda number: f"{number:.1f}".rstrip("0").rstrip(".")
    return environment.get_template(name)
