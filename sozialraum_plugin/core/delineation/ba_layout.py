"""The layout of the labour agency's street raster: which columns its two files have, in which order.

The order of the 13 columns stands in a contract that we do not have, so it is a file that the user can replace:
resources/addresses/ba_raster.json, which also documents itself.
"""

from __future__ import annotations

import codecs
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import InputError, MissingColumnError
from ..messages import tr
from ..paths import resource

KEY = "schluessel"
NAME = "name"
INHABITANTS = "einwohner"
BOUND_PARTS = ("_von", "_von_zusatz", "_bis", "_bis_zusatz")
ODD_COLUMNS = tuple(f"ungerade{part}" for part in BOUND_PARTS)
EVEN_COLUMNS = tuple(f"gerade{part}" for part in BOUND_PARTS)
STREET_PARTS = ("gemeinde", "strassenschluessel", "strasse", "plz", "ortsteil")
_KNOWN = {"ra": {*STREET_PARTS, KEY, *ODD_COLUMNS, *EVEN_COLUMNS}, "zu": {"gemeinde", KEY, NAME, INHABITANTS}}
_NEEDED = {"ra": ("strasse", KEY, "ungerade_von", "ungerade_bis", "gerade_von", "gerade_bis"), "zu": (KEY, NAME)}


@dataclass(frozen=True)
class FileLayout:
    """One file: name pattern, delimiter, encoding, head or none, and its columns as pairs of meaning and head."""

    file: str
    delimiter: str
    encoding: str
    header: bool
    columns: tuple[tuple[str, str], ...]
    needed: tuple[str, ...]

    @property
    def fields(self) -> list[str]:
        """The meanings of the columns, in order; empty where a column stays empty."""
        return [field for field, _head in self.columns]

    @property
    def heads(self) -> list[str]:
        """The names in the head, in order."""
        return [head for _field, head in self.columns]

    def file_name(self, commune: str, year: str) -> str:
        """Return the name of the file of a commune (8 digits) and year."""
        return self.file.replace("{gkz}", commune).replace("{jahr}", year)

    def found_in(self, columns: list[str]) -> dict[str, str]:
        """Return the given column of each meaning that is there, by its head or by its meaning, case aside."""
        given = {_plain(column): column for column in reversed(columns)}
        names = {field: given.get(_plain(head), given.get(field)) for field, head in self.columns if field}
        return {field: column for field, column in names.items() if column is not None}

    def by_meaning(self, table: pd.DataFrame, name: str) -> pd.DataFrame:
        """Return a table with its columns named by meaning; `name` is the table's for the error.

        Raises MissingColumnError naming the head of a needed column that is absent.
        """
        found = self.found_in([str(column) for column in table.columns])
        heads = dict(self.columns)
        for field in self.needed:
            if field not in found:
                raise MissingColumnError(heads[field], name, [str(column) for column in table.columns])
        columns = [str(column) for column in table.columns]
        return pd.DataFrame(
            {field: table.iloc[:, columns.index(column)] for field, column in found.items()}, index=table.index
        )


@dataclass(frozen=True)
class RasterLayout:
    """Both files, the last numbers that mean an open end, the least inhabitants and the digits of the key's parts."""

    ra: FileLayout
    zu: FileLayout
    open_odd: int
    open_even: int
    min_population: int
    key_digits: tuple[int, int, int]

    @property
    def key_width(self) -> int:
        """How many digits a key has."""
        return sum(self.key_digits)


def _plain(name: str) -> str:
    return name.strip().lstrip("\ufeff").casefold().replace("ß", "ss").replace("ü", "ue")


def load_layout(path: str | Path | None = None) -> RasterLayout:
    """Return the layout of a JSON file, or ours. Raises InputError saying what is wrong with the file."""
    file = Path(path) if path else resource("addresses", "ba_raster.json")
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise InputError(
            tr("The layout {path} cannot be read: {reason}. Copy ba_raster.json and change the copy.").format(
                path=file, reason=error
            )
        ) from error
    try:
        return RasterLayout(
            _file_layout(content, "ra"),
            _file_layout(content, "zu"),
            int(content["open_odd"]),
            int(content["open_even"]),
            int(content["min_population"]),
            _digits(content["key_digits"]),
        )
    except KeyError as error:
        raise _unfit(file, tr("the entry “{entry}” is missing").format(entry=error.args[0])) from error
    except (TypeError, ValueError, LookupError) as error:
        raise _unfit(file, error) from error


def _unfit(file: Path, reason: object) -> InputError:
    return InputError(tr("The layout {path} is not usable: {reason}.").format(path=file, reason=reason))


def _digits(given: Any) -> tuple[int, int, int]:
    first, second, third = (int(part) for part in given)
    return first, second, third


def _file_layout(content: Any, part: str) -> FileLayout:
    """Return one file's layout. Raises KeyError, TypeError, ValueError or LookupError where it is not fit."""
    entry = content[part]
    columns = tuple((str(column["field"]), str(column["header"])) for column in entry["columns"])
    fields = [field for field, _head in columns if field]
    for field in fields:
        if field not in _KNOWN[part] or fields.count(field) > 1:
            raise ValueError(tr("the column “{field}” is unknown or occurs twice").format(field=field))
    for field in _NEEDED[part]:
        if field not in fields:
            raise ValueError(tr("the column “{field}” is missing").format(field=field))
    delimiter, encoding = str(entry["delimiter"]), codecs.lookup(str(entry["encoding"])).name
    if len(delimiter) != 1 or Path(str(entry["file"])).name != str(entry["file"]):
        raise ValueError(tr("the delimiter must be one sign and the file a plain file name"))
    return FileLayout(str(entry["file"]), delimiter, encoding, bool(entry["header"]), columns, _NEEDED[part])
