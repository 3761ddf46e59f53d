"""The counts that the offices of the sample sent, read independently of the plugin, and indicators by hand."""

from __future__ import annotations

import csv
import math
import re
from pathlib import Path

import openpyxl
import pandas as pd
from osgeo import ogr

Counts = dict[tuple[str, str, str], float]  # area, variable, ISO date; NaN is hidden by the office
JOB_CENTRE = {
    "LB": "LB", "ELB": "ELB", "NEF unter 15": "NEF_u15", "Alo SGB II": "ALO_SGB2", "Alo SGB III": "ALO_SGB3",
    "Alo unter 25": "ALO_u25", "BG": "BG",
}  # fmt: skip
SCHOOLS = ("UE_4", "UE_GY", "UE_GE", "UE_REAL", "UE_HAUPT")
YOUTH = {"Betreute u3": "KITA_u3", "Betreute 3 bis u6": "KITA_3_u6", "HzE": "HZE"}
ELECTIONS = {"Wahlberechtigte": "WAHL_BER", "Wähler": "WAEHLER"}


def office_counts(folder: Path) -> Counts:
    """Return every count of the folder aemter_neu/."""
    return {
        **_register(folder / "einwohnermeldeamt.csv"),
        **_job_centre(folder / "jobcenter.csv"),
        **_schools(folder / "schulamt_uebergaenge.xlsx"),
        **_elections(folder / "wahlamt.csv"),
        **_youth(folder / "jugendamt.ods"),
    }


def _iso(date: str) -> str:
    day, month, year = date.split(".")
    return f"{year}-{month}-{day}"


def _register(path: Path) -> Counts:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    keys = ("Gebiet", "Gebietsname", "Stichtag")
    return {
        (row["Gebiet"], name, _iso(row["Stichtag"])): float(cell)
        for row in rows for name, cell in row.items() if name not in keys
    }  # fmt: skip


def _job_centre(path: Path) -> Counts:
    lines = path.read_text(encoding="cp1252").splitlines()[2:]
    counts: Counts = {}
    for row in csv.DictReader(lines, delimiter=";"):
        month = row["Berichtsmonat"]
        if not month.isdigit():
            break
        for head, variable in JOB_CENTRE.items():
            cell = row[head]
            counts[row["Gebietsschlüssel"], variable, f"{month[:4]}-12-31"] = math.nan if cell == "*" else float(cell)
    return counts


def _schools(path: Path) -> Counts:
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    years = [str(cell).split()[1][:4] for cell in rows[2] if str(cell).startswith("Schuljahr")]
    return {
        (row[0], variable, f"{year}-10-15"): float(row[2 + 5 * place + number])
        for row in rows[4:] if str(row[0]).isdigit()
        for place, year in enumerate(years) for number, variable in enumerate(SCHOOLS)
    }  # fmt: skip


def _elections(path: Path) -> Counts:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {
        (row["Gebiet"], variable, _iso(row["Wahltag"])): float(row[head])
        for row in rows for head, variable in ELECTIONS.items()
    }  # fmt: skip


def _youth(path: Path) -> Counts:
    source = ogr.Open(str(path))
    rows = [feature.items() for feature in source.GetLayer(0)]
    return {
        (row["Gebiet"], variable, _iso(row["Stichtag"])): float(row[head])
        for row in rows for head, variable in YOUTH.items()
    }  # fmt: skip


class ByHand:
    """Numerators, denominators and values as the catalogue defines them, for every level."""

    def __init__(self, counts: Counts, areas: pd.DataFrame, catalogue: Path) -> None:
        self._counts = dict(counts)
        self._children = areas[areas["uebergeordnet"].notna()].groupby("uebergeordnet")["gebiet"].apply(list).to_dict()
        with catalogue.open(encoding="utf-8-sig", newline="") as file:
            self.catalogue = {row["code"]: row for row in csv.DictReader(file, delimiter=";")}

    def count(self, area: str, variable: str, date: str) -> float:
        """Return what the office sent for an area, else the sum of its parts; NaN if any is hidden."""
        key = (area, variable, date)
        if key not in self._counts:
            below = self._children.get(area, [])
            self._counts[key] = sum(self.count(one, variable, date) for one in below) if below else math.nan
        return self._counts[key]

    def term(self, formula: str, area: str, date: str) -> float:
        """Return a sum of variables."""
        terms = re.findall(r"([+-]?)\s*(\w+)", formula)
        return sum((-1 if sign == "-" else 1) * self.count(area, variable, date) for sign, variable in terms)

    def table(self, indicators: pd.DataFrame) -> pd.DataFrame:
        """Add `true_zaehler`, `true_nenner` and `true_wert` to the rows of indicators without a look back in time."""
        simple = [code for code, row in self.catalogue.items() if "[" not in row["zaehler"] + row["nenner"]]
        rows = indicators[indicators["indikator"].isin(simple)].copy()
        found = [self._row(row) for row in rows.to_dict("records")]
        rows[["true_zaehler", "true_nenner", "true_wert"]] = found
        return rows

    def _row(self, row: dict) -> tuple[float, float, float]:
        entry = self.catalogue[row["indikator"]]
        above = self.term(entry["zaehler"], row["gebiet"], row["stichtag"])
        if not entry["nenner"]:
            return above, math.nan, above * float(entry["faktor"])
        below = self.term(entry["nenner"], row["gebiet"], row["stichtag_nenner"])
        return above, below, float(entry["faktor"]) * above / below if below else math.nan
