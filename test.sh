#!/usr/bin/env bash
# The one test command: formatting check, build, all tests; ends with a line "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

passed=0
failed=0
check() { # check NAME COMMAND…: one check that counts as one test
  local name=$1
  shift
  echo "== $name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; fi
}

check "restore" dotnet restore --verbosity quiet
check "formatting" dotnet format --no-restore --verify-no-changes
check "build" dotnet build --no-restore --verbosity quiet

echo "== tests"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# the summary line of each test project: "Passed!  - Failed: 0, Passed: 123, Skipped: 0, Total: 123, …"
dotnet test --no-build 2>&1 | tee "$log"
[ "${PIPESTATUS[0]}" -eq 0 ] || [ -n "$(grep -E 'Failed: +[1-9]' "$log")" ] || { failed=$((failed + 1)); echo "FAILED: dotnet test ended with an error"; }
projects=$(grep -cE '(Passed|Failed)! +- Failed:' "$log")
[ "$projects" -ge 1 ] || { failed=$((failed + 1)); echo "FAILED: no test project reported"; }
sum() { grep -oE "$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | awk '{s += $1} END {print s + 0}'; }
passed=$((passed + $(sum 'Passed')))
failed=$((failed + $(sum 'Failed')))

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
