#!/usr/bin/python3
"""Compare two output folders of demo.sh or real_town.sh: the same input and seed have to give the same results.

CSV, TXT, SVG and whatever else there is are compared byte by byte, GeoPackages table by table with their geometries,
PDFs by their text and number of pages, projects by their XML. Not compared are the logs and what must differ: times
of writing, the random ids that QGIS gives to layers and layout items, and the folders themselves. Prints what differs;
the exit code is 1 if anything does.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

LOGS = "protokoll"
UUID = re.compile(r"[0-9a-f]{8}([-_][0-9a-f]{4}){3}[-_][0-9a-f]{12}")
SAVE_TIME = "saveDateTime"
UNORDERED = ("individual-layer-settings",)  # QGIS writes them as its hash table gives them


def main() -> int:
    """Compare as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    options = parser.parse_args()
    for folder in (options.first, options.second):
        if not folder.is_dir():
            parser.error(f"{folder} is no folder")
    found = list(differences(options.first.resolve(), options.second.resolve()))
    sys.stdout.writelines(f"{line}\n" for line in found)
    count = len(files_of(options.first))
    sys.stdout.write(f"{count} files compared, {len(found)} differences\n")
    return 1 if found else 0


def differences(first: Path, second: Path) -> Iterator[str]:
    """Yield a line for each difference between two folders."""
    names, others = files_of(first), files_of(second)
    for name in sorted(names ^ others):
        yield f"{name}: only in {first if name in names else second}"
    for name in sorted(names & others):
        compare = COMPARISONS.get(Path(name).suffix, compare_bytes)
        yield from (f"{name}: {line}" for line in compare(first / name, second / name))


def files_of(folder: Path) -> set[str]:
    """Return the relative names of all files but the logs."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if path.parts[0] != LOGS}


def compare_bytes(first: Path, second: Path) -> Iterator[str]:
    """Yield where two files differ."""
    one, other = first.read_bytes(), second.read_bytes()
    if one != other:
        lines = zip_longest(one.split(b"\n"), other.split(b"\n"))
        number = next(number for number, (left, right) in enumerate(lines, start=1) if left != right)
        yield f"differs from line {number} on ({len(one)} and {len(other)} bytes)"


def compare_geopackages(first: Path, second: Path) -> Iterator[str]:
    """Yield which tables differ in their columns, rows (with geometry, in their order) or coordinate system."""
    with closing(_connect(first)) as one, closing(_connect(second)) as other:
        tables, theirs = _tables(one), _tables(other)
        for name in sorted({*tables} ^ {*theirs}):
            yield f"table {name}: only in {first if name in tables else second}"
        for name in sorted({*tables} & {*theirs}):
            if tables[name] != theirs[name]:
                yield f"table {name}: kind or coordinate system differs, {tables[name]} and {theirs[name]}"
            yield from (f"table {name}: {line}" for line in _compare_rows(one, other, name))


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def _tables(connection: sqlite3.Connection) -> dict[str, tuple]:
    rows = connection.execute("SELECT table_name, data_type, srs_id FROM gpkg_contents")
    return {name: (kind, system) for name, kind, system in rows}


def _compare_rows(one: sqlite3.Connection, other: sqlite3.Connection, table: str) -> Iterator[str]:
    ours, theirs = (connection.execute(f'SELECT * FROM "{table}"') for connection in (one, other))
    columns, their_columns = ([column[0] for column in cursor.description] for cursor in (ours, theirs))
    if columns != their_columns:
        yield f"columns differ: {sorted(set(columns) ^ set(their_columns)) or 'their order'}"
        return
    different = [pair for pair in zip_longest(ours, theirs) if pair[0] != pair[1]]
    if different:
        left, right = different[0]
        where = "missing in one" if None in (left, right) else _cells(columns, left, right)
        yield f"{len(different)} rows differ, the first: {where}"


def _cells(columns: list[str], left: tuple, right: tuple) -> str:
    cells = [(name, a, b) for name, a, b in zip(columns, left, right) if a != b]
    return ", ".join(
        name if isinstance(a, bytes) else f"{name} {a!r} and {b!r}" for name, a, b in cells
    )  # fmt: skip


def compare_pdfs(first: Path, second: Path) -> Iterator[str]:
    """Yield whether the texts of two PDFs, with their layout and pages, differ."""
    one, other = (_pdf_text(path) for path in (first, second))
    if one != other:
        pairs = zip_longest(one.splitlines(), other.splitlines())
        left, right = next(pair for pair in pairs if pair[0] != pair[1])
        yield f"text differs, first: {(left or '').strip()!r} and {(right or '').strip()!r}"


def _pdf_text(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    except FileNotFoundError as error:
        raise SystemExit("pdftotext is missing: apt-get install poppler-utils") from error


def compare_projects(first: Path, second: Path) -> Iterator[str]:
    """Yield where the XML of two projects differs."""
    one, other = (_project_lines(path) for path in (first, second))
    different = [(left, right) for left, right in zip_longest(one, other) if left != right]
    if different:
        left, right = ((line or "").strip()[:150] for line in different[0])
        yield f"{len(different)} lines differ, the first: {left!r} and {right!r}"


def _project_lines(path: Path) -> list[str]:
    """Return the XML, its attributes in order, without save time and own folder, every random id as a star."""
    with zipfile.ZipFile(path) as archive:
        (name,) = (entry for entry in archive.namelist() if entry.endswith(".qgs"))
        document = ET.fromstring(archive.read(name))
    document.attrib.pop(SAVE_TIME, None)
    for element in document.iter():
        element.attrib.update({key: _embedded(value) for key, value in element.items() if value.startswith("<")})
        if element.tag in UNORDERED:
            for child in element:
                child.tail = "\n"
            element[:] = sorted(element, key=lambda child: ET.tostring(child, encoding="unicode"))
    text = ET.canonicalize(ET.tostring(document, encoding="unicode")).replace(str(path.parent), ".")
    return UUID.sub("*", text).splitlines()


def _embedded(value: str) -> str:
    """Return a style that stands as XML inside an attribute with its own attributes in order."""
    try:
        return ET.canonicalize(value)
    except ET.ParseError:
        return value


COMPARISONS: dict[str, Callable[[Path, Path], Iterator[str]]] = {
    ".gpkg": compare_geopackages,
    ".pdf": compare_pdfs,
    ".qgz": compare_projects,
}

if __name__ == "__main__":
    sys.exit(main())
