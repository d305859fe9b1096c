#!/usr/bin/env bash
# Counts the tests of every test project in Paname.sln from its TRX file below $1. Fails when a test failed,
# or when a project left no results, ran no test or ended in an error outside its tests.
set -euo pipefail
results=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."

passed=0 failed=0 skipped=0 status=0 projects=0
problem() { printf '  %-36s %s\n' "$1" "$2"; failed=$((failed + 1)); status=1; }

counter() { # line, name
  local value
  value=$(printf '%s' "$1" | sed -n "s/.*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p")
  printf '%s' "${value:-0}"
}

for project in $(sed -n 's/^Project(.*"\([^"]*\.csproj\)".*/\1/p' Paname.sln | tr '\\' '/'); do
  grep -q -E '<ProjectType>Test</ProjectType>|Include="Microsoft.NET.Test.Sdk"' "$project" || continue
  projects=$((projects + 1))
  name=$(basename "$project" .csproj)
  trx="$results/$name/$name.trx"
  if [ ! -f "$trx" ]; then
    problem "$name" "no results: the test run did not get that far"
    continue
  fi

  line=$(tr -d '\r' <"$trx" | tr '\n' ' ' | grep -o '<Counters [^>]*' | head -n 1 || true)
  outcome=$(tr -d '\r' <"$trx" | tr '\n' ' ' | sed -n 's/.*<ResultSummary outcome="\([A-Za-z]*\)".*/\1/p')
  total=$(counter "$line" total)
  p=$(counter "$line" passed)
  f=$(($(counter "$line" failed) + $(counter "$line" error) + $(counter "$line" timeout) + $(counter "$line" aborted)))
  s=$((total - p - f))
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  printf '  %-36s %6d passed %4d failed %4d skipped\n' "$name" "$p" "$f" "$s"
  [ "$f" = 0 ] || status=1
  if [ $((p + f)) = 0 ]; then
    problem "$name" "ran no test"
  elif [ "$outcome" != Completed ] && [ "$f" = 0 ]; then
    problem "$name" "ended in an error outside its tests (outcome '$outcome')"
  fi
done

[ "$projects" -gt 0 ] || problem "Paname.sln" "holds no test project"
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
exit "$status"
