"""What areaprofiles does so that nothing hidden leaves, and so that what is internal says so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
from qgis.core import QgsProcessingFeedback

from ...core.indicators.protection.unprotected import flag_small_numbers
from ...core.messages import tr
from ...core.publication import INTERNAL, INTERNAL_NOTE, hide, require_publishable

INDEX = "INDEX"


def for_publication(
    indicators: pd.DataFrame, index: pd.DataFrame | None, feedback: QgsProcessingFeedback
) -> pd.DataFrame:
    """Return the indicators without hidden and internal numbers, and without the small ones of an unprotected table.

    Raises InputError if the index was computed for internal use.
    """
    if index is not None:
        require_publishable(index, INDEX)
    indicators, flagged = flag_small_numbers(indicators)
    if flagged:
        feedback.pushWarning(
            tr(
                "The indicator table has no hidden value, so it seems unprotected: {count} values on fewer than three "
                "cases or too small a base are hidden now. They may still be computed from others; let “Compute "
                "indicators” protect the table before you publish."
            ).format(count=flagged)
        )
    return hide(indicators)


def pdf_title(title: str, use: str) -> str:
    """Return the title in the PDF's metadata, which says what is for internal use."""
    return f"{title} ({INTERNAL_NOTE})" if use == INTERNAL else title


@contextmanager
def chart_folder(chosen: str) -> Iterator[Path]:
    """Yield the folder of the charts; a temporary one does not outlive the run, since charts show values."""
    if chosen:
        yield Path(chosen)
        return
    with tempfile.TemporaryDirectory(prefix="sozialraum_") as folder:
        yield Path(folder)
