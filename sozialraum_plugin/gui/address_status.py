"""What the options page says about the addresses and areas of the project."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QLocale

from ..core.messages import tr
from ..geo.address_snapshot import Content, LayerSnapshot


def status_text(snapshot: LayerSnapshot | None) -> str:
    """Return in sentences what is read, or why nothing is found."""
    if snapshot is None or (not snapshot.layer_id and snapshot.content is None):
        return _nothing_fits()
    if snapshot.content is None:
        return tr("Addresses are being read…") if snapshot.awaited else tr("The addresses are not read yet.")
    sentences = [] if snapshot.layer_id else [_nothing_fits()]
    return "\n".join([*sentences, *_sentences(snapshot, snapshot.content)])


def _nothing_fits() -> str:
    return tr(
        "No address is found: no point layer of this project has fields for street and house number under a usual "
        "name. Choose the layer and its fields."
    )


def _sentences(snapshot: LayerSnapshot, content: Content) -> Iterator[str]:
    index = content.index
    if snapshot.layer_id:
        yield tr("Addresses read from “{layer}”: {count} (streets: {streets}).").format(
            count=_number(len(index)), streets=_number(len(index.name_of_street)), layer=snapshot.layer_name
        )
        if content.points > len(index):
            yield tr("Points without a street, left out: {count}.").format(count=_number(content.points - len(index)))
    for level in index.levels:
        yield _of_level(content, level, snapshot.roles.get(level, ""))
    yield from _without_points(content)
    if not index.levels:
        yield tr(
            "Their areas are unknown: the layer has no field with the code of an area, and no polygon layer with the "
            "field “gebiet” holds them."
        )


def _of_level(content: Content, level: str, field: str) -> str:
    regions, count = content.regions.get(level), len(content.index)
    if regions is None:
        return tr("{level}: {located} of {count} addresses, by their field “{field}”.").format(
            level=level_title(level), located=_number(content.located[level]), count=_number(count), field=field
        )
    sentence = tr("{level}: {located} of {count} addresses lie in an area of “{layer}” (areas: {areas}).").format(
        level=level_title(level),
        located=_number(content.located[level]),
        count=_number(count),
        areas=_number(len(set(regions.codes))),
        layer=regions.layer,
    )
    if regions.lost:
        sentence += " " + tr("Polygons without a code or a place on the map of the addresses: {count}.").format(
            count=_number(regions.lost)
        )
    return sentence


def _without_points(content: Content) -> Iterator[str]:
    """Yield a sentence for each level of polygons in which no address lies."""
    for level, regions in content.regions.items():
        if level not in content.index.levels:
            yield tr("{level}: no address lies in an area of “{layer}” (areas: {areas}).").format(
                level=level_title(level), areas=_number(len(set(regions.codes))), layer=regions.layer
            )


def level_title(level: str) -> str:
    """Return a level as the first word of a line: Quartier."""
    return f"{level[:1].upper()}{level[1:]}"


def _number(count: int) -> str:
    return QLocale().toString(count)
