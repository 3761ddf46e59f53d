"""The fields of street sections: which parameter names which, and what must be chosen."""

from __future__ import annotations

from collections.abc import Mapping

from ...core import fields
from ...core.addresses.section_sides import LEFT, RIGHT
from ...core.errors import InputError
from ...core.messages import tr

COLUMNS = {
    "STREET_FIELD": fields.STREET.name,
    "STREET_KEY_FIELD": fields.STREET_KEY.name,
    "FROM_LEFT_FIELD": f"from_{LEFT}",
    "TO_LEFT_FIELD": f"to_{LEFT}",
    "FROM_RIGHT_FIELD": f"from_{RIGHT}",
    "TO_RIGHT_FIELD": f"to_{RIGHT}",
    "FROM_LEFT_SUFFIX_FIELD": f"from_suffix_{LEFT}",
    "TO_LEFT_SUFFIX_FIELD": f"to_suffix_{LEFT}",
    "FROM_RIGHT_SUFFIX_FIELD": f"from_suffix_{RIGHT}",
    "TO_RIGHT_SUFFIX_FIELD": f"to_suffix_{RIGHT}",
    "POSTCODE_FIELD": fields.POSTCODE.name,
    "DISTRICT_FIELD": fields.DISTRICT_PART.name,
    "COMMUNE_FIELD": fields.COMMUNE.name,
    "ID_FIELD": fields.SOURCE_ID.name,
}


def check_chosen(chosen: Mapping[str, str]) -> None:
    """Raise InputError if the fields chosen (by the names of COLUMNS) lack the street or both ends of a side."""
    if not chosen[fields.STREET.name] and not chosen[fields.STREET_KEY.name]:
        raise InputError(tr("Choose the field of the street name (STREET_FIELD) or of its key (STREET_KEY_FIELD)."))
    sides = {side: (chosen[f"from_{side}"], chosen[f"to_{side}"]) for side in (LEFT, RIGHT)}
    if any(bool(first) != bool(last) for first, last in sides.values()):
        raise InputError(tr("A side needs both fields, first and last number: choose the other one too."))
    if not any(first for first, _last in sides.values()):
        raise InputError(tr("Choose the fields of the first and last number, for the left or the right side."))


def field_texts() -> tuple[tuple[str, str, str, bool], ...]:
    """Return name, title, help of each field parameter, and whether it folds away."""
    number, suffix = tr("Field of the sections with this number."), tr("Field with the letter, if it stands apart.")
    return (
        ("STREET_FIELD", tr("Street name"), tr("Field of the sections with the street's name."), False),
        ("STREET_KEY_FIELD", tr("Street key"), tr("Field of the sections with the key of the street."), False),
        ("FROM_LEFT_FIELD", tr("First number on the left"), number, False),
        ("TO_LEFT_FIELD", tr("Last number on the left"), number, False),
        ("FROM_RIGHT_FIELD", tr("First number on the right"), number, False),
        ("TO_RIGHT_FIELD", tr("Last number on the right"), number, False),
        ("FROM_LEFT_SUFFIX_FIELD", tr("Suffix of the first number on the left"), suffix, True),
        ("TO_LEFT_SUFFIX_FIELD", tr("Suffix of the last number on the left"), suffix, True),
        ("FROM_RIGHT_SUFFIX_FIELD", tr("Suffix of the first number on the right"), suffix, True),
        ("TO_RIGHT_SUFFIX_FIELD", tr("Suffix of the last number on the right"), suffix, True),
        ("POSTCODE_FIELD", tr("Postcode"), tr("Field of the sections with the postcode. May be absent."), True),
        ("DISTRICT_FIELD", tr("Ortsteil"), tr("Field of the sections with the Ortsteil. May be absent."), True),
        ("COMMUNE_FIELD", tr("Commune"), tr("Field of the sections with the commune: AGS or name."), True),
        ("ID_FIELD", tr("Id of the section"), tr("Field with the section's id; without it, its row number."), True),
    )
