"""The words of the overview report, from `resources/profiles/overview/texts_<language>.json`."""

from __future__ import annotations

from ..paths import resource
from .texts import Texts


def overview_words(language: str) -> Texts:
    """Return the phrases of the report; those that it shares with the profiles are in `Texts(language)`."""
    return Texts(language, resource("profiles", "overview", f"texts_{language}.json"))
