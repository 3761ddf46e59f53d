"""Counts as chance could have made them: resampled around what was counted, or allotted to areas at random.

Sources: Carrington and Troske, J. Business & Economic Statistics 15 (1997) (expected under random allocation, with the
areas' sizes fixed); Allen, Burgess, Davidson and Windmeijer, Econometrics J. 18 (2015) (groups' sizes fixed).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

AREAS_FIXED, GROUPS_FIXED = "areas", "groups"
RESAMPLINGS = (AREAS_FIXED, GROUPS_FIXED)
_CELLS = 2_000_000  # of one batch, so that memory stays small


def resampled(counts: np.ndarray, draws: int, scheme: str, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield batches (b, areas, groups) of `draws` tables drawn with the shares in `counts` (areas, groups).

    `areas`: each area keeps its people, who belong to a group with the area's shares (binomial, or multinomial).
    `groups`: each group keeps its people, who live in an area with the group's shares (multinomial).
    """
    whole = np.rint(counts).astype(np.int64)
    for size in _batches(whole.shape, draws):
        if scheme == AREAS_FIXED:
            yield _draw(whole.sum(-1), _shares(whole, -1), size, random)
        else:
            columns = (random.multinomial(column.sum(), _shares(column, -1), size) for column in whole.T)
            yield np.stack(list(columns), axis=-1).astype(float)


def random_allocation(counts: np.ndarray, draws: int, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Yield batches (b, areas, groups) of tables in which every area has the shares of the whole, but for chance."""
    whole = np.rint(counts).astype(np.int64)
    shares = np.broadcast_to(_shares(whole.sum(0), -1), whole.shape)
    for size in _batches(whole.shape, draws):
        yield _draw(whole.sum(-1), shares, size, random)


def _draw(total: np.ndarray, shares: np.ndarray, size: int, random: np.random.Generator) -> np.ndarray:
    """Return (size, areas, groups): each area's people given to the groups one after the other, by binomial draws."""
    groups = shares.shape[-1]
    left = np.broadcast_to(total, (size, len(total)))
    chance_left = np.ones(len(total))
    result = np.zeros((size, len(total), groups))
    for group in range(groups - 1):
        chance = np.divide(shares[:, group], chance_left, out=np.zeros(len(total)), where=chance_left > 1e-12)
        drawn = random.binomial(left, np.clip(chance, 0, 1))
        result[:, :, group] = drawn
        left = left - drawn
        chance_left = chance_left - shares[:, group]
    result[:, :, -1] = left
    return result


def _shares(counts: np.ndarray, axis: int) -> np.ndarray:
    total = counts.sum(axis, keepdims=True)
    return np.divide(counts, total, out=np.zeros(counts.shape), where=total > 0)


def _batches(shape: tuple[int, ...], draws: int) -> Iterator[int]:
    most = max(1, _CELLS // max(1, int(np.prod(shape))))
    for start in range(0, draws, most):
        yield min(most, draws - start)
