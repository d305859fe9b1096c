#!/usr/bin/env bash
# Writes the public surface of each library to its PublicAPI.Unshipped.txt. Review the diff before committing it.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in ${*:-src/*/}; do
  project=${project%/}
  file="$project/PublicAPI.Unshipped.txt"
  printf '#nullable enable\n' >"$file"
  log=$(mktemp)
  dotnet build "$project" --no-incremental -p:TreatWarningsAsErrors=false -p:BuildProjectReferences=true -v:quiet -nologo >"$log" 2>&1 || { tail -n 20 "$log"; exit 1; }
  sed -n "s|.*$project/.*warning RS0016: Symbol '\(.*\)' is not part of the declared public API.*|\1|p" "$log" | LC_ALL=C sort -u >>"$file"
  printf '%s: %d entries\n' "$file" "$(($(wc -l <"$file") - 1))"
  rm -f "$log"
done
