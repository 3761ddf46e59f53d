"""Page 3 and those after it: which indicator stands in which line of which page."""

from __future__ import annotations

import re

from .model import Profile, Standing
from .slots import Group, Slot, entry, paginate
from .text_measure import width, wrapped
from .texts import Texts
from .unit_names import tells_unit

SLOTS = 41  # lines of a page
SLOT_HEIGHT = 5.6  # millimetres
NAME_WIDTH = 48.5
VALUE_WIDTH = 13.5
NAME_GAP = 1.0
NUMBER_WIDTH = 13.5
NAME_SIZE = 8.0  # points
STRIP_LEFT, STRIP_WIDTH = 1450.0, 220.0  # tenths of a millimetre from the left edge of the text
DEVIATION_LEFT, DEVIATION_WIDTH = 1200.0, 220.0
ROOM = NAME_WIDTH - NAME_GAP
_BREAKS = re.compile(r"[ /–-]")
_KEPT = {ord(" "): "\u00a0", ord("/"): "\ue000", ord("-"): "\ue001", ord("–"): "\ue002"}  # where `wrapped` would break
_RELEASED = {ord(kept): chr(mark) for mark, kept in _KEPT.items() if mark != ord(" ")}
PARTS = ("name", "wert", "intervall", "gemeinde", "kreis", "abweichung", "rang")


def indicator_pages(profile: Profile, texts: Texts) -> list[list[Slot]]:
    """Return the pages of all indicators; none if the profile has no indicator."""
    groups = [Group(theme.name, [_entry(row, texts) for row in theme.rows]) for theme in profile.themes]
    return paginate(groups, SLOTS, lambda head: texts.phrase("continued", heading=head))


def _entry(row: Standing, texts: Texts) -> list[Slot]:
    """Return the lines of an indicator: figures in the first, a long name goes on below."""
    figure = row.figure
    first, *rest = _name_lines(figure.name, figure.unit)
    rank = f"{figure.rank[0]}/{figure.rank[1]}" if figure.rank else ""
    value = _fitting(figure.value, VALUE_WIDTH, texts, bold=True)
    commune, district = (_fitting(text, NUMBER_WIDTH, texts) for text in (figure.commune, figure.district))
    cells = (first, value, row.interval, commune, district, row.deviation_text, rank)
    more = [(line, *[""] * (len(PARTS) - 1)) for line in rest]
    return entry([cells, *more], row)


def _name_lines(name: str, unit: str) -> list[str]:
    """Return name and unit in lines: the unit unbroken, and not alone on its line as far as there is room."""
    if not unit or tells_unit(name, unit):
        return wrapped(name, ROOM, NAME_SIZE)
    whole = " ".join(unit.split()).translate(_KEPT)
    last_word = _BREAKS.split(name)[-1]
    if width(f"{last_word},\u00a0{whole}", NAME_SIZE) <= ROOM:
        text = f"{name},\u00a0{whole}"
    else:
        text = f"{name}, {whole if width(whole, NAME_SIZE) <= ROOM else unit}"
    return [line.translate(_RELEASED) for line in wrapped(text, ROOM, NAME_SIZE)]


def _fitting(text: str, room: float, texts: Texts, bold: bool = False) -> str:
    """Return a printed number, as millions (``12,3 Mio.``) where it is too wide for its column."""
    if width(text, NAME_SIZE, bold) <= room or not text[-1].isdigit():
        return text
    millions = texts.numbers.parsed(text) / 1e6
    return texts.phrase("millions", number=texts.numbers.number(millions, 1))
