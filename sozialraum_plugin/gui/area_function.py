"""The expression function `gebiet_von`: the area of an address, in labels, filters and the field calculator."""

from __future__ import annotations

import sys
from typing import Any

from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
)

from ..core.addresses.address_index import AREA_LEVELS
from ..core.fields import Level
from ..core.messages import tr
from ..geo.address_book import AddressBook
from ..geo.address_snapshot import Content
from ..geo.attributes import is_null

NAME = "gebiet_von"
_LEVELS = (*AREA_LEVELS, *Level.ORDER)


class AreaFunction(QgsExpressionFunction):
    """Answers from the addresses and areas of the project, in any thread; never a near miss."""

    def __init__(self, book: AddressBook, headless: bool = False) -> None:
        parameter = QgsExpressionFunction.Parameter
        parameters = [parameter("strasse")]
        parameters += [parameter(name, True, NULL) for name in ("hausnummer", "plz", "ebene", "ort")]
        help_text = tr(
            "<h3>gebiet_von(strasse, hausnummer, plz, ebene, ort)</h3><p>Returns the code of the area of an address, "
            "from the address layer of the project: from its fields, else from the polygons that its points lie in. "
            "Ways of writing such as “Hauptstr.” and “12 A” do not matter. NULL if the address is not in the list or "
            "lies in several areas. Without a house number the area of a street that lies wholly in one.</p><p>“plz” "
            "and “ort” (town, part of it, or both) tell streets of the same name apart; they are not compared where "
            "the layer has no such field. “ebene” is 'quartier', 'sozialraum', 'gebiet' or another level of the area "
            "layer; without it the first of gebiet, sozialraum and quartier that there is.</p>"
            "<p>gebiet_von('Hauptstraße', '12a') → '0599900101'<br>gebiet_von('Hauptstraße', 12, ebene:='quartier', "
            "ort:='Prummern') → '05999001012'</p><p>Layers and fields are chosen under Settings > Options > "
            "Sozialraum; edits count once they are saved.</p>"
        )
        super().__init__(NAME, parameters, "Sozialraum", help_text, False, True)
        self._book, self._headless = book, headless
        self._told: tuple[object, str] | None = None

    def func(
        self,
        values: list[Any],
        context: QgsExpressionContext,
        parent: QgsExpression,
        node: QgsExpressionNodeFunction,
    ) -> Any:
        """Return the code or NULL; a level that does not exist is an error."""
        street, number, postcode, level, place = map(_text, values)
        content = self._book.content()
        level = level.lower()
        if level and level not in (*_LEVELS, *(() if content is None else content.index.levels)):
            parent.setEvalErrorString(_no_level(level, content))
            return NULL
        if content is None and self._book.snapshot is not None:
            return NULL  # a virtual field of the layer that is just being read
        if content is None or (level or content.index.usual_level()) not in content.index.columns:
            self._tell_once(level, content)
            return NULL
        return content.index.area_of(street, number, postcode, level, place) or NULL

    def _tell_once(self, level: str, content: Content | None) -> None:
        """Say in QGIS's log why every row is NULL; once as long as the layers stay the same."""
        reason = (self._book.snapshot, level)
        if reason == self._told:
            return
        self._told = reason
        if content is None or not len(content.index):
            sentence = tr(
                "gebiet_von() is NULL everywhere: no point layer of this project has addresses. Choose the layer and "
                "its fields under Settings > Options > Sozialraum."
            )
        else:
            sentence = tr(
                "gebiet_von() is NULL everywhere: neither the address layer nor a polygon layer with the field "
                "“gebiet” tells areas of the level asked for ({level}). Choose layers and fields under Settings > "
                "Options > Sozialraum."
            ).format(level=level or ", ".join(AREA_LEVELS))
        QgsApplication.messageLog().logMessage(sentence, "Sozialraum", Qgis.MessageLevel.Warning)
        if self._headless:
            sys.stderr.write(f"{sentence}\n")  # nobody sees QGIS's log there


def _no_level(level: str, content: Content | None) -> str:
    levels = AREA_LEVELS if content is None or not content.index.levels else content.index.levels
    return tr("“{level}” is no level; there are {levels}.").format(level=level, levels=", ".join(levels))


def _text(value: Any) -> str:
    """Return an argument as text; a number that a spreadsheet made 12.0 as 12."""
    if is_null(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
