"""Which profiles follow the report: those of its areas, and for publication none that is internal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsProcessingFeedback

from ...core.balance import Balance
from ...core.errors import InputError
from ...core.messages import tr
from ...core.profiles.overview_join import TOOLS, joining_tool
from ...core.profiles.overview_outline import page_count
from ...core.profiles.places import Place
from ...core.profiles.table import safe_code
from ...core.publication import INTERNAL_NOTE, INTERNAL_SUFFIX, PUBLICATION
from ..algorithm import log_balance

COMBINED = "profile_alle"


@dataclass(frozen=True)
class ProfileFile:
    """The profile of an area and its number of pages."""

    place: Place
    path: Path
    pages: int


def profile_files(
    folder: str, targets: Sequence[Place], use: str, feedback: QgsProcessingFeedback
) -> list[ProfileFile]:
    """Return the profiles of the areas in `folder`, in their order, and log what becomes of all PDFs there.

    None if no folder is given, or no tool is there to join files. Raises InputError if there is no such folder, or
    no profile of these areas in it.
    """
    if not folder:
        return []
    if not Path(folder).is_dir():
        raise InputError(tr("PROFILES_FOLDER: there is no folder {folder}.").format(folder=folder))
    if joining_tool() is None:
        feedback.pushWarning(
            tr(
                "The profiles are not appended: none of {tools} is installed, which join PDF files. Install one of "
                "them, or hand out the profiles beside the report."
            ).format(tools=", ".join(TOOLS[:3]))
        )
        return []
    return _chosen(Path(folder), targets, use, feedback)


def _chosen(folder: Path, targets: Sequence[Place], use: str, feedback: QgsProcessingFeedback) -> list[ProfileFile]:
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".pdf")
    balance = Balance(tr("PDF files of the folder of profiles"), len(paths))
    found: dict[str, ProfileFile] = {}
    for path in paths:
        place = _place_of(path, targets)
        if path.stem.removesuffix(INTERNAL_SUFFIX) == COMBINED:
            balance.add(tr("all profiles in one, not needed"), 1)
        elif place is None:
            balance.add(tr("of no area of the level"), 1)
        elif use == PUBLICATION and _is_internal(path):
            balance.add(tr("for internal use, so not appended"), 1)
        elif place.code in found:
            balance.add(tr("a second one of its area"), 1)
        else:
            pages = page_count(path.read_bytes()) or _pages_by_gdal(path)
            if not pages:
                balance.add(tr("that cannot be read as a PDF"), 1)
                continue
            found[place.code] = ProfileFile(place, path, pages)
            balance.add(tr("appended"), 1)
    log_balance(feedback, balance)
    if not found:
        raise InputError(
            tr(
                "PROFILES_FOLDER: no profile of an area of the level is in {folder}. “Area profiles” writes them as "
                "code_name.pdf; leave the parameter empty for a report without profiles."
            ).format(folder=folder)
        )
    without = [place.name for place in targets if place.code not in found]
    if without:
        feedback.pushWarning(
            tr("No profile in the folder for {count} areas: {names}.").format(
                count=len(without), names=", ".join(without)
            )
        )
    return [found[place.code] for place in targets if place.code in found]


def _place_of(path: Path, targets: Sequence[Place]) -> Place | None:
    """Return the area whose code begins the name of a file."""
    return next((place for place in targets if path.name.startswith(f"{safe_code(place.code)}_")), None)


def _is_internal(path: Path) -> bool:
    """Tell whether a profile is for internal use, by its name or, if that was changed, by its title."""
    if path.stem.endswith(INTERNAL_SUFFIX):
        return True
    document = _opened(path)
    title = (document.GetMetadataItem("TITLE") or "") if document is not None else ""
    return INTERNAL_NOTE in title


def _pages_by_gdal(path: Path) -> int:
    """Return the number of pages of a PDF of any make, 0 if it cannot be read."""
    document = _opened(path)
    return 0 if document is None else max(1, len(document.GetSubDatasets()))


def _opened(path: Path) -> gdal.Dataset | None:
    try:
        return gdal.OpenEx(str(path), gdal.OF_RASTER)
    except RuntimeError:  # where GDAL is set to raise instead of returning None
        return None
