"""What comes out of address matching: the account of the rows and the report of those without an address."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingFeedback

from ...core import fields
from ...core.addresses.candidates import candidates
from ...core.addresses.matching import MatchClass, Matches
from ...core.addresses.street_search import Found
from ...core.balance import Balance
from ...core.messages import tr
from ..algorithm import log_balance


def match_report(rows: pd.DataFrame, addresses: pd.DataFrame, matches: Matches) -> pd.DataFrame:
    """Return one line for each of the rows without an address; both tables are results of `comparable`."""
    lost = np.flatnonzero(matches.address < 0)
    left = Matches(matches.address[lost], matches.match_class[lost], matches.problem[lost], matches.street[lost])
    open_rows = rows.iloc[lost].reset_index(drop=True)
    return pd.DataFrame(
        {
            fields.ROW.name: lost + 1,
            fields.REASON.name: left.problem,
            fields.ADDRESS_TEXT.name: open_rows["text"].to_numpy(),
            fields.CANDIDATES.name: candidates(open_rows, addresses, left) if len(lost) else [],
        }
    )


def log_matches(found: Found, feedback: QgsProcessingFeedback) -> None:
    """Write into the log how many rows found their address in which way."""
    labels = {
        MatchClass.EXACT: tr("found exactly"),
        MatchClass.NORMALISED: tr("found by the normal form of the street's name"),
        MatchClass.CORRECTED: tr("found with the street's spelling corrected"),
        MatchClass.RANGE: tr("found by a range of house numbers"),
        MatchClass.NEAREST: tr("placed at the nearest house number"),
        MatchClass.AMBIGUOUS: tr("not placed: several addresses fit"),
        MatchClass.NO_MATCH: tr("not placed: no address fits"),
    }
    balance = Balance(tr("rows of the table"), len(found.score))
    for kind, label in labels.items():
        balance.add(label, int((found.matches.match_class == kind).sum()))
    log_balance(feedback, balance)
