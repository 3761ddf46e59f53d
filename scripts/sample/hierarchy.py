"""The areas that offices report by: the finest ones and those above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

ORDER = ("ortsteil", "quartier", "sozialraum", "gemeinde", "kreis")


@dataclass
class Hierarchy:
    """Areas by code: name, level and code of the area above; `finest` are the codes that cases are coded with."""

    name: dict[str, str]
    level: dict[str, str]
    parent: dict[str, str]
    finest: list[str]

    def sums(self) -> list[tuple[str, list[int]]]:
        """Return (code, positions in `finest`) of all areas above the finest, small ones first."""
        members: dict[str, list[int]] = {}
        for position, code in enumerate(self.finest):
            above, seen = self.parent[code], {code}
            while above and above not in seen:
                members.setdefault(above, []).append(position)
                seen.add(above)
                above = self.parent.get(above, "")
        order = sorted(members, key=lambda code: (ORDER.index(self.level[code]), code))
        return [(code, members[code]) for code in order]


def hierarchy_of(rows: Iterable[dict[str, str]]) -> Hierarchy:
    """Return the hierarchy of rows with gebiet, gebiet_name, ebene and uebergeordnet.

    Raises ValueError if a level is unknown or an area above is missing.
    """
    rows = list(rows)
    level = {row["gebiet"]: row["ebene"] for row in rows}
    for row in rows:
        if row["ebene"] not in ORDER:
            raise ValueError(f"area {row['gebiet']}: level {row['ebene']!r} is none of {', '.join(ORDER)}")
        if row["uebergeordnet"] and row["uebergeordnet"] not in level:
            raise ValueError(f"area {row['gebiet']}: the area above, {row['uebergeordnet']}, has no row of its own")
    lowest = min(level.values(), key=ORDER.index)
    finest = sorted(code for code, found in level.items() if found == lowest)
    return Hierarchy(
        {row["gebiet"]: row["gebiet_name"] for row in rows}, level,
        {row["gebiet"]: row["uebergeordnet"] for row in rows}, finest,
    )  # fmt: skip


def read_hierarchy(path: Path) -> Hierarchy:
    """Return the hierarchy of a CSV (`;`, utf-8-sig). Raises ValueError if a column is missing."""
    needed = ["gebiet", "gebiet_name", "ebene", "uebergeordnet"]
    return hierarchy_of(read_text_table(path, needed).to_dict("records"))


def read_text_table(path: Path, needed: list[str]) -> pd.DataFrame:
    """Return columns of a CSV (`;`, utf-8-sig) as text, empty cells as ''. Raises ValueError if one is missing."""
    table = pd.read_csv(path, sep=";", dtype=str, encoding="utf-8-sig", keep_default_na=False)
    missing = [name for name in needed if name not in table]
    if missing:
        raise ValueError(f"{path}: no column {', '.join(missing)}; it has {', '.join(table.columns)}")
    return table[needed].replace(np.nan, "")
