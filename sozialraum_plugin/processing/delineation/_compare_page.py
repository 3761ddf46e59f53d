"""From the results of `compareareas` to its PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer

from ...core.delineation.area_changes_page import (
    PageTexts,
    called,
    colour_numbers,
    entities,
    short_codes,
    table_head,
    table_rows,
)
from ...core.messages import tr
from ...geo.adjacency import adjacency
from ...geo.area_changes import vanished_borders
from ...geo.polygons import multi
from ...layouts.comparison_layout import Comparison, MapAreas, comparison_layout, labels_with_names
from ...layouts.comparison_style import PALETTE
from ...layouts.export import export_current
from ._compare_inputs import Division

_DPI = 200


def print_comparison(
    path: Path,
    old: Division,
    new: Division,
    continued_by: dict[str, str],
    changed: Sequence[QgsGeometry],
    background: Sequence[QgsVectorLayer],
    compared: pd.DataFrame,
    texts: PageTexts,
    counted: bool,
    author: str,
    project: QgsProject,
) -> None:
    """Write the PDF. `project` is an empty one of the polygons' CRS. Raises InputError if it cannot be written."""
    shorts = short_codes([*old.codes, *new.codes])
    colours = _colours(old, new, continued_by)
    with_names = labels_with_names(old.codes, new.codes)
    maps = [
        MapAreas(
            division.codes,
            multi(division.polygons),
            own,
            [called(code, name if with_names else None, shorts, "\n") for code, name in division.names.items()],
        )
        for division, own in zip((old, new), colours)
    ]
    present = [shape for shape in changed if not shape.isEmpty()]
    vanished = vanished_borders(old.polygons, new.polygons)
    rows = table_rows(compared, shorts)
    comparison = Comparison(*maps, present, vanished, background, texts, table_head(counted), rows)
    layout = comparison_layout(comparison, project)
    path.parent.mkdir(parents=True, exist_ok=True)
    export_current(layout, path, _DPI, texts.title, author)


def _colours(old: Division, new: Division, continued_by: dict[str, str]) -> tuple[list[int], list[int]]:
    """Return a colour for each old and each new area: equal where they continue each other, else unlike neighbours."""
    numbers = entities(old.codes, new.codes, continued_by)
    edges = [np.array(own, dtype=int)[adjacency(division.polygons)[0]] for division, own in zip((old, new), numbers)]
    pairs = np.vstack(edges)
    chosen = colour_numbers(pairs[pairs[:, 0] != pairs[:, 1]], max([*numbers[0], *numbers[1]]) + 1, len(PALETTE))
    return [chosen[number] for number in numbers[0]], [chosen[number] for number in numbers[1]]


def page_texts(given: dict[str, str], counts: tuple[int, int], sentence: str, counted: bool, hidden: bool) -> PageTexts:
    """Return the texts of the page; `given` holds TITLE, OLD_TITLE, NEW_TITLE, SOURCE and AUTHOR, maybe empty."""
    areas = tr("{title}: {count} areas")
    foot = [given["AUTHOR"]]
    foot.append(tr("Inhabitants: {source}").format(source=given["SOURCE"]) if given["SOURCE"] else "")
    foot.append("" if counted else tr("Without inhabitants: each address counts 1."))
    foot.append(tr("· hidden because small; small groups count where most of their old area does.") if hidden else "")
    return PageTexts(
        given["TITLE"] or tr("Old and new areas compared"),
        areas.format(title=given["OLD_TITLE"] or tr("Before"), count=counts[0]),
        areas.format(title=given["NEW_TITLE"] or tr("After"), count=counts[1]),
        sentence,
        "   ".join(part for part in foot if part),
    )
