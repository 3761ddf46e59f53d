"""The names of the classes as a report prints them."""

from __future__ import annotations

from ...messages import tr

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


def class_name(number: int, classes: int) -> str:
    """Return the name of a class of a composite index, 1 (the most burdened) to `classes`."""
    if number == 1:
        return tr("Class {number}: most burdened").format(number=number)
    if number == classes:
        return tr("Class {number}: least burdened").format(number=number)
    return tr("Class {number}").format(number=number)


def cluster_name(cluster: str) -> str:
    """Return the name of a cluster of the local Moran statistic, of areas alike or unlike their neighbours."""
    return {
        "HH": tr("High among high (HH)"),
        "LL": tr("Low among low (LL)"),
        "HL": tr("High among low (HL)"),
        "LH": tr("Low among high (LH)"),
        "ns": not_significant_name(),
    }[cluster]


def hot_spot_name(cluster: str) -> str:
    """Return the name of a cluster of the Getis-Ord statistic."""
    return {
        "HH": tr("Hot spot: high values gather here"),
        "LL": tr("Cold spot: low values gather here"),
        "HL": tr("High, but its neighbours low"),
        "LH": tr("Low, but its neighbours high"),
        "ns": not_significant_name(),
    }[cluster]


def significant_name() -> str:
    """Return the name of what chance hardly explains."""
    return tr("significant")


def not_significant_name() -> str:
    """Return the name of what may be chance."""
    return tr("not significant")


def excluded_name() -> str:
    """Return the name of areas without an index."""
    return tr("excluded")


def included_name() -> str:
    """Return the name of areas with an index."""
    return tr("with an index")
