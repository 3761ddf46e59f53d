"""The accessible twin of a printed profile: one self-contained HTML page per area, and an index of all.

The pages hold the same `Profile` as the printed ones, so numbers and sentences are equal. They need no network and no
script. Source: WCAG 2.1 level AA, and BITV 2.0 for German public bodies.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from ..numbers import GERMAN, HIDDEN_MARK, MISSING_MARK, NumberFormat
from ..paths import resource
from ..publication import PUBLICATION, file_name
from .colours import Theme
from .facilities import listed
from .html_charts import InlineCharts
from .html_contents import figures_of, numbered_tables, order_of, printed_values
from .html_language import DataTexts
from .html_values import MARKS, age_labels, course_rows, series_heading, share_text, spoken_cells, with_unit
from .model import Local, Profile
from .places import Place
from .sentences import POPULATION_CODE
from .table import safe_code, slug
from .texts import Texts
from .unit_names import name_with_unit

INDEX_STEM = "index"
LONGEST_SLUG = 80
WEB_LOOK = {
    "number_cell": ' class="number"',
    "own_cell": ' class="number own"',
    "wide_head": ' class="number"',
    "text_cell": "",
    "row_head": ('<th scope="row">', "</th>"),
    "table_look": "",
}
OFFICE_LOOK = {  # what word processors understand of HTML
    "number_cell": ' align="right" nowrap',
    "own_cell": ' align="right" nowrap',
    "wide_head": ' align="right"',
    "text_cell": ' align="left"',
    "row_head": ("<td>", "</td>"),
    "table_look": ' width="100%" border="1" rules="rows" frame="hsides" cellpadding="3" cellspacing="0"',
}
_SORTED_AS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@dataclass(frozen=True)
class PageOptions:
    """What all pages share: head line, name of Kreis or commune, publisher, use, the map's source, colours, numbers."""

    title: str = "Sozialraumprofil"
    place: str = ""
    author: str = ""
    use: str = PUBLICATION
    credit: str = ""
    theme: Theme = field(default_factory=Theme)
    numbers: NumberFormat = GERMAN


@dataclass(frozen=True)
class Link:
    """A page and what it is called."""

    href: str
    name: str


@dataclass(frozen=True)
class Surroundings:
    """The map of an area as PNG (or none), and the areas around it."""

    picture: bytes = b""
    neighbours: tuple[Link, ...] = ()

    @property
    def source(self) -> str:
        """Return the picture as a data URI."""
        return f"data:image/png;base64,{base64.b64encode(self.picture).decode()}" if self.picture else ""


@dataclass(frozen=True)
class IndexRow:
    """An area in the index: its page, code, inhabitants as printed and class in words."""

    link: Link
    code: str
    population: str
    badge: str


def page_texts(language: str) -> Texts:
    """Return the words of the pages that the printed profile does not have."""
    return Texts(language, resource("profiles", "html", f"texts_{language}.json"))


def page_name(profile: Profile, use: str) -> str:
    """Return the file name of an area's page: ``0599900101_muehlenviertel.html``."""
    return file_name(f"{safe_code(profile.place.code)}_{slug(profile.place.name)[:LONGEST_SLUG]}", ".html", use)


def page_links(profiles: Iterable[Profile], use: str) -> dict[str, Link]:
    """Return the page of each area by its code; areas of equal name are told apart by their code."""
    every = list(profiles)
    times = Counter(profile.place.name for profile in every)
    return {
        place.code: Link(page_name(profile, use), _told_apart(place, times[place.name]))
        for profile, place in ((profile, profile.place) for profile in every)
    }


def _told_apart(place: Place, times: int) -> str:
    return place.name if times == 1 else f"{place.name} ({place.code})"


def by_name(profiles: Iterable[Profile]) -> list[Profile]:
    """Return profiles in the order of a German directory, ä as a (DIN 5007-1); equal names by code."""
    return sorted(profiles, key=lambda each: (each.place.name.casefold().translate(_SORTED_AS), each.place.code))


def index_row(profile: Profile, link: Link, numbers: NumberFormat) -> IndexRow:
    """Return an area's row of the index; a hidden number of inhabitants stays hidden."""
    badge = profile.badge
    note = f" ({badge.note})" if badge and badge.note and badge.status is None else ""
    return IndexRow(
        link,
        profile.place.code,
        _population(profile, numbers),
        badge.headline + note if badge else "",
    )


def _index_rows(profiles: Iterable[Profile], links: Mapping[str, Link], numbers: NumberFormat) -> list[IndexRow]:
    """Return the rows of a level by name; where others have a class, one that is in no index has none."""
    rows = [index_row(profile, links[profile.place.code], numbers) for profile in by_name(profiles)]
    with_class = any(row.badge for row in rows)
    return [replace(row, badge=row.badge or MISSING_MARK) if with_class else row for row in rows]


def _population(profile: Profile, numbers: NumberFormat) -> str:
    counted = [figure.value for figure in figures_of(profile) if figure.code == POPULATION_CODE]
    if counted:
        return counted[0]
    return numbers.number(profile.place.population)


class HtmlPages:
    """Renders the pages of all areas with what they share."""

    def __init__(self, texts: Texts, options: PageOptions, folder: Path | None = None) -> None:
        """Take the language of `texts`; `folder` may hold the user's own templates of the same names."""
        self._texts, self._options = texts, options
        self._words = page_texts(texts.language)
        self._charts = InlineCharts(options.theme, texts, self._words)
        self._environment = _environment(folder or resource("profiles", "html"))
        self._spoken = spoken_cells(self._words)

    def page(
        self,
        profile: Profile,
        surroundings: Surroundings | None = None,
        before: Link | None = None,
        after: Link | None = None,
    ) -> str:
        """Return the page of an area with the way to the index, to the area before and to the one after."""
        return self._render(
            "page.html.j2",
            cell=self._spoken,
            charts=self._charts.of_profile(profile),
            index=file_name(INDEX_STEM, ".html", self._options.use),
            before=before,
            after=after,
            **self._content(profile, surroundings or Surroundings()),
        )

    def document(self, profile: Profile, surroundings: Surroundings | None = None) -> str:
        """Return texts and tables of an area as plain HTML, from which a word processor makes a document."""
        content = self._content(profile, surroundings or Surroundings())
        return self._render("document.html.j2", OFFICE_LOOK, cell=escape, **content)

    def index(self, levels: Sequence[tuple[str, Sequence[Profile]]], notes: str = "") -> str:
        """Return the page that leads to all areas: a table for each (level, profiles), sorted by name."""
        use = self._options.use
        links = page_links((profile for _, profiles in levels for profile in profiles), use)
        numbers = self._texts.numbers
        tables = [
            (self._texts.level(level, "plural"), _index_rows(profiles, links, numbers)) for level, profiles in levels
        ]
        every = [row for _, rows in tables for row in rows]
        values = [row.population for row in every] + [row.badge for row in every if row.badge == MISSING_MARK]
        return self._render(
            "index.html.j2",
            cell=self._spoken,
            tables=tables,
            count=len(every),
            marks=self._marks(" ".join(values), ""),
            confidentiality=self._texts.phrase("internal_note") if use != PUBLICATION else "",
            notes=notes,
            **self._data_texts([self._excluded(profile) for _, profiles in levels for profile in profiles]),
        )

    def _render(self, template: str, look: Mapping[str, object] = WEB_LOOK, **values: object) -> str:
        shared = {"options": self._options, "theme": self._options.theme, "language": self._texts.language}
        numbers = self._texts.numbers
        words = {"t": self._texts.phrase, "w": self._words.phrase, "date_text": numbers.short_date}
        words |= {"with_unit": partial(with_unit, numbers=numbers), "gap": numbers.gap}
        words |= {"listed": listed, "name_with_unit": name_with_unit}
        return self._environment.get_template(template).render(**_marked_up(look), **words, **shared, **values)

    def _content(self, profile: Profile, surroundings: Surroundings) -> dict[str, object]:
        figures = figures_of(profile)
        courses = course_rows(profile.tiles, self._texts.numbers)
        credit = self._options.credit or self._texts.phrase("map_credit_default")
        return {
            "profile": profile,
            "tables": numbered_tables(profile),
            "has_interval": any(row.interval for theme in profile.themes for row in theme.rows),
            "has_commune": any(figure.commune for figure in figures),
            "has_district": any(figure.district for figure in figures),
            "courses": courses,
            "course_tiles": [tile.figure for tile in profile.tiles if tile.course],
            "pyramid_rows": self._pyramid_rows(profile),
            "series_heading": series_heading(profile.series, self._texts) if profile.series else "",
            "surroundings": surroundings,
            "local": profile.local or Local(),
            **order_of(profile),
            "credit": self._texts.phrase("map_credit", credit=credit),
            "marks": self._marks(printed_values(profile, figures, courses, self._texts.numbers), profile.footer),
            **self._data_texts(self._names(profile, surroundings)),
        }

    def _data_texts(self, names: Iterable[str]) -> dict[str, object]:
        """Return the functions of the templates for texts of the data; our own title is German, too."""
        made = DataTexts(self._texts.language, [*names, PageOptions().title])

        def quantity(value: str, unit: str) -> Markup:
            if not unit or value in ("", HIDDEN_MARK, MISSING_MARK):
                return self._spoken(value)
            return self._spoken(value) + escape(self._texts.numbers.gap(unit)) + made.whole(unit)

        return {"data": made.whole, "mixed": made.parts, "quantity": quantity, "data_lang": made.attribute}

    def _names(self, profile: Profile, surroundings: Surroundings) -> list[str]:
        """Return the names and words of the data that may stand within our own sentences and headings."""
        ours = {self._texts.phrase("theme_other"), self._texts.phrase("theme_all")}
        places = [each.name for each in (profile.place, profile.commune, profile.district) if each is not None]
        themes = [theme.name for theme in profile.themes if theme.name not in ours]
        units = [figure.unit for figure in figures_of(profile)]
        asked = [question.text for question in (profile.local.survey if profile.local else ())]
        neighbours = [link.name for link in surroundings.neighbours]
        return [*profile.data_names, *places, *themes, *units, *asked, *neighbours, self._excluded(profile)]

    def _excluded(self, profile: Profile) -> str:
        """Return why an area has no class, if the data tell it."""
        badge = profile.badge
        known = badge is not None and badge.status is None and badge.note != self._texts.phrase("badge_unknown_reason")
        return badge.note if badge is not None and known else ""

    def _pyramid_rows(self, profile: Profile) -> list[tuple[str, list[str]]]:
        """Return the age groups, oldest first as in the picture, each with the shares as printed."""
        pyramid = profile.pyramid
        if pyramid is None:
            return []
        columns = [pyramid.men, pyramid.women]
        columns += [pyramid.commune_men, pyramid.commune_women] if pyramid.commune_men else []
        labels = age_labels(pyramid.ages, self._words)
        written = [[share_text(value, self._texts.numbers) for value in column] for column in columns]
        return [(label, list(values)) for label, *values in zip(labels, *written)][::-1]

    def _marks(self, printed: str, told: str) -> list[str]:
        """Return what those marks mean that are on the page and not yet explained in `told`."""
        explained = [(mark, self._texts.phrase(name)) for mark, name in MARKS]
        return [text for mark, text in explained if mark in printed and text not in told]


def _marked_up(look: Mapping[str, object]) -> dict[str, object]:
    return {name: Markup(part) if isinstance(part, str) else tuple(map(Markup, part)) for name, part in look.items()}


@lru_cache(maxsize=4)
def _environment(folder: Path) -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(str(folder)), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
