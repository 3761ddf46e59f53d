"""The footer of each page: sources with their Stichtage, Gebietsstand, method and what the marks mean."""

from __future__ import annotations

import configparser
from collections.abc import Iterable
from dataclasses import dataclass

from ..numbers import HIDDEN_MARK, MISSING_MARK
from ..paths import plugin_file
from .comparison import Comparison
from .observations import Indicator
from .texts import Texts


@dataclass(frozen=True)
class Imprint:
    """What the user says about the edition: publisher and Gebietsstand, both may be empty."""

    author: str = ""
    edition: str = ""


def method_version() -> str:
    """Return the plugin's version, which names the method."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(plugin_file("metadata.txt"), encoding="utf-8")
    return metadata["general"]["version"]


def footer(
    comparison: Comparison,
    indicators: Iterable[Indicator],
    level: str,
    imprint: Imprint,
    shown: str,
    texts: Texts,
    ranked: bool = True,
) -> str:
    """Return the footer; `shown` holds all printed values, so that only marks which occur are explained.

    `ranked` tells that the area has a rank, which is explained.
    """
    sources = _sources(comparison, indicators, texts)
    parts = [texts.phrase("footer_sources", sources="; ".join(sources))] if sources else []
    if imprint.edition:
        parts.append(texts.phrase("footer_edition", edition=imprint.edition))
    count = len(comparison.observations.areas)
    areas = texts.level(level, "plural")
    parts.append(texts.phrase("footer_method", version=method_version(), ranked=ranked, count=count, areas=areas))
    if imprint.author:
        parts.append(texts.phrase("footer_publisher", author=imprint.author))
    return " ".join([*parts, *_marks(shown, texts)])


def _sources(comparison: Comparison, indicators: Iterable[Indicator], texts: Texts) -> list[str]:
    """Return ``office 31.12.2025, 30.06.2025`` for each source, with the newest Stichtag of each indicator.

    Of several sources of an indicator (``Jugendamt; Einwohnermelderegister``) the first is the numerator's, the others
    are the denominator's.
    """
    dates: dict[str, set[str]] = {}
    for indicator in indicators:
        date = comparison.observations.latest_date(indicator.code)
        for number, office in enumerate(offices(indicator) if date else []):
            day = comparison.observations.denominator_date(indicator.code) if number else date
            dates.setdefault(office, set()).add(day or date)
    written = texts.numbers.short_date
    return [f"{office} {', '.join(map(written, sorted(days, reverse=True)))}" for office, days in dates.items()]


def offices(indicator: Indicator) -> list[str]:
    """Return the sources of an indicator."""
    return [office.strip() for office in indicator.source.split(";") if office.strip()]


def _marks(shown: str, texts: Texts) -> list[str]:
    marks = ((HIDDEN_MARK, "footer_hidden"), (MISSING_MARK, "footer_missing"), ("(", "footer_unsafe"))
    return [texts.phrase(name) for mark, name in marks if mark in shown]
