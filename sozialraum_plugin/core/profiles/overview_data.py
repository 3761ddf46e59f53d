"""What the chapters of the overview report share: the areas, their numbers, the indicators of tables and maps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..indicators.indicator import Indicator as CatalogueEntry
from ..indices.composite.composite_recipe import CompositeRecipe
from ..indices.status.class_names import STATUS_CLASSES
from ..numbers import HIDDEN_MARK, MISSING_MARK
from ..publication import INTERNAL, PUBLICATION
from .footer import method_version
from .observations import Indicator
from .overview_classes import MapClass, map_classes
from .overview_index import CLASSES, STATUS_ALONE, STATUS_DYNAMICS, AreaIndex, IndexTable
from .overview_signs import HIDDEN, MISSING
from .places import Place
from .profiles import ProfileBuilder
from .sentences import POPULATION_CODE
from .texts import Texts

DEFAULT_MAPS = ("A08", "A10", "B08", "B10", "M01", "H04", "A04", "K05")
MOST_DEFAULT_MAPS = 6
TABLE_INDICATORS = 4
COUNTED = frozenset({"Personen", "Anzahl", "Pers."})


@dataclass(frozen=True)
class OverviewOptions:
    """What the user chose. `maps` are codes (none: six of ours), `briefs` the most areas that are reported in brief,
    `made` the day of the making as it is printed.
    """

    title: str
    author: str = ""
    edition: str = ""
    credit: str = ""
    maps: Sequence[str] = ()
    briefs: int = 20
    use: str = PUBLICATION
    made: str = ""


@dataclass(frozen=True)
class Choropleth:
    """A map of an indicator: the class of each area (or `HIDDEN`, `MISSING`) and the classes from the lowest on."""

    picture: str
    indicator: Indicator
    date: str
    of_area: Mapping[str, str]
    classes: tuple[MapClass, ...]


@dataclass(frozen=True)
class Overview:
    """All that the chapters need. `catalogue` holds definitions by code, `place` is the name of what all areas lie in.

    `words` are the phrases of the report, `texts` those of the profiles.
    """

    builder: ProfileBuilder
    index: IndexTable | None
    recipe: CompositeRecipe | None
    catalogue: Mapping[str, CatalogueEntry]
    options: OverviewOptions
    texts: Texts
    words: Texts
    place: str = ""
    version: str = field(default_factory=method_version)

    @property
    def targets(self) -> list[Place]:
        """Return the areas of the report, by code."""
        return self.builder.targets

    @property
    def areas_word(self) -> str:
        """Return what many areas of the level are called."""
        return self.texts.level(self.targets[0].level, "plural")

    @property
    def internal_note(self) -> str:
        """Return what must stand on each page of an internal edition; empty for publication."""
        return self.texts.phrase("internal_note") if self.options.use == INTERNAL else ""

    def numbers(self) -> dict[str, str]:
        """Return the running number of each area, which stands on the maps and in the tables."""
        return {place.code: str(number) for number, place in enumerate(self.targets, start=1)}

    def names(self) -> dict[str, str]:
        """Return the name of each area."""
        return {place.code: place.name for place in self.targets}

    def entry(self, place: Place) -> AreaIndex | None:
        """Return what the index says of an area."""
        return self.index.areas.get(place.code) if self.index else None

    def population(self, place: Place) -> str:
        """Return the inhabitants as printed: of the indicator, else of the layer of areas."""
        observations = self.builder.comparison.observations
        newest = observations.latest(POPULATION_CODE, place.code)
        if newest is not None:
            return observations.indicators[POPULATION_CODE].text(newest)
        return self.texts.numbers.number(place.population)

    def value(self, indicator: Indicator, place: Place) -> str:
        """Return a value on the newest Stichtag as printed."""
        return indicator.text(self.builder.comparison.observations.latest(indicator.code, place.code))

    def table_indicators(self) -> list[Indicator]:
        """Return the few indicators that the table of areas shows: rates of the key figures before counts."""
        chosen = [each for each in self.builder.tile_indicators if each.code != POPULATION_CODE]
        return sorted(chosen, key=lambda each: each.unit in COUNTED)[:TABLE_INDICATORS]

    def map_indicators(self) -> list[Indicator]:
        """Return the indicators that get a map: those chosen, else our six, filled up with other rates."""
        known = {indicator.code: indicator for indicator in self.builder.indicators}
        if self.options.maps:
            return [known[code] for code in dict.fromkeys(self.options.maps) if code in known]
        rates = [each.code for each in self.builder.indicators if each.unit not in COUNTED]
        ordered = [code for code in DEFAULT_MAPS if code in rates]
        ordered += [code for code in rates if code not in ordered]
        return [known[code] for code in ordered[:MOST_DEFAULT_MAPS]]

    def unknown_maps(self) -> list[str]:
        """Return the codes that were chosen for maps and have no values."""
        known = {indicator.code for indicator in self.builder.indicators}
        return [code for code in dict.fromkeys(self.options.maps) if code not in known]

    def choropleths(self) -> list[Choropleth]:
        """Return the maps of the indicators; one without any shown value is left out."""
        made = [self._choropleth(number, each) for number, each in enumerate(self.map_indicators(), start=1)]
        return [each for each in made if each.classes]

    def _choropleth(self, number: int, indicator: Indicator) -> Choropleth:
        observations = self.builder.comparison.observations
        found = {place.code: observations.latest(indicator.code, place.code) for place in self.targets}
        values = {code: each.value for code, each in found.items() if each is not None and each.value is not None}
        numbers, classes = map_classes(values, indicator.decimals)
        of_area = {
            code: str(numbers[code]) if code in numbers else HIDDEN if each is not None and each.hidden else MISSING
            for code, each in found.items()
        }
        date = observations.latest_date(indicator.code) or ""
        return Choropleth(f"m{number}", indicator, date, of_area, tuple(classes))

    def class_words(self, entry: AreaIndex | None) -> str:
        """Return the class of an area in words, with what makes it read without colour."""
        if entry is None or self.index is None:
            return MISSING_MARK
        if not entry.class_key:
            return self.words.phrase("excluded" if entry.value is None else "no_class")
        return self.key_words(entry.class_key)

    def key_words(self, key: str) -> str:
        """Return a class in words: ``4−: sehr niedrig, negativ``."""
        if self.index is None or self.index.kind == CLASSES:
            return self.words.phrase("class_number", number=key[1:], count=len(self.index.keys) if self.index else 0)
        status = self.words.option("status", key[0])
        if self.index.kind == STATUS_DYNAMICS:
            dynamics = self.words.option("dynamics", key[1:])
            phrase = self.words.phrase("class_status_dynamics", status=status, dynamics=dynamics)
            return f"{class_sign(key)}: {phrase}"
        return f"{key}: {self.words.phrase('class_status', status=status)}"


def class_sign(key: str) -> str:
    """Return a class as printed: ``4−``, ``2+/−``, ``3``."""
    return key[1:] if key.startswith("k") else key.replace("-", "−")


def is_status(index: IndexTable | None) -> bool:
    """Tell whether the index has the classes of the status."""
    return index is not None and index.kind in (STATUS_DYNAMICS, STATUS_ALONE)


def status_classes() -> tuple[int, ...]:
    """Return the status classes from the most burdened on."""
    return tuple(sorted(STATUS_CLASSES, reverse=True))


def joined(parts: Iterable[str], last: str = ", ") -> str:
    """Return parts with commas between them, without empty ones."""
    return last.join(part for part in parts if part)


def hidden_count(texts: Iterable[str]) -> int:
    """Return how many printed values are hidden."""
    return sum(text == HIDDEN_MARK for text in texts)
