"""The parts of the overview report that stand alone: index tables, classes of maps, signs, bookmarks, joining."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from overview_data import codes, composite_index, status_index

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indices.class_colours import DYNAMICS, EXCLUDED_HATCH, lightness
from sozialraum_plugin.core.profiles.colours import Theme
from sozialraum_plugin.core.profiles.overview_classes import map_classes
from sozialraum_plugin.core.profiles.overview_flow import Sign
from sozialraum_plugin.core.profiles.overview_index import read_index
from sozialraum_plugin.core.profiles.overview_join import join_command, joining_tool
from sozialraum_plugin.core.profiles.overview_outline import About, described, page_count
from sozialraum_plugin.core.profiles.overview_signs import dots, paint_of, signs_svg, stripes


def test_classes_have_about_equally_many_areas_and_do_not_overlap():
    values = {str(n): float(v) for n, v in enumerate(np.random.default_rng(1).normal(20, 5, 83))}
    of_area, classes = map_classes(values, 1)
    assert len(classes) == 5 and all(14 <= each.count <= 19 for each in classes)
    assert all(low.high < high.low for low, high in zip(classes, classes[1:]))
    for code, value in values.items():
        shown = classes[of_area[code] - 1]
        assert shown.low <= round(value, 1) <= shown.high


def test_equal_printed_values_share_a_class():
    of_area, classes = map_classes({"a": 10.01, "b": 10.04, "c": 9.98, "d": 30.0, "e": 50.0, "f": 70.0}, 1)
    assert of_area["a"] == of_area["b"] == of_area["c"]
    assert sum(each.count for each in classes) == 6


@pytest.mark.parametrize(("count", "most"), [(0, 0), (1, 1), (4, 2), (7, 3), (300, 5)])
def test_few_areas_have_few_classes(count, most):
    assert len(map_classes({str(n): float(n) for n in range(count)}, 0)[1]) == most


def test_all_the_same_is_one_class():
    assert len(map_classes(dict.fromkeys("abcdefghijkl", 4.0), 1)[1]) == 1


def test_the_status_index_is_read_with_its_reasons():
    table = read_index(status_index(20), codes(20))
    assert table.kind == "status_dynamics" and table.components == ("A08",)
    assert table.areas[codes(20)[0]].class_key == "4-"
    left_out = table.left_out()
    assert [each.code for each in left_out] == [codes(20)[-1]]
    assert left_out[0].excluded == "weniger als 300 Einwohner" and left_out[0].class_key == ""
    assert all(int(each.class_key[0]) >= 3 for each in table.burdened())
    ranks = [each.rank for each in table.ranked()]
    assert ranks == list(range(1, 20))
    table.balance(20).lines()  # raises unless it adds up


def test_the_composite_index_keeps_its_own_ranks_and_shares():
    table = read_index(composite_index(20), codes(20))
    assert table.kind == "classes" and table.keys == ("k1", "k2", "k3", "k4", "k5")
    assert [each.rank for each in table.ranked()] == list(range(1, 21))
    assert table.areas[codes(20)[3]].stable == 0.875
    assert len(table.burdened()) == 4


def test_robustness_in_per_cent_from_its_own_table():
    shares = pd.DataFrame({"gebiet": codes(3), "robustheit": [100.0, 62.5, None]}, dtype=object)
    table = read_index(composite_index(3).drop(columns="stabil"), codes(3), shares)
    assert [table.areas[code].stable for code in codes(3)] == [1.0, 0.625, None]


def test_the_output_of_robustness_is_understood():
    told = {"anteil_gleich": [0.5, 100.0], "robustheit": ["Klasse 1 in 3 von 600 …", "immer"], "rang_von": [1, 2]}
    shares = pd.DataFrame({"gebiet": codes(2), **told, "rang_bis": [4, 2]}, dtype=object)
    table = read_index(composite_index(2), codes(2), shares)
    assert [table.areas[code].stable for code in codes(2)] == [0.005, 1.0]
    assert [table.areas[code].ranks for code in codes(2)] == [(1, 4), (2, 2)]


def test_of_several_years_the_newest_is_taken():
    old, new = composite_index(4).assign(jahr="2022", klasse=5), composite_index(4).assign(jahr="2024")
    table = read_index(pd.concat([new, old], ignore_index=True), codes(4))
    assert table.year == "2024" and table.areas[codes(4)[0]].class_key == "k1"
    lines = table.balance(8).lines()
    assert any("4  of earlier years" in line for line in lines)


def test_a_class_that_is_none_is_no_class():
    rows = status_index(4)
    rows.loc[1, "dynamik"] = None
    table = read_index(rows, codes(4))
    assert table.areas[codes(4)[1]].class_key == "" and table.areas[codes(4)[1]].value is not None


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pd.DataFrame({"gebiet": ["1"]}), "none of the columns"),
        (pd.concat([composite_index(2), composite_index(1)]), "twice"),
        (composite_index(2).assign(gebiet=["x", "y"]), "No area of the level"),
    ],
)
def test_a_wrong_index_is_refused_in_words(table, words):
    with pytest.raises(InputError, match=words):
        read_index(table, codes(2))


@pytest.mark.parametrize("hatch", DYNAMICS.values())
@pytest.mark.parametrize("size", [(6.0, 3.2), (0.3, 3.0), (70.0, 3.0), (12.0, 4.6)])
def test_hatching_stays_inside_its_rectangle(hatch, size):
    for start_x, start_y, end_x, end_y in stripes(*size, hatch):
        assert all(-1e-9 <= x <= size[0] + 1e-9 for x in (start_x, end_x))
        assert all(-1e-9 <= y <= size[1] + 1e-9 for y in (start_y, end_y))
        assert abs(end_x - start_x) == pytest.approx(abs(end_y - start_y))  # 45 degrees
    if size[0] > 5:
        assert stripes(*size, hatch)


def test_dots_stay_inside_their_rectangle():
    found = dots(6.0, 3.2, EXCLUDED_HATCH)
    radius = EXCLUDED_HATCH.width / 2
    assert len(found) > 4
    assert all(radius <= x <= 6 - radius and radius <= y <= 3.2 - radius for x, y in found)


def test_the_groups_are_told_apart_without_colour():
    keys = [f"{status}{dynamics}" for status in (1, 2, 3, 4) for dynamics in ("+", "+/-", "-")]
    paints = {key: paint_of(f"class:{key}", Theme(), 0) for key in keys}
    for one, other in combinations(keys, 2):
        a, b = paints[one], paints[other]
        assert a.hatch != b.hatch or abs(lightness(a.fill) - lightness(b.fill)) > 8, (one, other)


@pytest.mark.parametrize("accent", ["#0F5C6E", "#8B1A1A", "#333333"])
def test_the_steps_of_a_map_fall_evenly_in_lightness(accent):
    light = [lightness(paint_of(f"ramp:{step}:5", Theme(accent=accent), 0).fill) for step in range(1, 6)]
    assert all(one - other > 6 for one, other in zip(light, light[1:]))
    assert paint_of("hidden", Theme(), 0).hatch is not None


def test_the_signs_use_nothing_that_qgis_ignores():
    signs = [Sign(sign, 20, 20, 12, 4) for sign in ("class:4-", "excluded", "hidden", "missing", "ramp:1:3", "ink")]
    svg = signs_svg(signs, Theme(), 5)
    assert 'viewBox="0 0 210 297"' in svg
    assert not any(word in svg for word in ("pattern", "clip", "mask", "rgba", "gradient"))


ABOUT = About("Bericht – „Süd“", "Stadt Müsterhausen", "de-DE", "20260201120000Z")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nnothing", b"%PDF-1.7\n1 0 obj<</Type/XRef>>\nstartxref\n9\n%%EOF\n"])
def test_a_file_that_is_not_understood_is_left_alone(data):
    assert described(data, [], [], ABOUT) is None
    assert page_count(data) is None


@pytest.mark.parametrize(
    ("tool", "start", "end"),
    [
        ("/usr/bin/qpdf", "--empty", "c.pdf"),
        ("/usr/bin/pdfunite", "a.pdf", "c.pdf"),
        ("C:/gs/gswin64c.exe", "-dBATCH", "b.pdf"),
    ],
)
def test_each_tool_has_its_command(tool, start, end):
    command = join_command(tool, [Path("a.pdf"), Path("b.pdf")], Path("c.pdf"))
    assert command[0] == tool and command[1] == start and command[-1] == end
    assert {"a.pdf", "b.pdf"} <= set(command)


def test_without_any_tool_there_is_none():
    assert joining_tool(lambda name: None) is None
    assert joining_tool(lambda name: "/x/gs" if name == "gs" else None) == "/x/gs"
