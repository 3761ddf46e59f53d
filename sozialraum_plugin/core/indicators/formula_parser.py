"""From the text of a catalogue's formula to its tree: signs, then a recursive descent (the grammar is in `formula`)."""

from __future__ import annotations

import re

from ..errors import InputError
from ..messages import tr
from .formula_tree import Node, leaves, shifted

LONGEST = 500  # signs
DEEPEST = 20  # brackets within brackets
MOST_LEAVES = 400  # of years pooled within pooled years
MOST_YEARS = 99
VALUE_CALL, MEASURE_CALL = "value", "measure"
_POOLS = ("mean", "sum")
_SIGN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d]\w*)|(?P<sign>[-+*/()\[\],]))")


class FormulaParser:
    """Recursive descent over the signs of one text; knows which variables stand in value() and in measure()."""

    def __init__(self, text: str, where: str) -> None:
        self.text, self.where = text, where
        self.values: set[str] = set()
        self.measures: set[str] = set()
        self.counts: set[str] = set()
        self._depth = 0
        self._signs = self._cut()
        self._next = 0

    def whole(self) -> Node:
        """Return the tree of the whole text; raise InputError naming what is not understood."""
        tree = self._formula()
        if self._next < len(self._signs):
            raise self._fault()
        mixed = sorted((self.values & self.measures) | ((self.values | self.measures) & self.counts))
        if mixed:
            raise InputError(
                tr("{where}: “{variable}” in the formula “{formula}” is a count here and none there.").format(
                    where=self.where, variable=mixed[0], formula=self.text
                )
            )
        return tree

    def _cut(self) -> list[tuple[str, str, int]]:
        """Return (kind, sign, position) of every sign."""
        signs, position, end = [], 0, len(self.text.rstrip())
        if end > LONGEST:
            raise InputError(
                tr("{where}: the formula has {count} signs; at most {most} are read.").format(
                    where=self.where, count=end, most=LONGEST
                )
            )
        while position < end:
            match = _SIGN.match(self.text, position)
            if match is None:
                raise self._fault(position)
            signs.append((str(match.lastgroup), match.group().strip(), match.start(str(match.lastgroup))))
            position = match.end()
        return signs

    def _fault(self, position: int | None = None) -> InputError:
        if position is None:
            position = self._signs[self._next][2] if self._next < len(self._signs) else len(self.text)
        rest = self.text[position:].strip()
        return InputError(
            tr(
                "{where}: the formula “{formula}” is not understood from “{rest}”. Write variables with + - * / and "
                "brackets, such as E - E[-5], mean(E, 2), sum(X, 3), value(X), measure(X)."
            ).format(where=self.where, formula=self.text, rest=rest or tr("its end"))
        )

    def _peek(self) -> str:
        return self._signs[self._next][1] if self._next < len(self._signs) else ""

    def _take(self, *wanted: str) -> str:
        """Return the next sign and go on; raise if it is none of those wanted."""
        if self._peek() not in wanted:
            raise self._fault()
        self._next += 1
        return self._signs[self._next - 1][1]

    def _take_kind(self, kind: str) -> str:
        if self._next >= len(self._signs) or self._signs[self._next][0] != kind:
            raise self._fault()
        self._next += 1
        return self._signs[self._next - 1][1]

    def _formula(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._fault()
        tree = self._product()
        while self._peek() in ("+", "-"):
            tree = Node(self._take("+", "-"), (tree, self._product()))
        self._depth -= 1
        return tree

    def _product(self) -> Node:
        tree = self._factor()
        while self._peek() in ("*", "/"):
            tree = Node(self._take("*", "/"), (tree, self._factor()))
        return tree

    def _factor(self) -> Node:
        negative = False
        while self._peek() == "-":
            self._take("-")
            negative = not negative
        tree = self._operand()
        if not negative:
            return tree
        if tree.kind == "number":
            return Node("number", number=-tree.number)
        return Node("*", (Node("number", number=-1.0), tree))

    def _operand(self) -> Node:
        if self._next >= len(self._signs):
            raise self._fault()
        kind, sign, _ = self._signs[self._next]
        if kind == "number":
            self._next += 1
            return Node("number", number=float(sign))
        if sign == "(":
            self._take("(")
            tree = self._formula()
            self._take(")")
            return tree
        name = self._take_kind("name")
        if self._peek() != "(":
            self.counts.add(name)
            return self._lagged(name)
        return self._call(name)

    def _lagged(self, name: str) -> Node:
        years = 0
        if self._peek() == "[":
            self._take("[")
            self._take("-")
            years = self._years()
            self._take("]")
        return Node("variable", variable=name, years=years)

    def _years(self) -> int:
        text = self._take_kind("number")
        if not text.isdigit() or int(text) > MOST_YEARS:
            self._next -= 1
            raise self._fault()
        return int(text)

    def _call(self, name: str) -> Node:
        if name not in (*_POOLS, VALUE_CALL, MEASURE_CALL):
            self._next -= 1
            raise self._fault()
        self._take("(")
        if name in (VALUE_CALL, MEASURE_CALL):
            tree = self._lagged(self._take_kind("name"))
            (self.values if name == VALUE_CALL else self.measures).add(tree.variable)
        else:
            tree = self._pool(name, self._formula())
        self._take(")")
        return tree

    def _pool(self, name: str, inner: Node) -> Node:
        """Return the sum or mean of a tree over this and the years before."""
        self._take(",")
        years = self._years()
        if not 1 <= years <= MOST_YEARS // 2 or years * sum(1 for _ in leaves(inner)) > MOST_LEAVES:
            self._next -= 1
            raise self._fault()
        tree = inner
        for back in range(1, years):
            tree = Node("+", (tree, shifted(inner, back)))
        return tree if name == "sum" else Node("/", (tree, Node("number", number=float(years))))
