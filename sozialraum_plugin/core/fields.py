"""The columns that one stage hands to the next, named once, in German, as users see them.

A table of a stage is described by a tuple of `Field`. Codes and keys are always text, so that leading zeros stay.
Dates are ISO text (``2025-12-31``) inside core; layers hold real dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """The type of a column."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Field:
    """One column: its name as users see it and its type."""

    name: str
    kind: Kind = Kind.TEXT


class Level:
    """Values of `ebene`, from the smallest unit to the largest."""

    BLOCK = "block"
    QUARTER = "quartier"
    SOCIAL_AREA = "sozialraum"
    COMMUNE = "gemeinde"
    DISTRICT = "kreis"
    ORDER = (BLOCK, QUARTER, SOCIAL_AREA, COMMUNE, DISTRICT)


class Flag:
    """Values of `kennzeichen`: why a value is missing or to be read with care. An empty text is a plain value."""

    NONE = ""
    SECRET = "geheim"  # hidden by the source or by our own rule
    SECONDARY = "geheim_sekundaer"  # hidden because another hidden value could be computed from it
    TOO_SMALL_BASE = "nenner_zu_klein"  # a rate on too small a denominator
    MISSING = "fehlt"  # no value was delivered
    NOT_APPLICABLE = "entfaellt"  # the cell makes no sense (x)
    LATER = "spaeter"  # will be delivered later (...)
    UNSAFE = "unsicher"  # statistically unsafe (/ or parentheses)
    ROUNDED_TO_ZERO = "gerundet_null"  # more than nothing, less than half a unit
    INCOMPLETE = "unvollstaendig"  # a sum over parts of which one is missing
    ESTIMATED = "geschaetzt"  # worked out by a model or carried over, not counted
    INTERNAL = "nur_intern"  # shown in the office only; publication hides it


# -- places ---------------------------------------------------------------------------------------------------------
AREA = Field("gebiet")  # code of the area a row belongs to or describes
AREA_NAME = Field("gebiet_name")
LEVEL = Field("ebene")  # one of Level
PARENT = Field("uebergeordnet")  # code of the area above
UNIT = Field("einheit")  # code of the smaller unit that an area is made of
UNIT_NAME = Field("einheit_name")
UNIT_LEVEL = Field("einheit_ebene")
UNIT_COUNT = Field("einheiten", Kind.INTEGER)  # how many units an area is made of
COMMUNE = Field("gemeinde")  # AGS, 8 digits
COMMUNE_NAME = Field("gemeinde_name")
DISTRICT_PART = Field("ortsteil")
POPULATION = Field("einwohner", Kind.INTEGER)
ADDRESS_COUNT = Field("adressen", Kind.INTEGER)
PARTS = Field("teile", Kind.INTEGER)  # of how many separate polygons an area consists
GROUND = Field("flaeche", Kind.REAL)  # square metres
NOTE = Field("hinweis")  # what a reader of the row must know, in a sentence
CONFIDENTIALITY = Field("vermerk")  # who may read the row: empty, or that it must not leave the office

# -- addresses ------------------------------------------------------------------------------------------------------
ADDRESS_ID = Field("adresse_id")
STREET_KEY = Field("strassenschluessel")
STREET = Field("strasse")
HOUSE_NUMBER = Field("hausnummer", Kind.INTEGER)
SUFFIX = Field("zusatz")
POSTCODE = Field("plz")
QUALITY = Field("qualitaet")
SOURCE_ID = Field("quell_id")
BLOCK = Field("block")
MATCH = Field("treffer")  # how a row found its address: a code
MATCH_SCORE = Field("guete", Kind.REAL)  # from 0 to 1

# -- reports: what became of a row or cell, and why -----------------------------------------------------------------
ROW = Field("zeile", Kind.INTEGER)  # where the row stands in its source, counted from 1
REASON = Field("grund")  # a code
COLUMN = Field("spalte")
CONTENT = Field("inhalt")
FINDING = Field("befund")
FILE = Field("datei")
RECIPE = Field("rezept")
TOUCHED = Field("anzahl", Kind.INTEGER)  # how many values, rows or areas a line of a report is about
ADDRESS_TEXT = Field("adresse")
KEPT = Field("uebernommen", Kind.BOOLEAN)
CANDIDATES = Field("kandidaten")
CELL_NAME = Field("zelle")  # as its own table calls it
DISTRIBUTED = Field("verteilt", Kind.INTEGER)
UNDISTRIBUTED = Field("unverteilt", Kind.INTEGER)

# -- street directory -----------------------------------------------------------------------------------------------
SIDE = Field("seite")  # G even, U odd, F both
FROM_NUMBER = Field("von_nummer", Kind.INTEGER)
FROM_SUFFIX = Field("von_zusatz")
TO_NUMBER = Field("bis_nummer", Kind.INTEGER)
TO_SUFFIX = Field("bis_zusatz")
NOTE_KIND = Field("art")  # what a line of a report is about, as a code
HOUSE_NUMBER_TEXT = Field("hausnummer")  # as it was written, with its suffix
FROM = Field("von", Kind.INTEGER)  # the same ends and side under the names of the layout with G/U/F columns
SUFFIX_FROM = Field("zusatz_von")
SIDE_LETTER = Field("guf")
TO = Field("bis", Kind.INTEGER)
SUFFIX_TO = Field("zusatz_bis")
NUMBERS = Field("hausnummern")  # ranges as text: 54-60 ger.,83-95 ung.
AREAS_OF_STREET = Field("gebiete")  # areas with their ranges as text: 0101 (1-9); 0102 (10-Ende)
AREA_COUNT = Field("anzahl_gebiete", Kind.INTEGER)

# -- indicators -----------------------------------------------------------------------------------------------------
VARIABLE = Field("merkmal")  # a count as an office delivers it
INDICATOR = Field("indikator")
INDICATOR_NAME = Field("indikator_name")
THEME = Field("thema")
REFERENCE_DATE = Field("stichtag", Kind.DATE)
DENOMINATOR_DATE = Field("stichtag_nenner", Kind.DATE)
VALUE = Field("wert", Kind.REAL)
NUMERATOR = Field("zaehler", Kind.REAL)
DENOMINATOR = Field("nenner", Kind.REAL)
UNIT_OF_MEASURE = Field("masseinheit")
POLARITY = Field("polaritaet")
SOURCE = Field("quelle")
FLAG = Field("kennzeichen")
TERRITORY = Field("gebietsstand")  # the edition of the areas that a value is for
LOWER = Field("untergrenze", Kind.REAL)  # of the 95 % interval
UPPER = Field("obergrenze", Kind.REAL)
INTERVAL = Field("intervall")  # how the interval was worked out: wilson, byar; empty: none
SMOOTHED = Field("wert_geglaettet", Kind.REAL)  # empirical Bayes
OWN_WEIGHT = Field("eigengewicht", Kind.REAL)  # of the area's own value in the smoothed one, 0 to 1
SMOOTHED_IN = Field("geglaettet_in")  # code of the area within which was smoothed
CELL = Field("gitter_id")  # grid cell by its lower-left corner: CRS3035RES100mN2689100E4337000
CELL_SIZE = Field("zellgroesse", Kind.INTEGER)  # metres

YEAR = Field("jahr", Kind.INTEGER)
STATE = Field("zustand")  # of an indicator in a year: one of the states of the Stichtag matrix
DATES = Field("stichtage")  # dates as text
WITH_VALUE = Field("mit_wert", Kind.INTEGER)  # number of areas, as the three below
HIDDEN_COUNT = Field("geheim", Kind.INTEGER)
ESTIMATED_COUNT = Field("geschaetzt", Kind.INTEGER)
MISSING_COUNT = Field("ohne_wert", Kind.INTEGER)
DATE_MATRIX = (
    LEVEL, INDICATOR, INDICATOR_NAME, YEAR, STATE, DATES, DENOMINATOR_DATE, AREA_COUNT, WITH_VALUE, HIDDEN_COUNT,
    ESTIMATED_COUNT, MISSING_COUNT, TERRITORY, NOTE,
)  # fmt: skip

# -- indices --------------------------------------------------------------------------------------------------------
STATUS_INDEX = Field("status_index", Kind.REAL)
STATUS = Field("status", Kind.INTEGER)
DYNAMICS_INDEX = Field("dynamik_index", Kind.REAL)
DYNAMICS = Field("dynamik")
GROUP = Field("gesamt")
EXCLUDED = Field("ausgeschlossen")
INDEX_VALUE = Field("index", Kind.REAL)  # more is more burden
RANK = Field("rang", Kind.INTEGER)  # 1 is the most burdened
CLASS = Field("klasse", Kind.INTEGER)  # 1 is the most burdened
RAW_INDEX = Field("rohwert", Kind.REAL)  # the index before it was standardised again; what the contributions add up to
INDEX_YEAR = Field("jahr")  # as the table has it
ESTIMATED_FIELDS = Field("geschaetzte_felder")  # indicators whose value is a model's estimate, not measured
RATE = Field("rate", Kind.REAL)  # numerator / denominator, before it is adjusted
NEIGHBOUR_COUNT = Field("nachbarn", Kind.INTEGER)  # with a value
NEIGHBOUR_MEAN = Field("nachbarn_mittel", Kind.REAL)
LOCAL_STATISTIC = Field("i_lokal", Kind.REAL)
P_VALUE = Field("p_wert", Kind.REAL)
ADJUSTED_P = Field("p_korrigiert", Kind.REAL)  # for the number of areas tested
Z_VALUE = Field("z_wert", Kind.REAL)
CLUSTER = Field("cluster")  # HH, LL, HL, LH, ns, ausgeschlossen
SIGNIFICANT = Field("signifikant", Kind.BOOLEAN)

# -- the tables of the seams ----------------------------------------------------------------------------------------
ADDRESSES = (
    ADDRESS_ID, COMMUNE, COMMUNE_NAME, DISTRICT_PART, STREET_KEY, STREET, HOUSE_NUMBER, SUFFIX, POSTCODE, QUALITY,
    SOURCE_ID,
)  # fmt: skip
BLOCKS = (BLOCK, COMMUNE, DISTRICT_PART, ADDRESS_COUNT, POPULATION)
AREAS = (AREA, AREA_NAME, LEVEL, PARENT, COMMUNE, ADDRESS_COUNT, POPULATION)
STREET_DIRECTORY = (
    COMMUNE, STREET_KEY, STREET, POSTCODE, DISTRICT_PART, SIDE, FROM_NUMBER, FROM_SUFFIX, TO_NUMBER, TO_SUFFIX, AREA,
    AREA_NAME, ADDRESS_COUNT,
)  # fmt: skip
_STREET_IN_LAYOUT = (COMMUNE, STREET_KEY, POSTCODE, DISTRICT_PART, ADDRESS_COUNT)
DIRECTORY_SIDE_COLUMNS = (
    STREET, FROM, SUFFIX_FROM, SIDE_LETTER, TO, SUFFIX_TO, AREA, AREA_NAME, *_STREET_IN_LAYOUT,
)  # fmt: skip
DIRECTORY_TEXT = (STREET, NUMBERS, AREA, AREA_NAME, *_STREET_IN_LAYOUT)
DIRECTORY_PER_AREA = (AREA, AREA_NAME, STREET, NUMBERS, *_STREET_IN_LAYOUT)
DIRECTORY_A_TO_Z = (STREET, AREAS_OF_STREET, AREA_COUNT, *_STREET_IN_LAYOUT)
DIRECTORY_REPORT = (
    NOTE_KIND, ROW, COMMUNE, STREET_KEY, STREET, POSTCODE, DISTRICT_PART, HOUSE_NUMBER_TEXT, AREA, NOTE,
)  # fmt: skip
COUNTS = (AREA, VARIABLE, REFERENCE_DATE, VALUE, FLAG, SOURCE)
INDICATORS = (
    AREA, AREA_NAME, LEVEL, INDICATOR, INDICATOR_NAME, REFERENCE_DATE, VALUE, NUMERATOR, DENOMINATOR,
    DENOMINATOR_DATE, UNIT_OF_MEASURE, POLARITY, SOURCE, FLAG, TERRITORY, LOWER, UPPER, INTERVAL, SMOOTHED, OWN_WEIGHT,
    SMOOTHED_IN,
)  # fmt: skip
IMPORT_REPORT = (ROW, COLUMN, CONTENT, FINDING)
PARAMETER = Field("parameter")  # of an algorithm: sets what was concluded
CONCLUSION = Field("schluss")  # what the import concluded, as the parameter takes it
IMPORT_LAYOUT = (PARAMETER, CONCLUSION, NOTE)
DEPTH = Field("stufe", Kind.INTEGER)  # how far a name is indented, from 0
IMPORT_AREAS = (AREA, AREA_NAME, PARENT, DEPTH)
UPDATE_REPORT = (FILE, RECIPE, NOTE_KIND, COLUMN, VARIABLE, REFERENCE_DATE, ROW, TOUCHED, NOTE)
INDEX = (AREA, STATUS_INDEX, STATUS, DYNAMICS_INDEX, DYNAMICS, GROUP, EXCLUDED)
MATCH_REPORT = (ROW, REASON, ADDRESS_TEXT, CANDIDATES)

# -- the labour agency's street raster ------------------------------------------------------------------------------
BA_DISTRIKT = Field("distrikt")  # the three parts of the nine-digit key
BA_BEZIRK = Field("bezirk")
BA_VIERTEL = Field("viertel")
BA_AREAS = (AREA, AREA_NAME, COMMUNE, BA_DISTRIKT, BA_BEZIRK, BA_VIERTEL, POPULATION)
CURE = Field("heilung")  # what was done about a row of the error protocol
CURED_COUNT = Field("geheilt", Kind.INTEGER)  # how many rows of the protocol a correction helps to cure
BA_CORRECTIONS = (NOTE_KIND, *STREET_DIRECTORY, CURED_COUNT)
BA_PROTOCOL_REPORT = (
    ROW, REASON, CURE, STREET, HOUSE_NUMBER_TEXT, POSTCODE, DISTRICT_PART, AREA, NOTE, CANDIDATES,
)  # fmt: skip
