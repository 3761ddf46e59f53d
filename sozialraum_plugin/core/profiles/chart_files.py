"""Writes the charts of a profile beside each other in one folder."""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from ..messages import tr
from .charts import Charts
from .model import Profile
from .table import chart_file


def write_charts(profile: Profile, charts: Charts, folder: Path) -> set[str]:
    """Write the SVG files of a profile into a folder and return the charts' names.

    Raises InputError if the folder cannot be written.
    """
    drawn = charts.of_profile(profile)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, svg in drawn.items():
            (folder / chart_file(profile.place.code, name)).write_text(svg, encoding="utf-8")
    except OSError as error:
        raise InputError(
            tr("The charts cannot be written into {folder}: {reason}.").format(folder=folder, reason=error.strerror)
        ) from error
    return set(drawn)
