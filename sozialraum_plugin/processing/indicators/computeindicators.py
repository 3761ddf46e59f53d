"""Compute the indicators of the catalogue for all areas, levels and Stichtage at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.fields import AREA, AREA_NAME, COUNTS, INDICATORS, LEVEL, PARENT, TERRITORY, Field
from ...core.indicators.catalogue import Indicator, merge, read_catalogue, select, shipped_catalogue
from ...core.indicators.compute import Computed, compute_indicators, hidden_rows
from ...core.indicators.keys.key_joins import diagnose
from ...core.indicators.protection.primary_protection import Thresholds
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm, check_cancelled, log_balance
from ..layers import layer_sources
from ..tables import read_table, required_source, write_rows
from ._lists import split_list

PUBLICATION = "publication"
INTERNAL = "internal"
LISTED = 20


class ComputeIndicators(SozialraumAlgorithm):
    """Counts, areas and catalogue to the long table `indikatoren`."""

    algorithm_id = "computeindicators"
    stage = "indicators"

    COUNTS = "COUNTS"
    AREAS = "AREAS"
    CATALOGUE = "CATALOGUE"
    INDICATORS = "INDICATORS"
    TERRITORY = "TERRITORY"
    MODE = "MODE"
    MIN_COUNT = "MIN_COUNT"
    MIN_BASE = "MIN_BASE"
    OUTPUT = "OUTPUT"
    ROWS = "ROWS"
    HIDDEN = "HIDDEN"

    def title(self) -> str:
        """Return the name in the toolbox."""
        return tr("Compute indicators")

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        return tr(
            "Computes the indicators of the catalogue (share of foreigners, SGB II rate, ...) for every area of every "
            "level and every Stichtag from the counts that offices delivered.\n"
            "A count delivered for an area itself wins; else it is the sum of the areas below, if all are there. The "
            "denominator takes the Stichtag of the numerator, else the nearest of the same year, else the nearest "
            "within 400 days; both are in the table.\n"
            "Beside each share stands its 95 % interval by Wilson, beside each rate the one by Byar: how far a value "
            "of so few cases moves by chance alone. “wert_geglaettet” is the empirical-Bayes value (Marshall 1991): "
            "drawn towards the areas of the same level below the same area above (column “geglaettet_in”; with fewer "
            "than five of them the next area above, at last “alle”), keeping the weight “eigengewicht” of its own "
            "value. Hidden rows have neither, and enter no other area's smoothed value.\n"
            "Formulas of an own catalogue know + - * / and brackets, E[-5] (five years before), mean(E, 2), sum(X, 3) "
            "(years pooled), value(X) for a mean, median or rent as it was delivered (never added up; the denominator "
            "is then the number of cases it rests on), and measure(X) for hectares or square metres, which add up but "
            "are no cases.\n"
            "In publication mode small numbers are hidden: counts and remainders from 1 to below the threshold, "
            "rates on too small a base, and further counts wherever a hidden one could be computed from the area "
            "above, a sum or a rate. Tables that you publish together "
            "need a check of their own (auditprotection).\n"
            "Example: COUNTS=merkmale AREAS=gebiete MODE=publication MIN_COUNT=3."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802 - QGIS's name
        """Declare parameters and outputs."""
        self._add_tables()
        self._add_protection()
        self.add(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Indicators"), QgsProcessing.SourceType.TypeVector),
            tr(
                "Long table: gebiet, gebiet_name, ebene, indikator, indikator_name, stichtag, wert, zaehler, nenner, "
                "stichtag_nenner, masseinheit, polaritaet, quelle, kennzeichen (why a value is missing), gebietsstand, "
                "untergrenze, obergrenze, intervall, wert_geglaettet, eigengewicht, geglaettet_in."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ROWS, tr("Number of rows")))
        self.addOutput(QgsProcessingOutputNumber(self.HIDDEN, tr("Number of hidden values")))

    def _add_tables(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.COUNTS, tr("Tables of counts"), QgsProcessing.SourceType.TypeVector
            ),
            tr(
                "One or several long tables of counts (gebiet, merkmal, stichtag, wert, kennzeichen, quelle), from "
                "“Import office table” or “Aggregate counts”."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.AREAS, tr("Areas"), [QgsProcessing.SourceType.TypeVector]),
            tr("All areas of all levels (layer “gebiete”): gebiet, gebiet_name, ebene, uebergeordnet."),
        )
        self.add(
            QgsProcessingParameterFile(self.CATALOGUE, tr("Own catalogue"), optional=True, extension="csv"),
            tr(
                "CSV in the format of resources/indicators/catalogue.csv (code;thema;name;...;zaehler;nenner;...). Its "
                "rows are added to the shipped catalogue; a row with a known code replaces it."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.INDICATORS, tr("Indicators"), optional=True),
            tr(
                "Codes, themes or sets (Basis 20, KGSt, Berlin MSS), separated by commas, such as B01, SGB II. Empty: "
                "all that the counts allow."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.TERRITORY, tr("Edition of the areas"), optional=True),
            tr(
                "Gebietsstand of areas and counts that have no field “gebietsstand” of their own, such as 2025-01-01 "
                "or LOR 2021."
            ),
            advanced=True,
        )

    def _add_protection(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                self.MODE, tr("Use"), [PUBLICATION, INTERNAL], defaultValue=PUBLICATION, usesStaticStrings=True
            ),
            tr(
                "publication hides small numbers; internal shows all, marks what publication would hide with "
                "nur_intern, and must not leave the office."
            ),
        )
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(self.MIN_COUNT, tr("Smallest count shown"), integer, 3, minValue=0),
            tr("Counts from 1 to below this number are hidden (usual: 3, 5 or 10), and so are remainders of a share."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.MIN_BASE, tr("Smallest base of a rate"), integer, 30, minValue=0),
            tr("Rates with a denominator below this number are hidden; 0 shows all."),
            advanced=True,
        )

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read counts and areas, compute, write, account for all."""
        indicators = self._indicators(parameters, context)
        counts = self._counts(parameters, context, feedback)
        feedback.setProgress(30)
        source = required_source(self, parameters, self.AREAS, context)
        areas = read_table(source, feedback, _columns(source, (AREA, AREA_NAME, LEVEL, PARENT)))
        check_cancelled(feedback)
        computed = compute_indicators(
            counts,
            areas,
            indicators,
            self._thresholds(parameters, context),
            self.parameterAsEnumString(parameters, self.MODE, context) == PUBLICATION,
            self.parameterAsString(parameters, self.TERRITORY, context).strip(),
        )
        feedback.setProgress(70)
        hidden = hidden_rows(computed.table)
        _log(computed, bool(self.parameterAsString(parameters, self.INDICATORS, context)), feedback)
        if computed.unmatched:
            for sentence in diagnose(counts[AREA.name], areas[AREA.name], areas[AREA_NAME.name]).causes():
                feedback.pushWarning(sentence)
        return {
            self.OUTPUT: write_rows(self, parameters, self.OUTPUT, context, feedback, computed.table, INDICATORS),
            self.ROWS: len(computed.table),
            self.HIDDEN: hidden,
        }

    def _indicators(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[Indicator]:
        catalogue = shipped_catalogue()
        own = self.parameterAsFile(parameters, self.CATALOGUE, context)
        if own:
            catalogue = merge(catalogue, read_catalogue(Path(own)))
        return select(catalogue, split_list(self.parameterAsString(parameters, self.INDICATORS, context)))

    def _counts(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> pd.DataFrame:
        """Return the rows of all tables of counts."""
        tables = []
        for source in layer_sources(self, parameters, self.COUNTS, context):
            tables.append(read_table(source, feedback, _columns(source, COUNTS)))
            feedback.pushInfo(tr("{table}: {count} counts").format(table=source.sourceName(), count=len(tables[-1])))
        return pd.concat(tables, ignore_index=True)

    def _thresholds(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Thresholds:
        return Thresholds(
            self.parameterAsInt(parameters, self.MIN_COUNT, context),
            self.parameterAsInt(parameters, self.MIN_BASE, context),
        )


def _columns(source: QgsProcessingFeatureSource, needed: Sequence[Field]) -> list[str]:
    """Return the names of the columns to read: those needed, and the edition of the areas if it is there."""
    names = [column.name for column in needed]
    return [*names, TERRITORY.name] if TERRITORY.name in source.fields().names() else names


def _log(computed: Computed, chosen: bool, feedback: QgsProcessingFeedback) -> None:
    """Write both balances into the log, and what did not find together."""
    log_balance(feedback, computed.counts)
    log_balance(feedback, computed.rows)
    if computed.unmatched:
        feedback.pushWarning(tr("Keys that match no area: {keys}").format(keys=_listed(computed.unmatched)))
    if computed.without_counts:
        feedback.pushWarning(tr("Areas without any count: {codes}").format(codes=_listed(computed.without_counts)))
    if computed.orphans:
        feedback.pushWarning(
            tr("Areas whose area above is not in AREAS: {codes}").format(codes=_listed(computed.orphans))
        )
    for code, count in computed.above.items():
        feedback.pushWarning(
            tr(
                "{code}: {count} rows have more in the numerator than in the denominator. They have no interval. Check "
                "the Stichtage and the sources of both."
            ).format(code=code, count=count)
        )
    for code, lacking in computed.skipped.items():
        reason = (
            tr("no count of {variables}").format(variables=", ".join(lacking)) if lacking else tr("no Stichtag fits")
        )
        text = tr("Not computed: {code} ({reason})").format(code=code, reason=reason)
        feedback.pushWarning(text) if chosen else feedback.pushInfo(text)


def _listed(codes: list[str]) -> str:
    more = len(codes) - LISTED
    text = ", ".join(codes[:LISTED])
    return tr("{codes} and {count} more").format(codes=text, count=more) if more > 0 else text
