"""What the log says about an index, so that anyone can recompute it and sees where it is weak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...indicators.keys.key_joins import diagnose
from ...messages import tr
from ...numbers import format_number
from ..cells import NumberColumn
from ..exclusion import placeholder_reason
from .earlier_edition import EditionValues, absent_reason
from .edition_years import years_between
from .status_recipe import Recipe
from .zsum import Moments, ZSum

FEW_AREAS = 20  # below, one area moves mean and standard deviation of all
DIGITS = 6
MOST_NAMED = 20  # areas that the log names of those left out


def reading_lines(columns: Sequence[NumberColumn]) -> list[str]:
    """Return one line per column and mark that was read as missing."""
    return [
        tr("Column “{column}”: {count} x “{mark}” read as missing.").format(
            column=column.name, count=format_number(count), mark=mark
        )
        for column in columns
        for mark, count in column.marks.items()
    ]


def moments_lines(indices: Mapping[str, ZSum], frozen: bool = False, base: str | None = None) -> list[str]:
    """Return means and standard deviations of all fields and of the sums, by the name of the index.

    `base` is the label of the year whose moments are frozen, None if the earlier values stand in the same rows.
    """
    head = tr("Standardised with the mean and the standard deviation (ddof = 0) of the areas with an index:")
    if frozen:
        head = tr(
            "Standardised with the mean and the standard deviation (ddof = 0) of the base year ({base}); the dynamics "
            "are the difference of both status indices, 0 is no change:"
        ).format(base=base or tr("the earlier values"))
    lines = [head]
    for title, index in indices.items():
        lines += [_moments_line(title, name, moments) for name, moments in index.moments.items()]
        if index.moments:
            lines.append(_moments_line(title, tr("sum of z values"), index.sum_moments))
    return lines


def rule_lines(recipe: Recipe) -> list[str]:
    """Return the limits of the classes, and the weights if there are any."""
    lines = [
        tr("Limits: status {status}, dynamics {dynamics}").format(
            status=_listed(recipe.status_limits), dynamics=_listed(recipe.dynamics_limits)
        )
    ]
    weights = {
        tr("status"): (recipe.status, recipe.status_weights),
        tr("dynamics"): (recipe.dynamics or recipe.status, recipe.dynamics_weights),
    }
    for title, (names, numbers) in weights.items():
        if numbers:
            text = ", ".join(f"{name} {_number(number)}" for name, number in zip(names, numbers))
            lines.append(tr("Weights, {index}: {weights}").format(index=title, weights=text))
    return lines


def edition_lines(recipe: Recipe, before: EditionValues | None, gone: Sequence[str]) -> list[str]:
    """Return how the changes were computed: the pairs of fields, the unit, and the areas that are no longer there."""
    if before is None and not recipe.start:
        return []
    then = [column.name for column in before.columns] if before else list(recipe.start)
    unit = tr("in per cent of the earlier value") if recipe.relative else tr("in points")
    lines = [tr("Changes {unit}, each value minus the earlier one:").format(unit=unit)]
    lines += [f"  {now} − {earlier}" for now, earlier in zip(recipe.status, then)]
    if gone:
        lines.append(
            tr("Only in {edition}, not among the areas of now ({count}): {areas}").format(
                edition=before.label, count=format_number(len(gone)), areas=", ".join(gone)
            )
        )
    return lines


def span_line(before: str, now: str) -> str:
    """Return which editions are compared, and how many years lie between."""
    years = years_between(before, now)
    if years is None:
        return tr("Dynamics from {before} to {now}.").format(before=before, now=now)
    if years == 1:
        return tr("Dynamics from {before} to {now}: one year.").format(before=before, now=now)
    return tr("Dynamics from {before} to {now}: {years} years.").format(before=before, now=now, years=years)


def swapped_warnings(before: str, now: str) -> list[str]:
    """Return a warning if the name of the earlier table names a later year than that of the table of now."""
    years = years_between(before, now)
    if years is None or years > 0:
        return []
    text = tr("By their names the earlier table (“{before}”) is not earlier than “{now}”. Are they swapped?")
    return [text.format(before=before, now=now)]


def edition_warnings(
    before: EditionValues | None, codes: Sequence[str | None], reasons: Sequence[str | None]
) -> list[str]:
    """Name the areas that the earlier edition does not have, and say what to do if the areas were cut anew."""
    if before is None:
        return []
    absent = [str(code) for code, reason in zip(codes, reasons) if reason == absent_reason(before.label)]
    if not absent:
        return []
    text = tr(
        "{count} of {total} areas are not in the earlier edition ({edition}) and are left out: {areas}. {causes} If "
        "the areas were cut anew, first carry the earlier values over to the areas of now: “Compare old and new areas” "
        "makes the crosswalk, “Transfer values to other areas” uses it."
    )
    lost = {*before.values.index, *before.reasons} - set(codes)
    return [
        text.format(
            count=format_number(len(absent)),
            total=format_number(len(codes)),
            edition=before.label,
            areas=", ".join(absent[:MOST_NAMED]) + (" …" if len(absent) > MOST_NAMED else ""),
            causes=" ".join(diagnose(sorted(lost), [code for code in codes if code]).causes()),
        )
    ]


def frozen_warnings(dynamics: np.ndarray, recipe: Recipe) -> list[str]:
    """Say so if the limits of the dynamics are too wide for differences of two indices."""
    low, high = recipe.dynamics_limits
    if ((dynamics < low) | (dynamics > high)).any():
        return []
    text = tr(
        "All areas are stable: none moved by more than the limits {limits} standard deviations of the base year. With "
        "a frozen base year narrower limits tell more; the greatest moves are {least} and {most}."
    )
    return [
        text.format(limits=_listed(recipe.dynamics_limits), least=_number(dynamics.min()), most=_number(dynamics.max()))
    ]


def _listed(numbers: Sequence[float]) -> str:
    return "; ".join(_number(number) for number in numbers)


def _number(number: float) -> str:
    """Return a number with as many decimals as it needs, three at most."""
    places = next(places for places in range(4) if places == 3 or abs(round(number, places) - number) < 1e-9)
    return format_number(float(number), places)


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
