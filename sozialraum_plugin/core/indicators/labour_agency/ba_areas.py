"""The rows of a delivery become counts of our areas, and what finds no area is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ...errors import InputError
from ...fields import AREA, COUNTS, FLAG, IMPORT_REPORT, NOTE, REFERENCE_DATE, SOURCE, VALUE, VARIABLE, Flag
from ...messages import tr
from ...numbers import format_number
from .ba_delivery import UNPLACED, Delivery
from .ba_keys import COMMUNE, VIERTEL, read_key

_REPORT = [field.name for field in IMPORT_REPORT]
_CELL = [AREA.name, VARIABLE.name, REFERENCE_DATE.name]


def key_map(keys: Sequence[object], areas: Sequence[object]) -> dict[str, str]:
    """Return the area of each key of a table, both (n,); rows without key or area are left out.

    Raises InputError if a key has two areas, or two keys of the smallest areas have the same one.
    """
    result: dict[str, str] = {}
    owner: dict[str, str] = {}
    for cell, area in zip(keys, areas):
        written, code = _text(cell), _text(area)
        key = read_key(written)
        name = key.text if key else written
        if not name or not code:
            continue
        if result.setdefault(name, code) != code:
            raise InputError(
                tr("KEYS: key {key} has two areas, {one} and {other}. Correct the table.").format(
                    key=name, one=result[name], other=code
                )
            )
        if key and key.level == VIERTEL and owner.setdefault(code, name) != name:
            raise InputError(
                tr(
                    "KEYS: keys {one} and {other} both belong to area {area}, but their counts must not be added "
                    "where some are hidden. Give each key an area of its own."
                ).format(one=owner[code], other=name, area=code)
            )
    return result


def _text(cell: object) -> str:
    if cell is None or cell != cell:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def areas_of(rows: pd.DataFrame, keys: Mapping[str, str]) -> pd.Series:
    """Return the area's code of each row of a delivery; empty for cases without an address and unlisted keys.

    Without `keys` a key is its own code, a sum has what its level keeps of the key, and the sum over the commune has
    the commune's key. With `keys` a Viertel must be listed; a sum may be.
    """
    own = rows["prefix"].where(rows["level"] != COMMUNE, rows["gemeinde"])
    if keys:
        listed = rows["schluessel"].map(keys)
        listed = listed.fillna(rows["prefix"].where(rows["prefix"] != "", "-").map(keys))
        own = listed.fillna(own.where(rows["level"] != VIERTEL, ""))
    return own.where(rows["level"] != UNPLACED, "").astype(object)


def counts_of(delivery: Delivery, areas: pd.Series, source: str) -> tuple[pd.DataFrame, int]:
    """Return the long table (columns of `fields.COUNTS`) of rows with an area, and how many repetitions were left out.

    Raises InputError if an area has two different figures for one feature and month.
    """
    width = len(delivery.features)
    table = pd.DataFrame(
        {
            AREA.name: np.repeat(areas.to_numpy(dtype=object), width),
            VARIABLE.name: np.tile(np.array(delivery.features, dtype=object), len(areas)),
            REFERENCE_DATE.name: np.repeat(delivery.rows["monat"].to_numpy(dtype=object), width),
            VALUE.name: delivery.values.ravel(),
            FLAG.name: delivery.flags.ravel(),
            SOURCE.name: source,
            "zeile": np.repeat(delivery.rows["zeile"].to_numpy(), width),
        }
    )
    table = table[table[AREA.name] != ""]
    kept = table.drop_duplicates([*_CELL, VALUE.name, FLAG.name])
    twice = kept[kept.duplicated(_CELL, keep=False)]
    if not twice.empty:
        first = twice[(twice[_CELL] == twice[_CELL].iloc[0]).all(axis=1)]
        raise InputError(
            tr(
                "INPUT: rows {rows} give different figures for area {area}, “{variable}”, {date}. Ask the labour "
                "agency for the file anew."
            ).format(rows=", ".join(map(str, first["zeile"])), area=first[AREA.name].iloc[0],
                     variable=first[VARIABLE.name].iloc[0], date=first[REFERENCE_DATE.name].iloc[0])
        )  # fmt: skip
    return kept[[field.name for field in COUNTS]].reset_index(drop=True), len(table) - len(kept)


def unplaced_lines(delivery: Delivery) -> pd.DataFrame:
    """Return a line for each figure of cases without an address, as it was delivered."""
    lines = []
    for row in np.flatnonzero(delivery.rows["level"] == UNPLACED):
        for column, feature in enumerate(delivery.features):
            value, flag = delivery.values[row, column], delivery.flags[row, column]
            shown = flag or format_number(value)
            lines.append((delivery.rows["zeile"].iloc[row], feature, shown, tr("cases without an address")))
    return pd.DataFrame(lines, columns=_REPORT)


def lines_without_area(rows: pd.DataFrame, areas: pd.Series) -> pd.DataFrame:
    """Return a line for each row of a key that has no area."""
    lost = rows[(areas == "").to_numpy() & (rows["level"] != UNPLACED).to_numpy()]
    note = tr("KEYS has no area for this key, or the row names no commune; not in the result")
    return pd.DataFrame(
        [(row, tr("key"), key, note) for row, key in zip(lost["zeile"], lost["schluessel"])], columns=_REPORT
    )


def compare_with_areas(rows: pd.DataFrame, areas: pd.Series, codes: Sequence[str]) -> pd.DataFrame:
    """Return a line for each area of `codes` without a delivery and each smallest area that is not in `codes`."""
    known, delivered = set(codes), set(areas)
    lines: list[tuple[object, str, str, str]] = [
        (None, AREA.name, code, tr("area without a delivery")) for code in sorted(known - delivered)
    ]
    lost = rows[(rows["level"] == VIERTEL).to_numpy() & ~areas.isin(known | {""}).to_numpy()]
    for row, key in zip(lost["zeile"], lost["schluessel"]):
        lines.append((row, tr("key"), key, tr("the areas have none with this key")))
    return pd.DataFrame(lines, columns=_REPORT, dtype=object)


def wide(counts: pd.DataFrame, codes: Sequence[str], taken: Sequence[str]) -> tuple[pd.DataFrame, str]:
    """Return one row per code, with a column per feature of the latest month and `hinweis`, and that month.

    A feature whose name is `taken` (whatever its case) gets a number behind it. Hidden cells are NaN and named.
    """
    month = counts[REFERENCE_DATE.name].max()
    latest = counts[counts[REFERENCE_DATE.name] == month]
    names = {name.lower() for name in (*taken, NOTE.name)}
    result: dict[str, object] = {}
    hidden = pd.Series("", index=range(len(codes)), dtype=object)
    for feature in latest[VARIABLE.name].drop_duplicates():
        one = latest[latest[VARIABLE.name] == feature].drop_duplicates(AREA.name).set_index(AREA.name)
        name, number = feature, 2
        while name.lower() in names:
            name, number = f"{feature}_{number}", number + 1
        names.add(name.lower())
        result[name] = one[VALUE.name].reindex(codes).to_numpy()
        secret = one[FLAG.name].reindex(codes).eq(Flag.SECRET).to_numpy()
        hidden[secret] = hidden[secret] + "; " + name
    note = tr("hidden by the labour agency (below 10): {features}")
    texts = [note.format(features=text[2:]) if text else "" for text in hidden]
    return pd.DataFrame({**result, NOTE.name: texts}), month
