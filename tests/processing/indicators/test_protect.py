"""Tables that go out: what is hidden, what the protocol says, and what an outsider can still tell."""

import pytest
from small_kreis import QUARTERS, TREE

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import AREAS, COUNTS, INDICATORS, Kind

COUNT_KINDS = {field.name: field.kind for field in COUNTS}
AREA_KINDS = {field.name: field.kind for field in AREAS}
INDICATOR_KINDS = {field.name: field.kind for field in INDICATORS}
DAY = "2024-12-31"
ABOVE = {"0599900101": QUARTERS[:3], "0599900102": QUARTERS[3:], "05999001": QUARTERS, "05999": QUARTERS}


def count_rows(variable, values, day=DAY):
    single = dict(zip(QUARTERS, values))
    single.update({code: sum(single[quarter] for quarter in below) for code, below in ABOVE.items()})
    return [{"gebiet": code, "merkmal": variable, "stichtag": day, "wert": value} for code, value in single.items()]


def layer(rows, kinds=COUNT_KINDS, name="merkmale"):
    return memory_layer("NoGeometry", rows, kinds, name=name)


@pytest.fixture()
def areas():
    return memory_layer("NoGeometry", TREE.to_dict("records"), AREA_KINDS, name="gebiete")


def protect(layer_, areas, **more):
    results, log = run("protect", {"INPUT": layer_, "AREAS": areas, "OUTPUT": "memory:", "PROTOCOL": "memory:", **more})
    return table_of(results["OUTPUT"]), table_of(results["PROTOCOL"]), results, log


def test_counts_on_all_levels(areas):
    table, protocol, results, log = protect(layer(count_rows("AUSL", (2, 15, 40, 50, 60))), areas)
    marks = table.set_index("gebiet")["kennzeichen"]
    assert marks[QUARTERS[0]] == "geheim" and marks[QUARTERS[1]] == "geheim_sekundaer"
    assert table.set_index("gebiet")["wert"].isna().sum() == results["HIDDEN"] == 2
    assert set(protocol["gebiet"]) == set(QUARTERS[:2]) and results["SECONDARY"] == 1
    assert not protocol.astype(str).isin(["2", "2.0", "15", "15.0"]).any(axis=None)
    assert "7  shown as it was" in log and "1  hidden: small count" in log


def test_breakdown_with_totals(areas, tmp_path):
    path = tmp_path / "gruppen.csv"
    path.write_text("summe;teile\nALLE;JUNG ALT\n", encoding="utf-8")
    young, old = (2, 30, 40, 50, 60), (40, 35, 44, 52, 61)
    rows = count_rows("JUNG", young) + count_rows("ALT", old)
    rows += count_rows("ALLE", [one + other for one, other in zip(young, old)])
    table, _, results, _ = protect(layer(rows), areas, BREAKDOWNS=str(path))
    hidden = table[table["wert"].isna()]
    assert len(hidden) == 4 and set(hidden["gebiet"]) == set(QUARTERS[:2])  # a rectangle: two areas, two groups
    assert results["UNPROTECTED"] == 0


def test_indicators_lose_every_derived_number(areas):
    kinds = {**INDICATOR_KINDS, "wert_gerundet": Kind.REAL, "wert_text": Kind.TEXT}
    rows = []
    for count, base in zip(count_rows("AUSL", (2, 15, 40, 50, 60)), count_rows("E", (300, 400, 500, 600, 700))):
        share = 100 * count["wert"] / base["wert"]
        rows.append(
            {
                "gebiet": count["gebiet"], "indikator": "M01", "stichtag": DAY, "wert": share,
                "zaehler": count["wert"], "nenner": base["wert"], "stichtag_nenner": DAY, "masseinheit": "%",
                "untergrenze": share - 1, "obergrenze": share + 1, "wert_gerundet": round(share, 1),
                "wert_text": f"{share:.1f} %", "kennzeichen": "",
            }
        )  # fmt: skip
    table, _, _, _ = protect(layer(rows, kinds, "indikatoren"), areas)
    hidden = table[table["gebiet"].isin(QUARTERS[:2])]
    columns = ["wert", "zaehler", "nenner", "untergrenze", "obergrenze", "wert_gerundet", "wert_text"]
    assert hidden[columns].isna().all(axis=None)
    assert table[~table["gebiet"].isin(QUARTERS[:2])]["wert"].notna().all()


def test_what_the_source_has_hidden_is_not_recomputed(areas):
    rows = [row for row in count_rows("AUSL", (20, 15, 40, 50, 60))]
    rows[0].update(wert=None, kennzeichen="geheim")
    table, _, _, log = protect(layer(rows), areas)
    marks = table.set_index("gebiet")["kennzeichen"]
    assert marks[QUARTERS[0]] == "geheim" and "geheim_sekundaer" in set(marks)
    assert "1  hidden by the source" in log


def test_two_dates_and_their_change(areas):
    rows = count_rows("AUSL", (2, 15, 40, 50, 60)) + count_rows("AUSL", (9, 15, 40, 50, 60), "2023-12-31")
    table, _, _, _ = protect(layer(rows), areas)
    assert table[table["stichtag"] == "2023-12-31"]["wert"].notna().all()


def test_rows_without_a_known_area_are_told(areas):
    rows = count_rows("AUSL", (20, 15, 40, 50, 60))
    rows += [{"gebiet": "99", "merkmal": "AUSL", "stichtag": DAY, "wert": value} for value in (1, 8)]
    table, _, _, log = protect(layer(rows), areas)
    assert table["wert"].tolist()[-2:] == [None, 8] and "99" in log and "1  shown without a check of sums" in log


def test_rounding(areas):
    table, _, _, log = protect(layer(count_rows("AUSL", (2, 13, 40, 51, 60))), areas, METHOD="rounding")
    assert table["wert"].tolist() == [0, 15, 40, 50, 60, 55, 110, 165, 165]
    assert "rounded to the nearest multiple of 5" in log


def test_cell_key_is_the_same_in_every_table(areas):
    rows = count_rows("AUSL", (0, 13, 40, 51, 60))
    options = {"METHOD": "cellkey", "KEY": "unser Geheimnis"}
    first = protect(layer(rows), areas, **options)[0].set_index("gebiet")["wert"]
    second = protect(layer(rows[::-1]), areas, **options)[0].set_index("gebiet")["wert"]
    other = protect(layer(rows), areas, METHOD="cellkey", KEY="ein anderes Wort")[0].set_index("gebiet")["wert"]
    assert (first == second.reindex(first.index)).all() and (first != other).any()
    assert first[QUARTERS[0]] == 0


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"METHOD": "cellkey", "KEY": "kurz"}, "KEY: the cell key method needs a secret text"),
        ({"BREAKDOWNS": "/nirgends.json"}, "BREAKDOWNS: the file /nirgends.json does not exist"),
    ],
)
def test_bad_options_are_said(areas, more, sentence):
    parameters = {"INPUT": layer(count_rows("AUSL", (2, 15, 40, 50, 60))), "AREAS": areas, "OUTPUT": "memory:", **more}
    _, log, good = attempt("protect", parameters)
    assert not good and sentence in log


def test_contradicting_rows_are_refused(areas):
    rows = count_rows("AUSL", (2, 15, 40, 50, 60))
    parameters = {"INPUT": layer([*rows, {**rows[1], "wert": 16}]), "AREAS": areas, "OUTPUT": "memory:"}
    _, log, good = attempt("protect", parameters)
    assert not good and "1 counts are there with another number" in log


def test_a_table_of_something_else_is_refused(areas):
    other = layer(
        [{"gebiet": "1", "stichtag": DAY, "wert": 1}], {"gebiet": Kind.TEXT, "stichtag": Kind.DATE, "wert": Kind.REAL}
    )
    _, log, good = attempt("protect", {"INPUT": other, "AREAS": areas, "OUTPUT": "memory:"})
    assert not good and "Column “merkmal” is missing" in log


def test_important_numbers_stay(areas):
    rows = layer(count_rows("AUSL", (2, 15, 40, 50, 60)))
    marks = protect(rows, areas, IMPORTANT=QUARTERS[1])[0].set_index("gebiet")["kennzeichen"]
    assert marks[QUARTERS[1]] == "" and marks[QUARTERS[2]] == "geheim_sekundaer"
    _, log, good = attempt("protect", {"INPUT": rows, "AREAS": areas, "OUTPUT": "memory:", "IMPORTANT": "Nirgends"})
    assert not good and "“Nirgends” is no count" in log


def test_the_same_base_under_two_names_is_one_count(areas):
    kinds = INDICATOR_KINDS
    rows = []
    for code, value in zip(QUARTERS, (2, 50, 60, 70, 80)):
        base = {"gebiet": code, "stichtag": DAY, "stichtag_nenner": DAY, "nenner": float(value), "masseinheit": "je 10"}
        rows += [{**base, "indikator": name, "zaehler": 900.0, "wert": 9000.0 / value} for name in ("X1", "X2")]
        rows.append({"gebiet": code, "stichtag": DAY, "indikator": "X3", "zaehler": float(value), "wert": float(value)})
    table = protect(layer(rows, kinds, "indikatoren"), areas, MIN_BASE=0)[0]
    hidden = table[table["gebiet"] == QUARTERS[0]]
    assert hidden[["wert", "zaehler", "nenner"]].isna().all(axis=None)
