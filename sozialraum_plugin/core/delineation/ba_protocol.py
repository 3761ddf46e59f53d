"""What would cure an error protocol of the labour agency: each row with its cause, and the rows the directory lacks.

A correction is made from the address list (see `ba_protocol_cures`), appended to the directory and tried out. It stays
only if it overlaps no other row, takes no address of the list out of its area, and gives at least one row of the
protocol the area that the address list gives it. Nothing else counts as cured.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import pandas as pd

from .. import fields
from ..addresses.house_numbers import NumberProblem
from ..addresses.matching import MatchProblem
from .address_columns import text_column
from .ba_layout import RasterLayout
from .ba_protocol_cures import (
    GROUP,
    KIND,
    Cure,
    assign_as_written,
    complete_directory,
    directory_streets,
    gap_group,
    gaps,
    missing_streets,
    spellings,
    street_group,
    with_rows,
)
from .ba_protocol_rows import STREET_NUMBER, ProtocolRows, Register
from .directory_lookup import Assignment, Reason, assign
from .directory_rows import read_directory
from .street_identity import plain_names, real_keys


class Cause:
    """Why the raster did not place a row of the protocol."""

    NO_STREET = "ohne_strasse"
    NOT_FOUND = "adresse_unbekannt"
    AMBIGUOUS = "adresse_mehrdeutig"
    NO_NUMBER = "ohne_hausnummer"
    UNREADABLE = "hausnummer_unlesbar"
    NUMBER_UNKNOWN = "hausnummer_unbekannt"
    UNCHECKED = "steht_im_verzeichnis_ungeprueft"
    PLACED = "steht_im_verzeichnis"
    NO_AREA = "adresse_ohne_gebiet"
    CONTRADICTION = "gebiete_widersprechen_sich"
    OVERLAP = "verzeichnis_ueberschneidet_sich"
    SEVERAL = "mehrere_strassen"
    STREET = "strasse_fehlt"
    GAP = "luecke"
    SPELLING = "schreibweise"
    CURABLE = (STREET, GAP, SPELLING)


_OF_MATCH = {
    MatchProblem.STREET_UNKNOWN: Cause.NOT_FOUND,
    MatchProblem.CONTRADICTION: Cause.NOT_FOUND,
    MatchProblem.STREET_AMBIGUOUS: Cause.AMBIGUOUS,
    MatchProblem.ADDRESS_AMBIGUOUS: Cause.AMBIGUOUS,
    MatchProblem.NUMBER_UNKNOWN: Cause.NUMBER_UNKNOWN,
    NumberProblem.EMPTY: Cause.NO_NUMBER,
}
_OF_ADDRESS = {
    Reason.UNKNOWN_STREET: Cause.STREET,
    Reason.OTHER_PLACE: Cause.STREET,
    Reason.GAP: Cause.GAP,
    Reason.OVERLAP: Cause.OVERLAP,
    Reason.AMBIGUOUS_STREET: Cause.SEVERAL,
    Reason.NO_NUMBER: Cause.NO_NUMBER,
    Reason.NO_STREET: Cause.NO_STREET,
}
_OF_WRITTEN = {Reason.AMBIGUOUS_STREET: Cause.SEVERAL, Reason.NO_NUMBER: Cause.NO_NUMBER, Reason.OVERLAP: Cause.OVERLAP}


class Cured(NamedTuple):
    """The answer to a protocol.

    Per row: `cause` (one of Cause), `area` (the right one, empty if unknown), `given` (that of the directory before),
    `cures` (kinds of corrections that cure it, joined by a comma; empty if not cured), and `before` and `after`,
    whether the directory places it in the right area. `corrections` are the rows to add, in the columns of
    `fields.STREET_DIRECTORY` with the kind in `art` and the number of rows they help in `geheilt`; `directory` is the
    directory with them. `rejected` counts corrections that were tried and dropped.
    """

    cause: pd.Series
    area: pd.Series
    given: pd.Series
    cures: pd.Series
    before: pd.Series
    after: pd.Series
    corrections: pd.DataFrame
    directory: pd.DataFrame
    rejected: int


class _Judged(NamedTuple):
    """What the directory does with the rows before anything is changed; see `Cured`."""

    cause: pd.Series
    area: pd.Series
    given: pd.Series
    before: pd.Series


def cure(rows: ProtocolRows, register: Register, directory: pd.DataFrame, layout: RasterLayout) -> Cured:
    """Return what cures a protocol; `directory` is in our layout. Raises MissingColumnError if it lacks a column."""
    read_directory(directory, pd.Series([], dtype=object))
    base = complete_directory(directory)
    listed = assign(register.standard, base)
    judged = _judged(rows, base)
    structural, groups = _structural(rows, judged.cause, register, listed, base, layout)
    kept = _accepted(base, structural, register, listed)
    further, spelled = _spelled(rows, judged, with_rows(base, kept))
    proposed = pd.concat([kept, further], ignore_index=True)
    corrections = _accepted(base, proposed, register, listed)
    of_row = [{group for group in pair if group} for pair in zip(groups, spelled)]
    corrections, after = _useful(base, corrections, rows, judged, of_row)
    kinds = corrections.drop_duplicates(GROUP).set_index(GROUP)[KIND]
    cured = after & ~judged.before
    cures = [_kinds_of(own, kinds) if new else "" for own, new in zip(of_row, cured)]
    corrections = _finished(corrections, base, [own for own, new in zip(of_row, cured) if new])
    rejected = len(structural) + len(further) - len(corrections)
    final = with_rows(base, corrections)
    return Cured(*judged[:3], pd.Series(cures, dtype=object), judged.before, after, corrections, final, rejected)


def _kinds_of(groups: set[str], kinds: pd.Series) -> str:
    """Return what the groups of a row do, the street before its spelling; `kinds` is by group."""
    found = set(kinds.reindex(list(groups)))
    return ", ".join(kind for kind in (Cure.STREET, Cure.GAP, Cure.SPELLING) if kind in found)


def _judged(rows: ProtocolRows, base: pd.DataFrame) -> _Judged:
    """Return cause, right area and present area of each row. Where the list has no area, the directory's is right."""
    target = rows.target
    meant = assign(target, base)
    area = target[fields.AREA.name].where(target[fields.AREA.name] != "", meant.area)
    area = area.reindex(rows.written.index).fillna("")
    as_written = assign_as_written(rows.written, base)
    given = as_written.area
    own, own_reason = (values.reindex(rows.written.index).fillna("") for values in (meant.area, meant.reason))
    known = rows.written.index.isin(target.index)
    unread = rows.problem.map(_OF_MATCH).fillna(Cause.UNREADABLE)
    cases = {
        Cause.NO_STREET: (rows.written[fields.STREET.name] == "") & (rows.written[fields.STREET_KEY.name] == ""),
        Cause.UNCHECKED: ~known & (given != "") & (unread != Cause.UNREADABLE),
        "unread": ~known,
        Cause.NO_AREA: area == "",
        Cause.PLACED: given == area,
        Cause.CONTRADICTION: (given != "") | ((own != "") & (own != area)),
        "address": own_reason != Reason.ASSIGNED,
    }
    chosen = pd.Series(np.select([np.asarray(mask) for mask in cases.values()], list(cases), "written"), dtype=object)
    cause = chosen.where(chosen != "unread", unread)
    cause = cause.where(chosen != "address", own_reason.map(_OF_ADDRESS))
    cause = cause.where(chosen != "written", as_written.reason.map(_OF_WRITTEN).fillna(Cause.SPELLING))
    return _Judged(cause, area, given, (given == area) & (area != ""))


def _structural(
    rows: ProtocolRows,
    cause: pd.Series,
    register: Register,
    listed: Assignment,
    base: pd.DataFrame,
    layout: RasterLayout,
) -> tuple[pd.DataFrame, list[str]]:
    """Return rows for missing streets and gaps, and the group of each row of the protocol (empty without)."""
    target = rows.target
    of_street, of_gap = (target[(cause[target.index] == kind).to_numpy()] for kind in (Cause.STREET, Cause.GAP))
    proposed = [
        missing_streets(register, listed.reason, of_street[STREET_NUMBER].unique(), base, layout),
        gaps(register, listed, of_gap, base),
    ]
    read = read_directory(base, of_gap[fields.SUFFIX.name])
    group = pd.Series("", index=cause.index, dtype=object)
    group[of_street.index] = street_group(of_street)
    group[of_gap.index] = gap_group(directory_streets(of_gap, read))
    return pd.concat(proposed, ignore_index=True), group.tolist()


def _spelled(rows: ProtocolRows, judged: _Judged, middle: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return rows under the names as they were written, and the group of each row of the protocol (empty without).

    `middle` is the directory with all streets and numbers that could be added.
    """
    curable = judged.cause.isin(Cause.CURABLE) & rows.named & (judged.area != "")
    chosen = rows.target.index[curable[rows.target.index].to_numpy()]
    found = assign_as_written(rows.written.loc[chosen], middle).area
    chosen = chosen[(found != judged.area[chosen]).to_numpy()]
    group = pd.Series("", index=judged.cause.index, dtype=object)
    proposed, of_chosen = spellings(rows.written.loc[chosen], rows.target.loc[chosen], middle)
    group[chosen] = of_chosen
    return proposed, group.tolist()


def _accepted(base: pd.DataFrame, proposed: pd.DataFrame, register: Register, listed: Assignment) -> pd.DataFrame:
    """Return the proposals that overlap no row of another area and leave every address of the list its area.

    `listed` is the assignment of the list before. A gap is dropped alone, a street or spelling with all its rows.
    """
    near = _of_names(register.standard, proposed)
    addresses = register.standard[near & (listed.area != "")]
    while len(proposed):
        found = assign(addresses, with_rows(base, proposed))
        pairs = pd.concat([found.overlaps["row"], found.overlaps["other"]]).astype(int) - len(base)
        bad = pd.Series(np.arange(len(proposed)), index=proposed.index).isin(pairs)
        bad |= _of_names(proposed, addresses[(found.area != listed.area[addresses.index]).to_numpy()])
        bad |= proposed[GROUP].isin(proposed.loc[bad & (proposed[KIND] != Cure.GAP), GROUP])
        if not bad.any():
            break
        proposed = proposed[~bad].reset_index(drop=True)
    return proposed


def _of_names(table: pd.DataFrame, others: pd.DataFrame) -> pd.Series:
    """Tell for each row whether its street's name or key occurs in another table."""
    name, key = fields.STREET.name, fields.STREET_KEY.name
    same = plain_names(text_column(table[name])).isin(set(plain_names(text_column(others[name]))) - {""})
    return same | real_keys(text_column(table[key])).isin(set(real_keys(text_column(others[key]))) - {""})


def _useful(
    base: pd.DataFrame, corrections: pd.DataFrame, rows: ProtocolRows, judged: _Judged, groups: list[set[str]]
) -> tuple[pd.DataFrame, pd.Series]:
    """Return the corrections that cure a row and take none from its area, and whether each row is placed right."""
    while True:
        found = assign_as_written(rows.written, with_rows(base, corrections)).area
        there = set(corrections[GROUP])
        helped = pd.Series([bool(own & there) for own in groups], index=found.index, dtype=bool)
        right = (found == judged.area) & (judged.area != "") & (helped | judged.before)
        used: set[str] = set().union(*(own for own, good in zip(groups, right & ~judged.before) if good))
        lost = rows.written[judged.before & ~right]
        useless = ~corrections[GROUP].isin(used) | _of_names(corrections, lost)
        if not useless.any():
            return corrections, right
        corrections = corrections[~useless].reset_index(drop=True)


def _finished(corrections: pd.DataFrame, base: pd.DataFrame, cured: Collection[set[str]]) -> pd.DataFrame:
    """Return corrections with the name of their area and the number of rows of the protocol that they help to cure."""
    counts = pd.Series([group for own in cured for group in own], dtype=object).value_counts()
    codes, titles = (text_column(base[field.name]) for field in (fields.AREA, fields.AREA_NAME))
    names = dict(zip(codes[titles != ""], titles[titles != ""]))
    return corrections.assign(
        **{
            fields.AREA_NAME.name: text_column(corrections[fields.AREA.name]).map(names).fillna(""),
            fields.CURED_COUNT.name: corrections[GROUP].map(counts).fillna(0).astype(int),
        }
    ).drop(columns=GROUP)
