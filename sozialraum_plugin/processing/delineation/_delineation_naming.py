"""What the user is asked for about codes and names of new areas."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core import fields
from ...core.messages import tr
from ..algorithm import SozialraumAlgorithm

_ANYTHING = QgsProcessingParameterField.DataType.Any


class NamingParameters(SozialraumAlgorithm):
    """Parameters of codes and names."""

    LEVEL = "LEVEL"
    CODE_DIGITS = "CODE_DIGITS"
    CODE_PREFIX = "CODE_PREFIX"
    CODE_PATTERN = "CODE_PATTERN"
    NAME_FIELD = "NAME_FIELD"
    LANDMARKS = "LANDMARKS"
    LANDMARK_FIELD = "LANDMARK_FIELD"
    STREETS = "STREETS"
    STREET_FIELD = "STREET_FIELD"
    NAMES = "NAMES"
    NAMES_CODE_FIELD = "NAMES_CODE_FIELD"
    NAMES_NAME_FIELD = "NAMES_NAME_FIELD"

    INPUT = "INPUT"

    def add_naming(self) -> None:
        """Declare the parameters of codes and names."""
        self._add_codes()
        self.add(
            QgsProcessingParameterField(self.NAME_FIELD, tr("Names from"), None, self.INPUT, _ANYTHING, False, True),
            tr(
                "Field that names the place of a unit, for instance “ortsteil”. An area takes the name most of its "
                "inhabitants have; equal names get Nord, Ost, Süd, West or Mitte."
            ),
        )
        self._add_name_layers()

    def _add_codes(self) -> None:
        self.add(
            QgsProcessingParameterString(self.LEVEL, tr("Level"), fields.Level.QUARTER),
            tr("What the areas are called in “ebene”: quartier, sozialraum or a word of your own."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.CODE_DIGITS,
                tr("Digits of the number in the code"),
                QgsProcessingParameterNumber.Type.Integer,
                3,
                minValue=1,
                maxValue=9,
            ),
            tr("3 gives 05999001001 for the first area of commune 05999001; use 2 for Sozialräume above Quartiere."),
        )
        self.add(
            QgsProcessingParameterString(self.CODE_PREFIX, tr("Beginning of the code"), None, False, True),
            tr("Stands before the number instead of the commune's code; the numbers then run through all communes."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString(self.CODE_PATTERN, tr("Pattern of the code"), None, False, True),
            tr(
                "Text with {gemeinde}, {oben} (the code of the area above), {ebene} and {nummer}; {nummer:02} is "
                "padded to two digits. Numbers run from north-west to south-east, anew for each beginning. With "
                "LEVELS one pattern for each, separated by semicolons: {gemeinde}{nummer:02}; {oben}{nummer:02}. "
                "Left empty, the code of the area above and a number with the digits above, with LEVELS 2 digits."
            ),
            advanced=True,
        )

    def _add_name_layers(self) -> None:
        vector = QgsProcessing.SourceType.TypeVector
        self._add_layer_with_field(
            self.LANDMARKS, tr("Landmarks"), QgsProcessing.SourceType.TypeVectorAnyGeometry,
            tr(
                "Churches, squares, stations and the like. Where “Names from” gives no name, an area is called after "
                "the landmark nearest to its middle; where it gives several areas the same, the landmark follows in "
                "brackets."
            ),
            self.LANDMARK_FIELD, tr("Name of the landmark"), "name",
        )  # fmt: skip
        self._add_layer_with_field(
            self.STREETS, tr("Streets for names"), QgsProcessing.SourceType.TypeVectorLine,
            tr("An area without name and landmark is called after its longest street. One on its border counts half."),
            self.STREET_FIELD, tr("Name of the street"), "name",
        )  # fmt: skip
        self._add_layer_with_field(
            self.NAMES, tr("Names by hand"), vector,
            tr("Table of codes and names, or an edited layer of an earlier run. They replace the proposed names."),
            self.NAMES_CODE_FIELD, tr("Code in the table of names"), fields.AREA.name,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterField(
                self.NAMES_NAME_FIELD, tr("Name in the table of names"), fields.AREA_NAME.name, self.NAMES, _ANYTHING,
                False, True,
            ),
            tr("Field with the name of the area; usually “gebiet_name”."),
            advanced=True,
        )  # fmt: skip

    def _add_layer_with_field(
        self,
        name: str,
        title: str,
        kind: QgsProcessing.SourceType,
        help_text: str,
        field: str,
        caption: str,
        guess: str,
    ) -> None:
        """Declare an optional layer and the field of it that matters."""
        self.add(QgsProcessingParameterFeatureSource(name, title, [kind], optional=True), help_text, advanced=True)
        self.add(
            QgsProcessingParameterField(field, caption, guess, name, _ANYTHING, False, True),
            tr("Field of that layer; usually “{field}”.").format(field=guess),
            advanced=True,
        )
