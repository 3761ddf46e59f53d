"""The colours of classes, of status and dynamics, and of clusters: one palette for maps, legends and style files.

From pale blue over sand and orange to dark brown, falling evenly in lightness (CIELAB): the order shows in greyscale,
and blue against brown is what all kinds of colour blindness leave. Hatching says what colour alone should not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

INK, PAPER = "#1D2529", "#FFFFFF"
STATUS = {
    1: "#D7EEFF",
    2: "#E5C89C",
    3: "#D37F39",
    4: "#7D3711",
}  # as Berlin: blue is little burden, 2 the quiet middle
EXCLUDED = "#B4B4B4"
OPACITY = 0.82  # of areas on a map: streets shine through
NEUTRAL = "#F9F8F5"  # of what is not significant
CLUSTERS = {"HH": "#7D3711", "LL": "#2D74AC", "HL": "#D6813C", "LH": "#C1E1F7"}

RISING, FALLING, DOTS = "rising", "falling", "dots"
DARK = 52.0  # L*; hatching on what is darker is light


@dataclass(frozen=True)
class Hatch:
    """Lines (`rising` to the right, `falling`) or `dots`; distance and width in millimetres."""

    kind: str
    distance: float
    width: float


DYNAMICS = {"+": Hatch(RISING, 1.8, 0.2), "-": Hatch(FALLING, 1.4, 0.38)}  # a turn for the worse is the heavier one
CLUSTER_HATCHES = {
    "HH": Hatch(RISING, 1.6, 0.25),
    "LL": Hatch(FALLING, 1.6, 0.25),
    "HL": Hatch(DOTS, 1.6, 0.55),
    "LH": Hatch(DOTS, 1.6, 0.55),
}
SIGNIFICANT_HATCH = Hatch(RISING, 1.6, 0.25)
EXCLUDED_HATCH = Hatch(DOTS, 1.2, 0.35)

_LIGHTEST, _DARKEST = 94.0, 28.0
_PLACES, _A, _B = (0.0, 0.3, 0.65, 1.0), (-4.0, 4.0, 28.0, 26.0), (-11.0, 26.0, 52.0, 32.0)
_WHITE = np.array([0.95047, 1.0, 1.08883])
_TO_RGB = np.array(
    [[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252]]
)


def class_colours(classes: int) -> dict[int, str]:
    """Return the colour of each class, 1 (the most burdened, dark brown) to `classes` (the least, pale blue)."""
    burden = np.linspace(1.0, 0.0, classes) if classes > 1 else np.array([0.5])
    return {number: _hexadecimal(*_on_ramp(share)) for number, share in enumerate(burden, 1)}


def hatch_colour(ground: str) -> str:
    """Return ink, or paper where the ground is dark."""
    return PAPER if lightness(ground) < DARK else INK


def lightness(colour: str) -> float:
    """Return L* of ``#RRGGBB``, 0 black to 100 white."""
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance = float(linear @ [0.2126729, 0.7151522, 0.0721750])
    return 116 * luminance ** (1 / 3) - 16 if luminance > 216 / 24389 else luminance * 24389 / 27


def _on_ramp(share: float) -> tuple[float, float, float]:
    """Return L*, a*, b* at a share of burden from 0 to 1."""
    light = _LIGHTEST + (_DARKEST - _LIGHTEST) * share
    return light, float(np.interp(share, _PLACES, _A)), float(np.interp(share, _PLACES, _B))


def _hexadecimal(light: float, a: float, b: float) -> str:
    """Return a CIELAB colour (D65) as ``#RRGGBB``, cut to what a screen can show."""
    middle = (light + 16) / 116
    roots = np.array([middle + a / 500, middle, middle - b / 200])
    ratios = np.where(roots**3 > 216 / 24389, roots**3, (116 * roots - 16) / (24389 / 27))
    linear = np.clip(_TO_RGB @ (ratios * _WHITE), 0, 1)
    channels = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in channels)
