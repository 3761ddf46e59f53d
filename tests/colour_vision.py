"""How colours look to other eyes and in print, for tests: dichromats, greyscale, and the distance of two colours.

Dichromats: Machado, Oliveira, Fernandes (2009), A Physiologically-based Model for Simulation of Color Vision
Deficiency, IEEE TVCG 15, severity 1.0. Distance: CIEDE2000 after Sharma, Wu, Dalal (2005), Color Research &
Application 30.
"""

from __future__ import annotations

import numpy as np

DICHROMATS = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
EYES = ("normal", *DICHROMATS, "greyscale")


def linear(colour: str) -> np.ndarray:
    """Linear RGB of ``#RRGGBB``."""
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def seen(colour: str, eyes: str) -> np.ndarray:
    """Linear RGB of a colour as `eyes` see it."""
    if eyes == "normal":
        return linear(colour)
    if eyes == "greyscale":
        return np.repeat(linear(colour) @ [0.2126, 0.7152, 0.0722], 3)
    return np.clip(np.array(DICHROMATS[eyes]) @ linear(colour), 0, 1)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIELAB (D65) of linear RGB."""
    to_xyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    ratio = np.array(to_xyz) @ rgb / [0.95047, 1, 1.08883]
    root = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def lightness(colour: str) -> float:
    """L* of a colour, 0 black to 100 white."""
    return float(lab(linear(colour))[0])


def distance(one: str, other: str, eyes: str = "normal") -> float:
    """CIEDE2000 of two colours as `eyes` see them; 1 is just noticeable side by side."""
    return ciede2000(lab(seen(one, eyes)), lab(seen(other, eyes)))


def ciede2000(one: np.ndarray, other: np.ndarray) -> float:
    """CIEDE2000 of two CIELAB colours."""
    chroma = (np.hypot(*one[1:]) + np.hypot(*other[1:])) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25.0**7)))
    (l1, c1, h1), (l2, c2, h2) = (_polar(colour, stretch) for colour in (one, other))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    light, chroma = l2 - l1, c2 - c1
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    weight = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    scale_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    scale_c, scale_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * weight
    rotation = -2 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    rotation *= np.sin(np.radians(60 * np.exp(-(((mean_h - 275) / 25) ** 2))))
    parts = light / scale_l, chroma / scale_c, hue / scale_h
    return float(np.sqrt(sum(part**2 for part in parts) + rotation * parts[1] * parts[2]))


def _polar(colour: np.ndarray, stretch: float) -> tuple[float, float, float]:
    a = colour[1] * stretch
    return float(colour[0]), float(np.hypot(a, colour[2])), float(np.degrees(np.arctan2(colour[2], a)) % 360)
