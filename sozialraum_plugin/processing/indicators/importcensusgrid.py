"""Census grid files as polygons or points of cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)

from ...core.errors import InputError
from ...core.fields import CELL, CELL_SIZE, Field
from ...core.indicators.census.census_files import GridFile, grid_files
from ...core.indicators.census.census_join import KEEP, JoinedGrid, read_census_grids, with_absent_cells
from ...core.indicators.census.grid_cells import short_ids
from ...core.indicators.transfers.transfer_tables import FLAG_SUFFIX
from ...core.messages import tr
from ...geo.cells import TouchingCells, cell_polygons
from ...geo.cleaning import clean_polygons
from ..tables import read_rows, write_rows
from ._census_log import log_census
from ._census_parameters import AUTO, BOTH, POINTS, SHORT, CensusParameters
from ._lists import split_list

SHORT_CELL = Field(f"{CELL.name}_kurz")  # 100mN26891E43370


class ImportCensusGrid(CensusParameters):
    """Read grid files of the Zensus and draw their cells."""

    algorithm_id = "importcensusgrid"
    stage = "indicators"

    CELLS = "CELLS"

    GRID_CRS = "EPSG:3035"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import census grid")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Reads grid files of the Zensus (2011 or 2022; 100 m, 1 km or 10 km), joins them by cell and draws the "
            "cells as squares or points. For towns without a register: “Transfer values to other areas” then brings "
            "the counts to your areas, or “Distribute population of grid cells” spreads them over addresses.\n\n"
            "The place of a cell is read from its id (CRS3035RES100mN2689100E4337000 or 100mN26891E43370), or from "
            "the coordinates of its middle (x_mp_100m, y_mp_100m, or x, y). Dashes, empty cells and the codes -1 and "
            "-9 mean that there is no value, not zero; they become NULL, and the log counts them by kind. Classes "
            "(“3 bis 5”, files with classed values) stay text in columns “…_klasse”. The long files of 2011 get one "
            "column for each value (alter_kurz_unter_18).\n\n"
            "Example: INPUT = Zensus2022_Bevoelkerungszahl.zip, SIZE = 100m and the town's boundary as area of "
            "interest give the inhabited cells of the town."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_files()
        self.add_area()
        self.add_results()
        self.addOutput(QgsProcessingOutputNumber(self.CELLS, tr("Number of cells")))

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, select, join, write."""
        crs = QgsCoordinateReferenceSystem(self.GRID_CRS)
        area = self._area(parameters, crs, context, feedback)
        columns = split_list(self.parameterAsString(parameters, self.FIELDS, context))
        selection = None if area is None else TouchingCells(area)
        joined = read_census_grids(self._files(parameters, context), columns, selection, feedback.isCanceled)
        feedback.setProgress(60)
        joined = self._with_absent(parameters, joined, area, context)
        log_census(feedback, joined)

        cells, fields = self._table(parameters, joined, context)
        size = cells[CELL_SIZE.name].astype(int)
        east, north = cells["east"].astype(int), cells["north"].astype(int)
        if self.parameterAsEnumString(parameters, self.GEOMETRY, context) == POINTS:
            middles = zip((east + size / 2).tolist(), (north + size / 2).tolist())
            shapes = [QgsGeometry.fromPointXY(QgsPointXY(x, y)) for x, y in middles]
            wkb_type = QgsWkbTypes.Type.Point
        else:
            shapes = cell_polygons(east.tolist(), north.tolist(), size.tolist())
            wkb_type = QgsWkbTypes.Type.Polygon
        output = write_rows(self, parameters, self.OUTPUT, context, feedback, cells, fields, shapes, wkb_type, crs)
        return {self.OUTPUT: output, self.CELLS: len(cells)}

    def _files(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[GridFile]:
        """Return the grid files; archives are looked into."""
        names = [self.parameterAsFile(parameters, self.INPUT, context)]
        if parameters.get(self.MORE_FILES) not in (None, "", []):
            names += self.parameterAsFileList(parameters, self.MORE_FILES, context)
        size = self.parameterAsEnumString(parameters, self.SIZE, context)
        return grid_files([Path(name) for name in dict.fromkeys(names) if name], "" if size == AUTO else size)

    def _with_absent(
        self,
        parameters: dict[str, Any],
        joined: JoinedGrid,
        area: QgsGeometry | None,
        context: QgsProcessingContext,
    ) -> JoinedGrid:
        """Add the cells of the area that no file has, if they are wanted."""
        choice = self.parameterAsEnumString(parameters, self.ABSENT, context)
        if choice == KEEP:
            return joined
        if area is None:
            raise InputError(tr("ABSENT needs an area of interest or an extent, else all of Europe would be absent."))
        box = area.boundingBox()
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        return with_absent_cells(joined, corners, TouchingCells(area), choice)

    def _table(
        self, parameters: dict[str, Any], joined: JoinedGrid, context: QgsProcessingContext
    ) -> tuple[pd.DataFrame, list[Field]]:
        """Return the cells with the wanted ids and flags, and their fields."""
        grid = joined.grid
        cells, values = grid.cells.copy(), list(grid.fields)
        if self.parameterAsBoolean(parameters, self.FLAGS, context):
            values = []
            for field in grid.fields:
                values.append(field)
                if field.name in grid.flags:
                    cells[f"{field.name}{FLAG_SUFFIX}"] = grid.flags[field.name].to_numpy()
                    values.append(Field(f"{field.name}{FLAG_SUFFIX}"))
        ids = [CELL]
        wanted = self.parameterAsEnumString(parameters, self.ID_FORMAT, context)
        if wanted in (SHORT, BOTH):
            corners = cells[["east", "north", CELL_SIZE.name]].astype(int).rename(columns={CELL_SIZE.name: "size"})
            cells[SHORT_CELL.name if wanted == BOTH else CELL.name] = short_ids(corners)
            ids += [SHORT_CELL] if wanted == BOTH else []
        return cells, [*ids, CELL_SIZE, *values]

    def _area(
        self,
        parameters: dict[str, Any],
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> QgsGeometry | None:
        """Return the area of interest within the extent, with its buffer, in the grid's CRS; None if there is none."""
        area = None
        source = self.parameterAsSource(parameters, self.AREA_OF_INTEREST, context)
        if source is not None:
            cleaned = clean_polygons(read_rows(source, feedback, [], crs, context, with_geometry=True)[1])
            if not cleaned.geometries:
                raise InputError(tr("“{layer}” holds no usable polygon.").format(layer=source.sourceName()))
            area = QgsGeometry.unaryUnion(cleaned.geometries)
        if parameters.get(self.EXTENT) not in (None, ""):
            extent = self.parameterAsExtentGeometry(parameters, self.EXTENT, context, crs)
            area = extent if area is None else area.intersection(extent)
            if area.isNull() or area.isEmpty():
                raise InputError(tr("The extent and the area of interest do not meet."))
        distance = self.parameterAsDouble(parameters, self.BUFFER, context)
        return area.buffer(distance, 8) if area is not None and distance > 0 else area
