"""Columns that are missing and may have a new name: proposals by name and by values, never taken unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ...messages import tr
from ...numbers import format_date, format_number
from .recipe_names import name_similarity

_LIKE_NAME = 0.7
_LIKE_VALUES = 0.85
_UNLIKE_VALUES = 0.5
_CLEAR_LEAD = 0.1
_ENOUGH_AREAS = 5
_SHOWN = 3


@dataclass(frozen=True)
class LastValues:
    """The values of a variable by area at its last Stichtag (ISO) in the table."""

    day: str
    values: pd.Series


@dataclass(frozen=True)
class Candidate:
    """A new column that may be a missing one: likeness of name and of values (None: cannot be compared), 0 to 1."""

    head: str
    name: float
    values: float | None

    @property
    def score(self) -> float:
        """The likeness in one number: name and values count alike."""
        return self.name if self.values is None else (self.name + self.values) / 2

    @property
    def likely(self) -> bool:
        """Tell whether the column is worth a proposal."""
        if self.values is None:
            return self.name >= _LIKE_NAME
        return self.values >= _LIKE_VALUES or (self.name >= _LIKE_NAME and self.values >= _UNLIKE_VALUES)


@dataclass(frozen=True)
class Proposal:
    """What may have become of a missing column: the likely columns, the best first.

    `contested` says that another missing column has as good a claim to the best one.
    """

    old: str
    candidates: Sequence[Candidate]
    last: LastValues | None = None
    contested: bool = False

    @property
    def best(self) -> str:
        """The one column that clearly leads; an empty text if there is none or several are alike."""
        if not self.candidates or self.contested:
            return ""
        first, *others = self.candidates
        clear = all(first.score - other.score >= _CLEAR_LEAD for other in others)
        return first.head if clear else ""

    def reason(self) -> str:
        """Return in a sentence what speaks for the candidates."""
        return "; ".join(self._reason(candidate) for candidate in self.candidates[:_SHOWN])

    def _reason(self, candidate: Candidate) -> str:
        name = format_number(100 * candidate.name)
        if candidate.values is None or self.last is None:
            return tr("“{column}”: name {name} % alike, values not compared").format(column=candidate.head, name=name)
        return tr("“{column}”: name {name} % alike, values {values} % alike those of {date}").format(
            column=candidate.head,
            name=name,
            values=format_number(100 * candidate.values),
            date=format_date(self.last.day),
        )


def propose(
    missing: Sequence[str],
    columns: Mapping[str, pd.Series | None],
    last: Mapping[str, LastValues],
) -> list[Proposal]:
    """Return one proposal a missing head.

    `columns` holds the free columns of the file with their values by area (None: no numbers), `last` the last values
    by missing head. A column that leads for two missing heads is proposed for neither.
    """
    found = [_proposal(old, columns, last.get(old)) for old in missing]
    best = [proposal.best for proposal in found if proposal.best]
    return [replace(proposal, contested=best.count(proposal.best) > 1) for proposal in found]


def _proposal(old: str, columns: Mapping[str, pd.Series | None], last: LastValues | None) -> Proposal:
    candidates = [
        Candidate(head, name_similarity(old, head), value_similarity(last, values)) for head, values in columns.items()
    ]
    likely = sorted((one for one in candidates if one.likely), key=lambda one: (-one.score, one.head))
    return Proposal(old, likely, last)


def value_similarity(last: LastValues | None, values: pd.Series | None) -> float | None:
    """Return how alike two years of counts are over the areas that both have; None for fewer than five areas.

    1 - sum |a - b| / sum (a + b): the complement of Bray and Curtis (1957), 1 for equal counts, 0 for none in common.
    """
    if last is None or values is None:
        return None
    both = pd.concat([last.values, values], axis=1, join="inner").dropna()
    total = float(both.abs().to_numpy().sum())
    if len(both) < _ENOUGH_AREAS or total == 0:
        return None
    return 1 - float((both.iloc[:, 0] - both.iloc[:, 1]).abs().sum()) / total
