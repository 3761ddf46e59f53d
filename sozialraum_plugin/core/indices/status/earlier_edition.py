"""The values that areas had in an earlier edition of the table, and which areas cannot be followed back to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...messages import tr
from ..area_codes import code_text, without_repeated_rows
from ..cells import NumberColumn, flag_column, number_column
from ..exclusion import Candidates, exclusion_reasons


@dataclass(frozen=True)
class Edition:
    """An earlier table: its `label` (a year, a layer's name), and which columns mean what.

    `fields` are the indicators in the order of the status fields.
    """

    label: str
    table: pd.DataFrame
    area: str
    fields: tuple[str, ...]
    population: str | None = None
    exclude: str | None = None


@dataclass(frozen=True)
class EditionValues:
    """What an edition holds: `values` (m areas, one column an indicator, named as given) of the areas that are valid in
    it, by code; why the others are not, by code; and the columns as read.
    """

    label: str
    values: pd.DataFrame
    reasons: dict[str, str]
    columns: list[NumberColumn]
    row_reasons: list[str | None]

    def reason(self, code: str | None) -> str | None:
        """Return why an area cannot be compared with this edition, or None if it can."""
        if code is None or code in self.values.index:
            return None
        if code not in self.reasons:
            return absent_reason(self.label)
        return tr("in the earlier edition ({edition}): {reason}").format(edition=self.label, reason=self.reasons[code])

    def of(self, codes: Sequence[str | None]) -> pd.DataFrame:
        """Return the values (n,) of areas now, NaN for those that cannot be compared."""
        return self.values.reindex([code or "" for code in codes]).reset_index(drop=True)


def absent_reason(label: str) -> str:
    """Return the reason of an area that an earlier edition does not have."""
    return tr("not in the earlier edition ({edition})").format(edition=label)


def edition_values(edition: Edition, names: Sequence[str], min_population: int, zeros: bool) -> EditionValues:
    """Read an edition. `names` are the status fields that its indicators stand for.

    Raises InputError, with the edition's label, for unreadable cells, contradicting rows, and if no area is valid.
    """
    table = edition.table
    if table.empty:
        raise InputError(tr("{edition}: the table has no rows.").format(edition=edition.label))
    codes = [code_text(cell) for cell in table[edition.area]]
    columns = [number_column(f"{name} ({edition.label})", table[name].tolist()) for name in edition.fields]
    candidates = Candidates(
        codes, columns, _flags(edition), _population(edition), min_population, zero_rows_are_missing=zeros
    )
    try:
        values = candidates.values()
        row_reasons = without_repeated_rows(codes, values, exclusion_reasons(candidates))
    except InputError as error:
        raise InputError(f"{edition.label}: {error}") from error
    valid = np.array([reason is None for reason in row_reasons], dtype=bool)
    if not valid.any():
        raise InputError(tr("{edition}: no area has values to compare with.").format(edition=edition.label))
    values.columns = list(names)
    values = values[valid].set_index(pd.Index([code for code, good in zip(codes, valid) if good]))
    reasons = {code: reason for code, reason in zip(codes[::-1], row_reasons[::-1]) if code and reason}
    known = {code: reason for code, reason in reasons.items() if code not in values.index}
    return EditionValues(edition.label, values, known, candidates.columns(), row_reasons)


def edition_balance(edition: EditionValues, codes: Sequence[str | None]) -> tuple[Balance, list[str]]:
    """Return the account of the earlier rows, and the codes of areas that are no longer there."""
    now = {code for code in codes if code}
    gone = [code for code in edition.values.index if code not in now]
    balance = Balance(tr("areas in {edition}").format(edition=edition.label), len(edition.row_reasons))
    balance.add(tr("valid, among the areas of now"), len(edition.values) - len(gone))
    if gone:
        balance.add(tr("valid, but not among the areas of now"), len(gone))
    for reason in edition.row_reasons:
        if reason is not None:
            balance.add(reason, 1)
    return balance, gone


def _flags(edition: Edition) -> list[str | None]:
    if edition.exclude is None:
        return [None] * len(edition.table)
    return flag_column(edition.exclude, edition.table[edition.exclude].tolist())


def _population(edition: Edition) -> NumberColumn | None:
    if edition.population is None:
        return None
    return number_column(edition.population, edition.table[edition.population].tolist(), whole=True)
