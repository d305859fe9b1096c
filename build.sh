#!/usr/bin/env bash
# setup | demo | test | bench | pack. Each verb does all the set-up it needs; run it from anywhere.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# No build process outlives this script, so that a pipe behind it ends with it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
exec </dev/null

configuration=Release
sample=samples/ModelRepoExample

say() { printf '==> %s\n' "$*"; }

setup() {
  say "set-up: ONNX Runtime package"
  bash eng/onnxruntime/build.sh
  say "set-up: charts of the report"
  bash eng/charts/build.sh
  say "set-up: restore"
  dotnet restore Paname.sln --verbosity quiet
}

# Tests of the report open it in Chromium. Where there is none and it cannot be installed here, they show as skipped.
browser() {
  if [ -n "${CHROMIUM:-}" ]; then return; fi
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then return; fi
  done
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then return; fi
  say "set-up: Chromium"
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core) >/dev/null 2>&1 ||
    echo "    could not be installed: tests in a browser are skipped"
}

build() {
  say "build ($configuration)"
  dotnet build "$1" --configuration "$configuration" --no-restore --verbosity quiet -nologo
}

run_tests() {
  setup
  browser
  build Paname.sln
  rm -rf artifacts/test
  say "test"
  local code=0
  # The adapters run mostly in child processes of their tests: their coverage counts too.
  export PANAME_HOST_COVERAGE="$PWD/artifacts/test/hosts"
  # eng/TestResults.targets gives each project its own folder of results below this one.
  dotnet test Paname.sln --configuration "$configuration" --no-build -nologo -m:1 -p:PanameTestResults="$PWD/artifacts/test" || code=$?
  say "coverage"
  bash eng/coverage.sh artifacts/test || code=1
  say "summary"
  bash eng/test-summary.sh artifacts/test || code=1
  return "$code"
}

run_demo() {
  setup
  build Paname.sln
  rm -rf artifacts/demo
  mkdir -p artifacts/demo
  local model framework name
  for model in credit credit-overfit; do
    for framework in Xunit NUnit; do
      name="$framework-$model"
      say "demo: $framework gates against models/$model.onnx"
      # A red run is expected below; the report decides from the recorded results.
      if CREDIT_MODEL="models/$model.onnx" PANAME_RESULTS="$PWD/artifacts/demo/$name.jsonl" \
        dotnet test "$sample/tests/CreditModel.$framework.Tests" --configuration "$configuration" --no-build -nologo \
        --logger "trx;LogFileName=$name.trx" --results-directory artifacts/demo >"artifacts/demo/$name.log" 2>&1; then
        echo "    green"
      else
        echo "    red (artifacts/demo/$name.log)"
      fi
    done
  done
  dotnet run --project "$sample/demo" --configuration "$configuration" --no-build -- artifacts/demo
}

run_bench() {
  setup
  say "bench"
  dotnet restore bench/Paname.Bench --verbosity quiet
  dotnet run --configuration Release --project bench/Paname.Bench --no-restore -- "$@"
}

run_pack() {
  setup
  build Paname.sln
  rm -rf artifacts/packages
  local project
  for project in src/*/ templates/; do
    say "pack ${project%/}"
    dotnet pack "$project" --configuration "$configuration" --no-build --output artifacts/packages --verbosity quiet -nologo
  done
  ls artifacts/packages
}

case "${1:-}" in
  setup) setup ;;
  demo) run_demo ;;
  test) run_tests ;;
  bench) shift; run_bench "$@" ;;
  pack) run_pack ;;
  *) echo "usage: ./build.sh setup|demo|test|bench|pack" >&2; exit 2 ;;
esac
