"""Breakdowns (which counts add up to which) from JSON or CSV, and all relations between the counts of tables."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np

from ...errors import InputError
from ...messages import tr
from ...paths import resource
from ..imports.reference_dates import years_before
from ..imports.text_file import cut, decode, delimiter_of
from ..indicator_plan import NEAREST_LAG, Relation
from .protection_records import Columns

Breakdowns = dict[str, list[list[str]]]
_AGREEING = 5
_DISTINCT = 3


def read_breakdowns(path: str | None) -> Breakdowns:
    """Return total -> alternative lists of parts, of a file or the shipped one.

    JSON as resources/indicators/breakdowns.json; CSV with the columns total and parts, parts separated by blanks,
    commas or plus signs. Raises InputError with what is wrong.
    """
    file = Path(path) if path else resource("indicators", "breakdowns.json")
    if not file.is_file():
        raise InputError(tr("BREAKDOWNS: the file {file} does not exist.").format(file=file))
    if file.suffix.lower() != ".json":
        return _from_csv(file)
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(tr("BREAKDOWNS: {file} is no JSON: {reason}").format(file=file.name, reason=error)) from error
    if not _is_breakdowns(content):
        raise InputError(
            tr(
                "BREAKDOWNS: {file} must map each total to lists of its parts, such as "
                '{{"E": [["E_u18", "E_18_64", "E_65"]]}}.'
            ).format(file=file.name)
        )
    return content


def _is_breakdowns(content: object) -> bool:
    return isinstance(content, dict) and all(
        isinstance(alternatives, list)
        and all(isinstance(parts, list) and all(isinstance(part, str) for part in parts) for parts in alternatives)
        for alternatives in content.values()
    )


def _from_csv(file: Path) -> Breakdowns:
    text, _ = decode(file.read_bytes())
    grid = cut(text, delimiter_of(text))
    found: Breakdowns = {}
    for row, number in zip(grid.rows[1:], grid.numbers[1:]):
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells:
            continue
        parts = [part for cell in cells[1:] for part in cell.replace("+", " ").replace(",", " ").split()]
        if len(parts) < 1:
            raise InputError(
                tr("BREAKDOWNS: {file}, row {row}: write the total, then its parts.").format(file=file.name, row=number)
            )
        found.setdefault(cells[0], []).append(parts)
    return found


def relations_of(columns: Columns, breakdowns: Breakdowns) -> list[Relation]:
    """Return the relations of formulas and breakdowns; the counts that a formula needs are added to the columns."""
    relations = []
    for column, (formula, day) in list(columns.formulas.items()):
        parts = [_column_before(columns, term.variable, day, term.years) for term in formula.terms]
        if None not in parts:
            weights = tuple(float(term.sign) for term in formula.terms)
            relations.append(Relation(column, tuple(parts), all(weight == 1 for weight in weights), weights))
    days: dict[str, list[str]] = {}
    for name, day in columns.names:
        days.setdefault(name, []).append(day)
    for total, alternatives in breakdowns.items():
        for parts in alternatives:
            for day in days.get(total, []):
                numbers = [columns.number.get((part, day)) for part in parts]
                if None not in numbers:
                    relations.append(Relation(columns.number[total, day], tuple(numbers)))
    return list(dict.fromkeys(relations))


def same_counts(values: np.ndarray, days: list[str]) -> list[Relation]:
    """Return "one = other" for columns of the same Stichtag that agree wherever both are known.

    `values` are (areas, columns). The same count under two names (the base of several own rates) is one for an
    outsider. At least `_AGREEING` areas with three different numbers must agree.
    """
    relations = []
    by_day = np.array(days)
    for day in dict.fromkeys(days):
        numbers = np.flatnonzero(by_day == day)
        for position, one in enumerate(numbers[:-1]):
            others = values[:, numbers[position + 1 :]]
            both = np.isfinite(others) & np.isfinite(values[:, [one]])
            equal = (np.where(both, others - values[:, [one]], 0.0) == 0).all(axis=0) & (both.sum(axis=0) >= _AGREEING)
            for other in numbers[position + 1 :][equal].tolist():
                known = values[np.isfinite(values[:, one]) & np.isfinite(values[:, other]), one]
                if len(np.unique(known[known > 0])) >= _DISTINCT:
                    relations.append(Relation(int(one), (other,)))
                    break
    return relations


def _column_before(columns: Columns, variable: str, day: str, years: int) -> int | None:
    """Return the column of a variable some years before a Stichtag; without years it is made if need be."""
    if not years:
        return columns.of(variable, day)
    wanted = years_before(day, years)
    distances = {
        (abs((date.fromisoformat(other) - wanted).days), other): number
        for (name, other), number in columns.number.items()
        if name == variable
    }
    nearest = min(distances, default=None)
    return distances[nearest] if nearest is not None and nearest[0] <= NEAREST_LAG else None
