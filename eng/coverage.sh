#!/usr/bin/env bash
# Prints line coverage per assembly from the cobertura files below $1. A line counts once, covered if any test project ran it.
set -euo pipefail
files=$(find "$1" -name coverage.cobertura.xml ! -path '*/In/*' 2>/dev/null | LC_ALL=C sort)
if [ -z "$files" ]; then
  echo "  no coverage was collected"
  exit 0
fi
# shellcheck disable=SC2086 # the paths come from find below artifacts/ and hold no blanks
awk '
  function attribute(name,  rest) {
    rest = $0
    if (!sub(".*[ ]" name "=\"", "", rest)) return ""
    sub("\".*", "", rest)
    return rest
  }
  /<package / { package = attribute("name") }
  # Reports differ in where their file names start; all agree below the folder of the project.
  /<class /   {
    file = attribute("filename")
    gsub(/\\/, "/", file)
    start = index(file, package "/")
    if (start) file = substr(file, start + length(package) + 1)
  }
  /<line /    {
    key = package SUBSEP file SUBSEP attribute("number")
    if (!(key in hits)) { hits[key] = 0; lines[package]++ }
    if (!hits[key] && attribute("hits") + 0 > 0) { hits[key] = 1; covered[package]++ }
  }
  END {
    for (package in lines) printf "  %-24s %6d of %6d lines  %5.1f %%\n", package, covered[package], lines[package], 100 * covered[package] / lines[package]
  }
' $files | LC_ALL=C sort
