"""PDF files of QGIS put one behind the other, enlarged, and told who made them, in what language, and when.

The pages are copied object by object (ISO 32000-1, 7.3 and 7.7), streams byte for byte; what is equal in several
files, such as symbols and patterns, is written once. Nothing is held in memory but the part at hand. Files with a
compressed table of objects or with encryption are not understood and refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .overview_outline import CREATOR, Document, read_document
from .pdf_description import Description, pdf_text, xmp

A4_TO_A3 = 2**0.5
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R(?![A-Za-z])")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)(\s+\d+\s+R)?")
_PARENT = re.compile(rb"/Parent\s+\d+\s+\d+\s+R")
_BOX = re.compile(rb"/(MediaBox|CropBox|TrimBox|BleedBox|ArtBox|BBox)\s*\[([^\]]*)\]")
_CONTENTS = re.compile(rb"/Contents\s+(\[[^\]]*\]|\d+\s+\d+\s+R)")
_RANGES = re.compile(rb"\d+ beginbfrange.*endbfrange", re.DOTALL)
_LIST = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*\[([^\]]*)\]")
_CMAP_HEAD = 100
_MOST_ENTRIES = 100  # of a block
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_INTENTS = re.compile(rb"/OutputIntents\s*\[[^\]]*\]")
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class UnknownPdfError(ValueError):
    """The file is written in a way that we do not understand."""


@dataclass(frozen=True)
class Part:
    """A file whose pages follow, and bookmarks with the number of their page in it, from 0."""

    path: Path
    marks: tuple[tuple[str, int], ...] = ()


def join(parts: Sequence[Part], target: Path, about: Description, enlarge: float = 1.0, spell_out: bool = True) -> None:
    """Write the pages of all parts into one file with a bookmark for each and with a description.

    `enlarge` is the factor of the paper's edges and of all that is on it; `spell_out` lets ligatures be found as their
    letters, which Ghostscript 10.0 does not read. Raises UnknownPdfError, then nothing is
    left behind.
    """
    try:
        with target.open("wb") as file:
            writer = _Writer(file, enlarge, spell_out)
            marks = [mark for part in parts for mark in writer.add(part)]
            writer.close(marks, about)
    except UnknownPdfError:
        target.unlink(missing_ok=True)
        raise


class _Writer:
    def __init__(self, file: BinaryIO, enlarge: float, spell_out: bool) -> None:
        self._file = file
        self._enlarge = enlarge
        self.spell_out = spell_out
        self._offsets: dict[int, int] = {}
        self._known: dict[bytes, int] = {}
        self._pages: list[int] = []
        self._intent = b""
        self._next = 1
        self._at = file.write(_HEADER)
        self._root, self._tree = self.reserve(), self.reserve()

    def add(self, part: Part) -> list[tuple[str, int]]:
        """Copy the pages of a file; return its bookmarks with the numbers of the pages' objects."""
        document = read_document(part.path.read_bytes())
        numbers = document.pages() if document else []
        if document is None or not numbers:
            raise UnknownPdfError(part.path.name)
        source = _Source(document, self)
        copied = [source.copy_page(number, self._tree, self._enlarge) for number in numbers]
        self._pages += copied
        self._intent = self._intent or source.copy_intent()
        return [(title, copied[page]) for title, page in part.marks if page < len(copied)]

    def reserve(self) -> int:
        """Return the number of the next object."""
        self._next += 1
        return self._next - 1

    def write(self, number: int, body: bytes) -> None:
        """Write an object."""
        self._offsets[number] = self._at
        self._at += self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def shared(self, body: bytes) -> int:
        """Return the number of an object with this body; it is written if there is none yet."""
        key = hashlib.sha256(body).digest()
        if key not in self._known:
            self._known[key] = self.reserve()
            self.write(self._known[key], body)
        return self._known[key]

    def own(self, body: bytes) -> int:
        """Write an object that is not to be shared and return its number."""
        number = self.reserve()
        self.write(number, body)
        return number

    def close(self, marks: Sequence[tuple[str, int]], about: Description) -> None:
        """Write the tree of pages, the bookmarks, the description and the table of all objects."""
        kids = b" ".join(b"%d 0 R" % page for page in self._pages)
        self.write(self._tree, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(self._pages)))
        more = b"/Outlines %d 0 R /PageMode /UseOutlines " % self._outline(marks) if marks else b""
        more += b"/Lang %s /ViewerPreferences << /DisplayDocTitle true >> " % pdf_text(about.language)
        packet = xmp(about, CREATOR, archival=bool(self._intent)).encode()
        described = self.own(_stream(packet, b"/Type /Metadata /Subtype /XML "))
        more += b"%s /Metadata %d 0 R" % (self._intent, described)
        self.write(self._root, b"<< /Type /Catalog /Pages %d 0 R %s >>" % (self._tree, more))
        info = self.own(
            b"<< /Title %s /Author %s /Subject %s /Creator %s /CreationDate (D:%s) /ModDate (D:%s) >>"
            % (
                *map(pdf_text, (about.title, about.author, about.subject, CREATOR)),
                *[about.created.encode("ascii")] * 2,
            )
        )
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n" % self._next)
        for number in range(1, self._next):
            self._file.write(b"%010d 00000 n \n" % self._offsets[number])
        mark = hashlib.md5(packet + b"%d" % self._at, usedforsecurity=False).hexdigest().encode()
        trailer = b"<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] >>" % (
            self._next, self._root, info, mark, mark,
        )  # fmt: skip
        self._file.write(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, self._at))

    def _outline(self, marks: Sequence[tuple[str, int]]) -> int:
        own, items = self.reserve(), [self.reserve() for _ in marks]
        self.write(
            own, b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (items[0], items[-1], len(items))
        )
        for place, (title, page) in enumerate(marks):
            around = b"/Prev %d 0 R " % items[place - 1] if place else b""
            around += b"/Next %d 0 R " % items[place + 1] if place + 1 < len(items) else b""
            item = b"<< /Title %s /Parent %d 0 R %s/Dest [%d 0 R /Fit] >>" % (pdf_text(title), own, around, page)
            self.write(items[place], item)
        return own


class _Source:
    """A file whose objects are copied; `_copied` maps their numbers to the new ones."""

    def __init__(self, document: Document, writer: _Writer) -> None:
        self._document = document
        self._writer = writer
        self._copied: dict[int, int] = {}
        self._open: dict[int, int] = {}  # being copied, with their new number if something points back to them

    def copy_page(self, number: int, tree: int, enlarge: float) -> int:
        """Copy a page below the new tree of pages."""
        head = _PARENT.sub(b"", self._parts(number)[0])
        contents = _CONTENTS.search(head)
        if contents is None or b"/MediaBox" not in head:
            raise UnknownPdfError("no contents or size")
        head = head[: contents.start()] + head[contents.end() :]
        drawn = self._renumbered(contents.group(1).strip(b"[]"))
        if enlarge != 1.0:
            head = _BOX.sub(lambda box: b"/%s [%s]" % (box.group(1), _times(box.group(2), enlarge)), head)
            before = self._writer.shared(_stream(b"q %.6f 0 0 %.6f 0 0 cm\n" % (enlarge, enlarge)))
            drawn = b"%d 0 R %s %d 0 R" % (before, drawn, self._writer.shared(_stream(b"\nQ\n")))
        end = head.rindex(b">>")
        more = b"/Contents [%s] /Parent %d 0 R >>" % (drawn, tree)
        return self._writer.own(self._renumbered(head[:end]) + more)

    def copy_intent(self) -> bytes:
        """Return the catalogue's entry for the colours of an archive file; empty if there is none."""
        root = self._document.reference(b"Root", self._document.trailer)
        found = _INTENTS.search(self._parts(root)[0]) if root else None
        return self._renumbered(found.group()) if found else b""

    def _renumbered(self, head: bytes) -> bytes:
        return _REFERENCE.sub(lambda found: b"%d 0 R" % self._copy(int(found.group(1))), head)

    def _copy(self, number: int) -> int:
        """Copy an object and all that it points to; return its new number."""
        if number in self._copied:
            return self._copied[number]
        if number in self._open:
            self._open[number] = self._open[number] or self._writer.reserve()
            return self._open[number]
        self._open[number] = 0
        head, stream = self._parts(number)
        if stream is not None:
            stream = _readable(stream, self._writer.spell_out) if b"begincmap" in stream[:_CMAP_HEAD] else stream
            head = _LENGTH.sub(b"/Length %d" % len(stream), head, count=1)
        body = self._renumbered(head) + (b"" if stream is None else b"\nstream\n" + stream + b"\nendstream")
        reserved = self._open.pop(number)
        if reserved:
            self._writer.write(reserved, body)
        self._copied[number] = reserved or self._writer.shared(body)
        return self._copied[number]

    def _parts(self, number: int) -> tuple[bytes, bytes | None]:
        """Return an object's dictionary or other value, and its stream if it has one."""
        data, offset = self._document.data, self._document.offsets.get(number)
        start = re.compile(rb"\s*\d+\s+\d+\s+obj\s*").match(data, offset) if offset else None
        if start is None:
            return b"null", None
        end = data.find(b"endobj", start.end())
        begin = _STREAM.search(data, start.end(), end if end >= 0 else len(data))
        if begin is None:
            return data[start.end() : end].strip(), None
        head = data[start.end() : begin.start() + 2]
        length = _LENGTH.search(head)
        if length is None:
            raise UnknownPdfError("a stream without length")
        size = int(length.group(1))
        if length.group(2):
            size = int(self._parts(size)[0])
        return head, data[begin.end() : begin.end() + size]


def _times(numbers: bytes, factor: float) -> bytes:
    return b" ".join(b"%.4f" % (float(number) * factor) for number in numbers.split())


def _stream(content: bytes, kind: bytes = b"") -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(content), content)


def _readable(cmap: bytes, spell_out: bool) -> bytes:
    """Return the table from glyphs to characters with one entry each, and blanks where Qt notes a tab.

    Ghostscript 10.0 misreads Qt's lists beyond Latin-1. Spelt out, “profil” is found where f and i are one glyph.
    """
    listed = _LIST.search(cmap)
    block = _RANGES.search(cmap)
    if listed is None or block is None or b"Adobe-Identity-UCS" not in cmap:
        return cmap
    first = int(listed.group(1), 16)
    entries = []
    for place, found in enumerate(re.findall(rb"<([0-9A-Fa-f]{4,})>", listed.group(3))):
        character = bytes.fromhex(found.decode()).decode("utf-16-be", "replace")
        if character != "\0":
            character = " " if character == "\t" else character
            character = _LIGATURES.get(character, character) if spell_out else character
            entries.append(b"<%04X> <%s>" % (first + place, character.encode("utf-16-be").hex().upper().encode()))
    blocks = [entries[start : start + _MOST_ENTRIES] for start in range(0, len(entries), _MOST_ENTRIES)]
    table = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(each), b"\n".join(each)) for each in blocks)
    return cmap[: block.start()] + table + cmap[block.end() :]
