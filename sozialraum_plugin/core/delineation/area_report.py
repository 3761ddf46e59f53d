"""Areas drawn from addresses: one area for each place, and the report of what did not fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..fields import ADDRESS_COUNT, AREA, NOTE, NOTE_KIND, ROW
from ..messages import tr

REPORT_FIELDS = (NOTE_KIND, ROW, AREA, ADDRESS_COUNT, NOTE)
_PER_METRE = 1000  # places are told apart by millimetres


class AreaFinding:
    """Values of `art` in the report."""

    NO_POINT = "ohne_punkt"
    NO_AREA = "ohne_gebiet"
    OUTSIDE = "ausserhalb"
    CONTRADICTION = "widerspruch"
    MISPLACED = "falsches_gebiet"
    PART = "teil"
    AREA_LOST = "gebiet_ohne_flaeche"


@dataclass(frozen=True)
class Places:
    """`rows` (s,): one address of each place, `codes` (s,) its area, `place` (n,) of each address."""

    rows: np.ndarray
    codes: np.ndarray
    place: np.ndarray


def one_area_per_place(points: np.ndarray, codes: np.ndarray) -> Places:
    """Give each place one area: that of most of its addresses, of equally many the lower code.

    `points` (n, 2) in metres without NaN, `codes` (n,) texts. Points within the same millimetre are one place.
    """
    grid = np.round(points * _PER_METRE).astype(np.int64)
    _, rows, place = np.unique(grid, axis=0, return_index=True, return_inverse=True)
    place = place.ravel()
    counts = pd.DataFrame({"place": place, "code": codes}).value_counts(sort=False).rename("count").reset_index()
    counts = counts.sort_values(["place", "count", "code"], ascending=[True, False, True])
    return Places(rows, counts.drop_duplicates("place")["code"].to_numpy(dtype=object), place)


def address_findings(kinds: pd.Series, codes: pd.Series) -> pd.DataFrame:
    """Return a line for each address with a finding; `kinds` (n,) is empty where there is none."""
    found = kinds[kinds != ""]
    return pd.DataFrame(
        {
            NOTE_KIND.name: found,
            ROW.name: found.index + 1,
            AREA.name: codes[found.index],
            ADDRESS_COUNT.name: 1,
            NOTE.name: found.map(finding_text).astype(object),
        }
    ).reset_index(drop=True)


def area_findings(kind: str, codes: np.ndarray, addresses: np.ndarray) -> pd.DataFrame:
    """Return a line for each part of an area or lost area, with its number of addresses (k,)."""
    table = pd.DataFrame({AREA.name: codes, ADDRESS_COUNT.name: addresses})
    return table.assign(**{NOTE_KIND.name: kind, ROW.name: None, NOTE.name: finding_text(kind)})


def finding_text(kind: str) -> str:
    """Return a finding in the user's language."""
    return {
        AreaFinding.NO_POINT: tr("without a point"),
        AreaFinding.NO_AREA: tr("without the code of an area"),
        AreaFinding.OUTSIDE: tr("outside the boundary"),
        AreaFinding.CONTRADICTION: tr("at the same place as addresses of another area, which got the place"),
        AreaFinding.MISPLACED: tr("in the polygon of another area, because no border could be drawn"),
        AreaFinding.PART: tr("one of several parts of the area"),
        AreaFinding.AREA_LOST: tr("the area has no place of its own and therefore no polygon"),
    }[kind]
