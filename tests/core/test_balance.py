import pytest

from sozialraum_plugin.core.balance import Balance
from sozialraum_plugin.core.errors import SozialraumError


def test_a_complete_balance_lists_every_outcome():
    balance = Balance("addresses", 1200)
    balance.add("in the result", 1190)
    balance.add("without coordinates", 10)
    balance.add("duplicates", 0)
    assert balance.lines() == [
        "Balance of addresses: 1.200 read",
        "  1.190  in the result",
        "  10  without coordinates",
    ]


def test_a_lost_row_is_an_error():
    balance = Balance("addresses", 3, {"in the result": 2})
    with pytest.raises(SozialraumError, match="1 rows are unaccounted"):
        balance.lines()
