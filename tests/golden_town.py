"""An invented town for golden images: every number follows from its place in a list, so that no version changes it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pandas as pd
from profile_data import AGE_WEIGHTS, COLUMNS, SHARES, YEARS, areas_frame, indicator_row
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from algorithms import memory_layer
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.profiles.local import LocalTables
from sozialraum_plugin.core.profiles.model import Profile
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts
from sozialraum_plugin.processing.profiles.areaprofiles import AreaProfiles

FULL, LONG, KEY, FARM, EMPTY = "0599900101", "0599900102", "1234567890" * 4, "0599900104", "0599900105"
COMMUNE, DISTRICT = "05999001", "05999"
AREAS = areas_frame(
    [
        (FULL, "Mühlenviertel", "sozialraum", COMMUNE, COMMUNE, 4310),
        (LONG, "Oberhausen-Schmachtendorf/Walsumermark-Süd", "sozialraum", COMMUNE, COMMUNE, 5200),
        (KEY, "Auenland", "sozialraum", COMMUNE, COMMUNE, 2650),
        (FARM, "Einzelhof", "sozialraum", COMMUNE, COMMUNE, 3),
        (EMPTY, "Leerstelle", "sozialraum", None, None, None),
        (COMMUNE, "Bad Königshofen im Grabfeld", "gemeinde", DISTRICT, COMMUNE, 12163),
        (DISTRICT, "Musterkreis", "kreis", None, None, 12163),
    ]
)
PEOPLE = {FULL: 4310, LONG: 5200, KEY: 2650}
EAST, NORTH = 350_000, 5_600_000
OUTLINES = {
    FULL: "0 0,700 -60,760 420,560 900,60 840,-40 400",
    LONG: "700 -60,1500 0,1620 500,1500 960,560 900,760 420",
    KEY: "60 840,560 900,1500 960,1380 1500,300 1440",
    FARM: "1380 1500,1400 1500,1400 1520,1380 1520",
    EMPTY: "1700 0,2100 40,2060 700,1720 640",
    COMMUNE: "0 0,700 -60,1500 0,1620 500,1500 960,1380 1500,300 1440,60 840,-40 400",
    DISTRICT: "0 0,700 -60,1500 0,2100 40,2060 700,1500 960,1400 1520,300 1440,60 840,-40 400",
}
AREA_KINDS = dict.fromkeys(AREAS.columns, Kind.TEXT) | {"einwohner": Kind.INTEGER}
MORE = ("gebietsstand", "untergrenze", "obergrenze", "thema")
INDICATOR_KINDS = dict.fromkeys((*COLUMNS, *MORE), Kind.TEXT) | dict.fromkeys(
    ("wert", "zaehler", "nenner", "untergrenze", "obergrenze"), Kind.REAL
) | {"stichtag": Kind.DATE}  # fmt: skip
INDEX_KINDS = dict.fromkeys(("gebiet", "dynamik", "gesamt", "ausgeschlossen"), Kind.TEXT) | {
    "status": Kind.INTEGER, "stabil": Kind.REAL,
}  # fmt: skip
NOTE = "Am Hang entstehen bis 2027 rund 140 Wohnungen; seit Herbst ziehen junge Familien ein. "


def indicators() -> pd.DataFrame:
    """Return ten years of usual indicators with intervals, a break of boundaries, estimates and hidden values."""
    rows = [row for number in range(len(SHARES)) for year in YEARS for row in _shares(number, year)]
    for year in YEARS:
        people = {area: round(people * (1 + 0.004 * (year - YEARS[-1]))) for area, people in PEOPLE.items()}
        more = {"indikator_name": "Einwohner (Hauptwohnsitz)", "masseinheit": "Personen"}
        rows += [_row(area, "B01", year, count, count, None, **more) for area, count in _with_sums(people).items()]
    frame = pd.DataFrame([*rows, *_ages()], dtype=object)
    frame.loc[(frame["indikator"] == "A08") & (frame["stichtag"] == "2018-12-31"), "kennzeichen"] = "geschaetzt"
    hidden = (frame["gebiet"] == FULL) & frame["indikator"].isin(["PM80", "H06", "G01"])
    frame.loc[hidden, ["wert", "zaehler", "untergrenze", "obergrenze"]] = None
    frame.loc[hidden, "kennzeichen"] = "geheim"
    return frame


def many_indicators(count: int) -> pd.DataFrame:
    """Return so many indicators of one Stichtag, with names of all lengths, in three themes."""
    words = "sonderpädagogischer Förderbedarf emotionale und soziale Entwicklung, Sprache und Lernen "
    rows = []
    for number in range(count):
        name = f"Nr. {number + 1} {words[: 7 * number % 83]}".strip()
        more = {"indikator_name": name, "masseinheit": "je 1000 Einwohner" if number % 7 == 3 else "%"}
        more["thema"] = ("Bevölkerung", "Arbeit und Einkommen", "Bildung und Gesundheit")[3 * number // count]
        for place, area in enumerate((*PEOPLE, COMMUNE, DISTRICT)):
            value = 20 + number % 40 + 9 * math.sin(1.7 * number + 2.3 * place)
            rows.append(_row(area, f"Z{number:03d}", YEARS[-1], value, None, None, **more))
    return pd.DataFrame(rows, dtype=object)


def _shares(number: int, year: int) -> list[dict]:
    """Return the rows of one share in one year: the areas, and the sums above them."""
    code, name, polarity, source, share, part = SHARES[number]
    cases, bases = {}, {}
    for place, (area, people) in enumerate(PEOPLE.items()):
        tilt = 0.35 * math.sin(2.1 * place + 0.9 * number) + 0.02 * (year - YEARS[-1]) * math.cos(place + number)
        bases[area] = max(40, round(people * part))
        cases[area] = round(bases[area] * min(0.9, share * math.exp(tilt)))
    cases, bases = _with_sums(cases, 3.4), _with_sums(bases)
    more = {"indikator_name": name, "polaritaet": polarity, "quelle": source}
    more["gebietsstand"] = "2021-01-01" if year < 2021 else "2026-01-01"
    rows = []
    for area, base in bases.items():
        value = 100 * cases[area] / base
        ends = {"untergrenze": max(0, value - 150 / base**0.5), "obergrenze": value + 150 / base**0.5}
        rows.append(_row(area, code, year, value, cases[area], base, **more, **ends))
    return rows


def _ages() -> list[dict]:
    """Return the age groups of the last year: more old people in the second area, more children in the third."""
    rows = []
    for sex, other in (("M", 0.0), ("W", 0.12)):
        for group, weight in enumerate(AGE_WEIGHTS):
            counts = {
                area: round(
                    people / 2 * weight / AGE_WEIGHTS.sum() * math.exp((0.05 * place + other - 0.05) * (group - 9) / 9)
                )
                for place, (area, people) in enumerate(PEOPLE.items())
            }
            for area, count in _with_sums(counts).items():
                rows.append(_row(area, f"P{sex}{5 * group:02d}", YEARS[-1], count, count, 1, masseinheit="Personen"))
    return rows


def _with_sums(counts: dict[str, float], times: float = 4) -> dict[str, float]:
    """Return the counts with the commune's sum, and the Kreis's, which is so many times as large."""
    total = sum(counts.values())
    return {**counts, COMMUNE: total, DISTRICT: round(total * times)}


def _row(area: str, code: str, year: int, value: float, cases: float | None, base: float | None, **more: Any) -> dict:
    names = dict(zip(AREAS["gebiet"], AREAS["gebiet_name"]))
    place = {"gebiet_name": names[area], **dict.fromkeys(MORE)}
    return indicator_row(area, code, f"{year}-12-31", value, cases, base, **{**place, **more})


INDEX = (
    {"gebiet": FULL, "status": 3, "dynamik": "+/-", "gesamt": "3+/-", "stabil": 0.91},
    {"gebiet": LONG, "status": 4, "dynamik": "-", "gesamt": "4-", "stabil": 1.0},
    {"gebiet": KEY, "status": 1, "dynamik": "+", "gesamt": "1+", "stabil": 0.64},
    {"gebiet": FARM, "ausgeschlossen": "weniger als 300 Einwohner"},
)
SURVEY = (
    (FULL, "Wie sicher fühlen Sie sich abends in Ihrem Viertel?", "sehr sicher", 31.4, 312),
    (FULL, "Wie sicher fühlen Sie sich abends in Ihrem Viertel?", "eher sicher", 44.9, 312),
    (FULL, "Wie sicher fühlen Sie sich abends in Ihrem Viertel?", "unsicher", 23.7, 312),
    (FULL, "Was fehlt Ihnen?", "Treffpunkte für Jugendliche", 61.0, 298),
    (FULL, "Was fehlt Ihnen?", "Bänke und Schatten", 22.5, 298),
)
ACTORS = (
    (FULL, "Träger", "Nachbarschaftshaus Mühlenviertel e. V.", "Beratung, Mittagstisch, Hausaufgabenhilfe"),
    (FULL, "Maßnahme", "Stadtteilmanagement", "bis Ende 2027, Büro an der Mühlengasse"),
)
FACILITIES = (
    ("Kita", "Kita Mühlenzwerge", 180, 520), ("Grundschule", "Grundschule am Bach", 420, 230),
    ("Jugendzentrum", "Jugendtreff", 560, 640), ("Apotheke", "Mühlen-Apotheke", 300, 360),
    ("Supermarkt", None, 620, 150), ("Haltestelle", "Mühlengasse", 340, 600), ("Haltestelle", "Bachstraße", 90, 120),
    ("Kita", "Kita Sonnenhang", 1100, 500), ("Pflegeheim", "Haus Abendruh", 900, 1200),
)  # fmt: skip


def town(folder: Path, **changes: Any) -> dict[str, Any]:
    """Return the parameters of areaprofiles for the whole town; `changes` take the place of some."""
    facilities = [{"art": kind, "name": name} for kind, name, _, _ in FACILITIES]
    return {
        **bare(folder, indicators()),
        "INDEX": memory_layer("NoGeometry", INDEX, INDEX_KINDS, name="index"),
        "SURVEY": table(SURVEY, gebiet=Kind.TEXT, frage=Kind.TEXT, antwort=Kind.TEXT, anteil=Kind.REAL, n=Kind.INTEGER),
        "ACTORS": table(ACTORS, gebiet=Kind.TEXT, art=Kind.TEXT, name=Kind.TEXT, aufgabe=Kind.TEXT),
        "NOTES": table([(FULL, NOTE * 3)], gebiet=Kind.TEXT, text=Kind.TEXT),
        "STREETS": ground("LineString", ["0 450,720 430,1560 520", "330 -30,300 880,340 1440", "900 0,940 1410"]),
        "RAILWAY": ground("LineString", ["-40 760,560 720,1500 700,2100 660"]),
        "WATER": ground("LineString", ["520 -60,500 300,640 560,700 900,1100 1420"]),
        "GREEN": ground("Polygon", ["560 560,760 560,740 720,560 700,560 560"]),
        "BUILDINGS": ground("Polygon", list(map(_house, range(60)))),
        "FACILITIES": memory_layer(
            "Point", facilities, dict.fromkeys(("art", "name"), Kind.TEXT),
            [f"POINT({EAST + x} {NORTH + y})" for _, _, x, y in FACILITIES],
        ),
        "AUTHOR": "Kreis Musterkreis, Amt für Sozialplanung", "EDITION": "01.01.2026", "CREDIT": "Kreis Musterkreis",
        "TITLE": "Sozialraumprofil 2025",
        **changes,
    }  # fmt: skip


def profiles() -> dict[str, Profile]:
    """Return the profiles of the town's areas by code."""
    local = LocalTables(
        pd.DataFrame([(FULL, kind, name) for kind, name, _, _ in FACILITIES], columns=["gebiet", "art", "name"]),
        pd.DataFrame(SURVEY, columns=["gebiet", "frage", "antwort", "anteil", "n"], dtype=object),
        pd.DataFrame(ACTORS, columns=["gebiet", "art", "name", "aufgabe"]),
        pd.DataFrame([(FULL, NOTE * 3)], columns=["gebiet", "text"]),
    )
    index = pd.DataFrame(INDEX, dtype=object)
    builder = ProfileBuilder(AREAS, indicators(), index, {}, ProfileOptions(), Texts("de"), local)
    return {profile.place.code: profile for profile in builder.profiles()}


def bare(folder: Path, table_of_indicators: pd.DataFrame, areas: pd.DataFrame = AREAS) -> dict[str, Any]:
    """Return the parameters for nothing but the polygons and these indicators."""
    outlines = [_placed("Polygon", f"{OUTLINES[code]},{OUTLINES[code].split(',')[0]}") for code in areas["gebiet"]]
    kinds = {name: kind for name, kind in AREA_KINDS.items() if name in areas}
    rows = table_of_indicators.reindex(columns=list(INDICATOR_KINDS)).to_dict("records")
    return {
        "AREAS": memory_layer("Polygon", areas.to_dict("records"), kinds, outlines, name="gebiete"),
        "INDICATORS": memory_layer("NoGeometry", rows, INDICATOR_KINDS, name="indikatoren"),
        "OUTPUT_FOLDER": str(folder), "FILES": "each", "FILE_NAME": '"gebiet_name"', "TITLE": "Sozialraumprofil",
    }  # fmt: skip


def table(rows: Any, **kinds: Kind) -> Any:
    """Return a table of these rows."""
    return memory_layer("NoGeometry", [dict(zip(kinds, row)) for row in rows], kinds)


def ground(kind: str, places: list[str]) -> Any:
    """Return a layer of the map's ground."""
    return memory_layer(kind, [{}] * len(places), {"name": Kind.TEXT}, [_placed(kind, each) for each in places])


def _placed(kind: str, points: str) -> str:
    pairs = (point.split() for point in points.split(","))
    listed = ", ".join(f"{EAST + float(x)} {NORTH + float(y)}" for x, y in pairs)
    return f"POLYGON(({listed}))" if kind == "Polygon" else f"LINESTRING({listed})"


def _house(number: int) -> str:
    x, y = 40 + 140 * (number % 10), 60 + 130 * (number // 10)
    return f"{x} {y},{x + 30} {y},{x + 30} {y + 22},{x} {y + 22},{x} {y}"


def print_town(parameters: dict[str, Any]) -> dict[str, Path]:
    """Run areaprofiles, as version 1.0.0 of the plugin; return the files by the name of the area."""
    feedback, context = QgsProcessingFeedback(False), QgsProcessingContext()
    algorithm = AreaProfiles()
    algorithm.initAlgorithm()
    with patch("sozialraum_plugin.core.profiles.footer.method_version", return_value="1.0.0"):
        results, good = algorithm.run(parameters, context, feedback)
    assert good, feedback.textLog()
    return {path.stem: path for path in Path(results["OUTPUT_FOLDER"]).glob("*.pdf")}
