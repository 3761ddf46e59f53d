"""The labour agency's delivery: what it says comes out, what it hides stays hidden, what is odd is reported."""

import numpy as np
import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import Flag
from sozialraum_plugin.core.indicators.imports.text_file import cut, decode, delimiter_of
from sozialraum_plugin.core.indicators.labour_agency.ba_areas import (
    areas_of,
    compare_with_areas,
    counts_of,
    key_map,
    wide,
)
from sozialraum_plugin.core.indicators.labour_agency.ba_delivery import UNPLACED, read_delivery
from sozialraum_plugin.core.indicators.labour_agency.ba_keys import delivery_name, month_end, read_key
from sozialraum_plugin.core.indicators.labour_agency.ba_sums import check_sums

NAME = delivery_name("05370016_ALO_202402.csv")
HEAD = "Berichtsmonat;Gemeinde;Schlüssel;Bezeichnung;Arbeitslose;unter 25"
GOOD = (
    "Arbeitslose nach Gebieten;;;;;",
    "Stand: Februar 2024;;;;;",
    HEAD,
    "202402;05370016;001001001;Altstadt;1.200;15",
    "202402;05370016;001001002;Nord;85;*",
    "202402;05370016;001001SUM;Mitte;1.285;20",
    "202402;05370016;001002001;Süd;40;10",
    "202402;05370016;001002SUM;Rand;40;10",
    "202402;05370016;001SUMSUM;Stadt;1.325;30",
    "202402;05370016;;keine Angabe;12;11",
    "202402;05370016;SUMSUMSUM;Insgesamt;1.337;41",
    ";;;;;",
    "* Werte kleiner 10;;;;;",
)


def grid_of(*lines, encoding="utf-8"):
    text, _ = decode("\r\n".join(lines).encode(encoding))
    return cut(text, delimiter_of(text))


def counts(delivery, keys=None):
    table, repeated = counts_of(delivery, areas_of(delivery.rows, keys or {}), "BA")
    return table.set_index(["gebiet", "merkmal", "stichtag"]), repeated


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_every_row_has_its_place(encoding):
    delivery = read_delivery(grid_of(*GOOD, encoding=encoding), NAME)
    table, _ = counts(delivery)
    march = "2024-02-29"
    assert table.loc[("001001001", "Arbeitslose", march), "wert"] == 1200
    assert table.loc[("001001", "Arbeitslose", march), "wert"] == 1285
    assert table.loc[("001", "Arbeitslose", march), "wert"] == 1325
    assert table.loc[("05370016", "unter 25", march), "wert"] == 41
    hidden = table.loc[("001001002", "unter 25", march)]
    assert np.isnan(hidden["wert"]) and hidden["kennzeichen"] == Flag.SECRET
    assert (delivery.rows["level"] == UNPLACED).sum() == 1 and len(table) == 14
    assert [balance.unaccounted for balance in delivery.balances] == [0, 0]
    assert delivery.problems.empty
    result = check_sums(delivery)
    # unter 25: the sum over 001001 has a hidden part; 1SUMSUM is checked by the sums below it
    assert result.differences.empty and (result.checked, result.unchecked) == (7, 1)


def test_sums_that_do_not_add_up_are_told_with_both_figures():
    lines = [
        line.replace("1.325", "1.326").replace("SUMSUMSUM;Insgesamt;1.337;41", "sumsumsum;;1.337;*") for line in GOOD
    ]
    found = check_sums(read_delivery(grid_of(*lines), NAME)).differences
    assert found["zeile"].tolist() == [9, 11] and found["spalte"].tolist() == ["Arbeitslose"] * 2
    assert "1.326" in found["befund"][0] and "1.325" in found["befund"][0]
    assert "1.338" in found["befund"][1]  # 1.326 + 12 without an address


def test_shares_are_not_added_up():
    lines = [HEAD.replace("unter 25", "Anteil"), *GOOD[3:9]]
    assert check_sums(read_delivery(grid_of(*(line.replace(";15", ";12,5") for line in lines)), NAME)).checked == 3


def test_lost_zeros_other_spellings_and_broken_rows():
    delivery = read_delivery(
        grid_of(
            "Monat,GKZ,Key,Name,ALO",
            "Feb 2024,5370016,1001001,Altstadt,7",
            "02/2024,5370016,001 001 002,Nord,viele",
            "01.03.2024,5370016,1001001,Altstadt,8",
            ",5370016,001001003,ohne Monat,9",
            "202402,5370016,1E+08,unklar,5",
            "202402,53",
            "Monat,GKZ,Key,Name,ALO",
        ),
        NAME,
    )
    table, _ = counts(delivery)
    assert table["wert"].tolist()[0] == 7 and table.index[0] == ("001001001", "ALO", "2024-02-29")
    assert np.isnan(table["wert"].iloc[1]) and table["kennzeichen"].iloc[1] == Flag.MISSING
    assert table.loc[("001001001", "ALO", "2024-03-31"), "wert"] == 8  # several months in one file
    assert table.loc[("001001003", "ALO", "2024-02-29"), "wert"] == 9
    said = delivery.problems.set_index("zeile")["befund"]
    assert {2, 3, 4, 6, 7} <= set(said.index)
    assert any("2024-03-31" in text for text in said)  # contradicts the file's name
    assert set(delivery.rows["gemeinde"]) == {"05370016"}
    assert delivery.balances[0].unaccounted == 0


def test_a_delivery_without_any_month_needs_one_given():
    grid = grid_of("A;B;C;D;ALO", ";05370016;001001001;Altstadt;7")
    with pytest.raises(InputError, match="REFERENCE_DATE"):
        read_delivery(grid, delivery_name("daten.csv"))
    assert read_delivery(grid, delivery_name("daten.csv"), "12/2023").rows["monat"].tolist() == ["2023-12-31"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("",), "empty"),
        (("eins;zwei", "1;2"), "9-digit key"),
        (("202402;05370016;001001001;Altstadt;7",), "names the columns"),
        ((HEAD,), "9-digit key"),
        (("Vorname;x;x;x;x", "202402;05370016;001001001;Altstadt;7"), "single persons"),
    ],
)
def test_what_is_no_delivery_is_refused(lines, message):
    with pytest.raises(InputError, match=message):
        read_delivery(grid_of(*lines), NAME)


def test_keys_lead_to_areas_and_the_rest_is_named():
    delivery = read_delivery(grid_of(*GOOD), NAME)
    keys = key_map(["1001001", "001001002", "001001SUM", "SUMSUMSUM"], ["Q1", "Q2", "S1", "Stadt"])
    areas = areas_of(delivery.rows, keys)
    assert areas.tolist() == ["Q1", "Q2", "S1", "", "001002", "001", "", "Stadt"]
    found = compare_with_areas(delivery.rows, areas, ["Q1", "Q2", "Q9"])
    assert found["inhalt"].tolist() == ["Q9"]
    by_key = compare_with_areas(delivery.rows, areas_of(delivery.rows, {}), ["001001001", "001001002"])
    assert by_key["inhalt"].tolist() == ["001002001"]
    table, _ = counts_of(delivery, areas, "BA")
    columns, month = wide(table, ["Q1", "Q2"], ["gebiet", "ARBEITSLOSE"])
    assert month == "2024-02-29" and columns["Arbeitslose_2"].tolist() == [1200, 85]
    assert np.isnan(columns["unter 25"][1]) and "unter 25" in columns["hinweis"][1] and not columns["hinweis"][0]


def test_keys_that_would_need_adding_up_and_double_rows_are_refused():
    with pytest.raises(InputError, match="area Q1"):
        key_map(["001001001", "001001002"], ["Q1", "Q1"])
    twice = read_delivery(grid_of(*GOOD, GOOD[3]), NAME)
    assert counts(twice)[1] == 2
    different = read_delivery(grid_of(*GOOD, GOOD[3].replace("15", "16")), NAME)
    with pytest.raises(InputError, match="rows 4, 14"):
        counts(different)


def test_names_months_and_keys():
    assert (NAME.commune, NAME.topic, NAME.month) == ("05370016", "ALO", "2024-02-29")
    assert NAME.source == "Bundesagentur für Arbeit, Arbeitslose" and delivery_name("x.csv").month == ""
    assert [month_end(text) for text in ("2024-13", "", "Foo 2024", "März 24", "202402.0")] == [
        None, None, None, "2024-03-31", "2024-02-29",
    ]  # fmt: skip
    assert read_key("123SUMSUM").prefix == "123" and read_key("12345") is None and read_key("SUM") is None
