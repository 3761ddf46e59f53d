import csv

import pytest

from sozialraum_plugin.core.errors import InputError, MissingColumnError
from sozialraum_plugin.core.indicators.catalogue import (
    indicator_sets,
    merge,
    read_catalogue,
    select,
    shipped_catalogue,
)
from sozialraum_plugin.core.indicators.indicator import IndicatorKind
from sozialraum_plugin.core.paths import resource

COMPUTABLE = [
    "B01", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B14", "B15", "B21", "H01", "H02", "H03",
    "H04", "H06", "M01", "A04", "A05", "A06", "A08", "A09", "A10", "A12", "K01", "K02", "K05", "K06", "K07", "J01",
    "V01", "W02", "W05", "H_PAAR_OHNE", "H_PAAR_MIT", "H_ALLEINERZ", "H_SONSTIGE",
]  # fmt: skip
SAMPLE_VARIABLES = [
    "E", "E_u3", "E_3_u6", "E_6_u10", "E_u10", "E_u15", "E_u18", "E_18_u25", "E_15_u65", "E_18_64", "E_65", "E_80",
    "E_0_RAG", "AUSL", "E_WD5", "E_ab5", "HH", "HH_1P", "HH_KIND", "HH_ALLEINERZ", "HH_3K", "HH_PAAR_OHNE",
    "HH_PAAR_MIT", "HH_SONST", "HH_SENIOREN", "LB", "ELB", "NEF_u15", "ALO_SGB2", "ALO_SGB3", "ALO_u25", "BG",
    "UE_4", "UE_GY", "UE_GE", "UE_REAL", "UE_HAUPT", "WAHL_BER", "WAEHLER", "KITA_u3", "KITA_3_u6", "HZE", "WHG",
    "WHG_EFH", "WHG_LEER",
]  # fmt: skip
AGES = [f"{sex}_{age:02d}" for sex in "MW" for age in range(0, 90, 5)]
THE_108 = [
    *(f"B{n:02d}" for n in range(1, 22)), *(f"H{n:02d}" for n in range(1, 8)), *(f"M{n:02d}" for n in range(1, 7)),
    *(f"A{n:02d}" for n in range(1, 16)), *(f"S{n:02d}" for n in range(1, 10)), *(f"K{n:02d}" for n in range(1, 12)),
    *(f"G{n:02d}" for n in range(1, 7)), *(f"W{n:02d}" for n in range(1, 8)), *(f"P{n:02d}" for n in range(1, 5)),
    *(f"J{n:02d}" for n in range(1, 8)), "V01", "V02", "V03", "C01", "C02", *(f"I{n:02d}" for n in range(1, 7)),
    *(f"U{n:02d}" for n in range(1, 5)),
]  # fmt: skip
CATALOGUE = {indicator.code: indicator for indicator in shipped_catalogue()}


def test_the_108_rows_are_all_there_and_each_is_complete():
    assert set(THE_108) | set(COMPUTABLE) <= set(CATALOGUE)
    assert {f"P{age.replace('_', '')}" for age in AGES} <= set(CATALOGUE)
    assert len([entry for entry in CATALOGUE.values() if entry.theme == "Altersaufbau"]) == 36
    with resource("indicators", "catalogue.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for row in rows:
        empty = [column for column, cell in row.items() if not cell and column != "nenner"]
        assert not empty, (row["code"], empty)
        assert row["definition"].endswith(".") and row["definition_en"].endswith(".") and row["falle"].endswith(".")
        assert row["definition"] != row["definition_en"] and row["name"] != "" != row["name_en"]


def test_what_the_sample_delivers_can_still_be_computed():
    known = {*SAMPLE_VARIABLES, *(f"E_{age}" for age in AGES)}
    for code in COMPUTABLE:
        assert set(CATALOGUE[code].variables) <= known, code


def test_names_kinds_and_units_go_together():
    assert CATALOGUE["A04"].name == "Arbeitslosenanteil" and CATALOGUE["A08"].name == "SGB II-Quote"
    for indicator in CATALOGUE.values():
        assert "Arbeitslosenquote" not in indicator.name
        if indicator.kind == IndicatorKind.SHARE:
            assert indicator.unit in ("%", "je 1000") and indicator.is_share, indicator.code
        if indicator.kind == IndicatorKind.QUOTIENT:
            assert not set(indicator.numerator.variables) & set(indicator.denominator.variables)
        if indicator.kind == IndicatorKind.MEAN:
            assert indicator.denominator is not None and indicator.has_counted_base, indicator.code
    assert {code for code, entry in CATALOGUE.items() if entry.is_delivered} == {"B13", "W06", "V03"}
    assert CATALOGUE["S01"].denominator.text == "E - E_0_RAG"
    assert CATALOGUE["B18"].denominator.text == "0.5 * E + 0.5 * E[-1]"
    assert CATALOGUE["A10"].variables == ["NEF_u15", "E_u15"] and CATALOGUE["A11"].variables[0] == "KINDER_BG_u18"
    assert CATALOGUE["A07"].denominator.variables == ["ALO_SGB2", "ALO_SGB3"]


def test_own_rows_replace_and_extend(tmp_path):
    path = tmp_path / "eigene.csv"
    text = "code;name;zaehler;nenner;faktor\nB01;Einwohner, alle Wohnsitze;E_ALLE;;\nX1;Hunde für 1000;HUNDE;E;1000\n"
    path.write_bytes(text.encode("cp1252"))
    merged = {indicator.code: indicator for indicator in merge(shipped_catalogue(), read_catalogue(path))}
    assert merged["B01"].numerator.text == "E_ALLE"
    assert (merged["X1"].factor, merged["X1"].polarity, merged["X1"].name_en) == (1000, "0", "Hunde für 1000")
    assert merged["X1"].kind == IndicatorKind.RATIO


def test_codes_themes_and_sets_select():
    every = shipped_catalogue()
    assert [entry.code for entry in select(every, ["SGB II", "B01"])] == ["B01", *(f"A{n:02d}" for n in range(8, 16))]
    assert len(select(every, ["Basis 20"])) == 20 == len(select(every, ["basis 20"]))
    assert [entry.code for entry in select(every, ["Berlin MSS 2021", "B01"])] == ["B01", "A04", "A10", "MSS_S3"]
    with pytest.raises(InputError, match="“Z99” is neither.*Sets: Basis 20, KGSt"):
        select(every, ["Z99"])


def test_every_set_holds_codes_of_the_catalogue_each_once():
    for name, codes in indicator_sets([]).items():
        assert set(codes) <= set(CATALOGUE) and len(codes) == len(set(codes)), name


def test_own_rows_make_own_sets_and_join_shipped_ones(tmp_path):
    path = tmp_path / "eigene.csv"
    path.write_text("code;name;zaehler;saetze\nX1;Hunde;HUNDE;Tableau 2026 | Basis 20\n", encoding="utf-8")
    merged = merge(shipped_catalogue(), read_catalogue(path))
    assert [entry.code for entry in select(merged, ["Tableau 2026"])] == ["X1"]
    assert len(select(merged, ["Basis 20"])) == 21


HEAD = "code;name;zaehler;nenner;faktor;masseinheit;polaritaet;art;nachkommastellen"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("X;Name;E +", "row 2, column “zaehler”.*not understood"),
        ("X;Name;E;(F", "row 2, column “nenner”.*not understood"),
        (";Name;E", "row 2.*code is empty"),
        ("X;;E", "row 2.*name is empty"),
        ("X;Name;", "row 2, column “zaehler”.*empty"),
        ("X Y;Name;E", "code “X Y” may have letters"),
        ("X;Name;E\nX;Name;E", "row 3.*twice"),
        ("X;Name;E;;;;~", "column “polaritaet”.*polarity “~”"),
        ("X;Name;E;F;;;;Quote", "column “art”.*kind “Quote”"),
        ("X;Name;E;F;viel", "“viel” in the column “faktor” is no number"),
        ("X;Name;E;F;-1", "column “faktor”.*above 0"),
        ("X;Name;E;F;nan", "column “faktor”.*above 0"),
        ("X;Name;E;F;1;;;;1,5", "column “nachkommastellen”.*whole number"),
        ("X;Name;E;F;;%", "the unit “%” goes with the factor 100, not 1"),
        ("X;Name;E;F;100;je 1000", "the unit “je 1000” goes with the factor 1000, not 100"),
        ("X;Name;E;;;;;anteil", "“anteil” needs a denominator"),
        ("X;Name;E;F;;;;anzahl", "“anzahl” has no denominator"),
        ("X;Name;measure(HA);F;100;%;;anteil", "“anteil” asks for sums of counts"),
        ("X;Name;E - E[-1];E;100;%;;anteil", "a change over years is no share"),
        ("X;Name;value(MIETE);WHG;;;;verhaeltnis", "so the kind is “mittel”"),
        ("X;Name;E;;;;;;;too;many", "row 2: 11 cells, but the head has 9 columns"),
    ],
)
def test_faults_are_named_with_row_and_column(tmp_path, rows, sentence):
    path = tmp_path / "eigene.csv"
    path.write_text(f"{HEAD}\n{rows}\n", encoding="utf-8")
    with pytest.raises(InputError, match=sentence):
        read_catalogue(path)


def test_all_faults_of_a_file_are_named_at_once(tmp_path):
    path = tmp_path / "eigene.csv"
    path.write_text(f"{HEAD}\n" + "".join(f"X{n};Name;E +\n" for n in range(14)), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_catalogue(path)
    lines = str(raised.value).splitlines()
    assert len(lines) == 11 and "row 2" in lines[0] and "row 11" in lines[9] and "4 more" in lines[10]


def test_a_catalogue_without_formula_is_refused(tmp_path):
    path = tmp_path / "eigene.csv"
    path.write_text("code;name\nX;Name\n", encoding="utf-8")
    with pytest.raises(MissingColumnError, match="“zaehler” is missing in “eigene.csv”"):
        read_catalogue(path)
    path.write_text("code;name;zaehler;name\nX;Name;E;Name\n", encoding="utf-8")
    with pytest.raises(InputError, match="column “name” is there 2 times"):
        read_catalogue(path)
    with pytest.raises(InputError, match="does not exist"):
        read_catalogue(tmp_path / "fehlt.csv")
