"""The styles of all index outputs, by kind: classes, groups of status and dynamics, clusters, hot spots, excluded.

The style files in resources/indices/styles are made from these by scripts/make_styles.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

from ..core.fields import CLASS, CLUSTER, EXCLUDED, GROUP, SIGNIFICANT, STATUS
from ..core.indices.class_colours import (
    CLUSTER_HATCHES,
    CLUSTERS,
    NEUTRAL,
    SIGNIFICANT_HATCH,
    class_colours,
)
from ..core.indices.status.class_names import (
    class_name,
    cluster_name,
    excluded_name,
    hot_spot_name,
    included_name,
    not_significant_name,
    significant_name,
)
from .hatches import excluded_symbol, hatch_layer, hatched_area
from .palette import INK, MUTED, RULE
from .status_style import status_renderer
from .symbols import area

CLASSES, STATUS_ALONE, GROUPS, CLUSTERING, HOT_SPOTS, SIGNIFICANCE, LEFT_OUT = KINDS = (
    "classes", "status", "groups", "clusters", "hotspots", "significance", "excluded",
)  # fmt: skip
NOT_SIGNIFICANT = "ns"
FEWEST, MOST = 3, 10  # classes that have a style file
FIELDS = {
    CLASSES: CLASS.name,
    STATUS_ALONE: STATUS.name,
    GROUPS: GROUP.name,
    CLUSTERING: CLUSTER.name,
    HOT_SPOTS: CLUSTER.name,
    SIGNIFICANCE: SIGNIFICANT.name,
    LEFT_OUT: EXCLUDED.name,
}


def index_renderer(kind: str, classes: int = 5, attribute: str = "") -> QgsCategorizedSymbolRenderer:
    """Return the renderer of a kind; `attribute` is the field, by default the one that our algorithms write.

    Raises KeyError for a kind that is none of KINDS.
    """
    field = attribute or FIELDS[kind]
    make: dict[str, Callable[[str], QgsCategorizedSymbolRenderer]] = {
        CLASSES: lambda name: class_renderer(name, classes),
        STATUS_ALONE: lambda name: status_renderer(name, False),
        GROUPS: lambda name: status_renderer(name, True),
        CLUSTERING: lambda name: _cluster_renderer(name, cluster_name),
        HOT_SPOTS: lambda name: _cluster_renderer(name, hot_spot_name),
        SIGNIFICANCE: significance_renderer,
        LEFT_OUT: excluded_renderer,
    }
    return make[kind](field)


def class_renderer(attribute: str, classes: int) -> QgsCategorizedSymbolRenderer:
    """Return the renderer of classes from 1, the most burdened; areas without a class are excluded."""
    colours = class_colours(classes)
    found = [(number, hatched_area(colour), class_name(number, classes)) for number, colour in colours.items()]
    return _categories(attribute, found)


def significance_renderer(attribute: str) -> QgsCategorizedSymbolRenderer:
    """Return a renderer that hatches what is significant and leaves the rest open, to lie over another map."""
    hatched = area(None, MUTED, 0.2)
    hatched.appendSymbolLayer(hatch_layer(SIGNIFICANT_HATCH, INK))
    plain = area(None, RULE, 0.2)
    return _categories(attribute, [(True, hatched, significant_name()), (False, plain, not_significant_name())])


def excluded_renderer(attribute: str) -> QgsCategorizedSymbolRenderer:
    """Return a renderer that shows the excluded areas and leaves the others open, to lie over another map."""
    categories = [
        QgsRendererCategory(1, excluded_symbol(), excluded_name()),
        QgsRendererCategory(0, area(None, RULE, 0.2), included_name()),
    ]
    return QgsCategorizedSymbolRenderer(f'"{attribute}" IS NOT NULL', categories)


def _cluster_renderer(attribute: str, name_of: Callable[[str], str]) -> QgsCategorizedSymbolRenderer:
    found = [(kind, hatched_area(colour, CLUSTER_HATCHES[kind]), name_of(kind)) for kind, colour in CLUSTERS.items()]
    plain = hatched_area(NEUTRAL, None, RULE, 0.2)
    return _categories(attribute, [*found, (NOT_SIGNIFICANT, plain, name_of(NOT_SIGNIFICANT))])


def _categories(attribute: str, found: Iterable[tuple[object, QgsFillSymbol, str]]) -> QgsCategorizedSymbolRenderer:
    """Return a renderer of values; all others, and NULL, are excluded."""
    categories = [QgsRendererCategory(value, symbol, name) for value, symbol, name in found]
    categories.append(QgsRendererCategory("", excluded_symbol(), excluded_name()))  # "" stands for all others
    return QgsCategorizedSymbolRenderer(attribute, categories)
