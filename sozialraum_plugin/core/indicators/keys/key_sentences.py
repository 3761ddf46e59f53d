"""What a clerk is told of keys that match no area: the cause and what to do, for one key and for all of a kind."""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import tr
from ...numbers import format_number
from .key_causes import Cause

_EXAMPLES = 3


def key_sentence(cause: str, edition: str = "") -> str:
    """Return what a cause means and what to do, for one key."""
    if cause == Cause.EDITION and edition:
        return tr("The key belongs to the edition “{edition}” of the areas.").format(edition=edition)
    return _key_sentences()[cause]


def _key_sentences() -> dict[str, str]:
    return {
        Cause.EMPTY: tr("The row has no key."),
        Cause.TOTAL: tr("A row with a total, no area. Leave it out."),
        Cause.NO_AREA: tr("Cases without an area. They belong to no area, but to the total."),
        Cause.BLANKS: tr("The same key, written with other blanks, signs or letter case."),
        Cause.NUMBER: tr("A spreadsheet has made the key a number. Import the column as text."),
        Cause.ROUNDED: tr(
            "A spreadsheet has rounded the key to scientific notation. Get the file again with the column as text."
        ),
        Cause.LOST_ZERO: tr("The leading zero is lost. Import the column as text."),
        Cause.LOST_ZERO_IN_AREAS: tr("The areas have lost the leading zero of their codes. Correct them there."),
        Cause.OTHER_LENGTH: tr("The same Gemeinde in another key: 8 digits (AGS), 12 (ARS), or 5 for a whole Stadt."),
        Cause.CODE_AND_NAME: tr("The cell holds code and name together."),
        Cause.NAME: tr("The name of the area instead of its code."),
        Cause.SIMILAR_NAME: tr("Nearly the name of an area. Check it."),
        Cause.AMBIGUOUS_NAME: tr("The name of several areas, or like several. Give the code."),
        Cause.EDITION: tr("Probably a key of another edition of the areas. Convert it by a crosswalk."),
        Cause.UPPER: tr("The key of a larger area, of the level above."),
        Cause.LOWER: tr("The key of a smaller area inside this one. Sum the rows up first."),
        Cause.UNKNOWN: tr("No area has this key, and none is like it."),
    }


def area_sentence(cause: str) -> str:
    """Return what is to be said of an area."""
    return {
        Cause.WITHOUT_ROW: tr("No row of the table has the code of this area."),
        Cause.AREA_TWICE: tr("Several areas have this code."),
    }[cause]


def group_sentence(cause: str, pairs: Sequence[tuple[str, str]], editions: Sequence[str]) -> str:
    """Return one sentence for all keys of a cause, with examples; `pairs` are keys and the areas they may mean."""
    shown = [f"“{key}” → {area}" if area else f"“{key}”" for key, area in pairs[:_EXAMPLES]]
    more = ", …" if len(pairs) > _EXAMPLES else ""
    return tr("{count} keys ({examples}): {reason}").format(
        count=format_number(len(pairs)),
        examples=", ".join(shown) + more,
        reason=key_sentence(cause, ", ".join(editions)),
    )
