"""Prints recall, precision, time and memory of address matching on a messy list, beside a loop and a plain merge.

Use: python scripts/bench/bench_matching.py [rows], from the repository's root, with the packages of
scripts/bench/requirements.txt. The list is that of Berlin in ../shared/data or in $SOZIALRAUM_DATA.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from messer import messy  # noqa: E402

from sozialraum_plugin.core.addresses.matching import address_columns, comparable  # noqa: E402
from sozialraum_plugin.core.addresses.street_search import find_addresses, messy_rows  # noqa: E402

LOOP_ROWS = 20


def berlin() -> pd.DataFrame:
    """Return the list of Berlin in our fields."""
    data = Path(os.environ.get("SOZIALRAUM_DATA", ROOT.parent / "shared" / "data"))
    table = pd.read_csv(data / "berlin_addresses" / "addresses_bezirke_07_12.csv.gz", dtype=str, keep_default_na=False)
    names = {"hnr": "hausnummer", "hnr_zusatz": "zusatz", "str_name": "strasse", "ort_name": "ortsteil"}
    return table.rename(columns=names).drop_duplicates(["strasse", "hausnummer", "zusatz", "plz", "ortsteil"])


def loop_seconds(rows: pd.DataFrame, addresses: pd.DataFrame) -> float | None:
    """Return what a loop over all rows with rapidfuzz would take, from a sample; None without rapidfuzz."""
    try:
        from rapidfuzz import process
    except ImportError:
        return None
    texts = (addresses["strasse"] + " " + addresses["hausnummer"] + addresses["zusatz"]).tolist()
    sample = (rows["strasse"] + " " + rows["hausnummer"]).sample(LOOP_ROWS, random_state=1)
    start = time.perf_counter()
    for text in sample:
        process.extractOne(text, texts)
    return (time.perf_counter() - start) / LOOP_ROWS * len(rows)


def merge_seconds(rows: pd.DataFrame, addresses: pd.DataFrame) -> float:
    """Return what a plain merge by street, number and postcode takes."""
    start = time.perf_counter()
    listed = addresses.assign(hausnummer=addresses["hausnummer"] + addresses["zusatz"])
    rows.merge(listed, on=["strasse", "hausnummer", "plz"], how="left")
    return time.perf_counter() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    addresses = berlin().reset_index(drop=True)
    rows = messy(addresses, count)
    start = time.perf_counter()
    listed = comparable(addresses, address_columns())
    read = time.perf_counter() - start
    columns = {name: name for name in ("strasse", "hausnummer", "plz", "ortsteil")}
    asked = messy_rows(rows, columns, listed)
    found = find_addresses(asked, listed)
    ours = time.perf_counter() - start
    address = found.matches.address
    right = (address == rows["wahr"].to_numpy()) & (address >= 0)
    placed = address >= 0
    print(f"rows {count}, addresses {len(addresses)}")
    print(f"recall {right.sum() / count:.5f}, precision {right.sum() / max(placed.sum(), 1):.5f}")
    by_habit = pd.DataFrame({"fehler": rows["fehler"], "recall": right, "wrong": placed & ~right})
    print(by_habit.groupby("fehler").agg(rows=("recall", "size"), recall=("recall", "mean"), wrong=("wrong", "sum")))
    print(pd.Series(np.where(right, "", found.matches.problem)).value_counts().to_string())
    plain = merge_seconds(rows, addresses)
    print(f"ours {ours:.2f} s (of it the address list {read:.2f} s); plain merge {plain:.2f} s: {ours / plain:.1f} x")
    loop = loop_seconds(rows, addresses)
    if loop is not None:
        print(f"rapidfuzz loop (from {LOOP_ROWS} rows) {loop:.0f} s: {loop / ours:.0f} x ours")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
