"""The values that `transfer` carries over: attributes of the source areas or a table of its own."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.delineation.address_columns import text_column
from ...core.errors import InputError
from ...core.fields import REFERENCE_DATE
from ...core.indicators.aggregation import iso_date
from ...core.indicators.census.census_variables import known_columns, shares_as_counts
from ...core.indicators.transfers.transfer_rates import parse_rates
from ...core.indicators.transfers.transfer_tables import Variables, is_long, long_variables, wide_variables
from ...core.messages import tr
from ..encoding import readable_source
from ..tables import read_table, require_columns
from ._lists import split_list
from ._transfer_inputs import Areas
from ._transfer_parameters import COUNTS, TransferParameters


def read_variables(
    algorithm: TransferParameters,
    parameters: dict[str, Any],
    sources: Areas,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> tuple[Variables, list[str] | None]:
    """Return the variables, and the columns of the table if it is long, else None.

    Raises InputError and MissingColumnError for a table that cannot be used.
    """
    table, codes = _table(algorithm, parameters, sources, context, feedback)
    written = algorithm.parameterAsString(parameters, algorithm.REFERENCE_DATE, context)
    date = iso_date(written) if written.strip() else None
    as_counts = algorithm.parameterAsEnumString(parameters, algorithm.FORMAT, context) == COUNTS
    rates = parse_rates(algorithm.parameterAsString(parameters, algorithm.RATES, context))
    if is_long(table.columns):
        if date and REFERENCE_DATE.name not in table.columns:
            table = table.assign(**{REFERENCE_DATE.name: date})
        return long_variables(table, codes, sources.codes, rates), list(table.columns)
    if as_counts and date is None:
        raise InputError(tr("FORMAT=counts needs the Stichtag of the counts (REFERENCE_DATE), such as 15.05.2022."))
    counts = split_list(algorithm.parameterAsString(parameters, algorithm.COUNT_FIELDS, context))
    if not counts and not rates:
        counts, rates = known_columns(table.columns)
        if as_counts:
            table, added = shares_as_counts(table)
            counts = list(dict.fromkeys([*counts, *added]))
        if counts:
            feedback.pushInfo(
                tr("Columns of census grids that are known: counts {counts}; rates {rates}").format(
                    counts=", ".join(counts), rates=", ".join(rate.name for rate in rates) or "–"
                )
            )
    return wide_variables(table, codes, sources.codes, counts, rates, date), None


def _table(
    algorithm: TransferParameters,
    parameters: dict[str, Any],
    sources: Areas,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> tuple[pd.DataFrame, pd.Series]:
    """Return the table of values and the code of each row."""
    source = readable_source(algorithm, parameters, algorithm.TABLE, context)
    if source is None:
        return sources.table, sources.table[_code_column(algorithm, parameters, sources, context)]
    code = algorithm.parameterAsString(parameters, algorithm.TABLE_CODE_FIELD, context)
    require_columns(source, [code])
    table = read_table(source, feedback)
    return table, text_column(table[code])


def _code_column(
    algorithm: TransferParameters, parameters: dict[str, Any], sources: Areas, context: QgsProcessingContext
) -> str:
    field = algorithm.parameterAsString(parameters, algorithm.SOURCE_CODE_FIELD, context)
    return field if field in sources.table.columns else "gitter_id"
