"""How many areas the user asks for: read from a table, checked against inhabitants, bounds and units."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..errors import InputError
from ..messages import tr
from ..numbers import format_number


@dataclass(frozen=True)
class AskedCounts:
    """`by_commune`: areas asked for; `notes`: what the user should know of rows and communes without a counterpart."""

    by_commune: dict[str, int]
    notes: list[str] = field(default_factory=list)


def counts_by_commune(codes: Sequence[object], numbers: Sequence[object], known: Collection[str]) -> AskedCounts:
    """Return the number of areas of each commune from the rows of a table; `known` are the communes of the units.

    A code that lost its leading zeros (5334004) stands for the one commune that it can mean.
    Raises InputError naming the row of a missing code, a double one or a number that is no whole number from 1.
    """
    found: dict[str, int] = {}
    notes, strange = [], []
    for row, (raw, number) in enumerate(zip(codes, numbers), start=1):
        code = _matching_code("" if raw is None else str(raw).strip(), known)
        if not code:
            raise InputError(tr("COUNTS, row {row}: the code of the commune is missing. Enter it.").format(row=row))
        if code in found:
            raise InputError(
                tr("COUNTS, row {row}: commune “{code}” occurs twice. Keep one row.").format(row=row, code=code)
            )
        found[code] = _whole_number(number, row, code)
        if code not in known:
            strange.append(code)
    for code in strange:
        del found[code]
    if not found:
        raise InputError(
            tr("COUNTS: none of its communes ({codes}) occurs among the units ({known}). Choose the right column.")
            .format(codes=_listed(strange), known=_listed(sorted(known)))
        )  # fmt: skip
    if strange:
        notes.append(tr("COUNTS: no unit lies in commune {codes}; not used.").format(codes=_listed(strange)))
    unnamed = sorted(set(known) - set(found))
    if unnamed:
        notes.append(
            tr("COUNTS names no number for commune {codes}; there the target counts.").format(codes=_listed(unnamed))
        )
    return AskedCounts(found, notes)


def _matching_code(code: str, known: Collection[str]) -> str:
    if code in known or not code.isdigit():
        return code
    same = [other for other in known if other.lstrip("0") == code.lstrip("0")]
    return same[0] if len(same) == 1 else code


def _whole_number(value: object, row: int, code: str) -> int:
    try:
        number = float(str(value).strip().replace(",", "."))
    except ValueError:
        number = -1.0
    if number < 1 or not number.is_integer():
        raise InputError(
            tr(
                "COUNTS, row {row} (commune “{code}”): “{value}” is no number of areas. Enter a whole number from 1."
            ).format(row=row, code=code, value="" if value is None else value)
        )
    return int(number)


def _listed(codes: Sequence[str], most: int = 5) -> str:
    shown = ", ".join(f"“{code}”" for code in codes[:most])
    return shown if len(codes) <= most else shown + " …"


def possible_counts(population: np.ndarray, minimum: float, maximum: float) -> tuple[int, int]:
    """Return the fewest and most areas that units with these inhabitants (n,) can make within the bounds.

    A unit above the maximum is an area by itself; units that are too few in all make one area.
    """
    large = population > maximum
    rest = float(population[~large].sum())
    alone = int(large.sum())
    fewest = max(1, alone + int(np.ceil(rest / maximum)))
    most = alone + int(rest // minimum) if minimum > 0 else len(population)
    return fewest, max(fewest, min(most, len(population)))


def check_counts(
    asked: int | Mapping[str, int] | None,
    population: np.ndarray,
    communes: Sequence[str],
    minimum: float,
    maximum: float,
) -> None:
    """Raise InputError if a number of areas contradicts bounds, inhabitants, units (n,) or communes (n,)."""
    if asked is None:
        return
    codes = np.asarray(communes, dtype=object)
    if isinstance(asked, Mapping):
        for code, wanted in asked.items():
            place = tr("Commune {code}: ").format(code=code) if code else ""
            _check_count(wanted, population[codes == code], minimum, maximum, place)
        return
    several = len(set(communes))
    if asked < several:
        raise InputError(
            tr(
                "{wanted} areas were asked for, but the units lie in {communes} communes, and no area crosses a "
                "commune border. Ask for at least {communes}."
            ).format(wanted=format_number(asked), communes=format_number(several))
        )
    _check_count(asked, population, minimum, maximum, "")


def _check_count(wanted: int, population: np.ndarray, minimum: float, maximum: float, place: str) -> None:
    if wanted > len(population):
        raise InputError(
            tr("{place}{wanted} areas cannot be made of {units} units. Ask for a number from 1 to {units}.").format(
                place=place, wanted=format_number(wanted), units=format_number(len(population))
            )
        )
    fewest, most = possible_counts(population, minimum, maximum)
    people = float(population.sum())
    if wanted > max(most, 1):
        raise InputError(
            tr(
                "{place}{wanted} areas of at least {minimum} inhabitants cannot be made of {population} inhabitants. "
                "Ask for at most {most} areas, or lower the minimum."
            ).format(
                place=place, wanted=format_number(wanted), minimum=format_number(minimum),
                population=format_number(people), most=format_number(most),
            )
        )  # fmt: skip
    if wanted < fewest:
        raise InputError(
            tr(
                "{place}{wanted} areas of at most {maximum} inhabitants cannot hold {population} inhabitants. Ask for "
                "at least {fewest} areas, or raise the maximum."
            ).format(
                place=place, wanted=format_number(wanted), maximum=format_number(maximum),
                population=format_number(people), fewest=format_number(fewest),
            )
        )  # fmt: skip


def target_note(asked: int | Mapping[str, int] | None, population: np.ndarray, target: float | None) -> str | None:
    """Return a sentence if the number of areas asked for gives another mean size than the target, else None."""
    if asked is None or target is None or isinstance(asked, Mapping):
        return None
    mean = float(population.sum()) / asked
    if abs(mean - target) <= 0.05 * target:
        return None
    return tr(
        "{wanted} areas have {mean} inhabitants on average, not the target of {target}. The number of areas counts."
    ).format(wanted=format_number(asked), mean=format_number(mean), target=format_number(target))
