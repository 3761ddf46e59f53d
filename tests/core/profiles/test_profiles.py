"""The whole model and its table: what a planner finds in the profile of an area."""

import re

import pandas as pd
import pytest
from profile_data import areas_frame, indicator_row, indicators_frame

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.profiles.accounts import area_balance, facility_balance, index_balance, indicator_balance
from sozialraum_plugin.core.profiles.charts import Charts
from sozialraum_plugin.core.profiles.colours import Theme, contrast_ratio, theme_with
from sozialraum_plugin.core.profiles.flow import PAGE_TOP, page_flow
from sozialraum_plugin.core.profiles.footer import Imprint
from sozialraum_plugin.core.profiles.indicator_pages import SLOTS
from sozialraum_plugin.core.profiles.places import Places
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.table import profile_fields, profile_table, safe_code, slug, title_lines
from sozialraum_plugin.core.profiles.texts import Texts

AREAS = areas_frame(
    [
        ("0599900101", "Mühlenviertel", "sozialraum", "05999001", "05999001", 4310),
        ("0599900102", "Auenland", "sozialraum", "05999001", "05999001", 5200),
        ("0599900201", "Am Hammer", "sozialraum", "05999002", "05999002", 2100),
        ("059990010001", "Mühlenviertel Nord", "quartier", "0599900101", "05999001", 2000),
        ("059990010002", "Mühlenviertel Süd", "quartier", "0599900101", "05999001", 2310),
        ("05999001", "Musterstadt", "gemeinde", "05999", "05999001", 9510),
        ("05999002", "Neudorf", "gemeinde", "05999", "05999002", 2100),
        ("05999", "Musterkreis", "kreis", None, None, 11610),
    ]
)
TEXTS = Texts("de")


def builder(indicators: pd.DataFrame, index: pd.DataFrame | None = None, areas=AREAS, **options) -> ProfileBuilder:
    sizes = {"0599900101": 4_120_000.0}
    return ProfileBuilder(areas, indicators, index, sizes, ProfileOptions(**options), TEXTS)


def table_of(made: ProfileBuilder) -> pd.DataFrame:
    profiles = list(made.profiles())
    charts = Charts(Theme(), TEXTS)
    drawn = {profile.place.code: set(charts.of_profile(profile)) for profile in profiles}
    return profile_table(profiles, drawn, {}, TEXTS).set_index("gebiet")


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return table_of(builder(indicators_frame(AREAS), imprint=Imprint("Stadt Muster", "01.01.2026")))


def test_each_area_of_the_level_has_a_row_with_all_columns(table):
    assert list(table.index) == ["0599900101", "0599900102", "0599900201"]
    assert [table.index.name, *table.columns] == [field.name for field in profile_fields()]


def test_the_head_names_place_hierarchy_size_and_edition(table):
    row = table.loc["0599900101"]
    assert row["untertitel"].replace("\u00a0", " ") == (
        "Sozialraum 0599900101 · Musterstadt · 2 Quartiere · 412 ha · Gebietsstand 01.01.2026"
    )
    assert row["kopf"] == "0599900101 Mühlenviertel"


def test_a_tile_carries_value_commune_kreis_and_rank_by_hand():
    values = {"0599900101": 22.84, "0599900102": 11.0, "0599900201": 30.0, "05999001": 16.4, "05999": 18.0}
    rows = [indicator_row(area, "A08", "2025-06-30", value) for area, value in values.items()]
    row = table_of(builder(pd.DataFrame(rows, dtype=object))).loc["0599900101"]
    tile = [row[f"kachel1_{part}"] for part in ("wert", "einheit", "gemeinde", "kreis", "rang")]
    assert tile == ["22,8", "%", "16,4", "18,0", "Rang 2 von 3"]
    assert row["kachel2_name"] is None


def test_wanted_tiles_come_first_and_absent_ones_are_replaced(table):
    made = builder(indicators_frame(AREAS), tiles=["K05", "X99", "B01"])
    codes = [indicator.code for indicator in made.tile_indicators]
    assert codes[:2] == ["K05", "B01"]
    assert len(codes) == 8
    assert not any(re.fullmatch(r"P[MW]\d\d", code) for code in codes)


def test_a_hidden_value_survives_in_no_column_and_no_chart():
    indicators = indicators_frame(AREAS)
    hidden = (indicators["gebiet"] == "0599900101") & (indicators["stichtag"] == "2025-12-31")
    indicators.loc[hidden, ["wert", "zaehler", "nenner"]] = [987.654, 98765.0, 10000.0]
    indicators.loc[hidden, "kennzeichen"] = "geheim"
    made = builder(indicators)
    table = table_of(made)
    everything = " ".join(str(cell) for cell in table.to_numpy().ravel())
    everything += "".join("".join(Charts(Theme(), TEXTS).of_profile(profile).values()) for profile in made.profiles())
    assert not re.search(r"987[.,]?6|98\.?765", everything)
    row = table.loc["0599900101"]
    assert row["kachel5_wert"] == "·"
    assert row["kachel5_einheit"] is None and row["kachel5_rang"] is None
    assert row["zeitreihe_zeile1"].endswith("\n·")
    assert "· = aus Gründen der statistischen Geheimhaltung" in row["fusszeile"]
    assert "·" not in table.loc["0599900201", "fusszeile"]


def test_a_pyramid_bar_cannot_tell_how_many_a_hidden_group_holds():
    """The shown shares add up to 100 whatever the hidden count is."""
    shares = []
    for count in (5.0, 500.0):
        indicators = indicators_frame(AREAS)
        cell = (indicators["gebiet"] == "0599900101") & (indicators["indikator"] == "PM85")
        indicators.loc[cell, ["wert", "kennzeichen"]] = [count, "geheim"]
        pyramid = next(builder(indicators).profiles()).pyramid
        assert pyramid.men[-1] is None
        shares.append(pyramid.men[:-1] + pyramid.women)
    assert shares[0] == shares[1]
    assert sum(shares[0]) == pytest.approx(100)


@pytest.mark.parametrize(
    ("row", "headline", "note", "status"),
    [
        ((3, "+/-", "3+/-", None), "Status niedrig · Dynamik stabil", "Klasse 3+/−", 3),
        ((1, None, "1", None), "Status hoch", "Klasse 1", 1),
        ((None, None, None, "weniger als 300 Einwohner"), "Ohne Indexklasse", "weniger als 300 Einwohner", None),
    ],
)
def test_the_class_is_said_in_words(row, headline, note, status):
    columns = ["gebiet", "status", "dynamik", "gesamt", "ausgeschlossen"]
    index = pd.DataFrame([("0599900101", *row)], columns=columns, dtype=object)
    badge = next(builder(indicators_frame(AREAS), index).profiles()).badge
    assert (badge.headline, badge.note, badge.status) == (headline, note, status)
    assert list(builder(indicators_frame(AREAS), index).profiles())[1].badge is None


def test_one_level_alone_works_without_any_comparison():
    alone = AREAS.iloc[:3].assign(uebergeordnet=None, gemeinde=None)
    row = table_of(builder(indicators_frame(alone), areas=alone)).loc["0599900101"]
    assert row["kachel5_gemeinde"] is None and row["kachel5_kreis"] is None
    assert row["zeitreihe_zeile2"] is None
    assert row["haushalte_hinweis"] is None
    assert "Gemeinde" not in row["satz"]


def test_a_level_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(InputError, match="stadtteil.*gemeinde, kreis, quartier, sozialraum"):
        builder(indicators_frame(AREAS), level="stadtteil")


def test_a_code_that_occurs_twice_is_refused():
    with pytest.raises(InputError, match="0599900101"):
        builder(indicators_frame(AREAS), areas=pd.concat([AREAS, AREAS.iloc[:1]]))


def test_a_circle_in_the_hierarchy_ends():
    circle = areas_frame([("1", "A", "sozialraum", "2", None, 1), ("2", "B", "quartier", "1", None, 1)])
    assert Places(circle).commune_of(Places(circle).all[0]) is None


def test_sections_without_data_disappear_and_the_page_closes_up():
    indicators = indicators_frame(AREAS)
    full = page_flow(next(builder(indicators).profiles()))
    without_pyramid = indicators[~indicators["indikator"].str.match("P[MW]")]
    closed = page_flow(next(builder(without_pyramid).profiles()))
    assert full.series_y > closed.series_y > PAGE_TOP
    assert closed.bars_x < full.bars_x
    empty = next(builder(indicators.iloc[:0]).profiles())
    assert page_flow(empty).series_y == PAGE_TOP
    assert page_flow(empty).text_y < full.text_y


def test_a_long_table_leaves_no_indicator_out():
    extra = [indicator_row("0599900101", f"Z{number}", "2025-12-31", 1.5) for number in range(300)]
    indicators = pd.concat([indicators_frame(AREAS), pd.DataFrame(extra, dtype=object)])
    row = table_of(builder(indicators)).loc["0599900101"]
    names = [name for name in row["alle_name"].split("\n") if name]
    assert len(names) == len(set(names)) == 19 + 300  # 18 shares and the population
    columns = [row[f"alle_{part}"].split("\n") for part in ("thema", "name", "wert", "kreis", "rang")]
    assert {len(column) for column in columns} == {len(row["alle_bild"].split("\n")) * SLOTS}


def test_the_footer_names_each_source_once_with_its_stichtage(table):
    text = table.loc["0599900101", "fusszeile"]
    assert text.count("BA AkG 31.12.2025") == 1
    assert "Herausgeber: Stadt Muster." in text


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Mühlenviertel", "Mühlenviertel"),
        ("Oberhausen-Schmachtendorf/Walsumermark-Süd", "Oberhausen-Schmachtendorf/\nWalsumermark-Süd"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesellschaft"),
    ],
)
def test_long_names_break_where_german_allows_it(name, lines):
    assert title_lines(name) == lines


def test_file_names_are_safe_and_no_two_codes_become_one():
    assert slug("Nördl. Höhe/Süd ß") == "noerdl-hoehe-sued-ss"
    assert slug("***") == "gebiet"
    assert len({safe_code(code) for code in ("a/b", "a b", "a_b", "ab")}) == 4
    assert safe_code("0599900101") == "0599900101"


def test_contrast_is_that_of_the_standard_and_pale_accents_are_refused():
    """#767676 on white is the well-known limit, 4.54 : 1 (WebAIM); black on white is 21 : 1."""
    assert contrast_ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme_with("#767676").accent == "#767676"
    with pytest.raises(InputError, match=r"#8A979D.*3\.0"):
        theme_with("#8a979d")
    with pytest.raises(InputError, match="teal"):
        theme_with("teal")


def test_every_row_is_accounted_for():
    indicators = pd.DataFrame(
        [
            indicator_row("0599900101", "A", "2025-12-31", 1.0),
            indicator_row("0599900102", "A", "2025-12-31", 1.0, kennzeichen="geheim"),
            indicator_row("99", "A", "2025-12-31", 1.0, kennzeichen="geheim"),
        ],
        dtype=object,
    )
    assert list(indicator_balance(indicators, Places(AREAS)).outcomes.values()) == [1, 1, 1]
    assert list(area_balance(Places(AREAS), "sozialraum").outcomes.values()) == [3, 5]
    assert list(index_balance(pd.DataFrame({"gebiet": ["1", "2"]}), ["1"]).outcomes.values()) == [1, 1]
    assert list(facility_balance(["Kita", "bus_stop", "Denkmal", None]).outcomes.values()) == [2, 2]


def test_the_sources_of_one_indicator_are_told_apart():
    more = {"quelle": "Jugendamt; EMR", "stichtag_nenner": "2024-12-31"}
    rows = [indicator_row("0599900101", "K01", "2025-03-01", 30.0, **more)]
    rows += [indicator_row("0599900101", "B08", "2025-12-31", 17.0)]
    text = table_of(builder(pd.DataFrame(rows, dtype=object))).loc["0599900101", "fusszeile"]
    assert text.startswith("Quellen: Jugendamt 01.03.2025; EMR 31.12.2025, 31.12.2024.")
