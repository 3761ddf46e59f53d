"""What `compareareas` refuses, and what it tells in the end."""

from __future__ import annotations

import pandas as pd
from qgis.core import QgsProcessingFeedback

from ...core.delineation.area_changes import CHANGE, Change, change_text
from ...core.delineation.area_changes_page import summary_sentence
from ...core.delineation.crosswalk import NEW, NOWHERE, OLD
from ...core.errors import InputError
from ...core.fields import FLAG, NOTE, Flag
from ...core.messages import tr
from ...core.numbers import format_number
from ._compare_ground import SharedGround
from ._compare_inputs import Placed


def refuse_strangers(placed: Placed, ground: SharedGround) -> None:
    """Raise InputError if the divisions have nothing in common, or no address lies in either."""
    table = ground.table
    if not ((table[OLD.name] != NOWHERE) & (table[NEW.name] != NOWHERE)).any():
        raise InputError(
            tr(
                "Old and new areas have no ground in common. Check the coordinate reference systems of both layers and "
                "that they are of the same town."
            )
        )
    if len(placed.old) and not ((placed.old != "") | (placed.new != "")).any():
        raise InputError(
            tr("No address lies in an old or a new area. Check the coordinate reference system of the addresses.")
        )


def log_result(
    table: pd.DataFrame, areas: pd.DataFrame, counted: bool, slivers: float, feedback: QgsProcessingFeedback
) -> None:
    """Write into the log what moves; `table` is the crosswalk, `slivers` the m² that are taken as inaccuracy."""
    feedback.pushInfo(summary_sentence(table, areas, counted))
    changed = areas[areas[CHANGE.name] != Change.UNCHANGED]
    for row in changed.to_dict("records"):
        feedback.pushInfo(f"{row[NEW.name] or row[OLD.name]}: {row[NOTE.name] or change_text(row[CHANGE.name])}")
    hidden = int((table[FLAG.name] != Flag.NONE).sum())
    if hidden:
        feedback.pushInfo(
            tr("{count} groups are hidden, because few people live there; MODE internal shows them.").format(
                count=format_number(hidden)
            )
        )
    if slivers >= 1:
        feedback.pushInfo(
            tr("Slivers of {size} m² in all differ between both divisions; they are taken as inaccuracy.").format(
                size=format_number(slivers)
            )
        )
