"""Which columns of somebody's street directory mean what: found by their names, else by their contents."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from .. import fields
from .address_columns import text_column
from .directory_layouts import SIDE_COLUMN_NAMES

EVEN_FROM, EVEN_TO, ODD_FROM, ODD_TO = "gerade_von", "gerade_bis", "ungerade_von", "ungerade_bis"
_OF = r"(?:von|ab|from|anfang|beginn|start)"
_TO = r"(?:bis|to|ende|end)"
_NR = r"(?:hausnummern?|hausnr|hnr|hnrn|hsnr|nummern?|nr|no)"
_SUFFIX = r"(?:hausnummern?zusatz|hausnrzusatz|hnrzusatz|hsnrzusatz|zusatz|zus|adz|buchstabe|buchst|zusaetze?)"
_EVEN, _ODD = r"(?:gerade|ger|g)", r"(?:ungerade|unger|ung|u)"
# In order of preference: of several columns that fit, the first pattern decides, then the first column.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (fields.AREA.name, r"gebiet|gebietsschluessel|gebiets?(?:nummer|nr|code|kennung|id)|gebietid"),
    (fields.AREA.name, r"sozialraum(?:schluessel|nummer|nr|code|id)?|quartiers?(?:schluessel|nummer|nr|code|id)?"),
    (fields.AREA.name, r"(?:plr|planungsraum|lor)(?:schluessel|nummer|nr|code|id)?|area(?:code|id)?|zone"),
    (fields.AREA.name, r"(?:stimm|wahl|schul|kita|seelsorge|kehr|statistischer?|stat)?bezirks?(?:nummer|nr|code|id)?"),
    (fields.AREA.name, r"(?:district|distrikt|viertel|stadtviertel|revier|sprengel|einzugsgebiet|schule)(?:nr|id)?"),
    (fields.AREA_NAME.name, r"(?:gebiets?|sozialraum|quartiers?|bezirks?|area|district|viertel)(?:name|bezeichnung)"),
    (fields.STREET_KEY.name, r"(?:strassen?|str)(?:schluessel|schl|nummer|nr|kennziffer|kennzahl|code|key|id)"),
    (fields.STREET.name, r"strasse|(?:strassen?|str)(?:name|bezeichnung|bez)|str|stn|street(?:name)?"),
    (EVEN_FROM, rf"{_EVEN}{_NR}?{_OF}|{_OF}{_NR}?{_EVEN}|{_NR}{_EVEN}{_OF}"),
    (EVEN_TO, rf"{_EVEN}{_NR}?{_TO}|{_TO}{_NR}?{_EVEN}|{_NR}{_EVEN}{_TO}"),
    (ODD_FROM, rf"{_ODD}{_NR}?{_OF}|{_OF}{_NR}?{_ODD}|{_NR}{_ODD}{_OF}"),
    (ODD_TO, rf"{_ODD}{_NR}?{_TO}|{_TO}{_NR}?{_ODD}|{_NR}{_ODD}{_TO}"),
    (fields.FROM_SUFFIX.name, rf"{_OF}{_NR}?{_SUFFIX}|{_SUFFIX}{_OF}|{_NR}{_OF}{_SUFFIX}|{_NR}{_SUFFIX}{_OF}"),
    (fields.TO_SUFFIX.name, rf"{_TO}{_NR}?{_SUFFIX}|{_SUFFIX}{_TO}|{_NR}{_TO}{_SUFFIX}|{_NR}{_SUFFIX}{_TO}"),
    (fields.FROM_NUMBER.name, rf"{_OF}{_NR}?|{_NR}{_OF}|{_NR}"),
    (fields.TO_NUMBER.name, rf"{_TO}{_NR}?|{_NR}{_TO}"),
    (fields.SIDE.name, r"seite|guf|gu|ug|fgu|gerung|geradeungerade|ungeradegerade|strassenseite|zaehlung|zaehlweise"),
    (fields.SIDE.name, r"(?:gu|guf|gerade)kennzeichen|hausnummernart|nummernart|art"),
    (fields.NUMBERS.name, rf"{_NR}|{_NR}(?:bereich|bereiche|text)|bereiche?|(?:haus)?nummern(?:bereich|bereiche)|teil"),
    (fields.POSTCODE.name, r"plz|postleitzahl|postcode|zip"),
    (fields.DISTRICT_PART.name, r"(?:orts|stadt|gemeinde)teil(?:name)?|ot|ortschaft"),
    (fields.COMMUNE.name, r"gemeinde|ags|gkz|gemeinde(?:schluessel|kennziffer|nr|nummer)|rs|ars"),
    (fields.AREAS_OF_STREET.name, r"gebiete|bezirke|(?:sozialraeume|quartiere|stimmbezirke|wahlbezirke|zuordnung)"),
    (fields.ADDRESS_COUNT.name, r"adressen|anzahladressen"),
)  # fmt: skip
_BARE_SUFFIX = re.compile(rf"(?:{_SUFFIX})_?\d?")
_PLACEHOLDER = re.compile(r"(?:field|column|spalte|feld)_?\d+", re.IGNORECASE)
_SIDE_LETTERS = {"G", "U", "F", ""}
_HEADLESS = (
    fields.STREET.name, fields.FROM_NUMBER.name, fields.FROM_SUFFIX.name, fields.SIDE.name, fields.TO_NUMBER.name,
    fields.TO_SUFFIX.name, fields.AREA.name,
)  # fmt: skip
_HEADLESS_TEXT = (fields.STREET.name, fields.NUMBERS.name, fields.AREA.name)
_OURS = {field.name for field in fields.STREET_DIRECTORY}


def find_columns(table: pd.DataFrame, area_column: str | None = None) -> dict[str, str]:
    """Return the table's columns by what they mean (names of `core.fields`, and EVEN_FROM to ODD_TO).

    Ours are taken as they are. `area_column` is the column of the area where the user names it. A table without a
    head (columns `field_1` and on) of seven or three columns is read by position.
    """
    columns = list(table.columns)
    if area_column:
        columns.remove(area_column)
    found = _by_position(table) if all(_PLACEHOLDER.fullmatch(name) for name in columns) else _by_name(columns)
    if area_column:
        found[fields.AREA.name] = area_column
    return found


def is_our_layout(columns: Mapping[str, str]) -> bool:
    """Tell whether sides and ends have the names that we write, so that an empty side means what we mean by it."""
    names = set(columns.values())
    return fields.FROM_NUMBER.name in names or {field.name for field in SIDE_COLUMN_NAMES.values()} <= names


def _by_name(columns: list[str]) -> dict[str, str]:
    plain = {name: plain_header(name) for name in columns}
    found = {name: name for name in columns if name in _OURS}
    taken = set(found)
    for meaning, pattern in _PATTERNS:
        if meaning in found:
            continue
        for name in columns:
            if name not in taken and re.fullmatch(pattern, plain[name]):
                found[meaning] = name
                taken.add(name)
                break
    if not {fields.TO_NUMBER.name, fields.NUMBERS.name} & found.keys():
        _take_for_text(found, plain)
    _add_bare_suffixes(columns, plain, taken, found)
    return found


def _take_for_text(found: dict[str, str], plain: dict[str, str]) -> None:
    """Take a single column of house numbers for a text with ranges."""
    column = found.get(fields.FROM_NUMBER.name)
    if column is not None and re.fullmatch(_NR, plain[column]):
        found[fields.NUMBERS.name] = found.pop(fields.FROM_NUMBER.name)


def _add_bare_suffixes(columns: list[str], plain: dict[str, str], taken: set[str], found: dict[str, str]) -> None:
    """Give columns that are only called suffix to the number before them."""
    position = {name: place for place, name in enumerate(columns)}
    upper = position.get(found.get(fields.TO_NUMBER.name, ""), len(columns))
    for name in columns:
        if name not in taken and _BARE_SUFFIX.fullmatch(plain[name]):
            meaning = fields.TO_SUFFIX if position[name] > upper else fields.FROM_SUFFIX
            found.setdefault(meaning.name, name)


def _by_position(table: pd.DataFrame) -> dict[str, str]:
    for meanings in (_HEADLESS, _HEADLESS_TEXT):
        if len(table.columns) == len(meanings):
            found = dict(zip(meanings, table.columns))
            side = found.get(fields.SIDE.name)
            if side is None or set(text_column(table[side]).str[:1].str.upper()) <= _SIDE_LETTERS:
                return found
    return {}


def plain_header(name: str) -> str:
    """Return a column's name in lower case, with ae for ä, without blanks and signs."""
    lower = str(name).strip().lower()
    for sign, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        lower = lower.replace(sign, spelled)
    return re.sub(r"[^a-z0-9]", "", lower)
