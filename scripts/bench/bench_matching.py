"""Prints recall, precision, time and memory of address matching on a messy list, beside a loop and a plain merge.

Use: python scripts/bench/bench_matching.py [rows [seed]], from the repository's root, with the packages of
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

from messer import NO_MATCH, messy, without_streets  # noqa: E402

from sozialraum_plugin.core.addresses.matching import address_columns, comparable  # noqa: E402
from sozialraum_plugin.core.addresses.messy_rows import messy_rows  # noqa: E402
from sozialraum_plugin.core.addresses.street_search import Found, find_addresses  # noqa: E402

LOOP_ROWS = 20
ROUNDS = 3  # of each the best time counts, as these machines are noisy
MISSING = 0.02  # share of the streets that the list does not have


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


def match(rows: pd.DataFrame, addresses: pd.DataFrame) -> tuple[Found, float]:
    """Return what our matching finds, and the seconds that it needed for the address list."""
    start = time.perf_counter()
    listed = comparable(addresses, address_columns())
    read = time.perf_counter() - start
    columns = {name: name for name in ("strasse", "hausnummer", "plz", "ortsteil")}
    return find_addresses(messy_rows(rows, columns, listed), listed), read


def by_habit(rows: pd.DataFrame, address: np.ndarray) -> pd.DataFrame:
    """Return for each habit the rows, the share that found its address, and the rows that found a wrong one."""
    truth = rows["wahr"].to_numpy()
    right = address == truth
    table = pd.DataFrame({"habit": rows["fehler"], "right": right, "wrong": (address >= 0) & ~right})
    return table.groupby("habit").agg(rows=("right", "size"), right=("right", "mean"), wrong=("wrong", "sum"))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    whole = berlin().reset_index(drop=True)
    addresses, rows = without_streets(whole, messy(whole, count, seed), MISSING, seed)
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        found, read = match(rows, addresses)
        times.append((time.perf_counter() - start, read, merge_seconds(rows, addresses)))
    ours, read, plain = (min(column) for column in zip(*times))
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    address, truth = found.matches.address, rows["wahr"].to_numpy()
    right = (address == truth) & (address >= 0)
    print(f"rows {count} ({(truth == NO_MATCH).sum()} without a match), addresses {len(addresses)}, seed {seed}")
    print(f"recall {right.sum() / (truth >= 0).sum():.5f}, precision {right.sum() / max((address >= 0).sum(), 1):.5f}")
    print(by_habit(rows, address).to_string())
    print(pd.Series(found.matches.problem[~right]).value_counts().to_string())
    print(f"ours {ours:.2f} s (of it the address list {read:.2f} s); plain merge {plain:.2f} s: {ours / plain:.1f} x")
    loop = loop_seconds(rows, addresses)
    if loop is not None:
        print(f"rapidfuzz loop (from {LOOP_ROWS} rows) {loop:.0f} s: {loop / ours:.0f} x ours")


if __name__ == "__main__":
    main()
