"""The layouts in which a street directory is handed on: ours, G/U/F columns, text, per area, A to Z, split only."""

from __future__ import annotations

import pandas as pd

from .. import fields
from .directory_rows import STREET_COLUMNS
from .directory_text import part_text
from .street_identity import codes_of, plain_names

_STREET = [field.name for field in STREET_COLUMNS]
AREA_SEPARATOR = "; "


class Layout:
    """The layouts by name, in the order of the algorithm's choice."""

    OURS = "sozialraum"
    SIDE_COLUMNS = "guf"
    FREE_TEXT = "freitext"
    PER_AREA = "je_gebiet"
    A_TO_Z = "a_bis_z"
    SPLIT_ONLY = "nur_geteilte"
    ALL = (OURS, SIDE_COLUMNS, FREE_TEXT, PER_AREA, A_TO_Z, SPLIT_ONLY)


SIDE_COLUMN_NAMES = {
    fields.FROM_NUMBER: fields.FROM,
    fields.FROM_SUFFIX: fields.SUFFIX_FROM,
    fields.SIDE: fields.SIDE_LETTER,
    fields.TO_NUMBER: fields.TO,
    fields.TO_SUFFIX: fields.SUFFIX_TO,
}


def lay_out(rows: pd.DataFrame, layout: str) -> tuple[pd.DataFrame, tuple[fields.Field, ...]]:
    """Return a directory (columns of `fields.STREET_DIRECTORY`, from A to Z) in one of `Layout`, and its fields."""
    if layout == Layout.SIDE_COLUMNS:
        names = {theirs.name: ours.name for theirs, ours in SIDE_COLUMN_NAMES.items()}
        return rows.rename(columns=names), fields.DIRECTORY_SIDE_COLUMNS
    if layout == Layout.FREE_TEXT:
        return _per_street_and_area(rows), fields.DIRECTORY_TEXT
    if layout == Layout.PER_AREA:
        table = _per_street_and_area(rows)
        return table.sort_values(fields.AREA.name, kind="stable", ignore_index=True), fields.DIRECTORY_PER_AREA
    if layout == Layout.A_TO_Z:
        return _per_street(rows), fields.DIRECTORY_A_TO_Z
    if layout == Layout.SPLIT_ONLY:
        return _split_only(rows), fields.STREET_DIRECTORY
    return rows, fields.STREET_DIRECTORY


def _split_only(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of streets in several areas, with all streets of their name: else those would be taken for it."""
    areas = rows[fields.AREA.name]
    named = plain_names(rows[fields.STREET.name])
    split = areas.groupby(_streets(rows)).transform("nunique") > 1
    split |= (named != "") & (areas.groupby(named).transform("nunique") > 1)
    return rows[split.groupby(named).transform("any") & ((named != "") | split)].reset_index(drop=True)


def _streets(rows: pd.DataFrame) -> pd.Series:
    return pd.Series(codes_of(*(rows[column] for column in _STREET)), index=rows.index)


def _range_texts(rows: pd.DataFrame) -> list[str]:
    def ends(number: fields.Field, suffix: fields.Field) -> list[tuple[int | None, str]]:
        numbers = rows[number.name].astype(object).where(rows[number.name].notna(), None)
        return list(zip(numbers, rows[suffix.name]))

    starts = ends(fields.FROM_NUMBER, fields.FROM_SUFFIX)
    stops = ends(fields.TO_NUMBER, fields.TO_SUFFIX)
    return [part_text(side, start, stop) for side, start, stop in zip(rows[fields.SIDE.name], starts, stops)]


def _per_street_and_area(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per street and area, with all its ranges in one text."""
    table = rows.assign(street=_streets(rows), **{fields.NUMBERS.name: _range_texts(rows)})
    kept = {column: (column, "first") for column in (*_STREET, fields.AREA_NAME.name)}
    grouped = table.groupby(["street", fields.AREA.name], sort=False)
    return grouped.agg(
        **kept,
        **{
            fields.NUMBERS.name: (fields.NUMBERS.name, ",".join),
            fields.ADDRESS_COUNT.name: (fields.ADDRESS_COUNT.name, "sum"),
        },
    ).reset_index()


def _per_street(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per street, with its areas and their numbers in one text: ``0101 (1-9); 0102 (10-Ende)``."""
    table = _per_street_and_area(rows)
    texts = [f"{area} ({numbers})" for area, numbers in zip(table[fields.AREA.name], table[fields.NUMBERS.name])]
    table = table.assign(**{fields.AREAS_OF_STREET.name: texts})
    return (
        table.groupby("street", sort=False)
        .agg(
            **{column: (column, "first") for column in _STREET},
            **{
                fields.AREAS_OF_STREET.name: (fields.AREAS_OF_STREET.name, AREA_SEPARATOR.join),
                fields.AREA_COUNT.name: (fields.AREA.name, "size"),
                fields.ADDRESS_COUNT.name: (fields.ADDRESS_COUNT.name, "sum"),
            },
        )
        .reset_index(drop=True)
    )
