"""Tables attacked together: what each way of adding up gives away, and what it does not."""

import pytest
from small_kreis import QUARTERS, TREE

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import AREAS, COUNTS, INDICATORS, Kind

COUNT_KINDS = {field.name: field.kind for field in COUNTS}
AREA_KINDS = {field.name: field.kind for field in AREAS}
INDICATOR_KINDS = {field.name: field.kind for field in INDICATORS}
DAY = "2024-12-31"
NORTH, SOUTH = "0599900101", "0599900102"


def row(area, variable, value, mark="", day=DAY):
    return {"gebiet": area, "merkmal": variable, "stichtag": day, "wert": value, "kennzeichen": mark}


def layer(rows, kinds=COUNT_KINDS, name="merkmale"):
    return memory_layer("NoGeometry", rows, kinds, name=name)


@pytest.fixture()
def areas():
    return memory_layer("NoGeometry", TREE.to_dict("records"), AREA_KINDS, name="gebiete")


def audit(tables, areas, **more):
    parameters = {"INPUT": tables, "AREAS": areas if isinstance(areas, list) else [areas], "OUTPUT": "memory:", **more}
    results, log = run("auditprotection", parameters)
    return table_of(results["OUTPUT"]), results, log


def test_a_single_unknown_of_a_sum(areas):
    rows = [row(QUARTERS[0], "AUSL", None, "geheim"), row(QUARTERS[1], "AUSL", 15), row(QUARTERS[2], "AUSL", 40)]
    table, results, log = audit([layer([*rows, row(NORTH, "AUSL", 57)])], areas)
    assert (results["HIDDEN"], results["EXPOSED"]) == (1, 1)
    found = table.iloc[0]
    assert (found["gebiet"], found["kleinster_wert"], found["groesster_wert"], found["grund"]) == (
        QUARTERS[0], 2, 2, "exakt",
    )  # fmt: skip
    assert "add up to " + NORTH in found["hinweis"] and found["vermerk"]
    assert "Do not publish these tables together" in log


def test_two_large_unknowns_are_safe(areas):
    rows = [row(QUARTERS[0], "AUSL", None, "geheim"), row(QUARTERS[1], "AUSL", None, "geheim_sekundaer")]
    table, results, _ = audit([layer([*rows, row(QUARTERS[2], "AUSL", 40), row(NORTH, "AUSL", 57)])], areas)
    assert results["EXPOSED"] == 0 and table.empty


def test_marks_that_say_too_much(areas):
    rows = [row(QUARTERS[0], "AUSL", None, "geheim"), row(QUARTERS[1], "AUSL", None, "geheim_sekundaer")]
    table, results, _ = audit([layer([*rows, row(QUARTERS[2], "AUSL", 40), row(NORTH, "AUSL", 44)])], areas)
    assert results["EXPOSED"] == 1 and table.iloc[0]["grund"] == "regel"  # 1 + 3: the partner is at least 3
    assert table.iloc[0]["groesster_wert"] == 1


def test_several_tables_give_away_together_what_none_does_alone(areas):
    first = [row(QUARTERS[0], "E_u18", None, "geheim"), row(QUARTERS[0], "E", None, "geheim_sekundaer")]
    first += [row(QUARTERS[0], "E_18_64", 300), row(QUARTERS[0], "E_65", 90)]
    second = [row(QUARTERS[0], "E", 392)]
    assert audit([layer(first)], areas)[1]["EXPOSED"] == 0
    table, results, _ = audit([layer(first), layer(second, name="einwohner")], areas)
    assert results["EXPOSED"] == 1
    assert "E = E_u18 + E_18_64 + E_65" in table.iloc[0]["hinweis"]


def test_a_rate_gives_its_numerator_within_its_rounding(areas):
    base = {"gebiet": QUARTERS[0], "indikator": "M01", "stichtag": DAY, "stichtag_nenner": DAY, "masseinheit": "%"}
    exact = {**base, "wert": 0.4, "zaehler": None, "nenner": 500.0, "kennzeichen": "geheim"}
    table, results, _ = audit([layer([exact], INDICATOR_KINDS, "indikatoren")], areas)
    assert results["EXPOSED"] == 1 and table.iloc[0]["kleinster_wert"] == 2
    assert "leck" in set(table["grund"])  # the hidden row still shows its rate
    coarse = {**exact, "wert": 0.0, "nenner": 900000.0}
    other = {**base, "gebiet": QUARTERS[1], "wert": 0.3, "zaehler": 3.0, "nenner": 1000.0}
    assert audit([layer([coarse, other], INDICATOR_KINDS, "indikatoren")], areas)[1]["EXPOSED"] == 0


def test_a_change_over_time(areas):
    kinds = INDICATOR_KINDS
    base = {"gebiet": QUARTERS[0], "stichtag": DAY}
    change = {
        **base,
        "indikator": "B03",
        "zaehler": -5.0,
        "nenner": 7.0,
        "stichtag_nenner": "2023-12-31",
        "wert": -71.4,
    }
    hidden = {**base, "indikator": "B01", "zaehler": None, "wert": None, "kennzeichen": "geheim"}
    before = {**base, "indikator": "B01", "stichtag": "2023-12-31", "zaehler": 7.0, "wert": 7.0}
    table, results, _ = audit([layer([change, hidden, before], kinds, "indikatoren")], areas)
    assert results["EXPOSED"] == 1 and table.iloc[0]["kleinster_wert"] == 2


SECOND = [
    {"gebiet": "x", "gebiet_name": "X", "ebene": "bezirk", "uebergeordnet": None},
    {"gebiet": "y", "gebiet_name": "Y", "ebene": "bezirk", "uebergeordnet": None},
]


def two_delineations():
    quarters = [row(QUARTERS[0], "AUSL", None, "geheim"), row(QUARTERS[1], "AUSL", None, "geheim_sekundaer")]
    quarters += [row(QUARTERS[2], "AUSL", 40), row(NORTH, "AUSL", 57)]
    return [layer(quarters), layer([row("x", "AUSL", 55), row("y", "AUSL", 2 + 50 + 60)], name="bezirke")]


def test_two_delineations_by_units(areas):
    second = memory_layer("NoGeometry", SECOND, AREA_KINDS, name="bezirke_gebiete")
    units = [("1", 0, "y"), ("2", 1, "x"), ("3", 2, "x"), ("4", 3, "y"), ("5", 4, "y")]
    rows = [{"einheit": unit, "gebiet": area} for unit, quarter, other in units for area in (QUARTERS[quarter], other)]
    crosswalk = memory_layer("NoGeometry", rows, {"einheit": Kind.TEXT, "gebiet": Kind.TEXT}, name="einheiten")
    assert audit(two_delineations(), [areas, second])[1]["EXPOSED"] == 0
    table, results, _ = audit(two_delineations(), [areas, second], UNITS=crosswalk)
    assert results["EXPOSED"] == 1 and table.iloc[0]["kleinster_wert"] == 2


def test_two_delineations_by_their_polygons():
    def square(left, right):
        return f"POLYGON(({left} 0, {right} 0, {right} 100, {left} 100, {left} 0))"

    order = [QUARTERS[1], QUARTERS[2], QUARTERS[0], QUARTERS[3], QUARTERS[4]]
    place = {code: square(100 * at, 100 * at + 100) for at, code in enumerate(order)}
    first = memory_layer(
        "Polygon", TREE.to_dict("records"), AREA_KINDS, [place.get(code, square(0, 500)) for code in TREE["gebiet"]]
    )
    second = memory_layer("Polygon", SECOND, AREA_KINDS, [square(0, 200.2), square(200.2, 500)], name="bezirke")
    table, results, _ = audit(two_delineations(), [first, second])
    assert results["EXPOSED"] == 1 and table.iloc[0]["gebiet"] == QUARTERS[0]


def test_what_protect_made_withstands(areas):
    values = dict(zip(QUARTERS, (2, 15, 40, 50, 60)))
    values |= {NORTH: 57, SOUTH: 110, "05999001": 167, "05999": 167}
    rows = layer([row(area, "AUSL", value) for area, value in values.items()])
    made, _ = run("protect", {"INPUT": rows, "AREAS": areas, "OUTPUT": "memory:"})
    _, results, _ = audit([made["OUTPUT"]], areas)
    assert (results["HIDDEN"], results["EXPOSED"]) == (1, 0)


def test_contradicting_sums_are_told(areas):
    rows = [row(QUARTERS[0], "AUSL", None, "geheim"), row(QUARTERS[1], "AUSL", 70), row(QUARTERS[2], "AUSL", 40)]
    table, _, _ = audit([layer([*rows, row(NORTH, "AUSL", 57)])], areas)
    assert "widerspruch" in set(table["grund"])


def test_units_without_a_known_area_are_refused(areas):
    units = memory_layer("NoGeometry", [{"einheit": "1", "gebiet": "?"}], {"einheit": Kind.TEXT, "gebiet": Kind.TEXT})
    rows = layer([row(QUARTERS[0], "AUSL", 5)])
    parameters = {"INPUT": [rows], "AREAS": [areas], "UNITS": units, "OUTPUT": "memory:"}
    _, log, good = attempt("auditprotection", parameters)
    assert not good and "UNITS: no area of the table is in AREAS" in log


def test_rounded_numbers(areas):
    values = dict(zip(QUARTERS, (2, 13, 40, 51, 60))) | {NORTH: 55, SOUTH: 111, "05999001": 166, "05999": 166}
    rows = layer([row(area, "AUSL", value) for area, value in values.items()])
    made, _ = run("protect", {"INPUT": rows, "AREAS": areas, "METHOD": "rounding", "OUTPUT": "memory:"})
    assert audit([made["OUTPUT"]], areas, PRECISION=2)[1]["EXPOSED"] == 0
    told = [
        row(QUARTERS[0], "AUSL", 0),
        row(QUARTERS[1], "AUSL", 15),
        row(QUARTERS[2], "AUSL", 40),
        row(NORTH, "AUSL", 60),
    ]
    table, results, _ = audit([layer(told)], areas, PRECISION=2)
    assert results["EXPOSED"] == 0  # 58 = 1 + 17 + 40: 0 to 2 stays possible, as the others may be larger
    table, results, _ = audit(
        [layer([row(QUARTERS[3], "AUSL", 0), row(QUARTERS[4], "AUSL", 5), row(SOUTH, "AUSL", 10)])], areas, PRECISION=2
    )
    assert results["EXPOSED"] == 1 and table.iloc[0]["kleinster_wert"] == 1  # at most 7 and at least 8
