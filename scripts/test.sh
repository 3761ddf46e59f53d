#!/usr/bin/env bash
# Set up the test environment and run all tests on the built plugin.
set -euo pipefail
usage="Usage: bash scripts/test.sh [PYTEST OPTIONS]
Installs what is missing (apt, root), makes .venv with QGIS's packages and a pinned pytest-qgis, builds the plugin and
runs all tests. Options go to pytest: bash scripts/test.sh tests/core -k street
SOZIALRAUM_DATA names the folder of real data (default ../shared/data); tests that need it skip where it is absent."
case "${1:-}" in -h | --help) printf '%s\n' "$usage" && exit 0 ;; esac
source "$(dirname "$0")/lib.sh"
cd "$ROOT"

need_packages "${RUN_PACKAGES[@]}" "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
VENV="${SOZIALRAUM_VENV:-$ROOT/.venv}"
if ! "$VENV/bin/python" -c 'import pytest_qgis, xdist' 2>/dev/null; then
  say "Making $VENV"
  "$PYTHON" -m venv --system-site-packages "$VENV"
  "$VENV/bin/pip" install --quiet --disable-pip-version-check -r scripts/requirements-test.txt
fi
say "Building the plugin"
"$PYTHON" scripts/build.py
export SOZIALRAUM_BUILD="$BUILD"
if [ $# -eq 0 ]; then
  say "Checking style"
  "$VENV/bin/ruff" check .
  "$VENV/bin/ruff" format --check .
  set -- --numprocesses 2 --dist loadgroup
fi
say "Testing on $("$PYTHON" -c 'from qgis.core import Qgis; print("QGIS", Qgis.QGIS_VERSION)')"
exec "$VENV/bin/python" -m pytest "$@"
