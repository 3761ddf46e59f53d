"""Lists that users write in one line."""

from __future__ import annotations

import re


def split_list(text: str) -> list[str]:
    """Return the entries of a text separated by commas, semicolons or line breaks.

    >>> split_list("B01; SGB II,A04 ")
    ['B01', 'SGB II', 'A04']
    """
    return [entry.strip() for entry in re.split(r"[,;\n]", text) if entry.strip()]
