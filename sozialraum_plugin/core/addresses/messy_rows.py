"""Rows of an office's table as they are compared with the address list, whatever their cells hold."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from .coded import Coded, blank, coded_column, coded_pairs, first_or_second
from .keys import normal_ags, padded_postcode
from .match_numbers import number_behind_serial
from .matching import comparable_texts
from .one_cell import CellReader, Parts, mended, number_alone, once, suffix_alone
from .street_names import normal_street

_FIVE_DIGITS = re.compile(r"(?<!\d)\d{5}(?!\d)|(?<!\d)\d{2} \d{3}(?!\d)")
_TOWN_PARTS = re.compile(r"[\s()/,-]+")
_DISTRICT_WORD = re.compile(r"^(?:ot|ortsteil|stadtteil|bezirk)[\s:.]+", re.IGNORECASE)
_NOTHING = {"ka", "keineangabe", "keineangaben", "unbekannt", "unbek", "nn", "na", "null", "nan", "none"}
_OWN_SHARE = 0.05  # of the rows with a known postcode, from which on a town is the list's own
_OWN_LEAST = 2  # rows; a single one may be a slip
_OWN_MAJORITY = 0.5  # of all rows with a town, where no postcode helps


def messy_rows(table: pd.DataFrame, columns: dict[str, str], addresses: pd.DataFrame) -> pd.DataFrame:
    """Return what is compared, as `comparable` does, for a table whose street cells may hold more than the street.

    `addresses` is the list, a result of `comparable`. A number, postcode or town in the street's cell fills an empty
    cell of its own. ``fremd`` tells which rows belong to a town that the list cannot mean.
    """
    text = {role: coded_column(table, name) for role, name in columns.items() if name in table.columns}
    empty = blank(len(table))
    cell = text.get("strasse", empty)
    number = text.get("hausnummer", empty).mapped(number_alone)
    read = _read_cells(cell, number, set(pd.unique(addresses["normal"])))
    fits = coded_pairs(number, read["number"], lambda said, found: str(not found or not said or _same(said, found)))
    street = first_or_second(fits.has("True"), read["street"], _whole(cell, ~fits.has("True")))
    filled = {**text, "strasse": street, "hausnummer": first_or_second(number.has(""), read["number"], number)}
    if "zusatz" in text:
        filled["zusatz"] = text["zusatz"].mapped(suffix_alone)
    filled["plz"] = coded_pairs(text.get("plz", empty), read["postcode"], _one_postcode)
    places = _Places(addresses, read["town"], text.get("gemeinde", empty), filled["plz"])
    filled["gemeinde_name"] = first_or_second(
        text.get("gemeinde_name", empty).has(""), places.communes, text.get("gemeinde_name", empty)
    )
    district = places.stated_districts(text.get("ortsteil", empty))
    filled["ortsteil"] = first_or_second(district.has(""), places.districts, district)
    rows = comparable_texts(filled, len(table))
    serials = filled["hausnummer"].mapped(number_behind_serial)
    rows["vermutet"] = np.where(serials.has(""), rows["vermutet"], serials.column())
    rows["fremd"] = places.foreign
    return rows


def _read_cells(cell: Coded, number: Coded, known: set[str]) -> dict[str, Coded]:
    """Return the `Parts` of each row's cell; a known street with a number of its own is not read any closer."""
    with_number = np.ones(len(cell.texts), dtype=bool)
    with_number[cell.codes[number.has("")]] = False
    reader = CellReader(known)
    parts = [
        Parts(text) if whole and normal_street(text) in known else reader.read(text)
        for text, whole in zip(cell.texts, with_number)
    ]
    return {part: cell.replaced([getattr(read, part) for read in parts]) for part in Parts._fields}


def _whole(cell: Coded, rows: np.ndarray) -> Coded:
    """Return the cells of `rows` mended, but with all that they hold."""
    here = np.zeros(len(cell.texts), dtype=bool)
    here[cell.codes[rows]] = True
    return cell.replaced([once(mended(text)) if wanted else text for text, wanted in zip(cell.texts, here)])


def _same(first: str, second: str) -> bool:
    """Tell whether two ways of writing a number are the same but for blanks, zeros and case."""
    return "".join(first.lower().split()).lstrip("0") == "".join(second.lower().split()).lstrip("0")


def _one_postcode(own: str, in_street: str) -> str:
    """Return the postcode of a row; two that differ come back as both, which no address has."""
    found = _FIVE_DIGITS.search(own)
    says = any(sign.isalnum() and sign != "0" for sign in own) and normal_street(own) not in _NOTHING
    code = found[0].replace(" ", "") if found else padded_postcode(own) if says else ""
    return f"{code} {in_street}" if code and in_street and code != in_street else code or in_street


class _Place(NamedTuple):
    """A town as the list calls it: `foreign` if the list has neither such a commune nor such a district."""

    commune: str = ""
    district: str = ""
    foreign: bool = False


class _Places:
    """The towns of a table in the list's words: `communes` and `districts` of the rows, and which rows are `foreign`.

    A list with the names of its communes tells by itself which town is another one. A list of one commune without its
    name takes the towns for its own that stand beside its postcodes, or else the town that most rows name.
    """

    def __init__(self, addresses: pd.DataFrame, towns: Coded, communes: Coded, postcodes: Coded) -> None:
        """Take the list, and town in the street's cell, commune and postcode of each row."""
        names = ("gemeinde_name", "ortsteil", "plz")
        self._communes, self._districts, codes = (set(pd.unique(addresses[name])) - {""} for name in names)
        self._one_commune = addresses["gemeinde"].nunique() <= 1
        named = {town: self._place(town) for town in towns.texts}
        self._known_code = known_code = postcodes.mapped(lambda code: "x" if code in codes else "").has("x")
        unknown = towns.mapped(lambda town: "x" if named[town].foreign else "").has("x")
        stated = communes.mapped(lambda commune: "" if normal_ags(commune) else commune)
        self._own, self.foreign = self._own_and_foreign(first_or_second(towns.has(""), stated, towns), known_code)
        empty = blank(len(towns))
        commune = towns.mapped(lambda town: named[town].commune)
        self.communes = first_or_second(unknown & known_code, empty, commune)
        self.districts = towns.mapped(lambda town: named[town].district)

    def _own_and_foreign(self, towns: Coded, known_code: np.ndarray) -> tuple[set[str], np.ndarray]:
        """Return the own towns of a list without communes, and which rows name another one."""
        places = [self._place(town) for town in towns.texts]
        town = towns.replaced([place.commune for place in places])
        named = ~town.has("")
        if self._communes or not self._one_commune or not named.any():
            return set(self._communes), np.zeros(len(towns), dtype=bool)
        evidence, share = (named & known_code, _OWN_SHARE) if (named & known_code).any() else (named, _OWN_MAJORITY)
        counts = np.bincount(town.codes[evidence], minlength=len(town.texts))
        least = max(share * evidence.sum(), min(_OWN_LEAST, counts.max()))
        own = set(town.texts[counts >= least]) - {""}
        return own, named & ~known_code & ~np.isin(
            town.codes, [at for at, name in enumerate(town.texts) if name in own]
        )

    def _place(self, town: str) -> _Place:
        """Return what a town is in the list (`Essen-Steele`: commune and district; `Essen (Ruhr)` is Essen)."""
        town = _DISTRICT_WORD.sub("", town)
        whole = normal_street(town)
        if not whole or whole in self._communes:
            return _Place(whole)
        if whole in self._districts:
            return _Place(district=whole)
        first, *rest = [normal_street(part) for part in _TOWN_PARTS.split(town) if part.strip()] or [whole]
        district = next((part for part in ["".join(rest), *rest] if part in self._districts), "")
        if first in self._communes or (district and not self._communes):
            return _Place(first, district)
        return _Place(whole, foreign=True)

    def stated_districts(self, districts: Coded) -> Coded:
        """Return the districts of the rows as the list calls them.

        Empty is what says that nothing is known, the own town, and an unknown name beside a postcode of the list.
        """
        named = districts.mapped(self._known_district)
        unknown = named.mapped(lambda name: "" if normal_street(name) in self._districts else "x").has("x")
        return first_or_second(unknown & self._known_code, blank(len(named)), named)

    def _known_district(self, name: str) -> str:
        """Return a district as the list calls it (`OT Steele` and `Essen-Steele` are `Steele`), else as it is."""
        normal = normal_street(name)
        if not normal or normal in self._districts:
            return name
        if normal in _NOTHING or normal in self._own:
            return ""
        place = self._place(name)
        first = normal_street(_TOWN_PARTS.split(name)[0])
        return place.district or (first if first in self._districts and not self._communes else name)
