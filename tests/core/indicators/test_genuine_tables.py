"""Genuine exports of the statistical offices and of Berlin; single values read off the files by eye."""

import pytest

from sozialraum_plugin.core.indicators.table_import import ImportOptions, import_table
from sozialraum_plugin.core.indicators.text_file import cut, decode, delimiter_of

GENESIS = {
    "11111-01-01-4.csv": (526, [("01001", "Gebietsfläche", "2015-12-31", 56.74)]),
    "12111-01-01-4_00.csv": (526, [("16075", "Bevölkerung | Deutsche | weiblich", "2011-05-09", 43212)]),
    "12411-01-01-4_00.csv": (
        526,
        [("01001", "weiblich", "2013-12-31", 42627), ("DG", "Insgesamt", "2006-12-31", 82314906)],
    ),
    "13211-01-03-4_00.csv": (8416, [("01001", "Arbeitslose | und zwar | langzeitarbeitslos", "2001-12-31", 1236)]),
    "13211-02-05-4_00.csv": (8416, [("01002", "Arbeitslosenquote bez. abh. zivile Erwerbspers.", "2016-12-31", 10.7)]),
    "22811-01-01-4_00.csv": (
        3156,
        [
            (
                "01001",
                "Davon | Gesamtregelleistung (ALG II/Sozialgeld) n.d.SGB II | nicht erwerbsf. Leistungsb. (Sozialgeld)",
                "2015-12-31",
                2587,
            )
        ],
    ),
}


def load(path, **options):
    text, _ = decode(path.read_bytes())
    return import_table(cut(text, delimiter_of(text)), ImportOptions(**options))


@pytest.mark.parametrize("name", GENESIS)
def test_genesis(real_data, name):
    rows, known = GENESIS[name]
    result = load(real_data / "genesis" / name, profile="destatis")
    assert result.rows.outcomes["rows with the counts of an area"] == rows
    assert result.problems.empty
    assert result.rows.unaccounted == 0 and result.cells.unaccounted == 0
    counts = result.counts.set_index(["gebiet", "merkmal", "stichtag"])["wert"]
    for *key, number in known:
        assert list(counts.loc[[tuple(key)]]) == [number]


def test_berlin_inhabitants(real_data):
    path = real_data / "berlin_population" / "berlin-lor-population-2024-02-t1-planning-areas.csv"
    result = load(path, reference_date="31.12.2024", value_fields="inhabitants=E; inhabitants_foreigners=AUSL")
    assert result.rows.outcomes["rows with the counts of an area"] == 542
    counts = result.counts.set_index(["gebiet", "merkmal"])["wert"]
    assert counts["01100101", "E"] == 3580 and counts["01100101", "AUSL"] == 1581


def test_berlin_monitoring(real_data):
    result = load(real_data / "berlin_mss" / "2021" / "mss_2021_index_indikatoren.csv", value_fields="EW=E;S1=S1")
    counts = result.counts.set_index(["gebiet", "merkmal"])["wert"]
    assert counts["12601236", "S1"] == 2.69841 and counts["12601236", "E"] == 3131
    assert set(result.counts["stichtag"]) == {"2020-12-31"}
