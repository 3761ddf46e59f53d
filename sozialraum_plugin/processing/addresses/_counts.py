"""Which counts come to the addresses, and under which names."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsProcessingFeedback

from ...core import fields
from ...core.addresses.records import ADDRESS_FIELDS
from ...core.errors import InputError
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm
from ..tables import existing_fields


def count_columns(
    algorithm: SozialraumAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    count_fields: str,
    population_field: str,
    first_is_population: bool = False,
) -> dict[str, str]:
    """Return the output name of each chosen column, that of the inhabitants first.

    The population field, or if `first_is_population` the first count, is named `einwohner`. Raises InputError if a
    count would take the name of an address field or a name twice.
    """
    chosen = list(algorithm.parameterAsFields(parameters, count_fields, context))
    population = algorithm.parameterAsString(parameters, population_field, context)
    if not population and chosen and (first_is_population or fields.POPULATION.name in chosen):
        population = fields.POPULATION.name if fields.POPULATION.name in chosen else chosen[0]
    ordered = dict.fromkeys([population, *chosen] if population else chosen)
    names = {column: fields.POPULATION.name if column == population else column for column in ordered}
    reserved = {field.name for field in ADDRESS_FIELDS}
    for column, name in names.items():
        if name in reserved or list(names.values()).count(name) > 1:
            raise InputError(
                tr("The count “{column}” cannot be named “{name}”: the addresses need that name. Rename it.").format(
                    column=column, name=name
                )
            )
    return names


def fields_beside(
    source: QgsProcessingFeatureSource, added: list[str], feedback: QgsProcessingFeedback
) -> list[fields.Field]:
    """Return the address fields that stay beside the added columns; say which are replaced."""
    kept = existing_fields(source, without=added)
    for name in source.fields().names():
        if name.lower() in {column.lower() for column in added}:
            feedback.pushWarning(tr("The column “{column}” of the addresses is replaced.").format(column=name))
    return kept
