"""Which areas form a group: by their codes, by the value of a field, or by an expression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core.errors import InputError
from ...core.indices.area_codes import code_text
from ...core.messages import tr
from ...geo.attributes import is_null, plain
from ..algorithm import SozialraumAlgorithm, check_cancelled
from ..tables import POLL_EVERY, read_table

_SHOWN = 10


@dataclass
class AreaGroups:
    """The groups as lists of codes by their names, and sentences on codes that belong to none."""

    groups: dict[str, list[str]]
    notes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def groups_by_codes(codes: Sequence[str], name: str, each: bool) -> AreaGroups:
    """Return one group of the given codes, or each by itself (no name may be a number: it would pass for a count)."""
    different = list(dict.fromkeys(codes))
    single = {tr("area {code}").format(code=code): [code] for code in different}
    return AreaGroups(single if each else {name: different})


def groups_by_field(
    source: QgsProcessingFeatureSource,
    feedback: QgsProcessingFeedback,
    area: str,
    column: str,
    values: Sequence[str],
    name: str,
    each: bool,
) -> AreaGroups:
    """Return the areas with one of the values of a field as one group; each value by itself if asked, or if none given.

    Raises InputError for a value that no area has, and for an area with two values.
    """
    table = read_table(source, feedback, list(dict.fromkeys((area, column))))
    of_area: dict[str, str] = {}
    for code, value in zip(table[area].map(code_text), table[column].map(code_text)):
        if code is None or value is None:
            continue
        if of_area.setdefault(code, value) != value:
            raise InputError(
                tr("Field “{field}”: area {area} has the values “{first}” and “{second}”. It must have one.").format(
                    field=column, area=code, first=of_area[code], second=value
                )
            )
    there = sorted(set(of_area.values()))
    missing = [value for value in values if value not in there]
    if missing:
        raise InputError(
            tr("GROUP_VALUES: no area has “{value}” in field “{field}”. There is: {there}.").format(
                value=missing[0], field=column, there=", ".join(there[:_SHOWN]) or "–"
            )
        )
    wanted = list(values) or there
    if each or not values:
        groups = {f"{column} = {value}": [code for code, own in of_area.items() if own == value] for value in wanted}
    else:
        groups = {name: [code for code, own in of_area.items() if own in wanted]}
    if not wanted:
        raise InputError(tr("Field “{field}” is empty in all areas, so there is no group.").format(field=column))
    return AreaGroups(groups, [tr("Groups by field “{field}”.").format(field=column)])


def groups_by_expression(
    algorithm: SozialraumAlgorithm,
    parameters: dict[str, Any],
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    area: str,
    text: str,
    name: str,
    each: bool,
) -> AreaGroups:
    """Return the areas for which an expression is true in at least one of their rows.

    Raises InputError if the expression cannot be read or worked out, or is true nowhere.
    """
    expression = QgsExpression(text)
    if expression.hasParserError():
        raise InputError(
            tr("EXPRESSION cannot be read: {reason}").format(reason=expression.parserErrorString().strip())
        )
    scope = algorithm.createExpressionContext(parameters, context, source)
    expression.prepare(scope)
    position = source.fields().indexFromName(area)
    chosen: dict[str, None] = {}
    without_answer = 0
    for number, feature in enumerate(source.getFeatures(QgsFeatureRequest())):
        if number % POLL_EVERY == 0:
            check_cancelled(feedback)
        scope.setFeature(feature)
        answer = expression.evaluate(scope)
        if expression.hasEvalError():
            raise InputError(
                tr("EXPRESSION cannot be worked out: {reason}").format(reason=expression.evalErrorString().strip())
            )
        code = code_text(plain(feature.attributes()[position]))
        without_answer += is_null(answer)
        if code and not is_null(answer) and answer:
            chosen[code] = None
    if not chosen:
        raise InputError(
            tr("EXPRESSION is true for no area, so there is no group. Check fields and values: {text}").format(
                text=text
            )
        )
    notes = [tr("Group by expression: {text} ({count} areas).").format(text=text, count=len(chosen))]
    if without_answer:
        notes.append(
            tr("{count} rows have no answer to the expression (NULL) and do not choose their area.").format(
                count=without_answer
            )
        )
    found = groups_by_codes(list(chosen), name, each)
    return AreaGroups(found.groups, notes)


def within(found: AreaGroups, codes: Sequence[str]) -> AreaGroups:
    """Return the groups with those codes that the table of rates has; the others are `unknown`.

    Raises InputError if no group has an area of the table, or if a group is all areas.
    """
    there = set(codes)
    unknown = [code for members in found.groups.values() for code in members if code not in there]
    groups = {name: [code for code in members if code in there] for name, members in found.groups.items()}
    groups = {name: members for name, members in groups.items() if members}
    if not groups:
        raise InputError(
            tr("None of the areas of the group is in INPUT. It has: {codes}. The group has: {group}.").format(
                codes=", ".join(sorted(there)[:_SHOWN]) or "–", group=", ".join(unknown[:_SHOWN]) or "–"
            )
        )
    if all(len(set(members)) == len(there) for members in groups.values()):
        raise InputError(tr("The group is all areas, so there is no rest to compare with."))
    return AreaGroups(groups, found.notes, unknown)
