"""What the report says of street sections: sides without addresses, repeated numbers, sides in several areas."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .. import fields
from ..balance import Balance
from ..messages import tr
from ..numbers import format_number
from .section_addresses import AREA_CODE, SIDE_ROW
from .section_sides import LEFT, PROBLEM, ROAD_SIDE, SECTION, SideProblem

SIDE_OF_ROAD = fields.Field("strassenseite")  # as a word: links, rechts
BEYOND = fields.Field("abstand", fields.Kind.REAL)  # metres by which a side reaches into other areas
REPORT_FIELDS = (
    fields.ROW, fields.SOURCE_ID, fields.STREET_KEY, fields.STREET, SIDE_OF_ROAD, fields.NUMBERS, fields.REASON,
    fields.ADDRESS_COUNT, BEYOND, fields.NOTE,
)  # fmt: skip
_OF_SECTION = (SideProblem.NO_STREET, SideProblem.NO_LINE)


class SectionFinding:
    """Kinds of lines beside those of SideProblem; these sides have their addresses."""

    REPEATED = "nummer_mehrfach"
    REPEATED_APART = "nummer_mehrfach_verschiedene_gebiete"
    SEVERAL_AREAS = "mehrere_gebiete"
    NEAR_BORDER = "mehrere_gebiete_knapp"  # by less than the tolerance


def sentence(problem: str) -> str:
    """Return what is the matter with a side without addresses and what to do."""
    return {
        SideProblem.NO_STREET: tr("Neither street name nor street key: enter one of them."),
        SideProblem.NO_LINE: tr("The section has no line, or one of no length: draw it."),
        SideProblem.EMPTY: tr("Neither side of the section has house numbers."),
        SideProblem.ZERO: tr("First and last number are 0: the side has no house numbers."),
        SideProblem.HALF: tr("One end of the range is missing or 0: enter first and last number."),
        SideProblem.UNREADABLE: tr("The first or last number cannot be read: enter one number, such as 12 or 12a."),
        SideProblem.PARITY: tr(
            "One end is even, the other odd, so the numbers between are not known: correct the range, or run again "
            "with consecutive numbers if the side is numbered through."
        ),
        SideProblem.TOO_MANY: tr("The range has more numbers than a section is believed to have: check its ends."),
    }[problem]


def outcome(problem: str) -> str:
    """Return the line of the balance for sides with this problem."""
    return {
        SideProblem.NONE: tr("with addresses"),
        SideProblem.NO_STREET: tr("without street"),
        SideProblem.NO_LINE: tr("without a line"),
        SideProblem.EMPTY: tr("without house numbers"),
        SideProblem.ZERO: tr("without house numbers (0 to 0)"),
        SideProblem.HALF: tr("with only one end of the range"),
        SideProblem.UNREADABLE: tr("with an unreadable number"),
        SideProblem.PARITY: tr("with ends of different parity"),
        SideProblem.TOO_MANY: tr("with too many numbers"),
    }[problem]


def side_balance(sides: pd.DataFrame) -> Balance:
    """Return the account of all sides."""
    balance = Balance(tr("sides of street sections"), len(sides))
    for problem, count in sides[PROBLEM].value_counts(sort=False).items():
        balance.add(outcome(str(problem)), int(count))
    return balance


def side_lines(sections: pd.DataFrame, sides: pd.DataFrame) -> pd.DataFrame:
    """Return the lines (REPORT_FIELDS) for sides without addresses; one line where it is the matter of the section.

    A side without numbers is worth a line only where the whole section has none and no other line.
    """
    problem = sides[PROBLEM]
    of_section = problem.isin(_OF_SECTION)
    silent = (problem == SideProblem.EMPTY).groupby(sides[SECTION]).transform("all")
    whole = of_section | silent
    told = (problem != SideProblem.NONE) & (problem != SideProblem.EMPTY) | silent
    told &= ~whole | (sides[ROAD_SIDE] == LEFT)
    lines = _lines(sections, sides[told], problem[told], problem[told].map(sentence), 0)
    lines.loc[whole[told].to_numpy(), [SIDE_OF_ROAD.name, fields.NUMBERS.name]] = ""
    return lines


def repeated_lines(
    sections: pd.DataFrame, sides: pd.DataFrame, addresses: pd.DataFrame, first: np.ndarray
) -> pd.DataFrame:
    """Return a line for each pair of sides that give the same numbers, and for those in different areas apart.

    `first` (n,): see `section_addresses.repeated`. `addresses` has AREA_CODE, empty where it is not known.
    """
    again = addresses[first >= 0]
    earlier = addresses.loc[first[first >= 0]].set_index(again.index)
    columns = [again[SIDE_ROW], earlier[SIDE_ROW], again[AREA_CODE], earlier[AREA_CODE]]
    found = _written(again).groupby(columns, sort=True).agg(list)
    found.index.names = ["row", "other", "here", "there"]
    found = found.rename("numbers").reset_index()
    apart = found["here"] != found["there"]
    found["kind"] = np.where(apart, SectionFinding.REPEATED_APART, SectionFinding.REPEATED)
    notes = [
        _repeated_note(numbers, sections.iloc[sides.at[other, SECTION]], sides.at[other, ROAD_SIDE], here, there)
        for _row, other, here, there, numbers in found[["row", "other", "here", "there", "numbers"]].to_numpy().tolist()
    ]
    return _lines(sections, sides.loc[found["row"]], found["kind"], pd.Series(notes, dtype=object),
                  found["numbers"].map(len))  # fmt: skip


def _repeated_note(numbers: list[str], other: pd.Series, side: str, here: str, there: str) -> str:
    place = {
        "numbers": ", ".join(numbers) if len(numbers) <= 5 else f"{numbers[0]} … {numbers[-1]}",
        "section": other[fields.SOURCE_ID.name],
        "row": other.name + 1,
        "side": side_word(side),
    }
    if here == there:
        return tr("{numbers} also on section {section} (row {row}, {side}): check both ranges.").format(**place)
    return tr(
        "{numbers} also on section {section} (row {row}, {side}), there in area {there}, here in {here}: check both "
        "ranges."
    ).format(**place, here=here or tr("outside"), there=there or tr("outside"))


def several_areas_lines(
    sections: pd.DataFrame, sides: pd.DataFrame, addresses: pd.DataFrame, beyond: pd.Series, tolerance: float
) -> pd.DataFrame:
    """Return a line for each side whose addresses lie in several areas, with the numbers in each.

    `beyond` has the metres to the main area for the addresses that lie in another, see `section_addresses.strays`.
    """
    reach = beyond.groupby(addresses.loc[beyond.index, SIDE_ROW]).max()
    members = addresses[addresses[SIDE_ROW].isin(reach.index)]
    areas = [_areas_text(part) for _row, part in members.groupby(SIDE_ROW, sort=True)]
    near = (reach <= tolerance).to_numpy()
    notes = [_areas_note(text, fine, metres) for text, fine, metres in zip(areas, near, reach)]
    kinds = np.where(near, SectionFinding.NEAR_BORDER, SectionFinding.SEVERAL_AREAS).astype(object)
    count = members.groupby(SIDE_ROW, sort=True).size()
    lines = _lines(sections, sides.loc[reach.index], pd.Series(kinds), pd.Series(notes, dtype=object), count)
    return lines.assign(**{BEYOND.name: reach.round(1).to_numpy()})


def _areas_text(members: pd.DataFrame) -> str:
    """Return the areas of the addresses of one side in their order: 40310 (1–9), 40309 (11)."""
    run = (members[AREA_CODE] != members[AREA_CODE].shift()).cumsum()
    parts = []
    for _number, part in members.assign(number=_written(members)).groupby(run, sort=False):
        first, last = part["number"].iloc[0], part["number"].iloc[-1]
        area = part[AREA_CODE].iloc[0] or tr("outside")
        parts.append(f"{area} ({first})" if first == last else f"{area} ({first}–{last})")
    return ", ".join(parts)


def _areas_note(areas: str, near: bool, metres: float) -> str:
    if near:
        return tr(
            "The side lies in several areas, but by {metres} m at most, which may be inaccuracy of line or border: "
            "{areas}."
        ).format(areas=areas, metres=format_number(metres, 1))
    return tr(
        "The side lies in several areas: {areas}. Where one ends between the numbers is only estimated from the "
        "length of the section: check the numbers at the border."
    ).format(areas=areas)


def _written(addresses: pd.DataFrame) -> pd.Series:
    return addresses[fields.HOUSE_NUMBER.name].astype(str) + addresses[fields.SUFFIX.name].astype(str)


def side_word(side: str) -> str:
    """Return the side as a word."""
    return tr("left") if side == LEFT else tr("right")


def _lines(
    sections: pd.DataFrame, sides: pd.DataFrame, kind: pd.Series, note: pd.Series, count: pd.Series | int
) -> pd.DataFrame:
    """Return lines for some rows of sides; `kind`, `note` and `count` in their order."""
    section = sections.iloc[sides[SECTION].to_numpy()]
    columns = {
        fields.ROW: section.index + 1,
        fields.SOURCE_ID: section[fields.SOURCE_ID.name].to_numpy(),
        fields.STREET_KEY: section[fields.STREET_KEY.name].to_numpy(),
        fields.STREET: section[fields.STREET.name].to_numpy(),
        SIDE_OF_ROAD: sides[ROAD_SIDE].map(side_word).to_numpy(),
        fields.NUMBERS: sides["written"].to_numpy(),
        fields.REASON: kind.to_numpy(),
        fields.ADDRESS_COUNT: count if isinstance(count, int) else count.to_numpy(),
        BEYOND: np.nan,
        fields.NOTE: note.to_numpy(),
    }
    return pd.DataFrame({field.name: values for field, values in columns.items()}, index=range(len(sides)))
