"""From houses to addresses: dwellings, storeys and years built, and the social burden of the place."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .numbering import Numbers
from .plots import Houses
from .settlement import Land
from .zones import ZONES, house_of

MEAN_DRIFT = 0.1  # of the zones, so that the Kreis as a whole stays what it is
COMMUNE_BURDEN = {"town": 0.25, "small_town": -0.15, "village": -0.35}


def address_table(
    houses: Houses,
    numbers: Numbers,
    zone: np.ndarray,
    part: np.ndarray,
    kind: str,
    land: Land,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Return one row per address: street (number in the settlement), house number, point, building and burden."""
    built = _years(houses, zone, rng)
    low_high = np.array([_ranges(typ, name) for typ, name in zip(houses.kind, zone)]).reshape(-1, 4)
    social = np.array([ZONES[name].social for name in zone])
    drift = np.array([ZONES[name].drift for name in zone])
    front = _fronts(houses)
    return pd.DataFrame(
        {
            "ortsteil": part,
            "street": houses.street.astype(int),
            "hausnummer": numbers.number,
            "zusatz": numbers.suffix.astype(object),
            "x": front[:, 0].round(3),
            "y": front[:, 1].round(3),
            "typ": houses.kind.astype(object),
            "wohnungen": rng.integers(low_high[:, 2], low_high[:, 3] + 1),
            "geschosse": rng.integers(low_high[:, 0], low_high[:, 1] + 1),
            "baujahr": built,
            "seite": houses.side,
            "social": 0.62 * land.social(houses.xy) + 0.9 * social + COMMUNE_BURDEN[kind],
            "drift": 0.42 * land.drift(houses.xy) + drift - MEAN_DRIFT,
        }
    )


def _fronts(houses: Houses) -> np.ndarray:
    """Return the address points: inside the house, two metres behind the middle of its front."""
    outward = np.column_stack([np.sin(houses.angle), -np.cos(houses.angle)])
    return houses.xy + outward * (houses.size[:, 1] / 2 - 2.0)[:, None]


def _ranges(kind: str, zone: str) -> tuple[int, int, int, int]:
    """Return the limits of storeys and dwellings of a type of house; old quarters are built higher."""
    house = house_of(kind, zone)
    higher = 1 if zone in ("gruenderzeit", "altstadt") and kind.startswith("mfh") else 0
    return house.storeys[0] + higher, house.storeys[1] + higher, *house.dwellings


def _years(houses: Houses, zone: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return years built: a street is built within some years; a tenth of the houses are later replacements."""
    streets, index = np.unique(houses.street, return_inverse=True)
    share = np.clip(rng.random(len(streets))[index] + rng.normal(0, 0.09, len(houses)), 0, 1)
    limits = np.array([ZONES[name].built for name in zone]).reshape(-1, 2)
    years = (limits[:, 0] + share * (limits[:, 1] - limits[:, 0])).round().astype(int)
    replaced = rng.random(len(houses)) < 0.1
    return np.where(replaced, np.maximum(years, rng.integers(1950, 2025, len(houses))), years)
