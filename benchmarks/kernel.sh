#!/usr/bin/env bash
# Measures the installed kernel beside ipykernel, in turns within one run, and writes the table to KERNEL.md.
# Usage: benchmarks/kernel.sh [ROUNDS]. Needs the Python packages that test.sh installs, and numpy.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME="$folder/data" JUPYTER_DATA_DIR="$folder/jupyter" JUPYTER_RUNTIME_DIR="$folder/runtime" IPYTHONDIR="$folder/ipython"
dotnet publish src/Backprop.Teaching.Cli --configuration Release --output artifacts/test-kernel --verbosity quiet
dotnet artifacts/test-kernel/backprop.dll kernel install
python=/usr/bin/python3
[ -x "$python" ] || python=python3
"$python" benchmarks/kernel.py "${1:-11}" benchmarks/KERNEL.md
