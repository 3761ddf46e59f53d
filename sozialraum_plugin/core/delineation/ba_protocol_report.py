"""The answer to an error protocol in sentences: each row with its cause and its cure, or why there is none."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import fields
from ..addresses.candidates import candidates
from ..addresses.matching import Matches
from ..balance import Balance
from ..messages import tr
from .address_columns import text_column
from .ba_protocol import Cause, Cured
from .ba_protocol_cures import Cure
from .ba_protocol_file import ProtocolFile
from .ba_protocol_rows import ProtocolRows, Register

# A row of the directory that was not understood stays as it was written, so its numbers are text.
CORRECTED = tuple(fields.Field(field.name) for field in fields.STREET_DIRECTORY)
BROKEN = "zeile_zerbrochen"


def cause_text(cause: str) -> str:
    """Return why the raster did not place a row."""
    return {
        BROKEN: tr("row with too few or too many columns"),
        Cause.NO_STREET: tr("row without street"),
        Cause.NOT_FOUND: tr("address not found in the list of addresses"),
        Cause.AMBIGUOUS: tr("several addresses of the list fit"),
        Cause.NO_NUMBER: tr("no house number, but the street lies in several areas or in one only in part"),
        Cause.UNREADABLE: tr("house number not understood"),
        Cause.NUMBER_UNKNOWN: tr("street found, but the list of addresses does not have the number"),
        Cause.UNCHECKED: tr("the directory has it, but the list of addresses cannot confirm the area"),
        Cause.PLACED: tr("the directory already has it: the agency's raster is older or was read otherwise"),
        Cause.NO_AREA: tr("address found, but the list of addresses knows no area for it"),
        Cause.CONTRADICTION: tr("directory and list of addresses give different areas"),
        Cause.OVERLAP: tr("rows of the directory with different areas overlap here"),
        Cause.SEVERAL: tr("several streets of this name, and the row does not tell which"),
        Cause.STREET: tr("street missing in the directory"),
        Cause.GAP: tr("no row of the directory covers the house number"),
        Cause.SPELLING: tr("street spelled otherwise than in the directory"),
    }[cause]


def cure_text(kind: str) -> str:
    """Return what a correction does."""
    return {
        Cure.STREET: tr("the street was added"),
        Cure.GAP: tr("the gap was closed"),
        Cure.SPELLING: tr("the street was added under this spelling"),
    }[kind]


def _why_not(cause: str, named: bool) -> str:
    """Return why there is no cure, as the end of a sentence."""
    if cause in Cause.CURABLE and not named:
        return tr("the cell of the street holds more than its name, which is not made a street of the directory")
    return {
        BROKEN: tr("the columns cannot be told apart"),
        Cause.NO_STREET: tr("nothing says where it is"),
        Cause.NOT_FOUND: tr("what is not in the list is not made up; see the candidates"),
        Cause.AMBIGUOUS: tr("a doubtful address is not made a row of the directory"),
        Cause.NO_NUMBER: tr("a raster has no place for addresses without a number"),
        Cause.UNREADABLE: tr("the number has to be corrected by the agency"),
        Cause.NUMBER_UNKNOWN: tr("the area of a number that is not in the list is not guessed"),
        Cause.UNCHECKED: tr("nothing has to be added; check the address"),
        Cause.PLACED: tr("nothing has to be added; hand in the present raster"),
        Cause.NO_AREA: tr("its area has to be entered in the list first"),
        Cause.CONTRADICTION: tr("it has to be decided which of the two is right"),
        Cause.OVERLAP: tr("the directory has to be put right first"),
        Cause.SEVERAL: tr("the row lacks the postcode or the Ortsteil"),
        Cause.STREET: tr("the rows that follow from the list would contradict other rows or not place it right"),
        Cause.GAP: tr("the rows that follow from the list would contradict other rows or not reach it"),
        Cause.SPELLING: tr("the other spelling would contradict other rows, or the rest does not agree either"),
    }[cause]


def protocol_lines(file: ProtocolFile, rows: ProtocolRows, register: Register, cured: Cured) -> pd.DataFrame:
    """Return `fields.BA_PROTOCOL_REPORT` with a line for every row of the protocol, broken ones too, in its order."""
    lines = pd.DataFrame({fields.ROW.name: file.lines, fields.REASON.name: cured.cause, fields.CURE.name: cured.cures})
    for field in (fields.STREET, fields.POSTCODE, fields.DISTRICT_PART):
        lines[field.name] = file.table.get(field.name, "")
    lines[fields.HOUSE_NUMBER_TEXT.name] = _number_texts(file.table)
    lines[fields.AREA.name] = cured.area
    lines[fields.NOTE.name] = _notes(rows, cured)
    lines[fields.CANDIDATES.name] = _candidates(rows, register)
    apart = pd.DataFrame({fields.ROW.name: pd.Series(file.broken, dtype="Int64"), fields.REASON.name: BROKEN})
    apart[fields.NOTE.name] = _sentence(BROKEN, "", True, "", "")
    result = pd.concat([lines, apart], ignore_index=True)[[field.name for field in fields.BA_PROTOCOL_REPORT]]
    return result.sort_values(fields.ROW.name, kind="stable", ignore_index=True)


def _number_texts(table: pd.DataFrame) -> pd.Series:
    """Return number and suffix as they stand in the file."""
    parts = [table[name] for name in (fields.HOUSE_NUMBER.name, fields.SUFFIX.name) if name in table]
    return parts[0].str.cat(parts[1:], sep=" ").str.strip() if parts else pd.Series("", index=table.index)


def _notes(rows: ProtocolRows, cured: Cured) -> list[str]:
    return [
        _sentence(cause, cures, bool(named), area, given)
        for cause, cures, named, area, given in zip(cured.cause, cured.cures, rows.named, cured.area, cured.given)
    ]


def _sentence(cause: str, cures: str, named: bool, area: str, given: str) -> str:
    """Return cause and cure of one row."""
    if cures:
        done = ", ".join(cure_text(kind) for kind in cures.split(", "))
        return tr("Cause: {cause}. Cure: {cure}; area {area}.").format(cause=cause_text(cause), cure=done, area=area)
    why = cause_text(cause)
    if cause == Cause.CONTRADICTION and given:
        why += " " + tr("(directory {given}, list {area})").format(given=given, area=area)
    return tr("Cause: {cause}. No cure, because {reason}.").format(cause=why, reason=_why_not(cause, named))


def _candidates(rows: ProtocolRows, register: Register) -> np.ndarray:
    """Return for each row without a target up to three addresses or streets of the list that it may mean."""
    result = np.full(len(rows.written), "", dtype=object)
    lost = np.flatnonzero(rows.problem != "")
    if len(lost):
        found = rows.matches
        left = Matches(found.address[lost], found.match_class[lost], found.problem[lost], found.street[lost])
        result[lost] = candidates(rows.compared.iloc[lost].reset_index(drop=True), register.listed, left)
    return result


def protocol_balance(file: ProtocolFile, cured: Cured) -> Balance:
    """Return what became of the rows of the protocol; it names kinds of causes and no row."""
    balance = Balance(tr("rows of the protocol"), len(cured.cause) + len(file.broken))
    table = pd.DataFrame({"cures": cured.cures, "cause": cured.cause}).value_counts(sort=False)
    for (cures, cause), count in sorted(table.items(), reverse=True):
        if cures:
            done = ", ".join(cure_text(kind) for kind in cures.split(", "))
            balance.add(tr("cured ({cause}): {cure}").format(cause=cause_text(cause), cure=done), int(count))
    for (cures, cause), count in sorted(table.items()):
        if not cures:
            balance.add(tr("not cured: {cause}").format(cause=cause_text(cause)), int(count))
    balance.add(tr("not cured: {cause}").format(cause=cause_text(BROKEN)), len(file.broken))
    return balance


def correction_rows(cured: Cured) -> pd.DataFrame:
    """Return the corrections in the columns of `fields.BA_CORRECTIONS`, texts without missing values."""
    rows = cured.corrections[[field.name for field in fields.BA_CORRECTIONS]].copy()
    for field in fields.BA_CORRECTIONS:
        if field.kind is fields.Kind.TEXT:
            rows[field.name] = text_column(rows[field.name])
    return rows


def directory_rows(cured: Cured) -> pd.DataFrame:
    """Return the corrected directory in the columns of CORRECTED, all text."""
    return pd.DataFrame({field.name: text_column(cured.directory[field.name]) for field in CORRECTED})
