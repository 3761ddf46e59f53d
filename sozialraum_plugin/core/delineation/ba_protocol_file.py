"""Reading the labour agency's error protocol: the addresses that its statistics could not place in the street raster.

Its columns stand in a contract that we do not have, so they are found by the usual names in the head, or are named by
the user. Nothing of a row is shown anywhere but in the report that the user asks for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from .. import fields
from ..addresses.text_files import decode, detect_delimiter, read_packed, split_rows
from ..errors import InputError, MissingColumnError
from ..messages import tr

_HEADS = {
    fields.STREET.name: ("strasse", "strassenname", "strname", "str", "strassenbezeichnung", "adresse", "anschrift"),
    fields.HOUSE_NUMBER.name: ("hausnummer", "hausnr", "hnr", "hsnr", "nr"),
    fields.SUFFIX.name: (
        "zusatz", "hausnummerzusatz", "hausnummernzusatz", "hausnrzusatz", "hnrzusatz", "hsnrzusatz", "hsnrzus", "adz",
    ),
    fields.POSTCODE.name: ("plz", "postleitzahl"),
    fields.DISTRICT_PART.name: ("ortsteil",),
    fields.COMMUNE.name: ("gemeindekennziffer", "gemeindeschluessel", "gkz", "ags", "gemeinde"),
    fields.STREET_KEY.name: ("strassenschluessel", "strschluessel", "strschl"),
}  # fmt: skip
ROLES = tuple(_HEADS)


@dataclass(frozen=True)
class ProtocolFile:
    """The rows of a protocol: `table` with the columns of ROLES that the file has (text, index 0 to n-1), their `lines`
    in the file, the `broken` lines, the encoding, and `columns`, the name in the head by role."""

    table: pd.DataFrame
    lines: pd.Series
    broken: list[int]
    encoding: str
    columns: dict[str, str]


def read_protocol(path: str | Path, chosen: Mapping[str, str] | None = None) -> ProtocolFile:
    """Read a protocol; `chosen` names the column of a role, else it is found by its usual names.

    A row with too few or too many cells is broken. Raises InputError if the file cannot be read or no column of the
    street is found, and MissingColumnError for a chosen column that is absent.
    """
    file = Path(path)
    decoded = decode(read_packed(file))
    rows = list(split_rows(decoded.text, detect_delimiter(decoded.text)))
    if not rows:
        raise InputError(tr("The file {path} is empty.").format(path=file))
    head = [name.strip() for name in rows[0].cells]
    columns = _columns(head, chosen or {}, file.name)
    whole = [row for row in rows[1:] if _fits(row.cells, len(head))]
    broken = [row.line for row in rows[1:] if not _fits(row.cells, len(head))]
    table = pd.DataFrame(
        {role: [row.cells[head.index(name)].strip() for row in whole] for role, name in columns.items()}, dtype=object
    )
    commune = fields.COMMUNE.name
    if commune in table and not (chosen or {}).get(commune) and not table[commune].str.fullmatch(r"\d*").all():
        table = table.drop(columns=commune)  # a name is written in too many ways to be trusted unasked
        columns.pop(commune)
    lines = pd.Series([row.line for row in whole], dtype="Int64")
    return ProtocolFile(table, lines, broken, decoded.encoding, columns)


def _fits(cells: list[str], width: int) -> bool:
    return len(cells) >= width and not any(cell.strip() for cell in cells[width:])


def _columns(head: list[str], chosen: Mapping[str, str], name: str) -> dict[str, str]:
    """Return the name in the head of each role that is there."""
    plain = {_plain(title): title for title in reversed(head)}
    result = {}
    for role, usual in _HEADS.items():
        own = chosen.get(role, "")
        if own and own not in head:
            raise MissingColumnError(own, name, head)
        found = own or next((plain[title] for title in usual if title in plain), "")
        if found:
            result[role] = found
    if fields.STREET.name not in result:
        raise InputError(
            tr("“{file}” has no column known as the street’s. Name it in STREET_FIELD. It has: {columns}.").format(
                file=name, columns=", ".join(head) or "–"
            )
        )
    return result


def _plain(title: str) -> str:
    lower = title.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return re.sub(r"[\W_]", "", lower)
