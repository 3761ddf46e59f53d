"""The method sheet is enough to compute the index anew: the tests here know nothing but its HTML."""

import doctest
import math
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.indices.composite import method_sheet as module
from sozialraum_plugin.core.indices.composite import method_sheet_numbers
from sozialraum_plugin.core.indices.composite.classification import Rule
from sozialraum_plugin.core.indices.composite.composite_recipe import CompositeRecipe, Ingredient, read_recipe
from sozialraum_plugin.core.indices.composite.composite_table import composite_table
from sozialraum_plugin.core.indices.composite.method_sheet import MOST_ROWS, method_sheet
from sozialraum_plugin.core.indices.composite.taking_part import Columns

COLUMNS = Columns("gebiet", "gebiet_name", "ew")
RECIPE = CompositeRecipe((Ingredient("a"), Ingredient("b", "-", 2.5), Ingredient("c", weight=0.5)), min_population=300)


class Sheet(HTMLParser):
    """Reads the tables of a sheet as a reader would: by their captions' ids, heads and cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.opened: list[str] = []
        self.headings: list[str] = []
        self.language = ""
        self.captions = 0
        self._rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.opened += [found[name] for name in ("src", "href") if name in found]
        self.captions += tag == "caption"
        if tag == "html":
            self.language = found["lang"]
        elif tag == "table":
            self._rows = self.tables.setdefault(found.get("id", ""), [])
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th", "h1", "h2", "h3"):
            self._cell = []

    def handle_data(self, data):
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._rows[-1].append("".join(self._cell))
        elif tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        self._cell = None if tag in ("td", "th", "h1", "h2", "h3") else self._cell

    def frame(self, name: str) -> pd.DataFrame:
        head, *rows = self.tables[name]
        return pd.DataFrame(
            rows, columns=[f"{text}{number}" if text == "Value" else text for number, text in enumerate(head)]
        )


def number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", "."))


def numbers(texts) -> np.ndarray:
    return np.array([number(text) for text in texts])


def table(count: int = 40) -> pd.DataFrame:
    random = np.random.default_rng(4)
    return pd.DataFrame(
        {
            "gebiet": [f"0{n:03}" for n in range(count)],
            "gebiet_name": [f"Ort <{n}>" for n in range(count)],
            "ew": [100 + 100 * n for n in range(count)],
            "a": random.gamma(3, 4, count).round(2),
            "b": random.normal(2000, 300, count).round(0),
            "c": random.random(count).round(4),
        }
    ).astype(object)


def sheet(recipe: CompositeRecipe, frame: pd.DataFrame | None = None, columns: Columns = COLUMNS):
    frame = table() if frame is None else frame
    computed = composite_table(frame, recipe, columns)
    html = method_sheet(frame, columns, computed, "2025-03-01")
    return Sheet(html), html, computed


def ordered(values: np.ndarray) -> np.ndarray:
    """Return the lowest place of each value, from 0."""
    return np.array([(values < value).sum() for value in values], dtype=float)


def comparable(kind: str, values: np.ndarray, moments: tuple[float, float] | None) -> np.ndarray:
    count = len(values)
    if kind == "zscore":
        return (values - moments[0]) / moments[1]
    if kind == "minmax":
        return (values - moments[0]) / (moments[1] - moments[0])
    if kind == "rank":
        return np.array([(values < v).sum() + ((values == v).sum() + 1) / 2 for v in values])
    if kind == "percentile":
        return ordered(values) / (count - 1)
    if kind == "exponential":
        share = (count - ordered(-values)) / count
        return -23 * np.log(1 - share * (1 - math.exp(-100 / 23)))
    return values


def recomputed(found: Sheet, aggregation: str) -> np.ndarray:
    """Follow the sheet step by step."""
    indicators, values = found.frame("indikatoren"), found.frame("werte")
    moments = {}
    if "momente" in found.tables:
        rows = found.frame("momente")
        moments = dict(zip(rows["Field"], zip(numbers(rows["Value3"]), numbers(rows["Value5"]))))
    parts, weights = [], numbers(indicators["Weight"])
    for field, polarity, kind in zip(indicators["Field"], indicators["Polarity"], indicators["Transform"]):
        sign = -1 if polarity.startswith("−") else 1
        column = numbers(values[field])
        if kind == "percentile" and sign < 0:
            parts.append(1 - comparable(kind, column, None))
        else:
            parts.append(comparable(kind, sign * column, moments.get(field)))
    stack = np.array(parts)
    if aggregation == "sum":
        result = weights @ stack
    elif aggregation == "mean":
        result = weights @ stack / weights.sum()
    elif aggregation == "geometric":
        with np.errstate(divide="ignore"):
            result = np.exp(weights @ np.log(stack) / weights.sum())
    else:
        rows = found.frame("ladungen")
        standard = (stack.T - numbers(rows["Mean of t"])) / numbers(rows["Standard deviation of t"])
        result = standard @ numbers(rows["Loading a"])
    if "indexmomente" in found.tables:
        row = found.frame("indexmomente").iloc[0]
        result = comparable(row["Step"], result, (number(row["Value3"]), number(row["Value5"])))
    return result


@pytest.mark.parametrize(
    ("changes", "aggregation"),
    [
        ({}, "sum"),
        ({"ddof": 1, "restandardise": "zscore", "rule": Rule("sd", 4, (-1.0, 1.0, 1.5))}, "sum"),
        ({"transform": "minmax", "aggregation": "mean", "restandardise": "minmax"}, "mean"),
        ({"transform": "rank"}, "sum"),
        ({"transform": "percentile"}, "sum"),
        ({"transform": "exponential", "rule": Rule("rank", 10)}, "sum"),
        ({"transform": "percentile", "aggregation": "geometric"}, "geometric"),
        ({"transform": "zscore", "weighted": True, "level_restandardise": "minmax"}, "sum"),
        ({"aggregation": "pca"}, "pca"),
    ],
    ids=str,
)
def test_the_index_can_be_computed_anew_from_the_sheet_alone(changes, aggregation):
    recipe = replace(RECIPE, **changes)
    recipe = recipe.with_weights([1.0]) if aggregation == "pca" else recipe
    found, _, computed = sheet(recipe)
    values = found.frame("werte")
    index = recomputed(found, aggregation)
    assert len(values) == len(computed.rows) > 30
    assert np.allclose(index, numbers(values["Index"]), rtol=0, atol=1e-8)
    assert np.allclose(index, computed.result.index, rtol=0, atol=1e-8)
    for own, rank in zip(index, numbers(values["Rank"])):
        assert (index > own + 1e-9).sum() + 1 <= rank <= (index > own - 1e-9).sum()


def test_the_classes_follow_from_the_limits_of_the_sheet():
    found, _, _ = sheet(RECIPE)
    classes, values = found.frame("klassen"), found.frame("werte")
    index = numbers(values["Index"])
    total = 0
    for _, row in classes.iterrows():
        low = -np.inf if row["Index from"] == "–" else number(row["Index from"])
        high = np.inf if row["Index to"] == "–" else number(row["Index to"])
        inside = (index > low + 1e-9) & (index <= high + 1e-9)
        assert set(values["Class"][inside]) == {row["Class"]}
        assert int(row["Number of areas"]) == inside.sum()
        total += inside.sum()
    assert total == len(values)


def test_areas_left_out_stand_there_with_their_reason():
    frame = table()
    frame.loc[7, "a"] = None
    found, html, computed = sheet(RECIPE, frame)
    excluded = found.frame("ausgeschlossen")
    assert len(excluded) == 40 - len(computed.rows)
    assert "no value in a" in set(excluded["Reason"])
    assert "fewer than 300 inhabitants: 2" in html and len(excluded) == 3
    assert "An area with a missing value in any indicator is left out." in html


def test_sources_and_stichtage_come_from_the_table_and_names_from_the_catalogue():
    frame = (
        table()
        .rename(columns={"a": "B10"})
        .assign(stichtag="2024-12-31", quelle_B10="Melderegister <Stadt>", quelle="Jobcenter")
    )
    recipe = replace(RECIPE, ingredients=(Ingredient("B10"), Ingredient("b", "-", title={"en": "Income"})))
    found, _, _ = sheet(recipe, frame)
    rows = found.frame("indikatoren").set_index("Field")
    assert rows.loc["B10", "Indicator"] == "Share 65 and over"
    assert rows.loc["B10", "Source"] == "Melderegister <Stadt>"
    assert rows.loc["B10", "Definition"].startswith("Persons aged 65")
    assert rows.loc["b", "Source"] == "Jobcenter"
    assert rows.loc["b", "Indicator"] == "Income"
    assert set(rows["Stichtag"]) == {"31.12.2024"}


def test_the_page_is_self_contained_and_has_the_structure_a_screen_reader_needs():
    found, html, _ = sheet(RECIPE)
    assert found.opened == []
    assert "url(" not in html and "<script" not in html
    assert found.language == "en"
    assert found.headings[0] == "h1" and found.headings.count("h1") == 1 and "h3" in found.headings
    assert found.captions == len(found.tables)
    assert 'scope="col"' in html and 'scope="row"' in html
    assert "@media print" in html
    assert "Ort &lt;1&gt;" in html and "Ort <1>" not in html


def test_internal_tables_say_so():
    _, html, _ = sheet(RECIPE, table().assign(vermerk="intern"))
    assert "intern – nicht weitergeben" in html
    assert "intern – nicht weitergeben" not in sheet(RECIPE)[1]


def test_version_warnings_and_presets():
    frame = table(10)
    html = sheet(replace(read_recipe("z_summe").with_fields(["a", "b"]), min_population=0), frame)[1]
    assert f"version {module.plugin_version()}" in html and module.plugin_version()[0].isdigit()
    assert "Only 10 areas have an index" in html
    preset = read_recipe("berlin_mss_status")
    html = sheet(preset.with_fields(["a", "b", "c"]) if len(preset.fields) == 3 else preset, _renamed(preset))[1]
    assert preset.source in html


def _renamed(preset: CompositeRecipe) -> pd.DataFrame:
    frame = table()
    random = np.random.default_rng(1)
    return frame.assign(**{name: random.normal(10, 2, len(frame)) for name in preset.fields})


def test_years_and_many_areas():
    frame = pd.concat([table().assign(jahr="2020"), table(30).assign(jahr="2021")], ignore_index=True)
    found, _, _ = sheet(RECIPE, frame, replace(COLUMNS, year="jahr"))
    assert set(found.frame("momente")["Year"]) == {"2020", "2021"}
    assert set(found.frame("werte")["Year"]) == {"2020", "2021"}
    large, html, _ = sheet(replace(RECIPE, min_population=0), table(MOST_ROWS + 1))
    assert "werte" not in large.tables
    assert "The 1.001 areas with their values are in the table of the index" in html


def test_numbers_as_text():
    assert doctest.testmod(method_sheet_numbers).failed == 0
