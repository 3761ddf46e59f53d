"""What stands in the profile of one area, already worded and formatted, but not yet placed on a page."""

from __future__ import annotations

from dataclasses import dataclass

from .places import Place


@dataclass(frozen=True)
class Figure:
    """An indicator of the area with its measure: commune, Kreis and rank, as printed."""

    code: str
    name: str
    value: str
    unit: str
    is_number: bool
    commune: str
    district: str
    rank: tuple[int, int] | None


@dataclass(frozen=True)
class Tile:
    """A key figure with its course: one number per Stichtag, None where there is none to show."""

    figure: Figure
    course: tuple[float | None, ...]


@dataclass(frozen=True)
class Badge:
    """The class of the index: `status` 1 to 4, or None with the reason of exclusion in `note`."""

    headline: str
    note: str
    status: int | None


@dataclass(frozen=True)
class Bar:
    """A share of the area and of its commune in percent; None where it is not shown."""

    name: str
    text: str
    value: float | None
    commune: float | None


@dataclass(frozen=True)
class BarGroup:
    """Bars of one section; `scale` is the share at the full width, equal in all profiles."""

    bars: tuple[Bar, ...] = ()
    scale: float = 100.0


@dataclass(frozen=True)
class Pyramid:
    """Shares of the shown population in percent by sex and age group, youngest first; None where hidden."""

    ages: tuple[int, ...]
    men: tuple[float | None, ...]
    women: tuple[float | None, ...]
    commune_men: tuple[float | None, ...]
    commune_women: tuple[float | None, ...]
    scale: float
    date: str


@dataclass(frozen=True)
class Line:
    """One course: the values to draw (None breaks the line) and the same as texts."""

    label: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Series:
    """The course of one indicator for the area, its commune and the Kreis."""

    heading: str
    subtitle: str
    dates: tuple[str, ...]
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: str
    decimals: int


@dataclass(frozen=True)
class Profile:
    """Everything about one area."""

    place: Place
    commune: Place | None
    district: Place | None
    subtitle: str
    badge: Badge | None
    tiles: tuple[Tile, ...]
    sentences: tuple[str, ...]
    pyramid: Pyramid | None
    households: BarGroup
    origin: BarGroup
    series: Series | None
    rows: tuple[Figure, ...]
    footer: str
