"""The texts of a chart apart from its shapes: Qt draws texts of an SVG as outlines, which nobody finds or copies.

Only texts that stand upright and unstretched are taken out, in charts without style sheets; all others stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_INHERITED = ("font-family", "font-size", "font-weight", "fill", "text-anchor")
_KNOWN = {*_INHERITED, "x", "y", "class"}
_TRANSFORM = re.compile(r"\s*(translate|scale)\(\s*([-\d.]+)(?:[\s,]+([-\d.]+))?\s*\)\s*$")
_BOLD = ("bold", "600", "700", "800", "900")
_UPRIGHT = (0.0, 0.0, 1.0)

ElementTree.register_namespace("", _SVG[1:-1])


@dataclass(frozen=True)
class SvgText:
    """A text at x and y of its baseline, with its size, all in units of the viewBox; `anchor` is start, middle or end.

    `fill` is a colour such as ``#1D2529``.
    """

    text: str
    x: float
    y: float
    size: float
    family: str
    bold: bool
    fill: str
    anchor: str


@dataclass(frozen=True)
class SplitChart:
    """A chart's shapes as SVG, the left, top, width and height of its viewBox, and its texts."""

    shapes: bytes
    box: tuple[float, float, float, float]
    texts: tuple[SvgText, ...]


def split_texts(chart: bytes) -> SplitChart | None:
    """Return the shapes and texts of a chart; None where it has no text that can be taken out."""
    if b"<text" not in chart or b"<style" in chart:
        return None
    try:
        root = ElementTree.fromstring(chart)
        box = tuple(map(float, root.get("viewBox", "").replace(",", " ").split()))
        texts: list[SvgText] = []
        _take(root, {}, _UPRIGHT, texts)
    except (ElementTree.ParseError, ValueError):
        return None
    if len(box) != 4 or not texts:
        return None
    return SplitChart(ElementTree.tostring(root), box, tuple(texts))


def _take(
    parent: ElementTree.Element, look: Mapping[str, str], place: tuple[float, float, float], texts: list[SvgText]
) -> None:
    """Move the texts below an element into a list; `place` is its shift to the right and down and its scale."""
    look = {**look, **{name: parent.attrib[name] for name in _INHERITED if name in parent.attrib}}
    if "opacity" in parent.attrib or "style" in parent.attrib:
        return
    for child in list(parent):
        if child.tag == f"{_SVG}text":
            found = _text(child, look, place)
            if found is not None:
                texts.append(found)
                parent.remove(child)
            continue
        inner = _moved(place, child.get("transform", ""))
        if child.tag == f"{_SVG}g" and inner is not None:
            _take(child, look, inner, texts)


def _text(element: ElementTree.Element, look: Mapping[str, str], place: tuple[float, float, float]) -> SvgText | None:
    own = {**look, **element.attrib}
    if len(element) or not set(element.attrib) <= _KNOWN or not own.get("fill", "#000000").startswith("#"):
        return None
    right, down, scale = place
    return SvgText(
        text=element.text or "",
        x=right + scale * float(own.get("x", 0)),
        y=down + scale * float(own.get("y", 0)),
        size=scale * float(own.get("font-size", 16)),
        family=own.get("font-family", ""),
        bold=own.get("font-weight", "") in _BOLD,
        fill=own.get("fill", "#000000"),
        anchor=own.get("text-anchor", "start"),
    )


def _moved(place: tuple[float, float, float], transform: str) -> tuple[float, float, float] | None:
    """Return a place after a transform; None where texts would no longer be upright and unstretched."""
    if not transform:
        return place
    match = _TRANSFORM.match(transform)
    if match is None:
        return None
    kind, first, second = match.groups()
    right, down, scale = place
    if kind == "translate":
        return right + scale * float(first), down + scale * float(second or 0), scale
    factor = float(first)
    return (right, down, scale * factor) if factor > 0 and float(second or first) == factor else None
