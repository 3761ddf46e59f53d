"""What the log says about an index, so that anyone can recompute it and sees where it is weak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..messages import tr
from ..numbers import format_number
from .cells import NumberColumn
from .exclusion import placeholder_reason
from .zsum import Moments, ZSum

FEW_AREAS = 20  # below, one area moves mean and standard deviation of all
DIGITS = 6


def reading_lines(columns: Sequence[NumberColumn]) -> list[str]:
    """Return one line per column and mark that was read as missing."""
    return [
        tr("Column “{column}”: {count} x “{mark}” read as missing.").format(
            column=column.name, count=format_number(count), mark=mark
        )
        for column in columns
        for mark, count in column.marks.items()
    ]


def moments_lines(indices: Mapping[str, ZSum]) -> list[str]:
    """Return means and standard deviations of all fields and of the sums, by the name of the index."""
    lines = [tr("Standardised with the mean and the standard deviation (ddof = 0) of the areas with an index:")]
    for title, index in indices.items():
        lines += [_moments_line(title, name, moments) for name, moments in index.moments.items()]
        lines.append(_moments_line(title, tr("sum of z values"), index.sum_moments))
    return lines


def _moments_line(title: str, name: str, moments: Moments) -> str:
    return tr("  {index}, {field}: mean {mean}, standard deviation {sd}").format(
        index=title, field=name, mean=format_number(moments.mean, DIGITS), sd=format_number(moments.sd, DIGITS)
    )


def stability_warnings(indices: Mapping[str, ZSum], reasons: Sequence[str | None]) -> list[str]:
    """Return what a reader must know before trusting the classes: no variation, few areas, placeholders."""
    return [*_variation_warnings(indices), *_count_warnings(reasons.count(None)), *_placeholder_warnings(reasons)]


def _variation_warnings(indices: Mapping[str, ZSum]) -> list[str]:
    constant = tr("“{field}” is the same in all areas: it adds nothing to the {index} index.")
    alike = tr("The areas do not differ in {index}: the index is 0 and the class the middle one for all of them.")
    fields = [constant.format(field=name, index=title) for title, index in indices.items() for name in index.constant]
    return fields + [alike.format(index=title) for title, index in indices.items() if not index.varies]


def _count_warnings(included: int) -> list[str]:
    if included >= FEW_AREAS:
        return []
    text = tr(
        "Only {count} areas have an index. Classes by standard deviations are unstable below about {limit} areas: "
        "a single area moves the limits for all."
    )
    return [text.format(count=included, limit=FEW_AREAS)]


def _placeholder_warnings(reasons: Sequence[str | None]) -> list[str]:
    count = reasons.count(placeholder_reason())
    if not count:
        return []
    text = tr(
        "{count} areas are left out because all their values are exactly 0, which published tables write for "
        "“not computed”. Switch ZERO_ROWS_ARE_MISSING off if these are real values."
    )
    return [text.format(count=count)]
