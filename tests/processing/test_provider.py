"""What holds for every algorithm of the provider."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterDefinition


def test_ids_and_parameter_names_are_a_stable_api(provider):
    for algorithm in provider.algorithms():
        assert re.fullmatch("[a-z]+", algorithm.name())
        for definition in algorithm.parameterDefinitions():
            if isinstance(algorithm, QgsProcessingModelAlgorithm) and definition.isDestination():
                continue  # QGIS makes these names of step and result
            assert re.fullmatch("[A-Z][A-Z0-9_]*", definition.name()), f"{algorithm.id()} {definition.name()}"


def test_every_parameter_has_help(provider):
    for algorithm in provider.algorithms():
        if isinstance(algorithm, QgsProcessingModelAlgorithm):
            continue
        assert algorithm.shortHelpString().strip(), algorithm.id()
        for definition in algorithm.parameterDefinitions():
            hidden = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden
            assert hidden or len(definition.help()) > 10, f"{algorithm.id()} {definition.name()}"


def test_every_algorithm_stands_in_a_stage(provider):
    for algorithm in provider.algorithms():
        if not isinstance(algorithm, QgsProcessingModelAlgorithm):
            assert algorithm.groupId() in ("addresses", "delineation", "indicators", "indices", "profiles")


def test_no_algorithm_hides_a_method_of_qgis_that_others_call(provider):
    for algorithm in provider.algorithms():
        for method in ("run", "prepare", "runPrepared", "postProcess", "create"):
            assert method not in vars(type(algorithm)), f"{algorithm.id()} {method}"
