#!/usr/bin/env bash
# Kills imports at random moments, goes on with them, and compares what they end in with an
# undisturbed import:
#   tools/kill_import.sh build/release/entente NEWS.jsonl [KILLS, default 30]
# Every view must come out the same, byte for byte; a ledger that an import reached the end of is
# compared, and the next one begun; a document that cannot be read ends the test. Exit status 0 where all are the same. News of several thousand
# documents, for 2,000 are committed at a time.
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: kill_import.sh ENTENTE NEWS [KILLS]" >&2; exit 2; }
entente=$1 news=$2 kills=${3:-30}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
read=("$entente" read --quiet --ledger)
whole=$folder/whole.ledger cut=$folder/cut.ledger
differing=0 compared=0

ask() { "$entente" ask "$1" --format csv --limit 100000000 --seconds 600 --sql "$2"; }

compare() {
  local view
  for view in $(ask "$whole" "SELECT name FROM sqlite_schema WHERE type = 'view'
                              AND name <> 'runs'" | tail -n +2); do
    ask "$whole" "SELECT * FROM \"$view\"" >"$folder/whole.csv"
    ask "$cut" "SELECT * FROM \"$view\"" >"$folder/cut.csv"
    cmp -s "$folder/whole.csv" "$folder/cut.csv" && continue
    echo "$view DIFFERS"
    differing=$((differing + 1))
  done
  compared=$((compared + 1))
  echo "ledger $compared: documents that its runs committed:" \
    $(ask "$cut" "SELECT read FROM run ORDER BY run" | tail -n +2)
  rm -f "$cut" "$cut"-*
}

begin=$(date +%s%N)
"${read[@]}" "$whole" "$news" 2>/dev/null
whole_ms=$((($(date +%s%N) - begin) / 1000000))
for ((killed = 0; killed < kills;)); do
  # No function: what is killed must be the program itself, not a shell around it.
  "${read[@]}" "$cut" "$news" 2>"$folder/messages" &
  reader=$!
  wait_ms=$(((RANDOM * 32768 + RANDOM) % (whole_ms + 1)))
  for ((waited = 0; waited < wait_ms; waited += 50)); do
    kill -0 $reader 2>/dev/null || break
    sleep 0.05
  done
  kill -KILL $reader 2>/dev/null || true
  status=0
  wait $reader 2>/dev/null || status=$?
  if [ $status -eq 137 ]; then
    killed=$((killed + 1))
  elif [ $status -eq 0 ]; then
    compare
  else
    cat "$folder/messages"
    exit 1
  fi
done
"${read[@]}" "$cut" "$news" 2>"$folder/messages" || true
compare
echo "killed $killed times; $compared ledgers compared, $differing views differ;" \
  "undisturbed: $whole_ms ms"
[ "$differing" -eq 0 ]
