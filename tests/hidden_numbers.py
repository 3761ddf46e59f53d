"""Finds numbers in any file that is made, in every way of writing them: for tests that hide unlikely numbers."""

from __future__ import annotations

import re
import sqlite3
import struct
import subprocess
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

PLAIN = re.compile(r"(?<![0-9A-Za-z])\d+(?:[.,]\d+)*")
GROUPED = re.compile(r"(?<![0-9A-Za-z])\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\d)")
REAL_DIGITS = 4  # decimals that a real number must show to be told from others
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)


class Forbidden:
    """Whole and real numbers that must not occur, by all their forms."""

    def __init__(self, numbers: Iterable[float], shown: Iterable[float] = ()) -> None:
        """Take all `numbers` but those that look like one of `shown`."""
        public = {form for number in map(abs, shown) for form in (*_whole_forms(int(number)), *_real_forms(number))}
        self.forms: dict[str, float] = {}
        self.reals: dict[str, float] = {}
        self.doubles: dict[bytes, float] = {}
        for number in map(abs, numbers):
            whole = float(number).is_integer()
            forms = _whole_forms(int(number)) if whole else _real_forms(number)
            for form in forms if forms.isdisjoint(public) else ():
                (self.forms if whole else self.reals)[form] = number
            if not whole:
                self.doubles[struct.pack(">d", number)] = number
                self.doubles[struct.pack("<d", number)] = number

    def in_text(self, text: str, reals: bool = True) -> set[float]:
        """Return the numbers that a text tells; without `reals` the whole ones only."""
        found = set()
        for token in {*PLAIN.findall(text), *GROUPED.findall(text)}:
            if token in self.forms:
                found.add(self.forms[token])
            whole = re.sub(r"[.,]0+$", "", token)
            if whole in self.forms:
                found.add(self.forms[whole])
            cut = re.match(rf"\d+[.,]\d{{{REAL_DIGITS}}}", token)
            if reals and cut and cut.group() in self.reals:
                found.add(self.reals[cut.group()])
        return found

    def in_bytes(self, data: bytes, reals: bool = True) -> set[float]:
        """Return the numbers that are in data as text or as double."""
        found = {number for pattern, number in self.doubles.items() if pattern in data}
        return found | self.in_text(data.decode("latin-1"), reals) | self.in_text(data.decode("utf-8", "ignore"), reals)

    def in_folder(self, folder: Path) -> dict[str, set[float]]:
        """Return the numbers in each file and in its name, unpacked in every way; only files with some."""
        found = {}
        for path in sorted(folder.rglob("*")):
            told = self.in_text(path.name)
            for part in parts_of(path) if path.is_file() else ():
                drawing = path.suffix == ".pdf"  # whose streams are full of coordinates with many decimals
                told |= self.in_bytes(part, not drawing) if isinstance(part, bytes) else self.in_text(part)
            if told:
                found[str(path.relative_to(folder))] = told
        return found


def _whole_forms(number: int) -> set[str]:
    english = f"{number:,}"
    return {str(number), *(english.replace(",", mark) for mark in ",. '’\u00a0\u2009\u202f")}


def _real_forms(number: float) -> set[str]:
    """Return the number cut and rounded to four decimals, with point and comma."""
    cut = f"{int(number * 10**REAL_DIGITS) / 10**REAL_DIGITS:.{REAL_DIGITS}f}"
    return {form.replace(".", mark) for form in (cut, f"{number:.{REAL_DIGITS}f}") for mark in ".,"}


def parts_of(path: Path) -> Iterator[str | bytes]:
    """Yield what a file holds: its bytes, and whatever is packed in it."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".pdf":
        yield from _pdf_parts(path, data)
    elif path.suffix == ".gpkg":
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            yield "\n".join(_cells(connection))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def _pdf_parts(path: Path, data: bytes) -> Iterator[str | bytes]:
    for command in (["pdftotext", "-layout", str(path), "-"], ["pdfinfo", str(path)], ["pdfinfo", "-meta", str(path)]):
        done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
        yield unicodedata.normalize("NFKC", done.stdout)
        yield done.stdout
    for stream in STREAM.findall(data):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            continue


def _cells(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield every cell but geometries of all tables, those of the GeoPackage itself too."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    for name in names:
        if name.startswith("rtree_"):
            continue
        for row in connection.execute(f'SELECT * FROM "{name}"'):
            yield from (
                repr(cell) if isinstance(cell, float) else str(cell) for cell in row if not isinstance(cell, bytes)
            )
