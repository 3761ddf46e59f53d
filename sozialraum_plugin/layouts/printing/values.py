"""What expressions give for the area in print: each is parsed once, and computed once an area."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import QgsExpression, QgsLayoutItem, QgsPrintLayout, QgsProperty

from ...geo.attributes import is_null
from ..items import Property

# QgsExpression.replaceExpressionText looks for the same
_IN_TEXT = re.compile(r"\[%(.*?)%\]", re.DOTALL)
# as `list_entry` of layouts/items.py writes it; a page has hundreds, and each would split its list anew
_LINE = re.compile(r"coalesce\(array_get\(string_to_array\((?P<list>\"[^\"]+\"), '\\n'\), (?P<line>\d+)\), ''\)")
_OF_ITEMS = {"item_id", "item_uuid", "layout_page", "map_id", "map_scale", "map_rotation", "map_extent"}


class Values:
    """Computes expressions in the context of a layout's atlas."""

    def __init__(self, layout: QgsPrintLayout) -> None:
        self._layout = layout
        self._context = layout.createExpressionContext()
        self._parsed: dict[str, QgsExpression | tuple[str, int]] = {}
        self._lists: dict[str, list[str]] = {}
        self._known: dict[str, Any] = {}

    def begin_area(self) -> None:
        """Forget what was computed for the area before."""
        self._context = self._layout.createExpressionContext()
        self._known.clear()
        self._lists.clear()

    def of(self, text: str) -> Any:
        """Return what an expression gives; None for NULL and for one that cannot be computed."""
        if text not in self._known:
            known = self._parsed.get(text)
            if known is None:
                known = self._parsed[text] = self._parse(text)
            self._known[text] = self._line(*known) if isinstance(known, tuple) else self._evaluated(known)
        return self._known[text]

    def _parse(self, text: str) -> QgsExpression | tuple[str, int]:
        """Return an expression ready for use, or list and number where it takes a line from a list."""
        match = _LINE.fullmatch(text)
        if match:
            return match["list"], int(match["line"])
        expression = QgsExpression(text)
        expression.prepare(self._context)
        return expression

    def _evaluated(self, expression: QgsExpression) -> Any:
        value = expression.evaluate(self._context)
        return None if is_null(value) else value

    def _line(self, column: str, number: int) -> str:
        lines = self._lists.get(column)
        if lines is None:
            lines = self._lists[column] = str(self.of(column) or "").split("\n")
        return lines[number] if number < len(lines) else ""

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
