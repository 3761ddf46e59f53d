"""How robust an index is, as a table: one row an area (and year), with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...fields import AREA, AREA_NAME, CLASS, EXCLUDED, INDEX_VALUE, INDEX_YEAR, RANK, Field
from ...messages import tr
from ...numbers import format_number
from .composite_recipe import CompositeRecipe
from .composite_table import CompositeTable, composite_table
from .explain_names import indicator_names, row_names
from .explain_table import all_alike_warnings, areas_of
from .robustness_choices import Plan, Wishes, choice_title, described, plan_of
from .robustness_counts import NO_FIELD, Counts, read_counts
from .robustness_run import Question, Robust, robust
from .robustness_text import (
    CHANGED,
    MODAL,
    RANK_HIGH,
    RANK_LOW,
    RANK_MIDDLE,
    SAME_SHARE,
    SENTENCE,
    STABLE_SHARE,
    TRIGGER,
    VARIANTS,
    area_sentence,
    choice_field,
    share_field,
    summary,
    trigger_of,
)
from .taking_part import Columns, TakingPart, taking_part


@dataclass(frozen=True)
class RobustTable:
    """`table` with the columns `fields`, one row per input row, and what the log and the page say of it.

    `names` are those of the rows, `lines` what was varied, `summary` the result in sentences; `stable` areas keep their
    class in 95 % of the variants; `classes` is their number.
    """

    table: pd.DataFrame
    fields: tuple[Field, ...]
    computed: CompositeTable
    names: list[str]
    balance: Balance
    lines: list[str]
    summary: list[str]
    stable: int
    total: int
    classes: int
    warnings: list[str] = field(default_factory=list)


def robust_table(
    table: pd.DataFrame,
    recipe: CompositeRecipe,
    columns: Columns,
    wishes: Wishes,
    numerators: Sequence[str] = (),
    denominators: Sequence[str] = (),
    poll: Callable[[float], None] = lambda share: None,
) -> RobustTable:
    """Vary the choices of a recipe for a table. Raises InputError as `composite_table` and `read_counts` do."""
    columns = replace(columns, larger=None)
    computed = composite_table(table, recipe, columns)
    has_counts = any(name not in NO_FIELD for name in (*numerators, *denominators))
    plan = plan_of(recipe, wishes, has_counts, columns.population is not None)
    widest = replace(recipe, min_population=min(plan.limits))
    part = taking_part(table, widest, columns)
    rows = part.rows
    counts = read_counts(table, recipe, numerators, denominators, rows)
    question = _question(recipe, part, plan, computed, counts)
    found = robust(question, plan, wishes, poll)
    names = row_names(part.candidates.codes, table[columns.name].tolist() if columns.name else None, part.years)
    fields = robust_fields(columns, found)
    cells = {
        AREA.name: list(part.candidates.codes),
        EXCLUDED.name: computed.table[EXCLUDED.name].tolist(),
        INDEX_VALUE.name: computed.table[INDEX_VALUE.name].tolist(),
        RANK.name: computed.table[RANK.name].tolist(),
        CLASS.name: computed.table[CLASS.name].tolist(),
        **_found(found, question, rows, len(table), [names[row] for row in rows.tolist()], computed),
    }
    if columns.name:
        cells[AREA_NAME.name] = table[columns.name].tolist()
    if part.years is not None:
        cells[INDEX_YEAR.name] = list(part.years)
    frame = pd.DataFrame(cells, dtype=object).reindex(columns=[column.name for column in fields])
    same = frame[SAME_SHARE.name].dropna().astype(float)
    stable = int((same >= STABLE_SHARE).sum())
    return RobustTable(
        frame, fields, computed, names, _balance(frame), described(plan, wishes, indicator_names(recipe)),
        summary(frame, found, stable, names), stable, found.total, found.shares.shape[1],
        [*computed.warnings, *all_alike_warnings(computed), *_chance_warning(plan, counts, found)],
    )  # fmt: skip


def _question(
    recipe: CompositeRecipe, part: TakingPart, plan: Plan, computed: CompositeTable, counts: Counts | None
) -> Question:
    rows = part.rows
    areas = areas_of(part)
    taking = np.ones((len(plan.limits), len(rows)), dtype=bool)
    if part.candidates.population is not None and len(plan.limits) > 1:
        people = part.candidates.population.values[rows]
        taking = np.array([(limit <= 0) | (people >= limit) for limit in plan.limits])
    taking[0] = np.isin(rows, computed.rows)
    if counts is not None and len(counts.cases) != len(rows):
        raise InputError(tr("NUMERATORS and DENOMINATORS do not fit the areas."))
    class_ = np.zeros(len(part.reasons), dtype=int)
    class_[computed.rows] = computed.result.class_
    return Question(areas, taking, recipe, counts, class_[rows])


def robust_fields(columns: Columns, found: Robust) -> tuple[Field, ...]:
    """Return the columns of the table."""
    named = (AREA_NAME,) if columns.name else ()
    year = (INDEX_YEAR,) if columns.year else ()
    shares = tuple(share_field(number + 1) for number in range(found.shares.shape[1]))
    choices = tuple(choice_field(name) for name in found.tried)
    return (
        AREA, *named, *year, INDEX_VALUE, RANK, CLASS, EXCLUDED, SENTENCE, VARIANTS, CHANGED, SAME_SHARE, MODAL,
        RANK_LOW, RANK_MIDDLE, RANK_HIGH, TRIGGER, *shares, *choices,
    )  # fmt: skip


def _found(
    found: Robust, question: Question, rows: np.ndarray, count: int, names: Sequence[str], computed: CompositeTable
) -> dict[str, np.ndarray]:
    """Return the columns of what was found, None for all other rows."""
    takes, has = found.variants > 0, question.class_ > 0
    same = 100 * (1 - found.changed / np.maximum(found.variants, 1))
    triggers = [trigger_of(found, row) if has[row] else None for row in range(len(rows))]
    ranks = pd.Series(computed.table[RANK.name]).tolist()
    cells: dict[str, list[object]] = {
        VARIANTS.name: found.variants.tolist(),
        CHANGED.name: _where(found.changed, takes & has),
        SAME_SHARE.name: _where(same, takes & has),
        MODAL.name: _where(found.shares.argmax(axis=1) + 1 if found.shares.size else found.changed, _any(found)),
        RANK_LOW.name: _where(found.rank_low, takes),
        RANK_MIDDLE.name: _where(found.rank_middle, takes),
        RANK_HIGH.name: _where(found.rank_high, takes),
        TRIGGER.name: [choice_title(name) if name else None for name in triggers],
        SENTENCE.name: [
            area_sentence(found, question, row, names[row], ranks[rows[row]], triggers[row]) for row in range(len(rows))
        ],
        **{
            choice_field(name).name: _where(100 * found.flips[name] / tried, has) for name, tried in found.tried.items()
        },
    }
    for number in range(found.shares.shape[1]):
        cells[share_field(number + 1).name] = _where(100 * found.shares[:, number], _any(found))
    result = {}
    for name, column in cells.items():
        spread = np.full(count, None, dtype=object)
        spread[rows] = column
        result[name] = spread
    return result


def _any(found: Robust) -> np.ndarray:
    return found.shares.sum(axis=1) > 0


def _where(values: np.ndarray, chosen: np.ndarray) -> list[object]:
    return [value if good else None for value, good in zip(values.tolist(), chosen.tolist())]


def _balance(frame: pd.DataFrame) -> Balance:
    varied = frame[VARIANTS.name].map(lambda cell: cell is not None and cell == cell and cell > 0)
    with_index = frame[EXCLUDED.name].isna()
    balance = Balance(tr("areas in the robustness run"), len(frame))
    balance.add(tr("with an index, varied"), int((varied & with_index).sum()))
    balance.add(tr("with an index, but in no variant"), int((~varied & with_index).sum()))
    balance.add(tr("without an index by the recipe, but in some variants"), int((varied & ~with_index).sum()))
    balance.add(tr("without an index, with the reason"), int((~varied & ~with_index).sum()))
    return balance


def _chance_warning(plan: Plan, counts: Counts | None, found: Robust) -> list[str]:
    if not plan.redraw or counts is None:
        return []
    zero = int(((counts.cases == 0).any(axis=1) & (found.variants > 0)).sum())
    if not zero:
        return []
    text = tr(
        "{count} areas have a count of 0, which chance cannot change here: their classes seem more certain than "
        "they are."
    )
    return [text.format(count=format_number(zero))]
