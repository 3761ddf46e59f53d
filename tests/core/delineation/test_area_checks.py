from __future__ import annotations

import numpy as np
import pytest

from sozialraum_plugin.core.delineation.area_checks import (
    ORDER,
    Check,
    Finding,
    Results,
    findings_table,
    kind_text,
    summary_table,
)
from sozialraum_plugin.core.delineation.area_checks_bounds import Bounds, bounds_findings, parse_bounds
from sozialraum_plugin.core.errors import InputError


def test_every_kind_of_finding_has_a_name():
    assert len({kind_text(kind) for kind in ORDER}) == len(ORDER) > 15


def test_findings_are_numbered_with_the_worst_kind_and_the_largest_first():
    results = Results(
        [
            Finding(Check.ADDRESS_UNASSIGNED, "quartier", "lost", row=6),
            Finding(Check.GAP, "quartier", "small", size=2.0, unit="m²"),
            Finding(Check.GAP, "quartier", "large", size=20.0, unit="m²"),
        ]
    )
    table = findings_table(results.ordered())
    assert table["hinweis"].tolist() == ["large", "small", "lost"]
    assert table["nummer"].tolist() == [1, 2, 3]
    assert table["zeile"].tolist() == [None, None, 7]


def test_the_summary_tells_checks_without_findings_from_checks_that_were_not_made():
    results = Results([Finding(Check.GAP, "q", "x", size=2.5, unit="m²", addresses=3)])
    results.checked("q", Check.GAP, Check.OVERLAP)
    results.skip("q", "no addresses", Check.ADDRESS_TWICE)
    results.ignore("q", Check.OVERLAP, 0.25)
    results.ignore("q", Check.OVERLAP, 0.5)
    table = summary_table(results).set_index("art")
    assert table["anzahl"].to_dict() == {Check.GAP: 1, Check.OVERLAP: 0, Check.ADDRESS_TWICE: None}
    assert (table.at[Check.GAP, "groesse"], table.at[Check.GAP, "adressen"]) == (2.5, 3)
    assert "no addresses" in table.at[Check.ADDRESS_TWICE, "hinweis"]
    assert "2 pieces, 0,8 m²" in table.at[Check.OVERLAP, "hinweis"]


@pytest.mark.parametrize(
    "text, level, minimum, maximum",
    [
        ("quartier=700-2500", "quartier", 700, 2500),
        (" a = 1 - 2 ; sozialraum: 2.500 bis 8.500\n", "sozialraum", 2500, 8500),
        ("quartier=1000-", "quartier", 1000, None),
        ("kreis=-300000", "kreis", None, 300_000),
    ],
)
def test_bounds_are_read(text, level, minimum, maximum):
    assert parse_bounds(text)[level] == Bounds(minimum, maximum)


@pytest.mark.parametrize("text", ["quartier", "quartier=700", "700-2500", "q=a-b", "quartier=2500-700"])
def test_bounds_that_make_no_sense_are_refused(text):
    with pytest.raises(InputError):
        parse_bounds(text)


def test_an_area_at_its_bound_keeps_it_and_an_unknown_number_is_told():
    people = np.array([700.0, 699.0, 2500.0, 2501.0, np.nan])
    found = bounds_findings("q", list("abcde"), people, range(5), [None] * 5, Bounds(700, 2500))
    assert [(item.area, item.kind) for item in found] == [
        ("b", Check.TOO_SMALL),
        ("d", Check.TOO_LARGE),
        ("e", Check.NO_POPULATION),
    ]
    assert "1 fewer" in found[0].note
