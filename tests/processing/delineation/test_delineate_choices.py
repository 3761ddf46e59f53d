"""Numbers of areas, levels within each other and the expert's decisions, as a planner runs them in QGIS."""

import pytest
from qgis.core import QgsGeometry
from square_town import (
    COMMUNES,
    LEVELS,
    TEMPORARY,
    X0,
    Y0,
    blocks,
    counts_table,
    delineated,
    line,
    lines,
    parameters,
    rectangle,
    refused,
)

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind


# -- numbers --------------------------------------------------------------------------------------------------------
def test_as_many_areas_as_asked_for():
    areas, _, outputs, log = delineated(AREA_COUNT=36)
    assert len(areas) == outputs["AREAS"] == 36 and outputs["UNMET"] == 0
    assert "36 areas have 2.400 inhabitants on average, not the target of 3.000" in log


def test_as_many_areas_per_commune_as_the_table_says():
    counts = counts_table([{"gemeinde": "5334002", "anzahl": 9}, {"gemeinde": COMMUNES[1], "anzahl": 21}])
    areas, _, outputs, _ = delineated(COUNTS=counts)
    assert areas["gemeinde"].value_counts().to_dict() == {COMMUNES[0]: 9, COMMUNES[1]: 21}
    assert outputs["UNMET"] == 0 and areas["einwohner"].between(1500, 6000).all()


def test_the_numbers_of_the_staedteregion():
    numbers = [14, 7, 14, 11, 2, 2, 3, 16, 8]
    rows, wkts, y = [], [], 0
    for commune, number in enumerate(numbers):
        for _ in range(number):
            for x in range(15):
                rows.append({"gemeinde": f"0533400{commune}", "einwohner": 300, "sgb2": float((7 * x + 3 * y) % 11)})
                wkts.append(rectangle(X0 + 100 * x, Y0 + 100 * y, X0 + 100 * x + 100, Y0 + 100 * y + 100))
            y += 1
    kinds = {"gemeinde": Kind.TEXT, "einwohner": Kind.INTEGER, "sgb2": Kind.REAL}
    counts = counts_table([{"gemeinde": f"533400{commune}", "anzahl": n} for commune, n in enumerate(numbers)])
    areas, _, outputs, log = delineated(
        memory_layer("Polygon", rows, kinds, wkts), COUNTS=counts, EFFORT="fast", NAME_FIELD=None, MIN_POPULATION=700,
        MAX_POPULATION=8500,
    )  # fmt: skip
    found = areas.groupby("gemeinde").size().tolist()
    assert found == list(numbers) and outputs["UNMET"] == 0
    assert areas["einwohner"].between(700, 8500).all()


def test_numbers_that_contradict_are_refused_in_one_sentence():
    one = counts_table([{"gemeinde": COMMUNES[0], "anzahl": 9}])
    assert "cannot hold 86.400 inhabitants. Ask for at least 15" in refused(AREA_COUNT=5)
    assert "Ask for at most 57 areas, or lower the minimum" in refused(AREA_COUNT=80)
    assert "AREA_COUNT asks for 20 areas, but COUNTS adds up to 9" in refused(AREA_COUNT=20, COUNTS=one)
    assert "Choose the commune field" in refused(COUNTS=one, COMMUNE_FIELD=None)
    other = memory_layer("NoGeometry", [{"zahl": 3}], {"zahl": Kind.INTEGER}, name="anzahlen")
    assert "COUNTS_COMMUNE_FIELD: choose a field of “anzahlen”. It has: zahl" in refused(COUNTS=other)
    many = counts_table([{"gemeinde": COMMUNES[0], "anzahl": 99}])
    assert "Commune 05334002: 99 areas of at least 1.500" in refused(COUNTS=many)
    assert "names no number for commune “05334004”" in delineated(COUNTS=one)[3]


# -- levels ---------------------------------------------------------------------------------------------------------


def test_levels_lie_within_each_other_in_one_run():
    areas, units, outputs, log = delineated(LEVELS=LEVELS)
    by_code = areas.set_index("gebiet")
    assert areas["gebiet"].is_unique and outputs["UNMET"] == 0 and outputs["AREAS"] == len(areas)
    assert areas["ebene"].drop_duplicates().tolist() == ["quartier", "sozialraum", "gemeinde"]
    for level, low, high in (("sozialraum", 8000, 25000), ("quartier", 1500, 6000)):
        own = areas[areas["ebene"] == level]
        assert own["einwohner"].between(low, high).all() and own["einwohner"].sum() == 288 * 300
    for above, below in (("gemeinde", "sozialraum"), ("sozialraum", "quartier")):
        parts = areas[areas["ebene"] == below]
        assert (by_code.loc[parts["uebergeordnet"], "ebene"] == above).all()
        sums = parts.groupby("uebergeordnet")["einwohner"].sum()
        assert sums.to_dict() == by_code.loc[by_code["ebene"] == above, "einwohner"].to_dict()
        assert all(code.startswith(parent) for code, parent in zip(parts["gebiet"], parts["uebergeordnet"]))
    pairs = units.merge(areas[["gebiet", "uebergeordnet"]], on="gebiet")
    assert (pairs["sozialraum"] == pairs["uebergeordnet"]).all() and len(units) == 288
    assert areas["hinweis"].isna().all() and "Sozialraum: " in log
    quarters = areas[areas["ebene"] == "quartier"]
    assert not quarters.duplicated(["gemeinde", "gebiet_name"]).any()


def test_levels_are_what_the_hierarchy_makes_of_them():
    outputs, _ = run("delineateareas", parameters(blocks(), LEVELS=LEVELS))
    ours = table_of(outputs["OUTPUT"])
    built, _ = run("buildhierarchy", {"LAYERS": [outputs["OUTPUT"]], "TOP_NAME": "Kreis", "OUTPUT": TEMPORARY})
    theirs = table_of(built["OUTPUT"])
    assert built["NOT_NESTED"] == 0
    both = ours.merge(theirs, on="gebiet", suffixes=("", "_built"))
    lower = both[both["ebene"] != "gemeinde"]
    assert len(both) == len(ours) and (lower["uebergeordnet"] == lower["uebergeordnet_built"]).all()
    assert (both["einwohner"].astype(int) == both["einwohner_built"].astype(int)).all()
    assert set(theirs.columns) <= set(ours.columns)


def test_shapes_of_levels_cover_each_other():
    outputs, _ = run("delineateareas", parameters(blocks(), LEVELS=LEVELS))
    by_level = {}
    for feature in outputs["OUTPUT"].getFeatures():
        by_level.setdefault(feature["ebene"], []).append(feature.geometry())
    for outlines in by_level.values():
        assert sum(outline.area() for outline in outlines) == pytest.approx(288e4)
        assert QgsGeometry.unaryUnion(outlines).area() == pytest.approx(288e4)


def test_numbers_per_commune_are_shared_out_among_the_areas_above():
    counts = counts_table([
        {"gemeinde": COMMUNES[0], "anzahl": 13}, {"gemeinde": COMMUNES[1], "anzahl": 10},
        {"gemeinde": COMMUNES[0], "anzahl": 2, "ebene": "sozialraum"}, {"gemeinde": "x", "anzahl": 2, "ebene": "kreis"},
    ])  # fmt: skip
    areas, _, outputs, log = delineated(LEVELS=LEVELS, COUNTS=counts)
    counted = areas.groupby(["ebene", "gemeinde"]).size()
    assert counted["quartier"].tolist() == [13, 10] and counted["sozialraum"].iloc[0] == 2
    assert outputs["UNMET"] == 0 and "1 rows are of a level that is not made here (“kreis”)" in log


def test_what_cannot_nest_is_said_in_log_and_area():
    areas, _, outputs, log = delineated(LEVELS="sozialraum 3000-4500; quartier 2400-2900")
    assert "3.000 to 4.500 inhabitants cannot be divided into areas of 2.400 to 2.900" in log
    found = areas[areas["ebene"] == "quartier"]
    assert outputs["UNMET"] > 0 and (found["hinweis"].notna() == ~found["einwohner"].between(2400, 2900)).all()
    assert "Sozialraum 0533400201: " in log


def test_a_commune_that_is_too_small_is_one_area_on_each_level():
    layer = blocks(change={"B0000": {"gemeinde": "05334099"}, "B0001": {"gemeinde": None}})
    areas, _, _, log = delineated(layer, LEVELS=LEVELS)
    small = areas[areas["gemeinde"] == "05334099"]
    assert sorted(small["ebene"]) == ["gemeinde", "quartier", "sozialraum"] and set(small["einwohner"]) == {300}
    assert "Commune 05334099: all its units together have 300 inhabitants" in log
    assert "Sozialraum 0533409901 has only 300 inhabitants, fewer than the minimum of 1.500" in log
    assert "1 units have no commune, so they lie in no area of the level “gemeinde”" in log
    assert areas["gebiet"].ne("").all() and areas[areas["ebene"] == "quartier"]["einwohner"].sum() == 288 * 300


def test_levels_that_cannot_be_are_refused():
    assert "Choose the commune field" in refused(LEVELS=LEVELS, COMMUNE_FIELD=None)
    assert "is no level" in refused(LEVELS="quartier")


# -- decisions ------------------------------------------------------------------------------------------------------
def decided():
    left = {f"B{x:02d}{y:02d}": {"plan": "K7", "planname": "Kirchviertel"} for x in (3, 4) for y in (4, 5)}
    return {**left, "B0010": {"plan": "0533400201"}, "B0110": {"plan": "0533400201"}, "B0310": {"plan": "K9"},
            "B0210": {"plan": "K9"}}  # fmt: skip


@pytest.mark.parametrize("levels", [None, LEVELS])
def test_units_stay_where_the_expert_put_them(levels):
    areas, units, outputs, log = delineated(
        blocks(change=decided()), FIXED_FIELD="plan", FIXED_NAME_FIELD="planname", LEVELS=levels, CODE_DIGITS=2
    )
    bound = units[units["plan"].notna()]
    assert (bound["gebiet"] == bound["plan"]).all() and len(bound) == 8
    assert areas["gebiet"].is_unique and outputs["UNMET"] == 0
    assert areas.set_index("gebiet").loc["K7", "gebiet_name"] == "Kirchviertel"
    assert "“plan” binds 8 units to 3 areas; 280 units are free" in log
    assert areas[areas["ebene"] == "quartier"]["einwohner"].between(1500, 6000).all()


def test_decisions_that_cannot_hold_are_said():
    far = {"B0000": {"plan": "K1"}, "B2300": {"plan": "K1"}}
    _, units, outputs, log = delineated(blocks(change=far), FIXED_FIELD="plan")
    assert outputs["UNMET"] == 1 and "fixed to area “K1” do not touch" in log
    assert (units["gebiet"] == "K1").sum() > 1
    whole = {f"B{x:02d}{y:02d}": {"plan": "K1"} for x in range(5) for y in range(5)}
    areas, _, _, log = delineated(blocks(change=whole), FIXED_FIELD="plan")
    assert "fixed to area “K1” have 7.500 inhabitants, more than the maximum of 6.000" in log
    assert areas.set_index("gebiet").loc["K1", "einwohner"] == 7500


def test_an_earlier_run_can_be_corrected_and_kept():
    outputs, _ = run("delineateareas", parameters(blocks()))
    units = outputs["OUTPUT_UNITS"]
    before = table_of(units)
    areas, after, _, log = delineated(units, FIXED_FIELD="gebiet")
    assert dict(zip(after["block"], after["gebiet"])) == dict(zip(before["block"], before["gebiet"]))
    assert "einheit" not in after.columns and set(areas["gebiet"]) == set(before["gebiet"])


# -- bad input ------------------------------------------------------------------------------------------------------
def test_small_and_empty_cases_give_a_sentence_and_nothing_wrong():
    one = memory_layer("Polygon", [{"einwohner": 900, "gemeinde": "1", "plan": None}], {
        "einwohner": Kind.INTEGER, "gemeinde": Kind.TEXT, "plan": Kind.TEXT,
    }, [rectangle(X0, Y0, X0 + 100, Y0 + 100)])  # fmt: skip
    common = {"INPUT": one, "COMMUNE_FIELD": "gemeinde", "FIXED_FIELD": "plan", "OUTPUT": TEMPORARY}
    outputs, log = run("delineateareas", {**common, "LEVELS": "gemeinde; sozialraum 500-2000; quartier 100-1000"})
    assert table_of(outputs["OUTPUT"])["gebiet"].tolist() == ["10101", "101", "1"] and outputs["UNMET"] == 0
    assert "“plan” binds 0 units to 0 areas; 1 units are free" in log
    _, log, good = attempt("delineateareas", {**common, "AREA_COUNT": 2})
    assert not good and "2 areas cannot be made of 1 units" in log


def test_a_decision_across_communes_or_a_barrier_is_not_carried_out_silently():
    across = {"B1105": {"plan": "K1"}, "B1205": {"plan": "K1"}}
    _, units, outputs, log = delineated(blocks(change=across), FIXED_FIELD="plan")
    assert outputs["UNMET"] == 1 and "fixed to area “K1” do not touch within the bounds, barriers and communes" in log
    communes = units.groupby("gebiet")["gemeinde"].nunique()
    assert (communes == 1).all()


def test_a_barrier_that_cuts_off_few_people_yields_on_each_level():
    fence = lines(line((200, -10), (200, 100), (-10, 100)), name="Bahnlinie")
    areas, _, outputs, log = delineated(BARRIERS=fence, LEVELS=LEVELS)
    assert outputs["UNMET"] >= 1 and "crosses a barrier around unit “B0000”" in log
    assert areas["hinweis"].notna().any()
    assert areas[areas["ebene"] == "quartier"]["einwohner"].between(1500, 6000).all()


def test_missing_attributes_and_inhabitants_keep_every_unit():
    change = {"B0000": {"sgb2": None}, "B0001": {"einwohner": None}, "B0203": {"einwohner": 0}}
    areas, units, outputs, log = delineated(blocks(change=change), LEVELS=LEVELS)
    assert len(units) == 288 and outputs["UNMET"] == 0
    assert "1 units have no value in “einwohner”" in log and "missing in 1 of 288 units" in log
    assert areas[areas["ebene"] == "sozialraum"]["einheiten"].sum() == 288
