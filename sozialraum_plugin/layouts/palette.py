"""The colours of maps and profiles: quiet in print, safe for colour-blind readers and in greyscale."""

from __future__ import annotations

INK = "#1D2529"
MUTED = "#5F6B72"
RULE = "#C9D1D4"
PALE = "#EEF2F3"
PAPER = "#FFFFFF"
ACCENT = "#0F5C6E"
MORE = "#B35806"  # above the mean
LESS = "#2166AC"  # below the mean
COMPARISON = "#8A979D"

# Status 1 to 4, blue over paper to brown; in greyscale the four differ as well (luminance 0.33, 0.85, 0.53, 0.15).
STATUS = {1: "#6BA3D0", 2: "#F3EFE6", 3: "#F1AE63", 4: "#B35806"}
EXCLUDED = "#D4D7D8"

STREET = "#CBD2D5"
BUILDING = "#DFE4E6"
WATER = "#C5DCE8"
GREEN = "#DFE8D6"

FONT = "Open Sans"
