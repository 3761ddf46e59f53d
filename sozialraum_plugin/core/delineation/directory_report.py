"""What the directory algorithms report: one line for each address or directory row that needs a look."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import fields
from ..messages import tr
from .address_columns import text_column
from .directory_lookup import Reason
from .directory_rows import STREET_COLUMNS, RowProblem
from .street_directory import Outcome
from .street_identity import plain_names, real_keys


class Finding:
    """Kinds of lines beside those of Outcome, Reason and RowProblem."""

    OUTSIDE = "ausserhalb"
    NO_POINT = "ohne_lage"
    UNREADABLE = "hausnummer_unlesbar"
    SEVERAL_NAMES = "schluessel_mehrere_namen"
    OVERLAPPING_ROWS = "zeilen_ueberschneiden_sich"
    DOUBTFUL_SIDE = "zeile_seite_zweifelhaft"
    RANGE_ACROSS = "bereich_ueber_grenze"


def outcome_text(kind: str) -> str:
    """Return the sentence for a kind of line; used in reports and in the balance of rows."""
    return {
        Outcome.LISTED: tr("in the directory"),
        Outcome.CONTRADICTION: tr("same address with another area, which the directory takes"),
        Outcome.NO_AREA: tr("without an area"),
        Finding.OUTSIDE: tr("outside every area"),
        Finding.NO_POINT: tr("without coordinates"),
        Finding.UNREADABLE: tr("house number not understood"),
        Reason.NO_STREET: tr("without street name and street key"),
        Reason.UNKNOWN_STREET: tr("street not in the directory"),
        Reason.OTHER_PLACE: tr("street only in another commune, postcode or Ortsteil"),
        Reason.AMBIGUOUS_STREET: tr(
            "several streets of this name with different areas: give key, postcode or Ortsteil"
        ),
        Reason.OVERLAP: tr("rows of the directory with different areas overlap here"),
        Reason.GAP: tr("street known, but no row of the directory covers the number"),
        Reason.NO_NUMBER: tr("no house number, but the street lies in several areas"),
        RowProblem.NO_STREET: tr("directory row without street: not used"),
        RowProblem.NO_AREA: tr("directory row without area: not used"),
        RowProblem.SIDE: tr("directory row with a side other than G, U and F: not used"),
        RowProblem.NUMBER: tr("directory row with a house number that was not understood: not used"),
        RowProblem.PARITY: tr("directory row for even numbers with odd ones or the other way round: not used"),
        Finding.DOUBTFUL_SIDE: tr(
            "directory row one end of which lies on the other side of the street: used, check it"
        ),
        RowProblem.ORDER: tr("directory row whose first number is higher than its last: not used"),
    }[kind]


def report_lines(kind: pd.Series, table: pd.DataFrame, written: pd.Series, area: pd.Series) -> pd.DataFrame:
    """Return a line (columns of `fields.DIRECTORY_REPORT`) for every row whose `kind` is not empty.

    `table` has the street's columns, `written` the house number as it was written. All share the
    index, the place of the row in its table from 0.
    """
    lines = _lines(kind, table, written, area)
    lines[fields.NOTE.name] = lines[fields.NOTE_KIND.name].map(outcome_text)
    return lines[[field.name for field in fields.DIRECTORY_REPORT]]


def _lines(kind: pd.Series, table: pd.DataFrame, written: pd.Series, area: pd.Series) -> pd.DataFrame:
    lines = pd.DataFrame({fields.NOTE_KIND.name: kind, fields.ROW.name: kind.index + 1})
    for field in STREET_COLUMNS:
        lines[field.name] = text_column(table[field.name]) if field.name in table else ""
    lines[fields.HOUSE_NUMBER_TEXT.name] = written
    lines[fields.AREA.name] = area
    return lines[kind != ""].copy()


def contradiction_notes(outcome: pd.Series, area: pd.Series, taken: pd.Series) -> pd.Series:
    """Return the sentence for each contradicting address, by its index."""
    sentence = tr("This address lies in area {area}, but the same address in {taken} elsewhere; {taken} counts.")
    rows = outcome.index[outcome == Outcome.CONTRADICTION]
    texts = [sentence.format(area=mine, taken=other) for mine, other in zip(area[rows], taken[rows])]
    return pd.Series(texts, index=rows, dtype=object)


def keys_with_several_names(addresses: pd.DataFrame) -> pd.DataFrame:
    """Return a report line for each street key that stands for more than one name."""
    table = addresses[[field.name for field in STREET_COLUMNS]].copy()
    table["plain"] = plain_names(table[fields.STREET.name])
    table = table[(real_keys(table[fields.STREET_KEY.name]) != "") & (table["plain"] != "")]
    street = [fields.COMMUNE.name, fields.STREET_KEY.name]
    table = table.drop_duplicates([*street, "plain"])
    several = table[table.duplicated(street, keep=False)]
    names = several.groupby(street, sort=True)[fields.STREET.name].agg(", ".join).reset_index()
    sentence = tr("Street key {key} stands for several names: {names}. They are treated as one street; check the key.")
    notes = [sentence.format(key=key, names=found) for _commune, key, found in names.itertuples(index=False)]
    lines = names.assign(**{fields.NOTE_KIND.name: Finding.SEVERAL_NAMES, fields.NOTE.name: notes})
    return lines.reindex(columns=[field.name for field in fields.DIRECTORY_REPORT])


def range_lines(addresses: pd.DataFrame, written: pd.Series, area: pd.Series, other: pd.Series) -> pd.DataFrame:
    """Return a line for each address such as 12-14 whose last number lies in another area (`other`, else empty)."""
    kind = pd.Series(np.where(other != "", Finding.RANGE_ACROSS, ""), index=other.index, dtype=object)
    sentence = tr("The first number lies in area {area}, the last in {other}. The first counts.")
    lines = _lines(kind, addresses, written, area)
    lines[fields.NOTE.name] = [
        sentence.format(area=first, other=last) for first, last in zip(area[lines.index], other[lines.index])
    ]
    return lines


def overlap_lines(overlaps: pd.DataFrame, directory: pd.DataFrame, source: np.ndarray | None = None) -> pd.DataFrame:
    """Return a report line for each pair of directory rows that overlap with different areas.

    `source` gives the place of each row, from 0, in the table as it came; by default that is the directory's index.
    """
    sentence = tr("Rows {other} and {row} of the directory overlap, but name different areas ({other_area}, {area}).")
    within = tr("Row {row} of the directory gives the same numbers to two areas ({other_area}, {area}).")
    rows, others = (directory.loc[overlaps[side].astype(int)] for side in ("row", "other"))
    place, other_place = (
        (table.index.to_numpy() if source is None else source[table.index.to_numpy()]) + 1 for table in (rows, others)
    )
    area, other_area = (text_column(table[fields.AREA.name]) for table in (rows, others))
    notes = [
        (within if row == other else sentence).format(row=row, other=other, area=mine, other_area=theirs)
        for row, other, mine, theirs in zip(place, other_place, area, other_area)
    ]
    lines = pd.DataFrame({fields.NOTE_KIND.name: Finding.OVERLAPPING_ROWS, fields.ROW.name: place})
    for field in STREET_COLUMNS:
        lines[field.name] = text_column(rows[field.name]).to_numpy() if field.name in rows else ""
    lines[fields.AREA.name], lines[fields.NOTE.name] = area.to_numpy(), notes
    lines = lines.reindex(columns=[field.name for field in fields.DIRECTORY_REPORT])
    return lines.drop_duplicates(ignore_index=True)
