"""The tree of a catalogue's formula: its knots, what lies at its leaves, its weights if it is linear, its value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Term:
    """One variable with its weight (`sign`: mostly 1 or -1), `years` before the Stichtag asked."""

    sign: float
    variable: str
    years: int = 0


@dataclass(frozen=True)
class Node:
    """A knot of the tree: `kind` is number, variable or one of + - * /."""

    kind: str
    parts: tuple[Node, ...] = ()
    number: float = 0.0
    variable: str = ""
    years: int = 0


def shifted(tree: Node, years: int) -> Node:
    """Return a tree with every variable some years further back."""
    if tree.kind == "variable":
        return Node("variable", variable=tree.variable, years=tree.years + years)
    return Node(tree.kind, tuple(shifted(part, years) for part in tree.parts), tree.number)


def leaves(tree: Node) -> Iterator[Term]:
    """Yield every variable of a tree with its years back, as often as it stands there."""
    if tree.kind == "variable":
        yield Term(1, tree.variable, tree.years)
    for part in tree.parts:
        yield from leaves(part)


def weights(tree: Node) -> dict[Term | None, float] | None:
    """Return the weight of each leaf (None: the constant) of a linear tree; None if it is not linear."""
    if tree.kind == "number":
        return {None: tree.number}
    if tree.kind == "variable":
        return {Term(1, tree.variable, tree.years): 1.0}
    left, right = (weights(part) for part in tree.parts)
    if left is None or right is None:
        return None
    if tree.kind in "+-":
        sign = 1 if tree.kind == "+" else -1
        return {leaf: left.get(leaf, 0) + sign * right.get(leaf, 0) for leaf in {**left, **right}}
    if set(right) == {None}:
        if tree.kind == "/" and right[None] == 0:
            return None
        factor = 1 / right[None] if tree.kind == "/" else right[None]
        return {leaf: weight * factor for leaf, weight in left.items()}
    if tree.kind == "*" and set(left) == {None}:
        return {leaf: weight * left[None] for leaf, weight in right.items()}
    return None


def evaluate(tree: Node, column: Callable[[Term], np.ndarray]) -> np.ndarray:
    """Return the value of a tree from the array of each leaf; NaN where it is no number."""
    if tree.kind == "number":
        return np.float64(tree.number)
    if tree.kind == "variable":
        return column(Term(1, tree.variable, tree.years))
    left, right = (evaluate(part, column) for part in tree.parts)
    with np.errstate(divide="ignore", invalid="ignore"):
        result = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide}[tree.kind](left, right)
    return np.where(np.isfinite(result), result, np.nan)
