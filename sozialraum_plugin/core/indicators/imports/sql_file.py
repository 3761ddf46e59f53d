"""Tables in SQL dumps: ``INSERT INTO ... VALUES`` and PostgreSQL's ``COPY ... FROM stdin``; nothing is executed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...errors import InputError
from ...messages import tr
from .grid import Grid, Number
from .sheet_cells import Sheet

_NAME = r"[\"`\[]?[\w.\"`\[\]]+[\"`\]]?"
_CREATE = re.compile(rf"CREATE\s+(?:\w+\s+)*?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?({_NAME})\s*\(", re.IGNORECASE)
_INSERT = re.compile(rf"INSERT\s+(?:IGNORE\s+)?INTO\s+({_NAME})\s*(?:\(([^)]*)\))?\s*VALUES\s*", re.IGNORECASE)
_COPY = re.compile(rf"COPY\s+({_NAME})\s*\(([^)]*)\)\s+FROM\s+stdin[^;]*;\r?\n", re.IGNORECASE)
_COMMENT = re.compile(r"\s+|--[^\n]*|/\*.*?\*/", re.DOTALL)
_CONSTRAINT = re.compile(r"(primary|foreign|unique|constraint|check|key|index|exclude)\b", re.IGNORECASE)
_CELL = re.compile(
    r"(?:[eEnN]|_\w+\s*)?'((?:[^'\\]|''|\\.)*)'(?:::[\w ]+(?:\(\d+\))?)?|([+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)|"
    r"(null|true|false|default|\w+\([^()]*(?:\([^()]*\)[^()]*)*\))",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": ""}


@dataclass
class _Table:
    heads: list[str]
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


def read_sql(text: str, name: str) -> list[Sheet]:
    """Return one sheet a table that the dump fills; a row's number is the line where it stands.

    Raises InputError if the dump fills no table, or naming the line that cannot be understood.
    """
    created = {_bare(match.group(1)): _columns_of(text, match.end()) for match in _CREATE.finditer(text)}
    lines = _Lines(text)
    tables: dict[str, _Table] = {}
    at = 0
    while True:
        found = [match for match in (_INSERT.search(text, at), _COPY.search(text, at)) if match]
        if not found:
            break
        match = min(found, key=lambda one: one.start())
        title = _bare(match.group(1))
        heads = [_bare(head) for head in match.group(2).split(",")] if match.group(2) else created.get(title, [])
        table = tables.setdefault(title, _Table(heads))
        read = _copied if match.re is _COPY else _inserted
        at = read(text, match.end(), table, heads, lines)
    if not tables:
        raise InputError(tr("{file} fills no table (INSERT INTO ... VALUES or COPY).").format(file=name))
    return [Sheet(title, _grid(table)) for title, table in tables.items()]


class _Lines:
    """Finds the line of a place in the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def of(self, place: int) -> int:
        """Return the line of a place; places must not go back."""
        self._line += self._text.count("\n", self._at, place)
        self._at = place
        return self._line


def _bare(name: str) -> str:
    return name.strip().rpartition(".")[2].strip('"`[] \n\t')


def _columns_of(text: str, start: int) -> list[str]:
    """Return the names of the columns of a CREATE TABLE whose parenthesis opens before `start`."""
    parts, depth, at = [""], 1, start
    while at < len(text) and depth:
        sign = text[at]
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 1:
            parts.append("")
        elif depth:
            parts[-1] += sign
        at += 1
    parts = [_COMMENT.sub(" ", part).strip() for part in parts]
    return [_bare(part.split()[0]) for part in parts if part and not _CONSTRAINT.match(part)]


def _skip(text: str, at: int) -> int:
    while match := _COMMENT.match(text, at):
        at = match.end()
    return at


def _inserted(text: str, at: int, table: _Table, heads: list[str], lines: _Lines) -> int:
    """Read the tuples of one INSERT into the table; return where its end is."""
    while True:
        at = _skip(text, at)
        if not text.startswith("(", at):
            raise _fault(lines, at)
        start, cells = at, []
        at += 1
        while True:
            at = _skip(text, at)
            match = _CELL.match(text, at)
            if not match:
                raise _fault(lines, at)
            cells.append(_meaning(match))
            at = _skip(text, match.end())
            if text.startswith(",", at):
                at += 1
            elif text.startswith(")", at):
                break
            else:
                raise _fault(lines, at)
        _add(table, heads, cells, lines.of(start))
        at = _skip(text, at + 1)
        if not text.startswith(",", at):
            return at
        at += 1


def _fault(lines: _Lines, at: int) -> InputError:
    return InputError(
        tr("Line {line}: the values of this INSERT cannot be read. Is the dump whole?").format(line=lines.of(at))
    )


def _meaning(match: re.Match[str]) -> str:
    text, number, word = match.groups()
    if text is not None:
        return re.sub(r"''|\\(.)", lambda found: _ESCAPES.get(found[1], found[1]) if found[1] else "'", text)
    if number is not None:
        value = float(number)
        whole = value == int(value) if abs(value) < 1e15 else False
        return str(int(value)) if whole else Number(number)
    return {"true": "1", "false": "0"}.get(word.lower(), "")


def _add(table: _Table, heads: list[str], cells: list[str], line: int) -> None:
    if not table.heads:
        table.heads = [f"column {place + 1}" for place in range(len(cells))]
        heads = table.heads
    if len(cells) != len(heads or table.heads):
        raise InputError(
            tr("Line {line}: the row has {cells} values, but the table {columns} columns.").format(
                line=line, cells=len(cells), columns=len(heads or table.heads)
            )
        )
    found = dict(zip(heads or table.heads, cells))
    table.heads += [head for head in found if head not in table.heads]
    table.rows.append([found.get(head, "") for head in table.heads])
    table.numbers.append(line)


def _copied(text: str, at: int, table: _Table, heads: list[str], lines: _Lines) -> int:
    """Read the lines of one COPY into the table; return where its end is."""
    end = text.find("\n\\.", at)
    if end < 0:
        raise InputError(tr("Line {line}: this COPY has no end (\\.). Is the dump whole?").format(line=lines.of(at)))
    first = lines.of(at)
    for number, line in enumerate(text[at:end].split("\n")):
        cells = ["" if cell == "\\N" else cell for cell in line.rstrip("\r").split("\t")]
        _add(table, heads, cells, first + number)
    return end + 3


def _grid(table: _Table) -> Grid:
    rows = [table.heads, *table.rows]
    return Grid(rows, [table.numbers[0] - 1 if table.numbers else 1, *table.numbers], False)
