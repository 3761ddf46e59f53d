"""Grid files as the Zensus delivers them: CSV, or zip archives with one CSV for each cell size."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ...errors import InputError
from ...messages import tr

SIZES = ("100m", "1km", "10km")
_TABLE = re.compile(r"\.(csv|txt)$", re.IGNORECASE)
_SIZE_IN_NAME = re.compile(r"(?<!\d)(100m|1km|10km)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class GridFile:
    """A table of a grid: a file of its own, or a `member` of the archive `path`."""

    path: Path
    member: str = ""

    @property
    def name(self) -> str:
        """Return the name without folders."""
        return Path(self.member or self.path).name

    @property
    def stem(self) -> str:
        """Return the name without ending."""
        return Path(self.name).stem

    def open(self, mode: str = "rb", encoding: str | None = None) -> IO:
        """Open it for reading, as bytes, or with `encoding` as text. Raises InputError if it cannot be read."""
        try:
            archive = zipfile.ZipFile(self.path) if self.member else None  # noqa: SIM115 - lives as long as its member
            stream = archive.open(self.member) if archive else self.path.open("rb")
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise InputError(tr("“{file}” cannot be read: {reason}").format(file=self.path, reason=error)) from error
        return io.TextIOWrapper(stream, encoding=encoding) if encoding else stream


def grid_files(paths: Sequence[Path], size: str = "") -> list[GridFile]:
    """Return the tables of files and archives; `size` (one of SIZES) chooses those of an archive by their names.

    Raises InputError for an archive without tables, with tables of several sizes but none chosen, or none of the size.
    """
    result: list[GridFile] = []
    for path in paths:
        if path.suffix.lower() == ".zip" or (path.is_file() and zipfile.is_zipfile(path)):
            result.extend(_members(path, size))
        else:
            result.append(GridFile(path))
    return result


def _members(path: Path, size: str) -> list[GridFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if _TABLE.search(name) and not name.startswith("__MACOSX")]
    except (OSError, zipfile.BadZipFile) as error:
        raise InputError(tr("“{file}” cannot be read: {reason}").format(file=path, reason=error)) from error
    if not names:
        raise InputError(tr("“{file}” holds no CSV table.").format(file=path.name))
    sizes = {name: found[0].lower() if (found := _SIZE_IN_NAME.findall(Path(name).name)) else "" for name in names}
    if size:
        names = [name for name in names if sizes[name] in (size, "")]
    elif len(set(sizes.values()) - {""}) > 1:
        raise InputError(
            tr("“{file}” holds several cell sizes ({sizes}). Choose one in SIZE.").format(
                file=path.name, sizes=", ".join(sorted(set(sizes.values()) - {""}))
            )
        )
    if not names:
        raise InputError(tr("“{file}” holds no table of {size} cells.").format(file=path.name, size=size))
    return [GridFile(path, name) for name in sorted(names)]
