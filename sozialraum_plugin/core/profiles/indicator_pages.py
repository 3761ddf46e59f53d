"""Page 3 and those after it: which indicator stands in which line of which page."""

from __future__ import annotations

from .model import Profile, Standing
from .slots import Group, Slot, entry, paginate
from .text_measure import width, wrapped
from .texts import Texts

SLOTS = 41  # lines of a page
SLOT_HEIGHT = 5.6  # millimetres
NAME_WIDTH = 48.5
VALUE_WIDTH = 13.5
NAME_GAP = 1.0
NUMBER_WIDTH = 13.5
NAME_SIZE = 8.0  # points
STRIP_LEFT, STRIP_WIDTH = 1450.0, 220.0  # tenths of a millimetre from the left edge of the text
DEVIATION_LEFT, DEVIATION_WIDTH = 1200.0, 220.0
PARTS = ("name", "wert", "intervall", "gemeinde", "kreis", "abweichung", "rang")


def indicator_pages(profile: Profile, texts: Texts) -> list[list[Slot]]:
    """Return the pages of all indicators; none if the profile has no indicator."""
    groups = [Group(theme.name, [_entry(row, texts) for row in theme.rows]) for theme in profile.themes]
    return paginate(groups, SLOTS, lambda head: texts.phrase("continued", heading=head))


def _entry(row: Standing, texts: Texts) -> list[Slot]:
    """Return the lines of an indicator: figures in the first, a long name goes on below."""
    figure = row.figure
    name = f"{figure.name},\u00a0{figure.unit}" if figure.unit else figure.name  # no unit alone on a line
    first, *rest = wrapped(name, NAME_WIDTH - NAME_GAP, NAME_SIZE)
    rank = f"{figure.rank[0]}/{figure.rank[1]}" if figure.rank else ""
    value = _fitting(figure.value, VALUE_WIDTH, texts, bold=True)
    commune, district = (_fitting(text, NUMBER_WIDTH, texts) for text in (figure.commune, figure.district))
    cells = (first, value, row.interval, commune, district, row.deviation_text, rank)
    more = [(line, *[""] * (len(PARTS) - 1)) for line in rest]
    return entry([cells, *more], row)


def _fitting(text: str, room: float, texts: Texts, bold: bool = False) -> str:
    """Return a printed number, as millions (``12,3 Mio.``) where it is too wide for its column."""
    if width(text, NAME_SIZE, bold) <= room or not text[-1].isdigit():
        return text
    millions = texts.numbers.parsed(text) / 1e6
    return texts.phrase("millions", number=texts.numbers.number(millions, 1))
