"""What an area is like, in a sentence: size, building type, what stands out, and the barriers around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..messages import tr
from ..numbers import format_number

STANDS_OUT = 0.75  # standard deviations of the units, between the area's mean and that of all
MOST_TRAITS = 3
SIDE_SHARE = 0.08  # of the outline; a shorter stretch along a barrier is not mentioned
MOSTLY = 0.5  # of the dwellings, or inhabitants, that a building type must exceed to be named
_SIDES = ("north", "east", "south", "west")
_KINDS = {
    "railway": "rail railway bahn bahnlinie bahnstrecke bahntrasse eisenbahn schiene schienen gleis gleise light_rail",
    "motorway": "motorway autobahn autobahnen bab trunk kraftfahrstrasse kraftfahrstraße motorways",
    "canal": "canal kanal",
    "water": "river rivers fluss fluß flüsse fluesse bach stream water waterway gewässer gewaesser wasser see lake",
    "road": "primary secondary hauptstrasse hauptstraße hauptstrassen hauptstraßen road roads strasse straße strassen",
    "barrier": "barriers barrieren barrier barriere layer",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


@dataclass(frozen=True)
class Trait:
    """An attribute in which an area stands out; `deviation` in standard deviations of the units."""

    name: str
    value: float
    mean: float
    deviation: float


@dataclass(frozen=True)
class Portrait:
    """One area; `barriers` maps what a barrier is called to the sides on which it bounds the area."""

    level: str
    code: str
    name: str
    population: float
    units: int
    building: str | None = None
    traits: Sequence[Trait] = ()
    barriers: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The portrait as a sentence for the user."""
        title = self.name if self.name.lower().startswith(self.level.lower()) else f"{self.level} {self.name}"
        parts = [
            tr("{population} inhabitants in {count} units").format(
                population=format_number(self.population), count=format_number(self.units)
            )
        ]
        if self.building:
            parts.append(tr("mostly {building}").format(building=self.building))
        parts += [_trait_words(trait) for trait in self.traits]
        if self.barriers:
            bounds = [_barrier_words(kind, sides) for kind, sides in self.barriers.items()]
            parts.append(tr("bounded by {barriers}").format(barriers=listed(bounds)))
        return tr("{title} ({code}): {parts}.").format(title=title, code=self.code, parts=", ".join(parts))


def outstanding_traits(
    values: np.ndarray, names: Sequence[str], population: np.ndarray, labels: np.ndarray, count: int
) -> list[list[Trait]]:
    """Return for each of `count` areas the attributes in which it stands out, the strongest first.

    `values` (n, m) are attributes called `names` (m,), NaN for unknown; means and deviations are weighted by
    `population` (n,). `labels` (n,) are areas. A single area does not stand out from itself.
    """
    found: list[list[Trait]] = [[] for _ in range(count)]
    for name, column in zip(names, values.T if count > 1 else ()):
        known = ~np.isnan(column)
        weight = population[known] if population[known].sum() > 0 else np.ones(int(known.sum()))
        if not known.any():
            continue
        mean = float(np.average(column[known], weights=weight))
        spread = float(np.average((column[known] - mean) ** 2, weights=weight) ** 0.5)
        if spread <= 1e-12 * max(1.0, abs(mean)):
            continue
        weights = np.bincount(labels[known], weight, count)
        sums = np.bincount(labels[known], weight * column[known], count)
        for area in np.flatnonzero(weights > 0).tolist():
            value = float(sums[area] / weights[area])
            if abs(value - mean) >= STANDS_OUT * spread:
                found[area].append(Trait(name, value, mean, (value - mean) / spread))
    return [sorted(traits, key=lambda trait: -abs(trait.deviation))[:MOST_TRAITS] for traits in found]


def compass_sides(segments: np.ndarray, box: tuple[float, float, float, float], outline: float) -> list[str]:
    """Return on which sides of an area segments (s, 4) of its outline lie, the longest stretch first.

    `box` is (x from, y from, x to, y to) of the area; the sides are those of its diagonals. A side with less than
    `SIDE_SHARE` of the `outline` (metres) does not count.
    """
    middle = np.column_stack([segments[:, [0, 2]].mean(axis=1), segments[:, [1, 3]].mean(axis=1)])
    low, high = np.array(box[:2]), np.array(box[2:])
    across, upward = ((middle - (low + high) / 2) / np.maximum((high - low) / 2, 1e-9)).T
    vertical = np.abs(upward) >= np.abs(across)
    side = np.where(vertical, np.where(upward >= 0, 0, 2), np.where(across >= 0, 1, 3))
    length = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    metres = np.bincount(side, length, 4)
    return [_SIDES[number] for number in np.argsort(-metres, kind="stable") if metres[number] >= SIDE_SHARE * outline]


def dominant_types(dwellings: np.ndarray, labels: np.ndarray, count: int) -> list[int | None]:
    """Return per area the type with more than half of the dwellings (n, t) of its units, None where there is none."""
    if not dwellings.shape[1]:
        return [None] * count
    sums = np.column_stack([np.bincount(labels, np.nan_to_num(column), count) for column in dwellings.T])
    whole = sums.sum(axis=1)
    best = sums.argmax(axis=1)
    return [
        int(kind) if total > 0 and own[kind] > MOSTLY * total else None for kind, own, total in zip(best, sums, whole)
    ]


def _trait_words(trait: Trait) -> str:
    text = (
        tr("“{name}” well above the mean ({value}; mean {mean})")
        if trait.deviation > 0
        else tr("“{name}” well below the mean ({value}; mean {mean})")
    )
    decimals = _decimals(max(abs(trait.value), abs(trait.mean)))
    return text.format(
        name=trait.name, value=format_number(trait.value, decimals), mean=format_number(trait.mean, decimals)
    )


def _decimals(size: float) -> int:
    return 0 if size >= 100 else 1 if size >= 1 else 2 if size >= 0.1 else 4


def _barrier_words(kind: str, sides: Sequence[str]) -> str:
    words = {"north": tr("north"), "east": tr("east"), "south": tr("south"), "west": tr("west")}
    if len(sides) == len(_SIDES):
        return tr("{barrier} on all sides").format(barrier=barrier_name(kind))
    return tr("{barrier} in the {sides}").format(
        barrier=barrier_name(kind), sides=listed([words[side] for side in sides])
    )


def barrier_name(kind: str) -> str:
    """Return what a barrier is called after “bounded by”: a known kind in the user's language, else its own name."""
    names = {
        "railway": tr("the railway"),
        "motorway": tr("the motorway"),
        "canal": tr("the canal"),
        "water": tr("the water"),
        "road": tr("the main road"),
        "barrier": tr("a barrier"),
    }
    known = _KIND_OF.get(kind.strip().lower())
    return names[known] if known else tr("“{name}”").format(name=kind.strip())


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return tr("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])
