"""A small Musterkreis, generated once for all tests of the sample."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from osgeo import ogr
from sample_runs import ADDRESSES, make_sample

GEBREF = [
    "nba", "oid", "qua", "landschl", "land", "regbezschl", "regbez", "kreisschl", "kreis", "gmdschl", "gmd", "ottschl",
    "ott", "strschl", "str", "hnr", "adz", "zone", "ost", "nord", "datum",
]  # fmt: skip


@pytest.fixture(scope="session")
def kreis(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("musterkreis")
    done = make_sample(folder, "--seed", 3, "--addresses", ADDRESSES)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def gebref(kreis) -> pd.DataFrame:
    """The addresses with AGS, numbers and coordinates as a user's import would make them."""
    table = pd.read_csv(kreis / "gebref.txt", sep=";", names=GEBREF, dtype=str, keep_default_na=False)
    for name in ("ost", "nord"):
        table[name] = table[name].str.replace(",", ".").astype(float)
    table["ags"] = table["landschl"] + table["regbezschl"] + table["kreisschl"] + table["gmdschl"]
    return table


@pytest.fixture(scope="session")
def registry(kreis) -> pd.DataFrame:
    text = dict.fromkeys(("AGS", "Strassenschluessel", "Hausnummer", "Zusatz"), str)
    path = kreis / "einwohner_je_adresse.csv"
    return pd.read_csv(path, sep=";", encoding="cp1252", dtype=text, keep_default_na=False)


@pytest.fixture(scope="session")
def read_layer(kreis):
    """Return a function that reads a layer of the sample as (geometry, attributes) rows."""

    def read(name: str, folder: Path = kreis) -> list[tuple[ogr.Geometry, dict]]:
        source = ogr.Open(str(folder / "geobasis.gpkg"))
        return [(f.GetGeometryRef().Clone(), f.items()) for f in source.GetLayerByName(name)]

    return read
