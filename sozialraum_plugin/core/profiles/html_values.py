"""Values of a profile for the web page: marks that say in words what they mean, labels of age groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

from markupsafe import Markup, escape

from ..numbers import HIDDEN_MARK, MISSING_MARK, NumberFormat
from .course import ESTIMATED_MARK
from .model import Series, Tile
from .texts import Texts

MARKS = ((HIDDEN_MARK, "footer_hidden"), (MISSING_MARK, "footer_missing"), ("(", "footer_unsafe"))


def spoken_cells(texts: Texts) -> Callable[[str], Markup]:
    """Return a filter that makes a printed value readable aloud: a mark keeps its look and gets words beside it.

    ``·`` is read as “nicht veröffentlicht”, ``–`` as “kein Wert”, ``(22,8)`` as “unsicher: 22,8”,
    ``22,8*`` as “22,8 geschätzt”.
    """
    words = {HIDDEN_MARK: texts.phrase("spoken_hidden"), MISSING_MARK: texts.phrase("spoken_missing")}
    unsafe, estimated = texts.phrase("spoken_unsafe"), texts.phrase("spoken_estimated")

    def cell(value: str) -> Markup:
        if value in words:
            return Markup('<span aria-hidden="true">{}</span><span class="spoken">{}</span>').format(
                value, words[value]
            )
        if value.startswith("(") and not value.endswith(ESTIMATED_MARK):
            return Markup('<span class="spoken">{} </span>{}').format(unsafe, value)
        if value.endswith(ESTIMATED_MARK):
            known = cell(value[: -len(ESTIMATED_MARK)])
            return known + Markup('<span aria-hidden="true">{}</span><span class="spoken"> {}</span>').format(
                ESTIMATED_MARK, estimated
            )
        return escape(value)

    return cell


def with_unit(value: str, unit: str, numbers: NumberFormat) -> str:
    """Return a value and its unit, a mark without one."""
    return value if value in ("", HIDDEN_MARK, MISSING_MARK) else numbers.with_unit(value, unit)


def series_heading(series: Series, texts: Texts) -> str:
    """Return the heading of a time series with the whole name, which paper may have to shorten."""
    return texts.phrase("heading_series", indicator=series.indicator) if series.indicator else series.heading


def share_text(value: float | None, numbers: NumberFormat) -> str:
    """Return a share with one decimal, or the mark of a hidden one."""
    return HIDDEN_MARK if value is None else numbers.number(value, 1)


def age_labels(ages: Sequence[int], texts: Texts) -> list[str]:
    """Return the age groups that begin at `ages`, youngest first: ``0 bis 4``, …, ``85 und älter``."""
    closed = [
        str(low) if above == low + 1 else texts.phrase("age_range", low=low, high=above - 1)
        for low, above in zip(ages, ages[1:])
    ]
    return [*closed, texts.phrase("age_open", low=ages[-1])]


def course_rows(tiles: Sequence[Tile], numbers: NumberFormat) -> list[tuple[str, list[str]]]:
    """Return the Stichtage of all courses, oldest first, each with the value of every tile that has a course."""
    courses = [dict(zip(tile.dates, tile.texts)) for tile in tiles if tile.course]
    dates = sorted({date for course in courses for date in course})
    return [(numbers.short_date(date), [course.get(date, MISSING_MARK) for course in courses]) for date in dates]


def course_ends(tile: Tile, numbers: NumberFormat) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Return (Stichtag, text) of the first and of the last shown value of a course; None without one."""
    shown = [
        (numbers.date(date), text)
        for date, text, value in zip(tile.dates, tile.texts, tile.course)
        if value is not None
    ]
    return (shown[0], shown[-1]) if shown else None
