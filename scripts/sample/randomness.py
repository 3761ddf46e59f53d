"""One independent stream of random numbers for each purpose, so that no part disturbs another."""

from __future__ import annotations

import zlib

import numpy as np


def stream(seed: int, purpose: str, *numbers: int) -> np.random.Generator:
    """Return the generator of one purpose (`numbers` tell tiles, communes or settlements apart)."""
    return np.random.default_rng([seed, zlib.crc32(purpose.encode()), *numbers])
