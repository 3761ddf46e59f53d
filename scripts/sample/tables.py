"""Text tables that grow part by part."""

from __future__ import annotations

from pathlib import Path

import pandas as pd


def append_csv(path: Path, table: pd.DataFrame, encoding: str = "utf-8", header: bool = True) -> None:
    """Append rows to a CSV (`;`); the first rows bring the header, if it has one."""
    begins = not path.exists()
    table.to_csv(
        path, mode="a", sep=";", index=False, header=header and begins, encoding=encoding, lineterminator="\r\n"
    )
