"""How the keys of a table and the codes of areas find together: what matches, what does not on both sides, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ... import fields
from ...addresses.cells import cell_text
from ...messages import tr
from ...numbers import format_number
from .key_causes import Areas, Cause, Guess, plain_key
from .key_sentences import area_sentence, group_sentence, key_sentence

KEY = fields.Field("schluessel")
ROWS = fields.Field("zeilen", fields.Kind.INTEGER)
KEY_REPORT = (KEY, ROWS, fields.AREA, fields.AREA_NAME, fields.FINDING, fields.NOTE)
KEY_CROSSWALK = (KEY, fields.AREA, fields.FINDING, fields.NOTE)
_EDITION_SHARE = 0.3  # of the keys without an area, from which on they may be those of another edition
_SHORTEST_PARENT = 2
_LEVEL_SHARE = 0.9  # of the keys of one length that must begin with an area's code to be of the level below


@dataclass(frozen=True)
class KeyFinding:
    """One key that matches no area: in how many rows, the cause, and the area it may mean (empty if none)."""

    key: str
    rows: int
    cause: str
    area: str = ""
    edition: str = ""


@dataclass(frozen=True)
class KeyDiagnosis:
    """All that is to be said of two key columns.

    `matched` maps each key that is an area's code to its rows, `unmatched` are the other keys, `without_row` the areas
    without a row, `repeated_areas` the codes that several areas have. `edition_share` tells for each other edition
    which share of all different keys it knows, and `doubtful` counts keys that match although most others belong to
    another edition.
    """

    matched: dict[str, int]
    unmatched: list[KeyFinding]
    without_row: list[str]
    repeated_areas: dict[str, int]
    areas: int
    names: dict[str, str] = field(default_factory=dict)
    edition_share: dict[str, float] = field(default_factory=dict)
    doubtful: int = 0

    @property
    def repeated_keys(self) -> dict[str, int]:
        """Return the keys with more than one row, and how many."""
        every = {**self.matched, **{finding.key: finding.rows for finding in self.unmatched}}
        return {key: rows for key, rows in every.items() if rows > 1}

    @property
    def proposals(self) -> dict[str, str]:
        """Return the keys that match nothing but may mean an area, and that area."""
        return {finding.key: finding.area for finding in self.unmatched if finding.area}

    def sentences(self) -> list[str]:
        """Return the diagnosis for a log: how many match, then one sentence a cause with examples and what to do."""
        total = len(self.matched) + len(self.unmatched)
        result = [
            tr(
                "{matched} of {total} different keys are the code of an area; {lost} areas of {areas} have no row."
            ).format(
                matched=format_number(len(self.matched)),
                total=format_number(total),
                lost=format_number(len(self.without_row)),
                areas=format_number(self.areas),
            )
        ]
        result += self.causes()
        for title, share in self.edition_share.items():
            result.append(
                tr("The edition “{edition}” knows {share} % of the keys, AREAS {own} %.").format(
                    edition=title,
                    share=format_number(100 * share),
                    own=format_number(100 * len(self.matched) / max(1, total)),
                )
            )
        if self.doubtful:
            result.append(
                tr(
                    "{count} keys match, but the others are of another edition, which has these codes too: there they "
                    "may mean other areas. Do not join the table before its edition is certain."
                ).format(count=format_number(self.doubtful))
            )
        if self.repeated_areas:
            code, count = next(iter(self.repeated_areas.items()))
            result.append(
                tr("AREAS: {count} codes are there more than once, such as {code} ({times} times).").format(
                    count=format_number(len(self.repeated_areas)), code=code, times=count
                )
            )
        return result

    def causes(self) -> list[str]:
        """Return one sentence for each cause of keys that match no area, with examples and what to do."""
        result = []
        for cause in dict.fromkeys(finding.cause for finding in self.unmatched):
            group = [finding for finding in self.unmatched if finding.cause == cause]
            result.append(group_sentence(cause, [(finding.key, finding.area) for finding in group], _editions(group)))
        return result

    def table(self) -> pd.DataFrame:
        """Return one line a key and one a code without a row (columns KEY_REPORT), keys that match first."""
        lines = [(key, rows, key, Cause.MATCHED, "") for key, rows in self.matched.items()]
        lines += [
            (finding.key, finding.rows, finding.area, finding.cause, key_sentence(finding.cause, finding.edition))
            for finding in self.unmatched
        ]
        lines += [("", 0, code, Cause.WITHOUT_ROW, area_sentence(Cause.WITHOUT_ROW)) for code in self.without_row]
        lines += [("", 0, code, Cause.AREA_TWICE, area_sentence(Cause.AREA_TWICE)) for code in self.repeated_areas]
        table = pd.DataFrame(
            lines, columns=[KEY.name, ROWS.name, fields.AREA.name, fields.FINDING.name, fields.NOTE.name], dtype=object
        )
        table[fields.AREA_NAME.name] = [self.names.get(code, "") for code in table[fields.AREA.name]]
        return table[[column.name for column in KEY_REPORT]]

    def crosswalk(self) -> pd.DataFrame:
        """Return each key with the area it is or may be (columns KEY_CROSSWALK); others are not in it."""
        table = self.table()
        return table[(table[KEY.name] != "") & (table[fields.AREA.name] != "")][
            [column.name for column in KEY_CROSSWALK]
        ].reset_index(drop=True)


def diagnose(
    keys: Iterable[object],
    areas: Sequence[object],
    names: Sequence[object] | None = None,
    editions: Mapping[str, Iterable[object]] | None = None,
) -> KeyDiagnosis:
    """Compare the keys of a table's rows with the codes of areas.

    `names` are the areas' names, in the order of `areas`; `editions` the codes of other editions by their title.
    """
    counts = Counter(_raw_text(key) for key in keys)
    codes = [_raw_text(code).strip() for code in areas]
    known = Areas(
        codes,
        [cell_text(name) for name in names] if names is not None else [],
        {title: [cell_text(code) for code in of_edition] for title, of_edition in (editions or {}).items()},
    )
    matched = {key: rows for key, rows in counts.items() if key in known.exact}
    guesses = {key: known.guess(key) for key in counts if key not in known.exact}
    _look_at_levels(guesses, known)
    _look_at_editions(guesses, matched, known)
    unmatched = [KeyFinding(key, counts[key], guess.cause, guess.area, guess.edition) for key, guess in guesses.items()]
    repeated = {code: times for code, times in Counter(code for code in codes if code).items() if times > 1}
    without = [code for code in known.codes if code not in matched]
    return KeyDiagnosis(
        matched,
        unmatched,
        without,
        repeated,
        len(known.codes),
        known.name_of,
        _shares(counts, known),
        _doubtful(unmatched, matched, known),
    )


def _raw_text(value: object) -> str:
    """Return a cell as text with its blanks, which may be why it matches nothing."""
    return value if isinstance(value, str) else cell_text(value)


def _editions(group: Sequence[KeyFinding]) -> list[str]:
    return sorted({finding.edition for finding in group if finding.edition})


def _look_at_levels(guesses: dict[str, Guess], areas: Areas) -> None:
    """Find keys of the level above (the beginning of codes) or below (codes with more behind them), in place."""
    unknown = [key for key, guess in guesses.items() if guess.cause == Cause.UNKNOWN and plain_key(key).isdigit()]
    beginnings = Counter(code[:size] for code in areas.codes for size in range(1, len(code)))
    for length in {len(plain_key(key)) for key in unknown}:
        group = {key: plain_key(key) for key in unknown if len(plain_key(key)) == length}
        shorter = [size for size in areas.lengths if size < length]
        inside = {key: _area_before(text, shorter, areas) for key, text in group.items()}
        if shorter and np.mean([bool(area) for area in inside.values()]) >= _LEVEL_SHARE:
            guesses.update({key: Guess(Cause.LOWER, area) for key, area in inside.items() if area})
            continue
        for key, text in group.items():
            if beginnings[text] > 1:
                guesses[key] = Guess(Cause.UPPER)


def _area_before(text: str, lengths: Sequence[int], areas: Areas) -> str:
    return next((text[:size] for size in sorted(lengths, reverse=True) if text[:size] in areas.exact), "")


def _look_at_editions(guesses: dict[str, Guess], matched: Mapping[str, int], areas: Areas) -> None:
    """Take keys that look like the areas' codes and lie under the same parents for another edition, in place.

    That many keys are unknown while as many areas beside them have no row is how a new edition looks; single ones are
    slips.
    """
    shapes = {len(code) for code in areas.codes if code.isdigit()}
    alike = [
        key
        for key, guess in guesses.items()
        if guess.cause == Cause.UNKNOWN and key.strip().isdigit() and len(key.strip()) in shapes
    ]
    parents = {code[:_SHORTEST_PARENT] for code in areas.codes if code not in matched}
    beside = [key for key in alike if key.strip()[:_SHORTEST_PARENT] in parents]
    enough = len(beside) >= max(2, _EDITION_SHARE * (len(guesses) + len(matched)))
    if enough and len(beside) >= _LEVEL_SHARE * len(alike):
        guesses.update({key: Guess(Cause.EDITION) for key in beside})


def _shares(counts: Mapping[str, int], areas: Areas) -> dict[str, float]:
    different = [key for key in counts if key.strip()]
    return {
        title: sum(plain_key(key) in known for key in different) / max(1, len(different))
        for title, known in areas.editions.items()
    }


def _doubtful(unmatched: Sequence[KeyFinding], matched: Mapping[str, int], areas: Areas) -> int:
    """Return how many matching keys another edition knows too, if most of what it is asked for is of that edition."""
    of_edition = [finding for finding in unmatched if finding.cause == Cause.EDITION]
    if len(of_edition) <= len(matched):
        return 0
    known = set().union(*areas.editions.values()) if areas.editions else set(matched)
    return sum(key in known for key in matched)
