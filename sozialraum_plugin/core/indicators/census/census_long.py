"""Grid files of the Zensus 2011 with one row per cell and value: turned to one row a cell.

Columns: Gitter_ID_100m;Gitter_ID_100m_neu;Merkmal;Auspraegung_Code;Auspraegung_Text;Anzahl;Anzahl_q.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from ...errors import InputError, MissingColumnError
from ...messages import tr

VARIABLE, CODE, TEXT, COUNT, QUALITY = "merkmal", "auspraegung_code", "auspraegung_text", "anzahl", "anzahl_q"
TOTAL = "insgesamt"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})
_LONGEST = 55


def is_long_grid(columns: Sequence[str]) -> bool:
    """Tell whether a grid file has one row per cell and value."""
    return {VARIABLE, CODE, COUNT} <= {name.strip().lower() for name in columns}


def column_name(variable: str, code: str, text: str) -> str:
    """Return the name of the column of a value: ``alter_kurz_unter_18``; the total is ``insgesamt``."""
    head = _plain(variable)
    if head == TOTAL:
        return TOTAL
    return f"{head}_{_plain(text) or _plain(code)}"[:_LONGEST].rstrip("_")


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.translate(_UMLAUTS).lower()).strip("_")


def pivoted(rows: pd.DataFrame, wanted: Sequence[str], file: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return one row a cell with text columns of counts, and the same with the marks of quality.

    `rows` has `east`, `north`, `size` and the columns of the file as text; its index is the row below the head.
    `wanted` (empty: all) are names of columns or whole Merkmale. A value without a row is an empty text. Raises
    MissingColumnError, and InputError if a cell has a value twice.
    """
    rows = rows.rename(columns=lambda name: name.strip().lower())
    parts = rows[[VARIABLE, CODE]].assign(**{TEXT: rows.get(TEXT, "")})
    kinds = parts.drop_duplicates()
    names = [column_name(*kind) for kind in kinds[[VARIABLE, CODE, TEXT]].itertuples(index=False)]
    names = [
        f"{name}_{_plain(code)}" if names.count(name) > 1 and name != TOTAL else name
        for name, code in zip(names, kinds[CODE])
    ]
    label = pd.Series(names, index=pd.MultiIndex.from_frame(kinds[[VARIABLE, CODE, TEXT]]), dtype=object)
    rows["name"] = label.loc[pd.MultiIndex.from_frame(parts[[VARIABLE, CODE, TEXT]])].to_numpy() if len(rows) else []
    rows = _chosen(rows, wanted, file)
    keys = ["east", "north", "size"]
    twice = rows.duplicated([*keys, "name"], keep=False)
    if twice.any():
        first, second = rows.index[twice][:2]
        raise InputError(
            tr("“{file}”: a cell has {variable} twice, in rows {first} and {second}. Remove one of them.").format(
                file=file, variable=rows.loc[first, "name"], first=first + 2, second=second + 2
            )
        )
    order = list(dict.fromkeys(rows["name"]))
    indexed = rows.set_index([*keys, "name"])
    counts = indexed[COUNT].unstack("name")[order] if order else pd.DataFrame()
    quality = indexed[QUALITY].unstack("name")[order] if order and QUALITY in rows else pd.DataFrame()
    return counts.fillna("").reset_index(), quality.fillna("").reset_index()


def _chosen(rows: pd.DataFrame, wanted: Sequence[str], file: str) -> pd.DataFrame:
    if not wanted:
        return rows
    heads = rows[VARIABLE].map(_plain)
    chosen = {_plain(name) for name in wanted}
    for name in wanted:
        if _plain(name) not in {*rows["name"], *heads}:
            raise MissingColumnError(name, file, sorted(set(rows["name"])))
    return rows[rows["name"].isin(chosen) | heads.isin(chosen)]
