#!/usr/bin/env bash
# The whole chain on the sample Kreis: from addresses to profile PDFs and a QGIS project.
set -euo pipefail
usage="Usage: bash scripts/demo.sh [OUTPUT_DIR]
Installs what is missing (apt, root), builds the plugin, makes the sample Kreis and sends it through every stage by
qgis_process. OUTPUT_DIR (default: demo) must be empty, absent or an earlier run's.
SOZIALRAUM_SEED (1) and SOZIALRAUM_ADDRESSES (12000) shape the sample."
case "${1:-}" in -h | --help) printf '%s\n' "$usage" && exit 0 ;; esac
source "$(dirname "$0")/lib.sh"
need_packages "${RUN_PACKAGES[@]}" "${BUILD_PACKAGES[@]}"

OUT="$(realpath -m "${1:-$ROOT/demo}")"
[ ! -e "$OUT" ] || [ -e "$OUT/.sozialraum-demo" ] || [ -z "$(ls -A "$OUT")" ] ||
  fail "$OUT is not empty and not made by this script; please name another folder."
rm -rf "$OUT"
mkdir -p "$OUT/protokoll"
touch "$OUT/.sozialraum-demo"
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT
LOG_DIR="$OUT/protokoll"
SAMPLE="$OUT/musterkreis"
BASE="$SAMPLE/geobasis.gpkg"
STORE="$OUT/sozialraum.gpkg"
sample() {
  "$PYTHON" "$ROOT/scripts/make_sample.py" "$SAMPLE" --seed "${SOZIALRAUM_SEED:-1}" \
    --addresses "${SOZIALRAUM_ADDRESSES:-12000}" "$@"
}
# A layer of the store as the target of an algorithm, with and without geometry; and as an input.
layer() { printf "ogr:dbname='%s' table=\"%s\" (geom)" "$STORE" "$1"; }
table() { printf "ogr:dbname='%s' table=\"%s\"" "$STORE" "$1"; }
stored() { printf '%s|layername=%s' "$STORE" "$1"; }

say "Building the plugin"
"$PYTHON" "$ROOT/scripts/build.py" --no-zip
use_built_plugin "$WORK/qgis"
say "Making the sample Kreis"
sample

say "1 Addresses"
run_algorithm sozialraum:importaddresses INPUT="$SAMPLE/gebref.txt" FORMAT=gebref_nrw OUTPUT="$WORK/adressen.gpkg" \
  REPORT="$OUT/adressen_bericht.csv"
run_algorithm sozialraum:joincounts INPUT="$WORK/adressen.gpkg" TABLE="$SAMPLE/einwohner_je_adresse.csv" \
  COMMUNE_FIELD=AGS STREET_KEY_FIELD=Strassenschluessel NUMBER_FIELD=Hausnummer SUFFIX_FIELD=Zusatz \
  COUNT_FIELDS=einwohner COUNT_FIELDS=e_u18 COUNT_FIELDS=e_65 COUNT_FIELDS=auslaender COUNT_FIELDS=haushalte \
  COUNT_FIELDS=wohnungen COUNT_FIELDS=wohnungen_efh COUNT_FIELDS=sgb2 OUTPUT="$(layer adressen)"

say "2 Delineation"
run_algorithm sozialraum:buildblocks STREETS="$BASE|layername=strassen" ADDRESSES="$(stored adressen)" \
  BARRIERS="$BASE|layername=bahn" BOUNDARY="$BASE|layername=gemeinden" \
  COUNT_FIELDS=e_u18 COUNT_FIELDS=e_65 COUNT_FIELDS=auslaender COUNT_FIELDS=wohnungen COUNT_FIELDS=wohnungen_efh \
  COUNT_FIELDS=sgb2 SHARES="anteil_efh=wohnungen_efh/wohnungen; anteil_sgb2=sgb2/einwohner; anteil_65=e_65/einwohner" \
  OUTPUT="$(layer bloecke)"
run_algorithm sozialraum:delineateareas INPUT="$(stored bloecke)" POPULATION_FIELD=einwohner COMMUNE_FIELD=gemeinde \
  ATTRIBUTES=anteil_efh ATTRIBUTES=anteil_sgb2 ATTRIBUTES=anteil_65 BARRIERS="$BASE|layername=bahn" \
  MIN_POPULATION=700 MAX_POPULATION=1600 TARGET_POPULATION=1000 SEED=1 LEVEL=quartier CODE_DIGITS=3 \
  NAME_FIELD=ortsteil OUTPUT="$WORK/quartiere.gpkg" OUTPUT_UNITS="$WORK/bloecke.gpkg"
run_algorithm sozialraum:delineateareas INPUT="$WORK/quartiere.gpkg" POPULATION_FIELD=einwohner \
  COMMUNE_FIELD=gemeinde ATTRIBUTES=anteil_efh ATTRIBUTES=anteil_sgb2 ATTRIBUTES=anteil_65 \
  BARRIERS="$BASE|layername=bahn" MIN_POPULATION=2000 MAX_POPULATION=4500 TARGET_POPULATION=3000 SEED=1 \
  LEVEL=sozialraum CODE_DIGITS=2 NAME_FIELD=gebiet_name OUTPUT="$(layer sozialraeume)" \
  OUTPUT_UNITS="$WORK/quartiere_sr.gpkg"
