"""A reader of the Straßenverzeichnis as a clerk would use it: street, side, first number that fits."""

from __future__ import annotations

import pandas as pd
from chain.outcome import Outcome, setting

QUALIFIERS = ("strassenschluessel", "plz", "ortsteil")
OPEN = (10**9, "")


class Directory:
    """Finds the area of an address in the rows of a Straßenverzeichnis CSV."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._streets: dict[tuple[str, str], list[dict]] = {}
        for row in table.to_dict("records"):
            self._streets.setdefault((row["gemeinde"], letters_of(row["strasse"])), []).append(row)

    def areas(self, address: dict) -> set[str]:
        """Return the areas of all rows that fit an address: exactly one if the directory is unambiguous."""
        rows = self._streets.get((address["gemeinde"], letters_of(address["strasse"])), [])
        rows = most_specific([row for row in rows if same_street(row, address)])
        if address["hausnummer"] is None:
            own = [row for row in rows if not row["seite"]]
            return {row["gebiet"] for row in own or rows}  # without a row of its own, the whole street has one area
        return {row["gebiet"] for row in rows if number_fits(row, address)}


def letters_of(street: str) -> str:
    """A clerk takes Morlautererstraße and Morlauterer Str. for one street."""
    plain = "".join(sign for sign in street.casefold() if sign.isalnum())
    return plain + "asse" if plain.endswith("str") else plain


def same_street(row: dict, address: dict) -> bool:
    """Key, postcode and Ortsteil agree where the directory names them."""
    return all(row[name] in ("", address[name] or "") for name in QUALIFIERS)


def most_specific(rows: list[dict]) -> list[dict]:
    """Of a street with and a street without postcode, the one with postcode is meant by an address that has it."""
    named = [sum(row[name] != "" for name in QUALIFIERS) for row in rows]
    return [row for row, count in zip(rows, named) if count == max(named)]


def number_fits(row: dict, address: dict) -> bool:
    """The number lies in the row's range and on its side; an empty end is open."""
    number = (int(address["hausnummer"]), (address["zusatz"] or "").lower())
    if not row["seite"] or (row["seite"] in "GU" and (row["seite"] == "G") != (number[0] % 2 == 0)):
        return False
    first = (int(row["von_nummer"]), row["von_zusatz"].lower()) if row["von_nummer"] else (0, "")
    last = (int(row["bis_nummer"]), row["bis_zusatz"].lower()) if row["bis_nummer"] else OPEN
    return first <= number <= last


def assert_directory_is_lossless(outcome: Outcome) -> None:
    """Every address finds, by the CSV alone, exactly the Quartier whose polygon it lies in.

    Only an address without a street, or one that is there twice in different Quartiere, can not; the log counts both.
    """
    directory = Directory(outcome.csv("strassenverzeichnis"))
    quarters = {row["gebiet"]: shape.CreatePreparedGeometry() for row, shape in outcome.shapes("quartiere")}
    wrong = []
    for address, point in outcome.shapes("adressen"):
        found = directory.areas(address) if address["strasse"] else set()
        if address["strasse"] and (len(found) != 1 or not quarters[next(iter(found))].Intersects(point)):
            wrong.append((address["strasse"], address["hausnummer"], address["zusatz"], sorted(found)))
    (log,) = outcome.logs("streetdirectory")
    assert len(wrong) == int(setting(log, "CONTRADICTIONS")), f"{len(wrong)}: {wrong[:5]}"


def assert_directory_counts_every_address(outcome: Outcome) -> None:
    """The rows of the directory count all addresses but those that it cannot hold."""
    streets = outcome.table("adressen")["strasse"].fillna("")
    (log,) = outcome.logs("streetdirectory")
    counted = outcome.csv("strassenverzeichnis")["adressen"].astype(int).sum()
    assert counted == (streets != "").sum() - int(setting(log, "CONTRADICTIONS"))
