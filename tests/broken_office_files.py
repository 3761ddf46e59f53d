"""Makes office files, damages them in the ways that files get damaged, and knows what they truly say."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

HEADS = ["Gebietsschlüssel", "Name", "Einwohner", "Ausländer", "Arbeitslose", "Quote"]
NAMES = ["Altstadt", "Nordviertel", "Südhöhe", "Westend", "Am Mühlbach", "Oststadt", "Weiler", "Großfeld"]
DAY = "2024-12-31"


@dataclass
class Case:
    """A file's bytes, and what is true: value by (area, variable); None where the file keeps it secret.

    `heads_may_change` where a damage of the head makes other names; `last_cell_may_be_cut` where the end is missing.
    """

    name: str
    data: bytes
    truth: dict[tuple[str, str], float | None]
    heads_may_change: bool = False
    last_cell_may_be_cut: bool = False
    facts: dict[str, str] = field(default_factory=dict)


def german(value: float, decimals: int) -> str:
    """Return a number as German offices write it."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


def rows_of(rng: random.Random) -> tuple[list[list[str]], dict[tuple[str, str], float | None]]:
    """Return the rows of a table of areas, and what they say."""
    truth: dict[tuple[str, str], float | None] = {}
    rows = []
    for number in range(1, rng.randint(25, 60)):
        key = f"05999{number:05d}"
        people, foreign = rng.randint(200, 9999), rng.randint(10, 1500)
        jobless: float | None = None if rng.random() < 0.1 else rng.randint(3, 900)
        rate = rng.randint(10, 400) / 10
        for head, value in zip(HEADS[2:], (people, foreign, jobless, rate)):
            truth[key, head] = value
        shown = ["*" if jobless is None else german(jobless, 0), german(rate, 1)]
        rows.append([key, f"{rng.choice(NAMES)} {number}", german(people, 0), german(foreign, 0), *shown])
    return rows, truth


def text_of(rows: list[list[str]], heads: list[str] = HEADS, delimiter: str = ";") -> str:
    """Return the file as text."""
    lines = ["Statistik der Bundesagentur für Arbeit", "Stichtag 31.12.2024", delimiter.join(heads)]
    return "\n".join([*lines, *(delimiter.join(row) for row in rows)]) + "\n"


def damaged_lines(rng: random.Random, text: str, change: Callable[[str], str], count: int = 3) -> str:
    """Return the text with some of its table lines changed."""
    lines = text.split("\n")
    for place in rng.sample(range(3, len(lines) - 1), count):
        lines[place] = change(lines[place])
    return "\n".join(lines)


def _cells(line: str, change: Callable[[list[str]], list[str]]) -> str:
    return ";".join(change(line.split(";")))


def truncated_file(rng: random.Random, text: str) -> bytes:
    """Cut the file anywhere."""
    data = text.encode()
    return data[: rng.randint(1, len(data) - 1)]


def truncated_lines(rng: random.Random, text: str) -> bytes:
    """Cut some lines."""
    return damaged_lines(rng, text, lambda line: line[: rng.randint(1, line.rindex(";"))]).encode()


def wrong_encoding(rng: random.Random, text: str) -> bytes:
    """Write in an old or odd encoding."""
    return text.encode(rng.choice(["cp1252", "cp850", "utf-16-le", "utf-16", "utf-8-sig", "iso-8859-15", "mac_roman"]))


def mixed_encodings(rng: random.Random, text: str) -> bytes:
    """Write some lines in UTF-8, some in Windows-1252."""
    return b"\n".join(line.encode(rng.choice(["utf-8", "cp1252"])) for line in text.split("\n"))


def mixed_delimiters(rng: random.Random, text: str) -> bytes:
    """Write some lines with another delimiter."""
    sign = rng.choice([",", "\t", "|"])
    return damaged_lines(rng, text, lambda line: line.replace(";", sign), 5).encode()


def binary_garbage(rng: random.Random, text: str) -> bytes:
    """Put odd bytes anywhere; none is a digit, sign or separator, which nobody could find out."""
    data = bytearray(text.encode())
    odd = [code for code in range(1, 256) if chr(code) not in "0123456789;,.-+\n\r\t|eE*\"'" and not 47 < code < 58]
    for _ in range(rng.randint(1, 40)):
        data.insert(rng.randint(0, len(data)), rng.choice(odd))
    return bytes(data)


def pure_garbage(rng: random.Random, text: str) -> bytes:
    """Send something else altogether."""
    return rng.randbytes(rng.randint(1, 5000))


def nul_bytes(rng: random.Random, text: str) -> bytes:
    """Put zero bytes into the text."""
    data = bytearray(text.encode())
    for _ in range(rng.randint(1, 5)):
        data.insert(rng.randint(0, len(data)), 0)
    return bytes(data)


def zip_as_csv(rng: random.Random, text: str) -> bytes:
    """Send an archive under the name of a table."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tabelle.csv", text)
    return target.getvalue()


def empty(rng: random.Random, text: str) -> bytes:
    """Send nothing but blanks, or nothing."""
    return rng.choice(["", "\n" * rng.randint(1, 9), " ;;; \n", "\ufeff", "\r\n\r\n"]).encode()


def only_head(rng: random.Random, text: str) -> bytes:
    """Send a table without rows."""
    return "\n".join(text.split("\n")[: rng.randint(1, 3)]).encode()


def duplicated_heads(rng: random.Random, text: str) -> bytes:
    """Give two columns one head."""
    one, other = rng.sample(HEADS[2:], 2)
    return text.replace(one, other, 1).encode()


def shifted_cells(rng: random.Random, text: str) -> bytes:
    """Lose or insert a cell in some lines, with the number of cells put right or not."""

    def change(cells: list[str]) -> list[str]:
        way = rng.randint(0, 3)
        if way == 0:
            return cells[1:]
        if way == 1:
            return [*cells[1:], ""]
        if way == 2:
            return ["", *cells[:-1]]
        place = rng.randint(0, len(cells) - 1)
        return [*cells[:place], "", *cells[place:]]

    return damaged_lines(rng, text, lambda line: _cells(line, change)).encode()


def mixed_decimals(rng: random.Random, text: str) -> bytes:
    """Write decimal points in some lines of the rate."""
    change = lambda line: _cells(line, lambda cells: [*cells[:-1], cells[-1].replace(",", ".")])  # noqa: E731
    return damaged_lines(rng, text, change, 6).encode()


def huge_cells(rng: random.Random, text: str) -> bytes:
    """Put a very long text into a cell."""
    long = "x" * rng.randint(200_000, 2_000_000)
    place = rng.randint(1, 5)
    return damaged_lines(
        rng, text, lambda line: _cells(line, lambda cells: [*cells[:place], long, *cells[place + 1 :]]), 1
    ).encode()


def unclosed_quotes(rng: random.Random, text: str) -> bytes:
    """Begin quotations that do not end."""
    return damaged_lines(
        rng, text, lambda line: _cells(line, lambda cells: [cells[0], '"' + cells[1], *cells[2:]]), rng.randint(1, 3)
    ).encode()


def repeated_parts(rng: random.Random, text: str) -> bytes:
    """Repeat the head between the rows, with empty lines."""
    lines = text.split("\n")
    place = rng.randint(5, len(lines) - 3)
    return "\n".join([*lines[:place], "", lines[2], "", *lines[place:]]).encode()


def head_of_wrong_width(rng: random.Random, text: str) -> bytes:
    """Lose or insert a cell of the head."""
    lines = text.split("\n")
    cells = lines[2].split(";")
    place = rng.randint(0, len(cells) - 1)
    lines[2] = ";".join(cells[:place] + rng.choice([[], ["Bemerkung", cells[place]]]) + cells[place + 1 :])
    return "\n".join(lines).encode()


def odd_numbers(rng: random.Random, text: str) -> bytes:
    """Write what looks like numbers and is none."""
    odd = ["1.2.3", "12O", "l2", "3,4,5", "--5", "1.23.456", "12 34", "31.12.2024", "=1+1", "#WERT!", "1e5e", "12-"]
    place = rng.randint(2, 5)
    return damaged_lines(
        rng, text, lambda line: _cells(line, lambda cells: [*cells[:place], rng.choice(odd), *cells[place + 1 :]]), 4
    ).encode()


def other_line_ends(rng: random.Random, text: str) -> bytes:
    """Write the line ends of other systems, with trailing separators."""
    return text.replace("\n", rng.choice(["\r", "\r\n", ";;\r\n", ";\n"])).encode()


DAMAGES: dict[str, Callable[[random.Random, str], bytes]] = {
    damage.__name__: damage
    for damage in (
        truncated_file, truncated_lines, wrong_encoding, mixed_encodings, mixed_delimiters, binary_garbage,
        pure_garbage, nul_bytes, zip_as_csv, empty, only_head, duplicated_heads, shifted_cells, mixed_decimals,
        huge_cells, unclosed_quotes, repeated_parts, head_of_wrong_width, odd_numbers, other_line_ends,
    )
}  # fmt: skip
_HEADS_MAY_CHANGE = {"duplicated_heads", "binary_garbage", "mixed_encodings", "head_of_wrong_width"}


def broken_file(damage: str, seed: int) -> Case:
    """Return a damaged file and what it truly said; the same for the same seed."""
    rng = random.Random(f"{damage} {seed}")
    rows, truth = rows_of(rng)
    data = DAMAGES[damage](rng, text_of(rows))
    return Case(f"{damage}-{seed}", data, truth, damage in _HEADS_MAY_CHANGE, damage == "truncated_file")
