"""The street directory as files for the office: CSV and XLSX, in the chosen layout."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ...core.csv_export import write_csv
from ...core.errors import InputError
from ...core.fields import Field
from ...core.messages import tr
from ...geo.spreadsheets import write_spreadsheet

_LONGEST_SHEET_NAME = 31  # of Excel


def write_directory_csv(table: pd.DataFrame, columns: tuple[Field, ...], path: str) -> str | None:
    """Write the directory as CSV and return its path; None if nobody asked for it. Raises InputError."""
    if not path:
        return None
    rows = table[[field.name for field in columns]]
    try:
        write_csv(rows.astype(object).where(rows.notna(), ""), Path(path))
    except OSError as error:
        raise InputError(
            tr("{path} cannot be written ({reason}): close it in Excel or choose another folder.").format(
                path=path, reason=error.strerror
            )
        ) from error
    return path


def write_directory_xlsx(table: pd.DataFrame, columns: tuple[Field, ...], path: str) -> str | None:
    """Write the directory as XLSX and return its path; None if nobody asked for it. Raises InputError."""
    if not path:
        return None
    write_spreadsheet(table, columns, Path(path), tr("Street directory")[:_LONGEST_SHEET_NAME])
    return path
