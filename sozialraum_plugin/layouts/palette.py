"""The colours of the project's maps: quiet in print, safe for colour-blind readers and in greyscale."""

from __future__ import annotations

from ..core.indices import class_colours
from ..core.profiles.colours import Theme

_THEME = Theme()
INK, MUTED, RULE, PALE, ACCENT = _THEME.ink, _THEME.muted, _THEME.rule, _THEME.pale, _THEME.accent
COMPARISON = _THEME.compare
PAPER = "#FFFFFF"
STATUS, EXCLUDED = class_colours.STATUS, class_colours.EXCLUDED

STREET = "#CBD2D5"
BUILDING = "#DFE4E6"
WATER = "#C5DCE8"
GREEN = "#DFE8D6"
