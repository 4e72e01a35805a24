#!/usr/bin/env bash
# The page in a real browser: run.sh PROGRAM [ARGUMENTS OF playwright]. Exit status 77, said aloud,
# where there is no Chromium or npm, or the program was built without the page's script.
set -euo pipefail
program=$(realpath "$1")
shift
cd "$(dirname "${BASH_SOURCE[0]}")"
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ] || ! command -v npm >/dev/null; then
  echo "page: SKIPPED, for Chromium or npm is not installed (tools/install.sh tests)"
  exit 77
fi
if [ ! -s "$(dirname "$program")/web/page.js" ]; then
  echo "page: SKIPPED, for the page was built without its script (see build-web in the build's output)"
  exit 77
fi
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || { echo "page: SKIPPED, for npm could not fetch Playwright"; exit 77; }
  touch node_modules/.package-lock.json
fi
PAGE_PROGRAM=$program PAGE_CHROMIUM=$chromium exec node_modules/.bin/playwright test "$@"
