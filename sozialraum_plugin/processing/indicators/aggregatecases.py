"""Rows about persons, households or cases become counts per area; nothing about a single one is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsVectorLayer,
)

from ...core import fields
from ...core.errors import InputError
from ...core.indicators.aggregation import iso_date
from ...core.indicators.cases.case_columns import refuse_personal_columns
from ...core.indicators.cases.case_rates import RATES, bases_of_population, rates, shares_of_total
from ...core.indicators.cases.case_report import CASE_REPORT, case_report
from ...core.messages import tr
from ..algorithm import check_cancelled
from ..tables import read_table, required_source, write_rows
from ._case_log import log_cases
from ._case_parameters import INTERNAL, CaseParameters
from ._case_places import Areas, Placed, place_by_addresses, place_by_directory, read_area_list, sentences
from ._case_selection import Selection, select_cases
from ._case_source import file_of, read_cases
from ._case_tally import Tally, tally


@dataclass(frozen=True)
class _Run:
    """What was read: the rows that count, where they lie, and the areas that get counts."""

    selection: Selection
    placed: Placed
    codes: list[str]
    areas: Areas | None


class AggregateCases(CaseParameters):
    """Person rows to counts and rates per area."""

    algorithm_id = "aggregatecases"
    stage = "indicators"

    OUTPUT = "OUTPUT"
    RATES = "RATES"
    REPORT = "REPORT"
    ROWS = "ROWS"
    COUNTED = "COUNTED"
    UNMATCHED = "UNMATCHED"
    HIDDEN = "HIDDEN"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Count cases per area")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Turns rows about persons, households or cases (an extract of the residents' register, a case list of the "
            "Jugendamt) into counts and rates per area, by age group, sex, nationality and any other category.\n\n"
            "Confidentiality: the rows exist in memory only, never in a layer, a file or the log. Columns that tell "
            "who a person is end the run, unless IGNORE_FIELDS drops them; a birth date becomes an age at once. Cases "
            "without an area are counted and listed by street only; in publication mode streets with fewer than three "
            "cases are put together, and so are categories with fewer cases than MIN_COUNT.\n\n"
            "Method: each row finds its address in ADDRESSES (see “Match addresses”) and so its area, or its area in a "
            "street directory. A doubtful address gets no area. Ages are full years at the Stichtag. The variables "
            "carry the names of the indicators' catalogue: E, E_u3, E_3_u6, E_M_00, AUSL, HH. Every row is in a count "
            "or, with its reason, in the balance of the log.\n\n"
            "Use: MODE internal for “Compute indicators”, which needs all counts and hides small ones by itself; its "
            "output must not leave the office. MODE publication (default) hides counts from 1 to below MIN_COUNT and "
            "further ones by which they could be computed: for a table that goes out as it is. Age groups that "
            "overlap (18+ beside 15-64) give the counts between them away, so many more are hidden: publish groups "
            "without overlap.\n\n"
            "Example: INPUT melderegister.csv, STREET_KEY_FIELD Strassenschluessel, NUMBER_FIELD Hausnummer, "
            "SUFFIX_FIELD Zusatz, ADDRESSES adressen, BIRTH_FIELD Geburtsdatum, AGE_GROUPS katalog, REFERENCE_DATE "
            "31.12.2025, RESIDENCE_FIELD Wohnungsstatus, IGNORE_FIELDS Familienname."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self.add_cases()
        self.add_places()
        self.add_counting()
        self.add_choice_of_cases()
        self.add_publication()
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Counts per area"), vector),
            tr("Table with “gebiet, merkmal, stichtag, wert, kennzeichen, quelle”."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.RATES, tr("Rates per area"), vector, optional=True, createByDefault=False
            ),
            tr("Table of rates: gebiet, merkmal, stichtag, wert, zaehler, nenner, kennzeichen, quelle."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.REPORT, tr("Cases without an area"), vector, optional=True, createByDefault=False
            ),
            tr("Table of the streets of cases without an area: street, number of cases, reason. No single case."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Rows of the result")))
        self.addOutput(QgsProcessingOutputNumber(self.COUNTED, tr("Cases counted")))
        self.addOutput(QgsProcessingOutputNumber(self.UNMATCHED, tr("Cases without an area")))
        self.addOutput(QgsProcessingOutputNumber(self.HIDDEN, tr("Number of hidden values")))

    def checkParameterValues(  # noqa: N802 - QGIS's name
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Let QGIS check all but a file of cases, which it would open as a layer."""
        if file_of(parameters.get(self.INPUT)) is not None:
            parameters = {**parameters, self.INPUT: QgsVectorLayer("NoGeometry?field=a:string", "file", "memory")}
        return super().checkParameterValues(parameters, context)

    def _missing_field(
        self, definition: QgsProcessingParameterField, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> str:
        """Leave the columns of the cases to their reader, which finds the head of a file itself."""
        if definition.parentLayerParameterName() == self.INPUT:
            return ""
        return super()._missing_field(definition, parameters, context)

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, choose, place, count, hide, write, account."""
        stichtag = iso_date(self.parameterAsString(parameters, self.REFERENCE_DATE, context))
        publication = self.parameterAsEnumString(parameters, self.MODE, context) != INTERNAL
        least = self.parameterAsInt(parameters, self.MIN_COUNT, context) if publication else 0
        run = self._read(parameters, stichtag, context, feedback)
        feedback.setProgress(60)
        counted = tally(
            self, parameters, run.selection, run.placed.area, run.codes, run.areas, stichtag, least, context,
            lambda: check_cancelled(feedback),
        )  # fmt: skip
        check_cancelled(feedback)
        feedback.setProgress(80)
        report = self._report(run.placed, publication)
        results = {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, counted.counts, fields.COUNTS),
            self.RATES: self._rates(parameters, counted, least, publication, context, feedback),
            self.REPORT: write_rows(self, parameters, self.REPORT, context, feedback, report, CASE_REPORT),
            self.ROWS: len(counted.counts),
            self.COUNTED: int((run.placed.area != "").sum()),
            self.UNMATCHED: int((run.placed.area == "").sum()),
            self.HIDDEN: int((counted.counts[fields.FLAG.name] != "").sum()),
        }
        log_cases(run.selection, run.placed, counted, report, feedback)
        return {name: value for name, value in results.items() if value is not None}

    def _read(
        self,
        parameters: dict[str, Any],
        stichtag: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> _Run:
        """Return the cases that count with their areas; what of them is not needed any more is gone after this."""
        roles = self._roles(parameters, context)
        used = self._used(parameters, roles, context)
        sheet = self.parameterAsString(parameters, self.SHEET, context)
        areas = self._areas(parameters, context, feedback)
        cases = read_cases(self, parameters, self.INPUT, used, sheet, context, feedback)
        birth = self.parameterAsString(parameters, self.BIRTH_FIELD, context)
        ignored = set(self.parameterAsFields(parameters, self.IGNORE_FIELDS, context)) - set(used)
        refuse_personal_columns(cases.sample, birth, list(roles.values()), ignored, int(stichtag[:4]))
        feedback.setProgress(20)
        selection = select_cases(self, parameters, cases, stichtag, context)
        cases = replace(cases, table=pd.DataFrame(), sample={})
        check_cancelled(feedback)
        placed, codes = self._place(parameters, selection.table, roles, areas, context, feedback)
        if not codes:
            raise InputError(tr("No area has a code, so nothing can be counted. Check the field with the area's code."))
        return _Run(replace(selection, table=selection.table.drop(columns=list(roles.values()))), placed, codes, areas)

    def _roles(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, str]:
        """Return the chosen column of each part of an address."""
        names = {
            self.STREET_FIELD: fields.STREET, self.NUMBER_FIELD: fields.HOUSE_NUMBER, self.SUFFIX_FIELD: fields.SUFFIX,
            self.STREET_KEY_FIELD: fields.STREET_KEY, self.POSTCODE_FIELD: fields.POSTCODE,
            self.DISTRICT_FIELD: fields.DISTRICT_PART, self.COMMUNE_FIELD: fields.COMMUNE,
        }  # fmt: skip
        chosen = {field.name: self.parameterAsString(parameters, name, context) for name, field in names.items()}
        if not chosen[fields.STREET.name] and not chosen[fields.STREET_KEY.name]:
            raise InputError(tr("Name the column of the street key (STREET_KEY_FIELD) or street name (STREET_FIELD)."))
        return {role: column for role, column in chosen.items() if column}

    def _used(self, parameters: dict[str, Any], roles: dict[str, str], context: QgsProcessingContext) -> list[str]:
        """Return the columns that are read, each once."""
        single = (
            self.BIRTH_FIELD, self.AGE_FIELD, self.SEX_FIELD, self.NATIONALITY_FIELD, self.RESIDENCE_FIELD,
            self.WEIGHT_FIELD, self.HOUSEHOLD_FIELD,
        )  # fmt: skip
        named = [self.parameterAsString(parameters, name, context) for name in single]
        categories = self.parameterAsFields(parameters, self.CATEGORY_FIELDS, context)
        if self.parameterAsString(parameters, self.BIRTH_FIELD, context) in categories:
            raise InputError(tr("CATEGORY_FIELDS holds the column of the births. Use AGE_GROUPS for it."))
        named += categories
        return list(dict.fromkeys(column for column in (*roles.values(), *named) if column))

    def _areas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Areas | None:
        code_field = self.parameterAsString(parameters, self.AREA_CODE_FIELD, context) or fields.AREA.name
        return read_area_list(self, parameters, self.AREAS, code_field, context, feedback)

    def _place(
        self,
        parameters: dict[str, Any],
        table: pd.DataFrame,
        roles: dict[str, str],
        areas: Areas | None,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[Placed, list[str]]:
        by_directory = parameters.get(self.DIRECTORY) not in (None, "")
        if by_directory == (parameters.get(self.ADDRESSES) not in (None, "")):
            raise InputError(
                tr("Give either an address list (ADDRESSES) or a street directory (DIRECTORY) to place the cases by.")
            )
        if by_directory:
            directory = read_table(required_source(self, parameters, self.DIRECTORY, context), feedback)
            column = self.parameterAsString(parameters, self.DIRECTORY_AREA_FIELD, context) or None
            return place_by_directory(table, roles, directory, column, areas)
        source = required_source(self, parameters, self.ADDRESSES, context)
        area_field = self.parameterAsString(parameters, self.ADDRESS_AREA_FIELD, context) or fields.AREA.name
        code_field = self.parameterAsString(parameters, self.AREA_CODE_FIELD, context) or fields.AREA.name
        return place_by_addresses(self, table, roles, source, area_field, code_field, areas, context, feedback)

    def _rates(
        self,
        parameters: dict[str, Any],
        counted: Tally,
        least: int,
        publication: bool,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str | None:
        """Write the rates and return their table's id; None if nobody asked for them."""
        if parameters.get(self.RATES) in (None, ""):
            return None
        population, bases = counted.counts, shares_of_total(counted.persons, counted.prefix)
        if parameters.get(self.POPULATION) not in (None, ""):
            source = required_source(self, parameters, self.POPULATION, context)
            population = read_table(source, feedback, [field.name for field in fields.COUNTS])
            whole = self.parameterAsString(parameters, self.POPULATION_VARIABLE, context)
            bases = bases_of_population(counted.persons, counted.prefix, population, whole)
        factor = self.parameterAsDouble(parameters, self.FACTOR, context)
        smallest = self.parameterAsInt(parameters, self.MIN_BASE, context) if publication else 0
        table = rates(counted.persons, bases, population, factor, least, smallest)
        return write_rows(self, parameters, self.RATES, context, feedback, table, RATES)

    @staticmethod
    def _report(placed: Placed, publication: bool) -> pd.DataFrame:
        lost = placed.area == ""
        return case_report(placed.street[lost], placed.reason[lost], sentences(), publication)
