"""The offices code their cases by a Straßenverzeichnis and report for the new areas."""

from __future__ import annotations

import pandas as pd
import pytest
from sample_runs import ADDRESSES, make_sample

from sample.directory import COLUMNS, Directory
from sample.hierarchy import hierarchy_of

TOWN, SECOND, THIRD = "05999004", "05999008", "05999012"


def rows_of(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame([(TOWN, "00010", *row) for row in rows], columns=COLUMNS, dtype=str)


def area_of(directory: Directory, number: int, suffix: str = "") -> str:
    address = pd.DataFrame({"strassenschluessel": ["00010"], "hausnummer": [number], "zusatz": [suffix]})
    return directory.areas(TOWN, address)[0]


def test_numbers_sides_and_suffixes_lead_to_the_area():
    directory = Directory(
        rows_of(
            ("G", "2", "", "12", "a", "A"),
            ("G", "12", "b", "40", "", "B"),
            ("U", "1", "", "39", "", "C"),
            ("F", "41", "", "99", "z", "D"),
            ("F", "", "", "", "", "E"),
        )
    )
    assert [area_of(directory, *n) for n in ((2,), (12,), (12, "a"), (12, "b"), (40,))] == list("AAABB")
    assert [area_of(directory, *n) for n in ((40, "a"), (1,), (39,), (39, "a"), (42,), (0,))] == list("ECCEDE")


def test_unknown_streets_and_gaps_have_no_area():
    directory = Directory(rows_of(("G", "2", "", "12", "", "A")))
    assert [area_of(directory, number) for number in (2, 3, 14, 0)] == ["A", "", "", ""]


def test_hierarchy_errors_are_named():
    row = {"gebiet": "1", "gebiet_name": "x", "ebene": "viertel", "uebergeordnet": ""}
    with pytest.raises(ValueError, match="viertel"):
        hierarchy_of([row])
    with pytest.raises(ValueError, match="area above, 9"):
        hierarchy_of([{**row, "ebene": "quartier", "uebergeordnet": "9"}])


@pytest.fixture(scope="module")
def delivered(kreis, gebref, tmp_path_factory):
    """Quartiere: the town's odd and even sides, all of the second commune; the third one is left out."""
    streets = gebref.drop_duplicates(["ags", "strschl"])
    rows = []
    for row in streets[streets["ags"] != THIRD].itertuples():
        start = (row.ags, row.strschl, row.str)
        if row.ags == TOWN:
            rows += [(*start, "U", 1, "", 997, "", TOWN + "001"), (*start, "G", 2, "", 998, "z", TOWN + "002")]
        else:
            rows.append((*start, "F", "", "", "", "", SECOND + "001"))
    folder = tmp_path_factory.mktemp("delivery")
    names = ["gemeinde", "strassenschluessel", "strasse", *COLUMNS[2:]]
    directory, areas = folder / "verzeichnis.csv", folder / "gebiete.csv"
    pd.DataFrame(rows, columns=names).to_csv(directory, sep=";", index=False, encoding="utf-8-sig")
    levels = [
        (TOWN + "001", "Ungerade", "quartier", TOWN + "01"), (TOWN + "002", "Gerade", "quartier", TOWN + "01"),
        (SECOND + "001", "Zweite", "quartier", SECOND + "01"), (TOWN + "01", "Stadt", "sozialraum", TOWN),
        (SECOND + "01", "Land", "sozialraum", SECOND), (TOWN, "Musterstadt", "gemeinde", "05999"),
        (SECOND, "Zweite Gemeinde", "gemeinde", "05999"), ("05999", "Musterkreis", "kreis", ""),
    ]  # fmt: skip
    table = pd.DataFrame(levels, columns=["gebiet", "gebiet_name", "ebene", "uebergeordnet"])
    table.to_csv(areas, sep=";", index=False, encoding="utf-8-sig")
    out = folder / "out"
    done = make_sample(out, "--seed", 3, "--addresses", ADDRESSES, "--deliver", directory, "--areas", areas)
    assert done.returncode == 0, done.stderr
    return out / "aemter_neu"


def test_every_person_is_counted_once_in_the_right_area(delivered, registry):
    table = pd.read_csv(delivered / "einwohnermeldeamt.csv", sep=";", encoding="utf-8-sig", dtype={"Gebiet": str})
    found = table[table["Stichtag"] == "31.12.2025"].set_index("Gebiet")["E"]
    number = registry["Hausnummer"].replace("", "0").astype(int)
    town = registry["AGS"] == TOWN
    assert found[TOWN + "001"] == registry.loc[town & (number % 2 == 1), "einwohner"].sum()
    assert found[TOWN + "002"] == registry.loc[town & (number > 0) & (number % 2 == 0), "einwohner"].sum()
    assert found[SECOND + "001"] == registry.loc[registry["AGS"] == SECOND, "einwohner"].sum()
    missing = (registry["AGS"] == THIRD) | (town & (number == 0))
    assert found["keine Angabe"] == registry.loc[missing, "einwohner"].sum()
    assert found.sum() == registry["einwohner"].sum()


def test_sum_rows_have_the_codes_of_the_higher_levels(delivered):
    lines = (delivered / "jobcenter.csv").read_text(encoding="cp1252").splitlines()
    rows = [line.split(";") for line in lines if line.startswith("202512;")]
    codes = [row[1] for row in rows]
    assert codes[3:] == [TOWN + "01", SECOND + "01", TOWN, SECOND, "05999", "keine Angabe"]
    counts = {row[1]: row[3] for row in rows}
    assert counts[TOWN] == counts[TOWN + "01"]
    assert int(counts[TOWN]) == int(counts[TOWN + "001"]) + int(counts[TOWN + "002"])


def test_plain_and_new_tables_have_equal_totals(delivered, kreis):
    totals = [
        pd.read_csv(folder / "wahlamt.csv", sep="\t", dtype={"Gebiet": str}).groupby("Wahltag")[["Wähler"]].sum()
        for folder in (kreis / "aemter", delivered)
    ]
    assert totals[0].equals(totals[1])


def test_a_missing_column_is_named(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("gemeinde;strasse\n", encoding="utf-8")
    done = make_sample(tmp_path / "out", "--addresses", 300, "--deliver", path, "--areas", path)
    assert done.returncode == 1 and "strassenschluessel" in done.stderr and "Traceback" not in done.stderr
