"""The explanations of a composite index as a table: one row an area (and year), with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import AREA, AREA_NAME, CLASS, EXCLUDED, INDEX_VALUE, INDEX_YEAR, RANK, Field, Kind
from ...messages import tr
from ...numbers import format_number
from .composite_recipe import CompositeRecipe
from .composite_table import CompositeTable
from .explain import ALIKE, Explanation, explain, frame_of, is_multiplied
from .explain_change import Change
from .explain_names import indicator_names, row_names
from .explain_text import sentences
from .robustness_engine import Areas
from .taking_part import Columns, TakingPart, taking_part

COMPARED = Field("verglichen_mit", Kind.INTEGER)  # number of areas with an index, the area itself too
SENTENCE = Field("erklaerung")
DISTANCE = Field("abstand_mittel", Kind.REAL)
LESS_CLASS = Field("guenstiger_klasse", Kind.INTEGER)  # the next class with less burden
LESS_TOGETHER = Field("guenstiger_alle", Kind.REAL)  # per cent by which all values must be better
MORE_CLASS = Field("unguenstiger_klasse", Kind.INTEGER)
MORE_TOGETHER = Field("unguenstiger_alle", Kind.REAL)
ALIKE_FIELDS = tuple(Field(f"aehnlich_{number}") for number in range(1, ALIKE + 1))
UNLIKE_FIELDS = tuple(Field(f"unaehnlichkeit_{number}", Kind.REAL) for number in range(1, ALIKE + 1))
STARTS = ("wert", "abstand", "anteil", "guenstiger", "unguenstiger")  # of the columns of an indicator
NOTE_END = "hinweis"


@dataclass(frozen=True)
class ExplainTable:
    """`table` with the columns `fields`; the account of the rows, and what it warns of."""

    table: pd.DataFrame
    fields: tuple[Field, ...]
    balance: Balance
    warnings: list[str] = field(default_factory=list)


def areas_of(part: TakingPart) -> Areas:
    """Return the areas that take part, with indicators and helpers."""
    rows, population = part.rows, part.candidates.population
    years = [part.years[row] for row in rows.tolist()] if part.years else None
    people = population.values[rows] if population else None
    return frame_of(part.filled.values.iloc[rows], people, years)


def explain_table(
    table: pd.DataFrame,
    columns: Columns,
    computed: CompositeTable,
    wanted: Sequence[str] = (),
    poll: Callable[[], None] = lambda: None,
) -> ExplainTable:
    """Explain all areas of a computed table, or only those whose codes are `wanted`.

    Areas without an index have the reason only. Raises InputError for a code that is not in the table.
    """
    recipe = computed.recipe
    part = taking_part(table, recipe, columns)
    keep = _kept(part, wanted)
    areas = areas_of(part)
    rows = np.flatnonzero(keep[part.rows])
    found = explain(areas, recipe, computed.result, rows, poll)
    fields = explain_fields(recipe, columns)
    cells = {**_named(table, columns, part), **_found(found, recipe, computed, part, _names(table, columns, part))}
    frame = pd.DataFrame(cells, dtype=object).reindex(columns=[column.name for column in fields])
    return ExplainTable(
        frame[keep].reset_index(drop=True), fields, _balance(keep, part), _warnings(found, computed, len(rows))
    )


def _kept(part: TakingPart, wanted: Sequence[str]) -> np.ndarray:
    codes = part.candidates.codes
    missing = [code for code in wanted if code not in set(codes)]
    if missing:
        some = ", ".join(str(code) for code in list(dict.fromkeys(codes))[:10])
        raise InputError(
            tr("EXPLAIN_AREAS: no area has the code “{code}”. There is: {codes}.").format(code=missing[0], codes=some)
        )
    return np.array([not wanted or code in wanted for code in codes], dtype=bool)


def field_column(start: str, name: str, note: bool = False) -> Field:
    """Return the column of an indicator: ``wert_x``, or ``guenstiger_x_hinweis``."""
    return Field(f"{start}_{name}_{NOTE_END}") if note else Field(f"{start}_{name}", Kind.REAL)


def explain_fields(recipe: CompositeRecipe, columns: Columns) -> tuple[Field, ...]:
    """Return the columns of the table."""
    named = (AREA_NAME,) if columns.name else ()
    year = (INDEX_YEAR,) if columns.year else ()
    parts = []
    for name in recipe.fields:
        for start in STARTS:
            parts.append(field_column(start, name))
            if start in STARTS[3:]:
                parts.append(field_column(start, name, note=True))
    changes = (LESS_CLASS, LESS_TOGETHER, MORE_CLASS, MORE_TOGETHER)
    alike = tuple(column for pair in zip(ALIKE_FIELDS, UNLIKE_FIELDS) for column in pair)
    return (
        AREA, *named, *year, INDEX_VALUE, RANK, COMPARED, CLASS, EXCLUDED, SENTENCE, DISTANCE, *changes, *alike, *parts,
    )  # fmt: skip


def _named(table: pd.DataFrame, columns: Columns, part: TakingPart) -> dict[str, list[object]]:
    named: dict[str, list[object]] = {AREA.name: list(part.candidates.codes), EXCLUDED.name: list(part.reasons)}
    if columns.name:
        named[AREA_NAME.name] = table[columns.name].tolist()
    if part.years is not None:
        named[INDEX_YEAR.name] = list(part.years)
    return named


def _names(table: pd.DataFrame, columns: Columns, part: TakingPart) -> list[str]:
    """Return what the areas that take part are called."""
    names = table[columns.name].tolist() if columns.name else None
    every = row_names(part.candidates.codes, names, part.years)
    return [every[row] for row in part.rows.tolist()]


def _found(
    found: Explanation, recipe: CompositeRecipe, computed: CompositeTable, part: TakingPart, names: Sequence[str]
) -> dict[str, np.ndarray]:
    """Return the columns of what was found, None for all other rows."""
    result, count = computed.result, len(part.reasons)
    places = part.rows[found.rows]
    values = part.filled.values[recipe.fields].to_numpy(dtype=float)[part.rows]
    texts = sentences(found, indicator_names(recipe), names, result.rank, result.class_, values, is_multiplied(recipe))
    codes = [part.candidates.codes[row] for row in part.rows.tolist()]
    cells = {
        INDEX_VALUE.name: result.index[found.rows],
        RANK.name: result.rank[found.rows],
        COMPARED.name: found.compared,
        CLASS.name: [int(number) or None for number in result.class_[found.rows]],
        SENTENCE.name: texts,
        DISTANCE.name: found.distance,
        **_changes(found.less, LESS_CLASS, LESS_TOGETHER),
        **_changes(found.more, MORE_CLASS, MORE_TOGETHER),
    }
    for number, (alike, unlike) in enumerate(zip(ALIKE_FIELDS, UNLIKE_FIELDS)):
        cells[alike.name] = [codes[row] if row >= 0 else None for row in found.alike[:, number]]
        cells[unlike.name] = found.unlikeness[:, number]
    for place, name in enumerate(recipe.fields):
        for start, numbers in zip(STARTS, (values[found.rows], found.points, found.shares)):
            cells[field_column(start, name).name] = numbers[:, place]
        for start, change in zip(STARTS[3:], (found.less, found.more)):
            if change is not None:
                cells[field_column(start, name).name] = change.needed[:, place]
                cells[field_column(start, name, note=True).name] = _notes(change, place, values[found.rows, place])
    return {name: _spread(column, places, count) for name, column in cells.items()}


def _changes(change: Change | None, target: Field, together: Field) -> dict[str, object]:
    if change is None:
        return {}
    return {target.name: [int(number) or None for number in change.target], together.name: 100 * change.together}


def _notes(change: Change, place: int, values: np.ndarray) -> list[str | None]:
    """Return for each area what a reader must know of the value that an indicator would need."""
    notes: list[str | None] = []
    for target, needed, seen, value in zip(change.target, change.needed[:, place], change.seen[:, place], values):
        if not target:
            notes.append(tr("there is no further class"))
        elif value != value:
            notes.append(tr("no value"))
        elif needed != needed:
            notes.append(tr("impossible: not reached by any value tried"))
        else:
            notes.append(tr("possible") if seen else tr("impossible: no area has such a value"))
    return notes


def _spread(cells: object, places: np.ndarray, count: int) -> np.ndarray:
    column = np.full(count, None, dtype=object)
    plain = cells.tolist() if isinstance(cells, np.ndarray) else list(cells)
    column[places] = [None if cell is None or cell != cell else cell for cell in plain]
    return column


def _balance(keep: np.ndarray, part: TakingPart) -> Balance:
    balance = Balance(tr("areas to explain"), len(keep))
    explained = np.zeros(len(keep), dtype=bool)
    explained[part.rows] = True
    balance.add(tr("explained"), int((keep & explained).sum()))
    balance.add(tr("without an index, with the reason"), int((keep & ~explained).sum()))
    balance.add(tr("not asked for in EXPLAIN_AREAS"), int((~keep).sum()))
    return balance


def _warnings(found: Explanation, computed: CompositeTable, count: int) -> list[str]:
    warnings = []
    if found.less is None and computed.result.class_.any():
        text = tr(
            "What would lead to the next class is found by computing the index anew for every value that is tried. For "
            "{count} areas that takes too long, so these columns are empty. Name some areas in EXPLAIN_AREAS."
        )
        warnings.append(text.format(count=format_number(count)))
    return warnings


def all_alike_warnings(computed: CompositeTable) -> list[str]:
    """Say that one area, or areas without a difference, have no rank or class that means anything."""
    if len(computed.rows) == 1:
        return [tr("Only one area has an index: there is nothing to compare it with, and rank and class say nothing.")]
    if np.ptp(computed.result.index) == 0:
        return [tr("All areas have the same index: ranks and classes say nothing.")]
    return []
