#!/usr/bin/env bash
# Run the accessibility checker axe-core in headless Chromium over the pages that profilepages made.
set -euo pipefail
usage="Usage: bash scripts/check_accessibility.sh FOLDER_OR_PAGE...
Checks every HTML page by axe-core (WCAG 2.0 to 2.2, levels A and AA, and best practices) in a wide and a narrow window
and as printed; that nothing scrolls sideways at 320 pixels (WCAG 1.4.10); that a page asks for nothing but itself.
Ends with 1 if anything is found. What is “to be looked at” is what axe cannot measure: the contrast of text in SVG and of what
lies outside the window; tests/core/profiles/test_html_contrast.py computes it from the colours. For development only: the plugin itself needs none of this.
Installs chromium (Debian) and axe-core and puppeteer-core (npm) into SOZIALRAUM_AXE (/tmp/sozialraum-axe)."
case "${1:-}" in
  "" | -h | --help) printf '%s\n' "$usage" && exit 0 ;;
esac
source "$(dirname "$0")/lib.sh"
axe="${SOZIALRAUM_AXE:-/tmp/sozialraum-axe}"
versions=(axe-core@4.14.1 puppeteer-core@24.43.1)

need_packages chromium
command -v npm >/dev/null || need_packages nodejs npm
if [ "$(cat "$axe/versions" 2>/dev/null)" != "${versions[*]}" ]; then
  say "Installing ${versions[*]} into $axe"
  mkdir -p "$axe"
  npm install --prefix "$axe" --no-audit --no-fund --no-save --loglevel=error "${versions[@]}"
  printf '%s' "${versions[*]}" >"$axe/versions"
fi
NODE_PATH="$axe/node_modules" exec node "$ROOT/scripts/check_accessibility.cjs" "$@"
