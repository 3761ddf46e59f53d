"""The folder of an update: which files are recipes, which are tables, and the table of counts so far."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ...core.errors import InputError
from ...core.fields import AREA, COUNTS, FLAG, REFERENCE_DATE, VALUE
from ...core.indicators.imports.reference_dates import parse_date
from ...core.indicators.recipes.recipe import Recipe
from ...core.indicators.recipes.recipe_file_names import fits
from ...core.indicators.recipes.recipe_report import Event, UpdateReport
from ...core.indicators.recipes.recipe_text import is_recipe, read_recipe
from ...core.messages import tr
from ...geo.ogr_tables import OGR_SUFFIXES
from ._recipe_files import read_text, recipe_name

TABLES = {".csv", ".txt", ".tsv", ".tab", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".json", ".sql", ".zip", ".gz"}
_OF_PROGRAMS = ("~$", ".~lock")  # what Excel and LibreOffice put beside an open file
_OF_DATABASES = ("-wal", "-shm", "-journal")  # and what belongs to a GeoPackage


@dataclass(frozen=True)
class FoundRecipes:
    """Recipes by name, the names of their files, and all files of the folder that are no tables for that reason."""

    recipes: dict[str, Recipe]
    files: dict[str, Path]
    json_files: set[Path]


def find_recipes(folder: Path, report: UpdateReport) -> FoundRecipes:
    """Return the recipes of a folder; one with a mistake goes to the report with its place.

    Raises InputError if there is none, or if two have the same name.
    """
    if not folder.is_dir():
        raise InputError(tr("RECIPES: the folder {folder} does not exist.").format(folder=folder))
    found = FoundRecipes({}, {}, set())
    for file in sorted(folder.iterdir(), key=_order):
        if file.suffix.lower() != ".json" or file.name.startswith(".") or not file.is_file():
            continue
        _add_recipe(file, found, report)
    if not found.recipes and not report.count(Event.FAILED):
        raise InputError(
            tr("RECIPES: there is no recipe in {folder}. “Import office table” writes one with RECIPE_OUTPUT.").format(
                folder=folder
            )
        )
    return found


def _add_recipe(file: Path, found: FoundRecipes, report: UpdateReport) -> None:
    name = recipe_name(file)
    try:
        text = read_text(file)
        if not is_recipe(text):
            return
        found.json_files.add(file.resolve())
        recipe = read_recipe(text, name, file.name)
    except InputError as error:
        report.add(Event.FAILED, tr("The recipe was not used.") + f" {error}", file.name, name)
        return
    if name in found.recipes:
        raise InputError(
            tr("RECIPES: {first} and {second} are both called “{name}”. Rename one of them.").format(
                first=found.files[name].name, second=file.name, name=name
            )
        )
    found.recipes[name] = recipe
    found.files[name] = file


def find_files(
    folder: Path, found: FoundRecipes, without: Sequence[Path], report: UpdateReport
) -> list[tuple[str, Path]]:
    """Return the tables below a folder (name in the report, path), in the order of their names.

    Other files go to the report, but for recipes, what programs put beside open files, and `without` (our outputs).
    """
    if not folder.is_dir():
        raise InputError(tr("FOLDER: the folder {folder} does not exist.").format(folder=folder))
    left_out = {path.resolve() for path in without}
    tables = []
    for path in _files_below(folder, left_out):
        if path.resolve() in found.json_files | left_out:
            continue
        name = path.relative_to(folder).as_posix()
        wanted = any(fits(path.name, recipe.file_pattern) for recipe in found.recipes.values())
        if wanted or path.suffix.lower() in TABLES or path.suffix.lower() in OGR_SUFFIXES:
            tables.append((name, path))
        else:
            note = tr("The file is no table that can be read (CSV, TXT, XLSX, ODS, XLS, DBF); it was not taken.")
            report.add(Event.WITHOUT_RECIPE, note, name)
    return tables


def _files_below(folder: Path, left_out: set[Path]) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=_order):
        if (
            path.name.startswith((".", *_OF_PROGRAMS))
            or path.name.endswith(_OF_DATABASES)
            or path.resolve() in left_out
        ):
            continue
        if path.is_dir():
            yield from _files_below(path, left_out)
        elif path.is_file():
            yield path


def _order(path: Path) -> tuple[str, str]:
    return unicodedata.normalize("NFC", path.name).casefold(), path.name


def counts_so_far(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of counts with texts, ISO dates and numbers, whatever file it was kept in.

    Raises InputError for a Stichtag or value that is none.
    """
    result = table.copy()
    for field in COUNTS:
        if field not in (VALUE, REFERENCE_DATE):
            result[field.name] = [_text(cell) for cell in result[field.name]]
    result[REFERENCE_DATE.name] = [_day(cell, row) for row, cell in enumerate(result[REFERENCE_DATE.name], 1)]
    result[VALUE.name] = [_number(cell, row) for row, cell in enumerate(result[VALUE.name], 1)]
    result[FLAG.name] = result[FLAG.name].fillna("")
    if (result[AREA.name] == "").any():
        row = int((result[AREA.name] == "").to_numpy().argmax()) + 1
        raise InputError(tr("EXISTING: row {row} has no “{field}”.").format(row=row, field=AREA.name))
    return result


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _day(cell: object, row: int) -> str:
    day = parse_date(_text(cell))
    if day is None:
        raise InputError(
            tr("EXISTING: “{text}” in row {row} is no Stichtag. Give the table that an import has written.").format(
                text=_text(cell), row=row
            )
        )
    return day


def _number(cell: object, row: int) -> float:
    text = _text(cell)
    if not text:
        return float("nan")
    try:
        return float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError as error:
        raise InputError(
            tr("EXISTING: “{text}” in row {row} is no number. Give the table that an import has written.").format(
                text=text, row=row
            )
        ) from error
