"""Sozialraum: small-area social planning for German towns and Kreise, inside QGIS.

Nothing is imported at module level, so that ``sozialraum_plugin.core`` works in plain Python.
"""


def classFactory(iface: object) -> object:  # noqa: N802 - the name and signature are QGIS's
    """Return the plugin that QGIS loads; `iface` is None under qgis_process."""
    from .plugin import SozialraumPlugin

    return SozialraumPlugin(iface)
