"""Places and classes of many variants at once: what classification.py does, over arrays (variants, areas)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .classification import FIXED, MORE, NATURAL, NONE, QUANTILE, RANK, SD, TIE, Rule, classify, quantile
from .transforms import RELATIVE_NOISE


@dataclass(frozen=True)
class Places:
    """Of each value (b, n): how many are `below` it, how many `equal` (itself too); `ordered` rises, NaN last."""

    below: np.ndarray
    equal: np.ndarray
    ordered: np.ndarray


def places_of(values: np.ndarray, tie: float = 0.0) -> Places:
    """Return the places of each value (b, n) within its row; neighbours in order no more than `tie` apart are equal."""
    order = np.argsort(values, axis=1)
    ordered = np.take_along_axis(values, order, axis=1)
    low, high = ordered[:, :-1], ordered[:, 1:]
    new = ~(high - low <= tie * np.maximum(1.0, np.abs(low))) if tie else high != low
    shape = ordered.shape
    spot = np.broadcast_to(np.arange(shape[1], dtype=np.int32), shape)
    below, equal = np.empty(shape, dtype=np.int32), np.ones(shape, dtype=np.int32)
    first = spot
    if not new.all():
        edge = np.ones((shape[0], 1), dtype=bool)
        first = np.maximum.accumulate(np.where(np.hstack([edge, new]), spot, 0), axis=1)
        ends = np.where(np.hstack([new, edge]), spot, shape[1] - 1)
        last = np.minimum.accumulate(ends[:, ::-1], axis=1)[:, ::-1]
        np.put_along_axis(equal, order, (last - first + 1).astype(np.int32), axis=1)
    np.put_along_axis(below, order, first.astype(np.int32), axis=1)
    return Places(below, equal, ordered)


def stacked_classes(index: np.ndarray, rule: Rule, rank: np.ndarray, ordered: np.ndarray) -> np.ndarray:
    """Return `classify` of every row of (b, n)."""
    if rule.kind == NONE:
        return np.zeros(index.shape, dtype=np.int16)
    if rule.kind == NATURAL or np.isnan(ordered[:, -1]).any():
        return np.stack([classify(row, rule).classes for row in index]).astype(np.int16)
    if rule.kind == RANK:
        return np.ceil(rule.classes * rank / index.shape[1]).astype(np.int16)
    return between(index, limits_of(index, rule, ordered), rule)


def ordered_at_limits(index: np.ndarray, rule: Rule) -> np.ndarray:
    """Return each row in an order that is right at the ends and where the limits stand."""
    count = index.shape[1]
    spots = {0, count - 1}
    if rule.kind == QUANTILE:
        for share in np.arange(1, rule.classes) / rule.classes:
            low = int(np.floor(quantile(np.arange(count, dtype=float), share, rule.quantile_type) + TIE))
            spots |= {max(low - 1, 0), low, min(low + 1, count - 1)}
    return np.partition(index, sorted(spots), axis=1)


def between(index: np.ndarray, limits: Sequence[np.ndarray], rule: Rule) -> np.ndarray:
    """Return the classes (b, k) of values (b, k) by limits from low to high, each (b, 1)."""
    above = np.zeros(index.shape, dtype=np.int16)
    for limit in limits:
        tie = TIE * np.maximum(1.0, np.abs(limit))
        inward = np.full(limit.shape, rule.on_limit == MORE) | ((rule.kind in (SD, FIXED)) & (limit < 0))
        if inward.all():
            above += index >= limit - tie
        elif not inward.any():
            above += index > limit + tie
        else:
            above += np.where(inward, index >= limit - tie, index > limit + tie)
    return (len(limits) + 1 - above).astype(np.int16)


def limits_of(index: np.ndarray, rule: Rule, ordered: np.ndarray) -> list[np.ndarray]:
    """Return the limits from low to high, each (b, 1); see `classification`."""
    inner = np.arange(1, rule.classes)
    if rule.kind == FIXED:
        return [np.full((len(index), 1), limit) for limit in rule.limits]
    if rule.kind == SD:
        mean, spread = index.mean(axis=1, keepdims=True), index.std(axis=1, keepdims=True)
        return [mean + limit * spread for limit in (rule.limits or (inner - rule.classes / 2))]
    if rule.kind == QUANTILE:
        return [_quantile(ordered, share, rule.quantile_type) for share in inner / rule.classes]
    low, high = ordered[:, :1], ordered[:, -1:]
    return [low + step * (high - low) / rule.classes for step in inner]


def _quantile(ordered: np.ndarray, share: float, kind: int) -> np.ndarray:
    """Return the quantile of each row (b, 1): where it stands among n values does not depend on these."""
    count = ordered.shape[1]
    place = quantile(np.arange(count, dtype=float), share, kind)
    low = int(np.floor(place + RELATIVE_NOISE * count))
    rest = max(0.0, place - low)
    high = min(low + 1, count - 1)
    return ((1 - rest) * ordered[:, low] + rest * ordered[:, high])[:, None]
