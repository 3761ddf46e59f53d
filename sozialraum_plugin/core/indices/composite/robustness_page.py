"""The picture of a robustness run (SVG) and a page (HTML) that says the same in words.

Areas stand in the order of their rank: a bar from 5 to 95 % of the ranks with a tick at the rank by the recipe, and the
share of the variants in each class. Classes differ in shade and bear their number, so that greyscale is enough. QGIS's
SVG reader knows neither patterns nor clipping; the template uses none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ...fields import AREA, CLASS, EXCLUDED, INDEX_YEAR, RANK
from ...messages import tr
from ...numbers import MISSING_MARK, format_number
from ...paths import resource
from .explain_names import in_language, language
from .robustness_table import RobustTable
from .robustness_text import CHANGED, RANK_HIGH, RANK_LOW, RANK_MIDDLE, SENTENCE, TRIGGER, VARIANTS, share_field

MARGIN, ROW, HEAD = 14, 16, 64
NAME_WIDTH, RANK_WIDTH, CLASS_WIDTH, GAP = 190, 300, 260, 24
MOST_ROWS = 150
LONGEST_NAME = 30
DARKEST, LIGHTEST = 45, 235  # grey of the first and of the last class
LEAST_LABELLED = 14.0  # pixels of a share that has room for its number


@dataclass(frozen=True)
class Row:
    """One area of the picture."""

    name: str
    rank: int
    low: int
    middle: int
    high: int
    class_: int
    shares: list[float]


def picture_rows(found: RobustTable) -> tuple[list[Row], str, int]:
    """Return the areas with an index in the order of their rank, the year they are of, and how many are left away.

    Of several years it is the last; of many areas the most burdened.
    """
    table = found.table.assign(_name=found.names)
    table = table[table[RANK.name].notna() & table[RANK_LOW.name].notna()]
    year = ""
    if INDEX_YEAR.name in table and len(table):
        year = str(max(table[INDEX_YEAR.name]))
        table = table[table[INDEX_YEAR.name] == year]
    table = table.assign(_order=table[RANK.name].astype(int)).sort_values("_order", kind="stable")
    rows = [
        Row(
            cells["_name"], int(cells[RANK.name]), int(cells[RANK_LOW.name]), int(cells[RANK_MIDDLE.name]),
            int(cells[RANK_HIGH.name]), _whole(cells[CLASS.name]), _shares(cells, found.classes),
        )
        for cells in table.head(MOST_ROWS).to_dict("records")
    ]  # fmt: skip
    return rows, year, max(0, len(table) - MOST_ROWS)


def _whole(cell: object) -> int:
    return 0 if cell is None or cell != cell else int(str(cell).split(".")[0])


def _shares(cells: dict[str, object], classes: int) -> list[float]:
    shares = (cells.get(share_field(number + 1).name) for number in range(classes))
    return [0.0 if share is None or share != share else float(share) for share in shares]


def robustness_svg(found: RobustTable, note: str = "") -> str:
    """Return the picture; `note` is printed on its face."""
    rows, year, left_away = picture_rows(found)
    largest = max((row.high for row in rows), default=1)
    largest = max(largest, max((row.rank for row in rows), default=1))
    ranks_at = MARGIN + NAME_WIDTH
    classes_at = ranks_at + RANK_WIDTH + GAP
    bottom = HEAD + ROW * len(rows)
    more = tr("{count} more areas are in the table.").format(count=format_number(left_away)) if left_away else ""
    return _template("robustness.svg.j2").render(
        width=classes_at + CLASS_WIDTH + MARGIN,
        height=bottom + 52,
        title=_title(found, year),
        description=found.summary[0],
        margin=MARGIN,
        head=HEAD,
        bottom=bottom,
        ranks_title=tr("Rank: by the recipe (line), middle (dot), 90 % of the variants (bar)"),
        names_title=tr("Area (class)"),
        classes_title=tr("Share of the variants in each class"),
        ranks_at=ranks_at,
        classes_at=classes_at,
        ticks=list(_ticks(largest, ranks_at)),
        shares=[{"x": classes_at + CLASS_WIDTH * part / 4, "text": f"{25 * part} %"} for part in range(5)],
        rows=[_drawn(row, number, rows, largest, ranks_at, classes_at) for number, row in enumerate(rows)],
        legend=list(_legend(found.classes, bottom + 16)),
        note="  ".join(text for text in (note, more) if text),
        note_y=bottom + 46,
    )


def _title(found: RobustTable, year: str = "") -> str:
    name = in_language(found.computed.recipe.name)
    title = tr("How robust is the index?")
    parts = [part for part in (name, year) if part]
    return f"{title} {' · '.join(parts)}".strip()


def _ticks(largest: int, left: float) -> Iterator[dict[str, object]]:
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**6) if largest / step <= 8)
    for rank in sorted({1, *range(step, largest + 1, step)}):
        if rank == 1 or rank > step / 2 + 1 or step == 1:
            yield {"x": _rank_x(rank, largest, left), "text": format_number(rank)}


def _rank_x(rank: float, largest: int, left: float) -> float:
    return left + 6 + (RANK_WIDTH - 12) * (rank - 1) / max(largest - 1, 1)


def grey(number: int, classes: int) -> str:
    """Return the shade of a class, the most burdened darkest."""
    level = round(DARKEST + (LIGHTEST - DARKEST) * (number - 1) / max(classes - 1, 1))
    return f"#{level:02x}{level:02x}{level:02x}"


def _ink(number: int, classes: int) -> str:
    return "#ffffff" if int(grey(number, classes)[1:3], 16) < 128 else "#1a1a1a"


def _drawn(
    row: Row, number: int, rows: Sequence[Row], largest: int, ranks_at: float, classes_at: float
) -> dict[str, object]:
    low, high = _rank_x(row.low, largest, ranks_at), _rank_x(row.high, largest, ranks_at)
    text = row.name if len(row.name) <= LONGEST_NAME else row.name[: LONGEST_NAME - 1].rstrip() + "…"
    return {
        "y": HEAD + ROW * number,
        "name": f"{text} ({row.class_})" if row.class_ else text,
        "new_class": number > 0 and rows[number - 1].class_ != row.class_,
        "left": min(low, high) - 2,
        "width": high - low + 4,
        "rank_x": _rank_x(row.rank, largest, ranks_at),
        "middle_x": _rank_x(row.middle, largest, ranks_at),
        "parts": list(_parts(row, classes_at)),
    }


def _parts(row: Row, left: float) -> Iterator[dict[str, object]]:
    for place, share in enumerate(row.shares):
        width = CLASS_WIDTH * share / 100
        if width > 0:
            classes = len(row.shares)
            yield {
                "x": left,
                "width": width,
                "shade": grey(place + 1, classes),
                "ink": _ink(place + 1, classes),
                "middle": left + width / 2,
                "text": str(place + 1) if width >= LEAST_LABELLED else "",
                "bold": place + 1 == row.class_,
            }
        left += width


def _legend(classes: int, top: float) -> Iterator[dict[str, object]]:
    for number in range(1, min(classes, 10) + 1):
        yield {
            "x": MARGIN + 76 * (number - 1),
            "y": top,
            "shade": grey(number, classes),
            "text": tr("Class {number}").format(number=number),
        }


def robustness_html(found: RobustTable, note: str = "") -> str:
    """Return the page: the picture, what was varied, the result in sentences, and every area in a table.

    `note` is printed on its face, such as that it must not leave the office.
    """
    _, year, _ = picture_rows(found)
    return _template("robustness.html.j2").render(
        language=language(),
        title=_title(found),
        note=note,
        picture=Markup(robustness_svg(found, note)),  # made by our own template, which escapes every text
        picture_year=year,
        summary=found.summary,
        lines=found.lines,
        warnings=found.warnings,
        head=_head(found),
        rows=list(_rows(found)),
        words={
            "summary": tr("Result"),
            "lines": tr("What was varied"),
            "warnings": tr("What to know before using the index"),
            "table": tr("Every area: rank by the recipe, 90 % of the ranks, share of the variants in each class"),
            "heading": tr("Areas"),
            "reading": tr(
                "How to read it: a class that fills most of the bar is safe; an area whose bar is parted stands near a "
                "class limit, and its class says more about the choices than about the area."
            ),
        },
    )


def _head(found: RobustTable) -> list[str]:
    shares = [tr("Class {number}").format(number=number + 1) + " (%)" for number in range(found.classes)]
    return [
        tr("Area"), tr("Code"), tr("Rank"), tr("Class"), tr("Rank 5 %"), tr("Rank 95 %"), tr("Class flips in"),
        tr("Variants"), *shares, tr("Flips most often by"), tr("In words"),
    ]  # fmt: skip


def _rows(found: RobustTable) -> Iterator[list[str]]:
    for name, cells in zip(found.names, found.table.to_dict("records")):
        counts = [cells[column.name] for column in (RANK, CLASS, RANK_LOW, RANK_HIGH, CHANGED, VARIANTS)]
        shares = [cells.get(share_field(number + 1).name) for number in range(found.classes)]
        words = cells[SENTENCE.name] or cells[EXCLUDED.name]
        yield [
            name,
            str(cells[AREA.name] or MISSING_MARK),
            *(format_number(None if _is_none(count) else int(count)) for count in counts),
            *(format_number(None if _is_none(share) else float(share), 1) for share in shares),
            MISSING_MARK if _is_none(cells[TRIGGER.name]) else str(cells[TRIGGER.name]),
            MISSING_MARK if _is_none(words) else str(words),
        ]


def _is_none(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell != cell


def _template(name: str):  # noqa: ANN202 - jinja2's Template
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(str(resource("indices", "templates"))), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["n"] = lambda number: f"{number:.1f}".rstrip("0").rstrip(".")
    return environment.get_template(name)
