"""Commune borders: wiggly lines that neighbours share, so that the communes tile the Kreis without a gap."""

from __future__ import annotations

import numpy as np

from . import template
from .plan import Plan, Tile
from .randomness import stream
from .terrain import fractal

WIGGLE = 0.42  # kilometres of the template
CORNER_SHIFT = (0.4, 0.9)  # the corners of the Kreis lie further in, the middles of its sides further out
BULGE = (0.2, 0.8)


class Borders:
    """The border lines of a plan; every line is drawn from its own random stream, whoever asks for it."""

    def __init__(self, plan: Plan) -> None:
        self._seed = plan.seed

    def communes(self, tile: Tile) -> dict[str, np.ndarray]:
        """Return the plan ring (n, 2), counter-clockwise and not closed, of each commune of a tile (by letter)."""
        south = self._horizontal(tile, tile.row)
        north = self._horizontal(tile, tile.row + 1)
        west = self._vertical(tile, tile.column)
        east = self._vertical(tile, tile.column + 1)
        lower, upper, between = self._inner(tile, south[0][-1], north[0][-1], east[0][-1])
        return {
            "A": _ring(south[0], lower, upper, north[0][::-1], west[1][::-1], west[0][::-1]),
            "B": _ring(between, east[1], north[1][::-1], upper[::-1]),
            "C": _ring(south[1], east[0], between[::-1], lower[::-1]),
        }

    def _inner(
        self, tile: Tile, south: np.ndarray, north: np.ndarray, east: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the lines between the three communes: from the south and to the north, and from there to the east."""
        meeting = tile.place((template.TOWN_EDGE, template.COMMUNE_EDGE[0]))
        numbers = (tile.column, tile.row)
        return (
            self._line(tile, south, meeting, "lower", *numbers),
            self._line(tile, meeting, north, "upper", *numbers),
            self._line(tile, meeting, east, "between", *numbers),
        )

    def _horizontal(self, tile: Tile, row: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the two lines of the tile's side at the south of a row, from west to east."""
        start, end = self._vertex(tile, tile.column, row), self._vertex(tile, tile.column + 1, row)
        base = tile.origin + tile.scale * np.array([template.TOWN_EDGE, (row - tile.row) * template.HEIGHT])
        bulge = stream(self._seed, "middle", tile.column, row).uniform(*BULGE)
        middle = base + tile.scale * np.array([0.0, -bulge if row == 0 else bulge])
        return (
            self._line(tile, start, middle, "west half", tile.column, row),
            self._line(tile, middle, end, "east half", tile.column, row),
        )

    def _vertical(self, tile: Tile, column: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the two lines of the tile's side at the west of a column, from south to north."""
        start, end = self._vertex(tile, column, tile.row), self._vertex(tile, column, tile.row + 1)
        offset = np.array([(column - tile.column) * template.WIDTH, template.COMMUNE_EDGE[1]])
        bulge = stream(self._seed, "side", column, tile.row).uniform(*BULGE)
        middle = tile.origin + tile.scale * (offset + np.array([-bulge if column == 0 else bulge, 0.0]))
        return (
            self._line(tile, start, middle, "south half", column, tile.row),
            self._line(tile, middle, end, "north half", column, tile.row),
        )

    def _vertex(self, tile: Tile, column: int, row: int) -> np.ndarray:
        """Return a corner of the checkerboard, moved so that the Kreis is no rectangle."""
        offset = np.array([(column - tile.column) * template.WIDTH, (row - tile.row) * template.HEIGHT])
        shift = stream(self._seed, "corner", column, row).uniform(*CORNER_SHIFT, 2)
        inward = np.array([1.0 if column == 0 else -1.0, 1.0 if row == 0 else -1.0])
        return tile.origin + tile.scale * (offset + shift * inward)

    def _line(self, tile: Tile, start: np.ndarray, end: np.ndarray, name: str, column: int, row: int) -> np.ndarray:
        return fractal(start, end, WIGGLE * tile.scale, stream(self._seed, name, column, row))


def _ring(*lines: np.ndarray) -> np.ndarray:
    """Return lines that follow each other as one ring."""
    return np.concatenate([line[:-1] for line in lines])
