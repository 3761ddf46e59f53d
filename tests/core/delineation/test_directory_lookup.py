from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.address_columns import standard_addresses
from sozialraum_plugin.core.delineation.directory_lookup import Reason, assign
from sozialraum_plugin.core.delineation.directory_rows import RowProblem
from sozialraum_plugin.core.errors import MissingColumnError

COLUMNS = ("gemeinde", "strassenschluessel", "strasse", "plz", "ortsteil", "hausnummer", "zusatz")
DIRECTORY = ("strasse", "plz", "seite", "von_nummer", "von_zusatz", "bis_nummer", "bis_zusatz", "gebiet")


def addresses(*rows):
    table = pd.DataFrame(
        [dict(zip(("strasse", "hausnummer", "plz", "ortsteil", "strassenschluessel"), r)) for r in rows]
    )
    return standard_addresses(table.reindex(columns=COLUMNS), {column: column for column in COLUMNS})[0]


def directory(*rows):
    return pd.DataFrame([dict(zip(DIRECTORY, row)) for row in rows], columns=DIRECTORY)


FOREIGN = directory(
    ("Ring", "1", "G", "2", "", "12", "", "A"),
    ("Ring", "1", "gerade", "14", None, None, None, "B"),
    ("Ring", "1", "U", 1, "", 9, "", "C"),
    ("Ring", "2", "F", "1", "", "", "", "D"),
    ("Weg", "1", "", "", "", "", "", "E"),
    ("Weg", "1", "F", "1", "", "20", "", "A"),
    ("Weg", "1", "F", "20", "", "30", "", "B"),
    ("Platz", "3", "F", "", "", "", "", "A"),
)


@pytest.mark.parametrize(
    ("address", "area", "reason"),
    [
        (("RING ", 12, "1"), "A", Reason.ASSIGNED),
        (("Ring", "12c", "1"), "A", Reason.ASSIGNED),  # a further suffix of the last number
        (("Ring", "13", "1"), "", Reason.GAP),
        (("Ring", "998", "1"), "B", Reason.ASSIGNED),
        (("Ring", "9", "2"), "D", Reason.ASSIGNED),
        (("Ring", "9"), "", Reason.AMBIGUOUS_STREET),
        (("Ring", "9", "77777"), "", Reason.OTHER_PLACE),
        (("Ring", None, "1"), "", Reason.NO_NUMBER),
        (("Ring", None, "2"), "D", Reason.ASSIGNED),  # the whole street is in one area
        (("Weg", None), "E", Reason.ASSIGNED),
        (("Weg", "19"), "A", Reason.ASSIGNED),
        (("Weg", "20"), "", Reason.OVERLAP),
        (("Weg", "20a"), "B", Reason.ASSIGNED),
        (("Platz", "5", "3"), "A", Reason.ASSIGNED),
        (("Gasse", "5"), "", Reason.UNKNOWN_STREET),
        ((None, "5"), "", Reason.NO_STREET),
    ],
)
def test_each_address_gets_its_area_or_the_reason(address, area, reason):
    result = assign(addresses(address), FOREIGN)
    assert (result.area[0], result.reason[0]) == (area, reason)


def test_rows_that_contradict_each_other_are_listed():
    result = assign(addresses(("Ring", "2", "1")), FOREIGN)
    assert result.overlaps[["other", "row"]].values.tolist() == [[5, 6]]


def test_unusable_rows_are_named_and_the_good_ones_kept():
    table = directory(
        ("Ring", "", "F", "1", "", "", "", "A"),
        ("", "", "F", "1", "", "", "", "A"),
        ("Weg", "", "F", "1", "", "", "", None),
        ("Weg", "", "X", "1", "", "", "", "A"),
        ("Weg", "", "F", "eins", "", "", "", "A"),
        ("Weg", "", "F", "9", "", "5", "", "A"),
    )
    result = assign(addresses(("Ring", "5"), ("Weg", "7")), table)
    assert result.problem.tolist() == [
        RowProblem.NONE,
        RowProblem.NO_STREET,
        RowProblem.NO_AREA,
        RowProblem.SIDE,
        RowProblem.NUMBER,
        RowProblem.ORDER,
    ]
    assert result.area.tolist() == ["A", ""]


def test_keys_outweigh_names_and_never_cross():
    table = pd.DataFrame({"strassenschluessel": ["00010", "00020"], "strasse": ["Ring", "Weg"], "gebiet": ["A", "B"]})
    by_key = ("Rng", 5, None, None, "00010"), ("Ring", 5, None, None, "00030"), ("Ring", 5), ("Weg", None)
    result = assign(addresses(*by_key), table)
    assert result.area.tolist() == ["A", "", "A", "B"]
    assert result.reason[1] == Reason.UNKNOWN_STREET


def test_a_street_that_needs_no_ranges_needs_no_columns_for_them():
    result = assign(addresses(("Ring", 5)), pd.DataFrame({"strasse": ["Ring"], "gebiet": ["05"]}))
    assert result.area.tolist() == ["05"]


def test_a_table_that_is_no_directory_is_refused():
    with pytest.raises(MissingColumnError, match="gebiet"):
        assign(addresses(("Ring", 5)), pd.DataFrame({"strasse": ["Ring"]}))
    with pytest.raises(MissingColumnError, match="strasse"):
        assign(addresses(("Ring", 5)), pd.DataFrame({"gebiet": ["A"]}))


def test_an_empty_directory_and_an_empty_list_work():
    assert assign(addresses(("Ring", 5)), directory()).reason.tolist() == [Reason.UNKNOWN_STREET]
    assert assign(addresses(("Ring", 5)).iloc[:0], FOREIGN).area.empty
