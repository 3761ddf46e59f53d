"""One row of a catalogue file to an indicator, or to the sentences that say what is wrong in which column."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from ..errors import InputError
from ..messages import tr
from .formula import Formula, parse_formula
from .indicator import PERCENT, Indicator, IndicatorKind, kind_of

COLUMNS = (
    "code", "thema", "name", "name_en", "zaehler", "nenner", "faktor", "masseinheit", "nachkommastellen", "polaritaet",
    "quelle", "kleinste_ebene", "stichtag", "definition", "art", "definition_en", "falle", "saetze",
)  # fmt: skip
NEEDED_COLUMNS = ("code", "name", "zaehler")
POLARITIES = ("+", "-", "0")
MOST_DECIMALS = 6
SET_MARK = "|"  # between the names of sets
_PER = re.compile(r"je\s+([\d.]+)")
_CODE = re.compile(r"\w+")


def indicator_of_row(cells: Mapping[str, str], where: str) -> tuple[Indicator | None, list[str]]:
    """Return the indicator of a row, or None with its faults; `where` names file and row."""
    row = _Row(cells, where)
    numerator, denominator = row.formula("zaehler"), row.formula("nenner")
    indicator = Indicator(
        row.code(),
        cells["thema"],
        row.needed("name"),
        cells["name_en"] or cells["name"],
        numerator,
        denominator,
        row.factor(),
        cells["masseinheit"],
        row.decimals(),
        row.one_of("polaritaet", POLARITIES, "0"),
        cells["quelle"],
        cells["kleinste_ebene"],
        cells["stichtag"],
        cells["definition"],
        row.one_of("art", IndicatorKind.ALL, ""),
        cells["definition_en"],
        cells["falle"],
        tuple(name.strip() for name in cells["saetze"].split(SET_MARK) if name.strip()),
    )
    if row.faults:
        return None, row.faults
    if not indicator.kind:
        object.__setattr__(indicator, "kind", kind_of(numerator, denominator, indicator.unit))
    faults = list(_contradictions(indicator, cells, where))
    return (None, faults) if faults else (indicator, [])


class _Row:
    """Reads the cells of one row and collects what is wrong with them."""

    def __init__(self, cells: Mapping[str, str], where: str) -> None:
        self.cells, self.where = cells, where
        self.faults: list[str] = []

    def code(self) -> str:
        code = self.needed("code")
        if code and not _CODE.fullmatch(code):
            self.faults.append(
                tr(
                    "{where}: the code “{code}” may have letters, digits and _ only, for it becomes a field name."
                ).format(where=self.where, code=code)
            )
        return code

    def needed(self, column: str) -> str:
        if not self.cells[column]:
            empty = {"code": tr("{where}: the code is empty."), "name": tr("{where}: the name is empty.")}
            self.faults.append(empty[column].format(where=self.where))
        return self.cells[column]

    def formula(self, column: str) -> Formula | None:
        """Return the formula of a column; no denominator is None."""
        text = self.cells[column]
        if not text and column == "nenner":
            return None
        try:
            return parse_formula(text, _place(self.where, column))
        except InputError as error:
            self.faults.append(str(error))
            return None

    def one_of(self, column: str, allowed: tuple[str, ...], default: str) -> str:
        text = self.cells[column] or default
        if text in allowed or text == default:
            return text
        sentence = (
            tr("{where}: the polarity “{text}” is none of {allowed}.")
            if column == "polaritaet"
            else tr("{where}: the kind “{text}” is none of {allowed}.")
        )
        place = _place(self.where, column)
        self.faults.append(sentence.format(where=place, text=text, allowed=", ".join(allowed)))
        return default

    def factor(self) -> float:
        number = self._number("faktor", "1")
        if number is not None and not (math.isfinite(number) and number > 0):
            self.faults.append(
                tr("{where}: the factor must be a number above 0.").format(where=_place(self.where, "faktor"))
            )
        return number or 1.0

    def decimals(self) -> int:
        number = self._number("nachkommastellen", "1")
        if number is not None and (number != number or number not in range(MOST_DECIMALS + 1)):
            self.faults.append(
                tr("{where}: the number of decimals must be a whole number from 0 to {most}.").format(
                    where=_place(self.where, "nachkommastellen"), most=MOST_DECIMALS
                )
            )
            return 1
        return int(number or 0)

    def _number(self, column: str, default: str) -> float | None:
        text = self.cells[column] or default
        try:
            return float(text.replace(",", "."))
        except ValueError:
            self.faults.append(
                tr("{where}: “{text}” in the column “{column}” is no number.").format(
                    where=self.where, text=text, column=column
                )
            )
            return None


def _place(where: str, column: str) -> str:
    return tr("{where}, column “{column}”").format(where=where, column=column)


def _contradictions(indicator: Indicator, cells: Mapping[str, str], where: str) -> list[str]:
    """Return what does not go together in a row: unit and factor, kind and formulas."""
    faults = []
    wanted = _factor_of_unit(indicator.unit)
    divides = indicator.denominator is not None and not indicator.is_delivered
    if wanted is not None and divides and not math.isclose(wanted, indicator.factor):
        faults.append(
            tr("{where}: the unit “{unit}” goes with the factor {wanted}, not {factor}.").format(
                where=_place(where, "faktor"),
                unit=indicator.unit,
                wanted=f"{wanted:g}",
                factor=cells["faktor"] or "1",
            )
        )
    kind, place = indicator.kind, _place(where, "art")
    divided = kind not in (IndicatorKind.COUNT, IndicatorKind.CHANGE, IndicatorKind.MEAN)
    if divided and indicator.denominator is None:
        faults.append(tr("{where}: “{kind}” needs a denominator.").format(where=place, kind=kind))
    if kind == IndicatorKind.COUNT and indicator.denominator is not None:
        faults.append(tr("{where}: “{kind}” has no denominator.").format(where=place, kind=kind))
    if kind in (IndicatorKind.SHARE, IndicatorKind.QUOTIENT, IndicatorKind.RATE) and not indicator.is_additive:
        faults.append(
            tr("{where}: “{kind}” asks for sums of counts; with value(), measure() or products write {others}.").format(
                where=place, kind=kind, others=f"{IndicatorKind.RATIO}, {IndicatorKind.MEAN}"
            )
        )
    if kind == IndicatorKind.SHARE and indicator.numerator.is_change:
        faults.append(tr("{where}: a change over years is no share of today's denominator.").format(where=place))
    if indicator.numerator.values and kind not in (IndicatorKind.MEAN, IndicatorKind.CHANGE):
        faults.append(
            tr("{where}: value() is as it was delivered, so the kind is “{kind}”.").format(
                where=place, kind=IndicatorKind.MEAN
            )
        )
    return faults


def _factor_of_unit(unit: str) -> float | None:
    """Return the factor that a unit asks for: 100 for %, 1000 for je 1000; None if it asks for none."""
    if unit == PERCENT:
        return 100.0
    match = _PER.fullmatch(unit)
    number = match[1].replace(".", "") if match else ""
    return float(number) if number else None
