#!/usr/bin/env bash
# Make the pictures of the README anew: the toolbox in a real QGIS window, and a page of a profile.
set -euo pipefail
usage="Usage: bash scripts/pictures.sh [DEMO_DIR]
Writes resources/readme/toolbox.png and profile.png from a finished demo (default: demo; made where it is missing)."
case "${1:-}" in -h | --help) printf '%s\n' "$usage" && exit 0 ;; esac
source "$(dirname "$0")/lib.sh"
need_packages "${RUN_PACKAGES[@]}" "${BUILD_PACKAGES[@]}" xvfb xauth
DEMO="$(realpath -m "${1:-$ROOT/demo}")"
[ -f "$DEMO/sozialraum.qgz" ] || bash "$ROOT/scripts/demo.sh" "$DEMO"
PICTURES="$ROOT/resources/readme"
mkdir -p "$PICTURES"
bash "$ROOT/scripts/screenshot.sh" "$PICTURES/toolbox.png" "$DEMO/sozialraum.qgz" --locale de
pdftoppm -r 80 -f 13 -l 13 -png -singlefile "$DEMO/profile/profile_alle.pdf" "$PICTURES/profile"
say "Made $PICTURES/toolbox.png and profile.png"
