"""The text in which a user says which columns are rates, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...errors import InputError
from ...messages import tr

_RATIO = re.compile(r"(?:(?P<factor>\d+(?:[.,]\d+)?)\s*\*\s*)?(?P<numerator>[^/*]+?)\s*/\s*(?P<denominator>[^/*]+)")


@dataclass(frozen=True)
class Rate:
    """A rate: weighted by a count `base` (empty: by the weights themselves), or `factor` x numerator / denominator."""

    name: str
    base: str = ""
    numerator: str = ""
    denominator: str = ""
    factor: float = 1.0

    @property
    def counts(self) -> list[str]:
        """Return the counts that it needs."""
        return [name for name in (self.base, self.numerator, self.denominator) if name]


def parse_rates(text: str) -> list[Rate]:
    """Return the rates of a text such as ``alter : einwohner; anteil = 100 * auslaender / einwohner``.

    Raises InputError for an entry that cannot be understood, or a name that occurs twice.
    """
    rates = [_rate(entry.strip()) for entry in re.split(r"[;\n]", text) if entry.strip()]
    names = [rate.name for rate in rates]
    for name in names:
        if names.count(name) > 1:
            raise InputError(tr("RATES names “{name}” twice.").format(name=name))
    return rates


def _rate(entry: str) -> Rate:
    if "=" in entry:
        name, _, formula = (part.strip() for part in entry.partition("="))
        match = _RATIO.fullmatch(formula)
        if name and match:
            factor = float((match["factor"] or "1").replace(",", "."))
            return Rate(name, "", match["numerator"].strip(), match["denominator"].strip(), factor)
    else:
        name, _, base = (part.strip() for part in entry.partition(":"))
        if name:
            return Rate(name, base)
    raise InputError(
        tr(
            "RATES: “{entry}” cannot be understood. Write “rate : base” for a mean weighted by a count, or "
            "“rate = 100 * numerator / denominator”, several separated by semicolons."
        ).format(entry=entry)
    )
