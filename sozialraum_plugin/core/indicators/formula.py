"""The little language of the catalogue: arithmetic over delivered counts, each perhaps some years back.

    formula  = product {("+" | "-") product}
    product  = factor {("*" | "/") factor}
    factor   = ["-"] (number | variable | "(" formula ")" | function)
    variable = NAME ["[-" years "]"]                 E, E[-5]: five years before the Stichtag
    function = "mean(" formula "," years ")"         mean of this and the years before: mean(E, 2)
             | "sum(" formula "," years ")"          pooled years: sum(SEU, 3)
             | "value(" variable ")"                 no count: a mean, median or rent as it was delivered
             | "measure(" variable ")"               adds up, but counts no cases: hectares, square metres, years of age

There is no eval: a text is cut into signs, a recursive descent makes a tree, and nothing else is understood. A formula
without a product of variables is linear: its `terms` say with which weight each count enters, which is what the
statistical protection reckons with. Any other is worked out from its tree and hidden with any count in it. What stands
in value() is never added up over areas.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..messages import tr
from .formula_parser import MEASURE_CALL, VALUE_CALL, FormulaParser
from .formula_tree import Node, Term, evaluate, leaves, weights


@dataclass(frozen=True)
class Formula:
    """A weighted sum of `terms`, or (then without terms) the arithmetic of `tree`; `text` is its canonical spelling.

    `values` are the variables inside value(), `measures` those inside measure(); all others are counts.
    """

    terms: tuple[Term, ...]
    tree: Node | None = None
    values: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()

    @property
    def leaves(self) -> tuple[Term, ...]:
        """Return every variable with its years back, in the order of the text; the sign counts only if linear."""
        return self.terms or tuple(dict.fromkeys(leaves(self.tree)))

    @property
    def is_linear(self) -> bool:
        """Tell whether it is a weighted sum of variables."""
        return bool(self.terms)

    @property
    def is_additive(self) -> bool:
        """Tell whether it is a weighted sum of counts, so that the hierarchy's sums hold for it as for a count."""
        return self.is_linear and not self.values and not self.measures

    @property
    def text(self) -> str:
        """Return the canonical spelling, equal for equal formulas: ``E - E[-5]``."""
        return _spell_terms(self) if self.terms else _spell(self.tree, self)

    @property
    def variables(self) -> list[str]:
        """Return the names of the variables, each once."""
        return list(dict.fromkeys(term.variable for term in self.leaves))

    @property
    def is_plain(self) -> bool:
        """Tell whether the formula is one variable at the Stichtag asked."""
        return len(self.terms) == 1 and self.terms[0].sign == 1 and not self.terms[0].years

    @property
    def has_lag(self) -> bool:
        """Tell whether a term lies in the past."""
        return any(term.years for term in self.leaves)

    @property
    def is_change(self) -> bool:
        """Tell whether it sets years against each other: then the result is a change, not a count."""
        return self.has_lag and (not self.is_linear or any(term.sign < 0 for term in self.terms))

    def evaluate(self, column: Callable[[Term], np.ndarray]) -> np.ndarray:
        """Return its value from the array of each leaf; a division by zero gives NaN."""
        if self.terms:
            return sum(term.sign * column(term) for term in self.terms)
        return evaluate(self.tree, column)


def parse_formula(text: str, where: str = "") -> Formula:
    """Return the formula of a text; raise InputError with the place of what is not understood.

    `where` names the catalogue's row for the error.
    """
    if not text.strip():
        raise InputError(tr("{where}: the formula is empty.").format(where=where))
    parser = FormulaParser(text, where)
    tree = parser.whole()
    found = weights(tree)
    if found is not None:
        found = {leaf: weight for leaf, weight in found.items() if weight}
    if found == {} or not any(leaves(tree)):
        raise InputError(
            tr("{where}: the formula “{formula}” has no variable that counts.").format(where=where, formula=text)
        )
    terms = () if found is None or None in found else tuple(
        Term(weight, leaf.variable, leaf.years) for leaf, weight in found.items()
    )  # fmt: skip
    return Formula(terms, None if terms else tree, frozenset(parser.values), frozenset(parser.measures))


def _name(term: Term, formula: Formula) -> str:
    name = f"{term.variable}[-{term.years}]" if term.years else term.variable
    if term.variable in formula.values:
        return f"{VALUE_CALL}({name})"
    return f"{MEASURE_CALL}({name})" if term.variable in formula.measures else name


def _spell_terms(formula: Formula) -> str:
    parts = []
    for term in formula.terms:
        sign = "-" if term.sign < 0 else ("+" if parts else "")
        weight = "" if abs(term.sign) == 1 else f"{abs(term.sign):.12g} * "
        name = weight + _name(term, formula)
        parts.append(f"{sign} {name}" if parts else f"{sign}{name}")
    return " ".join(parts)


def _spell(tree: Node, formula: Formula) -> str:
    if tree.kind == "number":
        return f"{tree.number:.12g}"
    if tree.kind == "variable":
        return _name(Term(1, tree.variable, tree.years), formula)
    return "(" + f" {tree.kind} ".join(_spell(part, formula) for part in tree.parts) + ")"
