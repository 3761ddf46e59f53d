"""What the log tells of a delineation: what could not be met, and a sentence about each area."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingFeedback

from ...core import fields
from ...core.delineation.area_portraits import Portrait, compass_sides, outstanding_traits
from ...core.delineation.nested_levels import nested_sentence
from ...core.delineation.unmet import Unmet
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.barrier_sides import barrier_stretches
from ..algorithm import log_balance
from ._building_words import dominant_buildings
from ._delineation_options import AreaOptions
from ._levels import Basis, DividedLevel, attribute_values


def tell_units(basis: Basis, options: AreaOptions, feedback: QgsProcessingFeedback) -> None:
    """Write the account of the units and the numbers by which the attributes are named."""
    log_balance(feedback, basis.units.balance)
    if options.attributes:
        named = ", ".join(f"{number} = {name}" for number, name in enumerate(options.attributes, start=1))
        feedback.pushInfo(tr("Attributes: {named}").format(named=named))


def unmet_sentences(basis: Basis, level: DividedLevel, codes: Sequence[str]) -> list[tuple[Unmet, str]]:
    """Return what a level leaves unmet, each with its sentence."""

    def unit_name(unit: int) -> str:
        return basis.units.names[unit]

    def area_name(area: int) -> str:
        return codes[area]

    if level.above_plan is None or level.above_plan.is_commune:
        return [(record, record.sentence(unit_name, area_name)) for record in level.division.unmet]
    title = level.above_plan.title
    return [
        (record, nested_sentence(record, level.plan.name, title, unit_name, area_name))
        if record.group not in (None, "")
        else (record, record.sentence(unit_name, area_name))
        for record in level.division.unmet
    ]


def tell_areas(
    basis: Basis, level: DividedLevel, table: pd.DataFrame, options: AreaOptions, feedback: QgsProcessingFeedback
) -> None:
    """Describe each area in a sentence, in the order of the codes."""
    portraits = _portraits(basis, level, table, options, feedback)
    for portrait in sorted(portraits, key=lambda portrait: portrait.code):
        feedback.pushInfo(portrait.sentence)


def tell_homogeneity(level: DividedLevel, nested: bool, feedback: QgsProcessingFeedback) -> None:
    """Say how much of the differences between units remains within the areas."""
    text = tr("{share} % of the differences between units remain within areas.").format(
        share=format_number(100 * level.division.share, 1)
    )
    feedback.pushInfo(f"{level.plan.title}: {text}" if nested else text)


def _portraits(
    basis: Basis, level: DividedLevel, table: pd.DataFrame, options: AreaOptions, feedback: QgsProcessingFeedback
) -> list[Portrait]:
    units, division = basis.units, level.division
    count = division.area_count
    values = attribute_values(units, options.attributes) if options.attributes else np.empty((len(units.names), 0))
    traits = outstanding_traits(values, options.attributes, units.population, division.labels, count)
    buildings = dominant_buildings(units, division.labels, count)
    sides = _barrier_sides(basis, level, feedback)
    columns = [field.name for field in (fields.AREA, fields.AREA_NAME, fields.POPULATION, fields.UNIT_COUNT)]
    return [
        Portrait(level.plan.title, code, name, people, number, buildings[area], traits[area], sides[area])
        for area, (code, name, people, number) in enumerate(table[columns].itertuples(index=False))
    ]


def _barrier_sides(basis: Basis, level: DividedLevel, feedback: QgsProcessingFeedback) -> list[dict[str, list[str]]]:
    """Return per area on which sides each kind of barrier bounds it."""
    barriers = basis.neighbours.barriers
    if barriers is None:
        return [{} for _ in level.shapes]
    found = []
    for shape, stretches in zip(
        level.shapes,
        barrier_stretches(level.shapes, barriers.geometries, barriers.kinds, barriers.tolerance, feedback.isCanceled),
    ):
        box = shape.boundingBox()
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        sides = {kind: compass_sides(lines, corners, shape.length()) for kind, lines in stretches.items()}
        found.append({kind: words for kind, words in sides.items() if words})
    return found
