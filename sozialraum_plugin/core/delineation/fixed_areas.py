"""The expert's decisions: units that bear the code of the area they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..messages import tr
from ..numbers import format_number
from .graph import components
from .names import heaviest_values

FREE = -1


@dataclass(frozen=True)
class FixedAreas:
    """`label` (n,) is -1 for free units or indexes the f `codes`; `names` (f,) are None where none is given."""

    label: np.ndarray
    codes: list[str]
    names: list[str | None]


@dataclass(frozen=True)
class KeptCodes:
    """`codes` and `names` by area, which the areas keep, and `notes` of fixed areas that became none of their own."""

    codes: dict[int, str]
    names: dict[int, str]
    notes: list[str]


def fixed_areas(codes: Sequence[object], names: Sequence[object] | None, population: np.ndarray) -> FixedAreas:
    """Return the areas that units (n,) are bound to; an empty code leaves a unit free.

    An area is called what most inhabitants of its units say (`names`).
    """
    texts = ["" if code is None else str(code).strip() for code in codes]
    known = sorted(set(texts) - {""})
    place = {code: number for number, code in enumerate(known)}
    label = np.array([place.get(text, FREE) for text in texts], dtype=np.int64)
    bound = np.flatnonzero(label != FREE)
    given = [None] * len(texts) if names is None else [None if n is None else str(n).strip() or None for n in names]
    chosen = heaviest_values([given[unit] for unit in bound], population[bound], label[bound], len(known))
    return FixedAreas(label, known, chosen)


def connected_pieces(fixed: FixedAreas, edges: np.ndarray) -> np.ndarray:
    """Return (n,) the piece of each unit, numbered by first unit: the touching units of one fixed area, or one unit.

    `edges` (e, 2) are those that may join two units.
    """
    label = fixed.label
    tied = edges[(label[edges[:, 0]] == label[edges[:, 1]]) & (label[edges[:, 0]] != FREE)]
    part = components(len(label), tied)
    return pd.factorize(part)[0].astype(np.int64)


def kept_codes(fixed: FixedAreas, labels: np.ndarray) -> KeptCodes:
    """Return which areas `labels` (n,) keep a code: of each fixed area that with most of its units.

    Where two fixed areas ended in one, the one with more units there gives the code, and a note tells of the other.
    """
    bound = fixed.label != FREE
    shares = pd.DataFrame({"fixed": fixed.label[bound], "area": labels[bound]}).value_counts(sort=False)
    shares = shares.rename("units").reset_index().sort_values(["units", "fixed"], ascending=[False, True])
    codes: dict[int, str] = {}
    names: dict[int, str] = {}
    notes = []
    for row in shares.drop_duplicates("fixed").itertuples(index=False):
        area, number = int(row.area), int(row.fixed)
        if area in codes:
            notes.append(
                tr("The units fixed to “{code}” ended in area “{other}”, so there is no area “{code}”.").format(
                    code=fixed.codes[number], other=codes[area]
                )
            )
            continue
        codes[area] = fixed.codes[number]
        if fixed.names[number]:
            names[area] = fixed.names[number]
    return KeptCodes(codes, names, notes)


def fixed_note(fixed: FixedAreas, column: str) -> str:
    """Return the sentence that tells how much is decided already."""
    return tr("“{field}” binds {bound} units to {areas} areas; {free} units are free.").format(
        field=column,
        bound=format_number(int((fixed.label != FREE).sum())),
        areas=format_number(len(fixed.codes)),
        free=format_number(int((fixed.label == FREE).sum())),
    )
