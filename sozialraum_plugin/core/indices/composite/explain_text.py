"""The explanation of an area in sentences, for a council paper.

Names of indicators stand in quotation marks and are never declined, so that the German sentences are right for any.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...messages import tr
from ...numbers import format_number
from .explain import CANCELS_OUT, Explanation
from .explain_change import Change

MOST_REASONS = 3
LEAST_SHARE = 15.0  # per cent of the distance that make a reason worth naming


def sentences(
    found: Explanation,
    names: Sequence[str],
    areas: Sequence[str],
    ranks: np.ndarray,
    classes: np.ndarray,
    values: np.ndarray,
    multiplied: bool,
) -> list[str]:
    """Return the explanation of each of k areas.

    `names` (m,) are those of the indicators; `areas` (n,), `ranks` (n,), `classes` (n,) and `values` (n, m) those of
    all areas that take part.
    """
    digits = point_decimals(found.points, multiplied)
    result = []
    for number, row in enumerate(found.rows.tolist()):
        head = _head(areas[row], int(ranks[row]), int(found.compared[number]), int(classes[row]))
        reasons = _reasons(found, number, names, digits, multiplied)
        change = _change(found, number, names, values[row])
        first = "; ".join(part for part in (f"{head}{reasons}", change) if part)
        likeness = _alike(found, number, areas, classes)
        result.append(" ".join(part for part in (f"{first}.", likeness) if part))
    return result


def point_decimals(points: np.ndarray, multiplied: bool = False) -> int:
    """Return the decimals of points that leave two or three figures of the largest."""
    largest = float(np.nanmax(np.abs(points))) if np.isfinite(points).any() else 0.0
    if multiplied or largest <= 0:
        return 1
    return int(np.clip(2 - np.floor(np.log10(largest)), 0, 6))


def listed(parts: Sequence[str]) -> str:
    """Return parts as a sentence lists them: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def _head(area: str, rank: int, count: int, class_: int) -> str:
    if not class_:
        return tr("{area} has rank {rank} of {count}").format(area=area, rank=rank, count=format_number(count))
    text = tr("{area} is class {class_} (rank {rank} of {count})")
    return text.format(area=area, class_=class_, rank=format_number(rank), count=format_number(count))


def _reasons(found: Explanation, number: int, names: Sequence[str], digits: int, multiplied: bool) -> str:
    """Return what makes the area differ from the mean; what burdens and relieves if both are nearly the same."""
    points = found.points[number]
    size = float(np.nansum(np.abs(points)))
    if not size > 0:
        return tr(", as the mean of all areas") if np.isfinite(points).any() else ""
    whole = float(np.nansum(points))
    if abs(whole) <= CANCELS_OUT * size:
        text = tr(", near the mean of all areas: {burden} and {relief} nearly cancel out")
        return text.format(
            burden=_reason(names, points, int(np.nanargmax(points)), digits, multiplied),
            relief=_reason(names, points, int(np.nanargmin(points)), digits, multiplied),
        )
    toward = np.where(np.isnan(points), -np.inf, points * np.sign(whole))
    order = [place for place in np.argsort(-toward, kind="stable").tolist() if toward[place] > 0]
    chosen = [place for place in order if 100 * toward[place] >= LEAST_SHARE * abs(whole)][:MOST_REASONS] or order[:1]
    parts = [_reason(names, points, place, digits, multiplied) for place in chosen]
    return tr(", mainly because of {reasons}").format(reasons=listed(parts))


def _reason(names: Sequence[str], points: np.ndarray, place: int, digits: int, multiplied: bool) -> str:
    value = float(points[place])
    if multiplied:
        text = (
            tr("“{name}” (raises the index by {size} %)")
            if value > 0
            else tr("“{name}” (lowers the index by {size} %)")
        )
        return text.format(name=names[place], size=format_number(100 * abs(np.exp(value) - 1), digits))
    above, below = (
        tr("“{name}” (burden {size} points above the mean)"),
        tr("“{name}” (burden {size} points below the mean)"),
    )
    text = above if value > 0 else below
    return text.format(name=names[place], size=format_number(abs(value), digits))


def _change(found: Explanation, number: int, names: Sequence[str], values: np.ndarray) -> str:
    """Return what leads to the next less burdened class; for the least burdened one, to the one before."""
    if found.less is None or found.more is None:
        return ""
    better = bool(found.less.target[number])
    change = found.less if better else found.more
    target = int(change.target[number])
    if not target:
        return ""
    alone = _easiest(change, number, found, values)
    together = float(change.together[number])
    both = None
    if together == together:
        text = tr("all its values were {share} % better") if better else tr("all its values were {share} % worse")
        both = text.format(share=format_number(100 * together, 1))
    if alone is None:
        none = tr("no indicator alone leads to class {class_} within what was observed").format(class_=target)
        return f"{none}; {_would(target, both)}" if both else none
    one = _condition(names[alone], values[alone], float(change.needed[number, alone]), found.decimals[alone])
    return _would(target, tr("{first} or if {second}").format(first=one, second=both) if both else one)


def _would(target: int, condition: str) -> str:
    return tr("class {class_} would be reached if {condition}").format(class_=target, condition=condition)


def _condition(name: str, now: float, needed: float, decimals: int) -> str:
    fell, rose = (
        tr("the value of “{name}” fell from {now} to {needed}"),
        tr("the value of “{name}” rose from {now} to {needed}"),
    )
    text = fell if needed < now else rose
    return text.format(name=name, now=exact_number(now, decimals), needed=exact_number(needed, decimals))


def exact_number(value: float, decimals: int) -> str:
    """Return a number with its decimals, and with more of them where these would change it."""
    while decimals < 10 and abs(round(value, decimals) - value) > 1e-9 * max(1.0, abs(value)):
        decimals += 1
        if decimals >= 6:
            break
    return format_number(value, decimals)


def _easiest(change: Change, number: int, found: Explanation, values: np.ndarray) -> int | None:
    """Return the indicator whose change is the smallest share of its spread, among changes within what was seen."""
    good = found_places(change, number)
    if not good:
        return None
    return min(good, key=lambda place: abs(change.needed[number, place] - values[place]) / found.spread[place])


def found_places(change: Change, number: int) -> list[int]:
    """Return the indicators that alone change the class within what was observed."""
    return np.flatnonzero(change.seen[number] & ~np.isnan(change.needed[number])).tolist()


def _alike(found: Explanation, number: int, areas: Sequence[str], classes: np.ndarray) -> str:
    rows = [row for row in found.alike[number].tolist() if row >= 0]
    if not rows:
        return ""
    text = tr("{area} (class {class_})")
    names = [text.format(area=areas[row], class_=classes[row]) if classes[row] else areas[row] for row in rows]
    if len(names) == 1:
        return tr("The most similar area is {area}.").format(area=names[0])
    return tr("The most similar areas are {areas}.").format(areas=listed(names))
