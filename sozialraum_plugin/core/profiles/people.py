"""Page 2, upper half: the age pyramid, and bars of households and origin with the commune's tick."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..numbers import MISSING_MARK
from .comparison import Comparison
from .intervals import interval_of, interval_text
from .model import Bar, BarGroup, Pyramid
from .observations import Indicator
from .places import Place

PYRAMID_CODE = re.compile(r"P([MW])(\d{2,3})")  # PM00 men 0 to 4, PW85 women 85 and older
HOUSEHOLD_CODES = ("H02", "H_PAAR_OHNE", "H_PAAR_MIT", "H_ALLEINERZ", "H_SONSTIGE", "H03", "H04", "H06", "H07")
ORIGIN_CODES = ("M01", "M02", "M03", "B21")
MOST_HOUSEHOLD_BARS = 5
MOST_ORIGIN_BARS = 3
FEWEST_BARS = 2  # a single bar compares nothing; its indicator goes into the table
FEWEST_AGE_GROUPS = 3


class People:
    """Builds both sections for all areas of a level on common scales, so that profiles can be laid side by side."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._observations = comparison.observations
        self._ages = self._complete_ages()
        self._date = max(
            (self._observations.latest_date(f"P{sex}{age}") or "" for sex, age in self._keys()), default=""
        )
        self._pyramid_scale = self._widest_share()
        self._reaches: dict[tuple[str, ...], float] = {}
        self._households = self._bar_indicators(HOUSEHOLD_CODES, MOST_HOUSEHOLD_BARS)
        self._origin = self._bar_indicators(ORIGIN_CODES, MOST_ORIGIN_BARS)

    def _complete_ages(self) -> tuple[str, ...]:
        """Return the lower ages, as in the codes, that both sexes have, youngest first."""
        found = [match.groups() for match in map(PYRAMID_CODE.fullmatch, self._observations.indicators) if match]
        ages = {age for sex, age in found if sex == "M"} & {age for sex, age in found if sex == "W"}
        return tuple(sorted(ages, key=int)) if len(ages) >= FEWEST_AGE_GROUPS else ()

    def _widest_share(self) -> float:
        """Return the largest share of any area of the level and of any commune above them."""
        places = self._comparison.places
        communes = {above.code for above in map(places.commune_of, places.all) if above is not None}
        columns = (self._shares(code, sex) for code in (*self._observations.areas, *sorted(communes)) for sex in "MW")
        return max((value for column in columns for value in column if value is not None), default=0.0)

    def _keys(self) -> list[tuple[str, str]]:
        return [(sex, age) for sex in "MW" for age in self._ages]

    def _count(self, sex: str, age: str, area: str | None) -> float | None:
        found = self._observations.at(f"P{sex}{age}", area, self._date)
        return None if found is None else found.value

    def _shares(self, area: str | None, sex: str) -> tuple[float | None, ...]:
        """Return the shares of the shown population in percent.

        The base is the sum of the shown groups only: a bar then cannot tell how many a hidden group holds.
        """
        base = sum(self._count(either, age, area) or 0 for either, age in self._keys())
        counts = [self._count(sex, age, area) for age in self._ages]
        return tuple(None if count is None or base <= 0 else 100 * count / base for count in counts)

    def pyramid(self, place: Place) -> Pyramid | None:
        """Return the pyramid of an area; None without at least three age groups of both sexes."""
        men, women = self._shares(place.code, "M"), self._shares(place.code, "W")
        if sum(value is not None for value in (*men, *women)) < FEWEST_AGE_GROUPS:
            return None
        commune = self._comparison.places.commune_of(place)
        outline = [self._shares(commune.code, sex) if commune is not None else () for sex in "MW"]
        return Pyramid(
            ages=tuple(int(age) for age in self._ages),
            men=men,
            women=women,
            commune_men=outline[0],
            commune_women=outline[1],
            scale=self._pyramid_scale,
            date=self._date,
        )

    def _bar_indicators(self, codes: Sequence[str], most: int) -> list[Indicator]:
        by_code = {indicator.code: indicator for indicator in self._observations.available() if indicator.is_share}
        found = [by_code[code] for code in codes if code in by_code][:most]
        return found if len(found) >= FEWEST_BARS else []

    @property
    def bar_indicators(self) -> list[Indicator]:
        """Return the indicators that are drawn as bars."""
        return [*self._households, *self._origin]

    def households(self, place: Place) -> BarGroup:
        """Return the bars of household types that the data have."""
        return self._group(self._households, place)

    def origin(self, place: Place) -> BarGroup:
        """Return the bars of origin and residence that the data have."""
        return self._group(self._origin, place)

    def _group(self, indicators: Sequence[Indicator], place: Place) -> BarGroup:
        if not indicators:
            return BarGroup()
        bars = tuple(self._bar(indicator, place) for indicator in indicators)
        if all(_is_empty(bar) for bar in bars):
            return BarGroup()
        ticks = [bar.commune for bar in bars if bar.commune is not None]
        return BarGroup(bars, max([self._reach(indicators), *ticks]) or 100.0)

    def _reach(self, indicators: Sequence[Indicator]) -> float:
        """Return the largest value or end of an interval of all areas; it is the same for each."""
        key = tuple(each.code for each in indicators)
        if key not in self._reaches:
            latest = [one for code in key for one in self._observations.all_latest(code)]
            ends = [end for one in latest for end in (one.value, interval_of(one)[1]) if end is not None]
            self._reaches[key] = max(ends, default=0.0)
        return self._reaches[key]

    def _bar(self, indicator: Indicator, place: Place) -> Bar:
        own = self._observations.latest(indicator.code, place.code)
        commune = self._comparison.commune_value(indicator.code, place)
        lower, upper = interval_of(own)
        return Bar(
            name=indicator.name,
            text=indicator.text(own, with_unit=True),
            value=None if own is None else own.value,
            commune=None if commune is None else commune.value,
            commune_text="" if commune is None else indicator.text(commune, with_unit=True),
            lower=lower,
            upper=upper,
            interval="" if lower is None else interval_text(indicator, lower, upper),
        )


def _is_empty(bar: Bar) -> bool:
    """Tell whether there is nothing to show, of the area or of the commune; what is hidden is shown as such."""
    return bar.text == MISSING_MARK and bar.commune_text in ("", MISSING_MARK)
