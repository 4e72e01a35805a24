#!/usr/bin/env bash
# Formatting (clang-format 14) of every source file, clang-tidy of the release build's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mapfile -t sources < <(git ls-files 'src/*.h' 'src/*.cc' 'bench/*.cc' 'fuzz/*.cc' 'tests/*.cc')
clang-format --dry-run -Werror "${sources[@]}"
echo "clang-format: ${#sources[@]} files"
cmake --preset clang >/dev/null
mapfile -t units < <(git ls-files 'src/*.cc' | grep -v -e _test.cc -e '^src/train/')
printf '%s\n' "${units[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build/clang
echo "clang-tidy: ${#units[@]} files"
