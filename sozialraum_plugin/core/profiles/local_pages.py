"""Page 4 and those after it: which line of the facilities, survey, actors and notes stands where."""

from __future__ import annotations

from .facilities import listed
from .model import Actor, FacilityGroup, Profile, SurveyQuestion
from .sections import LOCAL, parts_in_order
from .slots import Group, Slot, entry, paginate
from .text_measure import wrapped
from .texts import Texts

SLOTS = 49  # lines of a page
SLOT_HEIGHT = 5.0  # millimetres
SIZE = 8.0  # points
WIDTHS = {"links": 58.0, "text": 106.0, "zahl": 16.0}
FULL_WIDTH = sum(WIDTHS.values())
GUTTER = 3.0
BAR_LEFT, BAR_WIDTH = 580.0, 1030.0  # tenths of a millimetre; a bar of 100 % fills the width
PARTS = ("frage", "absatz", *WIDTHS)


def local_pages(profile: Profile, texts: Texts) -> list[list[Slot]]:
    """Return the pages; none if there is nothing to say."""
    local = profile.local
    if local is None:
        return []
    groups = {
        "facilities": Group(texts.phrase("heading_facilities"), [_facilities(group) for group in local.facilities]),
        "survey": Group(texts.phrase("heading_survey"), [_question(question, texts) for question in local.survey]),
        "actors": Group(texts.phrase("heading_actors"), [_actor(actor) for actor in local.actors]),
        "notes": Group(texts.phrase("heading_notes"), [_note(note) for note in local.notes]),
    }
    ordered = [groups[section] for section in parts_in_order(LOCAL, profile.named_sections)]
    return paginate(ordered, SLOTS, lambda head: texts.phrase("continued", heading=head), gap=1)


def _line(frage: str = "", absatz: str = "", links: str = "", text: str = "", zahl: str = "") -> tuple[str, ...]:
    return frage, absatz, links, text, zahl


def _side_by_side(left: str, right: str, count: str = "") -> list[tuple[str, ...]]:
    """Return two texts beside each other, each wrapped in its column; the count stands in the first line."""
    lefts = wrapped(left, WIDTHS["links"] - GUTTER, SIZE)
    rights = wrapped(right, WIDTHS["text"] - GUTTER, SIZE)
    height = max(len(lefts), len(rights))
    lefts, rights = (each + [""] * (height - len(each)) for each in (lefts, rights))
    return [
        _line(links=one, text=other, zahl="" if number else count)
        for number, (one, other) in enumerate(zip(lefts, rights))
    ]


def _facilities(group: FacilityGroup) -> list[Slot]:
    kind = f"{group.letter}\u2002{group.name}" if group.letter else group.name
    return entry(_side_by_side(kind, listed(group.names), str(group.count)))


def _question(question: SurveyQuestion, texts: Texts) -> list[Slot]:
    """Return the question and its answers, which stay together with it."""
    asked = question.text
    if question.respondents is not None:
        asked = texts.phrase("survey_question", question=asked, count=question.respondents)
    slots = [Slot(cells=_line(frage=line)) for line in wrapped(asked, FULL_WIDTH, SIZE, bold=True)]
    for answer in question.answers:
        lines = [_line(links=line) for line in wrapped(answer.text, WIDTHS["links"] - GUTTER, SIZE)]
        lines[0] = _line(links=lines[0][2], zahl=answer.share_text)
        slots += entry(lines, answer)
    return slots


def _actor(actor: Actor) -> list[Slot]:
    words = ": ".join(part for part in (actor.name, actor.task) if part)
    return entry(_side_by_side(actor.kind, words))


def _note(note: str) -> list[Slot]:
    lines = [line for paragraph in note.splitlines() for line in wrapped(paragraph, FULL_WIDTH, SIZE)]
    return entry([_line(absatz=line) for line in lines])
