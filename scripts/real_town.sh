#!/usr/bin/env bash
# The chain on a real town: Kaiserslautern from OpenStreetMap and the census of 2011.
set -euo pipefail
usage="Usage: bash scripts/real_town.sh [OUTPUT_DIR]
Makes Quartiere, Sozialräume, Straßenverzeichnis and profiles of Kaiserslautern from the data in SOZIALRAUM_DATA (default
../shared/data), folder kaiserslautern. OUTPUT_DIR (default: real_town) must be empty, absent or an earlier run's."
case "${1:-}" in -h | --help) printf '%s\n' "$usage" && exit 0 ;; esac
source "$(dirname "$0")/lib.sh"
need_packages "${RUN_PACKAGES[@]}" "${BUILD_PACKAGES[@]}"
TOWN="$(realpath -m "${SOZIALRAUM_DATA:-$ROOT/../shared/data}/kaiserslautern")"
[ -f "$TOWN/osm.gpkg" ] || fail "No data at $TOWN; SOZIALRAUM_DATA names the folder that holds kaiserslautern/."
start_output "${1:-$ROOT/real_town}"

OSM="$WORK/osm.gpkg" # a copy, because opening a GeoPackage may write beside it
cp "$TOWN/osm.gpkg" "$OSM"
AGS=07312000

say "Building the plugin"
"$PYTHON" "$ROOT/scripts/build.py" --no-zip
use_built_plugin "$WORK/qgis"

say "1 Addresses, with the inhabitants of the 1 km cells by building area"
run_algorithm sozialraum:importaddresses INPUT="$OSM|layername=adressen" FORMAT=csv STREET_FIELD=strasse \
  NUMBER_FIELD=hausnr POSTCODE_FIELD=plz ID_FIELD=osm_id COMMUNE=$AGS COMMUNE_NAME=Kaiserslautern CRS=EPSG:25832 \
  OUTPUT="$WORK/adressen.gpkg" REPORT="$OUT/adressen_bericht.csv"
run_algorithm native:convexhull INPUT="$WORK/adressen.gpkg" OUTPUT="$WORK/huelle_je_adresse.gpkg" || true
