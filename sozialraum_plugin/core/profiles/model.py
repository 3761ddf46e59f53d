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
    date: str = ""  # its Stichtag


@dataclass(frozen=True)
class Tile:
    """A key figure with its course: one number per Stichtag, None where there is none to show."""

    figure: Figure
    course: tuple[float | None, ...]
    dates: tuple[str, ...] = ()  # of the course
    texts: tuple[str, ...] = ()  # the course as printed


@dataclass(frozen=True)
class Badge:
    """The class of the index: `status` 1 to 4, or None with the reason of exclusion in `note`.

    `dynamics` is ``+``, ``+/-`` or ``-``, empty where there is none.
    """

    headline: str
    note: str
    status: int | None
    dynamics: str = ""


@dataclass(frozen=True)
class Bar:
    """A share of the area and of its commune in percent; None where it is not shown."""

    name: str
    text: str
    value: float | None
    commune: float | None
    commune_text: str = ""
    lower: float | None = None  # ends of the 95 % interval
    upper: float | None = None
    interval: str = ""


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
    estimated: tuple[bool, ...] = ()  # drawn hollow, marked with * in the text
    breaks: tuple[int, ...] = ()  # positions whose value is for other boundaries than the one before
    drawn: bool = True  # else it stands in the table only


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
    breaks: tuple[tuple[int, str], ...] = ()  # positions before which a mark stands, and its words
    note: str = ""  # explains marks, empty without any
    indicator: str = ""  # its name, never shortened


@dataclass(frozen=True)
class IndexField:
    """How many areas are in each group: `counts` by status (rows) and dynamics (columns; one if there are none).

    `own` is row and column of this area's group, `group` its code (``3+/-``), `outside` counts areas without a class.
    """

    statuses: tuple[str, ...]
    dynamics: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    outside: int
    own: tuple[int, int] | None
    group: str


@dataclass(frozen=True)
class Standing:
    """An indicator of an area against all areas of its level.

    `all_values` are the shown values of all areas, in order; `deviation` is in standard deviations from their mean;
    `lower` and `upper` are the ends of the 95 % interval, `interval` both as text. None where there is none to show.
    """

    figure: Figure
    all_values: tuple[float, ...] = ()
    value: float | None = None
    commune: float | None = None
    deviation: float | None = None
    deviation_text: str = ""
    lower: float | None = None
    upper: float | None = None
    interval: str = ""


@dataclass(frozen=True)
class IndicatorTheme:
    """The indicators of one theme, in the order of the table."""

    name: str
    rows: tuple[Standing, ...]


@dataclass(frozen=True)
class FacilityGroup:
    """The facilities of one kind in the area; `letter` is that of the map, or empty.

    `known` tells that the name is ours and in the profile's language, not a word of the data.
    """

    letter: str
    name: str
    count: int
    names: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True)
class SurveyAnswer:
    """An answer and its share in percent; None where it is hidden or missing."""

    text: str
    share_text: str
    share: float | None


@dataclass(frozen=True)
class SurveyQuestion:
    """A question with its answers; `respondents` is None where the table does not tell."""

    text: str
    respondents: int | None
    answers: tuple[SurveyAnswer, ...]


@dataclass(frozen=True)
class Actor:
    """Who or what works in the area, and at what."""

    kind: str
    name: str
    task: str


@dataclass(frozen=True)
class Local:
    """What other tables say of the area; each part may be empty."""

    facilities: tuple[FacilityGroup, ...] = ()
    survey: tuple[SurveyQuestion, ...] = ()
    actors: tuple[Actor, ...] = ()
    notes: tuple[str, ...] = ()


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
    confidentiality: str = ""  # printed on each page; empty for publication
    themes: tuple[IndicatorTheme, ...] = ()  # all indicators
    index_field: IndexField | None = None
    local: Local | None = None
    named_sections: tuple[str, ...] = ()  # those that the user put in an order
    data_names: tuple[str, ...] = ()  # of indicators, themes and sources: words of the data, not of the profile
