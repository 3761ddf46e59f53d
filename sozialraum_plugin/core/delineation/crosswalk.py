"""From one division into areas to another: how many addresses and inhabitants of each old area lie in each new one.

Weights are inhabitants at addresses, never ground: a forest that changes hands moves nobody. An old area without
inhabitants is shared by addresses. For publication, small numbers are hidden as `protected` describes.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..fields import ADDRESS_COUNT, AREA_NAME, FLAG, NOTE, POPULATION, Field, Flag, Kind

OLD = Field("gebiet_alt")
NEW = Field("gebiet_neu")
OLD_NAME = Field(f"{AREA_NAME.name}_alt")
NEW_NAME = Field(f"{AREA_NAME.name}_neu")
SHARE_OF_OLD = Field("anteil_alt", Kind.REAL)  # of the old area's inhabitants, 0 to 1
SHARE_OF_NEW = Field("anteil_neu", Kind.REAL)
MOVED = Field("wechselt", Kind.BOOLEAN)  # to another area than the one that continues the old one
GROUND_SHARED = Field("flaeche", Kind.REAL)
CROSSWALK = (
    OLD, OLD_NAME, NEW, NEW_NAME, ADDRESS_COUNT, POPULATION, SHARE_OF_OLD, SHARE_OF_NEW, MOVED, FLAG, NOTE,
)  # fmt: skip
NOWHERE = ""  # the code of an address in no area
PAIR = [OLD.name, NEW.name]
HOST = "host"


def crosswalk(old: pd.Series, new: pd.Series, people: np.ndarray) -> pd.DataFrame:
    """Return one row per pair of old and new area with addresses: `gebiet_alt, gebiet_neu, adressen, einwohner`.

    `old` and `new` (n,) are the codes of each address's areas, NOWHERE where it lies in none; `people` (n,) its
    inhabitants. Addresses in neither are left out. Sorted by both codes.
    """
    table = pd.DataFrame({OLD.name: old.to_numpy(), NEW.name: new.to_numpy(), POPULATION.name: people})
    table = table[(table[OLD.name] != NOWHERE) | (table[NEW.name] != NOWHERE)]
    pairs = table.groupby(PAIR, sort=True)[POPULATION.name].agg(["size", "sum"]).reset_index()
    return pairs.rename(columns={"size": ADDRESS_COUNT.name, "sum": POPULATION.name})


def with_ground(table: pd.DataFrame, ground: pd.DataFrame) -> pd.DataFrame:
    """Return the crosswalk with `flaeche`, the m² that each pair shares, and with pairs that share only ground.

    `ground` has the columns of PAIR and `flaeche`.
    """
    both = table.merge(ground, on=PAIR, how="outer").fillna({ADDRESS_COUNT.name: 0, POPULATION.name: 0.0})
    both[GROUND_SHARED.name] = both[GROUND_SHARED.name].fillna(0.0)
    both[ADDRESS_COUNT.name] = both[ADDRESS_COUNT.name].astype(int)
    return both.sort_values(PAIR, ignore_index=True)


def protected(table: pd.DataFrame, threshold: float) -> pd.DataFrame:
    """Return the crosswalk with `kennzeichen` and HOST, and no number of inhabitants from 1 to below `threshold`.

    Those inhabitants count where most of their old area's do, as if they had stayed; an old area that has less than
    `threshold` in all counts as uninhabited. HOST marks the pieces that took some in. Everything that is computed from
    this table, shares and carried-over counts too, then knows nothing about the small piece but that it is small, so
    that no difference of sums gives it away. 0 hides nothing.
    """
    table = table.copy()
    people = table[POPULATION.name].to_numpy(dtype=float)
    small = (people > 0) & (people < threshold)
    hosts = _largest_pieces(table, people)
    homeless = np.where(small, people, 0.0)
    homeless[hosts] = 0.0
    moving = pd.Series(homeless).groupby(table[OLD.name]).sum()
    shown = np.where(small, 0.0, people)
    shown[hosts] = people[hosts] + moving.reindex(table[OLD.name].to_numpy()[hosts]).to_numpy()
    shown[shown < threshold] = 0.0
    table[POPULATION.name] = shown
    table[FLAG.name] = np.where((people > 0) & (shown == 0), Flag.SECRET, Flag.NONE)
    table[HOST] = shown > people
    return table


def _largest_pieces(table: pd.DataFrame, people: np.ndarray) -> np.ndarray:
    """Return the row of each old area's most populous piece."""
    ranked = table.assign(own=people).sort_values(["own", NEW.name], ascending=[False, True])
    return ranked.drop_duplicates(OLD.name).index.to_numpy()


def with_shares(table: pd.DataFrame) -> pd.DataFrame:
    """Return the crosswalk with `anteil_alt` and `anteil_neu`; NaN where an area has no address or is NOWHERE."""
    table = table.copy()
    for code, share in ((OLD, SHARE_OF_OLD), (NEW, SHARE_OF_NEW)):
        groups = table.groupby(code.name)
        people = groups[POPULATION.name].transform("sum")
        addresses = groups[ADDRESS_COUNT.name].transform("sum")
        by_people = table[POPULATION.name] / people.where(people > 0)
        by_addresses = table[ADDRESS_COUNT.name] / addresses.where(addresses > 0)
        table[share.name] = by_people.where(people > 0, by_addresses).where(table[code.name] != NOWHERE)
    return table


def hide_small_parts(people: pd.Series, group: pd.Series, threshold: float, blurred: set[str]) -> pd.Series:
    """Return which parts of each group's known sum must be hidden so that no small one can be computed.

    Parts from 1 to below `threshold` are hidden, and with them the smallest larger one of the group; in `blurred`
    groups, whose known sum is not exact, the latter in any case, else the sum would tell by how much.
    """
    small = (people > 0) & (people < threshold)
    hidden = small.copy()
    concerned = small.groupby(group).transform("any") | group.isin(blurred)
    for _, rows in people[concerned].groupby(group):
        larger = rows[rows >= threshold]
        if len(larger):
            hidden[larger.idxmin()] = True
    return hidden
