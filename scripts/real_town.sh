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

cp "$TOWN/osm.gpkg" "$WORK/" # a copy, because opening a GeoPackage may write beside it
OSM="$WORK/osm.gpkg"
AGS=07312000
# Ways that people live along; footways, service roads and steps would cut yards into blocks.
STREETS="'motorway','trunk','primary','secondary','tertiary','unclassified','residential','living_street','pedestrian'"

say "Building the plugin"
"$PYTHON" "$ROOT/scripts/build.py" --no-zip
use_built_plugin "$WORK/qgis"

say "1 Addresses, with the inhabitants of the census cells by building area"
run_algorithm sozialraum:importaddresses INPUT="$OSM|layername=adressen" FORMAT=csv STREET_FIELD=strasse \
  NUMBER_FIELD=hausnr POSTCODE_FIELD=plz ID_FIELD=osm_id COMMUNE=$AGS COMMUNE_NAME=Kaiserslautern CRS=EPSG:25832 \
  OUTPUT="$WORK/adressen.gpkg" REPORT="$WORK/adressen_bericht.gpkg"
"$PYTHON" "$ROOT/scripts/export_csv.py" "$WORK/adressen_bericht.gpkg" adressen_bericht "$OUT/adressen_bericht.csv"
run_algorithm qgis:minimumboundinggeometry INPUT="$WORK/adressen.gpkg" TYPE=3 OUTPUT="$WORK/stadt.gpkg"
for size in 1km 100m; do
  run_algorithm sozialraum:importcensusgrid INPUT="$TOWN/zensus2011_$size.csv" AREA_OF_INTEREST="$WORK/stadt.gpkg" \
    OUTPUT="$WORK/zellen_$size.gpkg"
done
# Shares of the 1 km cells become counts, which can be distributed and summed.
cells="$WORK/zellen_1km.gpkg"
for share in e_u18=unter18_A e_65=ab65_A auslaender=Auslaender_A; do
  run_algorithm native:fieldcalculator INPUT="$cells" FIELD_NAME="${share%=*}" FIELD_TYPE=1 \
    FORMULA="round(\"Einwohner\" * \"${share#*=}\" / 100)" OUTPUT="$WORK/zellen_${share%=*}.gpkg"
  cells="$WORK/zellen_${share%=*}.gpkg"
done
run_algorithm sozialraum:distributepopulation ADDRESSES="$WORK/adressen.gpkg" CELLS="$cells" \
  COUNT_FIELDS=Einwohner COUNT_FIELDS=e_u18 COUNT_FIELDS=e_65 COUNT_FIELDS=auslaender POPULATION_FIELD=Einwohner \
  CELL_FIELD=gitter_id BUILDINGS="$OSM|layername=gebaeude" OUTPUT="$WORK/adressen_einwohner.gpkg" \
  REPORT="$OUT/zellen_1km_bericht.gpkg"
HOUSING=(COUNT_FIELDS=whg_efh_dhh COUNT_FIELDS=whg_efh_rh COUNT_FIELDS=whg_zfh_frei COUNT_FIELDS=whg_mfh_3_6
  COUNT_FIELDS=whg_mfh_7_12 COUNT_FIELDS=whg_mfh_13plus)
run_algorithm sozialraum:distributepopulation ADDRESSES="$WORK/adressen_einwohner.gpkg" \
  CELLS="$WORK/zellen_100m.gpkg" "${HOUSING[@]}" BUILDINGS="$OSM|layername=gebaeude" \
  CELL_FIELD=gitter_id MAX_DISTANCE=150 OUTPUT="$WORK/adressen_wohnungen.gpkg" \
  REPORT="$OUT/zellen_100m_bericht.gpkg"
# A number that the census hides is below 3 dwellings; only where all are hidden the sum is unknown.
sum_of() {
  local known zero
  known="$(printf ', \"%s\"' "$@")"
  zero="$(printf ' + coalesce(\"%s\", 0)' "$@")"
  echo "if(coalesce(${known:2}) is null, NULL, ${zero:3})"
}
run_algorithm native:fieldcalculator INPUT="$WORK/adressen_wohnungen.gpkg" FIELD_NAME=whg_efh FIELD_TYPE=1 \
  FORMULA="$(sum_of whg_efh_dhh whg_efh_rh whg_zfh_frei)" OUTPUT="$WORK/adressen_efh.gpkg"
run_algorithm native:fieldcalculator INPUT="$WORK/adressen_efh.gpkg" FIELD_NAME=whg FIELD_TYPE=1 \
  FORMULA="$(sum_of whg_efh whg_mfh_3_6 whg_mfh_7_12 whg_mfh_13plus)" OUTPUT="$(layer adressen)"

say "2 Delineation"
run_algorithm native:extractbyexpression INPUT="$OSM|layername=strassen" EXPRESSION="\"art\" IN ($STREETS)" \
  OUTPUT="$WORK/strassen.gpkg"
run_algorithm sozialraum:buildblocks STREETS="$WORK/strassen.gpkg" ADDRESSES="$(stored adressen)" \
  BARRIERS="$OSM|layername=bahn" BARRIERS="$OSM|layername=gewaesser" "${HOUSING[@]}" \
  COUNT_FIELDS=whg COUNT_FIELDS=whg_efh COUNT_FIELDS=e_u18 COUNT_FIELDS=e_65 COUNT_FIELDS=auslaender \
  OUTPUT="$WORK/bloecke.gpkg" SHARES="anteil_65=e_65/einwohner; anteil_auslaender=auslaender/einwohner;
    anteil_efh=whg_efh/whg; anteil_grosse_haeuser=whg_mfh_13plus/whg; anteil_kleine_mfh=whg_mfh_3_6/whg"
TRAITS=(POPULATION_FIELD=einwohner COMMUNE_FIELD=gemeinde ATTRIBUTES=anteil_65 ATTRIBUTES=anteil_auslaender
  ATTRIBUTES=anteil_efh ATTRIBUTES=anteil_grosse_haeuser ATTRIBUTES=anteil_kleine_mfh
  "BARRIERS=$OSM|layername=bahn" COMPACTNESS=0.6 SEED=1)
run_algorithm sozialraum:delineateareas INPUT="$WORK/bloecke.gpkg" "${TRAITS[@]}" LEVEL=quartier CODE_DIGITS=3 \
  MIN_POPULATION=700 TARGET_POPULATION=1500 MAX_POPULATION=2500 OUTPUT="$WORK/quartiere.gpkg" \
  OUTPUT_UNITS="$(layer bloecke)"
run_algorithm sozialraum:delineateareas INPUT="$WORK/quartiere.gpkg" "${TRAITS[@]}" LEVEL=sozialraum CODE_DIGITS=2 \
  MIN_POPULATION=2500 TARGET_POPULATION=4500 MAX_POPULATION=8500 OUTPUT="$(layer sozialraeume)"
run_algorithm sozialraum:buildhierarchy LAYERS="$WORK/quartiere.gpkg" LAYERS="$(stored sozialraeume)" \
  TOP_NAME=Kaiserslautern TOP_LEVEL=gemeinde TOP_CODE=$AGS OUTPUT="$(layer gebiete)"
run_algorithm native:extractbyattribute INPUT="$(stored gebiete)" FIELD=ebene OPERATOR=0 VALUE=quartier \
  OUTPUT="$(layer quartiere)"
run_algorithm sozialraum:checkareas AREAS="$(stored gebiete)" ADDRESSES="$(stored adressen)" UNITS="$(stored bloecke)" \
  BARRIERS="$OSM|layername=bahn" BOUNDS="quartier=700-2500; sozialraum=2500-8500" \
  FINDINGS="$(layer befunde)" SUMMARY="$(table befunde_zahl)"
run_algorithm sozialraum:streetdirectory ADDRESSES="$(stored adressen)" AREAS="$(stored quartiere)" \
  OUTPUT="$(table strassenverzeichnis)" CSV="$OUT/strassenverzeichnis.csv"

say "3 Indicators"
run_algorithm sozialraum:aggregatecounts INPUT="$(stored adressen)" AREAS="$(stored quartiere)" \
  COUNT_FIELDS=einwohner COUNT_FIELDS=e_u18 COUNT_FIELDS=e_65 COUNT_FIELDS=auslaender \
  VARIABLES="E;E_u18;E_65;AUSL" REFERENCE_DATE=09.05.2011 SOURCE="Zensus 2011 (1-km-Gitter auf Adressen verteilt)" \
  OUTPUT="$(table merkmale "$INTERN")"
# No indicators from the 100 m cells: an absent cell is unknown, not zero, and the east of the town has none.
run_algorithm sozialraum:computeindicators COUNTS="$(stored merkmale "$INTERN")" AREAS="$(stored gebiete)" \
  OUTPUT="$(table indikatoren)"
export_csv gebiete indikatoren

say "5 Profiles"
run_algorithm sozialraum:areaprofiles AREAS="$(stored gebiete)" INDICATORS="$(stored indikatoren)" LEVEL=sozialraum \
  STREETS="$WORK/strassen.gpkg" BUILDINGS="$OSM|layername=gebaeude" RAILWAY="$OSM|layername=bahn" \
  WATER="$OSM|layername=gewaesser" FACILITIES="$OSM|layername=einrichtungen" AUTHOR=Kaiserslautern \
  CREDIT="OpenStreetMap-Mitwirkende, ODbL; Zensus 2011, dl-de/by-2-0" \
  OUTPUT_FOLDER="$OUT/profile" CHART_FOLDER="$OUT/diagramme" OUTPUT_TABLE="$(layer profile)"
list_output
