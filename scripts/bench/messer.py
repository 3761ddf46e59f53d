"""Makes a clean address list messy, in the ways in which offices write addresses; the truth stays known."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

NO_MATCH = -1  # the truth of rows that belong to no address of the list
_KEYBOARD = "abcdefghijklmnoprstuwz"
_SHORTER = (
    ("straße", "str."),
    ("Straße", "Str."),
    ("platz", "pl."),
    ("weg", "wg."),
    ("Doktor", "Dr."),
    ("Sankt", "St."),
)
_FRONTS = ("Quitten", "Zwetschgen", "Uhu", "Xaver", "Ypern", "Öchsle", "Kumquat", "Pfauenaugen", "Gnitzen", "Wisent")
_ENDS = ("straße", "weg", "gasse", "ring", "allee", "steig")
_MONTHS = ("Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
_FLOORS = (" EG", "/EG", ", 3. OG", " Whg. 5", " c/o Meier", ", Hinterhaus", " Haus 3", ", EG links", " HH")


class _Clean(NamedTuple):
    """One address of the list as it stands there, with the number and its suffix apart."""

    street: str
    number: str
    suffix: str
    postcode: str

    @property
    def house(self) -> str:
        return self.number + self.suffix


class _Messy(NamedTuple):
    """What the office writes; `postcode` None leaves it as it is, `known` tells if the row has an address at all."""

    street: str
    house: str
    postcode: str | None = None
    known: bool = True


def messy(addresses: pd.DataFrame, rows: int, seed: int = 1, town: str = "Berlin") -> pd.DataFrame:
    """Return `rows` messy rows (`strasse`, `hausnummer`, `plz`, `ortsteil`, `fehler`) and `wahr`, the true position.

    `addresses` has `strasse`, `hausnummer` (text), `zusatz`, `plz`, `ortsteil`. `fehler` names what was done. Each
    row keeps its postcode or its Ortsteil; one in four has both. `wahr` is `NO_MATCH` where no match is right.
    """
    draw = np.random.default_rng(seed)
    at = draw.choice(len(addresses), rows, replace=len(addresses) < rows)
    taken = addresses.iloc[at].reset_index(drop=True)
    names = list(_HABITS)
    shares = np.array([share for _, share in _HABITS.values()])
    kinds = draw.choice(names, rows, p=shares / shares.sum())
    clean = map(_Clean, taken["strasse"], taken["hausnummer"].astype(str), taken["zusatz"].fillna(""), taken["plz"])
    written = [_HABITS[kind][0](address, draw, town) for kind, address in zip(kinds, clean)]
    said = draw.random(rows)
    result = pd.DataFrame({"strasse": [row.street for row in written], "hausnummer": [row.house for row in written]})
    own = pd.Series([row.postcode for row in written], dtype=object)
    result["plz"] = taken["plz"].where(said < 0.75, "").where(own.isna(), own)
    result["ortsteil"] = taken["ortsteil"].where((said < 0.25) | (said >= 0.75), "")
    known = np.array([row.known for row in written])
    return result.assign(fehler=kinds, wahr=np.where(known, at, NO_MATCH))


def without_streets(
    addresses: pd.DataFrame, rows: pd.DataFrame, share: float, seed: int = 1
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Take a share of the streets out of the list; their rows (`fehler` becomes `strasse_fehlt`) have no match then."""
    names = addresses["strasse"].unique()
    gone = np.random.default_rng(seed).choice(names, int(len(names) * share), replace=False)
    kept = ~addresses["strasse"].isin(gone).to_numpy()
    place = np.where(kept, np.cumsum(kept) - 1, NO_MATCH)
    lost = (rows["wahr"] >= 0) & ~kept[rows["wahr"]]
    truth = np.where(rows["wahr"] >= 0, place[rows["wahr"]], NO_MATCH)
    changed = rows.assign(wahr=truth, fehler=rows["fehler"].where(~lost, "strasse_fehlt"))
    return addresses[kept].reset_index(drop=True), changed


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


def _html(street: str) -> str:
    return street.replace(" ", "&nbsp;").replace("ß", "&szlig;").replace("ü", "&uuml;")


def _one_of(choices: tuple[str, ...], draw: np.random.Generator) -> str:
    return choices[int(draw.integers(len(choices)))]


def _first_letter(a: _Clean, draw: np.random.Generator, town: str) -> _Messy:
    letter = _KEYBOARD[int(draw.integers(len(_KEYBOARD)))].upper()
    return _Messy((letter if letter != a.street[0] else "Q") + a.street[1:], a.house)


def _range(a: _Clean, draw: np.random.Generator, town: str) -> _Messy:
    """Write the number as the first of a range that the list does not have as such."""
    if a.suffix:
        return _Messy(a.street, f"{a.number}{a.suffix}-{chr(ord(a.suffix[0]) + 1)}" if len(a.suffix) == 1 else a.house)
    if not a.number:
        return _Messy(a.street, a.house)
    second, third = int(a.number) + 2, int(a.number) + 4
    return _Messy(a.street, _one_of((f"{a.number}-{second}", f"{a.number} - {third}", f"{a.number}/{second}",
                                     f"{a.number} u. {second}", f"{a.number}, {second} u. {third}"), draw))  # fmt: skip


def _date(a: _Clean, draw: np.random.Generator, town: str) -> _Messy:
    """Write a range of small numbers as the date that a spreadsheet makes of it."""
    day = int(a.number or 0)
    month = day + 2
    if a.suffix or not day or month > 12:
        return _Messy(a.street, a.house)
    serial = (pd.Timestamp(2023, month, day) - pd.Timestamp("1899-12-30")).days
    forms = (f"{day:02d}. {_MONTHS[month - 1]}", f"{day}.{month}.", f"2023-{month:02d}-{day:02d} 00:00:00", str(serial))
    return _Messy(a.street, _one_of(forms, draw))


def _wrong_postcode(a: _Clean, draw: np.random.Generator, town: str) -> _Messy:
    return _Messy(a.street, a.house, "99998", known=False) if a.postcode else _Messy(a.street, a.house)


def _invented(a: _Clean, draw: np.random.Generator, town: str) -> _Messy:
    return _Messy(_one_of(_FRONTS, draw) + _one_of(_ENDS, draw), a.house, known=False)


def _one_cell_with_floor(a: _Clean, draw: np.random.Generator, town: str) -> _Messy:
    return _Messy(f"{_shorter(a.street)} {a.house}{_one_of(_FLOORS, draw)}, {a.postcode} {town}", "")


# name: (what becomes of an address; weight among the rows)
_Habit = Callable[[_Clean, np.random.Generator, str], _Messy]
_HABITS: dict[str, tuple[_Habit, float]] = {
    "keiner": (lambda a, d, t: _Messy(a.street, a.house), 0.30),
    "abgekuerzt": (lambda a, d, t: _Messy(_shorter(a.street), a.house), 0.15),
    "umlaute": (lambda a, d, t: _Messy(_spelled(a.street), a.house), 0.08),
    "gross": (lambda a, d, t: _Messy(a.street.upper() + " ", a.house.upper()), 0.06),
    "bindestriche": (lambda a, d, t: _Messy(a.street.replace("-", " "), a.house), 0.05),
    "eine_zelle": (lambda a, d, t: _Messy(f"{_shorter(a.street)} {a.house}", ""), 0.12),
    "eine_zelle_mit_ort": (lambda a, d, t: _Messy(f"{a.street} {a.house}, {a.postcode} {t}", ""), 0.05),
    "doppelt": (lambda a, d, t: _Messy(f"{a.street} {a.street}", a.house), 0.02),
    "mojibake": (lambda a, d, t: _Messy(a.street.encode("utf-8").decode("latin-1"), a.house), 0.03),
    "nullen": (lambda a, d, t: _Messy(a.street, "000" + a.house), 0.04),
    "tippfehler": (lambda a, d, t: _Messy(_typo(a.street, d), a.house), 0.10),
    "buchstabe_abgesetzt": (lambda a, d, t: _Messy(a.street, f"{a.number} {a.suffix.lower()}"), 0.03),
    "stockwerk": (_one_cell_with_floor, 0.03),
    "html": (lambda a, d, t: _Messy(_html(a.street), f" {a.house}\u00a0"), 0.01),
    "erster_buchstabe": (_first_letter, 0.01),
    "bereich": (_range, 0.03),
    "excel_datum": (_date, 0.01),
    "plz_falsch": (_wrong_postcode, 0.01),
    "ort_falsch": (lambda a, d, t: _Messy(f"{a.street} {a.house}, 99998 Nirgendheim", "", "", known=False), 0.01),
    "strasse_erfunden": (_invented, 0.01),
}
