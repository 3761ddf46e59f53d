"""Builds the profiles of all areas of one level from the three tables of the chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from ..fields import AREA, DYNAMICS, EXCLUDED, GROUP, STATUS, Field, Kind, Level
from ..numbers import NumberFormat
from ..publication import INTERNAL, PUBLICATION, hide, without_hidden_population
from .badge_notes import with_names
from .comparison import DEFAULT_TILES, Comparison, choose_tiles
from .course import series, series_indicator
from .footer import Imprint, footer, offices
from .index_field import IndexFields, stable_shares
from .local import LocalSections, LocalTables
from .model import Badge, Profile
from .observations import Indicator, Observations
from .people import PYRAMID_CODE, People
from .places import Place, Places
from .sentences import sentences
from .standing import Standings
from .text_measure import shortened, width
from .texts import Texts

STABLE_SHARE = (Field("stabil", Kind.REAL), Field("robustheit", Kind.REAL))  # of the variants with the same class
INDEX_COLUMNS = (AREA, STATUS, DYNAMICS, GROUP, EXCLUDED, *STABLE_SHARE)
SQUARE_METRES_PER_HECTARE = 10_000
SMALLEST_IN_HECTARES = 100.0  # square metres


@dataclass(frozen=True)
class ProfileOptions:
    """What the user chose: the level, the codes of the tiles, the imprint, and whether the profiles may leave."""

    level: str = Level.SOCIAL_AREA
    tiles: Sequence[str] = DEFAULT_TILES
    imprint: Imprint = Imprint()
    use: str = PUBLICATION


class ProfileBuilder:
    """Holds what all profiles share, so that each area costs only its own work.

    `areas` has the columns of `places`, `indicators` those of `observations`, `index` (or None) `INDEX_COLUMNS`;
    `sizes` maps an area's code to its size in square metres. For publication everything hidden or internal goes before
    anything is compared, ranked, worded or drawn.
    Raises InputError if the level has no area or a table is ambiguous.
    """

    def __init__(
        self,
        areas: pd.DataFrame,
        indicators: pd.DataFrame,
        index: pd.DataFrame | None,
        sizes: dict[str, float],
        options: ProfileOptions,
        texts: Texts,
        local: LocalTables | None = None,
    ) -> None:
        if options.use != INTERNAL:
            areas, indicators = without_hidden_population(areas, indicators), hide(indicators)
        self.places = Places(areas)
        self.targets = self.places.at_level(options.level)
        observations = Observations(indicators, [place.code for place in self.targets], texts.numbers)
        self.comparison = Comparison(observations, self.places)
        self._index = {} if index is None else {str(row[AREA.name]): row for row in index.to_dict("records")}
        self._stable = {} if index is None else _stable_by_area(index)
        self._fields = IndexFields(self._index, [place.code for place in self.targets], texts)
        self._sizes = sizes
        self._options = options
        self._texts = texts
        self._people = People(self.comparison)
        self._local = None if local is None else LocalSections(local, options.use, texts)
        available = self.comparison.observations.available()
        self.indicators = [each for each in available if not PYRAMID_CODE.fullmatch(each.code)]
        self.tile_indicators = choose_tiles(self.indicators, options.tiles)
        self._names = {each.code: each.name for each in self.comparison.observations.indicators.values()}
        self._standings = Standings(self.comparison, self.indicators, texts)
        self._pyramid_indicators = [each for each in available if PYRAMID_CODE.fullmatch(each.code)][:1]
        sources = [office for each in available for office in offices(each)]
        self._data_names = tuple(dict.fromkeys([*(each.name for each in self.indicators), *sources]))
        self._course = series_indicator(
            self.comparison, frozenset(each.code for each in available if each not in self.indicators)
        )

    def profiles(self) -> Iterator[Profile]:
        """Yield the profile of each area of the level, by code."""
        for place in self.targets:
            yield self.profile(place)

    def profile(self, place: Place) -> Profile:
        """Return the profile of one area."""
        tiles = tuple(self.comparison.tile(indicator, place) for indicator in self.tile_indicators)
        rest = self._table_indicators()
        rows = tuple(self.comparison.figure(indicator, place) for indicator in rest)
        course = series(self.comparison, self._course, place, self._texts)
        figures = [*(tile.figure for tile in tiles), *rows]
        printed = [text for figure in figures for text in (figure.value, figure.commune, figure.district)]
        printed += [text for line in (course.lines if course else ()) for text in line.texts]
        local = None if self._local is None else self._local.of(place.code)
        printed += [answer.share_text for asked in (local.survey if local else ()) for answer in asked.answers]
        pyramid = self._people.pyramid(place)
        if pyramid and None in (*pyramid.men, *pyramid.women):
            printed.append("·")
        return Profile(
            place=place,
            commune=self.places.commune_of(place),
            district=self.places.district_of(place),
            subtitle=self._subtitle(place),
            badge=self._badge(place),
            tiles=tiles,
            sentences=sentences(self.comparison, self._course, place, self._texts),
            pyramid=pyramid,
            households=self._people.households(place),
            origin=self._people.origin(place),
            series=course,
            rows=rows,
            footer=self._footer("".join(printed), any(figure.rank for figure in figures)),
            confidentiality=self._texts.phrase("internal_note") if self._options.use == INTERNAL else "",
            themes=self._standings.themes(place),
            index_field=self._fields.of(place.code),
            local=local,
            data_names=self._data_names,
        )

    def _table_indicators(self) -> list[Indicator]:
        """Return what the tiles do not show; what the bars show comes last, where room may end."""
        rest = [indicator for indicator in self.indicators if indicator not in self.tile_indicators]
        return sorted(rest, key=lambda indicator: indicator in self._people.bar_indicators)

    def _footer(self, printed: str, ranked: bool) -> str:
        used: list[Indicator] = [*self.indicators, *self._pyramid_indicators]
        level, imprint = self._options.level, self._options.imprint
        return footer(self.comparison, used, level, imprint, printed, self._texts, ranked)

    def _subtitle(self, place: Place) -> str:
        """Return level, commune, number of quarters, size and edition, each only if known."""
        texts, commune = self._texts, self.places.commune_of(place)
        parts = [f"{texts.level(place.level, 'name')} {short_code(place)}".rstrip()]
        if commune is not None:
            parts.append(commune.name)
        quarters = self.places.part_count(place, Level.QUARTER)
        if quarters:
            parts.append(f"{quarters} {texts.level(Level.QUARTER, 'name' if quarters == 1 else 'plural')}")
        if place.code in self._sizes:
            parts.append(size_text(self._sizes[place.code], texts.numbers))
        if self._options.imprint.edition:
            parts.append(texts.phrase("subtitle_edition", edition=self._options.imprint.edition))
        return shortest(parts, SUBTITLE_WIDTH, SUBTITLE_SIZE)

    def _badge(self, place: Place) -> Badge | None:
        """Return the class, or why there is none; nothing if the index does not have the area."""
        row = self._index.get(place.code)
        if row is None:
            return None
        reason, status = _text(row[EXCLUDED.name]), row[STATUS.name]
        if reason or status is None or pd.isna(status):
            note = with_names(reason, self._names, self._texts) or self._texts.phrase("badge_unknown_reason")
            return Badge(self._texts.phrase("badge_excluded"), note, None)
        words = [self._texts.option("status", str(int(status)))]
        dynamics = _text(row[DYNAMICS.name])
        if dynamics:
            words.append(self._texts.option("dynamics", dynamics))
        group = _text(row[GROUP.name]).replace("-", "−")
        notes = [self._texts.phrase("badge_class", group=group)] if group else []
        if place.code in self._stable:
            share = self._texts.numbers.number(100 * self._stable[place.code])
            notes.append(self._texts.phrase("badge_stable", share=share))
        return Badge(" · ".join(words), ", ".join(notes), int(status), dynamics.replace("−", "-"))


LONGEST_CODE = 12
SUBTITLE_WIDTH, SUBTITLE_SIZE = 137.0, 9.5  # millimetres, points


def shortest(parts: Sequence[str], room: float, size: float) -> str:
    """Return the parts in one line; the last ones give way, and what is left is cut, if there is no room."""
    kept = list(parts)
    while len(kept) > 1 and width(" · ".join(kept), size) > room:
        kept.pop()
    return shortened(" · ".join(kept), room, size)


def size_text(square_metres: float, numbers: NumberFormat) -> str:
    """Return the size of an area in hectares, below 1 ha with two digits, below 100 m² in square metres."""
    if square_metres < SMALLEST_IN_HECTARES:
        return numbers.with_unit(numbers.number(square_metres), "m²")
    hectares = square_metres / SQUARE_METRES_PER_HECTARE
    if hectares >= 1:
        return numbers.with_unit(numbers.number(hectares, 0 if hectares >= 10 else 1), "ha")
    digits = f"{float(f'{hectares:.1e}'):.4f}".rstrip("0")
    decimals = max(1, len(digits) - digits.index(".") - 1)
    return numbers.with_unit(numbers.number(hectares, decimals), "ha")


def short_code(place: Place) -> str:
    """Return the code as it is printed beside the name; a long key of another system is left out."""
    return place.code if len(place.code) <= LONGEST_CODE else ""


def _stable_by_area(index: pd.DataFrame) -> dict[str, float]:
    shares = stable_shares(index, [field.name for field in STABLE_SHARE])
    return {str(index.at[label, AREA.name]): share for label, share in shares.items()}


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()
