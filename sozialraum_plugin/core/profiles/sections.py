"""Which sections of a profile are printed; the pages close up over the others."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from .model import BarGroup, Local, Profile

_LOCAL = ("facilities", "survey", "actors", "notes")
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
SECTIONS = (*_WITHOUT, *_LOCAL)


def with_sections(profile: Profile, wanted: Collection[str]) -> Profile:
    """Return the profile with the wanted ones of `SECTIONS` only; name, maps and sources are always there."""
    for section, without in _WITHOUT.items():
        if section not in wanted:
            profile = without(profile)
    return profile if profile.local is None else replace(profile, local=_local(profile.local, wanted))


def _local(local: Local, wanted: Collection[str]) -> Local:
    return replace(local, **{section: () for section in _LOCAL if section not in wanted})
