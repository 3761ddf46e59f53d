#!/usr/bin/python3
"""Invent Musterkreis, a district that behaves like one: geodata, addresses, people and ten years of office tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sample.kreis import deliver, write_kreis  # noqa: E402  the folder of this script has to be on the path first

MOST_ADDRESSES = 5_000_000


def main() -> int:
    """Generate as the command line says; return the exit code."""
    parser = _parser()
    options = parser.parse_args()
    if (options.deliver is None) != (options.areas is None):
        parser.error("--deliver and --areas belong together")
    if not 300 <= options.addresses <= MOST_ADDRESSES:
        parser.error(f"--addresses: from 300 to {MOST_ADDRESSES}")
    sample = (options.output, options.seed, options.addresses)
    lines = write_kreis(*sample) if options.deliver is None else deliver(*sample, options.deliver, options.areas)
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    except (ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="The same seed and number of addresses give the same Kreis. With --deliver and --areas the offices of "
        "that Kreis code their cases by your Straßenverzeichnis and write OUT/aemter_neu/.",
    )
    parser.add_argument("output", metavar="OUT", type=Path, help="folder to write to; made if missing")
    parser.add_argument("--seed", type=int, default=1, help="which Kreis (default 1)")
    parser.add_argument(
        "--addresses", type=int, default=12_000, help="its size: 300 to 5,000,000 (default 12,000, 60,000 inhabitants)"
    )
    parser.add_argument(
        "--deliver", type=Path, metavar="STRASSENVERZEICHNIS.csv", help="the areas by street and number"
    )
    parser.add_argument("--areas", type=Path, metavar="GEBIETE.csv", help="all areas with name, level and area above")
    return parser


if __name__ == "__main__":
    sys.exit(main())
