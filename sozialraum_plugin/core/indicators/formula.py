"""The little language of the catalogue: sums and differences of variables, each perhaps some years back.

``ALO_SGB2 + ALO_SGB3``, ``E - E[-5]``. There is no eval: a formula is cut into terms and nothing else is understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import InputError
from ..messages import tr

_TERM = re.compile(r"\s*(?P<sign>[+-])?\s*(?P<variable>[^\W\d]\w*)\s*(?:\[\s*-\s*(?P<years>\d{1,2})\s*\])?\s*")


@dataclass(frozen=True)
class Term:
    """One variable with its sign (1 or -1), `years` before the Stichtag asked."""

    sign: int
    variable: str
    years: int = 0


@dataclass(frozen=True)
class Formula:
    """A sum of terms; `text` is its canonical spelling."""

    terms: tuple[Term, ...]

    @property
    def text(self) -> str:
        """Return the canonical spelling, equal for equal formulas: ``E - E[-5]``."""
        parts = []
        for term in self.terms:
            sign = "-" if term.sign < 0 else ("+" if parts else "")
            lag = f"[-{term.years}]" if term.years else ""
            parts.append(f"{sign} {term.variable}{lag}" if parts else f"{sign}{term.variable}{lag}")
        return " ".join(parts)

    @property
    def variables(self) -> list[str]:
        """Return the names of the variables, each once."""
        return list(dict.fromkeys(term.variable for term in self.terms))

    @property
    def is_plain(self) -> bool:
        """Tell whether the formula is one variable at the Stichtag asked."""
        return len(self.terms) == 1 and self.terms[0].sign > 0 and not self.terms[0].years

    @property
    def has_lag(self) -> bool:
        """Tell whether a term lies in the past: then the result is a change, not a count."""
        return any(term.years for term in self.terms)


def parse_formula(text: str, where: str = "") -> Formula:
    """Return the formula of a text; raise InputError with the place of what is not understood.

    `where` names the catalogue's row for the error.
    """
    terms: list[Term] = []
    position = 0
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or (terms and not match["sign"]):
            raise InputError(
                tr(
                    "{where}: the formula “{formula}” is not understood from “{rest}”. "
                    "Write sums and differences of variables, such as E - E[-5]."
                ).format(where=where, formula=text, rest=text[position:].strip())
            )
        terms.append(Term(-1 if match["sign"] == "-" else 1, match["variable"], int(match["years"] or 0)))
        position = match.end()
    if not terms:
        raise InputError(tr("{where}: the formula is empty.").format(where=where))
    return Formula(tuple(terms))
