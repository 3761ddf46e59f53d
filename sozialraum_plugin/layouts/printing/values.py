"""What expressions give for the area in print: each is parsed once, and computed once an area."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from qgis.core import QgsExpression, QgsLayoutItem, QgsPrintLayout, QgsProperty

from ...geo.attributes import is_null
from ..items import Property

# QgsExpression.replaceExpressionText looks for the same
_IN_TEXT = re.compile(r"\[%(.*?)%\]", re.DOTALL)
# as `list_entry` of layouts/items.py writes it; a page has hundreds, and each would split its list anew
_LINE = re.compile(r"coalesce\(array_get\(string_to_array\(\"(?P<column>[^\"]+)\", '\\n'\), (?P<line>\d+)\), ''\)")
# a column as `column_text` writes it, and whether there is one as `hide_unless` asks
_COLUMN = re.compile(r"\s*coalesce\(\"(?P<column>[^\"]+)\", (?P<otherwise>''|\d+)\)\s*")
_MISSING = re.compile(r"not coalesce\(\"(?P<column>[^\"]+)\" is not null, false\)")
_OF_ITEMS = {"item_id", "item_uuid", "layout_page", "map_id", "map_scale", "map_rotation", "map_extent"}


class Values:
    """Computes expressions in the context of a layout's atlas."""

    def __init__(self, layout: QgsPrintLayout) -> None:
        self._layout = layout
        self._context = layout.createExpressionContext()
        self._places = {name: place for place, name in enumerate(layout.atlas().coverageLayer().fields().names())}
        self._row: list[Any] = []
        self._parsed: dict[str, Callable[[], Any]] = {}
        self._lists: dict[str, list[str]] = {}
        self._known: dict[str, Any] = {}

    def begin_area(self) -> None:
        """Forget what was computed for the area before."""
        self._context = self._layout.createExpressionContext()
        self._row = self._layout.reportContext().feature().attributes()
        self._known.clear()
        self._lists.clear()

    def of(self, text: str) -> Any:
        """Return what an expression gives; None for NULL and for one that cannot be computed."""
        if text not in self._known:
            compute = self._parsed.get(text)
            if compute is None:
                compute = self._parsed[text] = self._parse(text)
            self._known[text] = compute()
        return self._known[text]

    def _parse(self, text: str) -> Callable[[], Any]:
        """Return what computes an expression; a page has hundreds of the simplest, which need no parser."""
        for pattern, compute in ((_LINE, self._line), (_COLUMN, self._column), (_MISSING, self._missing)):
            match = pattern.fullmatch(text)
            if match and match["column"] in self._places:
                return partial(compute, **match.groupdict())
        expression = QgsExpression(text)
        expression.prepare(self._context)
        return partial(self._evaluated, expression)

    def _evaluated(self, expression: QgsExpression) -> Any:
        value = expression.evaluate(self._context)
        return None if is_null(value) else value

    def _column(self, column: str, otherwise: str = "") -> Any:
        value = self._row[self._places[column]]
        if is_null(value):
            return float(otherwise) if otherwise.isdigit() else ""
        return value

    def _missing(self, column: str) -> bool:
        return is_null(self._row[self._places[column]])

    def _line(self, column: str, line: str) -> str:
        lines = self._lists.get(column)
        if lines is None:
            lines = self._lists[column] = str(self._column(column)).split("\n")
        return lines[int(line)] if int(line) < len(lines) else ""

    def number(self, text: str, otherwise: float) -> float:
        """Return an expression's number, or the other one where it gives none."""
        value = self.of(text) if text else None
        try:
            return otherwise if value is None else float(value)
        except (TypeError, ValueError):
            return otherwise


class FilledText:
    """A text with expressions in ``[% %]``."""

    def __init__(self, text: str) -> None:
        self._parts = _IN_TEXT.split(text)  # every second one is an expression

    @property
    def computable(self) -> bool:
        """Tell whether its expressions need nothing but the area, and are without errors."""
        return all(map(of_area, self._parts[1::2]))

    def filled(self, values: Values) -> str:
        """Return the text for the area in print."""
        parts = list(self._parts)
        for place in range(1, len(parts), 2):
            value = values.of(parts[place])
            parts[place] = "" if value is None else _shown(value)
        return "".join(parts)


def of_area(text: str) -> bool:
    """Tell whether an expression is without errors and asks for nothing that only a single item knows."""
    expression = QgsExpression(text)
    return not expression.hasParserError() and not expression.referencedVariables() & _OF_ITEMS


def property_expression(item: QgsLayoutItem, key: Property) -> str:
    """Return the expression of a data-defined property, empty where there is none."""
    given: QgsProperty = item.dataDefinedProperties().property(key)
    return given.asExpression() if given.isActive() else ""


def _shown(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
