"""Street sections with number ranges left and right: which house numbers each side has.

A section is a piece of street between two nodes. Each of its sides carries the first and the last number in the
direction of the line; the numbers between have the parity of these two.
"""

from __future__ import annotations

import string

import numpy as np
import pandas as pd

from .. import fields
from .cells import text_column
from .house_numbers import HouseNumber, NumberProblem, parse_house_number

LEFT, RIGHT = "L", "R"
SECTION, ROAD_SIDE, NUMBERS, PROBLEM = "section", "side", "numbers", "problem"
FROM, FROM_SUFFIX, TO, TO_SUFFIX = "from", "from_suffix", "to", "to_suffix"
ENDS = tuple(f"{end}_{side}" for side in (LEFT, RIGHT) for end in (FROM, FROM_SUFFIX, TO, TO_SUFFIX))
PLACE = (
    fields.SOURCE_ID, fields.COMMUNE, fields.DISTRICT_PART, fields.STREET_KEY, fields.STREET, fields.POSTCODE,
)  # fmt: skip

Number = tuple[int, str]
_LETTERS = ["", *string.ascii_lowercase]


class SideProblem:
    """Why a side has no addresses; an empty text means that it has."""

    NONE = ""
    NO_STREET = "ohne_strasse"
    NO_LINE = "ohne_linie"
    EMPTY = "ohne_nummern"
    ZERO = "nummer_null"  # 0 as first and last number
    HALF = "ende_fehlt"
    UNREADABLE = "nummer_nicht_lesbar"
    PARITY = "gerade_und_ungerade"
    TOO_MANY = "zu_viele_nummern"


def read_sections(table: pd.DataFrame, columns: dict[str, str], key_length: int = 0) -> pd.DataFrame:
    """Return the sections of a table as texts: the columns of PLACE and ENDS, with the index 0 to n-1.

    `columns` maps names of PLACE and ENDS to those of the table; one that is missing or empty is empty throughout.
    Only the first `key_length` characters of the street key are kept (0: all). A section without an id is known by its
    row, counted from 1.
    """
    names = [*(field.name for field in PLACE), *ENDS]
    result = pd.DataFrame({name: text_column(table, columns.get(name, "")) for name in names}).reset_index(drop=True)
    if key_length:
        result[fields.STREET_KEY.name] = result[fields.STREET_KEY.name].str[:key_length]
    own = result[fields.SOURCE_ID.name]
    result[fields.SOURCE_ID.name] = own.where(own != "", (result.index + 1).astype(str))
    return result


def read_sides(
    sections: pd.DataFrame, has_line: np.ndarray, most_numbers: int, consecutive: bool = False
) -> pd.DataFrame:
    """Return two rows a section (`read_sections`), left and right: SECTION, ROAD_SIDE, NUMBERS, PROBLEM, `written`.

    NUMBERS is the list of (number, suffix) in the direction of the line, empty where PROBLEM says why. `has_line` (n,)
    marks sections with a line of some length. Where first and last number are of different parity, the side has no
    numbers, unless they are `consecutive`. More than `most_numbers` on a side are not believed.
    """
    street = (sections[fields.STREET.name] != "") | (sections[fields.STREET_KEY.name] != "")
    whole = np.select([~street, ~has_line], [SideProblem.NO_STREET, SideProblem.NO_LINE], SideProblem.NONE)
    rows = []
    for side in (LEFT, RIGHT):
        ends = sections[[f"{end}_{side}" for end in (FROM, FROM_SUFFIX, TO, TO_SUFFIX)]]
        for section, (start, start_suffix, end, end_suffix) in enumerate(ends.itertuples(index=False, name=None)):
            first, last = f"{start} {start_suffix}".strip(), f"{end} {end_suffix}".strip()
            numbers, problem = side_numbers(first, last, most_numbers, consecutive)
            if whole[section]:
                numbers, problem = [], str(whole[section])
            rows.append((section, side, numbers, problem, f"{first}–{last}" if first or last else ""))
    table = pd.DataFrame(rows, columns=[SECTION, ROAD_SIDE, NUMBERS, PROBLEM, "written"])
    return table.sort_values([SECTION, ROAD_SIDE], ignore_index=True)


def side_numbers(first: str, last: str, most_numbers: int, consecutive: bool = False) -> tuple[list[Number], str]:
    """Return the numbers from `first` to `last` as they are written, and the SideProblem if there are none.

    >>> side_numbers("0001", "0007a", 500)
    ([(1, ''), (3, ''), (5, ''), (7, ''), (7, 'a')], '')
    >>> side_numbers("6", "2", 500)[0], side_numbers("1", "4", 500)[1]
    ([(6, ''), (4, ''), (2, '')], 'gerade_und_ungerade')
    """
    ends = [parse_house_number(text) for text in (first, last)]
    missing = [end.problem == NumberProblem.EMPTY for end in ends]
    if all(missing):
        return [], SideProblem.ZERO if "0" in first + last else SideProblem.EMPTY
    if any(missing):
        return [], SideProblem.HALF
    start, end = (reading.value for reading in ends)
    if start is None or end is None or start.end_number is not None or end.end_number is not None:
        return [], SideProblem.UNREADABLE
    mixed = (start.number - end.number) % 2 == 1
    if mixed and not consecutive:
        return [], SideProblem.PARITY
    step = 1 if mixed else 2
    if abs(start.number - end.number) // step + 1 > most_numbers:
        return [], SideProblem.TOO_MANY
    return _between(start, end, step), SideProblem.NONE


def _between(start: HouseNumber, end: HouseNumber, step: int) -> list[Number]:
    """Return the numbers from one end to the other; letters are counted through only within one number (12a to 12d)."""
    one, other = (start.number, start.suffix), (end.number, end.suffix)
    low, high = min(one, other), max(one, other)
    if low[0] == high[0]:
        numbers = _letters(low, high)
    else:
        plain = [(number, "") for number in range(low[0] + step, high[0] + 1, step)]
        numbers = [low, *plain, *([high] if high[1] else [])]
    return numbers if one == low else numbers[::-1]


def _letters(low: Number, high: Number) -> list[Number]:
    """Return the suffixes between two of one number, both ends included; only the ends where they are no letters."""
    if low[1] in _LETTERS and high[1] in _LETTERS:
        return [(low[0], letter) for letter in _LETTERS[_LETTERS.index(low[1]) : _LETTERS.index(high[1]) + 1]]
    return [low, high] if low != high else [low]
