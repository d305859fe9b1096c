#!/usr/bin/env bash
# Bundles the charts of the HTML report into src/Paname.Reports/Assets, once for each state of the files here.
# Needs node 18 or newer with npm; the packages come from the npm registry that npm is set up with.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
assets="$root/src/Paname.Reports/Assets"
stamp="$here/out/inputs.sha512"

sha512() { if command -v sha512sum >/dev/null; then sha512sum; else shasum -a 512; fi | cut -d' ' -f1; }

inputs=$(cd "$here" && cat build.sh build.mjs .npmrc package.json package-lock.json src/*.js | sha512)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$inputs" ] && [ -f "$assets/charts.js" ] && [ -f "$assets/charts.css" ] && [ -f "$here/out/axe.min.js" ]; then
  echo "charts: up to date"
  exit 0
fi

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "charts: node and npm are needed to bundle the charts of the HTML report (node 18 or newer; Debian: apt-get install nodejs npm)" >&2
  exit 1
fi

cd "$here"
mkdir -p out "$assets"
if ! npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >out/npm.log 2>&1; then
  echo "charts: npm could not install the packages of eng/charts/package-lock.json:" >&2
  tail -n 20 out/npm.log >&2
  exit 1
fi
node build.mjs "$assets" "$here/out"
echo "$inputs" >"$stamp"
