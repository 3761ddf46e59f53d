"""The table `profile`: one row per area with every text ready to print, so that a layout needs no plugin.

Columns that hold a list (`tabelle1_wert`, `zeitreihe_kopf`, ...) have one entry a line. Columns `*_bild` name the SVG
file of a chart, `*_x` and `*_y` say in millimetres where a section stands on its page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import pandas as pd

from ..fields import AREA, AREA_NAME, COMMUNE, LEVEL, Field, Kind
from .comparison import TILE_COUNT
from .flow import Flow, page_flow
from .model import BarGroup, Figure, Profile
from .observations import date_text
from .profiles import short_code
from .texts import Texts

SERIES_LINES = 3
TABLE_COLUMNS = 2
LONGEST_TITLE = 24
LONGEST_ROW_NAME = 33
TILE_PARTS = ("name", "wert", "einheit", "gemeinde", "kreis", "rang", "bild")
FIGURE_PARTS = ("name", "wert", "gemeinde", "kreis", "rang")
HEAD = ("titel", "untertitel", "kopf", "klasse", "klasse_hinweis", "klasse_bild")
PEOPLE = (
    "pyramide_titel", "pyramide_stichtag", "pyramide_hinweis", "pyramide_bild",
    "haushalte_titel", "haushalte_hinweis", "haushalte_name", "haushalte_wert", "haushalte_bild",
    "herkunft_titel", "herkunft_hinweis", "herkunft_name", "herkunft_wert", "herkunft_bild",
)  # fmt: skip
SERIES = ("zeitreihe_titel", "zeitreihe_hinweis", "zeitreihe_bild", "zeitreihe_kopf", "zeitreihe_namen")
TABLE = ("tabelle_titel", "tabelle_hinweis", "tabelle_rest")
POSITIONS = (
    "satz_y", "haushalte_x", "haushalte_y", "herkunft_y", "zeitreihe_y", "tabelle_y", "lage_xmin", "lage_ymin",
    "lage_xmax", "lage_ymax",
)  # fmt: skip


def profile_fields() -> tuple[Field, ...]:
    """Return the columns of the table, in their order."""
    tiles = [f"kachel{number}_{part}" for number in range(1, TILE_COUNT + 1) for part in TILE_PARTS]
    lines = [f"zeitreihe_zeile{number}" for number in range(1, SERIES_LINES + 1)]
    columns = [f"tabelle{number}_{part}" for number in range(1, TABLE_COLUMNS + 1) for part in FIGURE_PARTS]
    texts = [*HEAD, *tiles, "satz", *PEOPLE, *SERIES, *lines, *TABLE, *columns, "fusszeile"]
    return (
        AREA, AREA_NAME, LEVEL, COMMUNE, *map(Field, texts), *(Field(name, Kind.REAL) for name in POSITIONS)
    )  # fmt: skip


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
        **_head(profile),
        **_tiles(profile, texts),
        **_people(profile, texts),
        **_series(profile),
        **_table(profile, flow, texts),
        **{f"{name}_bild": chart_file(place.code, name) for name in charts},
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
    """Return a long name in two lines, broken near its middle at a blank, a hyphen or a slash."""
    breaks = [match.end() for match in re.finditer(r"[ /–-]", name)][: len(name)]
    breaks = [position for position in breaks if 3 <= position <= len(name) - 3]
    if len(name) <= LONGEST_TITLE or not breaks:
        return name
    middle = min(breaks, key=lambda position: abs(position - len(name) / 2))
    return f"{name[:middle].rstrip(' ')}\n{name[middle:]}"


def _head(profile: Profile) -> dict[str, str]:
    place, badge = profile.place, profile.badge
    return {
        "titel": title_lines(place.name),
        "untertitel": profile.subtitle,
        "kopf": f"{short_code(place)} {place.name}".strip(),
        "klasse": badge.headline if badge else "",
        "klasse_hinweis": badge.note if badge else "",
    }


def _tiles(profile: Profile, texts: Texts) -> dict[str, str]:
    row: dict[str, str] = {}
    for number, tile in enumerate(profile.tiles, start=1):
        figure = tile.figure
        parts = {
            "name": figure.name,
            "wert": figure.value,
            "einheit": figure.unit if figure.is_number else "",
            "gemeinde": figure.commune,
            "kreis": figure.district,
            "rang": texts.phrase("rank", place=figure.rank[0], count=figure.rank[1]) if figure.rank else "",
        }
        row.update({f"kachel{number}_{part}": value for part, value in parts.items()})
    return row


def _people(profile: Profile, texts: Texts) -> dict[str, str]:
    row: dict[str, str] = {}
    if profile.pyramid:
        row["pyramide_titel"] = texts.phrase("heading_pyramid")
        row["pyramide_stichtag"] = date_text(profile.pyramid.date)
        row["pyramide_hinweis"] = texts.phrase("note_pyramid", commune=bool(profile.pyramid.commune_men))
    row.update(_bars("haushalte", profile.households, texts.phrase("heading_households"), texts))
    row.update(_bars("herkunft", profile.origin, texts.phrase("heading_origin"), texts))
    return row


def _bars(section: str, group: BarGroup, heading: str, texts: Texts) -> dict[str, str]:
    if not group.bars:
        return {}
    has_ticks = any(bar.commune is not None for bar in group.bars)
    return {
        f"{section}_titel": heading,
        f"{section}_hinweis": texts.phrase("caption_tick") if has_ticks else "",
        f"{section}_name": _lines(bar.name for bar in group.bars),
        f"{section}_wert": _lines(bar.text for bar in group.bars),
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
        **rows,
    }


def _table(profile: Profile, flow: Flow, texts: Texts) -> dict[str, str]:
    if not profile.rows:
        return {}
    left, right = flow.table_rows
    row = {}
    if left:
        row = {"tabelle_titel": texts.phrase("heading_table"), "tabelle_hinweis": texts.phrase("subtitle_table")}
    if flow.rows_left_out:
        row["tabelle_rest"] = texts.phrase("table_more", count=flow.rows_left_out)
    for number, part in enumerate((profile.rows[:left], profile.rows[left : left + right]), start=1):
        row.update(_table_column(number, part))
    return row


def _table_column(number: int, figures: Iterable[Figure]) -> dict[str, str]:
    found = list(figures)
    columns = {
        "name": _lines(_row_name(figure) for figure in found),
        "wert": _lines(figure.value for figure in found),
        "gemeinde": _lines(figure.commune for figure in found),
        "kreis": _lines(figure.district for figure in found),
        "rang": _lines(f"{figure.rank[0]}/{figure.rank[1]}" if figure.rank else "" for figure in found),
    }
    return {f"tabelle{number}_{part}": text for part, text in columns.items() if text.strip()}


def _row_name(figure: Figure) -> str:
    """Return name and unit; a name too long for its cell ends in three dots before the unit."""
    unit = f", {figure.unit}" if figure.unit else ""
    room = LONGEST_ROW_NAME - len(unit)
    name = figure.name if len(figure.name) <= room else figure.name[: room - 1].rstrip() + "…"
    return name + unit


def _positions(flow: Flow) -> dict[str, float]:
    return {
        "satz_y": flow.text_y,
        "haushalte_x": flow.bars_x,
        "haushalte_y": flow.households_y,
        "herkunft_y": flow.origin_y,
        "zeitreihe_y": flow.series_y,
        "tabelle_y": flow.table_y,
    }


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.replace("\n", " ") for text in texts)
