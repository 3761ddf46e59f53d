"""What the heads of columns say about their roles, in the words that offices use."""

from __future__ import annotations

import re

KEY_HEADS = (
    "gebiet", "gebietsschlüssel", "gebietsschluessel", "gebietskennziffer", "gebietscode", "gebiet_id", "schlüssel",
    "schluessel", "kennziffer", "raumid", "plr_id", "bzr_id", "ags", "ars", "_rs", "rs", "regionalschlüssel",
    "gemeindeschlüssel", "amtlicher gemeindeschlüssel", "gkz", "gitter_id", "fips", "code",
    "id", "nummer", "nr", "nr.", "key",
)  # fmt: skip
_AREA_WORD = (
    "gebiets?|raum|räume|regional|region|gemeinde|gem|kreis|bezirks?|stadtteil|stadtbezirk|sozialraum|quartiers?|"
    "planungsraum|bezirksregion|prognoseraum|block|plr|bzr|pgr|lor|stimmbezirk|wahlbezirk|viertel|stadtviertel|"
    "statistischer[ _]bezirk|district|area|gitter|ort|ortsteil|st|stb|stt|stv|sgb"
)
_KEY_PATTERN = re.compile(
    rf"(?:{_AREA_WORD})s?[-_ .]*(?:id|ids|nr\.?|nummer|schl(?:ü|ue)ssel|kennziffer|code|key|kennung|kz)"
    rf"(?:_\d+k?m)?(?:[-_ ].*)?|(?:nr|id|schl)[-_ ](?:{_AREA_WORD})\w*"
    r"|gitter_id.*|(?:ags|ars|plr|bzr|lor|raum)[-_ ]?\w{0,12}|.*gemeindeschl(?:ü|ue)ssel.*",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(
    rf"(?:.*[-_ ])?name(?:[-_ ].*)?|bezeichnung|gebietsname|(?:{_AREA_WORD})s?(?:[-_ ]?(?:name|bezeichnung))?",
    re.IGNORECASE,
)
DATE_HEADS = {
    "berichtsmonat", "stichtag", "zeit", "datum", "jahr", "berichtsjahr", "monat", "wahltag", "year", "date", "quartal",
    "berichtsquartal", "zeitpunkt", "zeitraum", "stand", "erhebungsjahr", "jahr_monat", "time", "kalenderjahr", "jahre",
    "berichtszeitraum", "zeitbezug", "periode",
}  # fmt: skip
PART_HEADS = {"quartal", "monat", "halbjahr", "vierteljahr", "month", "quarter"}
_IDENTIFIER = re.compile(
    r"objectid|fid|ogc_fid|gid|id|oid|uuid|shape[_.]?(?:len(?:g|gth)?|area)|[xy](?:_mp.*)?|lon|lat|longitude|latitude|"
    r"(?:.*[-_ ])?(?:koord|koor|coord).*|koor[xy]|easting|northing|rechtswert|hochwert|plz|postleitzahl|"
    r"postzustellbezirk|"
    r".*[-_ ](?:id|nr\.?|code|schl(?:ü|ue)ssel|kennung|kennziffer)|nr\.?|nummer|bez|pgr|bzr|plr|bezpgr|stadtraum|fips|"
    r".*(?:schl(?:ü|ue)ssel|kennziffer|wahlkreis|wahlbezirk|stimmbezirk)|lfd\.? ?nr\.?|index|telefon|fax|z[äa]hler_id",
    re.IGNORECASE,
)
_VARIABLE_HEAD = re.compile(
    r"(?:merkmal|variable|indikator|kennzahl|ausprägung|auspraegung|kategorie|thema|merkmalsausprägung|indicator)"
    r"(?:[-_ .]?(?:name|bezeichnung|text|code|kürzel))?s?",
    re.IGNORECASE,
)
_BREAKDOWN_HEAD = re.compile(
    r"alter|altersgruppen?|altersjahre?|altersklassen?|geschlecht|sex|gender|staatsangehörigkeit|nationalität|nation|"
    r"familienstand|haushaltsgröße|haushaltsgroesse|haushaltstyp|wohnungstyp|schulform|partei|rechtskreis|geschl",
    re.IGNORECASE,
)
_GENERIC_VALUE = re.compile(
    r"wert(?:e)?|value|anzahl|zahl|count|n|betrag|ergebnis|obs_value|häufigkeit|haeufigkeit", re.IGNORECASE
)
MARKER_HEAD = re.compile(r"werterl(?:ä|ae)uternde[ _]zeichen", re.IGNORECASE)


def plain(name: str) -> str:
    """Return a head in small letters with single blanks."""
    return " ".join(name.split()).lower()


def names_key(head: str) -> bool:
    """Tell whether a head names the code of an area, in a word of its own making."""
    return bool(_KEY_PATTERN.fullmatch(plain(head)))


def names_row(head: str) -> bool:
    """Tell whether a head names the number that a program gave to each row."""
    return plain(head) in ("objectid", "fid", "ogc_fid", "oid", "lfd. nr.", "lfd. nr", "lfd.nr.", "laufende nummer")


def names_area(head: str) -> bool:
    """Tell whether a head names the area by its name."""
    return bool(_NAME_HEAD.fullmatch(plain(head)))


def names_identifier(head: str) -> bool:
    """Tell whether the numbers below a head identify something instead of counting it."""
    return bool(_IDENTIFIER.fullmatch(plain(head)))


def names_variable(head: str) -> bool:
    """Tell whether a head says that its column names the variable of each row."""
    return bool(_VARIABLE_HEAD.fullmatch(plain(head)))


def names_breakdown(head: str) -> bool:
    """Tell whether a head names a group of people or dwellings, such as age or sex."""
    return bool(_BREAKDOWN_HEAD.fullmatch(plain(head)))


def is_generic_value(head: str) -> bool:
    """Tell whether a head such as ``Wert`` says nothing about what is counted."""
    return bool(_GENERIC_VALUE.fullmatch(plain(head)))
