"""Cases without an area, by street and reason only: no number, no row, no name."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ... import fields
from ...messages import tr

CASES = fields.Field("faelle", fields.Kind.INTEGER)
CASE_REPORT = (fields.STREET, CASES, fields.REASON, fields.NOTE)
_FEWEST = 3  # cases of a street that is named in publication mode
_WITH_WHOM = re.compile(r"[\s,;(/]+(?:c/o|bei|z\.\s?hd\.?|co\.)(?![^\W\d_]).*$", re.IGNORECASE)
_FROM_NUMBER = re.compile(r"[\s,;(/]*\d.*$")
_ONLY_KEY = re.compile(r"[\dA-Z]{1,12}")


def streets_only(names: pd.Series, keys: pd.Series) -> np.ndarray:
    """Return what may be said of the streets of rows: the name up to any number, person or bracket, else the key."""
    codes, texts = pd.factorize(names.fillna("").astype(str))
    cut = np.array([_street(text) for text in texts] + [""], dtype=object)[codes]
    keyed = [
        tr("key {key}").format(key=key) if _ONLY_KEY.fullmatch(key) else ""
        for key in keys.fillna("").astype(str).str.upper()
    ]
    return np.where(cut == "", np.array(keyed, dtype=object), cut)


def _street(text: str) -> str:
    return _FROM_NUMBER.sub("", _WITH_WHOM.sub("", text)).strip(" ,;(")


def case_report(streets: np.ndarray, reasons: np.ndarray, sentences: dict[str, str], hide_rare: bool) -> pd.DataFrame:
    """Return the number of cases by street and reason (columns CASE_REPORT), the most first.

    `streets` and `reasons` (n,) are those of the cases without an area. With `hide_rare` the streets with fewer than
    three cases of a reason are put together.
    """
    table = pd.DataFrame({fields.STREET.name: streets, fields.REASON.name: reasons})
    counts = table.groupby([fields.STREET.name, fields.REASON.name], sort=True).size().rename(CASES.name).reset_index()
    if hide_rare:
        rare = counts[CASES.name] < _FEWEST
        counts[fields.STREET.name] = counts[fields.STREET.name].mask(rare, tr("other streets"))
        keys = [fields.STREET.name, fields.REASON.name]
        counts = counts.groupby(keys, sort=True)[CASES.name].sum().reset_index()
    counts[fields.NOTE.name] = counts[fields.REASON.name].map(sentences)
    counts = counts.sort_values(CASES.name, ascending=False, kind="stable").reset_index(drop=True)
    return counts[[field.name for field in CASE_REPORT]]
