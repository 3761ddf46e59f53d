"""Which field of a layer is street, number, area and so on: guessed by its name, or chosen and stored in the layer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from qgis.core import QgsVectorLayer

ADDRESS_ROLES: Mapping[str, tuple[str, ...]] = {
    "strasse": ("strasse", "strname", "strassenname", "strbez", "strassenbezeichnung", "stn", "street", "addrstreet"),
    "hausnummer": ("hausnummer", "hausnr", "hnr", "hsnr", "hausnum", "hnummer", "housenumber", "addrhousenumber"),
    "zusatz": (
        "zusatz", "adz", "hsnrzu", "hnrzusatz", "hnrzus", "hausnrzusatz", "hausnummernzusatz", "hausnummerzusatz",
        "hausnummerzus", "buchstabe",
    ),
    "plz": ("plz", "postleitzahl", "postcode", "addrpostcode"),
    "ort": ("gemeindename", "ort", "ortsname", "stadt", "gemname", "gen", "city", "addrcity"),
    "ortsteil": ("ortsteil", "ortsteilname", "otname", "stadtteil", "stadtteilname", "addrsuburb"),
    "quartier": ("quartier",),
    "sozialraum": ("sozialraum",),
    "gebiet": ("gebiet",),
}  # fmt: skip
AREA_ROLES: Mapping[str, tuple[str, ...]] = {
    "gebiet": ("gebiet",),
    "gebiet_name": ("gebietname", "gebietsname", "name", "bezeichnung"),
    "ebene": ("ebene",),
}
_ENTRY = "sozialraum/felder"  # a custom property of the layer, so it is stored with it in the project
_NO_LETTER = re.compile(r"[^a-z0-9]")


def guessed_roles(names: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return which field plays which role by its name; case, ß, blanks and signs such as ``_`` do not count."""
    present: dict[str, str] = {}
    for name in names:
        present.setdefault(_NO_LETTER.sub("", name.lower().replace("ß", "ss")), name)
    found = {role: next((present[one] for one in names if one in present), "") for role, names in known.items()}
    return {role: name for role, name in found.items() if name}


def layer_roles(layer: QgsVectorLayer, known: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return which field of a layer plays which role: as chosen, where that field still exists, else as guessed."""
    names = layer.fields().names()
    roles = guessed_roles(names, known)
    for role, name in chosen_roles(layer).items():
        if role in known and not name:
            roles.pop(role, None)
        elif role in known and name in names:
            roles[role] = name
    return roles


def chosen_roles(layer: QgsVectorLayer) -> dict[str, str]:
    """Return the choice that is stored in the layer; an empty name means that no field plays the role."""
    try:
        stored = json.loads(layer.customProperty(_ENTRY, "") or "{}")
    except (TypeError, ValueError):
        return {}
    return {str(key): str(value) for key, value in stored.items()} if isinstance(stored, dict) else {}


def choose_roles(layer: QgsVectorLayer, known: Mapping[str, tuple[str, ...]], roles: Mapping[str, str]) -> bool:
    """Store in the layer where `roles` differ from the guess; return whether that changed anything."""
    guessed = guessed_roles(layer.fields().names(), known)
    differing = {role: roles.get(role, "") for role in known if roles.get(role, "") != guessed.get(role, "")}
    if differing == chosen_roles(layer):
        return False
    if differing:
        layer.setCustomProperty(_ENTRY, json.dumps(differing, ensure_ascii=False))
    else:
        layer.removeCustomProperty(_ENTRY)
    return True
