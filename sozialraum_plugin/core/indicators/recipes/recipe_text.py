"""Recipes as JSON that a clerk can read and change: each mistake is named with its place in the file."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...errors import InputError
from ...messages import tr
from ..imports.number_cells import AUTO, COMMA, POINT
from ..imports.reference_dates import YEAR_MARK, parse_date
from ..imports.symbol_profiles import PROFILES
from .recipe import VERSION, DateKind, DateSource, Done, Recipe, Seen

_JOINT = "."
_VERSION = "rezept"


@dataclass(frozen=True)
class _Entry:
    """One entry of the JSON: its type, whether it must be there, and the values that it may have."""

    kind: type
    required: bool = False
    choices: Sequence[str] = ()


_ENTRIES = {
    _VERSION: _Entry(int, required=True),
    "quelle": _Entry(str),
    "datei": _Entry(dict, required=True),
    "datei.muster": _Entry(str, required=True),
    "datei.tabellenblatt": _Entry(str),
    "datei.kodierung": _Entry(str),
    "datei.trennzeichen": _Entry(str),
    "datei.kopfzeilen": _Entry(int),
    "datei.erste_zeile": _Entry(int),
    "datei.dezimalzeichen": _Entry(str, choices=(AUTO, COMMA, POINT)),
    "zeichen": _Entry(str, choices=(AUTO, *PROFILES)),
    "schluessel": _Entry(str),
    "merkmale": _Entry(dict, required=True),
    "stichtag": _Entry(dict, required=True),
    "stichtag.art": _Entry(str, required=True, choices=DateKind.ORDER),
    "stichtag.datum": _Entry(str),
    "stichtag.muster": _Entry(str),
    "stichtag.spalte": _Entry(str),
    "stichtag.versatz": _Entry(int),
    "zeilenfilter": _Entry(str),
    "summen_auslassen": _Entry(bool),
    "weitere": _Entry(dict),
    "zuletzt": _Entry(dict),
    "zuletzt.datei": _Entry(str),
    "zuletzt.spalten": _Entry(list),
    "zuletzt.zeilen": _Entry(int),
    "zuletzt.gebiete": _Entry(int),
    "zuletzt.kopfzeilen": _Entry(int),
    "zuletzt.zeichen": _Entry(list),
    "zuletzt.stichtage": _Entry(list),
    "zuletzt.fingerabdruck": _Entry(str),
    "verarbeitet": _Entry(dict),
}
_FREE = ("merkmale", "weitere", "verarbeitet")  # the user's own names stand in them


def recipe_json(recipe: Recipe) -> str:
    """Return a recipe as readable JSON, equal for equal recipes."""
    seen = recipe.seen
    date = {
        "art": recipe.date.kind,
        "datum": recipe.date.day,
        "muster": recipe.date.pattern,
        "spalte": recipe.date.column,
        "versatz": recipe.date.offset,
    }
    content = {
        _VERSION: VERSION,
        "quelle": recipe.source,
        "datei": {
            "muster": recipe.file_pattern,
            "tabellenblatt": recipe.sheet,
            "kodierung": recipe.encoding,
            "trennzeichen": recipe.delimiter,
            "kopfzeilen": recipe.header_rows,
            "erste_zeile": recipe.first_row,
            "dezimalzeichen": recipe.decimal,
        },
        "zeichen": recipe.symbols,
        "schluessel": recipe.key,
        "merkmale": recipe.variables,
        "stichtag": {name: value for name, value in date.items() if value or name == "art"},
        "zeilenfilter": recipe.row_filter,
        "summen_auslassen": recipe.skip_totals,
        "weitere": recipe.settings,
        "zuletzt": {
            "datei": seen.file,
            "spalten": list(seen.columns),
            "zeilen": seen.rows,
            "gebiete": seen.areas,
            "kopfzeilen": seen.head_rows,
            "zeichen": list(seen.symbols),
            "stichtage": list(seen.dates),
            "fingerabdruck": seen.fingerprint,
        },
        "verarbeitet": {entry.fingerprint: entry.file for entry in recipe.done},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_recipe(text: str, name: str, file: str) -> Recipe:
    """Return the recipe that a JSON text holds; `file` is named in errors.

    Raises InputError with line or entry: no JSON, an unknown or repeated entry, a wrong type, a missing entry.
    """
    return _recipe(_checked(text, file), name)


def is_recipe(text: str) -> bool:
    """Tell whether a JSON text was meant as a recipe: its entry ``rezept`` says so; a list of suggestions is none."""
    return re.search(rf'"{_VERSION}"\s*:', text) is not None and '"vorschlaege"' not in text


def _checked(text: str, file: str) -> dict[str, Any]:
    """Return the JSON object of a text if all its entries are right."""
    try:
        content = json.loads(text, object_pairs_hook=_without_repetition)
    except json.JSONDecodeError as error:
        raise InputError(
            tr("{file}, line {line}, sign {sign}: the text is no valid JSON there. Check quotation marks and commas.")
            .format(file=file, line=error.lineno, sign=error.colno)
        ) from error  # fmt: skip
    except _RepetitionError as error:
        raise InputError(
            tr("{file}, line {line}: “{name}” stands there a second time. Delete one of the two.").format(
                file=file, line=_lines_of(text, str(error))[-1], name=error
            )
        ) from error
    if not isinstance(content, dict):
        raise InputError(tr("{file}: a recipe begins with {{ and ends with }}.").format(file=file))
    _check_version(content, file)
    _check_object(content, "", text, file)
    _check_meaning(content, text, file)
    return content


class _RepetitionError(Exception):
    """An entry stands twice in one object."""


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _RepetitionError(name)
        found[name] = value
    return found


def _lines_of(text: str, name: str) -> list[int]:
    """Return the numbers of the lines in which an entry begins."""
    quoted = re.escape(json.dumps(name, ensure_ascii=False)) + r"\s*:"
    return [text.count("\n", 0, match.start()) + 1 for match in re.finditer(quoted, text)] or [1]


def _check_version(content: dict[str, Any], file: str) -> None:
    version = content.get(_VERSION)
    if isinstance(version, int) and version > VERSION:
        raise InputError(
            tr(
                "{file}: the recipe is of version {version}; this plugin reads up to {known}. Update the plugin."
            ).format(file=file, version=version, known=VERSION)
        )


def _check_object(content: dict[str, Any], place: str, text: str, file: str) -> None:
    """Raise InputError for the first entry of an object that is unknown, of a wrong type or missing."""
    prefix = place + _JOINT if place else ""
    known = [key[len(prefix) :] for key in _ENTRIES if key.startswith(prefix) and _JOINT not in key[len(prefix) :]]
    for name, value in content.items():
        if name not in known:
            raise InputError(_unknown(name, prefix, known, text, file))
        _check_value(prefix + name, value, text, file)
        if isinstance(value, dict) and name not in _FREE:
            _check_object(value, prefix + name, text, file)
    for name in known:
        if _ENTRIES[prefix + name].required and name not in content:
            raise InputError(
                tr("{file}: the entry “{entry}” is missing. Add it, as in a recipe that the import writes.").format(
                    file=file, entry=prefix + name
                )
            )


def _unknown(name: str, prefix: str, known: Sequence[str], text: str, file: str) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.6)
    sentence = tr("{file}, line {line}: the entry “{entry}” is not known. Possible here: {known}.").format(
        file=file, line=_lines_of(text, name)[0], entry=prefix + name, known=", ".join(known)
    )
    return sentence + (" " + tr("Is “{name}” meant?").format(name=near[0]) if near else "")


def _check_value(place: str, value: Any, text: str, file: str) -> None:
    entry = _ENTRIES[place]
    where = {"file": file, "line": _lines_of(text, place.rpartition(_JOINT)[2])[0], "entry": place}
    if not isinstance(value, entry.kind) or (entry.kind is int and isinstance(value, bool)):
        raise InputError(
            tr("{file}, line {line}: “{entry}” must be {kind}.").format(kind=_type_name(entry.kind), **where)
        )
    if entry.choices and value not in entry.choices:
        raise InputError(
            tr("{file}, line {line}: “{entry}” may be {choices}, not “{value}”.").format(
                choices=", ".join(entry.choices), value=value, **where
            )
        )
    if entry.kind is int and value < 0 and place != "stichtag.versatz":
        raise InputError(tr("{file}, line {line}: “{entry}” must not be negative.").format(**where))
    texts = list(value.values()) if place in ("merkmale", "verarbeitet") else value if entry.kind is list else []
    if not all(isinstance(item, str) for item in texts):
        raise InputError(tr("{file}, line {line}: “{entry}” may hold texts only.").format(**where))
    if place == "weitere" and not all(isinstance(item, (str, int, float, bool)) for item in value.values()):
        raise InputError(
            tr("{file}, line {line}: “{entry}” may hold texts, numbers, true and false only.").format(**where)
        )


def _type_name(kind: type) -> str:
    return {
        str: tr("a text in quotation marks"),
        int: tr("a whole number without quotation marks"),
        bool: tr("true or false"),
        list: tr("a list in [ ]"),
        dict: tr("a group in { }"),
    }[kind]


def _check_meaning(content: dict[str, Any], text: str, file: str) -> None:
    """Raise InputError where entries are of the right type, but say nothing that can be done."""
    date, variables = content["stichtag"], content["merkmale"]
    wrong = None
    if not content["datei"]["muster"].strip("* "):
        wrong = "datei.muster", tr("it must hold more than *, such as jobcenter_*.csv")
    elif any(not head.strip() or not name.strip() or ";" in name or "=" in name for head, name in variables.items()):
        wrong = "merkmale", tr("each column needs a variable without ; and =, such as “SGB II”: “SGB2”")
    elif date["art"] == DateKind.FIXED and not parse_date(date.get("datum", "")):
        wrong = "stichtag.datum", tr("give a day such as 31.12.2025")
    elif date["art"] == DateKind.COLUMN and not date.get("spalte"):
        wrong = "stichtag.spalte", tr("give the head of the column with the Stichtag")
    elif date["art"] == DateKind.PATTERN and YEAR_MARK not in date.get("muster", ""):
        wrong = "stichtag.muster", tr("give a pattern such as 31.12.{jahr}")
    elif date["art"] == DateKind.FILE_NAME and "*" not in content["datei"]["muster"]:
        wrong = "datei.muster", tr("the Stichtag comes from the file's name, so * must stand for the year or date")
    elif date["art"] == DateKind.FILE_NAME and "{" not in date.get("muster", ""):
        wrong = "stichtag.muster", tr("give a pattern such as 31.12.{jahr}, or {datum}")
    if wrong:
        place, reason = wrong
        raise InputError(
            tr("{file}, line {line}: “{entry}”: {reason}.").format(
                file=file, line=_lines_of(text, place.rpartition(_JOINT)[2])[0], entry=place, reason=reason
            )
        )


def _recipe(content: dict[str, Any], name: str) -> Recipe:
    file, date, seen = content["datei"], content["stichtag"], content.get("zuletzt", {})
    return Recipe(
        name=name,
        file_pattern=file["muster"].strip(),
        variables={head.strip(): variable.strip() for head, variable in content["merkmale"].items()},
        date=DateSource(
            date["art"],
            date.get("datum", ""),
            date.get("muster", ""),
            date.get("spalte", ""),
            date.get("versatz", 0),
        ),
        source=content.get("quelle", ""),
        sheet=file.get("tabellenblatt", ""),
        encoding=file.get("kodierung", AUTO),
        delimiter=file.get("trennzeichen", AUTO),
        header_rows=file.get("kopfzeilen", 0),
        first_row=file.get("erste_zeile", 0),
        decimal=file.get("dezimalzeichen", AUTO),
        symbols=content.get("zeichen", "none"),
        key=content.get("schluessel", ""),
        row_filter=content.get("zeilenfilter", ""),
        skip_totals=content.get("summen_auslassen", True),
        settings=content.get("weitere", {}),
        seen=Seen(
            seen.get("datei", ""),
            tuple(seen.get("spalten", ())),
            seen.get("zeilen", 0),
            seen.get("gebiete", 0),
            seen.get("kopfzeilen", 0),
            tuple(seen.get("zeichen", ())),
            tuple(seen.get("stichtage", ())),
            seen.get("fingerabdruck", ""),
        ),
        done=tuple(Done(file_name, fingerprint) for fingerprint, file_name in content.get("verarbeitet", {}).items()),
    )
