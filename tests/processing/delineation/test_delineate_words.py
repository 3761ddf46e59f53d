"""Barriers and bridges, weights, codes, names and the sentences about areas, as a planner runs them in QGIS."""

import pytest
from square_town import (
    LEVELS,
    TEMPORARY,
    X0,
    Y0,
    blocks,
    delineated,
    line,
    lines,
    rectangle,
    refused,
)

from algorithms import memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

# -- barriers -------------------------------------------------------------------------------------------------------
RAIL = line((-50, 602), (2450, 603))


def crosses_rail(units):
    north = units["block"].str[3:].astype(int) >= 6
    return (units.assign(north=north).groupby("gebiet")["north"].nunique() > 1).any()


def test_a_bridge_opens_a_railway_only_where_it_is():
    bridge = lines(line((350, 500), (350, 700)), name="strassen")
    _, units, _, log = delineated(BARRIERS=lines(RAIL), CROSSINGS=bridge, ATTRIBUTES=["alter"])
    assert "24 of " in log and "1 of these are open, because a street crosses the barrier there" in log
    _, units, _, log = delineated(BARRIERS=lines(RAIL), ATTRIBUTES=["alter"])
    assert not crosses_rail(units)
    every = lines(*[line((50 + 100 * x, 500), (50 + 100 * x, 700)) for x in range(24)], name="strassen")
    _, units, outputs, log = delineated(BARRIERS=lines(RAIL), CROSSINGS=every, ATTRIBUTES=["alter"])
    assert "24 of these are open" in log and crosses_rail(units) and outputs["UNMET"] == 0


def test_only_marked_lines_are_bridges():
    rows = [{"bridge": "T", "tunnel": "F"}, {"bridge": "F", "tunnel": None}, {"bridge": None, "tunnel": "yes"}]
    streets = lines(
        *[line((50 + 100 * x, 500), (50 + 100 * x, 700)) for x in range(3)], rows=rows,
        kinds={"bridge": Kind.TEXT, "tunnel": Kind.TEXT},
    )  # fmt: skip
    _, _, _, log = delineated(BARRIERS=lines(RAIL), CROSSINGS=streets, CROSSING_FIELDS=["bridge", "tunnel"])
    assert "2 of 3 lines are marked as a bridge or tunnel" in log and "2 of these are open" in log
    assert "no barriers that they could open" in delineated(CROSSINGS=streets)[3]


# -- the sentences --------------------------------------------------------------------------------------------------
def test_the_log_describes_each_area():
    river = memory_layer(
        "Polygon", [{"art": "river"}], {"art": Kind.TEXT}, [rectangle(X0 - 30, Y0 - 50, X0 - 5, Y0 + 1250)]
    )
    areas, _, _, log = delineated(BARRIERS=lines(RAIL))
    sentences = [text for text in log.splitlines() if "inhabitants in" in text]
    assert len(sentences) == len(areas) and all(code in log for code in areas["gebiet"])
    north = [text for text in sentences if "bounded by the railway in the south" in text]
    south = [text for text in sentences if "bounded by the railway in the north" in text]
    assert north and south and all("multi-family houses" in text for text in north)
    assert all("single and two-family houses" in text for text in south)
    assert any("“sgb2” well above the mean (0," in text for text in sentences)
    assert any("“sgb2” well below the mean (0," in text for text in sentences)
    log = delineated(BARRIERS=river, BARRIER_FIELD="art")[3]
    assert "bounded by the water in the west" in log and "in the east" not in log
    assert "1 of 2 barriers have no geometry" in delineated(BARRIERS=lines(RAIL, ""))[3]


# -- weights --------------------------------------------------------------------------------------------------------
def within(units, layer, name):
    values = table_of(layer).set_index("block")[name].astype(float)
    value = units["block"].map(values)
    return ((value - value.groupby(units["gebiet"]).transform("mean")) ** 2).sum()


def test_a_heavier_attribute_is_more_alike_inside():
    layer = blocks()
    result = {}
    for weights in ("sgb2=9;alter=0,1", "sgb2=0,1; alter=9"):
        _, units, _, _ = delineated(layer, ATTRIBUTES=["sgb2", "alter"], WEIGHTS=weights)
        result[weights] = within(units, layer, "sgb2"), within(units, layer, "alter")
    (sgb2_first, alter_first), (sgb2_second, alter_second) = result.values()
    assert sgb2_first < sgb2_second / 2 and alter_second < alter_first / 2
    assert "“alter” is not among the attributes. There are: sgb2" in refused(WEIGHTS="alter=2")


# -- codes and names ------------------------------------------------------------------------------------------------
def test_codes_by_a_pattern():
    areas, _, _, _ = delineated(CODE_PATTERN="{gemeinde}-{nummer:02}")
    for commune, part in areas.groupby("gemeinde"):
        assert part["gebiet"].tolist() == [f"{commune}-{number:02}" for number in range(1, len(part) + 1)]
    areas, _, _, _ = delineated(LEVELS=LEVELS, CODE_PATTERN="S{gemeinde}{nummer}; {oben}.{nummer}")
    quarters = areas[areas["ebene"] == "quartier"]
    assert all(code.startswith(above + ".") for code, above in zip(quarters["gebiet"], quarters["uebergeordnet"]))
    assert "cannot be numbered with 1 digits" in refused(CODE_PATTERN="{gemeinde}{nummer:01}", AREA_COUNT=40)
    assert "must hold the number once" in refused(CODE_PATTERN="{gemeinde}")


def test_names_from_landmarks_and_the_longest_street():
    marks = memory_layer("Point", [{"name": "Dom"}], {"name": Kind.TEXT}, [f"Point({X0 + 150} {Y0 + 1150})"])
    streets = lines(
        line((0, 50), (2400, 50)), line((0, 150), (900, 150)), rows=[{"name": "Ring"}, {"name": "Gasse"}],
        kinds={"name": Kind.TEXT},
    )  # fmt: skip
    areas, units, _, _ = delineated(NAME_FIELD=None, LANDMARKS=marks, STREETS=streets)
    at = dict(zip(units["block"], units["gebiet"]))
    name = dict(zip(areas["gebiet"], areas["gebiet_name"]))
    assert name[at["B0111"]] == "Dom" and name[at["B2300"]].startswith("Ring")
    assert not areas.duplicated(["gemeinde", "gebiet_name"]).any()
    areas, units, _, _ = delineated(LANDMARKS=marks)
    name = dict(zip(areas["gebiet"], areas["gebiet_name"]))
    assert name[dict(zip(units["block"], units["gebiet"]))["B0111"]] == "Altstadt (Dom)"


def test_names_by_hand_replace_the_proposed_ones():
    rows = [{"gebiet": "05334002001", "gebiet_name": "Am Anger"}, {"gebiet": "99", "gebiet_name": "Nirgends"}]
    names = memory_layer("NoGeometry", rows, {"gebiet": Kind.TEXT, "gebiet_name": Kind.TEXT}, name="namen")
    areas, _, _, log = delineated(NAMES=names)
    assert areas.set_index("gebiet").loc["05334002001", "gebiet_name"] == "Am Anger"
    assert "1 codes belong to no area and were not used, first “99”" in log


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"wohnungen_efh": 2, "wohnungen_mfh": 9, "wohnungen": 11}, "mostly multi-family houses"),
        ({"whg_efh": 9, "whg_efh_rh": 9, "whg_efh_dhh": 0, "whg_mfh_3_6": 6}, "mostly terraced houses"),
        ({"wohnungen_efh": 0, "wohnungen_mfh": 0, "gebaeudetyp": "hochhaus"}, "mostly high-rise buildings"),
        ({"gebaeudetyp": "ein_zweifamilienhaus"}, "mostly single and two-family houses"),
        ({"gebaeudetyp": "Schloss"}, "mostly “Schloss”"),
        ({"gebaeudetyp": None}, "300 inhabitants in 1 units."),
        ({"wohnungen_leer": 5, "wohnungen_mfh": 0}, "300 inhabitants in 1 units."),
    ],
)
def test_the_building_type_is_read_from_the_units(fields, words):
    row = {"einwohner": 300, **fields}
    kinds = {name: Kind.INTEGER if isinstance(value, int) else Kind.TEXT for name, value in row.items()}
    layer = memory_layer("Polygon", [row], kinds, [rectangle(X0, Y0, X0 + 100, Y0 + 100)])
    log = run("delineateareas", {"INPUT": layer, "MIN_POPULATION": 100, "OUTPUT": TEMPORARY})[1]
    assert words in log
