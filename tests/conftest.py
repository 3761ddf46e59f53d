"""Puts the built plugin, or the source tree where nothing is built, on the path; says where real data lie."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("SOZIALRAUM_BUILD", ROOT / "build"))
sys.path.insert(0, str(BUILD if (BUILD / "sozialraum_plugin").exists() else ROOT))
sys.path.insert(1, str(ROOT / "scripts"))
sys.path.insert(2, str(ROOT / "tests"))
if "PYTEST_XDIST_WORKER" in os.environ:  # tests look at what is left there, so each process has a folder of its own
    os.environ["TMPDIR"] = tempfile.mkdtemp(prefix="sozialraum-tests-")
    tempfile.tempdir = None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares expensive fixtures when tests run in several processes: a file, and the chain."""
    for item in items:
        path = item.path.relative_to(ROOT / "tests")
        item.add_marker(pytest.mark.xdist_group(path.parts[0] if path.parts[0] == "chain" else str(path)))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data; a test that asks for it skips where there is none."""
    folder = Path(os.environ.get("SOZIALRAUM_DATA", ROOT.parent / "shared" / "data"))
    if not folder.exists():
        pytest.skip(f"no real data at {folder} (SOZIALRAUM_DATA names another folder)")
    return folder
