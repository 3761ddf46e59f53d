"""Which Stichtag each count of an imported table has: one for all, one a column, or one a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..messages import tr
from ..numbers import format_date
from .reference_dates import YEAR_MARK, dates_in, fill_pattern, parse_date, year_in
from .table_columns import Columns
from .table_layout import Layout

_DATE_OF_EXPORT = re.compile(r"(erstell|abgerufen|abruf|datenstand|druck|export|stand der daten).*", re.IGNORECASE)


@dataclass(frozen=True)
class DateRule:
    """Either `per_column` (one ISO date for each value column) or `column`, whose cell gives the date of a row.

    With a `pattern` the cell of `column` gives the year only. `note` says what was concluded.
    """

    per_column: list[str]
    column: int | None
    pattern: str
    note: str

    def of_row(self, row: Sequence[str]) -> str | None:
        """Return the ISO date of a row whose column carries it; None if its cell is no date."""
        cell = row[self.column or 0]
        if not self.pattern:
            return parse_date(cell)
        year = year_in(cell)
        return fill_pattern(self.pattern, year) if year else None

    def valid(self, row: Sequence[str]) -> bool:
        """Tell whether a row has a Stichtag."""
        return self.column is None or self.of_row(row) is not None


def date_rule(titles: Sequence[str], columns: Columns, layout: Layout, reference_date: str) -> DateRule:
    """Return the rule of dates: REFERENCE_DATE, else the date column, else dates in the heads, else one in the title.

    Raises InputError if there is none, or if it is no date.
    """
    heads = [value.head for value in columns.values]
    if columns.date is not None:
        return _by_row(columns.date, layout.names[columns.date], reference_date)
    if reference_date:
        days = _given(reference_date, heads, titles)
        return DateRule(days, None, "", tr("Stichtag: {dates} (as given)").format(dates=_list(days)))
    days = [day for head in heads for day in dates_in(head)[:1]]
    if days and len(days) == len(heads):
        return DateRule(days, None, "", tr("Stichtag: {dates} (from the heads)").format(dates=_list(days)))
    named = {day for title in titles if not _DATE_OF_EXPORT.match(title) for day in dates_in(title)}
    if len(named) == 1:
        days = list(named) * len(heads)
        return DateRule(days, None, "", tr("Stichtag: {dates} (from the title)").format(dates=_list(days)))
    raise InputError(
        tr(
            "The table does not say its Stichtag. Give REFERENCE_DATE (31.12.2025, or 15.10.{mark} with the year from "
            "the head) or DATE_FIELD."
        ).format(mark=YEAR_MARK)
    )


def _by_row(column: int, name: str, reference_date: str) -> DateRule:
    if reference_date and YEAR_MARK not in reference_date:
        raise InputError(
            tr("REFERENCE_DATE “{date}” and DATE_FIELD “{column}” contradict each other. Give one of them.").format(
                date=reference_date, column=name
            )
        )
    return DateRule([], column, reference_date, tr("Stichtag: from the column “{column}”").format(column=name))


def _given(reference_date: str, heads: Sequence[str], titles: Sequence[str]) -> list[str]:
    """Return one date a head from REFERENCE_DATE; a pattern takes the year from the head, else from the title."""
    if YEAR_MARK not in reference_date:
        day = parse_date(reference_date)
        if day is None:
            raise InputError(
                tr("REFERENCE_DATE: “{date}” is no date. Write 31.12.2025 or 2025-12-31.").format(date=reference_date)
            )
        return [day] * len(heads)
    title_years = {year for title in titles if (year := year_in(title))}
    common = title_years.pop() if len(title_years) == 1 else None
    years = [year_in(head) or common for head in heads]
    for head, year in zip(heads, years):
        if year is None:
            raise InputError(
                tr("REFERENCE_DATE: the head “{head}” names no year for the pattern “{pattern}”.").format(
                    head=head, pattern=reference_date
                )
            )
    return [fill_pattern(reference_date, year) for year in years if year]


def _list(days: Sequence[str]) -> str:
    return ", ".join(format_date(day) for day in sorted(set(days)))
