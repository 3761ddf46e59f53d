"""The three kinds of units: blocks, street sections, address cells; what is made, and what there is to tell of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsProcessingFeedback

from ...core.delineation.address_columns import text_column
from ...core.delineation.unit_report import UnitFinding, section_findings
from ...core.delineation.unit_table import most_frequent
from ...core.fields import STREET, Field
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.barrier_ends import carried_on
from ...geo.blocks import Blocks, build_blocks
from ...geo.cleaning import outline
from ...geo.face_division import DivisionLimits, Residents
from ...geo.place_sites import cell_labels, divide, placed_addresses
from ...geo.section_units import SectionUnits, section_units
from ...geo.street_network import SectionNetwork, section_network
from ._street_lines import NamedStreets

BLOCKS, SECTIONS, CELLS = range(3)
PLACE_REACH = 1.0  # metres; addresses that hang together by such steps share one cell
_NONE = (np.empty((0, 2)), np.empty(0, dtype=int), np.empty(0, dtype=int))


@dataclass(frozen=True)
class MadeUnits:
    """The units as `blocks`, `further` columns (u rows) with their `fields`, findings of addresses (n,) and lines of
    the report; `info` are sentences for the log.
    """

    blocks: Blocks
    further: pd.DataFrame
    fields: list[Field]
    kinds: np.ndarray
    report: list[pd.DataFrame] = field(default_factory=list)
    info: list[str] = field(default_factory=list)


def unit_name(kind: int) -> str:
    """Return what the units are called in the log, in the plural."""
    return {BLOCKS: tr("blocks"), SECTIONS: tr("street sections"), CELLS: tr("address cells")}[kind]


def make_blocks(
    lines: Sequence[QgsGeometry],
    barriers: Sequence[QgsGeometry],
    communes: Sequence[QgsGeometry],
    residents: Residents,
    min_area: float,
    limits: DivisionLimits,
    is_cancelled: Callable[[], bool],
) -> MadeUnits:
    """Make blocks, see `geo.blocks`."""
    blocks = build_blocks(lines, barriers, communes, residents, min_area, limits, is_cancelled)
    return MadeUnits(blocks, pd.DataFrame(index=range(len(blocks.polygons))), [], _no_findings(residents))


def make_cells(
    lines: Sequence[QgsGeometry],
    barriers: Sequence[QgsGeometry],
    communes: Sequence[QgsGeometry],
    residents: Residents,
    addresses: pd.DataFrame,
    min_area: float,
    is_cancelled: Callable[[], bool],
) -> MadeUnits:
    """Make a cell for each place of addresses, inside undivided blocks; a block without addresses is one cell."""
    ground = build_blocks(lines, barriers, communes, residents, min_area, DivisionLimits(), is_cancelled)
    placed = placed_addresses(residents.points, ground)
    label = cell_labels(placed, PLACE_REACH)
    cells = divide(ground, placed, label, _NONE, True, is_cancelled).ground
    places = len(np.unique(label[label >= 0]))
    info = tr("{addresses} addresses stand at {places} places; those less than {reach} m apart share a cell.").format(
        addresses=format_number(int((label >= 0).sum())),
        places=format_number(places),
        reach=format_number(PLACE_REACH),
    )
    return MadeUnits(cells, _streets_of(cells, addresses), [STREET], _no_findings(residents), info=[info])


def make_sections(
    streets: NamedStreets,
    barriers: Sequence[QgsGeometry],
    communes: Sequence[QgsGeometry],
    residents: Residents,
    addresses: pd.DataFrame,
    min_area: float,
    is_cancelled: Callable[[], bool],
) -> MadeUnits:
    """Make street sections; barriers that end near the boundary are carried on to it."""
    network = section_network(streets.streets.near(communes))
    closed = [*barriers, *carried_on(barriers, communes)]
    frames = [outline(commune) for commune in communes]
    ground = build_blocks(frames, closed, communes, residents, min_area, DivisionLimits(), is_cancelled)
    made = section_units(ground, residents.points, streets.of_address, network, is_cancelled)
    blocks = made.divided.ground
    further = _streets_of(blocks, addresses)
    code = np.where(made.section_of_unit >= 0, network.street[np.maximum(made.section_of_unit, 0)], -1)
    named = np.array([*streets.names, None], dtype=object)[code]
    further[STREET.name] = np.where(pd.notna(named), named, further[STREET.name])
    lines = _section_lines(streets, network, made)
    return MadeUnits(blocks, further, [STREET], _kinds(streets, made), lines, _section_info(network, made))


def _no_findings(residents: Residents) -> np.ndarray:
    return np.full(len(residents.points), "", dtype=object)


def _streets_of(blocks: Blocks, addresses: pd.DataFrame) -> pd.DataFrame:
    """Return the most frequent street of each unit's addresses."""
    count = len(blocks.polygons)
    unit = np.array([found[0] if found else -1 for found in blocks.candidates], dtype=int)
    known = STREET.name in addresses
    names = text_column(addresses[STREET.name]).replace("", None) if known else pd.Series([None] * len(unit))
    return pd.DataFrame({STREET.name: most_frequent(names, unit, count)}, dtype=object)


def _kinds(streets: NamedStreets, made: SectionUnits) -> np.ndarray:
    """Return the finding (n,) of each address: of another section's unit, or without a line of its street nearby."""
    unit = np.array([found[0] if found else -1 for found in made.divided.ground.candidates], dtype=int)
    own = made.joined[np.maximum(made.found.section, 0)] if len(made.joined) else made.found.section
    lies_in = made.section_of_unit[np.maximum(unit, 0)]
    other = (unit >= 0) & (made.found.section >= 0) & (lies_in != own)
    not_found = (unit >= 0) & (streets.of_address >= 0) & ~made.found.by_name
    known = (streets.streets.street >= 0).any()
    choices = [UnitFinding.OTHER_SECTION, UnitFinding.NAME_NOT_FOUND]
    return np.select([other, not_found & known], choices, default="").astype(object)


def _section_lines(streets: NamedStreets, network: SectionNetwork, made: SectionUnits) -> list[pd.DataFrame]:
    """Return the lines of the report on sections without addresses and on those that were joined."""
    short, empty = _joined_and_empty(made)
    names = np.array([*streets.names, None], dtype=object)[network.street]
    pairs = ((UnitFinding.EMPTY_SECTION, empty), (UnitFinding.SHORT_SECTION, short))
    return [section_findings(kind, names[rows], network.length[rows]) for kind, rows in pairs]


def _joined_and_empty(made: SectionUnits) -> tuple[np.ndarray, np.ndarray]:
    """Return the sections that were joined to another with addresses, and those whose street part has none."""
    joined = made.joined
    held = np.isin(joined, joined[np.maximum(made.found.section, 0)][made.found.section >= 0])
    own = np.arange(len(joined)) == joined
    return np.flatnonzero(~own & held), np.flatnonzero(~held)


def _section_info(network: SectionNetwork, made: SectionUnits) -> list[str]:
    short, empty = _joined_and_empty(made)
    total = len(network.street)
    sentence = tr(
        "{total} street sections between junctions: {used} with addresses, {short} short ones joined to their street's "
        "next, {empty} without addresses. {double} consist of several carriageways. {loose} loose parts joined a "
        "neighbouring unit."
    )
    numbers = {
        "total": total,
        "used": total - len(short) - len(empty),
        "short": len(short),
        "empty": len(empty),
        "double": network.double,
        "loose": made.divided.loose,
    }
    return [sentence.format(**{key: format_number(int(value)) for key, value in numbers.items()})]


def log_info(feedback: QgsProcessingFeedback, made: MadeUnits) -> None:
    """Write the sentences into the log."""
    for sentence in made.info:
        feedback.pushInfo(sentence)
