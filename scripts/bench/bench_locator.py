"""Prints how fast typed texts find one of 1,000,000 addresses, beside a LIKE query on a GeoPackage, in one run.

The last line is what gebiet_von() costs a row, without QGIS.

Use: /usr/bin/python3 scripts/bench/bench_locator.py [addresses], from the repository's root. Streets are made of the
stems and endings of the sample; the table lies in SQLite as in a GeoPackage, without its geometry.
"""

from __future__ import annotations

import csv
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.core.addresses.address_index import build_index  # noqa: E402 - after the path is set
from sozialraum_plugin.core.addresses.address_search import search  # noqa: E402 - after the path is set

TYPED = ("h", "ha", "haup", "haupts", "haupts 1", "haupts 12a", "hauqts 12a")
TIMES = 15
ROWS = 5000
TOWNS = 60
QUARTERS = 12  # of a town


def addresses(count: int) -> pd.DataFrame:
    """Return made-up addresses of 60 towns, with their areas."""
    with (ROOT / "resources" / "addresses" / "sample_street_names.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    names = {stem + end for row in rows for stem in row["staemme"].split(",") for end in row["endungen"].split("|")}
    streets = np.array(["Hauptstraße", *sorted(names - {"Hauptstraße"})], dtype=object)
    draw = np.random.default_rng(1)
    town = draw.integers(TOWNS, size=count)
    number = (draw.integers(1, 15, count) ** 2 + draw.integers(0, 20, count)).astype(str)
    letters = np.array(["", "", "", "a", "b"], dtype=object)
    quarter = town * QUARTERS + draw.integers(QUARTERS, size=count)
    prefixes = np.array(["", "Alte ", "Neue ", "Obere ", "Untere "], dtype=object)
    columns = {
        "strasse": prefixes[draw.integers(5, size=count)] + streets[draw.integers(len(streets), size=count)],
        "hausnummer": number,
        "zusatz": letters[draw.integers(5, size=count)],
        "plz": (52000 + town).astype(str),
        "ort": np.array([f"Stadt {one}" for one in range(TOWNS)], dtype=object)[town],
        "quartier": quarter.astype(str),
        "sozialraum": (quarter // 4).astype(str),
    }
    return pd.DataFrame(columns)


def like(connection: sqlite3.Connection, text: str) -> list:
    """Search as everybody does: the first rows whose street begins so and whose number does."""
    street, _, number = text.partition(" ")
    query = "SELECT * FROM adressen WHERE strasse LIKE ? AND hausnummer || zusatz LIKE ? ORDER BY strasse LIMIT 30"
    return connection.execute(query, (street + "%", number + "%")).fetchall()


def milliseconds(work: object, times: int) -> tuple[float, float]:
    """Return the median and the longest time of a call."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return float(np.median(spent)), max(spent)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    table = addresses(count)
    xy = np.random.default_rng(2).uniform(0, 1e5, (count, 2))
    start = time.perf_counter()
    index = build_index(table, xy)
    built = time.perf_counter() - start
    print(
        f"{len(index)} addresses, {len(index.names)} names, {len(index.name_of_street)} streets: built in {built:.1f} s"
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{index.megabytes:.0f} MB of arrays; at most {peak:.0f} MB in all")
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "adressen.gpkg")
        table.to_sql("adressen", connection, index=False)
        for text in TYPED:
            ours, longest = milliseconds(lambda text=text: search(index, text), TIMES)
            theirs, _ = milliseconds(lambda text=text: like(connection, text), 3)
            ratio = ours / theirs
            print(f"{text:<12} ours {ours:6.1f} ms (at most {longest:6.1f}), LIKE {theirs:7.1f} ms, ratio {ratio:.3f}")
        connection.close()
    rows = table.sample(ROWS, random_state=1)
    asked = list(zip(rows["strasse"], rows["hausnummer"] + rows["zusatz"], rows["plz"]))
    spent, _ = milliseconds(lambda: [index.area_of(*one) for one in asked], 3)
    print(f"area of an address, exactly: {spent / ROWS * 1000:.0f} µs")


if __name__ == "__main__":
    main()
