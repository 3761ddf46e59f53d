"""The hierarchy of areas: which commune and Kreis an area is measured against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from ..fields import AREA, AREA_NAME, COMMUNE, LEVEL, PARENT, POPULATION, Level
from ..messages import tr

REQUIRED = (AREA, AREA_NAME, LEVEL)
OPTIONAL = (PARENT, COMMUNE, POPULATION)


@dataclass(frozen=True)
class Place:
    """One area of the layer `gebiete`."""

    code: str
    name: str
    level: str
    parent: str = ""
    commune: str = ""
    population: int | None = None


class Places:
    """All areas by code. Raises InputError if a code is missing or occurs twice."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.all = [_place(number, row) for number, row in enumerate(table.to_dict("records"), start=1)]
        self._by_code = {place.code: place for place in self.all}
        if len(self._by_code) < len(self.all):
            codes = [place.code for place in self.all]
            twice = next(code for code in codes if codes.count(code) > 1)
            raise InputError(
                tr("Area code “{code}” occurs twice in the areas. Codes must be unique.").format(code=twice)
            )
        self._districts = [place for place in self.all if place.level == Level.DISTRICT]
        self._part_counts = Counter((above.code, place.level) for place in self.all for above in self._ancestors(place))

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def at_level(self, level: str) -> list[Place]:
        """Return the areas of a level by code; raise InputError naming the levels that there are if it has none."""
        found = sorted((place for place in self.all if place.level == level), key=lambda place: place.code)
        if not found:
            levels = sorted({place.level for place in self.all if place.level})
            raise InputError(
                tr("There is no area of level “{level}”. The areas have the levels: {levels}.").format(
                    level=level, levels=", ".join(levels) or "–"
                )
            )
        return found

    def commune_of(self, place: Place) -> Place | None:
        """Return the commune that an area lies in, by the hierarchy or by its AGS; None if the layer has none."""
        if place.level in (Level.COMMUNE, Level.DISTRICT):
            return None
        by_key = self._by_code.get(place.commune)
        by_key = by_key if by_key is not None and by_key.level == Level.COMMUNE else None
        return self._ancestor(place, Level.COMMUNE) or by_key

    def district_of(self, place: Place) -> Place | None:
        """Return the Kreis of an area; the only Kreis of the layer is everybody's."""
        if place.level == Level.DISTRICT:
            return None
        only = self._districts[0] if len(self._districts) == 1 else None
        return self._ancestor(place, Level.DISTRICT) or only

    def part_count(self, place: Place, level: str) -> int:
        """Return how many areas of a lower level lie in an area."""
        return self._part_counts[place.code, level]

    def _ancestor(self, place: Place, level: str) -> Place | None:
        return next((ancestor for ancestor in self._ancestors(place) if ancestor.level == level), None)

    def _ancestors(self, place: Place) -> list[Place]:
        """Return the areas above, nearest first; a circle in `uebergeordnet` ends the search."""
        found: list[Place] = []
        above = self._by_code.get(place.parent)
        while above is not None and above not in found and above.code != place.code:
            found.append(above)
            above = self._by_code.get(above.parent)
        return found


def _place(row_number: int, row: dict[str, object]) -> Place:
    code = _text(row.get(AREA.name))
    if not code:
        raise InputError(
            tr("The area in row {row} has no code in “{column}”. Give every area a code.").format(
                row=row_number, column=AREA.name
            )
        )
    population = row.get(POPULATION.name)
    return Place(
        code=code,
        name=_text(row.get(AREA_NAME.name)) or code,
        level=_text(row.get(LEVEL.name)),
        parent=_text(row.get(PARENT.name)),
        commune=_text(row.get(COMMUNE.name)),
        population=None if population is None or pd.isna(population) else int(population),
    )


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()
