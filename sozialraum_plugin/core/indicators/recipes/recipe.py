"""A recipe: how one office's file is read, so that next year's file is read the same way.

It is a small JSON file with German entries that a clerk can change by hand (see `recipe_text`). It knows the columns
and the shape of the last file, never the cells of its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..imports.number_cells import AUTO

VERSION = 1
SUFFIXES = (".rezept.json", ".json")


class DateKind:
    """Values of ``stichtag.art``: where the Stichtag of the counts stands."""

    FIXED = "fest"  # always the same day: ``stichtag.datum``
    PATTERN = "muster"  # 31.12.{jahr}, the year in the heads or the title
    COLUMN = "spalte"  # in a column; with a pattern only its year
    TABLE = "tabelle"  # a whole date in the heads or the title
    FILE_NAME = "dateiname"  # in the part of the file's name that * stands for
    ORDER = (FIXED, PATTERN, COLUMN, TABLE, FILE_NAME)


@dataclass(frozen=True)
class DateSource:
    """Where the Stichtag comes from; `offset` is added to the year of the file's name (2025 delivers 2024: -1)."""

    kind: str
    day: str = ""
    pattern: str = ""
    column: str = ""
    offset: int = 0


@dataclass(frozen=True)
class Seen:
    """What the last file looked like: columns and numbers, never the cells of its rows."""

    file: str = ""
    columns: Sequence[str] = ()
    rows: int = 0
    areas: int = 0
    head_rows: int = 0
    symbols: Sequence[str] = ()
    dates: Sequence[str] = ()
    fingerprint: str = ""


@dataclass(frozen=True)
class Done:
    """A file that was taken: its fingerprint tells when it comes again."""

    file: str
    fingerprint: str


@dataclass(frozen=True)
class Recipe:
    """How to read a file; `name` is that of the recipe's file.

    `variables` maps heads of columns (``{jahr}`` and ``{datum}`` stand for any year and date) to variables; several
    heads of one variable are its names over the years. `settings` are further parameters of `importtable` by name.
    """

    name: str
    file_pattern: str
    variables: dict[str, str]
    date: DateSource
    source: str = ""
    sheet: str = ""
    encoding: str = AUTO
    delimiter: str = AUTO
    header_rows: int = 0
    first_row: int = 0
    decimal: str = AUTO
    symbols: str = "none"
    key: str = ""
    row_filter: str = ""
    skip_totals: bool = True
    settings: dict[str, Any] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)
    done: Sequence[Done] = ()

    def with_column(self, old: str, new: str) -> Recipe:
        """Return the recipe with another head for what a head stands for: variable, key or Stichtag.

        Raises KeyError if the recipe has no such head.
        """
        if old in self.variables:
            return replace(self, variables={**self.variables, new: self.variables[old]})
        if old == self.key:
            return replace(self, key=new)
        if old == self.date.column:
            return replace(self, date=replace(self.date, column=new))
        raise KeyError(old)

    def with_taken(self, seen: Seen) -> Recipe:
        """Return the recipe after a file was taken; the shape of the newest Stichtag stays as the last one."""
        done = [*self.done, Done(seen.file, seen.fingerprint)]
        newest = max(seen.dates, default="") >= max(self.seen.dates, default="")
        return replace(self, seen=seen if newest else self.seen, done=done)

    def knows(self, fingerprint: str) -> str:
        """Return the name of the file with this fingerprint that was taken before; an empty text if none was."""
        return next((entry.file for entry in self.done if entry.fingerprint == fingerprint), "")
