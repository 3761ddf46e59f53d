"""Every figure with its measure: the area against its commune, the Kreis and all areas of its level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .model import Figure, Tile
from .observations import Indicator, Observation, Observations
from .places import Place, Places

TILE_COUNT = 8
DEFAULT_TILES = ("B01", "B08", "B10", "M01", "A08", "A10", "H04", "K05")
SHORTEST_COURSE = 3


class Comparison:
    """The observations of one level together with the places above it."""

    def __init__(self, observations: Observations, places: Places) -> None:
        self.observations = observations
        self.places = places

    def commune_value(self, code: str, place: Place) -> Observation | None:
        """Return the commune's observation on the level's newest Stichtag."""
        return self._above(code, self.places.commune_of(place))

    def district_value(self, code: str, place: Place) -> Observation | None:
        """Return the Kreis's observation on the level's newest Stichtag."""
        return self._above(code, self.places.district_of(place))

    def _above(self, code: str, place: Place | None) -> Observation | None:
        return None if place is None else self.observations.latest(code, place.code)

    def figure(self, indicator: Indicator, place: Place) -> Figure:
        """Return an indicator of an area as printed; what there is nothing to compare with stays empty."""
        own = self.observations.latest(indicator.code, place.code)
        return Figure(
            code=indicator.code,
            name=indicator.name,
            value=indicator.text(own),
            unit=indicator.shown_unit,
            is_number=own is not None and own.value is not None,
            commune=self._measure(indicator, self.commune_value(indicator.code, place)),
            district=self._measure(indicator, self.district_value(indicator.code, place)),
            rank=self.observations.rank(indicator.code, place.code),
            date=self.observations.latest_date(indicator.code) or "",
        )

    def _measure(self, indicator: Indicator, observation: Observation | None) -> str:
        return "" if observation is None else indicator.text(observation)

    def tile(self, indicator: Indicator, place: Place) -> Tile:
        """Return the figure with its course over the level's Stichtage; too short a course is left out."""
        dates = self.observations.dates(indicator.code)
        found = [self.observations.at(indicator.code, place.code, date) for date in dates]
        course = tuple(None if observation is None else observation.value for observation in found)
        long_enough = sum(value is not None for value in course) >= SHORTEST_COURSE
        if not long_enough:
            return Tile(self.figure(indicator, place), ())
        return Tile(self.figure(indicator, place), course, tuple(dates), tuple(map(indicator.text, found)))


def choose_tiles(available: Sequence[Indicator], wanted: Iterable[str]) -> list[Indicator]:
    """Return up to eight indicators: the wanted ones that exist, in their order, then others in the table's order."""
    by_code = {indicator.code: indicator for indicator in available}
    chosen = [by_code[code] for code in dict.fromkeys(wanted) if code in by_code]
    others = [indicator for indicator in available if indicator not in chosen]
    return [*chosen, *others][:TILE_COUNT]
