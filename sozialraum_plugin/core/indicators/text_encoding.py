"""The encoding of a text that an office sends: found out by its bytes, never by its name."""

from __future__ import annotations

import codecs
import re

from ..errors import InputError
from ..messages import tr
from .imports.number_cells import AUTO

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(rb"[\xc3\xc2][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
_TWICE = re.compile("Ã[\u0080-\u00bf„–Ÿœ¤¶¼œ]")
_SAMPLE = 2_000_000
_GERMAN = "äöüÄÖÜß"
_OLD_PAGES = ("cp1252", "cp850", "mac_roman")


def decode(data: bytes, encoding: str = AUTO) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    ``auto`` tries a byte order mark, UTF-8, UTF-16 without a mark, then the old code pages (Windows-1252, DOS 850,
    Macintosh), of which the one that gives most German letters inside words wins. Raises InputError if the bytes are
    no text in the wanted encoding.
    """
    if encoding.lower() != AUTO:
        return _decode_as(data, encoding), encoding
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name), name
    if b"\0" in data:
        return _decode_wide(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    multibyte = len(_MULTIBYTE.findall(data[:_SAMPLE]))
    if multibyte > len(_HIGH.findall(_MULTIBYTE.sub(b"", data[:_SAMPLE]))):
        return data.decode("utf-8", "replace"), "utf-8"
    name = _old_page(data)
    try:
        return data.decode(name), name
    except UnicodeDecodeError:
        return data.decode("latin-1"), "iso-8859-1"


def remarks_on(text: str, data: bytes, encoding: str) -> list[str]:
    """Return sentences on signs that were damaged before the file came here."""
    found = []
    if _TWICE.search(text[:_SAMPLE]):
        found.append(
            tr("The text seems to have been encoded twice (“Ã¼” for “ü”): ask for a new export, or set ENCODING.")
        )
    if "\ufffd" in text:
        line = text[: text.index("\ufffd")].count("\n") + 1
        found.append(tr("Line {line} holds signs that were lost before (�): ask for a new export.").format(line=line))
    if encoding in _OLD_PAGES and _MULTIBYTE.search(data[:_SAMPLE]):
        line = data[: _MULTIBYTE.search(data[:_SAMPLE]).start()].count(b"\n") + 1
        found.append(
            tr(
                "The file mixes two encodings (line {line}, for example): names may be spelt wrong, numbers not."
            ).format(line=line)
        )
    return found


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise InputError(
            tr("ENCODING: “{encoding}” is no known encoding. Write auto, utf-8 or cp1252, for example.").format(
                encoding=encoding
            )
        ) from error
    except UnicodeError as error:
        line = data[: getattr(error, "start", 0)].count(b"\n") + 1
        raise InputError(
            tr("Line {line} is not valid in the encoding “{encoding}”. Set ENCODING to auto.").format(
                line=line, encoding=encoding
            )
        ) from error


def _decode_wide(data: bytes) -> tuple[str, str]:
    """Return UTF-16 without a byte order mark: every other byte of its ASCII signs is zero."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.6 * len(sample) / 2 and others == 0 and len(data) % 2 == 0:
            return _decode_as(data, name), name
    raise InputError(tr("The file is no text table. Give a CSV, TXT, XLSX, ODS or XLS file."))


def _old_page(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if not _HIGH.search(sample):
        sample = data
    return max(_OLD_PAGES, key=lambda name: (_german_letters(sample, name), -_OLD_PAGES.index(name)))


def _german_letters(sample: bytes, name: str) -> int:
    text = sample.decode(name, "replace")
    return sum(map(text.count, _GERMAN))
