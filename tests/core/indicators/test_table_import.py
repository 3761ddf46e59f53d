"""The files as offices send them, in small; values read off by eye."""

import pytest

from sozialraum_plugin.core.errors import InputError, MissingColumnError
from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.imports.grid import Grid
from sozialraum_plugin.core.indicators.imports.table_import import ImportOptions, import_table
from sozialraum_plugin.core.indicators.imports.text_file import cut, delimiter_of

JOBCENTER = """Grundsicherung und Arbeitslosigkeit in kleinräumiger Gliederung
Musterkreis, Berichtsmonat Dezember
Berichtsmonat;Gebietsschlüssel;Name;LB;ELB;NEF unter 15;Alo SGB II;BG
202312;059990001001;Altstadt;1.120;800;*;210;512
202312;059990001002;Nordviertel;88;61;17;*;40
202312;05999001;Gemeinde Musterstadt;1.208;861;19;214;552
202312;;keine Angabe;4;3;0;1;2
202312;;Insgesamt;1.212;864;19;215;554
__________
* Werte unter 10
Quelle: Statistik der Bundesagentur für Arbeit; erstellt am 05.01.2024
"""


def read(text, **options):
    return import_table(cut(text, delimiter_of(text)), ImportOptions(**options))


def value(result, area, variable, date=None):
    rows = result.counts.query("gebiet == @area and merkmal == @variable")
    rows = rows if date is None else rows.query("stichtag == @date")
    assert len(rows) == 1
    return rows.iloc[0]["wert"]


def test_job_centre_file():
    result = read(JOBCENTER, profile="ba", source="BA", value_fields="Alo SGB II=ALO_SGB2; NEF unter 15=NEF_u15;BG=BG")
    counts = result.counts
    assert list(counts.columns) == ["gebiet", "merkmal", "stichtag", "wert", "kennzeichen", "quelle"]
    assert set(counts["stichtag"]) == {"2023-12-31"}
    assert set(counts["gebiet"]) == {"059990001001", "059990001002", "05999001"}
    assert value(result, "059990001001", "BG") == 512
    hidden = counts.query("gebiet == '059990001001' and merkmal == 'NEF_u15'").iloc[0]
    assert hidden["kennzeichen"] == Flag.SECRET and hidden["wert"] != hidden["wert"]
    assert result.rows.outcomes == {
        "rows with the counts of an area": 3,
        "totals without a key, left out": 1,
        "rows of cases without an area (“keine Angabe”), left out": 1,
        "rows of the head": 1,
        "titles above the head": 2,
        "rows of the footer": 3,
    }
    assert result.cells.outcomes == {"plain numbers": 7, "marked “geheim”": 2}


def test_thousands_dots_alone_are_thousands():
    assert value(read(JOBCENTER, profile="ba"), "059990001001", "LB") == 1120


SCHOOL = [
    ["Übergänge in die Sekundarstufe I"],
    [],
    ["Gebiet", "Name", "Schuljahr 2016/17", "", "", "Schuljahr 2017/18", "", ""],
    ["", "", "Übergänge insgesamt", "Gymnasium", "Gesamtschule", "Übergänge insgesamt", "Gymnasium", "Gesamtschule"],
    ["05999001001", "Altstadt", "31", "14", "9", "28", "12", "8"],
    ["05999001002", "Nord", "20", "x", "abc", "22", "", "4"],
    ["Insgesamt", "", "51", "14", "9", "50", "12", "12"],
    ["1) Ohne Förderschulen"],
]


def school(profile="destatis", **options):
    return import_table(
        Grid([list(row) for row in SCHOOL], list(range(1, 9))), ImportOptions(profile=profile, **options)
    )


def test_merged_head_and_dates_from_the_group():
    result = school(value_fields="Übergänge insgesamt=UE_4; Gymnasium=UE_GY", reference_date="15.10.{jahr}")
    assert value(result, "05999001001", "UE_GY", "2016-10-15") == 14
    assert value(result, "05999001001", "UE_4", "2017-10-15") == 28
    assert len(result.counts) == 8
    assert result.rows.outcomes["totals without a key, left out"] == 1
    assert result.rows.outcomes["rows of the footer"] == 1


def test_a_bad_cell_is_missing_and_listed_with_row_and_column():
    result = school(reference_date="15.10.{jahr}")
    assert result.problems.to_dict("records") == [
        {
            "zeile": 6,
            "spalte": "Schuljahr 2016/17 | Gesamtschule",
            "inhalt": "abc",
            "befund": "neither a number nor a symbol; taken as missing",
        }
    ]
    row = result.counts.query("gebiet == '05999001002' and merkmal == 'Schuljahr 2016/17 | Gesamtschule'").iloc[0]
    assert row["kennzeichen"] == Flag.MISSING and row["wert"] != row["wert"]


def test_an_unreadable_first_row_is_no_head():
    result = read("Gebiet;E\n0501;abc\n0502;7\n", reference_date="2020-12-31")
    assert list(result.counts["gebiet"]) == ["0501", "0502"]
    assert list(result.problems["zeile"]) == [2]


def test_one_date_for_two_groups_of_one_variable_is_refused():
    with pytest.raises(InputError, match="all give “UE_GY” at 2020-10-15"):
        school(value_fields="Gymnasium=UE_GY", reference_date="15.10.2020")


def test_symbols_without_a_profile_are_missing_and_said():
    result = school(profile="none", reference_date="15.10.{jahr}")
    assert list(result.problems["inhalt"]) == ["x", "abc"]
    assert any("choose SYMBOLS" in warning for warning in result.warnings)


def test_totals_stay_if_wanted():
    result = school(value_fields="Gymnasium=UE_GY", reference_date="15.10.{jahr}", skip_totals=False)
    assert value(result, "Insgesamt", "UE_GY", "2016-10-15") == 14


def test_election_file_with_percent_and_filter():
    text = (
        "Wahl\tWahltag\tGebiet\tWahlberechtigte\tWähler\tWahlbeteiligung\n"
        "Kommunalwahl\t13.09.2020\t0599900101\t1.530\t800\t52,3 %\n"
        "Bundestagswahl\t13.09.2020\t0599900101\t1.531\t900\t58,8 %\n"
    )
    result = read(text, row_filter="Wahl=Kommunalwahl")
    assert value(result, "0599900101", "Wahlbeteiligung", "2020-09-13") == 52.3
    assert value(result, "0599900101", "Wahlberechtigte") == 1530
    assert result.rows.outcomes["rows that FILTER leaves out"] == 1


def test_registry_file_keeps_zeros_and_all_years():
    text = "Gebiet;Gebietsname;Stichtag;E;E_u3\n05999001001;Alt;31.12.2015;900;30\n05999001001;Alt;31.12.2016;910;-\n"
    result = read(text, profile="destatis")
    assert value(result, "05999001001", "E", "2016-12-31") == 910
    assert value(result, "05999001001", "E_u3", "2016-12-31") == 0


def test_heads_of_years_are_no_data():
    text = "Gebiet;2015;2016\n0501;900;910\n0502;400;410\n"
    result = read(text, reference_date="31.12.{jahr}", value_fields="2015=E;2016=E")
    assert value(result, "0502", "E", "2016-12-31") == 410


def test_lost_zeros_come_back_only_if_all_keys_lack_them():
    repaired = read("AGS;E\n5999001.0;7\n5999002.0;8\n", reference_date="2020-12-31")
    assert list(repaired.counts["gebiet"]) == ["05999001", "05999002"]
    assert any("leading zero" in warning for warning in repaired.warnings)
    local = read("Stadtteil-Nr;E\n1101;7\n1102;8\n", reference_date="2020-12-31", key_field="Stadtteil-Nr")
    assert list(local.counts["gebiet"]) == ["1101", "1102"]
    mixed = read("AGS;E\n05999001;7\n5999002;8\n", reference_date="2020-12-31")
    assert list(mixed.counts["gebiet"]) == ["05999001", "5999002"]
    assert any("one digit shorter" in warning for warning in mixed.warnings)


@pytest.mark.parametrize("head", ["Name;Vorname;Alter", "Gebiet;Geburtsdatum;Alter", "Gebiet;Religion;Alter"])
def test_person_rows_are_refused(head):
    with pytest.raises(InputError, match="single persons"):
        read(f"{head}\n05;rk;33\n06;ev;44\n", reference_date="2020-12-31")


def test_counts_of_religion_are_no_person_rows():
    assert value(read("Gebiet;Religion\n05;33\n", reference_date="2020-12-31"), "05", "Religion") == 33


def test_rows_without_key_or_date_are_listed():
    text = "Gebiet;Name;Stichtag;E\n05;A;31.12.2020;10\n;B;31.12.2020;11\n06;C;31.02.2020;12\n07;D;31.12.2020;13\n"
    result = read(text, date_field="Stichtag")
    assert list(result.problems["zeile"]) == [3, 4]
    assert set(result.counts["gebiet"]) == {"05", "07"}


@pytest.mark.parametrize(
    ("text", "options", "sentence"),
    [
        ("", {}, "no row with numbers"),
        ("nur Text\nmehr Text\n", {}, "no row with numbers"),
        ("05;7\n06;8\n", {"reference_date": "2020-12-31"}, "no head"),
        ("Gebiet;E\n05;7\n", {}, "does not say its Stichtag"),
        ("Gebiet;E\n05;7\n", {"reference_date": "morgen"}, "is no date"),
        ("Gebiet;E\n05;7\n", {"reference_date": "15.10.{jahr}"}, "names no year"),
        ("Gebiet;E\n05;7\n", {"reference_date": "2020-12-31", "row_filter": "E"}, "is no condition"),
        ("Gebiet;E\n05;7\n", {"reference_date": "2020-12-31", "first_row": 9}, "has no row 9"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(text, options, sentence):
    with pytest.raises(InputError, match=sentence):
        read(text, **options)


@pytest.mark.parametrize("option", ["key_field", "value_fields", "date_field"])
def test_a_missing_column_is_named_with_those_there_are(option):
    with pytest.raises(MissingColumnError, match="“AGS” is missing .*Gebiet, E"):
        read("Gebiet;E\n05;7\n", reference_date="2020-12-31", **{option: "AGS"})
