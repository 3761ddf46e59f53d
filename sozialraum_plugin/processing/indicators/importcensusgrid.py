"""Census grid files as polygons of cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.fields import CELL, CELL_SIZE, Kind
from ...core.indicators.census_grid import CensusGrid, read_census_grid
from ...core.messages import tr
from ...geo.cells import TouchingCells, cell_polygons
from ...geo.cleaning import clean_polygons
from ..algorithm import SozialraumAlgorithm, log_balance
from ..tables import read_rows, write_rows


class ImportCensusGrid(SozialraumAlgorithm):
    """Read a grid file of the Zensus and draw its cells."""

    algorithm_id = "importcensusgrid"
    stage = "indicators"

    INPUT = "INPUT"
    FIELDS = "FIELDS"
    AREA_OF_INTEREST = "AREA_OF_INTEREST"
    OUTPUT = "OUTPUT"
    CELLS = "CELLS"

    GRID_CRS = "EPSG:3035"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import census grid")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Reads a grid file of the Zensus (2011 or 2022; 100 m, 1 km or 10 km) and draws its cells as squares. For "
            "towns without a register: “Distribute population” then spreads the cells' inhabitants over addresses.\n\n"
            "The place of a cell is read from its id (CRS3035RES100mN2689100E4337000 or 100mN26891E43370), or from "
            "the coordinates of its middle (x_mp_100m, y_mp_100m, or x, y). Dashes, empty cells and the codes -1 and "
            "-9 mean that there is no value, not zero; they become NULL, and the log counts them by kind.\n\n"
            "Example: INPUT = Zensus2022_Bevoelkerungszahl_100m-Gitter.csv and the town's boundary as area of "
            "interest give the inhabited cells of the town."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("Grid file (CSV)"), fileFilter="CSV (*.csv *.txt)"),
            tr("CSV with one row a cell, as the Zensus delivers it: semicolons, decimal comma, UTF-8 or Windows-1252."),
        )
        self.add(
            QgsProcessingParameterString(self.FIELDS, tr("Columns"), optional=True),
            tr("Names of the columns to take, separated by commas. Left empty, all columns with values."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREA_OF_INTEREST,
                tr("Area of interest"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr("Polygons in any coordinate reference system; only cells that touch them are taken."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Grid cells"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            tr("Squares in EPSG:3035 with “gitter_id”, “zellgroesse” (metres) and the columns of the file."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.CELLS, tr("Number of cells")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, select, write."""
        crs = QgsCoordinateReferenceSystem(self.GRID_CRS)
        area = self._area(parameters, crs, context, feedback)
        path = Path(self.parameterAsFile(parameters, self.INPUT, context))
        names = self.parameterAsString(parameters, self.FIELDS, context).split(",")
        columns = [name.strip() for name in names if name.strip()]
        selection = None if area is None else TouchingCells(area)
        grid = read_census_grid(path, columns, selection, feedback.isCanceled)
        feedback.setProgress(60)

        cells = grid.cells
        polygons = cell_polygons(cells["east"], cells["north"], cells[CELL_SIZE.name])
        _log(feedback, grid)
        fields = [CELL, CELL_SIZE, *grid.fields]
        wkb_type = QgsWkbTypes.Type.Polygon
        output = write_rows(self, parameters, self.OUTPUT, context, feedback, cells, fields, polygons, wkb_type, crs)
        return {self.OUTPUT: output, self.CELLS: len(cells)}

    def _area(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> QgsGeometry | None:
        """Return the area of interest in the grid's CRS, None if there is none."""
        source = self.parameterAsSource(parameters, self.AREA_OF_INTEREST, context)
        if source is None:
            return None
        cleaned = clean_polygons(read_rows(source, feedback, [], crs, context, with_geometry=True)[1])
        if not cleaned.geometries:
            raise InputError(tr("“{layer}” holds no usable polygon.").format(layer=source.sourceName()))
        return QgsGeometry.unaryUnion(cleaned.geometries)


def _log(feedback: QgsProcessingFeedback, grid: CensusGrid) -> None:
    """Write the account of the cells, and that of the numbers in them."""
    balance = Balance(tr("grid cells"), grid.total)
    balance.add(tr("in the result"), len(grid.cells))
    balance.add(tr("outside the area of interest"), grid.outside)
    log_balance(feedback, balance)
    numeric = [field for field in grid.fields if field.kind is not Kind.TEXT]
    values = Balance(tr("values in these cells"), len(grid.cells) * len(numeric))
    values.add(tr("with a number"), values.total - sum(grid.marks.values()))
    for mark, count in grid.marks.items():
        values.add(mark, count)
    log_balance(feedback, values)
    if not len(grid.cells):
        feedback.pushWarning(tr("No cell of the grid touches the area of interest."))
