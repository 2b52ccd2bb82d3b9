#!/usr/bin/env bash
# Measures Backprop.Teaching beside NumPy, PyTorch and MathNet, in turns within one run on one core, and writes RESULTS.md.
# Usage: benchmarks/compare.sh [ROUNDS [WORKLOAD…]]. Installs the Debian packages of the peers where it may.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
packages="python3-numpy python3-torch python3-sklearn libopenblas0-pthread"
if ! dpkg -s $packages > /dev/null 2>&1; then
  [ "$(id -u)" = 0 ] && apt-get install -y --no-install-recommends $packages || { echo "needed: apt-get install $packages" >&2; exit 2; }
fi
dotnet build benchmarks/Backprop.Teaching.Benchmarks --configuration Release --verbosity quiet
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
/usr/bin/python3 benchmarks/peers/data.py "$folder"
/usr/bin/python3 benchmarks/compare.py "$folder" "${1:-3}" "${@:2}"
