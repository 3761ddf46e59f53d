"""Person rows never enter a project: columns that only such rows have are refused.

Source: statistical confidentiality, § 16 BStatG, and data minimisation, Art. 5 GDPR. For tables of counts see
`refuse_person_columns`; a table that is meant to have one row a person is checked by `case_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...errors import InputError
from ...messages import tr

_PERSONAL = re.compile(
    r"(vor|nach|familien|geburts|ruf|mädchen|maedchen)[- ]?namen?|name,? vorname|geburts(tag|datum|dat|ort)"
    r"|geb\.?[- ]?(dat(um|\.)?|tag)|steuer[- ]?(id|idnr|id[- ]nr|identifikationsnummer|nummer)"
    r"|(sozial|renten|kranken)versicherungsnummer|sv[- ]?nr|iban|kontonummer"
    r"|date of birth|birth[ _]?date|first[ _]?name|last[ _]?name|surname"
)
_BELIEF = re.compile(r"religion|konfession|religionszugehörigkeit|religionszugehoerigkeit")
_ROWS_TO_SEARCH = 15


def refuse_person_columns(rows: Sequence[Sequence[str]]) -> None:
    """Raise InputError if one of the first rows has a head that only person rows have."""
    for row in rows[:_ROWS_TO_SEARCH]:
        found = [cell for cell in row if _PERSONAL.fullmatch(cell.lower().replace("_", " "))]
        if found:
            _refuse(found)


def refuse_belief_as_text(names: Sequence[str], text_columns: Sequence[int]) -> None:
    """Raise InputError if a column of texts, not of counts, is headed religion."""
    found = [names[position] for position in text_columns if _BELIEF.fullmatch(names[position].lower())]
    if found:
        _refuse(found)


def _refuse(found: Sequence[str]) -> None:
    raise InputError(
        tr(
            "The file has the columns {columns}: rows about single persons do not belong into an indicator table. "
            "Ask the office for counts per area, or delete these columns at the source."
        ).format(columns=", ".join(f"“{name}”" for name in found))
    )
