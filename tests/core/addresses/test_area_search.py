"""Areas found while typing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.address_index import build_index
from sozialraum_plugin.core.addresses.area_search import Area, areas_of_addresses, list_areas, search_areas

BOX = (0.0, 0.0, 1.0, 1.0)
AREAS = list_areas(
    [
        Area("quartier", "05001", "Mitte", BOX),
        Area("quartier", "05002", "Mitte Süd", BOX),
        Area("quartier", "05003", "Am Römerpark / St. Anna", BOX),
        Area("sozialraum", "050", "Mitte", BOX),
        Area("sozialraum", "051", "", BOX),
    ]
)


def found(text, limit=10):
    return [area.code for area, _ in search_areas(AREAS, text, limit)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [("mitte", ["05001", "050", "05002"]), ("Sozialraum Mitte", ["050"]), ("süd", ["05002"]), ("sued", ["05002"]),
     ("roemer", ["05003"]), ("sankt anna", ["05003"]), ("St. A", ["05003"]), ("0500", ["05001", "05002", "05003"]),
     ("050", ["050", "05001", "05002", "05003"]), ("051", ["051"]), ("quartier 051", []), ("", []), ("m", []),
     ("itte", []), ("Mitte 12", []), ("?", []), ("--", [])],
)  # fmt: skip
def test_names_words_and_codes_are_found_the_best_first(text, codes):
    assert found(text) == codes


def test_no_more_than_asked_for():
    assert found("mitte", 1) == ["05001"]


def test_areas_lie_around_the_addresses_that_name_them():
    table = pd.DataFrame(
        {"strasse": ["A", "A", "B", "C"], "hausnummer": list("1234"), "quartier": ["Q2", "Q1", "Q2", None]}
    )
    index = build_index(table, np.array([[0, 0], [5, 5], [2, 1], [9, 9]]), {("quartier", "Q2"): "Mitte"})
    first, second = areas_of_addresses(index, "quartier")
    assert first == Area("quartier", "Q1", "", (5, 5, 5, 5))
    assert second == Area("quartier", "Q2", "Mitte", (0, 0, 2, 1))
    assert areas_of_addresses(index, "sozialraum") == []
