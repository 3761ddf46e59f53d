"""Parameters of `comparegroups`: the rates, and who is in the group."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.fields import AREA
from ...core.indices.groups.group_comparison import INCOMPLETE_CHOICES, REST_KNOWN
from ...core.messages import tr
from ...core.publication import PUBLICATION, USES
from ..algorithm import SozialraumAlgorithm
from ..indicators._lists import split_list
from ..tables import require_columns
from ._area_groups import AreaGroups, groups_by_codes, groups_by_expression, groups_by_field

_ANY = QgsProcessingParameterField.DataType.Any


class ComparisonParameters(SozialraumAlgorithm):
    """Declares the parameters and reads the groups."""

    INPUT = "INPUT"
    AREA_FIELD = "AREA_FIELD"
    RATES = "RATES"
    INDICATORS = "INDICATORS"
    LEVEL = "LEVEL"
    REFERENCE_DATE = "REFERENCE_DATE"
    CODES = "CODES"
    GROUP_FIELD = "GROUP_FIELD"
    GROUP_VALUES = "GROUP_VALUES"
    EXPRESSION = "EXPRESSION"
    AREAS = "AREAS"
    AREAS_CODE_FIELD = "AREAS_CODE_FIELD"
    AREAS_GROUP_FIELD = "AREAS_GROUP_FIELD"
    EACH = "EACH"
    GROUP_NAME = "GROUP_NAME"
    INCOMPLETE = "INCOMPLETE"
    MODE = "MODE"
    MIN_COUNT = "MIN_COUNT"
    MIN_BASE = "MIN_BASE"

    def add_rates(self) -> None:
        """Add the table and how rates are found in it."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Indicators or areas with counts"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr(
                "Either the long table of “Compute indicators” (gebiet, indikator, zaehler, nenner ...), or a table "
                "with one row per area and columns of counts: then give RATES."
            ),
        )
        self.add(
            self._field(self.AREA_FIELD, tr("Field with the area code"), self.INPUT, AREA.name),
            tr("Code of the area; it stays text, with leading zeros. Default: gebiet."),
        )
        self._add_text(
            self.RATES,
            tr("Rates"),
            tr(
                "For columns of counts: “SGB II = 100 * sgb2 / ew_u67; HzE = 1000 * hze / ew_u18”, separated by "
                "semicolons. A name that is a code of the catalogue takes its unit and kind. From 1000 on it is "
                "taken for a rate of events, else for a share."
            ),
        )
        self._add_text(self.INDICATORS, tr("Indicators"), tr("Codes of a long table, by commas. Empty: all."))
        self._add_text(
            self.LEVEL,
            tr("Level"),
            tr("Value of “ebene”, such as sozialraum. May be empty if the table has one level only."),
        )
        self._add_text(
            self.REFERENCE_DATE,
            tr("Stichtag"),
            tr("31.12.2024 or 2024-12-31: each indicator takes its newest Stichtag not after it. Empty: the newest."),
        )

    def add_groups(self) -> None:
        """Add what says who is in the group."""
        self._add_text(self.CODES, tr("Areas of the group"), tr("Codes of the areas, such as 0101, 0102, 0107."))
        self.add(
            self._field(self.GROUP_FIELD, tr("Field with the group"), self.INPUT),
            tr("Field of INPUT whose values make groups, such as typ or klasse: each value against all others."),
        )
        self._add_text(
            self.GROUP_VALUES,
            tr("Values of the group"),
            tr("Values of the field with the group: areas that have one of them are one group. Empty: each value."),
        )
        self.add(
            QgsProcessingParameterExpression(
                self.EXPRESSION, tr("Expression of the group"), None, self.INPUT, optional=True
            ),
            tr("Areas for which it is true (in one of their rows) are the group. On AREAS, if given, else on INPUT."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREAS, tr("Areas with the group"), [QgsProcessing.SourceType.TypeVector], optional=True
            ),
            tr("Table or layer with the codes of the areas and the field or values by which the group is chosen."),
        )
        self.add(
            self._field(self.AREAS_CODE_FIELD, tr("Code of the area in AREAS"), self.AREAS, AREA.name),
            tr("Default: gebiet."),
            advanced=True,
        )
        self.add(
            self._field(self.AREAS_GROUP_FIELD, tr("Field of AREAS with the group"), self.AREAS),
            tr("As GROUP_FIELD, but of AREAS: for a long table, with the result of “Types of areas”, say."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.EACH, tr("Each by itself"), False),
            tr("Compares each area (or value) of the group by itself with all other areas."),
        )
        self._add_text(self.GROUP_NAME, tr("Name of the group"), tr("What the group is called in the result."))

    def add_rules(self) -> None:
        """Add what is done about counts that are unknown or small."""
        self._add_choice(
            self.INCOMPLETE,
            tr("Hidden or missing counts"),
            INCOMPLETE_CHOICES,
            REST_KNOWN,
            tr(
                "rest_known: a group with an unknown count has no rate, such a rest has that of its known areas; "
                "leave_out: neither has one; known: both have that of their known areas. All are marked "
                "“unvollstaendig”. Nothing is ever worked out by subtraction."
            ),
        )
        self._add_choice(
            self.MODE,
            tr("Use"),
            USES,
            PUBLICATION,
            tr(
                "publication hides small counts of group and rest, and leaves out what INPUT marks as “nur_intern”. "
                "internal keeps them and marks the rows: the table must not leave the office."
            ),
        )
        integer = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber(self.MIN_COUNT, tr("Smallest count shown"), integer, 3, minValue=0),
            tr("Counts from 1 to below are hidden, and so is the difference to the denominator in a share."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(self.MIN_BASE, tr("Smallest base of a rate"), integer, 30, minValue=0),
            tr("A rate on a smaller denominator is hidden."),
            advanced=True,
        )

    def _field(self, name: str, title: str, parent: str, default: str | None = None) -> QgsProcessingParameterField:
        return QgsProcessingParameterField(name, title, default, parent, _ANY, False, True)

    def _add_text(self, name: str, title: str, help_text: str) -> None:
        self.add(QgsProcessingParameterString(name, title, optional=True), help_text)

    def _add_choice(self, name: str, title: str, choices: tuple[str, ...], default: str, help_text: str) -> None:
        parameter = QgsProcessingParameterEnum(name, title, list(choices), False, default, usesStaticStrings=True)
        self.add(parameter, help_text)

    # -- reading ----------------------------------------------------------------------------------------------------
    def text(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return a text parameter without blanks around it."""
        return self.parameterAsString(parameters, name, context).strip()

    def field_of(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str | None:
        """Return the field that a parameter names, or None."""
        return next(iter(self.parameterAsFields(parameters, name, context)), None)

    def area_groups(
        self,
        parameters: dict[str, Any],
        source: QgsProcessingFeatureSource,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> AreaGroups:
        """Return the groups. Raises InputError unless exactly one way to choose them is given."""
        codes = split_list(self.text(parameters, self.CODES, context))
        expression = self.text(parameters, self.EXPRESSION, context)
        areas = self.parameterAsSource(parameters, self.AREAS, context)
        by_field = self.AREAS_GROUP_FIELD if areas is not None else self.GROUP_FIELD
        column = self.field_of(parameters, by_field, context)
        if sum(map(bool, (codes, column, expression))) != 1:
            raise InputError(
                tr(
                    "Say once who is in the group: by CODES, by GROUP_FIELD (with AREAS: AREAS_GROUP_FIELD), or by "
                    "EXPRESSION."
                )
            )
        each = self.parameterAsBool(parameters, self.EACH, context)
        name = self.text(parameters, self.GROUP_NAME, context) or tr("group")
        name = name if any(map(str.isalpha, name)) else tr("group {name}").format(name=name)
        if codes:
            return groups_by_codes(codes, name, each)
        place = areas if areas is not None else source
        code_parameter = self.AREAS_CODE_FIELD if areas is not None else self.AREA_FIELD
        area = self.field_of(parameters, code_parameter, context) or AREA.name
        require_columns(place, [area])
        if expression:
            return groups_by_expression(self, parameters, place, context, feedback, area, expression, name, each)
        values = split_list(self.text(parameters, self.GROUP_VALUES, context))
        return groups_by_field(place, feedback, area, column, values, name, each)
