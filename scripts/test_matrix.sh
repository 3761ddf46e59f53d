#!/usr/bin/env bash
# Run the README's own test command in bare Debian systems, so that every QGIS version is tested and a missing install
# step shows: bookworm has QGIS 3.22, trixie 3.40, sid the newest.
set -euo pipefail
usage="Usage: bash scripts/test_matrix.sh [--demo] [bookworm] [trixie] [sid]
With --demo the README's demo command runs instead.
Each suite is a minimal Debian (apt and git only) in a cache folder (SOZIALRAUM_CACHE, default ~/.cache/sozialraum),
made when missing; a run works on a throw-away layer above it, on a clone of HEAD. Needs root and mmdebstrap."
case "${1:-}" in -h | --help) printf '%s\n' "$usage" && exit 0 ;; esac
script=test
if [ "${1:-}" = --demo ]; then script=demo && shift; fi
source "$(dirname "$0")/lib.sh"
[ "$(id -u)" -eq 0 ] || fail "test_matrix.sh makes Debian systems and needs root."
need_packages mmdebstrap util-linux git

CACHE="${SOZIALRAUM_CACHE:-$HOME/.cache/sozialraum}"
DATA="${SOZIALRAUM_DATA:-$ROOT/../shared/data}"
own_mirror() {
  { grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null || true; } |
    grep -v -m 1 snapshot | tr -d ' '
}
MIRROR="${SOZIALRAUM_MIRROR:-$(own_mirror || echo http://deb.debian.org/debian)}"
SUITES=("${@:-bookworm}")
[ $# -gt 0 ] || SUITES=(bookworm trixie sid)

make_base() {
  local suite="$1" base="$CACHE/$1"
  [ -d "$base" ] && return 0
  say "Making a bare Debian $suite in $base"
  mkdir -p "$CACHE"
  rm -rf "$base.part"
  # A mirror that lags behind sid has an expired Release file; apt keeps the option for the runs above this base.
  mmdebstrap --quiet --variant=minbase --mode=root --include=ca-certificates,git,apt \
    --aptopt='Acquire::Check-Valid-Until "false"' "$suite" "$base.part" \
    "deb [trusted=yes] $MIRROR $suite main"
  mv "$base.part" "$base"
}

# The command that the README gives for testing, or for the demo.
readme_command() { grep -m 1 -oE "^ *bash scripts/$script\.sh *$" "$ROOT/README.md" | sed 's/^ *//'; }

run_suite() {
  local suite="$1" layer status=0
  layer="$(mktemp -d "$CACHE/run-$suite-XXXX")"
  mkdir -p "$layer"/{upper,work,root} "$CACHE/apt-$suite/partial"
  # A mount namespace of its own: all mounts vanish with it, so that nothing of the host can be deleted below.
  unshare --mount --propagation private bash -euo pipefail -s <<INNER || status=$?
mount -t overlay overlay -o "lowerdir=$CACHE/$suite,upperdir=$layer/upper,workdir=$layer/work" "$layer/root"
mount -t proc proc "$layer/root/proc"
mount --rbind /dev "$layer/root/dev"
mount --bind "$CACHE/apt-$suite" "$layer/root/var/cache/apt/archives"
cp -L /etc/resolv.conf /etc/hosts "$layer/root/etc/"
cp -L /etc/ssl/certs/ca-certificates.crt "$layer/root/etc/ssl/certs/ca-certificates.crt"
git clone --quiet --no-local "$ROOT" "$layer/root/root/sozialraum"
if [ -d "$DATA" ]; then
  mkdir -p "$layer/root/root/shared/data"
  mount --bind -o ro "$DATA" "$layer/root/root/shared/data"
fi
chroot "$layer/root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin CI=true \
  bash -c 'cd /root/sozialraum && $(readme_command)'
INNER
  rm -rf --one-file-system "$layer"
  return $status
}

declare -A result
for suite in "${SUITES[@]}"; do
  make_base "$suite"
  say "Debian $suite: $(readme_command)"
  if run_suite "$suite"; then result[$suite]=passed; else result[$suite]=FAILED; fi
done
say "Result"
for suite in "${SUITES[@]}"; do printf '   %-10s %s\n' "$suite" "${result[$suite]}"; done
[[ " ${result[*]} " != *FAILED* ]]
