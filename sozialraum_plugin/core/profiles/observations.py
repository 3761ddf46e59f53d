"""The long indicator table as a profile reads it: latest values, courses and ranks, hidden values gone for good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - `date` is an attribute here
from statistics import median

import pandas as pd

from ..errors import InputError
from ..fields import (
    AREA,
    DENOMINATOR,
    DENOMINATOR_DATE,
    FLAG,
    INDICATOR,
    INDICATOR_NAME,
    LOWER,
    NUMERATOR,
    POLARITY,
    REFERENCE_DATE,
    SOURCE,
    TERRITORY,
    THEME,
    UNIT_OF_MEASURE,
    UPPER,
    VALUE,
    Flag,
)  # fmt: skip
from ..messages import tr
from ..numbers import GERMAN, HIDDEN_MARK, MISSING_MARK, NumberFormat
from ..publication import HIDING

REQUIRED = (AREA, INDICATOR, REFERENCE_DATE, VALUE)
OPTIONAL = (
    INDICATOR_NAME, NUMERATOR, DENOMINATOR, DENOMINATOR_DATE, UNIT_OF_MEASURE, POLARITY, SOURCE, FLAG, TERRITORY, LOWER,
    UPPER, THEME,
)  # fmt: skip
CAUTIOUS = frozenset({Flag.UNSAFE, Flag.INCOMPLETE})
SMALL_BASE = 200
SMALL_NUMBER = 20
_FINE_UNITS = frozenset({"Personen", "Anzahl", "Pers.", "EUR/m²"})
PERCENT = "%"
RATES_OF_CHANGE = frozenset({"B03", "B04"})
_COUNTED = frozenset({"Personen", "Anzahl"})


@dataclass(frozen=True)
class Observation:
    """One value of one area on one Stichtag; of a hidden one nothing but the fact is kept."""

    date: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    flag: str = Flag.NONE
    denominator_date: str = ""
    lower: float | None = None
    upper: float | None = None
    territory: str = ""

    @property
    def hidden(self) -> bool:
        """Tell whether the value is withheld."""
        return self.flag in HIDING


@dataclass(frozen=True)
class Indicator:
    """What an indicator is called, its unit, polarity (``+ - 0``), source, and how its numbers are printed."""

    code: str
    name: str
    unit: str
    polarity: str
    source: str
    decimals: int
    theme: str = ""
    numbers: NumberFormat = GERMAN

    @property
    def is_share(self) -> bool:
        """Tell whether the values are percentages."""
        return self.unit == PERCENT

    @property
    def shown_unit(self) -> str:
        """Return the unit behind a number; counted things need none."""
        return "" if self.unit in _COUNTED else self.unit

    def text(self, observation: Observation | None, with_unit: bool = False) -> str:
        """Return a value as printed: ``22,8``, ``(22,8)`` if unsafe, ``·`` if hidden, ``–`` if there is none."""
        if observation is not None and observation.hidden:
            return HIDDEN_MARK
        if observation is None or observation.value is None:
            return MISSING_MARK
        number = self.numbers.number(observation.value, self.decimals)
        if observation.flag in CAUTIOUS:
            number = f"({number})"
        return self.numbers.with_unit(number, self.shown_unit) if with_unit else number


def year_text(date: str) -> str:
    """Return the year of an ISO date, and any other text as it is."""
    try:
        return str(Date.fromisoformat(date).year)
    except ValueError:
        return date


class Observations:
    """All observations by indicator, area and Stichtag. `areas` are the codes of the level that gets profiles.

    `numbers` is how values are printed. Raises InputError if an area has two values of an indicator on one Stichtag.
    """

    def __init__(self, table: pd.DataFrame, areas: Iterable[str], numbers: NumberFormat = GERMAN) -> None:
        self.areas = tuple(areas)
        self._numbers = numbers
        self._values: dict[tuple[str, str], dict[str, Observation]] = {}
        self._days: dict[str, list[str]] = {}
        for row in table.to_dict("records"):
            self._add(row)
        self.indicators = {
            str(code): self._indicator(str(code), rows) for code, rows in table.groupby(INDICATOR.name, sort=False)
        }
        self._ranks: dict[str, dict[str, int]] = {}
        self._beyond_share = {
            code for (code, _), days in self._values.items() if any(map(_beyond_share, days.values()))
        }

    def _add(self, row: dict[str, object]) -> None:
        key = (str(row[INDICATOR.name]), str(row[AREA.name]))
        observation = _observation(row)
        if observation.date in self._values.setdefault(key, {}):
            raise InputError(
                tr(
                    "Indicator “{indicator}” has two values for area “{area}” on {date}. "
                    "Leave one row per indicator, area and Stichtag."
                ).format(indicator=key[0], area=key[1], date=GERMAN.date(observation.date))
            )
        self._values[key][observation.date] = observation

    def _indicator(self, code: str, rows: pd.DataFrame) -> Indicator:
        unit = _first_text(rows, UNIT_OF_MEASURE.name)
        return Indicator(
            code=code,
            name=_first_text(rows, INDICATOR_NAME.name) or code,
            unit=unit,
            polarity=_first_text(rows, POLARITY.name) or "0",
            source=_first_text(rows, SOURCE.name),
            decimals=self._decimals(code, unit),
            theme=_first_text(rows, THEME.name),
            numbers=self._numbers,
        )

    def _decimals(self, code: str, unit: str) -> int:
        """Return 0 for counts and for shares of few cases, whose decimals would feign precision; 2 for small means."""
        seen = [o for area in self.areas for o in self.course(code, area) if o.value is not None]
        bases = [o.denominator for o in seen if o.denominator is not None]
        if unit == PERCENT:
            return 0 if bases and median(bases) < SMALL_BASE else 1
        if seen and all(float(o.value).is_integer() for o in seen):
            return 0
        if unit in _FINE_UNITS:
            return 2 if seen and median(o.value for o in seen) < SMALL_NUMBER else 0
        return 1

    def dates(self, code: str) -> list[str]:
        """Return the Stichtage on which any area of the level has a row, oldest first."""
        if code not in self._days:
            self._days[code] = sorted({day for area in self.areas for day in self._values.get((code, area), {})})
        return list(self._days[code])

    def latest_date(self, code: str) -> str | None:
        """Return the newest Stichtag of the level, or None."""
        return max(self.dates(code), default=None)

    def denominator_date(self, code: str) -> str:
        """Return the Stichtag of the denominators on the level's newest Stichtag; empty if it is not told."""
        found = (self.latest(code, area) for area in self.areas)
        return next((o.denominator_date for o in found if o is not None and o.denominator_date), "")

    def at(self, code: str, area: str | None, date: str | None) -> Observation | None:
        """Return the observation of an area on a Stichtag, or None."""
        return self._values.get((code, area or ""), {}).get(date or "")

    def latest(self, code: str, area: str | None) -> Observation | None:
        """Return the observation on the newest Stichtag of the level, so that all areas are compared on one day."""
        date = self.latest_date(code)
        return None if date is None else self.at(code, area, date)

    def course(self, code: str, area: str | None) -> list[Observation]:
        """Return all observations of an area, oldest first."""
        found = self._values.get((code, area or ""), {})
        return [found[date] for date in sorted(found)]

    def is_proportion(self, code: str) -> bool:
        """Tell whether an indicator is a share of cases in a base, so that a test of shares may judge it.

        A rate of change is also given in percent; it has values below 0 or is one of the catalogue's development codes.
        """
        return self.indicators[code].is_share and code not in RATES_OF_CHANGE and code not in self._beyond_share

    def available(self) -> list[Indicator]:
        """Return the indicators that the level has, in the order of the table."""
        return [self.indicators[code] for code in self.indicators if self.dates(code)]

    def visible_latest(self, code: str) -> list[float]:
        """Return the shown values of all areas of the level on the newest Stichtag."""
        return [o.value for o in self.all_latest(code) if o.value is not None]

    def all_latest(self, code: str) -> list[Observation]:
        """Return the observations of all areas of the level on the newest Stichtag."""
        found = (self.latest(code, area) for area in self.areas)
        return [observation for observation in found if observation is not None]

    def rank(self, code: str, area: str) -> tuple[int, int] | None:
        """Return (n, N): place among the N areas of the level that have a value; 1 is the highest, ties share it."""
        if code not in self._ranks:
            self._ranks[code] = self._ranking(code)
        ranks = self._ranks[code]
        return (ranks[area], len(ranks)) if area in ranks and len(ranks) > 1 else None

    def _ranking(self, code: str) -> dict[str, int]:
        found = {area: self.latest(code, area) for area in self.areas}
        values = {area: o.value for area, o in found.items() if o is not None and o.value is not None}
        if not values:
            return {}
        return pd.Series(values, dtype=float).rank(method="min", ascending=False).astype(int).to_dict()


def _observation(row: dict[str, object]) -> Observation:
    flag = _text(row.get(FLAG.name))
    date = _text(row.get(REFERENCE_DATE.name))
    if flag in HIDING:
        return Observation(date, None, flag=flag)
    return Observation(
        date,
        _number(row.get(VALUE.name)),
        _number(row.get(NUMERATOR.name)),
        _number(row.get(DENOMINATOR.name)),
        flag,
        _text(row.get(DENOMINATOR_DATE.name)),
        _number(row.get(LOWER.name)),
        _number(row.get(UPPER.name)),
        _text(row.get(TERRITORY.name)),
    )


def _beyond_share(observation: Observation) -> bool:
    return observation.value is not None and not 0 <= observation.value <= 100


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _first_text(rows: pd.DataFrame, column: str) -> str:
    if column not in rows:
        return ""
    return next((text for text in map(_text, rows[column]) if text), "")
