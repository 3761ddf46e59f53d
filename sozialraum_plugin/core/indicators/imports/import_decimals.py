"""The decimal sign of each column: proved by its own cells, else by the other columns, else likely; never guessed
where both readings of a cell are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...messages import tr
from .number_cells import AUTO, COMMA, POINT, decimal_evidence, is_either, strip_marks
from .table_body import Body
from .table_columns import Columns


@dataclass(frozen=True)
class Decimals:
    """`signs` (one a value column) and whether a cell such as ``1.234`` is `open` to both readings there."""

    signs: list[str]
    open: list[bool]

    @property
    def common(self) -> str:
        """The sign of most columns."""
        return max((COMMA, POINT), key=self.signs.count)


def decimals_of(body: Body, rows: np.ndarray, columns: Columns, wanted: str, warnings: list[str]) -> Decimals:
    """Return the decimal sign of each value column: as wanted, or as the cells prove."""
    width = len(columns.values)
    if wanted != AUTO:
        return Decimals([wanted] * width, [False] * width)
    texts = [body.column(value.position)[rows].used() for value in columns.values]
    evidence = [decimal_evidence(cells) for cells in texts]
    total = {sign: sum(found[sign] for found in evidence) for sign in (COMMA, POINT)}
    likely = COMMA if body.grid.thousands_dot_likely else POINT
    if total[COMMA] and total[POINT]:
        warnings.append(
            tr(
                "Some cells have a decimal comma ({comma}), some a decimal point ({point}); set DECIMAL if need be."
            ).format(comma=total[COMMA], point=total[POINT])
        )
    signs, doubts = zip(*(_of_column(cells, found, total, likely) for cells, found in zip(texts, evidence)))
    return Decimals(list(signs), list(doubts))


def _of_column(cells: Sequence[str], found: dict[str, int], total: dict[str, int], likely: str) -> tuple[str, bool]:
    """Return the sign of a column, and whether cells such as ``1.234`` stay open there."""
    if found[COMMA] and found[POINT]:
        return (COMMA if found[COMMA] > found[POINT] else POINT), True
    if found[COMMA] or found[POINT]:
        return (COMMA if found[COMMA] else POINT), False
    either = [cell for cell in cells if is_either(cell)]
    if total[COMMA] and total[POINT]:
        return likely, bool(either)
    if not (total[COMMA] or total[POINT]):
        return likely, False
    sign = COMMA if total[COMMA] else POINT
    return sign, bool(either) and _marks_thousands(cells, either, sign)


def _marks_thousands(cells: Sequence[str], either: Sequence[str], sign: str) -> bool:
    """Tell whether a column without a proof of its own seems to use the others' decimal sign for thousands.

    So it is if all whole numbers have at most three digits and all others the form ``1.234`` with that sign.
    """
    mark = "," if sign == COMMA else "."
    plain = [cell for cell in map(strip_marks, cells) if cell.isdigit()]
    return bool(plain) and all(len(cell) <= 3 for cell in plain) and all(mark in cell for cell in either)
