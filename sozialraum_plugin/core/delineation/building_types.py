"""What a building is used for, read from OpenStreetMap's `building`, ALKIS Gebäudefunktion or German words.

OpenStreetMap: wiki page Key:building. ALKIS: AX_Gebaeudefunktion of the GeoInfoDok (1010 Wohnhaus, 2463 Garage, ...),
also written with the kind of object before it (31001_1010).
"""

from __future__ import annotations

import re
from enum import IntEnum

import numpy as np
import pandas as pd

from .address_columns import text_column


class Use(IntEnum):
    """What a value says about a building; the first five are types, the others leave questions open."""

    SINGLE = 0  # one or two dwellings, detached or semi-detached
    TERRACED = 1
    MULTI = 2
    HIGH_RISE = 3
    NON_RESIDENTIAL = 4
    OUTBUILDING = 5  # garage, shed
    HOUSE = 6  # one household's house, detached or terraced
    RESIDENTIAL = 7  # dwellings, nothing more is known
    UNKNOWN = 8


_OSM = {
    Use.SINGLE: "detached semidetached_house semi bungalow farm cabin villa houseboat static_caravan tree_house manor",
    Use.TERRACED: "terrace terraced terraced_house row_house",
    Use.MULTI: "apartments apartment dormitory block_of_flats tenement",
    Use.HIGH_RISE: "high_rise highrise tower_block skyscraper",
    Use.HOUSE: "house",
    Use.RESIDENTIAL: "residential mixed mixed_use living",
    Use.OUTBUILDING: (
        "garage garages carport shed hut roof greenhouse glasshouse allotment_house barn stable sty cowshed "
        "farm_auxiliary outbuilding canopy container tent toilets bunker ruins collapsed conservatory slurry_tank "
        "livestock storage_tank silo gazebo pavilion carports boathouse annex"
    ),
    Use.NON_RESIDENTIAL: (
        "commercial industrial retail office hotel school university college kindergarten hospital church chapel "
        "cathedral mosque synagogue temple monastery religious shrine presbytery warehouse supermarket kiosk "
        "train_station transportation station public civic government fire_station museum theatre library sports_hall "
        "sports_centre stadium grandstand riding_hall service transformer_tower water_tower tower parking hangar "
        "factory manufacture workshop brewery digester power substation military prison castle palace townhall "
        "clinic bank restaurant pub cinema shop mall garden_house bridge gatehouse construction fort community_centre "
        "childcare nursery sanatorium weighbridge"
    ),
}
_BY_OSM = {word: use for use, words in _OSM.items() for word in words.split()}
_NO_INFORMATION = {"", "yes", "building", "ja", "unknown", "unbekannt", "9998", "9999", "0", "1", "true"}

# Words of ALKIS and of German building registers; the first that occurs decides.
_GERMAN = (
    (Use.UNKNOWN, r"nach quellenlage|keine angabe|ohne angabe"),
    (Use.NON_RESIDENTIAL, r"nichtwohn|nicht-wohn|kein wohn|schullandheim|ferienhaus|wochenendhaus|parkhaus|parkdeck"),
    (Use.OUTBUILDING, r"garage|schuppen|gartenhaus|gartenlaube|carport|gewächshaus|treibhaus|nebengeb|überdachung"),
    (Use.HIGH_RISE, r"\bhochhaus|wohnhochhaus|punkthaus"),
    (Use.MULTI, r"mehrfamilien|\bmfh|geschosswohn|wohnheim|seniorenheim|kinderheim|mietshaus|wohnblock"),
    (Use.TERRACED, r"reihen|\b(rh|rmh|reh)\b|gereiht|stadthaus"),
    (Use.SINGLE, r"einfamilien|zweifamilien|doppelhaus|\b(efh|zfh|dhh)\b|bauernhaus|forsthaus|villa|bungalow"),
    (Use.RESIDENTIAL, r"wohn"),
    (
        Use.NON_RESIDENTIAL,
        r"gebäude (für|zu|im|an|der)|betriebs|geschäft|büro|schule|kirche|kapelle|hotel|halle|werk|fabrik|kranken"
        r"|verwalt|rathaus|kindergarten|kinderkrippe|kindertages|gaststätte|laden|kaufhaus|feuerwehr|polizei|post"
        r"|museum|theater|lager|scheune|stall|tankstelle|umformer|gemeindehaus|universität|hochschul|wirtschaft"
        r"|kloster|schloss|burg|bahnhof|gewerbe|industrie|bibliothek|ärztehaus|heizwerk|turm|freizeit|sport",
    ),
)
_GERMAN_PATTERNS = tuple((use, re.compile(pattern)) for use, pattern in _GERMAN)

_ALKIS = re.compile(r"(?:(\d{5})_)?([1-3]\d{3})")
_ALKIS_BUILDING = "31001"
_ALKIS_USES = {
    **dict.fromkeys(range(1020, 1025), Use.MULTI),  # homes
    1025: Use.NON_RESIDENTIAL,
    1221: Use.SINGLE,
    1223: Use.SINGLE,
    1313: Use.OUTBUILDING,
    **dict.fromkeys((2310, 2320, 3100), Use.RESIDENTIAL),  # trade, industry or public purposes, with dwellings
    **dict.fromkeys((2463, 2465, 2723, 2740, 2741, 2742), Use.OUTBUILDING),
}
_ALKIS_LAST_RESIDENTIAL = 1299


def building_use(value: str) -> Use | None:
    """Return the use that a value stands for; None where the value is not known to us.

    >>> building_use("apartments").name, building_use("31001_1010").name, building_use("Reihenendhaus").name
    ('MULTI', 'RESIDENTIAL', 'TERRACED')
    """
    text = " ".join(value.strip().lower().split())
    if text in _NO_INFORMATION:
        return Use.UNKNOWN
    if text in _BY_OSM:
        return _BY_OSM[text]
    code = _ALKIS.fullmatch(text)
    if code is not None:
        return _alkis_use(code[1] or _ALKIS_BUILDING, int(code[2]))
    return next((use for use, pattern in _GERMAN_PATTERNS if pattern.search(text)), None)


def _alkis_use(kind: str, code: int) -> Use:
    if kind != _ALKIS_BUILDING:
        return Use.OUTBUILDING  # a structure such as a roof, not a building
    fallback = Use.RESIDENTIAL if code <= _ALKIS_LAST_RESIDENTIAL else Use.NON_RESIDENTIAL
    return _ALKIS_USES.get(code, fallback)


def building_uses(values: pd.Series) -> tuple[np.ndarray, dict[str, int]]:
    """Return the use (b,) of each value, and how often each value occurs that is not known to us; these are UNKNOWN."""
    codes, texts = pd.factorize(text_column(values))
    uses = [building_use(text) for text in texts]
    counts = np.bincount(codes, minlength=len(texts))
    strange = {text: int(count) for text, use, count in zip(texts, uses, counts) if use is None}
    table = np.array([Use.UNKNOWN if use is None else use for use in uses], dtype=np.int64)
    return table[codes] if len(codes) else np.empty(0, dtype=np.int64), strange
