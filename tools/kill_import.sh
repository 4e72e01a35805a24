#!/usr/bin/env bash
# Kills an import at random moments and compares the ledger with that of an undisturbed one:
#   tools/kill_import.sh build/release/entente NEWS.jsonl [KILLS, default 30]
# Every view must come out the same, byte for byte. Exit status 0 where it does.
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: kill_import.sh ENTENTE NEWS [KILLS]" >&2; exit 2; }
entente=$1 news=$2 kills=${3:-30}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
read_into() { "$entente" read --quiet --ledger "$1" "$news" 2>>"$folder/messages"; }

begin=$(date +%s%N)
read_into "$folder/whole.ledger" || true # a bad document is no reason to stop
whole_ms=$((($(date +%s%N) - begin) / 1000000))
killed=0
for ((i = 0; i < kills; ++i)); do
  read_into "$folder/killed.ledger" &
  reader=$!
  wait_ms=$((RANDOM * 32768 + RANDOM))
  wait_ms=$((wait_ms % (whole_ms > 100 ? whole_ms / 2 : 50)))
  sleep "$(printf '%d.%03d' $((wait_ms / 1000)) $((wait_ms % 1000)))"
  kill -KILL $reader 2>/dev/null && killed=$((killed + 1))
  wait $reader 2>/dev/null || true
done
read_into "$folder/killed.ledger" || true

differing=0
views=$("$entente" ask "$folder/whole.ledger" --format csv --sql \
  "SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'runs'" | tail -n +2)
for view in $views; do
  for ledger in whole killed; do
    "$entente" ask "$folder/$ledger.ledger" --format csv --limit 100000000 --seconds 600 \
      --sql "SELECT * FROM \"$view\"" >"$folder/$ledger.csv"
  done
  rows=$(($(wc -l <"$folder/whole.csv") - 1))
  if cmp -s "$folder/whole.csv" "$folder/killed.csv"; then
    echo "$view: the same ($rows lines)"
  else
    echo "$view: DIFFERS"
    differing=$((differing + 1))
  fi
done
echo "killed $killed times of $kills; $differing views differ; undisturbed: $whole_ms ms"
[ "$differing" -eq 0 ]
