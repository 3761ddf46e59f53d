"""The catalogue of indicators: reading a file of rows, adding the user's own, choosing by code, theme or set."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ..errors import InputError, MissingColumnError
from ..messages import tr
from ..paths import resource
from .catalogue_row import COLUMNS, NEEDED_COLUMNS, indicator_of_row
from .imports.text_file import cut, decode, delimiter_of
from .indicator import Indicator

__all__ = ["Indicator", "indicator_sets", "merge", "read_catalogue", "select", "shipped_catalogue"]
_SHOWN = 10


def shipped_catalogue() -> list[Indicator]:
    """Return the catalogue of resources/indicators/catalogue.csv."""
    return list(_shipped(resource("indicators", "catalogue.csv")))


@lru_cache(maxsize=1)
def _shipped(path: Path) -> tuple[Indicator, ...]:
    return tuple(read_catalogue(path))


def read_catalogue(path: Path) -> list[Indicator]:
    """Return the indicators of a catalogue file (CSV in the format of the shipped one).

    Raises MissingColumnError, and InputError (no such file, and every fault of the rows, each with row and column).
    """
    if not path.is_file():
        raise InputError(tr("CATALOGUE: the file {file} does not exist.").format(file=path))
    text, _ = decode(path.read_bytes())
    grid = cut(text, delimiter_of(text))
    head = _head(grid.rows[0] if grid.rows else [], path.name)
    indicators: dict[str, Indicator] = {}
    faults: list[str] = []
    for row, number in zip(grid.rows[1:], grid.numbers[1:]):
        if not any(row):
            continue
        where = tr("{file}, row {row}").format(file=path.name, row=number)
        indicator, row_faults = _read_row(row, head, where)
        faults += row_faults
        if indicator is None:
            continue
        if indicator.code in indicators:
            faults.append(tr("{where}: the code {code} is there twice.").format(where=where, code=indicator.code))
        indicators[indicator.code] = indicator
    if faults:
        raise InputError(_listed(faults))
    return list(indicators.values())


def _head(cells: Sequence[str], file: str) -> list[str]:
    """Return the names of the columns; raise if one that is needed lacks, or one is there twice."""
    head = [cell.strip() for cell in cells[: _filled(cells)]]
    for column in NEEDED_COLUMNS:
        if column not in head:
            raise MissingColumnError(column, file, head)
    for column in COLUMNS:
        if head.count(column) > 1:
            raise InputError(
                tr("{file}: the column “{column}” is there {count} times.").format(
                    file=file, column=column, count=head.count(column)
                )
            )
    return head


def _read_row(row: Sequence[str], head: Sequence[str], where: str) -> tuple[Indicator | None, list[str]]:
    if any(row[len(head) :]):
        return None, [
            tr(
                "{where}: {count} cells, but the head has {columns} columns. Put quotation marks around a text "
                "with a delimiter in it."
            ).format(where=where, count=_filled(row), columns=len(head))
        ]
    return indicator_of_row({**dict.fromkeys(COLUMNS, ""), **dict(zip(head, row))}, where)


def _filled(row: Sequence[str]) -> int:
    """Return the number of cells up to the last one that is not empty."""
    return max((number for number, cell in enumerate(row, 1) if cell), default=0)


def _listed(faults: Sequence[str]) -> str:
    more = len(faults) - _SHOWN
    shown = "\n".join(faults[:_SHOWN])
    return tr("{faults}\nand {count} more faults.").format(faults=shown, count=more) if more > 0 else shown


def merge(shipped: Sequence[Indicator], own: Sequence[Indicator]) -> list[Indicator]:
    """Return the shipped catalogue with the user's own rows; an own row replaces the shipped one of its code."""
    merged = {indicator.code: indicator for indicator in shipped}
    merged.update({indicator.code: indicator for indicator in own})
    return list(merged.values())


def indicator_sets(catalogue: Sequence[Indicator]) -> dict[str, list[str]]:
    """Return the codes of each set: those of resources/indicators/sets.json, and the column `saetze` of own rows."""
    sets = {name: list(entry["indikatoren"]) for name, entry in _shipped_sets().items()}
    for indicator in catalogue:
        for name in indicator.sets:
            codes = sets.setdefault(name, [])
            codes += [] if indicator.code in codes else [indicator.code]
    return sets


def _shipped_sets() -> dict[str, dict]:
    return json.loads(resource("indicators", "sets.json").read_text(encoding="utf-8"))


def select(catalogue: Sequence[Indicator], wanted: Sequence[str]) -> list[Indicator]:
    """Return the indicators with the wanted codes, themes or sets, in the order of the catalogue; none wanted is all.

    Themes and sets are found whatever their case. Raises InputError for the first entry that is nothing of these.
    """
    if not wanted:
        return list(catalogue)
    sets = {name.casefold(): codes for name, codes in indicator_sets(catalogue).items()}
    known = {indicator.code for indicator in catalogue}
    themes = {indicator.theme.casefold() for indicator in catalogue}
    chosen: set[str] = set()
    for entry in wanted:
        folded = entry.casefold()
        if entry not in known and folded not in themes and folded not in sets:
            raise InputError(
                tr(
                    "INDICATORS: “{entry}” is neither a code nor a theme nor a set of the catalogue. "
                    "Sets: {sets}. Codes: {known}."
                ).format(
                    entry=entry,
                    sets=", ".join(indicator_sets(catalogue)),
                    known=", ".join(indicator.code for indicator in catalogue),
                )
            )
        chosen |= {entry} if entry in known else set(sets.get(folded, ()))
        chosen |= {indicator.code for indicator in catalogue if indicator.theme.casefold() == folded}
    return [indicator for indicator in catalogue if indicator.code in chosen]
