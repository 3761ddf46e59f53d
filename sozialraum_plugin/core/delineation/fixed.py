"""The expert's decisions: units bound to a given area are tied together before anything is computed."""

from __future__ import annotations

from collections import deque

import numpy as np

from .graph import Graph, UnionFind
from .problem import Problem

FREE = -1


def tie_fixed_units(problem: Problem, graph: Graph, union: UnionFind) -> np.ndarray:
    """Unite the units of each given area in `union` and return (n,) labels, with free units that connect them.

    Parts of a given area that do not touch are connected by the shortest path through free units of the graph (open
    edges of one group), as long as the whole stays within the maximum; else they remain apart.
    """
    owner = problem.fixed.copy()
    for label in np.unique(owner[owner != FREE]).tolist():
        parts = graph.parts(np.flatnonzero(owner == label).tolist())
        for part in parts:
            union.join_all(sorted(part))
        _connect(parts, label, owner, problem, graph, union)
    return owner


def _connect(
    parts: list[set[int]], label: int, owner: np.ndarray, problem: Problem, graph: Graph, union: UnionFind
) -> None:
    """Grow the first part along shortest free paths to the others within the maximum; then start from the next."""
    waiting = list(parts)
    while len(waiting) > 1:
        core = waiting.pop(0)
        path = _shortest_path(core, set().union(*waiting), owner, graph)
        while path:
            reached = next(part for part in waiting if path[-1] in part)
            joined = core | set(path) | reached
            if problem.population[sorted(joined)].sum() > problem.maximum:
                break
            owner[path] = label
            union.join_all(sorted(joined))
            waiting.remove(reached)
            core = joined
            path = _shortest_path(core, set().union(*waiting), owner, graph) if waiting else []


def _shortest_path(sources: set[int], goals: set[int], owner: np.ndarray, graph: Graph) -> list[int]:
    """Return the free nodes from `sources` to the first of `goals` (which ends the list); empty if there is none."""
    before: dict[int, int] = {}
    queue = deque(sorted(sources))
    while queue:
        node = queue.popleft()
        for other in graph.neighbours[node]:
            if other in sources or other in before:
                continue
            if other in goals:
                return [*_steps(node, before, sources), other]
            if owner[other] == FREE:
                before[other] = node
                queue.append(other)
    return []


def _steps(node: int, before: dict[int, int], sources: set[int]) -> list[int]:
    steps = []
    while node not in sources:
        steps.append(node)
        node = before[node]
    return steps[::-1]
