"""Keys of areas as offices send them, and the zeros that spreadsheets take away."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER_TAIL = re.compile(r"(\d+)\.0+")
_POSSIBLE_LOSS = {4, 7, 9, 10, 11}  # Kreis, Gemeinde, Sozialraum, Quartier and ARS without their zero
_COMMUNE_LOSS = 7  # no other key in use has seven digits
_SOCIAL_AREA_LOSS = 9  # the labour agency's keys have nine digits too


def clean_key(cell: str) -> tuple[str, bool]:
    """Return a key as text, and whether a spreadsheet had made it a number (``5999001.0``)."""
    text = cell.lstrip("'")
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


def looks_like_area_key(cell: str) -> bool:
    """Tell whether a cell is short and of one word with a digit, or a short mark like ``DG``."""
    return " " not in cell and (len(cell) <= 3 or (len(cell) <= 16 and any(sign.isdigit() for sign in cell)))
