"""Shares of summed counts, written as ``anteil_65=e_65/einwohner; anteil_efh=wohnungen_efh/wohnungen``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import tr

_SHARE = re.compile(r"\s*(\w+)\s*=\s*(\w+)\s*/\s*(\w+)\s*")


@dataclass(frozen=True)
class Share:
    """A column `name` = `numerator` / `denominator`, from 0 to 1 for parts of a whole."""

    name: str
    numerator: str
    denominator: str

    def of(self, table: pd.DataFrame) -> np.ndarray:
        """Return the share of each row (n,), NaN where the denominator is missing or not above zero."""
        numerator = table[self.numerator].to_numpy(dtype=float)
        denominator = table[self.denominator].to_numpy(dtype=float)
        valid = denominator > 0
        return np.where(valid, numerator / np.where(valid, denominator, 1.0), np.nan)


def parse_shares(text: str, counts: Collection[str], taken: Collection[str]) -> list[Share]:
    """Return the shares that `text` names, separated by semicolons; `counts` are the columns there are.

    Raises InputError where a part is no share, uses an unknown column or a name that is `taken` or used twice.
    """
    shares: list[Share] = []
    for part in filter(str.strip, text.split(";")):
        match = _SHARE.fullmatch(part)
        if match is None:
            raise InputError(
                tr("“{part}” is no share. Write for example: anteil_65=e_65/einwohner").format(part=part.strip())
            )
        share = Share(*match.groups())
        for column in (share.numerator, share.denominator):
            if column not in counts:
                raise InputError(
                    tr("Share “{share}”: there is no count “{column}”. There are: {available}.").format(
                        share=share.name, column=column, available=", ".join(counts)
                    )
                )
        if share.name in {*taken, *counts, *(other.name for other in shares)}:
            raise InputError(
                tr("Share “{share}”: this name is already in use. Choose another one.").format(share=share.name)
            )
        shares.append(share)
    return shares
