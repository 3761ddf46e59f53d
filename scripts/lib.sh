# Shared by the shell scripts: where things are, and what must be installed. Source it, do not run it.
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
BUILD="${SOZIALRAUM_BUILD:-$ROOT/build}"
PYTHON=/usr/bin/python3 # QGIS's own Python, whichever other comes first on PATH
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" LC_ALL="${LC_ALL:-C.UTF-8}"

# What the product needs at run time, and what only building, sampling and testing need.
RUN_PACKAGES=(qgis python3-qgis qgis-providers python3-pandas python3-jinja2 fonts-open-sans)
BUILD_PACKAGES=(qttools5-dev-tools python3-openpyxl poppler-utils)
TEST_PACKAGES=(python3-pytest python3-venv xvfb xauth)

say() { printf '\n== %s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Print the packages of "$@" that are not installed.
missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || printf '%s ' "$package"
  done
}

# Install the missing ones of "$@"; without apt or root, say exactly what is missing.
need_packages() {
  local missing
  command -v dpkg-query >/dev/null || fail "This script installs Debian packages; without apt, please provide: $*"
  missing="$(missing_packages "$@")"
  [ -z "$missing" ] && return 0
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    fail "Missing: $missing
Install them as root: apt-get install --no-install-recommends $missing"
  fi
  say "Installing $missing"
  apt-get update -qq
  # shellcheck disable=SC2086 # one word a package
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Run one algorithm of the built plugin: run_algorithm ID NAME=VALUE... ; the log goes to $LOG_DIR.
run_algorithm() {
  local id="$1" started=$SECONDS log
  shift
  log="${LOG_DIR:?}/$(date +%s%N)-${id#*:}.log"
  if ! qgis_process.bin run "$id" -- "$@" >"$log" 2>&1; then
    cat "$log" >&2
    fail "$id failed; its log: $log"
  fi
  printf '   %-34s %3d s\n' "$id" $((SECONDS - started))
}

# Make qgis_process find the built plugin and speak German, with a new profile below "$1".
use_built_plugin() {
  export QGIS_PLUGINPATH="$BUILD" QGIS_CUSTOM_CONFIG_PATH="$1"
  local settings="$1/profiles/default/QGIS"
  mkdir -p "$settings"
  printf '[locale]\noverrideFlag=true\nuserLocale=de\n\n[PythonPlugins]\nsozialraum_plugin=true\n' >"$settings/QGIS3.ini"
}

# Make an empty output folder "$1" as $OUT, with $LOG_DIR, the $STORE that may leave the office and the $INTERN one that
# must not in it, and a $WORK folder that goes at the end. A folder that holds something else is refused.
start_output() {
  OUT="$(realpath -m "$1")"
  [ ! -e "$OUT" ] || [ -e "$OUT/.sozialraum" ] || [ -z "$(ls -A "$OUT")" ] ||
    fail "$OUT is not empty and was not made by this script; please name another folder."
  rm -rf "$OUT"
  mkdir -p "$OUT/protokoll" "$OUT/intern"
  printf '%s\n' "Nur für den internen Gebrauch – nicht weitergeben." \
    "Die Tabellen dieses Ordners enthalten Zahlen, die auf einzelnen Personen beruhen können." >"$OUT/intern/LIESMICH.txt"
  touch "$OUT/.sozialraum"
  WORK="$(mktemp -d)"
  trap 'rm -rf "$WORK"' EXIT
  LOG_DIR="$OUT/protokoll"
  STORE="$OUT/sozialraum.gpkg"
  INTERN="$OUT/intern/intern.gpkg"
}

# A layer of the store, or of the GeoPackage "$2", as the target of an algorithm, with and without geometry, and as an
# input.
layer() { printf "ogr:dbname='%s' table=\"%s\" (geom)" "${2:-$STORE}" "$1"; }
table() { printf "ogr:dbname='%s' table=\"%s\"" "${2:-$STORE}" "$1"; }
stored() { printf '%s|layername=%s' "${2:-$STORE}" "$1"; }

# Write tables of the store beside it as CSV that Excel opens right, without the inhabitants that its indicators hide.
export_csv() {
  local name
  for name in "$@"; do
    "$PYTHON" "$ROOT/scripts/export_csv.py" "$STORE" "$name" "$OUT/$name.csv" --like indikatoren
  done
}

# Say what was made, and how long it took.
list_output() {
  say "Made in $OUT, in $SECONDS s"
  (cd "$OUT" && find . -type f -not -path './protokoll/*' -not -path './diagramme/*' -not -name '.sozialraum' -printf '%P\t%k KB\n' | sort) |
    awk -F '\t' '{ printf "   %-52s %12s\n", $1, $2 }'
}
