"""The expression function `gebiet_von`: the area of an address, in labels, filters and the field calculator."""

from __future__ import annotations

from typing import Any

from qgis.core import NULL, QgsExpression, QgsExpressionContext, QgsExpressionFunction, QgsExpressionNodeFunction

from ..core.addresses.address_index import AREA_LEVELS
from ..core.messages import tr
from ..geo.address_book import AddressBook
from ..geo.attributes import is_null

NAME = "gebiet_von"


class AreaFunction(QgsExpressionFunction):
    """Answers from the index of the project's address layer; never a near miss."""

    def __init__(self, book: AddressBook) -> None:
        parameter = QgsExpressionFunction.Parameter
        parameters = [parameter("strasse")]
        parameters += [parameter(name, True, NULL) for name in ("hausnummer", "plz", "ebene")]
        help_text = tr(
            "<h3>gebiet_von(strasse, hausnummer, plz, ebene)</h3><p>Returns the code of the area of an address, from "
            "the address layer of the project. Ways of writing such as “Hauptstr.” and “12 A” do not matter. NULL if "
            "the address is not in the list or lies in several areas. Without a house number the area of a street "
            "that lies wholly in one.</p><p>“ebene” is 'quartier', 'sozialraum' or 'gebiet'; without it the first of "
            "gebiet, sozialraum and quartier that the layer has.</p><p>gebiet_von('Hauptstraße', '12a') → "
            "'0599900101'</p>"
        )
        super().__init__(NAME, parameters, "Sozialraum", help_text, False, True)
        self._book = book

    def func(
        self,
        values: list[Any],
        context: QgsExpressionContext,
        parent: QgsExpression,
        node: QgsExpressionNodeFunction,
    ) -> Any:
        """Return the code or NULL; a level that does not exist is an error."""
        street, number, postcode, level = ["" if is_null(value) else str(value).strip() for value in values]
        if level and level not in AREA_LEVELS:
            parent.setEvalErrorString(
                tr("“{level}” is no level; use quartier, sozialraum or gebiet.").format(level=level)
            )
            return NULL
        snapshot = self._book.snapshot
        index = None if snapshot is None else snapshot.build()
        area = "" if index is None else index.area_of(street, number, postcode, level)
        return area or NULL
