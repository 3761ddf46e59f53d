"""The checked input of a delineation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..messages import tr
from ..numbers import format_number


@dataclass(frozen=True)
class Problem:
    """n units with inhabitants and attributes, e edges between neighbours, and what an area must hold.

    `group` (n,) indexes `group_names`; `fixed` (n,) is -1 for free units; `barrier` (e,) marks edges that may not
    join two units. `edges` (e, 2) are sorted, without duplicates and within one group only.
    """

    population: np.ndarray
    attributes: np.ndarray
    edges: np.ndarray
    border_length: np.ndarray
    barrier: np.ndarray
    group: np.ndarray
    group_names: list[object]
    fixed: np.ndarray
    minimum: float
    maximum: float
    area_count: int | Mapping[object, int] | None
    target: float | None

    @property
    def size(self) -> int:
        """The number of units, n."""
        return len(self.population)


def checked_problem(
    population: Sequence[float] | np.ndarray,
    attributes: Sequence[Sequence[float]] | np.ndarray,
    edges: Sequence[Sequence[int]] | np.ndarray,
    border_length: Sequence[float] | np.ndarray,
    *,
    min_population: float,
    max_population: float,
    area_count: int | Mapping[object, int] | None,
    target_population: float | None,
    group: Sequence[object] | np.ndarray | None,
    barrier: Sequence[bool] | np.ndarray | None,
    fixed: Sequence[int] | np.ndarray | None,
) -> Problem:
    """Return the input as arrays; raise InputError with what is wrong and where."""
    people = _checked_population(population)
    size = len(people)
    values = _checked_attributes(attributes, size)
    bounds = _checked_bounds(min_population, max_population, target_population, people)
    _check_area_count(area_count, size)
    codes, names = _factorised(_of_length(group, size, "group", [None] * size))
    pairs, lengths, crossing = _checked_edges(edges, border_length, barrier, size)
    inside = codes[pairs[:, 0]] == codes[pairs[:, 1]]
    given = _of_length(fixed, size, "fixed", [-1] * size)
    return Problem(
        population=people,
        attributes=values,
        edges=pairs[inside],
        border_length=lengths[inside],
        barrier=crossing[inside],
        group=codes,
        group_names=names,
        fixed=np.array([-1 if _missing(label) else label for label in given], dtype=np.int64),
        minimum=bounds[0],
        maximum=bounds[1],
        area_count=area_count,
        target=target_population,
    )


def _checked_population(population: Sequence[float] | np.ndarray) -> np.ndarray:
    people = np.asarray(population, dtype=float).reshape(-1)
    if not len(people):
        raise InputError(tr("There are no units to divide: the layer is empty."))
    wrong = np.flatnonzero(~np.isfinite(people) | (people < 0))
    if len(wrong):
        raise InputError(
            tr(
                "{count} units have a missing or negative number of inhabitants, first unit {unit}. Enter a number, "
                "0 where nobody lives."
            ).format(count=format_number(len(wrong)), unit=int(wrong[0]) + 1)
        )
    return people


def _checked_attributes(attributes: Sequence[Sequence[float]] | np.ndarray, size: int) -> np.ndarray:
    values = np.asarray(attributes, dtype=float)
    if values.ndim == 1:
        values = values.reshape(size, -1)
    if len(values) != size:
        raise InputError(_length_text("attributes", len(values), size))
    if np.isinf(values).any():
        row, column = (int(part) for part in np.argwhere(np.isinf(values))[0])
        raise InputError(
            tr("Attribute {column} of unit {unit} is infinite. Enter a number or leave it empty.").format(
                column=column + 1, unit=row + 1
            )
        )
    return values


def _checked_bounds(
    minimum: float, maximum: float, target: float | None, population: np.ndarray
) -> tuple[float, float]:
    if minimum > maximum:
        raise InputError(
            tr("The minimum of {minimum} inhabitants is above the maximum of {maximum}. Exchange the two.").format(
                minimum=format_number(minimum), maximum=format_number(maximum)
            )
        )
    if not (maximum > 0 and minimum >= 0) or (target is not None and not target > 0):
        raise InputError(tr("Minimum, maximum and target of inhabitants must be positive numbers."))
    if population.sum() == 0:
        raise InputError(
            tr("No unit has any inhabitants, so no population bound can be held. Choose another population field.")
        )
    return float(minimum), float(maximum)


def _check_area_count(area_count: int | Mapping[object, int] | None, size: int) -> None:
    if area_count is None:
        return
    wanted = sum(area_count.values()) if isinstance(area_count, Mapping) else area_count
    if wanted < 1 or wanted > size:
        raise InputError(
            tr("{wanted} areas cannot be made of {units} units. Ask for a number from 1 to {units}.").format(
                wanted=format_number(wanted), units=format_number(size)
            )
        )


def _of_length(
    values: Sequence[object] | np.ndarray | None, length: int, name: str, default: Sequence[object]
) -> Sequence[object] | np.ndarray:
    if values is None:
        return default
    if len(values) != length:
        raise InputError(_length_text(name, len(values), length))
    return values


def _length_text(name: str, found: int, expected: int) -> str:
    return tr("“{name}” has {found} entries, but {expected} are needed.").format(
        name=name, found=format_number(found), expected=format_number(expected)
    )


def _factorised(values: Sequence[object] | np.ndarray) -> tuple[np.ndarray, list[object]]:
    """Return codes (n,) in order of first occurrence and the values they stand for; all missing ones are None."""
    known: dict[object, int] = {}
    given = values.tolist() if hasattr(values, "tolist") else values
    codes = [known.setdefault(None if _missing(value) else value, len(known)) for value in given]
    return np.array(codes, dtype=np.int64), list(known)


def _missing(value: object) -> bool:
    """Tell whether a value is None or NaN, which alone differs from itself."""
    return value is None or value != value


def _checked_edges(
    edges: Sequence[Sequence[int]] | np.ndarray,
    border_length: Sequence[float] | np.ndarray,
    barrier: Sequence[bool] | np.ndarray | None,
    size: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return sorted unique edges with summed lengths; a double edge is a barrier only if each of its parts is one."""
    pairs = np.asarray(edges, dtype=np.int64).reshape(-1, 2)
    lengths = np.asarray(_of_length(border_length, len(pairs), "border_length", []), dtype=float)
    crossing = np.asarray(_of_length(barrier, len(pairs), "barrier", [False] * len(pairs)), dtype=bool)
    if len(pairs) and (pairs.min() < 0 or pairs.max() >= size):
        raise InputError(
            tr("An edge names a unit that does not exist; units are numbered 0 to {last}.").format(last=size - 1)
        )
    if len(pairs) and not (np.isfinite(lengths) & (lengths >= 0)).all():
        raise InputError(tr("A shared border has a missing or negative length."))
    apart = pairs[:, 0] != pairs[:, 1]
    ordered = np.sort(pairs[apart], axis=1)
    keys, inverse = np.unique(ordered[:, 0] * size + ordered[:, 1], return_inverse=True)
    merged = np.bincount(inverse, lengths[apart], len(keys))
    open_parts = np.bincount(inverse, ~crossing[apart], len(keys))
    return np.column_stack([keys // size, keys % size]), merged, open_parts == 0
