"""Dividing the units level by level, the largest areas first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsProcessingFeedback

from ...core.delineation.area_table import numbers_of
from ...core.delineation.engine import delineate
from ...core.delineation.fixed_areas import FixedAreas, KeptCodes, connected_pieces, kept_codes
from ...core.delineation.level_plan import LevelPlan
from ...core.delineation.nested_levels import Pieces, count_notes, counts_within
from ...core.delineation.result import Delineation
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.polygons import centres, dissolved
from ..algorithm import check_cancelled
from ._delineation_neighbours import Neighbours
from ._delineation_options import AreaOptions
from ._delineation_tables import Asked, NameSources
from ._units import Units


@dataclass(frozen=True)
class Basis:
    """What all levels are made from; `communes` (n,) are codes, empty where there is none."""

    units: Units
    communes: list[str]
    neighbours: Neighbours
    fixed: FixedAreas | None
    asked: Asked
    names: NameSources


@dataclass(frozen=True)
class DividedLevel:
    """The areas of one level before they have codes.

    `above` (n,) are the codes of the areas above the units, `above_plan` their level, None for communes.
    """

    plan: LevelPlan
    division: Delineation
    shapes: list[QgsGeometry]
    centres: np.ndarray
    kept: KeptCodes
    above: list[str]
    above_plan: LevelPlan | None

    @property
    def first_units(self) -> np.ndarray:
        """The first unit of each area (k,)."""
        return np.unique(self.division.labels, return_index=True)[1]


def divide_level(
    basis: Basis,
    options: AreaOptions,
    plan: LevelPlan,
    above: list[str],
    above_plan: LevelPlan | None,
    span: tuple[float, float],
    feedback: QgsProcessingFeedback,
) -> DividedLevel:
    """Return the areas of one level within the areas `above` (codes, (n,)); progress runs over `span` (percent)."""
    lowest = plan is options.levels[-1]
    kept = KeptCodes({}, {}, [])
    if plan.is_commune:
        division = _whole_communes(basis)
    else:
        pieces = None if lowest or basis.fixed is None else _pieces(basis)
        asked = _asked_within(basis, plan, above, above_plan, feedback)
        division = _divided(basis, options, plan, above, asked, pieces, span, feedback)
        if lowest and basis.fixed is not None:
            kept = kept_codes(basis.fixed, division.labels)
            division = _with_given_codes(division, basis.fixed)
    check_cancelled(feedback)
    shapes = dissolved(basis.units.geometries, division.labels, division.area_count)
    return DividedLevel(plan, division, shapes, centres(shapes), kept, above, above_plan)


def _divided(
    basis: Basis,
    options: AreaOptions,
    plan: LevelPlan,
    above: list[str],
    asked: int | Mapping[str, int] | None,
    pieces: Pieces | None,
    span: tuple[float, float],
    feedback: QgsProcessingFeedback,
) -> Delineation:
    """Return the division of the units, or of the pieces that must not be divided."""

    def progress(fraction: float) -> bool:
        feedback.setProgress(span[0] + (span[1] - span[0]) * fraction)
        return not feedback.isCanceled()

    near = basis.neighbours
    population, values = basis.units.population, attribute_values(basis.units, options.attributes)
    group, edges, fixed = above, near.edges, basis.fixed.label if basis.fixed is not None else None
    if pieces is not None:
        population, values, edges = pieces.sums(population), pieces.means(values), pieces.piece[edges]
        group, fixed = [above[unit] for unit in pieces.first], None
    division = delineate(
        population,
        values,
        edges,
        near.lengths,
        min_population=plan.minimum,
        max_population=plan.maximum,
        area_count=asked,
        target_population=plan.target,
        weights=options.weights,
        compactness=options.compactness,
        group=group,
        barrier=near.closed,
        fixed=fixed if plan is options.levels[-1] else None,
        seed=options.seed,
        effort=options.effort,
        progress=progress,
    )
    return division if pieces is None else pieces.unfolded(division)


def attribute_values(units: Units, names: list[str]) -> np.ndarray:
    """Return the attributes (n, m); without any the position, which makes areas compact."""
    if not names:
        return centres(units.geometries)
    return np.column_stack([numbers_of(units.table[name]) for name in names])


def _pieces(basis: Basis) -> Pieces:
    near = basis.neighbours
    open_edges = near.edges if near.closed is None else near.edges[~near.closed]
    codes = pd.factorize(np.asarray(basis.communes, dtype=object))[0]
    within = open_edges[codes[open_edges[:, 0]] == codes[open_edges[:, 1]]]
    return Pieces(connected_pieces(basis.fixed, within))


def _asked_within(
    basis: Basis, plan: LevelPlan, above: list[str], above_plan: LevelPlan | None, feedback: QgsProcessingFeedback
) -> int | Mapping[str, int] | None:
    """Return the number of areas of a level; numbers per commune are shared out among the areas above."""
    asked = basis.asked.get(plan.name)
    if not isinstance(asked, Mapping) or above_plan is None or above_plan.is_commune:
        return asked
    bounds = (plan.minimum, plan.maximum)
    shared = counts_within(asked, basis.communes, above, basis.units.population, bounds)
    for note in count_notes(asked, shared, dict(zip(above, basis.communes))):
        feedback.pushWarning(note)
    return shared


def _whole_communes(basis: Basis) -> Delineation:
    """Return the communes as a division, numbered by first unit."""
    labels, codes = pd.factorize(np.asarray(basis.communes, dtype=object))
    people = np.bincount(labels, basis.units.population, len(codes))
    return Delineation(labels.astype(np.int64), 0.0, 0.0, people, np.zeros(len(codes)), [], [])


def _with_given_codes(division: Delineation, fixed: FixedAreas) -> Delineation:
    """Return the division with the codes of fixed areas instead of their numbers in what was not met."""
    unmet = []
    for record in division.unmet:
        number = record.values.get("fixed")
        known = isinstance(number, int) and 0 <= number < len(fixed.codes)
        unmet.append(replace(record, values={**record.values, "fixed": fixed.codes[number]}) if known else record)
    return replace(division, unmet=unmet)


def tell_commune_gap(communes: list[str], feedback: QgsProcessingFeedback) -> None:
    """Say how many units are in no area of the commune level."""
    missing = communes.count("")
    if missing:
        feedback.pushWarning(
            tr("{count} units have no commune, so they lie in no area of the level “gemeinde”.").format(
                count=format_number(missing)
            )
        )
