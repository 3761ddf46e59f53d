"""The colours of the project's maps: quiet in print, safe for colour-blind readers and in greyscale."""

from __future__ import annotations

from ..core.profiles.colours import Theme

_THEME = Theme()
INK, MUTED, RULE, PALE, ACCENT = _THEME.ink, _THEME.muted, _THEME.rule, _THEME.pale, _THEME.accent
COMPARISON = _THEME.compare
PAPER = "#FFFFFF"

# Status 1 to 4, blue over paper to brown; in greyscale the four differ as well (luminance 0.33, 0.85, 0.53, 0.15).
STATUS = {1: "#6BA3D0", 2: "#F3EFE6", 3: "#F1AE63", 4: _THEME.more}
EXCLUDED = "#D4D7D8"

STREET = "#CBD2D5"
BUILDING = "#DFE4E6"
WATER = "#C5DCE8"
GREEN = "#DFE8D6"
