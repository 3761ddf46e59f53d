"""Page 2, middle: the course of one indicator for the area, its commune and the Kreis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fields import Flag
from .comparison import SHORTEST_COURSE, Comparison
from .model import Line, Series
from .observations import Indicator, Observation, year_text
from .places import Place
from .text_measure import shortened, width
from .texts import Texts

PREFERRED_CODE = "A08"
MOST_DATES = 10
LONGEST_LABEL = 16
MOST_TIMES = 5  # a line of sums that is higher than so many times the area's would press that to the ground
HEADING_WIDTH = 180.0  # millimetres
ESTIMATED_MARK = "*"


def series_indicator(comparison: Comparison, left_out: frozenset[str] = frozenset()) -> Indicator | None:
    """Return the SGB II-Quote, else the first indicator of the level with at least three Stichtage."""
    long_enough = [
        indicator
        for indicator in comparison.observations.available()
        if indicator.code not in left_out and len(comparison.observations.dates(indicator.code)) >= SHORTEST_COURSE
    ]
    preferred = (indicator for indicator in long_enough if indicator.code == PREFERRED_CODE)
    return next(preferred, long_enough[0] if long_enough else None)


def series(comparison: Comparison, indicator: Indicator | None, place: Place, texts: Texts) -> Series | None:
    """Return the last ten Stichtage of the indicator; None if the area itself shows fewer than three values."""
    if indicator is None:
        return None
    dates = comparison.observations.dates(indicator.code)[-MOST_DATES:]
    own = _line(comparison, indicator, place, short_label(place, texts), dates)
    if sum(value is not None for value in own.values) < SHORTEST_COURSE:
        return None
    commune, district = comparison.places.commune_of(place), comparison.places.district_of(place)
    above = [(commune, texts.phrase("caption_commune")), (district, texts.phrase("caption_district"))]
    lines = [_line(comparison, indicator, other, label, dates) for other, label in above if other is not None]
    shown = (own, *(line for line in lines if any(value is not None for value in line.values)))
    if not indicator.is_share:
        shown = (own, *(replace(line, drawn=_top(line) <= MOST_TIMES * _top(own)) for line in shown[1:]))
    breaks = _breaks(comparison, indicator, (place, commune, district), dates, texts)
    heading, subtitle = texts.phrase("heading_series", indicator=indicator.name), _subtitle(indicator, dates, texts)
    beside = width(heading, 11, bold=True) + width(subtitle, 7) + 3 <= HEADING_WIDTH
    note = _note(shown, breaks, texts)
    return Series(
        heading=shortened(heading, HEADING_WIDTH, 11, bold=True),
        subtitle=subtitle if beside else "",
        dates=tuple(dates),
        labels=_labels(dates, texts),
        lines=shown,
        unit=indicator.shown_unit,
        decimals=indicator.decimals,
        breaks=breaks,
        note=note if beside or not subtitle else f"{subtitle.rstrip('.')}. {note}".strip(),
        indicator=indicator.name,
    )


def _top(line: Line) -> float:
    return max(abs(value) for value in line.values if value is not None)


def short_label(place: Place, texts: Texts) -> str:
    """Return the area's name, or its level where the name is too long for the end of a line."""
    return place.name if len(place.name) <= LONGEST_LABEL else texts.level(place.level, "name")


def _line(comparison: Comparison, indicator: Indicator, place: Place, label: str, dates: list[str]) -> Line:
    found = [comparison.observations.at(indicator.code, place.code, date) for date in dates]
    values = tuple(None if observation is None else observation.value for observation in found)
    estimated = tuple(observation is not None and observation.flag == Flag.ESTIMATED for observation in found)
    texts = (indicator.text(observation) for observation in found)
    marked = tuple(f"{text}{ESTIMATED_MARK}" if known else text for text, known in zip(texts, estimated))
    return Line(label, values, marked, estimated, tuple(position for position, _ in _changes(found)))


def _changes(course: Sequence[Observation | None]) -> list[tuple[int, str]]:
    """Return where the Gebietsstand changes, and to which; a value that does not tell its own changes nothing."""
    changes, before = [], ""
    for position, observation in enumerate(course):
        now = "" if observation is None else observation.territory
        if now and before and now != before:
            changes.append((position, now))
        before = now or before
    return changes


def _breaks(
    comparison: Comparison, indicator: Indicator, places: Sequence[Place | None], dates: list[str], texts: Texts
) -> tuple[tuple[int, str], ...]:
    """Return the breaks of any line, in order, with their words."""
    found: dict[int, str] = {}
    for place in places:
        if place is not None:
            course = [comparison.observations.at(indicator.code, place.code, date) for date in dates]
            found = {**dict(_changes(course)), **found}
    editions = {at: texts.numbers.short_date(found[at]) for at in sorted(found)}
    return tuple((at, texts.phrase("series_break", edition=edition)) for at, edition in editions.items())


def _note(lines: Sequence[Line], breaks: Sequence[tuple[int, str]], texts: Texts) -> str:
    marks = (
        [texts.phrase("note_breaks", editions=", ".join(dict.fromkeys(words for _, words in breaks)))] if breaks else []
    )
    if any(any(line.estimated) for line in lines):
        marks.append(texts.phrase("note_estimated"))
    undrawn = [line.label for line in lines if not line.drawn]
    if undrawn:
        marks.append(texts.phrase("note_undrawn", lines=undrawn))
    return " ".join(marks)


def _labels(dates: list[str], texts: Texts) -> tuple[str, ...]:
    """Return the years, or the full dates where one year has several Stichtage."""
    years = [year_text(date) for date in dates]
    return tuple(years) if len(set(years)) == len(years) else tuple(map(texts.numbers.narrow_date, dates))


def _subtitle(indicator: Indicator, dates: list[str], texts: Texts) -> str:
    """Return unit and, where all Stichtage are the same day of the year, that day."""
    parts = [texts.phrase("subtitle_series_unit", unit=indicator.shown_unit)] if indicator.shown_unit else []
    days = {texts.numbers.day(date) for date in dates}
    if len(days) == 1 and "" not in days and len(set(_labels(dates, texts))) == len(dates):
        parts.append(texts.phrase("subtitle_series_day", day=days.pop()))
    return ", ".join(parts)
