"""What a robustness run says of an area and of the whole, in sentences; and the columns it fills."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...fields import Field, Kind
from ...messages import tr
from ...numbers import format_number
from .explain_names import indicator_names
from .explain_text import listed
from .robustness_choices import LEAVE_OUT, choice_title
from .robustness_run import Question, Robust

VARIANTS = Field("varianten", Kind.INTEGER)  # in which the area takes part
CHANGED = Field("wechsel", Kind.INTEGER)  # in how many of them the class is another one
SAME_SHARE = Field("anteil_gleich", Kind.REAL)  # per cent of them with the class of the recipe
MODAL = Field("haeufigste_klasse", Kind.INTEGER)
RANK_LOW = Field("rang_von", Kind.INTEGER)  # 5 % of the variants
RANK_MIDDLE = Field("rang_mitte", Kind.INTEGER)
RANK_HIGH = Field("rang_bis", Kind.INTEGER)  # 95 % of the variants
TRIGGER = Field("ausloeser")  # the choice that alone flips the class most often
SENTENCE = Field("robustheit")
STABLE_SHARE = 95.0
MOST_NAMED = 10


def share_field(number: int) -> Field:
    """Return the column with the per cent of variants in which an area is in a class."""
    return Field(f"anteil_klasse_{number}", Kind.REAL)


def choice_field(name: str) -> Field:
    """Return the column with the per cent of the variants of one choice alone in which the class flips."""
    return Field(f"wechsel_{name}", Kind.REAL)


def trigger_of(found: Robust, row: int) -> str | None:
    """Return the choice that alone flips the class of an area most often, the first of equal ones."""
    shares = {name: found.flips[name][row] / tried for name, tried in found.tried.items()}
    best = max(shares, key=lambda name: shares[name], default=None)
    return best if best is not None and shares[best] > 0 else None


def area_sentence(
    found: Robust, question: Question, row: int, name: str, rank: object, trigger: str | None
) -> str | None:
    """Return what happens to the area in the variants, and which choice alone flips its class."""
    if not found.variants[row]:
        return None
    low, high = format_number(int(found.rank_low[row])), format_number(int(found.rank_high[row]))
    variants = format_number(int(found.variants[row]))
    if rank is None or rank != rank:
        text = tr("{area}: no index by the recipe; where the area takes part, it has rank {low} to {high}.")
        return text.format(area=name, low=low, high=high)
    ranks = tr("Its rank is {rank}, in 90 % of the variants {low} to {high}.")
    ranks = ranks.format(rank=format_number(int(rank)), low=low, high=high)
    if not question.class_[row]:
        return f"{name}: {ranks}"
    text = tr("{area}: class {class_} flips in {flips} of {variants} variants. {ranks}")
    parts = [
        text.format(
            area=name,
            class_=int(question.class_[row]),
            flips=format_number(int(found.changed[row])),
            variants=variants,
            ranks=ranks,
        )
    ]
    if trigger:
        parts.append(_trigger_sentence(found, question, row, trigger))
    return " ".join(parts)


def _trigger_sentence(found: Robust, question: Question, row: int, trigger: str) -> str:
    text = tr("Alone it flips most often by: {choice} ({flips} of {tried}).")
    first = text.format(
        choice=choice_title(trigger),
        flips=format_number(int(found.flips[trigger][row])),
        tried=format_number(found.tried[trigger]),
    )
    if trigger != LEAVE_OUT:
        return first
    other = found.left_out[row]
    names = indicator_names(question.recipe)
    places = [place for place in range(len(names)) if other[place] > 0 and other[place] != question.class_[row]]
    without = tr("without “{name}” class {class_}")
    parts = [without.format(name=names[place], class_=int(other[place])) for place in places[:3]]
    return f"{first} {tr('It would be: {parts}.').format(parts=listed(parts))}"


def summary(frame: pd.DataFrame, found: Robust, stable: int, names: Sequence[str]) -> list[str]:
    """Return the result in sentences, with the areas whose class flips most."""
    classed = frame[frame[CHANGED.name].notna()]
    if classed.empty:
        return [tr("{variants} variants; there are no classes.").format(variants=format_number(found.total))]
    median = float(classed[CHANGED.name].astype(float).median())
    text = tr(
        "{stable} of {count} areas keep their class in at least {share} % of {variants} variants; in the median area "
        "the class flips in {flips}."
    )
    lines = [
        text.format(
            stable=format_number(stable),
            count=format_number(len(classed)),
            share=format_number(STABLE_SHARE),
            variants=format_number(found.total),
            flips=format_number(round(median)),
        )
    ]
    for name, tried in found.tried.items():
        flips = classed[choice_field(name).name].astype(float)
        text = tr("{choice} alone ({tried}): the class of {areas} areas flips, on average in {share} % of the cases.")
        lines.append(
            text.format(
                choice=_upper(choice_title(name)),
                tried=format_number(tried),
                areas=format_number(int((flips > 0).sum())),
                share=format_number(float(flips.mean()), 1),
            )
        )
    worst = classed.assign(order=classed[CHANGED.name].astype(float)).sort_values(
        "order", ascending=False, kind="stable"
    )
    single = tr("{area}: class flips in {flips} of {variants} variants.")
    lines += [
        single.format(
            area=names[row],
            flips=format_number(int(cells[CHANGED.name])),
            variants=format_number(int(cells[VARIANTS.name])),
        )
        for row, cells in worst.head(MOST_NAMED).iterrows()
        if cells[CHANGED.name] > 0
    ]
    return lines


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
