"""Prints seconds and memory of all indicators for many areas and Stichtage, beside a plain pandas groupby in one run.

Use: python scripts/bench/computeindicators.py [areas [stichtage [indicators [publication]]]], in the repository's root.
The groupby does less: sums of each level, quotients by merging, no check of the rows, no marks, intervals, smoothing or
protection. Its values must be ours, or the run ends with an error. With `publication` small numbers are hidden as well.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sozialraum_plugin.core.indicators.catalogue import shipped_catalogue  # noqa: E402
from sozialraum_plugin.core.indicators.compute import compute_indicators  # noqa: E402
from sozialraum_plugin.core.indicators.indicator import Indicator  # noqa: E402
from sozialraum_plugin.core.indicators.protection.primary_protection import Thresholds  # noqa: E402

PUBLICATION = "publication"
FIRST_YEAR = 2010
PER_SOCIAL_AREA, PER_COMMUNE = 5, 40


def tree(size: int) -> pd.DataFrame:
    """Return `size` areas: a Kreis, its Gemeinden, Sozialräume and Quartiere."""
    communes = max(1, size // (PER_COMMUNE + PER_COMMUNE // PER_SOCIAL_AREA))
    social = max(1, size // (PER_SOCIAL_AREA + 1))
    quarters = size - 1 - communes - social
    rows = [("k", "Kreis", "kreis", None)]
    rows += [(f"g{n:03d}", f"Gemeinde {n}", "gemeinde", "k") for n in range(communes)]
    rows += [(f"s{n:04d}", f"Sozialraum {n}", "sozialraum", f"g{n % communes:03d}") for n in range(social)]
    rows += [(f"q{n:05d}", f"Quartier {n}", "quartier", f"s{n % social:04d}") for n in range(quarters)]
    return pd.DataFrame(rows, columns=["gebiet", "gebiet_name", "ebene", "uebergeordnet"], dtype=object)


def counts(areas: pd.DataFrame, indicators: list[Indicator], years: int) -> pd.DataFrame:
    """Return a random count of every variable for every Quartier and year."""
    generator = np.random.default_rng(1)
    quarters = areas.loc[areas["ebene"] == "quartier", "gebiet"].to_numpy()
    variables = sorted({variable for indicator in indicators for variable in indicator.variables})
    days = [f"{FIRST_YEAR + year}-12-31" for year in range(years)]
    index = pd.MultiIndex.from_product([variables, days, quarters], names=["merkmal", "stichtag", "gebiet"])
    table = pd.DataFrame(index=index).reset_index()
    table["wert"] = generator.integers(20, 400, len(table)).astype(float)
    return table.assign(kennzeichen="", quelle="Amt")


def naive(table: pd.DataFrame, areas: pd.DataFrame, indicators: list[Indicator]) -> dict[str, pd.DataFrame]:
    """Return the value of each plain ratio by a groupby per level and a division of wide tables."""
    above = areas.set_index("gebiet")["uebergeordnet"]
    levels, here = [table], table
    for _ in range(3):
        here = here.assign(gebiet=here["gebiet"].map(above)).dropna(subset=["gebiet"])
        here = here.groupby(["gebiet", "merkmal", "stichtag"], as_index=False)["wert"].sum()
        levels.append(here)
    wide = pd.concat(levels).pivot_table(index=["gebiet", "stichtag"], columns="merkmal", values="wert", aggfunc="sum")
    results = {}
    for indicator in indicators:
        if not all(term.sign == 1 and not term.years for formula in indicator.formulas for term in formula.terms):
            continue
        if not indicator.is_additive:
            continue
        value = indicator.factor * wide[indicator.numerator.variables].sum(axis=1)
        if indicator.denominator is not None:
            value = value / wide[indicator.denominator.variables].sum(axis=1)
        results[indicator.code] = value.rename("wert").reset_index().assign(indikator=indicator.code)
    return results


def megabytes() -> float:
    """Return the largest memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Compute both ways, compare, print."""
    size, years, number = (int(text) for text in [*sys.argv[1:4], "500", "15", "120"][:3])
    thresholds = Thresholds() if PUBLICATION in sys.argv else None
    indicators = shipped_catalogue()[:number]
    areas = tree(size)
    table = counts(areas, indicators, years)
    print(f"{len(areas)} areas x {len(indicators)} indicators x {years} Stichtage from {len(table):,} counts")
    before, start = megabytes(), time.perf_counter()
    plain = naive(table, areas, indicators)
    print(f"pandas groupby: {time.perf_counter() - start:.1f} s, {megabytes() - before:.0f} MB more, "
          f"{sum(map(len, plain.values())):,} values of {len(plain)} indicators")  # fmt: skip
    before, start = megabytes(), time.perf_counter()
    computed = compute_indicators(table, areas, indicators, thresholds)
    print(f"computeindicators: {time.perf_counter() - start:.1f} s, {megabytes() - before:.0f} MB more, "
          f"{len(computed.table):,} rows of {computed.table['indikator'].nunique()} indicators")  # fmt: skip
    compare(computed.table, plain)


def compare(table: pd.DataFrame, plain: dict[str, pd.DataFrame]) -> None:
    """Print how many values are equal; end with an error if one differs."""
    joined = pd.concat(plain.values()).merge(table, on=["gebiet", "stichtag", "indikator"], suffixes=("_plain", ""))
    joined = joined[joined["wert"].notna()]
    different = ~np.isclose(joined["wert"], joined["wert_plain"], rtol=1e-9)
    print(f"{len(joined):,} values compared, {different.sum()} differ")
    if different.any() or not len(joined):
        raise SystemExit(joined[different].head().to_string())


if __name__ == "__main__":
    main()
