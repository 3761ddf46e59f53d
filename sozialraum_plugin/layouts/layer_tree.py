"""The groups of a project's layers, from the addresses on top to the base map below."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer

from .layer_catalogue import BACKGROUND, GROUPS, group_title


class LayerTree:
    """Puts layers into the groups of the five stages and the background, in the order in which they are added."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self._groups = {group: project.layerTreeRoot().addGroup(group_title(group)) for group in GROUPS}
        self._groups[BACKGROUND].setExpanded(False)

    def add(self, layer: QgsVectorLayer, group: str, shown: bool) -> None:
        """Add a layer below the others of its group."""
        self._project.addMapLayer(layer, False)
        node = self._groups[group].addLayer(layer)
        node.setItemVisibilityChecked(shown)
        node.setExpanded(shown and group != BACKGROUND)

    def drop_empty_groups(self) -> None:
        """Remove the groups that got no layer."""
        for group in self._groups.values():
            if not group.children():
                self._project.layerTreeRoot().removeChildNode(group)
