"""The colours of a profile and the check that the user's accent can be read on white."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import InputError
from ..messages import tr

MINIMUM_CONTRAST = 4.5
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Theme:
    """Colours as ``#RRGGBB``; `more` and `less` are a pair that colour-blind readers tell apart."""

    accent: str = "#0F5C6E"
    ink: str = "#1D2529"
    muted: str = "#5F6B72"
    rule: str = "#C9D1D4"
    pale: str = "#EEF2F3"
    more: str = "#B35806"
    less: str = "#2166AC"
    compare: str = "#8A979D"


def theme_with(accent: str) -> Theme:
    """Return the theme with the user's accent.

    Raises InputError if `accent` is no ``#RRGGBB`` or has a contrast with white below 4.5 to 1 (WCAG 2.1, 1.4.3).
    """
    if not _HEX.fullmatch(accent):
        raise InputError(
            tr("“{colour}” is not a colour. Write it as # and six hexadecimal digits.").format(colour=accent)
        )
    contrast = contrast_ratio(accent, "#FFFFFF")
    if contrast < MINIMUM_CONTRAST:
        raise InputError(
            tr(
                "The accent colour {colour} has a contrast of {contrast} : 1 with white; text needs at least 4.5 : 1. "
                "Choose a darker colour."
            ).format(colour=accent.upper(), contrast=f"{contrast:.1f}")
        )
    return Theme(accent=accent.upper())


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two ``#RRGGBB`` colours, from 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """Return `share` (0 to 1) of `colour` on `ground`, as an opaque colour: transparency would cost vector output."""
    pairs = zip(_channels(colour), _channels(ground))
    return "#" + "".join(f"{round(share * top + (1 - share) * below):02X}" for top, below in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
