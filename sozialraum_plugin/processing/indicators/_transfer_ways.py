"""The pairs of source and target areas by the way that the user chose: weights, ground or a crosswalk."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...core.errors import InputError
from ...core.indicators.transfers.transfer_pairs import (
    Pairs,
    ground_pairs,
    joined,
    point_pairs,
    uncovered_shares,
    without_pairs,
)
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.point_in_area import areas_and_hits
from ...geo.transfer_overlay import ground_of, shared_ground
from ..algorithm import check_cancelled
from ._transfer_inputs import Areas, WeightPoints

_OVERLAP_SHARE = 0.02
_OUTLINE_SHARE = 0.02  # of an area's ground may lie beyond the sources, because outlines are drawn differently


def pairs_by_weights(
    sources: Areas, targets: Areas, weights: WeightPoints, feedback: QgsProcessingFeedback
) -> tuple[Pairs, np.ndarray]:
    """Return the pairs by weights, by ground for sources without any, and each target's weight without source (t,).

    Raises InputError if no point lies in a source, or if areas of one layer overlap.
    """

    def poll() -> None:
        check_cancelled(feedback)

    source, hits = areas_and_hits(weights.points, sources.geometries, poll)
    _refuse_overlaps(hits, "SOURCE")
    feedback.setProgress(40)
    target, hits = areas_and_hits(weights.points, targets.geometries, poll)
    _refuse_overlaps(hits, "TARGET")
    feedback.setProgress(55)
    if not (source >= 0).any():
        raise InputError(tr("No weight lies in a source area. Check the coordinate reference systems of the layers."))
    total = weights.weights.sum(axis=1)
    _log_points(source, target, total, feedback)
    pairs = point_pairs(source, target, weights.weights, len(sources.codes), len(targets.codes))
    bare = without_pairs(pairs)
    if len(bare):
        pairs = joined(pairs, _ground(sources, targets, bare, weights.weights.shape[1], feedback))
    return pairs, uncovered_shares(source, target, total, len(targets.codes))


def pairs_by_ground(sources: Areas, targets: Areas, feedback: QgsProcessingFeedback) -> tuple[Pairs, np.ndarray]:
    """Return the pairs by ground, and the share of each target's ground that lies in no source (t,)."""
    feedback.pushWarning(
        tr(
            "Shared out by ground, as if people lived evenly everywhere. Give addresses or buildings as WEIGHTS for "
            "better values."
        )
    )
    asked = np.arange(len(sources.codes))
    pairs = _ground(sources, targets, asked, 1, feedback)
    ground = ground_of(targets.geometries)
    covered = pairs.by_target(pairs.amount[:, 0])
    lost = np.divide(ground - covered, ground, out=np.zeros(len(ground)), where=ground > 0)
    return pairs, np.where(lost > _OUTLINE_SHARE, np.minimum(lost, 1.0), 0.0)


def _ground(sources: Areas, targets: Areas, asked: np.ndarray, classes: int, feedback: QgsProcessingFeedback) -> Pairs:
    shared = shared_ground(sources.geometries, targets.geometries, asked, lambda: check_cancelled(feedback))
    ground = ground_of(sources.geometries)
    if shared[2].sum() > (1 + _OVERLAP_SHARE) * ground[asked].sum():
        raise _overlap("TARGET")
    return ground_pairs(*shared, ground, asked, len(targets.codes), classes)


def _refuse_overlaps(hits: np.ndarray, parameter: str) -> None:
    if (hits > 1).sum() > _OVERLAP_SHARE * max((hits > 0).sum(), 1):
        raise _overlap(parameter)


def _overlap(parameter: str) -> InputError:
    return InputError(
        tr(
            "{parameter}: areas overlap. If the layer holds several levels, give one level only; else repair it."
        ).format(parameter=parameter)
    )


def _log_points(source: np.ndarray, target: np.ndarray, weight: np.ndarray, feedback: QgsProcessingFeedback) -> None:
    counts = [
        (source >= 0) & (target >= 0),
        (source >= 0) & (target < 0),
        (source < 0) & (target >= 0),
        (source < 0) & (target < 0),
    ]
    both, no_target, no_source, neither = (format_number(int((mask & (weight > 0)).sum())) for mask in counts)
    feedback.pushInfo(
        tr(
            "Weights: {both} in a source and a target area, {no_target} in a source area only, {no_source} in a target "
            "area only, {neither} in neither, {nothing} weigh nothing."
        ).format(
            both=both, no_target=no_target, no_source=no_source, neither=neither,
            nothing=format_number(int((weight <= 0).sum())),
        )
    )  # fmt: skip
