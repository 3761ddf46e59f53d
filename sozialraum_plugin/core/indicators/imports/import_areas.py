"""The areas that a table names, and which lies in which by the indentation of their names."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...fields import AREA, AREA_NAME, DEPTH, IMPORT_AREAS, PARENT
from .import_keys import indents_of, parents_of
from .number_cells import strip_footnote
from .table_body import Body
from .table_columns import Columns


def areas_of(body: Body, rows: np.ndarray, keys: np.ndarray, columns: Columns) -> pd.DataFrame:
    """Return one row for each key in the order of the table: key, name, the area above, and the depth from 0.

    Columns as `fields.IMPORT_AREAS`. The area above is known only where the names (or names used as keys) are indented.
    """
    place = columns.key if columns.name is None else columns.name
    first = ~pd.Series(keys).duplicated().to_numpy()
    chosen = rows[first]
    column = body.column(place)[chosen]
    names = [strip_footnote(str(text)) for text in column.cells()] if columns.middle is None else [""] * len(chosen)
    indents = indents_of(column)
    depths = np.unique(indents, return_inverse=True)[1]
    own = keys[first]
    parents = parents_of(indents.tolist()) if len(np.unique(indents)) > 1 else [-1] * len(chosen)
    table = pd.DataFrame(
        {
            AREA.name: own,
            AREA_NAME.name: names if columns.name is not None else np.where(names == own, "", names),
            PARENT.name: [own[parent] if parent >= 0 else "" for parent in parents],
            DEPTH.name: depths,
        }
    )
    return table[[column.name for column in IMPORT_AREAS]]
