"""The names of the classes as a report prints them."""

from __future__ import annotations

from ..messages import tr

STATUS_CLASSES = (1, 2, 3, 4)
DYNAMICS_CLASSES = ("+", "+/-", "-")


def status_name(status: int) -> str:
    """Return the name of a status class, 1 (high: little burden) to 4 (very low: much burden)."""
    return {1: tr("high"), 2: tr("medium"), 3: tr("low"), 4: tr("very low")}[status]


def dynamics_name(dynamics: str) -> str:
    """Return the name of a dynamics class."""
    return {"+": tr("positive"), "+/-": tr("stable"), "-": tr("negative")}[dynamics]


def group_name(status: int, dynamics: str | None = None) -> str:
    """Return the name of a group; without dynamics, of the status class."""
    if dynamics is None:
        return tr("Status {status}").format(status=status_name(status))
    return tr("Status {status}, dynamics {dynamics}").format(
        status=status_name(status), dynamics=dynamics_name(dynamics)
    )
