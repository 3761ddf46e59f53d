"""The tables of a comparison of two divisions, from where each address lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...core.delineation.area_changes import CHANGE, Change, Matching, areas_compared, match_areas
from ...core.delineation.crosswalk import (
    MOVED,
    NEW,
    NEW_NAME,
    NOWHERE,
    OLD,
    OLD_NAME,
    SHARE_OF_NEW,
    SHARE_OF_OLD,
    crosswalk,
    protected,
    with_ground,
    with_shares,
)
from ...core.fields import ADDRESS_COUNT, FLAG, NOTE, POPULATION, Flag
from ...core.messages import tr
from ._compare_ground import SharedGround, changed_ground
from ._compare_inputs import Division, Placed
from ._compare_people import People


@dataclass(frozen=True)
class Compared:
    """The crosswalk with all its columns, the matching, the table of areas and the mask of pairs that move."""

    table: pd.DataFrame
    matching: Matching
    areas: pd.DataFrame
    moved: np.ndarray


def compared_divisions(
    placed: Placed, addresses: People, ground: SharedGround, old: Division, new: Division, hidden_below: float
) -> Compared:
    """Return the crosswalk, with small groups hidden, and what follows from it."""
    table = with_ground(crosswalk(placed.old, placed.new, addresses.people), ground.table)
    table = with_shares(protected(table, hidden_below))
    matching = match_areas(table)
    moved = matching.moved(table[OLD.name], table[NEW.name])
    table[OLD_NAME.name], table[NEW_NAME.name] = table[OLD.name].map(old.names), table[NEW.name].map(new.names)
    table[MOVED.name] = moved
    areas = areas_compared(table, matching, old.names, new.names, changed_ground(ground, matching))
    return Compared(table, matching, areas, moved)


def origins(areas: pd.DataFrame) -> dict[str, str]:
    """Return the old area whose values stand before those of each new one; a new area without one is not in it."""
    known = areas[areas[OLD.name].notna() & areas[NEW.name].notna() & (areas[CHANGE.name] != Change.ABSORBED)]
    return dict(zip(known[NEW.name], known[OLD.name]))


def shown_crosswalk(table: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with addresses, and areas without any, as they may be shown."""
    lonely = table[OLD.name].ne(NOWHERE) & ~table[OLD.name].isin(table.loc[table[ADDRESS_COUNT.name] > 0, OLD.name])
    shown = table[(table[ADDRESS_COUNT.name] > 0) | lonely].copy()
    hidden = (shown[FLAG.name] != Flag.NONE).to_numpy()
    for field in (POPULATION, SHARE_OF_OLD, SHARE_OF_NEW):
        shown[field.name] = shown[field.name].astype(object).where(~hidden & shown[field.name].notna(), None)
    none = tr("No address lies here, so nothing can be carried over by inhabitants.")
    secret = tr("Hidden, because few people live here; they count where most of the old area does.")
    shown[NOTE.name] = np.select([hidden, shown[ADDRESS_COUNT.name] == 0], [secret, none], "")
    return shown
