"""The table `profile`: one row per area with every text ready to print, so that a layout needs no plugin.

Columns that hold a list (`alle_wert`, `zeitreihe_kopf`, ...) have one entry a line. Columns `*_bild` name the SVG
file of a chart, `*_x` and `*_y` say in millimetres where a section stands on its page. `reihenfolge` lists the sections
that the user has put in an order, so that the layout orders its pages by them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

import pandas as pd

from ..fields import AREA, AREA_NAME, COMMUNE, CONFIDENTIALITY, LEVEL, Field, Kind
from .comparison import TILE_COUNT
from .flow import Flow, page_flow
from .indicator_pages import PARTS, indicator_pages
from .local_pages import PARTS as LOCAL_PARTS
from .local_pages import local_pages
from .model import BarGroup, Figure, Profile
from .profiles import short_code
from .sections import BARS, ordered
from .slots import Slot
from .text_measure import shortened, width, wrapped
from .texts import Texts
from .unit_names import name_with_unit

SERIES_LINES = 3
LONGEST_TITLE = 24
TITLE_WIDTH, LONG_TITLE_SIZE = 137.0, 15.0  # millimetres, points
HEAD_WIDTH = 99.0
BADGE_WIDTH = 125.0
TILE_TEXT_WIDTH = 40.5
BAR_NAME_WIDTH = 68.0
FIGURE_SIZE, SMALL_FIGURE_SIZE, LONGEST_FIGURE = 20.0, 13.0, 8  # points; characters of a large number
PAGED_CHARTS = ("indikatoren", "ort")  # one a page, all in one column
TILE_PARTS = ("name", "wert", "einheit", "gemeinde", "kreis", "rang", "bild")
HEAD = ("titel", "untertitel", "kopf", "klasse", "klasse_hinweis", "klasse_bild")
PEOPLE = (
    "pyramide_titel", "pyramide_stichtag", "pyramide_hinweis", "pyramide_bild",
    "haushalte_titel", "haushalte_hinweis", "haushalte_name", "haushalte_wert", "haushalte_spanne", "haushalte_bild",
    "herkunft_titel", "herkunft_hinweis", "herkunft_name", "herkunft_wert", "herkunft_spanne", "herkunft_bild",
)  # fmt: skip
SERIES = (
    "zeitreihe_titel", "zeitreihe_hinweis", "zeitreihe_bild", "zeitreihe_kopf", "zeitreihe_namen", "zeitreihe_fuss",
)  # fmt: skip
INDEX_FIELD = (
    "feld_titel", "feld_hinweis", "feld_kopf", "feld_namen", "feld_anzahl", "feld_rest", "feld_bild", "feld_gruppe",
)  # fmt: skip
ALL = ("alle_titel", "alle_hinweis", "alle_thema", *(f"alle_{part}" for part in PARTS), "alle_bild")
LOCAL = ("ort_titel", *(f"ort_{part}" for part in LOCAL_PARTS), "ort_bild")
ORDER = "reihenfolge"
POSITIONS = (
    "satz_y", "pyramide_y", "haushalte_x", "haushalte_y", "herkunft_y", "zeitreihe_y", "feld_y", "lage_xmin",
    "lage_ymin", "lage_xmax", "lage_ymax",
)  # fmt: skip


def profile_fields() -> tuple[Field, ...]:
    """Return the columns of the table, in their order."""
    tiles = [f"kachel{number}_{part}" for number in range(1, TILE_COUNT + 1) for part in TILE_PARTS]
    lines = [f"zeitreihe_zeile{number}" for number in range(1, SERIES_LINES + 1)]
    texts = [*HEAD, *tiles, "satz", *PEOPLE, *SERIES, *lines, *INDEX_FIELD, *ALL, *LOCAL, "fusszeile", ORDER]
    positions = (Field(name, Kind.REAL) for name in POSITIONS)
    return (AREA, AREA_NAME, LEVEL, COMMUNE, *map(Field, texts), *positions, CONFIDENTIALITY)


def profile_table(
    profiles: Iterable[Profile], charts: dict[str, set[str]], extents: dict[str, tuple[float, ...]], texts: Texts
) -> pd.DataFrame:
    """Return one row per profile with the columns of `profile_fields`; what an area lacks is None.

    `charts` maps an area's code to the names of its charts, `extents` to the locator map's xmin, ymin, xmax, ymax.
    """
    rows = [
        profile_row(profile, charts.get(profile.place.code, set()), extents.get(profile.place.code, ()), texts)
        for profile in profiles
    ]
    return pd.DataFrame(rows, columns=[field.name for field in profile_fields()], dtype=object)


def profile_row(profile: Profile, charts: set[str], extent: tuple[float, ...], texts: Texts) -> dict[str, object]:
    """Return the row of one profile; see `profile_table`."""
    flow, place = page_flow(profile), profile.place
    row: dict[str, object] = {
        **dict.fromkeys(field.name for field in profile_fields()),
        AREA.name: place.code,
        AREA_NAME.name: place.name,
        LEVEL.name: place.level,
        COMMUNE.name: place.commune,
        "satz": " ".join(profile.sentences),
        "fusszeile": profile.footer,
        ORDER: _lines(profile.named_sections),
        CONFIDENTIALITY.name: profile.confidentiality,
        **_head(profile),
        **_tiles(profile, texts),
        **_people(profile, texts),
        **_series(profile),
        **_index_field(profile, texts),
        **{f"{name}_bild": chart_file(place.code, name) for name in charts if not name.startswith(PAGED_CHARTS)},
        **_all(profile, charts, texts),
        **_local(profile, charts, texts),
        **_positions(flow),
        **dict(zip(POSITIONS[-4:], extent)),
    }
    return {name: None if value == "" else value for name, value in row.items()}


def chart_file(code: str, chart: str) -> str:
    """Return the file name of a chart of an area: ``0599900101_pyramide.svg``."""
    return f"{safe_code(code)}_{chart}.svg"


def safe_code(code: str) -> str:
    """Return a code as part of a file name: unusual characters as their number, so that no two codes become one."""
    return re.sub(r"[^0-9A-Za-z-]", lambda found: f"_{ord(found.group()):x}", code)


def slug(text: str) -> str:
    """Return a text that is safe in any file name: ``Nördl. Höhe/Süd`` becomes ``noerdl-hoehe-sued``."""
    replaced = text.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    plain = unicodedata.normalize("NFKD", replaced).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "gebiet"


def title_lines(name: str) -> str:
    """Return a long name in two lines, broken near its middle at a blank, a hyphen or a slash, else anywhere."""
    breaks = [match.end() for match in re.finditer(r"[ /–-]", name)][: len(name)]
    breaks = [position for position in breaks if 3 <= position <= len(name) - 3]
    if len(name) <= LONGEST_TITLE:
        return name
    middle = min(breaks, key=lambda position: abs(position - len(name) / 2), default=0)
    lines = [name[:middle].rstrip(" "), name[middle:]] if middle else [name]
    if all(width(line, LONG_TITLE_SIZE, bold=True) <= TITLE_WIDTH for line in lines):
        return "\n".join(lines)
    cut = shortened(name, TITLE_WIDTH, LONG_TITLE_SIZE, bold=True, lines=2)
    return "\n".join(wrapped(cut, TITLE_WIDTH, LONG_TITLE_SIZE, bold=True))


def _head(profile: Profile) -> dict[str, str]:
    place, badge = profile.place, profile.badge
    return {
        "titel": title_lines(place.name),
        "untertitel": profile.subtitle,
        "kopf": shortened(f"{short_code(place)} {place.name}".strip(), HEAD_WIDTH, 8, bold=True),
        "klasse": badge.headline if badge else "",
        "klasse_hinweis": shortened(badge.note, BADGE_WIDTH, 7, lines=2) if badge else "",
    }


def _tiles(profile: Profile, texts: Texts) -> dict[str, str]:
    row: dict[str, str] = {}
    for number, tile in enumerate(profile.tiles, start=1):
        figure = tile.figure
        parts = {
            "name": shortened(_tile_name(figure), TILE_TEXT_WIDTH, 8, bold=True, lines=2),
            "wert": figure.value,
            "einheit": figure.unit if figure.is_number and _unit_fits(figure) else "",
            "gemeinde": figure.commune,
            "kreis": figure.district,
            "rang": texts.phrase("rank", place=figure.rank[0], count=figure.rank[1]) if figure.rank else "",
        }
        row.update({f"kachel{number}_{part}": value for part, value in parts.items()})
    return row


def _unit_fits(figure: Figure) -> bool:
    """Tell whether the unit has room behind the number."""
    size = FIGURE_SIZE if len(figure.value) <= LONGEST_FIGURE else SMALL_FIGURE_SIZE
    return width(figure.value, size, bold=True) + width(figure.unit, 10) + 1.5 <= TILE_TEXT_WIDTH


def _tile_name(figure: Figure) -> str:
    """Return the name, with the unit where that has no room behind the number."""
    return figure.name if _unit_fits(figure) or not figure.is_number else name_with_unit(figure.name, figure.unit)


def _people(profile: Profile, texts: Texts) -> dict[str, str]:
    row: dict[str, str] = {}
    if profile.pyramid:
        row["pyramide_titel"] = texts.phrase("heading_pyramid")
        row["pyramide_stichtag"] = texts.numbers.short_date(profile.pyramid.date)
        row["pyramide_hinweis"] = texts.phrase("note_pyramid", commune=bool(profile.pyramid.commune_men))
    lower = ordered(BARS, profile.named_sections)[1]
    above = profile.households if lower == "origin" else profile.origin
    told = lower if any(bar.interval for bar in above.bars) else ""
    for section, group, name in (
        ("haushalte", profile.households, "households"), ("herkunft", profile.origin, "origin"),
    ):  # fmt: skip
        row.update(_bars(section, group, texts.phrase(f"heading_{name}"), texts, told == name))
    return row


def _bars(section: str, group: BarGroup, heading: str, texts: Texts, explained: bool = False) -> dict[str, str]:
    """Return the columns of a section of bars; `explained` tells that the section above told what a span is."""
    if not group.bars:
        return {}
    marks = (
        ("caption_tick", any(bar.commune is not None for bar in group.bars)),
        ("caption_interval_short", not explained and any(bar.interval for bar in group.bars)),
    )
    return {
        f"{section}_titel": heading,
        f"{section}_hinweis": " · ".join(texts.phrase(phrase) for phrase, there in marks if there),
        f"{section}_name": _lines(shortened(bar.name, BAR_NAME_WIDTH, 8) for bar in group.bars),
        f"{section}_wert": _lines(bar.text for bar in group.bars),
        f"{section}_spanne": _lines(bar.interval for bar in group.bars).rstrip("\n"),
    }


def _series(profile: Profile) -> dict[str, str]:
    series = profile.series
    if series is None:
        return {}
    rows = {f"zeitreihe_zeile{number}": _lines(line.texts) for number, line in enumerate(series.lines, start=1)}
    return {
        "zeitreihe_titel": series.heading,
        "zeitreihe_hinweis": series.subtitle,
        "zeitreihe_kopf": _lines(series.labels),
        "zeitreihe_namen": _lines(line.label for line in series.lines),
        "zeitreihe_fuss": series.note,
        **rows,
    }


def _index_field(profile: Profile, texts: Texts) -> dict[str, str]:
    field = profile.index_field
    if field is None:
        return {}
    areas = texts.level(profile.place.level, "plural")
    return {
        "feld_titel": texts.phrase("heading_index" if field.dynamics else "heading_index_status"),
        "feld_hinweis": texts.phrase("note_index", areas=areas),
        "feld_kopf": _lines(field.dynamics or [texts.phrase("caption_count")]),
        "feld_namen": _lines(field.statuses),
        "feld_anzahl": _lines(str(count) for row in field.counts for count in row),
        "feld_rest": texts.phrase("index_outside", count=field.outside) if field.outside else "",
        "feld_gruppe": field.group,
    }


def _all(profile: Profile, charts: set[str], texts: Texts) -> dict[str, str]:
    """Return the lines of all pages of indicators, one list for each column, and the file of each page's chart."""
    pages = indicator_pages(profile, texts)
    if not pages:
        return {}
    return {
        "alle_titel": texts.phrase("heading_all"),
        "alle_hinweis": texts.phrase("note_all", areas=texts.level(profile.place.level, "plural")),
        **_slots("alle", [slot for page in pages for slot in page], "thema", PARTS),
        "alle_bild": _chart_files(profile.place.code, "indikatoren", len(pages), charts),
    }


def _local(profile: Profile, charts: set[str], texts: Texts) -> dict[str, str]:
    """Return the lines of facilities, survey, actors and notes, and the file of each page's chart."""
    pages = local_pages(profile, texts)
    if not pages:
        return {}
    return {
        **_slots("ort", [slot for page in pages for slot in page], "titel", LOCAL_PARTS),
        "ort_bild": _chart_files(profile.place.code, "ort", len(pages), charts),
    }


def _slots(section: str, slots: Sequence[Slot], head: str, parts: Sequence[str]) -> dict[str, str]:
    """Return the columns of a section of slots; a column without any text is left out."""
    columns = {head: [slot.head for slot in slots]}
    for number, part in enumerate(parts):
        columns[part] = [slot.cells[number] if slot.cells else "" for slot in slots]
    return {f"{section}_{part}": _lines(texts) for part, texts in columns.items() if any(texts)}


def _chart_files(code: str, name: str, pages: int, charts: set[str]) -> str:
    files = [f"{name}{number}" for number in range(1, pages + 1)]
    return _lines(chart_file(code, each) if each in charts else "" for each in files)


def _positions(flow: Flow) -> dict[str, float]:
    return {
        "satz_y": flow.text_y,
        "pyramide_y": flow.pyramid_y,
        "haushalte_x": flow.bars_x,
        "haushalte_y": flow.households_y,
        "herkunft_y": flow.origin_y,
        "zeitreihe_y": flow.series_y,
        "feld_y": flow.field_y,
    }


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.replace("\n", " ") for text in texts)
