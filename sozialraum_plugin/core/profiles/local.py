"""Page 4: what the tables beside the indicators say of an area: facilities, survey, actors and measures, notes.

All columns are those that the fields below name; a row of an area without a profile is counted, not printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeVar

import pandas as pd

from ..balance import Balance
from ..errors import InputError
from ..fields import AREA, FLAG, NOTE_KIND, Field, Flag, Kind
from ..messages import tr
from ..numbers import HIDDEN_MARK, MISSING_MARK
from ..publication import HIDING, INTERNAL
from .facilities import facility_kinds, known_name, normal_kind, readable
from .model import Actor, FacilityGroup, Local, SurveyAnswer, SurveyQuestion
from .observations import SMALL_BASE
from .texts import Texts

NAME = Field("name")
QUESTION = Field("frage")
ANSWER = Field("antwort")
SHARE = Field("anteil", Kind.REAL)  # percent
RESPONDENTS = Field("n", Kind.INTEGER)  # who answered the question
TASK = Field("aufgabe")
TEXT = Field("text")
KIND = NOTE_KIND
FACILITIES = (AREA, KIND, NAME)
SURVEY = (AREA, QUESTION, ANSWER, SHARE, RESPONDENTS)
ACTORS = (AREA, KIND, NAME, TASK)
NOTES = (AREA, TEXT)
FEWEST_RESPONDENTS = 30  # as the smallest denominator of a rate
_Row = dict[str, object]
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class LocalTables:
    """The four tables, each with its columns or empty."""

    facilities: pd.DataFrame = field(default_factory=pd.DataFrame)
    survey: pd.DataFrame = field(default_factory=pd.DataFrame)
    actors: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: pd.DataFrame = field(default_factory=pd.DataFrame)


class LocalSections:
    """The sections of all areas, cut by area once. `use` decides about shares of too few respondents."""

    def __init__(self, tables: LocalTables, use: str, texts: Texts) -> None:
        self._rows = {each.name: _by_area(getattr(tables, each.name)) for each in fields(tables)}
        self._hide_few = use != INTERNAL
        self._texts = texts

    def of(self, code: str) -> Local:
        """Return what there is of one area."""
        return Local(
            facilities=_facility_groups(self._rows["facilities"].get(code, []), self._texts.language),
            survey=self._survey(self._rows["survey"].get(code, [])),
            actors=tuple(self._made("actors", code, _actor)),
            notes=tuple(self._made("notes", code, lambda row: _text(row.get(TEXT.name)))),
        )

    def _made(self, name: str, code: str, make: Callable[[_Row], _Made | None]) -> Iterable[_Made]:
        made = (make(row) for row in self._rows[name].get(code, []))
        return (each for each in made if each)

    def _survey(self, rows: Sequence[_Row]) -> tuple[SurveyQuestion, ...]:
        """Return the questions in the order of the table, each with its answers."""
        questions: dict[str, list[_Row]] = {}
        for row in rows:
            if _is_answer(row):
                questions.setdefault(_text(row[QUESTION.name]), []).append(row)
        return tuple(
            SurveyQuestion(question, _respondents(answers), self._answers(answers))
            for question, answers in questions.items()
        )

    def _answers(self, rows: Sequence[_Row]) -> tuple[SurveyAnswer, ...]:
        """Return the answers to one question; decimals are the same for all, none where few answered."""
        shares = [number(row.get(SHARE.name)) for row in rows]
        counts = [number(row.get(RESPONDENTS.name)) for row in rows]
        precise = any(share is not None and share % 1 for share in shares)
        few = any(count is not None and count < SMALL_BASE for count in counts)
        decimals = 1 if precise and not few else 0
        return _protected([self._answer(*each, decimals) for each in zip(rows, shares, counts)])

    def _answer(self, row: _Row, share: float | None, count: float | None, decimals: int) -> SurveyAnswer:
        text = _text(row[ANSWER.name])
        hiding = HIDING | {Flag.INTERNAL} if self._hide_few else HIDING
        too_few = self._hide_few and count is not None and count < FEWEST_RESPONDENTS
        if _text(row.get(FLAG.name)) in hiding or too_few:
            return SurveyAnswer(text, HIDDEN_MARK, None)
        if share is None or not 0 <= share <= 100:
            return SurveyAnswer(text, MISSING_MARK, None)
        return SurveyAnswer(text, self._texts.numbers.percent(share, decimals), share)


def _protected(answers: Sequence[SurveyAnswer]) -> tuple[SurveyAnswer, ...]:
    """Return the answers with a second one hidden where one alone is: it could be told from the rest of 100 %."""
    shown = [answer for answer in answers if answer.share is not None]
    if sum(answer.share_text == HIDDEN_MARK for answer in answers) != 1 or not shown:
        return tuple(answers)
    smallest = min(shown, key=lambda answer: answer.share)
    hidden = SurveyAnswer(smallest.text, HIDDEN_MARK, None)
    return tuple(hidden if answer is smallest else answer for answer in answers)


def local_balance(name: str, table: pd.DataFrame, codes: Iterable[str], is_printed: Callable[[_Row], bool]) -> Balance:
    """Return the account of one of the tables: printed, of areas without a profile, or without any text to print."""
    rows, known = table.to_dict("records"), set(codes)
    there = [row for row in rows if _text(row.get(AREA.name)) in known]
    balance = Balance(name, len(rows))
    printed = sum(map(is_printed, there))
    balance.add(tr("printed"), printed)
    balance.add(tr("without anything to print"), len(there) - printed)
    balance.add(tr("of areas without a profile"), len(rows) - len(there))
    return balance


def survey_balance(table: pd.DataFrame, codes: Iterable[str]) -> Balance:
    """Return the account of the survey rows."""
    return local_balance(tr("survey rows"), table, codes, _is_answer)


def actor_balance(table: pd.DataFrame, codes: Iterable[str]) -> Balance:
    """Return the account of the rows of actors and measures."""
    return local_balance(tr("rows of actors and measures"), table, codes, lambda row: _actor(row) is not None)


def note_balance(table: pd.DataFrame, codes: Iterable[str]) -> Balance:
    """Return the account of the notes."""
    return local_balance(tr("notes"), table, codes, lambda row: bool(_text(row.get(TEXT.name))))


def as_percent(survey: pd.DataFrame) -> pd.DataFrame:
    """Return the survey with shares in percent; one whose shares are all at most 1 gives parts of one.

    Raises InputError naming the row of a share that is neither empty nor a number.
    """
    if SHARE.name not in survey:
        return survey
    shares = survey[SHARE.name].map(number)
    for row, (given, share) in enumerate(zip(survey[SHARE.name], shares), start=1):
        if pd.isna(share) and _text(given) not in ("", HIDDEN_MARK, MISSING_MARK, "-", "."):
            raise InputError(
                tr("SURVEY, row {row}: “{value}” in “anteil” is no number. Write a share such as 45,3.").format(
                    row=row, value=given
                )
            )
    known = pd.to_numeric(shares, errors="coerce").dropna()
    parts_of_one = len(known) > 1 and known.max() <= 1 and (known % 1 != 0).any()
    scaled = shares.map(lambda share: None if share is None or pd.isna(share) else share * (100 if parts_of_one else 1))
    return survey.assign(**{SHARE.name: scaled.astype(object)})


def number(cell: object) -> float | None:
    """Return a cell as a number; a text may have a decimal comma and a percent sign."""
    if cell is None or isinstance(cell, bool) or (not isinstance(cell, str) and pd.isna(cell)):
        return None
    if not isinstance(cell, str):
        return float(cell)
    text = cell.strip().rstrip("%").strip().replace("\u00a0", "")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?|\d+,\d+", text):
        text = text.replace(".", "").replace(",", ".")
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def _facility_groups(rows: Sequence[_Row], language: str) -> tuple[FacilityGroup, ...]:
    """Return the groups of the map's legend in its order, then the other kinds by name."""
    found: dict[str, list[str]] = {}
    groups: dict[str, _Kind] = {}
    lettered = {kind: position for position, group in enumerate(facility_kinds()) for kind in group.kinds}
    for row in rows:
        kind = _facility_kind(_text(row.get(KIND.name)), lettered, language)
        key = kind.name.lower()
        groups.setdefault(key, kind)
        found.setdefault(key, []).append(_text(row.get(NAME.name)))
    return tuple(
        FacilityGroup(groups[key].letter, groups[key].name, len(found[key]), _named(found[key]), groups[key].known)
        for key in sorted(groups, key=lambda key: (groups[key].position, key))
    )


@dataclass(frozen=True)
class _Kind:
    """A kind of facility as printed; `known` tells that its name is ours, not the table's."""

    position: int
    letter: str
    name: str
    known: bool


def _facility_kind(kind: str, lettered: Mapping[str, int], language: str) -> _Kind:
    kinds = facility_kinds()
    position = lettered.get(normal_kind(kind), len(kinds))
    if position < len(kinds):
        return _Kind(position, kinds[position].letter, kinds[position].names[language], True)
    known = known_name(kind, language)
    return _Kind(position, "", known or readable(kind) or MISSING_MARK, bool(known))


def _named(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names in order, one that occurs twice with its count; facilities without a name are only counted."""
    counts = Counter(name for name in names if name)
    return tuple(f"{name} ({counts[name]})" if counts[name] > 1 else name for name in sorted(counts, key=_order))


def _order(name: str) -> list[tuple[int, object]]:
    parts = re.findall(r"\d+|\D+", name.lower())
    return [(0, int(part)) if part.isdigit() else (1, part) for part in parts]


def _actor(row: _Row) -> Actor | None:
    kind, name, task = (_text(row.get(each.name)) for each in (KIND, NAME, TASK))
    return Actor(kind, name, task) if name or task else None


def _is_answer(row: _Row) -> bool:
    return bool(_text(row.get(QUESTION.name)) and _text(row.get(ANSWER.name)))


def _respondents(rows: Sequence[_Row]) -> int | None:
    """Return how many answered, if all rows of the question say the same."""
    counts = {number(row.get(RESPONDENTS.name)) for row in rows}
    only = counts.pop() if len(counts) == 1 else None
    return None if only is None else int(only)


def _by_area(table: pd.DataFrame) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in table.to_dict("records"):
        found.setdefault(_text(row.get(AREA.name)), []).append(row)
    return found


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()
