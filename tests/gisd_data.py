"""The raw inputs of the German Index of Socioeconomic Deprivation as one long table of communes and years."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sozialraum_plugin.core.indicators.imports.xls_file import read_xls
from sozialraum_plugin.core.indicators.imports.xlsx_file import read_xlsx

ASSOCIATIONS = ("Arbeitslosigkeit", "Beschaeftigtenquote", "Einkommenssteuer")  # given for Gemeindeverbände
HEAD_ROWS = 3
YEARS = range(1998, 2016)


def communes_and_years(folder: Path) -> pd.DataFrame:
    """Return one row per commune and year with codes of all levels as text, inhabitants, and the indicators."""
    areas = _areas(folder / "Referenz_1998_2015.xlsx")
    table = areas.merge(pd.DataFrame({"Jahr": [str(year) for year in YEARS]}), how="cross")
    for path in sorted((folder / "INKAR_1998_2015").glob("*.xls")):
        name = path.stem.split("_")[1]
        level = "Gemeindeverband" if name in ASSOCIATIONS else "Kreis"
        table = table.merge(_indicator(path, name).rename(columns={"code": level}), how="left", on=[level, "Jahr"])
    return table.astype(object).where(table.notna(), None)


def _areas(path: Path) -> pd.DataFrame:
    sheet = next(sheet for sheet in read_xlsx(path.read_bytes(), path.name) if sheet.name == "Gemeinden")
    rows = [row for row in sheet.grid.rows[HEAD_ROWS:] if row[0]]
    commune = [row[0].zfill(8) for row in rows]
    return pd.DataFrame(
        {
            "Gemeinde": commune,
            "Gemeindeverband": [row[3].zfill(8) for row in rows],
            "Kreis": [code[:5] for code in commune],
            "Bevoelkerung": [int(float(row[7])) for row in rows],
        }
    )


def _indicator(path: Path, name: str) -> pd.DataFrame:
    """Return an INKAR table (code, name, kind, one column a year) as long rows of code, year and value."""
    rows = read_xls(path.read_bytes(), path.name)[0].grid.rows
    years = rows[1][HEAD_ROWS:]
    wide = pd.DataFrame([[row[0], *row[HEAD_ROWS:]] for row in rows[2:]], columns=["code", *years])
    long = wide.melt("code", var_name="Jahr", value_name=name)
    long[name] = pd.to_numeric(long[name], errors="coerce")
    return long.dropna()
