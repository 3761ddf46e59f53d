"""Invented areas and indicators for tests of the profiles, reproducible from a seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

YEARS = tuple(range(2016, 2026))
# code, name, unit, polarity, source, numerator share, share of the population in the denominator
SHARES = (
    ("B08", "Anteil unter 18", "0", "EMR", 0.17, 1.0),
    ("B10", "Anteil 65+", "0", "EMR", 0.21, 1.0),
    ("M01", "Ausländeranteil", "0", "EMR", 0.14, 1.0),
    ("A08", "SGB II-Quote", "+", "BA AkG", 0.12, 0.79),
    ("A10", "NEF-Quote unter 15", "+", "BA AkG", 0.18, 0.14),
    ("H04", "Alleinerziehenden-HH", "+", "HHGen", 0.2, 0.12),
    ("K05", "Übergang Gymnasium", "-", "Schulamt", 0.41, 0.01),
    ("H02", "Einpersonenhaushalte", "0", "HHGen", 0.38, 0.5),
    ("H03", "Haushalte mit Kindern", "0", "HHGen", 0.21, 0.5),
    ("H06", "Kinderreiche Haushalte", "+", "HHGen", 0.12, 0.11),
    ("B21", "Wohndauer ab 5 Jahre", "-", "EMR", 0.63, 0.95),
    ("A04", "Arbeitslosenanteil", "+", "BA AkG", 0.064, 0.65),
    ("A07", "Langzeitarbeitslose", "+", "BA AkG", 0.38, 0.04),
    ("S01", "Grundsicherung im Alter", "+", "Sozialamt", 0.032, 0.2),
    ("K01", "Betreuungsquote u3", "-", "Jugendamt", 0.32, 0.03),
    ("G01", "Sprachauffälligkeit", "+", "Gesundheitsamt", 0.21, 0.01),
    ("V01", "Wahlbeteiligung Kommunalwahl", "-", "Wahlamt", 0.5, 0.75),
    ("W05", "Leerstandsquote", "+", "Zensus", 0.04, 0.5),
)
COLUMNS = (
    "gebiet", "gebiet_name", "ebene", "indikator", "indikator_name", "stichtag", "wert", "zaehler", "nenner",
    "stichtag_nenner", "masseinheit", "polaritaet", "quelle", "kennzeichen",
)  # fmt: skip
AGE_WEIGHTS = np.array([5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7, 7, 6, 5, 4, 3, 3], dtype=float)


def areas_frame(rows: Sequence[tuple]) -> pd.DataFrame:
    """Return areas from (gebiet, gebiet_name, ebene, uebergeordnet, gemeinde, einwohner)."""
    names = ["gebiet", "gebiet_name", "ebene", "uebergeordnet", "gemeinde", "einwohner"]
    return pd.DataFrame(rows, columns=names, dtype=object)


def indicator_row(area: str, code: str, date: str, value, numerator=None, denominator=None, **more) -> dict:
    """Return one row of the long table with plain defaults."""
    row = dict.fromkeys(COLUMNS)
    row.update(gebiet=area, indikator=code, indikator_name=code, stichtag=date, wert=value, zaehler=numerator)
    row.update(nenner=denominator, masseinheit="%", polaritaet="0", quelle="EMR", kennzeichen="")
    row.update(more)
    return row


def indicators_frame(areas: pd.DataFrame, level: str = "sozialraum", seed: int = 1) -> pd.DataFrame:
    """Return ten years of indicators for the areas of a level and, summed, for those above them."""
    random = np.random.default_rng(seed)
    lowest = areas[areas["ebene"] == level]
    parents = dict(zip(areas["gebiet"], areas["uebergeordnet"]))
    counts: dict[tuple, list[float]] = {}
    for area, people in zip(lowest["gebiet"], lowest["einwohner"]):
        burden = random.normal()
        for key, (cases, base) in _counts(random, float(people), burden).items():
            place = area
            while place:
                total = counts.setdefault((place, *key), [0.0, 0.0])
                total[0] += cases
                total[1] += base
                place = parents.get(place)
    return _long_table(areas, counts)


def _counts(random: np.random.Generator, people: float, burden: float) -> dict[tuple, tuple[float, float]]:
    result: dict[tuple, tuple[float, float]] = {}
    growth = random.normal(0.004, 0.006)
    drift = random.normal(-0.01, 0.01)
    for step, year in enumerate(YEARS):
        now = round(people * (1 + growth) ** (step - len(YEARS) + 1))
        result["B01", f"{year}-12-31"] = now, 1
        for code, _, polarity, _, share, part in SHARES:
            base = max(1, round(now * part))
            tilt = {"+": 0.45, "-": -0.12, "0": 0.1}[polarity] * burden + drift * (step - len(YEARS))
            result[code, f"{year}-12-31"] = random.binomial(base, min(0.95, share * np.exp(tilt))), base
    weights = AGE_WEIGHTS * np.exp(random.normal(0, 0.08, len(AGE_WEIGHTS)) - burden * 0.02 * np.arange(18))
    for sex in "MW":
        for group, number in enumerate(random.multinomial(round(people / 2), weights / weights.sum())):
            result[f"P{sex}{group * 5:02d}", f"{YEARS[-1]}-12-31"] = int(number), 1
    return result


def _long_table(areas: pd.DataFrame, counts: dict[tuple, list[float]]) -> pd.DataFrame:
    named = {code: (name, "%", polarity, source) for code, name, polarity, source, *_ in SHARES}
    about = areas.set_index("gebiet")
    rows = []
    for (area, code, date), (cases, base) in counts.items():
        name, unit, polarity, source = named.get(code, (code, "Personen", "0", "EMR"))
        name = "Einwohner (Hauptwohnsitz)" if code == "B01" else name
        place = {"gebiet_name": about.at[area, "gebiet_name"], "ebene": about.at[area, "ebene"]}
        value = 100 * cases / base if unit == "%" else cases
        more = {"indikator_name": name, "masseinheit": unit, "polaritaet": polarity, "quelle": source, **place}
        rows.append(indicator_row(area, code, date, value, cases, base if unit == "%" else None, **more))
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
