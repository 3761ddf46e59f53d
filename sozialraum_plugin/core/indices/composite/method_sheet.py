"""The method sheet of a composite index: all that is needed to compute it anew, as HTML.

Two pages of the same content: one for browsers, self-contained and printable, and one in the part of HTML that Qt's
text document understands, from which the PDF is printed. Templates are run in jinja2's sandbox with autoescape.
"""

from __future__ import annotations

import configparser
from typing import Any

import pandas as pd
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from ...messages import tr
from ...numbers import MISSING_MARK, format_date, format_number
from ...paths import plugin_file, resource
from ...publication import INTERNAL_NOTE, internal_rows
from .composite_recipe import CompositeRecipe
from .composite_table import CompositeTable
from .dimensions import dimension_lines, level_line
from .explain_names import in_language, indicator_names, language
from .explain_table import all_alike_warnings
from .method_sheet_numbers import SheetTable, classes_table, exact, loadings_table, moments_tables
from .method_sheet_sources import origins
from .method_sheet_steps import method_steps
from .taking_part import Columns, TakingPart, taking_part

MOST_ROWS = 1000  # of the table of values; an index of more areas is in the table that the algorithm writes
SHEET_TEMPLATE = "method_sheet.html.j2"


def method_sheet(
    table: pd.DataFrame, columns: Columns, computed: CompositeTable, today: str = "", printed: bool = False
) -> str:
    """Return the sheet of a computed index as HTML; `today` is an ISO date, `printed` means for Qt's text document.

    `table` is what the index was computed from, with columns that tell sources and Stichtage if there are any.
    """
    recipe = computed.recipe
    part = taking_part(table, recipe, columns)
    return _environment().get_template(SHEET_TEMPLATE).render(
        language=language(),
        printed=printed,
        wide=landscape(recipe),
        title=sheet_title(recipe),
        note=INTERNAL_NOTE if internal_rows(table).any() else "",
        facts=_facts(recipe, computed, columns, today),
        steps=method_steps(recipe, columns),
        indicators=_indicators(table, recipe),
        numbers=[found for found in (*moments_tables(computed, part), loadings_table(computed)) if found],
        classes=classes_table(computed, part),
        excluded=_excluded(table, columns, part),
        reasons=_reasons(part),
        values=_values(table, columns, computed, part),
        notes=[*dimension_lines(recipe, computed.result.dimensions), *level_line(recipe)],
        models=part.filled.lines(),
        warnings=[*computed.warnings, *all_alike_warnings(computed)],
        words=_words(),
    )  # fmt: skip


def sheet_title(recipe: CompositeRecipe) -> str:
    """Return the heading of the sheet."""
    return tr("Method sheet: {name}").format(name=in_language(recipe.name) or tr("own recipe"))


def plugin_version() -> str:
    """Return the version of the plugin from its metadata."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(plugin_file("metadata.txt").read_text(encoding="utf-8"))
    return parser.get("general", "version", fallback="")


def _words() -> dict[str, str]:
    return {
        "facts": tr("Overview"),
        "indicators": tr("Indicators"),
        "steps": tr("Steps"),
        "numbers": tr("Numbers found on the way"),
        "classes": tr("Classes"),
        "excluded": tr("Areas left out"),
        "areas": tr("Values, index, rank and class of the areas"),
        "warnings": tr("What to know before using the index"),
        "no_warnings": tr("There are no warnings."),
        "models": tr("Models of missing values"),
        "letters": tr(
            "In the formulas i is the area, j the indicator, x its value (times −1 with polarity −), t the comparable "
            "value, w the weight, n the number of areas."
        ),
        "made": tr("Made by the QGIS plugin Sozialraum, version {version}.").format(version=plugin_version()),
        "none": tr("none"),
    }


def _facts(recipe: CompositeRecipe, computed: CompositeTable, columns: Columns, today: str) -> list[tuple[str, str]]:
    left_out = computed.balance.total - len(computed.rows)
    facts = [
        (tr("Recipe"), recipe.code or tr("own choices, no preset")),
        (tr("Source of the method"), recipe.source),
        (tr("Description"), in_language(recipe.method)),
        (tr("Areas with an index"), format_number(len(computed.rows))),
        (tr("Areas left out"), format_number(left_out)),
        (tr("Field of the area code"), columns.area),
        (tr("Field of the year"), columns.year or ""),
        (tr("Date of this sheet"), format_date(today) if today else ""),
        (tr("Version of the plugin"), plugin_version()),
    ]
    return [(name, text) for name, text in facts if text]


def _indicators(table: pd.DataFrame, recipe: CompositeRecipe) -> SheetTable:
    found = origins(table, recipe)
    with_group = bool(recipe.groups)
    head = [tr("Indicator"), tr("Field"), tr("Polarity"), tr("Weight"), tr("Transform")]
    head += [*([tr("Theme")] if with_group else []), tr("Source"), tr("Stichtag"), tr("Definition")]
    rows = []
    for ingredient, name, origin in zip(recipe.ingredients, indicator_names(recipe), found):
        polarity = tr("+ (more is more burden)") if ingredient.sign > 0 else tr("− (more is less burden)")
        group = [ingredient.group] if with_group else []
        rows.append(
            [
                name,
                ingredient.field,
                polarity,
                exact(ingredient.weight),
                ingredient.transform or recipe.transform,
                *group,
                origin.source or MISSING_MARK,
                origin.dates or MISSING_MARK,
                origin.definition or MISSING_MARK,
            ]  # fmt: skip
        )
    return SheetTable(tr("Indicators with polarity, weight, source and Stichtag"), head, rows, "indikatoren")


def _labels(table: pd.DataFrame, columns: Columns, part: TakingPart, row: int) -> list[str]:
    name = table[columns.name].tolist()[row] if columns.name else None
    labels = [str(part.candidates.codes[row] or MISSING_MARK)]
    labels += [str(name) if name is not None and name == name else MISSING_MARK] if columns.name else []
    return labels + ([str(part.years[row] or MISSING_MARK)] if part.years else [])


def _label_head(columns: Columns) -> list[str]:
    return [tr("Code"), *([tr("Name")] if columns.name else []), *([tr("Year")] if columns.year else [])]


def _excluded(table: pd.DataFrame, columns: Columns, part: TakingPart) -> SheetTable | None:
    rows = [
        [*_labels(table, columns, part, row), reason] for row, reason in enumerate(part.reasons) if reason is not None
    ]
    if not rows:
        return None
    caption = tr("Areas that are left out, each with its reason")
    if len(rows) > MOST_ROWS:
        text = tr("{caption} (the first {count} of {all}; the others are in the table of the index)")
        caption = text.format(caption=caption, count=format_number(MOST_ROWS), all=format_number(len(rows)))
    return SheetTable(caption, [*_label_head(columns), tr("Reason")], rows[:MOST_ROWS], "ausgeschlossen")


def _reasons(part: TakingPart) -> list[str]:
    """Return how many areas each reason leaves out."""
    counts = pd.Series([reason for reason in part.reasons if reason is not None], dtype=object).value_counts()
    return [f"{reason}: {format_number(int(count))}" for reason, count in counts.items()]


def _values(table: pd.DataFrame, columns: Columns, computed: CompositeTable, part: TakingPart) -> SheetTable | str:
    """Return the values and results of the areas that take part, or where they are if there are too many."""
    recipe, result = computed.recipe, computed.result
    if len(part.rows) > MOST_ROWS:
        text = tr("The {count} areas with their values are in the table of the index (t_… and beitrag_…).")
        return text.format(count=format_number(len(part.rows)))
    helpers = [name for name in (*recipe.fields, *recipe.helpers)]
    weighing = [columns.population] if recipe.weighted and columns.population else []
    values, marks = part.filled.values, part.filled.estimated
    people: Any = part.candidates.population.values if part.candidates.population else None
    rows = []
    for place, row in enumerate(part.rows.tolist()):
        cells = [
            exact(float(values[name].iloc[row])) + (" *" if bool(marks[name].iloc[row]) else "") for name in helpers
        ]
        cells += [exact(float(people[row]))] if weighing else []
        class_ = str(int(result.class_[place])) if result.class_[place] else MISSING_MARK
        outcome = [exact(float(result.index[place])), str(int(result.rank[place])), class_]
        rows.append([*_labels(table, columns, part, row), *cells, *outcome])
    head = [*_label_head(columns), *helpers, *weighing, tr("Index"), tr("Rank"), tr("Class")]
    return SheetTable(tr("Values of the indicators, index, rank and class of every area"), head, rows, "werte")


def landscape(recipe: CompositeRecipe) -> bool:
    """Tell whether the table of values needs a wide page."""
    return len(recipe.fields) + len(recipe.helpers) > 4


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(str(resource("indices", "templates"))), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
