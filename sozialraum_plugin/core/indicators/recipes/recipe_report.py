"""The report of an update: what became of each file and column, one sentence a line."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...fields import UPDATE_REPORT


class Event:
    """Values of `art` in the report; those in `URGENT` need the user."""

    NEW = "neu"  # a Stichtag was added
    REPLACED = "ersetzt"  # values of a Stichtag that was there, as the user asked
    KEPT = "schon_da"  # a Stichtag is there with the same values
    CHANGED = "geaendert"  # a Stichtag is there with other values and stays as it is
    RENAMED = "umbenannt"  # a column may have a new name
    ACCEPTED = "angenommen"  # a new name was used, as the user asked
    MISSING = "fehlt"  # a column of the recipe is not in the file
    NEW_COLUMN = "neue_spalte"
    GONE_COLUMN = "spalte_weg"  # one that the recipe does not read
    WITHOUT_RECIPE = "ohne_rezept"
    WITHOUT_FILE = "ohne_datei"
    TWICE = "doppelt"  # the same content was taken before
    OLDER = "aelter"  # a Stichtag before the last one
    AREAS = "gebiete"  # other areas than at the last Stichtag
    UNIT_JUMP = "einheit"  # about 10, 100 or 1000 times the last values
    SYMBOLS = "zeichen"  # other symbols than last time
    SHAPE = "aufbau"  # head, rows
    UNREADABLE = "nicht_lesbar"  # a row or cell that was not used
    REMARK = "hinweis"
    FAILED = "fehler"  # a file or recipe that cannot be read
    URGENT = (RENAMED, MISSING, CHANGED, WITHOUT_RECIPE, UNIT_JUMP, AREAS, FAILED, SYMBOLS)


class UpdateReport:
    """Collects lines; see `fields.UPDATE_REPORT`."""

    def __init__(self) -> None:
        self._lines: list[dict[str, Any]] = []

    def add(
        self,
        event: str,
        note: str,
        file: str = "",
        recipe: str = "",
        column: str = "",
        variable: str = "",
        day: str | None = None,
        row: int | None = None,
        count: int | None = None,
    ) -> None:
        """Add a line: what happened, in a sentence, and where; `day` is ISO, `count` how many values it touches."""
        cells = (file, recipe, event, column, variable, day, row, count, note)
        self._lines.append(dict(zip((field.name for field in UPDATE_REPORT), cells)))

    def count(self, event: str) -> int:
        """Return the number of lines of a kind."""
        return sum(line["art"] == event for line in self._lines)

    def urgent(self) -> list[str]:
        """Return the sentences that need the user, each with its file or recipe."""
        return [
            f"{line['datei'] or line['rezept']}: {line['hinweis']}"
            for line in self._lines
            if line["art"] in Event.URGENT
        ]

    def table(self) -> pd.DataFrame:
        """Return all lines in the order of the work."""
        return pd.DataFrame(self._lines, columns=[field.name for field in UPDATE_REPORT], dtype=object)
