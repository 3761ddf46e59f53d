"""Which Stichtag each count of an imported table has: one for all, one a column, or one a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ...errors import InputError
from ...messages import tr
from ...numbers import format_date
from .column_names import plain
from .reference_dates import (
    YEAR_MARK,
    dates_in,
    end_of_part,
    fill_pattern,
    parse_date,
    part_of_year,
    year_in,
    years_in,
)
from .table_body import Body
from .table_columns import Columns
from .table_layout import HEAD_JOINT, Layout

_DATE_OF_EXPORT = re.compile(
    r"erstell|abgerufen|abruf|datenstand|druck|export|stand der daten|\d{1,2}:\d{2}|gebietsstand|veröffentlich"
    r"|©|copyright|lizenz|\bseit\b",
    re.IGNORECASE,
)
SPAN_OF_YEARS = re.compile(r"schuljahr|kita-?jahr|spielzeit|wintersemester|\d{4}\s?/\s?\d{2}", re.IGNORECASE)
_MONTHS_OF = {"quartal": 3, "vierteljahr": 3, "quarter": 3, "halbjahr": 6}
_NO_STICHTAG = re.compile(rf"{SPAN_OF_YEARS.pattern}|baujahr|jahrgang|geburt|\bvor\b|\bbis\b|\bab\b", re.IGNORECASE)


@dataclass(frozen=True)
class DateRule:
    """Either `per_column` (one ISO date for each value column) or `column`, whose cell gives the date of a row.

    With a `pattern` the cell of `column` gives the year only; `part` is the column with its quarter or month.
    `from_heads` says that the heads hold the dates, `months` how many a number in `part` stands for.
    `note` says what was concluded, `warnings` what should be looked at.
    """

    per_column: list[str]
    column: int | None
    pattern: str
    note: str
    part: int | None = None
    warnings: list[str] = field(default_factory=list)
    from_heads: bool = False
    months: int = 1

    def of_rows(self, body: Body) -> np.ndarray:
        """Return the ISO date of each row of the body (object array), None where its cells give no date."""
        if self.column is None:
            return np.full(len(body), "", dtype=object)
        column = body.column(self.column)
        if self.part is None:
            return column.map(self._of_cell)
        months = body.column(self.part).map(self._month_of)
        years = column.map(year_in)
        return np.array([year and month and end_of_part(year, month) for year, month in zip(years, months)], object)

    def _month_of(self, cell: str) -> int | None:
        if cell.isdigit():
            return int(cell) * self.months if 1 <= int(cell) * self.months <= 12 else None
        return part_of_year(cell)

    def _of_cell(self, cell: str) -> str | None:
        if not self.pattern:
            return parse_date(cell)
        year = year_in(cell)
        return fill_pattern(self.pattern, year) if year else None


def date_rule(
    titles: Sequence[str],
    columns: Columns,
    layout: Layout,
    reference_date: str,
    footers: Sequence[str] = (),
    fallback: tuple[str, str] = ("", ""),
    year: int = 0,
) -> DateRule:
    """Return the rule of dates.

    In this order: the date column, REFERENCE_DATE, dates in the heads, one date in the title or below the table, one
    month or year in the title, `fallback` (ISO date and where it comes from). `year` is the year in the file's name,
    for a pattern or as a hint. Raises InputError if there is no date, or if it is none.
    """
    heads = [value.head for value in columns.values]
    if columns.date is not None:
        return _by_row(columns, layout, reference_date)
    if reference_date:
        days = _given(reference_date, heads, titles, year)
        return DateRule(days, None, "", tr("Stichtag: {dates} (as given)").format(dates=_list(days)))
    days = _of_heads(heads)
    common, found, warnings = _of_table(titles, footers, fallback)
    if any(days) and (common or all(days)):
        whole = [day or common for day in days]
        note = tr("Stichtag: {dates} (from the heads)").format(dates=_list(whole))
        return DateRule(whole, None, "", note, from_heads=True)
    if any(days):
        bare = ", ".join(f"“{head}”" for head, day in zip(heads, days) if not day)
        warning = tr("Columns whose head names no Stichtag are left out: {columns}. Set REFERENCE_DATE for them.")
        note = tr("Stichtag: {dates} (from the heads)").format(dates=_list([day for day in days if day]))
        return DateRule([day or "" for day in days], None, "", note, None, [warning.format(columns=bare)], True)
    if common:
        return DateRule([common] * len(heads), None, "", found, None, warnings)
    sentence = tr(
        "The table does not say its Stichtag. Give REFERENCE_DATE (31.12.2025, or 15.10.{mark} with the year from "
        "the head) or DATE_FIELD."
    ).format(mark=YEAR_MARK)
    if year:
        sentence += " " + tr("The name of the file or folder says {year}: is it 31.12.{year}?").format(year=year)
    raise InputError(sentence)


def _of_heads(heads: Sequence[str]) -> list[str | None]:
    """Return the date in each head: a part of it that is one, or a full date inside a part.

    A year inside other words counts only where every head has just one, and each name comes with several years, or all
    with the same: ``Einwohner 2022`` and ``Einwohner 2023`` are a series, ``Baujahr vor 1919`` is none.
    """
    days = [_of_parts(head) for head in heads]
    if any(days):
        return days
    years = [sorted(set(years_in(head.replace("_", " ")))) for head in heads]
    if not all(len(found) == 1 for found in years) or any(map(_NO_STICHTAG.search, heads)):
        return days
    names = Counter(head.replace(str(found[0]), "") for head, found in zip(heads, years))
    if min(names.values()) > 1 or len({found[0] for found in years}) == 1:
        return [parse_date(str(found[0])) for found in years]
    return days


def _of_parts(head: str) -> str | None:
    for part in head.split(HEAD_JOINT):
        if day := parse_date(part) or next(iter(dates_in(part)), None):
            return day
    return None


def _of_table(titles: Sequence[str], footers: Sequence[str], fallback: tuple[str, str]) -> tuple[str, str, list[str]]:
    """Return one date for the whole table, the sentence on where it was found, and warnings; empty if there is none."""
    own = [title for title in titles if not _DATE_OF_EXPORT.search(title)]
    named = {day for title in own for day in dates_in(title)}
    if len(named) == 1:
        day = named.pop()
        return day, tr("Stichtag: {dates} (from the title)").format(dates=_list([day])), []
    if not named:
        periods = {day for title in own for day in _periods_in(title)}
        if len(periods) == 1:
            day = periods.pop()
            note = tr("Stichtag: {dates} (from the title)").format(dates=_list([day]))
            return day, note, [_look_at(day)]
        below = {day for text in footers if not _DATE_OF_EXPORT.search(text) for day in dates_in(text)}
        if not periods and len(below) == 1:
            day = below.pop()
            note = tr("Stichtag: {dates} (from the notes below the table)").format(dates=_list([day]))
            return day, note, [_look_at(day)]
    if fallback[0]:
        note = tr("Stichtag: {dates} (from {place})").format(dates=_list([fallback[0]]), place=fallback[1])
        return fallback[0], note, [_look_at(fallback[0])]
    return "", "", []


def _look_at(day: str) -> str:
    return tr(
        "The table names no full date: {date} was taken as its Stichtag. Set REFERENCE_DATE if it is not."
    ).format(date=format_date(day))


def _periods_in(title: str) -> list[str]:
    """Return the ends of the months, quarters or years that a title names."""
    words = title.replace(",", " ").replace(":", " ").split()
    for length in (3, 2):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            day = parse_date(phrase)
            if day and any(map(str.isalpha, phrase)):
                return [day]
    if SPAN_OF_YEARS.search(title):
        return []
    return [day for year in years_in(title) if (day := parse_date(str(year)))]


def _by_row(columns: Columns, layout: Layout, reference_date: str) -> DateRule:
    name = layout.names[columns.date or 0]
    if reference_date and YEAR_MARK not in reference_date:
        raise InputError(
            tr("REFERENCE_DATE “{date}” and DATE_FIELD “{column}” contradict each other. Give one of them.").format(
                date=reference_date, column=name
            )
        )
    note = tr("Stichtag: from the column “{column}”").format(column=name)
    part = None
    if columns.date_part is not None and not reference_date:
        part = columns.date_part
        note = tr("Stichtag: from the columns “{column}” and “{part}”").format(column=name, part=layout.names[part])
    months = 1 if part is None else _MONTHS_OF.get(plain(layout.names[part]), 1)
    return DateRule([], columns.date, reference_date, note, part, months=months)


def _given(reference_date: str, heads: Sequence[str], titles: Sequence[str], year: int) -> list[str]:
    """Return one date a head from REFERENCE_DATE; a pattern takes the year from the head, else from the title."""
    if YEAR_MARK not in reference_date:
        day = parse_date(reference_date)
        if day is None:
            raise InputError(
                tr("REFERENCE_DATE: “{date}” is no date. Write 31.12.2025 or 2025-12-31.").format(date=reference_date)
            )
        return [day] * len(heads)
    title_years = {found for title in titles if (found := year_in(title))} or {year or None}
    common = title_years.pop() if len(title_years) == 1 else None
    years = [year_in(head.replace("_", " ")) or common for head in heads]
    for head, own in zip(heads, years):
        if own is None:
            raise InputError(
                tr("REFERENCE_DATE: the head “{head}” names no year for the pattern “{pattern}”.").format(
                    head=head, pattern=reference_date
                )
            )
    return [fill_pattern(reference_date, own) for own in years if own]


def _list(days: Sequence[str]) -> str:
    return ", ".join(format_date(day) for day in sorted(set(days)))
