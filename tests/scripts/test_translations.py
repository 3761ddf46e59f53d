"""The plugin speaks complete German."""

from __future__ import annotations

import translations


def test_every_text_is_translated_with_its_placeholders():
    path = translations.ROOT / "i18n" / "sozialraum_de.ts"
    problems = translations.find_problems(translations.source_texts(), translations.read_translations(path))
    assert not problems, "\n".join(problems)


def test_a_changed_placeholder_is_found():
    assert translations.find_problems({"{count} rows": "x.py"}, {"{count} rows": "{anzahl} Zeilen"}) == [
        "placeholders differ: {count} rows"
    ]
