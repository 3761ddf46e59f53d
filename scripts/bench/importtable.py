"""How long the import of a register extract takes, against pandas.read_csv with the right options known in advance.

A generated extract of a million rows (area, Stichtag, age group, sex, nationality, inhabitants; semicolons, UTF-8,
thousands dots) is read by both, by turns; the best process time of each counts. The import finds out everything by
itself and gives the long table of counts; pandas only reads. Nothing but the project's own requirements is needed.

    python scripts/bench/importtable.py [--rows 1000000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sozialraum_plugin.core.indicators.imports.table_import import ImportOptions, ImportResult, import_table
from sozialraum_plugin.core.indicators.imports.text_file import cut, decode, delimiter_of

LIMIT = 3.0
HEAD = "Gebietsschlüssel;Stichtag;Altersgruppe;Geschlecht;Staatsangehörigkeit;Einwohner"
AGES, SEXES, NATIONS = 20, ("männlich", "weiblich"), ("deutsch", "nicht deutsch")


def write_extract(path: Path, rows: int, seed: int = 1) -> None:
    """Write an extract of about so many rows."""
    random = np.random.default_rng(seed)
    per_area = AGES * len(SEXES) * len(NATIONS)
    areas, years = 500, max(1, rows // (500 * per_area))
    counts = iter(random.integers(0, 2500, areas * years * per_area).tolist())
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD + "\n")
        for year in range(2025 - years, 2025):
            for area in range(1, areas + 1):
                for age in range(AGES):
                    for sex in SEXES:
                        for nation in NATIONS:
                            count = f"{next(counts):,}".replace(",", ".")
                            place = f"05999{area:05d};31.12.{year};{age * 5} bis unter {age * 5 + 5}"
                            file.write(f"{place};{sex};{nation};{count}\n")


def by_import(path: Path) -> ImportResult:
    """Read with nothing known."""
    data = path.read_bytes()
    text, encoding = decode(data)
    return import_table(cut(text, delimiter_of(text), data if encoding == "utf-8" else None), ImportOptions())


def by_pandas(path: Path) -> pd.DataFrame:
    """Read with everything known."""
    return pd.read_csv(path, sep=";", thousands=".", encoding="utf-8", dtype={"Gebietsschlüssel": str})


def main() -> int:
    """Measure, print, and return 1 if the import is slower than allowed or reads another number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    seconds: dict[str, list[float]] = {"pandas": [], "importtable": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "auszug.csv"
        write_extract(path, arguments.rows)
        for _ in range(arguments.rounds):
            begin = time.process_time()
            expected = by_pandas(path)
            seconds["pandas"].append(time.process_time() - begin)
            begin = time.process_time()
            result = by_import(path)
            seconds["importtable"].append(time.process_time() - begin)
    same = np.array_equal(result.counts["wert"].to_numpy(), expected["Einwohner"].to_numpy())
    best = {name: min(found) for name, found in seconds.items()}
    ratio = best["importtable"] / best["pandas"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(expected):,} rows, {result.counts['merkmal'].nunique()} variables, numbers the same: {same}")
    print(f"pandas.read_csv {best['pandas']:.2f} s, importtable {best['importtable']:.2f} s, peak {peak:.0f} MB")
    print(f"ratio {ratio:.2f} (allowed {LIMIT})")
    return 0 if same and ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
