"""Counts of an office's table summed at the addresses its rows found, with the account of what found none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .. import fields
from ..balance import Balance
from ..messages import tr
from .candidates import candidates
from .house_numbers import NumberProblem
from .matching import MatchClass, Matches, MatchProblem
from .problems import sentence

REPORT_FIELDS = (
    fields.ROW, fields.REASON, fields.NOTE, fields.ADDRESS_TEXT, fields.CANDIDATES, fields.POPULATION,
)  # fmt: skip
_PROBLEMS = (
    MatchProblem.STREET_UNKNOWN, MatchProblem.STREET_AMBIGUOUS, MatchProblem.CONTRADICTION,
    MatchProblem.NUMBER_UNKNOWN, MatchProblem.ADDRESS_AMBIGUOUS, NumberProblem.EMPTY, NumberProblem.EXCEL_DATE,
    NumberProblem.REVERSED, NumberProblem.UNREADABLE,
)  # fmt: skip


def match_sentence(problem: str) -> str:
    """Return what a code of `MatchProblem` or `NumberProblem` means and what to do."""
    own = {
        MatchProblem.STREET_UNKNOWN: tr("The street is not in the address list. Check its spelling or key."),
        MatchProblem.STREET_AMBIGUOUS: tr(
            "Several streets have this name. Give the street key, postcode, district or commune."
        ),
        MatchProblem.CONTRADICTION: tr(
            "Street name, street key, postcode, district and commune do not fit together in the address list."
        ),
        MatchProblem.NUMBER_UNKNOWN: tr("The street has no such house number."),
        MatchProblem.ADDRESS_AMBIGUOUS: tr("Several addresses fit. Give the postcode, district or commune."),
    }
    return own[problem] if problem in own else sentence(problem)


@dataclass(frozen=True)
class JoinBalance:
    """The account of rows and, if a population is counted, of inhabitants."""

    rows: Balance
    inhabitants: Balance


def sums_at_addresses(matches: Matches, counts: pd.DataFrame, addresses: int) -> pd.DataFrame:
    """Return the sum of each column of `counts` (one row for each row of the table) at each of the addresses."""
    found = matches.address >= 0
    at = matches.address[found]
    # Whole numbers stay exact: np.bincount would go through floats.
    sums = {name: np.zeros(addresses, dtype=np.int64) for name in counts.columns}
    for name, total in sums.items():
        np.add.at(total, at, counts[name].to_numpy(np.int64)[found])
    return pd.DataFrame(sums)


def join_balance(matches: Matches, population: np.ndarray) -> JoinBalance:
    """Return the account of all rows and of all their inhabitants, by match class and problem."""
    rows = Balance(tr("rows of the table"), len(matches.address))
    inhabitants = Balance(tr("inhabitants"), int(population.sum()))
    labels = {MatchClass.EXACT: tr("matched exactly"), MatchClass.NORMALISED: tr("matched by normal form")}
    for code, label in labels.items():
        mask = matches.match_class == code
        rows.add(label, int(mask.sum()))
        inhabitants.add(label, int(population[mask].sum()))
    for problem in _PROBLEMS:
        mask = matches.problem == problem
        label = tr("without address: {reason}").format(reason=match_sentence(problem))
        rows.add(label, int(mask.sum()))
        inhabitants.add(label, int(population[mask].sum()))
    return JoinBalance(rows, inhabitants)


def unmatched_report(
    rows: pd.DataFrame, addresses: pd.DataFrame, matches: Matches, population: np.ndarray
) -> pd.DataFrame:
    """Return the rows that found no address (columns of REPORT_FIELDS), with the best candidates."""
    left = np.flatnonzero(matches.address < 0)
    part = Matches(matches.address[left], matches.match_class[left], matches.problem[left], matches.street[left])
    asked = rows.iloc[left].reset_index(drop=True)
    columns = [
        left + 1,
        part.problem,
        [match_sentence(problem) for problem in part.problem],
        asked["text"].to_numpy(),
        candidates(asked, addresses, part),
        population[left],
    ]
    return pd.DataFrame({field.name: column for field, column in zip(REPORT_FIELDS, columns)})
