"""Which units are neighbours, which borders a barrier closes, and which of these a bridge opens again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsGeometry, QgsProcessingContext, QgsProcessingFeedback

from ...core.delineation.address_columns import as_text
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.adjacency import adjacency
from ...geo.barrier_crossings import opened_edges
from ...geo.barrier_edges import barrier_edges
from ..tables import read_rows
from ._delineation_tables import TableReader
from ._parameters import DelineationParameters
from ._units import Units

_NO_MARKS = {"", "0", "no", "nein", "n", "f", "false", "falsch"}


@dataclass(frozen=True)
class Barriers:
    """Lines or polygons, what each is called, and the tolerance in metres."""

    geometries: list[QgsGeometry]
    kinds: list[str]
    tolerance: float


@dataclass(frozen=True)
class Neighbours:
    """Pairs of units `edges` (e, 2), `lengths` (e,) of their borders, and `closed` (e,) ones, None without barriers."""

    edges: np.ndarray
    lengths: np.ndarray
    closed: np.ndarray | None
    barriers: Barriers | None


def find_neighbours(
    algorithm: DelineationParameters,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    units: Units,
    reader: TableReader,
) -> Neighbours:
    """Return the common borders of the units and what the barriers do to them; the log tells how many."""
    edges, lengths = adjacency(units.geometries, is_cancelled=feedback.isCanceled)
    feedback.setProgress(15)
    tolerance = algorithm.parameterAsDouble(parameters, algorithm.BARRIER_TOLERANCE, context)
    barriers = _read_barriers(algorithm, context, feedback, units, reader, tolerance)
    if barriers is None:
        if reader.source(algorithm.CROSSINGS) is not None:
            feedback.pushWarning(tr("Bridges are given, but no barriers that they could open; they are not used."))
        return Neighbours(edges, lengths, None, None)
    closed = barrier_edges(units.geometries, edges, barriers.geometries, tolerance, feedback.isCanceled)
    feedback.pushInfo(
        tr("{closed} of {count} common borders run along a barrier.").format(
            closed=format_number(int(closed.sum())), count=format_number(len(closed))
        )
    )
    streets = _read_crossings(algorithm, context, feedback, units, reader)
    if streets is not None:
        opened = opened_edges(
            units.geometries, edges, closed, barriers.geometries, streets, tolerance, feedback.isCanceled
        )
        feedback.pushInfo(
            tr("{opened} of these are open, because a street crosses the barrier there.").format(
                opened=format_number(int(opened.sum()))
            )
        )
        closed = closed & ~opened
    return Neighbours(edges, lengths, closed, barriers)


def _read_barriers(
    algorithm: DelineationParameters,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    units: Units,
    reader: TableReader,
    tolerance: float,
) -> Barriers | None:
    source = reader.source(algorithm.BARRIERS)
    if source is None:
        return None
    names = reader.columns(algorithm.BARRIER_FIELD)
    table, geometries = read_rows(source, feedback, names, units.crs, context, with_geometry=True)
    texts = [as_text(value) for value in table[names[0]]] if names else [""] * len(geometries)
    there = [number for number, shape in enumerate(geometries) if not shape.isNull() and not shape.isEmpty()]
    if len(there) < len(geometries):
        feedback.pushWarning(
            tr("{count} of {total} barriers have no geometry and are not used.").format(
                count=format_number(len(geometries) - len(there)), total=format_number(len(geometries))
            )
        )
    own_name = reader.layer_name(algorithm.BARRIERS) or source.sourceName()
    kinds = [texts[number] or own_name for number in there]
    return Barriers([geometries[number] for number in there], kinds, tolerance)


def _read_crossings(
    algorithm: DelineationParameters,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    units: Units,
    reader: TableReader,
) -> list[QgsGeometry] | None:
    """Return the street lines that may open a barrier: those with a mark, or all where no field of marks is chosen."""
    source = reader.source(algorithm.CROSSINGS)
    if source is None:
        return None
    marks = reader.columns(algorithm.CROSSING_FIELDS)
    table, geometries = read_rows(source, feedback, marks, units.crs, context, with_geometry=True)
    if not marks:
        return geometries
    marked = [any(as_text(value).lower() not in _NO_MARKS for value in row) for row in table[marks].to_numpy()]
    feedback.pushInfo(
        tr("{marked} of {total} lines are marked as a bridge or tunnel.").format(
            marked=format_number(sum(marked)), total=format_number(len(marked))
        )
    )
    return [shape for shape, kept in zip(geometries, marked) if kept]
