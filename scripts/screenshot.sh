#!/usr/bin/env bash
# Take a picture of the real QGIS window with the built plugin: its toolbox, and a project if one is given.
set -euo pipefail
usage="Usage: bash scripts/screenshot.sh OUT.png [PROJECT.qgz] [--locale de] [--search TEXT [--choose]]
Starts QGIS on a virtual screen (Xvfb) with the built plugin in a throw-away profile, opens the project, shows the
toolbox with the algorithms of Sozialraum and saves the window. SOZIALRAUM_SCREEN sets its size (1500x950).
--search types into the locator bar instead and shows what is found; --choose goes to the first result."
positional=()
locale=en
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --help) printf '%s\n' "$usage" && exit 0 ;;
    --search) export SOZIALRAUM_SEARCH="${2:?--search needs a text}" && shift ;;
    --choose) export SOZIALRAUM_CHOOSE=1 ;;
    --locale) locale="${2:?--locale needs a language, such as de}" && shift ;;
    *) positional+=("$1") ;;
  esac
  shift
done
source "$(dirname "$0")/lib.sh"
[ "${#positional[@]}" -ge 1 ] || fail "$usage"
need_packages "${RUN_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
[ -d "$BUILD/sozialraum_plugin" ] || "$PYTHON" "$ROOT/scripts/build.py" --no-zip

mkdir -p "$(dirname "${positional[0]}")"
out="$(cd "$(dirname "${positional[0]}")" && pwd)/$(basename "${positional[0]}")"
project=()
[ -z "${positional[1]:-}" ] || project=(--project "$(realpath "${positional[1]}")")
profiles="$(mktemp -d)"
trap 'rm -rf "$profiles"' EXIT
mkdir -p "$profiles/profiles/picture/QGIS"
cat >"$profiles/profiles/picture/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
sozialraum_plugin=true
processing=true

[locale]
overrideFlag=true
userLocale=$locale

[qgis]
checkVersion=false
showTips=false
newsFeed\\enabled=false
INI

rm -f "$out"
export QGIS_PLUGINPATH="$BUILD" SOZIALRAUM_PICTURE="$out" QT_QPA_PLATFORM=xcb
timeout 120 xvfb-run --auto-servernum --server-args="-screen 0 ${SOZIALRAUM_SCREEN:-1500x950}x24" \
  qgis.bin --nologo --noversioncheck --profiles-path "$profiles" --profile picture \
  --code "$ROOT/scripts/screenshot_window.py" "${project[@]}" >"$profiles/log" 2>&1 || true
[ -s "$out" ] || { cat "$profiles/log" >&2 && fail "QGIS made no picture."; }
printf '%s\n' "$out"
