"""The offices' tables: consistent in themselves, over time and with the registry, in their odd formats."""

from __future__ import annotations

import re
import subprocess
import sys

import numpy as np
import openpyxl
import pandas as pd
import pytest
from osgeo import ogr
from sample_runs import SCRIPT

YEARS = range(2016, 2026)


@pytest.fixture(scope="module")
def office(kreis) -> pd.DataFrame:
    path = kreis / "aemter" / "einwohnermeldeamt.csv"
    return pd.read_csv(path, sep=";", encoding="utf-8-sig", dtype={"Gebiet": str})


@pytest.fixture(scope="module")
def job_centre(kreis) -> pd.DataFrame:
    lines = (kreis / "aemter" / "jobcenter.csv").read_text(encoding="cp1252").splitlines()
    footer = next(number for number, line in enumerate(lines) if set(line) == {"_"})
    rows = [line.split(";") for line in lines[2:footer]]
    assert len(lines) - footer > 2
    return pd.DataFrame(rows[1:], columns=rows[0])


def test_age_groups_add_up(office):
    by_sex = [name for name in office if re.fullmatch(r"E_[MW]_\d\d", name)]
    assert len(by_sex) == 36
    assert (office[by_sex].sum(axis=1) == office["E"]).all()
    assert (office["E_u18"] + office["E_18_64"] + office["E_65"] == office["E"]).all()
    assert (office["E_u15"] == office[[f"E_{s}_{a}" for s in "MW" for a in ("00", "05", "10")]].sum(axis=1)).all()
    assert (office["E_WD5"] <= office["E_ab5"]).all()


def test_household_forms_add_up(office):
    forms = ["HH_1P", "HH_PAAR_OHNE", "HH_PAAR_MIT", "HH_ALLEINERZ", "HH_SONST"]
    assert (office[forms].sum(axis=1) == office["HH"]).all()
    assert (office["HH_KIND"] >= office["HH_PAAR_MIT"] + office["HH_ALLEINERZ"]).all()


def test_last_year_agrees_with_the_counts_per_address(office, registry):
    last = office[office["Stichtag"] == "31.12.2025"].sum(numeric_only=True)
    pairs = {"E": "einwohner", "E_u18": "e_u18", "E_65": "e_65", "AUSL": "auslaender", "HH": "haushalte"}
    for column, count in {**pairs, "HH_1P": "hh_1p", "HH_KIND": "hh_kind"}.items():
        assert last[column] == registry[count].sum(), column


def test_years_follow_from_one_another(office):
    total = office.assign(year=office["Stichtag"].str[-4:].astype(int)).groupby("year").sum(numeric_only=True)
    assert list(total.index) == list(YEARS)
    assert (total["E"].pct_change().dropna().abs() < 0.03).all()
    # who was 40 to 59 five years ago is 45 to 64 now: the cohort shrinks or grows little
    older = [f"E_{sex}_{age}" for sex in "MW" for age in (45, 50, 55, 60)]
    younger = [f"E_{sex}_{age}" for sex in "MW" for age in (40, 45, 50, 55)]
    assert total.loc[2021, older].sum() == pytest.approx(total.loc[2016, younger].sum(), rel=0.12)


def test_job_centre_sums_are_those_of_the_true_cases(job_centre, registry):
    last = job_centre[job_centre["Berichtsmonat"] == "202512"].set_index("Gebietsschlüssel")
    assert int(last.loc["05999", "LB"]) == registry["sgb2"].sum()
    assert last.loc["05999", "Name"] == "Summe Musterkreis"
    communes = last.loc[["05999004", "05999008", "05999012"], "LB"].replace("*", "9").astype(int)
    assert 0 <= int(last.loc["05999", "LB"]) - communes.sum() < 40
    shown = last["LB"].where(last["LB"] != "*")
    for ags in communes.index:
        parts = shown[(shown.index.str.len() == 10) & shown.index.str.startswith(ags)].dropna().astype(int)
        assert parts.sum() <= communes[ags]
    elb, nef = (int(last.loc["05999", name]) for name in ("ELB", "NEF unter 15"))
    assert elb + nef == registry["sgb2"].sum()


def test_small_counts_are_stars(job_centre):
    counts = job_centre.iloc[:, 3:].to_numpy().ravel()
    assert (counts == "*").mean() > 0.1
    assert min(int(count) for count in counts if count != "*") >= 10
    assert job_centre["Name"].eq("keine Angabe").sum() == len(YEARS)


def test_school_table_has_a_merged_head_total_and_footnote(kreis, office):
    sheet = openpyxl.load_workbook(kreis / "aemter" / "schulamt_uebergaenge.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[2][:3] == ("Gebiet", "Name", "Schuljahr 2016/17") and not any(rows[1])
    assert sum(area.size["columns"] == 5 for area in sheet.merged_cells.ranges) == 10
    body = np.array([row[2:52] for row in rows[4:-2]], dtype=float)
    assert rows[-2][0] == "Insgesamt" and (body.sum(axis=0) == np.array(rows[-2][2:52], dtype=float)).all()
    assert (body[:, 0::5] == body.reshape(len(body), 10, 5)[:, :, 1:].sum(axis=2)).all()
    cohorts = office.loc[office["Stichtag"] == "31.12.2025", ["E_M_05", "E_W_05", "E_M_10", "E_W_10"]]
    assert 0.5 < rows[-2][47] / (cohorts.to_numpy().sum() / 10) < 2


def test_elections_and_day_care(kreis, office):
    votes = pd.read_csv(kreis / "aemter" / "wahlamt.csv", sep="\t", dtype=str)
    assert set(votes["Wahltag"]) == {"13.09.2020", "14.09.2025"}
    share = 100 * votes["Wähler"].astype(int) / votes["Wahlberechtigte"].astype(int)
    told = votes["Wahlbeteiligung"].str.replace(" %", "").str.replace(",", ".").astype(float)
    assert (share - told).abs().max() < 0.051 and share.max() - share.min() > 8
    source = ogr.Open(str(kreis / "aemter" / "jugendamt.ods"))
    rows = pd.DataFrame([feature.items() for feature in source.GetLayer(0)])
    assert set(rows["Stichtag"]) == {f"01.03.{year}" for year in YEARS}
    cared = rows.groupby("Stichtag")["Betreute 3 bis u6"].sum()["01.03.2025"]
    assert cared < office.loc[office["Stichtag"] == "31.12.2024", "E_3_u6"].sum()


def test_burden_is_alike_among_neighbours(registry, gebref):
    number = gebref["hnr"].str.zfill(4).where(gebref["hnr"] != "", "")
    places = gebref.assign(
        AGS=gebref["ags"], Strassenschluessel=gebref["strschl"], Hausnummer=number, Zusatz=gebref["adz"]
    )
    table = registry.merge(places, on=["AGS", "Strassenschluessel", "Hausnummer", "Zusatz"])
    assert len(table) == len(registry)
    cells = table.assign(column=table["ost"] // 120, row=table["nord"] // 120).groupby(["column", "row"])
    sums = cells[["sgb2", "einwohner"]].sum()
    sums = sums[sums["einwohner"] > 30]
    assert morans_i(sums["sgb2"] / sums["einwohner"]) > 0.25


def morans_i(values: pd.Series) -> float:
    """Return Moran's I of grid cells (index: column and row) with the eight neighbours as weights."""
    deviation = (values - values.mean()).to_dict()
    cross, weights = 0.0, 0
    for (x, y), own in deviation.items():
        for step in ((1, 0), (0, 1), (1, 1), (1, -1), (-1, 0), (0, -1), (-1, -1), (-1, 1)):
            other = deviation.get((x + step[0], y + step[1]))
            if other is not None:
                cross, weights = cross + own * other, weights + 1
    assert weights > 50, "too few neighbours to judge"
    return len(deviation) / weights * cross / sum(value**2 for value in deviation.values())


def test_no_qgis_is_needed():
    code = "import sys, sample.kreis; sys.exit(any(name.split('.')[0] == 'qgis' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=SCRIPT.parent, check=False).returncode == 0
