"""What a municipality brings itself in a folder: words, chart templates, colours, the order of the sections."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from ..errors import InputError
from ..messages import tr
from ..paths import resource
from .charts import Charts
from .colours import MINIMUM_CONTRAST, Theme, contrast_ratio, theme_with
from .sections import ORDER_FILE, checked_order
from .texts import Texts

COLOURS = "colours.json"
CHART_ENDING = ".svg.j2"
READ = ("ink", "muted", "more", "less")  # colours of texts
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_OUTSIDE = re.compile(r"""(?:href|src)\s*=\s*["'](?!\#|data:)|url\(\s*["']?(?!\#)|<!ENTITY""", re.IGNORECASE)
_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError)


class OwnTemplates:
    """The user's folder, or none. Raises InputError, naming the file, for what cannot be used in it."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.used: list[str] = []
        if folder is None:
            return
        if not folder.is_dir():
            raise InputError(tr("TEMPLATE_FOLDER: there is no folder {folder}.").format(folder=folder))
        known = {COLOURS, ORDER_FILE, *(path.name for path in resource("profiles", "charts").glob(f"*{CHART_ENDING}"))}
        known |= {path.name for path in resource("profiles").glob("texts_*.json")}
        there = sorted(path.name for path in folder.iterdir() if path.is_file())
        self.used = [name for name in there if name in known or name.endswith(".qpt")]
        self.unknown = [name for name in there if name not in self.used and not name.startswith(".")]

    unknown: list[str] = []  # noqa: RUF012 - of no folder

    def texts(self, language: str) -> Texts:
        """Return the words of a language; the user's file need only hold what it changes."""
        name = f"texts_{language}.json"
        return OwnTexts(language, self._names_and_values(name), name) if name in self.used else Texts(language)

    def theme(self, accent: str) -> Theme:
        """Return the colours; the accent of the folder goes before that of the parameter."""
        if COLOURS not in self.used:
            return theme_with(accent)
        own = self._names_and_values(COLOURS)
        known = [field.name for field in fields(Theme)]
        for name, colour in own.items():
            if name not in known:
                raise InputError(
                    tr("{file}: there is no colour “{name}”; there are {known}.").format(
                        file=COLOURS, name=name, known=", ".join(known)
                    )
                )
            if not isinstance(colour, str) or not _HEX.fullmatch(colour):
                raise InputError(
                    tr("{file}: “{colour}” is not a colour. Write it as # and six hexadecimal digits.").format(
                        file=COLOURS, colour=colour
                    )
                )
            if name in READ and contrast_ratio(colour, "#FFFFFF") < MINIMUM_CONTRAST:
                raise InputError(
                    tr("{file}: {name} {colour} is too pale for text, which needs a contrast of 4.5 : 1.").format(
                        file=COLOURS, name=name, colour=colour
                    )
                )
        theme = theme_with(own.pop("accent", accent))
        return replace(theme, **{name: colour.upper() for name, colour in own.items()})

    def order(self) -> tuple[str, ...]:
        """Return the sections that the user's file names, in its order; none if there is no such file."""
        return checked_order(self._json(ORDER_FILE)) if ORDER_FILE in self.used else ()

    def charts(self, theme: Theme, texts: Texts, font: str) -> Charts:
        """Return what draws the charts, from the user's templates where there are some."""
        if not any(name.endswith(CHART_ENDING) for name in self.used) or self.folder is None:
            return Charts(theme, texts, font)
        return OwnCharts(theme, texts, font, self.folder)

    def layout(self) -> Path | None:
        """Return the user's layout, if there is one. Raises InputError if there are several."""
        found = [name for name in self.used if name.endswith(".qpt")]
        if len(found) > 1:
            raise InputError(
                tr("TEMPLATE_FOLDER holds several layouts ({files}); leave one of them there.").format(
                    files=", ".join(found)
                )
            )
        return self.folder / found[0] if found and self.folder else None

    def _json(self, name: str) -> Any:
        try:
            return json.loads((self.folder / name).read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            raise InputError(tr("{file} cannot be read as JSON: {reason}").format(file=name, reason=error)) from error

    def _names_and_values(self, name: str) -> dict[str, Any]:
        content = self._json(name)
        if not isinstance(content, dict):
            raise InputError(tr("{file} must hold names and values between braces.").format(file=name))
        return content


class OwnTexts(Texts):
    """Our words with the user's in their place."""

    def __init__(self, language: str, own: Mapping[str, Any], file: str) -> None:
        super().__init__(language)
        self._file = file
        unknown = [name for name in own if name not in self._phrases]
        if unknown:
            raise InputError(
                tr("{file}: there is no text “{name}”. The names are those of our own file of texts.").format(
                    file=file, name=unknown[0]
                )
            )
        for name, value in own.items():
            if type(value) is not type(self._phrases[name]):
                raise InputError(tr("{file}: “{name}” must have the form it has in ours.").format(file=file, name=name))
            if isinstance(value, str):
                self._compile(name, value)
        self._phrases = _merged(self._phrases, own)

    def phrase(self, name: str, **values: Any) -> str:
        """Return a phrase with its values filled in; raise InputError if the user's does not go with them."""
        try:
            return super().phrase(name, **values)
        except _FAULTS as error:
            raise _fault(self._file, error, name) from error

    def _compile(self, name: str, text: str) -> None:
        try:
            self._environment.from_string(text)
        except TemplateError as error:
            raise _fault(self._file, error, name) from error


class OwnCharts(Charts):
    """Our charts with the user's templates in the place of ours of the same names."""

    def __init__(self, theme: Theme, texts: Texts, font: str, folder: Path) -> None:
        super().__init__(theme, texts, font)
        ours = self._environment
        places = [FileSystemLoader(str(folder)), FileSystemLoader(str(resource("profiles", "charts")))]
        self._environment = SandboxedEnvironment(
            loader=ChoiceLoader(places),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(ours.filters)
        self._own = {path.name for path in folder.glob(f"*{CHART_ENDING}")}

    def _draw(self, template: str, width: float, height: float, **values: object) -> str:
        name = f"{template}{CHART_ENDING}"
        if name not in self._own:
            return super()._draw(template, width, height, **values)
        try:
            drawn = super()._draw(template, width, height, **values)
            ElementTree.fromstring(drawn)
        except (*_FAULTS, ElementTree.ParseError) as error:
            raise _fault(name, error) from error
        if _OUTSIDE.search(drawn):
            raise InputError(
                tr("{file} refers to another file or to the network. Charts must hold all they show.").format(file=name)
            )
        return drawn


def _merged(ours: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(ours)
    for name, value in own.items():
        before = result.get(name)
        result[name] = _merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return result


def _fault(file: str, error: Exception, name: str = "") -> InputError:
    place = f"{file}, {name}" if name else file
    line = getattr(error, "lineno", None)
    return InputError(
        tr("{file} cannot be used: {reason}").format(file=f"{place}:{line}" if line else place, reason=error)
    )
