"""What a PDF says of itself, as its dictionary and as its XMP packet tell it (ISO 32000-1, 14.3; ISO 19005-2, 6.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

_PDF_CHARACTERS = {0x2013: 0x85, 0x2014: 0x84, 0x2026: 0x83, 0x201C: 0x8D, 0x201D: 0x8E, 0x201E: 0x8C, 0x20AC: 0xA0}
_PLAIN = frozenset(range(32, 127)) - frozenset(b"()\\")
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
{level}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_LEVEL = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n"


@dataclass(frozen=True)
class Description:
    """What a file says of itself: language as ``de-DE``, `created` as ``20261231120000Z``."""

    title: str
    author: str
    subject: str
    language: str
    created: str


def xmp(about: Description, tool: str, archival: bool) -> str:
    """Return the packet; `archival` claims PDF/A-2b."""
    year, month, day, hour, minute, second = re.match(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", about.created).groups()
    return _PACKET.format(
        title=_clean(about.title),
        author=_clean(about.author),
        subject=_clean(about.subject),
        language=_clean(about.language),
        tool=_clean(tool),
        date=f"{year}-{month}-{day}T{hour}:{minute}:{second}Z",
        level=_LEVEL if archival else "",
    )


def _clean(text: str) -> str:
    return escape(re.sub("[\x00-\x1f\x7f-\xa0]", " ", text))


def pdf_text(text: str) -> bytes:
    """Return a string in the encoding of PDF, or where that lacks a character in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    text = re.sub("[\x00-\x1f\x7f-\xa0]", " ", text)
    try:
        plain = text.translate(_PDF_CHARACTERS).encode("latin-1")
    except UnicodeEncodeError:
        return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"
    return b"(" + b"".join(bytes([byte]) if byte in _PLAIN else b"\\%03o" % byte for byte in plain) + b")"
