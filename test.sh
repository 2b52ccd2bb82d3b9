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

# the clients that the tests drive: from Debian where this may install, and from npm into a folder that git ignores
install_clients() {
  local packages="jupyter-client python3-nbclient jupyter-nbconvert jupyter-notebook python3-ipykernel python3-numpy chromium"
  command -v node > /dev/null || packages="$packages nodejs npm"
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    local missing=""
    for package in $packages; do dpkg -s "$package" > /dev/null 2>&1 || missing="$missing $package"; done
    # shellcheck disable=SC2086 # a list of words
    [ -z "$missing" ] || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing > /dev/null; }
  fi
  command -v npm > /dev/null || return 1
  for clients in tests/*/Clients; do
    [ "$clients/node_modules" -nt "$clients/package.json" ] && continue
    npm install --prefix "$clients" --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error || return 1
  done
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
log=$folder/tests

# what waits for the net goes on beside what needs the processor
(install_clients || echo "some clients are not here; their tests say so") > "$folder/clients" 2>&1 &
clients=$!
# the build brings scripts for the pages with npm
command -v npm > /dev/null || wait $clients

check "restore" dotnet restore --verbosity quiet
# as it is published and packed: what the tests publish and pack is then built already
check "build" dotnet build --no-restore --configuration Release --verbosity quiet

wait $clients
echo "== clients for the tests"
cat "$folder/clients"

dotnet format --no-restore --verify-no-changes > "$folder/formatting" 2>&1 &
formatting=$!

echo "== tests"
# the summary line of each test project: "Passed!  - Failed: 0, Passed: 123, Skipped: 0, Total: 123, …"
dotnet test --no-build --configuration Release 2>&1 | tee "$log"
[ "${PIPESTATUS[0]}" -eq 0 ] || [ -n "$(grep -E 'Failed: +[1-9]' "$log")" ] || { failed=$((failed + 1)); echo "FAILED: dotnet test ended with an error"; }
projects=$(grep -cE '(Passed|Failed)! +- Failed:' "$log")
[ "$projects" -ge 1 ] || { failed=$((failed + 1)); echo "FAILED: no test project reported"; }
sum() { grep -oE "$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | awk '{s += $1} END {print s + 0}'; }
passed=$((passed + $(sum 'Passed')))
failed=$((failed + $(sum 'Failed')))

wait $formatting
formatted=$?
cat "$folder/formatting"
check "formatting" [ $formatted -eq 0 ]

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
