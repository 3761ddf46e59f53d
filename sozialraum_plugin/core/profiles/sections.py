"""Which sections of a profile are printed, and in which order; the pages close up over those that are left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from ..errors import InputError
from ..messages import tr
from .model import BarGroup, Local, Profile

ORDER_FILE = "sections.json"
BARS = ("households", "origin")
BESIDE = ("ages", *BARS)  # the pyramid and the bars at its side, one block
PEOPLE, INDICATORS, LOCAL = "people", "indicators", "local"  # the kinds of pages after the first
FACILITIES, COURSES = "facilities", "courses"
OUR_WEB_BLOCKS = ("ages", "index", "series", COURSES, "indicators", "survey", "actors", "notes")
LOCAL_SECTIONS = (FACILITIES, "survey", "actors", "notes")
_WITHOUT: dict[str, Callable[[Profile], Profile]] = {
    "class": lambda profile: replace(profile, badge=None),
    "figures": lambda profile: replace(profile, tiles=()),
    "sentences": lambda profile: replace(profile, sentences=()),
    "ages": lambda profile: replace(profile, pyramid=None),
    "households": lambda profile: replace(profile, households=BarGroup()),
    "origin": lambda profile: replace(profile, origin=BarGroup()),
    "series": lambda profile: replace(profile, series=None),
    "index": lambda profile: replace(profile, index_field=None),
    "indicators": lambda profile: replace(profile, themes=(), rows=()),
}
SECTIONS = (*_WITHOUT, *LOCAL_SECTIONS)
_PARTS = {PEOPLE: (*BESIDE, "series", "index"), INDICATORS: ("indicators",), LOCAL: LOCAL_SECTIONS}


def with_sections(profile: Profile, wanted: Collection[str]) -> Profile:
    """Return the profile with the wanted ones of `SECTIONS` only; name, maps and sources are always there."""
    for section, without in _WITHOUT.items():
        if section not in wanted:
            profile = without(profile)
    return profile if profile.local is None else replace(profile, local=_local(profile.local, wanted))


def in_order(profile: Profile, named: Sequence[str]) -> Profile:
    """Return the profile with the named sections first, each on its kind of page.

    A kind of page after the first (people, indicators, local) stands where the first of its sections stands. Class,
    figures and sentences keep their places on page 1.
    """
    return replace(profile, named_sections=tuple(named))


def checked_order(names: object) -> tuple[str, ...]:
    """Return what the file of the order holds as names of sections; raise InputError for what is none."""
    known = ", ".join(SECTIONS)
    if not isinstance(names, list):
        raise InputError(
            tr('{file} must hold a list of sections such as ["indicators", "series"]; there are {known}.').format(
                file=ORDER_FILE, known=known
            )
        )
    for number, name in enumerate(names):
        if name not in SECTIONS:
            raise InputError(
                tr("{file}: there is no section “{name}”; there are {known}.").format(
                    file=ORDER_FILE, name=name, known=known
                )
            )
        if name in names[:number]:
            raise InputError(
                tr("{file} names the section “{name}” twice. Name each once; there are {known}.").format(
                    file=ORDER_FILE, name=name, known=known
                )
            )
    return tuple(names)


def page_kinds(named: Sequence[str]) -> list[str]:
    """Return the kinds of pages after the first in their order."""
    first = {kind: parts_in_order(kind, named)[0] for kind in _PARTS}
    return sorted(_PARTS, key=lambda kind: _places(named)[first[kind]])


def parts_in_order(kind: str, named: Sequence[str]) -> list[str]:
    """Return the sections of a kind of page in their order."""
    return ordered(_PARTS[kind], named)


def blocks(kind: str, named: Sequence[str]) -> list[str]:
    """Return what stands one below the other on a kind of page; pyramid and bars are one block, named by the first."""
    return list(dict.fromkeys(BESIDE[0] if part in BESIDE else part for part in parts_in_order(kind, named)))


def web_blocks(named: Sequence[str]) -> list[str]:
    """Return what stands one below the other on a web page after the map, which shows the facilities unless named.

    `courses` is the table of the key figures' lines, which has no place of its own in print.
    """
    if not named:
        return [*OUR_WEB_BLOCKS]
    found = [block for kind in page_kinds(named) for block in blocks(kind, named)]
    found.insert(found.index("series") + 1, COURSES)
    return [block for block in found if block != FACILITIES or FACILITIES in named]


def ordered(sections: Iterable[str], named: Sequence[str]) -> list[str]:
    """Return sections with the named ones first, in the order of their naming, then the others in ours."""
    return sorted(sections, key=_places(named).__getitem__)


def _places(named: Sequence[str]) -> dict[str, int]:
    whole = (*named, *(section for section in SECTIONS if section not in named))
    return {section: place for place, section in enumerate(whole)}


def _local(local: Local, wanted: Collection[str]) -> Local:
    return replace(local, **{section: () for section in LOCAL_SECTIONS if section not in wanted})
