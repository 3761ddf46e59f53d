"""House numbers that do not stand in the list as written: in a range, behind a date, or next to one that does.

`rows` and `listed` are results of `comparable`; `streets` is the street number of each row, `listed` has its own in
`strasse_nr`, and `stelle`, the position of the address, which the functions return for each row (-1: none).
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from .house_numbers import NumberProblem, parse_house_numbers
from .joins import agreement, only, pairs_of, rows_at, shared_codes

FARTHEST = 20  # house numbers that the nearest number may be away
_OTHER_SIDE = 4  # a number on the other side counts as so much farther
_AT_ONCE = 20_000  # rows that are paired with all numbers of their street in one go
_SERIAL = re.compile(r"\d{5}(?:\.0)?")
_SAID = ("gemeinde", "gemeinde_name", "plz", "ortsteil")
_BUILDING = re.compile(r"(?:hh|vh|gh|sf|qg|haus|hs|geb|bau|aufg|eing)[a-z]?\d*$")


def number_behind_serial(number: str) -> str:
    """Return the number (``1-2``) behind a day that a spreadsheet counts (``44958``); empty if it is none."""
    if not _SERIAL.fullmatch(number):
        return ""
    date = pd.Timestamp("1899-12-30") + pd.to_timedelta(float(number), unit="D")
    return f"{date.day}-{date.month}"


def on_streets(listed: pd.DataFrame, streets: np.ndarray) -> pd.DataFrame:
    """Return the part of the list that stands on one of the streets."""
    wanted = np.zeros(max(streets.max(initial=0), listed["strasse_nr"].max() if len(listed) else 0) + 1, dtype=bool)
    wanted[streets] = True
    return rows_at(listed, np.flatnonzero(wanted[listed["strasse_nr"].to_numpy()]))


def as_dates(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> np.ndarray:
    """Return the address whose number is the range behind the row's date, or else its first number.

    ``01. Mai`` was ``1-5`` or ``1/5``: the address ``1-5``, else number 1, where both readings begin.
    """
    result = np.full(len(rows), -1)
    for reading in (("-", "/"), ("",)):
        pairs = [_pairs(_with_guess(rows, streets, mark), listed, ["strasse_nr", "nummer"]) for mark in reading]
        left, right = (np.concatenate(side) for side in zip(*pairs))
        found = only(left, listed["stelle"].to_numpy()[right], len(rows))
        result = np.where(result == -1, found, result)
    return np.maximum(result, -1)


def _with_guess(rows: pd.DataFrame, streets: np.ndarray, mark: str) -> pd.DataFrame:
    """Return the rows with the number behind their date, its two parts around `mark`; without a mark the first."""
    first_and_mark = r"-.*" if not mark else "-"
    read = parse_house_numbers(rows["vermutet"].str.replace(first_and_mark, mark, regex=True))
    readable = (rows["vermutet"] != "") & (read["problem"] == "")
    return rows.assign(strasse_nr=streets, nummer=read["schluessel"].where(readable, "?"))


def in_ranges(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> np.ndarray:
    """Return the address whose range holds the row's number, or the first end of the row's range that is listed.

    ``12-14`` means the even numbers; ``12a-c`` the letters a to c of number 12.
    """
    asked = rows.assign(strasse_nr=streets)
    ranges = listed[listed["bis_nummer"].notna()]
    left, right = _pairs(asked, ranges, ["strasse_nr"])
    holds = _holds(asked.iloc[left], ranges.iloc[right])
    result = only(left[holds], ranges["stelle"].to_numpy()[right[holds]], len(rows))
    spans = np.flatnonzero(rows["bis_nummer"].notna().to_numpy() & (result < 0))
    for start, suffix in (("hausnummer", "zusatz"), ("bis_nummer", "bis_zusatz")):
        ends = asked.iloc[spans].assign(hausnummer=rows[start].iloc[spans], zusatz=rows[suffix].iloc[spans])
        found = _single_numbers(ends, listed)
        result[spans] = np.where(result[spans] < 0, found, result[spans])
    return np.maximum(result, -1)


def _single_numbers(asked: pd.DataFrame, listed: pd.DataFrame) -> np.ndarray:
    """Return the address with the number and suffix of each row, among those that are no ranges."""
    single = listed[listed["bis_nummer"].isna()]
    left, right = _pairs(asked, single, ["strasse_nr", "hausnummer", "zusatz"])
    return np.maximum(only(left, single["stelle"].to_numpy()[right], len(asked)), -1)


def without_building(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> np.ndarray:
    """Return the address with the row's number without the building behind it (``12 Hinterhaus``: 12)."""
    suffix = rows["zusatz"].str.replace(_BUILDING, "", regex=True)
    found = _single_numbers(rows.assign(strasse_nr=streets, zusatz=suffix), listed)
    return np.where((suffix != rows["zusatz"]) & rows["bis_nummer"].isna(), found, -1)


def other_readings(rows: pd.DataFrame) -> list[np.ndarray]:
    """Return further single numbers that rows may mean, as keys (empty: none), the likelier first.

    These are the first and the last number of a range, the first of a date, and a number without its building.
    """
    span, suffix = rows["bis_nummer"].notna().to_numpy(), rows["zusatz"].str.replace(_BUILDING, "", regex=True)
    building = ((suffix != rows["zusatz"]) & rows["bis_nummer"].isna()).to_numpy()
    start = _keys(rows["hausnummer"], suffix.to_numpy())
    end = _keys(rows["bis_nummer"], rows["bis_zusatz"].to_numpy())
    date = parse_house_numbers(rows["vermutet"].str.replace(r"-.*", "", regex=True))
    day = date["schluessel"].where(date["problem"] == "", "").to_numpy()
    return [np.where(span | building, start, day), np.where(span, end, "")]


def _keys(numbers: pd.Series, suffixes: np.ndarray) -> np.ndarray:
    pairs = zip(numbers.fillna(0).tolist(), suffixes)
    return np.array([f"{number:04d}{suffix}" if number else "" for number, suffix in pairs], dtype=object)


def _holds(rows: pd.DataFrame, ranges: pd.DataFrame) -> np.ndarray:
    """Tell for pairs whether the listed range holds the row's number or range, on its side of the street."""
    low, low_suffix = _numbers(ranges, "hausnummer"), ranges["zusatz"].to_numpy()
    high, high_suffix = _numbers(ranges, "bis_nummer"), ranges["bis_zusatz"].to_numpy()
    start, suffix = _numbers(rows, "hausnummer"), rows["zusatz"].to_numpy()
    single = rows["bis_nummer"].isna().to_numpy()
    end = np.where(single, start, _numbers(rows, "bis_nummer"))
    end_suffix = np.where(single, suffix, rows["bis_zusatz"].to_numpy())
    one_side = (low % 2 == high % 2) & (low != high)
    inside = (start > low) | ((start == low) & (suffix >= low_suffix))
    inside &= (end < high) | ((end == high) & ((end_suffix <= high_suffix) | (high_suffix == "") & (low != high)))
    side = ~one_side | ((start % 2 == low % 2) & (end % 2 == low % 2))
    lettered = (low != high) | ((suffix != "") & (low_suffix != ""))
    return rows["hausnummer"].notna().to_numpy() & inside & side & lettered


def nearest(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the address with the nearest number on the street (-1 if none within `FARTHEST`) and how far it is.

    The same side of the street is preferred; of the same number with several suffixes the first counts.
    """
    ordered = listed[listed["hausnummer"].notna()].sort_values(["zusatz", "stelle"], kind="stable")
    asked = rows.assign(strasse_nr=streets)
    result, far = np.full(len(rows), -1), np.zeros(len(rows))
    for at in range(0, len(rows), _AT_ONCE):
        part = asked.iloc[at : at + _AT_ONCE]
        left, right = _pairs(part, ordered, ["strasse_nr"])
        number, there = _numbers(part, "hausnummer")[left], _numbers(ordered, "hausnummer")[right]
        away = np.abs(number - there)
        near = np.flatnonzero((away <= FARTHEST) & part["hausnummer"].notna().to_numpy()[left])
        rank = away + _OTHER_SIDE * (number % 2 != there % 2)
        best = near[np.lexsort((right[near], rank[near], left[near]))][::-1]
        result[at + left[best]] = ordered["stelle"].to_numpy()[right[best]]
        far[at + left[best]] = away[best]
    return result, far


def _numbers(table: pd.DataFrame, column: str) -> np.ndarray:
    return table[column].fillna(0).to_numpy(dtype=np.int64)


def _pairs(rows: pd.DataFrame, listed: pd.DataFrame, on: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the positions of all pairs that agree in `on` and contradict each other in nothing said."""
    left, right = pairs_of(*shared_codes(rows, listed, on))
    agree = agreement(rows, listed, (left, right), _SAID)
    return left[agree], right[agree]


def is_open_date(rows: pd.DataFrame) -> np.ndarray:
    """Tell which rows have a date for a number."""
    return (rows["problem"] == NumberProblem.EXCEL_DATE).to_numpy()
