"""Building types: the values of OpenStreetMap, ALKIS and registers, and the rules where the use does not tell."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.building_rules import (
    OUTBUILDING,
    UNTYPED,
    Buildings,
    building_type,
    dominant_type,
    floor_space,
    sums_by_type,
)
from sozialraum_plugin.core.delineation.building_types import Use, building_use, building_uses


@pytest.mark.parametrize(
    "value, use",
    [
        ("detached", Use.SINGLE),
        ("semidetached_house", Use.SINGLE),
        ("terrace", Use.TERRACED),
        ("Apartments ", Use.MULTI),
        ("house", Use.HOUSE),
        ("residential", Use.RESIDENTIAL),
        ("garages", Use.OUTBUILDING),
        ("school", Use.NON_RESIDENTIAL),
        ("yes", Use.UNKNOWN),
        ("", Use.UNKNOWN),
        ("1010", Use.RESIDENTIAL),
        ("31001_1010", Use.RESIDENTIAL),
        ("31001_2463", Use.OUTBUILDING),
        ("51009_1610", Use.OUTBUILDING),
        ("1022", Use.MULTI),
        ("2310", Use.RESIDENTIAL),
        ("3021", Use.NON_RESIDENTIAL),
        ("2000", Use.NON_RESIDENTIAL),
        ("9998", Use.UNKNOWN),
        ("Wohnhaus", Use.RESIDENTIAL),
        ("Wohn- und Geschäftsgebäude", Use.RESIDENTIAL),
        ("Gebäude für Gewerbe und Industrie", Use.NON_RESIDENTIAL),
        ("Nach Quellenlage nicht zu spezifizieren", Use.UNKNOWN),
        ("Freistehendes Einfamilienhaus", Use.SINGLE),
        ("Doppelhaushälfte", Use.SINGLE),
        ("Reihenendhaus", Use.TERRACED),
        ("MFH", Use.MULTI),
        ("Wohnhochhaus", Use.HIGH_RISE),
        ("Nichtwohngebäude", Use.NON_RESIDENTIAL),
        ("Tiefgarage", Use.OUTBUILDING),
    ],
)
def test_values_are_understood(value, use):
    assert building_use(value) is use


def test_numbers_count_as_codes_and_strange_values_are_told():
    uses, strange = building_uses(pd.Series([1010.0, 2463, None, "blub", "blub"], dtype=object))
    assert uses.tolist() == [Use.RESIDENTIAL, Use.OUTBUILDING, Use.UNKNOWN, Use.UNKNOWN, Use.UNKNOWN]
    assert strange == {"blub": 2}


def one(use=Use.UNKNOWN, footprint=100.0, levels=np.nan, dwellings=np.nan, addresses=1, row=1):
    values = (use, footprint, levels, dwellings, addresses, row)
    return int(building_type(Buildings(*(np.array([value]) for value in values)))[0])


@pytest.mark.parametrize(
    "given, kind",
    [
        ({"footprint": 120}, Use.SINGLE),
        ({"footprint": 80, "row": 5}, Use.TERRACED),
        ({"footprint": 80, "row": 2}, Use.SINGLE),  # semi-detached
        ({"footprint": 80, "row": 5, "levels": 5}, Use.MULTI),  # Blockrand
        ({"footprint": 140, "row": 5}, Use.MULTI),
        ({"footprint": 400, "addresses": 5}, Use.TERRACED),  # a row drawn as one building
        ({"footprint": 300}, Use.MULTI),
        ({"footprint": 120, "levels": 4}, Use.MULTI),
        ({"footprint": 400, "levels": 9}, Use.HIGH_RISE),
        ({"footprint": 400, "levels": 9, "use": Use.NON_RESIDENTIAL}, Use.NON_RESIDENTIAL),
        ({"footprint": 1500}, Use.NON_RESIDENTIAL),
        ({"footprint": 1500, "use": Use.RESIDENTIAL}, Use.MULTI),
        ({"footprint": 1500, "dwellings": 30}, Use.MULTI),
        ({"footprint": 300, "dwellings": 2}, Use.SINGLE),
        ({"footprint": 90, "dwellings": 3}, Use.MULTI),
        ({"footprint": 300, "dwellings": 0}, Use.NON_RESIDENTIAL),
        ({"footprint": 300, "use": Use.HOUSE, "row": 4}, Use.TERRACED),
        ({"footprint": 300, "use": Use.HOUSE}, Use.SINGLE),
        ({"footprint": 300, "use": Use.SINGLE}, Use.SINGLE),
        ({"addresses": 0}, UNTYPED),
        ({"addresses": 0, "use": Use.RESIDENTIAL}, Use.SINGLE),
        ({"addresses": 0, "dwellings": 8}, Use.MULTI),
        ({"use": Use.OUTBUILDING}, OUTBUILDING),
        ({"use": Use.OUTBUILDING, "levels": 9}, OUTBUILDING),
    ],
)
def test_the_stated_rule(given, kind):
    assert one(**given) == kind


def test_dwellings_decide_and_floor_space_stands_in():
    unit, kind = np.array([0, 0, 1, 1, 2, -1]), np.array([Use.SINGLE, Use.MULTI, 0, 2, Use.NON_RESIDENTIAL, 0])
    dwellings = np.array([1.0, 6.0, np.nan, np.nan, np.nan, 9.0])
    space = floor_space(np.array([500.0, 100, 500, 100, 900, 9_999]), np.full(6, np.nan), kind)
    by_dwellings, by_space = sums_by_type(unit, kind, dwellings, 4), sums_by_type(unit, kind, space, 4)
    assert by_dwellings.sum() == 7
    expected = ["mehrfamilienhaus", "ein_zweifamilienhaus", "nichtwohngebaeude", None]
    assert dominant_type(by_dwellings, by_space).tolist() == expected
