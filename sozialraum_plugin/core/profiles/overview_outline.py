"""Bookmarks, links, language, title and author of a PDF, appended as an incremental update.

QGIS does not write the first three, and tools that join files lose the others. The pages stay as they are, byte for
byte; only a new catalogue, outline, links and description follow them (ISO 32000-1, 7.5.6, 12.3.3 and 14.3.3).
Files with a compressed table of objects or with encryption are not understood and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .overview_flow import Entry, Link

_REFERENCE = rb"(\d+)\s+(\d+)\s+R"
_TABLE = re.compile(rb"xref\s+((?:\d+\s+\d+\s+(?:\d{10} \d{5} [fn]\s*)+)+)trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
_SECTION = re.compile(rb"(\d+)\s+(\d+)\s+((?:\d{10} \d{5} [fn]\s*)+)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_OURS = re.compile(rb"/(?:Outlines\s+\d+\s+\d+\s+R|PageMode\s*/\w+|Lang\s*\([^()]*\))")
CREATOR = "Sozialraum, QGIS"
_ANNOTATIONS = re.compile(rb"/Annots\s*(\d+\s+\d+\s+R|\[[^\]]*\])")
POINTS = 72 / 25.4  # a millimetre
PAGE_HEIGHT = 297.0
_DEEPEST = 50  # levels of the tree of pages


@dataclass(frozen=True)
class Document:
    """What is known of a PDF: where its objects begin, its trailer, and where its last table stands."""

    data: bytes
    offsets: dict[int, int]
    trailer: bytes
    start: int

    @property
    def size(self) -> int:
        """Return the number of the next object; pdfunite's own figure is too small."""
        told = re.search(rb"/Size\s+(\d+)", self.trailer)
        return max(int(told.group(1)) if told else 0, max(self.offsets, default=0) + 1)

    def body(self, number: int) -> bytes:
        """Return what stands between ``obj`` and ``endobj``; empty if there is no such object."""
        offset = self.offsets.get(number, -1)
        found = re.match(rb"\s*\d+\s+\d+\s+obj(.*?)endobj", self.data[offset:], re.DOTALL) if offset > 0 else None
        return found.group(1).strip() if found else b""

    def reference(self, key: bytes, body: bytes) -> int | None:
        """Return the number of the object that a key of a dictionary points to."""
        found = re.search(rb"/" + key + rb"\s+" + _REFERENCE, body)
        return int(found.group(1)) if found else None

    def pages(self) -> list[int]:
        """Return the numbers of the objects of all pages, in order."""
        root = self.reference(b"Root", self.trailer)
        tree = self.reference(b"Pages", self.body(root)) if root else None
        return self._leaves(tree, _DEEPEST) if tree else []

    def _leaves(self, number: int, depth: int) -> list[int]:
        body = self.body(number)
        kids = re.search(rb"/Kids\s*\[(.*?)\]", body, re.DOTALL)
        if kids is None or depth == 0:
            return [number] if re.search(rb"/Type\s*/Page\b", body) else []
        children = (int(found[0]) for found in re.findall(_REFERENCE, kids.group(1)))
        return [leaf for child in children for leaf in self._leaves(child, depth - 1)]


def read_document(data: bytes) -> Document | None:
    """Return what is needed of a PDF, or None if it is written in a way that we do not understand."""
    starts = _START.findall(data)
    if not starts or b"/Encrypt" in data:
        return None
    start = offset = int(starts[-1])
    offsets: dict[int, int] = {}
    newest = b""
    seen: set[int] = set()
    while offset not in seen:
        seen.add(offset)
        table = _TABLE.match(data, offset)
        if table is None:
            return None
        newest = newest or table.group(2)
        for first, _, entries in _SECTION.findall(table.group(1)):
            for number, entry in enumerate(re.findall(rb"(\d{10}) \d{5} ([fn])", entries), start=int(first)):
                if entry[1] == b"n":
                    offsets.setdefault(number, int(entry[0]))
        before = re.search(rb"/Prev\s+(\d+)", table.group(2))
        offset = int(before.group(1)) if before else offset
    return Document(data, offsets, newest, start)


def page_count(data: bytes) -> int | None:
    """Return the number of pages, or None if the file is not understood."""
    document = read_document(data)
    return len(document.pages()) or None if document else None


@dataclass(frozen=True)
class About:
    """What the file says of itself: language as ``de-DE``, `created` as ``20261231120000Z``."""

    title: str
    author: str
    language: str
    created: str


def described(data: bytes, entries: Sequence[Entry], links: Sequence[Link], about: About) -> bytes | None:
    """Return the PDF with bookmarks, links, language, title and author, or None if it is not understood."""
    document = read_document(data)
    pages = document.pages() if document else []
    root = document.reference(b"Root", document.trailer) if document else None
    if document is None or root is None or not pages:
        return None
    first = document.size
    shown = [entry for entry in entries if entry.page < len(pages)]
    objects = {first + number: body for number, body in enumerate(_outline(shown, pages, first))}
    more = b"/Outlines %d 0 R /PageMode /UseOutlines /Lang (%s)" % (first, about.language.encode("ascii"))
    catalogue = _OURS.sub(b"", document.body(root))
    more += b"" if b"/ViewerPreferences" in catalogue else b" /ViewerPreferences << /DisplayDocTitle true >>"
    objects[root] = b"<< " + more + b" " + catalogue[2:]
    objects.update(_linked_pages(document, pages, links, first + len(objects)))
    info = max(first, *objects) + 1
    objects[info] = b"<< /Title %s /Author %s /Creator %s /CreationDate (D:%s) >>" % (
        _text(about.title), _text(about.author), _text(CREATOR), about.created.encode("ascii"),
    )  # fmt: skip
    return _appended(document, objects, root, info)


def _text(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _outline(entries: Sequence[Entry], pages: Sequence[int], first: int) -> list[bytes]:
    """Return the bodies of the outline and of its items; the item of entry n has the number `first` + 1 + n."""
    parents = [first] * len(entries)
    for number, entry in enumerate(entries):
        above = [n for n in range(number) if entries[n].depth == 1]
        if entry.depth > 1 and above:
            parents[number] = first + 1 + above[-1]
    top = _links(parents, first, first)
    bodies = [b"<< /Type /Outlines %s >>" % top]
    for number, entry in enumerate(entries):
        own = first + 1 + number
        siblings = [first + 1 + n for n, parent in enumerate(parents) if parent == parents[number]]
        place = siblings.index(own)
        around = b"/Prev %d 0 R " % siblings[place - 1] if place else b""
        around += b"/Next %d 0 R " % siblings[place + 1] if place + 1 < len(siblings) else b""
        target = b"/Dest [%d 0 R /Fit]" % pages[entry.page]
        title = _text(entry.title)
        parent = b"/Parent %d 0 R" % parents[number]
        bodies.append(b"<< /Title %s %s %s%s %s >>" % (title, parent, around, target, _links(parents, own, first)))
    return bodies


def _links(parents: Sequence[int], own: int, first: int) -> bytes:
    """Return first, last and number of the items below; those of chapters are folded in."""
    below = [first + 1 + number for number, parent in enumerate(parents) if parent == own]
    if not below:
        return b""
    return b"/First %d 0 R /Last %d 0 R /Count %d" % (below[0], below[-1], len(below) if own == first else -len(below))


def _linked_pages(document: Document, pages: Sequence[int], links: Sequence[Link], first: int) -> dict[int, bytes]:
    """Return the links as objects from `first` on, and the pages that hold them."""
    objects: dict[int, bytes] = {}
    on_page: dict[int, list[int]] = {}
    for number, link in enumerate(each for each in links if max(each.page, each.target) < len(pages)):
        left, right = link.x * POINTS, (link.x + link.width) * POINTS
        top, bottom = (PAGE_HEIGHT - link.y) * POINTS, (PAGE_HEIGHT - link.y - link.height) * POINTS
        objects[first + number] = (
            b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] /Dest [%d 0 R /Fit] >>"
            % (left, bottom, right, top, pages[link.target])
        )
        on_page.setdefault(pages[link.page], []).append(first + number)
    for page, numbers in on_page.items():
        body = document.body(page)
        before = _ANNOTATIONS.search(body)
        kept = _listed(document, before.group(1)) if before else b""
        references = b" ".join(b"%d 0 R" % number for number in numbers)
        annotations = b" /Annots [" + kept + references + b"]"
        objects[page] = b"<<" + annotations + b" " + _ANNOTATIONS.sub(b"", body)[2:]
    return objects


def _listed(document: Document, told: bytes) -> bytes:
    """Return the references of a list, given as such or as a reference to one."""
    reference = re.match(_REFERENCE, told)
    inner = document.body(int(reference.group(1))) if reference else told
    return b"".join(b"%s %s R " % found for found in re.findall(_REFERENCE, inner))


def _appended(document: Document, objects: dict[int, bytes], root: int, info: int) -> bytes:
    """Return the file with new objects and a table of them at its end."""
    result = bytearray(document.data)
    if not result.endswith(b"\n"):
        result += b"\n"
    table = b"xref\n"
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    size = max(max(objects) + 1, document.size)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\n" % (size, root, info, document.start)
    at = len(result)
    return bytes(result + table + trailer + b"startxref\n%d\n%%%%EOF\n" % at)
