"""Which symbol profile a table needs, from what it says about its sender; nothing is concluded from symbols alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

_GRID_ID = re.compile(r"(?:CRS3035RES)?\d+k?mN\d+E\d+")
_DESTATIS = re.compile(
    r"genesis|statistische ämter des bundes|statistisches bundesamt|destatis|regionalstatistik\.de"
    r"|statistik_code|statistics_code|statistisches landesamt|landesbetrieb.*statistik|\(c\)opyright.*statist",
    re.IGNORECASE,
)
_LABOUR = re.compile(r"(statistik der )?bundesagentur für arbeit|agentur für arbeit|jobcenter", re.IGNORECASE)
_CENSUS = re.compile(r"zensus[ _-]?(2011|2022)", re.IGNORECASE)
_MARKER_HEAD = "werterlaeuternde"


def profile_name(texts: Iterable[str], keys: Iterable[str], values: Iterable[str]) -> str:
    """Return the name of the profile: from titles, heads and footers, the keys, and a sample of the values."""
    said = "\n".join(texts)
    values = set(values)
    if _DESTATIS.search(said):
        return "destatis"
    if match := _CENSUS.search(said):
        return "zensus" + match.group(1)
    grid = any(map(_GRID_ID.fullmatch, keys)) or "gitter_id" in said.lower()
    if grid:
        return "zensus2011" if values & {"-1", "-9", "-1,0", "-9,0"} else "zensus2022"
    if _MARKER_HEAD in said.lower():
        return "zensus2022"
    if _LABOUR.search(said):
        return "ba"
    return "none"
