"""Finds numbers and dates that an English reader misreads."""

from __future__ import annotations

import re

_GERMAN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.]*\d)"  # 4.310
    r"|(?<![\d.,])\d+,\d+(?![\d,]*\d)"  # 14,7; 1,234 is told apart below
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{4}\b|(?!\d))"  # 31.12.2025, 31.12.
    r"|(?<!\w)\d(?:[\d.,]*\d)?[ \u00a0]%"
)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")


def german_numbers(text: str) -> list[str]:
    """Return what is written the German way: decimal comma, points between thousands, TT.MM.JJJJ, blank before %.

    ``1,234`` could be a German number with three decimals; the profiles print none with more than two.
    """
    return [found for found in _GERMAN.findall(text) if not _GROUPED.fullmatch(found)]
