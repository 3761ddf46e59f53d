"""Counts of census cells distributed to addresses, each cell's total conserved."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from ...core import fields
from ...core.addresses.apportionment import Distribution, distribute
from ...core.addresses.cell_account import REPORT_FIELDS, CellOutcome, account, cell_balances
from ...core.balance import Balance
from ...core.messages import tr
from ...geo.point_in_polygon import PointIndex
from ..algorithm import SozialraumAlgorithm, log_balance
from ..tables import metric_crs, point_coordinates, read_rows, required_source, write_rows
from ._cells import (
    Cells,
    address_weights,
    cells_of_addresses,
    members_of_cells,
    order_of_addresses,
    read_cells,
    report_geometries,
)
from ._counts import count_columns, fields_beside


class DistributePopulation(SozialraumAlgorithm):
    """Census cells to addresses."""

    algorithm_id = "distributepopulation"
    stage = "addresses"

    ADDRESSES = "ADDRESSES"
    CELLS = "CELLS"
    COUNT_FIELDS = "COUNT_FIELDS"
    POPULATION_FIELD = "POPULATION_FIELD"
    CELL_FIELD = "CELL_FIELD"
    BUILDINGS = "BUILDINGS"
    BUILDING_WEIGHT_FIELD = "BUILDING_WEIGHT_FIELD"
    MAX_DISTANCE = "MAX_DISTANCE"
    OUTPUT = "OUTPUT"
    REPORT = "REPORT"
    DISTRIBUTED = "DISTRIBUTED"
    UNDISTRIBUTED = "UNDISTRIBUTED"
    WITHOUT_VALUE = "WITHOUT_VALUE"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Distribute population of grid cells")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Brings the counts of census grid cells (or of any other areas) to the addresses in them, for towns that "
            "have no register counts per address.\n\n"
            "Within each cell the count is shared out in whole numbers by the method of the largest remainder, so "
            "that each cell's total is conserved exactly. An address weighs as much as its share of the footprint of "
            "its building (the one it stands in, else the nearest within 30 m), times storeys or dwellings if known; "
            "without buildings all addresses weigh the same. What an inhabited cell without addresses holds goes to "
            "the 10 addresses nearest to its centre, if they lie within the greatest distance, else it stays "
            "undistributed and is reported. Negative marks (-1, -9, -9999), symbols and empty cells are no values.\n\n"
            "Example: ADDRESSES adressen, CELLS zensus_1km, COUNT_FIELDS “Einwohner”, BUILDINGS gebaeude. A second "
            "grid is added by running the algorithm again on its own result."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.ADDRESSES, tr("Addresses"), [QgsProcessing.SourceType.TypeVectorPoint]
            ),
            tr("Address points; their columns come through."),
        )
        self._add_cells()
        self._add_buildings()
        self.add(
            QgsProcessingParameterDistance(
                self.MAX_DISTANCE, tr("Greatest distance"), 1500.0, self.ADDRESSES, minValue=0.0
            ),
            tr(
                "How far from its centre, in metres, an inhabited cell without addresses may look for the nearest "
                "addresses. 0: never."
            ),
        )
        self._add_outputs()

    def _add_cells(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.CELLS, tr("Cells with counts"), [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            tr("Polygons, such as the 100 m or 1 km cells of the census, in any CRS. They should not overlap."),
        )
        self.add(
            QgsProcessingParameterField(
                self.COUNT_FIELDS, tr("Counts"), parentLayerParameterName=self.CELLS, allowMultiple=True
            ),
            tr("Columns of the cells with whole numbers that are distributed, each for itself."),
        )
        self.add(
            QgsProcessingParameterField(
                self.POPULATION_FIELD, tr("Inhabitants"), parentLayerParameterName=self.CELLS, optional=True
            ),
            tr(
                "The count that is the number of inhabitants; it comes out as “einwohner”. Empty: the first count, "
                "unless the addresses have “einwohner” already from an earlier run."
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.CELL_FIELD, tr("Id of the cells"), parentLayerParameterName=self.CELLS, optional=True
            ),
            tr("Column that names the cells in the report, such as gitter_id_100m."),
            advanced=True,
        )

    def _add_buildings(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.BUILDINGS, tr("Buildings"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            tr("Footprints of the residential buildings; an address weighs by the area of its building."),
        )
        self.add(
            QgsProcessingParameterField(
                self.BUILDING_WEIGHT_FIELD,
                tr("Storeys or dwellings"),
                parentLayerParameterName=self.BUILDINGS,
                optional=True,
            ),
            tr("Column of the buildings by which their area is multiplied. Where it is empty, its median counts."),
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Addresses with counts"), QgsProcessing.SourceType.TypeVectorPoint
            ),
            tr(
                "The addresses with one column of whole numbers for each count. It is NULL, unknown, for addresses "
                "outside all cells."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT,
                tr("Report"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            tr("One row for each cell and count: what became of it, how much was distributed, how much not."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.DISTRIBUTED, tr("Inhabitants distributed")))
        self.addOutput(QgsProcessingOutputNumber(self.UNDISTRIBUTED, tr("Inhabitants not distributed")))
        self.addOutput(QgsProcessingOutputNumber(self.WITHOUT_VALUE, tr("Cells without a number of inhabitants")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, put addresses into cells, weigh, distribute, write, account."""
        source = required_source(self, parameters, self.ADDRESSES, context)
        crs = metric_crs(source)
        addresses, points = read_rows(source, feedback, crs=crs, context=context, with_geometry=True)
        index = PointIndex(point_coordinates(points))
        cells = self._cells(parameters, context, feedback, crs)
        feedback.setProgress(20)
        cell_of_address = cells_of_addresses(index, cells, feedback)
        feedback.setProgress(40)
        weights = self._weights(parameters, context, feedback, index, crs)
        feedback.setProgress(60)
        members = members_of_cells(
            index, cells, cell_of_address, self.parameterAsDouble(parameters, self.MAX_DISTANCE, context)
        )
        order = order_of_addresses(addresses)
        results = {
            name: distribute(counts.values, members, weights, order, ~(counts.hidden | counts.missing))
            for name, counts in cells.counts.items()
        }
        reports = self._reports(cells, cell_of_address, results)
        kept = fields_beside(source, list(results), feedback)
        table = addresses[[field.name for field in kept]].assign(**{n: _at_addresses(r) for n, r in results.items()})
        layout = [*kept, *(fields.Field(name, fields.Kind.INTEGER) for name in results)]
        output = write_rows(
            self, parameters, self.OUTPUT, context, feedback, table, layout, points, source.wkbType(), crs
        )
        report = write_rows(
            self, parameters, self.REPORT, context, feedback, pd.concat(reports.values(), ignore_index=True),
            REPORT_FIELDS, report_geometries(cells, len(reports)), QgsWkbTypes.Type.MultiPolygon, crs,
        )  # fmt: skip
        self._log(feedback, cell_of_address, next(iter(results.values())).known, reports)
        return {self.OUTPUT: output, self.REPORT: report, **self._numbers(next(iter(reports.values())))}

    def _cells(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        crs: QgsCoordinateReferenceSystem,
    ) -> Cells:
        source = required_source(self, parameters, self.CELLS, context)
        addresses = required_source(self, parameters, self.ADDRESSES, context).fields().names()
        first_is_population = fields.POPULATION.name not in addresses
        chosen = count_columns(self, parameters, context, self.COUNT_FIELDS, self.POPULATION_FIELD, first_is_population)
        name_field = self.parameterAsString(parameters, self.CELL_FIELD, context)
        return read_cells(source, chosen, name_field, crs, context, feedback)

    def _weights(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        index: PointIndex,
        crs: QgsCoordinateReferenceSystem,
    ) -> np.ndarray:
        buildings = self.parameterAsSource(parameters, self.BUILDINGS, context)
        column = self.parameterAsString(parameters, self.BUILDING_WEIGHT_FIELD, context)
        return address_weights(buildings, column, index, crs, context, feedback)

    @staticmethod
    def _reports(
        cells: Cells, cell_of_address: np.ndarray, results: dict[str, Distribution]
    ) -> dict[str, pd.DataFrame]:
        """Return the account of each count, cell by cell."""
        inside = np.bincount(cell_of_address[cell_of_address >= 0], minlength=len(cells.geometries))
        return {
            name: account(name, cells.names, cells.counts[name], inside, result) for name, result in results.items()
        }

    @staticmethod
    def _log(
        feedback: QgsProcessingFeedback,
        cell_of_address: np.ndarray,
        known: np.ndarray,
        reports: dict[str, pd.DataFrame],
    ) -> None:
        """Account for addresses, cells and counts; `known` (n,) tells which addresses have a count."""
        addresses = Balance(tr("addresses"), len(cell_of_address))
        outside = cell_of_address < 0
        addresses.add(tr("in a cell"), int((~outside & known).sum()))
        addresses.add(tr("in a cell without a number: unknown (NULL), not 0"), int((~outside & ~known).sum()))
        addresses.add(tr("outside all cells, with a share of a cell without addresses"), int((outside & known).sum()))
        addresses.add(tr("outside all cells or without a point: unknown (NULL), not 0"), int((outside & ~known).sum()))
        log_balance(feedback, addresses)
        for name, report in reports.items():
            for balance in cell_balances(name, report):
                log_balance(feedback, balance)

    def _numbers(self, report: pd.DataFrame) -> dict[str, int]:
        """Return the output numbers from the report on the inhabitants."""
        without = report[fields.REASON.name].isin([CellOutcome.HIDDEN, CellOutcome.MISSING])
        return {
            self.DISTRIBUTED: int(report[fields.DISTRIBUTED.name].sum()),
            self.UNDISTRIBUTED: int(report[fields.UNDISTRIBUTED.name].sum()),
            self.WITHOUT_VALUE: int(without.sum()),
        }


def _at_addresses(result: Distribution) -> np.ndarray:
    """Return the counts (n,), None where they are unknown."""
    return np.where(result.known, result.at_address.astype(object), None)
