"""What became of addresses, street sections and units without addresses, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..fields import ADDRESS_COUNT, BLOCK, NOTE, NOTE_KIND, ROW, STREET
from ..messages import tr

UNIT_REPORT = (NOTE_KIND, ROW, STREET, BLOCK, ADDRESS_COUNT, NOTE)


class UnitFinding:
    """Values of `art` in the report."""

    NO_POINT = "ohne_punkt"
    OUTSIDE = "ausserhalb"
    NAME_NOT_FOUND = "name_nicht_gefunden"
    OTHER_SECTION = "anderer_abschnitt"
    EMPTY_SECTION = "abschnitt_leer"
    SHORT_SECTION = "abschnitt_zusammengelegt"
    EMPTY_UNIT = "einheit_leer"
    SLIVERS = "splitter_zusammengelegt"
    BUILDING_VALUE = "gebaeudewert_unbekannt"
    BUILDING = "gebaeude_ohne_einheit"


def finding_text(kind: str) -> str:
    """Return a finding in the user's language."""
    return {
        UnitFinding.NO_POINT: tr("The address has no point and lies in no unit."),
        UnitFinding.OUTSIDE: tr("The address lies more than 100 m outside the boundary and in no unit."),
        UnitFinding.NAME_NOT_FOUND: tr(
            "No line of this street lies within 300 m; the address went to the nearest street section."
        ),
        UnitFinding.OTHER_SECTION: tr(
            "The address stands apart from its street section, or at the place of another one's, and lies in the unit "
            "of a neighbouring section."
        ),
        UnitFinding.EMPTY_SECTION: tr("No address belongs to this street section, so it is no unit."),
        UnitFinding.SHORT_SECTION: tr(
            "The section is shorter than 30 m with fewer than 3 addresses and was joined to the next one of its street."
        ),
        UnitFinding.EMPTY_UNIT: tr("The unit holds no address."),
        UnitFinding.SLIVERS: tr("Slivers without addresses were merged into their neighbours."),
        UnitFinding.BUILDING_VALUE: tr(
            "This value of the building type is not known; footprint, storeys and addresses decided instead."
        ),
        UnitFinding.BUILDING: tr("The building lies outside all units or has no usable geometry."),
    }[kind]


def address_findings(kinds: np.ndarray, streets: pd.Series, codes: Sequence[str | None]) -> pd.DataFrame:
    """Return a line for each address with a finding; `kinds` (n,) is empty where there is none."""
    rows = np.flatnonzero(kinds != "")
    return pd.DataFrame(
        {
            NOTE_KIND.name: kinds[rows],
            ROW.name: rows + 1,
            STREET.name: streets.to_numpy(dtype=object)[rows],
            BLOCK.name: np.array(codes, dtype=object)[rows],
            ADDRESS_COUNT.name: 1,
            NOTE.name: [finding_text(kind) for kind in kinds[rows]],
        },
        dtype=object,
    )


def section_findings(kind: str, streets: Sequence[str | None], lengths: np.ndarray) -> pd.DataFrame:
    """Return a line for each of k street sections with its length in metres."""
    notes = [
        tr("{note} Length {metres} m.").format(note=finding_text(kind), metres=round(length)) for length in lengths
    ]
    return _lines(kind, len(notes), {STREET.name: list(streets), NOTE.name: notes})


def unit_findings(kind: str, codes: Sequence[str]) -> pd.DataFrame:
    """Return a line for each unit."""
    return _lines(kind, len(codes), {BLOCK.name: list(codes), ADDRESS_COUNT.name: 0, NOTE.name: finding_text(kind)})


def sliver_findings(count: int) -> pd.DataFrame:
    """Return one line with the number of slivers, none where there are none."""
    note = tr("{note} Number: {count}.").format(note=finding_text(UnitFinding.SLIVERS), count=count)
    return _lines(UnitFinding.SLIVERS, int(count > 0), {NOTE.name: note})


def building_findings(lost: Sequence[int], strange: dict[str, int]) -> pd.DataFrame:
    """Return a line for each row of a building without a unit, and for each value that is not known."""
    rows = _lines(
        UnitFinding.BUILDING,
        len(lost),
        {ROW.name: [row + 1 for row in lost], NOTE.name: finding_text(UnitFinding.BUILDING)},
    )
    notes = [
        tr("{note} Value “{value}”, {count} buildings.").format(
            note=finding_text(UnitFinding.BUILDING_VALUE), value=value, count=count
        )
        for value, count in sorted(strange.items())
    ]
    return pd.concat([rows, _lines(UnitFinding.BUILDING_VALUE, len(notes), {NOTE.name: notes})], ignore_index=True)


def _lines(kind: str, count: int, columns: dict) -> pd.DataFrame:
    table = pd.DataFrame(index=range(count), columns=[field.name for field in UNIT_REPORT], dtype=object)
    table[NOTE_KIND.name] = kind
    for name, values in columns.items():
        table[name] = values
    return table.where(table.notna(), None)
