"""What the user is asked for besides blocks: the kind of units, buildings, a report; and how it is explained."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core.messages import tr

Explained = tuple[QgsProcessingParameterDefinition, str]


def units_help() -> str:
    """Return the paragraphs of the help on street sections, address cells and buildings."""
    return tr(
        "<b>Street sections</b> are both sides of a street between two junctions, with borders at the rear of the "
        "plots. An address belongs to the nearest section of its street (field “strasse”) within 300 m, else to the "
        "nearest section. Every place goes with the nearest address or street line, but not across a barrier or "
        "commune border; a barrier that ends within 500 m of the boundary is carried on to it. Carriageways of one "
        "street up to 40 m apart are one section. Bridges and tunnels (fields “bridge”, “tunnel”) meet other streets "
        "at their ends only; unnamed paths and drives (fields “highway”, “fclass” or “art”) are no junctions. A "
        "section shorter than 30 m with fewer than 3 addresses joins the next one of its street. A section without "
        "addresses is no unit. A part apart from the rest of its section is a unit of its own from 3 addresses on, "
        "else it joins its neighbour; the report names its addresses.\n\n"
        "<b>Address cells</b> divide the blocks, which are not divided otherwise: every place goes with the nearest "
        "address of its block; addresses less than 1 m apart share a cell. A block without addresses is one cell.\n\n"
        "<b>Building types</b> come from OpenStreetMap's “building”, ALKIS Gebäudefunktion (1010, 31001_1010) or "
        "German words. Where the use alone does not tell: dwellings of 8 or more storeys are high-rise. Up to 2 "
        "dwellings per address are a single or two-family house, or a terraced house in a row of at least 3 touching "
        "houses. Where dwellings are not known, a house in such a row is a terraced house up to 100 m² per address "
        "and 3 storeys, or up to 2 known storeys and 320 m² of floor space per address; another one is a single or "
        "two-family house up to 3 storeys (2 where not known) and 320 m² of floor space per address; all else are "
        "multi-family houses. Of unknown use and below 3 storeys, 1,000 m² per address and more is non-residential. "
        "Garages, sheds and buildings of unknown use without an address are not counted. A building lies in the unit "
        "of its addresses. The dominant type has most dwellings, where these are not known most floor space; only a "
        "unit without residential buildings is non-residential."
    )


def units_parameter(name: str) -> Explained:
    """Return the choice of the kind of units."""
    kinds = [tr("blocks"), tr("street sections"), tr("address cells")]
    return (
        QgsProcessingParameterEnum(name, tr("Units"), kinds, defaultValue=0),
        tr(
            "Blocks lie between streets; street sections are both sides of a street between two junctions; address "
            "cells are the ground around each address."
        ),
    )


def street_name_parameter(name: str, streets: str) -> Explained:
    """Return the field with the names of the streets."""
    return (
        QgsProcessingParameterField(name, tr("Street name"), parentLayerParameterName=streets, optional=True),
        tr(
            "Field of the streets with their name, for street sections. Left empty: “name”, “strasse” or "
            "“strassenname” is used."
        ),
    )


def building_parameters(buildings: str, kind: str, levels: str, dwellings: str) -> list[Explained]:
    """Return the layer of buildings and its fields."""
    polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
    return [
        (
            QgsProcessingParameterFeatureSource(buildings, tr("Buildings"), polygon, optional=True),
            tr(
                "Footprints. The units get the number of buildings by type (efh single and two-family, rh terraced, "
                "mfh multi-family, hh high-rise, nw non-residential) and the dominant type “gebaeudetyp”."
            ),
        ),
        (
            QgsProcessingParameterField(kind, tr("Building type"), parentLayerParameterName=buildings, optional=True),
            tr(
                "Field with OpenStreetMap's “building”, the ALKIS Gebäudefunktion or German words. Left empty: "
                "“building”, “gebaeudefunktion”, “gfk”, “funktion” or “art” is used."
            ),
        ),
        (
            QgsProcessingParameterField(levels, tr("Storeys"), parentLayerParameterName=buildings, optional=True),
            tr("Field with the number of storeys. Left empty: “building:levels”, “geschosse” or “anzahlgs” is used."),
        ),
        (
            QgsProcessingParameterField(
                dwellings, tr("Dwellings of the building"), parentLayerParameterName=buildings, optional=True
            ),
            tr(
                "Field with the number of dwellings. With it, the units get “wohnungen” and dwellings by type, which "
                "can be used in the shares. Dwellings are never estimated."
            ),
        ),
    ]


def report_parameter(name: str) -> Explained:
    """Return the report."""
    table = QgsProcessing.SourceType.TypeVector
    return (
        QgsProcessingParameterFeatureSink(name, tr("Report"), table, optional=True, createByDefault=False),
        tr(
            "Addresses in no unit or in another section's, street sections and units without addresses, what was "
            "merged, buildings in no unit and unknown building types."
        ),
    )
