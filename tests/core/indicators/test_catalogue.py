import pytest

from sozialraum_plugin.core.errors import InputError, MissingColumnError
from sozialraum_plugin.core.indicators.catalogue import merge, read_catalogue, select, shipped_catalogue

COMPUTABLE = [
    "B01", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B14", "B15", "B21", "H01", "H02", "H03",
    "H04", "H06", "M01", "A04", "A05", "A06", "A08", "A09", "A10", "A12", "K01", "K02", "K05", "K06", "K07", "J01",
    "V01", "W02", "W05", "H_PAAR_OHNE", "H_PAAR_MIT", "H_ALLEINERZ", "H_SONSTIGE",
]  # fmt: skip
VARIABLES = [
    "E", "E_u3", "E_3_u6", "E_6_u10", "E_u10", "E_u15", "E_u18", "E_18_u25", "E_15_u65", "E_18_64", "E_65", "E_80",
    "E_0_RAG", "AUSL", "E_WD5", "E_ab5", "HH", "HH_1P", "HH_KIND", "HH_ALLEINERZ", "HH_3K", "HH_PAAR_OHNE",
    "HH_PAAR_MIT", "HH_SONST", "HH_SENIOREN", "LB", "ELB", "NEF_u15", "ALO_SGB2", "ALO_SGB3", "ALO_u25", "BG",
    "UE_4", "UE_GY", "UE_GE", "UE_REAL", "UE_HAUPT", "WAHL_BER", "WAEHLER", "KITA_u3", "KITA_3_u6", "HZE", "WHG",
    "WHG_EFH", "WHG_LEER",
]  # fmt: skip
AGES = [f"{sex}_{age:02d}" for sex in "MW" for age in range(0, 90, 5)]


def test_the_shipped_catalogue_is_complete():
    catalogue = {indicator.code: indicator for indicator in shipped_catalogue()}
    assert set(COMPUTABLE) <= set(catalogue)
    assert {f"P{age.replace('_', '')}" for age in AGES} <= set(catalogue)
    assert len([entry for entry in catalogue.values() if entry.theme == "Altersaufbau"]) == 36
    known = {*VARIABLES, *(f"E_{age}" for age in AGES)}
    for indicator in catalogue.values():
        assert set(indicator.variables) <= known, indicator.code
        assert indicator.name and indicator.name_en and indicator.definition and indicator.source and indicator.unit


def test_shares_of_population_are_not_called_quote():
    names = {indicator.code: indicator.name for indicator in shipped_catalogue()}
    assert names["A04"] == "Arbeitslosenanteil" and names["A08"] == "SGB II-Quote"


def test_own_rows_replace_and_extend(tmp_path):
    path = tmp_path / "eigene.csv"
    text = "code;name;zaehler;nenner;faktor\nB01;Einwohner, alle Wohnsitze;E_ALLE;;\nX1;Hunde für 1000;HUNDE;E;1000\n"
    path.write_bytes(text.encode("cp1252"))
    merged = {indicator.code: indicator for indicator in merge(shipped_catalogue(), read_catalogue(path))}
    assert merged["B01"].numerator.text == "E_ALLE"
    assert (merged["X1"].factor, merged["X1"].polarity, merged["X1"].name_en) == (1000, "0", "Hunde für 1000")


def test_codes_and_themes_select():
    codes = [indicator.code for indicator in select(shipped_catalogue(), ["SGB II", "B01"])]
    assert codes == ["B01", "A08", "A09", "A10", "A12"]
    with pytest.raises(InputError, match="“Z99” is neither"):
        select(shipped_catalogue(), ["Z99"])


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("X;Name;E +;", "row 2.*not understood"),
        (";Name;E;", "row 2.*code is empty"),
        ("X;Name;E;\nX;Name;E;", "row 3.*twice"),
        ("X;Name;E;~", "polarity “~”"),
    ],
)
def test_faults_are_named_with_their_row(tmp_path, rows, sentence):
    path = tmp_path / "eigene.csv"
    path.write_text(f"code;name;zaehler;polaritaet\n{rows}\n", encoding="utf-8")
    with pytest.raises(InputError, match=sentence):
        read_catalogue(path)


def test_a_catalogue_without_formula_is_refused(tmp_path):
    path = tmp_path / "eigene.csv"
    path.write_text("code;name\nX;Name\n", encoding="utf-8")
    with pytest.raises(MissingColumnError, match="“zaehler” is missing in “eigene.csv”"):
        read_catalogue(path)
    with pytest.raises(InputError, match="does not exist"):
        read_catalogue(tmp_path / "fehlt.csv")
