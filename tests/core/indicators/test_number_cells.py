import pytest

from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.imports.number_cells import COMMA, POINT, decimal_evidence, parse_number
from sozialraum_plugin.core.indicators.imports.symbol_profiles import symbol_profile


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234", 1234), ("1.234.567,8", 1234567.8), ("1 234", 1234), ("52,3 %", 52.3), ("123 1)", 123), ("5²", 5),
        ("−4", -4), ("0,5", 0.5), ("007", 7), ("12.5", None), ("1231)", None), ("abc", None), ("12,", None),
        ("1,234.5", None), ("", None),
    ],
)  # fmt: skip
def test_german_numbers(cell, number):
    assert parse_number(cell, COMMA) == number


@pytest.mark.parametrize(("cell", "number"), [("1,234.5", 1234.5), ("12.5", 12.5), ("12,5", None), ("1e-05", 1e-5)])
def test_english_numbers(cell, number):
    assert parse_number(cell, POINT) == number


def test_only_cells_that_prove_a_decimal_sign_count():
    assert decimal_evidence(["1.234", "17", "abc"]) == {COMMA: 0, POINT: 0}
    assert decimal_evidence(["12,5", "1.234.567", "0,123"]) == {COMMA: 3, POINT: 0}
    assert decimal_evidence(["12.5", "59.92980403626792"]) == {COMMA: 0, POINT: 2}


@pytest.mark.parametrize(
    ("profile", "cell", "value", "flag"),
    [
        ("destatis", "-", 0, Flag.NONE), ("destatis", ".", None, Flag.SECRET), ("destatis", "x", None, "entfaellt"),
        ("destatis", "...", None, "spaeter"), ("destatis", "/", None, "unsicher"),
        ("destatis", "0", 0, "gerundet_null"), ("destatis", "(12)", 12, "unsicher"), ("destatis", "12p", 12, ""),
        ("ba", "*", None, Flag.SECRET), ("ba", "0", 0, Flag.NONE), ("zensus2011", "-9", None, Flag.SECRET),
        ("zensus2011", "-1", None, Flag.MISSING), ("zensus2022", "–", None, Flag.MISSING),
        ("none", "", None, Flag.MISSING), ("none", "-3", -3, Flag.NONE),
    ],
)  # fmt: skip
def test_symbols_depend_on_the_sender(profile, cell, value, flag):
    read = symbol_profile(profile).read(cell, COMMA)
    assert (read.value, read.flag, read.readable) == (value, flag, True)


def test_an_unknown_text_is_never_a_number():
    read = symbol_profile("none").read("*", COMMA)
    assert (read.value, read.flag, read.readable) == (None, Flag.MISSING, False)
