"""The list of half a city, made messy as offices do, finds itself; what has no address there finds none."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.candidates import candidates
from sozialraum_plugin.core.addresses.matching import address_columns, comparable
from sozialraum_plugin.core.addresses.messy_rows import messy_rows
from sozialraum_plugin.core.addresses.street_search import find_addresses

ROWS = 30_000


@pytest.fixture(scope="module")
def matched(real_data):
    from bench.bench_matching import berlin, by_habit
    from bench.messer import messy, without_streets

    whole = berlin().reset_index(drop=True)
    addresses, rows = without_streets(whole, messy(whole, ROWS, seed=11), 0.02, seed=11)
    listed = comparable(addresses, address_columns())
    asked = messy_rows(rows, {name: name for name in ("strasse", "hausnummer", "plz", "ortsteil")}, listed)
    found = find_addresses(asked, listed)
    return rows, asked, listed, found, by_habit(rows, found.matches.address)


def test_recall_and_precision(matched):
    rows, _, _, found, _ = matched
    address, truth = found.matches.address, rows["wahr"].to_numpy()
    right = (address == truth) & (truth >= 0)
    assert right.sum() >= 0.995 * (truth >= 0).sum()
    assert right.sum() >= 0.999 * (address >= 0).sum()


def test_each_habit(matched):
    *_, habits = matched
    assert set(habits.index[habits["right"] < 0.999]) <= {"tippfehler", "erster_buchstabe", "stockwerk"}
    assert habits.loc["tippfehler", "right"] > 0.975
    nowhere = ["plz_falsch", "ort_falsch", "strasse_erfunden", "strasse_fehlt"]
    assert (habits.loc[nowhere, "wrong"] <= 1).all()


def test_every_row_has_an_address_or_a_reason(matched):
    rows, asked, listed, found, _ = matched
    matches = found.matches
    assert len(matches.address) == len(rows)
    assert ((matches.address >= 0) == (matches.problem == "")).all()
    assert ((matches.address >= 0) == (found.score > 0)).all()
    assert (np.isin(matches.match_class, ["keiner", "mehrdeutig"]) == (matches.address < 0)).all()
    lost = np.flatnonzero(matches.address < 0)[:300]
    part = type(matches)(matches.address[lost], matches.match_class[lost], matches.problem[lost], matches.street[lost])
    texts = candidates(asked.iloc[lost].reset_index(drop=True), listed, part)
    contradicting = pd.Series(texts)[part.problem == "angaben_widersprechen_sich"]
    assert len(texts) == len(lost) and (contradicting != "").all()
