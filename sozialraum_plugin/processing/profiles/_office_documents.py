"""ODT and DOCX from plain HTML by LibreOffice, which must be installed; nothing is packed by hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProcessingFeedback

from ...core.errors import InputError
from ...core.messages import tr
from ..algorithm import check_cancelled

NONE, ODT, DOCX = "none", "odt", "docx"
DOCUMENTS = (NONE, ODT, DOCX)
FILTERS = {ODT: "odt:writer8", DOCX: "docx:MS Word 2007 XML"}
NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
AT_ONCE = 20  # documents per start of LibreOffice, which takes seconds
SECONDS_EACH, SECONDS_TO_START = 30, 120
_OF_QGIS = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH")  # LibreOffice brings its own


def find_office() -> str:
    """Return the program of LibreOffice; raise InputError saying what to do if there is none."""
    found = next(filter(None, map(shutil.which, NAMES)), None) or next(filter(_is_file, PLACES), None)
    if found is None:
        raise InputError(
            tr(
                "LibreOffice was not found on this computer, so no documents can be made. Install LibreOffice, or "
                "choose DOCUMENT = none: the web pages need nothing else."
            )
        )
    return found


def _is_file(path: str) -> bool:
    return Path(path).is_file()


def conversion_command(program: str, kind: str, pages: Sequence[Path], target: Path, settings: Path) -> list[str]:
    """Return the command that turns HTML files into documents, with settings of its own so that it may run beside."""
    return [
        program, f"-env:UserInstallation={settings.as_uri()}", "--headless", "--norestore",
        "--infilter=HTML (StarWriter)", "--convert-to", FILTERS[kind], "--outdir", str(target), *map(str, pages),
    ]  # fmt: skip


def convert(
    pages: dict[str, str], kind: str, folder: Path, program: str, feedback: QgsProcessingFeedback
) -> list[Path]:
    """Turn HTML texts, by the stem of their file, into documents in a folder and return these.

    Raises InputError naming the first document that LibreOffice did not make, and CancelledError between batches.
    """
    made = []
    with tempfile.TemporaryDirectory(prefix="sozialraum_") as work:
        source, target, settings = (Path(work) / name for name in ("html", "fertig", "einstellungen"))
        source.mkdir()
        stems = list(pages)
        for start in range(0, len(stems), AT_ONCE):
            check_cancelled(feedback)
            batch = stems[start : start + AT_ONCE]
            files = [source / f"{stem}.html" for stem in batch]
            for file, stem in zip(files, batch):
                file.write_text(pages[stem], encoding="utf-8")
            said = _run(conversion_command(program, kind, files, target, settings), len(batch))
            made += [_moved(target / f"{stem}.{kind}", folder, said) for stem in batch]
    return made


def _run(command: list[str], documents: int) -> str:
    """Run LibreOffice and return what it said."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_QGIS}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False, env=environment,
            timeout=SECONDS_TO_START + SECONDS_EACH * documents,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return (done.stderr or done.stdout).strip()


def _moved(made: Path, folder: Path, said: str) -> Path:
    if not made.exists():
        last = said.splitlines()[-1] if said else "–"
        raise InputError(tr("LibreOffice did not make {name}. It said: {reason}").format(name=made.name, reason=last))
    try:
        return Path(shutil.move(str(made), str(folder / made.name)))
    except OSError as error:
        raise InputError(
            tr("{path} cannot be written. Is it open in another program, or the folder write-protected?").format(
                path=folder / made.name
            )
        ) from error
