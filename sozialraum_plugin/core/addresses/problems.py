"""What can be the matter with an address row: codes for the report, and their sentences."""

from __future__ import annotations

from ..messages import tr
from .house_numbers import NumberProblem


class AddressProblem:
    """Codes beside those of `NumberProblem`."""

    BROKEN = "zeile_unvollstaendig"
    DELETED = "geloescht"
    NOTHING = "ohne_angaben"
    DUPLICATE = "doppelt"
    NO_COORDINATES = "ohne_koordinaten"
    NO_STREET = "ohne_strasse"
    INTERNAL = "interne_nummer"


LEFT_OUT = (AddressProblem.BROKEN, AddressProblem.DELETED, AddressProblem.NOTHING)
# The first that applies to a kept row names it in the balance.
KEPT_WITH = (
    AddressProblem.DUPLICATE, NumberProblem.EXCEL_DATE, NumberProblem.REVERSED, NumberProblem.UNREADABLE,
    NumberProblem.EMPTY, AddressProblem.NO_COORDINATES, AddressProblem.NO_STREET, AddressProblem.INTERNAL,
)  # fmt: skip


def sentence(problem: str) -> str:
    """Return what the code means and what to do."""
    return {
        AddressProblem.BROKEN: tr("The row does not have as many columns as the others. Correct it in the source."),
        AddressProblem.DELETED: tr("The source marks the row as deleted (L)."),
        AddressProblem.NOTHING: tr("The row has neither street nor house number nor coordinates."),
        AddressProblem.DUPLICATE: tr("The same address stands in an earlier row; this one got a number after its id."),
        AddressProblem.NO_COORDINATES: tr("The coordinates are missing or cannot be read."),
        AddressProblem.NO_STREET: tr("The street name is missing."),
        AddressProblem.INTERNAL: tr("Quality C: a number of the survey office, not given out as an address."),
        NumberProblem.EMPTY: tr("The house number is missing."),
        NumberProblem.EXCEL_DATE: tr(
            "A spreadsheet has turned the house number into a date. Correct it in the source."
        ),
        NumberProblem.REVERSED: tr("The range of house numbers runs backwards."),
        NumberProblem.UNREADABLE: tr("The house number cannot be read."),
    }[problem]


def outcome(problem: str) -> str:
    """Return the line of the balance for rows with this problem."""
    labels = {
        AddressProblem.BROKEN: tr("left out: wrong count of columns"),
        AddressProblem.DELETED: tr("left out: marked as deleted"),
        AddressProblem.NOTHING: tr("left out: neither street nor number nor coordinates"),
        AddressProblem.DUPLICATE: tr("in the result, address occurs again"),
        AddressProblem.NO_COORDINATES: tr("in the result, without coordinates"),
        AddressProblem.NO_STREET: tr("in the result, without street"),
        AddressProblem.INTERNAL: tr("in the result, internal number (quality C)"),
        NumberProblem.EMPTY: tr("in the result, without house number"),
        NumberProblem.EXCEL_DATE: tr("in the result without number: it has become a date"),
        NumberProblem.REVERSED: tr("in the result without number: range runs backwards"),
        NumberProblem.UNREADABLE: tr("in the result without number: it cannot be read"),
    }
    return labels[problem]
