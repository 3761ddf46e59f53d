"""Long lists on pages: nothing lost, nothing twice, heads where a reader needs them, lines that fit."""

import pytest

from sozialraum_plugin.core.profiles.slots import Group, Slot, entry, paginate
from sozialraum_plugin.core.profiles.text_measure import width, wrapped

LONG = "Sonderpädagogischer Förderbedarf (Lernen, emotionale und soziale Entwicklung, Sprache)"


def groups(*sizes: int, lines: int = 1) -> list[Group]:
    return [
        Group(f"G{number}", [entry([(f"{number}.{row}.{line}",) for line in range(lines)]) for row in range(size)])
        for number, size in enumerate(sizes)
    ]


def pages_of(made: list[Group], room: int = 10, gap: int = 0) -> list[list[Slot]]:
    return paginate(made, room, lambda head: f"{head} weiter", gap)


@pytest.mark.parametrize("sizes", [(3,), (60,), (300,), (1, 1, 1, 1), (8, 1, 30, 2)])
@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("gap", [0, 1])
def test_every_line_is_there_once_and_in_order(sizes, lines, gap):
    made = groups(*sizes, lines=lines)
    pages = pages_of(made, gap=gap)
    printed = [slot.cells[0] for page in pages for slot in page if slot.cells]
    assert printed == [slot.cells[0] for group in made for lines_of in group.entries for slot in lines_of]
    assert all(len(page) == 10 for page in pages)


@pytest.mark.parametrize("sizes", [(8, 5), (9, 5), (7, 5), (300,), (8, 1, 30, 2)])
def test_each_page_begins_with_a_head_and_ends_with_none(sizes):
    for page in pages_of(groups(*sizes), gap=1):
        filled = [slot for slot in page if slot.head or slot.cells]
        assert page[0].head
        assert not filled[-1].head


def test_a_group_that_goes_on_says_so_and_a_new_one_does_not():
    heads = [slot.head for page in pages_of(groups(12, 3)) for slot in page if slot.head]
    assert heads == ["G0", "G0 weiter", "G1"]


def test_an_entry_of_several_lines_stays_together():
    for page in pages_of(groups(11, lines=3)):
        printed = [slot for slot in page if slot.cells]
        assert printed[0].cells[0].endswith(".0")
        assert printed[-1].closes


def test_an_entry_longer_than_a_page_flows_on():
    printed = [slot.cells[0] for page in pages_of(groups(1, lines=35)) for slot in page if slot.cells]
    assert len(printed) == 35


def test_a_group_without_entries_disappears():
    assert pages_of([Group("leer", [])]) == []
    assert pages_of([]) == []


@pytest.mark.parametrize("text", [LONG, "a" * 200, "Kurz", "Oberhausen-Schmachtendorf/Walsumermark-Süd, %", "x\ty\nz"])
def test_lines_fit_and_lose_no_letter(text):
    lines = wrapped(text, 40, 8)
    assert all(width(line, 8) <= 40 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_break_at_words_and_hyphens_only():
    assert wrapped("Oberhausen-Schmachtendorf/Walsumermark-Süd", 45, 8) == [
        "Oberhausen-Schmachtendorf/",
        "Walsumermark-Süd",
    ]
    assert wrapped("eins\u00a0%", 5, 8)[-1] != "%"
    assert wrapped("", 40, 8) == [""]
