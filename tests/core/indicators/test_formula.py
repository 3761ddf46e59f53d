import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.formula import Term, parse_formula


def test_sums_differences_and_lags():
    assert parse_formula("E - E[-5]").terms == (Term(1, "E"), Term(-1, "E", 5))
    assert parse_formula(" UE_REAL+UE_HAUPT ").terms == (Term(1, "UE_REAL"), Term(1, "UE_HAUPT"))
    assert parse_formula("-E_M_00 + Wähler[ - 10 ]").terms == (Term(-1, "E_M_00"), Term(1, "Wähler", 10))


def test_equal_formulas_have_equal_texts():
    assert parse_formula("A+B").text == parse_formula(" A  +  B ").text == "A + B"
    assert parse_formula("E-E[-1]").text == "E - E[-1]"


@pytest.mark.parametrize(
    "text",
    ["", "  ", "E +", "E E", "2 * E", "E / HH", "E[5]", "E[-5", "__import__('os')", "E; F", "E - (F + G)", "E[-100]"],
)
def test_everything_else_is_refused(text):
    with pytest.raises(InputError, match="Zeile 7"):
        parse_formula(text, "Zeile 7")
