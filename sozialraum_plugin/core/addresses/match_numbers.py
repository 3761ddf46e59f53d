"""House numbers that do not stand in the list as written: in a range, behind a date, or next to one that does."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .house_numbers import NumberProblem, parse_house_numbers

FARTHEST = 20  # house numbers that the nearest number may be away
_OTHER_SIDE = 4  # a number on the other side counts as so much farther
_SERIAL = r"\d{5}(?:\.0)?"
_SAID = ("gemeinde", "gemeinde_name", "plz", "ortsteil")


def numbers_behind_dates(numbers: pd.Series, guesses: pd.Series) -> pd.Series:
    """Return the number behind each date (``1-2`` for ``01. Feb``, ``2023-02-01`` and 44958); empty if none."""
    serial = numbers.str.fullmatch(_SERIAL)
    if not serial.any():
        return guesses
    days = pd.to_numeric(numbers.where(serial), errors="coerce")
    date = pd.Timestamp("1899-12-30") + pd.to_timedelta(days[serial], unit="D")
    result = guesses.copy()
    result[serial] = date.dt.day.astype(str) + "-" + date.dt.month.astype(str)
    return result


def as_dates(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> np.ndarray:
    """Return the address whose number is the range behind the row's date; -1 if it is not in the list as such.

    `rows` and `listed` are results of `comparable`; `streets` is the street number of each row, `listed` has its own
    in `strasse_nr`, and `stelle`. All functions here return positions as `stelle` names them.
    """
    pairs = []
    for mark in ("-", "/"):
        read = parse_house_numbers(rows["vermutet"].str.replace("-", mark, regex=False))
        key = read["schluessel"].where((rows["vermutet"] != "") & (read["problem"] == ""), "")
        asked = rows.assign(zeile=np.arange(len(rows)), strasse_nr=streets, nummer=key)
        pairs.append(_pairs(asked[asked["nummer"] != ""], listed, ["strasse_nr", "nummer"]))
    return _only(pd.concat(pairs), len(rows))


def in_ranges(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> np.ndarray:
    """Return the address whose range holds the row's number, or the first end of the row's range that is listed.

    ``12-14`` means the even numbers; ``12a-c`` the letters a to c of number 12.
    """
    asked = rows.assign(zeile=np.arange(len(rows)), strasse_nr=streets)
    asked = asked[asked["hausnummer"].notna()]
    ranges = listed[listed["bis_nummer"].notna()]
    pairs = _pairs(asked, ranges, ["strasse_nr"])
    result = _only(pairs[_holds(pairs)], len(rows))
    for start, suffix in (("hausnummer", "zusatz"), ("bis_nummer", "bis_zusatz")):
        spans = asked[asked["bis_nummer"].notna() & (result[asked["zeile"]] < 0)]
        ends = spans.assign(hausnummer=spans[start], zusatz=spans[suffix]).drop(columns=["bis_nummer"])
        single = listed[listed["bis_nummer"].isna()].drop(columns=["bis_nummer"])
        found = _only(_pairs(ends, single, ["strasse_nr", "hausnummer", "zusatz"]), len(rows))
        result = np.where(result < 0, found, result)
    return result


def _holds(pairs: pd.DataFrame) -> np.ndarray:
    """Tell whether the listed range (`..._dort`) holds the row's number or range, on its side of the street."""
    low, low_suffix = _numbers(pairs, "hausnummer_dort"), pairs["zusatz_dort"].to_numpy()
    high, high_suffix = _numbers(pairs, "bis_nummer_dort"), pairs["bis_zusatz_dort"].to_numpy()
    start, suffix = _numbers(pairs, "hausnummer"), pairs["zusatz"].to_numpy()
    single = pairs["bis_nummer"].isna().to_numpy()
    end = np.where(single, start, _numbers(pairs, "bis_nummer"))
    end_suffix = np.where(single, suffix, pairs["bis_zusatz"].to_numpy())
    one_side = (low % 2 == high % 2) & (low != high)
    inside = (start > low) | ((start == low) & (suffix >= low_suffix))
    inside &= (end < high) | ((end == high) & ((end_suffix <= high_suffix) | (high_suffix == "") & (low != high)))
    side = ~one_side | ((start % 2 == low % 2) & (end % 2 == low % 2))
    lettered = (low != high) | ((suffix != "") & (low_suffix != ""))
    return inside & side & lettered


def nearest(rows: pd.DataFrame, streets: np.ndarray, listed: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the address with the nearest number on the street (-1 if none within `FARTHEST`) and how far it is.

    The same side of the street is preferred; of the same number with several suffixes the first counts.
    """
    asked = rows.assign(zeile=np.arange(len(rows)), strasse_nr=streets)
    pairs = _pairs(asked[asked["hausnummer"].notna()], listed[listed["hausnummer"].notna()], ["strasse_nr"])
    number, there = _numbers(pairs, "hausnummer"), _numbers(pairs, "hausnummer_dort")
    away = np.abs(number - there)
    pairs = pairs.assign(weit=away, rang=away + _OTHER_SIDE * (number % 2 != there % 2))[away <= FARTHEST]
    best = pairs.sort_values(["zeile", "rang", "zusatz_dort", "stelle"]).drop_duplicates("zeile")
    result, far = np.full(len(rows), -1), np.zeros(len(rows))
    result[best["zeile"]] = best["stelle"]
    far[best["zeile"]] = best["weit"]
    return result, far


def _numbers(pairs: pd.DataFrame, column: str) -> np.ndarray:
    return pairs[column].fillna(0).to_numpy(dtype=np.int64)


def _pairs(rows: pd.DataFrame, listed: pd.DataFrame, on: list[str]) -> pd.DataFrame:
    """Return all pairs of a row and an address that agree in `on` and contradict each other in nothing said."""
    pairs = rows.merge(listed, on=on, suffixes=("", "_dort"))
    agree = pd.Series(True, index=pairs.index)
    for column in _SAID:
        here, there = pairs[column], pairs[f"{column}_dort"]
        agree &= (here == "") | (there == "") | (here == there)
    return pairs[agree]


def _only(pairs: pd.DataFrame, rows: int) -> np.ndarray:
    """Return the one address of each row, -1 if there is none or more than one."""
    counts = pairs.groupby("zeile")["stelle"].agg(["nunique", "first"])
    single = counts[counts["nunique"] == 1]
    result = np.full(rows, -1)
    result[single.index] = single["first"]
    return result


def is_open_date(rows: pd.DataFrame) -> np.ndarray:
    """Tell which rows have a date for a number."""
    return (rows["problem"] == NumberProblem.EXCEL_DATE).to_numpy()
