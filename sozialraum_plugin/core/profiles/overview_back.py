"""Glossary, sources and imprint of the overview report, and the list of the profiles that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..indicators.indicator import Indicator as CatalogueEntry
from ..numbers import MISSING_MARK
from .flow import LEFT
from .observations import Indicator, year_text
from .overview_data import Overview, joined
from .overview_flow import WIDTH, Column, Flow, words
from .people import PYRAMID_CODE
from .texts import Texts

GERMAN = "de"
MOST_YEARS = 8
CODE, NAME, DATE = 21.0, 36.0, 22.0
YEAR_WIDTH = 8.5
ROOM = 30.0
LIST_ROW = 5.4
LINE_GAP = 1.2


@dataclass(frozen=True)
class Attached:
    """A profile that follows the report: the area's name and its number of pages."""

    name: str
    pages: int


def add_glossary(flow: Flow, overview: Overview) -> None:
    """Add name, unit, definition, caution and source of every indicator of the table."""
    texts = overview.words
    indicators = sorted(overview.builder.indicators, key=lambda each: each.code)
    if not indicators:
        return
    flow.chapter(texts.phrase("chapter_glossary"), ROOM)
    ages = texts.phrase("glossary_ages") if _ages(overview) else ""
    flow.text(joined((texts.phrase("glossary_note"), ages), " "), "small", gap=2.0)
    columns = [
        Column(CODE, style="small_strong"), Column(NAME, style="small_ink"), Column(15.0, style="small_ink"),
        Column(7.0, style="small_ink"), Column(WIDTH - CODE - NAME - 54.0, style="small_ink"),
        Column(32.0, style="small"),
    ]  # fmt: skip
    head = [
        texts.phrase(f"caption_{each}") for each in ("code", "indicator", "unit", "direction", "definition", "source")
    ]
    rows = [_glossary_row(each, overview.catalogue.get(each.code), texts) for each in indicators]
    flow.table("glossar", columns, head, rows)


def _glossary_row(indicator: Indicator, entry: CatalogueEntry | None, texts: Texts) -> list[str]:
    """Return the cells of an indicator; definitions that nobody wrote are said to be missing."""
    german = texts.language == GERMAN
    name = indicator.name
    definition = texts.phrase("no_definition")
    if entry is not None:
        name = name if german or entry.name_en in ("", name) else f"{entry.name_en}\n{name}"
        definition = entry.definition if german else entry.definition_en or entry.definition
        definition = definition or texts.phrase("no_definition")
        definition += "\n" + texts.phrase("caption_trap", text=entry.trap) if entry.trap else ""
    source = indicator.source or (entry.source if entry else "") or MISSING_MARK
    polarity = indicator.polarity.replace("-", "−")
    return [indicator.code, name, indicator.unit or MISSING_MARK, polarity, definition, source]


def _ages(overview: Overview) -> list[Indicator]:
    available = overview.builder.comparison.observations.available()
    return [each for each in available if PYRAMID_CODE.fullmatch(each.code)]


def add_sources(flow: Flow, overview: Overview) -> None:
    """Add source, newest Stichtag and, for each year, the number of areas with a value."""
    texts, indicators = overview.words, overview.builder.indicators
    if not indicators:
        return
    observations = overview.builder.comparison.observations
    years = sorted({year_text(date) for each in indicators for date in observations.dates(each.code)})
    shown = years[-MOST_YEARS:]
    flow.chapter(texts.phrase("chapter_sources"), ROOM)
    flow.text(texts.phrase("sources_note", left=shown[0] if len(shown) < len(years) else ""), "small", gap=2.0)
    fixed = WIDTH - YEAR_WIDTH * len(shown)
    source = fixed - CODE - NAME - DATE
    columns = [
        Column(CODE, style="small_strong"), Column(NAME, style="small_ink"), Column(source, style="small"),
        Column(DATE, style="small_ink"), *[Column(YEAR_WIDTH, True, "small_ink")] * len(shown),
    ]  # fmt: skip
    head = [texts.phrase(f"caption_{each}") for each in ("code", "indicator", "source", "date")]
    rows = [_source_row(overview, each, shown) for each in indicators]
    flow.table("quellen", columns, [*head, *shown], rows)
    ages = _ages(overview)
    if ages:
        date = max(observations.latest_date(each.code) or "" for each in ages)
        told = next((each.source for each in ages if each.source), MISSING_MARK)
        flow.text(texts.phrase("sources_ages", date=texts.numbers.short_date(date), source=told), "small")


def _source_row(overview: Overview, indicator: Indicator, years: Sequence[str]) -> list[str]:
    observations = overview.builder.comparison.observations
    written = overview.words.numbers.short_date
    newest = written(observations.latest_date(indicator.code))
    base = observations.denominator_date(indicator.code)
    if base and written(base) != newest:
        newest = overview.words.phrase("sources_base", date=newest, base=written(base))
    last = {year_text(date): date for date in observations.dates(indicator.code)}  # the newest of a year
    cells = [_year_cell(overview, indicator.code, last.get(year)) for year in years]
    return [indicator.code, indicator.name, indicator.source or MISSING_MARK, newest, *cells]


def _year_cell(overview: Overview, code: str, date: str | None) -> str:
    """Return ``17`` or, with two hidden values, ``15·2``; empty without a Stichtag."""
    if date is None:
        return ""
    observations = overview.builder.comparison.observations
    found = [observations.at(code, place.code, date) for place in overview.targets]
    values = sum(each is not None and each.value is not None for each in found)
    hidden = sum(each is not None and each.hidden for each in found)
    return f"{values}·{hidden}" if hidden else str(values)


def add_imprint(flow: Flow, overview: Overview) -> None:
    """Add publisher, edition, day of making and what it was made with."""
    texts, options = overview.words, overview.options
    lines = [
        texts.phrase(
            "imprint_title", title=options.title, place="" if overview.place in options.title else overview.place
        ),
        texts.phrase("imprint_publisher", author=options.author) if options.author else "",
        texts.phrase("imprint_edition", edition=options.edition) if options.edition else "",
        texts.phrase("map_credit", credit=options.credit) if options.credit else "",
        texts.phrase("imprint_made", date=options.made, version=overview.version),
        texts.phrase("imprint_fonts"),
        overview.internal_note,
    ]
    made = [words(line, LEFT, 0, WIDTH, "body") for line in lines if line]
    flow.chapter(texts.phrase("chapter_imprint"), sum(each.height + LINE_GAP for each in made))
    for each in made:
        flow.put(each.height + LINE_GAP, [each])


def add_profile_list(flow: Flow, overview: Overview, attached: Sequence[Attached]) -> None:
    """Add the list of the profiles, each with the page of the file on which it begins."""
    if not attached:
        return
    texts = overview.words
    flow.chapter(texts.phrase("chapter_profiles"), ROOM)
    flow.text(texts.phrase("profiles_note", count=len(attached)), gap=2.5)
    columns = (Column(WIDTH - 40.0), Column(40.0, True))
    head = [texts.phrase("caption_area"), texts.phrase("profiles_page")]
    trial = Flow(flow.page, flow.y)  # how many pages the list itself takes; numbers do not change its heights
    trial.table("profile", columns, head, [[each.name, "0"] for each in attached], least=LIST_ROW)
    before, rows = trial.page + 1, []
    for each in attached:
        rows.append([each.name, str(before + 1)])
        before += each.pages
    flow.table("profile", columns, head, rows, least=LIST_ROW)
