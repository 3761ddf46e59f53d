"""The words of a profile, from `resources/profiles/texts_<language>.json`, as sandboxed jinja2 templates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from ..numbers import number_format
from ..paths import resource

LANGUAGES = ("de", "en")


class Texts:
    """Phrases by name. The language of a printed profile does not depend on the language of QGIS.

    `numbers` writes numbers and dates in that language; whole numbers within phrases are written as its counts, and
    `|date` writes a date that the user gave, such as that of the boundaries.
    """

    def __init__(self, language: str = "de", path: Path | None = None) -> None:
        file = path or resource("profiles", f"texts_{language}.json")
        self.language = language
        self.numbers = number_format(language)
        self._phrases: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        self._compiled: dict[str, Template] = {}
        self._environment = SandboxedEnvironment(
            undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=self._written
        )
        self._environment.filters["date"] = self.numbers.date

    def phrase(self, name: str, **values: Any) -> str:
        """Return a phrase with its values filled in; raise KeyError for an unknown one."""
        if name not in self._compiled:
            self._compiled[name] = self._environment.from_string(self._phrases[name])
        return self._compiled[name].render(**values)

    def _written(self, value: Any) -> Any:
        return self.numbers.count(value) if type(value) is int else value

    def level(self, level: str, form: str) -> str:
        """Return a level as `name`, `plural` or `in`; an unknown level is simply an area."""
        levels = self._phrases["levels"]
        forms = levels.get(level)
        if forms is None:
            return level[:1].upper() + level[1:] if form == "name" else levels["*"][form]
        return forms[form]

    def option(self, group: str, key: str) -> str:
        """Return one of a group of fixed words, and the key itself if the group does not know it."""
        return self._phrases[group].get(key, key)
