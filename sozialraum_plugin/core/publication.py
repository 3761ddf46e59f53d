"""The gate between what the office knows and what leaves it.

Tables carry their confidentiality with them, so that no step has to know what came before:

* ``kennzeichen`` beside ``wert``: a hidden row (``geheim``, ``geheim_sekundaer``, ``nenner_zu_klein``) has no number in
  any column but the denominator, which is a count of its own with a row of its own; ``nur_intern`` is shown in the
  office only. ``kennzeichen_nachher`` does the same for ``wert_nachher`` and all that ends so; ``kennzeichen`` beside
  ``einwohner`` alone speaks of the inhabitants;
* ``vermerk`` of a wide table, an index or a profile: a text where the row was made of such values;
* counts of an office, and inhabitants per address or block, are internal by their nature.

Every table that is written passes `refuse_leaks`. What leaves the office (CSV, PDF, chart) passes
`require_publishable` or `hide` too, unless the user asks for internal use; then it says so on its face.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from .errors import InputError
from .fields import (
    ADDRESS_ID,
    AREA,
    AREAS,
    BLOCK,
    CELL,
    CELL_SIZE,
    CONFIDENTIALITY,
    COUNTS,
    DENOMINATOR,
    FLAG,
    HOUSE_NUMBER,
    INDICATOR,
    INDICATORS,
    POPULATION,
    ROW,
    VALUE,
    VARIABLE,
    Field,
    Flag,
    Kind,
)
from .messages import tr

PUBLICATION, INTERNAL = "publication", "internal"
USES = (PUBLICATION, INTERNAL)
HIDING = frozenset({Flag.SECRET, Flag.SECONDARY, Flag.TOO_SMALL_BASE})
INTERNAL_NOTE = "intern – nicht weitergeben"
INTERNAL_SUFFIX = "_intern"  # of the names of files
SMALLEST_POPULATION = 3  # inhabitants of an area from 1 to below are not published
POPULATION_CODE = "B01"
_DESCRIBING = frozenset(
    column.name for column in (*INDICATORS, *COUNTS, *AREAS, CELL) if column.kind in (Kind.TEXT, Kind.DATE)
)
_BESIDE = _DESCRIBING | {DENOMINATOR.name, ROW.name, CELL_SIZE.name}  # what may stand in a hidden row
_NUMBER = r"[-−+(]?\d[\d.,\s\u00a0\u202f'’]*(?:[eE][-+]?\d+)?\s*[%‰)]?"
_DATE = r"\d{1,2}\.\d{1,2}\.\d{4}"


def hidden_rows(table: pd.DataFrame) -> pd.Series:
    """Return which rows are hidden, by the source or by us; none in a table without `kennzeichen`."""
    return _flagged(table, HIDING)


def internal_rows(table: pd.DataFrame) -> pd.Series:
    """Return which rows carry a number that publication would hide, as the table itself says."""
    noted = table[CONFIDENTIALITY.name].map(_text).ne("") if CONFIDENTIALITY.name in table else False
    return _flagged(table, {Flag.INTERNAL}) | noted


def _flagged(table: pd.DataFrame, flags: Collection[str]) -> pd.Series:
    if FLAG.name not in table:
        return pd.Series(False, index=table.index)
    return table[FLAG.name].isin(list(flags))


def hide(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table for publication: what is marked ``nur_intern`` becomes ``geheim``, hidden rows lose their numbers.

    The denominator stays in a row that was hidden before, where its own protection is done; in a row that is hidden
    here it goes too, since nothing tells whether it was the reason.
    """
    result = table
    for flag, columns in _guarded(table).items():
        internal = table[flag].eq(Flag.INTERNAL)
        hidden = internal | table[flag].isin(list(HIDING))
        if not hidden.any():
            continue
        result = result.copy() if result is table else result
        below = DENOMINATOR.name + flag[len(FLAG.name) :]
        for column, rows in [*((column, hidden) for column in columns), (below, internal)]:
            lost = rows & _holds_number(result[column]) if column in result else rows & False
            if lost.any():
                result[column] = result[column].mask(lost)
        result[flag] = result[flag].mask(internal, Flag.SECRET)
    return result


def mark_internal(
    table: pd.DataFrame, fields: Sequence[Field], source: pd.DataFrame
) -> tuple[pd.DataFrame, list[Field]]:
    """Return a table and its fields with `vermerk` in every row if the rows it was made of are internal; else as it is.

    One internal value is in the mean, the rank and the class of all.
    """
    if not internal_rows(source).any():
        return table, list(fields)
    others = [field for field in fields if field.name != CONFIDENTIALITY.name]
    return table.assign(**{CONFIDENTIALITY.name: INTERNAL_NOTE}), [*others, CONFIDENTIALITY]


def leaks(table: pd.DataFrame) -> list[str]:
    """Return a sentence for each column in which a hidden row still has a number; none is what must be."""
    sentences = []
    for flag, columns in _guarded(table).items():
        hidden = table[table[flag].isin(list(HIDING))]
        for column in columns if len(hidden) else ():
            found = hidden[_holds_number(hidden[column])]
            if len(found):
                sentences.append(
                    tr("column “{column}” holds a number in {count} hidden rows, first for {row}").format(
                        column=column, count=len(found), row=_name_of(found.iloc[0])
                    )
                )
    return sentences


def _guarded(table: pd.DataFrame) -> dict[str, list[str]]:
    """Return for each column of marks the columns that must be empty where it says hidden."""
    flags = [str(name) for name in table if str(name).startswith(FLAG.name)]
    suffixes = {flag: flag[len(FLAG.name) :] for flag in flags}
    others = tuple(suffix for suffix in suffixes.values() if suffix)
    guarded = {}
    for flag, suffix in suffixes.items():
        if VALUE.name + suffix in table:
            own = (name for name in table if str(name).endswith(suffix or "") and (suffix or not _ends(name, others)))
            guarded[flag] = [name for name in own if name not in _BESIDE | {DENOMINATOR.name + suffix, flag}]
        elif not suffix and POPULATION.name in table:
            guarded[flag] = [POPULATION.name]
    return guarded


def _ends(name: object, suffixes: tuple[str, ...]) -> bool:
    return bool(suffixes) and str(name).endswith(suffixes)


def refuse_leaks(table: pd.DataFrame, name: str) -> None:
    """Raise InputError naming table and column if a hidden row of it still has a number."""
    found = leaks(table)
    if found:
        raise InputError(
            tr(
                "“{table}” is not written: {leak}. Empty it where “kennzeichen” says that the value is hidden, "
                "or correct “kennzeichen”."
            ).format(table=name, leak=found[0])
        )


def internal_reason(table: pd.DataFrame) -> str:
    """Return why a table must not leave the office, or an empty text."""
    by_nature = internal_by_nature(table.columns)
    if by_nature:
        return by_nature
    marked = internal_rows(table)
    if marked.any():
        return tr("{count} rows were computed for internal use").format(count=int(marked.sum()))
    if POPULATION.name in table:
        few = table[_small(table[POPULATION.name])]
        if len(few):
            return tr("{row} has fewer than {least} inhabitants").format(
                row=_name_of(few.iloc[0]), least=SMALLEST_POPULATION
            )
    return ""


def internal_by_nature(columns: Collection[str]) -> str:
    """Return why a table of these columns is internal whatever it holds, or an empty text."""
    if VARIABLE.name in columns and VALUE.name in columns and INDICATOR.name not in columns:
        return tr("it holds the counts of an office, small ones too")
    if POPULATION.name in columns and {ADDRESS_ID.name, HOUSE_NUMBER.name} & set(columns):
        return tr("it holds the inhabitants of single addresses")
    if POPULATION.name in columns and BLOCK.name in columns:
        return tr("it holds the inhabitants of single blocks")
    return ""


def internal_counts_note() -> str:
    """Return what the log says where a step makes a table that is internal by its nature."""
    return tr("This table holds counts as small as one person. It is for internal use and must not leave the office.")


def require_publishable(table: pd.DataFrame, name: str) -> None:
    """Raise InputError naming the table if it holds anything that must not leave the office."""
    refuse_leaks(table, name)
    reason = internal_reason(table)
    if reason:
        raise InputError(
            tr(
                "“{table}” is not for publication: {reason}. Compute it for publication, or ask for internal use."
            ).format(table=name, reason=reason)
        )


def without_hidden_population(areas: pd.DataFrame, indicators: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return areas without the inhabitants that are few, or hidden as B01 in the table of indicators at any Stichtag.

    Else the areas would tell what the indicators hide.
    """
    if POPULATION.name not in areas:
        return areas
    hidden = _small(areas[POPULATION.name])
    if indicators is not None:
        rows = indicators[hidden_rows(indicators) | internal_rows(indicators)]
        codes = set(rows.loc[rows[INDICATOR.name] == POPULATION_CODE, AREA.name].map(str))
        hidden |= areas[AREA.name].map(str).isin(codes)
    return areas.assign(**{POPULATION.name: areas[POPULATION.name].mask(hidden)}) if hidden.any() else areas


def file_name(stem: str, suffix: str, use: str) -> str:
    """Return the name of a file that leaves: ``profile_alle_intern.pdf`` where it must not.

    >>> file_name("index", ".csv", PUBLICATION), file_name("index", ".csv", INTERNAL)
    ('index.csv', 'index_intern.csv')
    """
    return f"{stem}{INTERNAL_SUFFIX if use == INTERNAL else ''}{suffix}"


def _small(population: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(population, errors="coerce")
    return (numbers > 0) & (numbers < SMALLEST_POPULATION)


def _holds_number(cells: pd.Series) -> pd.Series:
    """Return which cells are numbers, or texts that a reader takes for one; dates and booleans are not."""
    if pd.api.types.is_bool_dtype(cells) or pd.api.types.is_datetime64_any_dtype(cells):
        return pd.Series(False, index=cells.index)
    if pd.api.types.is_numeric_dtype(cells):
        return cells.notna()
    texts = cells.map(_text)
    return texts.str.fullmatch(_NUMBER) & ~texts.str.fullmatch(_DATE)


def _text(cell: object) -> str:
    if cell is None or isinstance(cell, bool) or cell is pd.NA or cell != cell:
        return ""
    return str(cell).strip()


def _name_of(row: pd.Series) -> str:
    """Return what tells a row from the others, without any number of it."""
    parts = [_text(row[column.name]) for column in (INDICATOR, VARIABLE, AREA) if column.name in row]
    return " ".join(part for part in parts if part) or tr("a row without a code")
