"""The gate: what is hidden or internal does not get out, whatever columns a table has."""

from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.csv_export import write_csv
from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.fields import INDEX
from sozialraum_plugin.core.publication import (
    INTERNAL,
    INTERNAL_NOTE,
    hide,
    internal_reason,
    leaks,
    mark_internal,
    refuse_leaks,
    require_publishable,
    without_hidden_population,
)

HIDDEN_FLAGS = ["geheim", "geheim_sekundaer", "nenner_zu_klein"]


def long_table(**columns) -> pd.DataFrame:
    base = {
        "gebiet": ["0101", "0102", "0103"], "indikator": ["M01"] * 3, "stichtag": ["2025-12-31"] * 3,
        "wert": [12.5, None, None], "zaehler": [50.0, None, None], "nenner": [400.0, 300.0, None],
        "kennzeichen": ["", "geheim", "fehlt"],
    }  # fmt: skip
    return pd.DataFrame({**base, **columns})


def test_a_table_as_compute_makes_it_passes():
    assert leaks(long_table()) == []
    refuse_leaks(long_table(), "indikatoren")
    require_publishable(long_table(), "indikatoren")


@pytest.mark.parametrize("flag", HIDDEN_FLAGS)
@pytest.mark.parametrize("column", ["wert", "zaehler", "untergrenze", "wert_geglaettet", "rang", "z_M01", "einwohner"])
def test_any_number_in_a_hidden_row_is_a_leak_in_columns_that_nobody_has_thought_of_too(column, flag):
    table = long_table(kennzeichen=["", flag, "fehlt"])
    table[column] = [1.0, 48271.0, None]
    (sentence,) = leaks(table)
    assert column in sentence and "M01 0102" in sentence and "48271" not in sentence
    with pytest.raises(InputError, match=f"indikatoren.*{column}"):
        refuse_leaks(table, "indikatoren")


@pytest.mark.parametrize("text", ["2", "12,5", "12,5 %", "1.234", "−3", "(2,1)", "1e3", "48 271"])
def test_a_number_as_text_is_a_leak(text):
    assert leaks(long_table(anzeige=["12,5", text, ""]))


@pytest.mark.parametrize("text", ["·", "–", "", None, "Quelle 2025 Amt", "31.12.2025", True])
def test_marks_words_and_dates_are_none(text):
    assert leaks(long_table(anzeige=["12,5", text, ""])) == []


def test_whole_numbers_leak_whatever_their_type():
    for kind in ("Int64", "float64", "object"):
        assert leaks(long_table(faelle=pd.Series([5, 2, 1]).astype(kind))), kind


def test_hide_leaves_nothing_and_keeps_the_rest():
    table = long_table(kennzeichen=["nur_intern", "geheim", ""], rang=[3, 2, 1], anzeige=["12,5", "2", "x"])
    hidden = hide(table)
    assert leaks(hidden) == [] and internal_reason(hidden) == ""
    assert hidden["kennzeichen"].tolist() == ["geheim", "geheim", ""]
    numbers = ["wert", "zaehler", "nenner", "rang", "anzeige"]
    assert hidden.loc[0, numbers].isna().all()
    assert hidden["nenner"].tolist()[1] == 300.0  # hidden before: its denominator is protected in its own row
    assert hidden.loc[2].dropna().to_dict() == table.loc[2].dropna().to_dict()
    assert table.loc[0, "wert"] == 12.5


def test_hide_is_idempotent_and_leaves_plain_tables_alone():
    table = hide(long_table(kennzeichen=["nur_intern", "geheim", ""]))
    pd.testing.assert_frame_equal(hide(table), table)
    plain = pd.DataFrame({"gebiet": ["01"], "wert": [1.0]})
    assert hide(plain) is plain


def test_an_internal_table_is_refused_as_a_whole():
    with pytest.raises(InputError, match="internal use"):
        require_publishable(long_table(kennzeichen=["", "nur_intern", ""]), "indikatoren")


def test_each_column_of_marks_guards_its_own_values():
    table = pd.DataFrame(
        {
            "gebiet": ["01", "02"], "wert_vorher": [12.5, 8.0], "kennzeichen_vorher": ["", ""],
            "wert_nachher": [11.0, None], "zaehler_nachher": [40.0, None], "nenner_nachher": [400.0, 300.0],
            "kennzeichen_nachher": ["", "geheim"],
        }
    )  # fmt: skip
    assert leaks(table) == []
    (sentence,) = leaks(table.assign(zaehler_nachher=[40.0, 2.0]))
    assert "zaehler_nachher" in sentence
    hidden = hide(table.assign(kennzeichen_vorher=["nur_intern", ""]))
    assert hidden.loc[0, ["wert_vorher", "wert_nachher"]].tolist()[1] == 11.0 and pd.isna(hidden.loc[0, "wert_vorher"])


def test_a_mark_beside_inhabitants_speaks_of_these_alone():
    street = {"gebiet_alt": ["01"], "von_nummer": [1], "adressen": [4], "einwohner": [None], "kennzeichen": ["geheim"]}
    assert leaks(pd.DataFrame(street)) == []
    assert leaks(pd.DataFrame({**street, "einwohner": [2]}))
    assert leaks(pd.DataFrame({"gebiet_alt": ["01"], "adressen": [4], "kennzeichen": ["geheim"]})) == []


def test_what_is_made_of_internal_rows_is_internal_as_a_whole():
    source = long_table(kennzeichen=["", "nur_intern", ""])
    table = pd.DataFrame({"gebiet": ["0101", "0102"], "status_index": [0.5, -0.5]})
    marked, fields = mark_internal(table, INDEX, source)
    assert marked["vermerk"].tolist() == [INTERNAL_NOTE] * 2 and fields[-1].name == "vermerk"
    again, same = mark_internal(table, fields, marked)  # and what is made of that
    assert again["vermerk"].tolist() == [INTERNAL_NOTE] * 2 and len(same) == len(fields)
    assert mark_internal(table, INDEX, long_table())[0] is table


@pytest.mark.parametrize(
    "table",
    [
        {"gebiet": ["01"], "merkmal": ["LB"], "stichtag": ["2025-12-31"], "wert": [2.0], "kennzeichen": [""]},
        {"adresse_id": ["1"], "hausnummer": [12], "einwohner": [2]},
        {"block": ["B1"], "einwohner": [412]},
        {"gebiet": ["01"], "gebiet_name": ["Insel"], "einwohner": [2]},
        {"gebiet": ["01"], "status": [1], "vermerk": [INTERNAL_NOTE]},
    ],
)
def test_internal_tables_become_no_csv_unless_asked_for(table, tmp_path):
    with pytest.raises(InputError, match="t.csv"):
        write_csv(pd.DataFrame(table), tmp_path / "t.csv")
    assert not list(tmp_path.iterdir())
    write_csv(pd.DataFrame(table), tmp_path / "t.csv", INTERNAL)
    assert (tmp_path / "t.csv").exists()


def test_a_hidden_number_becomes_no_csv_even_for_internal_use(tmp_path):
    with pytest.raises(InputError, match="zaehler"):
        write_csv(long_table(zaehler=[50.0, 2.0, None]), tmp_path / "t.csv", INTERNAL)


def test_street_directories_and_areas_are_for_publication():
    street = {"strasse": ["Am Bach"], "von_nummer": [1], "bis_nummer": [9], "gebiet": ["01"], "adressen": [1]}
    areas = {"gebiet": ["01", "02"], "ebene": ["quartier"] * 2, "adressen": [1, 2], "einwohner": [0, 4310]}
    for table in (street, areas):
        require_publishable(pd.DataFrame(table), "t")


def test_areas_do_not_tell_the_inhabitants_that_the_indicators_hide():
    areas = pd.DataFrame({"gebiet": ["01", "02", "03", "04"], "einwohner": [4310, 2, 780, None]})
    rows = {"gebiet": ["01", "03", "03"], "indikator": ["M01", "B01", "B01"], "kennzeichen": ["geheim", "geheim", ""]}
    found = without_hidden_population(areas, pd.DataFrame(rows))
    assert found["einwohner"].isna().tolist() == [False, True, True, True]
    assert without_hidden_population(areas)["einwohner"].isna().tolist() == [False, True, False, True]
    assert areas["einwohner"].isna().sum() == 1
