"""Coordinates as text read into numbers; the UTM zone before an easting taken off."""

from __future__ import annotations

import pandas as pd

ZONES = (31, 32, 33)
_ZONE_UNIT = 1_000_000


def read_decimals(texts: pd.Series) -> pd.Series:
    """Return numbers written with decimal comma or dot; NaN where a text is none.

    Where a text has a comma, dots stand between thousands.
    """
    written = texts.fillna("").astype(str).str.replace(r"[\s\xa0]", "", regex=True)
    comma = written.str.contains(",", regex=False)
    german = written.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    return pd.to_numeric(written.where(~comma, german), errors="coerce")


def read_coordinates(east: pd.Series, north: pd.Series, zones: pd.Series) -> pd.DataFrame:
    """Return `x`, `y` (NaN both if one is missing, or both are 0) and `zone` (0 if unknown), with the index of `east`.

    An easting of 8 digits carries its UTM zone in front (EPSG:4647 and its neighbours): the zone is taken off. Else
    the zone comes from `zones` (texts).
    """
    x, y = read_decimals(east), read_decimals(north)
    missing = x.isna() | y.isna() | ((x == 0) & (y == 0))
    x, y = x.mask(missing), y.mask(missing)
    prefix = (x // _ZONE_UNIT).where(x >= ZONES[0] * _ZONE_UNIT)
    prefixed = prefix.isin(ZONES)
    told = pd.to_numeric(zones, errors="coerce")
    zone = prefix.where(prefixed, told.where(told.isin(ZONES), 0)).mask(missing, 0)
    return pd.DataFrame({"x": x.where(~prefixed, x - prefix * _ZONE_UNIT), "y": y, "zone": zone.astype(int)})
