"""What every reader of address files hands on: the cells as text, under one set of names."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ...messages import tr
from ..text_files import DecodedText

ROLES = (
    "kennung", "quell_id", "qualitaet", "gemeinde", "gemeinde_name", "ortsteil", "strassenschluessel", "strasse",
    "nummer", "zusatz", "plz", "x", "y", "zone",
)  # fmt: skip
LINE = "zeile"


@dataclass
class RawAddresses:
    """Rows as a file holds them.

    `rows` has the columns `LINE` (where the row stands in the file) and ROLES, all text but `LINE`, empty where the
    file has nothing. `broken` lists rows that could not be split: `LINE` and `adresse` (the text as it stands).
    `notes` are sentences for the log: encoding, delimiter, layout.
    """

    rows: pd.DataFrame
    broken: pd.DataFrame
    notes: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Rows of the file, good and broken."""
        return len(self.rows) + len(self.broken)


def frame_of_roles(columns: dict[str, pd.Series | list[str]], lines: list[int]) -> pd.DataFrame:
    """Return the table of `RawAddresses.rows`: given roles stripped of blanks, the others empty."""
    frame = pd.DataFrame({LINE: lines})
    for role in ROLES:
        values = columns.get(role)
        frame[role] = "" if values is None else pd.Series(values, index=frame.index, dtype=object).str.strip()
    return frame


def broken_rows(rows: list[tuple[int, str]]) -> pd.DataFrame:
    """Return the table of `RawAddresses.broken`."""
    return pd.DataFrame(rows, columns=[LINE, "adresse"])


def replaced_note(decoded: DecodedText) -> list[str]:
    """Return a sentence for the log if signs of the file could not be read."""
    if not decoded.replaced:
        return []
    return [tr("{count} signs could not be read in this encoding and stand as �.").format(count=decoded.replaced)]
