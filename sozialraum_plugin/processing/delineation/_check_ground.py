"""The checks of `checkareas` on the ground of one level: gaps, overlaps, parts, boundary, nesting, barriers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsProcessingFeedback

from ...core.delineation.area_checks import SQUARE_METRES, Check, Finding, Results, square_metres
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.area_patches import Patch, gaps, lesser_parts, outside, overlaps
from ...geo.barrier_bits import cut_off_bits, same_side_neighbour
from ...geo.nesting import NESTED_SHARE, nest
from ...geo.point_in_polygon import PointIndex, polygons_of_points
from ._check_inputs import CheckedAddresses, CheckedAreas

_NAMES_SHOWN = 4


@dataclass(frozen=True)
class Tolerances:
    """`size` in m² below which a piece is not listed, `width` in metres below which it is a sliver, `open_gap` in
    metres up to which gaps that run out of the areas are found, `barrier` and `bit` as in `cut_off_bits`."""

    size: float
    width: float
    open_gap: float
    barrier: float
    bit: float


class GroundCheck:
    """Checks the ground of one level and books what it finds in `results`."""

    def __init__(
        self,
        areas: CheckedAreas,
        level: str,
        addresses: CheckedAddresses | None,
        tolerances: Tolerances,
        results: Results,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.areas, self.level, self.tolerances, self.results = areas, level, tolerances, results
        self.rows = areas.rows(level)
        self.polygons = [areas.polygons[row] for row in self.rows]
        self.addresses = addresses
        self.feedback = feedback
        self._places = None if addresses is None else PointIndex(addresses.points)

    def fit(self, region: QgsGeometry, boundary: QgsGeometry) -> None:
        """Look for gaps (in `region`, if that is not empty), overlaps, parts and ground outside the boundary."""
        cancelled = self.feedback.isCanceled
        self.results.checked(self.level, Check.GAP, Check.OVERLAP, Check.SLIVER, Check.PART)
        self._book(Check.GAP, gaps(self.polygons, region, self.tolerances.open_gap, cancelled))
        self._book(Check.OVERLAP, overlaps(self.polygons, cancelled))
        self._book(Check.PART, lesser_parts(self.polygons))
        if not boundary.isEmpty():
            self.results.checked(self.level, Check.OUTSIDE)
            self._book(Check.OUTSIDE, outside(self.polygons, [boundary] * len(self.polygons)))

    def nesting(self, above: Sequence[str]) -> None:
        """Look whether each area has an area above of a higher level and lies in it.

        Without codes of areas above, the one that holds most of the ground counts.
        """
        if not above:
            return
        kinds = (Check.NO_PARENT, Check.WRONG_PARENT, Check.NOT_NESTED)
        self.results.checked(self.level, *kinds[0 if self.areas.has_parents else 2 :])
        holders = self._named_holders(above) if self.areas.has_parents else self._largest_holders(above[0])
        shapes = [None if holder is None else self.areas.polygons[holder] for holder in holders]
        patches = outside(self.polygons, shapes)
        self._book(Check.NOT_NESTED, patches, [holders[patch.areas[0]] for patch in patches])

    def _named_holders(self, above: Sequence[str]) -> list[int | None]:
        """Return the row of each area's area above; book those that have none, or one of no higher level."""
        row_of = {code: row for row, code in enumerate(self.areas.codes) if code}
        holders: list[int | None] = []
        for row in self.rows.tolist():
            code = self.areas.parents[row]
            holder = row_of.get(code) if code else None
            kind = Check.NO_PARENT if holder is None else Check.WRONG_PARENT
            good = holder is not None and self.areas.levels[holder] in above
            holders.append(holder if good else None)
            if not good:
                note = self._parent_note(row, code, holder)
                self._add(
                    Finding(kind, self.level, note, self.areas.codes[row], row=row, shape=self.areas.polygons[row])
                )
        return holders

    def _parent_note(self, row: int, code: str, holder: int | None) -> str:
        name = self.areas.names[row]
        if not code:
            return tr("{area} names no area above it. Fill in its code.").format(area=name)
        if holder is None:
            return tr("{area} names {parent} as the area above, but there is no such area. Correct the code.").format(
                area=name, parent=code
            )
        return tr("{area} names {parent} as the area above, but that is of level “{level}”, not above its own.").format(
            area=name, parent=code, level=self.areas.levels[holder]
        )

    def _largest_holders(self, level: str) -> list[int | None]:
        rows = self.areas.rows(level)
        solid = [number for number, polygon in enumerate(self.polygons) if not polygon.isEmpty()]
        index, _ = nest(
            [self.polygons[number] for number in solid],
            [self.areas.polygons[row] for row in rows],
            self.feedback.isCanceled,
        )
        holders: list[int | None] = [None] * len(self.polygons)
        for number, found in zip(solid, index.tolist()):
            holders[number] = int(rows[found]) if found >= 0 else None
        return holders

    def units(self, units: Sequence[QgsGeometry], names: Sequence[str]) -> None:
        """Look for units that do not lie in one area."""
        self.results.checked(self.level, Check.UNIT_CUT)
        index, share = nest(units, self.polygons, self.feedback.isCanceled)
        for number in np.flatnonzero(share < NESTED_SHARE).tolist():
            main = self.areas.codes[self.rows[index[number]]] if index[number] >= 0 else ""
            size = (1 - share[number]) * units[number].area()
            note = tr("Only {share} % of unit {unit} lie in {area}, {size} m² elsewhere. Move the border.").format(
                share=format_number(100 * share[number], 1), unit=names[number], area=main or "–",
                size=square_metres(size),
            )  # fmt: skip
            self._add(Finding(Check.UNIT_CUT, self.level, note, main, [names[number]], None, size, SQUARE_METRES,
                              units[number]))  # fmt: skip

    def barriers(self, barriers: Sequence[QgsGeometry]) -> None:
        """Look for inhabited bits behind a barrier; without addresses for large ones."""
        self.results.checked(self.level, Check.BEHIND_BARRIER)
        points = self.addresses.points if self.addresses else np.empty((0, 2))
        people = self.addresses.people if self.addresses else np.empty(0)
        weights = people + 1e-6  # where nobody is counted, addresses decide
        cancelled = self.feedback.isCanceled
        bits = cut_off_bits(self.polygons, barriers, self.tolerances.barrier, points, weights, cancelled)
        for bit, (count, inhabitants) in zip(bits, self._contents(bits)):
            empty = bit.size < self.tolerances.bit if count is None else count == 0
            if empty:
                self.results.ignore(self.level, Check.BEHIND_BARRIER, bit.size)
                continue
            near = same_side_neighbour(bit, self.polygons)
            note = self._bit_note(bit, count, inhabitants, near)
            others = [] if near is None else [self._name(near)]
            self._add(self._finding(Check.BEHIND_BARRIER, bit, note, others, count, inhabitants))

    def _bit_note(self, bit: Patch, count: int | None, inhabitants: float | None, near: int | None) -> str:
        note = tr("A barrier cuts {size} m² of {area} off from the rest{contents}.").format(
            size=square_metres(bit.size), area=self._name(bit.areas[0]), contents=_contents_text(count, inhabitants)
        )
        if near is None:
            return note
        return f"{note} " + tr("On the same side borders {other}.").format(other=self._name(near))

    def _book(self, kind: str, patches: Sequence[Patch], holders: Sequence[int | None] = ()) -> None:
        """Book patches as findings; what is below the tolerance is counted only, unless somebody lives there."""
        for number, (patch, (count, inhabitants)) in enumerate(zip(patches, self._contents(patches))):
            if patch.size < self.tolerances.size and not count:
                self.results.ignore(self.level, kind, patch.size)
                continue
            sliver = patch.width < self.tolerances.width
            names = [self._name(area) for area in patch.areas]
            if holders:
                names.append(self.areas.names[holders[number]])
            note = _ground_note(kind, patch, names, self.level, sliver) + _contents_text(count, inhabitants, True)
            mentioned = names if kind == Check.GAP else names[1:]
            found = self._finding(Check.SLIVER if sliver else kind, patch, note, mentioned, count, inhabitants)
            self._add(found)

    def _finding(
        self, kind: str, patch: Patch, note: str, others: Sequence[str], count: int | None, inhabitants: float | None
    ) -> Finding:
        nobodys = len(others) >= len(patch.areas) > 0 and others[0] == self._name(patch.areas[0])
        row = None if nobodys or not patch.areas else int(self.rows[patch.areas[0]])
        code = "" if row is None else self.areas.codes[row]
        return Finding(
            kind, self.level, note, code, others, row, patch.size, SQUARE_METRES, patch.geometry, count, inhabitants
        )

    def _contents(self, patches: Sequence[Patch]) -> list[tuple[int | None, float | None]]:
        """Return addresses and inhabitants in each patch; None where they are not known."""
        if self._places is None or not patches:
            return [(None, None)] * len(patches)
        held = polygons_of_points(self._places, [patch.geometry for patch in patches]).polygon
        inside = held >= 0
        counts = np.bincount(held[inside], minlength=len(patches)).tolist()
        if not self.addresses.counted:
            return [(count, None) for count in counts]
        people = np.bincount(held[inside], self.addresses.people[inside], len(patches)).tolist()
        return list(zip(counts, people))

    def _name(self, number: int) -> str:
        return self.areas.names[self.rows[number]]

    def _add(self, finding: Finding) -> None:
        self.results.findings.append(finding)


def _contents_text(count: int | None, inhabitants: float | None, as_sentence: bool = False) -> str:
    """Return how many addresses and inhabitants there are, as an end of a sentence or as one of its own."""
    if not count:
        return ""
    if inhabitants is None:
        text = tr("{count} addresses").format(count=format_number(count))
    else:
        text = tr("{count} addresses with {people} inhabitants").format(
            count=format_number(count), people=format_number(inhabitants)
        )
    return " " + tr("It holds {contents}.").format(contents=text) if as_sentence else ", " + text


def _ground_note(kind: str, patch: Patch, names: Sequence[str], level: str, sliver: bool) -> str:
    """Return the sentence for a piece of ground; `names` are the areas concerned, for nesting the area above last."""
    shown = ", ".join(names[:_NAMES_SHOWN]) + (", ..." if len(names) > _NAMES_SHOWN else "")
    values = {
        "size": square_metres(patch.size),
        "names": shown or "–",
        "level": level,
        "area": names[0] if names else "–",
    }
    values["other"] = names[1] if len(names) > 1 else "–"
    values["width"] = format_number(patch.width, 2)
    sentences = {
        Check.GAP: (
            tr("Gap of {size} m² beside {names}: no area covers it. Give the ground to one of them."),
            tr("Narrow gap of {size} m², {width} m wide on average, beside {names}. Snap the borders together."),
        ),
        Check.OVERLAP: (
            tr("{area} and {other} overlap on {size} m². Decide which of them the ground belongs to."),
            tr("{area} and {other} overlap on a strip of {size} m², {width} m wide on average. Snap the borders."),
        ),
        Check.PART: (
            tr("Separate part of {area} with {size} m². Join it to a neighbour unless it is meant to be apart."),
            tr("Separate sliver of {area} with {size} m², {width} m wide on average. Delete it or join it."),
        ),
        Check.OUTSIDE: (
            tr("{size} m² of {area} lie outside the boundary. Correct the border."),
            tr("A strip of {size} m² of {area}, {width} m wide on average, lies outside the boundary."),
        ),
        Check.NOT_NESTED: (
            tr("{size} m² of {area} lie outside {other}, the area above it. Correct one of the borders."),
            tr("A strip of {size} m² of {area}, {width} m wide on average, lies outside {other}, the area above it."),
        ),
    }
    return sentences[kind][sliver].format(**values)
