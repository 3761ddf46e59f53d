#!/usr/bin/python3
"""Keep i18n/sozialraum_<language>.ts in step with the tr("...") texts of the source.

Without options the .ts is rewritten: new texts come in unfinished, vanished ones go, translations stay. `--fill` takes
translations from JSON files ({"English": "German"}); `--check` only tells what is missing and fails if anything is.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "sozialraum_plugin"
CONTEXT = "Sozialraum"
PLACEHOLDER = re.compile(r"\{\w+(?::[^{}]*)?\}")


def main() -> int:
    """Do what the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", default="de")
    parser.add_argument("--fill", type=Path, nargs="*", default=[], metavar="JSON")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    path = ROOT / "i18n" / f"sozialraum_{options.language}.ts"
    texts = source_texts()
    translations = read_translations(path)
    if options.check:
        problems = find_problems(texts, translations)
        sys.stdout.writelines(f"{problem}\n" for problem in problems)
        return 1 if problems else 0
    for file in options.fill:
        filled = json.loads(file.read_text(encoding="utf-8"))
        translations.update({text: value for text, value in filled.items() if text in texts})
    write_translations(path, options.language, texts, translations)
    missing = [text for text in texts if not translations.get(text)]
    sys.stdout.write(f"{len(texts)} texts, {len(missing)} without translation\n")
    return 0


def source_texts() -> dict[str, str]:
    """Return every literal inside tr(...), mapped to the file where it first stands, sorted by file."""
    texts: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "tr":
                for argument in node.args[:1]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        texts.setdefault(argument.value, str(path.relative_to(ROOT)))
    return texts


def find_problems(texts: dict[str, str], translations: dict[str, str]) -> list[str]:
    """Return what is not translated, not used any more, or has other placeholders than its source."""
    problems = [f"not translated ({place}): {text}" for text, place in texts.items() if not translations.get(text)]
    problems += [f"not in the source any more: {text}" for text in translations if text not in texts]
    for text, translation in translations.items():
        if translation and sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(translation)):
            problems.append(f"placeholders differ: {text}")
    return problems


def read_translations(path: Path) -> dict[str, str]:
    """Return source text -> translation of a .ts file; an unfinished one is empty."""
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") != "unfinished"
        found[message.findtext("source", "")] = (translation.text or "") if finished else ""
    return found


def write_translations(path: Path, language: str, texts: dict[str, str], translations: dict[str, str]) -> None:
    """Write the .ts file as Qt Linguist does."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, place in texts.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../{place}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = translations.get(text, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
