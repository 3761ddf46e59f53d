"""The sample's command line, its repeatability and that its files agree with one another."""

from __future__ import annotations

import pandas as pd
import pytest
from sample_runs import ADDRESSES, make_sample

from sample.geopackage import LAYERS

KEYS = ["AGS", "Strassenschluessel", "Hausnummer", "Zusatz"]


def test_help_and_wrong_arguments_are_answered(tmp_path):
    assert "--deliver" in make_sample("--help").stdout
    assert make_sample(tmp_path, "--addresses", 3).returncode == 2
    assert "belong together" in make_sample(tmp_path, "--deliver", "x.csv").stderr


def test_equal_seeds_give_equal_files(kreis, tmp_path, read_layer):
    assert make_sample(tmp_path, "--seed", 3, "--addresses", ADDRESSES).returncode == 0
    written = sorted(path.relative_to(kreis) for path in kreis.rglob("*") if path.is_file())
    assert len(written) == 11
    for name in written:
        if name.suffix != ".gpkg":
            assert (kreis / name).read_bytes() == (tmp_path / name).read_bytes(), name
    for layer in LAYERS:
        first, second = (
            [(geometry.ExportToWkb(), row) for geometry, row in read_layer(layer, folder)]
            for folder in (kreis, tmp_path)
        )
        assert first == second, layer


def test_another_seed_gives_another_kreis(kreis, tmp_path):
    assert make_sample(tmp_path, "--seed", 4, "--addresses", ADDRESSES).returncode == 0
    assert (kreis / "gebref.txt").read_bytes() != (tmp_path / "gebref.txt").read_bytes()


def test_size_and_communes_are_as_asked(gebref):
    assert len(gebref) == ADDRESSES
    share = gebref["ags"].value_counts(normalize=True)
    assert sorted(share.index) == ["05999004", "05999008", "05999012"]
    assert share["05999004"] == pytest.approx(0.6, abs=0.02)


def test_house_numbers_are_unique_and_have_suffixes_gaps_and_blanks(gebref):
    assert not gebref.duplicated(["ags", "strschl", "hnr", "adz"]).any()
    assert gebref["adz"].ne("").mean() == pytest.approx(0.045, abs=0.02)
    assert gebref["hnr"].eq("").any()
    assert gebref["strschl"].str.fullmatch(r"\d{5}").all()


def test_a_street_name_occurs_in_several_communes_and_ortsteile(gebref):
    streets = gebref.drop_duplicates(["ags", "strschl"])
    assert streets.duplicated(["str"]).sum() > 5
    assert streets.duplicated(["ags", "str"]).any()


def test_hk_file_has_the_addresses_of_one_commune(kreis, gebref):
    table = pd.read_csv(kreis / "hauskoordinaten_hk.csv", sep=";", header=None, dtype=str, keep_default_na=False)
    assert table.shape == (gebref["ags"].eq("05999008").sum(), 18)
    assert set(table[1]) <= set(gebref["oid"])


def test_person_extract_agrees_with_counts_per_address(kreis, registry):
    path = kreis / "melderegister.csv"
    persons = pd.read_csv(path, sep=";", encoding="cp1252", dtype=str, keep_default_na=False)
    main = persons[persons["Wohnungsstatus"] == "H"]
    counted = registry.set_index(KEYS)
    assert main.groupby(KEYS).size().eq(counted["einwohner"][counted["einwohner"] > 0]).all()
    assert len(main) == registry["einwohner"].sum()
    born = pd.to_datetime(main["Geburtsdatum"], format="%d.%m.%Y")
    minors = born > pd.Timestamp(2007, 12, 31)
    assert main[minors].groupby(KEYS).size().sum() == pytest.approx(registry["e_u18"].sum(), rel=0.002)
    assert main["Staatsangehoerigkeit"].ne("deutsch").sum() == registry["auslaender"].sum()
    assert main.drop_duplicates(KEYS + ["Haushaltsnummer"]).shape[0] == registry["haushalte"].sum()
    moved = pd.to_datetime(main["Einzugsdatum"], format="%d.%m.%Y")
    assert (moved >= born).all() and moved.max() <= pd.Timestamp(2025, 12, 31)
    assert 0 < persons["Wohnungsstatus"].eq("N").mean() < 0.04


def test_every_counted_address_is_in_the_survey(gebref, registry):
    number = gebref["hnr"].str.zfill(4).where(gebref["hnr"] != "", "")
    surveyed = set(zip(gebref["ags"], gebref["strschl"], number, gebref["adz"]))
    assert surveyed >= set(registry[KEYS].itertuples(index=False, name=None))


def test_people_live_in_houses_of_a_plausible_size(registry):
    assert 4.0 < registry["einwohner"].sum() / ADDRESSES < 6.0
    assert (registry["haushalte"] <= registry["wohnungen"]).all()
    assert 0.9 < registry["haushalte"].sum() / registry["wohnungen"].sum() <= 1.0
    assert 0.03 < registry["sgb2"].sum() / registry["einwohner"].sum() < 0.2
