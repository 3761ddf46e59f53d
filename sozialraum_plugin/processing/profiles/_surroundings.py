"""What lies around an area, in words, for those who cannot see its map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsGeometry, QgsProcessingFeedback

from ...core.profiles.places import Place
from ...geo.adjacency import adjacency


def neighbours(
    places: Sequence[Place], shapes: Mapping[str, QgsGeometry], feedback: QgsProcessingFeedback
) -> dict[str, list[str]]:
    """Return for each area the codes of those that share a border with it; touching in a point is none."""
    pairs, _ = adjacency([shapes[place.code] for place in places], is_cancelled=feedback.isCanceled)
    found: dict[str, list[str]] = {place.code: [] for place in places}
    for one, other in pairs:
        found[places[one].code].append(places[other].code)
        found[places[other].code].append(places[one].code)
    return found
