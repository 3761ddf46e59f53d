"""Any street directory as rows in our layout, from G/U/F columns, text, A to Z, odd and even columns or a BA raster."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .. import fields
from ..errors import InputError, MissingColumnError
from ..messages import tr
from .address_columns import text_column
from .ba_layout import load_layout
from .ba_raster import directory_from_raster, is_raster
from .directory_columns import EVEN_FROM, EVEN_TO, ODD_FROM, ODD_TO, find_columns, is_our_layout
from .directory_layouts import Layout
from .directory_rows import STREET_COLUMNS, read_directory, side_letter
from .directory_search import build_index, overlaps
from .directory_text import BOTH_SIDES, EVEN_SIDE, NO_SIDE, ODD_SIDE, Part, parse_parts

BA_RASTER, ODD_AND_EVEN = "ba_raster", "gerade_ungerade"
_ITEM_END = re.compile(r"[;\n](?![^()]*\))")
_ITEM = re.compile(r"(?P<area>[^;():=]+?)\s*(?:\((?P<numbers>[^()]*)\)|[:=]\s*(?P<listed>[^;()]*))?")
_FAR_NUMBERS = {"997", "998", "999", "9997", "9998", "9999", "99997", "99998", "99999"}  # "to the end" of others
_OPEN = re.compile(r"(?:ende|schluss|schluß|anfang|beginn|offen|x|alle|-+|–|\*)\.?", re.IGNORECASE)
_PART_COLUMNS = (fields.SIDE, fields.FROM_NUMBER, fields.FROM_SUFFIX, fields.TO_NUMBER, fields.TO_SUFFIX)
_PART_NAMES = [field.name for field in _PART_COLUMNS]
_WHOLE = Part(BOTH_SIDES)


@dataclass(frozen=True)
class DirectoryTable:
    """A directory in the columns of `fields.STREET_DIRECTORY` as far as known, index 0 to n-1.

    `source` (n,) is the place, from 0, of each row in the given table; `layout` how that was written (one of Layout.ALL
    or BA_RASTER, ODD_AND_EVEN); `problem` says, by its own index 0 to m-1, why a row of a BA raster is not in `rows`
    (RasterProblem, empty if it is); `one_sided` counts ranges without a side that were taken for one.
    """

    rows: pd.DataFrame
    source: np.ndarray
    layout: str
    problem: pd.Series
    one_sided: int = 0


def read_layout(table: pd.DataFrame, area_column: str | None = None) -> DirectoryTable:
    """Return a street directory in whichever layout it came; nothing is dropped: what is unreadable stays as written.

    Raises MissingColumnError if there is no column of areas or of streets, InputError if there is no row.
    """
    table = table.reset_index(drop=True)
    if not len(table):
        raise InputError(tr("The street directory has no rows."))
    layout = load_layout()
    if area_column is None and is_raster(list(table.columns), layout):
        made = directory_from_raster(table, None, layout)
        problem = made.problem.reset_index(drop=True)
        return DirectoryTable(made.rows, made.record.to_numpy(dtype=np.int64), BA_RASTER, problem)
    columns = find_columns(table, area_column)
    _require(columns, list(table.columns))
    rows, parts, layout_name = _expanded(table, columns)
    source = rows.pop("source").to_numpy(dtype=np.int64)
    written = _with_parts(rows, parts)
    one_sided = _one_sided(written, written.pop("unmarked"))
    written.loc[one_sided, fields.SIDE.name] = _own_sides(written[one_sided])
    nothing = pd.Series("", index=table.index, dtype=object)
    return DirectoryTable(written, source, layout_name, nothing, int(one_sided.sum()))


def _require(columns: dict[str, str], available: list[str]) -> None:
    choices = ((fields.AREA.name, fields.AREAS_OF_STREET.name), (fields.STREET.name, fields.STREET_KEY.name))
    for choice in choices:
        if not any(meaning in columns for meaning in choice):
            raise MissingColumnError(choice[0], tr("street directory"), available)


def _expanded(table: pd.DataFrame, columns: dict[str, str]) -> tuple[pd.DataFrame, list[Part | None], str]:
    """Return one row per range with its `source`, the range of each (None: in the columns), and the layout."""
    names = [field.name for field in (*STREET_COLUMNS, fields.AREA, fields.AREA_NAME) if field.name in columns]
    rows = pd.DataFrame({name: text_column(table[columns[name]]) for name in names})
    rows["source"] = np.arange(len(rows))
    if fields.AREA.name not in columns:
        return (*_from_a_to_z(rows, text_column(table[columns[fields.AREAS_OF_STREET.name]])), Layout.A_TO_Z)
    sides = text_column(table[columns[fields.SIDE.name]]) if fields.SIDE.name in columns else None
    if fields.NUMBERS.name in columns:
        return (*_from_texts(rows, text_column(table[columns[fields.NUMBERS.name]]), sides), Layout.FREE_TEXT)
    if {EVEN_FROM, EVEN_TO, ODD_FROM, ODD_TO} <= columns.keys():
        return (*_from_odd_and_even(rows, table, columns), ODD_AND_EVEN)
    return _from_ends(rows, table, columns, sides)


def _repeated(rows: pd.DataFrame, parts: list[list[Part]]) -> tuple[pd.DataFrame, list[Part]]:
    counts = [len(of_row) for of_row in parts]
    repeated = rows.loc[np.repeat(rows.index.to_numpy(), counts)].reset_index(drop=True)
    return repeated, [part for of_row in parts for part in of_row]


def _from_texts(rows: pd.DataFrame, texts: pd.Series, sides: pd.Series | None) -> tuple[pd.DataFrame, list[Part]]:
    parsed = {text: parse_parts(text) for text in pd.unique(texts)}
    parts = [parsed[text] for text in texts]
    if sides is not None:
        parts = [[_on_side(part, side) for part in of_row] for of_row, side in zip(parts, sides)]
    return _repeated(rows, parts)


def _on_side(part: Part, side: str) -> Part:
    """Return a part whose text names no side on that of its row's own column."""
    if not side or part.side == NO_SIDE or not (part.unmarked or part == _WHOLE):
        return part
    return part._replace(side=side_letter(side), unmarked=False)


def _from_a_to_z(rows: pd.DataFrame, texts: pd.Series) -> tuple[pd.DataFrame, list[Part]]:
    """Return rows and parts of ``0101 (1-9); 0102 (10-Ende)``; an area without numbers has the whole street."""
    items = [(source, item.strip()) for source, text in enumerate(texts) for item in _ITEM_END.split(text)]
    items = [(source, item) for source, item in items if item]
    found = [_ITEM.fullmatch(item) for _source, item in items]
    listed = rows.loc[[source for source, _item in items]].reset_index(drop=True)
    listed[fields.AREA.name] = [match["area"].strip() if match else item for match, (_, item) in zip(found, items)]
    parts = [
        parse_parts(match["numbers"] or match["listed"] or "") if match else [Part(BOTH_SIDES, unreadable=item)]
        for match, (_source, item) in zip(found, items)
    ]
    without = rows[~rows.index.isin(listed["source"])].assign(**{fields.AREA.name: ""})
    return _repeated(pd.concat([listed, without], ignore_index=True), parts + [[_WHOLE]] * len(without))


def _from_odd_and_even(
    rows: pd.DataFrame, table: pd.DataFrame, columns: dict[str, str]
) -> tuple[pd.DataFrame, list[Part]]:
    """Return rows and parts of a table with the ends of both sides in columns of their own."""
    names = (EVEN_FROM, EVEN_TO, ODD_FROM, ODD_TO)
    ends = [text_column(table[columns[name]]) for name in names]
    parts = []
    for even_from, even_to, odd_from, odd_to in zip(*ends):
        of_row = [
            _ends_part(start, end, side)
            for start, end, side in ((even_from, even_to, EVEN_SIDE), (odd_from, odd_to, ODD_SIDE))
            if start or end
        ]
        parts.append(of_row or [_WHOLE])
    return _repeated(rows, parts)


def _ends_part(start: str, end: str, side: str) -> Part:
    """Return the part between two cells on one side."""
    parts = parse_parts(f"{start}-{_end_text(end)}" if start else f"bis {_end_text(end)}")
    return parts[0]._replace(side=side, unmarked=False) if len(parts) == 1 else Part(side, unreadable=f"{start}-{end}")


def _end_text(end: str) -> str:
    return "Ende" if not end or end in _FAR_NUMBERS or _OPEN.fullmatch(end) else end


def _from_ends(
    rows: pd.DataFrame, table: pd.DataFrame, columns: dict[str, str], sides: pd.Series | None
) -> tuple[pd.DataFrame, list[Part | None], str]:
    """Return rows with both ends in columns; a first number that holds several is read as a text with ranges."""
    ours = is_our_layout(columns)
    for field in _PART_COLUMNS[1:]:
        column = columns.get(field.name)
        rows[field.name] = text_column(table[column]) if column else ""
    has_side = sides is not None
    rows[fields.SIDE.name] = sides if has_side else BOTH_SIDES
    if not ours:
        rows[fields.SIDE.name] = rows[fields.SIDE.name].replace("", BOTH_SIDES)
        rows[fields.TO_NUMBER.name] = rows[fields.TO_NUMBER.name].mask(
            rows[fields.TO_NUMBER.name].isin(_FAR_NUMBERS), ""
        )
    for field in (fields.FROM_NUMBER, fields.TO_NUMBER):
        rows[field.name] = rows[field.name].mask(rows[field.name].str.fullmatch(_OPEN).astype(bool), "")
    parts = [[None]] * len(rows)
    several = rows[fields.FROM_NUMBER.name].str.contains(r"[-–,;]|bis|und|ab ", regex=True)
    several &= (rows[fields.TO_NUMBER.name] == "") & (rows[fields.FROM_SUFFIX.name] == "")
    for place in np.flatnonzero(several):
        parsed = parse_parts(rows.at[place, fields.FROM_NUMBER.name])
        parts[place] = [_on_side(part, sides[place]) if has_side else part for part in parsed]
    rows["unmarked"] = not has_side or (not ours and sides == "")
    layout = Layout.SIDE_COLUMNS if not ours or fields.FROM_NUMBER.name not in columns.values() else Layout.OURS
    return (*_repeated(rows, parts), layout)


def _with_parts(rows: pd.DataFrame, parts: list[Part | None]) -> pd.DataFrame:
    """Return the rows with side and ends of their parts; an unreadable part stands as it was written."""
    result = rows.reindex(columns=list(dict.fromkeys([*rows.columns, *_PART_NAMES, "unmarked"])), fill_value="")
    result["unmarked"] = result["unmarked"].eq(True)
    places = [place for place, part in enumerate(parts) if part is not None]
    own = [parts[place] for place in places]
    values = {
        fields.SIDE: [part.side for part in own],
        fields.FROM_NUMBER: [part.unreadable or _text(part.from_number) for part in own],
        fields.FROM_SUFFIX: [part.from_suffix for part in own],
        fields.TO_NUMBER: [_text(part.to_number) for part in own],
        fields.TO_SUFFIX: [part.to_suffix for part in own],
    }
    for field, column in values.items():
        result.iloc[places, result.columns.get_loc(field.name)] = column
    result.iloc[places, result.columns.get_loc("unmarked")] = [part.unmarked for part in own]
    return result


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def _one_sided(rows: pd.DataFrame, unmarked: pd.Series) -> pd.Series:
    """Return which ranges without a side (`unmarked`) hold for one side only.

    Those are all ranges between two odd or two even numbers in a street in which such a range overlaps one of another
    area: 1-9 and 2-10 in two areas can only mean the sides of the street.
    """
    nothing = pd.Series(False, index=rows.index)
    numbers = [pd.to_numeric(rows[field.name], errors="coerce") for field in (fields.FROM_NUMBER, fields.TO_NUMBER)]
    candidate = unmarked & (numbers[0] % 2 == numbers[1] % 2) & (numbers[0] != numbers[1])
    if not candidate.any():
        return nothing
    read = read_directory(rows, pd.Series([""], dtype=object))
    usable = read.rows.assign(area_code=pd.factorize(read.rows["area"])[0])
    clashing = pd.unique(overlaps(build_index(usable))[["row", "other"]].to_numpy().ravel())
    clashing = clashing[candidate.loc[clashing].to_numpy(dtype=bool)]
    streets = usable.loc[clashing, "street"].unique()
    concerned = usable.index[usable["street"].isin(streets)]
    return candidate & rows.index.isin(concerned)


def _own_sides(rows: pd.DataFrame) -> np.ndarray:
    odd = pd.to_numeric(rows[fields.FROM_NUMBER.name]).to_numpy() % 2 == 1
    return np.where(odd, ODD_SIDE, EVEN_SIDE).astype(object)
