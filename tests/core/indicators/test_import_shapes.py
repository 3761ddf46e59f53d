"""The shapes of tables that offices send: flat files, long ones, quarters, years side by side, indented names."""

import pytest

from sozialraum_plugin.core.errors import InputError, MissingColumnError
from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.imports.table_import import ImportOptions, import_table
from sozialraum_plugin.core.indicators.imports.text_file import cut, delimiter_of

OLD_FLAT = """Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;\
1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;\
BEV029__Bevoelkerungsstand__Anzahl
12411;Fortschreibung;STAG;Stichtag;31.12.2020;KREISE;Kreise;01001;Flensburg;GES;Geschlecht;GESM;männlich;44599
12411;Fortschreibung;STAG;Stichtag;31.12.2020;KREISE;Kreise;01001;Flensburg;GES;Geschlecht;;Insgesamt;89670
12411;Fortschreibung;STAG;Stichtag;31.12.2020;KREISE;Kreise;01002;Kiel;GES;Geschlecht;GESM;männlich;.
"""
NEW_FLAT = """statistics_code;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;\
1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;\
value;value_unit;value_variable_code;value_variable_label
13211;JAHR;Jahr;2022;KREISE;Kreise;01001;Flensburg;QUARTG;Quartal;QUART1;1. Quartal;3851;Anzahl;ERW112;Arbeitslose
13211;JAHR;Jahr;2022;KREISE;Kreise;01001;Flensburg;QUARTG;Quartal;QUART2;2. Quartal;-;Anzahl;ERW112;Arbeitslose
13211;JAHR;Jahr;2022;KREISE;Kreise;01001;Flensburg;QUARTG;Quartal;QUART1;1. Quartal;7,1;Prozent;ERW113;Quote
"""
LONG = """Gebiet;Name;Jahr;Merkmal;Wert
0501;Alt;2022;Einwohner;1.200
0501;Alt;2022;Arbeitslose;80
0502;Neu;2022;Einwohner;1.500
0502;Neu;2022;Arbeitslose;*
"""
REGISTER = """Gebiet;Name;Altersgruppe;Geschlecht;Einwohner
0501;Alt;0-17;m;10
0501;Alt;0-17;w;11
0501;Alt;18+;m;50
0501;Alt;18+;w;51
0502;Neu;0-17;m;20
0502;Neu;0-17;w;21
0502;Neu;18+;m;60
0502;Neu;18+;w;61
"""


def read(text, **options):
    return import_table(cut(text, delimiter_of(text)), ImportOptions(**options))


def values(result):
    return {(row.gebiet, row.merkmal, row.stichtag): row.wert for row in result.counts.itertuples()}


def test_flat_file_of_the_older_generation():
    result = read(OLD_FLAT)
    assert values(result)["01001", "Bevoelkerungsstand | männlich", "2020-12-31"] == 44599
    assert values(result)["01001", "Bevoelkerungsstand | Insgesamt", "2020-12-31"] == 89670
    assert list(result.counts["kennzeichen"]) == ["", "", Flag.SECRET]
    assert dict(zip(result.areas["gebiet"], result.areas["gebiet_name"])) == {"01001": "Flensburg", "01002": "Kiel"}


def test_flat_file_of_the_younger_generation_with_quarters():
    assert values(read(NEW_FLAT)) == {
        ("01001", "Arbeitslose", "2022-03-31"): 3851,
        ("01001", "Arbeitslose", "2022-06-30"): 0,
        ("01001", "Quote", "2022-03-31"): 7.1,
    }


def test_long_table_with_names_of_the_users_choice():
    result = read(LONG, profile="ba", value_fields="Einwohner=E; Arbeitslose=ALO")
    assert values(result)["0501", "E", "2022-12-31"] == 1200
    assert result.counts.query("gebiet == '0502' and merkmal == 'ALO'")["kennzeichen"].item() == Flag.SECRET
    one = read(LONG, value_fields="Einwohner=E")
    assert set(one.counts["merkmal"]) == {"E"} and one.rows.outcomes["rows that FILTER leaves out"] == 2


def test_breakdowns_tell_the_rows_of_an_area_apart():
    found = values(read(REGISTER, reference_date="31.12.2022"))
    assert found["0502", "Einwohner | 18+ | w", "2022-12-31"] == 61 and len(found) == 8
    given = values(read(REGISTER, reference_date="31.12.2022", variable_field="Geschlecht; Altersgruppe"))
    assert given["0501", "Einwohner | m | 0-17", "2022-12-31"] == 10


def test_a_name_that_is_neither_head_nor_text_is_refused():
    with pytest.raises(MissingColumnError, match="“AGS” is missing"):
        read("Gebiet;E\n05;7\n06;8\n", reference_date="2020-12-31", value_fields="AGS=A")


def test_age_in_the_stub_of_a_genesis_table():
    text = (
        "Tabelle: 12411-02-03-4\nBevölkerung nach Alter;;;;\n- Stichtag 31.12.2020 -;;;;\n;;;Insgesamt;männlich\n"
        "01;Schleswig-Holstein;unter 3;75.000;38.000\n01;Schleswig-Holstein;3 bis 6;76.000;39.000\n"
        "01001;  Flensburg;unter 3;2.532;1.296\n01001;  Flensburg;3 bis 6;2.400;1.200\n__________\nStand: 1.2.2022\n"
    )
    found = read(text)
    assert values(found)["01001", "männlich | 3 bis 6", "2020-12-31"] == 1200
    assert found.areas.set_index("gebiet").loc["01001", "uebergeordnet"] == "01"


def test_years_side_by_side_without_a_parameter():
    text = "Bevölkerung\nQuelle: Amt\n\nStadtteil;2019;2020\nAlt;1.200;1.210\nSüd²;900;890\nInsgesamt;2.100;2.100\n"
    found = values(read(text))
    assert found["Süd", "Bevölkerung", "2020-12-31"] == 890 and len(found) == 4


def test_quarters_in_heads_and_columns():
    heads = values(read("Gebiet;I/2023;II/2023\n0501;10;11\n0502;20;21\n", table_name="Alo"))
    assert heads["0502", "Alo", "2023-06-30"] == 21
    column = values(read("Gebiet;Jahr;Quartal;Alo\n0501;2023;1;10\n0501;2023;2;11\n0502;2023;1;20\n0502;2023;2;21\n"))
    assert column["0501", "Alo", "2023-06-30"] == 11 and column["0502", "Alo", "2023-03-31"] == 20


def test_years_of_construction_are_no_stichtag():
    text = "Gebiet;vor 1919;1919 bis 1948;1949\n0501;10;11;12\n0502;20;21;22\n"
    result = read(text, reference_date="31.12.2022")
    assert set(result.counts["stichtag"]) == {"2022-12-31"}
    with pytest.raises(InputError, match="does not say its Stichtag"):
        read("Gebiet;Baujahr 1919;Baujahr 1950\n0501;10;11\n0502;20;21\n")


def test_names_that_come_twice_are_told_apart_by_indentation():
    text = "Gebiet;Einwohner 2022\nKreis;100\n  Stadt A;60\n    Nord;30\n    Süd;30\n  Stadt B;40\n"
    text += "    Nord;25\n    Mitte;15\n"
    result = read(text)
    assert values(result)["Stadt B / Nord", "Einwohner", "2022-12-31"] == 25
    assert list(result.areas["stufe"]) == [0, 1, 2, 2, 1, 2, 2]


def test_merged_keys_are_filled_down_only_in_even_groups():
    even = "Bezirk;Jahr;E\nMitte;2020;10\n;2021;11\nNord;2020;20\n;2021;21\n"
    assert values(read(even))["Nord", "E", "2021-12-31"] == 21
    uneven = even + ";2022;22\n"
    assert len(read(uneven).problems) == 3
    assert values(read(uneven, fill_down="yes"))["Nord", "E", "2022-12-31"] == 22


def test_a_number_open_to_two_readings_is_no_number():
    text = "Gebiet;E;Q\n0501;1.234;12.5\n0502;987;3.4\n"
    result = read(text, reference_date="31.12.2020")
    assert [row[2] for row in result.problems.itertuples(index=False)] == ["1.234"]
    given = read(text, reference_date="31.12.2020", decimal="point")
    assert values(given)["0501", "E", "2020-12-31"] == 1.234


@pytest.mark.parametrize("mark", [".", " ", "\u00a0", "\u202f", "\u2009", "'", "’"])
def test_thousands_marks(mark):
    assert (
        values(read(f"Gebiet;E\n0501;12{mark}345\n0502;7\n", reference_date="31.12.2020"))["0501", "E", "2020-12-31"]
        == 12345
    )


def test_signs_for_a_whole_row_of_the_census_grid():
    text = (
        "GITTER_ID_100m;x_mp_100m;y_mp_100m;Miete;werterlaeuternde_Zeichen\n"
        "CRS3035RES100mN2689100E4337000;4337050;2689150;7,12;\n"
        "CRS3035RES100mN2689200E4337000;4337050;2689250;8,1;KLAMMERN\n"
        "CRS3035RES100mN2689300E4337000;4337050;2689350;–;\n"
    )
    result = read(text, reference_date="15.05.2022")
    assert list(result.counts["kennzeichen"]) == ["", Flag.UNSAFE, Flag.MISSING]


def test_a_head_of_another_width_than_the_rows_is_refused():
    with pytest.raises(InputError, match="head .row 1. has 2 cells, but most rows below have 3"):
        read("Gebiet;E\n1;0501;7\n2;0502;8\n", reference_date="31.12.2020")


def test_a_short_row_is_listed_and_can_be_accepted():
    text = "Gebiet;E;F\n0501;1;2\n0502;3\n0503;5;6\n"
    assert list(read(text, reference_date="31.12.2020").problems["zeile"]) == [3]
    assert len(read(text, reference_date="31.12.2020", pad_rows=True).counts) == 6


def test_conclusions_name_the_parameter_that_sets_them():
    result = read(LONG, profile="ba")
    found = dict(zip(result.layout["parameter"], result.layout["schluss"]))
    assert found["KEY_FIELD"] == "Gebiet" and found["DATE_FIELD"] == "Jahr" and found["VARIABLE_FIELD"] == "Merkmal"
    assert found["FIRST_ROW"] == "1" and found["SYMBOLS"] == "ba"
    again = read(LONG, key_field="Gebiet", date_field="Jahr", variable_field="Merkmal", profile="ba", first_row=1)
    assert values(again).keys() == values(result).keys()


def test_very_long_tables_give_the_same_as_short_ones():
    rows = [
        f"05{area:06d};31.12.{year};{'männlich' if sex else 'weiblich'};{area % 7}.{year % 900 + 100}"
        for year in range(2000, 2025)
        for area in range(1, 700)
        for sex in (0, 1)
    ]
    head = "Titel\nGebiet;Stichtag;Geschlecht;Einwohner\n"
    text = head + "\n".join(rows) + "\n05999;kaputt\n____\nQuelle: Amt\n"
    whole = cut(text, ";")
    assert type(whole).__name__ == "LongGrid"
    result = import_table(whole, ImportOptions())
    small = import_table(cut(head + "\n".join(rows[:1000]) + "\n", ";"), ImportOptions())
    assert result.counts.iloc[:1000].equals(small.counts)
    assert len(result.counts) == len(rows) and list(result.problems["zeile"]) == [len(rows) + 3]
    assert result.rows.unaccounted == 0


def test_a_head_that_says_merkmal_may_name_as_many_variables_as_there_are_rows():
    text = "Gebiet;Jahr;Merkmal;Wert\n0501;2022;A;1\n0501;2022;B;2\n0501;2022;C;3\n"
    assert values(read(text)) == {("0501", letter, "2022-12-31"): n for n, letter in enumerate("ABC", start=1)}
