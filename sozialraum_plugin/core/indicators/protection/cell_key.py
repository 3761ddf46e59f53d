"""A deterministic cell key without records: small noise that depends on the cell and a secret text only.

Area, count and Stichtag are hashed with the key to a number from 0 to 1, and a fixed table turns it into another count.
So the same count is the same in every table and cannot be averaged out by asking again. Zero stays zero, no count
becomes negative, and no 1 or 2 is ever shown. Every count is changed by at most 3, by 0 on average, with variance 2:

    count   becomes (probability)
    1       0 (2/3), 3 (1/3)
    2       0 (1/3), 3 (2/3)
    3       0 (1/6), 3 (1/3), 4 (1/2)
    4       3 (2/3), 6 (1/3)
    5 on    -2, -1, 0, +1, +2 (1/5 each)

Source of the idea: Fraser & Wooton, A proposed method for confidentialising tabular output to protect against
differencing (2005); Hundepool et al. (2012), ch. 5.5. There the key comes from the records, which we do not have.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from ...errors import InputError
from ...messages import tr

VARIANCE = 2.0
LARGEST = 3
_SPREAD = 2  # of the change of counts from 5 on
_SMALL = {  # count: (up to this number from 0 to 1, new count)
    1: ((2 / 3, 0.0), (1.0, 3.0)),
    2: ((1 / 3, 0.0), (1.0, 3.0)),
    3: ((1 / 6, 0.0), (1 / 2, 3.0), (1.0, 4.0)),
    4: ((2 / 3, 3.0), (1.0, 6.0)),
}
_SHORTEST_KEY = 8


def check_key(key: str) -> None:
    """Raise InputError if the key is too short to be a secret."""
    if len(key.strip()) < _SHORTEST_KEY:
        raise InputError(
            tr("KEY: the cell key method needs a secret text of at least {count} signs. Write one and keep it.").format(
                count=_SHORTEST_KEY
            )
        )


def uniform_numbers(key: str, cells: Sequence[tuple[str, ...]]) -> np.ndarray:
    """Return a number from 0 to below 1 for each cell, always the same for the same key and cell."""
    secret = hashlib.sha256(key.strip().encode("utf-8")).digest()
    digests = [hashlib.blake2b("\x1f".join(cell).encode("utf-8"), key=secret, digest_size=8).digest() for cell in cells]
    return np.array([int.from_bytes(digest, "big") / 2**64 for digest in digests])


def perturbed(values: np.ndarray, uniform: np.ndarray) -> np.ndarray:
    """Return the counts changed by the perturbation table; both (n,). NaN stays.

    >>> perturbed(np.array([0.0, 1, 1, 2, 10, 10]), np.array([0.9, 0.1, 0.9, 0.9, 0.05, 0.95])).tolist()
    [0.0, 0.0, 3.0, 3.0, 8.0, 12.0]
    """
    size = np.abs(values)
    changed = size + np.floor(uniform * (2 * _SPREAD + 1)) - _SPREAD
    for count, steps in _SMALL.items():
        at = np.round(size) == count
        limits = [limit for limit, _ in steps[:-1]]
        changed[at] = np.array([number for _, number in steps])[np.searchsorted(limits, uniform[at], side="right")]
    return np.where(np.round(size) == 0, size * 0.0, np.sign(values) * changed)
