"""The lie of the land: a smooth bending of everything drawn straight, and smooth fields over the Kreis.

Everything is first drawn with straight lines in plan coordinates (EPSG:25832 metres) and then bent by `Warp`. As the
bending depends on the place alone, what fits together on the plan fits together on the ground.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .randomness import stream

WAVE_LENGTHS = ((2800.0, 80.0, 7), (430.0, 8.0, 9))  # metres: wave length, amplitude, number of waves
STEP = 25.0  # metres between the points of a bent line


class SmoothField:
    """A sum of plane waves: a smooth random field with mean 0 and standard deviation 1."""

    def __init__(self, seed: int, purpose: str, wave_length: float, waves: int = 12) -> None:
        rng = stream(seed, purpose)
        angle = rng.uniform(0, 2 * np.pi, waves)
        frequency = 2 * np.pi / (wave_length * rng.uniform(0.7, 1.4, waves))
        self._kx, self._ky = frequency * np.cos(angle), frequency * np.sin(angle)
        self._phase = rng.uniform(0, 2 * np.pi, waves)
        self._amplitude = np.sqrt(2.0 / waves)

    def __call__(self, xy: np.ndarray) -> np.ndarray:
        """Return the field at points (n, 2) as (n,)."""
        phases = np.outer(xy[:, 0], self._kx) + np.outer(xy[:, 1], self._ky) + self._phase
        return self._amplitude * np.sin(phases).sum(axis=1)


class Warp:
    """Moves plan coordinates to the ground, smoothly and without folding."""

    def __init__(self, seed: int) -> None:
        self._fields = [
            (amplitude, SmoothField(seed, f"warp {length} {axis}", length, waves), index)
            for length, amplitude, waves in WAVE_LENGTHS
            for index, axis in enumerate("xy")
        ]

    def __call__(self, xy: np.ndarray) -> np.ndarray:
        """Return the ground coordinates of plan points (n, 2)."""
        moved = np.array(xy, dtype=float)
        for amplitude, field, axis in self._fields:
            moved[:, axis] += amplitude * field(xy)
        return moved

    def unbent(self, xy: np.ndarray) -> np.ndarray:
        """Return the plan points of ground coordinates (n, 2), to a millimetre (fixed-point iteration)."""
        plan = np.array(xy, dtype=float)
        for _ in range(60):
            plan += xy - self(plan)
        return plan

    def line(self, xy: np.ndarray, step: float = STEP) -> np.ndarray:
        """Return a plan polyline on the ground, with enough points to show its bends."""
        return self(densified(xy, step))


def densified(xy: np.ndarray, step: float) -> np.ndarray:
    """Return a polyline (n, 2) with extra points so that no segment is longer than `step`."""
    xy = np.asarray(xy, dtype=float)
    parts = [xy[:1]]
    for start, end in zip(xy[:-1], xy[1:]):
        count = max(1, int(np.ceil(np.hypot(*(end - start)) / step)))
        parts.append(start + np.linspace(0, 1, count + 1)[1:, None] * (end - start))
    return np.concatenate(parts)


def spline(points: Sequence[tuple[float, float]], per_part: int = 8) -> np.ndarray:
    """Return a Catmull-Rom curve through the points."""
    given = np.asarray(points, dtype=float)
    ends = np.vstack([2 * given[0] - given[1], given, 2 * given[-1] - given[-2]])
    t = np.linspace(0, 1, per_part, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(ends[:-3], ends[1:-2], ends[2:-1], ends[3:]):
        parts.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack([*parts, given[-1:]])


def fractal(start: np.ndarray, end: np.ndarray, amplitude: float, rng: np.random.Generator) -> np.ndarray:
    """Return a wiggly line from start to end (midpoint displacement), as old borders run."""
    line = np.array([start, end], dtype=float)
    size = amplitude
    while size > 25.0 and len(line) < 500:
        along = np.diff(line, axis=0)
        normal = np.column_stack([-along[:, 1], along[:, 0]]) / np.hypot(along[:, 0], along[:, 1])[:, None]
        middle = (line[:-1] + line[1:]) / 2 + normal * rng.uniform(-size, size, len(along))[:, None]
        merged = np.empty((2 * len(line) - 1, 2))
        merged[::2], merged[1::2] = line, middle
        line, size = merged, size * 0.55
    return line


def offset_line(xy: np.ndarray, distance: np.ndarray | float) -> np.ndarray:
    """Return a polyline moved to its left by a distance (negative: to its right)."""
    tangent = np.gradient(xy, axis=0)
    tangent /= np.hypot(tangent[:, 0], tangent[:, 1])[:, None]
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]])
    return xy + normal * np.broadcast_to(distance, len(xy))[:, None]


def blob(centre: np.ndarray, radius: float, rng: np.random.Generator, points: int = 48) -> np.ndarray:
    """Return an irregular round outline (points, 2), counter-clockwise, not closed."""
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    phase = rng.uniform(0, 2 * np.pi, 3)
    bumps = (
        0.11 * np.sin(2 * angle + phase[0]) + 0.07 * np.sin(3 * angle + phase[1]) + 0.05 * np.sin(5 * angle + phase[2])
    )
    return centre + radius * (1 + bumps)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
