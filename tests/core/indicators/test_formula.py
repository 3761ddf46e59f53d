import numpy as np
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.formula import Term, parse_formula


def value_of(text, **numbers):
    """Evaluate a formula; a variable five years back is a tenth of today's."""
    return parse_formula(text).evaluate(
        lambda leaf: np.array([numbers[leaf.variable] / (10 if leaf.years == 5 else 1)], dtype=float)
    )[0]


def test_sums_differences_and_lags():
    assert parse_formula("E - E[-5]").terms == (Term(1, "E"), Term(-1, "E", 5))
    assert parse_formula(" UE_REAL+UE_HAUPT ").terms == (Term(1, "UE_REAL"), Term(1, "UE_HAUPT"))
    assert parse_formula("-E_M_00 + Wähler[ - 10 ]").terms == (Term(-1, "E_M_00"), Term(1, "Wähler", 10))


def test_equal_formulas_have_equal_texts():
    assert parse_formula("A+B").text == parse_formula(" A  +  B ").text == "A + B"
    assert parse_formula("E-E[-1]").text == "E - E[-1]"
    assert parse_formula("mean(E, 2)").text == parse_formula("(E + E[-1]) / 2").text


def test_what_is_linear_has_weights_whatever_its_spelling():
    assert parse_formula("E - (F + G)").terms == (Term(1, "E"), Term(-1, "F"), Term(-1, "G"))
    assert parse_formula("2 * (A - B) / 4").terms == (Term(0.5, "A"), Term(-0.5, "B"))
    assert parse_formula("A + A").terms == (Term(2, "A"),)
    assert parse_formula("A + B - B").terms == (Term(1, "A"),)
    assert parse_formula("sum(A + B, 2)").terms == (Term(1, "A"), Term(1, "B"), Term(1, "A", 1), Term(1, "B", 1))
    assert parse_formula("mean(X[-5], 3)").terms == tuple(Term(pytest.approx(1 / 3), "X", back) for back in (5, 6, 7))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A + B * C", 2 + 3 * 5),
        ("(A + B) * C", 25),
        ("A - B - C", -6),
        ("C / A / B", 5 / 6),
        ("A * B / C", 6 / 5),
        ("-A * -B", 6),
        ("- (A - B)", 1),
        ("A * A[-5]", 0.4),
        ("A / (B - 3)", np.nan),
        ("2.5 * A", 5),
        ("A + 1", 3),
    ],
)
def test_arithmetic(text, expected):
    assert value_of(text, A=2, B=3, C=5) == pytest.approx(expected, nan_ok=True)


def test_kinds_of_formula():
    assert parse_formula("sum(SEU, 3)").has_lag and not parse_formula("sum(SEU, 3)").is_change
    assert parse_formula("E - E[-1]").is_change and parse_formula("E / E[-1]").is_change
    assert not parse_formula("A / B").is_linear and parse_formula("A / B").variables == ["A", "B"]
    for text in ("value(MIETE)", "measure(HA)", "A / B"):
        assert not parse_formula(text).is_additive
    assert parse_formula("value(M) - value(M[-5])").text == "value(M) - value(M[-5])"
    assert parse_formula("E").is_plain and not parse_formula("2 * E").is_plain


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "E +", "E E", "E[5]", "E[-5", "__import__('os')", "E; F", "E[-100]", "5", "E - E", "E / / F", "(E",
        "E)", "value(E + F)", "value(E) + E", "mean(E)", "mean(E, 0)", "mean(E, 1.5)", "max(E, F)", "E.real", "E ** 2",
        "lambda: E", "E[-1][-1]", "1e400 * E", "(" * 30 + "E" + ")" * 30, "E + " * 200 + "E",
        "sum(sum(sum(E, 40), 40), 40)",
    ],
)  # fmt: skip
def test_everything_else_is_refused(text):
    with pytest.raises(InputError, match="Zeile 7"):
        parse_formula(text, "Zeile 7")


def test_the_place_of_a_fault_is_shown():
    with pytest.raises(InputError, match="from “; F”"):
        parse_formula("E ; F", "Zeile 7")
    with pytest.raises(InputError, match="from “its end”"):
        parse_formula("(E + F", "Zeile 7")


def test_no_random_text_ends_otherwise_than_in_a_formula_or_a_sentence():
    generator = np.random.default_rng(5)
    pieces = ["E", "F_1", "ä", "12", "0", ".5", *"+-*/(),' ]", "[-", "mean(", "value("]
    numbers = {"E": 7.0, "F_1": 11.0, "ä": 13.0}

    def value(formula):
        return formula.evaluate(lambda leaf: np.array([numbers.get(leaf.variable, 3.0)]))

    understood = 0
    for _ in range(3000):
        text = "".join(generator.choice(pieces, size=int(generator.integers(1, 12))))
        try:
            formula = parse_formula(text)
        except InputError:
            continue
        understood += 1
        again = parse_formula(formula.text)
        assert again.text == formula.text
        np.testing.assert_allclose(value(again), value(formula), rtol=1e-9)
    assert understood > 50
