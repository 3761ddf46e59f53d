"""One row of the catalogue: what an indicator is made of, and of which kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from .formula import Formula

PERCENT = "%"


class IndicatorKind:
    """Values of the catalogue's column `art`: how numerator and denominator belong together."""

    COUNT = "anzahl"  # no denominator
    SHARE = "anteil"  # the numerator is part of the denominator
    RATE = "rate"  # cases or events on a base that they are no part of
    QUOTIENT = "quotient"  # two groups of different people: young to old
    RATIO = "verhaeltnis"  # a quantity on another: persons per household, m² per head
    BALANCE = "saldo"  # comings minus goings on a base
    CHANGE = "veraenderung"  # years against each other
    MEAN = "mittel"  # a mean, median or rent; the denominator is what it was taken from
    ALL = (COUNT, SHARE, RATE, QUOTIENT, RATIO, BALANCE, CHANGE, MEAN)


@dataclass(frozen=True)
class Indicator:
    """value = factor x numerator / denominator; a plain count has no denominator (None).

    Where the numerator is value(...), the value is as it was delivered and the denominator is the number of cases it
    rests on: what the protection asks for, but no divisor.
    """

    code: str
    theme: str
    name: str
    name_en: str
    numerator: Formula
    denominator: Formula | None
    factor: float
    unit: str
    decimals: int
    polarity: str
    source: str
    smallest_level: str
    date_habit: str
    definition: str
    kind: str = ""
    definition_en: str = ""
    trap: str = ""
    sets: tuple[str, ...] = ()

    @property
    def variables(self) -> list[str]:
        """Return the names of all variables it needs."""
        return list(dict.fromkeys(variable for formula in self.formulas for variable in formula.variables))

    @property
    def formulas(self) -> list[Formula]:
        """Return its one or two formulas."""
        return [self.numerator] + ([self.denominator] if self.denominator else [])

    @property
    def is_additive(self) -> bool:
        """Tell whether it is made of weighted sums of counts, so that the protection of counts covers it."""
        return all(formula.is_additive for formula in self.formulas)

    @property
    def is_share(self) -> bool:
        """Tell whether the numerator is a part of the denominator, so that the rest is a count of its own."""
        return self.kind == IndicatorKind.SHARE and self.is_additive and not self.numerator.is_change

    @property
    def is_delivered(self) -> bool:
        """Tell whether the value is a mean as it was delivered, which no denominator divides."""
        return bool(self.numerator.values)

    @property
    def has_counted_base(self) -> bool:
        """Tell whether the denominator counts people or cases, so that it can be too small."""
        return self.denominator is not None and self.denominator.is_additive


def kind_of(numerator: Formula, denominator: Formula | None, unit: str) -> str:
    """Return the kind of a row that does not say it: the one that claims least, but for per cent a share."""
    if numerator.values:
        return IndicatorKind.MEAN
    if numerator.is_change:
        return IndicatorKind.CHANGE
    if denominator is None:
        return IndicatorKind.COUNT
    if unit == PERCENT and numerator.is_additive and denominator.is_additive:
        return IndicatorKind.SHARE
    return IndicatorKind.RATIO
