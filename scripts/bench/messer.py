"""Makes a clean address list messy, in the ways in which offices write addresses; the truth stays known."""

from __future__ import annotations

import numpy as np
import pandas as pd

_KEYBOARD = "abcdefghijklmnoprstuwz"
_SHORTER = (
    ("straße", "str."),
    ("Straße", "Str."),
    ("platz", "pl."),
    ("weg", "wg."),
    ("Doktor", "Dr."),
    ("Sankt", "St."),
)


def messy(addresses: pd.DataFrame, rows: int, seed: int = 1) -> pd.DataFrame:
    """Return `rows` messy rows (`strasse`, `hausnummer`, `plz`, `ortsteil`, `fehler`) and `wahr`, the true position.

    `addresses` has `strasse`, `hausnummer` (text), `zusatz`, `plz`, `ortsteil`. `fehler` names what was done. Each
    row keeps its postcode or its Ortsteil; one in four has both.
    """
    draw = np.random.default_rng(seed)
    at = draw.choice(len(addresses), rows, replace=len(addresses) < rows)
    taken = addresses.iloc[at].reset_index(drop=True)
    names = list(_HABITS)
    kinds = draw.choice(names, rows, p=[weight for _, weight in _HABITS.values()])
    number = taken["hausnummer"].astype(str) + taken["zusatz"].fillna("").astype(str)
    parts = [
        _HABITS[kind][0](street, house, code, draw)
        for kind, street, house, code in zip(kinds, taken["strasse"], number, taken["plz"])
    ]
    result = pd.DataFrame(parts, columns=["strasse", "hausnummer"])
    said = draw.random(rows)
    result["plz"] = taken["plz"].where(said < 0.75, "")
    result["ortsteil"] = taken["ortsteil"].where((said < 0.25) | (said >= 0.75), "")
    return result.assign(fehler=kinds, wahr=at)


def _typo(street: str, draw: np.random.Generator) -> str:
    """Swap, drop, double or replace one letter behind the first."""
    place = int(draw.integers(1, max(len(street) - 1, 2)))
    kind = draw.integers(4)
    if kind == 0:
        return street[:place] + street[place + 1 : place + 2] + street[place : place + 1] + street[place + 2 :]
    if kind == 1:
        return street[:place] + street[place + 1 :]
    if kind == 2:
        return street[:place] + street[place] + street[place:]
    return street[:place] + _KEYBOARD[int(draw.integers(len(_KEYBOARD)))] + street[place + 1 :]


def _shorter(street: str) -> str:
    for full, short in _SHORTER:
        street = street.replace(full, short)
    return street


def _spelled(street: str) -> str:
    for letter, pair in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")):
        street = street.replace(letter, pair)
    return street


# name: (what happens to street, number, postcode; share of the rows)
_HABITS = {
    "keiner": (lambda s, n, p, d: (s, n), 0.30),
    "abgekuerzt": (lambda s, n, p, d: (_shorter(s), n), 0.15),
    "umlaute": (lambda s, n, p, d: (_spelled(s), n), 0.08),
    "gross": (lambda s, n, p, d: (s.upper() + " ", n.upper()), 0.06),
    "bindestriche": (lambda s, n, p, d: (s.replace("-", " "), n), 0.05),
    "eine_zelle": (lambda s, n, p, d: (f"{_shorter(s)} {n}", ""), 0.12),
    "eine_zelle_mit_ort": (lambda s, n, p, d: (f"{s} {n}, {p} Berlin", ""), 0.05),
    "doppelt": (lambda s, n, p, d: (f"{s} {s}", n), 0.02),
    "mojibake": (lambda s, n, p, d: (s.encode("utf-8").decode("latin-1"), n), 0.03),
    "nullen": (lambda s, n, p, d: (s, "000" + n), 0.04),
    "tippfehler": (lambda s, n, p, d: (_typo(s, d), n), 0.10),
}
