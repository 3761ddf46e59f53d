"""Counts of an office find their address, or the report."""

from __future__ import annotations

import gzip
import itertools
import re

import pytest

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

ADDRESS_KINDS = {
    "adresse_id": Kind.TEXT, "gemeinde": Kind.TEXT, "strassenschluessel": Kind.TEXT, "strasse": Kind.TEXT,
    "hausnummer": Kind.INTEGER, "zusatz": Kind.TEXT, "plz": Kind.TEXT,
}  # fmt: skip


@pytest.fixture
def addresses():
    rows = [
        ("a1", "05999001", "00001", "Hauptstraße", 1, "", "52001"),
        ("a2", "05999001", "00001", "Hauptstraße", 12, "a", "52001"),
        ("a3", "05999001", "00002", "Weg", 3, None, "52001"),
        ("a4", "05999002", "00001", "Hauptstraße", 1, "", "52002"),
    ]
    wkts = [f"POINT({410000 + 10 * number} 5470000)" for number in range(len(rows))]
    return memory_layer("Point", [dict(zip(ADDRESS_KINDS, row)) for row in rows], ADDRESS_KINDS, wkts)


def register(tmp_path, lines, encoding="utf-8"):
    path = tmp_path / "register.csv"
    path.write_bytes("\n".join(lines).encode(encoding))
    return str(path)


BY_NAME = {"STREET_FIELD": "strasse", "NUMBER_FIELD": "nr", "OUTPUT": "memory:", "REPORT": "memory:"}


def test_sums_at_addresses_and_what_is_left_over(addresses, tmp_path):
    table = register(
        tmp_path,
        [
            "strasse,nr,plz,gesamt,u18",
            'Hauptstr.,0001,52001,"10,0",2',
            "HAUPTSTRASSE,1,52001,5,1",
            "Hauptstraße,12 A,52001,7,0",
            "Weg,3,,1.200,300",
            "Hauptstraße,1,,4,4",
            "Weg,99,52001,8,0",
            "Wegg,3,52001,2,-9",
        ],
    )
    results, log = run(
        "joincounts",
        {
            "INPUT": addresses, "TABLE": table, "POSTCODE_FIELD": "plz", "COUNT_FIELDS": ["gesamt", "u18"],
            "POPULATION_FIELD": "gesamt", **BY_NAME,
        },
    )  # fmt: skip
    joined = table_of(results["OUTPUT"])
    assert joined.columns.tolist() == [*ADDRESS_KINDS, "einwohner", "u18"]
    assert joined["einwohner"].tolist() == [15, 7, 1200, 0]
    assert joined["u18"].tolist() == [3, 0, 300, 0]
    report = table_of(results["REPORT"]).set_index("zeile")
    assert report["grund"].to_dict() == {5: "strasse_mehrdeutig", 6: "nummer_unbekannt", 7: "strasse_unbekannt"}
    assert report["kandidaten"].to_dict() == {
        5: "Hauptstraße (52001, 1); Hauptstraße (52002, 1)", 6: "Weg 3", 7: "Weg (52001, 2)"
    }  # fmt: skip
    assert report["einwohner"].tolist() == [4, 8, 2]
    assert (results["MATCHED"], results["UNMATCHED"]) == (4, 3)
    assert (results["POPULATION"], results["UNMATCHED_POPULATION"]) == (1222, 14)
    assert "Balance of inhabitants: 1.236 read" in log
    assert "1 hidden values count as 0" in log


def test_one_row_a_person_by_street_key(addresses, tmp_path):
    table = register(tmp_path, ["schl;nr;zus;ags", *["00001;0012;A;05999001"] * 3, "1;1;;05999002"])
    results, _ = run(
        "joincounts",
        {
            "INPUT": addresses, "TABLE": table, "STREET_KEY_FIELD": "schl", "NUMBER_FIELD": "nr",
            "SUFFIX_FIELD": "zus", "COMMUNE_FIELD": "ags", "OUTPUT": "memory:",
        },
    )  # fmt: skip
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [0, 3, 0, 1]


def test_a_second_table_adds_its_columns_and_a_repeated_one_replaces(addresses, tmp_path):
    table = register(tmp_path, ["strasse;nr;gesamt;arbeitslos", "Weg;3;9;2"])
    base = {"INPUT": addresses, "TABLE": table, "COUNT_FIELDS": ["gesamt"], "POPULATION_FIELD": "gesamt", **BY_NAME}
    first = run("joincounts", base)[0]["OUTPUT"]
    results, _ = run("joincounts", {**base, "INPUT": first, "COUNT_FIELDS": ["arbeitslos"], "POPULATION_FIELD": None})
    assert table_of(results["OUTPUT"])[["einwohner", "arbeitslos"]].values.tolist() == [[0, 0], [0, 0], [9, 2], [0, 0]]
    results, log = run("joincounts", {**base, "INPUT": first})
    assert table_of(results["OUTPUT"])["einwohner"].tolist() == [0, 0, 9, 0]
    assert "“einwohner” of the addresses is replaced" in log


@pytest.mark.parametrize(
    ("lines", "parameters", "sentence"),
    [
        (["strasse;nr;n", "Weg;3;12,5"], {"COUNT_FIELDS": ["n"]}, "row 1, column “n”: “12,5” is no count"),
        (["strasse;nr;n", "Weg;3;viele"], {"COUNT_FIELDS": ["n"]}, "“viele” is no count"),
        (["strasse;nr;n", "Weg;3;1"], {"COUNT_FIELDS": ["m"]}, "field “m” is missing in “register”"),
        (["strasse;nr;plz", "Weg;3;1"], {"COUNT_FIELDS": ["plz"]}, "“plz” cannot be named “plz”"),
        (["strasse;nr;n", "Weg;3;1"], {"STREET_FIELD": None}, "Name the column of the street key"),
    ],
)
def test_a_wrong_choice_is_said_in_a_sentence(addresses, tmp_path, lines, parameters, sentence):
    table = register(tmp_path, lines)
    _, log, good = attempt("joincounts", {"INPUT": addresses, "TABLE": table, **BY_NAME, **parameters})
    assert not good
    assert sentence in log


def test_a_layer_that_is_no_address_list_is_refused(tmp_path):
    layer = memory_layer("Point", [{"name": "x"}], {"name": Kind.TEXT}, ["POINT(0 0)"], name="haltestellen")
    table = register(tmp_path, ["strasse;nr", "Weg;3"])
    _, log, good = attempt("joincounts", {"INPUT": layer, "TABLE": table, **BY_NAME})
    assert not good
    assert "Column “hausnummer” is missing in “haltestellen”" in log


def test_an_empty_table_gives_zeros(addresses):
    table = memory_layer("NoGeometry", [], {"strasse": Kind.TEXT, "nr": Kind.TEXT, "n": Kind.INTEGER})
    results, _ = run("joincounts", {"INPUT": addresses, "TABLE": table, "COUNT_FIELDS": ["n"], **BY_NAME})
    assert table_of(results["OUTPUT"])["n"].tolist() == [0, 0, 0, 0]


def test_no_addresses_at_all_loses_no_row(tmp_path):
    layer = memory_layer("Point", [], ADDRESS_KINDS, [])
    table = register(tmp_path, ["strasse;nr;n", "Weg;3;5"])
    results, _ = run("joincounts", {"INPUT": layer, "TABLE": table, "COUNT_FIELDS": ["n"], **BY_NAME})
    assert results["UNMATCHED"] == 1


def test_a_part_of_essen_finds_itself(real_data, tmp_path):
    """Every numbered address of 20,000 of Essen, spelled as a register would, comes back to its own point."""
    with gzip.open(real_data / "essen" / "essen_hauskoordinaten.csv.gz", "rt", encoding="utf-8") as lines:
        path = tmp_path / "essen.csv"
        path.write_text("".join(itertools.islice(lines, 20_001)), encoding="utf-8")
    addresses = run(
        "importaddresses",
        {
            "INPUT": str(path), "X_FIELD": "E", "Y_FIELD": "N", "STREET_FIELD": "STRNAME", "NUMBER_FIELD": "HSNR",
            "SUFFIX_FIELD": "HSNRZU", "STREET_KEY_FIELD": "STRSCHL", "COMMUNE": "05113000", "OUTPUT": "memory:",
        },
    )[0]["OUTPUT"]  # fmt: skip
    own = table_of(addresses)
    lines = ["key;street;number;n"] + [
        f"{a.strassenschluessel};{re.sub('str[.]$', 'straße', a.strasse).upper()};"
        f"{a.hausnummer:04d} {a.zusatz.upper()};1"
        for a in own[own["hausnummer"].notna()].itertuples()
    ]
    base = {
        "INPUT": addresses, "TABLE": register(tmp_path, lines), "NUMBER_FIELD": "number", "COUNT_FIELDS": ["n"],
        "STREET_FIELD": "street", "OUTPUT": "memory:", "REPORT": "memory:",
    }  # fmt: skip
    by_key = run("joincounts", {**base, "STREET_KEY_FIELD": "key"})[0]
    assert (by_key["MATCHED"], by_key["UNMATCHED"]) == (own["hausnummer"].notna().sum(), 0)
    assert (table_of(by_key["OUTPUT"])["n"] == own["hausnummer"].notna()).all()
    by_name = run("joincounts", base)[0]
    report = table_of(by_name["REPORT"])
    # Names that two keys share cannot be told apart without the key; all others come home.
    assert set(report["grund"]) <= {"strasse_mehrdeutig"}
    shared = own.groupby(own["strasse"])["strassenschluessel"].nunique()
    assert len(report) == own[own["hausnummer"].notna()]["strasse"].isin(shared[shared > 1].index).sum()
