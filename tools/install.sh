#!/usr/bin/env bash
# Installs the Debian packages that are missing: install.sh program | tests
# docs/dependencies.md says why each is there. Needs root only when something is missing.
set -euo pipefail
program=(g++ cmake ninja-build nodejs npm zlib1g-dev libzstd-dev libgumbo-dev libsimdjson-dev libsqlite3-dev libcurl4-openssl-dev
         libcli11-dev libboost-dev libglpk-dev libigraph-dev libgtest-dev python3)
tests=("${program[@]}" clang libclang-rt-14-dev clang-format clang-tidy libbenchmark-dev chromium)
case "${1:-program}" in
  program) wanted=("${program[@]}") ;;
  tests) wanted=("${tests[@]}") ;;
  *) echo "usage: install.sh program|tests" >&2; exit 2 ;;
esac

# A command that is there by other means than apt (node, say) is as good.
is_there() {
  case "$1" in
    nodejs) command -v node >/dev/null ;;
    npm|cmake|python3|g++) command -v "$1" >/dev/null ;;
    *) dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii' ;;
  esac
}

missing=()
for package in "${wanted[@]}"; do
  is_there "$package" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "These Debian packages are missing; as root: apt-get install ${missing[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends "${missing[@]}"
