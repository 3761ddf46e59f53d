"""All recipes over the files of a folder: what is new goes into the table of counts, all else into the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ...balance import Balance
from ...errors import InputError
from ...messages import tr
from .recipe import Recipe
from .recipe_accept import Accepted, Suggestion, accept_text
from .recipe_columns import compare_columns
from .recipe_delivery import Delivery, Opened, Reader, recipe_of_file, stichtag_of, with_accepted
from .recipe_learning import seen_of
from .recipe_matching import name_candidates, recipe_for
from .recipe_merge import Merge, merge_counts
from .recipe_missing import note_missing
from .recipe_notes import listed, note_columns, note_dates, note_pairs, note_shape, note_units
from .recipe_report import Event, UpdateReport


@dataclass
class Update:
    """The state of an update: `table` is the table of counts so far, then with what was added.

    `replace_days` holds the Stichtage (ISO) that may be overwritten, by recipe (an empty name: by any). `rows` accounts
    for the rows of all files, `values` for all counts.
    """

    recipes: dict[str, Recipe]
    table: pd.DataFrame
    accepted: Sequence[Accepted]
    replace_days: Mapping[str, set[str]]
    reader: Reader
    report: UpdateReport = field(default_factory=UpdateReport)
    suggestions: list[Suggestion] = field(default_factory=list)
    rows: Balance = field(default_factory=lambda: Balance(tr("rows of all files"), 0))
    values: Balance = field(default_factory=lambda: Balance(tr("counts"), 0))
    taken: list[str] = field(default_factory=list)
    added: int = 0
    replaced: int = 0
    _seen: dict[tuple[str, str], str] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _replaced: set[tuple[str, str]] = field(default_factory=set)
    _origin: dict[tuple[str, str], str] = field(default_factory=dict)
    _wishes_met: set[Accepted] = field(default_factory=set)

    def run(self, files: Sequence[tuple[str, Path]], poll: Callable[[float], None]) -> None:
        """Do it for files (name in the report and path); `poll` gets the share that is done and may raise."""
        before = len(self.table)
        deliveries = []
        for number, (name, path) in enumerate(files):
            poll(0.7 * number / max(1, len(files)))
            found = self._delivery(name, path)
            if found is not None:
                deliveries.append(found)
        deliveries.sort(key=lambda one: (one.days, one.recipe.name, one.name))
        for number, delivery in enumerate(deliveries):
            poll(0.7 + 0.3 * number / max(1, len(deliveries)))
            self._take(delivery)
        self._account_for_table(before)
        self._note_unused()
        self._note_without_file()

    # -- one file -----------------------------------------------------------------------------------------------------
    def _delivery(self, name: str, path: Path) -> Delivery | None:
        """Return a file as read by its recipe; None, and a line in the report, if it cannot be taken."""
        recipe = self._recipe(name, path)
        if recipe is None:
            return None
        self._used.add(recipe.name)
        opened = self._opened(name, path, recipe)
        if opened is None:
            return None
        twin = self._seen.setdefault((recipe.name, opened.shape.fingerprint), name)
        if twin != name:
            note = tr("The file has the same content as {other}; it was not read a second time.").format(other=twin)
            self.report.add(Event.TWICE, note, name, recipe.name)
            return self._not_taken(opened)
        recipe, accepted = with_accepted(recipe, opened.shape.names, self.accepted)
        self._wishes_met.update(accepted)
        comparison = compare_columns(opened.shape.names, recipe)
        keyless = bool(recipe.key and comparison.key is None) or bool(recipe.date.column and comparison.date is None)
        if keyless or not comparison.present:
            note_missing(self, name, path, recipe, opened, comparison)
            note = tr(
                "The file was not taken: its key, its Stichtag or all its columns of counts are not found. It has the "
                "columns {columns}."
            ).format(columns=listed([f"“{head}”" for head in opened.shape.names]))
            self.report.add(Event.FAILED, note, name, recipe.name)
            return self._not_taken(opened)
        try:
            day = stichtag_of(recipe, path.name)
            reading = self.reader.read(path, opened, recipe, comparison.present, day)
        except InputError as error:
            self.report.add(Event.FAILED, str(error), name, recipe.name)
            return self._not_taken(opened)
        return Delivery(name, path, recipe, opened, comparison, accepted, reading)

    def _recipe(self, name: str, path: Path) -> Recipe | None:
        """Return the recipe for a file: named by the user, else the one whose pattern fits best."""
        named = [entry for entry in self.accepted if entry.is_file and entry.new in (name, path.name)]
        if named:
            self._wishes_met.update(named)
            return recipe_of_file(self.recipes[named[0].recipe], path.name)
        found = recipe_for(path.name, self.recipes)
        if len(found) == 1:
            return self.recipes[found[0]]
        if found:
            note = tr("Several recipes fit the name: {recipes}. Make “datei.muster” in one of them more exact.").format(
                recipes=listed(found)
            )
        else:
            note = name_candidates(name, path, self.recipes, self.reader)
        self.report.add(Event.WITHOUT_RECIPE, note, name)
        return None

    def _opened(self, name: str, path: Path, recipe: Recipe) -> Opened | None:
        try:
            return self.reader.open(path, recipe)
        except InputError as error:
            self.report.add(Event.FAILED, str(error), name, recipe.name)
            return None

    def _not_taken(self, opened: Opened) -> None:
        self.rows.total += opened.rows
        self.rows.add(tr("rows of files that were not taken (see the report)"), opened.rows)

    # -- into the table -----------------------------------------------------------------------------------------------
    def _take(self, delivery: Delivery) -> None:
        """Put the counts of a file into the table, and say so."""
        merge = merge_counts(self.table, delivery.reading.counts, self._days_to_replace(delivery))
        self._account(delivery, merge)
        known = delivery.recipe.knows(delivery.opened.shape.fingerprint)
        if known and not any(pair.added + pair.different for pair in merge.pairs):
            note = tr("The file is the same as {other}, which was taken before; nothing changes.").format(other=known)
            self.report.add(Event.TWICE, note, delivery.name, delivery.recipe.name)
            return
        self._note(delivery, merge)
        for pair in merge.pairs:
            if pair.replaced:
                self._replaced.add((delivery.recipe.name, pair.day))
            if pair.added + pair.replaced:
                self._origin.setdefault((pair.variable, pair.day), delivery.name)
        if any(pair.added + pair.replaced + pair.equal for pair in merge.pairs):
            self._learn(delivery)
        if any(pair.added + pair.replaced for pair in merge.pairs):
            self.taken.append(delivery.name)
        self.added += sum(pair.added for pair in merge.pairs)
        self.replaced += sum(pair.replaced for pair in merge.pairs)
        self.table = merge.table

    def _days_to_replace(self, delivery: Delivery) -> set[str]:
        """Return the Stichtage that this file may overwrite: those asked for, if no file of this run did already."""
        name = delivery.recipe.name
        asked = {*self.replace_days.get("", ()), *self.replace_days.get(name, ())}
        return {day for day in asked if (name, day) not in self._replaced}

    def _note(self, delivery: Delivery, merge: Merge) -> None:
        note_columns(delivery, self.report)
        note_missing(self, delivery.name, delivery.path, delivery.recipe, delivery.opened, delivery.comparison)
        note_shape(delivery, self.report)
        note_dates(delivery, self.table, self.report)
        note_units(delivery, merge.pairs, self.table, self.report)
        note_pairs(delivery, merge.pairs, self._origin, self.report)
        if len(merge.contradictory):
            areas = sorted(set(merge.contradictory["gebiet"]))
            note = tr(
                "{count} values were not taken: the file has areas twice with different values ({codes})."
            ).format(count=len(merge.contradictory), codes=listed(areas))
            self.report.add(Event.FAILED, note, delivery.name, delivery.recipe.name, count=len(merge.contradictory))

    def _account(self, delivery: Delivery, merge: Merge) -> None:
        """Book the rows and the values of a file."""
        self.rows.total += delivery.reading.rows.total
        for outcome, count in delivery.reading.rows.outcomes.items():
            self.rows.add(outcome, count)
        self.values.total += len(delivery.reading.counts)
        self.values.add(tr("new, added"), sum(pair.added for pair in merge.pairs))
        self.values.add(tr("new, in place of old ones"), sum(pair.replaced for pair in merge.pairs))
        kept = sum(pair.equal + pair.different - pair.replaced + pair.held_back for pair in merge.pairs)
        self.values.add(tr("not taken, since their Stichtag is in the table"), kept)
        self.values.add(tr("repetitions with the same value"), merge.repeated)
        self.values.add(tr("contradictory within a file, not taken"), len(merge.contradictory))

    def _learn(self, delivery: Delivery) -> None:
        """Keep the accepted heads and the shape of the file in the recipe."""
        name = delivery.recipe.name
        recipe = self.recipes[name]
        for entry in delivery.accepted:
            recipe = recipe.with_column(entry.old, entry.new)
        seen = seen_of(delivery.path.name, delivery.reading.facts, delivery.reading.counts)
        self.recipes[name] = recipe if recipe.knows(seen.fingerprint) else recipe.with_taken(seen)

    def _account_for_table(self, before: int) -> None:
        """Put what became of the table's `before` values at the head of the account."""
        account = Balance(self.values.subject, self.values.total + before)
        account.add(tr("in the table so far, kept"), before - self.replaced)
        account.add(tr("in the table so far, replaced"), self.replaced)
        account.outcomes.update(self.values.outcomes)
        self.values = account

    def _note_unused(self) -> None:
        for entry in self.accepted:
            if entry not in self._wishes_met:
                note = tr("Not needed: ACCEPT=“{accept}”; no file lacks the old column and has the new one.").format(
                    accept=accept_text(entry.recipe, entry.old, entry.new)
                )
                self.report.add(Event.REMARK, note, recipe=entry.recipe, column=entry.new)

    def _note_without_file(self) -> None:
        for name in sorted(set(self.recipes) - self._used):
            recipe = self.recipes[name]
            note = tr("No file of the folder fits the name “{pattern}”.").format(pattern=recipe.file_pattern)
            if recipe.seen.file:
                note += " " + tr("The last one was {file}.").format(file=recipe.seen.file)
            self.report.add(Event.WITHOUT_FILE, note, recipe=name)
