"""Official address files: Hauskoordinaten (HK-DE) and Gebäudereferenzen (gebref.txt) of Nordrhein-Westfalen.

Sources: AdV, Datenformatbeschreibung Hauskoordinaten Deutschland, versions 3.1 (2013) and 4.2 (2019);
Bezirksregierung Köln, Datenformatbeschreibung Gebäudereferenzen. The layout is told by where the coordinates stand,
so a file of the one kind offered as the other is read right.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ...errors import InputError
from ...messages import tr
from ..text_files import TextRow, decode, read_packed, split_rows
from .raw import RawAddresses, broken_rows, frame_of_roles, replaced_note

_COORDINATE = re.compile(r"^\s*\d{6,8}(?:[.,]\d*)?\s*$")
_SAMPLE_ROWS = 200


@dataclass(frozen=True)
class Layout:
    """Where the roles stand (counted from 0), the parts of the AGS, and how many cells a whole row has at least."""

    name: str
    cells: int
    ags: tuple[int, int, int, int]
    roles: dict[str, int]


_SHORT = {
    "kennung": 0, "quell_id": 1, "qualitaet": 2, "strassenschluessel": 8, "nummer": 9, "zusatz": 10, "x": 11, "y": 12,
    "strasse": 13,
}  # fmt: skip
_LONG = {
    "kennung": 0, "quell_id": 1, "qualitaet": 2, "gemeinde_name": 10, "ortsteil": 12, "strassenschluessel": 13,
    "strasse": 14, "nummer": 15, "zusatz": 16, "zone": 17, "x": 18, "y": 19,
}  # fmt: skip
_SHORT_AGS, _LONG_AGS = (3, 4, 5, 6), (3, 5, 7, 9)
_AGS_DIGITS = (2, 1, 2, 3)

# Field 17 of HK-DE, ZON, is the addition to the town's name, not the UTM zone: that stands before the easting.
HK_DE = Layout("HK-DE", 18, _SHORT_AGS, {**_SHORT, "plz": 14, "gemeinde_name": 15, "ortsteil": 17})
GEBREF_2019 = Layout("gebref 2019", 14, _SHORT_AGS, _SHORT)
GEBREF = Layout("gebref", 20, _LONG_AGS, _LONG)
GEBREF_POSTAL = Layout("gebref + PLZ", 24, _LONG_AGS, {**_LONG, "plz": 20})


def read_official(path: Path, encoding: str = "") -> RawAddresses:
    """Read an HK-DE or gebref file, any of their layouts and encodings, with or without a head.

    Raises InputError if the file cannot be read or has the layout of neither.
    """
    decoded = decode(read_packed(path), encoding)
    rows = [row for row in split_rows(decoded.text, ";", quoted=False) if not row.cells[0].startswith("#")]
    if rows and rows[0].cells[0].strip().lower() == "nba":
        del rows[0]
    layout = detect_layout(rows, path)
    whole = [row for row in rows if len(row.cells) >= layout.cells]
    broken = [(row.line, ";".join(row.cells)) for row in rows if len(row.cells) < layout.cells]
    notes = [
        tr("Layout {layout}, encoding {encoding}.").format(layout=layout.name, encoding=decoded.encoding),
        *replaced_note(decoded),
    ]
    return RawAddresses(_as_roles(whole, layout), broken_rows(broken), notes)


def detect_layout(rows: list[TextRow], path: Path) -> Layout:
    """Return the layout by the place of the coordinates and the usual count of cells; raise InputError if none fits."""
    sample = rows[:_SAMPLE_ROWS]
    short = sum(_has_coordinates(row.cells, 11) for row in sample)
    long = sum(_has_coordinates(row.cells, 18) for row in sample)
    if not short and not long:
        raise InputError(
            tr(
                "{path} is no HK-DE or gebref file: no row has coordinates in fields 12 and 13 or 19 and 20 between "
                "semicolons. Choose the format csv, or another file."
            ).format(path=path)
        )
    usual = Counter(len(row.cells) for row in sample).most_common(1)[0][0]
    if short >= long:
        return HK_DE if usual >= HK_DE.cells else GEBREF_2019
    return GEBREF_POSTAL if usual >= GEBREF_POSTAL.cells else GEBREF


def _has_coordinates(cells: list[str], first: int) -> bool:
    pair = cells[first : first + 2]
    return len(pair) == 2 and all(_COORDINATE.match(cell) for cell in pair)


def _as_roles(rows: list[TextRow], layout: Layout) -> pd.DataFrame:
    columns = {role: [row.cells[place] for row in rows] for role, place in layout.roles.items()}
    columns["gemeinde"] = ["".join(_ags_parts(row.cells, layout.ags)) for row in rows]
    return frame_of_roles(columns, [row.line for row in rows])


def _ags_parts(cells: list[str], places: tuple[int, ...]) -> list[str]:
    return [cells[place].strip().zfill(digits) for place, digits in zip(places, _AGS_DIGITS)]
