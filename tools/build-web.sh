#!/usr/bin/env bash
# Builds the page's script (web/, by npm and Vite) and embeds all its files: build-web.sh BUILD_DIR
# writes BUILD_DIR/web_assets.cc. Without npm, or without its packages, the page goes without a
# script; the file is then dated back, so that the next build tries again.
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
built=$build/web
rm -rf "$built"
mkdir -p "$built"

build_script() {
  command -v npm >/dev/null || { echo "npm is not installed"; return 1; }
  cd web
  if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-audit --no-fund --loglevel=error || return 1
    touch node_modules/.package-lock.json
  fi
  # Two presets that build at once must not write to one folder.
  node_modules/.bin/vite build --outDir "$built" --emptyOutDir --logLevel warn || return 1
  cp node_modules/world-atlas/countries-110m.json "$built/world.json"
}

is_whole=yes
if ! reason=$( (build_script) 2>&1 ); then
  is_whole=no
  echo "build-web: the page goes without its script: $reason" >&2
  : >"$built/page.js"
fi
python3 tools/embed_assets.py "$build/web_assets.cc" web/static/* docs/openapi.yaml "$built"/*
[ "$is_whole" = yes ] || touch -d 2000-01-01 "$build/web_assets.cc"
