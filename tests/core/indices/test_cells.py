import math

import numpy as np
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.cells import flag_column, number_column


def values(cells, whole=False):
    return number_column("x", cells, whole).values.tolist()


def test_decimal_point_and_decimal_comma():
    assert values(["4.98155", "-0.19405", "0"]) == [4.98155, -0.19405, 0.0]
    assert values(["4,98155", "−0,19405", " 12 "]) == [4.98155, -0.19405, 12.0]


def test_thousands_marks_are_judged_from_the_whole_column():
    assert values(["1.234,5", "1.200"]) == [1234.5, 1200.0]
    assert values(["1,234.5", "1,200"]) == [1234.5, 1200.0]
    assert values(["1.234.567"]) == [1234567.0]
    assert values(["1.234", "2.345"]) == [1.234, 2.345]
    assert values(["1.234", "987"], whole=True) == [1234.0, 987.0]
    assert values(["1,234", "987"], whole=True) == [1234.0, 987.0]
    assert values(["3 419", "1\u00a0791"]) == [3419.0, 1791.0]


def test_percent_signs_and_exponents():
    assert values(["12,5 %", "1e-3"]) == [12.5, 0.001]


def test_sentinels_and_marks_are_missing_and_counted():
    column = number_column("S1", ["-9999", -9999.0, "", None, "·", "-", "5"])
    assert np.isnan(column.values[:6]).all()
    assert column.values[6] == 5
    assert column.marks == {"-9999": 2, "·": 1, "-": 1}
    assert column.unreadable == {}


def test_other_text_is_kept_with_its_row():
    column = number_column("S1", ["1", "mittel", "1_000", "inf"])
    assert column.unreadable == {1: "mittel", 2: "1_000", 3: "inf"}
    assert math.isnan(column.values[1])


@pytest.mark.parametrize("cell", [True, 1, 1.0, "1", "ja", "Ja ", "true", "WAHR", "yes"])
def test_yes(cell):
    assert flag_column("x", [cell]) == [""]


@pytest.mark.parametrize("cell", [False, 0, 0.0, "0", "nein", "FALSE", "falsch", "", " ", None, "gültig"])
def test_no(cell):
    assert flag_column("x", [cell]) == [None]


def test_the_reason_written_in_the_flag_is_kept():
    assert flag_column("KOM", ["gültig", "ungültig (Ausreißer)"]) == [None, "ungültig (Ausreißer)"]


def test_any_other_flag_is_refused_with_its_row():
    with pytest.raises(InputError, match="Row 2.*KOM.*vielleicht"):
        flag_column("KOM", ["ja", "vielleicht"])
