"""House coordinates as the surveyors deliver them: gebref.txt of the Kreis and an HK-DE file of one commune."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from .tables import append_csv

SURVEYED = "2025-11-30"
GEBREF, HK = "gebref.txt", "hauskoordinaten_hk.csv"


def append_gebref(folder: Path, addresses: pd.DataFrame) -> None:
    """Append the addresses of a commune in the format gebref NRW (21 columns, no header, decimal comma)."""
    commune = addresses["gemeinde"].str
    table = pd.DataFrame(
        {
            "nba": "N",
            "oid": addresses["oid"],
            "qua": addresses["qualitaet"],
            "landschl": commune[:2],
            "land": "Musterland",
            "regbezschl": commune[2:3],
            "regbez": "Musterbezirk",
            "kreisschl": commune[3:5],
            "kreis": "Musterkreis",
            "gmdschl": commune[5:],
            "gmd": addresses["gemeinde_name"],
            "ottschl": "00" + addresses["ortsteil"].str[-2:],
            "ott": addresses["ortsteil_name"],
            "strschl": addresses["strassenschluessel"],
            "str": addresses["strasse"],
            "hnr": _number(addresses),
            "adz": addresses["zusatz"],
            "zone": "ETRS89_UTM32",
            "ost": _comma(addresses["x"]),
            "nord": _comma(addresses["y"]),
            "datum": SURVEYED,
        }
    )
    append_csv(folder / GEBREF, table, header=False)


def write_hk(folder: Path, addresses: pd.DataFrame) -> None:
    """Write the addresses of one commune in the format HK-DE 4.2 (18 fields, UTF-8, decimal comma)."""
    commune = addresses["gemeinde"].str
    table = pd.DataFrame(
        {
            "NBA": "N",
            "OI": addresses["oid"],
            "QUA": addresses["qualitaet"],
            "LAN": commune[:2],
            "RBZ": commune[2:3],
            "KRS": commune[3:5],
            "GMD": commune[5:],
            "OTT": "00" + addresses["ortsteil"].str[-2:],
            "SSS": addresses["strassenschluessel"],
            "HNR": _number(addresses),
            "ADZ": addresses["zusatz"],
            "E": _comma(addresses["x"]),
            "N": _comma(addresses["y"]),
            "STN": addresses["strasse"],
            "PLZ": addresses["plz"],
            "ONM": addresses["gemeinde_name"],
            "ZON": addresses["ortsteil_name"],
            "POT": "",
        }
    )
    append_csv(folder / HK, table, header=False)


def described(addresses: pd.DataFrame, first: int, rng: np.random.Generator) -> pd.DataFrame:
    """Return the addresses with an object number of the survey (from `first` on) and a quality letter."""
    quality = np.where(rng.random(len(addresses)) < 0.03, "B", "A")
    oid = [f"DENWMK{number:010d}" for number in range(first, first + len(addresses))]
    return addresses.assign(oid=oid, qualitaet=quality)


def _number(addresses: pd.DataFrame) -> np.ndarray:
    return np.where(addresses["hausnummer"] > 0, addresses["hausnummer"].astype(str), "")


def _comma(values: pd.Series) -> list[str]:
    return [f"{value:.3f}".replace(".", ",") for value in values]
