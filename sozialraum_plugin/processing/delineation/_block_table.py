"""The rows of the blocks: code, commune, Ortsteil and sums, and what the log says about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsProcessingFeedback

from ...core.balance import Balance
from ...core.delineation.numbering import numbered_codes
from ...core.delineation.shares import Share
from ...core.delineation.unit_table import most_frequent, summed_counts
from ...core.fields import ADDRESS_COUNT, BLOCK, BLOCKS, COMMUNE, DISTRICT_PART, POPULATION, Field, Kind
from ...core.messages import tr
from ...core.numbers import format_number
from ...geo.blocks import Blocks, centroids
from ...geo.network_faces import OUTSIDE_REACH
from ..algorithm import log_balance

_NO_COMMUNE_PREFIX = "B"


@dataclass(frozen=True)
class DescribedBlocks:
    """The table of the blocks sorted by code, its fields and polygons, and each address's block code or None."""

    table: pd.DataFrame
    fields: list[Field]
    polygons: list[QgsGeometry]
    code_of_address: np.ndarray


@dataclass(frozen=True)
class FurtherColumns:
    """Columns that blocks have besides: a `table` with a row for each block, and its `fields`."""

    table: pd.DataFrame
    fields: Sequence[Field]


def joined_columns(parts: Sequence[FurtherColumns]) -> FurtherColumns:
    """Return the columns of several tables side by side."""
    tables = [part.table for part in parts]
    return FurtherColumns(pd.concat(tables, axis=1), [field for part in parts for field in part.fields])


def describe(
    blocks: Blocks,
    commune_codes: np.ndarray,
    addresses: pd.DataFrame,
    sums: Mapping[str, Field],
    shares: Sequence[Share],
    further: FurtherColumns | None = None,
) -> DescribedBlocks:
    """Number the blocks and sum their addresses; `sums` maps columns of the addresses to fields of the blocks."""
    count = len(blocks.polygons)
    prefix = commune_codes[blocks.commune]
    codes = numbered_codes(prefix, *centroids(blocks.polygons).T, _NO_COMMUNE_PREFIX)
    order = np.argsort(codes.astype(str))
    rank = np.argsort(order)
    unit = np.array([min(rank[found]) if found else -1 for found in blocks.candidates], dtype=int)

    table = summed_counts(addresses, unit, count, list(sums))
    table = table.rename(columns={column: field.name for column, field in sums.items()})
    table[BLOCK.name] = codes[order]
    table[COMMUNE.name] = [code or None for code in prefix[order]]
    known = DISTRICT_PART.name in addresses
    table[DISTRICT_PART.name] = most_frequent(addresses[DISTRICT_PART.name], unit, count) if known else None
    if POPULATION.name not in table:
        table[POPULATION.name] = None
    further = further or FurtherColumns(pd.DataFrame(index=range(count)), ())
    for field in further.fields:
        table[field.name] = further.table[field.name].to_numpy()[order]
    for share in shares:
        table[share.name] = share.of(table)
    share_fields = [Field(share.name, Kind.REAL) for share in shares]
    fields = {field.name: field for field in (*BLOCKS, *further.fields, *sums.values(), *share_fields)}
    code_or_none = np.append(codes[order], None)  # the last, at -1, is for addresses in no block
    return DescribedBlocks(table, list(fields.values()), [blocks.polygons[row] for row in order], code_or_none[unit])


def log_blocks(
    feedback: QgsProcessingFeedback,
    blocks: Blocks,
    made: DescribedBlocks,
    addresses: pd.DataFrame,
    points: np.ndarray,
    units: str = "",
) -> None:
    """Write the account of the addresses and what a planner wants to know of the blocks, or of other `units`."""
    _log_addresses(feedback, blocks, made, points)
    _warn_of_other_communes(feedback, made, addresses)
    if blocks.divided:
        feedback.pushInfo(
            tr(
                "{faces} large or crowded faces were divided into {parts} parts: among their streets, or as open "
                "country among the adjoining blocks."
            ).format(faces=format_number(blocks.divided), parts=format_number(blocks.parts))
        )
    values = {
        "used": format_number(int((made.table[ADDRESS_COUNT.name] > 0).sum())),
        "area": format_number(float(np.median([polygon.area() for polygon in made.polygons]))),
        "slivers": format_number(blocks.slivers),
    }
    count = format_number(len(made.table))
    if units:
        sentence = tr(
            "{count} {units}, {used} of them with addresses; median area {area} m²; {slivers} slivers were merged."
        )
        feedback.pushInfo(sentence.format(count=count, units=units, **values))
    else:
        sentence = tr(
            "{blocks} blocks, {used} of them with addresses; median area {area} m²; {slivers} slivers were merged."
        )
        feedback.pushInfo(sentence.format(blocks=count, **values))


def _log_addresses(feedback: QgsProcessingFeedback, blocks: Blocks, made: DescribedBlocks, points: np.ndarray) -> None:
    """Write the account of the addresses."""
    assigned = int(pd.notna(made.code_of_address).sum())
    without_point = int(np.isnan(points).any(axis=1).sum())
    outside = len(points) - assigned - without_point
    balance = Balance(tr("addresses"), len(points))
    balance.add(tr("in a block"), assigned - blocks.outside_matched)
    balance.add(tr("outside the boundary, put into the nearest block"), blocks.outside_matched)
    balance.add(tr("outside the boundary, in no block"), outside)
    balance.add(tr("without a point, in no block"), without_point)
    log_balance(feedback, balance)
    if outside:
        feedback.pushWarning(
            tr("{count} addresses lie more than {reach} m outside the boundary and are in no block.").format(
                count=format_number(outside), reach=format_number(OUTSIDE_REACH)
            )
        )


def _warn_of_other_communes(feedback: QgsProcessingFeedback, made: DescribedBlocks, addresses: pd.DataFrame) -> None:
    """Say how many addresses carry another commune than the block in which they lie."""
    if COMMUNE.name not in addresses:
        return
    commune_of_block = made.table.set_index(BLOCK.name)[COMMUNE.name]
    found = commune_of_block.reindex(made.code_of_address).to_numpy(dtype=object)
    stated = addresses[COMMUNE.name].to_numpy(dtype=object)
    different = int((pd.notna(found) & pd.notna(stated) & (found != stated)).sum())
    if different:
        feedback.pushWarning(
            tr("{count} addresses lie in another commune than their field “{field}” says.").format(
                count=format_number(different), field=COMMUNE.name
            )
        )
