#!/usr/bin/env bash
# Configures and builds targets of one preset: build.sh [--preset NAME] TARGET...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=release
if [ "${1:-}" = --preset ]; then
  preset=$2
  shift 2
fi
tools/world-data.sh
cmake --preset "$preset"
cmake --build --preset "$preset" --target "$@"
