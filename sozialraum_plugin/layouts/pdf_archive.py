"""PDF/A-2b by Ghostscript, where it is installed; what it made is checked before it replaces anything."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtGui import QColorSpace

from ..core.errors import InputError
from ..core.messages import tr
from ..core.profiles.pdf_description import Description
from ..core.profiles.pdf_files import Part, UnknownPdfError, join

TOOLS = ("gs", "gswin64c", "gswin32c")
LEAST_WORDS = 0.98  # of the words before must be there afterwards; ligatures may differ
_INTENT = """%!
[ /_objdef {icc} /type /stream /OBJ pdfmark
[ {icc} << /N 3 >> /PUT pdfmark
[ {icc} (PROFILE) (r) file /PUT pdfmark
[ /_objdef {intent} /type /dict /OBJ pdfmark
[ {intent} << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile {icc} /OutputConditionIdentifier (sRGB)
/Info (sRGB) >> /PUT pdfmark
[ {Catalog} << /OutputIntents [ {intent} ] /Lang (LANGUAGE) >> /PUT pdfmark
"""


def archiving_tool(find: Callable[[str], str | None] = shutil.which) -> str | None:
    """Return the path of Ghostscript, or None."""
    return next((path for path in map(find, TOOLS) if path), None)


def archive(source: Part, target: Path, tool: str, about: Description) -> None:
    """Write a file as PDF/A-2b with its bookmarks and description, which Ghostscript would lose in part.

    Raises InputError if Ghostscript fails, does not call the result PDF/A-2, or text can no longer be selected.
    """
    with tempfile.TemporaryDirectory(prefix="sozialraum_") as folder:
        intent = Path(folder) / "absicht.ps"
        profile = Path(folder) / "srgb.icc"
        profile.write_bytes(bytes(QColorSpace(QColorSpace.NamedColorSpace.SRgb).iccProfile()))
        place = re.sub(r"([()\\])", r"\\\1", profile.as_posix())
        intent.write_text(_INTENT.replace("PROFILE", place).replace("LANGUAGE", about.language), encoding="utf-8")
        made = Path(folder) / "archiv.pdf"
        options = (
            "-dPDFA=2", "-dPDFACompatibilityPolicy=1", "-sColorConversionStrategy=RGB", "-sDEVICE=pdfwrite",
            "-dAutoRotatePages=/None", "-dCompressFonts=true", "-dSubsetFonts=true",
            f"--permit-file-read={profile}",
        )  # fmt: skip
        _run(tool, (*options, f"-sOutputFile={made}", str(intent), str(source.path)))
        whole = made.with_name("ganz.pdf")
        if not made.is_file() or not _is_archival(made.read_bytes()) or not _described(made, source, whole, about):
            raise InputError(
                tr(
                    "{file}: Ghostscript did not make a PDF/A-2 of it. Update Ghostscript, or print without ARCHIVE."
                ).format(file=source.path.name)
            )
        _check_text(source.path, whole, tool)
        shutil.move(str(whole), str(target))


def text_words(path: Path, tool: str) -> set[str]:
    """Return the words that can be selected in a file, as Ghostscript reads them."""
    output = _run(tool, ("-sDEVICE=txtwrite", "-sOutputFile=-", str(path)))
    return set(re.findall(r"\w{3,}", output))


def _check_text(before: Path, after: Path, tool: str) -> None:
    words = text_words(before, tool)
    if not words or len(words & text_words(after, tool)) < LEAST_WORDS * len(words):
        raise InputError(
            tr("{file}: its text cannot be selected in the PDF/A any more. Print without ARCHIVE.").format(
                file=before.name
            )
        )


def _is_archival(data: bytes) -> bool:
    """Tell whether Ghostscript claims PDF/A-2 and notes the colours' profile, both only if it found no fault."""
    return bool(re.search(rb"pdfaid:part(?:>|\s*=\s*['\"])2", data)) and b"/OutputIntents" in data


def _described(made: Path, source: Part, target: Path, about: Description) -> bool:
    try:
        join([Part(made, source.marks)], target, about, spell_out=False)
    except UnknownPdfError:
        return False
    return True


def _run(tool: str, arguments: tuple[str, ...]) -> str:
    command = (tool, "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", *arguments)
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        reason = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise InputError(
            tr("Ghostscript cannot convert the PDF: {reason}").format(reason=reason[-1] if reason else done.returncode)
        )
    return done.stdout.decode("utf-8", "replace")
