from __future__ import annotations

import random

import numpy as np
import pandas as pd
import pytest
from core.delineation.test_street_directory import berlin, random_town  # noqa: F401 - berlin is a fixture

from sozialraum_plugin.core.delineation.ba_layout import load_layout
from sozialraum_plugin.core.delineation.ba_protocol import Cause, cure
from sozialraum_plugin.core.delineation.ba_protocol_cures import assign_as_written
from sozialraum_plugin.core.delineation.ba_protocol_file import ProtocolFile, read_protocol
from sozialraum_plugin.core.delineation.ba_protocol_report import protocol_balance, protocol_lines
from sozialraum_plugin.core.delineation.ba_protocol_rows import protocol_rows, register_of
from sozialraum_plugin.core.delineation.ba_raster import directory_from_raster, raster_directory, raster_rows
from sozialraum_plugin.core.delineation.directory_lookup import assign
from sozialraum_plugin.core.errors import InputError, MissingColumnError

LAYOUT = load_layout()
LISTED = ["strasse", "hausnummer", "zusatz", "plz", "ortsteil", "gebiet"]
RANGES = ["strasse", "plz", "seite", "von_nummer", "bis_nummer", "gebiet"]


def street(name, numbers, area, plz="50000", ortsteil=""):
    return [(name, number, "", plz, ortsteil, area) for number in numbers]


def answer(listed, ranges, *written, columns=("strasse", "hausnummer", "plz")):
    """Return rows, register and cure of a protocol; `ranges` are rows of RANGES or a directory."""
    register = register_of(pd.DataFrame(listed, columns=LISTED), "gebiet")
    directory = ranges if isinstance(ranges, pd.DataFrame) else pd.DataFrame(ranges, columns=RANGES)
    rows = protocol_rows(pd.DataFrame(written, columns=list(columns), dtype=object), register)
    return rows, register, cure(rows, register, directory, LAYOUT)


def told(cured):
    return list(zip(cured.cause, cured.cures))


def ranges_of(cured):
    rows = cured.corrections
    return [
        (row.strasse, row.seite, row.von_nummer, None if pd.isna(row.bis_nummer) else row.bis_nummer, row.gebiet)
        for row in rows.itertuples()
    ]


def test_a_gap_is_closed_side_by_side_and_broken_at_another_area():
    listed = street("Ring", (1, 2), "A") + street("Ring", (11, 13, 12, 14), "A") + street("Ring", (15, 16), "B")
    listed += street("Ring", (17, 18), "A")
    _rows, _register, cured = answer(listed, [("Ring", "50000", "F", 1, 9, "A")], ("Ring", "13", "50000"))
    assert told(cured) == [(Cause.GAP, "luecke_geschlossen")]
    assert sorted(ranges_of(cured)) == [
        ("Ring", "G", 12, 14, "A"),
        ("Ring", "G", 16, 16, "B"),
        ("Ring", "G", 18, 18, "A"),
        ("Ring", "U", 11, 13, "A"),
        ("Ring", "U", 15, 15, "B"),
        ("Ring", "U", 17, 17, "A"),
    ]


def test_a_gap_is_broken_where_a_range_of_another_area_begins_without_any_address():
    listed = street("Ring", (11, 21), "A") + street("Ring", (1,), "A")
    ranges = [("Ring", "50000", "F", 1, 9, "A"), ("Ring", "50000", "U", 13, 15, "B")]
    _rows, _register, cured = answer(listed, ranges, ("Ring", "21", "50000"))
    assert ranges_of(cured) == [("Ring", "U", 11, 11, "A"), ("Ring", "U", 21, 21, "A")]
    assert assign(_register.standard, cured.directory).overlaps.empty


def test_a_missing_street_comes_from_the_list_and_the_spelling_of_the_row_beside_it():
    listed = street("Neue Allee", (1, 2, 3), "A") + street("Neue Allee", (5, 6), "B") + street("Ring", (1,), "A")
    ranges = [("Ring", "50000", "F", 1, None, "A")]
    _rows, _register, cured = answer(listed, ranges, ("Neue-Allee", "5", "50000"), ("Neue Allee", "2", "50000"))
    assert told(cured) == [
        (Cause.STREET, "strasse_ergaenzt, schreibweise_ergaenzt"),
        (Cause.STREET, "strasse_ergaenzt"),
    ]
    assert set(cured.corrections["strasse"]) == {"Neue Allee", "Neue-Allee"}
    assert cured.corrections.groupby("art")["geheilt"].first().to_dict() == {
        "schreibweise_ergaenzt": 1,
        "strasse_ergaenzt": 2,
    }


def test_a_spelling_takes_all_rows_of_the_street_with_it():
    listed = street("Hauptstraße", range(1, 10), "A") + street("Hauptstraße", range(10, 20), "B")
    ranges = [("Hauptstraße", "50000", "F", 1, 9, "A"), ("Hauptstraße", "50000", "F", 10, None, "B")]
    _rows, _register, cured = answer(listed, ranges, ("Hauptstr.", "12", "50000"))
    assert told(cured) == [(Cause.SPELLING, "schreibweise_ergaenzt")]
    assert ranges_of(cured) == [("Hauptstr.", "F", 1, 9, "A"), ("Hauptstr.", "F", 10, None, "B")]


def test_a_directory_without_sides_still_holds_for_both_after_rows_are_added():
    directory = pd.DataFrame({"strasse": ["Ring"], "gebiet": ["A"]})
    listed = street("Ring", (1, 2), "A") + street("Weg", (1,), "B")
    _rows, register, cured = answer(listed, directory, ("Weg", "1", "50000"))
    assert told(cured) == [(Cause.STREET, "strasse_ergaenzt")]
    assert assign(register.standard, cured.directory).area.tolist() == ["A", "A", "B"]


@pytest.mark.parametrize(
    ("written", "cause"),
    [
        (("", "1", "50000"), Cause.NO_STREET),
        (("Gibtsnichtweg", "1", "50000"), Cause.NOT_FOUND),
        (("Ring", "99", "50000"), Cause.UNCHECKED),
        (("Zeile", "99", "50000"), Cause.NUMBER_UNKNOWN),
        (("Zeile", "", "50000"), Cause.NO_NUMBER),
        (("Zeile", "x?y", "50000"), Cause.UNREADABLE),
        (("Ring", "1", "50000"), Cause.PLACED),
        (("Ring", "4", "50000"), Cause.CONTRADICTION),
        (("Platz", "1", "50000"), Cause.NO_AREA),
        (("Doppelt", "1", "50000"), Cause.OVERLAP),
        (("Ring Ring, bei Müller", "1", "50000"), Cause.SPELLING),
    ],
)
def test_what_cannot_be_cured_is_told_apart_and_changes_nothing(written, cause):
    listed = street("Ring", (1, 2), "A") + street("Ring", (4,), "B") + street("Platz", (1,), "")
    listed += street("Zeile", (1,), "A") + street("Zeile", (3,), "B") + street("Doppelt", (1,), "A")
    ranges = [("Ring", "50000", "F", 1, None, "A"), ("Zeile", "50000", "F", 1, 2, "A")]
    ranges += [("Doppelt", "50000", "F", 1, 9, "A"), ("Doppelt", "50000", "F", 1, 5, "B")]
    rows, register, cured = answer(listed, ranges, written)
    assert told(cured) == [(cause, "")]
    assert cured.corrections.empty and cured.after.tolist() == [cause == Cause.PLACED]
    file = ProtocolFile(pd.DataFrame([written], columns=["strasse", "hausnummer", "plz"]), pd.Series([2]), [3], "", {})
    lines = protocol_lines(file, rows, register, cured)
    assert lines["zeile"].tolist() == [2, 3]
    assert ("No cure, because" in lines["hinweis"][0]) and lines["hinweis"][1]
    assert protocol_balance(file, cured).unaccounted == 0


def test_two_streets_of_one_name_are_not_mixed_by_a_spelling():
    """“Bahnhofstr.” is a street of its own elsewhere; the row means Bahnhofstraße here."""
    listed = street("Bahnhofstraße", (1, 2), "A", "50000") + street("Bahnhofstr.", (1, 2), "B", "50001")
    ranges = [("Bahnhofstraße", "50000", "F", 1, None, "A"), ("Bahnhofstr.", "50001", "F", 1, None, "B")]
    _rows, register, cured = answer(listed, ranges, ("Bahnhofstr.", "1", "50000"), ("Bahnhofstr.", "2", ""))
    assert told(cured)[0][1] == "schreibweise_ergaenzt"
    assert told(cured)[1][1] == ""  # without the postcode it may be either
    assert assign(register.standard, cured.directory).area.tolist() == ["A", "A", "B", "B"]


def test_a_correction_that_takes_another_address_out_of_its_area_is_dropped():
    """The addresses of one Weg have no postcode: rows for a Weg in 50001 would make them ambiguous."""
    directory = pd.DataFrame({"strasse": ["Weg"], "plz": ["50000"], "ortsteil": ["Nord"], "gebiet": ["A"]})
    listed = street("Weg", (1, 2), "A", "", "") + street("Weg", (1, 2), "B", "50001", "Süd")
    _rows, register, cured = answer(
        listed, directory, ("Weg", "1", "50001", "Süd"), columns=("strasse", "hausnummer", "plz", "ortsteil")
    )
    assert told(cured) == [(Cause.STREET, "")]
    assert cured.corrections.empty and cured.rejected > 0
    assert assign(register.standard, cured.directory).area.tolist()[:2] == ["A", "A"]


def test_areas_of_the_directory_count_where_the_list_has_none():
    listed = street("Hauptstraße", (1, 2), "") + street("Weg", (1,), "")
    _rows, _register, cured = answer(
        listed, [("Hauptstraße", "50000", "F", 1, None, "A")], ("Hauptstr.", "1", "50000"), ("Weg", "1", "50000")
    )
    assert told(cured) == [(Cause.SPELLING, "schreibweise_ergaenzt"), (Cause.NO_AREA, "")]


def test_a_number_that_the_list_lacks_lies_in_the_area_of_its_whole_street():
    listed = street("Weg", (1, 3), "A") + street("Gasse", (1,), "A") + street("Gasse", (3,), "B")
    _rows, _register, cured = answer(
        listed, [("Ring", "50000", "F", 1, None, "A")], ("Weg", "77", "50000"), ("Weg", "", ""), ("Gasse", "77", "")
    )
    assert told(cured) == [
        (Cause.STREET, "strasse_ergaenzt"),
        (Cause.STREET, "strasse_ergaenzt"),
        (Cause.NUMBER_UNKNOWN, ""),
    ]


def test_a_correction_that_takes_a_row_of_the_protocol_out_of_its_area_is_dropped():
    """A row that names the Ortsteil only is placed as long as there is one Weg; the list itself has postcodes."""
    listed = street("Weg", (1,), "A", "50000", "Nord") + street("Weg", (1,), "B", "50001", "Süd")
    _rows, _register, cured = answer(
        listed,
        [("Weg", "50000", "F", 1, None, "A")],
        ("Weg", "1", "", "Nord"),
        ("Weg", "1", "50001", "Süd"),
        columns=("strasse", "hausnummer", "plz", "ortsteil"),
    )
    assert told(cured) == [(Cause.PLACED, ""), (Cause.STREET, "")]
    assert cured.after.tolist() == [True, False] and cured.corrections.empty


def test_a_number_that_the_list_lacks_on_a_misspelt_street_is_not_believed():
    listed = street("Wilhelm-Leuschner-Straße", (1, 3), "A")
    ranges = [("Ring", "50000", "F", 1, None, "A")]
    _rows, _register, cured = answer(listed, ranges, ("Wilhelm-Leuchner-Straße", "77", "50000"))
    assert told(cured)[0][0] in (Cause.NUMBER_UNKNOWN, Cause.NOT_FOUND)
    assert cured.corrections.empty


@pytest.mark.parametrize("seed", range(40))
def test_any_town_loses_nothing_and_what_is_cured_is_right(seed):
    rng = random.Random(seed)
    town = pd.DataFrame(random_town(rng)).assign(zusatz="")
    register = register_of(town, "gebiet")
    full = raster_directory(register.standard, LAYOUT).rows
    damaged = full[[rng.random() < 0.6 for _row in range(len(full))]]
    before = assign(register.standard, damaged)
    table = town[["strasse", "hausnummer", "plz", "ortsteil"]].fillna("").astype(str)
    table["strasse"] = [rng.choice((name, name.upper(), name.replace(" ", "-"))) for name in table["strasse"]]
    rows = protocol_rows(table, register)
    cured = cure(rows, register, damaged, LAYOUT)
    after = assign(register.standard, cured.directory)
    placed = (before.area != "").to_numpy()
    assert (after.area[placed] == before.area[placed]).all()
    added = after.overlaps[(after.overlaps >= len(damaged)).any(axis=1)]
    assert added.empty
    assert (cured.after | ~cured.before).all()
    found = assign_as_written(rows.written, cured.directory).area
    new = cured.after & ~cured.before
    assert (found[new] == cured.area[new]).all() and (cured.cures[new] != "").all()
    assert (cured.cures[~new] == "").all()
    own = rows.target["gebiet"].reindex(found.index)
    assert (found[new] == own[new]).all()
    assert (cured.corrections["geheilt"] > 0).all()


def test_berlin_with_a_damaged_raster_is_cured(berlin):  # noqa: F811 - the fixture
    addresses = berlin.assign(gebiet="0" + berlin["gebiet"])
    full = directory_from_raster(raster_rows(raster_directory(addresses, LAYOUT).rows, LAYOUT), None, LAYOUT).rows
    draw = np.random.default_rng(3)
    damaged = full[draw.random(len(full)) > 0.05].reset_index(drop=True)
    register = register_of(addresses, "gebiet")
    lost = np.flatnonzero(assign(addresses, damaged).reason != "")
    assert len(lost) > 5000
    chosen = np.sort(np.concatenate([draw.choice(lost, 1500, replace=False), draw.choice(len(addresses), 500)]))
    table = addresses.iloc[chosen][["strasse", "hausnummer", "zusatz", "plz", "ortsteil"]].reset_index(drop=True)
    table = table.astype(object).astype(str).replace("<NA>", "")
    short = draw.random(len(table)) < 0.3
    table["strasse"] = table["strasse"].where(~short, table["strasse"].str.replace("straße", "str."))
    rows = protocol_rows(table, register)
    cured = cure(rows, register, damaged, LAYOUT)
    assert cured.before.mean() < 0.3
    assert cured.after.mean() > 0.99
    found = assign_as_written(rows.written, cured.directory).area
    truth = addresses["gebiet"].to_numpy()[chosen]
    assert (found[cured.after] == truth[cured.after.to_numpy()]).all()
    assert assign(addresses, cured.directory).overlaps.empty


def test_the_file_is_read_by_usual_names_and_in_its_encoding(tmp_path):
    path = tmp_path / "05999001_str_err_202412_ALO_202412.csv"
    path.write_bytes(
        "PLZ;Straße;HNR;Hausnummer-Zusatz;Ort\r\n50000;Müllerstr.;0012;a;Essen\r\n50000;Ring\r\n".encode("cp1252")
    )
    file = read_protocol(path)
    assert file.columns == {"strasse": "Straße", "hausnummer": "HNR", "zusatz": "Hausnummer-Zusatz", "plz": "PLZ"}
    assert file.table.to_dict("records") == [
        {"strasse": "Müllerstr.", "hausnummer": "0012", "zusatz": "a", "plz": "50000"}
    ]
    assert (file.lines.tolist(), file.broken) == ([2], [3])
    with pytest.raises(MissingColumnError, match="Nummer"):
        read_protocol(path, {"hausnummer": "Nummer"})


@pytest.mark.parametrize("text", ["", ";;\n;;\n", "Lage;Menge\n1;2\n"])
def test_a_file_that_is_no_protocol_is_refused(tmp_path, text):
    (tmp_path / "err.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_protocol(tmp_path / "err.csv")


def test_a_name_of_the_commune_is_trusted_only_if_the_user_says_so(tmp_path):
    (tmp_path / "err.csv").write_text("Gemeinde;Strasse;Nr\nEssen, Stadt;Ring;1\n", encoding="utf-8")
    assert "gemeinde" not in read_protocol(tmp_path / "err.csv").table
    assert "gemeinde" in read_protocol(tmp_path / "err.csv", {"gemeinde": "Gemeinde"}).table
