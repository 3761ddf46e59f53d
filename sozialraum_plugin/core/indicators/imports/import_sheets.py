"""Several sheets of one file: those that look alike go into one table, told apart by date or variable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import AREA, COLUMN, IMPORT_LAYOUT, VARIABLE
from ...messages import tr
from ..cases.person_data import refuse_person_columns
from .grid import Grid
from .import_dates import SPAN_OF_YEARS
from .reference_dates import dates_in, parse_date, years_in
from .sheet_cells import Sheet
from .table_import import ImportOptions, ImportResult, import_table, table_heads
from .table_layout import HEAD_JOINT

ALL = "*"
AUTO, AS_VARIABLE, AS_NOTHING = "auto", "merkmal", "nothing"
MEANINGS = (AUTO, AS_VARIABLE, AS_NOTHING)
CENSUS_DAYS = {"2011": "2011-05-09", "2022": "2022-05-15"}
_CENSUS = re.compile(r"zensus[ _-]?(2011|2022)", re.IGNORECASE)
_SURE_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}\.\d{1,2}\.\d{4}|(?:19|20)\d{2}-\d{2}-\d{2}|(?:19|20)\d{6}|(?:19|20)\d{4}|(?:19|20)\d{2}[-_]?Q[1-4])"
    r"(?!\d)"
)


@dataclass(frozen=True)
class _Read:
    sheet: Sheet
    result: ImportResult


def import_sheets(
    sheets: Sequence[Sheet], options: ImportOptions, wanted: str = "", meaning: str = AUTO
) -> ImportResult:
    """Return the counts of one sheet or of several in one table; see `import_table`.

    `wanted`: empty for the first sheet with a table and all that have the same head, ``*`` for every sheet with a
    table, else names apart by ``;``. A sheet's name that is a date or names one year is the Stichtag where the sheet
    says none.
    `meaning`: ``merkmal`` puts the sheet's name before each variable, ``nothing`` does not; ``auto`` does so only where
    the same areas come in several sheets at the same Stichtag. Raises InputError.
    """
    if len(sheets) == 1 and meaning != AS_VARIABLE and wanted in ("", ALL, sheets[0].name):
        return import_table(sheets[0].grid, _options_of(sheets[0], options, False))
    chosen, left = _chosen(sheets, options, wanted)
    several = len(sheets) > 1
    read = []
    for sheet in chosen:
        try:
            read.append(_Read(sheet, import_table(sheet.grid, _options_of(sheet, options, several))))
        except InputError as error:
            if len(chosen) == 1:
                raise
            raise InputError(tr("Sheet “{sheet}”: {reason}").format(sheet=sheet.name, reason=error)) from error
    if len(read) == 1 and (meaning != AS_VARIABLE or not several):
        return _with_sheets(read[0].result, [read[0].sheet.name] if several else [], left, "")
    prefix = meaning == AS_VARIABLE or (meaning == AUTO and _overlap(read))
    note = tr("The sheet's name stands before each variable.") if prefix else ""
    return _with_sheets(_joined(read, prefix), [one.sheet.name for one in read], left, note)


def leading_grid(sheets: Sequence[Sheet], options: ImportOptions, wanted: str = "") -> Grid:
    """Return the cells of the first sheet that `import_sheets` would read; raises the same errors."""
    if len(sheets) == 1 and wanted in ("", ALL, sheets[0].name):
        return sheets[0].grid
    return _chosen(sheets, options, wanted)[0][0].grid


def _options_of(sheet: Sheet, options: ImportOptions, several: bool) -> ImportOptions:
    day = date_of_name(sheet.name) if several else ""
    if day:
        place = tr("the name of the sheet “{sheet}”").format(sheet=sheet.name)
        options = replace(options, fallback_date=day, fallback_place=place, fallback_year=int(day[:4]))
    return replace(options, table_name=sheet.name or options.table_name) if several else options


def date_of_name(name: str) -> str:
    """Return the ISO date that the name of a sheet or file gives: a date, else its one year; empty if there is none.

    >>> date_of_name("2023"), date_of_name("Stand 30.06.2024"), date_of_name("Jahr 2021"), date_of_name("Tabelle1")
    ('2023-12-31', '2024-06-30', '2021-12-31', '')
    """
    text = name.replace("_", " ").strip()
    day = parse_date(text) or next(iter(dates_in(text)), None)
    if day:
        return day
    years = set(years_in(text))
    if len(years) == 1 and not SPAN_OF_YEARS.search(text):
        return parse_date(str(years.pop())) or ""
    return ""


def date_of_file(name: str) -> tuple[str, int | None]:
    """Return the ISO date that a file's name gives for sure, and the one year that it names.

    >>> date_of_file("GKZ_ALO_202412.csv"), date_of_file("bevoelkerung-2024-02.csv"), date_of_file("zensus2011_1km.csv")
    (('2024-12-31', None), ('', 2024), ('2011-05-09', 2011))
    """
    stem = name.rpartition(".")[0] or name
    years = set(years_in(stem.replace("_", " "))) | {int(year) for year in _CENSUS.findall(stem)}
    year = years.pop() if len(years) == 1 else None
    if match := _CENSUS.search(stem):
        return CENSUS_DAYS[match.group(1)], int(match.group(1))
    for part in _SURE_DATE.findall(stem):
        if day := parse_date(part):
            return day, year
    return "", year


def _chosen(sheets: Sequence[Sheet], options: ImportOptions, wanted: str) -> tuple[list[Sheet], list[tuple[str, str]]]:
    """Return the sheets to read, and name and reason of those left out; raise InputError if there are none."""
    for sheet in sheets:
        refuse_person_columns(sheet.grid.rows[:50])
    if wanted and wanted != ALL:
        return _named(sheets, wanted), []
    heads, left, first_fault = {}, [], None
    for place, sheet in enumerate(sheets):
        if sheet.hidden and not wanted:
            left.append((sheet.name, tr("hidden")))
            continue
        try:
            heads[place] = table_heads(sheet.grid, options)
        except InputError as error:
            first_fault = first_fault or error
            left.append((sheet.name, str(error)))
    if not heads:
        raise first_fault or InputError(tr("INPUT: the file is empty."))
    if wanted == ALL:
        return [sheets[place] for place in heads], left
    first = next(iter(heads))
    alike = [place for place in heads if heads[place] == heads[first]]
    left += [(sheets[place].name, tr("another head")) for place in heads if place not in alike]
    return [sheets[place] for place in alike], left


def _named(sheets: Sequence[Sheet], wanted: str) -> list[Sheet]:
    by_name = {sheet.name: sheet for sheet in sheets}
    if wanted in by_name:
        return [by_name[wanted]]
    names = [name.strip() for name in wanted.split(";") if name.strip()]
    for name in names:
        if name not in by_name:
            raise InputError(
                tr("SHEET: “{sheet}” is missing in the file. It has: {names}.").format(
                    sheet=name, names=", ".join(by_name) or "–"
                )
            )
    return [by_name[name] for name in names]


def _overlap(read: Sequence[_Read]) -> bool:
    """Tell whether an area has one variable at one Stichtag in several sheets."""
    keys = pd.concat([one.result.counts[["gebiet", "merkmal", "stichtag"]].drop_duplicates() for one in read])
    return bool(keys.duplicated().any())


def _joined(read: Sequence[_Read], prefix: bool) -> ImportResult:
    counts, problems, layouts, notes, warnings = [], [], [], [], []
    for one in read:
        name, result = one.sheet.name, one.result
        own = result.counts
        if prefix:
            own = own.assign(**{VARIABLE.name: name + HEAD_JOINT + own[VARIABLE.name]})
        counts.append(own)
        problems.append(result.problems.assign(**{COLUMN.name: name + ": " + result.problems[COLUMN.name].astype(str)}))
        layouts.append(result.layout)
        notes += result.notes if not notes else []
        warnings += [tr("Sheet “{sheet}”: {reason}").format(sheet=name, reason=text) for text in result.warnings]
    areas = pd.concat([one.result.areas for one in read]).drop_duplicates(AREA.name)
    return ImportResult(
        pd.concat(counts, ignore_index=True),
        list(dict.fromkeys(notes)),
        warnings,
        _sum([one.result.rows for one in read]),
        _sum([one.result.cells for one in read]),
        pd.concat(problems, ignore_index=True),
        layouts[0],
        areas.reset_index(drop=True),
    )


def _sum(balances: Sequence[Balance]) -> Balance:
    whole = Balance(balances[0].subject, sum(balance.total for balance in balances))
    for balance in balances:
        for outcome, count in balance.outcomes.items():
            whole.add(outcome, count)
    return whole


def _with_sheets(
    result: ImportResult, names: Sequence[str], left: Sequence[tuple[str, str]], note: str
) -> ImportResult:
    """Return the result with what was concluded about the sheets."""
    found = []
    if names:
        found.append(("SHEET", "; ".join(names), tr("Sheets read: {names}").format(names=", ".join(names))))
    if note:
        found.append(("SHEET_MEANING", AS_VARIABLE, note))
    if left:
        reasons = ", ".join(f"{name} ({reason.rstrip('.')})" for name, reason in left)
        found.append(("SHEET", "", tr("Sheets not read: {names}").format(names=reasons)))
    if not found:
        return result
    table = pd.DataFrame(found, columns=[field.name for field in IMPORT_LAYOUT])
    notes = [sentence for _, _, sentence in found] + result.notes
    return replace(result, notes=notes, layout=pd.concat([table, result.layout], ignore_index=True))
