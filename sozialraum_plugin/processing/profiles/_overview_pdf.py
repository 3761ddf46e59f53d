"""From the layout of the overview report to the one file: printed, joined with the profiles, described."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsPrintLayout, QgsProcessingFeedback

from ...core.errors import InputError
from ...core.messages import tr
from ...core.profiles.overview_flow import Entry, Link
from ...core.profiles.overview_join import join_command, joining_tool
from ...core.profiles.overview_outline import About, described
from ...layouts.export import UNFINISHED, export_current
from ..algorithm import check_cancelled


def write_report(
    layout: QgsPrintLayout,
    path: Path,
    dpi: int,
    about: About,
    entries: Sequence[Entry],
    links: Sequence[Link],
    profiles: Sequence[Path],
    feedback: QgsProcessingFeedback,
) -> None:
    """Write the report with the `profiles` behind it; the file appears only when it is whole.

    Raises InputError if the file cannot be written or joined.
    """
    with tempfile.TemporaryDirectory(prefix="sozialraum_") as folder:
        printed = Path(folder) / "bericht.pdf"
        export_current(layout, printed, dpi, about.title, about.author)
        check_cancelled(feedback)
        data = _joined(printed, profiles).read_bytes()
    whole = described(data, entries, links, about)
    if whole is None:
        feedback.pushWarning(
            tr("The report has no bookmarks and no language: the way in which this PDF is written is not understood.")
        )
    _write(path, whole or data)


def _joined(printed: Path, profiles: Sequence[Path]) -> Path:
    tool = joining_tool()
    if not profiles or tool is None:
        return printed
    target = printed.with_name("ganz.pdf")
    command = join_command(tool, [printed, *profiles], target)
    done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    if done.returncode or not target.exists():
        raise InputError(
            tr("The profiles cannot be appended: {tool} says {reason}").format(
                tool=Path(tool).name, reason=done.stderr.strip() or str(done.returncode)
            )
        )
    return target


def _write(path: Path, data: bytes) -> None:
    unfinished = path.with_name(UNFINISHED + path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be written. Is it open in another program, or the folder write-protected?").format(
                path=path
            )
        ) from error
