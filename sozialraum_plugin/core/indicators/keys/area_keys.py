"""Keys of areas as offices send them, and the zeros that spreadsheets take away."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER_TAIL = re.compile(r"(\d+)[.,]0+")
_GRID_ID = re.compile(r"(?:CRS3035RES)?\d+k?mN\d+E\d+")
_POSSIBLE_LOSS = {4, 7, 9, 10, 11}  # Kreis, Gemeinde, Sozialraum, Quartier and ARS without their zero
_COMMUNE_LOSS = 7  # no other key in use has seven digits
_SOCIAL_AREA_LOSS = 9  # the labour agency's keys have nine digits too
_OFFICIAL = range(5, 13)  # digits from Kreis to ARS; the first two name a Land (01 to 16)
_OFFICIAL_HEAD = re.compile(
    r"ags|ars|.*(kreis|gemeinde|regional|raum|plr|lor).*|kennziffer|gkz|rs|.*schl(ü|ue)ssel.*", re.IGNORECASE
)


def clean_key(cell: str) -> tuple[str, bool]:
    """Return a key as text, and whether a spreadsheet had made it a number (``5999001.0``)."""
    text = cell.lstrip("'")
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    tail = _NUMBER_TAIL.fullmatch(text)
    return (tail.group(1), True) if tail else (text, False)


def lost_zeros(keys: Sequence[str], from_spreadsheet: bool) -> bool:
    """Tell whether all keys lack exactly the leading zero of the Länder 01 to 09.

    True only if every key has the length of an official key less one. Nine digits may also be a key of the labour
    agency: then a spreadsheet must have been at work and all keys must lie in one Kreis. Four and ten digits alone
    prove nothing (local codes, a whole Sozialraum code).
    """
    digits = {key for key in keys if key}
    if not digits or not all(key.isdigit() and not key.startswith("0") for key in digits):
        return False
    lengths = {len(key) for key in digits}
    if not lengths <= _POSSIBLE_LOSS:
        return False
    one_district = len({key[:4] for key in digits}) == 1
    return _COMMUNE_LOSS in lengths or (from_spreadsheet and one_district and _SOCIAL_AREA_LOSS in lengths)


def whole_length(keys: Sequence[str], head: str) -> int:
    """Return the number of digits that keys of several Länder (or Berlin's districts) had before zeros were lost, or 0.

    Keys of one digit less must begin with 1 to 9, whole ones with 10 to 16, both must occur and nothing else, and the
    head must name an official key: ``1001`` and ``16077`` under ``Kreiskennziffer`` are 01001 and 16077.
    """
    digits = {key for key in keys if key}
    if not _OFFICIAL_HEAD.fullmatch(head.strip()) or not all(key.isdigit() for key in digits):
        return 0
    for whole in _OFFICIAL:
        long = {key for key in digits if len(key) == whole}
        short = {key for key in digits if len(key) == whole - 1}
        if long and short and long | short == digits:
            fitting = all("10" <= key[:2] <= "16" for key in long) and all(key[0] != "0" for key in short)
            return whole if fitting else 0
    return 0


def looks_like_area_key(cell: str) -> bool:
    """Tell whether a cell is short and of one word with a digit, a short mark like ``DG``, or the id of a grid cell."""
    if _GRID_ID.fullmatch(cell):
        return True
    return " " not in cell and (len(cell) <= 3 or (len(cell) <= 16 and any(sign.isdigit() for sign in cell)))
