from qgis.PyQt.QtGui import QColor

from sozialraum_plugin.layouts.palette import STATUS
from sozialraum_plugin.layouts.status_style import group_symbol, status_renderer


def luminance(color):
    """Relative luminance after WCAG 2."""
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_twelve_groups_and_the_excluded_are_named():
    renderer = status_renderer("gesamt", with_dynamics=True)
    labels = {category.value(): category.label() for category in renderer.categories()}
    assert len(labels) == 13
    assert labels["1+"] == "Status high, dynamics positive"
    assert labels["4-"] == "Status very low, dynamics negative"
    assert labels[""] == "excluded"


def test_without_dynamics_there_are_four_classes():
    labels = [category.label() for category in status_renderer("gesamt", with_dynamics=False).categories()]
    assert labels == ["Status high", "Status medium", "Status low", "Status very low", "excluded"]


def test_dynamics_are_hatched_in_different_directions():
    symbols = {dynamics: group_symbol(2, dynamics) for dynamics in ("+", "+/-", "-")}
    angles = {
        dynamics: [layer.lineAngle() for layer in symbol.symbolLayers() if layer.layerType() == "LinePatternFill"]
        for dynamics, symbol in symbols.items()
    }
    assert angles == {"+": [45.0], "+/-": [], "-": [135.0]}


def test_the_status_can_be_told_in_greyscale():
    shades = sorted(luminance(QColor(color)) for color in STATUS.values())
    assert all(next_one / one > 1.3 for one, next_one in zip(shades, shades[1:]))
