"""The report of `buildblocks`: every address, section, unit or building that needs a word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ...core.delineation.unit_report import (
    UNIT_REPORT,
    UnitFinding,
    address_findings,
    sliver_findings,
    unit_findings,
)
from ...core.fields import ADDRESS_COUNT, BLOCK, STREET
from ._block_table import DescribedBlocks
from ._unit_kinds import MadeUnits


def report_table(
    made: MadeUnits,
    described: DescribedBlocks,
    addresses: pd.DataFrame,
    points: np.ndarray,
    further: Sequence[pd.DataFrame],
) -> pd.DataFrame:
    """Return the lines on addresses in no unit or another one than meant, then `further`, units and slivers."""
    without = pd.isna(described.code_of_address)
    no_point = np.isnan(points).any(axis=1)
    kinds = np.where(without, np.where(no_point, UnitFinding.NO_POINT, UnitFinding.OUTSIDE), made.kinds)
    known = STREET.name in addresses
    streets = addresses[STREET.name] if known else pd.Series([None] * len(addresses), dtype=object)
    empty = described.table.loc[described.table[ADDRESS_COUNT.name] == 0, BLOCK.name].tolist()
    parts = [
        address_findings(kinds.astype(object), streets, described.code_of_address),
        *further,
        unit_findings(UnitFinding.EMPTY_UNIT, empty),
        sliver_findings(made.blocks.slivers),
    ]
    return pd.concat(parts, ignore_index=True)[[field.name for field in UNIT_REPORT]]
