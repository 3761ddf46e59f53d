"""The thin base of all algorithms: help per parameter, errors in one sentence, the balance in the log."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
)

from ..core.balance import Balance
from ..core.errors import CancelledError, SozialraumError
from ..core.messages import tr
from .encoding import readable_source

STAGES = ("addresses", "delineation", "indicators", "indices", "profiles")


def stage_title(stage: str) -> str:
    """Return the toolbox group of a stage in the user's language."""
    return {
        "addresses": tr("1 Addresses"),
        "delineation": tr("2 Delineation"),
        "indicators": tr("3 Indicators"),
        "indices": tr("4 Indices"),
        "profiles": tr("5 Profiles"),
    }[stage]


class SozialraumAlgorithm(QgsProcessingAlgorithm):
    """Base: a subclass sets `algorithm_id`, `stage` and overrides `title`, `help_text`, `initAlgorithm`, `execute`.

    `execute` may raise any SozialraumError; the user sees its sentence. It ends early with `check_cancelled`.
    """

    algorithm_id: str
    stage: str

    def title(self) -> str:
        """Return the name in the toolbox."""
        raise NotImplementedError

    def help_text(self) -> str:
        """Return what the algorithm does, for whom, by which method."""
        raise NotImplementedError

    def execute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work and return the outputs by name. (`run` is QGIS's own, which processing.run() calls.)"""
        raise NotImplementedError

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str, advanced: bool = False) -> None:
        """Add a parameter with its help; an advanced one folds away."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    # -- what QGIS asks ---------------------------------------------------------------------------------------------
    def name(self) -> str:
        """Return the id; it is an API and never changes."""
        return self.algorithm_id

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Return the title."""
        return self.title()

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Return the help text."""
        return self.help_text()

    def group(self) -> str:
        """Return the stage's title."""
        return stage_title(self.stage)

    def groupId(self) -> str:  # noqa: N802 - QGIS's name
        """Return the stage."""
        return self.stage

    def createInstance(self) -> SozialraumAlgorithm:  # noqa: N802 - QGIS's name
        """Return a fresh copy."""
        return type(self)()

    def checkParameterValues(  # noqa: N802 - QGIS's name
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse a field that its layer does not have, naming it and what there is."""
        good, reason = super().checkParameterValues(parameters, context)
        if not good:
            return good, reason
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterField):
                reason = self._missing_field(definition, parameters, context)
                if reason:
                    return False, reason
        return True, ""

    def _missing_field(
        self, definition: QgsProcessingParameterField, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> str:
        """Return why a field parameter cannot be met, or an empty text.

        An optional field that stands at its default is a guess of ours: where the layer lacks it, it is not used.
        """
        parent = definition.parentLayerParameterName()
        source = readable_source(self, parameters, parent, context) if parent else None
        if source is None:
            return ""
        available = source.fields().names()
        optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        guess = definition.defaultValue() if optional else None
        for wanted in self.parameterAsFields(parameters, definition.name(), context):
            if wanted and wanted != guess and wanted not in available:
                return tr("{parameter}: field “{field}” is missing in “{layer}”. It has: {available}.").format(
                    parameter=definition.name(),
                    field=wanted,
                    layer=source.sourceName(),
                    available=", ".join(available) or "–",
                )
        return ""

    def processAlgorithm(  # noqa: N802 - QGIS's name
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run, and turn our errors into the one sentence that QGIS shows."""
        outer = context.feedback()
        context.setFeedback(feedback)
        try:
            return self.execute(parameters, context, feedback)
        except SozialraumError as error:
            raise QgsProcessingException(str(error)) from error
        finally:
            context.setFeedback(outer)


def check_cancelled(feedback: QgsProcessingFeedback) -> None:
    """Raise CancelledError if the user has stopped the run."""
    if feedback.isCanceled():
        raise CancelledError


def log_balance(feedback: QgsProcessingFeedback, balance: Balance) -> None:
    """Write the account of rows into the log."""
    for line in balance.lines():
        feedback.pushInfo(line)
