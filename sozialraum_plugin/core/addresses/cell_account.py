"""What became of the count of each census cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .. import fields
from ..balance import Balance
from ..messages import tr
from .apportionment import Distribution
from .cells import Counts

REPORT_FIELDS = (
    fields.ROW, fields.CELL_NAME, fields.VARIABLE, fields.REASON, fields.NOTE, fields.ADDRESS_COUNT, fields.DISTRIBUTED,
    fields.UNDISTRIBUTED,
)  # fmt: skip


class CellOutcome:
    """What became of a cell's count."""

    DISTRIBUTED = "verteilt"
    NEAREST = "naechste_adressen"
    OUT_OF_REACH = "keine_adresse"
    ZERO = "unbewohnt"
    HIDDEN = "geheim"
    MISSING = "ohne_wert"

    ALL = (DISTRIBUTED, NEAREST, OUT_OF_REACH, ZERO, HIDDEN, MISSING)


def outcome_sentence(outcome: str) -> str:
    """Return what a code of `CellOutcome` means."""
    return {
        CellOutcome.DISTRIBUTED: tr("distributed to the addresses in the cell"),
        CellOutcome.NEAREST: tr("no address in the cell: distributed to the nearest addresses"),
        CellOutcome.OUT_OF_REACH: tr("no address in the cell or within reach: not distributed"),
        CellOutcome.ZERO: tr("the count is 0"),
        CellOutcome.HIDDEN: tr("hidden by the source (symbol or negative mark): no value, not distributed"),
        CellOutcome.MISSING: tr("empty: no value, not distributed"),
    }[outcome]


def outcomes(counts: Counts, addresses_inside: np.ndarray, result: Distribution) -> np.ndarray:
    """Return the outcome of each cell; `addresses_inside` (c,) is the number of addresses in it."""
    found = np.full(len(counts.values), CellOutcome.DISTRIBUTED, dtype=object)
    found[addresses_inside == 0] = CellOutcome.NEAREST
    found[result.undistributed > 0] = CellOutcome.OUT_OF_REACH
    found[counts.values == 0] = CellOutcome.ZERO
    found[counts.hidden] = CellOutcome.HIDDEN
    found[counts.missing] = CellOutcome.MISSING
    return found


def account(
    variable: str, names: Sequence[str], counts: Counts, addresses_inside: np.ndarray, result: Distribution
) -> pd.DataFrame:
    """Return the report on one count, one row a cell (columns of REPORT_FIELDS); `names` are the cells' own ids."""
    codes = outcomes(counts, addresses_inside, result)
    columns = [
        np.arange(len(codes)) + 1,
        list(names),
        [variable] * len(codes),
        codes,
        [outcome_sentence(code) for code in codes],
        addresses_inside,
        result.distributed,
        result.undistributed,
    ]
    return pd.DataFrame({field.name: column for field, column in zip(REPORT_FIELDS, columns)})


def cell_balances(variable: str, report: pd.DataFrame) -> list[Balance]:
    """Return the account of the cells and of what they hold, for one count."""
    amount = report[fields.DISTRIBUTED.name] + report[fields.UNDISTRIBUTED.name]
    cells = Balance(tr("cells ({count})").format(count=variable), len(report))
    held = Balance(tr("the count {count}").format(count=variable), int(amount.sum()))
    for code in CellOutcome.ALL:
        mask = report[fields.REASON.name] == code
        cells.add(outcome_sentence(code), int(mask.sum()))
        held.add(outcome_sentence(code), int(amount[mask].sum()))
    return [cells, held]
