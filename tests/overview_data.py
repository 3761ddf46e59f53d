"""Invented reports for tests: areas, indicators with hidden values, an index of either kind."""

from __future__ import annotations

import numpy as np
import pandas as pd
from profile_data import areas_frame, indicators_frame

from sozialraum_plugin.core.indicators.catalogue import shipped_catalogue
from sozialraum_plugin.core.profiles.overview_data import Overview, OverviewOptions
from sozialraum_plugin.core.profiles.overview_index import read_index
from sozialraum_plugin.core.profiles.overview_words import overview_words
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts

COMMUNE = "05999001"
NAMES = (
    "Oberhausen-Schmachtendorf/Walsumermark-Süd",
    "Altstadt",
    "Donaudampfschifffahrtsgesellschaftskapitänssiedlung",
    "St. Katharinen-Obergassenbach (Außenbereich)",
)
HIDDEN_VALUE = 987.654


def codes(count: int, digits: int = 3) -> list[str]:
    return [f"{COMMUNE}{number:0{digits}d}" for number in range(1, count + 1)]


def areas(count: int, digits: int = 3) -> pd.DataFrame:
    """Areas of one commune whose names are long in turn."""
    rows = [
        (code, f"{NAMES[number % len(NAMES)]} {number}", "sozialraum", COMMUNE, COMMUNE, 1000 + 37 * number)
        for number, code in enumerate(codes(count, digits), start=1)
    ]
    return areas_frame([*rows, (COMMUNE, "Musterstadt", "gemeinde", None, COMMUNE, None)])


def indicators(frame: pd.DataFrame) -> pd.DataFrame:
    """Ten years of indicators; the first area hides its SGB II rate."""
    table = indicators_frame(frame)
    hidden = (table["gebiet"] == frame["gebiet"].iloc[0]) & (table["indikator"] == "A08")
    table.loc[hidden, ["wert", "kennzeichen"]] = [HIDDEN_VALUE, "geheim"]
    return table


def status_index(count: int, digits: int = 3) -> pd.DataFrame:
    """A status and dynamics index; the last area is left out."""
    random = np.random.default_rng(5)
    rows = []
    for code in codes(count, digits):
        value, change = random.normal(size=2)
        status = 1 + (value >= -1) + (value > 1) + (value > 1.5)
        dynamics = "+" if change < -1 else "-" if change > 1 else "+/-"
        row = {"gebiet": code, "status_index": value, "status": int(status), "dynamik": dynamics}
        rows.append({**row, "gesamt": f"{status}{dynamics}", "ausgeschlossen": None, "z_A08": 0.5, "z_A08_d": 0.1})
    rows[0].update(status_index=1.9, status=4, dynamik="-", gesamt="4-")
    rows[-1] = {"gebiet": codes(count, digits)[-1], "ausgeschlossen": "weniger als 300 Einwohner"}
    return pd.DataFrame(rows, dtype=object)


def composite_index(count: int, classes: int = 5) -> pd.DataFrame:
    """A composite index of five classes, with the share of variants of the same class."""
    rows = []
    for number, code in enumerate(codes(count)):
        class_ = 1 + number * classes // count
        row = {"gebiet": code, "index": 90.0 - number, "rang": number + 1, "klasse": class_, "stabil": 0.875}
        rows.append({**row, "ausgeschlossen": None, "t_A08": 0.1})
    return pd.DataFrame(rows, dtype=object)


def overview(
    count: int = 12,
    index: pd.DataFrame | None = None,
    language: str = "de",
    digits: int = 3,
    without_indicators: bool = False,
    **options,
) -> Overview:
    """All that the chapters of a report need."""
    frame = areas(count, digits)
    texts = Texts(language)
    sizes = {code: 40_000.0 for code in frame["gebiet"]}
    table = indicators(frame).iloc[:0] if without_indicators else indicators(frame)
    builder = ProfileBuilder(frame, table, None, sizes, ProfileOptions(), texts)
    return Overview(
        builder=builder,
        index=None if index is None else read_index(index, codes(count, digits)),
        recipe=None,
        catalogue={entry.code: entry for entry in shipped_catalogue()},
        options=OverviewOptions(**{"title": "Sozialbericht 2026", "made": "01.02.2026", **options}),
        texts=texts,
        words=overview_words(language),
        place="Musterstadt",
    )
