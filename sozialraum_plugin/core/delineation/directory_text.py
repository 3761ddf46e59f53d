"""House numbers of a street in one text, as directories print them: ``54-60 ger.,83-95 ung.,101-116,120``.

A mark holds for its own part. Without one a part means both sides. An open end is ``97-Ende`` or ``ab 97``, a whole
street ``alle``, addresses without a number ``ohne Hausnummer``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..addresses.house_numbers import HouseNumber, NumberProblem, format_house_number, parse_house_number

EVEN_SIDE, ODD_SIDE, BOTH_SIDES, NO_SIDE = "G", "U", "F", ""
WHOLE_STREET, WITHOUT_NUMBER, END = "alle", "ohne Hausnummer", "Ende"
_MARKS = {EVEN_SIDE: " ger.", ODD_SIDE: " ung.", BOTH_SIDES: ""}
_SIDE_ONLY = {EVEN_SIDE: "gerade", ODD_SIDE: "ungerade", BOTH_SIDES: WHOLE_STREET}
_FIRST_HOUSE = {EVEN_SIDE: 2, ODD_SIDE: 1, BOTH_SIDES: 1}
_LAST_DAY = 31
_SEPARATORS = re.compile(r"[,;\n|]+|\s+und\s+|\s*[+&]\s*")
_SIDES = (
    (ODD_SIDE, re.compile(r"\b(?:ungerade\w*|unger|ung|ug)\b\.?|\(u\)")),
    (EVEN_SIDE, re.compile(r"\b(?:gerade\w*|ger)\b\.?|\(g\)")),
    (BOTH_SIDES, re.compile(r"\b(?:fortlaufend\w*|fortl|durchgehend\w*|beide\w*(?: seiten?)?)\b\.?|\(f\)")),
)
_IDLE_WORDS = re.compile(r"\b(?:nur|die|alle|seiten?|haus-?nummern?|nummern?|hnr|hausnr|nr|nrn|von)\b\.?|[()]")
_WHOLE = re.compile(r"(?:die )?(?:alle|ganz\w*|gesamt\w*|komplett\w*|vollst\w*)(?: stra(?:ß|ss)e| str\.?| nummern)?")
_NONE = re.compile(r"(?:ohne|o\.?)\s*(?:haus-?)?(?:nummern?|nr)\b\.?")
_OPEN_END = re.compile(r"(?:ab\s*(?P<from>\S.*)|(?P<start>\d.*?)\s*(?:-|–|bis)?\s*(?:ende|schlu(?:ss|ß)|ff\.?|-|–))")
_OPEN_START = re.compile(r"(?:anfang\s*(?:-|–|bis)|bis|-|–)\s*(?P<to>\d.*)")


class Part(NamedTuple):
    """One part of a text: its side and both ends as number and suffix (None and empty where open).

    `unmarked` tells that no side was named; `unreadable` holds the part if it was not understood.
    """

    side: str
    from_number: int | None = None
    from_suffix: str = ""
    to_number: int | None = None
    to_suffix: str = ""
    unmarked: bool = False
    unreadable: str = ""


def part_text(side: str, start: tuple[int | None, str], end: tuple[int | None, str]) -> str:
    """Return one range of a directory as text; `start` and `end` are number and suffix, the number None if open.

    A range on both sides such as ``1-9`` is written ``1 bis 9``, because spreadsheets take it for a date.

    >>> part_text("G", (54, ""), (60, "")), part_text("U", (97, ""), (None, "")), part_text("F", (1, ""), (None, ""))
    ('54-60 ger.', '97-Ende ung.', 'alle')
    """
    if side == NO_SIDE:
        return WITHOUT_NUMBER
    if (start[0] or 0) <= _FIRST_HOUSE[side] and not start[1] and end[0] is None:
        return _SIDE_ONLY[side]
    first = "1" if start[0] is None else format_house_number(HouseNumber(start[0], start[1]))
    if end[0] is None:
        return f"{first}-{END}{_MARKS[side]}"
    last = format_house_number(HouseNumber(end[0], end[1]))
    if first == last:
        return f"{first}{_MARKS[side]}"
    between = " bis " if side == BOTH_SIDES and (start[0] or 1) <= _LAST_DAY else "-"
    return f"{first}{between}{last}{_MARKS[side]}"


def parse_parts(text: str) -> list[Part]:
    """Return the parts of a text; an empty text is the whole street. Nothing is dropped: see `Part.unreadable`."""
    pieces = [piece.strip() for piece in _SEPARATORS.split(text.strip())]
    pieces = [piece for piece in pieces if piece]
    return [_part(piece) for piece in pieces] if pieces else [Part(BOTH_SIDES)]


def _part(piece: str) -> Part:
    written = " ".join(piece.lower().split())
    if _NONE.fullmatch(written):
        return Part(NO_SIDE)
    if _WHOLE.fullmatch(written):
        return Part(BOTH_SIDES)
    side = ""
    for code, pattern in _SIDES:
        written, found = pattern.subn(" ", written)
        side = side or (code if found else "")
    bare = " ".join(_IDLE_WORDS.sub(" ", written).split()).rstrip(".: ")
    if not bare:
        return Part(side) if side else Part(BOTH_SIDES, unreadable=piece)
    return _numbers(bare, piece)._replace(side=side or BOTH_SIDES, unmarked=not side)


def _numbers(bare: str, piece: str) -> Part:
    """Return the ends that a part without marks names."""
    opened = _OPEN_END.fullmatch(bare)
    if opened:
        start = parse_house_number(opened["from"] or opened["start"]).value
        if start is not None and start.end_number is None:
            return Part(BOTH_SIDES, start.number, start.suffix)
        return Part(BOTH_SIDES, unreadable=piece)
    begun = _OPEN_START.fullmatch(bare)
    reading = parse_house_number(begun["to"] if begun else bare)
    value = reading.value
    if reading.problem == NumberProblem.REVERSED:
        return _reversed(bare, piece)
    if value is None or (begun and value.end_number is not None):
        return Part(BOTH_SIDES, unreadable=piece)
    if begun:
        return Part(BOTH_SIDES, None, "", value.number, value.suffix)
    if value.end_number is None:
        return Part(BOTH_SIDES, value.number, value.suffix, value.number, value.suffix)
    return Part(BOTH_SIDES, value.number, value.suffix, value.end_number, value.end_suffix)


def _reversed(bare: str, piece: str) -> Part:
    """Return a range whose first number is higher than its last, or ``12-12``, which is one number."""
    ends = [parse_house_number(end).value for end in re.split(r"\s*(?:-|–|—|\bbis\b)\s*", bare)]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return Part(BOTH_SIDES, unreadable=piece)
    return Part(BOTH_SIDES, ends[0].number, ends[0].suffix, ends[1].number, ends[1].suffix)
