import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.candidates import candidates
from sozialraum_plugin.core.addresses.matching import address_columns, comparable, match

ADDRESSES = [
    # gemeinde, schluessel, strasse, nummer, zusatz, plz, ortsteil
    ("05999001", "00001", "Hauptstraße", 1, "", "52001", ""),
    ("05999001", "00001", "Hauptstraße", 3, "a", "52001", ""),
    ("05999001", "00002", "Sankt-Anna-Weg", 1, "", "52001", ""),
    ("05999002", "00001", "Hauptstraße", 1, "", "52002", ""),
    ("05999002", "00001", "Hauptstraße", 5, "", "52002", ""),
    ("05999001", "00003", "Am Berg", 7, "", "52001", ""),
    ("05999001", "00004", "Amberg", 9, "", "52001", ""),
    ("05999001", "00001", "Hauptstraße", 3, "a", "52001", ""),
    ("05999001", "00005", "Dorfstraße", 2, "", "52003", "Nord"),
    ("05999001", "00006", "Dorfstraße", 4, "", "52004", "Süd"),
    ("05999001", "00003", "Am Berg", None, "", "52001", ""),
]
NAMES = ["gemeinde", "strassenschluessel", "strasse", "hausnummer", "zusatz", "plz", "ortsteil"]
BOTH_MAIN = "Hauptstraße (52001, 1); Hauptstraße (52002, 1)"
BOTH_VILLAGE = "Dorfstraße (52003, 5); Dorfstraße (52004, 6)"
FROM_ONE = "Hauptstraße 1; Hauptstraße 3 a"


def matched(**row):
    addresses = comparable(pd.DataFrame(ADDRESSES, columns=NAMES), address_columns())
    rows = comparable(pd.DataFrame([row]), {name: name for name in address_columns()})
    result = match(rows, addresses)
    return result.address[0], result.match_class[0], result.problem[0], candidates(rows, addresses, result)[0]


@pytest.mark.parametrize(
    ("row", "address", "match_class"),
    [
        ({"gemeinde": "05999001", "strasse": "Hauptstraße", "hausnummer": "1"}, 0, "exakt"),
        ({"gemeinde": "5999001", "strasse": "HAUPTSTR.", "hausnummer": "0001"}, 0, "normalisiert"),
        ({"gemeinde": "05999001", "strasse": "Hauptstr", "hausnummer": "3", "zusatz": "A"}, 1, "normalisiert"),
        ({"gemeinde": "05999001", "strassenschluessel": "1", "hausnummer": "3a"}, 1, "exakt"),
        ({"strasse": "Hauptstraße", "plz": "52002", "hausnummer": "1"}, 3, "exakt"),
        ({"strasse": "St. Anna Weg", "hausnummer": 1.0}, 2, "normalisiert"),
        ({"strasse": "Am Berg", "hausnummer": "7"}, 5, "exakt"),
        ({"strasse": "Dorfstraße", "ortsteil": "süd", "hausnummer": "4"}, 9, "exakt"),
    ],
)
def test_a_row_finds_its_address(row, address, match_class):
    assert matched(**row) == (address, match_class, "", "")


@pytest.mark.parametrize(
    ("row", "problem", "candidate"),
    [
        # The same name in two communes, though only one has a number 5.
        ({"strasse": "Hauptstraße", "hausnummer": "5"}, "strasse_mehrdeutig", BOTH_MAIN),
        ({"strasse": "Dorfstraße", "hausnummer": "4"}, "strasse_mehrdeutig", BOTH_VILLAGE),
        # "AM BERG 9" is Am Berg, which has no 9, or Amberg 9.
        ({"strasse": "AM BERG", "hausnummer": "9"}, "strasse_mehrdeutig", "Am Berg (52001, 3); Amberg (52001, 4)"),
        ({"strasse": "Hauptstrase", "hausnummer": "1"}, "strasse_unbekannt", BOTH_MAIN),
        ({"strasse": "Ringallee", "hausnummer": "1"}, "strasse_unbekannt", ""),
        ({"strasse": "Hauptstraße", "plz": "99999", "hausnummer": "1"}, "angaben_widersprechen_sich",
         BOTH_MAIN),
        ({"gemeinde": "05999001", "strassenschluessel": "00002", "strasse": "Hauptstraße", "hausnummer": "1"},
         "angaben_widersprechen_sich", BOTH_MAIN),
        ({"gemeinde": "05999001", "strassenschluessel": "00077", "strasse": "Hauptstraße", "hausnummer": "1"},
         "angaben_widersprechen_sich", BOTH_MAIN),
        ({"plz": "52001", "strasse": "Hauptstraße", "hausnummer": "3"}, "nummer_unbekannt",
         "Hauptstraße 3 a; Hauptstraße 1"),
        ({"plz": "52001", "strasse": "Hauptstraße", "hausnummer": "1-3"}, "nummer_unbekannt", FROM_ONE),
        ({"plz": "52001", "strasse": "Hauptstraße", "hausnummer": "01. Mrz"}, "excel_datum", FROM_ONE),
        ({"plz": "52001", "strasse": "Hauptstraße", "hausnummer": ""}, "ohne_nummer", FROM_ONE),
    ],
)  # fmt: skip
def test_a_doubtful_row_finds_none_but_candidates(row, problem, candidate):
    assert matched(**row) == (-1, "", problem, candidate)


def test_a_row_without_number_finds_only_the_address_without_number():
    address, match_class, problem, _ = matched(gemeinde="05999001", strasse="Am Berg")
    assert (address, match_class, problem) == (10, "exakt", "")
    address, match_class, problem, _ = matched(gemeinde="05999001", strasse="Hauptstraße")
    assert (address, match_class, problem) == (-1, "", "ohne_nummer")
