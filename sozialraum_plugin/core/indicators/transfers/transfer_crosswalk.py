"""A crosswalk table: what share of each source goes to each target; as a result, and as the way for other tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...delineation.address_columns import text_column
from ...errors import InputError, MissingColumnError
from ...fields import Field, Kind
from ...messages import tr
from .transfer_cells import read_values
from .transfer_pairs import OUTSIDE, Pairs

FROM_CODE = Field("gebiet_von")
TO_CODE = Field("gebiet_nach")  # empty: outside all targets
SHARE = Field("anteil", Kind.REAL)  # of the source, 0 to 1
SHARE_VARIANCE = Field("streuung", Kind.REAL)  # variance of the share for points that vary by once their mean
METHOD = Field("verfahren")
CROSSWALK = (FROM_CODE, TO_CODE, SHARE, SHARE_VARIANCE, METHOD)
_TOLERANCE = 1e-3  # shares are rounded when they are written


class Method:
    """Values of `verfahren`: how a source was shared out."""

    WHOLE = "ganz"
    WEIGHTS = "gewichte"
    GROUND = "flaeche"
    BOTH = "gewichte_und_flaeche"
    NONE = ""


def crosswalk_table(
    pairs: Pairs, shares: np.ndarray, variance: np.ndarray, sources: Sequence[str], targets: Sequence[str]
) -> pd.DataFrame:
    """Return the table CROSSWALK of the pairs with a share; `shares` and `variance` (k,) are of one variable."""
    used = shares > 0
    split = pairs.split(shares)
    method = np.where(~split, Method.WHOLE, np.where(pairs.by_area, Method.GROUND, Method.WEIGHTS))
    return pd.DataFrame(
        {
            FROM_CODE.name: np.array(sources, dtype=object)[pairs.source[used]],
            TO_CODE.name: np.array([*targets, ""], dtype=object)[pairs.target[used]],
            SHARE.name: shares[used],
            SHARE_VARIANCE.name: variance[used],
            METHOD.name: method[used],
        }
    )


def read_crosswalk(table: pd.DataFrame, sources: Sequence[str], targets: Sequence[str]) -> tuple[Pairs, list[str]]:
    """Return the pairs of a crosswalk, and the codes in it that are no source or target.

    What the shares of a source lack to 1 lies outside. Raises MissingColumnError, and InputError if the shares of a
    source exceed 1, one is negative or none, or a pair occurs twice.
    """
    for field in (FROM_CODE, TO_CODE, SHARE):
        if field.name not in table.columns:
            raise MissingColumnError(field.name, "CROSSWALK", table.columns)
    from_codes, to_codes = text_column(table[FROM_CODE.name]), text_column(table[TO_CODE.name])
    share = read_values(table[SHARE.name])[0]
    _refuse(from_codes, to_codes, share)
    source = pd.Index(sources).get_indexer(from_codes)
    target = pd.Index(targets).get_indexer(to_codes)
    strange = sorted({*from_codes[source < 0], *to_codes[(target < 0) & (to_codes != "").to_numpy()]})
    spread = read_values(table[SHARE_VARIANCE.name])[0] if SHARE_VARIANCE.name in table.columns else share * (1 - share)
    ground = np.zeros(len(table), bool)
    if METHOD.name in table.columns:
        ground = (text_column(table[METHOD.name]) == Method.GROUND).to_numpy()
    used = (source >= 0) & (share > 0)
    source, target, share, spread, ground = (part[used] for part in (source, target, share, spread, ground))
    sums = np.bincount(source, share, minlength=len(sources))
    share = np.where(sums[source] > 1 - _TOLERANCE, share / sums[source], share)
    rest = 1 - np.bincount(source, share, minlength=len(sources))
    asked = np.unique(source)
    short = asked[rest[asked] > _TOLERANCE]
    source = np.concatenate([source, short])
    target = np.concatenate([target, np.full(len(short), OUTSIDE)])
    share = np.concatenate([share, rest[short]])
    spread = np.nan_to_num(np.concatenate([spread, np.zeros(len(short))]))
    ground = np.concatenate([ground, np.zeros(len(short), bool)])
    order = np.lexsort((target, source))
    amount = share[order, None]
    pairs = Pairs(
        source[order], target[order], amount, np.zeros_like(amount), ground[order], len(sources), len(targets),
        spread[order],
    )  # fmt: skip
    return pairs, strange


def _refuse(from_codes: pd.Series, to_codes: pd.Series, share: np.ndarray) -> None:
    wrong = ~(share >= 0)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise InputError(
            tr("CROSSWALK, row {row}: “{column}” must be a number from 0 to 1.").format(row=row + 1, column=SHARE.name)
        )
    twice = pd.DataFrame({"from": from_codes, "to": to_codes}).duplicated()
    if twice.any():
        row = int(np.flatnonzero(twice)[0])
        raise InputError(
            tr("CROSSWALK has the pair {source} and {target} twice. Keep one row.").format(
                source=from_codes.iloc[row], target=to_codes.iloc[row] or "–"
            )
        )
    sums = pd.Series(share).groupby(from_codes.to_numpy()).sum()
    if (sums > 1 + _TOLERANCE).any():
        raise InputError(
            tr("CROSSWALK: the shares of {source} add up to {sum}, which is more than 1.").format(
                source=sums.idxmax(), sum=round(float(sums.max()), 4)
            )
        )
