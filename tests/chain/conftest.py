"""Runs each script once and hands what it made to all tests, as a user would find it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from chain.outcome import Outcome

ROOT = Path(__file__).resolve().parents[2]
SMALL_SAMPLE = "3000"  # addresses; the smallest Kreis with several Sozialräume in its town


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Outcome:
    """The sample Kreis; SOZIALRAUM_DEMO_RUN names a finished run instead."""
    return made_by("demo.sh", "SOZIALRAUM_DEMO_RUN", tmp_path_factory, SOZIALRAUM_ADDRESSES=SMALL_SAMPLE)


@pytest.fixture(scope="session")
def town(real_data, tmp_path_factory) -> Outcome:
    """Kaiserslautern; SOZIALRAUM_REAL_TOWN_RUN names a finished run instead."""
    if not (real_data / "kaiserslautern" / "osm.gpkg").exists():
        pytest.skip(f"no real town at {real_data}/kaiserslautern")
    return made_by("real_town.sh", "SOZIALRAUM_REAL_TOWN_RUN", tmp_path_factory, SOZIALRAUM_DATA=str(real_data))


def made_by(script: str, finished: str, tmp_path_factory: pytest.TempPathFactory, **environment: str) -> Outcome:
    """Run a script of scripts/ unless the variable `finished` names its output; show what it said if it fails."""
    if finished in os.environ:
        return Outcome(Path(os.environ[finished]))
    folder = tmp_path_factory.mktemp(script.split(".")[0]) / "out"
    done = subprocess.run(
        ["bash", str(ROOT / "scripts" / script), str(folder)],
        env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.fail(f"{script} ended with {done.returncode}\n{done.stdout}\n{done.stderr}", pytrace=False)
    return Outcome(folder)
