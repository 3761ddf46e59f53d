"""What can go wrong, said in one sentence that a clerk understands."""

from __future__ import annotations

from collections.abc import Iterable

from .messages import tr


class SozialraumError(Exception):
    """Base of all errors whose text is meant for the user: what was found, where, and what to do."""


class InputError(SozialraumError):
    """The user's data cannot be used as they are."""


class MissingColumnError(InputError):
    """A table lacks a column that the work needs."""

    def __init__(self, column: str, table: str, available: Iterable[str]) -> None:
        self.column = column
        super().__init__(
            tr("Column “{column}” is missing in “{table}”. It has: {available}.").format(
                column=column, table=table, available=", ".join(available) or "–"
            )
        )


class CancelledError(SozialraumError):
    """The user stopped the run."""

    def __init__(self) -> None:
        super().__init__(tr("Cancelled by the user."))
