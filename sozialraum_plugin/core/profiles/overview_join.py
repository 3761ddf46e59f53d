"""Joining PDF files by a tool that is on the machine; none comes with QGIS everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

TOOLS = ("qpdf", "pdfunite", "gs", "gswin64c")  # the first that is there is used


def joining_tool(find: Callable[[str], str | None] = shutil.which) -> str | None:
    """Return the path of the first tool that is there, or None."""
    return next((path for path in map(find, TOOLS) if path), None)


def join_command(tool: str, parts: Sequence[Path], target: Path) -> tuple[str, ...]:
    """Return the command that writes all parts into one file, so that its objects can be listed without unpacking.

    >>> join_command("/usr/bin/pdfunite", [Path("a.pdf"), Path("b.pdf")], Path("c.pdf"))
    ('/usr/bin/pdfunite', 'a.pdf', 'b.pdf', 'c.pdf')
    """
    files = [str(part) for part in parts]
    name = Path(tool).stem.lower()
    if name == "qpdf":
        return (tool, "--empty", "--object-streams=disable", "--pages", *files, "--", str(target))
    if name == "pdfunite":
        return (tool, *files, str(target))
    options = ("-dBATCH", "-dNOPAUSE", "-dSAFER", "-q", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.4")
    return (tool, *options, f"-sOutputFile={target}", *files)
