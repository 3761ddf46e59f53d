"""The catalogue of indicators: what each is made of, in which unit, with which polarity and exact definition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError, MissingColumnError
from ..messages import tr
from ..paths import resource
from .formula import Formula, parse_formula
from .text_file import cut, decode, delimiter_of

COLUMNS = (
    "code", "thema", "name", "name_en", "zaehler", "nenner", "faktor", "masseinheit", "nachkommastellen", "polaritaet",
    "quelle", "kleinste_ebene", "stichtag", "definition",
)  # fmt: skip
_NEEDED = ("code", "name", "zaehler")
POLARITIES = ("+", "-", "0")
PERCENT = "%"


@dataclass(frozen=True)
class Indicator:
    """One row of the catalogue: value = factor x numerator / denominator; a plain count has no denominator (None)."""

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

    @property
    def variables(self) -> list[str]:
        """Return the names of all variables it needs."""
        formulas = [self.numerator] + ([self.denominator] if self.denominator else [])
        return list(dict.fromkeys(variable for formula in formulas for variable in formula.variables))

    @property
    def is_share(self) -> bool:
        """Tell whether the numerator is a part of the denominator, so that the rest is a count of its own."""
        return self.denominator is not None and self.unit == PERCENT and not self.numerator.has_lag


def shipped_catalogue() -> list[Indicator]:
    """Return the catalogue of resources/indicators/catalogue.csv."""
    return read_catalogue(resource("indicators", "catalogue.csv"))


def read_catalogue(path: Path) -> list[Indicator]:
    """Return the indicators of a catalogue file (CSV in the format of the shipped one).

    Raises InputError (no such file, formula, number, polarity, a code twice) and MissingColumnError.
    """
    if not path.is_file():
        raise InputError(tr("CATALOGUE: the file {file} does not exist.").format(file=path))
    text, _ = decode(path.read_bytes())
    grid = cut(text, delimiter_of(text))
    head = grid.rows[0] if grid.rows else []
    for column in _NEEDED:
        if column not in head:
            raise MissingColumnError(column, path.name, head)
    indicators: dict[str, Indicator] = {}
    for row, number in zip(grid.rows[1:], grid.numbers[1:]):
        if not any(row):
            continue
        where = tr("{file}, row {row}").format(file=path.name, row=number)
        indicator = _indicator({**dict.fromkeys(COLUMNS, ""), **dict(zip(head, row))}, where)
        if indicator.code in indicators:
            raise InputError(tr("{where}: the code {code} is there twice.").format(where=where, code=indicator.code))
        indicators[indicator.code] = indicator
    return list(indicators.values())


def _indicator(cells: dict[str, str], where: str) -> Indicator:
    if not cells["code"]:
        raise InputError(tr("{where}: the code is empty.").format(where=where))
    polarity = cells["polaritaet"] or "0"
    if polarity not in POLARITIES:
        raise InputError(
            tr("{where}: the polarity “{polarity}” is none of +, -, 0.").format(where=where, polarity=polarity)
        )
    return Indicator(
        cells["code"],
        cells["thema"],
        cells["name"],
        cells["name_en"] or cells["name"],
        parse_formula(cells["zaehler"], where),
        parse_formula(cells["nenner"], where) if cells["nenner"] else None,
        _number(cells["faktor"] or "1", where, "faktor"),
        cells["masseinheit"],
        int(_number(cells["nachkommastellen"] or "1", where, "nachkommastellen")),
        polarity,
        cells["quelle"],
        cells["kleinste_ebene"],
        cells["stichtag"],
        cells["definition"],
    )


def _number(text: str, where: str, column: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError as error:
        raise InputError(
            tr("{where}: “{text}” in the column “{column}” is no number.").format(where=where, text=text, column=column)
        ) from error


def merge(shipped: Sequence[Indicator], own: Sequence[Indicator]) -> list[Indicator]:
    """Return the shipped catalogue with the user's own rows; an own row replaces the shipped one of its code."""
    merged = {indicator.code: indicator for indicator in shipped}
    merged.update({indicator.code: indicator for indicator in own})
    return list(merged.values())


def select(catalogue: Sequence[Indicator], wanted: Sequence[str]) -> list[Indicator]:
    """Return the indicators with the wanted codes or themes, in the order of the catalogue; none wanted is all.

    Raises InputError for the first that is neither code nor theme.
    """
    if not wanted:
        return list(catalogue)
    known = {indicator.code for indicator in catalogue} | {indicator.theme for indicator in catalogue}
    for entry in wanted:
        if entry not in known:
            raise InputError(
                tr("INDICATORS: “{entry}” is neither a code nor a theme of the catalogue. It has: {known}.").format(
                    entry=entry, known=", ".join(indicator.code for indicator in catalogue)
                )
            )
    return [indicator for indicator in catalogue if indicator.code in wanted or indicator.theme in wanted]
