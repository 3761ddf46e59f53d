"""An index of addresses by street and number: small enough for a million of them, quick enough while typing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from .house_numbers import HouseNumber, format_house_number, parse_house_number, sort_key
from .street_names import normal_street, normal_streets

TEXT_COLUMNS = ("strasse", "hausnummer", "zusatz", "plz", "ort", "ortsteil")
AREA_LEVELS = ("quartier", "sozialraum", "gebiet")
_PLACES = ("ort", "ortsteil")
_USUAL_LEVELS = ("gebiet", "sozialraum", "quartier")
_NUMBER_BITS = 20
_LAST = "\U0010ffff"
_REMEMBERED = 4096  # of the texts that are asked for, row after row
_WORD_BREAK = re.compile(r"(?<=[\s\-/.])(?=\w)")


@lru_cache(_REMEMBERED)
def _read_number(text: str) -> tuple[HouseNumber | None, str]:
    """Return a house number and how it is written in the index; None where the text is none."""
    value = parse_house_number(text).value
    return value, format_house_number(value) if value is not None else ""


@dataclass(frozen=True)
class Coded:
    """A column of texts of which many are equal: `code` (n,) int32 points into `values`."""

    code: np.ndarray
    values: np.ndarray

    def at(self, row: int) -> str:
        """Return the text of a row."""
        return str(self.values[self.code[row]])

    def distinct(self, rows: slice | np.ndarray) -> list[str]:
        """Return the different texts of some rows that are not empty, ascending."""
        return sorted({str(text) for text in self.values[np.unique(self.code[rows])]} - {""})


@dataclass(frozen=True)
class AddressIndex:
    """Addresses in the order of street, number and suffix.

    A street is a name in a town, or in a postcode where no town is known. `name_of_street` (s,) points into
    `names`, normal forms in ascending order; `first` (s + 1,) is where a street's addresses begin. `keys` are all
    beginnings that find a name: its normal form and that of every later word, ascending; `key_name` and `key_inner`
    say of which name, and whether the beginning is a later word. `number_key` (n,) orders street and number.
    `xy` (n, 2) are coordinates of the layer, NaN where there are none. `levels` are the columns with codes of areas, in
    the order they are shown in; `area_names` maps (level, code) to a name, with an empty level for codes that mean the
    same at every level. `place_forms` are the normal forms of the values of ``ort`` and ``ortsteil``.
    """

    names: list[str]
    streets_of_name: np.ndarray
    name_of_street: np.ndarray
    first: np.ndarray
    keys: list[str]
    key_name: np.ndarray
    key_inner: np.ndarray
    number_key: np.ndarray
    label: Coded
    columns: Mapping[str, Coded]
    xy: np.ndarray
    levels: tuple[str, ...]
    area_names: Mapping[tuple[str, str], str]
    place_forms: Mapping[str, tuple[str, ...]]

    def __len__(self) -> int:
        return len(self.number_key)

    @property
    def megabytes(self) -> float:
        """Return the memory of the arrays of addresses."""
        coded = [self.label.code, *(column.code for column in self.columns.values())]
        return (self.number_key.nbytes + self.xy.nbytes + sum(array.nbytes for array in coded)) / 1e6

    def text(self, column: str, row: int) -> str:
        """Return a text of an address: one of `TEXT_COLUMNS` but the number, empty where the list has none."""
        coded = self.columns.get(column)
        return coded.at(row) if coded is not None else ""

    def area_name(self, level: str, code: str) -> str:
        """Return the name of an area, its code where no name is known."""
        return self.area_names.get((level, code)) or self.area_names.get(("", code)) or code

    def names_with_prefix(self, prefix: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the names that begin with a normal form or have a word that does, and (bool) which only by a word."""
        low, high = bisect_left(self.keys, prefix), bisect_left(self.keys, prefix + _LAST)
        name, inner = self.key_name[low:high], self.key_inner[low:high]
        order = np.lexsort((name, inner))
        _, once = np.unique(name[order], return_index=True)
        kept = order[np.sort(once)]
        return name[kept], inner[kept]

    def streets(self, names: np.ndarray) -> np.ndarray:
        """Return the streets of some names, in their order."""
        return joined_ranges(self.streets_of_name[names], self.streets_of_name[names + 1])

    def number_range(self, streets: np.ndarray, low: int, high: int) -> tuple[np.ndarray, np.ndarray]:
        """Return for each street where its numbers from `low` to `high` begin and end."""
        base = streets.astype(np.int64) << _NUMBER_BITS
        return np.searchsorted(self.number_key, base + low), np.searchsorted(self.number_key, base + high, "right")

    def rows_of(self, street: str, number: str = "", postcode: str = "", place: str = "") -> np.ndarray:
        """Return the addresses that are meant exactly: same normal name, same number with suffix, postcode and place.

        Without a number these are all addresses of the street. `place` is a town or a part of it. Nothing is guessed.
        """
        normal = normal_street(street)
        at = bisect_left(self.names, normal)
        if not normal or at == len(self.names) or self.names[at] != normal:
            return np.empty(0, dtype=np.int64)
        low, high = self.streets_of_name[at : at + 2].tolist()
        value, label = _read_number(number)
        if value is None:
            if number.strip():
                return np.empty(0, dtype=np.int64)
            rows = np.arange(self.first[low], self.first[high])
        else:
            rows = joined_ranges(*self.number_range(np.arange(low, high), value.number, value.number))
            rows = rows[self.label.values[self.label.code[rows]] == label]
        plz = self.columns.get("plz")
        if postcode and plz is not None:
            rows = rows[plz.values[plz.code[rows]] == postcode]
        return rows[self._lies_in(rows, normal_street(place))] if place else rows

    def _lies_in(self, rows: np.ndarray, place: str) -> np.ndarray:
        """Tell which addresses lie in the town or part of a town of that normal form; all where none are known."""
        if not self.place_forms:
            return np.ones(len(rows), dtype=bool)
        return fit_any(self.place_tests(place, str.__eq__), rows)

    def place_tests(self, place: str, fits: Callable[[str, str], bool]) -> list[list[tuple[Coded, np.ndarray]]]:
        """Return the ways in which addresses lie at a place in normal form: town, part of town, or one and the other.

        An address must pass all parts of a way: a column and which of its values (bool) do. `fits` compares the form
        of a value with what was asked for.
        """
        forms = {name: (self.columns[name], texts) for name, texts in self.place_forms.items()}
        ways = [[(column, _fitting(texts, place, fits))] for column, texts in forms.values()]
        for first, second in (_PLACES, _PLACES[::-1]) if len(forms) > 1 else ():
            column, texts = forms[first]
            for code, form in enumerate(texts):
                if form and place.startswith(form) and place != form:
                    one = np.arange(len(texts)) == code
                    other, others = forms[second]
                    ways.append([(column, one), (other, _fitting(others, place[len(form) :], fits))])
        return ways

    def usual_level(self) -> str:
        """Return the level that is meant where none is named; empty where the list has no areas."""
        return next((level for level in (*_USUAL_LEVELS, *self.levels) if level in self.levels), "")

    def area_of(self, street: str, number: str = "", postcode: str = "", level: str = "", place: str = "") -> str:
        """Return the code of the area of an address, or of a street that lies wholly in one; empty if in doubt.

        `level` is one of `levels`; without it the first of ``gebiet``, ``sozialraum``, ``quartier`` that the list has.
        """
        column = self.columns.get(level or self.usual_level())
        rows = self.rows_of(street, number, postcode, place)
        if column is None or not len(rows):
            return ""
        codes = column.code[rows]
        return str(column.values[codes[0]]) if (codes == codes[0]).all() else ""


def fit_any(ways: Sequence[Sequence[tuple[Coded, np.ndarray]]], rows: np.ndarray) -> np.ndarray:
    """Tell which addresses pass all parts of at least one way (see `AddressIndex.place_tests`)."""
    passed = [np.logical_and.reduce([good[column.code[rows]] for column, good in way]) for way in ways]
    return np.logical_or.reduce(passed)


def _fitting(forms: Sequence[str], asked: str, fits: Callable[[str, str], bool]) -> np.ndarray:
    return np.array([bool(form) and fits(form, asked) for form in forms], dtype=bool)


def build_index(
    table: pd.DataFrame,
    xy: np.ndarray,
    area_names: Mapping[tuple[str, str], str] | None = None,
    levels: Sequence[str] = AREA_LEVELS,
) -> AddressIndex:
    """Return the index of a table with columns of `TEXT_COLUMNS` (only ``strasse`` is needed) and points `xy` (n, 2).

    The columns of `levels` hold codes of areas; those that are absent or empty do not count. Rows without a street are
    left out: nobody can search for them.
    """
    text = {name: _clean(table[name]) for name in (*TEXT_COLUMNS, *levels) if name in table}
    named = (text["strasse"] != "").to_numpy()
    text = {name: column[named].reset_index(drop=True) for name, column in text.items()}
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)[named]
    name, names = pd.factorize(normal_streets(text["strasse"]), sort=True)
    place = text.get("ort", text.get("plz", text.get("ortsteil")))
    if place is not None and "plz" in text:
        place = place.where(place != "", text["plz"])
    street, name_of_street = _streets(name, place)
    number, rank, labels = _numbers(text)
    order = np.lexsort((rank, number, street))
    number_key = (street[order].astype(np.int64) << _NUMBER_BITS) + number[order]
    shown = {key: column for key, column in text.items() if key not in ("hausnummer", "zusatz")}
    columns = {key: _coded(column, order) for key, column in shown.items() if key == "strasse" or (column != "").any()}
    keys, key_name, key_inner = _keys(name, names, text["strasse"])
    return AddressIndex(
        names=list(names),
        streets_of_name=np.searchsorted(name_of_street, np.arange(len(names) + 1)),
        name_of_street=name_of_street,
        first=np.searchsorted(street[order], np.arange(len(name_of_street) + 1)),
        keys=keys,
        key_name=key_name,
        key_inner=key_inner,
        number_key=number_key,
        label=Coded(rank[order], labels),
        columns=columns,
        xy=xy[order],
        levels=tuple(level for level in levels if level in columns),
        area_names=dict(area_names or {}),
        place_forms={one: tuple(map(normal_street, columns[one].values)) for one in _PLACES if one in columns},
    )


def _clean(column: pd.Series) -> pd.Series:
    """Return a column as texts without blanks at the ends, missing ones empty."""
    code, unique = pd.factorize(column.to_numpy(dtype=object))
    values = np.array([str(value).strip() for value in unique] + [""], dtype=object)
    return pd.Series(values[code])


def _coded(column: pd.Series, order: np.ndarray) -> Coded:
    code, values = pd.factorize(column)
    return Coded(code[order].astype(np.int32), np.asarray(values, dtype=object))


def _streets(name: np.ndarray, place: pd.Series | None) -> tuple[np.ndarray, np.ndarray]:
    """Return the street (n,) of each address, numbered by name and place, and the name (s,) of each street."""
    if place is None:
        count = int(name.max()) + 1 if len(name) else 0
        return name.astype(np.int32), np.arange(count)
    town, towns = pd.factorize(place, sort=True)
    wide = max(len(towns), 1)
    pair, street = np.unique(name.astype(np.int64) * wide + town, return_inverse=True)
    return street.astype(np.int32), pair // wide


def _numbers(text: dict[str, pd.Series]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return number (0: none) and the rank of its written form, (n,) each, and the written forms by rank."""
    count = len(text["strasse"])
    blank = pd.Series("", index=range(count), dtype=object)
    written = text.get("hausnummer", blank)
    if "zusatz" in text:
        written = (written + " " + text["zusatz"]).str.strip()
    code, unique = pd.factorize(written)
    readings = [parse_house_number(one).value for one in unique]
    number = np.array([value.number if value else 0 for value in readings], dtype=np.int32)
    form = [format_house_number(value) if value else str(one) for value, one in zip(readings, unique)]
    keys = [(sort_key(value.number, value.suffix) if value else (0, ()), one) for value, one in zip(readings, form)]
    labels = [one for _, one in sorted(set(keys))]
    rank_of = {one: rank for rank, one in enumerate(labels)}
    rank = np.array([rank_of[one] for one in form], dtype=np.int32)
    return number[code], rank[code], np.array(labels, dtype=object)


def _keys(name: np.ndarray, names: np.ndarray, streets: pd.Series) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return all beginnings that find a name, sorted, with the name and whether it is a later word."""
    found = {(normal, number, False) for number, normal in enumerate(names)}
    ways = pd.DataFrame({"name": name, "strasse": streets}).drop_duplicates()
    for number, street in zip(ways["name"].tolist(), ways["strasse"].tolist()):
        for place in _WORD_BREAK.finditer(street):
            word = normal_street(street[place.start() :])
            if word:
                found.add((word, number, True))
    ordered = sorted(found)
    return (
        [key for key, _, _ in ordered],
        np.array([number for _, number, _ in ordered], dtype=np.int32),
        np.array([inner for _, _, inner in ordered], dtype=bool),
    )


def joined_ranges(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Return all numbers of several ranges [low, high), one range after the other."""
    if len(low) == 1:
        return np.arange(low[0], high[0], dtype=np.int64)
    length = np.asarray(high, dtype=np.int64) - low
    if not length.sum():
        return np.empty(0, dtype=np.int64)
    start = np.repeat(low - np.concatenate(([0], np.cumsum(length)[:-1])), length)
    return start + np.arange(length.sum())
