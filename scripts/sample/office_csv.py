"""The offices' text tables, each with the habits of its house: encoding, delimiter, title lines, footers, symbols."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from .cases import AGE_GROUPS
from .hierarchy import Hierarchy
from .tallies import ELECTIONS, YEARS, Tallies

UNKNOWN = "keine Angabe"
SECRET_BELOW = 10  # the labour agency's rule; a star stands for such a count
REGISTER_COLUMNS = (
    "E", "E_u3", "E_3_u6", "E_6_u10", "E_u15", "E_u18", "E_18_u25", "E_15_u65", "E_18_64", "E_65", "E_80", "E_0_RAG",
    "AUSL", "E_WD5", "E_ab5", "HH", "HH_1P", "HH_KIND", "HH_ALLEINERZ", "HH_3K", "HH_PAAR_OHNE", "HH_PAAR_MIT",
    "HH_SONST", *(f"E_{sex}_{low:02d}" for sex in "MW" for low in AGE_GROUPS),
)  # fmt: skip
BENEFIT_COLUMNS = ("LB", "ELB", "NEF unter 15", "Alo SGB II", "Alo SGB III", "Alo unter 25", "BG")
ELECTION_COLUMNS = ("Wahlberechtigte", "Wähler")


def write_text_tables(folder: Path, tallies: Tallies, areas: Hierarchy) -> None:
    """Write the tables of the registry, the job centre and the election office."""
    _write(folder / "einwohnermeldeamt.csv", _registry(tallies, areas), ";", "utf-8-sig")
    _write(folder / "jobcenter.csv", _job_centre(tallies, areas), ";", "cp1252")
    _write(folder / "wahlamt.csv", _elections(tallies), "\t", "utf-8")


def matrix(tallies: Tallies, office: str, year: int, columns: Sequence[str]) -> np.ndarray:
    """Return counts (areas + 1, columns) of an office in a year."""
    found = tallies.columns(office, year)
    return np.column_stack([found[name] for name in columns])


def labels(tallies: Tallies, counts: np.ndarray) -> list[tuple[int, str]]:
    """Return (row, area code) of all areas, and of the cases without an area if there are any."""
    rows = list(enumerate(tallies.codes))
    return [*rows, (len(rows), UNKNOWN)] if counts[-1].any() else rows


def _registry(tallies: Tallies, areas: Hierarchy) -> Iterable[Sequence[object]]:
    yield ("Gebiet", "Gebietsname", "Stichtag", *REGISTER_COLUMNS)
    for year in YEARS:
        counts = matrix(tallies, "einwohnermeldeamt", year, REGISTER_COLUMNS)
        for row, code in labels(tallies, counts):
            yield (code, areas.name.get(code, UNKNOWN), f"31.12.{year}", *counts[row])


def _job_centre(tallies: Tallies, areas: Hierarchy) -> Iterable[Sequence[object]]:
    yield ("Grundsicherung für Arbeitsuchende (SGB II) und Arbeitslose nach Gebieten",)
    yield ("Jobcenter Musterkreis, Auswertung je Berichtsmonat Dezember",)
    yield ("Berichtsmonat", "Gebietsschlüssel", "Name", *BENEFIT_COLUMNS)
    for year in YEARS:
        counts = matrix(tallies, "jobcenter", year, BENEFIT_COLUMNS)
        month = f"{year}12"
        for row, code in enumerate(tallies.codes):
            yield (month, code, areas.name[code], *_starred(counts[row]))
        for code, members in areas.sums():
            total = counts[members].sum(axis=0) if areas.level[code] != "kreis" else counts.sum(axis=0)
            yield (month, code, f"Summe {areas.name[code]}", *_starred(total))
        yield (month, UNKNOWN, UNKNOWN, *_starred(counts[-1]))
    yield ("_" * 40,)
    yield (f"* Anzahl unter {SECRET_BELOW}",)
    yield ("LB = Leistungsberechtigte, ELB = erwerbsfähige, NEF = nicht erwerbsfähige Leistungsberechtigte",)
    yield ("Die Summe des Kreises enthält die Fälle ohne Angabe der Adresse. Alle Zahlen sind erfunden.",)


def _elections(tallies: Tallies) -> Iterable[Sequence[object]]:
    yield ("Wahl", "Wahltag", "Gebiet", *ELECTION_COLUMNS, "Wahlbeteiligung")
    for year, day in ELECTIONS.items():
        counts = matrix(tallies, "wahlamt", year, ELECTION_COLUMNS)
        for row, code in labels(tallies, counts):
            entitled, voted = counts[row]
            share = f"{100 * voted / entitled:.1f} %".replace(".", ",") if entitled else "x"
            yield ("Kommunalwahl", day, code, entitled, voted, share)


def _starred(counts: np.ndarray) -> list[str]:
    return [str(count) if count >= SECRET_BELOW else "*" for count in counts]


def _write(path: Path, rows: Iterable[Sequence[object]], delimiter: str, encoding: str) -> None:
    """Write rows with the line ends of Windows, as offices send them."""
    with path.open("w", encoding=encoding, newline="") as stream:
        stream.writelines(delimiter.join(map(str, row)) + "\r\n" for row in rows)
