"""What the labour agency would refuse in a street raster, found before it is sent: each fault as a report line."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from .. import fields
from ..messages import tr
from ..numbers import format_number
from .address_columns import text_column
from .ba_layout import EVEN_COLUMNS, INHABITANTS, KEY, NAME, ODD_COLUMNS, RasterLayout
from .ba_raster import RasterProblem
from .directory_lookup import Assignment
from .directory_rows import read_directory
from .directory_search import build_index, overlaps
from .street_directory import Outcome

REPORT = [field.name for field in fields.DIRECTORY_REPORT]


class Fault:
    """Kinds of lines about areas and records."""

    DUPLICATE_KEY = "schluessel_doppelt"
    TOO_SMALL = "zu_wenig_einwohner"
    NO_POPULATION = "ohne_einwohner"
    NO_RECORD = "gebiet_ohne_strasse"
    NO_NAME = "gebiet_ohne_name"
    HIGH_NUMBER = "hausnummer_zu_hoch"
    RESPELLED = "zeichen_ersetzt"


def problem_text(kind: str) -> str:
    """Return the sentence for a record that could not be used."""
    return {
        RasterProblem.BROKEN: tr("row with too few or too many columns: not used"),
        RasterProblem.NO_STREET: tr("row without street name: not used"),
        RasterProblem.KEY: tr("row whose area key is missing or no number: not used"),
        RasterProblem.NUMBER: tr("row with a house number that was not understood: not used"),
        RasterProblem.EMPTY: tr("row without any range of numbers: not used; a whole street needs 1 to 997, 2 to 998"),
        RasterProblem.INCOMPLETE: tr("row with only one end of a range: not used"),
        RasterProblem.SIDE: tr("row with an even number among the odd ones or the other way round: not used"),
        RasterProblem.ORDER: tr("row whose first number is higher than its last: not used"),
    }[kind]


def area_faults(zu: pd.DataFrame, records: pd.DataFrame, layout: RasterLayout) -> pd.DataFrame:
    """Return the lines about double keys, areas without name, inhabitants or record, and too few inhabitants.

    `zu` has `gebiet` (our code), `schluessel`, `name`, `einwohner` (a number, missing if unknown), and, for too small
    areas, `heilung`, what would cure them; `records` are those of `raster_rows`.
    """
    inhabitants = zu[INHABITANTS].astype(float)
    small = (inhabitants < layout.min_population).to_numpy()
    counts = [format_number(count) for count in inhabitants]
    lines = [
        _lines(zu, Fault.DUPLICATE_KEY, zu[KEY].duplicated(keep=False),
               tr("The key {key} of “{name}” occurs more than once. Give each Viertel its own.")),
        _lines(zu, Fault.NO_NAME, zu[NAME] == "", tr("The area {area} has no name. Give it one.")),
        _lines(zu, Fault.NO_POPULATION, inhabitants.isna(),
               tr("For “{name}” the number of inhabitants is missing. Every Viertel needs it.")),
        _lines(zu.assign(count=counts, least=format_number(layout.min_population)), Fault.TOO_SMALL, small,
               tr("“{name}” has {count} inhabitants, but every Viertel needs at least {least}.") + " {heilung}"),
        _lines(zu, Fault.NO_RECORD, ~zu[KEY].isin(records[KEY]),
               tr("No address lies in “{name}”, so it has no street. Check its border and the addresses.")),
    ]  # fmt: skip
    return pd.concat(lines, ignore_index=True)


def _lines(table: pd.DataFrame, kind: str, mask: Iterable[bool], sentence: str) -> pd.DataFrame:
    chosen = table[np.asarray(mask, dtype=bool)]
    notes = [
        sentence.format(**{**row, "key": row[KEY], "area": row[fields.AREA.name]}).strip()
        for row in chosen.to_dict("records")
    ]
    lines = pd.DataFrame({fields.NOTE_KIND.name: kind, fields.AREA.name: chosen[fields.AREA.name]})
    return lines.assign(**{fields.NOTE.name: pd.Series(notes, index=chosen.index, dtype=object)}).reindex(
        columns=REPORT
    )


def cures(zu: pd.DataFrame, pairs: np.ndarray, layout: RasterLayout) -> pd.Series:
    """Return per area what would cure too few inhabitants; empty for areas that have enough or whose number is unknown.

    `pairs` (e, 2) are neighbours as rows of `zu`. Proposed is, of the neighbours with which the sum is enough, one of
    the same Bezirk before others, then the one with the fewest inhabitants.
    """
    people = zu[INHABITANTS].astype(float).to_numpy()
    keys, names = zu[KEY].to_numpy(), zu[NAME].to_numpy()
    bezirk = sum(layout.key_digits[:2])
    both = np.vstack([pairs, pairs[:, ::-1]]).astype(int)
    result = pd.Series("", index=zu.index, dtype=object)
    for row in np.flatnonzero(people < layout.min_population):
        others = [
            int(other) for other in both[both[:, 0] == row, 1] if people[other] + people[row] >= layout.min_population
        ]
        if others:
            best = min(others, key=lambda other: (keys[other][:bezirk] != keys[row][:bezirk], people[other]))
            result.iloc[row] = tr("Merged with its neighbour “{name}” it would have {sum}.").format(
                name=names[best], sum=format_number(people[best] + people[row])
            )
        elif len(pairs):
            result.iloc[row] = tr("No single neighbour cures that: merge it with several.")
    return result


def record_faults(records: pd.DataFrame, layout: RasterLayout) -> pd.DataFrame:
    """Return a line for each record with a number so high that it would be read as an open end."""
    high = np.zeros(len(records), dtype=bool)
    for columns, last in ((ODD_COLUMNS, layout.open_odd), (EVEN_COLUMNS, layout.open_even)):
        first, final = (pd.to_numeric(records[column]).fillna(0) for column in (columns[0], columns[2]))
        high |= ((first > last) | (final > last)).to_numpy()
    lines = records[high].rename(columns={KEY: fields.AREA.name}).reindex(columns=REPORT)
    lines[fields.NOTE_KIND.name], lines[fields.ROW.name] = Fault.HIGH_NUMBER, lines.index + 1
    lines[fields.NOTE.name] = tr(
        "House numbers above {last} mean an open end in the raster. Check this street."
    ).format(last=layout.open_odd)
    return lines


def respelled_lines(respelled: Iterable[tuple[str, str]], encoding: str) -> pd.DataFrame:
    """Return a line for each text that the encoding of the files cannot hold."""
    sentence = tr("“{text}” is written “{spelling}”, because the encoding {encoding} lacks a sign. Check the spelling.")
    notes = [sentence.format(text=text, spelling=spelling, encoding=encoding) for text, spelling in respelled]
    lines = pd.DataFrame({fields.NOTE_KIND.name: Fault.RESPELLED, fields.NOTE.name: pd.Series(notes, dtype=object)})
    return lines.reindex(columns=REPORT)


def address_kinds(addresses: pd.DataFrame, taken: pd.Series, outcome: pd.Series, check: Assignment) -> pd.Series:
    """Return per address why the raster does not give it its area: an Outcome or a Reason; empty if it does.

    `addresses` has `gebiet`, the key it should have; `taken` and `outcome` are those of `raster_directory`, `check` is
    the assignment by the raster as it is written.
    """
    missing = (check.reason != "") & (outcome == Outcome.LISTED)
    kinds = outcome.mask(missing, check.reason)
    differs = (check.reason == "") & (check.area != addresses[fields.AREA.name]) & (kinds == "")
    return kinds.mask(differs, Outcome.CONTRADICTION)


def overlapping_rows(directory: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs (`row, other`) of directory rows that overlap with different areas."""
    rows = read_directory(directory, pd.Series([], dtype=object)).rows
    return overlaps(build_index(rows.assign(area_code=pd.factorize(rows["area"])[0])))


def import_lines(problem: pd.Series, table: pd.DataFrame, lines: pd.Series, broken: Iterable[int]) -> pd.DataFrame:
    """Return a line for each record that could not be used, with its line in the file.

    `problem` and `lines` are by record, `table` has the columns of the raster by meaning, `broken` are lines.
    """
    bad = problem != RasterProblem.NONE
    report = table[bad].rename(columns={KEY: fields.AREA.name}).reindex(columns=REPORT)
    report = report.apply(text_column)
    report[fields.NOTE_KIND.name], report[fields.ROW.name] = problem[bad], lines[bad]
    apart = pd.DataFrame({fields.ROW.name: pd.Series(list(broken), dtype="Int64")}).reindex(columns=REPORT)
    apart[fields.NOTE_KIND.name] = RasterProblem.BROKEN
    result = pd.concat([report, apart], ignore_index=True).astype(object)
    result[fields.NOTE.name] = result[fields.NOTE_KIND.name].map(problem_text)
    return result.sort_values(fields.ROW.name, kind="stable", ignore_index=True)
