"""The legend as XML: what stands where, and that all strokes stay inside their cells."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from sozialraum_plugin.core.indices.class_colours import EXCLUDED, STATUS
from sozialraum_plugin.core.indices.status.bivariate_legend import HEIGHT, WIDTH, hatch_lines, legend_svg
from sozialraum_plugin.core.messages import use_translation

SVG = "{http://www.w3.org/2000/svg}"


def parsed(**given):
    return ElementTree.fromstring(legend_svg(**given))


def texts(root):
    return [element.text for element in root.iter(f"{SVG}text") if element.text]


def test_twelve_cells_in_four_rows_and_three_columns():
    cells = [e for e in parsed().iter(f"{SVG}rect") if e.get("fill-opacity")]
    grid = [
        (float(cell.get("y")), float(cell.get("x")), cell.get("fill")) for cell in cells if cell.get("fill") != EXCLUDED
    ]
    assert len(grid) == 12
    assert sorted({y for y, _, _ in grid}) == [y for y, x, _ in sorted(grid)][::3]
    assert [colour for _, _, colour in sorted(grid)] == [STATUS[status] for status in (1, 2, 3, 4) for _ in range(3)]


def test_each_cell_says_its_group():
    found = texts(parsed())
    assert [f"{status}{dynamics}" for status in "1234" for dynamics in ("+", "+/-", "-")] == [
        text for text in found if re.fullmatch(r"[1-4][+/-]+", text)
    ]
    for text in ("Status", "Dynamics", "high", "very low", "positive", "stable", "negative", "excluded"):
        assert text in found


def test_counts_in_german_format():
    found = texts(parsed(counts={"2+/-": 1234}, excluded=6))
    assert "2+/- · 1.234" in found
    assert "1+ · 0" in found
    assert "excluded (6)" in found


def test_other_languages():
    use_translation(lambda text: text.upper())
    try:
        assert {"STATUS", "DYNAMICS", "VERY LOW"} <= set(texts(parsed()))
    finally:
        use_translation(None)


def test_a_text_that_looks_like_markup_is_harmless():
    use_translation(lambda text: f"<script>{text}</script>" if text == "Status" else text)
    try:
        root = parsed()
    finally:
        use_translation(None)
    assert not list(root.iter(f"{SVG}script"))


def test_only_what_qgis_can_draw():
    drawing = legend_svg()
    assert not re.search(
        r"<(pattern|clipPath|mask|filter|marker|tspan|linearGradient|image)|dominant-baseline", drawing
    )
    root = ElementTree.fromstring(drawing)
    assert root.find(f"{SVG}title").text and len(root.find(f"{SVG}desc").text) > 100


@pytest.mark.parametrize("rising", [True, False])
@pytest.mark.parametrize("box", [(0, 0, 170, 80), (50, 20, 90, 200)])
def test_lines_end_at_the_edges_and_have_their_direction(box, rising):
    left, top, right, bottom = box
    lines = hatch_lines(box, 15, rising)
    assert len(lines) == pytest.approx((right - left + bottom - top) / (15 * 2**0.5), abs=1)
    for x1, y1, x2, y2 in lines:
        for x, y in ((x1, y1), (x2, y2)):
            assert left - 1e-9 <= x <= right + 1e-9 and top - 1e-9 <= y <= bottom + 1e-9
            assert min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) < 1e-9
        assert abs(abs(x2 - x1) - abs(y2 - y1)) < 1e-9
        if x1 != x2:
            assert ((y2 - y1) / (x2 - x1) < 0) == rising  # y points down


def test_all_is_inside_the_picture():
    numbers = [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", legend_svg())]
    assert numbers and all(x <= WIDTH and y <= HEIGHT for x, y in numbers)
    for cell in parsed().iter(f"{SVG}rect"):
        assert float(cell.get("x")) + float(cell.get("width")) <= WIDTH
        assert float(cell.get("y")) + float(cell.get("height")) <= HEIGHT
