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
start_output "${1:-$ROOT/demo}"
SAMPLE="$OUT/musterkreis"
BASE="$SAMPLE/geobasis.gpkg"
OFFICES="$SAMPLE/aemter_neu"
sample() {
  "$PYTHON" "$ROOT/scripts/make_sample.py" "$SAMPLE" --seed "${SOZIALRAUM_SEED:-1}" \
    --addresses "${SOZIALRAUM_ADDRESSES:-12000}" "$@"
}

say "Building the plugin"
"$PYTHON" "$ROOT/scripts/build.py" --no-zip
use_built_plugin "$WORK/qgis"
say "Making the sample Kreis"
sample

say "1 Addresses"
run_algorithm sozialraum:importaddresses INPUT="$SAMPLE/gebref.txt" FORMAT=gebref_nrw OUTPUT="$WORK/adressen.gpkg" \
  REPORT="$WORK/adressen_bericht.gpkg"
"$PYTHON" "$ROOT/scripts/export_csv.py" "$WORK/adressen_bericht.gpkg" adressen_bericht "$OUT/adressen_bericht.csv"
COUNTS=(COUNT_FIELDS=e_u18 COUNT_FIELDS=e_65 COUNT_FIELDS=auslaender COUNT_FIELDS=wohnungen
  COUNT_FIELDS=wohnungen_efh COUNT_FIELDS=sgb2)
run_algorithm sozialraum:joincounts INPUT="$WORK/adressen.gpkg" TABLE="$SAMPLE/einwohner_je_adresse.csv" \
  COMMUNE_FIELD=AGS STREET_KEY_FIELD=Strassenschluessel NUMBER_FIELD=Hausnummer SUFFIX_FIELD=Zusatz \
  POPULATION_FIELD=einwohner COUNT_FIELDS=einwohner "${COUNTS[@]}" OUTPUT="$WORK/adressen_register.gpkg"

say "2 Delineation"
run_algorithm sozialraum:buildblocks STREETS="$BASE|layername=strassen" ADDRESSES="$WORK/adressen_register.gpkg" \
  BARRIERS="$BASE|layername=bahn" BARRIERS="$BASE|layername=gewaesser" BOUNDARY="$BASE|layername=gemeinden" \
  "${COUNTS[@]}" OUTPUT="$WORK/bloecke.gpkg" \
  SHARES="anteil_efh=wohnungen_efh/wohnungen; anteil_sgb2=sgb2/einwohner; anteil_65=e_65/einwohner"
TRAITS=(POPULATION_FIELD=einwohner COMMUNE_FIELD=gemeinde ATTRIBUTES=anteil_efh ATTRIBUTES=anteil_sgb2
  ATTRIBUTES=anteil_65 "BARRIERS=$BASE|layername=bahn" SEED=1)
run_algorithm sozialraum:delineateareas INPUT="$WORK/bloecke.gpkg" "${TRAITS[@]}" LEVEL=quartier CODE_DIGITS=3 \
  MIN_POPULATION=600 TARGET_POPULATION=900 MAX_POPULATION=1400 NAME_FIELD=ortsteil \
  OUTPUT="$WORK/quartiere.gpkg" OUTPUT_UNITS="$WORK/bloecke_mit_quartier.gpkg"
run_algorithm sozialraum:delineateareas INPUT="$WORK/quartiere.gpkg" "${TRAITS[@]}" LEVEL=sozialraum CODE_DIGITS=2 \
  MIN_POPULATION=1500 TARGET_POPULATION=2700 MAX_POPULATION=4500 NAME_FIELD=ortsteil \
  OUTPUT="$WORK/sozialraeume.gpkg" OUTPUT_UNITS="$WORK/quartiere_mit_sozialraum.gpkg"
# Counts of the register per address, block or area may be as small as one person. The store keeps the inhabitants of
# areas, those of addresses and blocks stay in the office.
drop=("${COUNTS[@]/#COUNT_FIELDS=/COLUMN=}" COLUMN=anteil_efh COLUMN=anteil_sgb2 COLUMN=anteil_65)
run_algorithm native:deletecolumn INPUT="$WORK/adressen_register.gpkg" "${drop[@]}" \
  OUTPUT="$(layer adressen_einwohner "$INTERN")"
run_algorithm native:deletecolumn INPUT="$WORK/bloecke_mit_quartier.gpkg" "${drop[@]}" \
  OUTPUT="$(layer bloecke_einwohner "$INTERN")"
for name in adressen bloecke; do
  run_algorithm native:deletecolumn INPUT="$(stored ${name}_einwohner "$INTERN")" COLUMN=einwohner OUTPUT="$(layer $name)"
done
run_algorithm native:deletecolumn INPUT="$WORK/sozialraeume.gpkg" "${drop[@]}" OUTPUT="$(layer sozialraeume)"
run_algorithm sozialraum:buildhierarchy LAYERS="$WORK/quartiere.gpkg" LAYERS="$(stored sozialraeume)" \
  LAYERS="$BASE|layername=gemeinden" TOP_NAME=Musterkreis OUTPUT="$(layer gebiete)"
run_algorithm native:extractbyattribute INPUT="$(stored gebiete)" FIELD=ebene OPERATOR=0 VALUE=quartier \
  OUTPUT="$(layer quartiere)"
run_algorithm sozialraum:streetdirectory ADDRESSES="$(stored adressen)" AREAS="$(stored quartiere)" \
  OUTPUT="$(table strassenverzeichnis)" CSV="$OUT/strassenverzeichnis.csv"
"$PYTHON" "$ROOT/scripts/export_csv.py" "$STORE" gebiete "$WORK/gebiete.csv"

say "The offices get the street directory and send their tables by the new areas"
sample --deliver "$OUT/strassenverzeichnis.csv" --areas "$WORK/gebiete.csv"

say "3 Indicators"
run_algorithm sozialraum:importtable INPUT="$OFFICES/einwohnermeldeamt.csv" KEY_FIELD=Gebiet DATE_FIELD=Stichtag \
  SOURCE=Einwohnermelderegister OUTPUT="$WORK/melderegister.gpkg"
run_algorithm sozialraum:importtable INPUT="$OFFICES/jobcenter.csv" KEY_FIELD=Gebietsschlüssel \
  DATE_FIELD=Berichtsmonat SYMBOLS=ba SOURCE="Statistik der Bundesagentur für Arbeit" OUTPUT="$WORK/jobcenter.gpkg" \
  VALUE_FIELDS="LB=LB; ELB=ELB; NEF unter 15=NEF_u15; Alo SGB II=ALO_SGB2; Alo SGB III=ALO_SGB3; Alo unter 25=ALO_u25; BG=BG"
run_algorithm sozialraum:importtable INPUT="$OFFICES/schulamt_uebergaenge.xlsx" KEY_FIELD=Gebiet \
  REFERENCE_DATE="15.10.{jahr}" SOURCE=Schulamt OUTPUT="$WORK/schulamt.gpkg" \
  VALUE_FIELDS="Übergänge insgesamt=UE_4; Gymnasium=UE_GY; Gesamtschule=UE_GE; Realschule=UE_REAL; Hauptschule=UE_HAUPT"
run_algorithm sozialraum:importtable INPUT="$OFFICES/wahlamt.csv" KEY_FIELD=Gebiet DATE_FIELD=Wahltag \
  SOURCE=Wahlamt OUTPUT="$WORK/wahlamt.gpkg" VALUE_FIELDS="Wahlberechtigte=WAHL_BER; Wähler=WAEHLER"
run_algorithm sozialraum:importtable INPUT="$OFFICES/jugendamt.ods" KEY_FIELD=Gebiet DATE_FIELD=Stichtag \
  SOURCE=Jugendamt OUTPUT="$WORK/jugendamt.gpkg" \
  VALUE_FIELDS="Betreute u3=KITA_u3; Betreute 3 bis u6=KITA_3_u6; HzE=HZE"
TABLES=()
for office in melderegister jobcenter schulamt wahlamt jugendamt; do TABLES+=("COUNTS=$WORK/$office.gpkg"); done
run_algorithm sozialraum:computeindicators "${TABLES[@]}" AREAS="$(stored gebiete)" OUTPUT="$(table indikatoren)"
run_algorithm sozialraum:pivotindicators INPUT="$(stored indikatoren)" LEVEL=sozialraum CHANGE_YEARS=2 \
  OUTPUT="$(table indikatortabelle)"

say "4 Index"
run_algorithm sozialraum:statusdynamics INPUT="$(stored indikatortabelle)" STATUS_FIELDS=A04 STATUS_FIELDS=A08 \
  STATUS_FIELDS=A12 DYNAMICS_FIELDS=A04_d DYNAMICS_FIELDS=A08_d DYNAMICS_FIELDS=A12_d \
  POPULATION_FIELD=einwohner OUTPUT="$(table index)"
export_csv gebiete indikatoren indikatortabelle index

say "5 Profiles"
RESULTS=(AREAS="$(stored gebiete)" INDICATORS="$(stored indikatoren)" INDEX="$(stored index)" LEVEL=sozialraum
  STREETS="$BASE|layername=strassen" BUILDINGS="$BASE|layername=gebaeude" RAILWAY="$BASE|layername=bahn"
  WATER="$BASE|layername=gewaesser" GREEN="$BASE|layername=gruen" AUTHOR=Musterkreis)
run_algorithm sozialraum:areaprofiles "${RESULTS[@]}" FACILITIES="$BASE|layername=einrichtungen" \
  OUTPUT_FOLDER="$OUT/profile" CHART_FOLDER="$OUT/diagramme" OUTPUT_TABLE="$(layer profile)"
run_algorithm sozialraum:profilepages "${RESULTS[@]}" FACILITIES="$BASE|layername=einrichtungen" \
  OUTPUT_FOLDER="$OUT/seiten"
run_algorithm sozialraum:overviewreport "${RESULTS[@]}" TITLE="Sozialbericht Musterkreis" \
  OUTPUT="$OUT/sozialbericht.pdf"
run_algorithm sozialraum:buildproject GEOPACKAGE="$STORE" BASEMAP="$BASE" TITLE=Musterkreis AUTHOR=Musterkreis \
  OUTPUT="$OUT/sozialraum.qgz"
list_output
