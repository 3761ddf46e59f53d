"""What became of each area, on divisions whose story is known."""

from __future__ import annotations

import pandas as pd
import pytest

from sozialraum_plugin.core.delineation.area_changes import Change, areas_compared, change_text, match_areas
from sozialraum_plugin.core.delineation.area_changes_page import (
    called,
    colour_numbers,
    entities,
    short_codes,
    summary_sentence,
    table_head,
    table_rows,
)


def table(*rows):
    """Rows of (old, new, inhabitants[, addresses[, ground]])."""
    full = [
        (old, new, (rest or (people,))[0], float(people), (*rest, 10.0, 10.0)[1]) for old, new, people, *rest in rows
    ]
    frame = pd.DataFrame(full, columns=["gebiet_alt", "gebiet_neu", "adressen", "einwohner", "flaeche"])
    return frame.assign(kennzeichen="")


def kinds(*rows, changed=(), old=None, new=None):
    frame = table(*rows)
    olds = old or sorted({row[0] for row in rows} - {""})
    news = new or sorted({row[1] for row in rows} - {""})
    compared = areas_compared(frame, match_areas(frame), {o: o for o in olds}, {n: n for n in news}, set(changed))
    return {(row["gebiet_alt"], row["gebiet_neu"]): row["aenderung"] for row in compared.to_dict("records")}


def test_every_kind_has_a_name():
    assert len({change_text(kind) for kind in Change.ALL}) == len(Change.ALL)


def test_new_codes_for_the_same_areas_are_no_change():
    assert kinds(("1", "2", 100), ("2", "1", 80)) == {("2", "1"): Change.UNCHANGED, ("1", "2"): Change.UNCHANGED}


def test_a_moved_border_changes_both_sides():
    found = kinds(("1", "1", 90), ("1", "2", 10), ("2", "2", 80))
    assert set(found.values()) == {Change.BORDER}


def test_uninhabited_ground_is_a_changed_border_too():
    frame_kinds = kinds(("1", "1", 90), ("2", "2", 80), changed={"1"})
    assert frame_kinds == {("1", "1"): Change.BORDER, ("2", "2"): Change.UNCHANGED}


def test_a_split_area_gives_two_split_ones():
    frame = table(("1", "1a", 60), ("1", "1b", 40))
    compared = areas_compared(frame, match_areas(frame), {"1": "1"}, {"1a": "", "1b": ""}, set())
    assert compared["hinweis"].tolist() == [
        "split; goes to: 1b (40)",
        "split; comes from: 1 (40)",
    ]
    assert kinds(("1", "1a", 60), ("1", "1b", 40)) == {("1", "1a"): Change.SPLIT, ("1", "1b"): Change.SPLIT}


def test_merged_areas_name_the_larger_as_origin_and_the_smaller_as_absorbed():
    assert kinds(("1", "X", 60), ("2", "X", 40)) == {("1", "X"): Change.MERGED, ("2", "X"): Change.ABSORBED}


def test_an_area_made_of_three_is_new_and_the_three_have_changed_borders():
    found = kinds(("1", "1", 90), ("2", "2", 90), ("3", "3", 90), ("1", "7", 30), ("2", "7", 25), ("3", "7", 20))
    assert found.pop((None, "7")) == Change.NEW
    assert set(found.values()) == {Change.BORDER}


def test_areas_without_a_counterpart_are_new_or_gone():
    found = kinds(("", "N", 50), ("O", "", 50), ("1", "1", 10))
    assert found == {("1", "1"): Change.UNCHANGED, (None, "N"): Change.NEW, ("O", None): Change.GONE}


def test_uninhabited_areas_are_matched_by_addresses_and_then_by_ground():
    assert kinds(("w", "W", 0, 0, 500.0), ("w", "1", 0, 0, 20.0), ("1", "1", 90)) == {
        ("1", "1"): Change.UNCHANGED,
        ("w", "W"): Change.UNCHANGED,
    }
    assert kinds(("p", "P", 0, 5), ("p", "Q", 0, 2), ("q", "Q", 9))[("p", "P")] == Change.BORDER


def test_every_area_of_both_divisions_is_in_the_table():
    rows = [("1", "X", 5), ("2", "X", 9), ("3", "Y", 4), ("3", "Z", 6)]
    found = kinds(*rows, old=["1", "2", "3", "4"], new=["X", "Y", "Z", "V"])
    assert {old for old, _ in found} >= {"1", "2", "3", "4"}
    assert {new for _, new in found} >= {"X", "Y", "Z", "V"}


def test_sums_and_sentences_tell_who_comes_and_goes():
    frame = table(("1", "1", 90), ("1", "2", 10), ("2", "2", 80), ("", "1", 3))
    compared = areas_compared(frame, match_areas(frame), {"1": "Nord", "2": "Süd"}, {"1": "Nord", "2": "Süd"}, set())
    first = compared.iloc[0]
    assert first[["einwohner_vorher", "einwohner_nachher"]].tolist() == [100, 93]
    assert "no area (3)" in first["hinweis"] and "2 (10)" in first["hinweis"]


def test_a_hidden_group_is_a_dot_in_the_sentence():
    frame = table(("1", "1", 90), ("1", "2", 0, 1), ("2", "2", 80))
    frame.loc[1, "kennzeichen"] = "geheim"
    compared = areas_compared(frame, match_areas(frame), {"1": "", "2": ""}, {"1": "", "2": ""}, set())
    assert "2 (·)" in compared.iloc[0]["hinweis"]


def test_an_area_that_is_hidden_as_a_whole_has_no_number_of_inhabitants():
    frame = table(("1", "1", 0, 2), ("2", "2", 80))
    frame.loc[0, "kennzeichen"] = "geheim"
    compared = areas_compared(frame, match_areas(frame), {"1": "", "2": ""}, {"1": "", "2": ""}, set())
    assert compared["einwohner_vorher"].tolist() == [None, 80]
    assert [row[3] for row in table_rows(compared, {})] == ["·", "80"]


def test_short_codes_keep_what_tells_areas_apart():
    assert short_codes(["0731200001", "0731200012"]) == {"0731200001": "01", "0731200012": "12"}
    assert short_codes(["Nord", "Nordost"]) == {"Nord": "Nord", "Nordost": "Nordost"}
    assert short_codes(["05334001"]) == {"05334001": "05334001"}


def test_a_name_that_ends_with_the_code_stands_alone():
    short = {"0731200001": "01"}
    assert called("0731200001", "Sozialraum 01", short) == "Sozialraum 01"
    assert called("0731200001", "Quartier 001", short) == "Quartier 001"
    assert called("0731200001", "Innenstadt", short) == "01 Innenstadt"
    assert called("0731200001", None, short) == "01"
    assert called(None, None, short) == "–"


def test_neighbours_get_different_colours_and_continued_areas_the_same():
    grid = [(r * 6 + c, r * 6 + c + 1) for r in range(6) for c in range(5)] + [(n, n + 6) for n in range(30)]
    edges = pd.DataFrame(grid).to_numpy()
    colours = colour_numbers(edges, 36, 8)
    assert all(colours[one] != colours[other] for one, other in grid)
    assert set(colours) == set(range(8))
    assert entities(["a", "b"], ["x", "y", "z"], {"b": "x"}) == ([0, 1], [1, 2, 3])


def test_the_page_says_what_moves_with_short_codes():
    frame = table(("0533401", "0533401", 90), ("0533401", "0533402", 10), ("0533402", "0533402", 100))
    matching = match_areas(frame)
    names = {"0533401": "Nord", "0533402": "Süd"}
    compared = areas_compared(frame, matching, names, names, set())
    frame["wechselt"] = matching.moved(frame["gebiet_alt"], frame["gebiet_neu"])
    assert summary_sentence(frame, compared, True).startswith("10 of 200 inhabitants (5,0 %)")
    assert summary_sentence(frame, compared, False).startswith("10 of 200 addresses")
    rows = table_rows(compared, short_codes(list(names)))
    assert rows[0][:6] == ("01 Nord", "01 Nord", "changed border", "100", "90", "−10")
    assert rows[0][-1] == "goes to: 02 (10)"
    assert len(rows[0]) == len(table_head(True)) == len(table_head(False))


@pytest.mark.parametrize("code", ["", "1"])
def test_two_divisions_without_a_common_area_do_not_match(code):
    assert match_areas(table((code, "", 5))).continued_by == {}
