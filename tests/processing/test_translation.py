"""The toolbox of a QGIS that speaks German speaks German."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingModelAlgorithm

from sozialraum_plugin.translation import install_translation, remove_translation

SAME_IN_BOTH = {"Format", "Index", "Ortsteil", "Stichtag"}  # words of both languages


def texts_of(provider) -> dict[str, str]:
    """Return every text of the toolbox that a user reads, by where it stands."""
    texts = {"provider": provider.longName()}
    for algorithm in provider.algorithms():
        texts[f"{algorithm.name()} title"] = algorithm.displayName()
        texts[f"{algorithm.name()} group"] = algorithm.group()
        if isinstance(algorithm, QgsProcessingModelAlgorithm):
            continue
        made = algorithm.create()
        texts[f"{algorithm.name()} help"] = made.shortHelpString()
        for definition in made.parameterDefinitions():
            place = f"{algorithm.name()} {definition.name()}"
            texts[place] = definition.description()
            texts[f"{place} help"] = definition.help()
        for definition in made.outputDefinitions():
            texts[f"{algorithm.name()} {definition.name()} output"] = definition.description()
    return texts


@pytest.fixture
def both(provider) -> tuple[dict[str, str], dict[str, str]]:
    """The texts in English and in German."""
    english = texts_of(provider)
    translator = install_translation("de_DE")
    assert translator is not None
    try:
        return english, texts_of(provider)
    finally:
        remove_translation(translator)


def test_german_replaces_every_text(both):
    english, german = both
    assert english.keys() == german.keys() and len(english) > 200
    same = {place: text for place, text in german.items() if text == english[place] and text not in SAME_IN_BOTH}
    assert not same, sorted(same.items())


def test_no_german_text_is_empty_or_lost_its_paragraphs(both):
    english, german = both
    for place, text in german.items():
        assert text.strip() or not english[place].strip(), place
        assert text.count("\n\n") == english[place].count("\n\n"), place


def test_english_comes_back_and_an_unknown_language_is_english(provider, both):
    assert texts_of(provider) == both[0]
    assert install_translation("fr_FR") is None
    assert texts_of(provider) == both[0]
