"""The sentences of an update about one file: its columns, areas, symbols, and what became of its Stichtage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from ...fields import AREA, REFERENCE_DATE, VARIABLE
from ...messages import tr
from ...numbers import format_date, format_number
from .recipe import DateKind
from .recipe_changes import AreaChange, area_change, by_area, changed_symbols, last_values, unit_jump
from .recipe_delivery import Delivery
from .recipe_merge import PAIR, Pair
from .recipe_report import Event, UpdateReport

_SHOWN = 5


def listed(names: Sequence[str]) -> str:
    """Return the first names and how many more there are."""
    shown, more = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
    return tr("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown


def note_columns(delivery: Delivery, report: UpdateReport) -> None:
    """Report accepted names, columns that are new, and unread ones that are gone."""
    place = {"file": delivery.name, "recipe": delivery.recipe.name}
    for entry in delivery.accepted:
        report.add(
            Event.ACCEPTED,
            tr("The column “{new}” was read for “{old}”, as you accepted.").format(new=entry.new, old=entry.old),
            column=entry.new,
            **place,
        )
    for head in delivery.comparison.new:
        report.add(
            Event.NEW_COLUMN,
            tr("The column “{column}” is new and was not read. To read it, add it to “merkmale” in the recipe.").format(
                column=head
            ),
            column=head,
            **place,
        )
    for head in delivery.comparison.gone:
        report.add(
            Event.GONE_COLUMN,
            tr("The column “{column}” is no longer in the file. The recipe does not read it.").format(column=head),
            column=head,
            **place,
        )


def note_shape(delivery: Delivery, report: UpdateReport) -> None:
    """Report other symbols, another head, warnings of the import, and rows and cells that were not used."""
    place = {"file": delivery.name, "recipe": delivery.recipe.name}
    seen, facts = delivery.recipe.seen, delivery.reading.facts
    if seen.file:
        new, gone = changed_symbols(seen.symbols, facts.symbols)
        if new:
            report.add(
                Event.SYMBOLS,
                tr("Symbols that the last file did not have: {symbols}. Check the symbol profile “{profile}”.").format(
                    symbols=" ".join(new), profile=delivery.recipe.symbols
                ),
                **place,
            )
        if gone:
            report.add(
                Event.SYMBOLS,
                tr("Symbols of the last file that are no longer there: {symbols}. Does the office mark hidden figures "
                   "in another way now?").format(symbols=" ".join(gone)),
                **place,
            )  # fmt: skip
        if seen.head_rows != facts.shape.head_rows:
            report.add(
                Event.SHAPE,
                tr("The head has {now} rows, in the last file it had {then}.").format(
                    now=facts.shape.head_rows, then=seen.head_rows
                ),
                **place,
            )
    for warning in delivery.reading.warnings:
        report.add(Event.REMARK, warning, **place)
    for row, column, _, finding in delivery.reading.problems.itertuples(index=False):
        report.add(
            Event.UNREADABLE,
            tr("Row {row}, column “{column}”: {finding}.").format(row=row, column=column, finding=finding),
            column=column,
            row=row,
            **place,
        )


def note_dates(delivery: Delivery, table: pd.DataFrame, report: UpdateReport) -> None:
    """Report Stichtage before the last one, and areas that differ from those of the Stichtag before."""
    place = {"file": delivery.name, "recipe": delivery.recipe.name}
    last = max(delivery.recipe.seen.dates, default="")
    for day in delivery.days:
        if day < last and day not in delivery.recipe.seen.dates:
            report.add(
                Event.OLDER,
                tr("The Stichtag {day} is older than the last one, {last}.").format(
                    day=format_date(day), last=format_date(last)
                ),
                day=day,
                **place,
            )
        change = area_change(table, delivery.reading.counts, day)
        if change:
            report.add(Event.AREAS, _area_note(change), day=day, count=len(change.missing) + len(change.new), **place)


def _area_note(change: AreaChange) -> str:
    place = {
        "day": format_date(change.last_day),
        "common": format_number(change.common),
        "missing": format_number(len(change.missing)),
        "new": format_number(len(change.new)),
    }
    if change.other_edition:
        return tr(
            "Most areas are others than on {day} ({common} in both, {missing} only then, {new} only now): does the "
            "file follow another edition of the areas (Gebietsstand)? Do not compare the Stichtage without a key."
        ).format(**place)
    parts = []
    if change.missing:
        text = tr("areas of {day} that are missing: {missing} ({codes})")
        parts.append(text.format(codes=listed(change.missing), **place))
    if change.new:
        text = tr("areas that were not there on {day}: {new} ({codes})")
        parts.append(text.format(codes=listed(change.new), **place))
    return tr("Other areas than before: {changes}.").format(changes="; ".join(parts))


def note_units(delivery: Delivery, pairs: Sequence[Pair], table: pd.DataFrame, report: UpdateReport) -> None:
    """Report variables whose values are about 10, 100 or 1000 times those before, or such a part of them."""
    taken = [pair for pair in pairs if pair.added + pair.replaced]
    before = table[table[VARIABLE.name].isin({pair.variable for pair in taken})].groupby(VARIABLE.name)
    now = delivery.reading.counts.groupby(PAIR)
    for pair in taken:
        if pair.variable not in before.groups:
            continue
        last = last_values(before.get_group(pair.variable), pair.variable, pair.day)
        factor = unit_jump(last, by_area(now.get_group((pair.variable, pair.day))))
        if factor is None or last is None:
            continue
        shown = format_number(factor) if factor > 1 else "1/" + format_number(round(1 / factor))
        report.add(
            Event.UNIT_JUMP,
            tr(
                "The values are about {factor} times those of {day}: has the unit changed (thousands, percent)? They "
                "were taken as delivered; check them before use."
            ).format(factor=shown, day=format_date(last.day)),
            delivery.name,
            delivery.recipe.name,
            variable=pair.variable,
            day=pair.day,
        )


def note_pairs(
    delivery: Delivery, pairs: Sequence[Pair], origin: Mapping[tuple[str, str], str], report: UpdateReport
) -> None:
    """Report what became of each Stichtag; `origin` names the file of this run that added a variable's Stichtag."""
    unchanged = []
    for day in sorted({pair.day for pair in pairs}):
        of_day = [pair for pair in pairs if pair.day == day]
        place = {"file": delivery.name, "recipe": delivery.recipe.name, "day": day}
        _note_added(delivery, of_day, report, place)
        _note_replaced(of_day, report, place)
        kept = [pair for pair in of_day if not pair.replaced and pair.equal + pair.different]
        if any(pair.different for pair in kept):
            _note_changed(delivery, kept, origin, report, place)
        else:
            unchanged += kept
    _note_unchanged(delivery, unchanged, report)


def _note_added(delivery: Delivery, pairs: Sequence[Pair], report: UpdateReport, place: dict[str, str]) -> None:
    added = [pair for pair in pairs if pair.added and not pair.replaced]
    if not added:
        return
    counts = delivery.reading.counts
    areas = counts.loc[counts[REFERENCE_DATE.name] == place["day"], AREA.name].nunique()
    count = sum(pair.added for pair in added)
    report.add(
        Event.NEW,
        tr("Added: {count} values (variables: {variables}, areas: {areas}).").format(
            count=format_number(count), variables=len(added), areas=format_number(areas)
        ),
        count=count,
        **place,
    )


def _note_replaced(pairs: Sequence[Pair], report: UpdateReport, place: dict[str, str]) -> None:
    replaced = [pair for pair in pairs if pair.replaced]
    if not replaced:
        return
    count = sum(pair.replaced for pair in replaced)
    note = tr("Replaced, as you asked: {count} values, {different} of them differ; {added} added.").format(
        count=format_number(count),
        different=format_number(sum(pair.different for pair in replaced)),
        added=format_number(sum(pair.added for pair in replaced)),
    )
    stale = sum(pair.stale for pair in replaced)
    if stale:
        note += " " + tr("{count} old values stay, since the new file does not have their areas.").format(
            count=format_number(stale)
        )
    report.add(Event.REPLACED, note, count=count, **place)


def _note_changed(
    delivery: Delivery,
    kept: Sequence[Pair],
    origin: Mapping[tuple[str, str], str],
    report: UpdateReport,
    place: dict[str, str],
) -> None:
    """Report values of a Stichtag in the table that differ in the file and were not taken."""
    count = sum(pair.equal + pair.different + pair.held_back for pair in kept)
    note = tr(
        "The Stichtag is in the table and stays as it is: {different} of {count} values are others in the file "
        "({variables})."
    ).format(
        different=format_number(sum(pair.different for pair in kept)),
        count=format_number(count),
        variables=listed([pair.variable for pair in kept if pair.different]),
    )
    held_back = sum(pair.held_back for pair in kept)
    if held_back:
        note += " " + tr("{count} values of areas without one so far were not taken either.").format(
            count=format_number(held_back)
        )
    others = sorted({origin[pair.variable, pair.day] for pair in kept if (pair.variable, pair.day) in origin})
    if others:
        note += " " + tr("The values in the table are from {file}, read in this run: keep only one file.").format(
            file=listed(others)
        )
    elif delivery.recipe.date.kind == DateKind.FIXED:
        note += " " + tr(
            "The recipe has a fixed Stichtag. If the file is of another day, write that day into “stichtag.datum”."
        )
    else:
        note += " " + tr("To take the new ones: MODE=replace, REPLACE_DATES={day}.").format(
            day=format_date(place["day"])
        )
    report.add(Event.CHANGED, note, count=count, **place)


def _note_unchanged(delivery: Delivery, pairs: Sequence[Pair], report: UpdateReport) -> None:
    """Report in one line the Stichtage that are in the table with the same values."""
    if not pairs:
        return
    days = sorted({pair.day for pair in pairs})
    count = sum(pair.equal for pair in pairs)
    span = format_date(days[0]) if len(days) == 1 else f"{format_date(days[0])} – {format_date(days[-1])}"
    note = tr("In the table already, unchanged: {count} values (Stichtage: {days}; {span}).").format(
        count=format_number(count), days=len(days), span=span
    )
    day = days[0] if len(days) == 1 else None
    report.add(Event.KEPT, note, delivery.name, delivery.recipe.name, day=day, count=count)
