"""Street lines with what their layer says of them: name, kind of way, bridge, tunnel, one-way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ...core.delineation.address_columns import plain_name, text_column
from ...core.errors import InputError
from ...core.fields import STREET
from ...core.messages import tr
from ...geo.cleaning import clean_lines
from ...geo.street_network import NO_NAME, StreetLines
from ..tables import read_rows, require_columns
from ._block_inputs import log_cleaned

NAME_FIELDS = ("name", "strasse", "strassenname", "str_name", "strname", "strassennam", "fullname")
_KIND_FIELDS = ("highway", "fclass", "art", "type")
_MINOR = {
    "footway", "path", "steps", "service", "track", "cycleway", "platform", "construction", "bridleway", "corridor",
    "proposed", "elevator", "track_grade1", "track_grade2", "track_grade3", "track_grade4", "track_grade5",
}  # fmt: skip
_NO = {"", "no", "nein", "false", "f", "0", "n"}
_ONE_WAY = {"yes", "ja", "true", "1", "-1", "reverse", "f", "t"}  # Geofabrik: F forward, T backward, B both


@dataclass(frozen=True)
class NamedStreets:
    """The `streets`, the street (n,) of each address as a number among them, and the `names` by that number."""

    streets: StreetLines
    of_address: np.ndarray
    names: list[str]


def read_streets(
    source: QgsProcessingFeatureSource,
    name_field: str,
    addresses: pd.DataFrame,
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> NamedStreets:
    """Return the lines in `crs` with their names matched to the addresses' field `strasse`, and log what was lost.

    Raises InputError if there is no usable line, MissingColumnError.
    """
    found = {name.lower(): name for name in reversed(source.fields().names())}
    name = name_field or next((found[known] for known in NAME_FIELDS if known in found), "")
    if name:
        require_columns(source, [name])
    kind = next((found[known] for known in _KIND_FIELDS if known in found), "")
    wanted = {"name": name, "kind": kind, **{key: found.get(key, "") for key in ("bridge", "tunnel", "oneway")}}
    columns = list(dict.fromkeys(filter(None, wanted.values())))
    table, geometries = read_rows(source, feedback, columns, crs, context, with_geometry=True)
    cleaned = clean_lines(geometries)
    log_cleaned(feedback, tr("street lines"), len(geometries), cleaned)
    if not cleaned.geometries:
        raise InputError(tr("“{layer}” holds no usable line.").format(layer=source.sourceName()))
    table = table.iloc[cleaned.rows].reset_index(drop=True)
    texts = {key: _texts(table, column) for key, column in wanted.items()}
    own = _texts(addresses, STREET.name if STREET.name in addresses else "")
    codes, names = _codes(pd.concat([texts["name"], own], ignore_index=True))
    street, of_address = codes[: len(table)], codes[len(table) :]
    _warn_of_names(feedback, street, of_address)
    one_way = texts["oneway"].str.lower().isin(_ONE_WAY).to_numpy()
    below = ~texts["tunnel"].str.lower().isin(_NO).to_numpy()
    bridge = ~texts["bridge"].str.lower().isin(_NO).to_numpy()
    minor = texts["kind"].str.lower().isin(_MINOR).to_numpy() & (street == NO_NAME)
    if minor.all():
        minor[:] = False
    lines = StreetLines(cleaned.geometries, street, below | bridge, below, minor, one_way, bool(one_way.any()))
    return NamedStreets(lines, of_address, names)


def _texts(table: pd.DataFrame, column: str) -> pd.Series:
    return text_column(table[column]) if column else pd.Series("", index=table.index, dtype=object)


def _codes(written: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return a number (n,) for each name as it is compared, NO_NAME if empty, and the first way of writing each."""
    distinct, texts = pd.factorize(written)
    plain = pd.Series([plain_name(text) for text in texts], dtype=object)
    numbers, forms = pd.factorize(plain.where(plain != "", None))
    names = [""] * len(forms)
    for number, text in reversed(list(zip(numbers.tolist(), texts))):
        if number >= 0:
            names[number] = text
    return (numbers[distinct] if len(distinct) else np.empty(0, dtype=int)).astype(np.int64), names


def _warn_of_names(feedback: QgsProcessingFeedback, street: np.ndarray, of_address: np.ndarray) -> None:
    if not (street != NO_NAME).any():
        feedback.pushWarning(tr("The street lines have no names, so every address goes to the nearest street section."))
    elif not np.isin(of_address[of_address != NO_NAME], street).any():
        feedback.pushWarning(
            tr(
                "No address carries the name of a street line in its field “{field}”, so every address goes to the "
                "nearest street section."
            ).format(field=STREET.name)
        )
