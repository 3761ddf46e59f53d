"""The Stichtag matrix: which indicator has values for which year, as a table, a picture and a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.fields import (
    AREA,
    DATE_MATRIX,
    DENOMINATOR_DATE,
    FLAG,
    INDICATOR,
    INDICATOR_NAME,
    LEVEL,
    REFERENCE_DATE,
    TERRITORY,
    VALUE,
    Level,
)
from ...core.indicators.catalogue import merge, read_catalogue, select, shipped_catalogue
from ...core.indicators.date_matrix import Matrix, State, date_matrix
from ...core.indicators.date_matrix_page import counts_of, matrix_html, matrix_svg, summary
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..layers import layer_sources
from ..tables import read_table, write_rows
from ._lists import split_list

NEEDED = (AREA, LEVEL, INDICATOR, INDICATOR_NAME, REFERENCE_DATE, VALUE)
OPTIONAL = (TERRITORY, FLAG, DENOMINATOR_DATE)


class DateMatrix(SozialraumAlgorithm):
    """Tables `indikatoren` to the table `stichtagsmatrix`, its picture and its page."""

    algorithm_id = "datematrix"
    stage = "indicators"

    INPUT = "INPUT"
    LEVEL = "LEVEL"
    INDICATORS = "INDICATORS"
    CATALOGUE = "CATALOGUE"
    TERRITORY = "TERRITORY"
    FROM_YEAR = "FROM_YEAR"
    TO_YEAR = "TO_YEAR"
    OUTPUT = "OUTPUT"
    SVG = "SVG"
    HTML = "HTML"
    CELLS = "CELLS"
    GAPS = "GAPS"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Stichtag matrix")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Shows for which years there are values of each indicator: present, partial, estimated, missing, or only "
            "for another edition of the areas. So an office sees before the report what it still has to ask for, and "
            "which series break.\n"
            "One row of the result is one indicator in one year, with its Stichtage, that of the denominator, the "
            "number of areas with a value, hidden, estimated and missing, and a sentence. The picture tells the states "
            "apart by symbol and shade; the page has every cell in words as well. A hidden value counts as present.\n"
            "Example: INPUT=indikatoren LEVEL=sozialraum INDICATORS=Basis 20 HTML=stichtage.html."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_inputs()
        self._add_bounds()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Stichtag matrix"), QgsProcessing.SourceType.TypeVector),
            tr(
                "Columns: ebene, indikator, indikator_name, jahr, zustand, stichtage, stichtag_nenner, anzahl_gebiete, "
                "mit_wert, geheim, geschaetzt, ohne_wert, gebietsstand, hinweis."
            ),
        )
        files = (
            (self.SVG, tr("Picture"), "SVG (*.svg)", tr("The matrix as a picture for a report or a layout.")),
            (self.HTML, tr("Page"), "HTML (*.html)", tr("The picture with every cell in words below it.")),
        )
        for name, title, file_filter, help_text in files:
            file = QgsProcessingParameterFileDestination(name, title, file_filter, optional=True, createByDefault=False)
            self.add(file, help_text)
        self.addOutput(QgsProcessingOutputNumber(self.CELLS, tr("Number of cells")))
        self.addOutput(QgsProcessingOutputNumber(self.GAPS, tr("Number of cells that are not present")))

    def _add_inputs(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.INPUT, tr("Tables of indicators"), QgsProcessing.SourceType.TypeVector
            ),
            tr("One or several long tables from “Compute indicators”, also for different editions of the areas."),
        )
        self.add(
            QgsProcessingParameterString(self.LEVEL, tr("Level"), defaultValue=Level.SOCIAL_AREA),
            tr("Level of the areas: quartier, sozialraum, gemeinde, kreis, or another value of “ebene”."),
        )
        self.add(
            QgsProcessingParameterString(self.INDICATORS, tr("Indicators"), optional=True),
            tr(
                "Codes, themes or sets of the catalogue that should be there, separated by commas; what has no "
                "value at all is shown as missing. Empty: those of the tables."
            ),
        )

    def _add_bounds(self) -> None:
        self.add(
            QgsProcessingParameterFile(self.CATALOGUE, tr("Own catalogue"), optional=True, extension="csv"),
            tr("CSV in the format of the shipped catalogue, if INDICATORS names own codes or sets."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(self.TERRITORY, tr("Edition of the areas"), optional=True),
            tr("Gebietsstand that counts as the present one. Empty: that of the newest Stichtag."),
            advanced=True,
        )
        integer = QgsProcessingParameterNumber.Type.Integer
        for name, title, help_text in (
            (self.FROM_YEAR, tr("First year"), tr("First column of the matrix. Empty: the first year of the tables.")),
            (self.TO_YEAR, tr("Last year"), tr("Last column of the matrix. Empty: the last year of the tables.")),
        ):
            self.add(QgsProcessingParameterNumber(name, title, integer, None, optional=True), help_text, advanced=True)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, sort out, write."""
        table = self._read(parameters, context, feedback)
        feedback.setProgress(40)
        matrix = date_matrix(
            table,
            self.parameterAsString(parameters, self.LEVEL, context).strip(),
            self._wanted(parameters, context),
            self.parameterAsString(parameters, self.TERRITORY, context).strip(),
            self._year(parameters, self.FROM_YEAR, context),
            self._year(parameters, self.TO_YEAR, context),
        )
        check_cancelled(feedback)
        _log(matrix, table, feedback)
        files = {
            name: _write(self.parameterAsFileOutput(parameters, name, context), draw(matrix))
            for name, draw in ((self.SVG, matrix_svg), (self.HTML, matrix_html))
            if parameters.get(name)
        }
        return {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, matrix.table, DATE_MATRIX),
            self.CELLS: len(matrix.table),
            self.GAPS: len(matrix.table) - counts_of(matrix)[State.PRESENT],
            **files,
        }

    def _read(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> pd.DataFrame:
        """Return the rows of all tables, with the columns that each of them has."""
        tables = []
        for source in layer_sources(self, parameters, self.INPUT, context):
            there = source.fields().names()
            names = [column.name for column in NEEDED]
            names += [column.name for column in OPTIONAL if column.name in there]
            tables.append(read_table(source, feedback, names))
        if not tables:
            raise InputError(tr("INPUT: choose at least one table of indicators."))
        return pd.concat(tables, ignore_index=True)

    def _wanted(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[tuple[str, str]]:
        entries = split_list(self.parameterAsString(parameters, self.INDICATORS, context))
        if not entries:
            return []
        own = self.parameterAsFile(parameters, self.CATALOGUE, context)
        catalogue = merge(shipped_catalogue(), read_catalogue(Path(own)) if own else [])
        return [(indicator.code, indicator.name) for indicator in select(catalogue, entries)]

    def _year(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> int | None:
        return None if parameters.get(name) is None else self.parameterAsInt(parameters, name, context)


def _write(path: str, text: str) -> str:
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(
            tr("The file {file} cannot be written: {reason}.").format(file=path, reason=error.strerror)
        ) from error
    return path


def _log(matrix: Matrix, table: pd.DataFrame, feedback: QgsProcessingFeedback) -> None:
    """Account for every row, and say the matrix in a sentence."""
    dated = table[REFERENCE_DATE.name].notna()
    level = table[LEVEL.name] == matrix.level
    years = table[REFERENCE_DATE.name].map(lambda day: day is not None and int(day[:4]) in matrix.years)
    chosen = table[INDICATOR.name].isin([code for code, _ in matrix.indicators])
    balance = Balance(tr("indicator values"), len(table))
    balance.add(tr("without a Stichtag"), int((~dated).sum()))
    balance.add(tr("of other levels"), int((dated & ~level).sum()))
    balance.add(tr("of years outside the matrix"), int((dated & level & ~years).sum()))
    balance.add(tr("of indicators outside the matrix"), int((dated & level & years & ~chosen).sum()))
    balance.add(tr("in the matrix"), int((dated & level & years & chosen).sum()))
    log_balance(feedback, balance)
    feedback.pushInfo(summary(matrix))
