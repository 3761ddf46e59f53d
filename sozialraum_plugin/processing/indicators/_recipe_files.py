"""Recipes and other small texts on disk: each file is written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from ...core.errors import InputError
from ...core.indicators.recipes.recipe import SUFFIXES, Recipe
from ...core.indicators.recipes.recipe_text import read_recipe
from ...core.messages import tr


def load_recipe(file: Path) -> Recipe:
    """Return the recipe of a file; raise InputError if there is none."""
    return read_recipe(read_text(file), recipe_name(file), file.name)


def read_text(file: Path) -> str:
    """Return the text of a small file in UTF-8, as Windows' editor may have saved it; raise InputError."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(tr("{file} cannot be read: {reason}.").format(file=file, reason=error.strerror)) from error
    except UnicodeDecodeError as error:
        raise InputError(
            tr("{file} is not in UTF-8. Save it anew with the encoding UTF-8.").format(file=file)
        ) from error


def recipe_name(file: Path) -> str:
    """Return a recipe's name: that of its file without .rezept.json or .json."""
    return next((file.name[: -len(end)] for end in SUFFIXES if file.name.lower().endswith(end)), file.name)


def write_texts(texts: Mapping[Path, str]) -> None:
    """Write text files so that each is whole or not there: beside its place first, then renamed; raise InputError."""
    ready: list[tuple[Path, Path]] = []
    try:
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_name(f".{file.name}.{uuid4().hex}")
            ready.append((beside, file))
            beside.write_bytes(text.encode("utf-8"))
        for beside, file in ready:
            beside.replace(file)
    except OSError as error:
        raise InputError(
            tr("{file} cannot be written: {reason}.").format(file=ready[-1][1] if ready else "", reason=error.strerror)
        ) from error
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)
