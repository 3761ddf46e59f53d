"""What `compareareas` reads: two divisions into areas, and addresses with their place in both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core.delineation.address_columns import text_column
from ...core.delineation.crosswalk import NEW, OLD
from ...core.errors import InputError
from ...core.fields import AREA, NOTE, NOTE_KIND, ROW, SOURCE
from ...core.messages import tr
from ...geo.area_patches import mended, union
from ...geo.point_in_area import OUTSIDE, areas_and_hits
from ...geo.polygons import worst_overlap
from ..algorithm import check_cancelled
from ..tables import read_rows, require_columns

REPORT = (NOTE_KIND, SOURCE, ROW, AREA, OLD, NEW, NOTE)


class Problem:
    """Values of `art` in the report of `compareareas`."""

    NO_CODE = "ohne_code"
    OTHER_LEVEL = "andere_ebene"
    NO_POLYGON = "ohne_flaeche"
    INVALID = "ungueltig"
    NO_POINT = "ohne_punkt"
    NOWHERE = "in_keinem_gebiet"
    ONLY_OLD = "nur_bisher"
    ONLY_NEW = "nur_neu"
    SEVERAL = "in_mehreren_gebieten"


@dataclass(frozen=True)
class Division:
    """Areas of one edition, by code in order: `names` and `polygons`, the `report` of rows, and how many were read."""

    names: dict[str, str]
    polygons: list[QgsGeometry]
    report: pd.DataFrame
    read: int

    @property
    def codes(self) -> list[str]:
        """Return the codes in order."""
        return list(self.names)


def read_division(
    source: QgsProcessingFeatureSource,
    chosen: dict[str, str],
    level: str,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Division:
    """Return the areas of one level; rows of one code are one area. `chosen` names the fields code, name and level.

    Raises InputError if there is none, or if there are several levels and none is chosen.
    """
    layer = source.sourceName()
    require_columns(source, [chosen["code"]])
    there = [field for field in dict.fromkeys(chosen.values()) if field in source.fields().names()]
    table, geometries = read_rows(source, feedback, there, crs, context, with_geometry=True)
    codes = text_column(table[chosen["code"]])
    names = text_column(table[chosen["name"]]) if chosen["name"] in there else codes
    wanted = _of_level(table, chosen["level"], level, layer)
    shapes, reasons = mended(geometries)
    solid = np.array([not shape.isEmpty() for shape in shapes], dtype=bool)
    kinds = np.select(
        [~wanted, (codes == "").to_numpy(), ~solid], [Problem.OTHER_LEVEL, Problem.NO_CODE, Problem.NO_POLYGON], ""
    ).astype(object)
    used = np.flatnonzero(kinds == "")
    if not len(used):
        raise InputError(
            tr("“{layer}” holds no area with a code and a polygon. Check the field “{field}” and the level.").format(
                layer=layer, field=chosen["code"]
            )
        )
    kinds[[row for row in used if row in reasons]] = Problem.INVALID
    members: dict[str, list[QgsGeometry]] = {}
    for row in used:
        members.setdefault(codes[row], []).append(shapes[row])
    first = dict(zip(codes[used][::-1], names[used][::-1]))
    ordered = {code: first[code] or code for code in sorted(members)}
    polygons = [members[code][0] if len(members[code]) == 1 else union(members[code]) for code in ordered]
    _warn_of_overlaps(polygons, list(ordered), layer, feedback)
    return Division(ordered, polygons, _area_lines(kinds, codes, reasons, layer), len(table))


def _of_level(table: pd.DataFrame, field: str, level: str, layer: str) -> np.ndarray:
    """Return which rows are of the level; all if the layer has no levels or only one."""
    if field not in table.columns:
        return np.ones(len(table), dtype=bool)
    levels = text_column(table[field])
    if not level:
        present = sorted(set(levels))
        if len(present) > 1:
            raise InputError(
                tr("“{layer}” holds areas of several levels ({levels}). Choose one in LEVEL.").format(
                    layer=layer, levels=", ".join(found or "–" for found in present)
                )
            )
        return np.ones(len(table), dtype=bool)
    return (levels == level).to_numpy()


def _warn_of_overlaps(
    polygons: list[QgsGeometry], codes: list[str], layer: str, feedback: QgsProcessingFeedback
) -> None:
    worst = worst_overlap(polygons, feedback.isCanceled)
    if worst is not None:
        feedback.pushWarning(
            tr(
                "“{layer}”: areas overlap, most of all {first} and {second} on {size} m². Addresses there count for "
                "the lower code. “Check areas” shows all overlaps."
            ).format(layer=layer, first=codes[worst[0]], second=codes[worst[1]], size=round(worst[2]))
        )


def _area_lines(kinds: np.ndarray, codes: pd.Series, reasons: dict[int, str], layer: str) -> pd.DataFrame:
    """Return a report line for each area that is left out or was mended; those of other levels are only counted."""
    texts = {
        Problem.NO_CODE: tr("The area has no code and is left out."),
        Problem.NO_POLYGON: tr("The area has no polygon and is left out."),
        Problem.INVALID: tr("The polygon is invalid ({reason}) and was mended."),
        Problem.OTHER_LEVEL: tr("The area is of another level and is left out."),
    }
    rows = np.flatnonzero(kinds != "")
    notes = [texts[kinds[row]].format(reason=reasons.get(row) or "–") for row in rows]
    lines = pd.DataFrame(
        {NOTE_KIND.name: kinds[rows], ROW.name: rows + 1, AREA.name: codes.iloc[rows], NOTE.name: notes}
    )
    return lines.assign(**{SOURCE.name: layer}).reindex(columns=[field.name for field in REPORT])


@dataclass(frozen=True)
class Placed:
    """Where addresses (n) lie: codes in the `old` and the `new` division, empty for none; `missing` have no point."""

    old: pd.Series
    new: pd.Series
    missing: np.ndarray
    several: np.ndarray


def place(points: np.ndarray, old: Division, new: Division, feedback: QgsProcessingFeedback) -> Placed:
    """Return the areas of points (n, 2), NaN without a point, in the CRS of the polygons."""
    codes, several = [], np.zeros(len(points), dtype=bool)
    for division in (old, new):
        index, hits = areas_and_hits(points, division.polygons, lambda: check_cancelled(feedback))
        own = np.array([*division.codes, ""], dtype=object)
        codes.append(pd.Series(own[np.where(index == OUTSIDE, -1, index)], dtype=object))
        several |= hits > 1
    return Placed(codes[0], codes[1], np.isnan(points).any(axis=1), several)


def address_lines(placed: Placed, layer: str) -> pd.DataFrame:
    """Return a report line for each address that does not lie in one area of both divisions."""
    old, new = (placed.old == "").to_numpy(), (placed.new == "").to_numpy()
    kinds = np.select(
        [placed.missing, old & new, new, old, placed.several],
        [Problem.NO_POINT, Problem.NOWHERE, Problem.ONLY_OLD, Problem.ONLY_NEW, Problem.SEVERAL],
        "",
    ).astype(object)
    texts = address_problem_texts()
    rows = np.flatnonzero(kinds != "")
    lines = pd.DataFrame({NOTE_KIND.name: kinds[rows], ROW.name: rows + 1})
    lines[OLD.name], lines[NEW.name] = placed.old[rows].to_numpy(), placed.new[rows].to_numpy()
    lines[NOTE.name] = [texts[kind] for kind in lines[NOTE_KIND.name]]
    return lines.assign(**{SOURCE.name: layer}).reindex(columns=[field.name for field in REPORT])


def address_problem_texts() -> dict[str, str]:
    """Return what each kind of line about an address says."""
    return {
        Problem.NO_POINT: tr("The address has no coordinates and is left out."),
        Problem.NOWHERE: tr("The address lies in no old and no new area and is left out."),
        Problem.ONLY_OLD: tr("The address lies in an old area, but in no new one."),
        Problem.ONLY_NEW: tr("The address lies in a new area, but in no old one."),
        Problem.SEVERAL: tr("The address lies on a border or in several areas; the lower code counts."),
    }
